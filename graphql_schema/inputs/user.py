"""Members of the team as they are written."""

from typing import Any

import strawberry

from graphql_schema.described import input_type
from models.user import Role


@input_type
class UserChanges:
    """Fields of a member: one that is absent is left alone, null clears, a value sets."""

    name: strawberry.Maybe[str] = strawberry.field(description="Their name.")
    email: strawberry.Maybe[str | None] = strawberry.field(description="Their e-mail address, to sign in with.")
    role: strawberry.Maybe[Role] = strawberry.field(description="What they may do.")

    def to_act(self) -> dict[str, Any]:
        return {name: given.value for name in ("name", "email", "role") if (given := getattr(self, name)) is not None}
