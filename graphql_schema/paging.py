"""Pages of long lists by keyset: asked for with `first/after/last/before`, given as connections.

Rows may come and go between two pages; nobody is shown twice and nobody is skipped.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import strawberry
from sqlalchemy import ColumnElement

from graphql_schema.context import Context
from graphql_schema.described import computed, object_type
from graphql_schema.keyset import Order, beyond, read_cursor, read_place, write_cursor, write_place
from models.choosing import Ranked
from models.errors import InvalidInput

DEFAULT_PAGE = 50

T = TypeVar("T")


@object_type
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = strawberry.field(description="Whether more follows: go on with `after: endCursor`.")
    has_previous_page: bool = strawberry.field(
        description="Whether more comes before: go back with `before: startCursor`."
    )
    start_cursor: str | None = strawberry.field(description="The cursor of the first entry; null on an empty page.")
    end_cursor: str | None = strawberry.field(description="The cursor of the last entry; null on an empty page.")


@object_type
class Edge(Generic[T]):
    """One entry of a list, and its place."""

    node: T = strawberry.field(description="The entry.")
    cursor: str = strawberry.field(
        description="Its place in the list, for `after` and `before`; valid in the same order only."
    )


@dataclass(frozen=True, slots=True)
class Extract(Generic[T]):
    """What a page has to tell."""

    edges: list[Edge[T]]
    info: PageInfo

    @classmethod
    def of(cls, edges: list[Edge[T]], *, more: bool, earlier: bool) -> "Extract[T]":
        info = PageInfo(
            has_next_page=more,
            has_previous_page=earlier,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return cls(edges, info)


@object_type
class Connection(Generic[T]):
    """One page of a list. It is read when something of it is asked for, once."""

    read: strawberry.Private[Callable[[], Coroutine[Any, Any, Extract[T]]]]
    count: strawberry.Private[Callable[[], Awaitable[int]]]
    quick: strawberry.Private[Callable[[], Awaitable[int | None]] | None] = None  # where to count may take long
    whole: strawberry.Private[Any] = None  # the list without its pages, where more than its length can be asked of it
    _reading: strawberry.Private["asyncio.Task[Extract[T]] | None"] = None

    def extract(self) -> "asyncio.Task[Extract[T]]":
        """The page, read once for all that ask."""
        if self._reading is None:
            self._reading = asyncio.ensure_future(self.read())
        return self._reading

    @computed
    async def edges(self) -> list[Edge[T]]:
        """The page's entries with their cursors, in order."""
        return (await self.extract()).edges

    @computed
    async def page_info(self) -> PageInfo:
        """Whether there is more, and from where to go on."""
        return (await self.extract()).info

    @computed
    async def nodes(self) -> list[T]:
        """The page's entries without their cursors, in order."""
        return [edge.node for edge in (await self.extract()).edges]

    @computed
    async def total_count(self) -> int:
        """How many entries the whole list has. Counted only when it is asked for."""
        return await self.count()

    @computed
    async def quick_count(self) -> int | None:
        """How many entries the whole list has, if they can be counted while somebody waits: a quarter of a second. Null where
        that takes longer; `totalCount` counts them all the same.
        """
        info = (await self.extract()).info
        if not info.has_previous_page and not info.has_next_page:
            return len((await self.extract()).edges)
        return await (self.quick or self.count)()


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted: `size` rows after and before some place, counted from one end."""

    size: int
    after: str | None = None
    before: str | None = None
    backward: bool = False

    @classmethod
    def of(cls, first: int | None, after: str | None, last: int | None, before: str | None, *, at_most: int) -> "Page":
        """The page that a connection's arguments ask for. Raises InvalidInput naming the argument that is wrong."""
        if first is not None and last is not None:
            raise InvalidInput("Ask for `first` or for `last`, not for both", field="last")
        name, size = ("last", last) if last is not None else ("first", first)
        if size is None:
            size = min(DEFAULT_PAGE, at_most)
        if size < 0:
            raise InvalidInput(f"`{name}` must not be negative; it is {size:,}", field=name)
        if size > at_most:
            raise InvalidInput(f"A page has at most {at_most:,} entries; `{name}` is {size:,}", field=name)
        return cls(size, after, before, last is not None)

    def condition(self, order: Order) -> list[ColumnElement[bool]]:
        """What rows between the page's cursors fulfil. Raises InvalidInput for a cursor of another list."""
        return [beyond(order.terms, values, backward=backward) for values, backward in self.bounds(order)]

    def bounds(self, order: Order) -> list[tuple[list[Any], bool]]:
        """The sort values in the page's cursors, and whether the page lies before them."""
        bounds = []
        if self.after is not None:
            bounds.append((read_cursor(self.after, order, "after"), False))
        if self.before is not None:
            bounds.append((read_cursor(self.before, order, "before"), True))
        return bounds

    def sorting(self, order: Order) -> list[ColumnElement[Any]]:
        """What to order by so that the page's rows come first; those of a backward page come in reverse."""
        sorting: list[ColumnElement[Any]] = []
        for term in order.terms:
            if term.nullable:
                missing = term.told_of.is_(None)
                sorting.append(missing.asc() if term.nulls_follow(backward=self.backward) else missing.desc())
            sorting.append(term.expression.desc() if term.descending is not self.backward else term.expression.asc())
        return sorting

    def pieces(self, order: Order, ranked: Ranked | None = None) -> list["Piece"]:
        """What the statements ask that give the page one after the other.

        An index serves each of them: where the first term may be null, nulls are asked for apart. With `ranked` the values
        of the first term and the ids that break ties are those of its rows.
        """
        head, *others = order.terms
        if not head.nullable:
            return [Piece(self.condition(order), order, order.columns)]
        terms, rest = (replace(head, nullable=False), *others), tuple(others)
        there: list[ColumnElement[bool]] | None = [head.told_of.is_not(None)]
        missing: list[ColumnElement[bool]] | None = [head.told_of.is_(None)]
        if ranked is not None:
            *between, last = others
            terms = (
                replace(terms[0], expression=ranked.value), *between, replace(last, expression=ranked.id)
            )  # fmt: skip
            there, missing = [*ranked.there], [*ranked.missing]
        for values, backward in self.bounds(order):
            nulls_follow = head.nulls_follow(backward=backward)
            if values[0] is None:
                if missing is not None:
                    missing.append(beyond(rest, values[1:], backward=backward))
                there = None if nulls_follow else there
            else:
                if there is not None:
                    there.append(beyond(terms, values, backward=backward))
                missing = missing if nulls_follow else None
        pieces = [
            Piece(where, Order(within), columns)
            for where, within, columns in ((there, terms, Order(terms).columns), (missing, rest, order.columns))
            if where is not None
        ]
        return pieces if head.nulls_follow(backward=self.backward) else pieces[::-1]


@dataclass(frozen=True, slots=True)
class Piece:
    """A statement that gives part of a page: its condition, the order of the part, and the columns of the whole order."""

    where: list[ColumnElement[bool]]
    order: Order
    columns: list[ColumnElement[Any]]


def connection(
    rows: Callable[[], Awaitable[Sequence[Any]]],
    page: Page,
    order: Order,
    node: Callable[[Any], T],
    count: Callable[[], Awaitable[int]],
) -> Connection[T]:
    """The page that rows make: the order's columns stand last in each, and one row too many says that there is more.

    Raises InvalidInput for cursors of another list.
    """
    page.bounds(order)
    width = len(order.terms)

    async def read() -> Extract[T]:
        found = await rows()
        more = len(found) > page.size
        edges = [
            Edge(node=node(row), cursor=write_cursor(row[len(row) - width :], order)) for row in found[: page.size]
        ]
        if page.backward:
            return Extract.of(edges[::-1], more=page.before is not None, earlier=more)
        return Extract.of(edges, more=more, earlier=page.after is not None)

    return Connection(read=read, count=count)


def places(length: int, page: Page) -> range:
    """The page's part of a list of that length that never changes; its cursors are places."""
    start, stop = 0, length
    if page.after is not None:
        start = max(start, read_place(page.after, "after") + 1)
    if page.before is not None:
        stop = min(stop, read_place(page.before, "before"))
    return range(max(start, stop - page.size), stop) if page.backward else range(start, min(stop, start + page.size))


def place_connection(nodes: Sequence[T], found: range, length: int) -> Connection[T]:
    """The page that the entries at `places` make."""
    edges = [Edge(node=node, cursor=write_place(place)) for place, node in zip(found, nodes, strict=True)]

    async def read() -> Extract[T]:
        return Extract.of(edges, more=found.stop < length, earlier=found.start > 0)

    async def count() -> int:
        return length

    return Connection(read=read, count=count)


def asked_page(ctx: Context, first: int | None, after: str | None, last: int | None, before: str | None) -> Page:
    """The page that a list's arguments ask for. Raises NotAllowed without the scope to read."""
    ctx.require_read()
    return Page.of(first, after, last, before, at_most=ctx.limits.page)
