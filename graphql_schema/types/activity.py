"""Messages and connections: what happened outside this system."""

from datetime import datetime

import strawberry

import models
from graphql_schema.types.deal import LazyCompany, LazyContact
from graphql_schema.types.node import LazyUser, Node
from graphql_schema.types.record import blank_to_none, column, record, record_of, to_one
from graphql_schema.types.scalars import JSON


@record(models.Activity)
class Activity(Node):
    """A message sent or received, or a connection made. Added once, never changed.

    Contact, company and owner are kept as they were sent.
    """

    type: str = column("What kind, such as `EMAIL` or `LINKEDIN`; no closed list.")
    direction: str | None = column("`INBOUND` or `OUTBOUND`; null if nobody said.", read=blank_to_none)
    subject: str | None = column("The subject.")
    body: str | None = column("The text; it may be HTML, so never show it without cleaning it.")
    happened_at: datetime = column("When it happened, or if nobody said, when it was reported.")
    occurred_at: datetime | None = column("When it happened, if that was said.")
    metadata: JSON | None = column("Whatever else was sent with it.", name="details")
    message_id: str | None = column("The sender's id of the message; the same message is stored once.")
    owner_id: strawberry.ID | None = column("Who of us took part, as sent.")
    contact_id: strawberry.ID | None = column("With whom, as sent.", read=blank_to_none)
    company_id: strawberry.ID | None = column("With which company, as sent.", read=blank_to_none)
    created_at: datetime = column("When it was reported.")

    owner: LazyUser | None = to_one("owner_id", models.User, "Who of us took part; null if unknown here.")
    contact: LazyContact | None = to_one("contact_id", models.Contact, "With whom; null if unknown here.")
    company: LazyCompany | None = to_one("company_id", models.Company, "With which company; null if unknown here.")

    @classmethod
    def from_act(cls, activity: models.Activity) -> "Activity":
        found: Activity = record_of(activity)
        return found
