"""Declaring the types of stored records: each field says once where it comes from.

`column()` is a column of the table, `to_one()` the record whose id an attribute holds, `to_many()` the records that are
tied to this one. From that come the resolvers with batched loaders; every other field is ordinary code.
"""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, dataclass_transform

import strawberry
from sqlalchemy import Column, ColumnElement, Table, Text, type_coerce
from sqlmodel import SQLModel

from graphql_schema.context import Context
from graphql_schema.described import object_type
from graphql_schema.keyset import Order
from graphql_schema.loaders import Children, Source, load_children, load_record
from graphql_schema.paging import Page
from models.access.policy import rule_of
from models.base import table_of

T = TypeVar("T")
Info = strawberry.Info[Context, None]

SOURCE = "source"  # in a field's metadata: where its value comes from

First = Annotated[
    int | None, strawberry.argument(description="How many entries, from the start; 50 unless told, 200 at most.")
]
After = Annotated[str | None, strawberry.argument(description="Only entries behind this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="How many entries, from the end.")]
Before = Annotated[str | None, strawberry.argument(description="Only entries ahead of this cursor.")]


@dataclass(frozen=True, slots=True)
class FromColumn:
    """A column by name; `raw` leaves its JSON as text, `read` turns the stored value into the field's."""

    name: str | None = None
    raw: bool = False
    read: Callable[[Any], Any] | None = None


@dataclass(frozen=True, slots=True)
class ToOne:
    """The record of `target` whose id stands in the attribute `via`."""

    via: str
    target: Table


SOURCES: dict[Table, Source] = {}  # how rows of each table are read; filled by `record`


def column(description: str, *, name: str | None = None, read: Callable[[Any], Any] | None = None) -> Any:
    """A field that is a column, of the same name unless told."""
    return strawberry.field(description=description, metadata={SOURCE: FromColumn(name, read=read)})


def hidden(*, name: str | None = None, raw: bool = False) -> Any:
    """A column that is no field but that fields are made from; declare it `strawberry.Private`."""
    return dataclasses.field(metadata={SOURCE: FromColumn(name, raw)})


def to_one(via: str, target: type[SQLModel], description: str) -> Any:
    """The record whose id the attribute `via` holds; null where there is none, or none that is known here."""
    relation = ToOne(via, table_of(target))

    async def resolve(self: Any, info: Info) -> Any:
        record_id = getattr(self, relation.via)
        return await load_record(info.context, SOURCES[relation.target], record_id) if record_id else None

    return strawberry.field(resolver=resolve, description=description, metadata={SOURCE: relation})


def to_many(
    target: type[SQLModel], parent: Column[Any], order: Order, description: str, *, child: Column[Any] | None = None
) -> Any:
    """A connection of the records tied to this one: `parent` is the column that holds this one's id.

    With a table in between, `child` is its column with theirs. Deleted records are left out.
    """
    relation = Children(table_of(target), parent, order, child)

    async def resolve(
        self: Any, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Any:
        page = Page.of(first, after, last, before, at_most=info.context.limits.page)
        return load_children(info.context, SOURCES[relation.target], relation, self.id, page)

    return strawberry.field(resolver=resolve, description=description, metadata={SOURCE: relation})


@dataclass_transform(kw_only_default=True, field_specifiers=(column, hidden))
def record(model: type[SQLModel]) -> Callable[[type[T]], type[T]]:
    """A GraphQL type over a table. Its docstring is the type's description."""
    table = table_of(model)

    def declare(cls: type[T]) -> type[T]:
        declared = object_type(cls)
        stored = {
            each.name: each.metadata[SOURCE]
            for each in dataclasses.fields(declared)  # type: ignore[arg-type]
            if isinstance(each.metadata.get(SOURCE), FromColumn)
        }
        shown = {each.name or name for name, each in stored.items()}
        assert not shown & rule_of(table.name).secrets, f"{cls.__name__} shows a secret"
        SOURCES[table] = Source(table, _columns(table, stored), _maker(declared, stored))
        return declared

    return declare


def _columns(table: Table, stored: dict[str, FromColumn]) -> tuple[ColumnElement[Any], ...]:
    columns = [(table.c[each.name or name], each.raw) for name, each in stored.items()]
    return tuple(type_coerce(column, Text) if raw else column for column, raw in columns)


def _maker(cls: Callable[..., Any], stored: dict[str, FromColumn]) -> Callable[[Sequence[Any]], Any]:
    """What makes a record of a row that begins with the stored columns."""
    names = tuple(stored)
    readers = [(name, each.read) for name, each in stored.items() if each.read is not None]

    def make(row: Sequence[Any]) -> Any:
        values = dict(zip(names, row, strict=False))
        for name, read in readers:
            values[name] = read(values[name])
        return cls(**values)

    return make


def record_of(model: SQLModel) -> Any:
    """The GraphQL record of a row that was read as a table object."""
    source = SOURCES[table_of(type(model))]
    return source.make([getattr(model, column.key or "") for column in source.columns])


def blank_to_none(value: str) -> str | None:
    return value or None
