"""Reading engagement out of a database that was filled before this release knew how: by an older release, or older rules."""

from collections import Counter
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from models.activity import Activity
from models.base import table_of
from models.database.engine import Database
from models.database.session import Session
from models.engagement.messages import read_message
from models.engagement.rereading import reread_everything
from models.fields.mapping import Entity
from models.fields.meaning import load_meanings
from models.fields.recognizing import recognize_names
from models.fields.recording import FieldsSeen
from models.ledger.change import Change
from models.records import KINDS, is_blank

READING_SETTING = "engagement_reading"
READING_VERSION = 1  # raised when a parser or the making of events changes, so that what is stored is read anew
SLICE = 1_000

_ACTIVITY, _CHANGE = table_of(Activity), table_of(Change).c
_MESSAGE = ("step", "steps", "sender")


async def read_everything(
    db: Database, *, threshold: float, now: datetime, actor_id: str, run_id: str
) -> dict[Entity, int]:
    """Read all that was ever stored by the rules of today; how many records of each kind that were. Can be repeated."""
    await _read_messages(db)
    counts = {}
    for entity in Entity:
        await _read_names(db, entity, threshold=threshold, now=now, actor_id=actor_id, run_id=run_id)
        counts[entity] = await reread_everything(db, entity, now=now)
    return counts


async def _read_messages(db: Database) -> None:
    """Steps and senders of the activities that are there."""
    last = ""
    while True:
        async with db.read() as session:
            rows = await session.rows(_activities(), last=last)
        if not rows:
            return
        told = []
        for id_, type_, direction, subject, details, *_ in rows:
            message = read_message(type_, direction, subject, details)
            told.append((id_, message.step, message.steps, message.sender))
        changed = [row for row, stored in zip(told, rows, strict=True) if row[1:] != tuple(stored[-3:])]
        async with db.write() as session:
            await session.update_rows(_ACTIVITY, _MESSAGE, changed)
        last = rows[-1][0]


async def _read_names(
    db: Database, entity: Entity, *, threshold: float, now: datetime, actor_id: str, run_id: str
) -> None:
    """Which names were written, by the ledger; how many records hold each; and what they mean."""
    seen = FieldsSeen()
    sightings: Counter[tuple[str, str]] = Counter()
    moments: dict[str, datetime] = {}
    last = ""
    while True:
        async with db.read() as session:
            rows = await session.rows(_changes(entity), last=last)
        if not rows:
            break
        for _, run, at, custom in rows:
            seen.add({name: change["new"] for name, change in custom.items() if "new" in change})
            sightings.update((name, run) for name in custom)
            moments[run] = at
        last = rows[-1][0]
    filled = await _filled(db, entity)

    async def store(session: Session) -> None:
        await seen.count_anew(session, entity, filled, sightings, moments)
        meanings = await load_meanings(session, entity)
        await recognize_names(session, meanings, seen, threshold=threshold, now=now, actor_id=actor_id, run_id=run_id)

    await db.retrying(store)


async def _filled(db: Database, entity: Entity) -> Counter[str]:
    """How many live records hold a value, by name."""
    filled: Counter[str] = Counter()
    last = ""
    while True:
        async with db.read() as session:
            rows = await session.rows(_records(entity), last=last)
        if not rows:
            return filled
        for _, custom in rows:
            filled.update(name for name, value in custom.items() if not is_blank(value))
        last = rows[-1][0]


@cache
def _activities() -> Select[Any]:
    c = _ACTIVITY.c
    return _next(c.id, c.type, c.direction, c.subject, c.details, *(c[name] for name in _MESSAGE))


@cache
def _changes(entity: Entity) -> Select[Any]:
    c = _CHANGE
    return _next(c.id, c.run_id, c.at, c.custom_fields).where(c.entity == entity.value, c.custom_fields != {})


@cache
def _records(entity: Entity) -> Select[Any]:
    c = KINDS[entity].table.c
    return _next(c.id, c.custom_fields).where(c.deleted_at.is_(None), c.custom_fields != {})


def _next(id_: Any, *others: Any) -> Select[Any]:
    return select(id_, *others).where(id_ > bindparam("last", type_=id_.type)).order_by(id_).limit(SLICE)
