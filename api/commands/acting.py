"""How a command acts: the database is opened, an act is run as the command line, and the database is closed again."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from api.logging import configure_logging
from api.operating import command_context, migrate_database, open_database
from api.settings import load_settings
from graphql_schema.context import Context

T = TypeVar("T")


def act(work: Callable[[Context], Awaitable[T]], database_url: str | None = None) -> T:
    """What `work` returns, given a context on a database that is up to date."""
    settings = load_settings(database_url=database_url)
    configure_logging(settings)
    migrate_database(settings)

    async def acted() -> T:
        db = open_database(settings)
        try:
            return await work(command_context(settings, db))
        finally:
            await db.close()

    return asyncio.run(acted())
