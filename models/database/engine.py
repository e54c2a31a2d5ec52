"""The database: opened once, gives read and write blocks, and turns drivers' failures into errors with a name."""

import math
import random
import time
from asyncio import sleep
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import Select

from models.database.announcing import Listener
from models.database.driver import Driver, Fault, Rows
from models.database.postgresql import PostgreSQLDriver
from models.database.session import Session
from models.database.sqlite import SQLiteDriver
from models.database.url import driver_url, is_sqlite, shown
from models.database.watching import Nobody, Wait, Watcher
from models.errors import CRMError, NotStored, Unavailable

T = TypeVar("T")

ATTEMPTS = 6
READ_DEADLINE_SECONDS = 10.0
CROWDED_SECONDS = 1.0  # so long after two writers met others are expected
BATCH_DEADLINE_SECONDS = 120.0  # for what a batch reads: 50,000 items take their time


class Conflict(Exception):
    """A write lost a race against another one; doing it again is likely to succeed."""


class Database:
    """SQLite or PostgreSQL, the same to everyone else."""

    def __init__(self, driver: Driver, address: str, *, read_deadline_seconds: float = READ_DEADLINE_SECONDS) -> None:
        self.driver = driver
        self.address = address
        self.read_deadline_seconds = read_deadline_seconds
        self.watcher: Watcher = Nobody()
        self._writers = 0  # at work or waiting
        self._met_at = -math.inf

    @classmethod
    def open(
        cls,
        url: str,
        *,
        connections: int = 20,
        sqlite_synchronous: str = "FULL",
        prepared_statements: bool = True,
        direct_url: str | None = None,
        read_deadline_seconds: float = READ_DEADLINE_SECONDS,
    ) -> "Database":
        """The database at an ordinary URL; nothing is reached until the first block.

        `direct_url` leads to the same database where a pool of connections stands in between.
        Raises InvalidInput for a URL of another kind.
        """
        address = driver_url(url)
        driver: Driver = (
            SQLiteDriver(address, synchronous=sqlite_synchronous)
            if is_sqlite(address)
            else PostgreSQLDriver(
                address,
                connections=connections,
                prepared_statements=prepared_statements,
                direct_url=driver_url(direct_url) if direct_url is not None else None,
            )
        )
        return cls(driver, shown(address), read_deadline_seconds=read_deadline_seconds)

    @property
    def has_one_writer(self) -> bool:
        """Whether one transaction writes at a time, so that nothing is won by holding up others for less."""
        return self.driver.has_one_writer

    @property
    def is_crowded(self) -> bool:
        """Whether somebody waits, or waited just now, for the transaction of another to end."""
        return self.has_one_writer and time.monotonic() - self._met_at < CROWDED_SECONDS

    async def close(self) -> None:
        await self.driver.close()

    @asynccontextmanager
    async def read(self, *, deadline_seconds: float | None = None, brief: bool = False) -> AsyncIterator[Session]:
        """A read-only transaction that sees one state of the database; each statement has a deadline.

        It may be `brief` where it is about few rows, found by their keys.
        Raises Unavailable when the database is away or the deadline passed.
        """
        deadline_seconds = deadline_seconds or self.read_deadline_seconds
        async with self._session(write=False, deadline_seconds=deadline_seconds, brief=brief) as session:
            yield session

    async def glance(self, statement: Select[Any], **parameters: Any) -> Rows:
        """The few rows that a select finds by key, as last committed: for what every call asks.

        It waits for no batch that is under way, whatever that holds. Raises Unavailable as `read` does.
        """
        try:
            return await self.driver.glance(statement, parameters, deadline_seconds=READ_DEADLINE_SECONDS)
        except Exception as error:
            raise self._named(error) from error

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Session]:
        """One transaction, committed at the end of the block, undone if the block raises.

        Raises Unavailable when the database cannot write now or a race was lost: work that is likely to meet
        others goes through `retrying`.
        """
        try:
            async with self._session(write=True) as session:
                yield session
                await self._commit(session)
        except Conflict as conflict:
            self.watcher.met()
            raise Unavailable("Another writer was at the same records; try again") from conflict

    async def retrying(
        self,
        work: Callable[[Session], Awaitable[T]],
        *,
        before: Callable[[], Awaitable[None]] | None = None,
        keep: bool = True,
        brief: bool = False,
    ) -> T:
        """What `work` returns, done in one transaction, again after a lost race; `keep=False` undoes it at the end.

        It may be `brief` where it is about few rows, found by their keys.
        `before` runs ahead of the transaction, each time: reading that need not hold the writer belongs there.
        """
        for attempt in range(1, ATTEMPTS + 1):
            try:
                if before is not None:
                    await before()
                async with self._session(write=True, brief=brief) as session:
                    result = await work(session)
                    if keep:
                        await self._commit(session)
                    return result
            except Conflict as conflict:
                self.watcher.met()
                if attempt == ATTEMPTS:
                    raise Unavailable("Too many writers met at the same records; try again") from conflict
                await sleep(random.uniform(0.01, 0.05) * attempt)  # noqa: S311  spreads retries, guards nothing
        raise AssertionError("unreachable")

    @asynccontextmanager
    async def _session(
        self, *, write: bool, deadline_seconds: float = BATCH_DEADLINE_SECONDS, brief: bool = False
    ) -> AsyncIterator[Session]:
        session = Session(self.driver, self.watcher, write=write, deadline_seconds=deadline_seconds, brief=brief)
        self._come(write)
        came = time.perf_counter()
        try:
            try:
                await session.begin_now()
                self.watcher.waited(Wait.WRITE if write else Wait.READ, time.perf_counter() - came)
                yield session
            finally:
                self._writers -= write
                await session.close()
                if write:
                    await sleep(0)  # who waits for the connection takes it, before this caller comes for the next slice
        except (CRMError, Conflict):
            raise
        except Exception as error:
            raise self._named(error) from error

    def _come(self, write: bool) -> None:
        self._writers += write
        if write and self._writers > 1:
            self._met_at = time.monotonic()

    async def _commit(self, session: Session) -> None:
        await session.commit()
        self.driver.committed()
        self.driver.announcing.tell(session.announcements)

    async def listen(self, listener: Listener) -> None:
        """Call `listener` with all that is announced from now on. Raises Unavailable where it cannot be heard."""
        await self.driver.announcing.listen(listener)

    def leave(self, listener: Listener) -> None:
        """Call it no more."""
        self.driver.announcing.leave(listener)

    def _named(self, error: Exception) -> Exception:
        match self.driver.fault(error):
            case Fault.CONFLICT:
                return Conflict()
            case Fault.UNAVAILABLE:
                self.watcher.failed()
                return Unavailable("The database is not available just now; nothing was stored")
            case Fault.REFUSED:
                return NotStored()
            case Fault.BUG:
                return error
