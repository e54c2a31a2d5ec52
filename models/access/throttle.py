"""How often signing in may fail: per account and per address, counted in the database so that all processes agree.

What is counted is an attempt, before its password is looked at: a thousand guesses sent at once are a thousand attempts.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import delete, update
from sqlmodel import Field, SQLModel, col, select

from models.base import table_of
from models.columns import Token, UTCDateTime
from models.database.engine import Database
from models.database.session import Session
from models.errors import TooManyAttempts

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 10
PER_ADDRESS = 100  # a whole office may stand behind one


class SignInThrottle(SQLModel, table=True):
    """One row a subject with recent attempts. The subject is a hash: whom somebody tried to be is nobody's business."""

    __tablename__ = "sign_in_throttle"

    subject: str = Field(primary_key=True, sa_type=Token)
    attempts: int
    since: datetime = Field(sa_type=UTCDateTime)


_TABLE = table_of(SignInThrottle)


@dataclass(frozen=True, slots=True)
class Subject:
    """What attempts are counted by, and how many there may be in a window."""

    key: str
    most: int


def account(name: str) -> Subject:
    """An account by what was typed, whether there is one or not: the answer must not tell."""
    return Subject(_hashed("account", name), PER_ACCOUNT)


def address(host: str) -> Subject:
    """Where a call comes from; of IPv6 the network, since a caller has billions of addresses in it."""
    try:
        parsed = ip_address(host)
    except ValueError:
        return Subject(_hashed("address", host), PER_ADDRESS)
    if isinstance(parsed, IPv6Address):
        mapped = parsed.ipv4_mapped
        host = str(mapped) if mapped is not None else str(IPv6Address(int(parsed) >> 64 << 64))
    return Subject(_hashed("address", host), PER_ADDRESS)


def _hashed(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind} {text}".encode("utf-8", "surrogatepass")).hexdigest()


async def count_attempt(db: Database, subjects: Iterable[Subject], now: datetime) -> None:
    """Count an attempt. Raises TooManyAttempts, and then counts and writes nothing."""
    wanted = {each.key: each for each in subjects}
    async with db.read() as session:
        _judge(wanted, await _rows(session, wanted), now)

    async def work(session: Session) -> None:
        await session.lock([f"attempts {key}" for key in wanted])
        rows = await _rows(session, wanted)
        _judge(wanted, rows, now)
        counting = [key for key, row in rows.items() if _is_open(row, now)]
        beginning = [key for key in wanted if key not in counting]
        await session.exec(delete(_TABLE).where(_TABLE.c.subject.in_(beginning)))
        await session.insert_rows(_TABLE, ("subject", "attempts", "since"), [(key, 1, now) for key in beginning])
        counted = update(_TABLE).where(_TABLE.c.subject.in_(counting)).values(attempts=_TABLE.c.attempts + 1)
        await session.exec(counted)

    await db.retrying(work)


async def forgive(session: Session, subjects: Iterable[Subject], now: datetime) -> None:
    """Forget the attempts of somebody who turned out to be right, and all that are too old to count."""
    keys = [each.key for each in subjects]
    await session.exec(delete(_TABLE).where(_TABLE.c.subject.in_(keys) | (_TABLE.c.since <= now - WINDOW)))


def _judge(wanted: dict[str, Subject], rows: dict[str, SignInThrottle], now: datetime) -> None:
    waits = [
        row.since + WINDOW - now for key, row in rows.items() if _is_open(row, now) and row.attempts >= wanted[key].most
    ]
    if waits:
        raise TooManyAttempts(max(1, round(max(waits).total_seconds())))


def _is_open(row: SignInThrottle, now: datetime) -> bool:
    """Whether the window has not passed; one that lies ahead was counted before the clock was set back."""
    return timedelta(0) <= now - row.since < WINDOW


async def _rows(session: Session, wanted: dict[str, Subject]) -> dict[str, SignInThrottle]:
    found = await session.exec(select(SignInThrottle).where(col(SignInThrottle.subject).in_(list(wanted))))
    return {row.subject: row for row in found.all()}
