"""Contacts by when they were first written to, and how many of each lot had replied so many periods later."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, CompoundSelect, case, func, null, or_, select, union_all

from models.database.buckets import Numbering, bound_boundaries
from models.database.session import Session
from models.engagement.fact import FACTS, microseconds, moment_of
from models.engagement.numbers.calendar import Bucket, Interval, buckets_between, count_begun
from models.engagement.numbers.span import span_of
from models.engagement.numbers.wanted import Shape, Wanted, conditions_of_facts, conditions_of_people, moment
from models.engagement.words import EventKind
from models.errors import InvalidInput

_F = FACTS.c
_KINDS = (EventKind.CONNECTION_REQUEST_SENT, EventKind.MESSAGE_SENT, EventKind.MESSAGE_REPLIED)
# By how far the events came and not by their kinds: all facts in the order of contacts are read faster than half of them
# in the order of an index.
_IS_REPLY = _F.reached == 3
_IS_FIRST = or_(_F.connected == 1, _F.reached == 2)
_IS_TOLD = or_(_IS_FIRST, _IS_REPLY)


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
    buckets = await _buckets(session, everything, interval, zone)
    if not buckets:
        return []
    statement = _statement(session.driver.numbered, everything.shape, wanted.shape & {"since", "until"})
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
    begun = count_begun(interval, zone, buckets[0].start, now, most=max(sizes) + periods + 1)
    cohorts = []
    for number in range(min(sizes), max(sizes) + 1):
        total, columns = 0, list[int | None]()
        for later in range(periods + 1):
            total += replies[number][later]
            columns.append(total if number + later < begun else None)
        cohorts.append(Cohort(buckets[number], sizes[number], columns))
    return cohorts


async def _buckets(session: Session, everything: Wanted, interval: Interval, zone: ZoneInfo) -> Sequence[Bucket]:
    """Buckets for all that is wanted, or more than that: an index tells the ends of everything at once, so those of the
    wanted events are looked for only where there would be too many buckets."""

    async def fitting(wanted: Wanted) -> Sequence[Bucket]:
        span = await span_of(session, _KINDS, wanted)
        return buckets_between(interval, zone, moment_of(span[0]), moment_of(span[1] + 1)) if span else ()

    try:
        return await fitting(Wanted())
    except InvalidInput:
        if not everything.shape:
            raise
    return await fitting(everything)


@lru_cache(maxsize=128)
def _statement(numbered: Numbering, shape: Shape, period: Shape) -> CompoundSelect[tuple[int, int, int]]:
    """Numbers of the buckets of first contact and first reply, and how many contacts have them."""
    people = (
        select(
            _F.record_id,
            func.min(case((_IS_FIRST, _F.occurred_at))).label("first_at"),
            func.min(case((_IS_REPLY, _F.occurred_at))).label("reply_at"),
        )
        .where(_IS_TOLD, *conditions_of_facts(shape))
        .group_by(_F.record_id)
        .subquery("people")
    )
    c = people.c
    inside: list[ColumnElement[bool]] = [c.first_at.is_not(None), *conditions_of_people(shape, c.record_id)]
    inside += [c.first_at >= moment("since")] if "since" in period else []
    inside += [c.first_at < moment("until")] if "until" in period else []
    placed = numbered(select(people).where(*inside).subquery("wanted"), "first_at", "boundaries").c
    cohorts = select(placed.number.label("cohort"), placed.reply_at).cte("cohorts")
    of_silent, of_others = (cohorts.c.reply_at.is_(None), cohorts.c.reply_at.is_not(None))
    silent = select(cohorts.c.cohort, null(), func.count()).where(of_silent).group_by(cohorts.c.cohort)
    replied = numbered(select(cohorts).where(of_others).subquery("replied"), "reply_at", "boundaries").c
    counted = select(replied.cohort, replied.number, func.count()).group_by(replied.cohort, replied.number)
    return union_all(counted, silent)
