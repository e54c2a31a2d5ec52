"""Deals: made, moved through the stages, won or lost. Open ones make up the deal value of their contact and company."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from sqlmodel import SQLModel, col, select

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Report
from graphql_schema.resolvers.bulk import Chosen, Filter, Versions, Wanted, choose
from graphql_schema.resolvers.recording import open_journal
from graphql_schema.resolvers.rows import (
    RowKind,
    as_is,
    as_stored,
    create_rows,
    edit_rows,
    mark_rows,
    new_row,
    set_values,
)
from models.base import table_of
from models.company import Company
from models.configuration import Configuration, load_configuration
from models.contact import Contact
from models.database.session import Session
from models.database.statements import is_any
from models.deal import Deal, DealStatus
from models.errors import InvalidInput
from models.exact_json import JsonValue
from models.fields.cleaning import MAX_NAME, MAX_TEXT, check_text, is_storable
from models.incoming import Item
from models.ledger.journal import Journal
from models.money import checked_currency, hundredths_of
from models.sync_back import money
from models.user import User


def _shown(name: str, value: Any) -> tuple[str, JsonValue]:
    """The history tells amounts in units of the currency."""
    if name == AMOUNT:
        return "amount", money(value) if value is not None else None
    return as_is(name, value)


def _stored(label: str, value: JsonValue) -> tuple[str, Any]:
    if label == "amount":
        return AMOUNT, hundredths_of("amount", Decimal(str(value))) if value is not None else 0
    return as_stored(label, value)


DEAL = RowKind("deal", "Deal", Deal, _shown, _stored)
AMOUNT = "amount_hundredths"
TEXTS = {"name": (MAX_NAME, "name"), "stage": (MAX_NAME, "stage"), "lost_reason": (MAX_TEXT, "lostReason")}
REFERENCES = {"contact_id": ("contactId", Contact), "company_id": ("companyId", Company), "owner_id": ("ownerId", User)}


@dataclass(frozen=True, slots=True)
class DealChanges:
    """Fields of a deal to set, by name; a name that is missing is left alone, None clears.

    Names: name, stage, status, lost_reason, amount, currency, expected_close, contact_id, company_id, owner_id.
    """

    values: Mapping[str, Any]
    item: Item = field(default_factory=lambda: Item(fields={}))  # as it arrived, for the ledger

    def judged(self, *, new: bool) -> dict[str, Any]:
        """The values by column. Raises InvalidInput for one that no deal can have, whatever it was before."""
        values = dict(self.values)
        for name, (longest, told) in TEXTS.items():
            if isinstance(values.get(name), str):
                check_text(told, values[name], longest)
                values[name] = values[name].strip() or None
        if (new or "name" in values) and not values.get("name"):
            raise InvalidInput("name is required", field="name")
        if "status" in values:
            values["status"] = _status(values["status"])
        if "amount" in values:
            amount = values.pop("amount")
            values[AMOUNT] = hundredths_of("amount", amount if amount is not None else Decimal(0))
        if values.get("currency") is not None:
            values["currency"] = checked_currency("currency", values["currency"])
        if not isinstance(values.get("expected_close"), (date, type(None))):
            raise InvalidInput("expectedClose must be a date", field="expectedClose")
        for name, (told, _) in REFERENCES.items():
            check_text(told, values.get(name) or "", MAX_NAME)
            if name in values:
                values[name] = values[name] or None
        return values


async def create_deals(
    ctx: Context, deals: list[DealChanges], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Create deals, each judged alone. Without a stage a deal starts in the first one, without a currency it is in the
    base currency; both are in the configuration.

    ```graphql
    mutation { createDeals(deals: [{ name: "Pilot", amount: "1250.50", currency: "EUR", contactId: "contact_…" }]) {
        results { deal { id stage } problem { code message } } } }
    ```
    """
    journal = open_journal(ctx, "create_deals", None, [each.item for each in deals])
    writing = _Writing(journal, deals)

    def make(index: int) -> SQLModel:
        values = {
            "stage": writing.configuration.deal_stages[0],
            "status": DealStatus.OPEN.value,
            AMOUNT: 0,
            **writing.judged(deals[index], new=True),
        }
        values["currency"] = values.get("currency") or writing.configuration.base_currency
        return new_row(DEAL, _closed(values, None, journal), journal)  # type: ignore[no-any-return]

    return await create_rows(
        ctx, journal, DEAL, len(deals), make, ready=writing.ready, policy=error_policy, dry_run=dry_run
    )


async def update_deal(
    ctx: Context, id: str, changes: DealChanges, expected_version: int | None = None, dry_run: bool = False
) -> Report:
    """Set the fields of a deal that are given. Winning or losing it stamps the time, reopening it clears time and reason.

    With `expectedVersion`, a deal that somebody else wrote meanwhile is left alone and told as a conflict.

    ```graphql
    mutation { updateDeal(id: "deal_…", changes: { status: LOST, lostReason: "Price" }, expectedVersion: 3) {
        ... on DealChanged { deal { status closedAt } }
        ... on VersionConflictProblem { currentVersion record { id } } ... on Problem { code message } } }
    ```
    """
    versions = [(id, expected_version)] if expected_version is not None else None
    return await _update(ctx, "update_deal", Chosen([id]), changes, versions, dry_run=dry_run)


async def update_deals(
    ctx: Context,
    changes: DealChanges,
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Set the same fields on many deals, such as the stage of all that were dragged: those with these ids, or all that
    fulfil a filter.

    ```graphql
    mutation { updateDeals(ids: ["deal_…"], changes: { stage: "Negotiation" }) {
        changed results { deal { stage } problem { code message } } } }
    ```
    """
    chosen = await choose(ctx, ids, Wanted("filter", table_of(Deal), filter), policy=error_policy)
    return await _update(ctx, "update_deals", chosen, changes, expected_versions, error_policy, dry_run=dry_run)


async def delete_deals(
    ctx: Context,
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Delete deals: lists and deal values leave them out, and `restoreDeals` brings them back with their history.

    ```graphql
    mutation { deleteDeals(ids: ["deal_…"]) { changeSetId matched changed results { problem { code } } } }
    ```
    """
    chosen = await choose(ctx, ids, Wanted("filter", table_of(Deal), filter), policy=error_policy)
    return await mark_rows(
        ctx, "delete_deals", DEAL, chosen, deleted=True, versions=expected_versions, policy=error_policy,
        dry_run=dry_run,
    )  # fmt: skip


async def restore_deals(
    ctx: Context, ids: list[str], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Bring deleted deals back."""
    return await mark_rows(ctx, "restore_deals", DEAL, Chosen(ids), deleted=False, policy=error_policy, dry_run=dry_run)


async def _update(
    ctx: Context,
    act: str,
    chosen: Chosen,
    changes: DealChanges,
    versions: Versions | None,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    *,
    dry_run: bool,
) -> Report:
    items, facts = chosen.told(changes.item.fields or {})
    journal = open_journal(ctx, act, None, items, **facts)
    writing = _Writing(journal, [changes])

    def edit(deal: Deal) -> bool:
        values = writing.judged(changes, new=False)
        if "currency" in values:
            values["currency"] = values["currency"] or writing.configuration.base_currency
        return set_values(DEAL, deal, _closed(values, deal, journal), journal)

    return await edit_rows(
        ctx, journal, DEAL, chosen, edit, ready=writing.ready, versions=versions, policy=policy, dry_run=dry_run
    )


class _Writing:
    """What writing deals needs to know: the configuration, and which of the records they name are there."""

    def __init__(self, journal: Journal, deals: Sequence[DealChanges]) -> None:
        self.journal = journal
        self.deals = deals
        self.configuration = Configuration()
        self._there: dict[str, set[str]] = {}

    async def ready(self, session: Session) -> None:
        self.configuration = await load_configuration(session)
        for name, (_, model) in REFERENCES.items():
            wanted = {str(each.values[name]) for each in self.deals if each.values.get(name)}
            self._there[name] = await _live(session, model, sorted(wanted)) if wanted else set()

    def judged(self, changes: DealChanges, *, new: bool) -> dict[str, Any]:
        values = changes.judged(new=new)
        for name, (told, model) in REFERENCES.items():
            if values.get(name) and values[name] not in self._there[name]:
                what = "active user" if model is User else f"live {model.__name__.lower()}"
                raise InvalidInput(f"{told}: there is no {what} {values[name]!r}", field=told)
        return values


async def _live(session: Session, model: Any, ids: Sequence[str]) -> set[str]:
    """Those of the ids that name a record which is not deleted, or a user who is still here."""
    gone = model.deactivated_at if model is User else model.deleted_at
    wanted = [each for each in ids if is_storable(each)]
    found = await session.exec(select(model.id).where(is_any(col(model.id), "ids", wanted), col(gone).is_(None)))
    return set(found.all())


def _closed(values: dict[str, Any], deal: Deal | None, journal: Journal) -> dict[str, Any]:
    """The values, with the moment of closing and the reason kept in step with the status.

    Raises InvalidInput for a reason where nothing is lost.
    """
    before = deal.status if deal is not None else DealStatus.OPEN.value
    status = values.get("status", before)
    if values.get("lost_reason") and status != DealStatus.LOST:
        raise InvalidInput("lostReason belongs to a deal that is lost", field="lostReason")
    if status != before:
        values["closed_at"] = journal.now if status != DealStatus.OPEN else None
        if status != DealStatus.LOST:
            values["lost_reason"] = None
    return values


def _status(value: Any) -> str:
    try:
        return DealStatus(value).value
    except ValueError:
        raise InvalidInput(f"status must be one of {', '.join(DealStatus)}", field="status") from None
