"""Reading messages: what an activity tells of a campaign, from its type and details, else from the subject's pattern.

Enginy composes subjects: "[1/3] [FROM Acme] Ann Sender" when it sent something, "[Globex] Bob Person" when something
came. Pure, and never raises: what cannot be read is None.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.engagement.words import EventKind
from models.exact_json import JsonValue
from models.fields.cleaning import MAX_INTEGER, MAX_NAME

CONNECTION = "LINKEDIN_CONNECTION"  # the one type that is no channel: what is made, on LINKEDIN

# Of the details, what Enginy names; step and steps count from 1, as its own "[1/3]" beside `sequenceIndex: 1` shows.
_STEP, _STEPS = "sequenceIndex", "sequenceMessageCount"
_SENDER = ("sender", "senderName", "identity", "identityName")

_PLACE = re.compile(r"\s*\[\s*([0-9]{1,6})\s*/\s*([0-9]{1,6})\s*\]")
_NAME = r"((?:[^\[\]]|\[[^\[\]]*+\])*+)"  # in brackets, which may hold a pair of them: "Acme [EU]"
_SENT = re.compile(rf"\s*\[\s*FROM\b{_NAME}\](.*)", re.IGNORECASE | re.DOTALL)
_CAME = re.compile(rf"\s*\[{_NAME}\](.*)", re.DOTALL)

_KINDS = {
    (False, "OUTBOUND"): EventKind.MESSAGE_SENT,
    (False, "INBOUND"): EventKind.MESSAGE_REPLIED,
    (True, "OUTBOUND"): EventKind.CONNECTION_REQUEST_SENT,
    (True, "INBOUND"): EventKind.CONNECTION_ACCEPTED,
}


@dataclass(frozen=True, slots=True)
class Message:
    """What is read from an activity."""

    kind: EventKind | None = None  # None when nobody said in which direction it went
    channel: str | None = None  # EMAIL, LINKEDIN, LINKEDIN_INMAIL, or a type that is new to us, in its form
    step: int | None = None  # of the sequence's messages, from 1
    steps: int | None = None
    sender: str | None = None  # in whose name we wrote
    company: str | None = None  # of whoever wrote
    person: str | None = None  # who wrote to us


def read_message(
    type: str, direction: str | None, subject: str | None, details: Mapping[str, JsonValue] | None
) -> Message:
    """What an activity tells of a campaign. The details have the last word, the subject fills what they leave open."""
    told, subject, direction = details or {}, subject or "", (direction or "").strip().upper()
    word = re.sub(r"\W+", "_", type).strip("_").upper()
    step, steps, rest = _place(subject)
    step, steps = _count(told.get(_STEP)) or step, _count(told.get(_STEPS)) or steps
    if step is not None and steps is not None and step > steps:
        steps = None  # one of the two is wrong, and the step is the one that is told of each message
    sender, company, person = _people(rest, direction)
    named = next((name for key in _SENDER if (name := _name(told.get(key)))), None)
    return Message(
        kind=_KINDS.get((word == CONNECTION, direction)),
        channel="LINKEDIN" if word == CONNECTION else word or None,
        step=step,
        steps=steps,
        # The sender of a message that came may as well be whoever wrote it.
        sender=named if named and named != person else sender,
        company=company,
        person=person,
    )


def _place(subject: str) -> tuple[int | None, int | None, str]:
    """Step and steps that a subject begins with, and the rest of it."""
    found = _PLACE.match(subject)
    if found is None:
        return None, None, subject
    return _count(found[1]), _count(found[2]), subject[found.end() :]


def _people(subject: str, direction: str) -> tuple[str | None, str | None, str | None]:
    """Sender, company and person that a subject names behind its step."""
    if direction == "INBOUND":
        came = _CAME.match(subject)
        return (None, _name(came[1]), _name(came[2])) if came else (None, None, None)
    sent = _SENT.match(subject)
    return (_name(sent[2]), _name(sent[1]), None) if sent else (None, None, None)


def _name(value: JsonValue) -> str | None:
    """A text that can be a name."""
    name = " ".join(value.split()) if isinstance(value, str) else ""
    return name if 0 < len(name) <= MAX_NAME else None


def _count(value: JsonValue) -> int | None:
    """A number from 1, also where it was sent as digits; 0 names no message."""
    if isinstance(value, str):
        digits = value.strip()
        value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 10 else None
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    if isinstance(value, Decimal) and not value.is_finite():
        return None  # it cannot even be compared
    return int(value) if 1 <= value <= MAX_INTEGER and value == int(value) else None
