"""Who calls: the API key in its header or the session in its cookie, each found by the hash of its secret."""

import asyncio
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog
from sqlalchemy import bindparam, select, update
from sqlmodel import col
from starlette.requests import HTTPConnection
from starlette.responses import Response

from api.origin import is_secure, require_own_origin, require_plain_call
from models.access.api_key import ApiKey, Scope
from models.access.secret import hash_secret
from models.access.session import SessionRules, UserSession, find_session
from models.base import table_of
from models.database.engine import Database
from models.errors import CRMError, NotAuthenticated, NotSignedIn
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.user import Role

COOKIE = "rolograph_session"
SECURE_COOKIE = f"__Host-{COOKIE}"  # which browsers take from this very host over TLS alone, and from no neighbor
USE_NOTED_EVERY = timedelta(minutes=1)
_KEY = table_of(ApiKey)
_BY_HASH = select(_KEY).where(_KEY.c.hash == bindparam("hash"))
log = structlog.get_logger("auth")


class Uses:
    """Keeps when keys and sessions were used last, to the minute, without making callers wait for it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._noted: dict[str, datetime] = {}
        self._notes: set[asyncio.Task[None]] = set()

    def note(self, used: ApiKey | UserSession, last: datetime | None, now: datetime, column: str) -> None:
        last = self._noted.get(used.id) or last
        if last is not None and timedelta(0) <= now - last < USE_NOTED_EVERY:
            return
        self._noted[used.id] = now
        note = asyncio.create_task(self._store(type(used), used.id, {column: now}))
        self._notes.add(note)
        note.add_done_callback(self._notes.discard)

    async def _store(self, model: type[ApiKey] | type[UserSession], id: str, values: dict[str, datetime]) -> None:
        try:
            async with self._db.write() as session:
                await session.exec(update(model).where(col(model.id) == id).values(**values))
        except CRMError as error:
            log.warning("the use of a key or session could not be noted", id=id, reason=error.code)

    async def close(self) -> None:
        """Wait until every use is noted."""
        await asyncio.gather(*self._notes)


class KeyRing:
    """Checks keys against the database at every call, so that a revoked one stops at once."""

    def __init__(self, db: Database, header: str, uses: Uses) -> None:
        self._db = db
        self._header = header.lower()
        self._uses = uses

    async def actor(self, headers: Mapping[str, str], now: datetime, *, noting: bool = True) -> Actor | None:
        """The actor behind the key in these headers; None where there is no key. Raises NotAuthenticated."""
        secret = self._secret(headers)
        if not secret:
            return None
        digest = hash_secret(secret)
        rows = await self._db.glance(_BY_HASH, hash=digest)
        key = ApiKey(**dict(zip(_KEY.c.keys(), rows[0], strict=True))) if rows else None
        if key is None or not hmac.compare_digest(key.hash, digest) or not key.is_valid(now):
            raise NotAuthenticated
        if noting:
            self._uses.note(key, key.last_used_at, now, "last_used_at")
        source = Source.ENGINY if Scope.ENGINY in key.scopes else Source.SCRIPT
        return Actor(key.id, key.label, source, frozenset(key.scopes))

    def _secret(self, headers: Mapping[str, str]) -> str:
        value = headers.get(self._header)
        if value is None:
            value = headers.get("authorization", "")
            return value[7:].strip() if value[:7].lower() == "bearer " else ""
        value = value.strip()
        return value[7:].strip() if self._header == "authorization" and value[:7].lower() == "bearer " else value


class SessionBook:
    """Checks sessions against the database at every call, so that signing out, or being let go, counts at once."""

    def __init__(self, db: Database, rules: SessionRules, public_url: str | None, uses: Uses) -> None:
        self._db = db
        self._rules = rules
        self._public_url = public_url
        self._uses = uses

    async def actor(self, connection: HTTPConnection, now: datetime, *, noting: bool = True) -> Actor | None:
        """The person behind the cookie of a request, or of a socket about to open; None where there is no cookie.

        A cookie comes with every request that any page makes a browser send. So it counts only where one of our own
        pages asks, with a body that no form can send, and never for a GET, which links and pictures send as well.
        Raises NotSignedIn, CrossSite, and UnsupportedBody.
        """
        if not _has_cookie(connection):
            return None
        if connection.scope["type"] == "http":
            if connection.scope["method"] in {"GET", "HEAD", "OPTIONS"}:
                raise NotSignedIn("A session counts for POST alone; use an API key to GET this")
            require_plain_call(connection)
        self.require_own_origin(connection)
        secret = session_secret(connection)
        if secret is None:
            raise NotSignedIn
        found = await find_session(self._db, secret)
        if found is None or not found[0].is_alive(now, self._rules):
            raise NotSignedIn
        opened, user = found
        if noting:
            self._uses.note(opened, opened.last_seen_at, now, "last_seen_at")
        return Actor(user.id, user.name, Source.PERSON, role=Role(user.role), session_id=opened.id)

    def require_own_origin(self, connection: HTTPConnection) -> None:
        """Raises CrossSite unless one of our own pages makes the call, or opens the socket."""
        require_own_origin(connection, self._public_url)

    def give(self, response: Response, connection: HTTPConnection, secret: str) -> None:
        """Put the secret of a session into the browser's cookie.

        Strict: pages of ours are served without a cookie and ask for everything by POST, so a link from another site
        leads somewhere all the same, and no call that another site starts carries the cookie at all.
        """
        secure = is_secure(connection)
        response.set_cookie(
            SECURE_COOKIE if secure else COOKIE,
            secret,
            max_age=int(self._rules.longest.total_seconds()),
            path="/",
            secure=secure,
            httponly=True,
            samesite="strict",
        )

    def take(self, response: Response, connection: HTTPConnection) -> None:
        """Take the cookie away."""
        secure = is_secure(connection)
        name = SECURE_COOKIE if secure else COOKIE
        response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="strict")


def session_secret(connection: HTTPConnection) -> str | None:
    """What the cookie holds. Over TLS the plain name does not count: anybody on the network may have set that."""
    return connection.cookies.get(SECURE_COOKIE if is_secure(connection) else COOKIE)


def _has_cookie(connection: HTTPConnection) -> bool:
    return COOKIE in connection.cookies or SECURE_COOKIE in connection.cookies
