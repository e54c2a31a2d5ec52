"""Saved queries: everyone who may read keeps their own; examples come with the server and are nobody's to change.

They are no records of the team's, so that saving one is no run in the ledger, and asks for no scope to write.
"""

from collections.abc import Mapping
from typing import Any

import strawberry
from sqlalchemy import func, or_, select

import models
from graphql_schema.context import Context
from graphql_schema.examples import EXAMPLES
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import load_list
from graphql_schema.paging import Connection, Page
from graphql_schema.types.record import SOURCES, record_of
from graphql_schema.types.saved_query import SavedQuery
from models.base import table_of
from models.columns import new_id
from models.database.session import Session
from models.errors import InvalidInput, NotFound, TooLarge
from models.exact_json import json_text
from models.fields.cleaning import MAX_NAME, MAX_TEXT, check_text, is_storable

MOST = 1_000  # of one owner
_QUERY = table_of(models.SavedQuery)


async def list_examples(ctx: Context) -> list[SavedQuery]:
    """Queries that come with the server, in the order of a first tour. Save a copy to change one."""
    ctx.require_read()
    return list(EXAMPLES.values())


async def list_saved_queries(
    ctx: Context,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[SavedQuery]:
    """Your own saved queries and those that others share, by title.

    ```graphql
    { savedQueries { nodes { title document isShared isMine } } }
    ```
    """
    c = _QUERY.c
    order = Order((Term("title", c.title), Term("id", c.id)))
    page = Page.of(first, after, last, before, at_most=ctx.limits.page)
    seen = [or_(c.owner_id == ctx.actor.id, c.shared)]
    return load_list(ctx, SOURCES[_QUERY], seen, order, page)


async def find_saved_query(ctx: Context, id: strawberry.ID) -> SavedQuery | None:
    """A saved query or an example by id; null if there is none, or if it is somebody else's and not shared."""
    ctx.require_read()
    if id in EXAMPLES:
        return EXAMPLES[id]
    async with ctx.db.read() as session:
        found = await session.get(models.SavedQuery, id) if is_storable(id) else None
    if found is None or not (found.shared or found.owner_id == ctx.actor.id):
        return None
    seen: SavedQuery = record_of(found)
    return seen


async def create_saved_query(ctx: Context, query: Mapping[str, Any]) -> models.SavedQuery:
    """Save a query as your own.

    ```graphql
    mutation { createSavedQuery(query: { title: "New today", document: "{ contacts(first: 5) { nodes { name } } }" }) {
        ... on SavedQueryChanged { savedQuery { id } } ... on Problem { code message } } }
    ```
    """
    ctx.require_read()
    judged = _judged(query, new=True)
    now, owner_id = ctx.clock(), ctx.actor.id

    async def work(session: Session) -> models.SavedQuery:
        owned = select(func.count()).select_from(_QUERY).where(_QUERY.c.owner_id == owner_id)
        if (await session.rows(owned))[0][0] >= MOST:
            raise TooLarge(f"At most {MOST:,} queries can be saved by one person")
        made = models.SavedQuery(id=new_id("query"), owner_id=owner_id, created_at=now, updated_at=now, **judged)
        session.add(made)
        await session.flush()
        return made

    return await ctx.db.retrying(work)


async def update_saved_query(ctx: Context, id: strawberry.ID, changes: Mapping[str, Any]) -> models.SavedQuery:
    """Change a saved query of your own: what is absent is left alone.

    ```graphql
    mutation { updateSavedQuery(id: "query_…", changes: { isShared: true }) {
        ... on SavedQueryChanged { savedQuery { isShared } } ... on Problem { code message } } }
    ```
    """
    ctx.require_read()
    judged = _judged(changes, new=False)

    async def work(session: Session) -> models.SavedQuery:
        found = await _own(ctx, session, id)
        for name, value in judged.items():
            setattr(found, name, value)
        found.updated_at = ctx.clock()
        session.add(found)
        await session.flush()
        return found

    return await ctx.db.retrying(work)


async def delete_saved_query(ctx: Context, id: strawberry.ID) -> models.SavedQuery:
    """Take a saved query of your own away for good; answers what it was."""
    ctx.require_read()

    async def work(session: Session) -> models.SavedQuery:
        found = await _own(ctx, session, id)
        await session.delete_rows(_QUERY, [(found.id,)])
        return found

    return await ctx.db.retrying(work)


async def _own(ctx: Context, session: Session, id: str) -> models.SavedQuery:
    """Raises InvalidInput for an example, and NotFound for what is not there or somebody else's."""
    if id in EXAMPLES:
        raise InvalidInput("An example that comes with the server cannot be changed; save a copy", field="id")
    found = await session.get(models.SavedQuery, id, with_for_update=True) if is_storable(id) else None
    if found is None or found.owner_id != ctx.actor.id:
        raise NotFound("Saved query", id)
    return found


def _judged(given: Mapping[str, Any], *, new: bool) -> dict[str, Any]:
    """The fields to store. Raises InvalidInput for one that cannot be."""
    for name, longest in (("title", MAX_NAME), ("description", MAX_TEXT), ("document", MAX_TEXT)):
        check_text(name, given.get(name) or "", longest)
    for name in ("title", "document"):
        if (new or name in given) and not (given.get(name) or "").strip():
            raise InvalidInput(f"{name} is required", field=name)
    variables = given.get("variables")
    if variables is not None and not isinstance(variables, dict):
        raise InvalidInput("variables must be an object", field="variables")
    check_text("variables", json_text(variables), MAX_TEXT)
    return dict(given)
