"""What is known of somebody's engagement now: one row a record, read from the reports and kept beside them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class Engagement(SQLModel, table=True):
    """One row a contact or company of which engagement was ever reported or observed. Every column can be made anew."""

    __table_args__ = (
        Index("ix_engagement_stage", "stage_rank", "record_id"),
        Index("ix_engagement_furthest", "furthest_rank", "record_id"),
        Index("ix_engagement_engaged", "last_engaged_at", "record_id"),
        *(
            Index(
                f"ix_engagement_{name}",
                name,
                "record_id",
                postgresql_where=sql(f"{name} IS NOT NULL"),
                sqlite_where=sql(f"{name} IS NOT NULL"),
            )
            for name in ("opens", "clicks", "replies")
        ),
    )

    record_id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    status: str | None = Field(default=None, sa_type=Text)  # the text as sent
    stage: str | None = Field(default=None, sa_type=Token)  # an EngagementStage
    stage_rank: int = 0
    step: int | None = None
    steps: int | None = None
    channel: str | None = Field(default=None, sa_type=Token)  # EMAIL, LINKEDIN, …: vendors add words
    furthest_stage: str | None = Field(default=None, sa_type=Token)  # by status and by events
    furthest_rank: int = 0
    is_backwards: bool = False  # the status is behind one that was reported before
    sequence_status: str | None = Field(default=None, sa_type=Token)
    sequence_steps: list[Any] | None = Field(default=None, sa_type=JsonDocument)
    opens: int | None = None
    clicks: int | None = None
    opened: bool | None = None
    clicked: bool | None = None
    replied: bool | None = None
    replies: int | None = None
    activities: list[Any] | None = Field(default=None, sa_type=JsonDocument)
    senders: list[str] | None = Field(default=None, sa_type=JsonDocument)
    campaigns: list[str] | None = Field(default=None, sa_type=JsonDocument)
    constants: dict[str, Any] | None = Field(default=None, sa_type=JsonDocument)
    unread: list[str] | None = Field(default=None, sa_type=JsonDocument)  # names whose value could not be read
    last_engaged_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    reported_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # when a report last changed anything
