"""Runs: the one ledger. Every write act and every sync is a run that says who, what, when, and what was decided."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, LargeBinary, Text
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class Door(StrEnum):
    """Through which door an act came."""

    REST = "rest"
    GRAPHQL = "graphql"
    CLI = "cli"


class Source(StrEnum):
    """On whose behalf an act was done; rules about stale copies hang on this, not on the door."""

    ENGINY = "enginy"
    PERSON = "person"
    SCRIPT = "script"
    SYSTEM = "system"


class RunStatus(StrEnum):
    """SUCCEEDED: every item; PARTLY: some items failed; FAILED: none was taken; REFUSED: the body was no batch.

    UNFINISHED: a long act stores slice by slice, and the last slice has not come, or never will.
    """

    SUCCEEDED = "succeeded"
    PARTLY = "partly"
    FAILED = "failed"
    REFUSED = "refused"
    UNFINISHED = "unfinished"


class Run(SQLModel, table=True):
    """One row an act. Items and decisions are kept compressed (zlib over JSON) until the retention has passed.

    What a long act decided is kept apart until its end; see `run_slice`.
    """

    __table_args__ = (Index("ix_run_started", "started_at", "id"),)

    id: str = Field(primary_key=True, sa_type=Token)
    act: str = Field(sa_type=Text)  # the resolver's name, such as sync_contacts
    entity: str | None = Field(default=None, sa_type=Token)
    door: str = Field(sa_type=Text)
    source: str = Field(sa_type=Token)
    actor_id: str = Field(sa_type=Token)
    actor_label: str = Field(sa_type=Text)
    request_id: str | None = Field(default=None, sa_type=Token)
    status: str = Field(sa_type=Text)
    message: str | None = Field(default=None, sa_type=Text)  # why a body was refused
    started_at: datetime = Field(sa_type=UTCDateTime)
    duration_ms: float = 0
    counts: dict[str, int] = Field(default_factory=dict, sa_type=JsonDocument)
    items: bytes | None = Field(default=None, sa_type=LargeBinary)
    decisions: bytes | None = Field(default=None, sa_type=LargeBinary)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)  # what the act was told beside its items
    reverts: str | None = Field(default=None, sa_type=Token)  # the run that this one undoes
    reverted_by: str | None = Field(default=None, sa_type=Token)  # the last run that undoes, or undid, this one
    reached: str | None = Field(default=None, sa_type=Token)  # the record up to which an unfinished run is done
