"""Whoever asks."""

import strawberry

import models
from graphql_schema.described import computed, object_type
from graphql_schema.loaders import load_record
from graphql_schema.types.record import SOURCES, Info
from graphql_schema.types.session import UserSession
from graphql_schema.types.user import User
from models.access.policy import Permission
from models.base import table_of
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.user import Role

_SESSION = table_of(models.UserSession)
_USER = table_of(models.User)


@object_type
class Viewer:
    """Whoever asks: a person who signed in, or an API key."""

    permissions: list[Permission] = strawberry.field(description="All that they may do here.")
    actor: strawberry.Private[Actor]

    @computed
    def id(self) -> strawberry.ID:
        """A user's id, or an API key's."""
        return strawberry.ID(self.actor.id)

    @computed
    def label(self) -> str:
        """A person's name, or an API key's label."""
        return self.actor.label

    @computed
    def source(self) -> Source:
        """On whose behalf their acts are done."""
        return self.actor.source

    @computed
    def role(self) -> Role | None:
        """A person's role; null for an API key."""
        return self.actor.role

    @computed
    async def user(self, info: Info) -> User | None:
        """The person; null for an API key."""
        if self.actor.role is None:
            return None
        found: User | None = await load_record(info.context, SOURCES[_USER], self.actor.id)
        return found

    @computed
    async def session(self, info: Info) -> UserSession | None:
        """The browser a person asks with; null for an API key."""
        if self.actor.session_id is None:
            return None
        found: UserSession | None = await load_record(info.context, SOURCES[_SESSION], self.actor.session_id)
        return found
