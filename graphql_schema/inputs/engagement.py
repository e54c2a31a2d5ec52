"""By how it stands with somebody in campaigns."""

from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, true

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Conditions, Level, complement, operator
from graphql_schema.inputs.filters import DateTimeFilter, IdFilter, TextFilter, equal, ranged
from models.base import table_of
from models.database.statements import is_among, is_one_of
from models.engagement.words import EngagementStage, SequenceStatus
from models.fields.cleaning import MAX_TEXT, check_text

_STATE = table_of(models.Engagement).c
_MEMBER = table_of(models.CampaignMembership).c
_EVENT = table_of(models.EngagementEvent).c
_EVENT_SENDER = table_of(models.EventSender).c


@input_type
class CountFilter:
    """By a number of times. What was never reported is in no range."""

    eq: int | None = operator("Exactly so many.")
    ne: int | None = operator("Another number, or never reported.")
    in_: list[int] | None = operator("One of these numbers.", "in")
    not_in: list[int] | None = operator("None of these numbers, or never reported.")
    lt: int | None = operator("Less than so many.")
    lte: int | None = operator("At most so many.")
    gt: int | None = operator("More than so many.")
    gte: int | None = operator("At least so many.")
    is_null: bool | None = operator("Whether it was never reported.")

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self) + ranged(column, self)


@input_type
class EngagementStateFilter(Level):
    """How it stands in campaigns. Everything given must hold; records without engagement fulfil nothing asked of its state."""

    stages: list[EngagementStage] | None = operator("The status is at one of these stages.")
    furthest_stages: list[EngagementStage] | None = operator("They came as far as one of these, and no further.")
    channels: list[str] | None = operator("The status is of one of these channels.")
    steps: list[int] | None = operator("The status is of one of these messages.")
    sequence_statuses: list[SequenceStatus] | None = operator("The sequence stands so.")
    replied: bool | None = operator("Whether they replied, by the reply analysis.")
    replies: CountFilter | None = operator("By replies, by the reply analysis.")
    opens: CountFilter | None = operator("By opens. Weak evidence.")
    clicks: CountFilter | None = operator("By clicks. Weak evidence.")
    is_backwards: bool | None = operator("Whether the status is behind one before it.")
    last_engaged_at: DateTimeFilter | None = operator("By when something last happened, as Enginy reports it.")
    reported_at: DateTimeFilter | None = operator("By when a report last changed anything.")
    status: TextFilter | None = operator("By the status in its own words.")
    campaign_id: IdFilter | None = operator("By the campaigns they are or were in.")
    sender_id: IdFilter | None = operator("By those who sent them something.")
    and_: list["EngagementStateFilter"] | None = operator("All of these hold; an empty list always does.", "and")
    or_: list["EngagementStateFilter"] | None = operator("One of these holds, or more; an empty list never does.", "or")
    not_: "EngagementStateFilter | None" = operator(
        "This does not hold; so it is where there is no engagement at all.", "not"
    )

    def on(self, name: str, record_id: ColumnElement[Any]) -> Conditions:
        found = self._state()
        conditions: Conditions = [is_one_of(record_id, select(_STATE.record_id).where(*found))] if found else []
        if self.campaign_id:
            members = select(_MEMBER.record_id)
            conditions += self.campaign_id.on_many("campaignId", record_id, _MEMBER.campaign_id, members)
        if self.sender_id:
            sent = select(_EVENT.record_id).join_from(
                table_of(models.EngagementEvent), table_of(models.EventSender), _EVENT_SENDER.event_id == _EVENT.id
            )
            conditions += self.sender_id.on_many("senderId", record_id, _EVENT_SENDER.sender_id, sent)
        for each in self.and_ or ():
            conditions += each.on(name, record_id)
        if self.or_ is not None:
            conditions.append(or_(false(), *(and_(true(), *each.on(name, record_id)) for each in self.or_)))
        return conditions + ([complement(self.not_.on(name, record_id))] if self.not_ else [])

    def _state(self) -> Conditions:
        c = _STATE
        found: Conditions = []
        for column, among in (
            (c.stage, self.stages),
            (c.furthest_stage, self.furthest_stages),
            (c.sequence_status, self.sequence_statuses),
            (c.channel, self.channels),
        ):
            if among is not None:
                for text in among:
                    check_text("engagement", text, MAX_TEXT)
                found.append(is_among(column, [str(each) for each in among]))
        found += [is_among(c.step, self.steps)] if self.steps is not None else []
        found += [c.replied.is_(self.replied)] if self.replied is not None else []
        found += [c.is_backwards.is_(self.is_backwards)] if self.is_backwards is not None else []
        for name, wanted, column in (
            ("replies", self.replies, c.replies),
            ("opens", self.opens, c.opens),
            ("clicks", self.clicks, c.clicks),
            ("lastEngagedAt", self.last_engaged_at, c.last_engaged_at),
            ("reportedAt", self.reported_at, c.reported_at),
            ("engagementStatus", self.status, c.status),
        ):
            found += wanted.on(name, column) if wanted else []
        return found
