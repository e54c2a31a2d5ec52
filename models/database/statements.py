"""SQL that is written once and spelled per database.

A batch binds one array instead of thousands of parameters: SQLite stops at 32,766 of them (its default since
3.32), PostgreSQL at 65,535.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    BindParameter,
    Boolean,
    Column,
    ColumnElement,
    Dialect,
    Exists,
    Float,
    Select,
    Table,
    Text,
    bindparam,
    literal_column,
    not_,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.sql.visitors import replacement_traverse
from sqlalchemy.types import TypeDecorator, TypeEngine

from models.exact_json import json_text


class ArrayOf(TypeDecorator[Sequence[Any]]):
    """A list of values of one type as one parameter: an array for PostgreSQL, a JSON document for SQLite."""

    impl = Text
    cache_ok = True

    def __init__(self, of: TypeEngine[Any]) -> None:
        super().__init__()
        self.of = of

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else ARRAY(self.of.dialect_impl(dialect)))

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> Any:
        values = list(value or ())
        if dialect.name != "sqlite":
            return values
        encode = self.of.dialect_impl(dialect).bind_processor(dialect)
        return json_text([encode(each) for each in values] if encode else values)


TextArray = partial(ArrayOf, Text())
IntegerArray = partial(ArrayOf, BigInteger())


class _IsAny(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True
    # A condition as it stands: SQLite has no booleans, and "… IN (…) = 1" would keep it from using an index.
    _is_implicitly_boolean = True


@compiles(_IsAny, "sqlite")
def _is_any_sqlite(element: _IsAny, compiler: Any, **kwargs: Any) -> str:
    column, array = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({array}))"


@compiles(_IsAny, "postgresql")
def _is_any_postgresql(element: _IsAny, compiler: Any, **kwargs: Any) -> str:
    column, array = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"{column} = ANY ({array})"


def is_any(
    column: ColumnElement[Any] | Mapped[Any], parameter: str, values: Sequence[str] | None = None
) -> ColumnElement[bool]:
    """True where a text column equals one of the values bound as `parameter`, now or when the statement runs."""
    return _IsAny(column, bindparam(parameter, type_=TextArray()) if values is None else bound_list(values, Text()))


def is_among(column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """True where a column of any type equals one of these values."""
    return _IsAny(column, bound_list(values, column.type))


def bound_list(values: Sequence[Any], of: TypeEngine[Any]) -> BindParameter[Any]:
    """A list as one parameter, under a name of its own: a statement may hold many."""
    return bindparam("among", values, type_=ArrayOf(of), unique=True)


def is_any_number(column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
    """True where a whole number equals one of those bound as `parameter` when the statement runs."""
    return _IsAny(column, bindparam(parameter, type_=IntegerArray()))


class RowByRow(FunctionElement[bool]):
    """A condition that can also be asked of few rows one after the other, without gathering anything for it."""

    type = Boolean()
    inherit_cache = True
    _is_implicitly_boolean = True

    def row_by_row(self) -> ColumnElement[bool]:
        """How it is asked so: by what it is made of, unless its kind knows better."""
        [asked] = self.clauses
        return asked


class _IsNoneOf(RowByRow):
    inherit_cache = True

    def row_by_row(self) -> ColumnElement[bool]:
        return not_(_looked_up(self))


@compiles(_IsNoneOf, "sqlite")
def _is_none_of_sqlite(element: _IsNoneOf, compiler: Any, **kwargs: Any) -> str:
    column, values = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"{column} NOT IN {values}"


@compiles(_IsNoneOf, "postgresql")
def _is_none_of_postgresql(element: _IsNoneOf, compiler: Any, **kwargs: Any) -> str:
    # Where the values outgrow its memory, PostgreSQL answers NOT IN by reading all of them for every row.
    column, values = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"NOT EXISTS (SELECT 1 FROM {values} AS excluded (value) WHERE excluded.value = {column})"


class _IsOneOf(RowByRow):
    inherit_cache = True

    def row_by_row(self) -> ColumnElement[bool]:
        return _looked_up(self)


@compiles(_IsOneOf, "sqlite")
def _is_one_of_sqlite(element: _IsOneOf, compiler: Any, **kwargs: Any) -> str:
    column, values = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"{column} IN {values}"


@compiles(_IsOneOf, "postgresql")
def _is_one_of_postgresql(element: _IsOneOf, compiler: Any, **kwargs: Any) -> str:
    # Beside an OR or under a NOT, PostgreSQL answers IN as it answers NOT IN; this it can also look up row by row.
    column, values = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"EXISTS (SELECT 1 FROM {values} AS included (value) WHERE included.value = {column})"


def is_one_of(column: ColumnElement[Any], values: Select[Any]) -> ColumnElement[bool]:
    """True where a column equals one of what a select of one column gives, which stands by itself."""
    return _IsOneOf(column, values.correlate(None).scalar_subquery())


def is_none_of(column: ColumnElement[Any], values: Select[Any]) -> ColumnElement[bool]:
    """True where a column equals none of what a select of one column gives; neither may be null."""
    return _IsNoneOf(column, values.correlate(None).scalar_subquery())


def _looked_up(element: FunctionElement[bool]) -> ColumnElement[bool]:
    """That a column equals one of the values, which are looked up for each row instead of gathered for all."""
    column, values = element.clauses
    [value] = values.element.subquery().c
    return select(literal_column("1")).where(value == column).exists()


def unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """What stands in a column, or is made of it, so that no index is chosen by it where the database does not know better."""
    return _Unindexed(column)


class _Unindexed(FunctionElement[Any]):
    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(_Unindexed)
def _unindexed(element: _Unindexed, compiler: Any, **kwargs: Any) -> str:
    return str(compiler.process(element.clauses, **kwargs))


@compiles(_Unindexed, "sqlite")
def _unindexed_sqlite(element: _Unindexed, compiler: Any, **kwargs: Any) -> str:
    # It knows nothing of how often a value occurs, and would rather sort a million rows found by an index than walk.
    return f"+{compiler.process(element.clauses, **kwargs)}"


def without_index(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """What stands in a column, or is made of it, so that no index is chosen by it, or for its order, on either database."""
    return _WithoutIndex(column)


class _WithoutIndex(_Unindexed):
    inherit_cache = True


@compiles(_WithoutIndex, "postgresql")
def _without_index_postgresql(element: _WithoutIndex, compiler: Any, **kwargs: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **kwargs)})"


def row_by_row(condition: ColumnElement[bool], table: Table) -> ColumnElement[bool]:
    """The same condition, asked of rows of the table one after the other: nothing is gathered for it, no index chosen by it."""

    def asked(element: Any, **_: Any) -> Any:
        if isinstance(element, RowByRow):
            return row_by_row(element.row_by_row(), table)
        if isinstance(element, Column) and element.table is table:
            return unindexed(element)
        return element if isinstance(element, (SelectBase, Exists)) else None

    if isinstance(condition, Exists):
        return condition
    return replacement_traverse(condition, {}, asked)


class _SecondsBetween(FunctionElement[float]):
    type = Float()
    inherit_cache = True


@compiles(_SecondsBetween, "sqlite")
def _seconds_between_sqlite(element: _SecondsBetween, compiler: Any, **kwargs: Any) -> str:
    later, earlier = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"round((julianday({later}) - julianday({earlier})) * 86400, 3)"


@compiles(_SecondsBetween, "postgresql")
def _seconds_between_postgresql(element: _SecondsBetween, compiler: Any, **kwargs: Any) -> str:
    later, earlier = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"CAST(round(EXTRACT(EPOCH FROM {later} - {earlier}), 3) AS double precision)"


def seconds_between(later: ColumnElement[Any], earlier: ColumnElement[Any]) -> ColumnElement[float]:
    """How many seconds lie between two moments, to the millisecond, which is all that SQLite's arithmetic keeps."""
    return _SecondsBetween(later, earlier)
