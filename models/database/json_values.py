"""Single values inside columns of JSON text, each read as one type; null where there is none, or one of another type.

They are read row by row and no index helps; what is asked of often is promoted (see `models/fields/promoting.py`). Nothing
here fails on a value it cannot read: PostgreSQL gives up a whole statement for one text that is no number, so every
conversion is guarded by the form the text must have.
"""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Float, Text, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from models.columns import UTCDateTime
from models.database.json_members import named

# A decimal with an exponent of three digits at most: all that a double can hold, and no more than PostgreSQL's numeric can.
_NUMBER = r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?0*[0-9]{1,3})?$"
_LONGEST_NUMBER = 1_000  # characters
_SMALLEST, _LARGEST = "1e-307", "1.7e308"  # what is nearer to nothing is nothing; what is larger is as large as this

_FIRST_DAY = "0001-01-01"

# Every day there ever was, and no other; then perhaps a time of day, and perhaps a zone.
_DAY = (
    r"([0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    r"|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])"
    r"|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)"
)
_TIME = r"[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?"
_ZONE = r"(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])"


class _Value(FunctionElement[Any]):
    """A value of the JSON object in a column, by its name."""

    inherit_cache = True


class _TextAt(_Value):
    type = Text()
    inherit_cache = True


class _NumberAt(_Value):
    type = Float()
    inherit_cache = True


class _BooleanAt(_Value):
    type = Boolean()
    inherit_cache = True


class _MomentAt(_Value):
    type = UTCDateTime()
    inherit_cache = True


class _IsThere(_Value):
    type = Boolean()
    inherit_cache = True
    _is_implicitly_boolean = True


Key = str | ColumnElement[str]


def text_at(document: ColumnElement[Any], key: Key) -> ColumnElement[str]:
    return _TextAt(document, *_named(key))


def number_at(document: ColumnElement[Any], key: Key) -> ColumnElement[float]:
    """A number as a double; text that looks like one is text."""
    return _NumberAt(document, *_named(key))


def boolean_at(document: ColumnElement[Any], key: Key) -> ColumnElement[bool]:
    return _BooleanAt(document, *_named(key))


def moment_at(document: ColumnElement[Any], key: Key) -> ColumnElement[Any]:
    """The moment that text means in ISO 8601, to the millisecond; without a zone it is UTC, without a time the day's first.

    The first day of all is none: programs write it where they know of no day, and its moments may lie before the year 1.
    """
    return _MomentAt(document, *_named(key))


def is_there(document: ColumnElement[Any], key: Key) -> ColumnElement[bool]:
    """True where there is any value but null."""
    return _IsThere(document, *_named(key))


def _named(key: Key) -> tuple[ColumnElement[Any], ...]:
    return named(key) if isinstance(key, str) else (key, key, literal_column("no"))


def _parts(element: _Value, compiler: Any, kwargs: Any) -> tuple[str, str]:
    document, key, _, _ = element.clauses
    return compiler.process(document, **kwargs), compiler.process(key, **kwargs)


def _sqlite(element: _Value, compiler: Any, kwargs: Any, value: str, condition: str, *, often: bool = False) -> str:
    """The value, as it is read where the member fulfils a condition; what looks at the member `often` reads it once for all."""
    column, _, path, can_follow = element.clauses
    if can_follow.name == "yes":  # quicker than to look at every member
        document, at = compiler.process(column, **kwargs), compiler.process(path, **kwargs)
        member = f"SELECT json_extract({document}, {at}) AS value, json_type({document}, {at}) AS type"
        once = " LIMIT 1" if often else ""  # nobody moves a select with LIMIT
        return f"(SELECT {value} FROM ({member}{once}) AS member WHERE {condition})"
    document, key = _parts(element, compiler, kwargs)
    return f"(SELECT {value} FROM json_each({document}) AS member WHERE member.key = {key} AND {condition})"


@compiles(_TextAt, "sqlite")
def _text_at_sqlite(element: _TextAt, compiler: Any, **kwargs: Any) -> str:
    return _sqlite(element, compiler, kwargs, "member.value", "member.type = 'text'")


@compiles(_NumberAt, "sqlite")
def _number_at_sqlite(element: _NumberAt, compiler: Any, **kwargs: Any) -> str:
    return _sqlite(element, compiler, kwargs, "CAST(member.value AS REAL)", "member.type IN ('integer', 'real')")


@compiles(_BooleanAt, "sqlite")
def _boolean_at_sqlite(element: _BooleanAt, compiler: Any, **kwargs: Any) -> str:
    return _sqlite(element, compiler, kwargs, "member.type = 'true'", "member.type IN ('true', 'false')")


@compiles(_MomentAt, "sqlite")
def _moment_at_sqlite(element: _MomentAt, compiler: Any, **kwargs: Any) -> str:
    # SQLite's clock reads more than ISO 8601 ("now", Julian days, 30 February, the year 0), so the day must come back as it was.
    digit = "[0-9]"
    days = "-".join((digit * 4, digit * 2, digit * 2))
    times = f"[T ]{digit * 2}:{digit * 2}*"
    day = "substr(member.value, 1, 10)"
    form = (
        f"(member.value GLOB '{days}' OR member.value GLOB '{days}{times}' AND substr(member.value, 12, 2) < '24')"
        f" AND {day} > '{_FIRST_DAY}'"
        f" AND ({day} LIKE '%-0_' OR {day} LIKE '%-1_' OR strftime('%Y-%m-%d', julianday({day})) = {day})"
    )
    moment = "strftime('%Y-%m-%dT%H:%M:%f000+00:00', member.value)"
    return _sqlite(element, compiler, kwargs, moment, f"member.type = 'text' AND {form}", often=True)


@compiles(_IsThere, "sqlite")
def _is_there_sqlite(element: _IsThere, compiler: Any, **kwargs: Any) -> str:
    return "EXISTS " + _sqlite(element, compiler, kwargs, "1", "member.type <> 'null'")


def _postgresql(element: _Value, compiler: Any, kwargs: Any, kind: str, value: str) -> str:
    """`value` made of `_TEXT`, where the value is of that kind of JSON; the document is read once."""
    document, key = _parts(element, compiler, kwargs)
    read = f"SELECT CAST({document} AS json) -> {key} AS value OFFSET 0"  # nobody moves a select with OFFSET
    return f"(SELECT CASE json_typeof(read.value) WHEN '{kind}' THEN {value} END FROM ({read}) AS read)"


_TEXT = "(read.value #>> '{}')"


@compiles(_TextAt, "postgresql")
def _text_at_postgresql(element: _TextAt, compiler: Any, **kwargs: Any) -> str:
    return _postgresql(element, compiler, kwargs, "string", _TEXT)


@compiles(_NumberAt, "postgresql")
def _number_at_postgresql(element: _NumberAt, compiler: Any, **kwargs: Any) -> str:
    exact = f"CAST({_TEXT} AS numeric)"
    double = (
        f"CASE WHEN abs({exact}) < {_SMALLEST} THEN 0"
        f" ELSE CAST(greatest(least({exact}, {_LARGEST}), -{_LARGEST}) AS double precision) END"
    )
    form = f"length({_TEXT}) <= {_LONGEST_NUMBER} AND {_TEXT} ~ '{_NUMBER}'"
    # Most numbers are short and plain, and take nothing of that.
    plain = f"length({_TEXT}) <= 15 AND strpos(lower({_TEXT}), 'e') = 0"
    number = f"CASE WHEN {plain} THEN CAST({_TEXT} AS double precision) WHEN {form} THEN {double} END"
    return _postgresql(element, compiler, kwargs, "number", number)


@compiles(_BooleanAt, "postgresql")
def _boolean_at_postgresql(element: _BooleanAt, compiler: Any, **kwargs: Any) -> str:
    return _postgresql(element, compiler, kwargs, "boolean", f"{_TEXT} = 'true'")


@compiles(_MomentAt, "postgresql")
def _moment_at_postgresql(element: _MomentAt, compiler: Any, **kwargs: Any) -> str:
    zone = f"CASE WHEN length({_TEXT}) = 10 THEN 'T00:00Z' WHEN {_TEXT} ~ '{_ZONE}$' THEN '' ELSE 'Z' END"
    # Rounded as SQLite rounds, and ended where its years end.
    moment = f"CAST({_TEXT} || {zone} AS timestamp with time zone) + interval '500 microseconds'"
    end = "CAST('10000-01-01T00:00Z' AS timestamp with time zone)"
    ended = f"nullif(least(date_trunc('milliseconds', {moment}), {end}), {end})"
    later = f"{_TEXT} NOT LIKE '0000%' AND {_TEXT} NOT LIKE '{_FIRST_DAY}%'"
    form = f"{_TEXT} LIKE '____-__-__%' AND {later} AND {_TEXT} ~ '^{_DAY}({_TIME}{_ZONE}?)?$'"
    return _postgresql(element, compiler, kwargs, "string", f"CASE WHEN {form} THEN {ended} END")


@compiles(_IsThere, "postgresql")
def _is_there_postgresql(element: _IsThere, compiler: Any, **kwargs: Any) -> str:
    document, key = _parts(element, compiler, kwargs)
    return f"coalesce(json_typeof(CAST({document} AS json) -> {key}), 'null') <> 'null'"
