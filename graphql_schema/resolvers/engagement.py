"""Engagement of a database that was filled by older rules, read by those of today."""

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.configuration import StoredSetting, load_configuration, store_settings
from models.database.session import Session
from models.engagement.upgrading import READING_SETTING, READING_VERSION, read_everything
from models.fields.mapping import Entity


async def ensure_engagement_read(ctx: Context) -> dict[Entity, int] | None:
    """Read all engagement anew where that was done by older rules, or never; None where it is in step."""
    async with ctx.db.read() as session:
        setting = await session.get(StoredSetting, READING_SETTING)
        threshold = (await load_configuration(session)).mapping_threshold
    if setting is not None and setting.value == READING_VERSION:
        return None
    journal = open_journal(ctx, "read_engagement", None)
    counts = await read_everything(
        ctx.db, threshold=threshold, now=journal.now, actor_id=journal.actor.id, run_id=journal.run_id
    )

    async def work(session: Session) -> None:
        await store_settings(session, {READING_SETTING: READING_VERSION}, now=journal.now, actor_id=journal.actor.id)
        journal.counts.update({entity.value: count for entity, count in counts.items()})
        journal.facts["version"] = READING_VERSION

    await record(ctx, journal, work)
    return counts
