"""A member of the team: owner of contacts, deals and tasks."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from models.columns import Token, UTCDateTime


class Role(StrEnum):
    """What a person may do; rep is the default for the people who sell."""

    ADMIN = "admin"
    REP = "rep"
    ANALYST = "analyst"


class User(SQLModel, table=True):
    """One row a person of the team. `id` is what Enginy sends as ownerId."""

    __tablename__ = "user_account"  # "user" is a reserved word in PostgreSQL

    id: str = Field(primary_key=True, sa_type=Token)
    name: str = Field(sa_type=Text)
    email: str | None = Field(default=None, unique=True, sa_type=Text)  # lower-cased
    role: str = Field(default=Role.REP, sa_type=Text)
    created_at: datetime = Field(sa_type=UTCDateTime)
    deactivated_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
