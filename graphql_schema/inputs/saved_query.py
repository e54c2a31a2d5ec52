"""Saved queries as they are written."""

from typing import Any

import strawberry

from graphql_schema.described import input_type
from graphql_schema.types.scalars import JSON

_COLUMNS = {"is_shared": "shared"}  # where they are called otherwise than the field


@input_type
class SavedQueryFields:
    """Fields of a saved query: one that is absent is left alone, null clears, a value sets."""

    title: strawberry.Maybe[str] = strawberry.field(description="What to call it. Required for a new one.")
    description: strawberry.Maybe[str | None] = strawberry.field(description="What it answers, in a few sentences.")
    document: strawberry.Maybe[str] = strawberry.field(description="The GraphQL document. Required for a new one.")
    variables: strawberry.Maybe[JSON | None] = strawberry.field(description="Values for its variables, as an object.")
    is_shared: strawberry.Maybe[bool] = strawberry.field(description="Whether everyone sees it; not unless told.")

    def to_act(self) -> dict[str, Any]:
        names = ("title", "description", "document", "variables", "is_shared")
        given = {name: value.value for name in names if (value := getattr(self, name)) is not None}
        return {_COLUMNS.get(name, name): value for name, value in given.items()}
