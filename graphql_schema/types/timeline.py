"""Items of a timeline. What an item is about is loaded for all items of a page at once, when it is asked for."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import strawberry
from sqlalchemy import case, func, select

import models
from graphql_schema.context import Context
from graphql_schema.described import computed, interface, object_type
from graphql_schema.loaders import batched, fetch, load_grouped, load_record
from graphql_schema.strands import numbered_changes
from graphql_schema.timeline import ITEMS, Place
from graphql_schema.types.activity import Activity
from graphql_schema.types.actor import Actor
from graphql_schema.types.change import Change, FieldChange
from graphql_schema.types.engagement_event import EngagementEvent
from graphql_schema.types.external_link import ExternalLink
from graphql_schema.types.record import SOURCES, Info
from graphql_schema.types.task import Task
from models.base import table_of
from models.database.statements import is_any
from models.ledger.run import Source
from models.records import same_json
from models.timeline import Strand, SyncMoment, TaskMoment, TimelineKind

_ACTIVITY = table_of(models.Activity)
_CHANGE = table_of(models.Change)
_EVENT = table_of(models.EngagementEvent)
_LINK = table_of(models.ExternalLink)
_TASK = table_of(models.Task)


@interface
class TimelineItem:
    """Something that happened with a contact or company."""

    place: strawberry.Private[Place]

    @computed
    def id(self) -> strawberry.ID:
        """What tells it from every other item of the same timeline."""
        return strawberry.ID(f"{self.place.strand.name.lower()}:{self.place.key}")

    @computed
    def at(self) -> datetime:
        """When it happened; of several things told together, when the last did."""
        return self.place.at

    @computed
    def kind(self) -> TimelineKind:
        """What it is about."""
        return self.place.strand.kind


@object_type
class ActivityItem(TimelineItem):
    """A message was sent or received, or a connection was made."""

    @computed
    async def activity(self, info: Info) -> Activity | None:
        """The message or connection."""
        found: Activity | None = await load_record(info.context, SOURCES[_ACTIVITY], self.place.key)
        return found

    @computed
    async def event(self, info: Info) -> EngagementEvent | None:
        """What it means in a campaign; null if it means nothing."""
        ctx = info.context
        key = (self.place.record_id, self.place.key)
        found: EngagementEvent | None = await batched(ctx, "activity event", partial(_events, ctx)).load(key)
        return found


@object_type
class EngagementEventItem(TimelineItem):
    """Something happened in a campaign that no activity of this timeline tells."""

    @computed
    async def event(self, info: Info) -> EngagementEvent | None:
        """What happened; null if more became known of it this very moment, so that it is told otherwise now."""
        found: EngagementEvent | None = await load_record(info.context, SOURCES[_EVENT], self.place.key)
        return found


@object_type
class FieldChangesItem(TimelineItem):
    """Fields were changed by one actor, in one or more writes with at most five minutes between two of them.

    Writes that brought nothing but engagement are told as events.
    """

    @computed
    async def actor(self, info: Info) -> Actor:
        """Who wrote."""
        return (await self._changes(info))[0].actor()

    @computed
    async def source(self, info: Info) -> Source:
        """On whose behalf it was written."""
        return (await self._changes(info))[0].source

    @computed
    async def first_at(self, info: Info) -> datetime:
        """When the first write was."""
        return (await self._changes(info))[0].at

    @computed
    def last_at(self) -> datetime:
        """When the last write was."""
        return self.place.at

    @computed
    async def fields(self, info: Info) -> list[FieldChange]:
        """What the writes changed in the end; a value that came back to what it was is left out."""
        return _net(await self._changes(info))

    @computed
    async def changes(self, info: Info) -> list[Change]:
        """The writes, oldest first."""
        return await self._changes(info)

    @computed
    async def run_ids(self, info: Info) -> list[strawberry.ID]:
        """The runs of the writes, oldest first."""
        return list(dict.fromkeys(each.run_id for each in await self._changes(info)))

    async def _changes(self, info: Info) -> list[Change]:
        ctx = info.context
        key = (self.place.record_id, self.place.key)
        found: list[Change] = await batched(ctx, "grouped changes", partial(_grouped, ctx)).load(key)
        return found


@object_type
class TaskItem(TimelineItem):
    """A task was created or completed."""

    @computed
    def task_moment(self) -> TaskMoment:
        """What became of the task."""
        return TaskMoment.CREATED if self.place.strand is Strand.TASK_CREATED else TaskMoment.COMPLETED

    @computed
    async def task(self, info: Info) -> Task | None:
        """The task as it is now."""
        found: Task | None = await load_record(info.context, SOURCES[_TASK], self.place.key)
        return found


@object_type
class SyncItem(TimelineItem):
    """The record was linked to one of Enginy's, or synced with it for the last time."""

    @computed
    def sync_moment(self) -> SyncMoment:
        """What became of the link."""
        return SyncMoment.LINKED if self.place.strand is Strand.LINKED else SyncMoment.SYNCED

    @computed
    def external_id(self) -> strawberry.ID:
        """Enginy's id of the record."""
        return strawberry.ID(self.place.key)

    @computed
    async def strategy(self, info: Info) -> str | None:
        """How the link came about: a kind of identifier such as `email`, `created`, or `person`."""
        link = await self._link(info)
        return link.strategy if link is not None else None

    @computed
    async def link(self, info: Info) -> ExternalLink | None:
        """The link as it is now; null if it leads elsewhere by now."""
        return await self._link(info)

    async def _link(self, info: Info) -> ExternalLink | None:
        links = await load_grouped(info.context, SOURCES[_LINK], _LINK.c.record_id, self.place.record_id)
        return next((each for each in links if each.external_id == self.place.key), None)


TIMELINE_ITEMS = [ActivityItem, EngagementEventItem, FieldChangesItem, TaskItem, SyncItem]

ITEMS.update(
    {
        Strand.LINKED: SyncItem,
        Strand.CHANGES: FieldChangesItem,
        Strand.TASK_CREATED: TaskItem,
        Strand.TASK_COMPLETED: TaskItem,
        Strand.ACTIVITY: ActivityItem,
        Strand.EVENT: EngagementEventItem,
        Strand.SYNCED: SyncItem,
    }
)


async def _events(ctx: Context, keys: list[tuple[str, str]]) -> list[EngagementEvent | None]:
    """The event of each record and activity."""
    source, c = SOURCES[_EVENT], _EVENT.c
    records, activities = ([*dict.fromkeys(key[at] for key in keys)] for at in (0, 1))
    statement = (
        select(*source.columns)
        .where(is_any(c.activity_id, "activities", activities), is_any(c.record_id, "records", records))
        .order_by(c.occurred_at.desc(), c.id.desc())
    )
    made = [source.make(row) for row in await fetch(ctx, statement)]
    found = {(each.record_id, each.activity_id): each for each in made}
    return [found.get(key) for key in keys]


async def _grouped(ctx: Context, keys: list[tuple[str, str]]) -> list[list[Change]]:
    """The changes of each group, oldest first: a group is named by its record and a change that is in it."""
    source, c = SOURCES[_CHANGE], _CHANGE.c
    records, ids = ([*dict.fromkeys(key[at] for key in keys)] for at in (0, 1))
    named = case((is_any(c.id, "changes", ids), 1), else_=0).label("named")
    numbered = numbered_changes(is_any(c.record_id, "records", records), named).c
    group = (numbered.record_id, numbered.number)
    wanted = select(
        numbered.id, numbered.number, func.max(numbered.named).over(partition_by=group).label("named")
    ).subquery()
    statement = (
        select(*source.columns, wanted.c.number)
        .select_from(_CHANGE.join(wanted, wanted.c.id == c.id))
        .where(wanted.c.named == 1)
        .order_by(c.at, c.id)
    )
    groups: dict[tuple[str, int], list[Change]] = {}
    for row in await fetch(ctx, statement):
        change: Change = source.make(row)
        groups.setdefault((change.record_id, row[-1]), []).append(change)
    found = {str(each.id): changes for changes in groups.values() for each in changes}
    return [found[change_id] for _, change_id in keys]


def _net(changes: Sequence[Change]) -> list[FieldChange]:
    """Each field once, from what it was before the first write to what it was after the last."""
    found: dict[tuple[bool, str], FieldChange] = {}
    for each in (field for change in changes for field in change.fields()):
        before = found.get((each.is_custom, each.field))
        old = before.old if before is not None else each.old
        found[each.is_custom, each.field] = FieldChange(
            field=each.field, is_custom=each.is_custom, old=old, new=each.new
        )
    return [each for each in found.values() if not same_json(each.old, each.new)]
