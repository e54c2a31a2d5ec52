"""What the tests of this folder share."""

import logging
from collections.abc import AsyncIterator, Iterator
from functools import partial

import pytest
import structlog
from fastapi import FastAPI
from pwdlib.hashers.argon2 import Argon2Hasher

from models.access import password
from models.access.api_key import Scope
from models.database.engine import Database
from tests.browser import ADA, Browser, open_server
from tests.factories import Clock, make_key, make_user
from tests.sockets import Served, serving


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def app(database_url: str, database: Database, clock: Clock) -> AsyncIterator[FastAPI]:
    """A server where Ada, an admin, has a password."""
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1], role="admin")
    async with open_server(database_url, clock=clock) as app:
        yield app


@pytest.fixture
async def key(database: Database) -> str:
    """A key that may do what Enginy does, and read."""
    return await make_key(database, [Scope.ENGINY, Scope.GRAPHQL_READ])


@pytest.fixture
async def served(database_url: str, key: str) -> AsyncIterator[Served]:
    """A server whose sockets can be tried."""
    async with serving(database_url) as served:
        yield served


@pytest.fixture
def browser(app: FastAPI) -> Browser:
    return Browser(app)


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed as ever, but at no cost: what the real one is, `test_password` says."""
    monkeypatch.setattr(password, "Argon2Hasher", partial(Argon2Hasher, time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """Logging is one for the process, and commands set it up."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in list(root.manager.loggerDict)}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in list(root.manager.loggerDict):
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))
    logging.captureWarnings(False)
    structlog.reset_defaults()
