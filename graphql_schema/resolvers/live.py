"""Subscriptions: what is told to those who watch, when a run was stored. Nothing is read where nobody watches."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Annotated, Any, TypeVar

import strawberry
from sqlalchemy import ColumnElement, Table, select

import models
from graphql_schema.context import Context
from graphql_schema.inputs.combining import Listed
from graphql_schema.inputs.deals import DealFilter
from graphql_schema.inputs.lists import CompanyFilter, ContactFilter, RunFilter
from graphql_schema.live import TOLD, Feed
from graphql_schema.loaders import fetch
from graphql_schema.paging import Page
from graphql_schema.resolvers.deals import DEAL
from graphql_schema.strands import Wanted
from graphql_schema.timeline import load_timeline
from graphql_schema.types.change import Change
from graphql_schema.types.engagement_event import EngagementEvent
from graphql_schema.types.live import (
    CompanyChanged,
    ContactChanged,
    DealEvent,
    EngagementStageReached,
    RecordEvent,
    RecordFate,
    SyncRunFinished,
    TimelineItemAdded,
)
from graphql_schema.types.record import SOURCES
from graphql_schema.types.records import entities_of, load_synced
from models.base import table_of
from models.database.announcing import Announcement
from models.database.statements import is_any, unindexed
from models.engagement.words import EngagementStage, EventKind
from models.errors import NotFound, TooLarge
from models.fields.mapping import Entity
from models.ledger.news import News, read_news

READ_OF_A_RUN = 1_000  # changes, or events, that are read for all subscribers together
NEWEST = 50  # items of a timeline that are watched
ERASING, ACTIVITIES = "erase_contacts", "create_activities"

_CHANGE = table_of(models.Change)
_CONTACT = table_of(models.Contact)
_EVENT = table_of(models.EngagementEvent)
_EVENT_CAMPAIGN = table_of(models.EventCampaign).c
_REPORT = table_of(models.EngagementReport).c
_RUN = table_of(models.Run)
_STAGES = {EventKind(stage.value): stage for stage in EngagementStage if stage.rank}

E = TypeVar("E", bound=RecordEvent)

Ids = Annotated[
    list[strawberry.ID] | None,
    strawberry.argument(description="Only these; any where it is left out or null. As many as a page has entries."),
]


async def watch_contacts(
    ctx: Context,
    filter: Annotated[
        ContactFilter | None,
        strawberry.argument(
            description="Only contacts that fulfil all of this after the change. One that was deleted is told whatever it says."
        ),
    ] = None,
    ids: Ids = None,
) -> AsyncIterator[ContactChanged]:
    """Contacts that are created, changed, deleted or restored, by whomever and through whichever door.

    ```graphql
    subscription { contactChanged(filter: { tags: { has: "vip" } }) {
      missed fate contact { id name } changes { fields { field old new } } actor { label } } }
    ```
    """
    return await _watch(ctx, Entity.CONTACT, ContactChanged, ids, filter)


async def watch_companies(
    ctx: Context,
    filter: Annotated[
        CompanyFilter | None,
        strawberry.argument(
            description="Only companies that fulfil all of this after the change. One that was deleted is told whatever it says."
        ),
    ] = None,
    ids: Ids = None,
) -> AsyncIterator[CompanyChanged]:
    """Companies that are created, changed, deleted or restored, by whomever and through whichever door.

    ```graphql
    subscription { companyChanged(ids: ["company_…"]) { missed fate company { id name } actor { label } } }
    ```
    """
    return await _watch(ctx, Entity.COMPANY, CompanyChanged, ids, filter)


async def watch_deals(
    ctx: Context,
    filter: Annotated[
        DealFilter | None,
        strawberry.argument(
            description="Only deals that fulfil all of this after the change. One that was deleted is told whatever it says."
        ),
    ] = None,
    ids: Ids = None,
) -> AsyncIterator[DealEvent]:
    """Deals that are created, changed, moved, won, lost, deleted or restored, by whomever and through whichever door.

    Where a person is erased, whose deals lose their name and their contact, that is told as missed.

    ```graphql
    subscription { dealChanged(filter: { status: { eq: OPEN } }) {
      missed fate deal { id name stage } changes { fields { field old new } } actor { label } } }
    ```
    """
    return await _watch(ctx, DEAL.entity, DealEvent, ids, filter)


async def watch_timeline(ctx: Context, record_id: strawberry.ID) -> AsyncIterator[TimelineItemAdded]:
    """What is added to the timeline of a contact or company, as far as it is among the newest 50 items.

    An item that grows, as changes that go on do, is told again under its id.

    ```graphql
    subscription { timelineItemAdded(recordId: "contact_01h455vb4pex5vsknk084sn02q") {
      missed item { __typename id at kind } } }
    ```
    """
    ctx.require_read()
    entity = await _entity_of(ctx, record_id)
    watched = _Timeline(ctx, entity, record_id)
    await watched.added()
    feed = await Feed.open(ctx, watched.tell)
    feed.look()  # at what came between the two
    return feed


async def watch_runs(ctx: Context, filter: RunFilter | None = None) -> AsyncIterator[SyncRunFinished]:
    """Runs that end: every sync and every write, through any door. Only tried ones (`dryRun`) leave no run.

    ```graphql
    subscription { syncRunFinished(filter: { status: { in: [PARTLY, FAILED] } }) {
      run { id act actorLabel counts { outcome count } } } }
    ```
    """
    source = SOURCES[_RUN]
    source.visible(ctx)
    wanted = filter.conditions() if filter is not None else []

    async def tell(announcement: Announcement | None) -> Sequence[SyncRunFinished]:
        if announcement is None:
            return [SyncRunFinished(missed=True, run=None)]
        run_id = read_news(announcement.text).run
        conditions = (_RUN.c.id == run_id, *wanted, *source.visible(ctx))
        rows = await fetch(ctx, select(*source.columns).where(*conditions))
        return [SyncRunFinished(missed=False, run=source.make(row)) for row in rows]

    return await Feed.open(ctx, tell)


async def watch_stages(
    ctx: Context,
    stages: Annotated[
        list[EngagementStage] | None, strawberry.argument(description="Only these stages; all where it is left out.")
    ] = None,
    campaign_ids: Annotated[
        list[strawberry.ID] | None,
        strawberry.argument(
            description="Only in these campaigns; an event that several share counts for each of them."
        ),
    ] = None,
) -> AsyncIterator[EngagementStageReached]:
    """Contacts that come to a stage of a campaign: somebody was messaged, accepted, replied. A stage that is come to again,
    as with the second message of a sequence, is told again.

    ```graphql
    subscription { engagementStageReached(stages: [MESSAGE_REPLIED]) {
      contact { name } event { occurredAt channel campaigns { nodes { name } } } } }
    ```
    """
    SOURCES[_EVENT].visible(ctx)
    ctx.require_room(len(campaign_ids or ()))

    async def tell(announcement: Announcement | None) -> Sequence[EngagementStageReached]:
        found = await announcement.once("stages", lambda: _reached(ctx, announcement)) if announcement else None
        if found is None:
            return [_MISSED_STAGE]
        told = [
            EngagementStageReached(missed=False, contact_id=event.record_id, stage=_STAGES[event.kind], event=event)
            for event, campaigns in found
            if (stages is None or _STAGES[event.kind] in stages)
            and (campaign_ids is None or not campaigns.isdisjoint(campaign_ids))
        ]
        return told if len(told) <= TOLD else [_MISSED_STAGE]

    return await Feed.open(ctx, tell)


_MISSED_STAGE = EngagementStageReached(missed=True, contact_id=None, stage=None, event=None)


async def _watch(
    ctx: Context,
    entity: str,
    event: type[E],
    ids: Sequence[str] | None,
    filter: Listed | None,
) -> Feed[E]:
    SOURCES[_CHANGE].visible(ctx)
    is_filtered = filter is not None and bool(filter.conditions())  # what is wrong with it is told at once
    if ids is not None and len(ids) > ctx.limits.page:
        raise TooLarge(f"At most {ctx.limits.page:,} records can be watched by id; these are {len(ids):,}")
    wanted = frozenset(ids) if ids is not None else None
    missed = [event(missed=True, id=None, fate=None, run_id=None, changes=[])]

    async def tell(announcement: Announcement | None) -> Sequence[E]:
        if announcement is None:
            return missed
        news = read_news(announcement.text)
        if news.act == ERASING and entity == DEAL.entity:
            return missed  # nothing is written down of what deals lose then
        if wanted is not None and not any(news.concerns(each) for each in wanted):
            return []
        found = await _fates(ctx, announcement, news, entity, wanted)
        if found is None:
            return missed
        stay = [each for each, (fate, _) in found.items() if fate is not RecordFate.DELETED]
        if stay and filter is not None and is_filtered:
            fulfil = await _fulfilling(ctx, SOURCES[table_of(_MODELS[entity])].table, stay, filter.conditions())
            found = {each: told for each, told in found.items() if told[0] is RecordFate.DELETED or each in fulfil}
        if len(found) > TOLD:
            return missed
        run_id = strawberry.ID(news.run)
        return [
            event(missed=False, id=strawberry.ID(each), fate=fate, run_id=run_id, changes=list(changes))
            for each, (fate, changes) in found.items()
        ]

    return await Feed.open(ctx, tell)


_MODELS: dict[str, Any] = {Entity.CONTACT: models.Contact, Entity.COMPANY: models.Company, DEAL.entity: models.Deal}

Fates = dict[str, tuple[RecordFate, Sequence[Change]]]


async def _fates(
    ctx: Context, announcement: Announcement, news: News, entity: str, wanted: frozenset[str] | None
) -> Fates | None:
    """What became of the records of a run that are wanted; None where those are too many to be told."""
    if news.act == ERASING and entity == Entity.CONTACT:
        if news.ids is None:
            return None
        return {each: (RecordFate.DELETED, ()) for each in news.ids if wanted is None or each in wanted}
    if news.ids is not None and not news.ids:
        return {}
    changes = await announcement.once(("changes", entity), lambda: _changes(ctx, news.run, entity, None))
    if changes is None and wanted is not None:
        changes = await _changes(ctx, news.run, entity, wanted)
    if changes is None:
        return None
    grouped: dict[str, list[Change]] = {}
    for each in changes:
        if wanted is None or each.record_id in wanted:
            grouped.setdefault(each.record_id, []).append(each)
    return {record_id: (_fate(own), own) for record_id, own in grouped.items()}


async def _changes(ctx: Context, run_id: str, entity: str, ids: frozenset[str] | None) -> list[Change] | None:
    """The changes of a run, in order; None where they are too many."""
    source, c = SOURCES[_CHANGE], _CHANGE.c
    statement = select(*source.columns).where(c.run_id == run_id, c.entity == str(entity))
    if ids is not None:
        statement = statement.where(is_any(c.record_id, "watched", sorted(ids)))
    rows = await fetch(ctx, statement.order_by(c.id).limit(READ_OF_A_RUN + 1))
    return [source.make(row) for row in rows] if len(rows) <= READ_OF_A_RUN else None


def _fate(changes: Sequence[Change]) -> RecordFate:
    deleted = [each.stored_fields["deleted_at"] for each in changes if "deleted_at" in each.stored_fields]
    if deleted:
        return RecordFate.DELETED if deleted[-1]["new"] is not None else RecordFate.RESTORED
    return RecordFate.CREATED if changes[0].version == 1 else RecordFate.UPDATED


async def _fulfilling(
    ctx: Context, table: Table, ids: Sequence[str], conditions: Sequence[ColumnElement[bool]]
) -> frozenset[str]:
    """Those of the records that fulfil conditions, all asked at once."""
    statement = select(table.c.id).where(is_any(table.c.id, "watched", list(ids)), *conditions)
    return frozenset(row[0] for row in await fetch(ctx, statement))


async def _entity_of(ctx: Context, record_id: str) -> Entity:
    for entity in entities_of(record_id):
        if await load_synced(ctx, entity, record_id) is not None:
            return entity
    raise NotFound("Record", record_id)


class _Timeline:
    """The newest items of one timeline, compared with what they were."""

    def __init__(self, ctx: Context, entity: Entity, record_id: str) -> None:
        self._ctx = ctx
        self._entity = entity
        self._record_id = record_id
        self._known: dict[str, Any] = {}

    async def added(self) -> list[Any]:
        """Items that are new, or have grown, since this was asked last; the oldest first."""
        page = replace(Page.of(None, None, None, None, at_most=self._ctx.limits.page), size=NEWEST)
        found = await load_timeline(self._ctx, self._entity, self._record_id, Wanted(), page).extract()
        items = {str(edge.node.id()): edge.node for edge in found.edges}
        known = self._known
        # What moves up where newer items went is no news: it was there before, behind those that were looked at.
        start = min(each for each in known.values()) if len(known) >= NEWEST else None
        fresh = [
            each for key, each in items.items() if known.get(key) != each.at() and (start is None or each.at() >= start)
        ]
        self._known = {key: each.at() for key, each in items.items()}
        return fresh[::-1]

    async def tell(self, announcement: Announcement | None) -> Sequence[TimelineItemAdded]:
        if announcement is not None and not read_news(announcement.text).concerns(self._record_id):
            return []
        fresh = await self.added()
        if len(fresh) == NEWEST:
            return [TimelineItemAdded(missed=True, item=None)]
        return [TimelineItemAdded(missed=False, item=each) for each in fresh]


async def _reached(ctx: Context, announcement: Announcement) -> list[tuple[EngagementEvent, frozenset[str]]] | None:
    """Events that a run brought, with their campaigns, oldest first; None where those are too many."""
    news = read_news(announcement.text)
    if news.ids is None and news.act == ACTIVITIES:
        return None
    source, c = SOURCES[_EVENT], _EVENT.c
    kinds = [each.value for each in _STAGES]
    # SQLite would rather read all events of these kinds than look for those of a run.
    theirs = (unindexed(c.entity) == Entity.CONTACT.value, is_any(unindexed(c.kind), "kinds", kinds))
    of_run = _REPORT.run_id == news.run
    reported = select(*source.columns).where(
        # An event is of the record that its report is of, and found by it.
        c.record_id.in_(select(_REPORT.record_id).where(of_run)),
        c.report_id.in_(select(_REPORT.id).where(of_run)),
        *theirs,
    )
    statements = [reported] if news.ids is None or news.ids else []
    observed = [each for each in news.ids or () if each.startswith("activity_")]
    if observed:
        told = select(*source.columns).where(is_any(c.activity_id, "observed", observed), *theirs)
        statements.append(told)
    rows: dict[str, Any] = {}
    for statement in statements:
        for row in await fetch(ctx, statement.limit(READ_OF_A_RUN + 1)):
            made: EngagementEvent = source.make(row)
            rows[made.id] = made
    if len(rows) > READ_OF_A_RUN:
        return None
    campaigns: dict[str, set[str]] = {}
    if rows:
        pairs = select(_EVENT_CAMPAIGN.event_id, _EVENT_CAMPAIGN.campaign_id)
        for event_id, campaign_id in await fetch(
            ctx, pairs.where(is_any(_EVENT_CAMPAIGN.event_id, "events", list(rows)))
        ):
            campaigns.setdefault(event_id, set()).add(campaign_id)
    events = sorted(rows.values(), key=lambda each: (each.occurred_at, each.id))
    return [(each, frozenset(campaigns.get(each.id, ()))) for each in events]
