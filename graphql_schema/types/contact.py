"""People."""

from typing import TYPE_CHECKING, Annotated

import strawberry
from sqlalchemy import case

import models
from graphql_schema.described import computed
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import Children, load_children
from graphql_schema.paging import Connection, Page
from graphql_schema.types.activity import ActivityConnection
from graphql_schema.types.aggregate import countable_connection
from graphql_schema.types.countable import CONTACT
from graphql_schema.types.deal import DealConnection, LazyCompany
from graphql_schema.types.deal_value import load_deal_value
from graphql_schema.types.node import Record
from graphql_schema.types.record import SOURCES, Info, column, record, to_many
from graphql_schema.types.task import TaskConnection
from models.base import table_of
from models.fields.mapping import Entity

if TYPE_CHECKING:
    from graphql_schema.types.company import CompanyConnection

_ACTIVITY = table_of(models.Activity).c
_ASSOCIATION = table_of(models.Association).c
_COMPANY = table_of(models.Company)
_DEAL = table_of(models.Deal).c
_TASK = table_of(models.Task).c

LazyCompanyConnection = Annotated["CompanyConnection", strawberry.lazy("graphql_schema.types.company")]

COMPANIES = Order(
    (
        Term("main", case((_ASSOCIATION.is_main, 0), else_=1)),
        Term("createdAt", _ASSOCIATION.created_at, descending=True),
        Term("id", _COMPANY.c.id, descending=True),
    )
)
_MAIN = Page(1)
_COMPANIES = Children(_COMPANY, _ASSOCIATION.contact_id, COMPANIES, _ASSOCIATION.company_id)


@record(models.Contact)
class Contact(Record):
    """A person the company knows or sells to. Text fields hold exactly what was sent."""

    entity = Entity.CONTACT

    email: str | None = column("Their e-mail address.")
    first_name: str | None = column("Their first name.")
    last_name: str | None = column("Their last name.")
    full_name: str | None = column("Their full name as sent; `name` is the one to show.")
    phone: str | None = column("Their telephone number.")
    mobile_phone: str | None = column("Their mobile telephone number.")
    company_name: str | None = column("Whom they work for, as sent; `company` is the linked record.")
    title: str | None = column("What they do there.")
    linkedin_url: str | None = column("Their LinkedIn profile.")
    location: str | None = column("Where they are, in one line.")
    city: str | None = column("Their city.")
    state: str | None = column("Their state or region.")
    country: str | None = column("Their country.")
    industry: str | None = column("The industry they work in.")
    website: str | None = column("Their website.")
    bio: str | None = column("What they say of themselves.")
    lead_score: float | None = column("How promising they are, as a number of your own making.")
    lifecycle_stage: str | None = column(
        "How far they have come with you, such as `lead` or `customer`; your own words."
    )

    companies: LazyCompanyConnection = to_many(
        models.Company,
        _ASSOCIATION.contact_id,
        COMPANIES,
        "The companies they are linked to, the main one first.",
        child=_ASSOCIATION.company_id,
    )
    activities: ActivityConnection = to_many(
        models.Activity,
        _ACTIVITY.contact_id,
        Order((Term("happenedAt", _ACTIVITY.happened_at, True), Term("id", _ACTIVITY.id, True))),
        "What happened with them, newest first.",
    )
    tasks: TaskConnection = to_many(
        models.Task,
        _TASK.contact_id,
        Order((Term("dueAt", _TASK.due_at, nullable=True), Term("id", _TASK.id))),
        "What has to be done about them, the most urgent first.",
    )
    deals: DealConnection = to_many(
        models.Deal, _DEAL.contact_id, Order((Term("id", _DEAL.id, True),)), "The deals with them, newest first."
    )

    @computed
    def name(self) -> str | None:
        """The name to show: first and last name, else the full name, else the e-mail address."""
        return " ".join(part for part in (self.first_name, self.last_name) if part) or self.full_name or self.email

    @computed
    async def company(self, info: Info) -> LazyCompany | None:
        """The company they mainly belong to: of the linked records, not the text."""
        found = await load_children(info.context, SOURCES[_COMPANY], _COMPANIES, self.id, _MAIN).extract()
        return found.edges[0].node if found.edges else None

    @computed
    async def deal_value(self, info: Info) -> float | None:
        """What their open deals in the base currency are worth; without any, the number Enginy sent, if it did."""
        return await load_deal_value(info.context, Entity.CONTACT, self.id, self.custom())


if TYPE_CHECKING:
    ContactConnection = Connection[Contact]
else:
    ContactConnection = countable_connection(Contact, CONTACT, __name__)
