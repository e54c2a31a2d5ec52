"""Deals, notes, tasks and views: rows that people write by id, each judged by itself, every change told field by field.

Contacts and companies are written by batches of their own (`batch`): they have keys, links and fields somebody made up.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Date, inspect
from sqlmodel import SQLModel, col, select

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report, undone
from graphql_schema.resolvers.bulk import Chosen, Versions, in_slices
from graphql_schema.resolvers.recording import open_journal, record
from models.base import table_of
from models.columns import UTCDateTime, iso_z, new_id
from models.database.session import Session
from models.database.statements import is_any
from models.errors import CRMError, NotFound, VersionConflict
from models.exact_json import JsonValue
from models.fields.cleaning import is_storable
from models.incoming import Item
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.pacing import slices
from models.search.fields import SearchType
from models.search.keeping import Searchable

DELETED_AT = "deleted_at"
STEP = 200  # rows; then other callers have their turn


class Versioned(Protocol):
    """Whatever counts its writes."""

    id: str
    version: int


def told(value: Any) -> JsonValue:
    """A value as the ledger keeps it."""
    if isinstance(value, datetime):
        return iso_z(value)
    known: JsonValue = value.isoformat() if isinstance(value, date) else value
    return known


def as_is(name: str, value: Any) -> tuple[str, JsonValue]:
    return name, told(value)


def as_stored(name: str, value: JsonValue) -> tuple[str, Any]:
    return name, value


@dataclass(frozen=True, slots=True)
class RowKind:
    """One kind of row: what the ledger calls it, which is the prefix of its ids too, what people call it, and its table.

    `shown` is how its history tells a column and a value, where that is not as they are stored.
    """

    entity: str
    noun: str
    model: Any
    shown: Callable[[str, Any], tuple[str, JsonValue]] = as_is
    stored: Callable[[str, JsonValue], tuple[str, Any]] = as_stored  # the other way round

    def change(self, name: str, old: Any, new: Any) -> tuple[str, dict[str, JsonValue]]:
        label, before = self.shown(name, old)
        return label, {"old": before, "new": self.shown(name, new)[1]}

    def told(self, row: Any) -> dict[str, JsonValue]:
        """A row as its history tells it."""
        return dict(self.shown(column.name, getattr(row, column.name)) for column in table_of(self.model).columns)

    def read(self, label: str, value: JsonValue) -> tuple[str, Any]:
        """The column, and the value it holds, of what the history tells."""
        name, value = self.stored(label, value)
        kind = table_of(self.model).c[name].type
        if isinstance(value, str) and isinstance(kind, UTCDateTime):
            return name, datetime.fromisoformat(value)
        if isinstance(value, str) and isinstance(kind, Date):
            return name, date.fromisoformat(value)
        return name, value


def conflict_of(noun: str, found: Versioned, expected: int | None) -> VersionConflict | None:
    """What stands in the way where the caller has read another version than there is."""
    if expected is None or expected == found.version:
        return None
    return VersionConflict(noun, found.id, expected=expected, current=found.version)


async def read_rows(session: Session, kind: RowKind, ids: Iterable[str]) -> dict[str, Any]:
    """The rows with these ids, deleted ones too, locked in the order of their ids; an unknown id is missing."""
    wanted = sorted({each for each in ids if is_storable(each)})
    statement = select(kind.model).where(is_any(col(kind.model.id), "ids", wanted))
    found = await session.exec(statement.order_by(col(kind.model.id)).with_for_update())
    return {row.id: row for row in found.all()}


def new_row(kind: RowKind, values: Mapping[str, Any], journal: Journal) -> Any:
    """A row that is made now, told as a change from nothing to its values."""
    now, actor_id = journal.now, journal.actor.id
    row = kind.model(
        id=new_id(kind.entity),
        created_at=now,
        created_by=actor_id,
        updated_at=now,
        updated_by=actor_id,
        version=1,
        **values,
    )
    fields = dict(kind.change(name, None, value) for name, value in values.items() if value is not None)
    journal.change(row.id, 1, fields, {}, entity=kind.entity)
    return row


def set_values(kind: RowKind, row: Any, values: Mapping[str, Any], journal: Journal) -> bool:
    """Set what differs and write the change down. True when anything did."""
    news = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not news:
        return False
    fields = dict(kind.change(name, getattr(row, name), value) for name, value in news.items())
    for name, value in news.items():
        setattr(row, name, value)
    row.version += 1
    row.updated_at, row.updated_by = journal.now, journal.actor.id
    journal.change(row.id, row.version, fields, {}, entity=kind.entity)
    return True


async def store_rows(session: Session, kind: RowKind, rows: Iterable[Any]) -> None:
    """Write the rows that were made or changed, and bring the search index in step."""
    if kind.entity in set(SearchType):
        searchable = Searchable(SearchType(kind.entity))
        for row in rows:
            state = inspect(row)
            if state.modified:
                deleted = row.deleted_at is not None
                searchable.note(row.id, row.model_dump(), deleted=deleted, is_new=state.pending)
        await searchable.store(session)
    await session.flush()


async def create_rows(
    ctx: Context,
    journal: Journal,
    kind: RowKind,
    count: int,
    make: Callable[[int], SQLModel],
    *,
    ready: Callable[[Session], Awaitable[None]] | None = None,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Store what `make` makes of each item. `ready` reads beforehand what making needs; an item that raises is refused."""
    outcomes: list[Outcome] = []

    async def work(session: Session) -> None:
        outcomes[:] = [Outcome(index) for index in range(count)]
        made: list[Any] = []
        if ready is not None:
            await ready(session)
        async for part in slices(outcomes, STEP):
            for outcome in part:
                try:
                    row: Any = make(outcome.index)
                except CRMError as problem:
                    _fail(outcome, problem, journal)
                    continue
                session.add(row)
                made.append(row)
                outcome.record_id, outcome.created, outcome.changed = row.id, True, True
                journal.decide(outcome.index, ItemDecision("created", record_id=row.id))
        await store_rows(session, kind, made)

    await record(ctx, journal, work, received=count, dry_run=dry_run, policy=policy)
    if policy is ErrorPolicy.ALL_OR_NOTHING:
        undone(outcomes)
    return Report(ctx.run_id, outcomes)


async def edit_rows(
    ctx: Context,
    journal: Journal,
    kind: RowKind,
    chosen: Chosen,
    edit: Callable[[Any], bool],
    *,
    became: str = "updated",
    there: Callable[[Any], bool] = lambda row: getattr(row, DELETED_AT, None) is None,
    ready: Callable[[Session], Awaitable[None]] | None = None,
    ended: Callable[[Session], Awaitable[None]] | None = None,
    versions: Versions | None = None,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Do `edit` to each row that is `there` for the caller, unless told each that is not deleted.

    It tells whether anything changed, and raises before it touches a row it refuses. `versions` are those the caller has
    read: a row that somebody wrote since is a conflict.
    """
    read = dict(versions or ())

    async def step(ids: Sequence[str], more: Callable[[], bool]) -> list[Outcome]:
        outcomes: list[Outcome] = []

        async def work(session: Session) -> None:
            await edit_all(session, ids, outcomes)

        await record(ctx, journal, work, received=len(ids), dry_run=dry_run, policy=policy, more=more)
        return outcomes

    async def edit_all(session: Session, ids: Sequence[str], outcomes: list[Outcome]) -> None:
        outcomes[:] = [Outcome(index, each) for index, each in enumerate(ids)]
        if ready is not None:
            await ready(session)
        rows = await read_rows(session, kind, ids)
        async for part in slices(outcomes, STEP):
            for outcome in part:
                row_id = ids[outcome.index]
                row = rows.get(row_id)
                try:
                    if row is None or not there(row):
                        raise NotFound(kind.noun, row_id)
                    if (conflict := conflict_of(kind.noun, row, read.get(row_id))) is not None:
                        raise conflict
                    outcome.changed = edit(row)
                except CRMError as problem:
                    _fail(outcome, problem, journal)
                    continue
                became_now = became if outcome.changed else "unchanged"
                journal.decide(outcome.index, ItemDecision(became_now, record_id=row_id))
        if ended is not None:
            await ended(session)
        await store_rows(session, kind, rows.values())

    return await in_slices(ctx, journal, chosen, step, policy=policy)


async def mark_rows(
    ctx: Context,
    act: str,
    kind: RowKind,
    chosen: Chosen,
    *,
    deleted: bool,
    versions: Versions | None = None,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Take rows away, or bring them back; doing it again changes nothing."""
    journal = open_journal(ctx, act, None, chosen.items(lambda each: Item(fields={"id": each})), **chosen.facts)

    def mark(row: Any) -> bool:
        if (row.deleted_at is not None) is deleted:
            return False
        return set_values(kind, row, {DELETED_AT: journal.now if deleted else None}, journal)

    became = "deleted" if deleted else "restored"
    return await edit_rows(
        ctx, journal, kind, chosen, mark, became=became, there=lambda row: True, versions=versions, policy=policy,
        dry_run=dry_run,
    )  # fmt: skip


async def remove_rows(
    ctx: Context,
    journal: Journal,
    kind: RowKind,
    ids: Sequence[str],
    names: Sequence[str],
    check: Callable[[Any], None],
    *,
    there: Callable[[Any], bool],
    dry_run: bool,
) -> Report:
    """Delete rows for good, unless `check` raises; the history keeps what stood in the columns `names`."""
    gone: dict[str, Any] = {}

    async def begin(_: Session) -> None:
        gone.clear()

    def note(row: Any) -> bool:
        check(row)
        if row.id in gone:
            return False
        gone[row.id] = row
        values = {name: getattr(row, name) for name in names}
        fields = dict(kind.change(name, value, None) for name, value in values.items() if value is not None)
        journal.change(row.id, row.version + 1, fields, {}, entity=kind.entity)
        return True

    async def remove(session: Session) -> None:
        for row in gone.values():
            await session.delete(row)

    return await edit_rows(
        ctx, journal, kind, Chosen(ids), note, became="deleted", there=there, ready=begin, ended=remove,
        dry_run=dry_run,
    )  # fmt: skip


def _fail(outcome: Outcome, problem: CRMError, journal: Journal) -> None:
    outcome.problem = problem
    journal.decide(
        outcome.index, ItemDecision("failed", record_id=outcome.record_id, code=problem.code, message=problem.message)
    )
