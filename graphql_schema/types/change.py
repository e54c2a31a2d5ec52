"""The history of a record."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
from graphql_schema.described import computed, object_type
from graphql_schema.types.actor import Actor
from graphql_schema.types.node import Node
from graphql_schema.types.record import column, hidden, record, to_one
from graphql_schema.types.scalars import JSON
from models.ledger.run import Source

if TYPE_CHECKING:
    from graphql_schema.types.run import Run

LazyRun = Annotated["Run", strawberry.lazy("graphql_schema.types.run")]


@object_type
class FieldChange:
    """One field's value before and after a write."""

    field: str = strawberry.field(description="The field's name: as in this schema, or a custom field's key.")
    is_custom: bool = strawberry.field(description="Whether it is a custom field.")
    old: JSON | None = strawberry.field(description="The value before; null if there was none.")
    new: JSON | None = strawberry.field(description="The value after; null if it was cleared.")


@record(models.Change)
class Change(Node):
    """What one write did to one record."""

    record_id: strawberry.ID = column("The record that was written.")
    run_id: strawberry.ID = column("The run that wrote it.")
    source: Source = column("On whose behalf it was written.", read=Source)
    at: datetime = column("When it was written.")
    version: int = column("The record's version from then on.")
    actor_id: strawberry.Private[str] = hidden()
    stored_fields: strawberry.Private[dict[str, Any]] = hidden(name="fields")
    stored_custom: strawberry.Private[dict[str, Any]] = hidden(name="custom_fields")

    run: LazyRun | None = to_one("run_id", models.Run, "The run that wrote it, with the reason for it.")

    @computed
    def actor(self) -> Actor:
        """Who wrote it."""
        return Actor(id=strawberry.ID(self.actor_id))

    @computed
    def fields(self) -> list[FieldChange]:
        """The fields that the write changed."""
        own = [_field_change(to_camel_case(name), change, False) for name, change in self.stored_fields.items()]
        return own + [_field_change(name, change, True) for name, change in self.stored_custom.items()]


def _field_change(name: str, change: dict[str, Any], is_custom: bool) -> FieldChange:
    return FieldChange(field=name, is_custom=is_custom, old=change.get("old"), new=change.get("new"))
