"""Values of promoted custom fields, where an index finds them, and has them in order: which records may answer a filter by
such a field, and which come first in an order by it.

The values themselves stay in the record. What stands here of one is what is compared.
"""

from datetime import datetime

from sqlalchemy import Float, Index, Text
from sqlalchemy import text as sql
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
                "record_id",
                postgresql_where=sql(f"{name} IS NOT NULL"),
                sqlite_where=sql(f"{name} IS NOT NULL"),
            )
            for name in ("letters", "number", "truth", "moment")
        ),
    )

    record_id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(primary_key=True, sa_type=Token)
    text: str | None = Field(default=None, sa_type=Token)
    letters: str | None = Field(default=None, sa_type=Text)  # the text as it is ordered: in lower case
    number: float | None = Field(default=None, sa_type=Float)
    truth: bool | None = None
    moment: datetime | None = Field(default=None, sa_type=UTCDateTime)
