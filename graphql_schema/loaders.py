"""Rows for fields, many at a time: every relation of a level is one statement, however many records ask.

A loader lives as long as the call, and each of its batches opens a read block of its own: fields that are resolved side
by side never share a session.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, CompoundSelect, Select, Table, func, select
from sqlalchemy.sql import FromClause
from strawberry.dataloader import DataLoader

from graphql_schema.context import Context
from graphql_schema.keyset import Order
from graphql_schema.pages import read_page
from graphql_schema.paging import Connection, Page, connection
from models.access.policy import rule_of
from models.choosing import soonest
from models.configuration import Configuration, load_configuration
from models.counting.statements import Records
from models.database.statements import is_any
from models.errors import Unavailable
from models.fields.cleaning import is_storable
from models.search.finding import FoundByWords

T = TypeVar("T")

QUICK_SECONDS = 0.25  # that somebody waits for a number beside the rows
LONG = 200_000  # records of a kind, of which those with common words are not counted in that time


@dataclass(frozen=True, eq=False, slots=True)
class Source:
    """How rows become records: the table, the columns to select, and what makes a record of their values."""

    table: Table
    columns: tuple[ColumnElement[Any], ...]
    make: Callable[[Sequence[Any]], Any]

    @property
    def live(self) -> list[ColumnElement[bool]]:
        """What hides deleted records from lists."""
        return [self.table.c.deleted_at.is_(None)] if "deleted_at" in self.table.c else []

    def visible(self, ctx: Context) -> list[ColumnElement[bool]]:
        """What hides others' records from an actor. Raises NotAllowed where the actor may see none of the table."""
        rule = rule_of(self.table.name)
        ctx.require(rule.needs)
        return [self.table.c[rule.owner] == ctx.actor.id] if rule.owner is not None else []


@dataclass(frozen=True, eq=False, slots=True)
class Children:
    """Records tied to another: `parent` is the column that holds the other's id.

    With a table in between, `child` is its column with the record's own id.
    """

    target: Table
    parent: ColumnElement[Any]
    order: Order
    child: Column[Any] | None = None
    only: tuple[ColumnElement[bool], ...] = ()  # which of the rows in between

    def tables(self) -> FromClause:
        if self.child is None:
            return self.target
        return self.child.table.join(self.target, self.target.c.id == self.child)


@dataclass(frozen=True, eq=False, slots=True)
class Listed:
    """The records of lists that are alike: those of one list, or of all parents whose lists a document asks for."""

    source: Source
    records: Records
    order: Order


@dataclass(frozen=True, slots=True)
class Whole:
    """A list without its pages, for what is counted of it: one parent's among those that are alike."""

    listed: Listed
    parent: Any = None


def batched(ctx: Context, key: Hashable, load: Callable[[list[Any]], Awaitable[list[Any]]]) -> DataLoader[Any, Any]:
    """This call's loader under `key`. Raises NotAllowed without the permission to read."""
    ctx.require_read()
    loader: DataLoader[Any, Any] | None = ctx.loaders.get(key)
    if loader is None:
        loader = ctx.loaders[key] = DataLoader(load)
    return loader


async def fetch(ctx: Context, statement: Select[Any] | CompoundSelect[Any]) -> Sequence[Any]:
    """All rows of a select, in a read block of its own."""
    async with ctx.db.read() as session:
        return (await session.exec(statement)).all()  # type: ignore[call-overload, no-any-return]


async def configuration_of(ctx: Context) -> Configuration:
    """The decisions in force, read once for the call."""

    async def load(keys: list[None]) -> list[Configuration]:
        async with ctx.db.read() as session:
            return [await load_configuration(session)] * len(keys)

    configuration: Configuration = await batched(ctx, "configuration", load).load(None)
    return configuration


async def load_record(ctx: Context, source: Source, record_id: str) -> Any:
    """The record with this id, deleted or not; None when there is none."""
    return await batched(ctx, source, partial(_records, ctx, source)).load(record_id)


async def _records(ctx: Context, source: Source, ids: list[str]) -> list[Any]:
    wanted, own = [each for each in ids if is_storable(each)], source.table.c.id
    statement = select(*source.columns, own.label("own_id")).where(is_any(own, "ids", wanted), *source.visible(ctx))
    found = {row[-1]: source.make(row) for row in await fetch(ctx, statement)}
    return [found.get(each) for each in ids]


async def load_grouped(ctx: Context, source: Source, column: ColumnElement[Any], value: str) -> list[Any]:
    """All records whose `column` is `value`: for what a record has a handful of."""
    return list(await batched(ctx, (source, column), partial(_grouped, ctx, source, column)).load(value))


async def _grouped(ctx: Context, source: Source, column: ColumnElement[Any], values: list[str]) -> list[Any]:
    key = source.table.primary_key.columns
    theirs = (is_any(column, "ids", values), *source.visible(ctx))
    statement = select(*source.columns, column.label("grouped_by")).where(*theirs).order_by(*key)
    found: dict[str, list[Any]] = {}
    for row in await fetch(ctx, statement):
        found.setdefault(row[-1], []).append(source.make(row))
    return [found.get(each, []) for each in values]


def load_children(ctx: Context, source: Source, children: Children, parent_id: str, page: Page) -> Connection[Any]:
    """A page of the records tied to one record; every record that asks for the same page is served by one statement."""
    loader = batched(ctx, (children, page), partial(_children, ctx, source, children, page))

    async def count() -> int:
        return int(await batched(ctx, (children, "count"), partial(_counts, ctx, source, children)).load(parent_id))

    made = connection(partial(loader.load, parent_id), page, children.order, source.make, count)
    made.whole = Whole(_alike(ctx, source, children), parent_id)
    return made


def _alike(ctx: Context, source: Source, children: Children) -> Listed:
    key = children, "whole"
    listed: Listed | None = ctx.loaders.get(key)
    if listed is None:
        shown = (*children.only, *source.live, *source.visible(ctx))
        records = Records(source.table, children.tables(), shown, children.parent)
        listed = ctx.loaders[key] = Listed(source, records, children.order)
    return listed


async def _children(
    ctx: Context, source: Source, children: Children, page: Page, parent_ids: list[str]
) -> list[list[Any]]:
    order = children.order
    place = func.row_number().over(partition_by=children.parent, order_by=page.sorting(order)).label("place")
    numbered = (
        select(
            children.parent.label("parent_id"),
            *(column.label(f"column_{at}") for at, column in enumerate(source.columns)),
            *order.columns,
            place,
        )
        .select_from(children.tables())
        .where(
            is_any(children.parent, "parents", parent_ids),
            *children.only,
            *source.live,
            *source.visible(ctx),
            *page.condition(order),
        )
        .subquery()
    )
    parent, *columns, number = numbered.c
    statement = select(*columns, parent).where(number <= page.size + 1).order_by(parent, number)
    found: dict[str, list[Any]] = {}
    for row in await fetch(ctx, statement):
        found.setdefault(row[-1], []).append(row[:-1])
    return [found.get(each, []) for each in parent_ids]


async def _counts(ctx: Context, source: Source, children: Children, parent_ids: list[str]) -> list[int]:
    statement = (
        select(children.parent, func.count())
        .select_from(children.tables())
        .where(is_any(children.parent, "parents", parent_ids), *children.only, *source.live, *source.visible(ctx))
        .group_by(children.parent)
    )
    found = {row[0]: row[1] for row in await fetch(ctx, statement)}
    return [found.get(each, 0) for each in parent_ids]


def load_list(
    ctx: Context, source: Source, conditions: Sequence[ColumnElement[bool]], order: Order, page: Page
) -> Connection[Any]:
    """A page of all records that fulfil the conditions."""
    ctx.require_read()
    conditions = (*conditions, *source.visible(ctx))

    async def read() -> list[Any]:
        async with ctx.db.read() as session:
            return await read_page(session, source.table, source.columns, conditions, order, page)

    async def count(deadline_seconds: float | None = None) -> int:
        async with ctx.db.read(deadline_seconds=deadline_seconds) as session:
            wanted = await soonest(session, conditions, whole=True)
            return int((await session.exec(select(func.count()).select_from(source.table).where(*wanted))).one()[0])  # type: ignore[call-overload]

    async def quick() -> int | None:
        if any(isinstance(each, FoundByWords) for each in conditions) and await _is_long(ctx, source.table):
            return None  # nothing stops an index of words that has begun to look
        try:
            return await count(QUICK_SECONDS)
        except Unavailable:
            return None

    made = connection(read, page, order, source.make, count)
    made.quick = quick
    made.whole = Whole(Listed(source, Records(source.table, source.table, conditions), order))
    return made


async def _is_long(ctx: Context, table: Table) -> bool:
    return bool(await fetch(ctx, select(table.c.id).offset(LONG).limit(1)))
