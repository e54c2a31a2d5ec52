"""What a database must offer beyond SQLAlchemy: set-based statements on the driver itself, locks, and its own words
for what went wrong. `sqlite` and `postgresql` fill this in; nobody else knows which of them is at work.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any, Protocol

from sqlalchemy import Dialect, Select, Table
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql import Executable
from sqlalchemy.types import TypeDecorator, TypeEngine

from models.columns import JsonDocument, UTCDateTime, as_json_text, read_moment
from models.database.announcing import Announcing
from models.database.buckets import Bucketing, Numbering
from models.exact_json import decode_json

Row = Sequence[Any]
Rows = Sequence[Row]
Converter = Callable[[Any], Any]


class Fault(Enum):
    """What an exception from a driver means for the caller."""

    CONFLICT = auto()  # lost a race; the same work may succeed at once
    UNAVAILABLE = auto()  # the database is away, full or busy; the same call may succeed later
    REFUSED = auto()  # these very values cannot be stored
    BUG = auto()


class Driver(Protocol):
    """One kind of database."""

    reading: AsyncEngine
    writing: AsyncEngine
    in_buckets: Bucketing  # how rows of a table are told into stretches of time
    numbered: Numbering  # the same for rows that were worked out
    has_one_writer: bool  # one transaction writes at a time, whatever it writes
    announcing: Announcing  # how word of what was committed gets around

    async def check(self) -> list[str]:
        """What the operator should know about how safely this database stores, as sentences; empty is good."""

    async def begin(
        self, connection: AsyncConnection, *, write: bool, deadline_seconds: float, brief: bool = False
    ) -> None:
        """Make sure the transaction has begun, so that statements on the driver are part of it.

        Reading fails once the deadline has passed, so that one bad question cannot hold a connection for ever. One that is
        `brief` is about few rows, found by their keys.
        """

    async def fetch(self, connection: AsyncConnection, statement: Executable, parameters: dict[str, Any]) -> Rows:
        """All rows of a select, in one go; the statement's compiled text is kept for the next time."""

    async def glance(self, statement: Select[Any], parameters: dict[str, Any], *, deadline_seconds: float) -> Rows:
        """The few rows that a select finds by key, as last committed, without a transaction to begin and end.

        Raises once the deadline has passed.
        """

    async def insert(self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows) -> None:
        """Insert rows that are known to be new."""

    async def insert_at_once(
        self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        """Insert rows that are known to be new in one statement, so that an index beside the table is written once.

        Rows times columns are at most as many as a statement has parameters: 32,766.
        """

    async def insert_missing(
        self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        """Insert rows, leaving alone those whose key is taken."""

    async def update(self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows) -> None:
        """Set columns by primary key; each row holds the values of the key, then those of the columns."""

    async def delete(self, connection: AsyncConnection, table: Table, rows: Rows) -> None:
        """Delete by primary key."""

    async def lock(self, connection: AsyncConnection, room: str, names: Iterable[str], *, shared: bool = False) -> None:
        """Hold names until the transaction ends, so that two writers cannot both find one of them missing.

        What is `shared` keeps off only those who want it for themselves. Names of one `room` are taken together, and all
        writers take the rooms in the same order.
        """

    def committed(self) -> None:
        """Something was committed: begin what the database wants to have done now and then, beside those who write."""

    def fault(self, error: BaseException) -> Fault:
        """What kind of failure a driver's exception is."""

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Compiled:
    """A select as the driver takes it, with what to do to values on the way in and out."""

    text: str
    names: tuple[str, ...]
    defaults: dict[str, Any]  # the values of literals inside the statement
    encoders: dict[str, Converter]
    decoders: list[tuple[int, Converter]]

    def arguments(self, parameters: dict[str, Any]) -> list[Any]:
        values = []
        for name in self.names:
            value = parameters[name] if name in parameters else self.defaults[name]
            encode = self.encoders.get(name)
            values.append(encode(value) if encode else value)
        return values

    def decoded(self, rows: Rows) -> Rows:
        return decoded_rows(rows, self.decoders)


class StatementCache:
    """Compiled selects by the statement object itself: callers keep theirs at module level or in a bounded cache."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._compiled = _compiled_for(dialect)

    def compiled(self, statement: Executable) -> Compiled:
        found = self._compiled.get(statement)
        if found is None:
            if len(self._compiled) >= 512:
                self._compiled.clear()
            found = self._compiled[statement] = self._compile(statement)
        return found

    def _compile(self, statement: Any) -> Compiled:
        dialect = self._dialect
        compiled = statement.compile(dialect=dialect)
        encoders = {}
        for name, parameter in compiled.binds.items():
            encode = parameter.type.dialect_impl(dialect).bind_processor(dialect)
            if encode is not None:
                encoders[name] = encode
        decoders: list[tuple[int, Converter]] = []
        for position, column in enumerate(statement.selected_columns):
            decode = _decoder(column.type, dialect)
            if decode is not None:
                decoders.append((position, decode))
        defaults = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        return Compiled(str(compiled), tuple(compiled.positiontup or ()), defaults, encoders, decoders)


@cache
def _compiled_for(_dialect: Dialect) -> dict[Executable, Compiled]:
    """What was compiled for a dialect; databases that are spoken to in the same way share it."""
    return {}


def column_encoders(table: Table, columns: Sequence[str], dialect: Dialect) -> list[Converter | None]:
    """For each column, what turns its Python values into the driver's; None where they are the same."""
    return [_encoder(table.c[name].type, dialect) for name in columns]


def _encoder(kind: TypeEngine[Any], dialect: Dialect) -> Converter | None:
    if isinstance(kind, JsonDocument):
        return as_json_text
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _decoder(kind: TypeEngine[Any], dialect: Dialect) -> Converter | None:
    """What makes Python's value of a driver's, which is never None."""
    match kind:
        case UTCDateTime():
            return read_moment
        case JsonDocument():
            return decode_json
        case TypeDecorator():
            return kind.result_processor(dialect, None)
        case _:  # the driver decodes every other type by itself
            return None


def encoded_columns(rows: Rows, encoders: list[Converter | None]) -> list[Sequence[Any]]:
    """The rows turned into columns, encoded. A column that holds one object throughout is encoded once."""
    columns: list[Sequence[Any]] = []
    for values, encode in zip(zip(*rows, strict=True), encoders, strict=True):
        if encode is None:
            columns.append(values)
            continue
        first = values[0]
        if all(value is first for value in values):
            columns.append([encode(first)] * len(values))
        else:
            columns.append([encode(value) for value in values])
    return columns


def decoded_rows(rows: Rows, decoders: list[tuple[int, Converter]]) -> Rows:
    if not decoders:
        return rows
    result = []
    for row in rows:
        values = list(row)
        for position, decode in decoders:
            if values[position] is not None:
                values[position] = decode(values[position])
        result.append(values)
    return result


def key_columns(table: Table) -> list[str]:
    return [column.name for column in table.primary_key.columns]
