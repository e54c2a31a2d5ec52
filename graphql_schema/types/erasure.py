"""What erasing gives."""

import strawberry

from graphql_schema.described import object_type
from graphql_schema.resolvers.erasure import Erasure
from graphql_schema.types.problem import Problem, problem_of
from graphql_schema.types.report import Recorded, run_id
from models.errors import NotFound


@object_type
class ContactErased:
    """What became of one contact."""

    id: strawberry.ID = strawberry.field(description="The id that was asked for.")
    erased: bool = strawberry.field(description="Whether it is gone.")
    problem: Problem | None = strawberry.field(description="Why it is not; null when it is.")


@object_type
class ContactsErased(Recorded):
    """What erasing contacts gives: one result per id, in the order they were asked for."""

    results: list[ContactErased] = strawberry.field(description="One result per id.")
    redacted_runs: int = strawberry.field(description="How many runs of the ledger had items of theirs.")

    @classmethod
    def from_act(cls, erasure: Erasure) -> "ContactsErased":
        return cls(
            change_set_id=run_id(erasure.run_id),
            results=[_result(each, erased=each in erasure.erased) for each in erasure.ids],
            redacted_runs=erasure.redacted_runs,
        )


def _result(record_id: str, *, erased: bool) -> ContactErased:
    problem = None if erased else problem_of(NotFound("Contact", record_id))
    return ContactErased(id=strawberry.ID(record_id), erased=erased, problem=problem)
