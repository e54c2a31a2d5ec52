"""Making the deals and notes of the story through the team's own acts; what is there already is left alone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from api.demo.sales import PlannedDeal, PlannedNote
from graphql_schema.context import Context
from graphql_schema.outcome import Report
from graphql_schema.resolvers.deals import DealChanges, create_deals, update_deal
from graphql_schema.resolvers.notes import NoteChanges, create_note
from models.database.engine import Database
from models.database.statements import is_any
from models.deal import Deal, DealStatus
from models.incoming import Item
from models.note import Note

By = Callable[[datetime, str], Context]  # the context of a user's call at a moment


async def make_deals(
    db: Database, by: By, items: Sequence[PlannedDeal], people: Mapping[str, str], companies: Mapping[str, str]
) -> None:
    """Make each deal, and close those that were decided."""
    async with db.read() as session:
        found = await session.exec(select(Deal).where(is_any(col(Deal.contact_id), "ids", list(people.values()))))
        known = {(deal.contact_id, deal.name): deal.id for deal in found.all()}
    for planned in items:
        contact_id = people[planned.person]
        deal_id = known.get((contact_id, planned.name))
        if deal_id is None:
            values = {
                "name": planned.name, "stage": planned.stage, "amount": planned.amount,
                "expected_close": planned.expected_close, "contact_id": contact_id,
                "company_id": companies[planned.company], "owner_id": planned.owner,
            }  # fmt: skip
            made = await create_deals(by(planned.made_at, planned.owner), [_changes(values)])
            deal_id = _done(made)
        if planned.closed_at is not None:
            closing: dict[str, Any] = {"status": planned.status}
            if planned.status is DealStatus.LOST:
                closing["lost_reason"] = planned.lost_reason
            _done(await update_deal(by(planned.closed_at, planned.owner), deal_id, _changes(closing)))


async def make_notes(db: Database, by: By, items: Sequence[PlannedNote], people: Mapping[str, str]) -> None:
    """Write each note."""
    async with db.read() as session:
        found = await session.exec(select(Note).where(is_any(col(Note.record_id), "ids", list(people.values()))))
        known = {(note.record_id, note.body) for note in found.all()}
    for planned in items:
        contact_id = people[planned.person]
        if (contact_id, planned.body) not in known:
            note = NoteChanges({"body": planned.body, "is_pinned": planned.is_pinned})
            _done(await create_note(by(planned.at, planned.author), contact_id, note))


def _changes(values: Mapping[str, Any]) -> DealChanges:
    return DealChanges(values, Item({name: str(value) for name, value in values.items()}))


def _done(report: Report) -> str:
    """The id of what was made or changed. Raises the problem that stood in the way."""
    (outcome,) = report.outcomes
    if outcome.problem is not None:
        raise outcome.problem
    assert outcome.record_id is not None
    return outcome.record_id
