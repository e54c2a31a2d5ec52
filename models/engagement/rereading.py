"""Reading the stored past anew: after a mapping changed, after a name with commas was learned, after this code changed.

The ledger of changes is never touched but for a mark of what it holds; everything read from it is brought in step, some
hundred records at a time, while writers go on by the new rules already.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, Text, bindparam, select, type_coerce

from models.base import table_of
from models.database.engine import Database
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.naming import forget_pieces
from models.engagement.reading import Reader
from models.engagement.report import EngagementReport
from models.engagement.words import EngagementField
from models.exact_json import json_text
from models.fields.mapping import Entity
from models.fields.meaning import load_meanings
from models.fields.registry import FieldSighting
from models.ledger.change import Change, LedgerEntry
from models.ledger.journal import CHANGE_COLUMNS
from models.records import KINDS, read_for_update

SLICE = 200  # records of one transaction

_CHANGE, _SIGHTING, _REPORT = table_of(Change), table_of(FieldSighting).c, table_of(EngagementReport).c
_MARKED = ("engagement_only",)


async def reread_names(db: Database, entity: Entity, names: Sequence[str], *, now: datetime) -> int:
    """Read again every record to which one of these names was ever written; how many records that were."""
    return await _reread_all(db, entity, _written(entity), now=now, names=list(names))


async def reread_lists(db: Database, field: EngagementField, names: Sequence[str], *, now: datetime) -> int:
    """Read again every record that reported one of these names joined with others."""
    total = 0
    for entity in Entity:
        for name in names:
            total += await _reread_all(db, entity, _listing(entity, field, name), now=now)
    await db.retrying(lambda session: forget_pieces(session, field, names))
    return total


async def reread_everything(db: Database, entity: Entity, *, now: datetime) -> int:
    """Read again every record there is."""
    return await _reread_all(db, entity, _every(entity), now=now)


async def records_written(db: Database, entity: Entity, names: Sequence[str], *, after: str) -> list[str]:
    """The next records, by id, to which one of these names was ever written."""
    return await _next(db, _written(entity), last=after, names=list(names))


async def _next(db: Database, statement: Select[Any], **parameters: Any) -> list[str]:
    async with db.read() as session:
        return [row[0] for row in await session.rows(statement, **parameters)]


async def _reread_all(db: Database, entity: Entity, statement: Select[Any], *, now: datetime, **parameters: Any) -> int:
    total, last = 0, ""
    while ids := await _next(db, statement, last=last, **parameters):
        await db.retrying(lambda session, ids=ids: reread_records(session, entity, ids, now=now))  # type: ignore[misc]
        total += len(ids)
        last = ids[-1]
    return total


async def reread_records(session: Session, entity: Entity, record_ids: Sequence[str], *, now: datetime) -> None:
    """Read some records again, from the ledger and from their activities, in the caller's transaction."""
    await read_for_update(session, KINDS[entity], record_ids)
    meanings = await load_meanings(session, entity, hold=True)
    entries: dict[str, list[LedgerEntry]] = {record_id: [] for record_id in record_ids}
    for row in await session.rows(_changes_of(entity), records=record_ids):
        entry = LedgerEntry(*row)
        entries[entry.record_id].append(entry)
    before = {entry.id: bool(entry.engagement_only) for own in entries.values() for entry in own}
    await Reader(session, entity, meanings, now).read_anew(entries)
    marks = [
        (entry.id, entry.engagement_only)
        for own in entries.values()
        for entry in own
        if entry.engagement_only != before[entry.id]
    ]
    await session.update_rows(_CHANGE, _MARKED, sorted(marks))


@cache
def _changes_of(entity: Entity) -> Select[Any]:
    c = _CHANGE.c
    return (
        select(*(c[name] for name in CHANGE_COLUMNS))
        .where(c.entity == entity.value, is_any(c.record_id, "records"), c.custom_fields != {})
        .order_by(c.record_id, c.id)
    )


@cache
def _written(entity: Entity) -> Select[Any]:
    c = _CHANGE.c
    runs = select(_SIGHTING.run_id).where(_SIGHTING.entity == entity.value, is_any(_SIGHTING.name, "names"))
    return (
        select(c.record_id)
        .distinct()
        .where(c.run_id.in_(runs), c.entity == entity.value, c.record_id > bindparam("last", type_=c.id.type))
        .order_by(c.record_id)
        .limit(SLICE)
    )


def _listing(entity: Entity, field: EngagementField, name: str) -> Select[Any]:
    c = _REPORT
    return (
        select(c.record_id)
        .distinct()
        .where(
            c.entity == entity.value,
            c.field == field.value,
            type_coerce(c.new_raw, Text).contains(json_text(name)[1:-1], autoescape=True),
            c.record_id > bindparam("last", type_=c.id.type),
        )
        .order_by(c.record_id)
        .limit(SLICE)
    )


@cache
def _every(entity: Entity) -> Select[Any]:
    c = KINDS[entity].table.c
    return select(c.id).where(c.id > bindparam("last", type_=c.id.type)).order_by(c.id).limit(SLICE)
