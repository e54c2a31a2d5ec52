"""Channels as people and programs word them. Apart from the parsers because statuses, logs and sequences all name them."""

from models.engagement.phrases import CHANNELS, MESSAGE_WORDS, STEP_WORDS
from models.identity.text import words


def channel_of(text: str) -> str | None:
    """The channel `text` names, or None: "Linkedin Message" is LINKEDIN, "InMail" LINKEDIN_INMAIL, "E-mail" EMAIL.

    Vendors add words, so up to three that are new to us are a channel of their own: "Sales Robot" is SALES_ROBOT.
    Numbers around it only count the steps: "2. Email" is EMAIL.
    """
    if len(text) > _LONGEST_CHANNEL:
        return None
    found = _bare(words(text))
    known = CHANNEL_WORDS.get(tuple(found))
    if known is not None:
        return known
    found = [word for word in found if word not in MESSAGE_WORDS]
    if not 0 < len(found) <= _MOST_WORDS or not any(character.isalpha() for word in found for character in word):
        return None
    return "_".join(found).upper()


def known_channel(text: str) -> str | None:
    """The channel `text` names if it is one of those we have words for."""
    return None if len(text) > _LONGEST_CHANNEL else CHANNEL_WORDS.get(tuple(_bare(words(text))))


CHANNEL_WORDS = {tuple(words(wording)): channel for channel, wordings in CHANNELS.items() for wording in wordings}
LONGEST_WORDING = max(len(wording) for wording in CHANNEL_WORDS)  # in words

_LONGEST_CHANNEL = 60  # characters
_MOST_WORDS = 3


def _bare(found: list[str]) -> list[str]:
    """Without the numbers and the word for a step at either end."""
    while found and (found[0].isdecimal() or found[0] in STEP_WORDS):
        found = found[1:]
    while found and found[-1].isdecimal():
        found = found[:-1]
    return found
