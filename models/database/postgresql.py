"""PostgreSQL, when one machine or one process is not enough. The hot paths run on asyncpg itself."""

import zlib
from asyncio import timeout
from collections.abc import Iterable, Sequence
from typing import Any

import asyncpg
from sqlalchemy import URL, Select, Table, exc, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.sql import Executable

from models.database.announcing import Announcing
from models.database.buckets import Bucketing, Numbering, in_buckets_postgresql, numbered_postgresql
from models.database.driver import Fault, Rows, StatementCache, column_encoders, encoded_columns, key_columns
from models.database.notifying import Notifications

LOCK_SPACE = "rolograph"  # keeps our advisory locks apart from those of other programs in the same database
LOCK_NAMES = 1024  # distinct locks; a batch of thousands must not exhaust the server's lock table (6,400 by default)
LOCK_DEADLINE = "20s"
# What a statement that reads may sort and group by in memory, where the server is set to less: by its usual 4 MB a count
# over half a million events went to the disk and took three times as long.
READ_MEMORY_KIB = 32_768
# What a page costs that is read out of turn, in pages read in turn. By its usual 4, meant for disks that turn, the server reads
# a whole table for the thousands of keys of a batch, which an index finds in a fifth of the time.
PAGE_OUT_OF_TURN = 1.1

_CONFLICTS = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.UniqueViolationError,
)
_UNAVAILABLE = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # what asyncpg raises where a connection is lost in the middle of its protocol
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
)
_REFUSED = (
    asyncpg.DataError,
    asyncpg.IntegrityConstraintViolationError,
    asyncpg.ProgramLimitExceededError,
    UnicodeEncodeError,
    OverflowError,
)


class PostgreSQLDriver:
    has_one_writer = False

    def __init__(
        self, url: URL, *, connections: int = 20, prepared_statements: bool = True, direct_url: URL | None = None
    ) -> None:
        # Behind PgBouncer in transaction mode a prepared statement may be missing on the next connection.
        arguments = {} if prepared_statements else {"prepared_statement_cache_size": 0, "statement_cache_size": 0}
        self.writing = create_async_engine(
            url,
            pool_size=connections,
            max_overflow=0,
            pool_timeout=30,
            pool_use_lifo=True,
            hide_parameters=True,  # they are of people, and errors are logged
            connect_args=arguments,
        )
        self.reading = self.writing
        self._glancing = self.reading.execution_options(isolation_level="AUTOCOMMIT")
        self.in_buckets: Bucketing = in_buckets_postgresql
        self.numbered: Numbering = numbered_postgresql
        self.announcing: Announcing = Notifications(self.writing, direct_url or url)
        self._dialect = self.writing.dialect
        self._statements = StatementCache(self._dialect)

    async def check(self) -> list[str]:
        async with self.writing.connect() as connection:
            off = [
                name
                for name in ("fsync", "synchronous_commit", "full_page_writes")
                if (await connection.execute(text(f"SHOW {name}"))).scalar() == "off"
            ]
        return [f"PostgreSQL runs with {name}=off: a crash may lose acknowledged writes" for name in off]

    async def begin(
        self, connection: AsyncConnection, *, write: bool, deadline_seconds: float, brief: bool = False
    ) -> None:
        # Compiling a statement to machine code takes longer than it saves where answers are due within a second.
        settings = {
            "statement_timeout": f"'{deadline_seconds * 1000:.0f}'",
            "jit": "'off'",
            "random_page_cost": f"least(current_setting('random_page_cost')::real, {PAGE_OUT_OF_TURN})::text",
        }
        if write:
            # Others help to read much; a batch reads little, so often that to call them costs more than they do.
            settings |= {"lock_timeout": f"'{LOCK_DEADLINE}'", "max_parallel_workers_per_gather": "'0'"}
        else:
            memory = f"greatest(pg_size_bytes(current_setting('work_mem')) / 1024, {READ_MEMORY_KIB}) || 'kB'"
            # A plan that is to fit whatever is asked for reads a million rows where what is asked for now would take fifty.
            settings |= {
                "transaction_read_only": "'on'",
                "plan_cache_mode": "'force_custom_plan'",
                "work_mem": memory,
            }
        told = ", ".join(f"set_config('{name}', {value}, true)" for name, value in settings.items())
        await connection.exec_driver_sql(f"SELECT {told}")

    async def _raw(self, connection: AsyncConnection) -> Any:
        return (await connection.get_raw_connection()).driver_connection

    async def fetch(self, connection: AsyncConnection, statement: Executable, parameters: dict[str, Any]) -> Rows:
        compiled = self._statements.compiled(statement)
        raw = await self._raw(connection)
        return compiled.decoded(await raw.fetch(compiled.text, *compiled.arguments(parameters)))

    async def glance(self, statement: Select[Any], parameters: dict[str, Any], *, deadline_seconds: float) -> Rows:
        async with timeout(deadline_seconds), self._glancing.connect() as connection:
            rows: Rows = (await connection.execute(statement, parameters)).all()
        return rows

    async def insert(self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows) -> None:
        raw = await self._raw(connection)
        values = encoded_columns(rows, column_encoders(table, columns, self._dialect))
        await raw.copy_records_to_table(table.name, records=zip(*values, strict=True), columns=list(columns))

    async def insert_at_once(
        self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        await self.insert(connection, table, columns, rows)

    async def insert_missing(
        self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        sql = (
            f"INSERT INTO {self._quote(table.name)} ({self._names(columns)}) "
            f"SELECT * FROM {self._arrays(table, columns)} ON CONFLICT DO NOTHING"
        )
        await self._run_set(connection, sql, table, columns, rows)

    async def update(self, connection: AsyncConnection, table: Table, columns: Sequence[str], rows: Rows) -> None:
        keys = key_columns(table)
        assignments = ", ".join(f"{self._quote(name)} = given.{self._quote(name)}" for name in columns)
        sql = (
            f"UPDATE {self._quote(table.name)} AS kept SET {assignments} "
            f"FROM {self._given(table, [*keys, *columns])} WHERE {self._same_key(keys)}"
        )
        await self._run_set(connection, sql, table, [*keys, *columns], rows)

    async def delete(self, connection: AsyncConnection, table: Table, rows: Rows) -> None:
        keys = key_columns(table)
        sql = f"DELETE FROM {self._quote(table.name)} AS kept USING {self._given(table, keys)} WHERE {self._same_key(keys)}"
        await self._run_set(connection, sql, table, keys, rows)

    async def _run_set(
        self, connection: AsyncConnection, sql: str, table: Table, columns: Sequence[str], rows: Rows
    ) -> None:
        raw = await self._raw(connection)
        await raw.execute(sql, *encoded_columns(rows, column_encoders(table, columns, self._dialect)))

    def _arrays(self, table: Table, columns: Sequence[str]) -> str:
        types = [table.c[name].type.compile(dialect=self._dialect).partition(" COLLATE")[0] for name in columns]
        arrays = [f"${at}::{type_}[]" for at, type_ in enumerate(types, 1)]
        return f"unnest({', '.join(arrays)})"

    def _given(self, table: Table, columns: Sequence[str]) -> str:
        return f"{self._arrays(table, columns)} AS given({self._names(columns)})"

    def _same_key(self, keys: Sequence[str]) -> str:
        return " AND ".join(f"kept.{self._quote(name)} = given.{self._quote(name)}" for name in keys)

    def _quote(self, name: str) -> str:
        return self._dialect.identifier_preparer.quote(name)

    def _names(self, columns: Sequence[str]) -> str:
        return ", ".join(self._quote(name) for name in columns)

    async def lock(self, connection: AsyncConnection, room: str, names: Iterable[str], *, shared: bool = False) -> None:
        numbers = sorted({zlib.crc32(name.encode()) % LOCK_NAMES for name in names})
        if numbers:
            raw = await self._raw(connection)
            # unnest gives the numbers in their order, so everyone takes these locks in the same order.
            space = zlib.crc32(f"{LOCK_SPACE} {room}".encode()) & 0x7FFF_FFFF
            lock = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
            await raw.execute(f"SELECT {lock}($1, n) FROM unnest($2::int[]) AS n", space, numbers)

    def fault(self, error: BaseException) -> Fault:
        if isinstance(error, exc.TimeoutError):
            return Fault.UNAVAILABLE
        cause: BaseException = error
        if isinstance(error, exc.DBAPIError) and error.orig is not None:
            cause = error.orig.__cause__ or error.orig
        for kinds, fault in (
            (_CONFLICTS, Fault.CONFLICT),
            (_UNAVAILABLE, Fault.UNAVAILABLE),
            (_REFUSED, Fault.REFUSED),
        ):
            if isinstance(cause, kinds):
                return fault
        return Fault.BUG

    def committed(self) -> None:
        """Nothing to do: the server has processes for that."""

    async def close(self) -> None:
        await self.announcing.close()
        await self.writing.dispose()
