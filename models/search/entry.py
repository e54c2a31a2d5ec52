"""The index: one row a record, with the folded words it is found by.

What a database needs besides to find words quickly hangs on this table and is kept by the database itself: an index on
PostgreSQL, a full-text table with triggers on SQLite (see `models/database/words.py`).
"""

from typing import Any

from sqlalchemy import BigInteger, Index, Integer, Text
from sqlmodel import Field, SQLModel

from models.base import table_of
from models.columns import Token
from models.database.words import is_kept_by_database


class SearchEntry(SQLModel, table=True):
    """One row a record. A record that changes gets a new row, so that the highest numbers changed last."""

    __tablename__ = "search_entry"
    __table_args__ = (Index("ix_search_entry_record", "record_id", "entity", unique=True),)

    number: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer, "sqlite"),
    )
    entity: str = Field(sa_type=Token)
    record_id: str = Field(sa_type=Token)
    words: str = Field(sa_type=Text)  # with spaces between; each begins with a letter that tells whose word it is


def is_defined_here(name: str | None, _type: str, _parents: Any) -> bool:
    """Whether a table or an index found in a database is one of those defined in Python, for comparing the two."""
    return not is_kept_by_database(table_of(SearchEntry).c.words, name)
