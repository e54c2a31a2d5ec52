"""How long people take to answer: from the last message they got to their first reply."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from models.database.session import Session
from models.engagement.fact import FACTS
from models.engagement.numbers.counting import MOST_GROUPS
from models.engagement.numbers.dimensions import Dimensions, Key, Values, event_keys, keys_over, largest, named, once
from models.engagement.numbers.statistics import quartile
from models.engagement.numbers.wanted import Shape, Wanted, conditions, conditions_of_events
from models.engagement.words import EventKind

MICROSECONDS_AN_HOUR = 3_600_000_000

_F = FACTS.c
_MESSAGES = FACTS.alias("message")
_M = _MESSAGES.c
# What is asked of the reply alone: the message may be older than the period, and a reply may not tell its step.
_OF_REPLIES = frozenset(("since", "until", "steps", "step"))


@dataclass(frozen=True, slots=True)
class ReplyTimes:
    """Hours between message and reply; None where no pair was observed.

    `inferred`: contacts whose first reply is known only from a state that moved, so that nobody knows its hour.
    `unpaired`: contacts whose first reply was observed, but no message before it.
    """

    keys: tuple[Key, ...]
    measured: int
    inferred: int
    unpaired: int
    first_quartile: float | None
    median: float | None
    third_quartile: float | None


@dataclass(frozen=True, slots=True)
class Times:
    groups: Sequence[ReplyTimes]
    is_cut: bool


async def time_replies(session: Session, wanted: Wanted, by: Dimensions, most: int = MOST_GROUPS) -> Times:
    """The groups that the dimensions make, those with the most replies first; without any, the one of everybody."""
    shape = wanted.shape
    found: dict[Values, _Found] = {} if by else {(): _Found()}
    for row in await session.rows(_statement(shape, by), **wanted.parameters):
        each = found.setdefault(tuple(row[: len(by)]), _Found())
        each.replies, each.inferred, each.measured, place, waited = row[len(by) : len(by) + 5]
        if waited is not None:
            each.waits[place - 1] = waited / MICROSECONDS_AN_HOUR
    keys = await named(session, by, found)
    ordered = sorted(found.items(), key=lambda each: (-each[1].replies, *(key.place for key in keys[each[0]])))
    groups = [each.times(keys[group]) for group, each in ordered]
    return Times(groups[:most], is_cut=len(groups) > most)


class _Found:
    """What the rows of one group told so far."""

    def __init__(self) -> None:
        self.replies = self.inferred = self.measured = 0
        self.waits: dict[int, float] = {}  # by place among the sorted ones, from 0

    def times(self, keys: tuple[Key, ...]) -> ReplyTimes:
        quartiles = [quartile(each, self.measured, self.waits) if self.measured else None for each in (1, 2, 3)]
        unpaired = self.replies - self.inferred - self.measured
        return ReplyTimes(keys, self.measured, self.inferred, unpaired, *quartiles)


@lru_cache(maxsize=256)
def _statement(shape: Shape, by: Dimensions) -> Select[Any]:
    """For each group its sums, with a row for each wait that a quartile is made of, or one of nulls where there is none."""
    groups, rows = keys_over(waits := _waits(shape, by), by)

    def over_group(function: Any, **order: Any) -> ColumnElement[Any]:
        return function.over(partition_by=groups or None, **order)  # type: ignore[no-any-return]

    placed = (
        select(
            *groups,
            over_group(func.count()).label("replies"),
            over_group(func.sum(waits.c.is_inferred)).label("inferred"),
            over_group(func.count(waits.c.waited)).label("measured"),
            over_group(func.row_number(), order_by=waits.c.waited.nulls_last()).label("place"),
            waits.c.waited,
        )
        .select_from(rows)
        .subquery("placed")
    )
    c = placed.c
    steps = [(c.measured - 1) * quarter for quarter in (1, 2, 3)]
    is_middle = or_(*(c.place == 1 + part // 4 for step in steps for part in (step, step + 3)))
    kept = select(placed).where(or_(and_(c.waited.is_not(None), is_middle), and_(c.measured == 0, c.place == 1)))
    return largest(kept, by, c.replies, MOST_GROUPS + 1)


def _waits(shape: Shape, by: Dimensions) -> Any:
    """Each contact with a first reply: the microseconds it took, null where message or reply was not observed."""
    keys = event_keys(by)
    replied = (
        select(
            _F.record_id,
            *keys,
            func.min(_F.occurred_at).label("first_at"),
            func.min(case((_F.is_observed, _F.occurred_at))).label("observed_at"),
        )
        .where(_F.kind == EventKind.MESSAGE_REPLIED, *once(by, shape), *conditions(shape))
        .group_by(_F.record_id, *(key.element for key in keys))
        .subquery("replied")
    )
    is_observed = replied.c.observed_at == replied.c.first_at
    is_before = and_(
        is_observed,
        _M.record_id == replied.c.record_id,
        # A message, said so that SQLite goes by the contact and not by the index of kinds and moments.
        _M.reached == 2,
        _M.is_observed,
        _M.occurred_at < replied.c.first_at,
        *conditions_of_events(shape - _OF_REPLIES, _MESSAGES),
        *(
            _M[key.element.name].is_not_distinct_from(replied.c[key.name])
            for key in keys
            if key.name not in _OF_REPLIES
        ),
    )
    grouped = [replied.c.record_id, *(replied.c[key.name] for key in keys), replied.c.observed_at, replied.c.first_at]
    return (
        select(
            *grouped[:-2],
            case((is_observed, 0), else_=1).label("is_inferred"),
            (replied.c.first_at - func.max(_M.occurred_at)).label("waited"),
        )
        .select_from(replied.outerjoin(_MESSAGES, is_before))
        .group_by(*grouped)
        .subquery("waits")
    )
