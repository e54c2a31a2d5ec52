"""Which record of another system is which of ours, and what that system holds of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, LargeBinary, Text
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime

ENGINY = "enginy"


class ExternalLink(SQLModel, table=True):
    """One row a foreign record. The shadow is the named fields the other side last sent, in its own names."""

    __tablename__ = "external_link"
    __table_args__ = (Index("ix_external_link_record", "record_id"),)

    entity: str = Field(primary_key=True, sa_type=Token)
    source: str = Field(primary_key=True, sa_type=Token)
    external_id: str = Field(primary_key=True, sa_type=Token)
    record_id: str = Field(sa_type=Token)
    strategy: str = Field(sa_type=Text)  # how the link came about
    shadow: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)
    # The record's version when the shadow's values came, and the exceptions to it: name -> version.
    shadow_version: int = 0
    shadow_since: dict[str, int] = Field(default_factory=dict, sa_type=JsonDocument)
    # Property -> the shadow's value when a person asked for it to be cleared over there.
    clears: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)
    fingerprint: bytes | None = Field(default=None, sa_type=LargeBinary)  # of the item last decided
    decided_at: datetime = Field(sa_type=UTCDateTime)
    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: str = Field(sa_type=Token)
