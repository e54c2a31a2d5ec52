"""Which stretch of time a row falls into: the stretches are bound as one list of boundaries, and each database has its own
way to find the right one in a time that grows with the rows alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Subquery,
    Table,
    and_,
    bindparam,
    func,
    literal_column,
    null,
    select,
    true,
    union_all,
)

from models.database.statements import IntegerArray


@dataclass(frozen=True, slots=True)
class Bucketed:
    """Rows with the number of their stretch, from 0: what to select from, and what must hold.

    Stretches without any row may give rows of nulls.
    """

    rows: FromClause
    condition: ColumnElement[bool]
    number: ColumnElement[int]


# Rows, the name of their column with the moment, and that under which the boundaries are bound: the same rows with
# `number` beside them. Where a moment is null the number means nothing.
Numbering = Callable[[Subquery, str, str], Subquery]

# The table, its column with the moment, the name under which the boundaries are bound, and conditions on the table's rows.
# A row before the first boundary, or not before the last, is in none.
Bucketing = Callable[[Table, ColumnElement[int], str, tuple[ColumnElement[bool], ...]], Bucketed]


def in_buckets_sqlite(
    table: Table, moment: ColumnElement[int], parameter: str, conditions: tuple[ColumnElement[bool], ...]
) -> Bucketed:
    """The table of boundaries comes first, and each stretch is one range of an index on the moment.

    The outer join holds SQLite to that order: the other one would read all boundaries for every row. For the same reason
    the conditions stand in the join; in the WHERE they would make it an inner one.
    """
    each = func.json_each(bindparam(parameter, type_=IntegerArray())).table_valued("key", "value").alias("boundary")
    following = func.lead(each.c.value).over(order_by=each.c.key)
    buckets = select(each.c.key.label("number"), each.c.value.label("start_at"), following.label("end_at")).subquery(
        "buckets"
    )
    inside = and_(moment >= buckets.c.start_at, moment < buckets.c.end_at)
    rows = buckets.outerjoin(table, reduce(and_, conditions, inside))
    return Bucketed(rows, true(), buckets.c.number)


def in_buckets_postgresql(
    table: Table, moment: ColumnElement[int], parameter: str, conditions: tuple[ColumnElement[bool], ...]
) -> Bucketed:
    """One pass over the rows, each finding its stretch by bisection."""
    number = func.width_bucket(moment, bindparam(parameter, type_=IntegerArray()), type_=Integer)
    first, last = (bindparam(f"{parameter}_{end}", type_=BigInteger) for end in ("first", "last"))
    inside = and_(moment >= first, moment < last)
    return Bucketed(table, reduce(and_, conditions, inside), number - literal_column("1", Integer))


def numbered_sqlite(rows: Subquery, moment: str, parameter: str) -> Subquery:
    """Rows that no index holds: they and the boundaries in one line, in the order of time, counting boundaries."""
    each = func.json_each(bindparam(parameter, type_=IntegerArray())).table_valued("key", "value").alias("boundary")
    names = [column.name for column in rows.c]
    blank = [each.c.value.label(name) if name == moment else null().label(name) for name in names]
    line = union_all(
        select(*rows.c, literal_column("0").label("is_boundary")),
        select(*blank, literal_column("1").label("is_boundary")),
    ).subquery("line")
    passed = func.sum(line.c.is_boundary).over(order_by=[line.c[moment], line.c.is_boundary.desc()], rows=(None, 0))
    counted = select(*(line.c[name] for name in names), line.c.is_boundary, (passed - 1).label("number")).subquery(
        "counted"
    )
    kept = select(*(counted.c[name] for name in names), counted.c.number).where(counted.c.is_boundary == 0)
    return kept.subquery("numbered")


def numbered_postgresql(rows: Subquery, moment: str, parameter: str) -> Subquery:
    """Each row finds its stretch by bisection."""
    place = func.width_bucket(rows.c[moment], bindparam(parameter, type_=IntegerArray()), type_=Integer)
    return select(*rows.c, (place - literal_column("1", Integer)).label("number")).subquery("numbered")


def bound_boundaries(parameter: str, boundaries: Sequence[int]) -> dict[str, Any]:
    """What the boundaries are bound as: each stretch lies between two of them, in ascending order."""
    return {parameter: boundaries, f"{parameter}_first": boundaries[0], f"{parameter}_last": boundaries[-1]}
