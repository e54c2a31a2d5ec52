"""Rebuilding the key tables after the rules of derivation changed: another telephone region, other composites.

Writers that run meanwhile derive by the new rules already, and wait for a record only while its slice is at work.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from models.configuration import Configuration, StoredSetting
from models.database.engine import Database
from models.database.session import Session
from models.database.statements import is_any
from models.fields.mapping import Entity
from models.identity.derivation import KeyRules
from models.records import KINDS, read_for_update

RULES_SETTING = "key_rules"
RULES_VERSION = 2  # raised when a normal form changes, so that keys stored before are derived anew
SLICE = 500  # records of one transaction


@dataclass(slots=True)
class Rekeyed:
    """How much a rebuild looked at and changed."""

    records: int = 0
    added: int = 0
    removed: int = 0


def key_rules(configuration: Configuration, region: str | None) -> dict[Entity, KeyRules]:
    """The rules in force."""
    return {entity: KeyRules(region, frozenset(configuration.match_order(entity))) for entity in Entity}


def rules_fingerprint(rules: Mapping[Entity, KeyRules]) -> dict[str, Any]:
    """What tells one set of rules from another, as it is stored."""
    kinds = {entity.value: sorted(each.kinds) for entity, each in rules.items()}
    return {"version": RULES_VERSION, "region": rules[Entity.CONTACT].region, "kinds": kinds}


async def stored_fingerprint(session: Session) -> Any:
    """The rules that the stored keys were derived by; None before the first rebuild."""
    setting = await session.get(StoredSetting, RULES_SETTING)
    return setting.value if setting is not None else None


async def rebuild_keys(
    db: Database, entity: Entity, rules: KeyRules, *, now: datetime, slice_size: int = SLICE
) -> Rekeyed:
    """Bring the keys of every record in step with the rules, a slice at a time. Doing it again changes nothing."""
    total, last = Rekeyed(), ""
    while True:
        async with db.read() as session:
            ids = [row[0] for row in await session.rows(_next_ids(entity, slice_size), last=last)]
        if not ids:
            return total
        done = await db.retrying(lambda session, ids=ids: _rebuild(session, entity, rules, ids, now))  # type: ignore[misc]
        total.records += done.records
        total.added += done.added
        total.removed += done.removed
        last = ids[-1]


async def _rebuild(session: Session, entity: Entity, rules: KeyRules, ids: list[str], now: datetime) -> Rekeyed:
    kind = KINDS[entity]
    records = await read_for_update(session, kind, ids)
    stored = {tuple(row) for row in await session.rows(_keys_of(entity), ids=ids)}
    wanted = {
        (key.value, value, each.id)
        for each in records.values()
        if each.deleted_at is None
        for key, value in rules.stored(entity, each.values)
    }
    removed, added = sorted(stored - wanted), sorted(wanted - stored)
    await session.delete_rows(kind.keys, removed)
    await session.insert_missing(kind.keys, ("kind", "value", "record_id", "added_at"), [(*key, now) for key in added])
    return Rekeyed(len(records), len(added), len(removed))


@cache
def _next_ids(entity: Entity, size: int) -> Select[Any]:
    c = KINDS[entity].table.c
    return select(c.id).where(c.id > bindparam("last", type_=c.id.type)).order_by(c.id).limit(size)


@cache
def _keys_of(entity: Entity) -> Select[Any]:
    key = KINDS[entity].keys.c
    return select(key.kind, key.value, key.record_id).where(is_any(key.record_id, "ids"))
