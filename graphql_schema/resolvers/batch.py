"""A batch that writes records: judged first without the database, then applied and stored as one set."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from graphql_schema.context import Context
from graphql_schema.outcome import Outcome, Report
from graphql_schema.resolvers.recording import record
from models.configuration import Configuration, load_configuration
from models.database.session import Session
from models.errors import CRMError, NotStored
from models.fields.cleaning import Cleaned
from models.fields.mapping import Entity
from models.fields.recording import FieldsSeen
from models.identity.derivation import KeyRules
from models.incoming import Item
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.ledger.run import Source
from models.pacing import slices
from models.records import KINDS


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

    async def run(self, *, dry_run: bool) -> Report:
        """Do the batch in one transaction.

        If the database refuses the set after all, it is done again with each item by itself, so that only the guilty fail.
        """
        try:
            await self._attempt(dry_run)
        except NotStored:
            self._one_by_one = True
            await self._attempt(dry_run)
        return Report(self.ctx.run_id, self.outcomes)

    async def _attempt(self, dry_run: bool) -> None:
        await record(
            self.ctx, self.journal, self._store, received=len(self.items), prepare=self._judge, dry_run=dry_run
        )

    async def _judge(self) -> None:
        """Decide of every item by itself whether it can be taken. Touches no record."""
        self.outcomes = [self.outcome(index) for index in range(len(self.items))]
        self.judged = {}
        async for part in slices(range(len(self.items)), 200):
            for index in part:
                try:
                    self.judged[index] = self.judge(index)
                except CRMError as problem:
                    self.fail(index, problem)

    async def _store(self, session: Session) -> None:
        self.configuration: Configuration = await load_configuration(session)
        self.rules = KeyRules(self.ctx.region, frozenset(self.configuration.match_order(self.entity)))
        self.seen = FieldsSeen()
        if self._one_by_one:
            for index in list(self.judged):
                await self._apply_alone(session, index)
        else:
            await self.apply(session, list(self.judged))
        await self.seen.store(session, self.entity, run_id=self.journal.run_id, now=self.journal.now)

    async def _apply_alone(self, session: Session, index: int) -> None:
        mark = self.journal.mark()
        try:
            async with session.savepoint():
                await self.apply(session, [index])
        except NotStored as problem:
            self.journal.back_to(mark)
            self.journal.undecide(index)
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
