"""Signing in: a password or a link becomes a session, or a refusal that tells nothing about who has an account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from models.access.link import use_link
from models.access.password import LONGEST, Passwords
from models.access.session import OpenedSession, SessionRules, SignInMethod, close_session, open_session
from models.access.throttle import Subject, account, address, count_attempt, forgive
from models.database.engine import Database
from models.database.session import Session
from models.errors import SignInFailed
from models.fields.cleaning import is_storable
from models.identity.email import normalize_email
from models.user import User

WRONG = "The e-mail address or the password is wrong"
USED_UP = "This link is not valid any more: it works once, and for 15 minutes. Ask for a new one"


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever wants to sign in, as far as the connection tells; `secret` is that of a session the browser has already."""

    host: str
    user_agent: str
    now: datetime
    secret: str | None = None


class Reception:
    """Where people sign in."""

    def __init__(self, db: Database, passwords: Passwords, rules: SessionRules) -> None:
        self._db = db
        self._passwords = passwords
        self._rules = rules

    async def by_password(self, email: str, password: str, caller: Caller) -> OpenedSession:
        """A session for the person with this address. Raises SignInFailed, always in the same words and after the same
        work, and TooManyAttempts.
        """
        known_as = normalize_email(email) or email.strip().lower()
        subjects = (account(known_as), address(caller.host))
        await count_attempt(self._db, subjects, caller.now)
        user = await self._find(known_as)
        stored = user.password_hash if user is not None else None
        if len(password) > LONGEST or not await self._passwords.fits(password, stored) or user is None:
            raise SignInFailed(WRONG)

        async def work(session: Session) -> OpenedSession:
            # The person may have left, or changed the password, while it was compared.
            same = (col(User.password_hash) == stored, *_active(known_as))
            if (await session.exec(select(User.id).where(*same))).first() is None:
                raise SignInFailed(WRONG)
            return await self._open(session, user, SignInMethod.PASSWORD, caller, subjects)

        return await self._db.retrying(work)

    async def _find(self, email: str) -> User | None:
        if not is_storable(email):
            return None
        async with self._db.read() as session:
            return (await session.exec(select(User).where(*_active(email)))).first()

    async def by_link(self, token: str, caller: Caller) -> OpenedSession:
        """A session for the person that a link was made for. Raises SignInFailed, and TooManyAttempts."""
        subjects = (address(caller.host),)
        await count_attempt(self._db, subjects, caller.now)

        async def work(session: Session) -> OpenedSession | None:
            user = await use_link(session, token, now=caller.now)
            return await self._open(session, user, SignInMethod.LINK, caller, subjects) if user is not None else None

        opened = await self._db.retrying(work)
        if opened is None:
            raise SignInFailed(USED_UP)
        return opened

    async def sign_out(self, secret: str) -> None:
        """End a browser's session, if it has one."""
        await self._db.retrying(lambda session: close_session(session, secret))

    async def _open(
        self, session: Session, user: User, method: SignInMethod, caller: Caller, subjects: Sequence[Subject]
    ) -> OpenedSession:
        """A new secret each time: one that a browser had before, put there by whomever, is good for nothing more."""
        if caller.secret is not None:
            await close_session(session, caller.secret)
        await forgive(session, subjects, caller.now)
        return await open_session(
            session, user, method, user_agent=caller.user_agent, now=caller.now, rules=self._rules
        )


def _active(email: str) -> tuple[ColumnElement[bool], ...]:
    return col(User.email) == email, col(User.deactivated_at).is_(None)
