"""Noting pairs of records that may be one."""

from collections.abc import Iterable
from datetime import datetime

from models.base import table_of
from models.database.session import Session
from models.fields.mapping import Entity
from models.ledger.possible_duplicate import DuplicateState, PossibleDuplicate

_TABLE = table_of(PossibleDuplicate)
_COLUMNS = ("entity", "first_id", "second_id", "evidence", "state", "run_id", "found_at")

Pair = tuple[str, str, str]  # two records, and the kind of identifier that points at both


async def note_duplicates(
    session: Session, entity: Entity, pairs: Iterable[Pair], *, run_id: str, now: datetime
) -> None:
    """Remember pairs that are not known yet; what a person said of a known pair stays."""
    rows = {}
    for one, other, kind in pairs:
        first, second = sorted((one, other))
        rows[first, second] = (entity.value, first, second, {"kind": str(kind)}, DuplicateState.OPEN.value, run_id, now)
    await session.insert_missing(_TABLE, _COLUMNS, [rows[pair] for pair in sorted(rows)])
