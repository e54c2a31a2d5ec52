"""Deals as they are written, and what their list can be filtered by."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import strawberry
from sqlalchemy import ColumnElement

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Conditions, Listed, both, by, either, neither, operator
from graphql_schema.inputs.filters import DateFilter, DateTimeFilter, IdFilter, TextFilter, equal, ranged, words
from graphql_schema.inputs.relations import LazyCompanyFilter, LazyContactFilter, one
from graphql_schema.resolvers.deals import DealChanges
from graphql_schema.types.scalars import Amount
from models.base import table_of
from models.deal import DealStatus
from models.incoming import Item
from models.money import hundredths_of

_DEAL = table_of(models.Deal).c


@input_type
class DealFields:
    """Fields of a deal: one that is absent is left alone, null clears, a value sets."""

    name: strawberry.Maybe[str] = strawberry.field(description="What it is called. Required for a new deal.")
    stage: strawberry.Maybe[str | None] = strawberry.field(
        description="The step of the pipeline, usually one of the configuration's `dealStages`; any other word is kept too."
    )
    status: strawberry.Maybe[DealStatus] = strawberry.field(
        description="Open, won or lost. Closing it stamps `closedAt`, reopening it clears that and the reason."
    )
    lost_reason: strawberry.Maybe[str | None] = strawberry.field(description="Why it was lost; for a lost deal only.")
    amount: strawberry.Maybe[Amount | None] = strawberry.field(
        description="What it is worth, in its currency; null is nothing."
    )
    currency: strawberry.Maybe[str | None] = strawberry.field(
        description="The currency by its three letters, such as `EUR`; null is the base currency."
    )
    expected_close: strawberry.Maybe[date | None] = strawberry.field(description="When it is expected to be decided.")
    contact_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The contact it is with.")
    company_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The company it is with.")
    owner_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(
        description="The member of the team whose it is."
    )

    def to_act(self) -> DealChanges:
        values = {name: given.value for name, given in vars(self).items() if given is not None}
        return DealChanges(values, Item(fields={name: _told(value) for name, value in values.items()}))


@input_type
class DealStatusFilter:
    """By where a deal stands."""

    eq: DealStatus | None = operator("Stands so.")
    ne: DealStatus | None = operator("Stands otherwise.")
    in_: list[DealStatus] | None = operator("Stands in one of these ways.", "in")
    not_in: list[DealStatus] | None = operator("Stands in none of these ways.")

    def on(self, _: str, column: ColumnElement[Any]) -> Conditions:
        return equal(column, self, str)


@input_type
class AmountFilter:
    """By an amount, whatever the currency."""

    eq: Amount | None = operator("Is this amount.")
    ne: Amount | None = operator("Is another amount.")
    in_: list[Amount] | None = operator("Is one of these amounts.", "in")
    not_in: list[Amount] | None = operator("Is none of these amounts.")
    lt: Amount | None = operator("Less than this.")
    lte: Amount | None = operator("This at most.")
    gt: Amount | None = operator("More than this.")
    gte: Amount | None = operator("This at least.")

    def on(self, name: str, column: ColumnElement[Any]) -> Conditions:
        stored = partial(hundredths_of, name)
        return equal(column, self, stored) + ranged(column, self, stored)


@input_type
class DealFilter(Listed):
    """Which deals. Everything given must hold."""

    table = table_of(models.Deal)

    text: str | None = strawberry.field(
        default=None, description="Every word occurs in the name or the stage, in whatever letter case."
    )
    id: IdFilter | None = by(_DEAL.id, "By its own id.")
    name: TextFilter | None = by(_DEAL.name, "By name.")
    stage: TextFilter | None = by(_DEAL.stage, "By stage, as it is written.")
    status: DealStatusFilter | None = by(_DEAL.status, "By status.")
    lost_reason: TextFilter | None = by(_DEAL.lost_reason, "By why they were lost.")
    owner_id: IdFilter | None = by(_DEAL.owner_id, "By whose it is.")
    contact_id: IdFilter | None = by(_DEAL.contact_id, "By contact.")
    company_id: IdFilter | None = by(_DEAL.company_id, "By company.")
    currency: TextFilter | None = by(_DEAL.currency, "By currency, in capitals.")
    amount: AmountFilter | None = by(_DEAL.amount_hundredths, "By amount, whatever the currency.")
    expected_close: DateFilter | None = by(_DEAL.expected_close, "By when they are expected to be decided.")
    closed_at: DateTimeFilter | None = by(_DEAL.closed_at, "By when they were won or lost.")
    created_at: DateTimeFilter | None = by(_DEAL.created_at, "By when they were created.")
    created_by: IdFilter | None = by(_DEAL.created_by, "By who created them.")
    updated_at: DateTimeFilter | None = by(_DEAL.updated_at, "By when they were last changed.")
    updated_by: IdFilter | None = by(_DEAL.updated_by, "By who changed them last.")
    contact: LazyContactFilter | None = one(
        _DEAL.contact_id, table_of(models.Contact), "By the live contact it is with."
    )
    company: LazyCompanyFilter | None = one(
        _DEAL.company_id, table_of(models.Company), "By the live company it is with."
    )
    and_: list["DealFilter"] | None = both()
    or_: list["DealFilter"] | None = either()
    not_: "DealFilter | None" = neither()
    deleted: bool = strawberry.field(
        default=False,
        description="The deleted ones instead of the live ones. To be asked of the outermost filter alone.",
    )

    def asked(self) -> Conditions:
        return words(self.text, (_DEAL.name, _DEAL.stage))


def _told(value: Any) -> Any:
    """A value as the ledger keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
