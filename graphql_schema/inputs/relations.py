"""Records by what they are tied to: some, every or none of many others, or the one whose id they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from sqlalchemy import Column, ColumnElement, Select, Table, select

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Combined, Conditions, asks, complement, live, operator
from models.base import table_of
from models.database.statements import is_none_of, is_one_of

if TYPE_CHECKING:
    from graphql_schema.inputs.deals import DealFilter
    from graphql_schema.inputs.lists import ActivityFilter, CompanyFilter, ContactFilter, TaskFilter

_ASSOCIATION = table_of(models.Association).c

LazyContactFilter = Annotated["ContactFilter", strawberry.lazy("graphql_schema.inputs.lists")]
LazyCompanyFilter = Annotated["CompanyFilter", strawberry.lazy("graphql_schema.inputs.lists")]
LazyTaskFilter = Annotated["TaskFilter", strawberry.lazy("graphql_schema.inputs.lists")]
LazyActivityFilter = Annotated["ActivityFilter", strawberry.lazy("graphql_schema.inputs.lists")]
LazyDealFilter = Annotated["DealFilter", strawberry.lazy("graphql_schema.inputs.deals")]

SOME = "One of them fulfils this, or more."
EVERY = "All of them fulfil this; so it is where there are none."
NONE = "None of them fulfils this; so it is where there are none."


@input_type
class RelatedContacts:
    """By the live contacts that are tied to it. Everything given must hold."""

    some: LazyContactFilter | None = operator(SOME)
    every: LazyContactFilter | None = operator(EVERY)
    none: LazyContactFilter | None = operator(NONE)


@input_type
class RelatedCompanies:
    """By the live companies that are tied to it. Everything given must hold."""

    some: LazyCompanyFilter | None = operator(SOME)
    every: LazyCompanyFilter | None = operator(EVERY)
    none: LazyCompanyFilter | None = operator(NONE)


@input_type
class RelatedDeals:
    """By the live deals that are tied to it. Everything given must hold."""

    some: LazyDealFilter | None = operator(SOME)
    every: LazyDealFilter | None = operator(EVERY)
    none: LazyDealFilter | None = operator(NONE)


@input_type
class RelatedTasks:
    """By the live tasks that are tied to it. Everything given must hold."""

    some: LazyTaskFilter | None = operator(SOME)
    every: LazyTaskFilter | None = operator(EVERY)
    none: LazyTaskFilter | None = operator(NONE)


@input_type
class RelatedActivities:
    """By the activities that are tied to it. Everything given must hold."""

    some: LazyActivityFilter | None = operator(SOME)
    every: LazyActivityFilter | None = operator(EVERY)
    none: LazyActivityFilter | None = operator(NONE)


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties records to others: `owner` holds the ids of those, of the records in `table`, or with `other` between."""

    table: Table
    owner: Column[Any]
    other: Column[Any] | None = None

    def owners(self, conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
        """Ids of those to which a live record is tied that fulfils the conditions."""
        statement = select(self.owner).where(*live(self.table), *conditions)
        if self.other is None:
            return statement.where(self.owner.is_not(None))
        return statement.select_from(self.other.table.join(self.table, self.table.c.id == self.other))


DEALS_OF_CONTACT = Tie(table_of(models.Deal), table_of(models.Deal).c.contact_id)
DEALS_OF_COMPANY = Tie(table_of(models.Deal), table_of(models.Deal).c.company_id)
TASKS_OF_CONTACT = Tie(table_of(models.Task), table_of(models.Task).c.contact_id)
TASKS_OF_COMPANY = Tie(table_of(models.Task), table_of(models.Task).c.company_id)
ACTIVITIES_OF_CONTACT = Tie(table_of(models.Activity), table_of(models.Activity).c.contact_id)
ACTIVITIES_OF_COMPANY = Tie(table_of(models.Activity), table_of(models.Activity).c.company_id)
COMPANIES_OF_CONTACT = Tie(table_of(models.Company), _ASSOCIATION.contact_id, _ASSOCIATION.company_id)
CONTACTS_OF_COMPANY = Tie(table_of(models.Contact), _ASSOCIATION.company_id, _ASSOCIATION.contact_id)


def many(own_id: ColumnElement[Any], tie: Tie, description: str) -> Any:
    """A field about the many records that are tied to one."""

    def compiled(_: str, wanted: Any, now: datetime) -> Conditions:
        found: Conditions = []
        if wanted.some is not None:
            found.append(is_one_of(own_id, _apart(tie.owners(wanted.some.given(now)))))
        if wanted.every is not None:
            found.append(is_none_of(own_id, _apart(tie.owners([complement(wanted.every.given(now))]))))
        if wanted.none is not None:
            found.append(is_none_of(own_id, _apart(tie.owners(wanted.none.given(now)))))
        return found

    return asks(compiled, description)


def one(column: ColumnElement[Any], table: Table, description: str) -> Any:
    """A field about the live record whose id stands in a column."""

    def compiled(_: str, wanted: Combined, now: datetime) -> Conditions:
        return [is_one_of(column, _apart(select(table.c.id).where(*live(table), *wanted.given(now))))]

    return asks(compiled, description)


def _apart(ids: Select[Any]) -> Select[Any]:
    """The same ids, named at the head of the statement: SQLite's parser gives up where selects stand deep in each other."""
    return select(*ids.cte().c)
