"""What another system calls a record of ours, and what it holds of it."""

from datetime import datetime
from typing import Any

import strawberry

import models
from graphql_schema.described import computed
from graphql_schema.types.actor import Actor
from graphql_schema.types.record import column, hidden, record
from graphql_schema.types.scalars import JSON


@record(models.ExternalLink)
class ExternalLink:
    """A record of Enginy that is one of ours. A sync of the same external id always finds this record."""

    external_id: strawberry.ID = column("Enginy's id of the record.")
    record_id: strawberry.ID = column("Our record.")
    strategy: str = column("How the link came about: a kind of identifier such as `email`, `created`, or `person`.")
    shadow: JSON = column("The fields Enginy last sent, by its names: what it holds, as far as it told us.")
    created_at: datetime = column("When the link was made.")
    decided_at: datetime = column("When the record was last synced or the link last moved.")
    created_by_id: strawberry.Private[str] = hidden(name="created_by")
    clears: strawberry.Private[dict[str, Any]] = hidden()

    @computed
    def pending_clears(self) -> list[str]:
        """Properties that the next answer clears in Enginy, because somebody asked for it."""
        return list(self.clears)

    @computed
    def created_by(self) -> Actor:
        """Who made the link."""
        return Actor(id=strawberry.ID(self.created_by_id))
