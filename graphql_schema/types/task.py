"""Things people have to do."""

from datetime import datetime
from typing import TYPE_CHECKING

import strawberry

import models
from graphql_schema.paging import Connection
from graphql_schema.types.aggregate import countable_connection
from graphql_schema.types.countable import TASK
from graphql_schema.types.deal import LazyCompany, LazyContact
from graphql_schema.types.node import LazyUser, Node
from graphql_schema.types.record import column, record, record_of, to_one


@record(models.Task)
class Task(Node):
    """Something a person has to do, often a step of an Enginy sequence. Contact, company and owner are kept as sent."""

    subject: str = column("What to do, in a line.")
    description: str | None = column("What to do, in detail.")
    type: str | None = column("What kind of task, such as `call`, `email` or `meeting`; no closed list.")
    due_at: datetime | None = column("When it should be done.")
    completed: bool = column("Whether it is done.")
    completed_at: datetime | None = column("When it was done.")
    owner_id: strawberry.ID | None = column("Whose task it is, as sent.")
    contact_id: strawberry.ID | None = column("The contact it is about, as sent.")
    company_id: strawberry.ID | None = column("The company it is about, as sent.")
    created_at: datetime = column("When it was created.")
    updated_at: datetime = column("When it was last changed.")
    version: int = column("How often it was written: what `expectedVersion` is compared with.")
    deleted_at: datetime | None = column("When it was deleted; null while it is live.")

    owner: LazyUser | None = to_one(
        "owner_id", models.User, "The member of the team whose task it is; null if unknown here."
    )
    contact: LazyContact | None = to_one("contact_id", models.Contact, "The contact it is about; null if unknown here.")
    company: LazyCompany | None = to_one("company_id", models.Company, "The company it is about; null if unknown here.")

    @classmethod
    def from_act(cls, task: "models.Task | Task") -> "Task":
        """Acts that Enginy calls too give the row, a list of this schema's gives the task itself."""
        found: Task = record_of(task) if isinstance(task, models.Task) else task
        return found


if TYPE_CHECKING:
    TaskConnection = Connection[Task]
else:
    TaskConnection = countable_connection(Task, TASK, __name__)
