"""Engagement as it was known at a moment, as the schema tells it."""

from datetime import datetime
from typing import Any

import models
from graphql_schema.context import Context
from graphql_schema.types.record import SOURCES
from models.base import table_of
from models.engagement.reading import state_as_of
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity

_STATE = table_of(models.Engagement)


async def engagement_as_of(ctx: Context, entity: Entity, record_id: str, moment: datetime) -> Any:
    """A record's engagement by what had been received until a moment; None before the first of it."""
    ctx.require_read()
    if not is_storable(record_id):
        return None
    async with ctx.db.read() as session:
        state = await state_as_of(session, entity, record_id, moment)
    source = SOURCES[_STATE]
    return source.make([state[column.key or ""] for column in source.columns]) if state is not None else None
