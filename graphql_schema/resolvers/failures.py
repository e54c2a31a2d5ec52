"""Listing the items that failed, over all runs."""

import models
from graphql_schema.context import Context
from graphql_schema.inputs.failures import FailedItemFilter
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import load_list
from graphql_schema.paging import Connection, asked_page
from graphql_schema.types.failed_item import FailedItem
from graphql_schema.types.record import SOURCES
from models.base import table_of

_FAILED = table_of(models.FailedItem)


async def list_failed_items(
    ctx: Context,
    filter: FailedItemFilter | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[FailedItem]:
    """Items that failed, over all runs, the latest first; those that are `open` wait for somebody to say what they are.

    ```graphql
    { failedItems(filter: { code: { eq: "AMBIGUOUS_MATCH" }, open: true }) {
        nodes { externalId decision { message candidates { id ... on Contact { name } } } run { id startedAt } } } }
    ```
    """
    c = _FAILED.c
    order = Order((Term("runId", c.run_id, True), Term("index", c.place, True)))
    conditions = (filter or FailedItemFilter()).conditions(ctx.clock())
    return load_list(ctx, SOURCES[_FAILED], conditions, order, asked_page(ctx, first, after, last, before))
