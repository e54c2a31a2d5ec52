"""The team's decisions about syncing: read and changed, with the match keys kept in step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from strawberry.utils.str_converters import to_camel_case

from graphql_schema.context import Context, Reach
from graphql_schema.resolvers.recording import open_journal, record
from models.access.policy import Permission
from models.configuration import (
    DEFAULTS,
    Configuration,
    from_stored,
    load_configuration,
    store_settings,
    to_stored,
)
from models.database.session import Session
from models.errors import InvalidInput
from models.fields.mapping import Entity
from models.identity.rekeying import (
    RULES_SETTING,
    Rekeyed,
    key_rules,
    rebuild_keys,
    rules_fingerprint,
    stored_fingerprint,
)
from models.incoming import Item
from models.ledger.decision import ItemDecision

LOCK = "configuration"


@dataclass(frozen=True, slots=True)
class ConfigurationReport:
    """The decisions in force after a change."""

    run_id: str | None
    configuration: Configuration


@dataclass(frozen=True, slots=True)
class RekeyReport:
    """What a rebuild of the match keys did."""

    run_id: str | None
    rekeyed: Rekeyed


async def read_configuration(ctx: Context) -> Configuration:
    """The decisions about syncing that are in force: what answers carry, how records are matched, what is safe.

    ```graphql
    { configuration { contactMatchOrder contactSyncBack { property field } nullSafety dealStages } }
    ```
    """
    ctx.require_read()
    async with ctx.db.read() as session:
        return await load_configuration(session)


async def tell_connection(ctx: Context) -> Reach:
    """What is entered in Enginy to connect it, but for the key."""
    ctx.require_read()
    return ctx.reach


async def update_configuration(ctx: Context, changes: Mapping[str, Any], dry_run: bool = False) -> ConfigurationReport:
    """Change decisions about syncing: absent leaves alone, null goes back to the default, a value sets. All or nothing.

    Where the match order gains or loses a kind of two identifiers together, all match keys are brought in step before
    this answers.

    ```graphql
    mutation { updateConfiguration(changes: { contactMatchOrder: [EMAIL, LINKEDIN], sharedLimit: null }) {
        ... on ConfigurationChanged { configuration { contactMatchOrder sharedLimit } }
        ... on InvalidInputProblem { field } ... on Problem { code message } } }
    ```
    """
    ctx.require(Permission.CONFIGURE)
    judged = _judged(changes)
    item = Item(fields={name: to_stored(name, value) if value is not None else None for name, value in changes.items()})
    journal = open_journal(ctx, "update_configuration", None, [item], needs=Permission.CONFIGURE)

    async def work(session: Session) -> Configuration:
        await session.lock([LOCK])
        before = await load_configuration(session)
        told = {
            name: (to_stored(name, getattr(before, name)), to_stored(name, value)) for name, value in judged.items()
        }
        changed = {name: judged[name] for name, (old, new) in told.items() if old != new}
        await store_settings(session, changed, now=journal.now, actor_id=journal.actor.id)
        await session.flush()
        journal.facts.update({name: {"old": told[name][0], "new": told[name][1]} for name in changed})
        journal.decide(0, ItemDecision("updated" if changed else "unchanged"))
        return await load_configuration(session)

    after = await record(ctx, journal, work, received=1, dry_run=dry_run)
    run_id = ctx.run_id
    if not dry_run:
        await ensure_match_keys(ctx)
        ctx.run_id = run_id
    return ConfigurationReport(run_id, after)


def _judged(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The decisions as values; null means the default. Raises InvalidInput naming the first that cannot be."""
    given = {name: value for name, value in changes.items() if value is not None}
    try:
        judged = from_stored(given)
    except InvalidInput as error:  # told as callers write it; settings have names of their own
        name = error.field or ""
        told = to_camel_case(name)
        raise InvalidInput(error.message.replace(name, told), field=told) from None
    unknown = [name for name in given if not hasattr(judged, name)]
    if unknown:
        raise InvalidInput(f"There is no setting {unknown[0]!r}", field=unknown[0])
    return {name: getattr(judged if name in given else DEFAULTS, name) for name in changes}


async def rebuild_match_keys(ctx: Context) -> RekeyReport:
    """Derive the match keys of every record anew. Never needed in ordinary life: a start of the server and a change of
    the match order do it by themselves. Doing it again changes nothing.
    """
    ctx.require(Permission.CONFIGURE)
    async with ctx.db.read() as session:
        rules = key_rules(await load_configuration(session), ctx.region)
    journal = open_journal(ctx, "rebuild_match_keys", needs=Permission.CONFIGURE)
    total = Rekeyed()
    for entity in Entity:
        done = await rebuild_keys(ctx.db, entity, rules[entity], now=journal.now)
        total.records += done.records
        total.added += done.added
        total.removed += done.removed

    async def work(session: Session) -> None:
        fingerprint = {RULES_SETTING: rules_fingerprint(rules)}
        await store_settings(session, fingerprint, now=journal.now, actor_id=journal.actor.id)
        journal.counts.update(records=total.records, added=total.added, removed=total.removed)

    await record(ctx, journal, work)
    return RekeyReport(ctx.run_id, total)


async def ensure_match_keys(ctx: Context) -> RekeyReport | None:
    """Rebuild the match keys where the rules have changed since they were derived: the region of telephone numbers, the
    composites in the match order, or a normal form of this release. None where they are in step.
    """
    async with ctx.db.read() as session:
        rules = key_rules(await load_configuration(session), ctx.region)
        if await stored_fingerprint(session) == rules_fingerprint(rules):
            return None
    return await rebuild_match_keys(ctx)
