"""Results of batches: one per item, in order, and the run that keeps them."""

from typing import Any, ClassVar, Self

import msgspec
import strawberry

import models
from graphql_schema.described import computed, interface, object_type
from graphql_schema.loaders import load_record
from graphql_schema.outcome import Outcome, Report, Tally
from graphql_schema.resolvers.fetching import KnownRecord
from graphql_schema.types.change import LazyRun
from graphql_schema.types.company import Company
from graphql_schema.types.contact import Contact
from graphql_schema.types.decision import MatchDecision, decision_of
from graphql_schema.types.node import Record
from graphql_schema.types.problem import Problem, problem_of
from graphql_schema.types.record import SOURCES, Info
from graphql_schema.types.records import load_any, load_synced
from graphql_schema.types.scalars import JSON
from models.base import table_of
from models.errors import CRMError
from models.exact_json import decode_json
from models.fields.mapping import Entity

_RUN = table_of(models.Run)


@interface
class ItemResult:
    """What became of one item of a batch."""

    outcome: strawberry.Private[Outcome]

    @computed
    def index(self) -> int:
        """Its place in the batch, from 0."""
        return self.outcome.index

    @computed
    def id(self) -> strawberry.ID | None:
        """The record's id; null when nothing matched."""
        return strawberry.ID(self.outcome.record_id) if self.outcome.record_id else None

    @computed
    def external_id(self) -> JSON | None:
        """The external id as it was sent, text or number."""
        return self.outcome.external_id

    @computed
    def created(self) -> bool:
        """Whether a record was made for it."""
        return self.outcome.created

    @computed
    def changed(self) -> bool:
        """Whether anything about the record changed."""
        return self.outcome.changed

    @computed
    def kept_here(self) -> list[str]:
        """Fields that were left, by Enginy's names: its value was no news, ours is newer."""
        return list(self.outcome.kept_here)

    @computed
    def decision(self) -> MatchDecision:
        """How the record was found, and the evidence."""
        return decision_of(self.outcome.decision)

    @computed
    def properties(self) -> JSON | None:
        """What Enginy is answered: properties by its names. Only syncs and Enginy's updates have them."""
        given: Any = self.outcome.properties
        properties: JSON = decode_json(given) if isinstance(given, msgspec.Raw) else given
        return properties

    @computed
    def problem(self) -> Problem | None:
        """Why it was not taken; null when it was. Nothing of an item with a problem was stored."""
        problem = self.outcome.problem
        return problem_of(problem, self.outcome.decision) if problem is not None else None


@object_type
class ContactResult(ItemResult):
    """What became of one contact of a batch."""

    @computed
    async def contact(self, info: Info) -> Contact | None:
        """The contact as it is now; null when nothing matched, and for a record that was only tried."""
        found: Contact | None = await _record(info, Entity.CONTACT, self.outcome)
        return found


@object_type
class CompanyResult(ItemResult):
    """What became of one company of a batch."""

    @computed
    async def company(self, info: Info) -> Company | None:
        """The company as it is now; null when nothing matched, and for a record that was only tried."""
        found: Company | None = await _record(info, Entity.COMPANY, self.outcome)
        return found


async def _record(info: Info, entity: Entity, outcome: Outcome) -> Any:
    return await load_synced(info.context, entity, outcome.record_id) if outcome.record_id else None


@interface
class Recorded:
    """What an act gives: besides its results, the run that keeps what was done and why."""

    change_set_id: strawberry.ID | None = strawberry.field(
        description="The id of the run that keeps this act; null when it was only tried (`dryRun`)."
    )

    @computed
    async def run(self, info: Info) -> LazyRun | None:
        """The run that keeps this act; null when it was only tried (`dryRun`)."""
        return await load_record(info.context, SOURCES[_RUN], self.change_set_id) if self.change_set_id else None


@interface
class BatchReport(Recorded):
    """What an act about many things gives: how many of them became what, and why nothing was done if that is so."""

    tally: strawberry.Private[Tally]
    problem: Problem | None = strawberry.field(
        description="Why nothing was done at all; null otherwise. Results have problems of their own."
    )

    @computed
    def matched(self) -> int:
        """How many it was about: the items, the ids, or all that the filter found."""
        return self.tally.matched

    @computed
    def changed(self) -> int:
        """How many it changed."""
        return self.tally.changed

    @computed
    def failed(self) -> int:
        """How many have a problem."""
        return self.tally.failed

    @classmethod
    def from_act(cls, report: Report) -> Self:
        return cls(  # type: ignore[call-arg]  # each kind of report declares its results
            change_set_id=run_id(report.run_id),
            tally=report.tally,
            problem=None,
            results=[cls.result_type(outcome=each) for each in report.outcomes],
        )

    @classmethod
    def from_problem(cls, problem: CRMError) -> Self:
        return cls(change_set_id=None, tally=Tally(), problem=problem_of(problem), results=[])  # type: ignore[call-arg]

    result_type: ClassVar[Any]


def results() -> Any:
    """The results of a report."""
    return strawberry.field(
        description="One result for each item or id, in order. For a filter 50 at most, those with a problem first: the "
        "items of `run` tell of all."
    )


@object_type
class ContactsReport(BatchReport):
    """What an act about contacts gives."""

    result_type = ContactResult
    results: list[ContactResult] = results()


@object_type
class CompaniesReport(BatchReport):
    """What an act about companies gives."""

    result_type = CompanyResult
    results: list[CompanyResult] = results()


@object_type
class LinkedRecord:
    """A live record and what Enginy calls it."""

    external_id: strawberry.ID | None = strawberry.field(description="Enginy's id of it; null if it knows it not.")
    known: strawberry.Private[KnownRecord]

    @computed
    async def record(self, info: Info) -> Record | None:
        """The contact or company; null once it was erased."""
        return next(iter(await load_any(info.context, [self.known.record.id])), None)

    @classmethod
    def from_act(cls, known: KnownRecord) -> "LinkedRecord":
        return cls(external_id=strawberry.ID(known.external_id) if known.external_id else None, known=known)


def run_id(given: str | None) -> strawberry.ID | None:
    return strawberry.ID(given) if given else None
