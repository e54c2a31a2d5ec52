"""Deals as they are looked at: one by id, a list, and a board with a column for each stage."""

from typing import Any

import strawberry
from sqlalchemy import func, select

import models
from graphql_schema.context import Context
from graphql_schema.inputs.deals import DealFilter
from graphql_schema.inputs.orders import DealOrder, deal_order
from graphql_schema.loaders import configuration_of, fetch, load_list, load_record
from graphql_schema.paging import Connection, Page
from graphql_schema.types.deal import CurrencyAmount, Deal, DealStage
from graphql_schema.types.record import SOURCES
from models.base import table_of
from models.deal import DealStatus
from models.money import in_units

_DEAL = table_of(models.Deal)


async def find_deal(ctx: Context, id: strawberry.ID) -> Deal | None:
    """A deal by id, deleted ones too. Null if there is none.

    ```graphql
    { deal(id: "deal_…") {
        name stage status amount currency changes(first: 5) { nodes { at fields { field old new } } } } }
    ```
    """
    found: Deal | None = await load_record(ctx, SOURCES[_DEAL], id)
    return found


async def list_deals(
    ctx: Context,
    filter: DealFilter | None = None,
    order_by: list[DealOrder] | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Deal]:
    """Deals, the latest change first unless told.

    ```graphql
    { deals(filter: { status: { eq: OPEN }, amount: { gte: 1000 } }, orderBy: { field: EXPECTED_CLOSE }) {
        nodes { name stage amount currency expectedClose contact { name } owner { name } } } }
    ```
    """
    ctx.require_read()
    page = Page.of(first, after, last, before, at_most=ctx.limits.page)
    wanted = filter or DealFilter()
    return load_list(ctx, SOURCES[_DEAL], wanted.conditions(ctx.clock()), deal_order(order_by), page)


async def list_deal_stages(ctx: Context, filter: DealFilter | None = None) -> list[DealStage]:
    """The columns of a deal board, with their totals: open deals by the configured stages first, empty ones too, then by
    stages that are in none of these; then the won and the lost ones, by the stage they were in.

    ```graphql
    { dealStages(filter: { ownerId: { eq: "user_…" } }) { stage status count amountByCurrency { currency amount } } }
    ```
    """
    ctx.require_read()
    c = _DEAL.c
    groups = (c.status, c.stage, c.currency)
    total = func.sum(c.amount_hundredths)
    statement = (
        select(*groups, func.count(), total).where(*(filter or DealFilter()).conditions(ctx.clock())).group_by(*groups)
    )
    configured = (await configuration_of(ctx)).deal_stages
    found: dict[tuple[str, str | None], DealStage] = {
        (DealStatus.OPEN.value, stage): DealStage(stage=stage, status=DealStatus.OPEN, count=0, amount_by_currency=[])
        for stage in configured
    }
    for status, stage, currency, count, hundredths in sorted(await fetch(ctx, statement), key=_place(configured)):
        column = found.setdefault(
            (status, stage), DealStage(stage=stage, status=DealStatus(status), count=0, amount_by_currency=[])
        )
        column.count += count
        column.amount_by_currency.append(CurrencyAmount(currency=currency, amount=in_units(hundredths)))
    return list(found.values())


def _place(configured: tuple[str, ...]) -> Any:
    """Where a group stands: by status, by configured stage, by other stages, without a stage, by currency."""
    statuses = [each.value for each in DealStatus]

    def place(row: Any) -> tuple[int, bool, bool, int, str, str]:
        status, stage, currency = row[0], row[1], row[2]
        known = configured.index(stage) if stage in configured else len(configured)
        return statuses.index(status), stage is None, known == len(configured), known, stage or "", currency

    return place
