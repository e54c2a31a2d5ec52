"""A measure day by day, week by week or month by month."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from models.database.buckets import Bucketing, Numbering, bound_boundaries
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.fact import FACTS, microseconds, moment_of
from models.engagement.numbers.calendar import Bucket, Interval, buckets_between
from models.engagement.numbers.dimensions import (
    Dimensions,
    Key,
    Values,
    are_of_contacts,
    event_keys,
    keys_over,
    largest,
    may_repeat,
    named,
    once,
)
from models.engagement.numbers.span import span_of
from models.engagement.numbers.wanted import Shape, Wanted, conditions, conditions_of_facts, conditions_of_people
from models.engagement.words import EventKind

MOST_LINES = 50  # the largest
MOST_POINTS = 20_000  # of all lines together

_F = FACTS.c


class Measure(StrEnum):
    ADDED = "added"
    CONNECTION_REQUESTS = "connection_requests"
    CONNECTIONS = "connections"
    MESSAGES = "messages"
    REPLIES = "replies"
    OPENS = "opens"
    CLICKS = "clicks"
    CONTACTED = "contacted"
    CONTACTS_REPLIED = "contacts_replied"
    REPLY_RATE = "reply_rate"
    CONNECT_RATE = "connect_rate"
    OPEN_RATE = "open_rate"
    CLICK_RATE = "click_rate"


@dataclass(frozen=True, slots=True)
class Point:
    """What one bucket holds; of a rate, how many of how many."""

    count: int
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One point for each bucket, in order."""

    keys: tuple[Key, ...]
    points: Sequence[Point]

    @property
    def size(self) -> int:
        return sum(point.count if point.of is None else point.of for point in self.points)


@dataclass(frozen=True, slots=True)
class Series:
    buckets: Sequence[Bucket]
    lines: Sequence[Line]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a measure looks at: events of these kinds, or the contacts that have one."""

    kinds: tuple[EventKind, ...]
    contacts: bool = False


@dataclass(frozen=True, slots=True)
class _Rated:
    """How a rate is formed: a contact belongs where the first event that `begins` it does, and is won from `least` on."""

    begins: ColumnElement[bool]
    level: ColumnElement[Any]
    least: int


_REQUEST, _ACCEPTED = EventKind.CONNECTION_REQUEST_SENT, EventKind.CONNECTION_ACCEPTED
_SENT, _REPLIED = EventKind.MESSAGE_SENT, EventKind.MESSAGE_REPLIED
_OPENED, _CLICKED = EventKind.OPENED, EventKind.CLICKED

_COUNTED = {
    Measure.ADDED: _Counted((EventKind.ADDED,)),
    Measure.CONNECTION_REQUESTS: _Counted((_REQUEST,)),
    Measure.CONNECTIONS: _Counted((_ACCEPTED,)),
    Measure.MESSAGES: _Counted((_SENT,)),
    Measure.REPLIES: _Counted((_REPLIED,)),
    Measure.OPENS: _Counted((_OPENED,)),
    Measure.CLICKS: _Counted((_CLICKED,)),
    Measure.CONTACTED: _Counted((_REQUEST, _SENT), contacts=True),
    Measure.CONTACTS_REPLIED: _Counted((_REPLIED,), contacts=True),
    Measure.REPLY_RATE: _Counted((_SENT, _REPLIED), contacts=True),
    Measure.CONNECT_RATE: _Counted((_REQUEST, _ACCEPTED), contacts=True),
    Measure.OPEN_RATE: _Counted((_SENT, _REPLIED, _OPENED, _CLICKED), contacts=True),
    Measure.CLICK_RATE: _Counted((_SENT, _REPLIED, _OPENED, _CLICKED), contacts=True),
}
_MAILED = or_(_F.reached >= 2, _F.noticed >= 1)
_RATES = {
    Measure.REPLY_RATE: _Rated(_F.reached >= 2, _F.reached, 3),
    Measure.CONNECT_RATE: _Rated(_F.connected >= 1, _F.connected, 2),
    Measure.OPEN_RATE: _Rated(_MAILED, _F.noticed, 1),
    Measure.CLICK_RATE: _Rated(_MAILED, _F.noticed, 2),
}


async def count_series(
    session: Session, measure: Measure, wanted: Wanted, by: Dimensions, interval: Interval, zone: ZoneInfo
) -> Series:
    """The measure in every bucket of the wanted period; where its ends are open, from the first event to the last.

    A line each group; without dimensions there is one, even of zeros. Raises InvalidInput for too many buckets.
    """
    wanted = await _within_data(session, measure, wanted)
    if wanted.since is None or wanted.until is None:
        return Series((), (), is_cut=False)
    buckets = buckets_between(interval, zone, wanted.since, wanted.until)
    if not buckets:
        return Series((), (), is_cut=False)
    # The ends of the period stand in for those of the first and last bucket: one range of moments finds its rows faster
    # than two that must both hold.
    boundaries = [wanted.since, *(bucket.start for bucket in buckets[1:]), wanted.until]
    bound = bound_boundaries("boundaries", [microseconds(each) for each in boundaries])
    if is_rate := measure in _RATES:
        statement = _statement_of_rate(session.driver.numbered, measure, wanted.shape, by)
    else:
        statement = _statement(session.driver.in_buckets, measure, wanted.shape - {"since", "until"}, by)
    rows = await session.rows(statement, **wanted.parameters, **bound)
    counted: dict[Values, dict[int, Point]] = {} if by else {(): {}}
    for number, *values in rows:
        group, (total, *won) = tuple(values[: len(by)]), values[len(by) :]
        if total:  # a bucket may come without any row
            counted.setdefault(group, {})[number] = Point(won[0], total) if is_rate else Point(total)
    keys = await named(session, by, counted)
    nothing = Point(0, 0) if is_rate else Point(0)
    lines = [
        Line(keys[group], [points.get(number, nothing) for number in range(len(buckets))])
        for group, points in counted.items()
    ]
    lines.sort(key=lambda line: (-line.size, *(key.place for key in line.keys)))
    most = min(MOST_LINES, MOST_POINTS // len(buckets))
    return Series(buckets, lines[:most], is_cut=len(lines) > most)


async def _within_data(session: Session, measure: Measure, wanted: Wanted) -> Wanted:
    """What is wanted, with the ends of its period that are open set to the first and last event there is."""
    if wanted.since is not None and wanted.until is not None:
        return wanted
    span = await span_of(session, _COUNTED[measure].kinds, wanted)
    if span is None:
        return wanted
    first, last = span
    after = moment_of(last) + timedelta(microseconds=1)
    return replace(wanted, since=wanted.since or moment_of(first), until=wanted.until or after)


@lru_cache(maxsize=256)
def _statement(in_buckets: Bucketing, measure: Measure, shape: Shape, by: Dimensions) -> Select[Any]:
    """Number of the bucket, keys, and the count."""
    counted = _COUNTED[measure]
    told = in_buckets(FACTS, _F.occurred_at, "boundaries", (_are(counted.kinds), *once(by, shape), *conditions(shape)))
    keys = event_keys(by)
    grouped = [key.element for key in keys]
    number = told.number.label("number")
    if not counted.contacts and not are_of_contacts(by) and not may_repeat(by, shape):
        totals = select(number, *keys, func.sum(_F.count).label("total")).group_by(told.number, *grouped)
        return _of_largest_lines(totals.select_from(told.rows).where(told.condition), by)
    # Once for each contact, or each event, and then together.
    if counted.contacts:
        each = select(number, _F.record_id, *keys).group_by(told.number, _F.record_id, *grouped)
    else:
        each = select(number, _F.record_id, *keys, func.max(_F.count).label("count"))
        each = each.group_by(told.number, _F.record_id, _F.event_id, *grouped)
    people = each.select_from(told.rows).where(told.condition).subquery("people")
    groups, rows = keys_over(people, by)
    total = func.count(people.c.record_id) if counted.contacts else func.sum(people.c.count)
    totals = select(people.c.number, *groups, total.label("total"))
    return _of_largest_lines(totals.select_from(rows).group_by(people.c.number, *groups), by)


@lru_cache(maxsize=256)
def _statement_of_rate(numbered: Numbering, measure: Measure, shape: Shape, by: Dimensions) -> Select[Any]:
    """Number of the bucket, keys, how many contacts began in it, and how many of them were won."""
    rate = _RATES[measure]
    keys = event_keys(by)
    people = (
        select(_F.record_id, *keys, func.min(_F.occurred_at).label("first_at"), func.max(rate.level).label("level"))
        .where(rate.begins, *conditions_of_facts(shape))
        .group_by(_F.record_id, *(key.element for key in keys))
        .subquery("people")
    )
    living = select(people).where(*conditions_of_people(shape, people.c.record_id)).subquery("living")
    placed = numbered(living, "first_at", "boundaries")
    groups, rows = keys_over(placed, by)
    won = func.sum(case((placed.c.level >= rate.least, 1), else_=0))
    totals = select(placed.c.number, *groups, func.count().label("total"), won.label("won"))
    return _of_largest_lines(totals.select_from(rows).group_by(placed.c.number, *groups), by)


def _are(kinds: tuple[EventKind, ...]) -> ColumnElement[bool]:
    """Events of these kinds."""
    return _F.kind == kinds[0] if len(kinds) == 1 else is_any(_F.kind, "kinds", kinds)


def _of_largest_lines(totals: Select[Any], by: Dimensions) -> Select[Any]:
    if not by:
        return totals
    each = totals.subquery("totals")
    size = func.sum(each.c.total).over(partition_by=[each.c[key] for key in by]).label("size")
    sized = select(each, size).where(each.c.total > 0).subquery("sized")
    return largest(select(sized), by, sized.c.size, MOST_LINES + 1)
