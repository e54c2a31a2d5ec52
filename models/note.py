"""What somebody here wrote down about a contact, a company or a deal."""

from sqlalchemy import Index, Text
from sqlmodel import Field

from models.base import SoftDeleted, Stamped
from models.columns import Token


class Note(Stamped, SoftDeleted, table=True):
    """One row a note. `entity` tells what kind of record `record_id` names; who made the row is the author."""

    __table_args__ = (Index("ix_note_record", "record_id", "created_at", "id"),)

    id: str = Field(primary_key=True, sa_type=Token)
    entity: str = Field(sa_type=Token)
    record_id: str = Field(sa_type=Token)
    body: str = Field(sa_type=Text)  # plain text or Markdown, exactly as it was written
    is_pinned: bool = False
