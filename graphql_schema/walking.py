"""The rows of a page of a long list, found by walking along the list before anything is gathered for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select

from graphql_schema.keyset import Order, beyond
from graphql_schema.paging import Page, Piece
from models.choosing import Choosing, soonest, soonest_of_few
from models.database.session import Session
from models.database.statements import RowByRow, row_by_row, without_index

WALKED = 10_000  # records that are looked at in the list's order, before all that fulfil what is asked are gathered

Columns = Sequence[ColumnElement[Any]]
Conditions = Sequence[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Way:
    """How a page lies in its list: piece by piece, in an order that an index may have."""

    order: Order
    page: Page
    pieces: Sequence[Piece]

    @property
    def is_indexed(self) -> bool:
        return all(piece.order.is_indexed for piece in self.pieces)

    def rows(self, piece: Piece, columns: Columns, conditions: Conditions, most: int) -> Select[Any]:
        """Rows of a piece as they follow one another in the list."""
        found = select(*columns, *piece.columns).where(*piece.where, *conditions)
        return found.order_by(*self.page.sorting(piece.order)).limit(most)

    def end(self, piece: Piece) -> Select[Any]:
        """The place to which a piece is walked."""
        keys = [term.expression for term in piece.order.terms]
        return select(*keys).where(*piece.where).order_by(*self.page.sorting(piece.order)).offset(WALKED).limit(1)

    def until(self, piece: Piece, end: Sequence[Any] | None) -> list[ColumnElement[bool]]:
        return [beyond(piece.order.terms, list(end), backward=not self.page.backward)] if end is not None else []

    def gathered(self, table: Table, columns: Columns, conditions: Conditions) -> Select[Any]:
        """All rows of the page, sorted when all that fulfil the conditions are found: no index is chosen for their order."""
        # Where PostgreSQL thinks that many rows fulfil what is asked, it would walk an index to its end to find the few that do.
        within = (row_by_row(each, table) for each in self.page.condition(self.order))
        found = select(*columns, *self.order.columns).where(*within, *conditions)
        return found.order_by(*self.page.sorting(self.order.mapped(without_index))).limit(self.page.size + 1)


async def found_on(session: Session, table: Table, columns: Columns, conditions: Conditions, way: Way) -> list[Any]:
    """The rows of a page, and one more where there are more.

    What many records fulfil is found among the first of the list, which an index has in order, long before all of them could
    be gathered and sorted. What few fulfil is not, and is soon gathered: at once, where that is known beforehand.
    """
    if not way.is_indexed:
        walks, asked = False, await soonest(session, conditions, whole=True)
    elif (few := await soonest_of_few(session, conditions)) is not None:
        return await _all(session, way.gathered(table, columns, few))
    else:
        # Some conditions choose by themselves between an index and the rows.
        chooses = any(isinstance(each, Choosing) and not isinstance(each, RowByRow) for each in conditions)
        walks = len(conditions) > 1 and not chooses
        asked = [row_by_row(each, table) for each in conditions] if walks else await soonest(session, conditions)
    rows: list[Any] = []
    for piece in way.pieces:
        most = way.page.size + 1 - len(rows)
        [end] = (await _all(session, way.end(piece)) if walks else []) or [None]
        rows += await _all(session, way.rows(piece, columns, [*asked, *way.until(piece, end)], most))
        if len(rows) > way.page.size:
            break
        if end is not None:
            return await _all(session, way.gathered(table, columns, await soonest(session, conditions)))
    return rows


async def _all(session: Session, statement: Select[Any]) -> list[Any]:
    return list((await session.exec(statement)).all())  # type: ignore[call-overload]
