"""API keys."""

from datetime import datetime

import strawberry

import models
from graphql_schema.described import computed, object_type
from graphql_schema.types.actor import Actor
from graphql_schema.types.node import Node
from graphql_schema.types.record import Info, column, hidden, record, record_of
from models.access.api_key import IssuedKey, Scope


@record(models.ApiKey)
class ApiKey(Node):
    """A key by which a program calls. Its text is known to whoever got it, and to nobody here."""

    label: str = column("What it is for.")
    start: str = column("Its first characters, to tell keys apart.")
    scopes: list[Scope] = column("What it may be used for.", read=lambda words: [Scope(word) for word in words])
    created_at: datetime = column("When it was made.")
    created_by_id: strawberry.Private[str] = hidden(name="created_by")
    expires_at: datetime | None = column("When it stops working; null if never.")
    revoked_at: datetime | None = column("When somebody stopped it; null if nobody did.")
    last_used_at: datetime | None = column("When it was used last, to the minute; null if never.")

    @computed
    def created_by(self) -> Actor:
        """Who made it."""
        return Actor(id=strawberry.ID(self.created_by_id))

    @computed
    def is_valid(self, info: Info) -> bool:
        """Whether it works now: neither revoked nor expired."""
        return self.revoked_at is None and (self.expires_at is None or info.context.clock() < self.expires_at)

    @classmethod
    def from_act(cls, key: models.ApiKey) -> "ApiKey":
        found: ApiKey = record_of(key)
        return found


@object_type
class ApiKeyCreated:
    """A new key, at the only moment its text is known."""

    api_key: ApiKey = strawberry.field(description="The key as the list shows it.")
    secret: str = strawberry.field(description="Its text. Keep it now: only a hash is stored.")

    @classmethod
    def from_act(cls, issued: IssuedKey) -> "ApiKeyCreated":
        return cls(api_key=ApiKey.from_act(issued.record), secret=issued.secret)


@object_type
class ApiKeyRevoked:
    """A key that does not work any more."""

    api_key: ApiKey = strawberry.field(description="The key as it is now.")

    @classmethod
    def from_act(cls, key: models.ApiKey) -> "ApiKeyRevoked":
        return cls(api_key=ApiKey.from_act(key))
