"""The operators that filters are made of. Everything given must hold; what is left out or null does not count."""

from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, or_

from graphql_schema.described import input_type
from models.database.statements import is_any
from models.fields.cleaning import MAX_TEXT, check_text
from models.ledger.run import RunStatus

Conditions = list[ColumnElement[bool]]

MAX_WORDS = 10  # of a text that is looked for; each is a condition of its own


@input_type
class IdFilter:
    """By an id."""

    eq: strawberry.ID | None = strawberry.field(default=None, description="Is this one.")
    in_: list[strawberry.ID] | None = strawberry.field(name="in", default=None, description="Is one of these.")
    is_null: bool | None = strawberry.field(default=None, description="Whether there is none.")

    def on(self, name: str, column: ColumnElement[Any]) -> Conditions:
        return _exact(name, column, self.eq, self.in_, self.is_null)


@input_type
class TextFilter:
    """By a text, exactly as it is stored."""

    eq: str | None = strawberry.field(default=None, description="Is this text.")
    in_: list[str] | None = strawberry.field(name="in", default=None, description="Is one of these texts.")
    is_null: bool | None = strawberry.field(default=None, description="Whether there is none.")

    def on(self, name: str, column: ColumnElement[Any]) -> Conditions:
        return _exact(name, column, self.eq, self.in_, self.is_null)


@input_type
class IdentifierFilter:
    """By an identifier, compared as matching does: letter case and spelling do not count."""

    eq: str | None = strawberry.field(default=None, description="Means the same as this.")
    in_: list[str] | None = strawberry.field(name="in", default=None, description="Means the same as one of these.")


@input_type
class TagFilter:
    """By tags, exactly as they are written."""

    has: str | None = strawberry.field(default=None, description="Has this tag.")
    has_any: list[str] | None = strawberry.field(default=None, description="Has one of these tags.")


@input_type
class DateTimeFilter:
    """By a moment."""

    lt: datetime | None = strawberry.field(default=None, description="Earlier than this.")
    lte: datetime | None = strawberry.field(default=None, description="Not later than this.")
    gt: datetime | None = strawberry.field(default=None, description="Later than this.")
    gte: datetime | None = strawberry.field(default=None, description="Not earlier than this.")
    is_null: bool | None = strawberry.field(default=None, description="Whether there is none.")

    def on(self, column: ColumnElement[Any]) -> Conditions:
        found: Conditions = []
        if self.lt is not None:
            found.append(column < self.lt)
        if self.lte is not None:
            found.append(column <= self.lte)
        if self.gt is not None:
            found.append(column > self.gt)
        if self.gte is not None:
            found.append(column >= self.gte)
        return found + _null(column, self.is_null)


@input_type
class RunStatusFilter:
    """By how a run ended."""

    eq: RunStatus | None = strawberry.field(default=None, description="Ended so.")
    in_: list[RunStatus] | None = strawberry.field(name="in", default=None, description="Ended in one of these ways.")

    def on(self, name: str, column: ColumnElement[Any]) -> Conditions:
        return _exact(name, column, self.eq, self.in_, None)


def _exact(
    name: str, column: ColumnElement[Any], eq: str | None, among: Sequence[str] | None, is_null: bool | None
) -> Conditions:
    found: Conditions = []
    for text in [*([eq] if eq is not None else []), *(among or ())]:
        check_text(name, text, MAX_TEXT)
    if eq is not None:
        found.append(column == eq)
    if among is not None:
        found.append(is_any(column, f"{name}_in", list(among)))
    return found + _null(column, is_null)


def _null(column: ColumnElement[Any], is_null: bool | None) -> Conditions:
    if is_null is None:
        return []
    return [column.is_(None) if is_null else column.is_not(None)]


def words(text: str | None, columns: tuple[ColumnElement[Any], ...]) -> Conditions:
    """Each word occurs in one of the columns."""
    if text is None:
        return []
    check_text("text", text, MAX_TEXT)
    found = []
    for word in text.split()[:MAX_WORDS]:
        # SQLite folds the case of ASCII letters only; the usual spellings of other words are looked for one by one.
        spellings = {word} if word.isascii() else {word, word.lower(), word.upper(), word.title()}
        occurs = [column.icontains(each, autoescape=True) for column in columns for each in sorted(spellings)]
        found.append(reduce(or_, occurs))
    return found
