"""The schema's version: Alembic's migrations run before the server starts, under a lock where several may start at once."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from models.database.sqlite_connection import open_connection
from models.database.url import driver_url, is_sqlite
from models.errors import SchemaTooNew

MIGRATIONS = Path(__file__).parent.parent / "migrations"
LOCK = 0x726F6C6F_6D6967  # of an upgrade on PostgreSQL: "rolo", "mig"


def migrate(url: str, revision: str = "head") -> None:
    """Bring the database up to `revision`; on an empty one, make everything. Not for use inside a running event loop.

    Raises SchemaTooNew when a newer release migrated it, and InvalidInput for a URL that cannot be read.
    """
    asyncio.run(_with_connection(url, lambda connection: _upgrade(connection, revision)))


def downgrade(url: str, revision: str) -> None:
    """Take the database back to `revision`, or to nothing with "base"."""
    asyncio.run(_with_connection(url, lambda connection: command.downgrade(_config(connection), revision)))


def newest_revision() -> str:
    """The revision this release works with."""
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    assert head is not None
    return head


async def _with_connection(url: str, work) -> None:  # type: ignore[no-untyped-def]
    address = driver_url(url)
    options = {"async_creator_fn": open_connection} if is_sqlite(address) else {}
    engine = create_async_engine(address, connect_args=options)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(work)
    finally:
        await engine.dispose()


def _upgrade(connection: Connection, revision: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
    script = ScriptDirectory(str(MIGRATIONS))
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {each.revision for each in script.walk_revisions()}:
        raise SchemaTooNew(
            f"The database is at revision {current}, which this release does not know: a newer release migrated it. "
            "Install that release, or restore a backup."
        )
    command.upgrade(_config(connection), revision)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
