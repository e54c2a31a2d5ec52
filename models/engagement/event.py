"""What happened with somebody in campaigns: told by itself, or inferred from a state that moved. Nothing stands here twice."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from models.columns import Token, UTCDateTime


class EngagementEvent(SQLModel, table=True):
    """One row an event. Made from activities and reports, and made anew whenever one of them comes.

    Its id follows from what it was made of, so it stays the same.
    """

    __tablename__ = "engagement_event"
    __table_args__ = (
        Index("ix_engagement_event_record", "record_id", "occurred_at", "id"),
        Index("ix_engagement_event_kind", "entity", "kind", "occurred_at", "record_id"),
        Index("ix_engagement_event_activity", "activity_id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    record_id: str = Field(sa_type=Token)
    kind: str = Field(sa_type=Token)  # an EventKind
    channel: str | None = Field(default=None, sa_type=Token)
    step: int | None = None  # of the sequence's messages, from 1
    steps: int | None = None
    count: int = 1  # how often, for opens and clicks that came together
    certainty: str = Field(sa_type=Token)
    occurred_at: datetime = Field(sa_type=UTCDateTime)  # the best that is known: told, or the later bound
    earliest_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # None: nobody knows since when
    latest_at: datetime = Field(sa_type=UTCDateTime)
    known_at: datetime = Field(sa_type=UTCDateTime)  # since when we know of it
    campaign_attribution: str = Field(sa_type=Token)  # an Attribution; which ones stands in event_campaign
    sender_attribution: str = Field(sa_type=Token)
    activity_id: str | None = Field(default=None, sa_type=Token)  # evidence: the activity
    report_id: str | None = Field(default=None, sa_type=Token)  # evidence: the report that moved
    text: str | None = Field(default=None, sa_type=Text)  # the status in its own words, where they are new to us


class EventCampaign(SQLModel, table=True):
    """An event belongs to a campaign, or to one of several that share it."""

    __tablename__ = "event_campaign"
    __table_args__ = (Index("ix_event_campaign_campaign", "campaign_id", "event_id"), {"sqlite_with_rowid": False})

    event_id: str = Field(primary_key=True, sa_type=Token)
    campaign_id: str = Field(primary_key=True, sa_type=Token)


class EventSender(SQLModel, table=True):
    """An event was a sender's doing, or one's of several that share it."""

    __tablename__ = "event_sender"
    __table_args__ = (Index("ix_event_sender_sender", "sender_id", "event_id"), {"sqlite_with_rowid": False})

    event_id: str = Field(primary_key=True, sa_type=Token)
    sender_id: str = Field(primary_key=True, sa_type=Token)
