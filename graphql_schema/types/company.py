"""Organizations."""

from typing import TYPE_CHECKING

import models
from graphql_schema.described import computed
from graphql_schema.keyset import Order, Term
from graphql_schema.paging import Connection
from graphql_schema.types.activity import ActivityConnection
from graphql_schema.types.aggregate import countable_connection
from graphql_schema.types.contact import ContactConnection
from graphql_schema.types.countable import COMPANY
from graphql_schema.types.deal import DealConnection
from graphql_schema.types.deal_value import load_deal_value
from graphql_schema.types.node import Record
from graphql_schema.types.record import Info, column, record, to_many
from graphql_schema.types.task import TaskConnection
from models.base import table_of
from models.fields.mapping import Entity

_ACTIVITY = table_of(models.Activity).c
_ASSOCIATION = table_of(models.Association).c
_CONTACT = table_of(models.Contact).c
_DEAL = table_of(models.Deal).c
_TASK = table_of(models.Task).c


@record(models.Company)
class Company(Record):
    """An organization contacts work for. Text fields hold exactly what was sent."""

    entity = Entity.COMPANY

    name: str | None = column("Its name.")
    domain: str | None = column("Its domain, such as `example.com`.")
    website: str | None = column("Its website.")
    industry: str | None = column("The industry it is in.")
    number_of_employees: int | None = column("How many people work there.")
    linkedin_url: str | None = column("Its LinkedIn page.")
    location: str | None = column("Where it is, in one line.")
    description: str | None = column("What it does.")
    revenue: str | None = column("What it earns, as sent.")
    company_type: str | None = column("What kind of company it is, as sent.")
    founded_year: int | None = column("When it was founded.")
    technologies_used: str | None = column("What technologies it uses, as sent.")

    contacts: ContactConnection = to_many(
        models.Contact,
        _ASSOCIATION.company_id,
        Order((Term("id", _CONTACT.id),)),
        "The contacts linked to it, oldest first.",
        child=_ASSOCIATION.contact_id,
    )
    activities: ActivityConnection = to_many(
        models.Activity,
        _ACTIVITY.company_id,
        Order((Term("happenedAt", _ACTIVITY.happened_at, True), Term("id", _ACTIVITY.id, True))),
        "What happened with it, newest first.",
    )
    tasks: TaskConnection = to_many(
        models.Task,
        _TASK.company_id,
        Order((Term("dueAt", _TASK.due_at, nullable=True), Term("id", _TASK.id))),
        "What has to be done about it, the most urgent first.",
    )
    deals: DealConnection = to_many(
        models.Deal, _DEAL.company_id, Order((Term("id", _DEAL.id, True),)), "The deals with it, newest first."
    )

    @computed
    async def deal_value(self, info: Info) -> float | None:
        """What its open deals in the base currency are worth; without any, the number Enginy sent, if it did."""
        return await load_deal_value(info.context, Entity.COMPANY, self.id, self.custom())


if TYPE_CHECKING:
    CompanyConnection = Connection[Company]
else:
    CompanyConnection = countable_connection(Company, COMPANY, __name__)
