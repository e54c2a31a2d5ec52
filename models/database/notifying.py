"""Announcements through PostgreSQL: sent with NOTIFY after the commit, heard by one connection that does nothing else.

NOTIFY inside a transaction would be the simpler way, but such transactions commit one after the other, each waiting for
the disk. So committed texts are sent from a transaction of their own, all that have gathered at once, which waits for
nothing. What is lost when a process dies in between is looked at anew with the next word of the same record.
"""

import asyncio
import random
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import asyncpg
import structlog
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from models.database.announcing import Announcement, InProcess, Listener
from models.errors import Unavailable

CHANNEL = "rolograph"
MOST_WAITING = 1_000  # texts to send; past that the oldest are left out
FIRST_WAIT, LONGEST_WAIT = 0.2, 30.0  # seconds until a lost connection is tried again, doubling in between
CONNECT_SECONDS = 10.0
ALIVE_EVERY = 30.0  # seconds between looks whether the connection still answers; a cut line says nothing by itself

_SEND = "SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, each) FROM unnest($2::text[]) AS each"

log = structlog.get_logger("announcing")


class Notifications:
    """`sending` is where texts are sent from; `listening` the address of the database itself, with no pool between."""

    def __init__(self, sending: AsyncEngine, listening: URL) -> None:
        self._sending = sending.execution_options(isolation_level="AUTOCOMMIT")
        self._listening = listening
        self._here = InProcess()
        self._waiting: deque[str] = deque(maxlen=MOST_WAITING)
        self._sender: asyncio.Task[None] | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._heard = asyncio.Event()

    def tell(self, texts: Sequence[str]) -> None:
        self._waiting.extend(texts)
        if self._waiting and (self._sender is None or self._sender.done()):
            self._sender = asyncio.create_task(self._send())

    async def _send(self) -> None:
        while self._waiting:
            texts = list(self._waiting)
            self._waiting.clear()
            try:
                async with self._sending.connect() as connection:
                    raw: Any = (await connection.get_raw_connection()).driver_connection
                    await raw.execute(_SEND, CHANNEL, texts)
            except Exception as error:  # whatever it is, the act itself is done
                log.warning("changes could not be announced", texts=len(texts), reason=type(error).__name__)

    async def listen(self, listener: Listener) -> None:
        if self._keeper is None or self._keeper.done():
            self._keeper = asyncio.create_task(self._keep())
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await self._heard.wait()
        except TimeoutError:
            raise Unavailable("Changes cannot be heard just now: the database is not available") from None
        await self._here.listen(listener)

    def leave(self, listener: Listener) -> None:
        self._here.leave(listener)

    @property
    def listeners(self) -> int:
        return self._here.listeners

    async def _keep(self) -> None:
        """Hold the connection, and make another where it is lost."""
        wait = FIRST_WAIT
        while True:
            try:
                await self._hear()
                wait = FIRST_WAIT
            except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                log.warning("announcements cannot be heard", reason=type(error).__name__, again_in=round(wait, 1))
            self._heard.clear()
            await asyncio.sleep(random.uniform(0.5, 1) * wait)  # noqa: S311  spreads retries, guards nothing
            wait = min(wait * 2, LONGEST_WAIT)

    async def _hear(self) -> None:
        """Hear until the connection is lost."""
        _, arguments = self._sending.dialect.create_connect_args(self._listening)
        arguments.pop("prepared_statement_cache_size", None)
        connection = await asyncpg.connect(**arguments, timeout=CONNECT_SECONDS)
        lost = asyncio.Event()
        try:
            connection.add_termination_listener(lambda _connection: lost.set())
            await connection.add_listener(CHANNEL, self._on_notification)
            if self._here.listeners:  # who listened before the connection was lost
                self._here.pass_on(None)
            self._heard.set()
            while not lost.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(lost.wait(), ALIVE_EVERY)
                if not lost.is_set():
                    await connection.execute("SELECT 1", timeout=CONNECT_SECONDS)
        finally:
            connection.terminate()

    def _on_notification(self, _connection: Any, _pid: int, _channel: str, text: str) -> None:
        self._here.pass_on(Announcement(text))

    async def close(self) -> None:
        if self._sender is not None:
            await self._sender
        if self._keeper is not None:
            self._keeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeper
        await self._here.close()
