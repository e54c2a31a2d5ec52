"""Migrations: from nothing to the newest schema and back, on both databases, and never past what is understood."""

import asyncio
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlmodel import SQLModel

import models  # noqa: F401  registers the tables
from models.database.engine import Database
from models.database.migration import _with_connection, downgrade, migrate, newest_revision
from models.errors import SchemaTooNew
from models.search.entry import is_defined_here


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        postgres, name = request.getfixturevalue("postgres"), f"rolograph_test_{uuid4().hex[:12]}"
        postgres.create_database(name)
        yield postgres.url(name)
        postgres.drop_database(name)


def test_schema_comes_whole_and_goes_whole(empty_url):
    migrate(empty_url)
    made = seen(empty_url, tables)
    migrate(empty_url)
    downgrade(empty_url, "base")

    assert made == {*SQLModel.metadata.tables, "alembic_version"}
    assert seen(empty_url, lambda connection: set(inspect(connection).get_table_names())) == {"alembic_version"}


# Of indexes on expressions SQLite tells nothing; that they are used is seen where lists are read in their order.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrations_make_exactly_the_tables_that_the_code_knows(empty_url):
    migrate(empty_url)

    assert seen(empty_url, differences) == []


@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
def test_servers_that_start_at_once_migrate_once(empty_url):
    with ThreadPoolExecutor(4) as several:
        list(several.map(migrate, [empty_url] * 4))

    assert seen(empty_url, lambda connection: MigrationContext.configure(connection).get_current_revision()) == (
        newest_revision()
    )


def test_database_of_a_newer_release_is_refused_and_left_alone(empty_url):
    migrate(empty_url)
    seen(empty_url, lambda connection: connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaTooNew, match="is at revision 9999, which this release does not know"):
        migrate(empty_url)

    assert seen(empty_url, tables) == {*SQLModel.metadata.tables, "alembic_version"}


def test_sqlite_file_that_is_no_database_is_an_error_and_is_not_touched(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("these are notes, not a database, and longer than a page header " * 40)

    with pytest.raises(Exception, match="file is not a database"):
        migrate(f"sqlite:///{path}")

    assert path.read_text().startswith("these are notes")


async def test_database_says_how_safely_it_stores(database, database_url):
    relaxed = Database.open(database_url, sqlite_synchronous="NORMAL")

    warnings, more = await database.driver.check(), await relaxed.driver.check()
    await relaxed.close()

    if database_url.startswith("sqlite"):
        told = "SQLite runs with synchronous=NORMAL: a power cut may lose the last acknowledged writes"
        assert (warnings, more) == ([], [told])
    else:  # the tests' server forgets on purpose
        assert warnings == more
        assert [each.partition("=")[0] for each in warnings] == [
            "PostgreSQL runs with fsync", "PostgreSQL runs with synchronous_commit",
            "PostgreSQL runs with full_page_writes",
        ]  # fmt: skip


async def test_sqlite_is_whole_and_waits_for_the_disk(tmp_path):
    path = tmp_path / "file.db"
    with sqlite3.connect(path):
        pass
    database = Database.open(f"sqlite:///{path}")

    async with database.driver.writing.connect() as connection:
        found = {
            name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "integrity_check")
        }
    await database.close()

    assert found["journal_mode"] == "wal"
    assert (found["synchronous"], found["foreign_keys"], found["integrity_check"]) == (2, 1, "ok")


def seen(url: str, look: Any) -> Any:
    """What `look` finds in the database."""
    found: list[Any] = []
    asyncio.run(_with_connection(url, lambda connection: found.append(look(connection))))
    return found[0]


def tables(connection: Connection) -> set[str]:
    names = inspect(connection).get_table_names()
    return {name for name in names if is_defined_here(name, "table", {})}


def differences(connection: Connection) -> list[Any]:
    opts = {"compare_type": True, "compare_server_default": True, "include_name": is_defined_here}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, SQLModel.metadata))
