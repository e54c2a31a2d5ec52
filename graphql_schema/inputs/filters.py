"""The operators that filters are made of. Everything given must hold; what is left out or null does not count."""

from collections.abc import Callable
from datetime import date, datetime
from functools import reduce
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Select, not_, or_

from graphql_schema.described import input_type
from graphql_schema.inputs.combining import MAX_WORDS, Conditions, operator
from models.database.statements import is_among, is_none_of, is_one_of
from models.fields.cleaning import MAX_TEXT, check_text
from models.ledger.run import Door, RunStatus, Source

MAX_SOUGHT = 1_000  # characters of a text that is looked for inside others

EQ, NE = "Is this one.", "Is another one, or none."
IN, NOT_IN = "Is one of these.", "Is none of these, or there is none."
IS_NULL = "Whether there is none."
LT, LTE, GT, GTE = "Less than this.", "This or less.", "More than this.", "This or more."
BEFORE, UNTIL, AFTER, SINCE = "Earlier than this.", "Not later than this.", "Later than this.", "Not earlier than this."
CASE = "Letter case does not count; in SQLite, of letters beyond ASCII, the usual spellings are found."


@input_type
class IdFilter:
    """By an id."""

    eq: strawberry.ID | None = operator(EQ)
    ne: strawberry.ID | None = operator(NE)
    in_: list[strawberry.ID] | None = operator(IN, "in")
    not_in: list[strawberry.ID] | None = operator(NOT_IN)
    is_null: bool | None = operator(IS_NULL)

    def on(self, name: str, column: ColumnElement[Any]) -> Conditions:
        _check_texts(name, self)
        return equal(column, self)

    def on_many(self, name: str, owner: ColumnElement[Any], ids: ColumnElement[Any], owners: Select[Any]) -> Conditions:
        """The same where an owner has several ids: one of them is meant, or with `ne` and `notIn` none of them is."""
        _check_texts(name, self)
        found: Conditions = []
        if self.eq is not None:
            found.append(is_one_of(owner, owners.where(ids == self.eq)))
        if self.in_ is not None:
            found.append(is_one_of(owner, owners.where(is_among(ids, self.in_))))
        others = [*([self.ne] if self.ne is not None else []), *(self.not_in or ())]
        if others:
            found.append(is_none_of(owner, owners.where(is_among(ids, others))))
        if self.is_null is not None:
            found.append(is_none_of(owner, owners) if self.is_null else is_one_of(owner, owners))
        return found


@input_type
class TextFilter:
    """By a text. Whole texts are compared exactly as they are stored; where a part is looked for, letter case is left out."""

    eq: str | None = operator("Is this text.")
    ne: str | None = operator("Is another text, or there is none.")
    in_: list[str] | None = operator("Is one of these texts.", "in")
    not_in: list[str] | None = operator("Is none of these texts, or there is none.")
    contains: str | None = operator(f"This occurs in it. {CASE}")
    starts_with: str | None = operator(f"It begins with this. {CASE}")
    ends_with: str | None = operator(f"It ends with this. {CASE}")
    is_null: bool | None = operator(IS_NULL)

    def on(self, name: str, column: ColumnElement[Any]) -> Conditions:
        _check_texts(name, self)
        found = equal(column, self)
        for sought, occurs in (
            (self.contains, column.icontains),
            (self.starts_with, column.istartswith),
            (self.ends_with, column.iendswith),
        ):
            if sought is not None:
                check_text(name, sought, MAX_SOUGHT)
                found.append(_spelled(sought, occurs))
        return found


@input_type
class IdentifierFilter:
    """By an identifier, compared as matching does: letter case and spelling do not count."""

    eq: str | None = operator("Means the same as this.")
    in_: list[str] | None = operator("Means the same as one of these.", "in")
    is_null: bool | None = operator("Whether there is none; a text that identifies nobody, such as `n/a`, is none.")


@input_type
class TagFilter:
    """By tags, exactly as they are written."""

    has: str | None = operator("Has this tag.")
    has_any: list[str] | None = operator("Has one of these tags.")
    has_all: list[str] | None = operator("Has all of these tags.")
    has_none: list[str] | None = operator("Has none of these tags.")
    is_empty: bool | None = operator("Whether there is no tag at all.")


@input_type
class IntFilter:
    """By a whole number."""

    eq: int | None = operator("Is this number.")
    ne: int | None = operator("Is another number, or there is none.")
    in_: list[int] | None = operator("Is one of these numbers.", "in")
    not_in: list[int] | None = operator("Is none of these numbers, or there is none.")
    lt: int | None = operator(LT)
    lte: int | None = operator(LTE)
    gt: int | None = operator(GT)
    gte: int | None = operator(GTE)
    is_null: bool | None = operator(IS_NULL)

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self) + ranged(column, self)


@input_type
class FloatFilter:
    """By a number."""

    eq: float | None = operator("Is this number.")
    ne: float | None = operator("Is another number, or there is none.")
    in_: list[float] | None = operator("Is one of these numbers.", "in")
    not_in: list[float] | None = operator("Is none of these numbers, or there is none.")
    lt: float | None = operator(LT)
    lte: float | None = operator(LTE)
    gt: float | None = operator(GT)
    gte: float | None = operator(GTE)
    is_null: bool | None = operator(IS_NULL)

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self) + ranged(column, self)


@input_type
class DateTimeFilter:
    """By a moment."""

    eq: datetime | None = operator("Is this very moment.")
    ne: datetime | None = operator("Is another moment, or there is none.")
    in_: list[datetime] | None = operator("Is one of these moments.", "in")
    not_in: list[datetime] | None = operator("Is none of these moments, or there is none.")
    lt: datetime | None = operator(BEFORE)
    lte: datetime | None = operator(UNTIL)
    gt: datetime | None = operator(AFTER)
    gte: datetime | None = operator(SINCE)
    is_null: bool | None = operator(IS_NULL)

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self) + ranged(column, self)


@input_type
class DateFilter:
    """By a day."""

    eq: date | None = operator("Is this day.")
    ne: date | None = operator("Is another day, or there is none.")
    in_: list[date] | None = operator("Is one of these days.", "in")
    not_in: list[date] | None = operator("Is none of these days, or there is none.")
    lt: date | None = operator("Before this day.")
    lte: date | None = operator("On this day or before.")
    gt: date | None = operator("After this day.")
    gte: date | None = operator("On this day or after.")
    is_null: bool | None = operator(IS_NULL)

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self) + ranged(column, self)


@input_type
class RunStatusFilter:
    """By how a run ended."""

    eq: RunStatus | None = operator("Ended so.")
    ne: RunStatus | None = operator("Ended otherwise.")
    in_: list[RunStatus] | None = operator("Ended in one of these ways.", "in")
    not_in: list[RunStatus] | None = operator("Ended in none of these ways.")

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self, str)


@input_type
class DoorFilter:
    """By the door through which something came."""

    eq: Door | None = operator("Through this one.")
    ne: Door | None = operator("Through another one.")
    in_: list[Door] | None = operator("Through one of these.", "in")
    not_in: list[Door] | None = operator("Through none of these.")

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self, str)


@input_type
class SourceFilter:
    """By on whose behalf something was done."""

    eq: Source | None = operator("On behalf of this one.")
    ne: Source | None = operator("On behalf of another one.")
    in_: list[Source] | None = operator("On behalf of one of these.", "in")
    not_in: list[Source] | None = operator("On behalf of none of these.")

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self, str)


def equal(column: ColumnElement[Any], wanted: Any, stored: Callable[[Any], Any] = lambda value: value) -> Conditions:
    """What `eq`, `ne`, `in`, `notIn` and, where there is one, `isNull` ask; `stored` makes values those of the column.

    What is nothing differs from every value.
    """
    found: Conditions = []
    if wanted.eq is not None:
        found.append(column == stored(wanted.eq))
    if wanted.ne is not None:
        found.append(column.is_distinct_from(stored(wanted.ne)))
    if wanted.in_ is not None:
        found.append(is_among(column, [stored(each) for each in wanted.in_]))
    if wanted.not_in is not None:
        among = is_among(column, [stored(each) for each in wanted.not_in])
        found.append(or_(column.is_(None), not_(among)))
    is_null = getattr(wanted, "is_null", None)
    if is_null is not None:
        found.append(column.is_(None) if is_null else column.is_not(None))
    return found


def ranged(column: ColumnElement[Any], wanted: Any, stored: Callable[[Any], Any] = lambda value: value) -> Conditions:
    """What `lt`, `lte`, `gt` and `gte` ask."""
    found: Conditions = []
    if wanted.lt is not None:
        found.append(column < stored(wanted.lt))
    if wanted.lte is not None:
        found.append(column <= stored(wanted.lte))
    if wanted.gt is not None:
        found.append(column > stored(wanted.gt))
    if wanted.gte is not None:
        found.append(column >= stored(wanted.gte))
    return found


def _check_texts(name: str, wanted: Any) -> None:
    for text in (wanted.eq, wanted.ne, *(wanted.in_ or ()), *(wanted.not_in or ())):
        if text is not None:
            check_text(name, text, MAX_TEXT)


def words(text: str | None, columns: tuple[ColumnElement[Any], ...]) -> Conditions:
    """Each word occurs in one of the columns."""
    if text is None:
        return []
    check_text("text", text, MAX_SOUGHT)
    return [reduce(or_, [_spelled(word, column.icontains) for column in columns]) for word in text.split()[:MAX_WORDS]]


def _spelled(text: str, occurs: Callable[..., ColumnElement[bool]]) -> ColumnElement[bool]:
    # SQLite folds the case of ASCII letters only; the usual spellings of other texts are looked for one by one.
    spellings = {text} if text.isascii() else {text, text.lower(), text.upper(), text.title()}
    return reduce(or_, [occurs(each, autoescape=True) for each in sorted(spellings)])
