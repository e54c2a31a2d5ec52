"""Reading the rows of a page of a long list: by the index that has its order where there is one.

Where part of the order is read out of each record, that is done once for each: what rows are sorted by is worked out for all
of them first, and only those on the page are read whole.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, Table, select

from graphql_schema.keyset import Order
from graphql_schema.paging import Page, Piece
from graphql_schema.walking import Way, found_on
from models.choosing import soonest
from models.database.session import Session

Columns = Sequence[ColumnElement[Any]]


async def read_page(
    session: Session,
    table: Table,
    columns: Columns,
    conditions: Sequence[ColumnElement[bool]],
    order: Order,
    page: Page,
) -> list[Any]:
    """The rows with the columns of the order behind the others, and one row too many where there is more."""
    ranked = await order.ranked(session)
    if not order.is_read or ranked is not None:
        return await found_on(session, table, columns, conditions, Way(order, page, page.pieces(order, ranked)))
    keys = _keys(table, await soonest(session, conditions), order)
    rows: list[Any] = []
    for piece in page.pieces(order.among(keys)):
        most = page.size + 1 - len(rows)
        rows += (await session.exec(_whole(table, columns, order, page, piece, most))).all()  # type: ignore[call-overload]
        if len(rows) > page.size:
            break
    return rows


def _keys(table: Table, conditions: Sequence[ColumnElement[bool]], order: Order) -> CTE:
    """What each row is sorted by. Left to themselves, databases would work it out wherever it is named."""
    return select(*order.columns).select_from(table).where(*conditions).cte("keys").prefix_with("MATERIALIZED")


def _whole(table: Table, columns: Columns, order: Order, page: Page, piece: Piece, most: int) -> Select[Any]:
    """The first rows of a piece of a page that is found among `_keys`; the last of those is the id."""
    found = (
        select(*piece.columns).where(*piece.where).order_by(*page.sorting(piece.order)).limit(most).subquery("found")
    )
    own = table.c.id == found.c[f"key_{len(order.terms) - 1}"]
    return select(*columns, *found.c).select_from(found.join(table, own)).order_by(*page.sorting(order.among(found)))
