"""Why an item was taken for the record it was taken for."""

from collections.abc import Mapping, Sequence
from typing import Any

import strawberry

from graphql_schema.described import computed, object_type
from graphql_schema.types.node import Record
from graphql_schema.types.record import Info
from graphql_schema.types.records import load_any
from graphql_schema.types.scalars import JSON
from models.identity.matching import Decision


@object_type
class Elsewhere:
    """Another record that a later identifier of the same item points at: perhaps the same person twice."""

    strategy: str = strawberry.field(description="The kind of identifier, such as `linkedin`.")
    record_id: strawberry.ID = strawberry.field(description="The record it points at.")


@object_type
class MatchDecision:
    """What was decided for one item, and the evidence."""

    strategy: str | None = strawberry.field(
        description="What decided: `link`, or a kind of identifier such as `email`; null when nothing matched."
    )
    normalized_value: str | None = strawberry.field(
        description="The deciding identifier in the form it is compared in, such as an e-mail address in lower case."
    )
    candidate_ids: list[strawberry.ID] = strawberry.field(
        description="All records the deciding identifier points at, 20 at most."
    )
    narrowed_by: str | None = strawberry.field(
        description="The other identifier that told which of several candidates it is."
    )
    weak: bool = strawberry.field(
        description="Whether the evidence is weak: the same telephone, but different e-mail addresses. Makes no link."
    )
    elsewhere: list[Elsewhere] = strawberry.field(description="What the item's later identifiers say instead.")
    outcome: str | None = strawberry.field(
        default=None, description="What became of the item: `matched`, `created`, `updated`, `failed` and so on."
    )
    code: str | None = strawberry.field(default=None, description="The code of the item's problem, if it has one.")
    message: str | None = strawberry.field(default=None, description="The item's problem, for people.")
    reused: bool = strawberry.field(
        default=False, description="Whether the last decision stood, because nothing about the item had changed."
    )
    differs: JSON | None = strawberry.field(
        default=None, description="What the item said otherwise than the record it was linked to, by Enginy's names."
    )

    @computed
    async def candidates(self, info: Info) -> list[Record]:
        """The records that the deciding identifier points at, 20 at most."""
        return await load_any(info.context, self.candidate_ids)


def decision_of(decision: Decision) -> MatchDecision:
    """A decision that was just made."""
    return MatchDecision(
        strategy=str(decision.strategy) if decision.strategy else None,
        normalized_value=decision.value,
        candidate_ids=_ids(decision.candidates),
        narrowed_by=str(decision.narrowed_by) if decision.narrowed_by else None,
        weak=decision.weak,
        elsewhere=_elsewhere(decision.elsewhere),
        code=decision.problem.code if decision.problem else None,
        message=decision.problem.message if decision.problem else None,
    )


def stored_decision(told: Mapping[str, Any]) -> MatchDecision:
    """A decision as a run keeps it."""
    return MatchDecision(
        strategy=told.get("strategy"),
        normalized_value=told.get("value"),
        candidate_ids=_ids(told.get("candidates", ())),
        narrowed_by=told.get("narrowedBy"),
        weak=told.get("weak", False),
        elsewhere=_elsewhere(told.get("elsewhere", ())),
        outcome=told.get("outcome"),
        code=told.get("code"),
        message=told.get("message"),
        reused=told.get("reused", False),
        differs=told.get("differs"),
    )


def _ids(ids: Sequence[str]) -> list[strawberry.ID]:
    return [strawberry.ID(each) for each in ids]


def _elsewhere(pairs: Sequence[Sequence[str]]) -> list[Elsewhere]:
    return [Elsewhere(strategy=str(kind), record_id=strawberry.ID(record_id)) for kind, record_id in pairs]
