"""The product as it is served, and a database full of people for it."""

import asyncio
from datetime import timedelta

from fastapi import FastAPI

from api.app import create_app
from api.settings import Settings
from graphql_schema.context import Context
from graphql_schema.resolvers.create import create_contacts
from models.access.api_key import issue_key
from models.columns import utc_now
from models.database.engine import Database
from models.database.migration import migrate
from models.incoming import Lead
from models.ledger.journal import Actor
from models.ledger.run import Door, Source
from tests.benchmarks.people import person

BATCH = 10_000


def app() -> FastAPI:
    return create_app(Settings())


def fill(url: str, count: int) -> str:
    """A migrated database with so many contacts, stored two hours ago; returns an API key for it."""
    migrate(url)
    return asyncio.run(_fill(url, count))


async def _fill(url: str, count: int) -> str:
    db = Database.open(url)
    issued = issue_key("benchmark", ["enginy"], now=utc_now(), created_by="benchmark")
    async with db.write() as session:
        session.add(issued.record)
    actor = Actor("benchmark", "benchmark", Source.SYSTEM, frozenset(("enginy",)))
    ctx = Context(db, actor, Door.REST, clock=lambda: utc_now() - timedelta(hours=2))
    for start in range(0, count, BATCH):
        people = [Lead(fields=person(number)) for number in range(start, min(count, start + BATCH))]
        await create_contacts(ctx, people, allow_duplicates=True)
    await db.close()
    return issued.secret
