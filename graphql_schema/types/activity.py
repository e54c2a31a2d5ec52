"""Messages and connections: what happened outside this system."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import strawberry

import models
from graphql_schema.described import computed
from graphql_schema.paging import Connection
from graphql_schema.types.aggregate import countable_connection
from graphql_schema.types.countable import ACTIVITY
from graphql_schema.types.deal import LazyCompany, LazyContact
from graphql_schema.types.node import LazyUser, Node
from graphql_schema.types.record import blank_to_none, column, record, record_of, to_one
from graphql_schema.types.scalars import JSON
from models.html import clean_html, plain_text
from models.ledger.journal import WORTH_A_THREAD


@record(models.Activity)
class Activity(Node):
    """A message sent or received, or a connection made. Added once, never changed.

    Contact, company and owner are kept as they were sent.
    """

    type: str = column("What kind, such as `EMAIL` or `LINKEDIN`; no closed list.")
    direction: str | None = column("`INBOUND` or `OUTBOUND`; null if nobody said.", read=blank_to_none)
    subject: str | None = column("The subject.")
    body: str | None = column("The text as sent; it may be HTML from anywhere, so show `bodyHtml` instead.")
    happened_at: datetime = column("When it happened, or if nobody said, when it was reported.")
    occurred_at: datetime | None = column("When it happened, if that was said.")
    metadata: JSON | None = column("Whatever else was sent with it.", name="details")
    step: int | None = column("Which message of its sequence it is, from 1; null if nobody said.")
    steps: int | None = column("How many messages its sequence has; null if nobody said.")
    sender: str | None = column("In whose name it was sent; null if nobody said.")
    message_id: str | None = column("The sender's id of the message; the same message is stored once.")
    owner_id: strawberry.ID | None = column("Who of us took part, as sent.")
    contact_id: strawberry.ID | None = column("With whom, as sent.", read=blank_to_none)
    company_id: strawberry.ID | None = column("With which company, as sent.", read=blank_to_none)
    created_at: datetime = column("When it was reported.")

    owner: LazyUser | None = to_one("owner_id", models.User, "Who of us took part; null if unknown here.")
    contact: LazyContact | None = to_one("contact_id", models.Contact, "With whom; null if unknown here.")
    company: LazyCompany | None = to_one("company_id", models.Company, "With which company; null if unknown here.")

    @computed
    async def body_html(self) -> str | None:
        """The text as HTML that is safe to show: no scripts, styles or images, links only to the web and to mail."""
        return await _made(clean_html, self.body)

    @computed
    async def body_text(self) -> str | None:
        """The text alone, without HTML: each block on a line of its own."""
        return await _made(plain_text, self.body)

    @classmethod
    def from_act(cls, activity: models.Activity) -> "Activity":
        found: Activity = record_of(activity)
        return found


async def _made(make: Callable[[str], str], body: str | None) -> str | None:
    """What is made of a body, in a thread where that takes longer than going there."""
    if body is None or len(body) < WORTH_A_THREAD:
        return make(body) if body is not None else None
    return await asyncio.to_thread(make, body)


if TYPE_CHECKING:
    ActivityConnection = Connection[Activity]
else:
    ActivityConnection = countable_connection(Activity, ACTIVITY, __name__)
