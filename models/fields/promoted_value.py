"""Values of promoted custom fields, where an index finds them: which records may answer a filter by such a field.

The values themselves stay in the record. What stands here of one is what its filters compare.
"""

from datetime import datetime

from sqlalchemy import Float, Index, text
from sqlmodel import Field, SQLModel

from models.columns import Token, UTCDateTime

LONGEST_TEXT = 200  # characters: a longer text does not fit into an index, and is told by its beginning


class PromotedValue(SQLModel, table=True):
    """One row a record and promoted field of which it holds a value. Of what the value is not, there is nothing."""

    __tablename__ = "promoted_value"
    __table_args__ = (
        Index("ix_promoted_value_text", "entity", "name", "text"),
        *(
            Index(
                f"ix_promoted_value_{name}",
                "entity",
                "name",
                name,
                postgresql_where=text(f"{name} IS NOT NULL"),
                sqlite_where=text(f"{name} IS NOT NULL"),
            )
            for name in ("number", "moment")
        ),
    )

    record_id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(primary_key=True, sa_type=Token)
    text: str | None = Field(default=None, sa_type=Token)
    number: float | None = Field(default=None, sa_type=Float)
    moment: datetime | None = Field(default=None, sa_type=UTCDateTime)
