"""Places in an ordered list: the order, the condition for rows beyond a place, and cursors that name one.

A cursor is opaque to clients: base64url over JSON of the order's name and a row's sort values. Nulls come last in
either direction unless a term says otherwise, on both databases.
"""

import base64
import binascii
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, ColumnElement, FromClause, Function, Index, and_, literal, or_, tuple_
from sqlalchemy.types import TypeEngine

from models.choosing import Ranked
from models.columns import UTCDateTime
from models.database.session import Session
from models.errors import InvalidInput
from models.exact_json import decode_json, encode_json
from models.fields.cleaning import MAX_BIG_INTEGER, MAX_INTEGER, MAX_TEXT, check_text


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a list is ordered by."""

    name: str
    expression: ColumnElement[Any]
    descending: bool = False
    nullable: bool = False
    nulls_first: bool = False
    ranked: Callable[[Session], Awaitable[Ranked | None]] | None = None  # where an index may have it in order
    is_read: bool = False  # out of each record's custom fields, which takes a while

    @property
    def told(self) -> str:
        """Its name in a cursor."""
        return ("^" if self.nulls_first else "") + ("-" if self.descending else "") + self.name

    @property
    def told_of(self) -> ColumnElement[Any]:
        """What is null where it is null: of a text that no index has in lower case the text itself, which takes no time to
        look at.
        """
        each = self.expression
        if not isinstance(each, Function) or each.name != "lower":
            return each
        column: Any = each
        while isinstance(column, Function):
            column = column.clauses.clauses[0]
        indexes = column.table.indexes if isinstance(column, Column) else ()
        is_held = any(_has_in_order(index, [each, column.table.c.id]) for index in indexes)
        return each if is_held else column

    def nulls_follow(self, *, backward: bool) -> bool:
        """Whether nulls lie behind every value, seen in this direction."""
        return self.nulls_first is backward


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is ordered by; the last term is unique, so that no two rows are equal."""

    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """What tells one order from another in a cursor, such as "-updatedAt,-id"."""
        return ",".join(term.told for term in self.terms)

    async def ranked(self, session: Session) -> Ranked | None:
        """Where an index has in order what comes first in it, which may be null."""
        head = self.terms[0]
        if head.ranked is None or (len(self.terms) > 2 and not head.is_read):
            return None
        return await head.ranked(session)

    @property
    def is_read(self) -> bool:
        """Whether part of it is read out of each record, which takes a while."""
        return any(term.is_read for term in self.terms)

    def among(self, keys: FromClause) -> "Order":
        """The same of rows that hold the columns of this one."""
        return Order(tuple(replace(each, expression=keys.c[f"key_{at}"]) for at, each in enumerate(self.terms)))

    def mapped(self, change: Callable[[ColumnElement[Any]], ColumnElement[Any]]) -> "Order":
        """The same by other expressions of the same values."""
        return Order(tuple(replace(each, expression=change(each.expression)) for each in self.terms))

    @property
    def is_indexed(self) -> bool:
        """Whether rows can be read in this order from where they are stored, however many there are."""
        *heads, last = (term.expression for term in self.terms)
        if not isinstance(last, Column) or self.terms[0].nullable:
            return False
        return (
            last.primary_key if not heads else any(_has_in_order(each, [*heads, last]) for each in last.table.indexes)
        )

    @property
    def columns(self) -> list[ColumnElement[Any]]:
        return [term.expression.label(f"key_{at}") for at, term in enumerate(self.terms)]


def _has_in_order(index: Index, wanted: Sequence[ColumnElement[Any]]) -> bool:
    held = [each for each in index.expressions if isinstance(each, ColumnElement)]
    return len(held) == len(wanted) and all(one.compare(other) for one, other in zip(held, wanted, strict=True))


def beyond(terms: Sequence[Term], values: Sequence[Any], *, backward: bool) -> ColumnElement[bool]:
    """Rows that come after these values in the order, or with `backward` before them."""
    if len(terms) == 2 and not terms[0].nullable and terms[0].descending == terms[1].descending:
        # Compared as a pair, an index on both finds the place at once.
        here = tuple_(*(term.expression for term in terms))
        there = tuple_(*values, types=[term.expression.type for term in terms])
        head, is_down = terms[0].expression, terms[0].descending is not backward
        pair = here < there if is_down else here > there
        if isinstance(head, Column):
            return pair
        # SQLite finds no pair by an index on an expression; the expression alone it does.
        value = literal(values[0], head.type)
        return and_(head <= value if is_down else head >= value, pair)
    (term, *rest), (value, *others) = terms, values
    column = term.expression
    nulls_follow = term.nulls_follow(backward=backward)
    further: ColumnElement[bool] | None
    if value is None:
        equal, further = term.told_of.is_(None), None if nulls_follow else term.told_of.is_not(None)
    else:
        equal, bound = column == value, literal(value, column.type)
        further = column < bound if term.descending is not backward else column > bound
        if term.nullable and nulls_follow:
            further = or_(further, term.told_of.is_(None))
    if not rest:
        assert further is not None
        return further
    tied = and_(equal, beyond(rest, others, backward=backward))
    return tied if further is None else or_(further, tied)


def write_cursor(values: Sequence[Any], order: Order) -> str:
    return _encoded([order.name, *values])


def read_cursor(cursor: str, order: Order, argument: str) -> list[Any]:
    """The sort values in a cursor. Raises InvalidInput unless it was made by the same order."""
    name, *values = _decoded(cursor, argument)
    if name != order.name or len(values) != len(order.terms):
        raise InvalidInput(f"`{argument}` is a cursor of a list in another order", field=argument)
    return [_typed(value, term, argument) for value, term in zip(values, order.terms, strict=True)]


def write_place(place: int) -> str:
    """The cursor of an entry in a list that is in memory and never changes."""
    return _encoded([place])


def read_place(cursor: str, argument: str) -> int:
    """The place in such a cursor. Raises InvalidInput for any other cursor."""
    match _decoded(cursor, argument):
        case [int(place)]:
            return place
        case _:
            raise _no_cursor(argument)


def _typed(value: Any, term: Term, argument: str) -> Any:
    if value is None and term.nullable:
        return None
    kind = term.expression.type
    if isinstance(kind, UTCDateTime) or kind.python_type is date:
        try:
            return (datetime if isinstance(kind, UTCDateTime) else date).fromisoformat(value)
        except (TypeError, ValueError):
            raise _no_cursor(argument) from None
    if issubclass(kind.python_type, str):
        if not isinstance(value, str):
            raise _no_cursor(argument)
        check_text(argument, value, MAX_TEXT)
    elif kind.python_type is bool:
        if not isinstance(value, bool):
            raise _no_cursor(argument)
    elif not isinstance(value, (int, float)) or abs(value) > _largest(kind):
        raise _no_cursor(argument)
    return value


def _largest(kind: TypeEngine[Any]) -> float:
    if kind.python_type is float:
        return sys.float_info.max
    return MAX_BIG_INTEGER if isinstance(kind, BigInteger) else MAX_INTEGER


def _encoded(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(encode_json(values)).decode().rstrip("=")


def _decoded(cursor: str, argument: str) -> list[Any]:
    try:
        values = decode_json(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
    except (binascii.Error, UnicodeError, ValueError, msgspec.DecodeError):
        values = None
    if not isinstance(values, list) or not values:
        raise _no_cursor(argument)
    return values


def _no_cursor(argument: str) -> InvalidInput:
    return InvalidInput(f"`{argument}` is not a cursor of this list", field=argument)
