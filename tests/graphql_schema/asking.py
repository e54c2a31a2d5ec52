"""Asking the schema as a client does, with a real database behind it."""

from collections.abc import Iterator
from contextlib import contextmanager
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
