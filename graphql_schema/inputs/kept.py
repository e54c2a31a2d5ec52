"""Notes, saved views and custom fields' settings as they are written."""

from typing import Any

import strawberry

from graphql_schema.described import input_type
from graphql_schema.resolvers.custom_fields import CustomFieldChanges
from graphql_schema.resolvers.notes import NoteChanges
from graphql_schema.resolvers.views import ViewChanges
from graphql_schema.types.scalars import JSON
from models.fields.setting import WishedType


@input_type
class NoteFields:
    """Fields of a note: one that is absent is left alone, a value sets."""

    body: strawberry.Maybe[str] = strawberry.field(
        description="The text, plain or Markdown, 100,000 characters at most. Required for a new note."
    )
    is_pinned: strawberry.Maybe[bool] = strawberry.field(description="Whether it is to stay in sight.")

    def to_act(self) -> NoteChanges:
        return NoteChanges(_given(self))


@input_type
class SavedViewFields:
    """Fields of a saved view: one that is absent is left alone, null clears, a value sets."""

    name: strawberry.Maybe[str] = strawberry.field(
        description="Its name, 100 characters at most. Required for a new view."
    )
    filter: strawberry.Maybe[JSON | None] = strawberry.field(
        description="Which records: an object, as the list's `filter` takes it. 20,000 bytes at most."
    )
    order_by: strawberry.Maybe[JSON | None] = strawberry.field(
        description="In which order: a list, as the list's `orderBy` takes it. 20,000 bytes at most."
    )
    columns: strawberry.Maybe[JSON | None] = strawberry.field(
        description="Which columns: a list of whatever the list's program means by it. 20,000 bytes at most."
    )
    is_shared: strawberry.Maybe[bool] = strawberry.field(description="Whether others see and use it too.")
    is_pinned: strawberry.Maybe[bool] = strawberry.field(description="Whether it is to stay in sight.")
    position: strawberry.Maybe[int] = strawberry.field(description="Its place among the views; smaller comes first.")

    def to_act(self) -> ViewChanges:
        return ViewChanges(_given(self))


@input_type
class CustomFieldFields:
    """What people see of a custom field: what is absent is left alone, null clears, a value sets."""

    label: strawberry.Maybe[str | None] = strawberry.field(description="What to call it instead of its name.")
    wished_type: strawberry.Maybe[WishedType | None] = strawberry.field(
        description="What its values should be read as. The values themselves stay as they were sent."
    )
    is_hidden: strawberry.Maybe[bool] = strawberry.field(
        description="Whether it is left out wherever fields are shown."
    )
    is_promoted: strawberry.Maybe[bool] = strawberry.field(
        description="Whether lists show it as a column, and an index makes filters and orders by it quick."
    )
    position: strawberry.Maybe[int | None] = strawberry.field(
        description="Its place among the promoted ones; smaller comes first."
    )

    def to_act(self) -> CustomFieldChanges:
        return CustomFieldChanges(_given(self))


def _given(fields: object) -> dict[str, Any]:
    """The fields that are not absent."""
    return {name: given.value for name, given in vars(fields).items() if given is not None}
