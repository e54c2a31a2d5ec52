"""What incoming names mean: suggestions that a person confirms, changes or rejects, and the past read by the new meaning."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.update import update_records
from models.configuration import CUSTOM_PREFIX
from models.database.session import Session
from models.engagement.naming import NAMED, Names
from models.engagement.rereading import records_written, reread_lists, reread_names
from models.engagement.words import EngagementField
from models.errors import InvalidInput, NotFound
from models.exact_json import JsonValue
from models.fields.cleaning import MAX_NAME, check_text, is_storable
from models.fields.mapping import FIELDS, NESTED_FIELDS, Entity
from models.fields.meaning import (
    FIELD_PREFIX,
    NOTHING,
    judge_target,
    load_meanings,
    new_mapping,
    replaced,
)
from models.fields.rule import IN_FORCE, AlertState, FieldAlert, FieldMapping, MappingStatus
from models.incoming import Item, Update
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.records import KINDS, find_records, is_blank


@dataclass(frozen=True, slots=True)
class MappingDecided:
    """A mapping as it is now, and how many records were read anew by it."""

    run_id: str | None
    mapping: FieldMapping
    reread: int


@dataclass(frozen=True, slots=True)
class AlertDismissed:
    """An alert that somebody has seen."""

    run_id: str | None
    alert: FieldAlert


@dataclass(frozen=True, slots=True)
class NamesLearned:
    """Names that are whole from now on, and how many records were read anew."""

    run_id: str | None
    names: list[str]
    reread: int


async def set_field_mapping(
    ctx: Context, entity: Entity, name: str, target: str, valid_from: datetime | None = None
) -> MappingDecided:
    """Say what an incoming name means. Everything that ever came under it is read by the new meaning before this answers;
    the raw values stay under their own name, always.

    With `validFrom` only what is received from then on has the new meaning, and what came before keeps the old one. A name
    that means a field of ours fills that field where it is blank, and sets it whenever a new value comes.

    ```graphql
    mutation { setFieldMapping(entity: CONTACT, name: "my_status_2", target: { engagement: STATUS }) {
        ... on FieldMappingDecided { mapping { status version } reread } ... on Problem { code message } } }
    ```
    """
    judge_target(entity, name, target)
    return await _decide(ctx, "set_field_mapping", entity, name, target, MappingStatus.CONFIRMED, valid_from)


async def confirm_field_mapping(ctx: Context, id: str) -> MappingDecided:
    """Agree to a suggested or an automatic mapping. A suggestion is in force from then on, for the past as well.

    ```graphql
    mutation { confirmFieldMapping(id: "mapping_…") {
        ... on FieldMappingDecided { mapping { name status } reread } ... on Problem { code message } } }
    ```
    """
    found = await _find_mapping(ctx, id)
    entity = Entity(found.entity)
    return await _decide(
        ctx, "confirm_field_mapping", entity, found.name, found.target, MappingStatus.CONFIRMED, found.valid_from
    )


async def reject_field_mapping(ctx: Context, id: str) -> MappingDecided:
    """Say that a mapping is wrong: its name means nothing but itself, and is never suggested again. What was read from it
    is taken back; the raw values stay.

    ```graphql
    mutation { rejectFieldMapping(id: "mapping_…") {
        ... on FieldMappingDecided { mapping { name status } reread } ... on Problem { code message } } }
    ```
    """
    found = await _find_mapping(ctx, id)
    entity = Entity(found.entity)
    return await _decide(ctx, "reject_field_mapping", entity, found.name, NOTHING, MappingStatus.REJECTED, None)


async def dismiss_field_alert(ctx: Context, id: str) -> AlertDismissed:
    """Say that an alert about a field was seen and is no trouble. It comes again only after the name itself did.

    ```graphql
    mutation { dismissFieldAlert(id: "alert_…") {
        ... on FieldAlertDismissed { alert { name state } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "dismiss_field_alert", None, [Item(fields={"id": id})])

    async def work(session: Session) -> AlertDismissed:
        statement = select(FieldAlert).where(FieldAlert.id == id).with_for_update()
        alert = (await session.exec(statement)).first() if is_storable(id) else None
        if alert is None:
            raise NotFound("Alert", id)
        if alert.state == AlertState.OPEN:
            alert.state, alert.settled_at = AlertState.DISMISSED.value, journal.now
            session.add(alert)
            await session.flush()
        journal.decide(0, ItemDecision("dismissed", record_id=alert.id))
        return AlertDismissed(journal.run_id, alert)

    return await record(ctx, journal, work, received=1)


async def learn_campaign_names(ctx: Context, names: list[str]) -> NamesLearned:
    """Say that each of these is the whole name of one campaign, commas and all. Lists of campaigns that were taken apart at
    such a comma are read anew.

    ```graphql
    mutation { learnCampaignNames(names: ["Q1 Outreach, EMEA"]) {
        ... on NamesLearned { names reread } ... on Problem { code message } } }
    ```
    """
    return await _learn(ctx, "learn_campaign_names", EngagementField.CAMPAIGNS, names)


async def learn_sender_names(ctx: Context, names: list[str]) -> NamesLearned:
    """Say that each of these is the whole name of one sender, such as `Doe, Jane`. Lists of senders are read anew.

    ```graphql
    mutation { learnSenderNames(names: ["Doe, Jane"]) {
        ... on NamesLearned { names reread } ... on Problem { code message } } }
    ```
    """
    return await _learn(ctx, "learn_sender_names", EngagementField.SENDERS, names)


async def _learn(ctx: Context, act: str, field: EngagementField, names: list[str]) -> NamesLearned:
    wanted = [name.strip() for name in dict.fromkeys(names)]
    for name in wanted:
        check_text("names", name, MAX_NAME)
        if not name:
            raise InvalidInput("names must not be empty", field="names")
    journal = open_journal(ctx, act, None, [Item(fields={"name": name}) for name in wanted])

    async def work(session: Session) -> None:
        await Names(NAMED[field], journal.now).meet(session, wanted, wanted)
        for index in range(len(wanted)):
            journal.decide(index, ItemDecision("learned"))

    await record(ctx, journal, work, received=len(wanted))
    reread = await reread_lists(ctx.db, field, [name for name in wanted if "," in name], now=journal.now)
    return NamesLearned(journal.run_id, wanted, reread)


async def _find_mapping(ctx: Context, id: str) -> FieldMapping:
    ctx.require_write()
    async with ctx.db.read() as session:
        found = await session.get(FieldMapping, id) if is_storable(id) else None
    if found is None or found.superseded_at is not None:
        raise NotFound("Mapping", id)
    return found


async def _decide(
    ctx: Context,
    act: str,
    entity: Entity,
    name: str,
    target: str,
    status: MappingStatus,
    valid_from: datetime | None,
) -> MappingDecided:
    item = Item(fields={"entity": entity.value, "name": name, "target": target})
    journal = open_journal(ctx, act, entity, [item])

    async def work(session: Session) -> tuple[FieldMapping, bool]:
        await session.lock([f"{entity} {name}"], room="mappings")
        meanings = await load_meanings(session, entity)
        before = [(row.target, row.valid_from, row.valid_to) for row in meanings.rows(name) if row.status in IN_FORCE]
        fresh = new_mapping(
            entity, name, target, status, confidence=1.0, reasons=["A person said so."], now=journal.now,
            actor_id=journal.actor.id, run_id=journal.run_id, valid_from=valid_from,
            version=1 + max((row.version for row in meanings.rows(name)), default=0),
        )  # fmt: skip
        for ended in replaced(meanings, fresh, journal.now):
            session.add(ended)
        session.add(fresh)
        await _settle_alerts(session, journal, entity, name)
        await session.flush()
        journal.facts["before"] = [told for told, _, _ in before]
        journal.decide(0, ItemDecision("decided", record_id=fresh.id))
        return fresh, before != [(target, valid_from, None)]

    fresh, is_news = await record(ctx, journal, work, received=1)
    run_id = ctx.run_id
    reread = 0
    if is_news:
        reread = await reread_names(ctx.db, entity, [name], now=journal.now)
        await _fill(ctx, entity, name, target)
    ctx.run_id = run_id
    return MappingDecided(run_id, fresh, reread)


async def _settle_alerts(session: Session, journal: Journal, entity: Entity, name: str) -> None:
    found = await session.exec(
        select(FieldAlert).where(
            FieldAlert.entity == entity.value,
            FieldAlert.name == name,
            col(FieldAlert.state).in_([AlertState.OPEN.value]),
        )
    )
    for alert in found.all():
        alert.state, alert.settled_at = AlertState.SETTLED.value, journal.now
        session.add(alert)


async def _fill(ctx: Context, entity: Entity, name: str, target: str) -> None:
    """Give records the value they hold under the incoming name already, where the field it means is blank."""
    prefix, _, own = target.partition(":")
    if f"{prefix}:" not in (FIELD_PREFIX, CUSTOM_PREFIX):
        return
    is_custom = f"{prefix}:" == CUSTOM_PREFIX
    incoming = own if is_custom else FIELDS[entity].incoming(own)
    last = ""
    while ids := await records_written(ctx.db, entity, [name], after=last):
        async with ctx.db.read() as session:
            records = await find_records(session, KINDS[entity], ids)
        updates = []
        for each in records.values():
            value = each.custom.get(name)
            held = each.custom.get(own) if is_custom else each.values[own]
            if not is_blank(value) and is_blank(held) and each.deleted_at is None:
                updates.append(_update(each.id, incoming, value, is_custom=is_custom))
        if updates:
            await update_records(ctx, entity, updates)
        last = ids[-1]


def _update(record_id: str, incoming: str, value: JsonValue, *, is_custom: bool) -> Update:
    fields: dict[str, JsonValue] = {NESTED_FIELDS: {incoming: value}} if is_custom else {incoming: value}
    return Update(fields=fields, record_id=record_id)
