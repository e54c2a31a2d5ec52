"""Who did something."""

import strawberry
from sqlalchemy import literal, select, union_all

import models
from graphql_schema.context import Context
from graphql_schema.described import computed, object_type
from graphql_schema.loaders import batched, fetch
from graphql_schema.types.record import Info
from models.base import table_of
from models.database.statements import is_any

_KEY = table_of(models.ApiKey).c
_USER = table_of(models.User).c


@object_type
class Actor:
    """Whoever acted: a member of the team, an API key, or the server itself."""

    id: strawberry.ID = strawberry.field(description="A user's id, an API key's id, or a word such as `system`.")

    @computed
    async def label(self, info: Info) -> str | None:
        """A person's name or an API key's label; null if neither is known."""
        ctx = info.context

        async def load(ids: list[str]) -> list[str | None]:
            return await _labels(ctx, ids)

        label: str | None = await batched(ctx, "actor label", load).load(self.id)
        return label


async def _labels(ctx: Context, ids: list[str]) -> list[str | None]:
    people = select(_USER.id, _USER.name, literal("user").label("kind")).where(is_any(_USER.id, "users", ids))
    keys = select(_KEY.id, _KEY.label, literal("key").label("kind")).where(is_any(_KEY.id, "keys", ids))
    labels = {row[0]: row[1] for row in await fetch(ctx, union_all(people, keys))}
    return [labels.get(each) for each in ids]
