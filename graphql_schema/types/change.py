"""The history of a record."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
from graphql_schema.described import computed, object_type
from graphql_schema.loaders import load_record
from graphql_schema.types.actor import Actor
from graphql_schema.types.node import Node
from graphql_schema.types.record import SOURCES, Info, column, hidden, record, to_one
from graphql_schema.types.scalars import JSON
from models.base import table_of
from models.ledger.run import Source

if TYPE_CHECKING:
    from graphql_schema.types.run import Run

_RUN = table_of(models.Run)
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


@object_type
class KeptField:
    """A field that an undoing left as it is, because it was edited after the run that was undone."""

    field: str = strawberry.field(description="The field's name: as in this schema, or a custom field's key.")
    is_custom: bool = strawberry.field(description="Whether it is a custom field.")
    edited_at: datetime | None = strawberry.field(description="When it was edited; null where nobody wrote that down.")
    editor_id: strawberry.Private[str | None]
    run_id: strawberry.Private[str | None]

    @computed
    def edited_by(self) -> Actor | None:
        """Who edited it; null where nobody wrote that down."""
        return Actor(id=strawberry.ID(self.editor_id)) if self.editor_id is not None else None

    @computed
    async def run(self, info: Info) -> LazyRun | None:
        """The run that edited it."""
        return await load_record(info.context, SOURCES[_RUN], self.run_id) if self.run_id is not None else None

    @classmethod
    def of(cls, told: Sequence[Any]) -> "KeptField":
        """As a decision tells it."""
        name, is_custom, run_id, editor_id, at = told
        moment = datetime.fromisoformat(at) if isinstance(at, str) else at
        return cls(
            field=name if is_custom else to_camel_case(name), is_custom=is_custom, edited_at=moment,
            editor_id=editor_id, run_id=run_id,
        )  # fmt: skip


def _field_change(name: str, change: dict[str, Any], is_custom: bool) -> FieldChange:
    return FieldChange(field=name, is_custom=is_custom, old=change.get("old"), new=change.get("new"))
