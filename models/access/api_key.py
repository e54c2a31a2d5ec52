"""API keys: made here, shown once, kept as a hash, limited to scopes, revocable."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field, SQLModel

from models.access.secret import hash_secret, new_secret
from models.columns import JsonDocument, Token, UTCDateTime, new_id
from models.errors import InvalidInput

KEY_PREFIX = "rolo_"  # so that a person and a secret scanner recognize it
SHOWN_CHARACTERS = 9  # of a key, in lists


class Scope(StrEnum):
    """What a key may be used for."""

    ENGINY = "enginy"
    GRAPHQL_READ = "graphql:read"
    GRAPHQL_WRITE = "graphql:write"
    METRICS = "metrics"


class ApiKey(SQLModel, table=True):
    """One row a key. Only its hash is stored: 256 random bits need no slow hash, guessing is hopeless."""

    __tablename__ = "api_key"

    id: str = Field(primary_key=True, sa_type=Token)
    label: str = Field(sa_type=Text)
    hash: bytes = Field(unique=True, sa_type=LargeBinary)
    start: str = Field(sa_type=Token)  # its first characters, to tell keys apart in a list
    scopes: list[str] = Field(default_factory=list, sa_type=JsonDocument)
    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: str = Field(sa_type=Token)
    expires_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    last_used_at: datetime | None = Field(default=None, sa_type=UTCDateTime)

    def is_valid(self, now: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A key at the only moment its text is known."""

    record: ApiKey
    secret: str


def issue_key(
    label: str, scopes: Iterable[str], *, now: datetime, created_by: str, expires_at: datetime | None = None
) -> IssuedKey:
    """A new key, not yet stored.

    Raises InvalidInput for an unknown scope, no scope at all, an empty label or an expiry in the past.
    """
    wanted = list(dict.fromkeys(scopes))
    unknown = [scope for scope in wanted if scope not in set(Scope)]
    if unknown:
        raise InvalidInput(f"Unknown scope {unknown[0]!r}; known are {', '.join(Scope)}", field="scopes")
    if not wanted:
        raise InvalidInput("A key needs at least one scope", field="scopes")
    if not label.strip():
        raise InvalidInput("A key needs a label", field="label")
    if expires_at is not None and expires_at <= now:
        raise InvalidInput("The expiry lies in the past", field="expiresAt")
    secret = KEY_PREFIX + new_secret()
    record = ApiKey(
        id=new_id("key"),
        label=label.strip(),
        hash=hash_secret(secret),
        start=secret[:SHOWN_CHARACTERS],
        scopes=wanted,
        created_at=now,
        created_by=created_by,
        expires_at=expires_at,
    )
    return IssuedKey(record, secret)
