"""Contacts and companies by id, whichever of the two an id means."""

from asyncio import gather
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

import models
from graphql_schema.context import Context
from graphql_schema.loaders import batched, fetch, load_record
from graphql_schema.types.node import Record
from graphql_schema.types.record import SOURCES
from models.base import table_of
from models.fields.mapping import Entity

_TABLES = {Entity.CONTACT: table_of(models.Contact), Entity.COMPANY: table_of(models.Company)}


async def load_synced(ctx: Context, entity: Entity, record_id: str) -> Any:
    """The contact or company with this id; None when there is none."""
    return await load_record(ctx, SOURCES[_TABLES[entity]], record_id)


def entities_of(record_id: str) -> list[Entity]:
    """The kinds of record an id may mean: by its prefix, or any where the prefix tells nothing."""
    prefix = record_id.partition("_")[0]
    return [entity for entity in Entity if entity == prefix] or list(Entity)


async def load_any(ctx: Context, ids: Sequence[str]) -> list[Record]:
    """The contacts and companies with these ids, in that order; unknown ids are left out."""
    found = await gather(*(load_synced(ctx, entity, each) for each in ids for entity in entities_of(each)))
    return [each for each in found if each is not None]


async def count_live(ctx: Context, entity: Entity) -> int:
    """How many records of a kind there are, counted once for the call."""
    table = _TABLES[entity]

    async def load(keys: list[None]) -> list[int]:
        rows = await fetch(ctx, select(func.count()).select_from(table).where(table.c.deleted_at.is_(None)))
        return [rows[0][0]] * len(keys)

    return int(await batched(ctx, ("live", entity), load).load(None))
