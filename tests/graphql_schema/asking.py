"""Asking the schema as a client does, with a real database behind it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from typing import Any

from sqlalchemy import event

from graphql_schema.context import Context
from graphql_schema.schema import schema
from models.database.engine import Database
from models.ledger.journal import Actor
from tests.factories import ANN, Clock, context


async def ask(
    database: Database, document: str, *, actor: Actor = ANN, clock: Clock | None = None, **variables: Any
) -> Any:
    """The data of an answer that has no errors."""
    return await ask_as(context(database, actor, clock=clock), document, **variables)


async def ask_as(ctx: Context, document: str, **variables: Any) -> Any:
    """The data of an answer that has no errors, in a context of the test's own."""
    result = await schema.execute(document, variables, context_value=ctx)
    assert result.errors is None, result.errors
    return result.data


async def all_ids(database: Database, document: str, **page: Any) -> list[str]:
    """The ids of contacts on all pages, one after the other, forwards with `first` and backwards with `last`."""
    found: list[str] = []
    backward = "last" in page
    while True:
        contacts = (await ask(database, document, **page))["contacts"]
        nodes = [node["id"] for node in contacts["nodes"]]
        found = nodes + found if backward else found + nodes
        info = contacts["pageInfo"]
        if not info["hasPreviousPage" if backward else "hasNextPage"]:
            return found
        page |= {"before": info["startCursor"]} if backward else {"after": info["endCursor"]}


async def refusals(database: Database, document: str, *, actor: Actor = ANN, **variables: Any) -> list[Any]:
    """Message and extensions of each error of an answer."""
    result = await schema.execute(document, variables, context_value=context(database, actor))
    return [(error.message, error.extensions) for error in result.errors or ()]


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The selects that are run meanwhile."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if statement.startswith("SELECT") and "set_config" not in statement:
            statements.append(statement)

    engine = database.driver.reading.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


@asynccontextmanager
async def explained(database: Database) -> AsyncIterator[list[str]]:
    """How the selects that are run meanwhile are answered, in the words of the database; known when the block ends."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_others: Any) -> None:
        if statement.startswith(("SELECT", "WITH")) and "set_config" not in statement:
            asked.append((statement, parameters))

    plans: list[str] = []
    engine = database.driver.reading
    event.listen(engine.sync_engine, "before_cursor_execute", note)
    try:
        yield plans
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    async with engine.connect() as connection:
        for statement, parameters in asked:
            rows = await connection.exec_driver_sql(f"{explain} {statement}", parameters)
            plans.append("\n".join(str(row[-1]) for row in rows))


class Watcher:
    """A subscription that is open, and what it told so far."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._told: asyncio.Queue[Any] = asyncio.Queue()

    async def follow(self, results: Any) -> None:
        async for result in results:
            await self._told.put(result)

    async def next(self) -> Any:
        """The data of the next event, which has no errors."""
        result = await asyncio.wait_for(self._told.get(), 20)
        assert result.errors is None, result.errors
        [told] = result.data.values()
        return told


@asynccontextmanager
async def watching(
    database: Database, document: str, *, actor: Actor = ANN, clock: Clock | None = None, **variables: Any
) -> AsyncIterator[Watcher]:
    """A subscription that listens to this database until the block ends."""
    ctx = context(database, actor, clock=clock)
    results = await schema.subscribe(document, variables, context_value=ctx)
    watcher, before = Watcher(database), database.driver.announcing.listeners
    following = asyncio.create_task(watcher.follow(results))
    while database.driver.announcing.listeners == before:
        assert not following.done(), await watcher.next()
        await asyncio.sleep(0.001)
    try:
        yield watcher
    finally:
        ctx.end()
        await following


async def refused(database: Database, document: str, *, actor: Actor = ANN, **variables: Any) -> list[Any]:
    """Message and extensions of each error of a subscription that is refused."""
    results = await schema.subscribe(document, variables, context_value=context(database, actor))
    async with aclosing(results):
        result = await anext(results)
    return [(error.message, error.extensions) for error in result.errors or ()]
