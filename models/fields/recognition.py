"""Recognizing what a made-up field holds, by its name and by what its values look like. Pure: evidence in, a suggestion out.

Values speak louder than names: nobody writes "Message Sent (1/3) - LINKEDIN" about anything else, but "status" stands
over all sorts of things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.engagement.channels import known_channel
from models.engagement.joined import parts_of
from models.engagement.parsing import parse_count, parse_sequence_status, parse_status, parse_time
from models.engagement.shapes import FieldShape, inferred_type
from models.engagement.words import EngagementField, SequenceStatus
from models.exact_json import JsonValue
from models.fields.mapping import DEAL_VALUE, FIELDS, LAST_ACTIVITY, LAST_UPDATED, Entity, FieldKind
from models.fields.naming import NameEvidence, evidence_of
from models.fields.wordings import BUILT_IN


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Where a name probably leads: `engagement:status`, `field:title`. The reasons are sentences for a person."""

    target: str
    confidence: float  # from 0 to 1
    reasons: tuple[str, ...]


def built_in(name: str) -> str | None:
    """Where one of Enginy's own names, or of its guide's samples, leads; None for every other name."""
    field = BUILT_IN.get(name)
    return None if field is None else f"engagement:{field.value}"


def recognize(
    entity: Entity, name: str, shapes: Mapping[str, int], samples: Sequence[JsonValue], *, records: int
) -> Suggestion | None:
    """What a field probably holds, or None where nothing says so.

    `shapes` counts the values written by what they look like, `samples` are some of the different ones, `records` hold a
    value. A confidence of 0.8 and more rests on the values; a name that says something else takes it below.
    """
    target = built_in(name)
    if target is not None:
        return Suggestion(target, 1.0, ("It is one of Enginy's own names.",))
    if name in FIELDS[entity].known or name in _OURS_SENT_BACK:
        return None
    evidence = _Evidence(
        evidence_of(entity, name),
        inferred_type(shapes),
        shapes,
        [sample for sample in samples if sample not in ("", None)],
    )
    return _by_shape(evidence) or _by_both(evidence) or _field_of_ours(entity, evidence) or _constant(evidence, records)


# What we tell Enginy of a record; it comes back as a custom field and is no news.
_OURS_SENT_BACK = frozenset((LAST_ACTIVITY, DEAL_VALUE, LAST_UPDATED))


@dataclass(frozen=True, slots=True)
class _Evidence:
    name: NameEvidence
    shape: FieldShape | None
    shapes: Mapping[str, int]
    samples: list[JsonValue]

    @property
    def total(self) -> int:
        return sum(count for shape, count in self.shapes.items() if shape != FieldShape.EMPTY)


# Shapes that nothing else has, what they tell, and how surely.
_TELLING: dict[FieldShape, tuple[EngagementField, float, str]] = {
    FieldShape.STATUS: (EngagementField.STATUS, 0.95, "an engagement status"),
    FieldShape.SEQUENCE_STATUS: (EngagementField.SEQUENCE_STATUS, 0.9, "the status of a sequence"),
    FieldShape.ACTIVITY_LOG: (EngagementField.ACTIVITIES, 0.9, "a log of activities"),
    FieldShape.SEQUENCE_DETAILS: (EngagementField.SEQUENCE_DETAILS, 0.85, "the steps of a sequence"),
}
_CONTRADICTED = 0.75  # at most, where the name says something else
_PARTLY = 0.7  # at most, where a good part of the values looks different


def _by_shape(evidence: _Evidence) -> Suggestion | None:
    """By values that tell by themselves what they are."""
    shape = evidence.shape
    share = 1.0
    if shape is None or shape is FieldShape.TEXT:
        # Words new to us among many that are known do not hide what the field is.
        shape = max(_TELLING, key=lambda each: evidence.shapes.get(each, 0))
        share = evidence.shapes.get(shape, 0) / max(evidence.total, 1)
    if shape not in _TELLING or share < 0.5:
        return None
    field, confidence, noun = _TELLING[shape]
    reasons = [_looks_like(noun, evidence.samples)]
    named = evidence.name.engagement
    if field is EngagementField.STATUS and named == {EngagementField.ACTIVITIES} and not _shows_steps(evidence.samples):
        # The first entry of a log is told in the words of a status.
        field, confidence, reasons = (
            EngagementField.ACTIVITIES,
            0.9,
            [_looks_like("the entries of a log", evidence.samples)],
        )
    if field is EngagementField.SEQUENCE_STATUS and field not in named and _different_statuses(evidence.samples) < 2:
        confidence = 0.6
        reasons.append("So far it has held a single one of them.")
    if field in named:
        confidence = max(confidence, 0.9)
        reasons.append(_named(field))
    elif not evidence.name.is_silent:
        confidence = min(confidence, _CONTRADICTED)
        reasons.append("Its name says something else.")
    if share < 1:
        confidence = min(confidence, _PARTLY)
        reasons.append("Other values of it look different.")
    return Suggestion(f"engagement:{field.value}", confidence, tuple(reasons))


_ANALYSES = {
    EngagementField.OPEN_ANALYSIS: EngagementField.OPENS,
    EngagementField.CLICK_ANALYSIS: EngagementField.CLICKS,
    EngagementField.REPLY_ANALYSIS: None,
}
_COUNTS = {EngagementField.OPENS: EngagementField.OPEN_ANALYSIS, EngagementField.CLICKS: EngagementField.CLICK_ANALYSIS}
_ANSWERS = frozenset((FieldShape.YES_NO, FieldShape.YES_NO_COUNT, FieldShape.BOOLEAN))
_NUMBERS = frozenset((FieldShape.COUNT, FieldShape.NUMBER))


def _by_both(evidence: _Evidence) -> Suggestion | None:
    """By a name that says what it is, with values that may be that: yes, a number or a time are said of anything."""
    for field in sorted(evidence.name.engagement):
        found = _confirmed(field, evidence)
        if found is not None:
            target, confidence, reason = found
            return Suggestion(f"engagement:{target.value}", confidence, (_named(field), reason))
    return None


def _confirmed(field: EngagementField, evidence: _Evidence) -> tuple[EngagementField, float, str] | None:
    shape, samples = evidence.shape, evidence.samples
    if field in _ANALYSES:
        count = _ANALYSES[field]
        if shape in _ANSWERS:
            return field, 0.9, _looks_like("a yes or no", samples)
        if shape in _NUMBERS and count is not None and _are_counts(samples):
            return count, _CONTRADICTED, "Its values are counts, not yes or no."
    elif field in _COUNTS:
        if shape in _NUMBERS and _are_counts(samples):
            return field, 0.9, _looks_like("counts", samples)
        if shape in _ANSWERS:
            return _COUNTS[field], _CONTRADICTED, "Its values are yes or no, not counts."
    elif field is EngagementField.LAST_ENGAGED_AT:
        if shape is FieldShape.DATE_TIME:
            return field, 0.9, _looks_like("times", samples)
        if shape in _NUMBERS and samples and all(parse_time(sample) is not None for sample in samples):
            return field, 0.8, "Its values may be seconds or milliseconds since 1970."
    elif field in (EngagementField.SENDERS, EngagementField.CAMPAIGNS):
        if shape in (FieldShape.TEXT, FieldShape.LIST) and all(parts_of(sample) is not None for sample in samples):
            return field, 0.85, _looks_like("names", samples)
    elif shape is FieldShape.TEXT and samples:
        if field is EngagementField.SEQUENCE_STATUS and _different_statuses(samples) and _are_statuses(samples):
            return field, 0.9, _looks_like("the status of a sequence", samples)
        if field is EngagementField.SEQUENCE_DETAILS and all(_are_channels(sample) for sample in samples):
            return field, 0.85, _looks_like("the steps of a sequence", samples)
        if field is EngagementField.STATUS:
            return field, 0.5, "Its values are in words that are new to us."
    return None


_MOST_FOR_A_FIELD = 0.7  # a made-up name beside our own field is there for some reason, so a person decides
_SHAPES_OF_KINDS = {
    FieldKind.TEXT: frozenset((FieldShape.TEXT, FieldShape.COUNT)),
    FieldKind.TAGS: frozenset((FieldShape.LIST, FieldShape.TEXT)),
    FieldKind.NUMBER: _NUMBERS,
    FieldKind.INTEGER: _NUMBERS,
}
# Marks without which a value is none of these.
_MARKS = {"email": "@", "linkedin_url": "linkedin.", "website": ".", "domain": "."}


def _field_of_ours(entity: Entity, evidence: _Evidence) -> Suggestion | None:
    column = evidence.name.field
    if column is None:
        return None
    spec = FIELDS[entity].by_name[column]
    if evidence.shape not in _SHAPES_OF_KINDS[spec.kind]:
        return None
    mark = _MARKS.get(column)
    if mark is not None and not all(isinstance(sample, str) and mark in sample.lower() for sample in evidence.samples):
        return None
    reason = f"Its name is another word for {column.replace('_', ' ')}."
    return Suggestion(f"field:{column}", _MOST_FOR_A_FIELD, (reason,))


_LEAST_FOR_A_CONSTANT = 5  # writes, and records; fewer may agree by chance
_CLIPPED = 200  # characters; of longer texts only the beginnings are samples, and they may differ behind
_SHAPES_OF_A_CONSTANT = frozenset((FieldShape.TEXT, FieldShape.YES_NO, FieldShape.BOOLEAN))


def _constant(evidence: _Evidence, records: int) -> Suggestion | None:
    """A mark that somebody took part, or a fixed text: the same for everybody, under a name that says nothing else."""
    if not evidence.name.is_silent or evidence.shape not in _SHAPES_OF_A_CONSTANT or len(evidence.samples) != 1:
        return None
    sample = evidence.samples[0]
    if min(evidence.total, records) < _LEAST_FOR_A_CONSTANT or (isinstance(sample, str) and len(sample) >= _CLIPPED):
        return None
    if parse_sequence_status(sample) not in (None, SequenceStatus.UNKNOWN):
        return None  # "In progress" is where something stands, and will be something else tomorrow
    reason = f"All {evidence.total:,} values written so far are {_quoted(sample)}, on {records:,} records."
    return Suggestion(f"engagement:{EngagementField.CONSTANT.value}", 0.85, (reason,))


def _shows_steps(samples: list[JsonValue]) -> bool:
    return any(status.step is not None for sample in samples if (status := parse_status(sample)) is not None)


def _different_statuses(samples: list[JsonValue]) -> int:
    return len({parse_sequence_status(sample) for sample in samples} - {None, SequenceStatus.UNKNOWN})


def _are_statuses(samples: list[JsonValue]) -> bool:
    return all(parse_sequence_status(sample) is not SequenceStatus.UNKNOWN for sample in samples)


def _are_counts(samples: list[JsonValue]) -> bool:
    return all(parse_count(sample) is not None for sample in samples)


def _are_channels(sample: JsonValue) -> bool:
    parts = parts_of(sample)
    return bool(parts) and all(known_channel(part) for part in parts or ())


def _named(field: EngagementField) -> str:
    return f"Its name says {_NOUNS[field]}."


_NOUNS = {
    EngagementField.STATUS: "engagement status",
    EngagementField.SEQUENCE_STATUS: "status of a sequence",
    EngagementField.SEQUENCE_DETAILS: "steps of a sequence",
    EngagementField.OPENS: "number of opens",
    EngagementField.CLICKS: "number of clicks",
    EngagementField.OPEN_ANALYSIS: "whether mail was opened",
    EngagementField.CLICK_ANALYSIS: "whether links were clicked",
    EngagementField.REPLY_ANALYSIS: "whether somebody replied",
    EngagementField.ACTIVITIES: "log of activities",
    EngagementField.SENDERS: "senders",
    EngagementField.CAMPAIGNS: "campaigns",
    EngagementField.LAST_ENGAGED_AT: "time of the last engagement",
}
_LONGEST_QUOTE = 40  # characters


def _looks_like(noun: str, samples: list[JsonValue]) -> str:
    quoted = next((_quoted(sample) for sample in samples if isinstance(sample, (str, int, float, Decimal))), None)
    return f"Its values look like {noun}." if quoted is None else f"Its values look like {noun}, such as {quoted}."


def _quoted(sample: JsonValue) -> str:
    if not isinstance(sample, str):
        return str(sample).lower()
    return f"“{sample if len(sample) <= _LONGEST_QUOTE else sample[: _LONGEST_QUOTE - 1].rstrip() + '…'}”"
