"""The registry of custom fields: every name that was ever written and is no column, with what its values look like."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime


class CustomFieldDefinition(SQLModel, table=True):
    """One row a name. `count` is the number of writes that carried it."""

    __tablename__ = "custom_field_definition"

    entity: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(primary_key=True, sa_type=Token)
    type: str = Field(sa_type=Token)
    count: int = 0
    samples: list[Any] = Field(default_factory=list, sa_type=JsonDocument)
    first_seen: datetime = Field(sa_type=UTCDateTime)
    last_seen: datetime = Field(sa_type=UTCDateTime)
    last_run_id: str | None = Field(default=None, sa_type=Token)
