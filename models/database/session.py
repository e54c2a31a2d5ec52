"""One transaction: SQLModel's session for ordinary work, and set-based statements for batches, on one connection."""

import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Table
from sqlalchemy.sql import Executable
from sqlmodel.ext.asyncio.session import AsyncSession

from models.database.driver import Driver, Fault, Rows
from models.database.watching import Wait, Watcher
from models.errors import CRMError, NotStored


class Session(AsyncSession):
    """A transaction that is open from the start; the block that gave it commits it, nobody else does."""

    def __init__(
        self, driver: Driver, watcher: Watcher, *, write: bool, deadline_seconds: float, brief: bool = False
    ) -> None:
        super().__init__(driver.writing if write else driver.reading, expire_on_commit=False, autoflush=False)
        self.driver = driver
        self._watcher = watcher
        self.write = write
        self.deadline_seconds = deadline_seconds
        self.brief = brief
        self.announcements: list[str] = []

    async def begin_now(self) -> None:
        connection = await self.connection()
        await self.driver.begin(connection, write=self.write, deadline_seconds=self.deadline_seconds, brief=self.brief)

    def announce(self, text: str) -> None:
        """Tell whoever listens, once the transaction is committed; of one that is undone nobody hears."""
        self.announcements.append(text)

    async def rows(self, statement: Executable, **parameters: Any) -> Rows:
        """All rows of a select, on the driver itself; lists are bound as arrays (see `statements.is_any`)."""
        return await self.driver.fetch(await self.connection(), statement, parameters)

    async def insert_rows(self, table: Table, columns: Sequence[str], rows: Rows) -> None:
        """Insert rows that are known to be new."""
        if rows:
            await self.driver.insert(await self.connection(), table, columns, rows)

    async def insert_at_once(self, table: Table, columns: Sequence[str], rows: Rows) -> None:
        """Insert rows that are known to be new, a few thousand at most, where full-text search hangs on the table."""
        if rows:
            await self.driver.insert_at_once(await self.connection(), table, columns, rows)

    async def insert_missing(self, table: Table, columns: Sequence[str], rows: Rows) -> None:
        """Insert rows, leaving alone those whose key is taken."""
        if rows:
            await self.driver.insert_missing(await self.connection(), table, columns, rows)

    async def update_rows(self, table: Table, columns: Sequence[str], rows: Rows) -> None:
        """Set columns by primary key; each row holds the values of the key, then those of the columns."""
        if rows:
            await self.driver.update(await self.connection(), table, columns, rows)

    async def delete_rows(self, table: Table, rows: Rows) -> None:
        """Delete by primary key."""
        if rows:
            await self.driver.delete(await self.connection(), table, rows)

    async def lock(self, names: Iterable[str], *, room: str = "records", shared: bool = False) -> None:
        """Hold names until the transaction ends, so that two writers cannot both find one of them missing.

        Rooms are locked in the order erasing, records, promoted, fields: whoever takes names of several takes them so. What is
        `shared` keeps off only those who want it for themselves.
        """
        came = time.perf_counter()
        await self.driver.lock(await self.connection(), room, names, shared=shared)
        self._watcher.waited(Wait.LOCK, time.perf_counter() - came)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """Undo what the block did if it raises, and nothing else. Raises NotStored where the values were refused."""
        try:
            async with self.begin_nested():
                yield
        except CRMError:
            raise
        except Exception as error:
            if self.driver.fault(error) is Fault.REFUSED:
                raise NotStored from error
            raise
