"""Bodies of the calls beside the records: tasks, activities, users and health.

Like the models of the records they describe, and nobody parses with them.
"""

from datetime import datetime
from typing import Any

from pydantic import Field, RootModel

from api.documentation.schema import Document
from api.enginy.documents.records import IDS
from models.fields.cleaning import MAX_NAME, MAX_TEXT


class _TaskFields(Document):
    description: str | None = Field(None, max_length=MAX_TEXT)
    type: str | None = Field(None, max_length=MAX_NAME, description="Such as call, email, meeting; any word is taken.")
    owner_id: str | None = Field(None, max_length=MAX_NAME, description="Id of a user from `GET /users`.")
    due_date: datetime | None = Field(
        None, description="A time without a zone is UTC; a date alone is its first moment."
    )
    contact_id: str | None = Field(None, max_length=MAX_NAME, description="Our id of the contact.")
    company_id: str | None = Field(None, max_length=MAX_NAME, description="Our id of the company.")
    completed: bool = Field(False, description="Completing stamps the time, reopening clears it.")


class NewTask(_TaskFields):
    subject: str = Field(min_length=1, max_length=MAX_TEXT)


class TaskChanges(_TaskFields):
    """Fields to set: what is absent is left alone, null clears."""

    subject: str = Field("", min_length=1, max_length=MAX_TEXT)


class TasksChanges(TaskChanges):
    """The same fields to set on several tasks."""

    ids: list[str] = Field(description=IDS)
    completed: bool = Field(description="Completing stamps the time, reopening clears it.")


class Task(Document):
    id: str
    subject: str
    description: str | None
    type: str | None
    owner_id: str | None
    due_date: datetime | None
    contact_id: str | None
    company_id: str | None
    completed: bool
    completed_at: datetime | None = Field(description="When it was completed; null while it is open.")


class Tasks(RootModel[list[Task]]):
    """In the order asked for; unknown ids are left out."""


class NewActivity(Document):
    type: str = Field(
        min_length=1,
        max_length=MAX_NAME,
        description="Such as EMAIL, LINKEDIN, LINKEDIN_INMAIL, LINKEDIN_CONNECTION; any word is taken.",
    )
    subject: str | None = Field(None, max_length=MAX_TEXT)
    body: str | None = Field(None, description="The message; may hold HTML.")
    direction: str | None = Field(None, max_length=MAX_NAME, description="INBOUND or OUTBOUND; any word is taken.")
    owner_id: str | None = Field(None, max_length=MAX_NAME, description="Id of a user from `GET /users`.")
    occurred_at: datetime | None = Field(None, description="When it happened, not when it is reported.")
    contact_id: str | None = Field(None, max_length=MAX_NAME, description="Our id of the contact.")
    company_id: str | None = Field(None, max_length=MAX_NAME, description="Our id of the company.")
    metadata: dict[str, Any] | None = Field(
        None, description="Kept as it is. A `messageId` in it makes repeats harmless."
    )


class Activity(Document):
    id: str
    type: str
    subject: str | None
    body: str | None
    direction: str | None
    owner_id: str | None
    occurred_at: datetime | None
    contact_id: str | None
    company_id: str | None
    metadata: dict[str, Any] | None


class User(Document):
    """A member of the team, who can own contacts and tasks."""

    id: str = Field(description="What is sent as `ownerId`.")
    name: str
    email: str = Field("", description="Left out for a user without one.")


class Users(RootModel[list[User]]):
    """All active members of the team, by name."""
