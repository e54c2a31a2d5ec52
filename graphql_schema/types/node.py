"""What every stored thing and every synced record has in common."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

import models
from graphql_schema.as_of import engagement_as_of
from graphql_schema.described import computed, interface, object_type
from graphql_schema.inputs.timeline import TimelineFilter
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import load_grouped
from graphql_schema.paging import Connection, Page
from graphql_schema.strands import Wanted
from graphql_schema.timeline import load_timeline
from graphql_schema.types.actor import Actor
from graphql_schema.types.record import (
    SOURCES,
    After,
    Before,
    First,
    Info,
    Last,
    column,
    hidden,
    to_many,
    to_one,
)
from graphql_schema.types.scalars import JSON
from models.base import table_of
from models.exact_json import JsonValue, decode_json
from models.fields.mapping import Entity

if TYPE_CHECKING:
    from graphql_schema.types.change import Change
    from graphql_schema.types.engagement import CampaignMembership, Engagement, EngagementReport
    from graphql_schema.types.engagement_event import EngagementEvent
    from graphql_schema.types.external_link import ExternalLink
    from graphql_schema.types.note import Note
    from graphql_schema.types.timeline import TimelineItem
    from graphql_schema.types.user import User

_CHANGE = table_of(models.Change).c
_EVENT = table_of(models.EngagementEvent).c
_LINK = table_of(models.ExternalLink)
_MEMBER = table_of(models.CampaignMembership).c
_REPORT = table_of(models.EngagementReport).c
_STATE = table_of(models.Engagement)
_NOTE = table_of(models.Note).c

LazyEngagement = Annotated["Engagement", strawberry.lazy("graphql_schema.types.engagement")]
LazyEvent = Annotated["EngagementEvent", strawberry.lazy("graphql_schema.types.engagement_event")]
LazyMembership = Annotated["CampaignMembership", strawberry.lazy("graphql_schema.types.engagement")]
LazyReport = Annotated["EngagementReport", strawberry.lazy("graphql_schema.types.engagement")]
LazyChange = Annotated["Change", strawberry.lazy("graphql_schema.types.change")]
LazyLink = Annotated["ExternalLink", strawberry.lazy("graphql_schema.types.external_link")]
LazyTimelineItem = Annotated["TimelineItem", strawberry.lazy("graphql_schema.types.timeline")]
LazyNote = Annotated["Note", strawberry.lazy("graphql_schema.types.note")]
LazyUser = Annotated["User", strawberry.lazy("graphql_schema.types.user")]

NOTES = Order((Term("createdAt", _NOTE.created_at, True), Term("id", _NOTE.id, True)))


@interface
class Node:
    """Anything that is stored under an id of its own."""

    id: strawberry.ID = column("Its id: plain text with a prefix that tells its kind, never encoded.")


@object_type
class CustomField:
    """A field that somebody made up: its name and its value."""

    key: str = strawberry.field(description="The name, as it was sent.")
    value: JSON | None = strawberry.field(description="The value, exactly as it was sent.")


@interface
class Record(Node):
    """A record that Enginy knows too: a contact or a company. Its id is Enginy's crmId."""

    entity: ClassVar[Entity]

    tags: list[str] = column("Its tags.", read=lambda tags: tags or [])
    owner_id: strawberry.ID | None = column(
        "The owner as stored: a user's id, or the text of an owner nobody here knows."
    )
    last_activity_at: datetime | None = column("When something last happened, by the timeline.")
    created_at: datetime = column("When it was created.")
    created_by_id: strawberry.Private[str] = hidden(name="created_by")
    updated_at: datetime = column("When a field was last changed.")
    updated_by_id: strawberry.Private[str] = hidden(name="updated_by")
    version: int = column("How often it was written: what `expectedVersion` is compared with.")
    deleted_at: datetime | None = column("When it was deleted; null while it is live.")
    custom_text: strawberry.Private[str] = hidden(name="custom_fields", raw=True)

    owner: LazyUser | None = to_one(
        "owner_id", models.User, "The member of the team it belongs to; null if nobody here is."
    )
    engagement_reports: Connection[LazyReport] = to_many(
        models.EngagementReport,
        _REPORT.record_id,
        Order((Term("receivedAt", _REPORT.received_at, True), Term("id", _REPORT.id, True))),
        "Every value that was ever reported of its engagement, newest first.",
    )
    engagement_events: Connection[LazyEvent] = to_many(
        models.EngagementEvent,
        _EVENT.record_id,
        Order((Term("occurredAt", _EVENT.occurred_at, True), Term("id", _EVENT.id, True))),
        "What happened with it in campaigns, newest first.",
    )
    campaigns: Connection[LazyMembership] = to_many(
        models.CampaignMembership,
        _MEMBER.record_id,
        Order((Term("enteredAt", _MEMBER.entered_at, True), Term("campaignId", _MEMBER.campaign_id, True))),
        "The campaigns it is or was in, the latest first.",
    )
    changes: Connection[LazyChange] = to_many(
        models.Change,
        _CHANGE.record_id,
        Order((Term("id", _CHANGE.id, descending=True),)),
        "Its history, newest first: every write through any door.",
    )

    notes: Connection[LazyNote] = to_many(
        models.Note, _NOTE.record_id, NOTES, "What people noted about it, newest first."
    )

    def custom(self) -> dict[str, JsonValue]:
        fields: dict[str, JsonValue] = decode_json(self.custom_text)
        return fields

    @computed
    def custom_fields(self) -> list[CustomField]:
        """All fields that are not fields of the schema, in the order they first came."""
        return [CustomField(key=key, value=value) for key, value in self.custom().items()]

    @computed
    def custom_field(
        self, key: Annotated[str, strawberry.argument(description="The custom field's name, as it was sent.")]
    ) -> JSON | None:
        """One custom field's value, such as `customField(key: "budget")`; null if there is none."""
        return self.custom().get(key)

    @computed
    async def external_links(self, info: Info) -> list[LazyLink]:
        """What Enginy calls this record, and what it holds of it."""
        return await load_grouped(info.context, SOURCES[_LINK], _LINK.c.record_id, self.id)

    @computed
    async def engagement(
        self,
        info: Info,
        as_of: Annotated[
            datetime | None, strawberry.argument(description="As it was known at this moment; now unless told.")
        ] = None,
    ) -> LazyEngagement | None:
        """How it stands in campaigns; null where nothing was ever reported."""
        found: LazyEngagement | None
        if as_of is None:
            states = await load_grouped(info.context, SOURCES[_STATE], _STATE.c.record_id, self.id)
            found = states[0] if states else None
        else:
            found = await engagement_as_of(info.context, self.entity, self.id, as_of)
        return found

    @computed
    async def timeline(
        self,
        info: Info,
        filter: Annotated[
            TimelineFilter | None, strawberry.argument(description="Only items that fulfil all of this.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[LazyTimelineItem]:
        """All that happened with it, newest first: messages, engagement, changed fields, tasks and syncs."""
        page = Page.of(first, after, last, before, at_most=info.context.limits.page)
        wanted = filter.wanted() if filter is not None else Wanted()
        return load_timeline(info.context, self.entity, self.id, wanted, page)

    @computed
    def created_by(self) -> Actor:
        """Who created it."""
        return Actor(id=strawberry.ID(self.created_by_id))

    @computed
    def updated_by(self) -> Actor:
        """Who changed it last."""
        return Actor(id=strawberry.ID(self.updated_by_id))
