"""Campaigns and senders: known by the names that Enginy reports."""

from datetime import datetime

import strawberry

import models
from graphql_schema.keyset import Order, Term
from graphql_schema.paging import Connection
from graphql_schema.types.engagement import CampaignMembership
from graphql_schema.types.node import LazyEvent, LazyUser, Node
from graphql_schema.types.record import column, hidden, record, to_many, to_one
from models.base import table_of

_EVENT = table_of(models.EngagementEvent).c
_EVENT_CAMPAIGN = table_of(models.EventCampaign).c
_EVENT_SENDER = table_of(models.EventSender).c
_MEMBER = table_of(models.CampaignMembership).c

IS_SURE = "Whether the name was seen alone, so that it is known to be whole: names come in lists, parted by commas."


@record(models.Campaign)
class Campaign(Node):
    """A campaign of Enginy, known by its name."""

    name: str = column("Its name, as reported.")
    is_sure: bool = column(IS_SURE)
    first_seen_at: datetime = column("When it was first reported.")
    last_seen_at: datetime = column("When it was last reported.")

    members: Connection[CampaignMembership] = to_many(
        models.CampaignMembership,
        _MEMBER.campaign_id,
        Order((Term("stage", _MEMBER.stage_rank, True), Term("recordId", _MEMBER.record_id, True))),
        "Who is or was in it, whoever came furthest first.",
    )
    events: Connection[LazyEvent] = to_many(
        models.EngagementEvent,
        _EVENT_CAMPAIGN.campaign_id,
        Order((Term("occurredAt", _EVENT.occurred_at, True), Term("id", _EVENT.id, True))),
        "What happened in it, or in one of several that share it; newest first.",
        child=_EVENT_CAMPAIGN.event_id,
    )


@record(models.Sender)
class Sender(Node):
    """Somebody in whose name Enginy sends, known by name."""

    name: str = column("Their name, as reported.")
    is_sure: bool = column(IS_SURE)
    first_seen_at: datetime = column("When they were first reported.")
    last_seen_at: datetime = column("When they were last reported.")
    user_id: strawberry.Private[str | None] = hidden()

    events: Connection[LazyEvent] = to_many(
        models.EngagementEvent,
        _EVENT_SENDER.sender_id,
        Order((Term("occurredAt", _EVENT.occurred_at, True), Term("id", _EVENT.id, True))),
        "What they did, or one of several did; newest first.",
        child=_EVENT_SENDER.event_id,
    )
    user: LazyUser | None = to_one("user_id", models.User, "The member of the team it is; null if unknown here.")
