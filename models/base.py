"""What every table shares: names for constraints, and who wrote a record when."""

from datetime import datetime

from sqlalchemy import Table
from sqlmodel import Field, SQLModel

from models.columns import Token, UTCDateTime

# Named before the first table is defined: SQLite can only alter a constraint that has a name.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def table_of(model: type[SQLModel]) -> Table:
    """The Core table behind a table class."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


class Stamped(SQLModel):
    """Who made a record and who changed it last, as actors' ids; `version` counts the writes."""

    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: str = Field(sa_type=Token)
    updated_at: datetime = Field(sa_type=UTCDateTime)
    updated_by: str = Field(sa_type=Token)
    version: int = 1


class SoftDeleted(SQLModel):
    """A record that can be taken away and brought back; only live rows match and count as taken."""

    deleted_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
