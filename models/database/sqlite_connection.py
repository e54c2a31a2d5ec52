"""A connection to SQLite whose statements run in a thread of its own, but for those that are over sooner than the way there.

A step to the thread and back waits for the interpreter twice, up to 5 ms each time while others are at work. A transaction
about few records is fifty such steps, and all who write wait for its end.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import aiosqlite

BEGIN, BEGIN_WRITING = "BEGIN", "BEGIN IMMEDIATE"


class SQLiteConnection(aiosqlite.Connection):
    """What aiosqlite opens, with a say in where its statements run.

    While `is_brief`, which ends with each transaction, statements run on the event loop: they are about few rows, found by
    their keys.
    """

    def __init__(self, open_file: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(open_file, iter_chunk_size=64)
        self._thread.daemon = True  # a process that ends waits for nobody
        self.is_brief = False
        # Each is counted by one side alone, so that both can be compared without a lock.
        self._sent = self._done = 0
        self._stopped: asyncio.Future[Any] | None = None

    async def _connect(self) -> aiosqlite.Connection:
        try:
            return await super()._connect()
        except BaseException:
            # The thread tells the event loop that it ends, which must be there to hear it.
            if self._stopped is not None:
                await self._stopped
            raise

    def stop(self) -> "asyncio.Future[Any] | None":
        self._stopped = super().stop()
        return self._stopped

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Where aiosqlite hands everything to the thread."""
        if self._sent == self._done and self._is_over_soon(fn, args):
            return fn(*args, **kwargs)
        self._sent += 1
        return await super()._execute(partial(self._in_thread, fn, args, kwargs))  # type: ignore[no-untyped-call]

    def _in_thread(self, fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        try:
            return fn(*args, **kwargs)
        finally:
            self._done += 1

    def _is_over_soon(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
        match fn.__name__:
            case "cursor" | "set_progress_handler":
                return True
            case "close":
                return isinstance(fn.__self__, sqlite3.Cursor)  # type: ignore[attr-defined]
            case "commit":  # waits for the disk
                self.is_brief = False
                return False
            case "rollback":  # of nothing, or by somebody who only reads
                self.is_brief = False
                return not self._conn.in_transaction or self._conn.total_changes == 0
            case _ if args[:1] == (BEGIN,):
                return True
            case _ if args[:1] == (BEGIN_WRITING,):  # waits for other programs
                return False
            case _:
                return self.is_brief


def open_connection(path: str, **options: Any) -> SQLiteConnection:
    """As SQLAlchemy opens one; either thread may use it."""
    return SQLiteConnection(partial(sqlite3.connect, path, **{**options, "check_same_thread": False}))
