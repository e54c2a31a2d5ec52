"""Anything by its id alone: the prefix tells what it is."""

from asyncio import gather
from collections.abc import Sequence

import strawberry
from sqlmodel import SQLModel

import models
from graphql_schema.context import Context
from graphql_schema.loaders import load_record
from graphql_schema.resolvers.views import find_saved_view
from graphql_schema.types.node import Node
from graphql_schema.types.record import SOURCES
from models.base import table_of

# By the prefix of its id. Contacts, companies and users may have ids that others chose, whose prefix tells nothing.
STORED: dict[str, type[SQLModel]] = {
    "activity": models.Activity,
    "alert": models.FieldAlert,
    "campaign": models.Campaign,
    "change": models.Change,
    "company": models.Company,
    "contact": models.Contact,
    "deal": models.Deal,
    "event": models.EngagementEvent,
    "key": models.ApiKey,
    "mapping": models.FieldMapping,
    "note": models.Note,
    "run": models.Run,
    "sender": models.Sender,
    "session": models.UserSession,
    "task": models.Task,
    "user": models.User,
}
_OTHERS = ("contact", "company", "user")


async def find_node(ctx: Context, id: strawberry.ID) -> Node | None:
    """Anything that has an id, as Relay asks for it; deleted records too. Null if there is none.

    ```graphql
    { node(id: "contact_01h455vb4pex5vsknk084sn02q") { id __typename ... on Contact { name } } }
    ```
    """
    return (await find_nodes(ctx, [id]))[0]


async def find_nodes(ctx: Context, ids: Sequence[str]) -> list[Node | None]:
    """Anything that has an id, by many ids, in their order; null where there is none."""
    ctx.require_read()
    ctx.require_room(len(ids))
    return list(await gather(*(_find(ctx, each) for each in ids)))


async def _find(ctx: Context, id: str) -> Node | None:
    prefix = id.partition("_")[0]
    if prefix == "view":
        return await find_saved_view(ctx, strawberry.ID(id))
    names = [prefix] if prefix in STORED else _OTHERS
    found: list[Node | None] = await gather(*(load_record(ctx, SOURCES[table_of(STORED[name])], id) for name in names))
    return next((each for each in found if each is not None), None)
