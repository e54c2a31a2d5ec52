"""Pairs of records that may be one, with the evidence, waiting for a person."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class DuplicateState(StrEnum):
    OPEN = "open"
    DISMISSED = "dismissed"


class PossibleDuplicate(SQLModel, table=True):
    """One row a pair; the smaller id stands first, so that a pair has one row."""

    __tablename__ = "possible_duplicate"
    __table_args__ = (Index("ix_possible_duplicate_found", "state", "found_at", "first_id", "second_id"),)

    entity: str = Field(primary_key=True, sa_type=Token)
    first_id: str = Field(primary_key=True, sa_type=Token)
    second_id: str = Field(primary_key=True, sa_type=Token)
    evidence: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)
    state: str = Field(default=DuplicateState.OPEN, sa_type=Text)
    run_id: str | None = Field(default=None, sa_type=Token)
    found_at: datetime = Field(sa_type=UTCDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UTCDateTime)  # when a person said that these are two
    settled_by: str | None = Field(default=None, sa_type=Token)
