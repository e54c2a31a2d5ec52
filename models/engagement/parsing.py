"""Reading what is reported of engagement: values made for people become stages, steps, channels, counts and times.

Nothing here raises, whatever the value: None says that it cannot be read. The raw text stays beside what was read.
"""

import re
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from models.columns import iso_z
from models.engagement.channels import CHANNEL_WORDS, LONGEST_WORDING, known_channel
from models.engagement.channels import channel_of as channel_of
from models.engagement.joined import parts_of
from models.engagement.names import split_names
from models.engagement.phrases import (
    COUNT_WORDS,
    EVENTS,
    EVENTS_BEHIND_A_CHANNEL,
    NO,
    OTHER_SEQUENCE_STATUSES,
    SEQUENCE_STATUSES,
    WORDS_BEFORE_A_CHANNEL,
    YES,
)
from models.engagement.times import parse_time as parse_time
from models.engagement.words import EngagementField, EngagementStage, EventKind, SequenceStatus
from models.exact_json import JsonValue
from models.fields.cleaning import MAX_INTEGER
from models.identity.text import trimmed, words


@dataclass(frozen=True, slots=True)
class EngagementStatus:
    stage: EngagementStage  # UNKNOWN when the text is new to us
    step: int | None  # 2 in "(2/3)"
    steps: int | None  # 3 in "(2/3)"
    channel: str | None  # "LINKEDIN"
    raw: str  # exactly what was sent


@dataclass(frozen=True, slots=True)
class SequenceStep:
    channel: str | None
    raw: str  # the step's own part of what was sent


@dataclass(frozen=True, slots=True)
class YesNo:
    yes: bool
    count: int | None  # 5 in "Yes (5)"
    raw: bool | str


@dataclass(frozen=True, slots=True)
class LoggedActivity:
    kind: EventKind  # OTHER when the text is new to us
    channel: str | None
    raw: str  # the entry's own part of what was sent


def parse_status(raw: JsonValue) -> EngagementStatus | None:
    """How far somebody came, as in "Message Replied (2/3) - LINKEDIN"; None for a blank or what is no text.

    Case, blanks, the kind of dash and bracket, and their order do not count; step and channel may be missing. Steps that
    cannot be (beyond the last, zero, hundreds) are left out. A text new to us is UNKNOWN, with the step and channel it
    shows; so is one that tells of two stages at once.
    """
    if not isinstance(raw, str) or not (text := _plain(raw)):
        return None
    told = _told(text) if len(raw) <= _LONGEST_STATUS else _NOTHING_TOLD
    stage = _STAGES.get(told.kind, EngagementStage.UNKNOWN)
    return EngagementStatus(stage, told.step, told.steps, told.channel, raw)


def parse_sequence_status(raw: JsonValue) -> SequenceStatus | None:
    """Where a sequence stands; UNKNOWN for a text new to us, None for a blank or what is no text."""
    if not isinstance(raw, str) or not trimmed(raw):
        return None
    if len(raw) > _LONGEST_STATUS:
        return SequenceStatus.UNKNOWN
    return SEQUENCE_WORDS.get(tuple(words(raw)), SequenceStatus.UNKNOWN)


def parse_sequence_details(raw: JsonValue) -> list[SequenceStep] | None:
    """The steps of a sequence in order, as in "Linkedin Message, Email"; None for a blank or what is no list of texts."""
    parts = parts_of(raw)
    return None if parts is None else [SequenceStep(channel_of(part), part) for part in parts]


def parse_count(raw: JsonValue) -> int | None:
    """How often: a whole number from 0 that an integer column holds, as a number or as text such as "1,234" or "5 opens".

    None for anything else, also for "1.234", which is a thousand to some and one to others.
    """
    if isinstance(raw, str):
        found = _COUNT.fullmatch(_plain(raw)) if len(raw) <= _LONGEST_COUNT else None
        if found is None or (found["word"] and "".join(words(found["word"])) not in COUNT_WORDS):
            return None
        count = int(re.sub(r"\D", "", found["number"]))
        return count if count <= MAX_INTEGER else None
    if isinstance(raw, bool) or not isinstance(raw, (int, float, Decimal)):
        return None
    return int(raw) if 0 <= raw <= MAX_INTEGER and raw == int(raw) else None


def parse_yes_no(raw: JsonValue) -> YesNo | None:
    """Whether, and how often where it is told: "Yes (5)", "No", "Sí (2)", true. A count alone is no answer.

    A count that contradicts its word, as in "No (3)", is left out.
    """
    if isinstance(raw, bool):
        return YesNo(raw, None, raw)
    if not isinstance(raw, str) or len(raw) > _LONGEST_COUNT:
        return None
    found = _YES_NO.fullmatch(_plain(raw))
    if found is None:
        return None
    word = "".join(words(found[1]))
    if word not in YES and word not in NO:
        return None
    yes = word in YES
    count = parse_count(found[2] or found[3])
    return YesNo(yes, count if count is not None and (count > 0) is yes else None, raw)


def parse_activities(raw: JsonValue) -> list[LoggedActivity] | None:
    """The entries of a log in order, as in "Connection Request Sent, Message Sent (LINKEDIN)".

    None for a blank or what is no list of texts; an entry new to us is OTHER.
    """
    parts = parts_of(raw)
    if parts is None:
        return None
    entries = []
    for part in parts:
        told = _told(_plain(part)) if len(part) <= _LONGEST_STATUS else _NOTHING_TOLD
        entries.append(LoggedActivity(told.kind or EventKind.OTHER, told.channel, part))
    return entries


def read_value(field: EngagementField, raw: JsonValue, known: Container[str] = ()) -> JsonValue:
    """What a report keeps as JSON of a value of `field`; None when it cannot be read.

    `known` are the names that are known to be whole, for lists of names.
    """
    match field:
        case EngagementField.STATUS:
            status = parse_status(raw)
            if status is None:
                return None
            return {
                "stage": status.stage.value, "step": status.step, "steps": status.steps, "channel": status.channel,
            }  # fmt: skip
        case EngagementField.SEQUENCE_STATUS:
            sequence_status = parse_sequence_status(raw)
            return None if sequence_status is None else sequence_status.value
        case EngagementField.SEQUENCE_DETAILS:
            steps = parse_sequence_details(raw)
            return None if steps is None else [{"channel": step.channel, "text": step.raw} for step in steps]
        case EngagementField.OPENS | EngagementField.CLICKS:
            return parse_count(raw)
        case EngagementField.OPEN_ANALYSIS | EngagementField.CLICK_ANALYSIS | EngagementField.REPLY_ANALYSIS:
            answer = parse_yes_no(raw)
            return None if answer is None else {"yes": answer.yes, "count": answer.count}
        case EngagementField.ACTIVITIES:
            log = parse_activities(raw)
            if log is None:
                return None
            return [{"kind": entry.kind.value, "channel": entry.channel, "text": entry.raw} for entry in log]
        case EngagementField.SENDERS | EngagementField.CAMPAIGNS:
            names = split_names(raw, known)
            return None if names is None else [*names]
        case EngagementField.LAST_ENGAGED_AT:
            moment = parse_time(raw)
            return None if moment is None else iso_z(moment)
        case EngagementField.CONSTANT:
            return raw


EVENT_WORDS = {tuple(words(phrase)): kind for kind, phrases in EVENTS.items() for phrase in phrases}
SEQUENCE_WORDS = {
    tuple(words(phrase)): status
    for table in (SEQUENCE_STATUSES, OTHER_SEQUENCE_STATUSES)
    for status, phrases in table.items()
    for phrase in phrases
}

_LONGEST_STATUS = 200  # characters; no longer text is a status, and its digits are few enough for a number
_LONGEST_COUNT = 40
_MOST_STEPS = 99  # of one sequence; larger numbers are a date, a year, or an id
_STAGES: Mapping[EventKind | None, EngagementStage] = {
    EventKind(stage.value): stage for stage in EngagementStage if stage is not EngagementStage.UNKNOWN
}
_BEHIND_A_CHANNEL: dict[tuple[str, ...], EventKind] = {
    (word,): kind for kind, phrases in EVENTS_BEHIND_A_CHANNEL.items() for word in words(phrases)
}
# "5", "5.0", "1,234", "1 234", each with a word behind it. Three digits behind a dot may be a decimal or thousands.
_COUNT = re.compile(
    r"(?P<number>[0-9]{1,3}([ ,'’])[0-9]{3}(?:\2[0-9]{3})*|[0-9]+)(?:\.0{1,2})?(?: ?(?P<word>[^\W\d_]+))?"
)
_YES_NO = re.compile(r"([^\W\d_]+)[.!]?(?:[ :,-]*[(\[] ?([0-9][^()\[\]]*)[)\]]|[ :,-]+([0-9][0-9,.]*))?")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a status or an entry of a log tells."""

    kind: EventKind | None = None  # None when the text is new to us
    step: int | None = None
    steps: int | None = None
    channel: str | None = None


_NOTHING_TOLD = _Told()
_DASHES = re.compile("[\u2010-\u2015\u2043\u207b\u208b\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]")
_STEP = re.compile(
    r"(?:\b(?:step|paso|[ée]tape|schritt|passo|etapa) ?)?[(\[]? ?"
    r"(?<![\d/.-])(\d+)(?: ?[/\u2044\u2215] ?| (?:out of|of|de|von|sur|di|aus) )(\d+)(?!\d| ?/|\.\d) ?[)\]]?",
    re.IGNORECASE,
)
# Dashes part only beside a blank, or "E-mail" would be two.
_SEPARATOR = re.compile(r"[()\[\]{}|:;,/•·→>]+| -+|-+ |-+$|^-+")


def _plain(text: str) -> str:
    """`text` with one kind of blank, dash, digit and bracket."""
    if not text.isascii():
        text = _DASHES.sub("-", unicodedata.normalize("NFKC", _DASHES.sub("-", text)))
    return " ".join(trimmed(text).split())


@lru_cache(maxsize=4096)  # the same few texts are told of thousands of people
def _told(text: str) -> _Told:
    step, steps = None, None
    found = _STEP.search(text)
    if found is not None:
        text = f"{text[: found.start()]} - {text[found.end() :]}"
        at, last = int(found[1]), int(found[2])
        if 0 < at <= last <= _MOST_STEPS:
            step, steps = at, last
    segments = [segment for part in _SEPARATOR.split(text) if (segment := part.strip(" -._"))]
    kinds = [_event(segment) for segment in segments]
    places = [place for place, (kind, _) in enumerate(kinds) if kind is not None]
    if not all(known_channel(part) for part in re.split("[,;]", text)[1:] if trimmed(part)):
        places = []  # behind a comma more than channels is a sentence, or a log
    place = places[0] if places else 0
    channels = [known_channel(segment) for segment in segments]
    if len(places) == 1 and all(channels[:place]):
        others = (*channels[:place], *channels[place + 1 :])
        channel = kinds[place][1] or next((each for each in others if each), None)
        if channel is None:
            channel = next((each for segment in segments[place + 1 :] if (each := channel_of(segment))), None)
        return _Told(kinds[place][0], step, steps, channel)
    # In a text new to us only a channel we know is sure to be one, or capitals behind a step.
    channel = next((each for each in reversed(channels) if each), None)
    if channel is None and step is not None and len(segments) > 1 and segments[-1].isupper():
        channel = channel_of(segments[-1])
    return _Told(None, step, steps, channel)


def _event(text: str) -> tuple[EventKind | None, str | None]:
    """What `text` says happened, and the channel if it stands before or behind without a mark between them."""
    found = tuple(words(text))
    kind = EVENT_WORDS.get(found)
    if kind is not None:
        return kind, None
    for length in range(1, min(LONGEST_WORDING, len(found) - 1) + 1):
        channel = CHANNEL_WORDS.get(found[:length])
        if channel is not None:
            kind = EVENT_WORDS.get(found[length:])
            if kind is None and channel != "LINKEDIN_CONNECTION":  # a request is no message
                kind = _BEHIND_A_CHANNEL.get(found[length:])
            if kind is not None:
                return kind, channel
        channel = CHANNEL_WORDS.get(found[-length:])
        if channel is not None:
            before = found[:-length]
            kind = EVENT_WORDS.get(before) or (
                EVENT_WORDS.get(before[:-1]) if before[-1] in WORDS_BEFORE_A_CHANNEL else None
            )
            if kind is not None:
                return kind, channel
    return None, None
