"""Engagement: how it stands with somebody in campaigns, how that came about, and the campaigns they are in."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

import models
from graphql_schema.described import computed, object_type
from graphql_schema.types.change import LazyRun
from graphql_schema.types.record import Info, column, hidden, record, to_one
from graphql_schema.types.records import load_synced
from graphql_schema.types.scalars import JSON
from models.engagement.words import Attribution, EngagementField, EngagementStage, EventKind, SequenceStatus
from models.fields.mapping import Entity

if TYPE_CHECKING:
    from graphql_schema.types.campaign import Campaign
    from graphql_schema.types.node import Record

LazyRecord = Annotated["Record", strawberry.lazy("graphql_schema.types.node")]
LazyCampaign = Annotated["Campaign", strawberry.lazy("graphql_schema.types.campaign")]


@object_type
class SequenceStep:
    """One step of a sequence."""

    position: int = strawberry.field(description="Its place, from 1.")
    channel: str | None = strawberry.field(description="By which channel, such as `EMAIL`.")
    text: str = strawberry.field(description="Its words, as reported.")


@object_type
class LoggedActivity:
    """One entry of the log that Enginy reports."""

    kind: EventKind = strawberry.field(description="What was done.")
    channel: str | None = strawberry.field(description="By which channel.")
    text: str = strawberry.field(description="Its words, as reported.")


@object_type
class Constant:
    """A value that is the same for everybody: it tells nothing about one person."""

    name: str = strawberry.field(description="The name it came under.")
    value: JSON | None = strawberry.field(description="The value, as it was sent.")


@record(models.Engagement)
class Engagement:
    """How it stands with somebody in campaigns: the latest of every field that is mapped to engagement."""

    status: str | None = column("The engagement status in the words it was reported in.")
    stage: EngagementStage | None = column(
        "How far that is; null where no status was reported.",
        read=lambda stage: EngagementStage(stage) if stage else None,
    )
    step: int | None = column("At which message of the sequence, from 1.")
    steps: int | None = column("How many messages the sequence has.")
    channel: str | None = column("By which channel, such as `LINKEDIN`.")
    furthest_stage: EngagementStage | None = column(
        "How far they ever came, by what was reported and by what happened.",
        read=lambda stage: EngagementStage(stage) if stage else None,
    )
    is_backwards: bool = column("Whether the status is behind one that was reported before.", read=bool)
    sequence_status: SequenceStatus | None = column(
        "Where the sequence stands.", read=lambda status: SequenceStatus(status) if status else None
    )
    stored_steps: strawberry.Private[list[Any] | None] = hidden(name="sequence_steps")
    opens: int | None = column("How often e-mails were opened. Weak evidence: programs open mail too.")
    clicks: int | None = column("How often links were clicked. Weak evidence: programs follow links too.")
    opened: bool | None = column("Whether an e-mail was opened. Weak evidence.")
    clicked: bool | None = column("Whether a link was clicked. Weak evidence.")
    replied: bool | None = column("Whether they replied, by the reply analysis.")
    replies: int | None = column("How often they replied, by the reply analysis.")
    stored_log: strawberry.Private[list[Any] | None] = hidden(name="activities")
    senders: list[str] = column("In whose names messages are sent.", read=lambda names: names or [])
    campaigns: list[str] = column("The campaigns that are reported now.", read=lambda names: names or [])
    stored_constants: strawberry.Private[dict[str, Any] | None] = hidden(name="constants")
    unread: list[str] = column("Mapped names whose value cannot be read.", read=lambda names: names or [])
    last_engaged_at: datetime | None = column("When something last happened, as Enginy reports it.")
    reported_at: datetime | None = column("When a report last changed anything.")

    @computed
    def sequence_steps(self) -> list[SequenceStep]:
        """The steps of the sequence."""
        return [
            SequenceStep(position=place, channel=step["channel"], text=step["text"])
            for place, step in enumerate(self.stored_steps or (), 1)
        ]

    @computed
    def activities(self) -> list[LoggedActivity]:
        """The log of what was done, in order, as Enginy reports it."""
        return [
            LoggedActivity(kind=EventKind(entry["kind"]), channel=entry["channel"], text=entry["text"])
            for entry in self.stored_log or ()
        ]

    @computed
    def constants(self) -> list[Constant]:
        """Values that are the same for everybody, such as a mark that somebody took part in any campaign."""
        return [Constant(name=name, value=value) for name, value in (self.stored_constants or {}).items()]


@record(models.EngagementReport)
class EngagementReport:
    """One value under a mapped name, when it came and what was read from it. Repeats add none."""

    id: strawberry.ID = column("Its id.")
    entity: Entity = column("The kind of record it is about.", read=Entity)
    record_id: strawberry.ID = column("The record it is about.")
    field: EngagementField = column("What the name means.", read=EngagementField)
    name: str = column("The name, as it was sent.")
    old_raw: JSON | None = column("The value before, as it was sent.")
    new_raw: JSON | None = column("The value, as it was sent.")
    old_parsed: JSON | None = column("What was read from the value before.")
    new_parsed: JSON | None = column("What is read from the value; null where it cannot be read.")
    received_at: datetime = column("When it was received.")
    event_at: datetime | None = column("When it became true, where a time came with it.")
    is_backwards: bool = column("Whether it is behind what was reported before.", read=bool)
    run_id: strawberry.Private[str] = hidden()

    run: LazyRun | None = to_one("run_id", models.Run, "The run that brought it.")


@record(models.CampaignMembership)
class CampaignMembership:
    """One record in one campaign, and how far it came there."""

    record_id: strawberry.Private[str] = hidden()
    campaign_id: strawberry.Private[str] = hidden()
    entity: strawberry.Private[str] = hidden()
    attribution: Attribution = column(
        "Whose the status is: certain of this campaign, shared by several, or unknown.", read=Attribution
    )
    stage: EngagementStage | None = column(
        "How far it came; null where no status was reported.",
        read=lambda stage: EngagementStage(stage) if stage else None,
    )
    step: int | None = column("At which message, from 1; null if nobody said.")
    steps: int | None = column("Of how many messages; null if nobody said.")
    channel: str | None = column("By which channel, such as `LINKEDIN`; null if nobody said.")
    status: str | None = column("The status as it was reported; null where none was.")
    entered_at: datetime = column("Since when the campaign is reported.")
    changed_at: datetime = column("When anything of this last changed.")
    left_at: datetime | None = column("Since when the campaign is no longer reported; null while it is.")

    campaign: LazyCampaign | None = to_one("campaign_id", models.Campaign, "The campaign.")

    @computed
    async def record(self, info: Info) -> LazyRecord | None:
        """The contact or company; null once it was erased."""
        found: LazyRecord | None = await load_synced(info.context, Entity(self.entity), self.record_id)
        return found
