"""Statements that count records and add up what they hold: all of them together, or told apart by up to three keys.

Each is one pass over the records, whatever is asked of them. Records may belong to several parents, such as the contacts
of several companies; then each parent has an answer of its own from the same statement.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Float,
    FromClause,
    Integer,
    Select,
    Table,
    Text,
    case,
    cast,
    distinct,
    func,
    literal_column,
    select,
)

from models.columns import Token
from models.counting.places import Beside, Conditions, Place, label_of_day, place_in_order
from models.database.json_members import member_number, member_text
from models.database.local_days import DateBucket, first_day
from models.database.statements import is_any

_SCALE = 2.0**64  # a power of two: nothing is rounded on the way
NONE = "none"  # what a group without a key is called
Seen = Callable[[Table, FromClause], Conditions]  # what hides rows of a table from whoever asks


class Act(StrEnum):
    """What is made of the values of one column."""

    COUNT = "count"
    DISTINCT = "distinct"
    SUM = "sum"
    AVG = "avg"
    MIN = "min"
    MAX = "max"


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a set of records. Without a place or a custom field it is their count.

    Money counts in one currency; without one, where all records of a set have the same.
    """

    act: Act
    place: Place | None = None
    custom: str | None = None
    currency: str | None = None

    def of(self, beside: Beside) -> ColumnElement[Any]:
        if self.act is Act.COUNT:
            return func.count()
        value = _value(self.place, self.custom, beside)
        if self.currency is not None:
            value = case((beside.table.c.currency == self.currency, value))
        if self.act is Act.DISTINCT:
            return func.count(distinct(value))
        if self.act in (Act.SUM, Act.AVG) and self.scale(beside.table) != 1:
            total = func.sum(value * (1 / self.scale(beside.table)))
            return total if self.act is Act.SUM else total / func.count(value)
        make: Any = {Act.SUM: func.sum, Act.AVG: func.avg, Act.MIN: func.min, Act.MAX: func.max}[self.act]
        made: ColumnElement[Any] = make(value)
        return made

    def scale(self, table: Table) -> float:
        """How many times less the database tells: PostgreSQL refuses a sum that no double can hold."""
        if self.act not in (Act.SUM, Act.AVG):
            return 1
        is_float = self.place is None or isinstance(self.place.type_in(table), Float)
        return _SCALE if is_float else 1

    def told(self, number: Any, table: Table) -> Any:
        scale = self.scale(table)
        return number * scale if number is not None and scale != 1 else number


COUNT = Measure(Act.COUNT)


@dataclass(frozen=True, slots=True)
class Key:
    """What records are told apart by: a column or a custom field; a moment by its bucket in a time zone."""

    name: str  # in the answer
    place: Place | None = None
    custom: str | None = None
    bucket: DateBucket | None = None
    zone: ZoneInfo | None = None

    def of(self, beside: Beside) -> ColumnElement[Any]:
        value = _value(self.place, self.custom, beside, as_text=True)
        return first_day(value, self.bucket, self.zone) if self.bucket is not None else value

    def text_of(self, beside: Beside) -> ColumnElement[str]:
        return cast(self.of(beside), Text)

    def ordering(self, value: ColumnElement[Any], seen: Seen) -> ColumnElement[Any]:
        """What orders groups by this key: by names, by the order of a closed set, without regard to capitals."""
        if self.place is not None and self.place.words is not None:
            return place_in_order(self.place.words, value)
        if self.place is not None and self.place.names is not None:
            return func.lower(func.coalesce(self.place.names.of(value, seen), value), type_=Text)
        return func.lower(value, type_=Text) if isinstance(value.type, Text) else value

    def label(self, value: Any, name: str | None) -> str:
        if value is None:
            return NONE
        if self.bucket is not None:
            return label_of_day(self.bucket, value)
        if self.place is not None and self.place.words is not None:
            return str(value).replace("_", " ").capitalize()
        return name or str(value)

    def told(self, value: Any) -> str | None:
        """The value as text; a word of a closed set as the schema spells it."""
        if value is None:
            return None
        return str(value).upper() if self.place is not None and self.place.words is not None else _text(value)


@dataclass(frozen=True, slots=True)
class Bound:
    """A number that a group must have."""

    measure: Measure
    compare: Callable[[Any, Any], Any]  # an operator
    number: float


@dataclass(frozen=True, slots=True)
class Ordering:
    """What groups are ordered by: a number, or with None their keys."""

    measure: Measure | None
    descending: bool


@dataclass(frozen=True, slots=True)
class Grouping:
    """How records are told apart, and what is wanted of each group."""

    keys: tuple[Key, ...]
    measures: tuple[Measure, ...] = ()
    having: tuple[Bound, ...] = ()
    order: tuple[Ordering, ...] = (Ordering(COUNT, descending=True),)
    most: int = 50
    total: bool = False

    @property
    def counted(self) -> tuple[Measure, ...]:
        """Everything that is counted, each once."""
        told = [each.measure for each in self.having] + [each.measure for each in self.order if each.measure]
        return tuple(dict.fromkeys((COUNT, *self.measures, *told)))


@dataclass(frozen=True, eq=False, slots=True)
class Records:
    """Which records: rows that hold the table, and conditions. `parent` tells whose they are.

    At the first level that is a record, or nobody; at each further one a group of the records of the level before.
    """

    table: Table
    rows: FromClause
    conditions: tuple[ColumnElement[bool], ...] = ()
    parent: ColumnElement[str] | None = None
    level: int = 0

    def of(self, parents: Sequence[Any]) -> Conditions:
        theirs = [is_any(self.parent, f"parents_{self.level}", list(parents))] if self.parent is not None else []
        return [*theirs, *self.conditions]

    @property
    def told(self) -> list[ColumnElement[Any]]:
        return [self.parent.label("parent")] if self.parent is not None else []


@dataclass(frozen=True, slots=True)
class Group:
    """Records with the same keys. `total` is how many such groups there are, where that was asked."""

    parent: Any
    values: tuple[Any, ...]
    names: tuple[str | None, ...]
    numbers: dict[Measure, Any] = field(default_factory=dict)
    total: int | None = None

    @property
    def tag(self) -> str:
        """The keys as one text that no other group has."""
        parent = [self.parent] if self.parent is not None else []
        return "".join(_tagged(value) for value in (*parent, *self.values))


def summed(records: Records, measures: Sequence[Measure], seen: Seen, parents: Sequence[Any]) -> Select[Any]:
    """The measures of all records, in order; of each parent's behind the parent."""
    beside = Beside(records.table, records.rows, seen)
    columns = [each.of(beside) for each in measures]
    statement = select(*records.told, *columns).select_from(beside.rows).where(*records.of(parents))
    return statement.group_by("parent") if records.told else statement


def read_numbers(row: Sequence[Any], measures: Sequence[Measure], table: Table) -> dict[Measure, Any]:
    return {each: each.told(number, table) for each, number in zip(measures, row, strict=True)}


def grouped(records: Records, grouping: Grouping, seen: Seen, parents: Sequence[Any]) -> Select[Any]:
    """The first groups, in order, and one more where there are more; `read_groups` reads them."""
    beside = Beside(records.table, records.rows, seen)
    keys = [key.of(beside).label(f"key_{at}") for at, key in enumerate(grouping.keys)]
    numbers = [each.of(beside).label(f"number_{at}") for at, each in enumerate(grouping.counted)]
    names = [each.name for each in (*records.told, *keys)]
    found = select(*records.told, *keys, *numbers).select_from(beside.rows).where(*records.of(parents))
    # Grouped by the names of the columns: what stands behind them may be long, and have values bound in it.
    counted = found.group_by(*names).subquery("counted").c
    number = {each: counted[f"number_{at}"] for at, each in enumerate(grouping.counted)}
    having = [_compared(number[each.measure], each, records.table) for each in grouping.having]
    theirs = [counted.parent] if records.told else []
    place = func.row_number().over(partition_by=theirs or None, order_by=_terms(grouping, counted, number, seen))
    total = [func.count().over(partition_by=theirs or None).label("total")] if grouping.total else []
    placed = select(*counted, place.label("place"), *total).where(*having).subquery("placed").c
    labels = [
        each.place.names.of(placed[f"key_{at}"], seen).label(f"name_{at}")
        for at, each in enumerate(grouping.keys)
        if each.place is not None and each.place.names is not None
    ]
    # The number stands in the text: with one that is bound, PostgreSQL would plan for a tenth of the rows.
    most = literal_column(str(grouping.most + 1), Integer)
    return select(*placed, *labels).where(placed.place <= most).order_by(placed.place)


def read_groups(rows: Sequence[Any], grouping: Grouping, table: Table) -> list[Group]:
    groups = []
    for row in rows:
        told = row._mapping
        values = tuple(told[f"key_{at}"] for at in range(len(grouping.keys)))
        names = tuple(told.get(f"name_{at}") for at in range(len(grouping.keys)))
        numbers = {each: each.told(told[f"number_{at}"], table) for at, each in enumerate(grouping.counted)}
        groups.append(Group(told.get("parent"), values, names, numbers, told.get("total")))
    return groups


def opened(records: Records, keys: Sequence[Key], seen: Seen, parents: Sequence[Any]) -> Records:
    """The same records with their group as the parent, by its tag."""
    beside = Beside(records.table, records.rows, seen)
    told = ([records.parent] if records.parent is not None else []) + [key.text_of(beside) for key in keys]
    parts = [case((each.is_(None), "-"), else_=cast(func.length(each), Text) + ":" + cast(each, Text)) for each in told]
    tag: ColumnElement[str] = parts[0]
    for part in parts[1:]:
        tag = tag + part
    # Texts of two languages have no common order; compared byte by byte they need none.
    return Records(records.table, beside.rows, tuple(records.of(parents)), cast(tag, Token), records.level + 1)


def _tagged(value: Any) -> str:
    if value is None:
        return "-"
    text = _text(value)
    return f"{len(text)}:{text}"


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _value(place: Place | None, custom: str | None, beside: Beside, *, as_text: bool = False) -> ColumnElement[Any]:
    if place is not None:
        return beside.column(place)
    assert custom is not None
    return (member_text if as_text else member_number)(beside.table.c.custom_fields, custom)


def _terms(grouping: Grouping, counted: Any, number: dict[Measure, Any], seen: Seen) -> list[ColumnElement[Any]]:
    """Groups in order, nulls last either way; keys as they are stored break ties."""
    keys = [counted[f"key_{at}"] for at in range(len(grouping.keys))]
    terms: list[ColumnElement[Any]] = []
    for each in grouping.order:
        if each.measure is not None:
            terms += _sorted(number[each.measure], each.descending)
        else:
            for key, value in zip(grouping.keys, keys, strict=True):
                terms += [value.is_(None), *_sorted(key.ordering(value, seen), each.descending)[1:]]
    return terms + [term for value in keys for term in _sorted(value, descending=False)]


def _sorted(column: ColumnElement[Any], descending: bool) -> list[ColumnElement[Any]]:
    return [column.is_(None), column.desc() if descending else column.asc()]


def _compared(column: ColumnElement[Any], bound: Bound, table: Table) -> ColumnElement[bool]:
    number = bound.number / bound.measure.scale(table)
    comparison: ColumnElement[bool] = bound.compare(cast(column, Float), number)
    return comparison
