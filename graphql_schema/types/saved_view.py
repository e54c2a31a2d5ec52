"""Ways to look at lists that people keep."""

from datetime import datetime

import strawberry

import models
from graphql_schema.context import Context
from graphql_schema.described import computed
from graphql_schema.types.actor import Actor
from graphql_schema.types.node import Node
from graphql_schema.types.record import Info, column, hidden, record
from graphql_schema.types.scalars import JSON
from models.saved_view import ViewEntity


@record(models.SavedView)
class SavedView(Node):
    """A way to look at a list: which records, in which order, with which columns. It is its owner's; others may use it
    while it is shared.
    """

    entity: ViewEntity = column("What it lists.", read=ViewEntity)
    name: str = column("Its name, which no other of its owner's views of that kind has.")
    filter: JSON | None = column("Which records: an object, as the list's `filter` takes it.")
    order_by: JSON | None = column("In which order: a list, as the list's `orderBy` takes it.")
    columns: JSON | None = column("Which columns, as the program that draws the list wrote them.")
    is_shared: bool = column("Whether others see and use it too.")
    is_pinned: bool = column("Whether it is to stay in sight.")
    position: int = column("Its place among the views; smaller comes first.")
    owner_id: strawberry.Private[str] = hidden()
    created_at: datetime = column("When it was saved.")
    updated_at: datetime = column("When it was last changed.")
    version: int = column("How often it was written: what `expectedVersion` is compared with.")

    def is_seen_by(self, ctx: Context) -> bool:
        return self.is_shared or self.owner_id == ctx.actor.id

    @computed
    def owner(self) -> Actor:
        """Whose it is."""
        return Actor(id=strawberry.ID(self.owner_id))

    @computed
    def is_mine(self, info: Info) -> bool:
        """Whether it is yours, so that you may change it."""
        return self.owner_id == info.context.actor.id
