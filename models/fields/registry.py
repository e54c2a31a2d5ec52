"""The registry of custom fields: every name that was ever written and is no column, with what its values look like."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from models.columns import JsonDocument, Token, UTCDateTime

ZERO = {"server_default": "0"}  # of columns that came to a table with rows


class CustomFieldDefinition(SQLModel, table=True):
    """One row a name. `count` is the number of writes that carried it, `filled` the number of records that hold a value."""

    __tablename__ = "custom_field_definition"

    entity: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(primary_key=True, sa_type=Token)
    type: str = Field(sa_type=Token)  # on the wire: string, number, …, mixed
    count: int = 0
    filled: int = Field(default=0, sa_column_kwargs=ZERO)
    shapes: dict[str, int] = Field(
        default_factory=dict, sa_type=JsonDocument, sa_column_kwargs={"server_default": "{}"}
    )  # FieldShape -> values seen
    samples: list[Any] = Field(default_factory=list, sa_type=JsonDocument)
    first_seen: datetime = Field(sa_type=UTCDateTime)
    last_seen: datetime = Field(sa_type=UTCDateTime)
    first_run_id: str | None = Field(default=None, sa_type=Token)
    last_run_id: str | None = Field(default=None, sa_type=Token)
    missed: int = Field(
        default=0, sa_column_kwargs=ZERO
    )  # updates in a row that should have carried it, by records that hold it, and did not
    unread: int = Field(
        default=0, sa_column_kwargs=ZERO
    )  # values in a row that could not be read as what it is mapped to


class FieldSighting(SQLModel, table=True):
    """One row per name and run that brought it. By it the stored past of a name is found."""

    __tablename__ = "field_sighting"
    __table_args__ = (Index("ix_field_sighting_run", "run_id"), {"sqlite_with_rowid": False})

    entity: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(primary_key=True, sa_type=Token)
    run_id: str = Field(primary_key=True, sa_type=Token)
    count: int = 0
    at: datetime = Field(sa_type=UTCDateTime)
