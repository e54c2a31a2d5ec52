"""An organization contacts work for, and which contacts belong to it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel

from models.base import SoftDeleted, Stamped, table_of
from models.columns import JsonDocument, Token, UTCDateTime
from models.letters import letters


class Company(Stamped, SoftDeleted, table=True):
    """One row an organization. `id` is Enginy's crmId and GraphQL's ID."""

    __table_args__ = (
        Index("ix_company_updated", "updated_at", "id"),
        Index("ix_company_created", "created_at", "id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    name: str | None = Field(default=None, sa_type=Text)
    domain: str | None = Field(default=None, sa_type=Text)
    website: str | None = Field(default=None, sa_type=Text)
    industry: str | None = Field(default=None, sa_type=Text)
    number_of_employees: int | None = None
    linkedin_url: str | None = Field(default=None, sa_type=Text)
    location: str | None = Field(default=None, sa_type=Text)
    description: str | None = Field(default=None, sa_type=Text)
    revenue: str | None = Field(default=None, sa_type=Text)
    company_type: str | None = Field(default=None, sa_type=Text)
    founded_year: int | None = None
    technologies_used: str | None = Field(default=None, sa_type=Text)
    tags: list[str] | None = Field(default=None, sa_type=JsonDocument)
    owner_id: str | None = Field(default=None, sa_type=Token)
    custom_fields: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)
    edits: dict[str, int] = Field(default_factory=dict, sa_type=JsonDocument)
    last_activity_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


_columns = table_of(Company).c
Index("ix_company_name", letters(_columns.name), _columns.id)


class Association(SQLModel, table=True):
    """A contact belongs to a company; of a contact's companies one is the main one."""

    __table_args__ = (
        Index("ix_association_company", "company_id", "contact_id"),
        Index(
            "uq_association_main",
            "contact_id",
            unique=True,
            sqlite_where=text("is_main = 1"),
            postgresql_where=text("is_main"),
        ),
    )

    contact_id: str = Field(primary_key=True, foreign_key="contact.id", sa_type=Token)
    company_id: str = Field(primary_key=True, foreign_key="company.id", sa_type=Token)
    is_main: bool = False
    created_at: datetime = Field(sa_type=UTCDateTime)
