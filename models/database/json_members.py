"""One member of a JSON document that is kept as text: as text to group by, and as a number to add up."""

from typing import Any

from sqlalchemy import ColumnElement, Float, Text, bindparam, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from models.exact_json import json_text


class _MemberText(FunctionElement[str]):
    """Of a column, the member's name, that name as a path, and whether the path can be followed."""

    type = Text()
    inherit_cache = True


class _MemberNumber(FunctionElement[float]):
    type = Float()
    inherit_cache = True


def member_text(column: ColumnElement[Any], name: str) -> ColumnElement[str]:
    """The member as text: a text as it is, anything else as JSON writes it; null where it is missing, null or empty."""
    return _MemberText(column, *named(name))


def member_number(column: ColumnElement[Any], name: str) -> ColumnElement[float]:
    """The member where it is a number; null for anything else, be it a text of digits."""
    return _MemberNumber(column, *named(name))


def named(name: str) -> tuple[ColumnElement[Any], ...]:
    """A member's name, that name as a path, and whether SQLite can follow the path."""
    # SQLite compares the name as the document writes it, and reads a path to the first quote whatever stands before it.
    path = bindparam(None, f"$.{json_text(name)}", type_=Text(), unique=True)
    return bindparam(None, name, type_=Text(), unique=True), path, literal_column("no" if '"' in name else "yes")


def _parts(element: FunctionElement[Any], compiler: Any, kwargs: Any) -> tuple[str, str, str, bool]:
    column, name, path, can_follow = element.clauses
    read = compiler.process(column, **kwargs)
    if compiler.dialect.name == "sqlite" and can_follow.name == "yes":
        return read, "", compiler.process(path, **kwargs), True
    return read, compiler.process(name, **kwargs), "", False


@compiles(_MemberText, "sqlite")
def _text_sqlite(element: _MemberText, compiler: Any, **kwargs: Any) -> str:
    column, name, path, can_follow = _parts(element, compiler, kwargs)
    if can_follow:
        return (
            f"CASE json_type({column}, {path}) WHEN 'text' THEN nullif(json_extract({column}, {path}), '')"
            f" WHEN 'null' THEN NULL ELSE {column} -> {path} END"
        )
    read = "CASE type WHEN 'true' THEN type WHEN 'false' THEN type ELSE nullif(CAST(value AS TEXT), '') END"
    return f"(SELECT {read} FROM json_each({column}) WHERE key = {name})"


@compiles(_MemberText, "postgresql")
def _text_postgresql(element: _MemberText, compiler: Any, **kwargs: Any) -> str:
    column, name, _, _ = _parts(element, compiler, kwargs)
    return f"nullif(CAST({column} AS json) ->> {name}, '')"


@compiles(_MemberNumber, "sqlite")
def _number_sqlite(element: _MemberNumber, compiler: Any, **kwargs: Any) -> str:
    column, name, path, can_follow = _parts(element, compiler, kwargs)
    if can_follow:
        return (
            f"CASE WHEN json_type({column}, {path}) IN ('integer', 'real')"
            f" THEN CAST(json_extract({column}, {path}) AS REAL) END"
        )
    read = "CASE WHEN type IN ('integer', 'real') THEN CAST(value AS REAL) END"
    return f"(SELECT {read} FROM json_each({column}) WHERE key = {name})"


@compiles(_MemberNumber, "postgresql")
def _number_postgresql(element: _MemberNumber, compiler: Any, **kwargs: Any) -> str:
    column, name, _, _ = _parts(element, compiler, kwargs)
    # As written, so that the document is read once. What is closer to nothing than a double can tell is refused as one,
    # and only by way of numeric taken for nothing.
    written = f"(SELECT CAST(CAST({column} AS json) -> {name} AS text) AS told OFFSET 0) AS written"
    is_small = "strpos(substr(told, 2), '-') > 0 OR length(told) > 300"
    small = "CAST(round(CAST(told AS numeric), 300) AS double precision)"
    number = f"CASE WHEN {is_small} THEN {small} ELSE CAST(told AS double precision) END"
    return f"(SELECT CASE WHEN told ~ '^-?[0-9]' THEN {number} END FROM {written})"
