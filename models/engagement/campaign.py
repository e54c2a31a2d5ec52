"""Campaigns and senders: known by the names they are reported under, and who took part in which."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from models.columns import Token, UTCDateTime


class Campaign(SQLModel, table=True):
    """One row a campaign. `is_sure` when its name was seen alone, so that it is a whole name and not half of one."""

    id: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(unique=True, sa_type=Token)  # as reported
    is_sure: bool = False
    first_seen_at: datetime = Field(sa_type=UTCDateTime)
    last_seen_at: datetime = Field(sa_type=UTCDateTime)


class Sender(SQLModel, table=True):
    """One row a person in whose name messages are sent; `user_id` where it is a member of the team."""

    id: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(unique=True, sa_type=Token)  # as reported
    is_sure: bool = False
    user_id: str | None = Field(default=None, sa_type=Token)
    first_seen_at: datetime = Field(sa_type=UTCDateTime)
    last_seen_at: datetime = Field(sa_type=UTCDateTime)


class CampaignMembership(SQLModel, table=True):
    """A record takes part in a campaign. Where a status covers several campaigns, none of them is known to own it."""

    __tablename__ = "campaign_membership"
    __table_args__ = (
        Index("ix_campaign_membership_campaign", "campaign_id", "stage_rank", "record_id"),
        {"sqlite_with_rowid": False},
    )

    record_id: str = Field(primary_key=True, sa_type=Token)
    campaign_id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    attribution: str = Field(sa_type=Token)  # of the stage: CERTAIN, SHARED, or UNKNOWN where no status was reported
    stage: str | None = Field(default=None, sa_type=Token)
    stage_rank: int = 0
    step: int | None = None
    steps: int | None = None
    channel: str | None = Field(default=None, sa_type=Token)
    status: str | None = Field(default=None, sa_type=Text)
    entered_at: datetime = Field(sa_type=UTCDateTime)
    changed_at: datetime = Field(sa_type=UTCDateTime)
    left_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # since when it is no longer reported


class NameList(SQLModel, table=True):
    """One row a text that joined several names with commas. Side by side they show which commas belong to a name."""

    __tablename__ = "name_list"
    __table_args__ = {"sqlite_with_rowid": False}

    field: str = Field(primary_key=True, sa_type=Token)  # an EngagementField
    value: str = Field(primary_key=True, sa_type=Token)
