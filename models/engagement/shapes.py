"""What a value looks like, whatever its field is called. By the shapes of its values a field is recognized, and its drift seen.

Asked for every value of every custom field of a batch, so the cheap tests come first and long texts are looked at in part.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from models.engagement.channels import CHANNEL_WORDS, known_channel
from models.engagement.joined import parts_of
from models.engagement.parsing import (
    EVENT_WORDS,
    SEQUENCE_WORDS,
    parse_activities,
    parse_count,
    parse_status,
    parse_time,
    parse_yes_no,
)
from models.engagement.phrases import MESSAGE_WORDS, NO, SEQUENCE_STATUSES, STEP_WORDS, YES
from models.engagement.words import EngagementStage, EventKind
from models.exact_json import JsonValue
from models.identity.text import trimmed, words


class FieldShape(StrEnum):
    """What a value looks like. The registry counts them by field."""

    EMPTY = "empty"  # null, a blank, an empty list
    BOOLEAN = "boolean"
    NUMBER = "number"  # a JSON number
    LIST = "list"
    OBJECT = "object"
    TEXT = "text"  # none of the texts below
    COUNT = "count"  # a text of a whole number from 0: "5"
    DATE_TIME = "date_time"
    YES_NO = "yes_no"  # a text: "Yes", "No"
    YES_NO_COUNT = "yes_no_count"  # "Yes (5)"
    STATUS = "status"  # "Message Replied (2/3) - LINKEDIN"
    SEQUENCE_STATUS = "sequence_status"  # one of the guide's own words: "Ongoing"
    SEQUENCE_DETAILS = "sequence_details"  # "Linkedin Message, Email"
    ACTIVITY_LOG = "activity_log"  # "Connection Request Sent, Message Sent (LINKEDIN)"


def shape_of(value: JsonValue) -> FieldShape:
    """What `value` looks like."""
    match value:
        case str():
            return _shape_of_text(value)
        case None:
            return FieldShape.EMPTY
        case bool():
            return FieldShape.BOOLEAN
        case int() | float() | Decimal():
            return FieldShape.NUMBER
        case list():
            return FieldShape.LIST if value else FieldShape.EMPTY
        case _:
            return FieldShape.OBJECT if value else FieldShape.EMPTY


def inferred_type(shapes: Mapping[str, int]) -> FieldShape | None:
    """What a field holds, by how often each shape was seen: the shape of nine in ten values that are not empty.

    Related shapes count together: "No" beside "Yes (5)", a first entry of a log beside longer logs, numbers beside texts
    of numbers. Else TEXT where all are texts, and None where they are mixed, or none was seen.
    """
    seen = {FieldShape(shape): count for shape, count in shapes.items() if count > 0 and shape != FieldShape.EMPTY}
    total = sum(seen.values())
    if not total:
        return None
    for merged, family, least in _FAMILIES:
        together = sum(seen.get(shape, 0) for shape in family)
        if together * 10 >= total * 9 and seen.get(merged, 0) > together * least:
            return merged
    most = max(seen, key=lambda shape: seen[shape])
    if seen[most] * 10 >= total * 9:
        return most
    return FieldShape.TEXT if seen.keys() <= _TEXTS else None


# What shapes are together, and above what share of them the first is the name for all.
_FAMILIES: tuple[tuple[FieldShape, frozenset[FieldShape], float], ...] = (
    (
        FieldShape.YES_NO_COUNT,
        frozenset((FieldShape.YES_NO_COUNT, FieldShape.YES_NO, FieldShape.BOOLEAN)),
        0,  # most people never open a mail, so one with a count tells enough
    ),
    (FieldShape.YES_NO, frozenset((FieldShape.YES_NO, FieldShape.BOOLEAN)), 0.1),
    (FieldShape.ACTIVITY_LOG, frozenset((FieldShape.ACTIVITY_LOG, FieldShape.STATUS)), 0.1),
    (FieldShape.STATUS, frozenset((FieldShape.STATUS, FieldShape.ACTIVITY_LOG)), 0.8),
    (FieldShape.COUNT, frozenset((FieldShape.COUNT,)), 0),
    (FieldShape.NUMBER, frozenset((FieldShape.NUMBER, FieldShape.COUNT)), 0),
)
_TEXTS = frozenset(FieldShape) - {
    FieldShape.EMPTY, FieldShape.BOOLEAN, FieldShape.NUMBER, FieldShape.LIST, FieldShape.OBJECT,
}  # fmt: skip

_LOOKED_AT = 400  # characters of a long text
_LONGEST_NUMBER = 40  # characters of a count or a time
_DIGITS = frozenset("0123456789")
_BEGINNING = re.compile(r"[\s\ufeff\u200b\"'(\[]{0,16}([^\W\d_]{0,40})")  # marks, and the first word
_SEQUENCE_WORDS = {tuple(words(phrase)) for phrases in SEQUENCE_STATUSES.values() for phrase in phrases}
_WEEKDAYS = frozenset("mon tue wed thu fri sat sun".split())  # how a time by RFC 2822 begins
# A text that begins with no such word has no shape of ours: nearly every name, title and description ends here.
_FIRST_WORDS = (
    {found[0] for table in (EVENT_WORDS, CHANNEL_WORDS, SEQUENCE_WORDS) for found in table}
    | YES | NO | STEP_WORDS | MESSAGE_WORDS | _WEEKDAYS
)  # fmt: skip


def _shape_of_text(text: str) -> FieldShape:
    found = _BEGINNING.match(text)
    assert found is not None
    word = found[1].lower()
    if not word:
        first = text[found.end() : found.end() + 1]
        if not first or not trimmed(first):
            return FieldShape.TEXT if trimmed(text) else FieldShape.EMPTY
        return _shape_of_digits(text) if first in _DIGITS and len(text) <= _LONGEST_NUMBER else FieldShape.TEXT
    if not word.isascii():
        word = "".join(words(word))
    if word in _FIRST_WORDS or ("(" in text[:_LOOKED_AT] and "/" in text[:_LOOKED_AT]):
        return _shape_of_words(text[:_LOOKED_AT])
    return FieldShape.TEXT


def _shape_of_digits(text: str) -> FieldShape:
    if text.isdecimal():
        # A zero in front is part of a postal code or a telephone number.
        if text[0] == "0" and len(text) > 1:
            return FieldShape.TEXT
        is_count = (len(text) < 10 and text.isascii()) or parse_count(text) is not None
        return FieldShape.COUNT if is_count else FieldShape.TEXT
    if any(mark in text for mark in "-/.:") and (_is_plain_time(text) or parse_time(text) is not None):
        return FieldShape.DATE_TIME
    return FieldShape.COUNT if parse_count(text) is not None else FieldShape.TEXT


def _is_plain_time(text: str) -> bool:
    """Whether the text is a time in the commonest form, in a year of ours; much faster than reading it."""
    try:
        return text[:2] == "20" and text[4:5] == "-" and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


@lru_cache(maxsize=4096)  # the words of a campaign are the same for thousands of people
def _shape_of_words(text: str) -> FieldShape:
    answer = parse_yes_no(text)
    if answer is not None:
        return FieldShape.YES_NO if answer.count is None else FieldShape.YES_NO_COUNT
    if len(text) <= _LONGEST_NUMBER:
        if tuple(words(text)) in _SEQUENCE_WORDS:
            return FieldShape.SEQUENCE_STATUS
        if text[:3].lower() in _WEEKDAYS and parse_time(text) is not None:
            return FieldShape.DATE_TIME
    if len(text) == _LOOKED_AT:
        text = text.rpartition(",")[0]  # the last part may be cut
    parts = parts_of(text) or []
    if len(parts) > 1:
        entries = parse_activities(text) or []
        if sum(entry.kind is not EventKind.OTHER for entry in entries) * 2 > len(entries):
            return FieldShape.ACTIVITY_LOG
        if _is_sequence(parts):
            return FieldShape.SEQUENCE_DETAILS
    status = parse_status(text)
    if status is not None and status.stage is not EngagementStage.UNKNOWN:
        # A log tells the channel in brackets, and no step.
        in_brackets = status.step is None and status.channel is not None and text.rstrip().endswith(")")
        return FieldShape.ACTIVITY_LOG if in_brackets else FieldShape.STATUS
    if status is not None and status.step is not None and any(known_channel(part) for part in text.split()):
        return FieldShape.STATUS
    return FieldShape.TEXT


def _is_sequence(parts: list[str]) -> bool:
    """Whether the parts are steps of a sequence: all of them channels, and some worded or repeated as only steps are.

    "Email, Phone" alone may be how somebody likes to be called on.
    """
    if not all(known_channel(part) for part in parts):
        return False
    return len(set(parts)) < len(parts) or any(MESSAGE_WORDS.intersection(words(part)) for part in parts)
