"""What was reported of one record, in order: values under mapped names, as they came and as they were read. Pure.

Everything else that is known of engagement follows from these and from activities.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Any

import msgspec
from msgspec.structs import replace

from models.engagement.words import EngagementField, EngagementStage, EventKind, SequenceStatus
from models.exact_json import JsonValue
from models.moments import moment_or_none

AHEAD = timedelta(days=1)  # a clock over there may be wrong by this much; a later time is not believed


class Reported(msgspec.Struct, frozen=True, gc=False):
    """One value under one name in one write. `parsed` is None where the raw value cannot be read or is gone."""

    id: str
    field: EngagementField
    name: str
    old_raw: JsonValue
    new_raw: JsonValue
    old_parsed: Any  # as `parsing.read_value` gives it
    new_parsed: Any
    change_id: str
    run_id: str
    received_at: datetime
    event_at: datetime | None = None
    is_backwards: bool = False

    @property
    def told_at(self) -> datetime:
        """The best that is known of when it became true."""
        return self.event_at or self.received_at

    @property
    def order(self) -> tuple[datetime, datetime, str, str]:
        """By when it became true as far as that was told; late news of old things stands where it belongs."""
        return (self.told_at, self.received_at, self.change_id, self.name)


Read = Callable[[str, datetime], EngagementField | None]  # what a name meant at a moment
Parse = Callable[[EngagementField, JsonValue], Any]


def reports_of_change(
    change_id: str, run_id: str, at: datetime, custom_fields: dict[str, Any], means: Read, parse: Parse
) -> Iterator[Reported]:
    """The reports in one write: of the names that mean engagement."""
    found = []
    told_at = None
    for name, change in custom_fields.items():
        field = means(name, at)
        if field is None:
            continue
        old, new = change.get("old"), change.get("new")
        parsed = parse(field, new)
        if field is EngagementField.LAST_ENGAGED_AT and isinstance(parsed, str):
            told_at = moment_or_none(parsed)
        found.append(
            Reported(
                _report_id(change_id, name), field, name, old, new, parse(field, old), parsed, change_id, run_id, at
            )
        )
    # A time in the same write is the time of the other news in it.
    event_at = told_at if told_at is not None and told_at <= at + AHEAD else None
    for report in found:
        yield replace(report, event_at=event_at) if event_at is not None else report


def _report_id(change_id: str, name: str) -> str:
    """Follows from the change and the name, so that reading the past anew gives the same ids."""
    return f"report_{change_id.partition('_')[2]}_{_digest(name)}"


@lru_cache(maxsize=4096)
def _digest(name: str) -> str:
    return hashlib.blake2b(name.encode(), digest_size=4).hexdigest()


def in_order(reports: Iterable[Reported]) -> list[Reported]:
    """By when things became true, each flagged where its value is behind the one that its name told of the same field before."""
    ordered: list[Reported] = []
    before: dict[tuple[str, EngagementField], Any] = {}
    for report in sorted(reports, key=attrgetter("order")):
        backwards, told = False, (report.name, report.field)  # what a name means may change
        if report.field in _PLACES and report.new_parsed is not None:
            backwards = is_behind(report.field, report.new_parsed, before.get(told))
            before[told] = report.new_parsed
        ordered.append(replace(report, is_backwards=backwards) if backwards != report.is_backwards else report)
    return ordered


def is_behind(field: EngagementField, new: Any, old: Any) -> bool:
    """Whether a value is behind another of its kind: an earlier stage or step, fewer opens, a yes that became a no."""
    place = _PLACES.get(field)
    if place is None or new is None or old is None:
        return False
    if field is EngagementField.STATUS and not EngagementStage(new["stage"]).rank:
        return False
    return bool(place(new) < place(old))


def is_understood(field: EngagementField, parsed: Any) -> bool:
    """Whether a value says what its field is there for, and is not merely some text."""
    match field:
        case EngagementField.STATUS:
            return parsed is not None and parsed["stage"] != EngagementStage.UNKNOWN
        case EngagementField.SEQUENCE_STATUS:
            return parsed is not None and parsed != SequenceStatus.UNKNOWN
        case EngagementField.SEQUENCE_DETAILS:
            return parsed is not None and any(step["channel"] is not None for step in parsed)
        case EngagementField.ACTIVITIES:
            return parsed is not None and any(entry["kind"] != EventKind.OTHER for entry in parsed)
        case _:
            return parsed is not None


def stage_place(status: dict[str, Any]) -> tuple[int, int]:
    """Where a parsed status stands in the order of stages, then of steps."""
    return EngagementStage(status["stage"]).rank, status["step"] or 0


def _analysis_place(told: dict[str, Any]) -> tuple[bool, int]:
    return told["yes"], told["count"] or 0


# Where a value stands, of the fields whose values go forwards.
_PLACES: dict[EngagementField, Callable[[Any], Any]] = {
    EngagementField.STATUS: stage_place,
    EngagementField.OPENS: int,
    EngagementField.CLICKS: int,
    EngagementField.OPEN_ANALYSIS: _analysis_place,
    EngagementField.CLICK_ANALYSIS: _analysis_place,
    EngagementField.REPLY_ANALYSIS: _analysis_place,
}


class Current:
    """The values in force while reports go by: the latest of each name, and of each field the latest among its names."""

    def __init__(self) -> None:
        self._by_name: dict[str, Reported] = {}

    def take(self, report: Reported) -> None:
        self._by_name.pop(report.name, None)
        if report.new_raw is not None:
            self._by_name[report.name] = report  # last in the order of news

    def all(self) -> Collection[Reported]:
        return self._by_name.values()

    def latest(self) -> dict[EngagementField, Reported]:
        """The latest readable report of each field."""
        return {each.field: each for each in self._by_name.values() if each.new_parsed is not None}
