"""Whether a run can be undone: what the ledger keeps of it, and whether that was done already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import exists, or_, select

from models.base import table_of
from models.database.session import Session
from models.database.statements import is_any
from models.fields.mapping import Entity
from models.ledger.change import Change
from models.ledger.run import Run, RunStatus
from models.ledger.run_slice import RunSlice

# What the ledger tells field by field and a person may undo: the entities of its changes.
ENTITIES = (*(entity.value for entity in Entity), "task", "deal", "note")
# Acts that make links, which only their decisions tell.
LINKING = frozenset((*(f"{verb}_{entity.plural}" for verb in ("sync", "create") for entity in Entity), "link_external"))
ERASING = "erase_contacts"
_CHANGING = ("created", "updated", "deleted", "restored", "reverted", "partly")


class Irrevertible(StrEnum):
    """Why a run cannot be undone."""

    ERASURE = "erasure"
    ALREADY_REVERTED = "already_reverted"
    UNFINISHED = "unfinished"
    EVIDENCE_GONE = "evidence_gone"
    NOTHING_TO_REVERT = "nothing_to_revert"

    @property
    def sentence(self) -> str:
        return _SENTENCES[self]


_SENTENCES = {
    Irrevertible.ERASURE: "Erasing is for good",
    Irrevertible.ALREADY_REVERTED: "This run is undone already; undo that run to do it again",
    Irrevertible.UNFINISHED: "This run undoes another and was interrupted; finish it first by undoing the other again",
    Irrevertible.EVIDENCE_GONE: "What this run did to records is no longer kept",
    Irrevertible.NOTHING_TO_REVERT: "This run changed no contact, company, deal, task, note or link",
}


@dataclass(frozen=True, slots=True)
class Revertible:
    """Why a run cannot be undone, None where it can; and the run that undid it, where that one holds."""

    reason: Irrevertible | None = None
    reverted_by: str | None = None


_RUN, _CHANGE = table_of(Run).c, table_of(Change).c
_told = exists().where(_CHANGE.run_id == _RUN.id, is_any(_CHANGE.entity, "entities", ENTITIES))
_is_decided = or_(_RUN.decisions.is_not(None), exists().where(table_of(RunSlice).c.run_id == _RUN.id))
_ABOUT = select(_RUN.id, _RUN.act, _RUN.status, _RUN.counts, _RUN.reverts, _RUN.reverted_by, _is_decided, _told).where(
    is_any(_RUN.id, "ids")
)
_UNDOING = select(_RUN.id, _RUN.status, _RUN.reverted_by).where(is_any(_RUN.id, "ids"))


async def revertible(session: Session, run_ids: Iterable[str]) -> dict[str, Revertible]:
    """Whether these runs can be undone; an unknown id is missing."""
    rows = await session.rows(_ABOUT, ids=list(run_ids))
    undoing = await _undoing(session, [row[5] for row in rows if row[5] is not None])
    return {row[0]: _judged(row, undoing) for row in rows}


def _judged(row: Sequence[Any], undoing: Mapping[str, tuple[str, str | None]]) -> Revertible:
    _, act, status, counts, reverts, reverted_by, has_decisions, is_told = row
    if act == ERASING:
        return Revertible(Irrevertible.ERASURE)
    if _holds(reverted_by, undoing):
        complete = undoing[reverted_by][0] == RunStatus.SUCCEEDED
        return Revertible(Irrevertible.ALREADY_REVERTED if complete else None, reverted_by)
    if reverts is not None and status == RunStatus.UNFINISHED:
        return Revertible(Irrevertible.UNFINISHED)
    if is_told:
        return Revertible()
    linked = act in LINKING and (counts.get("matched") or counts.get("linked"))
    if linked and has_decisions:
        return Revertible()
    gone = linked or any(counts.get(each) for each in _CHANGING)
    return Revertible(Irrevertible.EVIDENCE_GONE if gone else Irrevertible.NOTHING_TO_REVERT)


def _holds(run_id: str | None, undoing: Mapping[str, tuple[str, str | None]]) -> bool:
    """Whether an undoing run is there and was not itself undone. One that is under way counts as done."""
    if run_id is None or run_id not in undoing:
        return False
    reverted_by = undoing[run_id][1]
    undone = _holds(reverted_by, undoing) and undoing[reverted_by or ""][0] != RunStatus.UNFINISHED
    return not undone


async def _undoing(session: Session, run_ids: list[str]) -> dict[str, tuple[str, str | None]]:
    """Status and undoing run of these runs, of the runs that undid them, and so on."""
    found: dict[str, tuple[str, str | None]] = {}
    while run_ids:
        rows = await session.rows(_UNDOING, ids=run_ids)
        found |= {run_id: (status, reverted_by) for run_id, status, reverted_by in rows}
        run_ids = [each for _, _, each in rows if each is not None and each not in found]
    return found
