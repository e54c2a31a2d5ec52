"""Acts about many records: those with the ids that are told, or all that fulfil a filter.

What fulfils a filter is read once, so the act itself cannot move records in or out of it. Ids go in one transaction;
what a filter finds may be much more, and goes slice by slice, all of them one run. So do batches: other writers wait for a
slice at most.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Table, func
from sqlmodel import select

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report, Tally, undone
from models.choosing import soonest
from models.database.engine import BATCH_DEADLINE_SECONDS
from models.errors import InvalidInput, TooLarge
from models.exact_json import JsonValue, decode_json
from models.incoming import Item
from models.ledger.journal import Journal

SLICE = 1_000  # records of one transaction
SMALLER = 16  # parts of a slice, each stored by itself where others wait to write
MOST_MATCHED = 200_000
MOST_REPEATED = 20_000_000  # bytes of changes that a run keeps with each of its items
MOST_TOLD = 50  # results of an act that goes by a filter; the run keeps all of them

Versions = Sequence[tuple[str, int]]  # ids, and the version of each that the caller has read


class Filter(Protocol):
    """Which records of a table."""

    def conditions(self) -> list[ColumnElement[bool]]: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter over a table, if one was told, by the name of its argument."""

    name: str
    table: Table
    filter: Filter | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ids an act is about, and by its argument the filter that found them, as the ledger tells it; none for told ids."""

    ids: Sequence[str]
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_found(self) -> bool:
        """Whether a filter found them."""
        return bool(self.facts)

    def items(self, item: Callable[[str], Item]) -> list[Item] | None:
        """What the run keeps as received: an item for each id that was told."""
        return [item(each) for each in self.ids] if not self.is_found else None

    def told(
        self, changes: Mapping[str, JsonValue], *, id_name: str = "id"
    ) -> tuple[list[Item] | None, dict[str, Any]]:
        """What the run keeps of the same changes to all: they stand in each item that was told, where that is not too much,
        else once among the facts.
        """
        text = Item(fields=changes).json()
        if not self.is_found and len(text) * len(self.ids) <= MOST_REPEATED:
            return self.items(lambda each: Item(fields={id_name: each, **changes})), {}
        return self.items(lambda each: Item(fields={id_name: each})), {**self.facts, "changes": decode_json(text)}


async def choose(
    ctx: Context, ids: Sequence[str] | None, *wanted: Wanted, policy: ErrorPolicy = ErrorPolicy.EACH
) -> Chosen:
    """What an act is about. Raises InvalidInput unless either the ids or one filter are told, and TooLarge for a filter
    that finds more than one act may change.
    """
    ctx.require_write()
    told = [each for each in wanted if each.filter is not None]
    if (ids is not None) + len(told) != 1:
        names = ", ".join(("ids", *(each.name for each in wanted)))
        raise InvalidInput(f"Tell exactly one of {names}", field="ids")
    if ids is not None:
        return Chosen(ids)
    [one] = told
    most = MOST_MATCHED if policy is ErrorPolicy.EACH else ctx.limits.batch_items
    conditions = one.filter.conditions() if one.filter is not None else []
    async with ctx.db.read(deadline_seconds=BATCH_DEADLINE_SECONDS) as session:
        key = one.table.c.id
        conditions = await soonest(session, conditions, whole=True)
        found = list((await session.exec(select(key).where(*conditions).order_by(key).limit(most + 1))).all())
        if len(found) > most:
            counted = await session.exec(select(func.count()).select_from(one.table).where(*conditions))
            at_once = "" if policy is ErrorPolicy.EACH else " where it is all or nothing"
            raise TooLarge(f"At most {most:,} can be changed by one act{at_once}; the filter finds {counted.one():,}")
    return Chosen(found, {one.name: _plain(one.filter)})


T = TypeVar("T")
# Does a slice, told whether more of them follow, and records it in the journal of the act.
Step = Callable[[Sequence[T], Callable[[], bool]], Awaitable[list[Outcome]]]


def slice_of(ctx: Context, size: int) -> int:
    """How much of a long act goes into its next transaction."""
    return max(size // SMALLER, 1) if ctx.db.is_crowded else size


async def in_order(ctx: Context, items: Sequence[T], size: int, step: Step[T], *, at_once: bool) -> list[Outcome]:
    """What becomes of the items of a batch, so many of a transaction; all of them in one where it has to be `at_once`."""
    if at_once:
        return await step(items, lambda: False)
    found: list[Outcome] = []
    async for outcomes in _slice_by_slice(ctx, items, size, step):
        found += outcomes
    return found


async def _slice_by_slice(ctx: Context, items: Sequence[T], size: int, step: Step[T]) -> AsyncIterator[list[Outcome]]:
    start, more = 0, True
    while more:
        end = start + slice_of(ctx, size)
        more = end < len(items)
        outcomes = await step(items[start:end], lambda more=more: more)  # type: ignore[misc]
        for outcome in outcomes:
            outcome.index += start
        yield outcomes
        start = end


async def in_slices(
    ctx: Context, journal: Journal, chosen: Chosen, step: Step[str], *, policy: ErrorPolicy = ErrorPolicy.EACH
) -> Report:
    """Do `step` with the ids of each slice, and tell what became of the most notable."""
    ids = chosen.ids
    if not chosen.is_found or policy is ErrorPolicy.ALL_OR_NOTHING:
        outcomes = await step(ids, lambda: False)
        if policy is ErrorPolicy.ALL_OR_NOTHING:
            undone(outcomes)
        return Report(ctx.run_id, _told(outcomes) if chosen.is_found else outcomes, Tally.of(outcomes))
    tally = Tally()
    notable: list[Outcome] = []
    others: list[Outcome] = []
    async for outcomes in _slice_by_slice(ctx, ids, SLICE, step):
        tally += Tally.of(outcomes)
        for outcome in outcomes:
            kept = notable if outcome.problem is not None else others
            if len(kept) < MOST_TOLD:
                kept.append(outcome)
    return Report(ctx.run_id, [*notable, *others][:MOST_TOLD], tally)


def _told(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return sorted(outcomes, key=lambda each: each.problem is None)[:MOST_TOLD]


def _plain(value: Any) -> JsonValue:
    """A filter as JSON; what it leaves open is left out."""
    if is_dataclass(value):
        told = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {name: each for name, each in told.items() if each is not None}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    plain: JsonValue = value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
    return plain
