"""Indexes of a database that was filled by a release without them, or by older rules, made anew by those of today."""

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.configuration import StoredSetting, store_settings
from models.database.session import Session
from models.fields.promoting import settle_values, unsettled_fields
from models.records import KINDS
from models.search.fields import SearchType
from models.search.keeping import INDEX_SETTING, INDEX_VERSION, index_everything


async def ensure_search_indexed(ctx: Context) -> dict[SearchType, int] | None:
    """Index every record where that was done by older rules, or never; None where it is in step."""
    async with ctx.db.read() as session:
        setting = await session.get(StoredSetting, INDEX_SETTING)
    if setting is not None and setting.value == INDEX_VERSION:
        return None
    journal = open_journal(ctx, "index_search", None)
    counts = await index_everything(ctx.db)

    async def work(session: Session) -> None:
        await store_settings(session, {INDEX_SETTING: INDEX_VERSION}, now=journal.now, actor_id=journal.actor.id)
        journal.counts.update({each.value: count for each, count in counts.items()})
        journal.facts["version"] = INDEX_VERSION

    await record(ctx, journal, work)
    return counts


async def ensure_promoted_indexed(ctx: Context) -> list[str]:
    """Make the indexes of promoted fields that have none, or were interrupted; the fields' names."""
    async with ctx.db.read() as session:
        fields = await unsettled_fields(session)
    return [name for entity, name in fields if await settle_values(ctx.db, entity, KINDS[entity].table, name)]
