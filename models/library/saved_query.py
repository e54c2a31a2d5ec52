"""Saved queries: documents that people keep on the server, for themselves or for everyone."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class SavedQuery(SQLModel, table=True):
    """One row a query. Those that come with the server are none: they are part of the release."""

    __tablename__ = "saved_query"
    __table_args__ = (
        Index("ix_saved_query_owner", "owner_id", "title", "id"),
        Index("ix_saved_query_shared", "shared", "title", "id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    title: str = Field(sa_type=Token)  # lists go by it, in the same order on both databases
    description: str | None = Field(default=None, sa_type=Text)
    document: str = Field(sa_type=Text)
    variables: dict[str, Any] | None = Field(default=None, sa_type=JsonDocument)
    owner_id: str = Field(sa_type=Token)
    shared: bool = False  # whether everyone sees it
    created_at: datetime = Field(sa_type=UTCDateTime)
    updated_at: datetime = Field(sa_type=UTCDateTime)
