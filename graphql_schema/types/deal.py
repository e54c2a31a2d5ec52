"""Sales that may happen."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

import models
from graphql_schema.described import computed, object_type
from graphql_schema.keyset import Order, Term
from graphql_schema.paging import Connection
from graphql_schema.types.actor import Actor
from graphql_schema.types.aggregate import countable_connection
from graphql_schema.types.countable import DEAL
from graphql_schema.types.node import NOTES, LazyChange, LazyNote, LazyUser, Node
from graphql_schema.types.record import column, hidden, record, to_many, to_one
from graphql_schema.types.scalars import Amount
from models.base import table_of
from models.deal import DealStatus
from models.money import in_units

if TYPE_CHECKING:
    from graphql_schema.types.company import Company
    from graphql_schema.types.contact import Contact

_CHANGE = table_of(models.Change).c
_NOTE = table_of(models.Note).c

LazyContact = Annotated["Contact", strawberry.lazy("graphql_schema.types.contact")]
LazyCompany = Annotated["Company", strawberry.lazy("graphql_schema.types.company")]


@record(models.Deal)
class Deal(Node):
    """A sale that may happen. Its amount counts towards `dealValue` of its contact and company while it is open."""

    name: str = column("What it is called.")
    stage: str | None = column("The step of the pipeline it is in; null for none.")
    status: DealStatus = column("Open, won or lost.", read=DealStatus)
    hundredths: strawberry.Private[int] = hidden(name="amount_hundredths")
    currency: str = column("The currency of the amount, by its three letters.")
    expected_close: date | None = column("When it is expected to be decided; null if nobody said.")
    closed_at: datetime | None = column("When it was won or lost; null while it is open.")
    lost_reason: str | None = column("Why it was lost; null for one that is not, or if nobody said.")
    contact_id: strawberry.ID | None = column("The id of the contact it is with; null for none.")
    company_id: strawberry.ID | None = column("The id of the company it is with; null for none.")
    owner_id: strawberry.ID | None = column("Whose it is, as stored.")
    created_at: datetime = column("When it was created.")
    updated_at: datetime = column("When it was last changed.")
    created_by_id: strawberry.Private[str] = hidden(name="created_by")
    updated_by_id: strawberry.Private[str] = hidden(name="updated_by")
    version: int = column("How often it was written: what `expectedVersion` is compared with.")
    deleted_at: datetime | None = column("When it was deleted; null while it is live.")

    contact: LazyContact | None = to_one("contact_id", models.Contact, "The contact it is with; null for none.")
    company: LazyCompany | None = to_one("company_id", models.Company, "The company it is with; null for none.")
    owner: LazyUser | None = to_one("owner_id", models.User, "The member of the team whose it is.")

    notes: Connection[LazyNote] = to_many(
        models.Note, _NOTE.record_id, NOTES, "What people noted about it, newest first."
    )
    changes: Connection[LazyChange] = to_many(
        models.Change,
        _CHANGE.record_id,
        Order((Term("id", _CHANGE.id, descending=True),)),
        "Its history, newest first.",
    )

    @computed
    def amount(self) -> Amount:
        """What it is worth, in its currency."""
        return in_units(self.hundredths)

    @computed
    def created_by(self) -> Actor:
        """Who created it."""
        return Actor(id=strawberry.ID(self.created_by_id))

    @computed
    def updated_by(self) -> Actor:
        """Who changed it last."""
        return Actor(id=strawberry.ID(self.updated_by_id))


@object_type
class CurrencyAmount:
    """A sum of money in one currency."""

    currency: str = strawberry.field(description="The currency, by its three letters.")
    amount: Amount = strawberry.field(description="The sum.")


@object_type
class DealStage:
    """The deals of one status in one stage: a column of a deal board."""

    stage: str | None = strawberry.field(description="The stage; null for deals that are in none.")
    status: DealStatus = strawberry.field(description="The status.")
    count: int = strawberry.field(description="How many deals there are.")
    amount_by_currency: list[CurrencyAmount] = strawberry.field(
        description="What they are worth together, for each currency by itself, in the order of their letters."
    )


if TYPE_CHECKING:
    DealConnection = Connection[Deal]
else:
    DealConnection = countable_connection(Deal, DEAL, __name__)
