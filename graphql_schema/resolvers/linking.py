"""Linking by hand: a person says which record of ours a record of Enginy's is."""

from dataclasses import dataclass

from sqlmodel import select

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.types.records import entities_of
from models.database.session import Session
from models.errors import NotFound
from models.fields.mapping import EXTERNAL_ID, RECORD_ID, Entity
from models.incoming import Item, external_id_of, record_id_of
from models.ledger.decision import ItemDecision
from models.ledger.external_link import ENGINY, ExternalLink
from models.ledger.failures import settle
from models.ledger.links import INSERTED, LINK_TABLE, link_key, new_link_row
from models.records import KINDS, Record, read_for_update

PERSON = "person"  # the strategy of a link that was made by hand

_MOVED = ("record_id", "strategy", "shadow", "shadow_version", "shadow_since", "clears", "fingerprint", "decided_at")


@dataclass(frozen=True, slots=True)
class Linked:
    """A link as it is now, and the record it led to before, if another."""

    run_id: str | None
    link: ExternalLink
    moved_from: str | None = None


async def link_external(ctx: Context, external_id: str, record_id: str) -> Linked:
    """Say which contact or company a lead or company of Enginy's is, for ever: the next sync and every later one finds
    it by this link, whatever its identifiers say. It settles an item that several records match. A link that led
    elsewhere is moved, and what Enginy holds is learned anew from its next sync.

    ```graphql
    mutation { linkExternal(externalId: "lead_123", recordId: "contact_…") {
        ... on ExternalLinked { link { externalId strategy } movedFromId } ... on Problem { code message } } }
    ```
    """
    external_id, record_id = external_id_of(external_id), record_id_of(record_id)
    journal = open_journal(ctx, "link_external", None, [Item(fields={EXTERNAL_ID: external_id, RECORD_ID: record_id})])

    async def work(session: Session) -> Linked:
        entity, found = await live_record(session, record_id)
        journal.entity = entity
        await session.lock([f"{entity} link {external_id}"])
        await settle(session, entity, [external_id])
        known = await _link(session, entity, external_id)
        if known is not None and known.record_id == found.id:
            journal.decide(0, ItemDecision("unchanged", external_id, found.id))
            return Linked(journal.run_id, known)
        moved_from = known.record_id if known is not None else None
        if known is None:
            row = new_link_row(
                entity, external_id, found.id, PERSON, {}, found.version, None, journal.now, journal.actor.id
            )
            await session.insert_rows(LINK_TABLE, INSERTED, [row])
        else:
            row = (*link_key(entity, external_id), found.id, PERSON, {}, found.version, {}, {}, None, journal.now)
            await session.update_rows(LINK_TABLE, _MOVED, [row])
            session.expunge(known)
        journal.facts["movedFrom"] = moved_from
        journal.decide(0, ItemDecision("linked", external_id, found.id, PERSON))
        link = await _link(session, entity, external_id)
        assert link is not None
        return Linked(journal.run_id, link, moved_from)

    return await record(ctx, journal, work, received=1)


async def live_record(session: Session, record_id: str) -> tuple[Entity, Record]:
    """The live contact or company with this id, locked. Raises NotFound."""
    entities = entities_of(record_id)
    for entity in entities:
        found = (await read_for_update(session, KINDS[entity], [record_id])).get(record_id)
        if found is not None and found.deleted_at is None:
            return entity, found
    raise NotFound(entities[0].noun if len(entities) == 1 else "Record", record_id)


async def _link(session: Session, entity: Entity, external_id: str) -> ExternalLink | None:
    found = await session.exec(
        select(ExternalLink)
        .where(
            ExternalLink.entity == entity.value,
            ExternalLink.source == ENGINY,
            ExternalLink.external_id == external_id,
        )
        .with_for_update()
    )
    return found.first()
