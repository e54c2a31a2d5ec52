"""What every test may ask for: a fresh, migrated database, once in SQLite and once in PostgreSQL.

Async tests run by anyio's plugin (`anyio_mode = "auto"`), so neither marks nor another plugin are needed.
"""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tests.lending import Lending
from tests.postgres import (
    MEMORY_FOLDER,
    URL_VARIABLE,
    PostgresMissing,
    PostgresServer,
    found_binaries,
    fresh_name,
    has_room,
)
from tests.remembering import remember

if TYPE_CHECKING:
    from models.database.engine import Database

KINDS = ("sqlite", "postgresql")
NOT_TESTED = "PostgreSQL was not tested"
NOT_BROWSED = "The pages were not tried in a browser"

# Databases that end with their test need not wait for a disk at every commit. The name is pytest's.
if has_room(MEMORY_FOLDER):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY_FOLDER))
# Where nobody keeps bytecode, every process of the tests would compile everything again.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "rolograph-bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Strawberry would take over what becomes of errors in threads, and pytest would never hear of them.
os.environ.setdefault("STRAWBERRY_DISABLE_RICH_ERRORS", "true")

# A deadline measures the machine, and two busy cores are slow; CI repeats exactly what it tried before.
hypothesis.settings.register_profile("rolograph", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("rolograph")

remember()


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server; each xdist worker has its own. Without one the test is skipped aloud, and fails in CI."""
    server, problem = PostgresServer(), ""
    try:
        server.start()
    except PostgresMissing as missing:
        problem = f"{NOT_TESTED}: {missing}"
    if problem and os.environ.get("CI"):
        pytest.fail(problem, pytrace=False)
    if problem:
        pytest.skip(problem)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file that nobody has open."""
    from models.database.migration import migrate

    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what is still in the log would not be copied
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres: PostgresServer) -> Iterator[str]:
    """The name of a migrated PostgreSQL database to which nobody is connected."""
    from models.database.migration import migrate

    name = fresh_name()
    postgres.create_database(name)
    migrate(postgres.url(name))
    yield name
    postgres.drop_database(name)


@pytest.fixture(scope="session")
def postgres_lending(postgres: PostgresServer, postgres_template: str) -> Iterator[Lending]:
    """Migrated and empty PostgreSQL databases."""
    lending = Lending(postgres, postgres_template)
    yield lending
    lending.end()


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of this test's own: migrated, and empty."""
    with fresh_database(request, request.param, tmp_path) as url:
        yield url


@pytest.fixture
async def database(database_url: str, anyio_backend: str) -> AsyncIterator["Database"]:
    """The database, open."""
    from models.database.engine import Database

    database = Database.open(database_url)
    yield database
    await database.close()


@pytest.fixture(scope="module", params=KINDS)
def shared_kind(request: pytest.FixtureRequest) -> str:
    """The kind of the databases that tests of a module share, as far as they read alone."""
    kind: str = request.param
    return kind


@pytest.fixture(scope="module")
def shared_seed() -> object:
    """What tells them apart where a module has several; it then has a fixture of this name with parameters."""
    return None


@pytest.fixture(scope="module")
def shared_url(
    request: pytest.FixtureRequest, shared_kind: str, shared_seed: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a database for the tests of a module."""
    with fresh_database(request, shared_kind, tmp_path_factory.mktemp("shared")) as url:
        yield url


@pytest.fixture(scope="module")
async def shared_database(shared_url: str, anyio_backend: str) -> AsyncIterator["Database"]:
    """A database, empty at first and open, for tests that ask much of what is stored once."""
    from models.database.engine import Database

    database = Database.open(shared_url)
    yield database
    await database.close()


@contextmanager
def fresh_database(request: pytest.FixtureRequest, kind: str, folder: Path) -> Iterator[str]:
    """The address of a database of this kind, migrated and empty."""
    # Asked for by name, so that a run of SQLite alone starts no server.
    if kind == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        yield f"sqlite:///{shutil.copy(template, folder / 'rolograph.db')}"
    else:
        postgres, lending = request.getfixturevalue("postgres"), request.getfixturevalue("postgres_lending")
        name = lending.lend()
        yield postgres.url(name)
        lending.take_back(name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: a worker that is done early takes over what waits at the end, never what has begun."""
    items.sort(key=lambda item: "test_browser" not in item.nodeid)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a worker whose test waits for a browser or a server leaves its core to another."""
    return 1 + (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def pytest_report_header() -> str:
    return f"postgresql: {URL_VARIABLE if os.environ.get(URL_VARIABLE) else next(found_binaries(), 'none found')}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: Any) -> Generator[None]:
    """Right above the closing line, where nobody overlooks it, how much was not tested."""
    result = yield
    reasons = [str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if report.longrepr]
    for what in (NOT_TESTED, NOT_BROWSED):
        skipped = [reason.removeprefix("Skipped: ") for reason in reasons if what in reason]
        if skipped:
            terminalreporter.write_line(f"{len(skipped)} tests skipped: {skipped[0]}", red=True, bold=True)
    return result
