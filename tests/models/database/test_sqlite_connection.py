"""Where statements run: in the connection's thread, or on the event loop where they are over sooner than the way there."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from models.database.engine import Database
from models.database.sqlite_connection import SQLiteConnection

# Tells the thread it is evaluated in.
WHERE = text("SELECT thread()")


@pytest.fixture
async def sqlite(sqlite_template: Path) -> AsyncIterator[Database]:
    database = Database.open(f"sqlite:///{sqlite_template}")
    yield database
    await database.close()


async def ran_here(database: Database, *, brief: bool) -> list[bool]:
    """Whether two statements of a transaction ran in this very thread."""
    found: list[bool] = []

    def thread() -> int:
        found.append(threading.current_thread() is threading.main_thread())
        return 1

    async def work(session: object) -> None:
        connection = await session.connection()  # type: ignore[attr-defined]
        raw = (await connection.get_raw_connection()).driver_connection
        await raw.create_function("thread", 0, thread)
        for _ in range(2):
            await connection.execute(WHERE)

    await database.retrying(work, brief=brief)
    return found


async def test_statements_of_a_brief_transaction_run_on_the_event_loop(sqlite: Database) -> None:
    assert await ran_here(sqlite, brief=True) == [True, True]


async def test_other_statements_run_in_a_thread(sqlite: Database) -> None:
    assert await ran_here(sqlite, brief=False) == [False, False]


async def test_a_transaction_is_brief_by_itself_alone(sqlite: Database) -> None:
    assert await ran_here(sqlite, brief=True) == [True, True]
    assert await ran_here(sqlite, brief=False) == [False, False]


async def test_nothing_runs_beside_a_statement_that_nobody_waits_for_any_more() -> None:
    connection = await SQLiteConnection(
        lambda: sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    )
    going, enough = threading.Event(), threading.Event()

    def slow() -> int:
        going.set()
        enough.wait(10)
        return 1

    await connection.create_function("slow", 0, slow)
    asking = asyncio.ensure_future(connection.execute_fetchall("SELECT slow()"))
    await asyncio.to_thread(going.wait, 10)
    asking.cancel()
    connection.is_brief = True
    after = asyncio.ensure_future(connection.execute_fetchall("SELECT 2"))
    await asyncio.sleep(0)
    assert not after.done()
    enough.set()
    assert await after == [(2,)]
    await connection.close()
