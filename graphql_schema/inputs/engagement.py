"""By how it stands with somebody in campaigns."""

from typing import Any

import strawberry
from sqlalchemy import ColumnElement, select

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.filters import Conditions, DateTimeFilter, IdFilter, TextFilter
from models.base import table_of
from models.database.statements import is_any
from models.engagement.words import EngagementStage, SequenceStatus

_STATE = table_of(models.Engagement).c
_MEMBER = table_of(models.CampaignMembership).c
_EVENT = table_of(models.EngagementEvent).c
_EVENT_SENDER = table_of(models.EventSender).c


@input_type
class CountFilter:
    """By a number of times. What was never reported is in no range."""

    eq: int | None = strawberry.field(default=None, description="Exactly so many.")
    gte: int | None = strawberry.field(default=None, description="At least so many.")
    lte: int | None = strawberry.field(default=None, description="At most so many.")

    def on(self, column: ColumnElement[Any]) -> Conditions:
        return [
            *([column == self.eq] if self.eq is not None else []),
            *([column >= self.gte] if self.gte is not None else []),
            *([column <= self.lte] if self.lte is not None else []),
        ]


@input_type
class EngagementStateFilter:
    """How it stands in campaigns. Everything given must hold; records without engagement fulfil none of it."""

    stages: list[EngagementStage] | None = strawberry.field(default=None, description="The status is one of these.")
    furthest_stages: list[EngagementStage] | None = strawberry.field(
        default=None, description="They came as far as one of these, and no further."
    )
    channels: list[str] | None = strawberry.field(default=None, description="The status is of one of these channels.")
    steps: list[int] | None = strawberry.field(default=None, description="The status is of one of these messages.")
    sequence_statuses: list[SequenceStatus] | None = strawberry.field(
        default=None, description="The sequence stands so."
    )
    replied: bool | None = strawberry.field(default=None, description="Whether they replied, by the reply analysis.")
    opens: CountFilter | None = strawberry.field(default=None, description="By opens. Weak evidence.")
    clicks: CountFilter | None = strawberry.field(default=None, description="By clicks. Weak evidence.")
    is_backwards: bool | None = strawberry.field(
        default=None, description="Whether the status is behind one before it."
    )
    last_engaged_at: DateTimeFilter | None = strawberry.field(
        default=None, description="By when something last happened, as Enginy reports it."
    )
    status: TextFilter | None = strawberry.field(default=None, description="By the status in its own words.")
    campaign_id: IdFilter | None = strawberry.field(default=None, description="By a campaign they are or were in.")
    sender_id: IdFilter | None = strawberry.field(default=None, description="By somebody who sent them something.")

    def on(self, record_id: ColumnElement[Any]) -> Conditions:
        found = self._state()
        conditions: Conditions = [record_id.in_(select(_STATE.record_id).where(*found))] if found else []
        if self.campaign_id:
            members = select(_MEMBER.record_id).where(*self.campaign_id.on("campaignId", _MEMBER.campaign_id))
            conditions.append(record_id.in_(members))
        if self.sender_id:
            events = select(_EVENT_SENDER.event_id).where(*self.sender_id.on("senderId", _EVENT_SENDER.sender_id))
            conditions.append(record_id.in_(select(_EVENT.record_id).where(_EVENT.id.in_(events))))
        return conditions

    def _state(self) -> Conditions:
        c = _STATE
        found: Conditions = []
        for name, column, among in (
            ("stages", c.stage, self.stages),
            ("furthestStages", c.furthest_stage, self.furthest_stages),
            ("channels", c.channel, self.channels),
            ("sequenceStatuses", c.sequence_status, self.sequence_statuses),
        ):
            if among is not None:
                found.append(is_any(column, f"engagement_{name}", [str(each) for each in among]))
        found += [c.step.in_(self.steps)] if self.steps is not None else []
        found += [c.replied.is_(self.replied)] if self.replied is not None else []
        found += [c.is_backwards.is_(self.is_backwards)] if self.is_backwards is not None else []
        found += self.opens.on(c.opens) if self.opens else []
        found += self.clicks.on(c.clicks) if self.clicks else []
        found += self.last_engaged_at.on(c.last_engaged_at) if self.last_engaged_at else []
        return found + (self.status.on("engagementStatus", c.status) if self.status else [])
