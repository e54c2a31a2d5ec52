"""A member of the team: owner of contacts, deals and tasks, and somebody who signs in."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from models.columns import Token, UTCDateTime

FIRST_ADMIN = "admin"  # the id of the admin that a first start makes


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
    password_hash: str | None = Field(default=None, repr=False, sa_type=Text)
    password_set_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    created_at: datetime = Field(sa_type=UTCDateTime)
    deactivated_at: datetime | None = Field(default=None, sa_type=UTCDateTime)

    @property
    def is_technical(self) -> bool:
        """True for the first admin until somebody makes it a person, by giving it an e-mail address."""
        return self.id == FIRST_ADMIN and self.email is None
