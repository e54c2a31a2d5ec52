"""What a record's open deals are worth together."""

from functools import partial

from sqlalchemy import select

from graphql_schema.context import Context
from graphql_schema.loaders import batched, configuration_of, fetch
from models.database.statements import is_any
from models.exact_json import JsonValue
from models.fields.mapping import DEAL_VALUE, Entity
from models.records import KINDS
from models.sync_back import deal_value, money


async def load_deal_value(ctx: Context, entity: Entity, record_id: str, custom: dict[str, JsonValue]) -> float | None:
    """The sum of open deals in the base currency; where there is none, the number Enginy sent, if any."""
    total: float | None = await batched(ctx, ("deal value", entity), partial(_totals, ctx, entity)).load(record_id)
    sent = custom.get(DEAL_VALUE)
    if total is None and isinstance(sent, (int, float)) and not isinstance(sent, bool):
        return float(sent)
    return total


async def _totals(ctx: Context, entity: Entity, ids: list[str]) -> list[float | None]:
    configuration = await configuration_of(ctx)
    table = KINDS[entity].table
    total = deal_value(entity, configuration.base_currency)
    rows = await fetch(ctx, select(table.c.id, total).where(is_any(table.c.id, "ids", ids)))
    found = {row[0]: row[1] for row in rows}
    return [float(str(money(found[each]))) if found.get(each) is not None else None for each in ids]
