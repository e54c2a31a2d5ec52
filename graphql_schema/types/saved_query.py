"""Saved queries, and what writing one gives."""

from datetime import datetime

import strawberry

import models
from graphql_schema.described import computed, object_type
from graphql_schema.types.actor import Actor
from graphql_schema.types.record import Info, column, hidden, record, record_of
from graphql_schema.types.scalars import JSON


@record(models.SavedQuery)
class SavedQuery:
    """A document somebody keeps here, for themselves or for everyone, or an example that comes with the server."""

    id: strawberry.ID = column("Its id: what a link to it carries.")
    title: str = column("What it is called.")
    description: str | None = column("What it answers, in a few sentences.")
    document: str = column("The GraphQL document.")
    variables: JSON | None = column("Values for its variables, as an object.")
    is_shared: bool = column("Whether everyone sees it.", name="shared")
    created_at: datetime | None = column("When it was saved; null for an example.")
    updated_at: datetime | None = column("When it was last changed; null for an example.")
    owner_id: strawberry.Private[str | None] = hidden()

    @computed
    def owner(self) -> Actor | None:
        """Who saved it; null for an example that comes with the server."""
        return Actor(id=strawberry.ID(self.owner_id)) if self.owner_id is not None else None

    @computed
    def is_mine(self, info: Info) -> bool:
        """Whether it is your own, so that you may change it."""
        return self.owner_id == info.context.actor.id

    @classmethod
    def from_act(cls, query: "models.SavedQuery | SavedQuery") -> "SavedQuery":
        if isinstance(query, SavedQuery):  # an example, which no table holds
            return query
        found: SavedQuery = record_of(query)
        return found


@object_type
class SavedQueryChanged:
    """A query of your own that was saved, changed or taken away."""

    saved_query: SavedQuery = strawberry.field(
        description="The query as it is now, or as it was when it was taken away."
    )

    @classmethod
    def from_act(cls, query: models.SavedQuery) -> "SavedQueryChanged":
        return cls(saved_query=SavedQuery.from_act(query))
