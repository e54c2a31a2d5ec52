"""Sales that may happen."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import strawberry

import models
from graphql_schema.described import computed
from graphql_schema.types.node import LazyUser, Node
from graphql_schema.types.record import column, hidden, record, to_one
from models.deal import DealStatus

if TYPE_CHECKING:
    from graphql_schema.types.company import Company
    from graphql_schema.types.contact import Contact

LazyContact = Annotated["Contact", strawberry.lazy("graphql_schema.types.contact")]
LazyCompany = Annotated["Company", strawberry.lazy("graphql_schema.types.company")]


@record(models.Deal)
class Deal(Node):
    """A sale that may happen. Its amount counts towards `dealValue` of its contact and company while it is open."""

    name: str = column("What it is called.")
    stage: str | None = column("The step of the pipeline it is in.")
    status: DealStatus = column("Open, won or lost.", read=DealStatus)
    hundredths: strawberry.Private[int] = hidden(name="amount_hundredths")
    currency: str = column("The currency of the amount, by its three letters.")
    expected_close: date | None = column("When it is expected to be decided.")
    contact_id: strawberry.ID | None = column("The contact it is with.")
    company_id: strawberry.ID | None = column("The company it is with.")
    owner_id: strawberry.ID | None = column("Whose it is, as stored.")
    created_at: datetime = column("When it was created.")
    updated_at: datetime = column("When it was last changed.")
    version: int = column("How often it was written.")

    contact: LazyContact | None = to_one("contact_id", models.Contact, "The contact it is with.")
    company: LazyCompany | None = to_one("company_id", models.Company, "The company it is with.")
    owner: LazyUser | None = to_one("owner_id", models.User, "The member of the team whose it is.")

    @computed
    def amount(self) -> float:
        """What it is worth, in its currency."""
        return float(Decimal(self.hundredths) / 100)
