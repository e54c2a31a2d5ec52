"""Listing what incoming names mean, and what is odd about them."""

import models
from graphql_schema.context import Context
from graphql_schema.inputs.mapping import FieldAlertFilter, FieldMappingFilter
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import load_list
from graphql_schema.paging import Connection, asked_page
from graphql_schema.types.mapping import FieldAlert, FieldMapping
from graphql_schema.types.record import SOURCES
from models.base import table_of

_MAPPING = table_of(models.FieldMapping)
_ALERT = table_of(models.FieldAlert)


async def list_field_mappings(
    ctx: Context,
    filter: FieldMappingFilter | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[FieldMapping]:
    """What incoming names mean, the latest decided first: built in, recognized, suggested, or said by somebody.

    ```graphql
    { fieldMappings(filter: { statuses: [SUGGESTED] }) { nodes { id name target { engagement } confidence reasons } } }
    ```
    """
    c = _MAPPING.c
    order = Order((Term("createdAt", c.created_at, True), Term("id", c.id, True)))
    conditions = (filter or FieldMappingFilter()).conditions()
    return load_list(ctx, SOURCES[_MAPPING], conditions, order, asked_page(ctx, first, after, last, before))


async def list_field_alerts(
    ctx: Context,
    filter: FieldAlertFilter | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[FieldAlert]:
    """What is odd about mapped names, the latest found first: one that fell silent, was renamed, or changed its values.

    ```graphql
    { fieldAlerts(filter: { states: [OPEN] }) { nodes { name kind message suggestedName } } }
    ```
    """
    c = _ALERT.c
    order = Order((Term("foundAt", c.found_at, True), Term("id", c.id, True)))
    conditions = filter.conditions() if filter else []
    return load_list(ctx, SOURCES[_ALERT], conditions, order, asked_page(ctx, first, after, last, before))
