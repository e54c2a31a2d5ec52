"""What the server learned from what it was sent: custom fields, and pairs of records that may be one."""

from datetime import datetime
from typing import Any

import strawberry

import models
from graphql_schema.described import computed
from graphql_schema.types.change import LazyRun
from graphql_schema.types.node import Record
from graphql_schema.types.record import Info, column, hidden, record, to_one
from graphql_schema.types.records import load_synced
from graphql_schema.types.scalars import JSON
from models.fields.mapping import Entity
from models.ledger.possible_duplicate import DuplicateState


@record(models.CustomFieldDefinition)
class CustomFieldDefinition:
    """A name that was sent and is no field of this schema: a custom field, with what its values look like."""

    entity: Entity = column("The kind of record it was sent for.", read=Entity)
    name: str = column("Its name, as it was sent: the key for `customField`.")
    type: str = column("What its values are: string, number, boolean, list, object, null, or mixed.")
    count: int = column("How many writes carried it.")
    samples: list[JSON | None] = column("A few of its values, the latest first.")
    first_seen: datetime = column("When it first came.")
    last_seen: datetime = column("When it last came.")
    last_run_id: strawberry.Private[str | None] = hidden()

    last_run: LazyRun | None = to_one("last_run_id", models.Run, "The run that last carried it.")


@record(models.PossibleDuplicate)
class PossibleDuplicate:
    """Two records that may be one person or one organization, waiting for somebody to look."""

    entity: Entity = column("The kind of record they are.", read=Entity)
    first_id: strawberry.ID = column("The record with the smaller id.")
    second_id: strawberry.ID = column("The other record.")
    evidence: strawberry.Private[dict[str, Any]] = hidden()
    state: DuplicateState = column("What became of the pair.", read=DuplicateState)
    found_at: datetime = column("When it was noticed.")
    run_id: strawberry.Private[str | None] = hidden()

    run: LazyRun | None = to_one("run_id", models.Run, "The run that noticed it.")

    @computed
    def kind(self) -> str | None:
        """The identifier that points at both, such as `phone`."""
        return self.evidence.get("kind")

    @computed
    async def first(self, info: Info) -> Record | None:
        """The record with the smaller id."""
        found: Record | None = await load_synced(info.context, self.entity, self.first_id)
        return found

    @computed
    async def second(self, info: Info) -> Record | None:
        """The other record."""
        found: Record | None = await load_synced(info.context, self.entity, self.second_id)
        return found
