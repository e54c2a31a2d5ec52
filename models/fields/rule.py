"""Mappings: where an incoming name leads, who decided that, and since when it holds."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class MappingStatus(StrEnum):
    """SUGGESTED waits for a person; AUTOMATIC and BUILT_IN and CONFIRMED are in force; REJECTED is never asked again."""

    SUGGESTED = "suggested"
    AUTOMATIC = "automatic"
    BUILT_IN = "built_in"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


IN_FORCE = frozenset((MappingStatus.AUTOMATIC, MappingStatus.BUILT_IN, MappingStatus.CONFIRMED))


class FieldMapping(SQLModel, table=True):
    """One row a version: a change of mind closes the row before it. `target` is `engagement:status`, `field:title`,
    `custom:budget`, or empty for a name that leads nowhere on purpose.

    A value belongs to the version whose span holds the time it was received; without `valid_from` that is all time.
    """

    __tablename__ = "field_mapping"
    __table_args__ = (Index("ix_field_mapping_name", "entity", "name", "created_at"),)

    id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    name: str = Field(sa_type=Token)
    target: str = Field(sa_type=Token)
    status: str = Field(sa_type=Token)
    confidence: float
    reasons: list[Any] = Field(default_factory=list, sa_type=JsonDocument)  # sentences
    valid_from: datetime | None = Field(default=None, sa_type=UTCDateTime)
    valid_to: datetime | None = Field(default=None, sa_type=UTCDateTime)
    superseded_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # no longer what is thought
    version: int = 1
    run_id: str | None = Field(default=None, sa_type=Token)
    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: str = Field(sa_type=Token)


class AlertKind(StrEnum):
    """SILENT: a mapped name no longer comes. RENAMED: another took its place. SHAPE_CHANGED: its values are no longer read."""

    SILENT = "silent"
    RENAMED = "renamed"
    SHAPE_CHANGED = "shape_changed"


class AlertState(StrEnum):
    OPEN = "open"
    DISMISSED = "dismissed"
    SETTLED = "settled"  # the name came again, or is mapped otherwise


class FieldAlert(SQLModel, table=True):
    """One row a drift of a mapped name, with what may be done about it."""

    __tablename__ = "field_alert"
    __table_args__ = (Index("ix_field_alert_name", "entity", "name", "state"),)

    id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    name: str = Field(sa_type=Token)
    kind: str = Field(sa_type=Token)
    state: str = Field(sa_type=Token)
    since: datetime = Field(sa_type=UTCDateTime)
    found_at: datetime = Field(sa_type=UTCDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    message: str = Field(sa_type=Token)
    suggested_name: str | None = Field(default=None, sa_type=Token)  # the name that may have taken its place
    suggested_target: str | None = Field(default=None, sa_type=Token)
    run_id: str | None = Field(default=None, sa_type=Token)
