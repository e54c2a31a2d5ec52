"""What can be asked in two ways: a condition of each record by itself, or by gathering the records that fulfil it; an order
by what each record holds, or by rows that an index keeps in order.

Which is answered sooner depends on what is stored, so it is chosen when the database is at hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BinaryExpression,
    Boolean,
    BooleanClauseList,
    Column,
    ColumnElement,
    Exists,
    Select,
    func,
    select,
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import AsBoolean, Grouping
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.sql.visitors import replacement_traverse

from models.database.session import Session
from models.database.statements import RowByRow, is_one_of

GATHERED = 2_000  # records of a page that are found by gathering all that fulfil; of more, each row is looked at


class Choosing(FunctionElement[bool]):
    """One such condition; its clause is how it is asked as it stands."""

    type = Boolean()
    inherit_cache = True
    _is_implicitly_boolean = True

    def __init__(self, own_id: ColumnElement[Any], asked: ColumnElement[bool]) -> None:
        super().__init__(asked)
        self.own_id = own_id

    async def soonest(self, session: Session, *, whole: bool) -> ColumnElement[bool]:
        """How it is answered soonest: for a page, or where all that fulfil it are counted, the `whole`. As it stands, unless
        its kind knows better.
        """
        return self

    async def holders(self, session: Session) -> Select[Any] | None:
        """Ids of all that fulfil it, and perhaps of others, as an index finds them; None where none does."""
        return None

    async def is_of_few(self, session: Session) -> bool:
        """Whether an index tells soon that so few fulfil it that all of them are gathered for a page."""
        ids = await self.holders(session)
        return ids is not None and await are_few(session, ids)

    def among(self, holders: Select[Any]) -> ColumnElement[bool]:
        """The same inside of another condition, said by the ids that `holders` gives."""
        return self


class FoundByKeys(Choosing, RowByRow):
    """True of records that own a key, such as a tag or an identifier."""

    inherit_cache = True

    def __init__(self, own_id: ColumnElement[Any], owners: Select[Any]) -> None:
        self._owns = is_one_of(own_id, owners)
        super().__init__(own_id, self._owns)
        self._owners = owners

    async def soonest(self, session: Session, *, whole: bool) -> ColumnElement[bool]:
        return self._owns

    async def holders(self, session: Session) -> Select[Any]:
        return self._owners


@dataclass(frozen=True, eq=False, slots=True)
class Ranked:
    """Rows that an index keeps in order, one a record that has a value: the value, and the id of the record.

    Records fulfil `there` together with their row, and `missing` where they have none.
    """

    value: ColumnElement[Any]
    id: ColumnElement[Any]
    there: Sequence[ColumnElement[bool]]
    missing: Sequence[ColumnElement[bool]]


@compiles(Choosing)
def _as_it_stands(element: Choosing, compiler: Any, **kwargs: Any) -> str:
    [clause] = element.clauses
    return f"({compiler.process(clause, **kwargs)})"


async def soonest(
    session: Session, conditions: Sequence[ColumnElement[bool]], *, whole: bool = False
) -> list[ColumnElement[bool]]:
    """The conditions as a page of a list is found by them soonest, or as the `whole` list is counted."""
    found: list[ColumnElement[bool]] = []
    for each in conditions:
        if isinstance(each, Choosing):
            found.append(await each.soonest(session, whole=whole))
        else:
            found += await _soonest_inside(session, each, whole=whole)
    return found


async def soonest_of_few(
    session: Session, conditions: Sequence[ColumnElement[bool]]
) -> list[ColumnElement[bool]] | None:
    """The same where one of the conditions tells by itself that few records fulfil it; None where none does."""
    for each in conditions:
        if isinstance(each, Choosing):
            if await each.is_of_few(session):
                return await soonest(session, conditions)
        elif _parts(each):
            found = await _soonest_inside(session, each, whole=False)
            if len(found) > 1:
                return [*await soonest(session, [other for other in conditions if other is not each]), *found]
    return None


async def are_few(session: Session, ids: Select[Any]) -> bool:
    """Whether a select gives so few ids that all of them are gathered for a page."""
    some = select(func.count()).select_from(ids.limit(GATHERED).subquery())
    return int((await session.exec(some)).one()[0]) < GATHERED  # type: ignore[call-overload]


async def _soonest_inside(
    session: Session, condition: ColumnElement[bool], *, whole: bool
) -> list[ColumnElement[bool]]:
    """The same of a condition that others may be part of; before it, that a record is among those who may fulfil it."""
    holders: dict[Choosing, Select[Any]] = {}
    for part in _parts(condition):
        ids = await part.holders(session) if whole or await part.is_of_few(session) else None
        if ids is not None:
            holders[part] = ids
    if not holders:
        return [condition]

    def known(element: Any, **_: Any) -> Any:
        if isinstance(element, Choosing):
            return element.among(holders[element]) if element in holders else element
        return element if isinstance(element, (SelectBase, Exists)) else None

    found = replacement_traverse(condition, {}, known)
    among = _among(condition, holders)
    if among is None:
        return [found]
    ids = select(union_all(*among).subquery().c[0]) if len(among) > 1 else among[0]
    own_id = next(iter(holders)).own_id
    return [own_id.in_(ids), found] if whole or await are_few(session, ids) else [found]


def _parts(condition: ColumnElement[bool]) -> list[Choosing]:
    """What a condition is made of and chosen for; not what stands in selects of its own."""
    found: list[Choosing] = []

    def noted(element: Any, **_: Any) -> Any:
        if isinstance(element, Choosing):
            found.append(element)
            return element
        return element if isinstance(element, (SelectBase, Exists)) else None

    replacement_traverse(condition, {}, noted)
    return found


def _among(condition: Any, holders: Mapping[Choosing, Select[Any]]) -> list[Select[Any]] | None:
    """Selects of ids, in one of which is whatever fulfils a condition; None where that is not known."""
    match condition:
        case Choosing():
            return [holders[condition]] if condition in holders else None
        case Grouping():
            return _among(condition.element, holders)
        case AsBoolean() if condition.operator is operators.is_true:
            return _among(condition.element, holders)
        case BinaryExpression() if condition.operator is operators.eq and _is_indexed(condition.left):
            return [select(condition.left.table.c.id).where(condition).correlate(None)]
        case BooleanClauseList() if condition.operator is operators.and_:
            return next((found for each in condition.clauses if (found := _among(each, holders)) is not None), None)
        case BooleanClauseList():
            parts = [_among(each, holders) for each in condition.clauses]
            found = [ids for each in parts if each is not None for ids in each]
            return found if None not in parts else None
        case _:
            return None


def _is_indexed(column: Any) -> bool:
    """Whether an index begins with it."""
    return isinstance(column, Column) and any(next(iter(each.columns)) is column for each in column.table.indexes)
