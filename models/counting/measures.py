"""Numbers of a set of records: how many there are, and what is made of the values of one column."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Float, Table, case, distinct, func

from models.counting.places import Beside, Place

_SCALE = 2.0**64  # a power of two: nothing is rounded on the way


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
        value = beside.number(self.place, self.custom)
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
