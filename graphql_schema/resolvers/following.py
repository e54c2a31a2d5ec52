"""What follows from new activities, in the transaction that stores them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from sqlalchemy import select

from models.activity import Activity
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.reading import Reader
from models.fields.mapping import Entity
from models.fields.meaning import load_meanings
from models.ledger.journal import Journal
from models.records import KINDS


class About(Protocol):
    """What names a contact, a company, both or neither."""

    @property
    def contact_id(self) -> str | None: ...
    @property
    def company_id(self) -> str | None: ...


def touched(activities: Iterable[About]) -> list[tuple[Entity, list[str]]]:
    """The ids of contacts and companies that activities name, in the order in which everybody locks them."""
    contacts, companies = set(), set()
    for each in activities:
        contacts.add(each.contact_id)
        companies.add(each.company_id)
    named = ((Entity.CONTACT, contacts), (Entity.COMPANY, companies))
    return [(entity, ids) for entity, given in named if (ids := sorted(each for each in given if each))]


async def follow_activities(session: Session, journal: Journal, activities: Sequence[Activity]) -> None:
    """Bring everything in step with activities that were just stored; the rows of their records are locked.

    The last activity of contact and company follows the newest one, and never goes back.
    """
    newest: dict[str, datetime] = {}
    for each in activities:
        for record_id in (each.contact_id, each.company_id):
            newest[record_id] = max(each.happened_at, newest.get(record_id, each.happened_at))
    for entity, ids in touched(activities):
        journal.touch(ids)
        reader = Reader(session, entity, await load_meanings(session, entity, hold=True), journal.now)
        await reader.read_activities(ids)
        table = KINDS[entity].table
        statement = select(table.c.id, table.c.last_activity_at).where(is_any(table.c.id, "ids", ids))
        rows = (await session.exec(statement)).all()  # type: ignore[call-overload]
        moved = [(id, newest[id]) for id, moment in rows if moment is None or moment < newest[id]]
        await session.update_rows(table, ("last_activity_at",), moved)
