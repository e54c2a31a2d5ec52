"""How filters are put together: what each field asks of which column, and `and`, `or` and `not` over filters of one kind.

A row fulfils a filter or it does not; a comparison with nothing in the column is not fulfilled, so `not` is the exact
complement.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, ClassVar

import strawberry
from sqlalchemy import ColumnElement, Table, and_, false, func, not_, or_, true
from strawberry.utils.str_converters import to_camel_case

from graphql_schema.limits import FILTER_CONDITIONS, FILTER_DEPTH
from models.columns import utc_now
from models.errors import InvalidInput

Conditions = list[ColumnElement[bool]]
Compiled = Callable[[str, Any, datetime], Conditions]  # a field's name, its value, and the moment that is now

MAX_WORDS = 10  # of a text that is looked for; each is a condition of its own

_COMPILED = "compiled"  # in a field's metadata
_OUTERMOST = ("deleted", "past")  # fields that choose among all rows, before anything else is asked of them


def operator(description: str, name: str | None = None) -> Any:
    """A field that compares."""
    return strawberry.field(default=None, name=name, description=description)


def asks(compiled: Compiled, description: str, name: str | None = None) -> Any:
    """A field of a filter, with what its value asks."""
    return strawberry.field(default=None, name=name, description=description, metadata={_COMPILED: compiled})


def by(column: ColumnElement[Any], description: str) -> Any:
    """A field whose operators ask about one column."""
    return asks(lambda name, wanted, _: wanted.on(name, column), description)


def whether(column: ColumnElement[Any], description: str) -> Any:
    """A field that is what a column of truths must be."""
    return asks(lambda _, wanted, __: [column.is_(wanted)], description)


def both() -> Any:
    return asks(_all_of, "All of these hold; an empty list always does.", "and")


def either() -> Any:
    return asks(_one_of, "One of these holds, or more; an empty list never does.", "or")


def neither() -> Any:
    return asks(
        lambda _, wanted, now: [complement(wanted.given(now))],
        "This does not hold. Records without a value do not fulfil what is asked of it, so they are found here.",
        "not",
    )


def _all_of(_: str, filters: "list[Combined]", now: datetime) -> Conditions:
    return [condition for each in filters for condition in each.given(now)]


def _one_of(_: str, filters: "list[Combined]", now: datetime) -> Conditions:
    return [or_(false(), *(and_(true(), *each.given(now)) for each in filters))]


def complement(conditions: Conditions) -> ColumnElement[bool]:
    """True where not all of the conditions are."""
    return not_(func.coalesce(and_(*conditions), false())) if conditions else false()


class Level:
    """An input that stands a level deeper than what holds it."""


class Combined(Level):
    """A filter that may hold filters of its own kind. Its fields say what they ask (see `asks`)."""

    def given(self, now: datetime) -> Conditions:
        """What its fields ask together."""
        found = self.asked()
        for each in fields(self):  # type: ignore[arg-type]
            value = getattr(self, each.name)
            if value is not None and _COMPILED in each.metadata:
                found += each.metadata[_COMPILED](to_camel_case(each.name), value, now)
        return found

    def asked(self) -> Conditions:
        """What fields ask that do not say it themselves."""
        return []


class Listed(Combined):
    """The filter of a list."""

    table: ClassVar[Table]
    deleted: bool = False

    def conditions(self, now: datetime | None = None) -> Conditions:
        """What rows of the table fulfil. Raises InvalidInput for a filter that is too large, or asks what cannot be."""
        check_extent(self)
        return [*live(self.table, deleted=self.deleted), *self.given(now or utc_now())]


def live(table: Table, *, deleted: bool = False) -> Conditions:
    """What tells deleted rows from others, in a table where rows can be deleted."""
    if "deleted_at" not in table.c:
        return []
    return [table.c.deleted_at.is_not(None) if deleted else table.c.deleted_at.is_(None)]


def check_extent(outermost: Combined) -> None:
    """Raises InvalidInput where filters stand too deep inside each other, or are too many, or ask for the deleted inside."""
    conditions = 0
    waiting: list[tuple[Any, int]] = [(outermost, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > FILTER_DEPTH:
            raise InvalidInput(f"Filters stand at most {FILTER_DEPTH} deep inside each other", field="filter")
        given = {each.name: value for each in fields(part) if (value := getattr(part, each.name)) is not None}
        for name in _OUTERMOST:
            if given.pop(name, False) and depth > 0:
                raise InvalidInput(f"`{name}` can be asked of the outermost filter alone", field=name)
        conditions += not given  # what asks nothing is told to the database all the same
        for name, value in given.items():
            inputs = [each for each in (value if isinstance(value, list) else [value]) if is_dataclass(each)]
            waiting += [(each, depth + isinstance(each, Level)) for each in inputs]
            if name == "text" and isinstance(value, str):
                conditions += min(len(value.split()), MAX_WORDS)
            else:
                conditions += not inputs
    if conditions > FILTER_CONDITIONS:
        raise InvalidInput(
            f"A filter has at most {FILTER_CONDITIONS} conditions; this one has {conditions:,}", field="filter"
        )
