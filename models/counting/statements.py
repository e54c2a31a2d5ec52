"""Statements that count records and add up what they hold: all of them together, or told apart by up to three keys.

Each is one pass over the records, whatever is asked of them. Records may belong to several parents, such as the contacts
of several companies; then each parent has an answer of its own from the same statement.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import ColumnElement, Float, FromClause, Integer, Select, Table, cast, func, literal_column, select

from models.choosing import soonest
from models.counting.keys import Key, tag_of, tagged
from models.counting.measures import COUNT, Measure
from models.counting.places import Beside, Conditions, Seen
from models.database.session import Session
from models.database.statements import is_any


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

    async def soonest(self, session: Session) -> "Records":
        """The same, asked for as all of them are found soonest."""
        return replace(self, conditions=tuple(await soonest(session, self.conditions, whole=True)))

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
        return "".join(tagged(value) for value in (*parent, *self.values))


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
    return Records(records.table, beside.rows, tuple(records.of(parents)), tag_of(told), records.level + 1)


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
