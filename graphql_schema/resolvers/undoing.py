"""Undoing what a run did to some records, in the transaction of the slice they are in; each is judged by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql_schema.context import Context
from graphql_schema.resolvers.companies import Belonging
from graphql_schema.resolvers.deals import DEAL
from graphql_schema.resolvers.deletion import hold_identifiers, note_shared_identifiers
from graphql_schema.resolvers.notes import NOTE
from graphql_schema.resolvers.rows import RowKind, read_rows, set_values, store_rows
from graphql_schema.resolvers.tasks import TASK
from graphql_schema.resolvers.unlinking import Linking, MadeLink
from models.applying import put_back
from models.configuration import load_configuration
from models.database.session import Session
from models.engagement.reading import Reader
from models.errors import CRMError, NotFound
from models.fields.mapping import Entity
from models.fields.meaning import load_meanings
from models.fields.recording import FieldsSeen
from models.identity.derivation import KeyRules
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.ledger.undoing import DELETED_AT, Deed, Edit, Plan, Since, plan
from models.ledger.undone import Undone, UndoneAs
from models.pacing import slices
from models.records import KINDS, Record, read_for_update, save

ROWS: Mapping[str, RowKind] = {kind.entity: kind for kind in (TASK, DEAL, NOTE)}
STEP = 50  # records; then other callers have their turn


@dataclass(slots=True)
class Part:
    """The records of one slice: what the run did to each, what was done since, and the links it made."""

    ids: Sequence[str]
    deeds: Mapping[str, Deed]
    since: Mapping[str, Since]
    links: Mapping[str, Sequence[MadeLink]] = field(default_factory=dict)

    def of(self, entity: str) -> list[str]:
        """The records of one kind. One that was only linked is of the kind its link is of."""
        return [each for each in self.ids if self._entity(each) == entity]

    def deed(self, record_id: str) -> Deed:
        return self.deeds.get(record_id) or Deed(record_id, self._entity(record_id))

    def alone(self, record_id: str) -> "Part":
        return Part([record_id], self.deeds, self.since, self.links)

    def _entity(self, record_id: str) -> str:
        deed = self.deeds.get(record_id)
        return deed.entity if deed is not None else self.links[record_id][0].entity.value


async def undo(ctx: Context, session: Session, journal: Journal, part: Part) -> list[Undone]:
    """Undo what can be undone; what became of each record."""
    undone: list[Undone] = []
    for entity in Entity:
        if ids := part.of(entity):
            undone += await _Records(ctx, session, journal, entity, part).undo(ids)
    for kind in ROWS.values():
        if ids := part.of(kind.entity):
            undone += await _undo_rows(session, journal, kind, part, ids)
    return undone


class _Records:
    """Contacts or companies of a slice. They are saved as an update saves them: history, keys, engagement, registry."""

    def __init__(self, ctx: Context, session: Session, journal: Journal, entity: Entity, part: Part) -> None:
        self.session = session
        self.journal = journal
        self.entity = entity
        self.kind = KINDS[entity]
        self.part = part
        self.region = ctx.region

    async def undo(self, ids: Sequence[str]) -> list[Undone]:
        session, journal = self.session, self.journal
        configuration = await load_configuration(session)
        rules = KeyRules(self.region, frozenset(configuration.match_order(self.entity)))
        meanings = await load_meanings(session, self.entity, hold=True)
        records = await read_for_update(session, self.kind, ids)
        self.links = Linking(session, self.entity, journal)
        await self.links.read(records, [self.part.deed(each) for each in records], self.part.links)
        self.belonging = Belonging(session)
        await self.belonging.read([self.part.deed(each) for each in records])
        mark = journal.mark()
        journal.entity = self.entity
        self.seen = FieldsSeen()
        undone: list[Undone] = []
        self.restored: list[Record] = []
        async for some in slices(ids, STEP):
            undone += [self._undo_one(each, records.get(each)) for each in some]
        if self.restored:
            await hold_identifiers(session, self.entity, self.restored, rules)
        await save(session, self.kind, list(records.values()), rules, now=journal.now, actor_id=journal.actor.id)
        if self.restored:
            await note_shared_identifiers(session, self.entity, self.restored, rules, configuration, journal)
        await Reader(session, self.entity, meanings, journal.now).read_changes(journal.since(mark))
        await self.belonging.store(journal.now)
        await self.links.store()
        await self.seen.store(session, self.entity, run_id=journal.run_id, now=journal.now)
        return undone

    def _undo_one(self, record_id: str, found: Record | None) -> Undone:
        if found is None:
            return _failed(record_id, self.entity, NotFound(self.entity.noun, record_id))
        deed, since = self.part.deed(record_id), self.part.since[record_id]
        was_live, before = found.deleted_at is None, dict(found.custom)
        wanted = plan(deed, since, found.values, before, is_deleted=not was_live)
        aside: dict[str, Any] = {}
        if not deed.created:  # a record that is taken away keeps its links and companies, for when it comes back
            aside |= self.belonging.undo(deed, since, wanted)
            aside |= self.links.undo(found, deed, self.part.links.get(record_id, ()), wanted)
        applied = put_back(self.kind, found, wanted, self.journal, aside)
        is_live = found.deleted_at is None
        if is_live and not was_live:
            self.restored.append(found)
        self.seen.came_or_went(before, -was_live)
        self.seen.came_or_went(found.custom, is_live)
        return _became(record_id, self.entity, wanted, done=bool(applied or aside or wanted.deleted is not None))


async def _undo_rows(session: Session, journal: Journal, kind: RowKind, part: Part, ids: Sequence[str]) -> list[Undone]:
    """Tasks, deals or notes of a slice."""
    rows = await read_rows(session, kind, ids)
    undone = []
    async for some in slices(ids, STEP):
        for row_id in some:
            row = rows.get(row_id)
            if row is None:
                undone.append(_failed(row_id, kind.entity, NotFound(kind.noun, row_id)))
                continue
            journal.touch((getattr(row, "contact_id", None), getattr(row, "company_id", None)))
            wanted = plan(
                part.deed(row_id), part.since[row_id], kind.told(row), {}, is_deleted=row.deleted_at is not None
            )
            values = dict(kind.read(label, value) for label, value in wanted.fields.items())
            if wanted.deleted is not None:
                values[DELETED_AT] = journal.now if wanted.deleted else None
            undone.append(_became(row_id, kind.entity, wanted, done=set_values(kind, row, values, journal)))
    await store_rows(session, kind, rows.values())
    return undone


def _became(record_id: str, entity: str, wanted: Plan, *, done: bool) -> Undone:
    if done:
        became = UndoneAs.PARTLY if wanted.kept else UndoneAs.REVERTED
    else:
        became = UndoneAs.KEPT if wanted.kept else UndoneAs.UNCHANGED
    return Undone(record_id, str(entity), became, wanted.kept)


def _failed(record_id: str, entity: str, problem: CRMError) -> Undone:
    return Undone(record_id, str(entity), UndoneAs.FAILED, {}, problem)


def failed(part: Part, record_id: str, problem: CRMError) -> Undone:
    """A record that could not be undone for a reason that only the database knows."""
    return _failed(record_id, part.deed(record_id).entity, problem)


def decision_of(undone: Undone) -> ItemDecision:
    """What the run keeps of it."""
    problem = undone.problem
    return ItemDecision(
        undone.became.value,
        record_id=undone.record_id,
        edited_since=[_told(name, is_custom, edit) for (name, is_custom), edit in undone.kept.items()],
        code=problem.code if problem is not None else None,
        message=problem.message if problem is not None else None,
    )


def _told(name: str, is_custom: bool, edit: Edit | None) -> tuple[Any, ...]:
    return (name, is_custom, *((edit.run_id, edit.actor_id, edit.at) if edit is not None else (None, None, None)))
