"""Members of the team."""

from datetime import datetime

import strawberry

import models
from graphql_schema.described import object_type
from graphql_schema.types.node import Node
from graphql_schema.types.record import column, record, record_of
from models.user import Role


@record(models.User)
class User(Node):
    """A member of the team: owner of contacts, companies, deals and tasks. The id is what Enginy sends as ownerId."""

    name: str = column("Their name.")
    email: str | None = column("Their e-mail address, in lower case.")
    role: Role = column("What they may do.", read=Role)
    password_set_at: datetime | None = column("When their password was set; null while they have none.")
    created_at: datetime = column("When they joined here.")
    deactivated_at: datetime | None = column("When they left; null while they are with us.")

    @classmethod
    def from_act(cls, user: models.User) -> "User":
        found: User = record_of(user)
        return found


@object_type
class UserChanged:
    """A member of the team who joined, changed or left."""

    user: User = strawberry.field(description="The member as they are now.")

    @classmethod
    def from_act(cls, user: models.User) -> "UserChanged":
        return cls(user=User.from_act(user))
