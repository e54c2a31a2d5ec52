"""Items that could not be done, over all runs: what a run keeps of them, in rows that can be looked for."""

from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token


class FailedItem(SQLModel, table=True):
    """One row an item of a run that failed. Runs sort by their ids, so the key is the order they were made in.

    An item is open while the foreign record it is about leads to none of ours, and no later item is about the same one.
    """

    __tablename__ = "failed_item"
    __table_args__ = (
        Index("ix_failed_item_open", "is_open", "code", "run_id", "place"),
        Index("ix_failed_item_external", "external_id", "entity"),
    )

    run_id: str = Field(primary_key=True, sa_type=Token)
    place: int = Field(primary_key=True)
    entity: str | None = Field(default=None, sa_type=Token)
    external_id: str | None = Field(default=None, sa_type=Token)
    code: str = Field(sa_type=Token)
    is_open: bool
    decision: dict[str, Any] = Field(default_factory=dict, sa_type=JsonDocument)  # as the run keeps it
