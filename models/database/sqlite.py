"""SQLite: one file, one writer, nothing to install. Acknowledged means on the disk (`synchronous=FULL`)."""

import asyncio
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import URL, Select, Table, event, exc
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.sql import Executable

from models.database.announcing import Announcing
from models.database.buckets import Bucketing, Numbering, in_buckets_sqlite, numbered_sqlite
from models.database.driver import Fault, Rows, StatementCache, column_encoders, encoded_columns, key_columns
from models.database.neighbours import Neighbours
from models.database.sqlite_connection import BEGIN, BEGIN_WRITING, SQLiteConnection, open_connection

READERS = 4  # more threads would spend their time waiting for the interpreter, and a batch holds one for a slice alone
READ_CACHE_KIB, WRITE_CACHE_KIB = 16_384, 65_536
CHECKPOINT_SECONDS = 1.0  # between two times that what is in the log is written to its place, beside those who write
LONGEST_LOG = 16_000  # pages of 4 KiB; whoever commits behind so many writes the rest of them to their place
BUSY_TIMEOUT_MS = 5_000  # another process may hold the file this long before callers are told to come back
PROGRESS_STEPS = 50_000  # virtual machine steps between looks at the clock; about a millisecond


class SQLiteDriver:
    has_one_writer = True

    def __init__(self, url: URL, *, synchronous: str = "FULL") -> None:
        self._synchronous = synchronous
        self.writing = self._engine(url, connections=1, begin=BEGIN_WRITING)
        self.reading = self._engine(url, connections=READERS, begin=BEGIN, read_only=True)
        self.in_buckets: Bucketing = in_buckets_sqlite
        self.numbered: Numbering = numbered_sqlite
        self.announcing: Announcing = Neighbours(self._others_version)
        self._dialect = self.writing.dialect
        self._statements = StatementCache(self._dialect)
        self._url = url
        self._glancing: sqlite3.Connection | None = None
        self._checkpointing: asyncio.Future[None] | None = None
        self._checkpointed_at = time.monotonic()

    def _engine(self, url: URL, *, connections: int, begin: str, read_only: bool = False) -> AsyncEngine:
        engine = create_async_engine(
            url,
            pool_size=connections,
            max_overflow=0,
            pool_timeout=30,
            hide_parameters=True,  # they are of people, and errors are logged
            pool_reset_on_return=None,  # a session ends its own transaction
            # The driver must not open transactions by itself: a deferred one that reads and then writes fails with
            # "database is locked" as soon as two of them meet.
            connect_args={"async_creator_fn": open_connection, "isolation_level": None},
        )

        def connected(connection: Any, _record: Any) -> None:
            for pragma in (
                f"busy_timeout={BUSY_TIMEOUT_MS}",
                "journal_mode=WAL",
                f"synchronous={self._synchronous}",
                "foreign_keys=ON",
                f"wal_autocheckpoint={LONGEST_LOG}",
                f"cache_size=-{READ_CACHE_KIB if read_only else WRITE_CACHE_KIB}",
                "temp_store=MEMORY",
                *(["query_only=ON"] if read_only else []),
            ):
                connection.execute(f"PRAGMA {pragma}").close()

        def begun(connection: Any) -> None:
            connection.exec_driver_sql(begin)

        event.listen(engine.sync_engine, "connect", connected)
        event.listen(engine.sync_engine, "begin", begun)
        return engine

    async def _others_version(self) -> int | None:
        """A number that changes when another process commits; None where that cannot be told just now."""
        try:
            async with self.writing.connect() as connection:
                raw = await self._raw(connection)
                [[version]] = await raw.execute_fetchall("PRAGMA data_version")
        except (sqlite3.Error, exc.SQLAlchemyError):
            return None
        return int(version)

    async def check(self) -> list[str]:
        async with self.writing.connect() as connection:
            wanted = {
                "journal_mode": "wal",
                "foreign_keys": 1,
                "synchronous": {"FULL": 2, "NORMAL": 1}[self._synchronous],
            }
            found = {name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar() for name in wanted}
        warnings = [
            f"SQLite runs with {name}={found[name]}, not {wanted[name]}"
            for name in wanted
            if found[name] != wanted[name]
        ]
        if self._synchronous != "FULL":
            warnings.append("SQLite runs with synchronous=NORMAL: a power cut may lose the last acknowledged writes")
        return warnings

    async def begin(
        self, connection: AsyncConnection, *, write: bool, deadline_seconds: float, brief: bool = False
    ) -> None:
        raw = await self._raw(connection)
        raw.is_brief = brief
        if write:
            await raw.set_progress_handler(None, 0)  # type: ignore[arg-type]
            return
        deadline = time.monotonic() + deadline_seconds
        await raw.set_progress_handler(lambda: time.monotonic() > deadline, PROGRESS_STEPS)

    async def _raw(self, connection: AsyncConnection) -> SQLiteConnection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert isinstance(raw, SQLiteConnection)
        return raw

    async def fetch(self, connection: AsyncConnection, statement: Executable, parameters: dict[str, Any]) -> Rows:
        compiled = self._statements.compiled(statement)
        raw = await self._raw(connection)
        return compiled.decoded(list(await raw.execute_fetchall(compiled.text, compiled.arguments(parameters))))

    async def glance(self, statement: Select[Any], parameters: dict[str, Any], *, deadline_seconds: float) -> Rows:
        """Asked on the event loop itself: it takes microseconds, and every step of a thread waits its turn behind a batch.

        Where another program holds the file, a thread waits for it after all.
        """
        compiled = self._statements.compiled(statement)
        try:
            if self._glancing is None:
                self._glancing = self._open_for_glances()
            rows = self._glancing.execute(compiled.text, compiled.arguments(parameters)).fetchall()
        except sqlite3.OperationalError:
            async with self.reading.connect() as connection:
                await self.begin(connection, write=False, deadline_seconds=deadline_seconds)
                return await self.fetch(connection, statement, parameters)
        return compiled.decoded(rows)

    def _open_for_glances(self) -> sqlite3.Connection:
        (path,), options = self._dialect.create_connect_args(self._url)
        connection: sqlite3.Connection = sqlite3.connect(path, **{**options, "timeout": 0, "isolation_level": None})
        connection.execute("PRAGMA query_only=ON").close()
        return connection

    async def insert(self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows) -> None:
        await self._insert(connection, table, columns, rows, "INSERT")

    async def insert_at_once(
        self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        """A full-text table writes all that it has gathered whenever a statement begins."""
        values = encoded_columns(rows, column_encoders(table, columns, self._dialect))
        marks = ", ".join([f"({', '.join('?' * len(columns))})"] * len(rows))
        sql = f"INSERT INTO {self._name(table)} ({self._names(columns)}) VALUES {marks}"
        raw = await self._raw(connection)
        cursor = await raw.execute(sql, [value for row in zip(*values, strict=True) for value in row])
        await cursor.close()

    async def insert_missing(
        self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        await self._insert(connection, table, columns, rows, "INSERT OR IGNORE")

    async def _insert(
        self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows, verb: str
    ) -> None:
        marks = ", ".join("?" * len(columns))
        sql = f"{verb} INTO {self._name(table)} ({self._names(columns)}) VALUES ({marks})"
        await self._run_many(connection, sql, table, columns, rows)

    async def update(self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows) -> None:
        keys = key_columns(table)
        # The key comes first in each row, so its marks carry numbers and the columns' marks follow.
        assignments = ", ".join(f"{self._quote(name)} = ?{len(keys) + at}" for at, name in enumerate(columns, 1))
        condition = " AND ".join(f"{self._quote(name)} = ?{at}" for at, name in enumerate(keys, 1))
        sql = f"UPDATE {self._name(table)} SET {assignments} WHERE {condition}"
        await self._run_many(connection, sql, table, [*keys, *columns], rows)

    async def delete(self, connection: AsyncConnection, table: Table, rows: Rows) -> None:
        keys = key_columns(table)
        condition = " AND ".join(f"{self._quote(name)} = ?" for name in keys)
        await self._run_many(connection, f"DELETE FROM {self._name(table)} WHERE {condition}", table, keys, rows)

    async def _run_many(
        self, connection: AsyncConnection, sql: str, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        raw = await self._raw(connection)
        values = encoded_columns(rows, column_encoders(table, columns, self._dialect))
        cursor = await raw.executemany(sql, list(zip(*values, strict=True)))
        await cursor.close()

    def _quote(self, name: str) -> str:
        return self._dialect.identifier_preparer.quote(name)

    def _name(self, table: Table) -> str:
        return self._quote(table.name)

    def _names(self, columns: Sequence[str]) -> str:
        return ", ".join(self._quote(name) for name in columns)

    async def lock(self, connection: AsyncConnection, room: str, names: Iterable[str], *, shared: bool = False) -> None:
        """Nothing to do: whoever writes holds the one writer lock since the transaction began."""

    def committed(self) -> None:
        """SQLite writes pages from the log to their place when it is long, and whoever commits then does it. Done beside
        the writers it holds up nobody, and a page that was written often meanwhile is written once.
        """
        now = time.monotonic()
        is_idle = self._checkpointing is None or self._checkpointing.done()
        if is_idle and now - self._checkpointed_at >= CHECKPOINT_SECONDS:
            self._checkpointed_at = now
            self._checkpointing = asyncio.ensure_future(asyncio.to_thread(self._checkpoint))

    def _checkpoint(self) -> None:
        (path,), options = self._dialect.create_connect_args(self._url)
        try:
            with closing(sqlite3.connect(path, **options)) as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").close()
        except sqlite3.Error:
            pass  # what is in the log is safe there; the next one who commits is told what is wrong with the file

    def fault(self, error: BaseException) -> Fault:
        if isinstance(error, exc.TimeoutError):
            return Fault.UNAVAILABLE
        cause = error.orig if isinstance(error, exc.DBAPIError) else error
        if isinstance(cause, sqlite3.IntegrityError):
            return Fault.CONFLICT if "UNIQUE" in str(cause) else Fault.REFUSED
        if isinstance(cause, sqlite3.OperationalError):
            return Fault.UNAVAILABLE
        if isinstance(cause, (sqlite3.DataError, OverflowError, UnicodeEncodeError)):
            return Fault.REFUSED
        return Fault.BUG

    async def close(self) -> None:
        await self.announcing.close()
        if self._checkpointing is not None:
            await self._checkpointing
        if self._glancing is not None:
            self._glancing.close()
            self._glancing = None
        await self.reading.dispose()
        await self.writing.dispose()
