"""The databases as the soak sees them: asked and checked from outside, beside the server and not through it."""

import asyncio
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

import asyncpg

from tests.soak.cluster import Cluster

Rows = list[tuple[Any, ...]]


class Store(Protocol):
    """One database."""

    url: str

    async def rows(self, statement: str) -> Rows: ...

    async def snapshot(self, statements: Sequence[str]) -> list[Rows]:
        """The rows of several statements at one and the same moment, whoever writes meanwhile."""

    async def change(self, statement: str) -> None: ...

    async def problems(self) -> list[str]:
        """What the database's own checks find wrong with what it has stored."""


class Place(Protocol):
    """Where databases are made."""

    kind: str

    def database(self, name: str) -> Store: ...


class SQLiteStore:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.url = f"sqlite:///{path}"

    async def rows(self, statement: str) -> Rows:
        return (await asyncio.to_thread(self._run, [statement]))[0]

    async def snapshot(self, statements: Sequence[str]) -> list[Rows]:
        _, *found, _ = await asyncio.to_thread(self._run, ["BEGIN", *statements, "COMMIT"])
        return found

    async def change(self, statement: str) -> None:
        await asyncio.to_thread(self._run, [statement])

    def _run(self, statements: Sequence[str]) -> list[Rows]:
        with closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as connection:
            return [connection.execute(statement).fetchall() for statement in statements]

    async def problems(self) -> list[str]:
        intact = [str(row[0]) for row in await self.rows("PRAGMA integrity_check")]
        foreign = [f"foreign key: {row}" for row in await self.rows("PRAGMA foreign_key_check")]
        return [line for line in intact if line != "ok"] + foreign


class SQLitePlace:
    kind = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def database(self, name: str) -> SQLiteStore:
        return SQLiteStore(self._folder / f"{name}.db")


# Every index against its table; amcheck comes with PostgreSQL's contributed modules, which may be missing.
_INDEXES = """
    SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_am a ON a.oid = c.relam
    WHERE a.amname = 'btree' AND c.relkind = 'i' AND c.relnamespace = 'public'::regnamespace
"""
_HEAPS = """
    SELECT c.relname || ': ' || h.msg FROM pg_class c, verify_heapam(c.oid) h
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
"""
# Without it: rows counted by the primary key's index alone, against rows counted by reading the table.
_BY_INDEX = ("enable_seqscan",)
_BY_TABLE = ("enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan")
_TABLES = {
    "contact": "id",
    "contact_key": "kind, value, record_id",
    "change": "id",
    "run": "id",
    "external_link": "entity, source, external_id",
}


class PostgreSQLStore:
    def __init__(self, cluster: Cluster, name: str) -> None:
        self.cluster = cluster
        self.url = cluster.url(name)

    async def rows(self, statement: str) -> Rows:
        connection = await asyncpg.connect(self.url)
        try:
            return [tuple(row) for row in await connection.fetch(statement)]
        finally:
            await connection.close()

    async def snapshot(self, statements: Sequence[str]) -> list[Rows]:
        connection = await asyncpg.connect(self.url)
        try:
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                return [[tuple(row) for row in await connection.fetch(statement)] for statement in statements]
        finally:
            await connection.close()

    async def change(self, statement: str) -> None:
        connection = await asyncpg.connect(self.url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    async def problems(self) -> list[str]:
        try:
            await self.change("CREATE EXTENSION IF NOT EXISTS amcheck")
        except asyncpg.PostgresError:
            return await self._miscounted()
        try:
            await self.rows(_INDEXES)
            return [str(row[0]) for row in await self.rows(_HEAPS)]
        except asyncpg.PostgresError as error:
            return [str(error)]

    async def _miscounted(self) -> list[str]:
        problems = []
        for table, key in _TABLES.items():
            by_index = await self._count(table, key, _BY_INDEX)
            by_table = await self._count(table, key, _BY_TABLE)
            if by_index != by_table:
                problems.append(f"{table}: {by_index} rows by its key, {by_table} without")
        return problems

    async def _count(self, table: str, key: str, switched_off: tuple[str, ...]) -> int:
        connection = await asyncpg.connect(self.url, server_settings=dict.fromkeys(switched_off, "off"))
        try:
            return int(
                await connection.fetchval(f"SELECT count(*) FROM (SELECT {key} FROM {table} ORDER BY {key}) found")
            )
        finally:
            await connection.close()


class PostgreSQLPlace:
    kind = "postgresql"

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster

    def database(self, name: str) -> PostgreSQLStore:
        self._cluster.server.create_database(name)
        return PostgreSQLStore(self._cluster, name)


@contextmanager
def place(kind: str, folder: Path) -> Iterator[Place]:
    """Where databases of this kind are made; PostgreSQL is a cluster of its own that may be killed."""
    if kind == "sqlite":
        yield SQLitePlace(folder)
        return
    with Cluster.started() as cluster:
        yield PostgreSQLPlace(cluster)
