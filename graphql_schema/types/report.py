"""Results of batches: one per item, in order, and the run that keeps them."""

from typing import Any

import msgspec
import strawberry

import models
from graphql_schema.described import computed, interface, object_type
from graphql_schema.loaders import load_record
from graphql_schema.outcome import Outcome, Report
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


@object_type
class ContactsReport(Recorded):
    """A batch of contacts: its results, one per item in the order they were sent."""

    results: list[ContactResult] = strawberry.field(description="One result per item, in the order they were sent.")

    @classmethod
    def from_act(cls, report: Report) -> "ContactsReport":
        return cls(
            change_set_id=run_id(report.run_id), results=[ContactResult(outcome=each) for each in report.outcomes]
        )


@object_type
class CompaniesReport(Recorded):
    """A batch of companies: its results, one per item in the order they were sent."""

    results: list[CompanyResult] = strawberry.field(description="One result per item, in the order they were sent.")

    @classmethod
    def from_act(cls, report: Report) -> "CompaniesReport":
        return cls(
            change_set_id=run_id(report.run_id), results=[CompanyResult(outcome=each) for each in report.outcomes]
        )


@object_type
class LinkedRecord:
    """A live record and what Enginy calls it."""

    external_id: strawberry.ID | None = strawberry.field(description="Enginy's id of it; null if it knows it not.")
    known: strawberry.Private[KnownRecord]

    @computed
    async def record(self, info: Info) -> Record | None:
        """The contact or company."""
        return next(iter(await load_any(info.context, [self.known.record.id])), None)

    @classmethod
    def from_act(cls, known: KnownRecord) -> "LinkedRecord":
        return cls(external_id=strawberry.ID(known.external_id) if known.external_id else None, known=known)


def run_id(given: str | None) -> strawberry.ID | None:
    return strawberry.ID(given) if given else None
