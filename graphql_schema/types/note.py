"""What people wrote down."""

from datetime import datetime

import strawberry

import models
from graphql_schema.described import computed
from graphql_schema.loaders import load_record
from graphql_schema.types.actor import Actor
from graphql_schema.types.node import Node
from graphql_schema.types.record import SOURCES, Info, column, hidden, record
from models.base import table_of

_TABLES = {
    "contact": table_of(models.Contact),
    "company": table_of(models.Company),
    "deal": table_of(models.Deal),
}


@record(models.Note)
class Note(Node):
    """What somebody here wrote down about a contact, a company or a deal."""

    entity: strawberry.Private[str] = hidden()
    record_id: strawberry.ID = column("The contact, company or deal it is about.")
    body: str = column("The text as it was written: plain, or Markdown.")
    is_pinned: bool = column("Whether it is to stay in sight.")
    created_at: datetime = column("When it was written.")
    author_id: strawberry.Private[str] = hidden(name="created_by")
    updated_at: datetime = column("When it was last changed.")
    updated_by_id: strawberry.Private[str] = hidden(name="updated_by")
    version: int = column("How often it was written: what `expectedVersion` is compared with.")
    deleted_at: datetime | None = column("When it was deleted; null while it is live.")

    @computed
    def author(self) -> Actor:
        """Who wrote it."""
        return Actor(id=strawberry.ID(self.author_id))

    @computed
    def updated_by(self) -> Actor:
        """Who changed it last."""
        return Actor(id=strawberry.ID(self.updated_by_id))

    @computed
    async def about(self, info: Info) -> Node | None:
        """The contact, company or deal it is about."""
        found: Node | None = await load_record(info.context, SOURCES[_TABLES[self.entity]], self.record_id)
        return found
