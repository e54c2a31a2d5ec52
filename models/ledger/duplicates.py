"""Pairs of records that may be one: noted as they are met, read to be settled, and the one id that names a pair."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import col, select

from models.base import table_of
from models.database.session import Session
from models.database.statements import is_any
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.ledger.possible_duplicate import DuplicateState, PossibleDuplicate

_TABLE = table_of(PossibleDuplicate)
_COLUMNS = ("entity", "first_id", "second_id", "evidence", "state", "run_id", "found_at")

Pair = tuple[str, str, str]  # two records, and the kind of identifier that points at both

_BETWEEN = "."  # in no id of ours


def pair_id(first_id: str, second_id: str) -> str:
    """One id for a pair: those of both records."""
    return f"{first_id}{_BETWEEN}{second_id}"


def ids_in(pair: str) -> tuple[str, str]:
    """The records of a pair; the second is empty where the id names no pair."""
    first_id, _, second_id = pair.partition(_BETWEEN)
    return first_id, second_id


async def note_duplicates(
    session: Session, entity: Entity, pairs: Iterable[Pair], *, run_id: str, now: datetime
) -> None:
    """Remember pairs that are not known yet; what a person said of a known pair stays."""
    rows = {}
    for one, other, kind in pairs:
        first, second = sorted((one, other))
        rows[first, second] = (entity.value, first, second, {"kind": str(kind)}, DuplicateState.OPEN.value, run_id, now)
    await session.insert_missing(_TABLE, _COLUMNS, [rows[pair] for pair in sorted(rows)])


async def pairs_for_update(session: Session, pairs: Sequence[str]) -> dict[str, PossibleDuplicate]:
    """Pairs by id, locked; one that nobody noted is missing."""
    named = [ids_in(each) for each in pairs if is_storable(each)]
    found = await session.exec(
        select(PossibleDuplicate)
        .where(
            is_any(col(PossibleDuplicate.entity), "entities", [each.value for each in Entity]),
            is_any(col(PossibleDuplicate.first_id), "first", [first for first, _ in named]),
            is_any(col(PossibleDuplicate.second_id), "second", [second for _, second in named]),
        )
        .order_by(col(PossibleDuplicate.entity), col(PossibleDuplicate.first_id), col(PossibleDuplicate.second_id))
        .with_for_update()
    )
    return {pair_id(each.first_id, each.second_id): each for each in found.all()}
