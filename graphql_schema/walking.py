"""The rows of a page of a long list, found by walking along the list before anything is gathered for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select

from graphql_schema.keyset import Order, beyond
from graphql_schema.paging import Page
from models.choosing import Choosing, soonest, soonest_of_few
from models.database.session import Session
from models.database.statements import RowByRow, row_by_row

WALKED = 10_000  # records that are looked at in the list's order, before all that fulfil what is asked are gathered


@dataclass(frozen=True, slots=True)
class Way:
    """How a part of a page lies in its list."""

    where: Sequence[ColumnElement[bool]]
    order: Order
    page: Page

    def end(self) -> Select[Any]:
        """The place to which the list is walked."""
        keys = [term.expression for term in self.order.terms]
        return select(*keys).where(*self.where).order_by(*self.page.sorting(self.order)).offset(WALKED).limit(1)

    def until(self, end: Sequence[Any] | None) -> list[ColumnElement[bool]]:
        return [beyond(self.order.terms, list(end), backward=not self.page.backward)] if end is not None else []


async def found_on(
    session: Session,
    statement: Select[Any],
    most: int,
    table: Table,
    conditions: Sequence[ColumnElement[bool]],
    way: Way,
) -> Sequence[Any]:
    """The rows of a part of a page, so many at most.

    What many records fulfil is found among the first of the list, which an index has in order, long before all of them could
    be gathered and sorted. What few fulfil is not, and is soon gathered: at once, where that is known beforehand.
    """
    if not way.order.is_indexed:
        return await _gathered(session, statement, await soonest(session, conditions, whole=True))
    few = await soonest_of_few(session, conditions)
    if few is not None:
        return await _gathered(session, statement, few)
    # Some conditions choose by themselves between an index and the rows.
    chooses = any(isinstance(each, Choosing) and not isinstance(each, RowByRow) for each in conditions)
    if len(conditions) > 1 and not chooses:
        end = (await session.exec(way.end())).first()  # type: ignore[call-overload]
        asked = [*(row_by_row(each, table) for each in conditions), *way.until(end)]
        found: Sequence[Any] = (await session.exec(statement.where(*asked))).all()  # type: ignore[call-overload]
        if end is None or len(found) == most:
            return found
    return await _gathered(session, statement, await soonest(session, conditions))


async def _gathered(
    session: Session, statement: Select[Any], conditions: Sequence[ColumnElement[bool]]
) -> Sequence[Any]:
    return (await session.exec(statement.where(*conditions))).all()  # type: ignore[call-overload, no-any-return]
