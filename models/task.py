"""Something a person has to do, often a step of a sequence."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from models.base import SoftDeleted, Stamped
from models.columns import Token, UTCDateTime


class Task(Stamped, SoftDeleted, table=True):
    """One row a task. Contact, company and owner are kept as Enginy sent them, known here or not."""

    __table_args__ = (
        Index("ix_task_contact", "contact_id", "due_at"),
        Index("ix_task_company", "company_id", "due_at"),
        Index("ix_task_owner", "owner_id", "due_at"),
        Index("ix_task_created", "created_at", "id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    subject: str = Field(sa_type=Text)
    description: str | None = Field(default=None, sa_type=Text)
    type: str | None = Field(default=None, sa_type=Token)  # "call", "email", "meeting": examples, not a closed list
    owner_id: str | None = Field(default=None, sa_type=Token)
    due_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    contact_id: str | None = Field(default=None, sa_type=Token)
    company_id: str | None = Field(default=None, sa_type=Token)
    completed: bool = False
    completed_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
