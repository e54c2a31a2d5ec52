"""A person the company knows or sells to."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text
from sqlmodel import Field

from models.base import SoftDeleted, Stamped, table_of
from models.columns import JsonDocument, Token, UTCDateTime
from models.letters import letters


class Contact(Stamped, SoftDeleted, table=True):
    """One row a person. `id` is Enginy's crmId and GraphQL's ID; text fields hold exactly what was sent."""

    __table_args__ = (
        Index("ix_contact_updated", "updated_at", "id"),
        Index("ix_contact_created", "created_at", "id"),
        Index("ix_contact_activity", "last_activity_at", "id"),
        Index("ix_contact_score", "lead_score", "id"),
        Index("ix_contact_owner", "owner_id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    email: str | None = Field(default=None, sa_type=Text)
    first_name: str | None = Field(default=None, sa_type=Text)
    last_name: str | None = Field(default=None, sa_type=Text)
    full_name: str | None = Field(default=None, sa_type=Text)
    phone: str | None = Field(default=None, sa_type=Text)
    mobile_phone: str | None = Field(default=None, sa_type=Text)
    company_name: str | None = Field(default=None, sa_type=Text)  # Enginy's text; the linked record is an association
    title: str | None = Field(default=None, sa_type=Text)
    linkedin_url: str | None = Field(default=None, sa_type=Text)
    location: str | None = Field(default=None, sa_type=Text)
    city: str | None = Field(default=None, sa_type=Text)
    state: str | None = Field(default=None, sa_type=Text)
    country: str | None = Field(default=None, sa_type=Text)
    industry: str | None = Field(default=None, sa_type=Text)
    website: str | None = Field(default=None, sa_type=Text)
    bio: str | None = Field(default=None, sa_type=Text)
    tags: list[str] | None = Field(default=None, sa_type=JsonDocument)
    lead_score: float | None = None
    lifecycle_stage: str | None = Field(default=None, sa_type=Text)
    owner_id: str | None = Field(default=None, sa_type=Token)  # a user's id, or the text of an owner nobody here knows
    custom_fields: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)
    # Field -> version of the last write to it by anyone but Enginy; a stale copy from there must not undo it.
    edits: dict[str, int] = Field(default_factory=dict, sa_type=JsonDocument)
    last_activity_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


_columns = table_of(Contact).c
Index("ix_contact_last_name", letters(_columns.last_name), _columns.id)
Index("ix_contact_company_name", letters(_columns.company_name), _columns.id)
