"""The configuration a new installation starts with, from the environment; afterwards what is stored holds."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.columns import iso_z
from models.configuration import (
    SETTING_NAMES,
    Configuration,
    StoredSetting,
    from_stored,
    load_configuration,
    store_settings,
    to_stored,
)
from models.database.session import Session
from models.ledger.decision import ItemDecision

SEEDED = "seeded_at"  # not a setting: the row that says a first start was


async def seed_configuration(ctx: Context, values: Mapping[str, Any]) -> tuple[Configuration, bool]:
    """The configuration in force, and whether these decisions were just stored: they are if nothing ever was.

    Raises InvalidInput naming the setting that is wrong, at every start.
    """
    wanted = from_stored(values)
    async with ctx.db.read() as session:
        if await _is_settled(session):
            return await load_configuration(session), False
    given = {name: getattr(wanted, name) for name in values}
    journal = open_journal(ctx, "seed_configuration", **{name: to_stored(name, value) for name, value in given.items()})

    async def work(session: Session) -> tuple[Configuration, bool]:
        await session.lock(["first configuration"])
        taken = not await _is_settled(session)
        if taken:
            marked = {**given, SEEDED: iso_z(journal.now)}
            await store_settings(session, marked, now=journal.now, actor_id=ctx.actor.id)
            await session.flush()
        journal.decide(0, ItemDecision("updated" if taken else "unchanged"))
        return await load_configuration(session), taken

    return await record(ctx, journal, work, received=1)


async def _is_settled(session: Session) -> bool:
    """Other rows, such as what the match keys were derived by, say nothing of a first start."""
    settling = col(StoredSetting.name).in_((SEEDED, *SETTING_NAMES))
    return (await session.exec(select(StoredSetting.name).where(settling).limit(1))).first() is not None
