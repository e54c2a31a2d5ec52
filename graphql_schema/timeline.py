"""The timeline of a record: one ordered list, merged from strands.

Every strand gives as many rows as a page may need, and the database merges them and cuts the page: one statement. What
the rows mean is loaded afterwards, many at a time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, func, select, union_all
from sqlalchemy import column as named

from graphql_schema.context import Context
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import batched, fetch
from graphql_schema.paging import Connection, Page, connection
from graphql_schema.strands import Source, Wanted, strands_of
from models.columns import Token, UTCDateTime
from models.errors import TooLarge
from models.fields.mapping import Entity
from models.timeline import Strand

RECORDS_AT_ONCE = 20  # whose timelines one document may ask for: each is a statement of its own


@dataclass(frozen=True, slots=True)
class Place:
    """An item before anything is known of it: whose it is, when, of which strand, and the key of its row there."""

    record_id: str
    at: datetime
    strand: Strand
    key: str


ITEMS: dict[Strand, Callable[..., Any]] = {}  # what makes an item of its place; filled by the items' types


def load_timeline(ctx: Context, entity: Entity, record_id: str, wanted: Wanted, page: Page) -> Connection[Any]:
    """A page of a record's timeline, newest first."""
    pages = partial(_pages, ctx, entity, wanted, page)
    loader = batched(ctx, ("timeline", entity, wanted, page), pages)

    def item(row: Sequence[Any]) -> Any:
        at, number, key = row
        strand = Strand(number)
        return ITEMS[strand](place=Place(record_id, at, strand, key))

    async def count() -> int:
        found = [each.rows() for each in strands_of(entity, record_id, wanted)]
        if not found:
            return 0
        statement = select(func.count()).select_from(union_all(*found).subquery())
        return int((await fetch(ctx, statement))[0][0])

    return connection(partial(loader.load, record_id), page, _ORDER, item, count)


async def _pages(ctx: Context, entity: Entity, wanted: Wanted, page: Page, record_ids: list[str]) -> list[list[Any]]:
    if len(record_ids) > RECORDS_AT_ONCE:
        raise TooLarge(
            f"Timelines are read of at most {RECORDS_AT_ONCE} records at a time; these are {len(record_ids)}"
        )
    found = []
    async with ctx.db.read() as session:
        for record_id in record_ids:
            statement = _page(strands_of(entity, record_id, wanted), page)
            rows = (await session.exec(statement)).all() if statement is not None else []  # type: ignore[call-overload]
            found.append(list(rows))
    return found


def _order(at: ColumnElement[Any], strand: ColumnElement[Any], key: ColumnElement[Any]) -> Order:
    return Order((Term("at", at, True), Term("strand", strand, True), Term("id", key, True)))


_ORDER = _order(named("at", UTCDateTime()), named("strand", Integer()), named("key", Token))


def _page(sources: list[Source], page: Page) -> Select[Any] | None:
    """The rows of a page and one more; None where there are no strands to read."""
    bounds = page.bounds(_ORDER)
    if not sources:
        return None
    parts = []
    for source in sources:
        within = [source.beyond(values, backward=backward) for values, backward in bounds]
        rows = source.rows().where(*within).order_by(*page.sorting(source.order)).limit(page.size + 1)
        parts.append(select(rows.subquery()))
    merged = union_all(*parts).subquery().c
    order = _order(merged.at, merged.strand, merged.key)
    return select(merged.at, merged.strand, merged.key).order_by(*page.sorting(order)).limit(page.size + 1)
