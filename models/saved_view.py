"""A way to look at a list that somebody keeps: which records, in which order, with which columns."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Index, Text
from sqlmodel import Field

from models.base import Stamped
from models.columns import JsonDocument, Token


class ViewEntity(StrEnum):
    """What a view lists."""

    CONTACT = "contact"
    COMPANY = "company"
    DEAL = "deal"
    TASK = "task"
    ACTIVITY = "activity"


class SavedView(Stamped, table=True):
    """One row a view. Filter, order and columns are kept as the program that draws the list wrote them."""

    __tablename__ = "saved_view"
    __table_args__ = (
        Index("uq_saved_view_name", "owner_id", "entity", "name", unique=True),
        Index("ix_saved_view_shared", "is_shared", "entity"),
    )

    id: str = Field(primary_key=True, sa_type=Token)
    owner_id: str = Field(sa_type=Token)  # an actor's id
    entity: str = Field(sa_type=Token)
    name: str = Field(sa_type=Text)
    filter: dict[str, Any] | None = Field(default=None, sa_type=JsonDocument)
    order_by: list[Any] | None = Field(default=None, sa_type=JsonDocument)
    columns: list[Any] | None = Field(default=None, sa_type=JsonDocument)
    is_shared: bool = False
    is_pinned: bool = False
    position: int = 0
