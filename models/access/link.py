"""One-time sign-in links: made by the operator, good once and for a few minutes."""

from datetime import datetime, timedelta

from sqlalchemy import LargeBinary, delete
from sqlmodel import Field, SQLModel, select

from models.access.secret import hash_secret, new_secret
from models.base import table_of
from models.columns import Token, UTCDateTime, new_id
from models.database.session import Session
from models.user import User

GOOD_FOR = timedelta(minutes=15)


class SignInLink(SQLModel, table=True):
    """One row a link that nobody has used yet; using it deletes it. Only a hash of its token is stored."""

    __tablename__ = "sign_in_link"

    id: str = Field(primary_key=True, sa_type=Token)
    hash: bytes = Field(unique=True, repr=False, sa_type=LargeBinary)
    user_id: str = Field(sa_type=Token)
    created_at: datetime = Field(sa_type=UTCDateTime)
    expires_at: datetime = Field(sa_type=UTCDateTime)


async def make_link(session: Session, user_id: str, *, now: datetime) -> str:
    """The token of a new link for this person. Links made for them before, and those of anybody that are too old, go."""
    await drop_links(session, user_id, now=now)
    token = new_secret()
    session.add(
        SignInLink(
            id=new_id("link"),
            hash=hash_secret(token),
            user_id=user_id,
            created_at=now,
            expires_at=now + GOOD_FOR,
        )
    )
    return token


async def drop_links(session: Session, user_id: str, *, now: datetime) -> None:
    """Take a person's links away, and with them those that are too old."""
    table = table_of(SignInLink)
    await session.exec(delete(table).where((table.c.user_id == user_id) | (table.c.expires_at <= now)))


async def use_link(session: Session, token: str, *, now: datetime) -> User | None:
    """The person a token signs in, once; None for one that is used up, too old or made up, or whose person has left."""
    found = await session.exec(select(SignInLink).where(SignInLink.hash == hash_secret(token)).with_for_update())
    link = found.first()
    if link is None:
        return None
    await session.delete(link)
    await session.flush()
    user = await session.get(User, link.user_id)
    return user if user is not None and user.deactivated_at is None and now < link.expires_at else None
