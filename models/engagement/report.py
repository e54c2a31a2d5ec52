"""The history of engagement: every value that was ever reported under a mapped name, as it came and as it was read."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class EngagementReport(SQLModel, table=True):
    """One row per record, name and change; a repeated value adds none. Made from the ledger of changes, by the mapping."""

    __tablename__ = "engagement_report"
    __table_args__ = (
        Index("ix_engagement_report_record", "record_id", "received_at", "id"),
        Index("ix_engagement_report_name", "entity", "name", "record_id"),
        Index("ix_engagement_report_run", "run_id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    record_id: str = Field(sa_type=Token)
    field: str = Field(sa_type=Token)  # an EngagementField
    name: str = Field(sa_type=Token)  # as it was sent
    old_raw: Any = Field(default=None, sa_type=JsonDocument, nullable=True)
    new_raw: Any = Field(default=None, sa_type=JsonDocument, nullable=True)
    old_parsed: Any = Field(
        default=None, sa_type=JsonDocument, nullable=True
    )  # as `parsing.read_value` gives it; None if it cannot be read
    new_parsed: Any = Field(default=None, sa_type=JsonDocument, nullable=True)
    change_id: str = Field(sa_type=Token)
    run_id: str = Field(sa_type=Token)
    received_at: datetime = Field(sa_type=UTCDateTime)
    event_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # a time that came with it
    is_backwards: bool = False
