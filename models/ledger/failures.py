"""Keeping the items that failed in step with what became of them: settled by a link, open again where that is undone."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, select

from models.base import table_of
from models.database.session import Session
from models.database.statements import is_any, unindexed
from models.errors import InvalidInput
from models.exact_json import JsonText, json_text
from models.fields.mapping import Entity
from models.incoming import external_id_of
from models.ledger.decision import ItemDecision
from models.ledger.external_link import ENGINY, ExternalLink
from models.ledger.failed_item import FailedItem
from models.pacing import slices
from models.records import KINDS

_TABLE = table_of(FailedItem)
_ITEM, _LINK = _TABLE.c, table_of(ExternalLink).c
_COLUMNS = ("run_id", "place", "entity", "external_id", "code", "is_open", "decision")

Failed = tuple[int, ItemDecision]  # an item's place in its run, and what was decided


async def note_failures(session: Session, run_id: str, entity: Entity | None, failed: Sequence[Failed]) -> None:
    """Remember items of a run that failed. Earlier ones about the same foreign records are settled by that."""
    if not failed:
        return
    latest = {_external_id(each): place for place, each in failed}
    linked: set[str] = set()
    if entity is not None:
        external_ids = [each for each in latest if each is not None]
        await settle(session, entity, external_ids)
        linked = await _linked(session, entity, external_ids)
    async for part in slices(failed, 1_000):
        rows = []
        for place, decision in part:
            external_id = _external_id(decision)
            named = entity is not None and external_id is not None
            is_open = named and external_id not in linked and latest[external_id] == place
            told = JsonText(json_text(decision))
            rows.append((run_id, place, entity.value if entity else None, external_id, decision.code, is_open, told))
        await session.insert_rows(_TABLE, _COLUMNS, rows)


async def settle(session: Session, entity: Entity, external_ids: Iterable[str]) -> None:
    """These foreign records lead to ours by now, or were asked for again."""
    async for part in slices(sorted(external_ids), 10_000):
        found = await session.rows(_OPEN, entity=entity.value, external_ids=part)
        await session.update_rows(_TABLE, ("is_open",), [(*key, False) for key in found])


async def reopen(session: Session, entity: Entity, external_ids: Iterable[str]) -> None:
    """These foreign records lead nowhere any more: the last item that failed about each is open again."""
    async for part in slices(sorted(external_ids), 10_000):
        found = await session.rows(_EARLIER, entity=entity.value, external_ids=part)
        last = {external_id: (run_id, place) for external_id, run_id, place in found}
        await session.update_rows(_TABLE, ("is_open",), [(*key, True) for key in sorted(last.values())])


async def forget_failures(session: Session, run_ids: Sequence[str]) -> None:
    """What these runs decided is no longer kept."""
    await session.exec(delete(_TABLE).where(is_any(_ITEM.run_id, "ids", run_ids)))


async def forget_erased(session: Session, erased: Mapping[str, Sequence[int]]) -> None:
    """Items at these places of these runs are no longer kept."""
    gone = sorted((run_id, place) for run_id, places in erased.items() for place in places)
    await session.delete_rows(_TABLE, gone)


def _external_id(decision: ItemDecision) -> str | None:
    """The foreign record that an item is about; None where it named none, or none that there can be."""
    try:
        return external_id_of(decision.external_id)
    except InvalidInput:
        return None


async def _linked(session: Session, entity: Entity, external_ids: Sequence[str]) -> set[str]:
    """Those of them that lead to a live record."""
    found: set[str] = set()
    async for part in slices(external_ids, 10_000):
        found.update(row[0] for row in await session.rows(_live(entity), entity=entity.value, external_ids=part))
    return found


@cache
def _live(entity: Entity) -> Select[Any]:
    record = KINDS[entity].table.c
    return (
        select(_LINK.external_id)
        .join(KINDS[entity].table, record.id == _LINK.record_id)
        .where(
            _LINK.entity == bindparam("entity", type_=_LINK.entity.type),
            _LINK.source == ENGINY,
            is_any(_LINK.external_id, "external_ids"),
            record.deleted_at.is_(None),
        )
    )


_ABOUT = (
    is_any(_ITEM.external_id, "external_ids"),
    _ITEM.entity == bindparam("entity", type_=_ITEM.entity.type),
)
# In the order of the key, so that writers who meet wait for each other instead of for ever. SQLite would rather read all
# items that are open.
_OPEN = (
    select(_ITEM.run_id, _ITEM.place)
    .where(*_ABOUT, unindexed(_ITEM.is_open).is_(True))
    .order_by(_ITEM.run_id, _ITEM.place)
    .with_for_update()
)
_EARLIER = select(_ITEM.external_id, _ITEM.run_id, _ITEM.place).where(*_ABOUT).order_by(_ITEM.run_id, _ITEM.place)
