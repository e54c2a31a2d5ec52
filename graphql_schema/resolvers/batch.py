"""A batch that writes records: judged first without the database, then applied and stored as one set."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report, undone
from graphql_schema.resolvers.bulk import Step, in_order
from graphql_schema.resolvers.recording import BRIEF, record
from models.configuration import Configuration, load_configuration
from models.database.engine import Conflict
from models.database.session import Session
from models.engagement.reading import Reader
from models.engagement.reported import is_understood
from models.engagement.rereading import reread_lists, reread_names
from models.engagement.words import EngagementField
from models.errors import CRMError, NotStored
from models.fields.cleaning import Cleaned
from models.fields.drift import Drift
from models.fields.mapping import Entity
from models.fields.meaning import Meanings, load_meanings
from models.fields.recognizing import recognize_names
from models.fields.recording import FieldsSeen
from models.fields.translating import translate
from models.identity.derivation import KeyRules
from models.incoming import Item
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.ledger.run import Source
from models.pacing import slices
from models.records import KINDS, is_blank

SLICE = 1_000  # items of one transaction: so long do others wait who write


T = TypeVar("T", bound=Item)


async def in_batches(ctx: Context, items: Sequence[T], step: Step[T], *, dry_run: bool, policy: ErrorPolicy) -> Report:
    """What becomes of items, slice by slice. What is only tried, or all or nothing, is one transaction."""
    outcomes = await in_order(ctx, items, SLICE, step, at_once=dry_run or policy is ErrorPolicy.ALL_OR_NOTHING)
    return Report(ctx.run_id, outcomes)


class Batch(ABC):
    """What updating and creating share. Subclasses apply the items they are given; nothing they refuse is stored."""

    def __init__(self, ctx: Context, entity: Entity, items: Sequence[Item], journal: Journal) -> None:
        self.ctx = ctx
        self.entity = entity
        self.kind = KINDS[entity]
        self.items = items
        self.journal = journal
        self.from_enginy = ctx.actor.source is Source.ENGINY
        self.outcomes: list[Outcome] = []
        self.judged: dict[int, Cleaned] = {}
        self._one_by_one = False
        self._late: set[str] = set()
        self._learned: dict[EngagementField, set[str]] = {}

    async def run(
        self, *, dry_run: bool, policy: ErrorPolicy = ErrorPolicy.EACH, more: Callable[[], bool] = lambda: False
    ) -> list[Outcome]:
        """What becomes of the items, in one transaction; `more` tells whether it is a slice that others follow.

        If the database refuses the set after all, it is done again with each item by itself, so that only the guilty fail.
        """
        try:
            await self._attempt(dry_run, policy, more)
        except NotStored:
            self._one_by_one = True
            await self._attempt(dry_run, policy, more)
        if self.ctx.run_id is not None:
            await self._look_back()
        if policy is ErrorPolicy.ALL_OR_NOTHING:
            undone(self.outcomes)
        return self.outcomes

    async def _attempt(self, dry_run: bool, policy: ErrorPolicy, more: Callable[[], bool]) -> None:
        await record(
            self.ctx, self.journal, self._store, received=len(self.items), prepare=self._prepare, dry_run=dry_run,
            policy=policy, more=more,
        )  # fmt: skip

    async def _prepare(self) -> None:
        """Many items are judged ahead of the transaction, so that those who write wait for less; few are not worth a look at
        the mappings of their own.
        """
        self._is_judged = len(self.items) > BRIEF
        if self._is_judged:
            async with self.ctx.db.read(brief=True) as session:
                await self._judge(await load_meanings(session, self.entity))

    async def _judge(self, meanings: Meanings) -> None:
        """Decide of every item by itself whether it can be taken. Touches no record."""
        self.meanings = meanings
        now = self.journal.now
        self._aliases, self._renames = self.meanings.aliases(now), self.meanings.renames(now)
        self.outcomes = [self.outcome(index) for index in range(len(self.items))]
        self.judged = {}
        async for part in slices(range(len(self.items)), 50):
            for index in part:
                try:
                    self.judged[index] = translate(self.judge(index), self._aliases, self._renames)
                except CRMError as problem:
                    self.fail(index, problem)

    async def _store(self, session: Session) -> None:
        self.configuration: Configuration = await load_configuration(session)
        self.rules = KeyRules(self.ctx.region, frozenset(self.configuration.match_order(self.entity)))
        await self._hold_meanings(session)
        self.seen = FieldsSeen()
        self.drift = Drift(self.meanings, now=self.journal.now, run_id=self.journal.run_id)
        if self._one_by_one:
            for index in list(self.judged):
                await self._apply_alone(session, index)
        else:
            await self.apply(session, list(self.judged))
        await self.seen.store(session, self.entity, run_id=self.journal.run_id, now=self.journal.now, drift=self.drift)

    async def _hold_meanings(self, session: Session) -> None:
        """Nobody changes a mapping while its names are written. Raises Conflict where somebody just did."""
        meanings = await load_meanings(session, self.entity, hold=True)
        if not self._is_judged:
            await self._judge(meanings)
        elif meanings.fingerprint != self.meanings.fingerprint:
            raise Conflict
        self.meanings = meanings

    async def read_engagement(self, session: Session, mark: int) -> None:
        """Understand what the changes behind a mark report. Comes when their records are saved."""
        journal = self.journal
        entries = journal.since(mark)
        for entry in entries:
            self.seen.changed(entry.custom_fields)
        self._late.update(
            await recognize_names(
                session, self.meanings, self.seen, threshold=self.configuration.mapping_threshold,
                now=journal.now, actor_id=journal.actor.id, run_id=journal.run_id,
            )
        )  # fmt: skip
        reader = Reader(session, self.entity, self.meanings, journal.now)
        for report in await reader.read_changes(entries):
            if not is_blank(report.new_raw):
                self.drift.note_value(report.name, is_read=is_understood(report.field, report.new_parsed))
        for field, names in reader.learned.items():
            self._learned.setdefault(field, set()).update(names)

    async def _look_back(self) -> None:
        """What was learned from this batch is read into the past too."""
        db, now = self.ctx.db, self.journal.now
        if self._late:
            await reread_names(db, self.entity, sorted(self._late), now=now)
        for field, names in self._learned.items():
            if names:
                await reread_lists(db, field, sorted(names), now=now)

    async def _apply_alone(self, session: Session, index: int) -> None:
        mark = self.journal.mark()
        try:
            async with session.savepoint():
                await self.apply(session, [index])
        except NotStored as problem:
            self.journal.back_to(mark)
            self.journal.undecide(index)
            self.meanings = await load_meanings(session, self.entity, hold=True)
            self.outcomes[index] = self.outcome(index)
            self.fail(index, problem)

    def fail(self, index: int, problem: CRMError, **evidence: Any) -> None:
        outcome = self.outcomes[index]
        outcome.problem = problem
        self.note(index, "failed", code=problem.code, message=problem.message, **evidence)

    def note(self, index: int, became: str, **evidence: Any) -> None:
        outcome = self.outcomes[index]
        told = {"record_id": outcome.record_id, "external_id": outcome.external_id, "kept_here": outcome.kept_here}
        self.journal.decide(index, ItemDecision(became, **{**told, **evidence}))

    @abstractmethod
    def outcome(self, index: int) -> Outcome:
        """The result of an item before anything is known of it."""

    @abstractmethod
    def judge(self, index: int) -> Cleaned:
        """The item's fields. Raises the problem of an item that cannot be taken."""

    @abstractmethod
    async def apply(self, session: Session, indexes: Sequence[int]) -> None:
        """Apply judged items in order and save the records; an item that turns out to be wrong is failed."""
