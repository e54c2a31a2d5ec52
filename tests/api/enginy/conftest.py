"""Callers of the server: Enginy with its key, over HTTP in this process."""

from collections.abc import AsyncIterator

import pytest

from models.database.engine import Database
from tests.enginy import Enginy, serving
from tests.factories import Clock, configure, make_key


@pytest.fixture
async def key(database: Database) -> str:
    return await make_key(database)


@pytest.fixture
async def enginy(database_url: str, database: Database, key: str, clock: Clock) -> AsyncIterator[Enginy]:
    """Enginy, calling a server with the settings it has after installation: null-safety mode echo."""
    async with serving(database_url, key=key, clock=clock) as enginy:
        yield enginy


@pytest.fixture
async def enginy_omit(database: Database, enginy: Enginy) -> Enginy:
    """Enginy, calling a server in null-safety mode omit, where answers are as short as in its guide."""
    await configure(database, null_safety="omit")
    return enginy
