"""People's sessions: a browser that signed in, known by a secret in its cookie that is kept here as a hash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, Text, bindparam, delete, select
from sqlmodel import Field, SQLModel

from models.access.secret import hash_secret, new_secret
from models.base import table_of
from models.columns import Token, UTCDateTime, new_id
from models.database.engine import Database
from models.database.session import Session
from models.user import User

AGENT_LENGTH = 300  # characters of a browser's name for itself


class SignInMethod(StrEnum):
    """How a person proved who they are."""

    PASSWORD = "password"  # noqa: S105  a word, not a password
    LINK = "link"


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How long a session lives: unused, and at most."""

    idle: timedelta = timedelta(hours=72)  # from Friday evening to Monday morning, and then some
    longest: timedelta = timedelta(days=30)


class UserSession(SQLModel, table=True):
    """One row a signed-in browser. Signing out, or an end by time, deletes it: what is gone cannot be used."""

    __tablename__ = "user_session"
    __table_args__ = (Index("ix_user_session_user", "user_id"),)

    id: str = Field(primary_key=True, sa_type=Token)
    hash: bytes = Field(unique=True, repr=False, sa_type=LargeBinary)
    user_id: str = Field(sa_type=Token)
    method: str = Field(sa_type=Token)  # a SignInMethod
    user_agent: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UTCDateTime)
    last_seen_at: datetime = Field(sa_type=UTCDateTime)  # to the minute
    expires_at: datetime = Field(sa_type=UTCDateTime)

    def is_alive(self, now: datetime, rules: SessionRules) -> bool:
        return now < self.expires_at and now - self.last_seen_at < rules.idle


_SESSION, _USER = table_of(UserSession), table_of(User)
_WITH_PERSON = (
    select(*_SESSION.c, *_USER.c)
    .join(_USER, _USER.c.id == _SESSION.c.user_id)
    .where(_SESSION.c.hash == bindparam("hash"), _USER.c.deactivated_at.is_(None))
)


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A session at the only moment its secret is known."""

    record: UserSession
    user: User
    secret: str


async def open_session(
    session: Session, user: User, method: SignInMethod, *, user_agent: str, now: datetime, rules: SessionRules
) -> OpenedSession:
    """Store a new session for this person, and forget those of anybody that have come to their end."""
    table, c = table_of(UserSession), table_of(UserSession).c
    await session.exec(delete(table).where((c.expires_at <= now) | (c.last_seen_at <= now - rules.idle)))
    secret = new_secret()
    record = UserSession(
        id=new_id("session"),
        hash=hash_secret(secret),
        user_id=user.id,
        method=method.value,
        user_agent=_shown(user_agent),
        created_at=now,
        last_seen_at=now,
        expires_at=now + rules.longest,
    )
    session.add(record)
    return OpenedSession(record, user, secret)


async def find_session(db: Database, secret: str) -> tuple[UserSession, User] | None:
    """The session with this secret and its person; None where there is none, or the person has left."""
    rows = await db.glance(_WITH_PERSON, hash=hash_secret(secret))
    if not rows:
        return None
    values = list(rows[0])
    opened, person = (
        dict(zip(table.c.keys(), part, strict=True))
        for table, part in ((_SESSION, values[: len(_SESSION.c)]), (_USER, values[len(_SESSION.c) :]))
    )
    return UserSession(**opened), User(**person)


async def close_session(session: Session, secret: str) -> None:
    """End the session with this secret, if there is one."""
    table = table_of(UserSession)
    await session.exec(delete(table).where(table.c.hash == hash_secret(secret)))


async def close_sessions(session: Session, user_id: str, *, but: Sequence[str] = ()) -> int:
    """End a person's sessions, but for those named; how many there were."""
    table = table_of(UserSession)
    theirs = (table.c.user_id == user_id) & table.c.id.not_in(but)
    return int((await session.exec(delete(table).where(theirs))).rowcount)


def _shown(user_agent: str) -> str:
    """What a browser says of itself, as far as both databases can hold it and a list can show it."""
    return "".join(each for each in user_agent if each.isprintable())[:AGENT_LENGTH]
