"""What subscriptions tell."""

from enum import StrEnum

import strawberry

import models
from graphql_schema.described import computed, interface, object_type
from graphql_schema.loaders import load_record
from graphql_schema.types.actor import Actor
from graphql_schema.types.change import Change
from graphql_schema.types.company import Company
from graphql_schema.types.contact import Contact
from graphql_schema.types.deal import Deal
from graphql_schema.types.engagement_event import EngagementEvent
from graphql_schema.types.enums import describe
from graphql_schema.types.record import SOURCES, Info
from graphql_schema.types.run import Run
from graphql_schema.types.timeline import TimelineItem
from models.base import table_of
from models.engagement.words import EngagementStage

_COMPANY = table_of(models.Company)
_CONTACT = table_of(models.Contact)
_DEAL = table_of(models.Deal)
_RUN = table_of(models.Run)


class RecordFate(StrEnum):
    """What became of a record."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"
    RESTORED = "restored"


describe(
    RecordFate,
    "What became of a record.",
    CREATED="It was made.",
    UPDATED="Fields of it were changed.",
    DELETED="It was deleted, or erased for good.",
    RESTORED="It was brought back after it had been deleted.",
)


@interface
class LiveEvent:
    """What a subscription tells: one thing that happened, or that some things were missed."""

    missed: bool = strawberry.field(
        description="Whether things happened that are not told one by one: too many at once, more than a slow client took, "
        "or the database was away. Read anew what you show; everything else here is empty then."
    )


@interface
class RecordEvent(LiveEvent):
    """Something was done to a contact, a company or a deal."""

    id: strawberry.ID | None = strawberry.field(description="Which; null where some were missed.")
    fate: RecordFate | None = strawberry.field(description="What became of it; null where some were missed.")
    run_id: strawberry.ID | None = strawberry.field(description="The run that did it; null where some were missed.")
    changes: list[Change] = strawberry.field(
        description="What the run wrote to it, in order; empty where it was erased."
    )

    @computed
    async def run(self, info: Info) -> Run | None:
        """The run that did it: through which door it came, and when."""
        if self.run_id is None:
            return None
        found: Run | None = await load_record(info.context, SOURCES[_RUN], self.run_id)
        return found

    @computed
    async def actor(self, info: Info) -> Actor | None:
        """Who did it."""
        run = await self.run(info) if not self.changes else None
        if run is not None:
            return Actor(id=strawberry.ID(run.actor_id))
        return self.changes[0].actor() if self.changes else None


@object_type
class ContactChanged(RecordEvent):
    """A contact was created, changed, deleted or restored."""

    @computed
    async def contact(self, info: Info) -> Contact | None:
        """The contact as it is now; null where it was erased, or some were missed."""
        found: Contact | None = await load_record(info.context, SOURCES[_CONTACT], self.id) if self.id else None
        return found


@object_type
class CompanyChanged(RecordEvent):
    """A company was created, changed, deleted or restored."""

    @computed
    async def company(self, info: Info) -> Company | None:
        """The company as it is now; null where some were missed."""
        found: Company | None = await load_record(info.context, SOURCES[_COMPANY], self.id) if self.id else None
        return found


@object_type
class DealEvent(RecordEvent):
    """A deal was created, changed, deleted or restored."""

    @computed
    async def deal(self, info: Info) -> Deal | None:
        """The deal as it is now; null where some were missed."""
        found: Deal | None = await load_record(info.context, SOURCES[_DEAL], self.id) if self.id else None
        return found


@object_type
class TimelineItemAdded(LiveEvent):
    """Something new stands in a timeline."""

    item: TimelineItem | None = strawberry.field(
        description="The item. One that was told before and has grown, as changes that go on do, is told again under its id."
    )


@object_type
class SyncRunFinished(LiveEvent):
    """A run ended: a sync, or any other write."""

    run: Run | None = strawberry.field(description="The run.")


@object_type
class EngagementStageReached(LiveEvent):
    """Somebody came to a stage of a campaign."""

    contact_id: strawberry.ID | None = strawberry.field(description="Who; null where some were missed.")
    stage: EngagementStage | None = strawberry.field(description="Where they came to.")
    event: EngagementEvent | None = strawberry.field(
        description="What happened, with its campaigns and how it is known."
    )

    @computed
    async def contact(self, info: Info) -> Contact | None:
        """The contact."""
        if self.contact_id is None:
            return None
        found: Contact | None = await load_record(info.context, SOURCES[_CONTACT], self.contact_id)
        return found
