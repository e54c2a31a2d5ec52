"""Undoing a run: what it did is undone record by record, slice by slice, as a run of its own that can be undone again."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from graphql_schema.context import Context
from graphql_schema.resolvers.bulk import slice_of
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.undoing import Part, decision_of, failed, undo
from graphql_schema.resolvers.unlinking import MadeLink, links_made
from models.base import table_of
from models.database.session import Session
from models.database.statements import is_any
from models.errors import NotFound, NotRevertible, NotStored
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.ledger.journal import Journal
from models.ledger.revertible import LINKING, Revertible, revertible
from models.ledger.run import Run, RunStatus
from models.ledger.undoing import read_deeds, records_changed
from models.ledger.undone import Undone, UndoneAs

SLICE = 500  # records of one transaction
MOST_TOLD = 200  # records that a result tells of; the run keeps all of them

_RUN = table_of(Run)
_NAMES = ("id", "entity", "act", "status", "counts", "duration_ms", "reverted_by", "reached")
_RUNS = select(*(_RUN.c[name] for name in _NAMES)).where(is_any(_RUN.c.id, "ids"))
# Megabytes of a large run, and so read only where they are needed, and not once a slice.
_DECISIONS = select(_RUN.c.decisions).where(is_any(_RUN.c.id, "ids"))


@dataclass(slots=True)
class Reverting:
    """What undoing a run gave: how many records became what, and some of them, those first of which something stays."""

    run_id: str | None
    counts: Mapping[str, int]
    told: Sequence[Undone]


async def revert_change_set(ctx: Context, id: str, dry_run: bool = False) -> Reverting:
    """Undo a run: fields get the values they had before it, what it made is deleted, what it deleted comes back, and
    links it made are taken away. A field that somebody wrote since stays as it is and is told, and so does a record the
    run made that somebody here edited; all else is undone. A contact that is taken away keeps its link, which no sync
    follows as long as it is deleted.

    Undoing is a run itself, so undoing that one does it all again. Many records take several transactions: if it is
    interrupted, the same call goes on where it stopped. Erasing cannot be undone.

    ```graphql
    mutation { revertChangeSet(id: "run_…") {
        ... on ChangeSetReverted {
            changeSetId totals { reverted partly kept unchanged failed }
            results { record { id } outcome kept { field editedBy { label } editedAt } } }
        ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "revert_change_set", reverts=id, changeSetId=id)
    async with ctx.db.read() as session:
        judged = await revertible(session, [id]) if is_storable(id) else {}
        if id not in judged:
            raise NotFound("Change set", id)
        _check(judged[id])
        run = await _read(session, id)
        changed = await records_changed(session, id)
        decisions = await _read_decisions(session, id) if run["act"] in LINKING else None
    entity = Entity(run["entity"]) if run["entity"] in list(Entity) else None
    links = await links_made(entity, decisions)
    return await _Work(ctx, journal, id, sorted({*changed, *links}), links).do(dry_run=dry_run)


async def _read(session: Session, run_id: str) -> dict[str, Any]:
    [row] = await session.rows(_RUNS, ids=[run_id])
    return dict(zip(_NAMES, row, strict=True))


async def _read_decisions(session: Session, run_id: str) -> bytes | None:
    [[decisions]] = await session.rows(_DECISIONS, ids=[run_id])
    return bytes(decisions) if decisions is not None else None


def _check(judged: Revertible) -> None:
    """Raises NotRevertible where the run cannot be undone."""
    if judged.reason is not None:
        raise NotRevertible(judged.reason.sentence, judged.reason.value, reverted_by=judged.reverted_by)


class _Done(Exception):
    """Somebody else, who was at the same, came to the end of it."""


@dataclass(slots=True)
class _Work:
    """An undoing on its way through the records of a run, in the order of their ids."""

    ctx: Context
    journal: Journal
    run_id: str
    ids: Sequence[str]
    links: Mapping[str, Sequence[MadeLink]]
    reached: str = ""  # the last record that is done
    undone: list[Undone] = field(default_factory=list)  # of the slice under way
    notable: list[Undone] = field(default_factory=list)
    others: list[Undone] = field(default_factory=list)

    async def do(self, *, dry_run: bool) -> Reverting:
        alone = False
        more = True
        while more:

            async def slice_(session: Session, alone: bool = alone) -> None:
                await self._slice(session, alone=alone, dry_run=dry_run)

            try:
                await record(
                    self.ctx, self.journal, slice_, dry_run=dry_run, more=lambda: self.journal.reached is not None
                )
            except NotStored:
                if alone:
                    raise
                alone = True
                continue
            except _Done:
                break
            alone = False
            self._tell()
            more = self.journal.reached is not None
            self.reached = self.journal.reached or ""
        return Reverting(self.ctx.run_id, self.journal.totals, [*self.notable, *self.others][:MOST_TOLD])

    async def _slice(self, session: Session, *, alone: bool, dry_run: bool) -> None:
        if not dry_run:
            await self._meet(session)
        start = bisect_right(self.ids, self.reached)
        end = start + slice_of(self.ctx, SLICE)
        ids = self.ids[start:end]
        deeds, since = await read_deeds(session, self.run_id, ids)
        part = Part(ids, deeds, since, {each: self.links[each] for each in ids if each in self.links})
        journal = self.journal
        journal.begin(len(ids))
        journal.reached = ids[-1] if len(self.ids) > end else None
        self.undone = await self._alone(session, part) if alone else await undo(self.ctx, session, journal, part)
        journal.entity = None
        for index, each in enumerate(self.undone):
            journal.decide(index, decision_of(each))

    async def _alone(self, session: Session, part: Part) -> list[Undone]:
        """One record after the other, so that only those fail which the database refuses."""
        undone: list[Undone] = []
        for each in part.ids:
            mark = self.journal.mark()
            try:
                async with session.savepoint():
                    undone += await undo(self.ctx, session, self.journal, part.alone(each))
            except NotStored as problem:
                self.journal.back_to(mark)
                session.expunge_all()
                undone.append(failed(part, each, problem))
        return undone

    async def _meet(self, session: Session) -> None:
        """Take up what is done already, and leave word that this run undoes the other. Raises _Done at the end of it."""
        journal = self.journal
        await session.lock([f"undoing {self.run_id}"])
        run = await _read(session, self.run_id)
        earlier = await _read(session, run["reverted_by"]) if run["reverted_by"] is not None else None
        if earlier is not None:
            is_under_way = earlier["status"] == RunStatus.UNFINISHED
            if not is_under_way and earlier["id"] != journal.run_id:
                _check((await revertible(session, [self.run_id]))[self.run_id])
            elif (earlier["id"], earlier["reached"]) != (journal.run_id, self.reached):
                decisions = await _read_decisions(session, earlier["id"])
                journal.take_up(earlier["id"], earlier["duration_ms"], earlier["counts"], decisions)
                self.reached = earlier["reached"]
            if not is_under_way and earlier["id"] == journal.run_id:
                self.ctx.run_id = journal.run_id
                raise _Done
            if is_under_way:
                return
        await session.update_rows(_RUN, ("reverted_by",), [(self.run_id, journal.run_id)])

    def _tell(self) -> None:
        """Keep some of a slice for the result: what stays is worth more than what was undone."""
        for each in self.undone:
            plain = each.became in (UndoneAs.REVERTED, UndoneAs.UNCHANGED)
            kept = self.others if plain else self.notable
            if len(kept) < MOST_TOLD:
                kept.append(each)
