"""Changes: what a write did to a record, field by field. Nothing is overwritten without a trace."""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Index, false
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class Change(SQLModel, table=True):
    """One row per record and write. Ids sort in the order of the writes.

    `fields` and `custom_fields` map a name to {"old": …, "new": …}; a side that did not exist is missing.
    """

    __table_args__ = (
        Index("ix_change_record", "record_id", "id"),
        Index("ix_change_run", "run_id", "record_id"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    record_id: str = Field(sa_type=Token)
    run_id: str = Field(sa_type=Token)
    source: str = Field(sa_type=Token)
    actor_id: str = Field(sa_type=Token)
    at: datetime = Field(sa_type=UTCDateTime)
    version: int
    fields: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)
    custom_fields: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)
    # Nothing but values that engagement is read from: a timeline tells what they mean instead.
    engagement_only: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class LedgerEntry(msgspec.Struct):
    """A change on its way to the table, or read back from it; its fields are the columns."""

    id: str
    entity: str
    record_id: str
    run_id: str
    source: str
    actor_id: str
    at: datetime
    version: int
    fields: dict[str, Any]
    custom_fields: dict[str, Any]
    engagement_only: bool = False
