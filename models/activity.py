"""A message sent or received, or a connection made: what happened with a contact outside this system."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class Activity(SQLModel, table=True):
    """One row an event, never changed. `happened_at` is when it happened, or when it was received if nobody said."""

    __table_args__ = (
        Index("ix_activity_contact", "contact_id", "happened_at", "id"),
        Index("ix_activity_company", "company_id", "happened_at", "id"),
        Index("ix_activity_happened", "happened_at", "id"),
        Index(
            "uq_activity_message",
            "message_id",
            "type",
            "direction",
            "contact_id",
            unique=True,
            sqlite_where=text("message_id IS NOT NULL"),
            postgresql_where=text("message_id IS NOT NULL"),
        ),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    type: str = Field(sa_type=Token)  # EMAIL, LINKEDIN, … as sent: vendors add words
    direction: str = Field(default="", sa_type=Token)  # INBOUND, OUTBOUND, or empty when not said
    subject: str | None = Field(default=None, sa_type=Text)
    body: str | None = Field(default=None, sa_type=Text)  # may be HTML
    owner_id: str | None = Field(default=None, sa_type=Token)
    contact_id: str = Field(default="", sa_type=Token)  # as sent, known here or not; empty when unattached
    company_id: str = Field(default="", sa_type=Token)
    occurred_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    happened_at: datetime = Field(sa_type=UTCDateTime)
    details: dict[str, Any] | None = Field(default=None, sa_type=JsonDocument)  # Enginy's `metadata`
    message_id: str | None = Field(default=None, sa_type=Token)
    # Recovered from the details or, where they are silent, from the subject's pattern.
    step: int | None = None  # of the sequence's messages, from 1
    steps: int | None = None
    sender: str | None = Field(default=None, sa_type=Text)  # in whose name
    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: str = Field(sa_type=Token)
