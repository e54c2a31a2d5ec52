"""Contacts by when they were first written to, and how many of each lot had replied so many periods later."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import Select, case, func, or_, select

from models.database.buckets import Bucketing, bound_boundaries
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.fact import FACTS, microseconds, moment_of
from models.engagement.numbers.calendar import Bucket, Interval, buckets_between
from models.engagement.numbers.dimensions import once
from models.engagement.numbers.wanted import Shape, Wanted, conditions, moment
from models.engagement.words import EventKind

_F = FACTS.c
_FIRST = (EventKind.CONNECTION_REQUEST_SENT, EventKind.MESSAGE_SENT)
_ARE_TOLD = is_any(_F.kind, "kinds", (*_FIRST, EventKind.MESSAGE_REPLIED))


@dataclass(frozen=True, slots=True)
class Cohort:
    """The contacts first written to in one bucket. `replied[n]`: who had replied by the end of the n-th bucket after it;
    None where that bucket has not begun yet."""

    bucket: Bucket
    size: int
    replied: Sequence[int | None]


async def count_cohorts(
    session: Session, wanted: Wanted, interval: Interval, periods: int, zone: ZoneInfo, now: datetime
) -> list[Cohort]:
    """The cohorts of the wanted period, oldest first; those nobody is in are left out at both ends alone.

    The period is about first contacts. Replies count whenever they came, and what came before the first contact of the
    period counts for telling that it was not the first. Raises InvalidInput for too many buckets.
    """
    everything = replace(wanted, since=None, until=None)
    rows = await session.rows(_span(everything.shape), **everything.parameters)
    first, last = rows[0]
    if first is None:
        return []
    buckets = buckets_between(interval, zone, moment_of(first), moment_of(last) + timedelta(microseconds=1))
    statement = _statement(session.driver.in_buckets, everything.shape, wanted.shape & {"since", "until"})
    boundaries = [microseconds(each) for each in (*(bucket.start for bucket in buckets), buckets[-1].end)]
    rows = await session.rows(statement, **wanted.parameters, **bound_boundaries("boundaries", boundaries))
    sizes: dict[int, int] = defaultdict(int)
    replies: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for cohort, reply, contacts in rows:
        sizes[cohort] += contacts
        if reply is not None and reply >= cohort:
            replies[cohort][reply - cohort] += contacts
    if not sizes:
        return []
    begun = buckets_between(interval, zone, buckets[0].start, max(now, buckets[-1].start) + timedelta(microseconds=1))
    cohorts = []
    for number in range(min(sizes), max(sizes) + 1):
        total, columns = 0, list[int | None]()
        for later in range(periods + 1):
            total += replies[number][later]
            columns.append(total if number + later < len(begun) else None)
        cohorts.append(Cohort(buckets[number], sizes[number], columns))
    return cohorts


@lru_cache(maxsize=128)
def _span(shape: Shape) -> Select[tuple[int, int]]:
    return select(func.min(_F.occurred_at), func.max(_F.occurred_at)).where(_ARE_TOLD, *conditions(shape))


@lru_cache(maxsize=128)
def _statement(in_buckets: Bucketing, shape: Shape, period: Shape) -> Select[tuple[int, int, int]]:
    """Numbers of the buckets of first contact and first reply, and how many contacts have them."""
    told = in_buckets(FACTS, _F.occurred_at, "boundaries", (_ARE_TOLD, *conditions(shape), *once((), shape)))
    is_first = or_(*(_F.kind == kind for kind in _FIRST))
    first_at = func.min(case((is_first, _F.occurred_at)))
    # The bucket of the earliest event is the earliest bucket of an event.
    people = (
        select(
            func.min(case((is_first, told.number))).label("cohort"),
            func.min(case((_F.kind == EventKind.MESSAGE_REPLIED, told.number))).label("reply"),
        )
        .select_from(told.rows)
        .where(told.condition)
        .group_by(_F.record_id)
        .having(first_at.is_not(None))
    )
    people = people.having(first_at >= moment("since")) if "since" in period else people
    people = people.having(first_at < moment("until")) if "until" in period else people
    each = people.subquery("people").c
    return select(each.cohort, each.reply, func.count()).group_by(each.cohort, each.reply)
