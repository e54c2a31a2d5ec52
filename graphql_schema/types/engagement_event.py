"""What happened with somebody in campaigns."""

from datetime import datetime

import strawberry

import models
from graphql_schema.described import computed
from graphql_schema.keyset import Order, Term
from graphql_schema.paging import Connection
from graphql_schema.types.activity import Activity
from graphql_schema.types.campaign import Campaign, Sender
from graphql_schema.types.node import Node, Record
from graphql_schema.types.record import Info, column, hidden, record, to_many, to_one
from graphql_schema.types.records import load_synced
from models.base import table_of
from models.engagement.words import Attribution, Certainty, EventKind
from models.fields.mapping import Entity

_CAMPAIGN = table_of(models.Campaign).c
_EVENT_CAMPAIGN = table_of(models.EventCampaign).c
_EVENT_SENDER = table_of(models.EventSender).c
_SENDER = table_of(models.Sender).c


@record(models.EngagementEvent)
class EngagementEvent(Node):
    """Something that happened with a contact or company in a campaign: reported by itself, or inferred from a state
    that moved. Nothing stands here twice; an event is made anew when more is known of it, and keeps its id.
    """

    entity: strawberry.Private[Entity] = hidden()
    record_id: strawberry.ID = column("The contact or company.")
    kind: EventKind = column("What happened.", read=EventKind)
    channel: str | None = column("Through which channel, such as `EMAIL` or `LINKEDIN`; no closed list.")
    step: int | None = column("Which message of its sequence it is about, from 1; null if nobody said.")
    steps: int | None = column("How many messages its sequence has; null if nobody said.")
    count: int = column("How often it happened, for opens and clicks that were reported together.")
    certainty: Certainty = column("How it is known.", read=Certainty)
    occurred_at: datetime = column("When it happened: as told, or if nobody said, the latest it can have been.")
    earliest_at: datetime | None = column("The earliest it can have happened; null if nobody knows.")
    latest_at: datetime = column("The latest it can have happened.")
    known_at: datetime = column("Since when it is known here.")
    campaign_attribution: Attribution = column("How sure it is to which campaign it belongs.", read=Attribution)
    sender_attribution: Attribution = column("How sure it is whose doing it was.", read=Attribution)
    activity_id: strawberry.ID | None = column("The activity that tells it, if one does.")
    report_id: strawberry.ID | None = column("The report it was read from, if it was.")
    text: str | None = column("The status in its own words, where they are new to us.")

    activity: Activity | None = to_one("activity_id", models.Activity, "The activity that tells it, if one does.")
    campaigns: Connection[Campaign] = to_many(
        models.Campaign,
        _EVENT_CAMPAIGN.event_id,
        Order((Term("name", _CAMPAIGN.name), Term("id", _CAMPAIGN.id))),
        "The campaign it belongs to, or those of which one is it; by name.",
        child=_EVENT_CAMPAIGN.campaign_id,
    )
    senders: Connection[Sender] = to_many(
        models.Sender,
        _EVENT_SENDER.event_id,
        Order((Term("name", _SENDER.name), Term("id", _SENDER.id))),
        "Whose doing it was, or those of whom one did it; by name.",
        child=_EVENT_SENDER.sender_id,
    )

    @computed
    async def record(self, info: Info) -> Record | None:
        """The contact or company; null once it was erased."""
        found: Record | None = await load_synced(info.context, Entity(self.entity), self.record_id)
        return found
