"""Who owns a key: one set-based question per kind of identifier, for a whole batch."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from models.database.session import Session
from models.database.statements import is_any
from models.fields.mapping import Entity
from models.identity.keys import KeyKind
from models.identity.matching import MatchKey
from models.pacing import slices
from models.records import KINDS

Owned = dict[MatchKey, list[str]]


async def find_owners(session: Session, entity: Entity, keys: Sequence[MatchKey]) -> Owned:
    """Ids of the live records under each key, smallest first; a key nobody owns is missing."""
    asked: dict[KeyKind, dict[str, None]] = {}
    async for part in slices(keys, 5_000):
        for kind, value in part:
            asked.setdefault(kind, {})[value] = None
    owners: Owned = {}
    shared: set[MatchKey] = set()
    for kind, values in asked.items():
        async for some in slices(list(values), 10_000):
            rows = await session.rows(_statement(entity), kind=kind.value, values=some)
            async for found in slices(rows, 3_000):
                for value, record_id in found:
                    key = kind, value
                    owning = owners.get(key)
                    if owning is None:
                        owners[key] = [record_id]
                    else:
                        owning.append(record_id)
                        shared.add(key)
    for key in shared:
        owners[key].sort()
    return owners


@cache
def _statement(entity: Entity) -> Select[Any]:
    key = KINDS[entity].keys.c
    return select(key.value, key.record_id).where(key.kind == bindparam("kind"), is_any(key.value, "values"))


async def keys_added_since(session: Session, entity: Entity, moment: Any, *, at_most: int) -> set[MatchKey] | None:
    """The keys that came to any record since `moment`, or None when they are more than `at_most`."""
    rows = await session.rows(_added_statement(entity, at_most + 1), moment=moment)
    return None if len(rows) > at_most else {(KeyKind(kind), value) for kind, value in rows}


@cache
def _added_statement(entity: Entity, limit: int) -> Select[Any]:
    key = KINDS[entity].keys.c
    moment = bindparam("moment", type_=key.added_at.type)
    return select(key.kind, key.value).where(key.added_at >= moment).limit(limit)
