"""What undoing a run gives, and whether a run can be undone."""

from collections.abc import Mapping

import strawberry

import models
from graphql_schema.described import computed, object_type
from graphql_schema.loaders import load_record
from graphql_schema.resolvers.reverting import Reverting
from graphql_schema.types.change import KeptField
from graphql_schema.types.node import Node
from graphql_schema.types.problem import Problem, problem_of
from graphql_schema.types.record import SOURCES, Info
from graphql_schema.types.report import Recorded, run_id
from models.base import table_of
from models.ledger.undone import Undone, UndoneAs

_TABLES = {
    "contact": table_of(models.Contact),
    "company": table_of(models.Company),
    "task": table_of(models.Task),
    "deal": table_of(models.Deal),
    "note": table_of(models.Note),
}


@object_type
class RevertedRecord:
    """What became of one record whose changes were to be undone."""

    undone: strawberry.Private[Undone]

    @computed
    def id(self) -> strawberry.ID:
        """The record's id."""
        return strawberry.ID(self.undone.record_id)

    @computed
    async def record(self, info: Info) -> Node | None:
        """The record as it is now; null where there is none any more."""
        found: Node | None = await load_record(
            info.context, SOURCES[_TABLES[self.undone.entity]], self.undone.record_id
        )
        return found

    @computed
    def outcome(self) -> UndoneAs:
        """How much was undone."""
        return self.undone.became

    @computed
    def kept(self) -> list[KeptField]:
        """The fields that stay as they are, because they were edited since."""
        return [
            KeptField.of((name, is_custom, *((edit.run_id, edit.actor_id, edit.at) if edit else (None, None, None))))
            for (name, is_custom), edit in self.undone.kept.items()
        ]

    @computed
    def problem(self) -> Problem | None:
        """Why it failed; null when it did not."""
        return problem_of(self.undone.problem) if self.undone.problem is not None else None


@object_type
class RevertTotals:
    """How many records had each outcome."""

    records: int = strawberry.field(description="All that the run had changed.")
    reverted: int = strawberry.field(description="Undone as a whole.")
    partly: int = strawberry.field(description="Undone but for fields that were edited since.")
    kept: int = strawberry.field(description="Left as they are: all that the run did to them was edited since.")
    unchanged: int = strawberry.field(description="As they were before the run already.")
    failed: int = strawberry.field(description="Not undone; the result tells why.")

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> "RevertTotals":
        return cls(records=counts.get("received", 0), **{each.value: counts.get(each.value, 0) for each in UndoneAs})


@object_type
class ChangeSetReverted(Recorded):
    """A run that was undone, as far as nobody edited its records since."""

    totals: RevertTotals = strawberry.field(description="How many records had each outcome.")
    results: list[RevertedRecord] = strawberry.field(
        description="What became of 200 records at most, those of which something stays before the others. The items of "
        "`run` tell of all."
    )

    @classmethod
    def from_act(cls, done: Reverting) -> "ChangeSetReverted":
        results = [RevertedRecord(undone=each) for each in done.told]
        return cls(change_set_id=run_id(done.run_id), totals=RevertTotals.of(done.counts), results=results)
