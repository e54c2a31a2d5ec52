"""Tasks, activities and associations as they are written."""

from datetime import datetime
from typing import Any

import strawberry

from graphql_schema.described import input_type
from graphql_schema.resolvers.activities import NewActivity
from graphql_schema.resolvers.associations import Pair
from graphql_schema.resolvers.tasks import TaskChanges
from graphql_schema.types.scalars import JSON
from models.columns import iso_z
from models.errors import InvalidInput
from models.exact_json import JsonValue
from models.incoming import Item


@input_type
class TaskFields:
    """Fields of a task: one that is absent is left alone, null clears, a value sets."""

    subject: strawberry.Maybe[str] = strawberry.field(description="What to do, in a line. Required for a new task.")
    description: strawberry.Maybe[str | None] = strawberry.field(description="What to do, in detail.")
    type: strawberry.Maybe[str | None] = strawberry.field(description="What kind of task, such as `call`.")
    due_at: strawberry.Maybe[datetime | None] = strawberry.field(description="When it should be done.")
    completed: strawberry.Maybe[bool] = strawberry.field(description="Whether it is done.")
    owner_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="Whose task it is.")
    contact_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The contact it is about.")
    company_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The company it is about.")

    def to_act(self) -> TaskChanges:
        names = ("subject", "description", "type", "due_at", "completed", "owner_id", "contact_id", "company_id")
        values = {name: given.value for name in names if (given := getattr(self, name)) is not None}
        return TaskChanges(values, Item(fields={name: _told(value) for name, value in values.items()}))


@input_type
class ActivityInput:
    """A message sent or received, or a connection made."""

    type: str = strawberry.field(description="What kind, such as `EMAIL` or `LINKEDIN`.")
    direction: str | None = strawberry.field(default=None, description="`INBOUND` or `OUTBOUND`.")
    subject: str | None = strawberry.field(default=None, description="The subject.")
    body: str | None = strawberry.field(default=None, description="The text; it may be HTML.")
    occurred_at: datetime | None = strawberry.field(default=None, description="When it happened; now unless told.")
    metadata: JSON | None = strawberry.field(default=None, description="Whatever else is known of it, as an object.")
    message_id: str | None = strawberry.field(
        default=None, description="The sender's id of the message; the same message is stored once."
    )
    owner_id: strawberry.ID | None = strawberry.field(default=None, description="Who of us took part.")
    contact_id: strawberry.ID | None = strawberry.field(default=None, description="With whom.")
    company_id: strawberry.ID | None = strawberry.field(default=None, description="With which company.")

    def to_act(self) -> NewActivity:
        details: Any = self.metadata
        problem = None
        if details is not None and not isinstance(details, dict):
            details, problem = None, InvalidInput("metadata must be an object", field="metadata")
        told = {name: _told(value) for name, value in vars(self).items() if value is not None}
        return NewActivity(
            type=self.type,
            subject=self.subject,
            body=self.body,
            direction=self.direction,
            owner_id=self.owner_id,
            contact_id=self.contact_id,
            company_id=self.company_id,
            occurred_at=self.occurred_at,
            details=details,
            message_id=self.message_id,
            item=Item(fields=told),
            problem=problem,
        )


@input_type
class AssociationInput:
    """A contact and a company that belong together."""

    contact_id: strawberry.ID = strawberry.field(description="The contact.")
    company_id: strawberry.ID = strawberry.field(description="The company; it becomes the contact's main one.")

    def to_act(self) -> Pair:
        return Pair(
            fields={"contactId": self.contact_id, "companyId": self.company_id},
            contact_id=self.contact_id,
            company_id=self.company_id,
            contact_id_sent=self.contact_id,
            company_id_sent=self.company_id,
        )


def _told(value: Any) -> JsonValue:
    """A value as the ledger keeps it."""
    told: JsonValue = iso_z(value) if isinstance(value, datetime) else value
    return told
