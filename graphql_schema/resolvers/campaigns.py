"""Campaigns and senders: one by id, and lists by name."""

import strawberry

import models
from graphql_schema.context import Context
from graphql_schema.inputs.naming import NameFilter
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import load_list, load_record
from graphql_schema.paging import Connection, asked_page
from graphql_schema.types.campaign import Campaign, Sender
from graphql_schema.types.record import SOURCES
from models.base import table_of

_CAMPAIGN = table_of(models.Campaign)
_SENDER = table_of(models.Sender)


async def find_campaign(ctx: Context, id: strawberry.ID) -> Campaign | None:
    """A campaign by id, with who is in it and how far they came. Null if there is none."""
    found: Campaign | None = await load_record(ctx, SOURCES[_CAMPAIGN], id)
    return found


async def find_sender(ctx: Context, id: strawberry.ID) -> Sender | None:
    """Somebody in whose name Enginy sends, by id. Null if there is none."""
    found: Sender | None = await load_record(ctx, SOURCES[_SENDER], id)
    return found


async def list_campaigns(
    ctx: Context,
    filter: NameFilter | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Campaign]:
    """Campaigns by name.

    ```graphql
    { campaigns { nodes { name members(first: 5) { totalCount nodes { stage record { id } } } } } }
    ```
    """
    c = _CAMPAIGN.c
    conditions = filter.on(c.name, c.is_sure) if filter else []
    order = Order((Term("name", c.name), Term("id", c.id)))
    return load_list(ctx, SOURCES[_CAMPAIGN], conditions, order, asked_page(ctx, first, after, last, before))


async def list_senders(
    ctx: Context,
    filter: NameFilter | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Sender]:
    """Senders by name.

    ```graphql
    { senders { nodes { name user { name } events(first: 3) { nodes { kind occurredAt } } } } }
    ```
    """
    c = _SENDER.c
    conditions = filter.on(c.name, c.is_sure) if filter else []
    order = Order((Term("name", c.name), Term("id", c.id)))
    return load_list(ctx, SOURCES[_SENDER], conditions, order, asked_page(ctx, first, after, last, before))
