"""Who calls: the API key in its header, found by its hash, with the scopes it has."""

import asyncio
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog
from sqlalchemy import bindparam, select, update
from sqlmodel import col

from models.access.api_key import ApiKey, Scope, hash_key
from models.base import table_of
from models.database.engine import Database
from models.errors import CRMError, NotAuthenticated
from models.ledger.journal import Actor
from models.ledger.run import Source

USE_NOTED_EVERY = timedelta(minutes=1)
_KEY = table_of(ApiKey)
_BY_HASH = select(_KEY).where(_KEY.c.hash == bindparam("hash"))
log = structlog.get_logger("auth")


class KeyRing:
    """Checks keys against the database at every call, so that a revoked one stops at once."""

    def __init__(self, db: Database, header: str) -> None:
        self._db = db
        self._header = header.lower()
        self._noted: dict[str, datetime] = {}
        self._notes: set[asyncio.Task[None]] = set()

    async def actor(self, headers: Mapping[str, str], now: datetime) -> Actor:
        """The actor behind the key in these headers. Raises NotAuthenticated."""
        secret = self._secret(headers)
        if not secret:
            raise NotAuthenticated
        digest = hash_key(secret)
        rows = await self._db.glance(_BY_HASH, hash=digest)
        key = ApiKey(**dict(zip(_KEY.c.keys(), rows[0], strict=True))) if rows else None
        if key is None or not hmac.compare_digest(key.hash, digest) or not key.is_valid(now):
            raise NotAuthenticated
        self._note_use(key, now)
        source = Source.ENGINY if Scope.ENGINY in key.scopes else Source.SCRIPT
        return Actor(key.id, key.label, source, frozenset(key.scopes))

    def _secret(self, headers: Mapping[str, str]) -> str:
        value = headers.get(self._header)
        if value is None:
            value = headers.get("authorization", "")
            return value[7:].strip() if value[:7].lower() == "bearer " else ""
        value = value.strip()
        return value[7:].strip() if self._header == "authorization" and value[:7].lower() == "bearer " else value

    def _note_use(self, key: ApiKey, now: datetime) -> None:
        """Keep when the key was last used, to the minute, without making the caller wait for it."""
        last = self._noted.get(key.id) or key.last_used_at
        if last is not None and timedelta(0) <= now - last < USE_NOTED_EVERY:
            return
        self._noted[key.id] = now
        note = asyncio.create_task(self._store_use(key.id, now))
        self._notes.add(note)
        note.add_done_callback(self._notes.discard)

    async def _store_use(self, key_id: str, now: datetime) -> None:
        try:
            async with self._db.write() as session:
                await session.exec(update(ApiKey).where(col(ApiKey.id) == key_id).values(last_used_at=now))
        except CRMError as error:
            log.warning("the use of a key could not be noted", key=key_id, reason=error.code)

    async def close(self) -> None:
        """Wait until every use is noted."""
        await asyncio.gather(*self._notes)
