"""Deals as they are written, and what their list can be filtered by."""

from datetime import date
from decimal import Decimal
from typing import Any

import strawberry
from sqlalchemy import ColumnElement

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.filters import Conditions, DateTimeFilter, IdFilter, TextFilter, words
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

    eq: DealStatus | None = strawberry.field(default=None, description="Stands so.")
    in_: list[DealStatus] | None = strawberry.field(name="in", default=None, description="Stands in one of these ways.")

    def on(self, column: ColumnElement[Any]) -> Conditions:
        found: Conditions = [column == self.eq.value] if self.eq is not None else []
        return found + ([column.in_([each.value for each in self.in_])] if self.in_ is not None else [])


@input_type
class AmountFilter:
    """By an amount, whatever the currency."""

    lt: Amount | None = strawberry.field(default=None, description="Less than this.")
    lte: Amount | None = strawberry.field(default=None, description="This at most.")
    gt: Amount | None = strawberry.field(default=None, description="More than this.")
    gte: Amount | None = strawberry.field(default=None, description="This at least.")

    def on(self, name: str, column: ColumnElement[Any]) -> Conditions:
        found: Conditions = []
        if self.lt is not None:
            found.append(column < hundredths_of(name, self.lt))
        if self.lte is not None:
            found.append(column <= hundredths_of(name, self.lte))
        if self.gt is not None:
            found.append(column > hundredths_of(name, self.gt))
        if self.gte is not None:
            found.append(column >= hundredths_of(name, self.gte))
        return found


@input_type
class DateFilter:
    """By a day."""

    lt: date | None = strawberry.field(default=None, description="Before this day.")
    lte: date | None = strawberry.field(default=None, description="On this day or before.")
    gt: date | None = strawberry.field(default=None, description="After this day.")
    gte: date | None = strawberry.field(default=None, description="On this day or after.")
    is_null: bool | None = strawberry.field(default=None, description="Whether there is none.")

    def on(self, column: ColumnElement[Any]) -> Conditions:
        found: Conditions = []
        if self.lt is not None:
            found.append(column < self.lt)
        if self.lte is not None:
            found.append(column <= self.lte)
        if self.gt is not None:
            found.append(column > self.gt)
        if self.gte is not None:
            found.append(column >= self.gte)
        if self.is_null is not None:
            found.append(column.is_(None) if self.is_null else column.is_not(None))
        return found


@input_type
class DealFilter:
    """Which deals. Everything given must hold."""

    text: str | None = strawberry.field(
        default=None, description="Every word occurs in the name or the stage, in whatever letter case."
    )
    status: DealStatusFilter | None = strawberry.field(default=None, description="By status.")
    stage: TextFilter | None = strawberry.field(default=None, description="By stage, exactly as it is written.")
    owner_id: IdFilter | None = strawberry.field(default=None, description="By whose it is.")
    contact_id: IdFilter | None = strawberry.field(default=None, description="By contact.")
    company_id: IdFilter | None = strawberry.field(default=None, description="By company.")
    currency: TextFilter | None = strawberry.field(default=None, description="By currency, in capitals.")
    amount: AmountFilter | None = strawberry.field(default=None, description="By amount, whatever the currency.")
    expected_close: DateFilter | None = strawberry.field(
        default=None, description="By when they are expected to be decided."
    )
    closed_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were won or lost.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were created.")
    updated_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were last changed.")
    deleted: bool = strawberry.field(default=False, description="The deleted ones instead of the live ones.")

    def conditions(self) -> Conditions:
        c = _DEAL
        found: Conditions = [c.deleted_at.is_not(None) if self.deleted else c.deleted_at.is_(None)]
        found += words(self.text, (c.name, c.stage))
        found += self.status.on(c.status) if self.status else []
        found += self.stage.on("stage", c.stage) if self.stage else []
        found += self.owner_id.on("ownerId", c.owner_id) if self.owner_id else []
        found += self.contact_id.on("contactId", c.contact_id) if self.contact_id else []
        found += self.company_id.on("companyId", c.company_id) if self.company_id else []
        found += self.currency.on("currency", c.currency) if self.currency else []
        found += self.amount.on("amount", c.amount_hundredths) if self.amount else []
        found += self.expected_close.on(c.expected_close) if self.expected_close else []
        for moment, column in (
            (self.closed_at, c.closed_at),
            (self.created_at, c.created_at),
            (self.updated_at, c.updated_at),
        ):
            found += moment.on(column) if moment else []
        return found


def _told(value: Any) -> Any:
    """A value as the ledger keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
