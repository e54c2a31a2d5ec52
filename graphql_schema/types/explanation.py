"""What a sync would find, and what it would answer."""

import strawberry

from graphql_schema.described import computed, object_type
from graphql_schema.resolvers.explaining import Explanation, KeyEvidence
from graphql_schema.resolvers.forecasting import KeptForecast, PropertyAction, PropertyForecast, SyncForecast
from graphql_schema.types.decision import MatchDecision, decision_of
from graphql_schema.types.enums import describe
from graphql_schema.types.node import Record
from graphql_schema.types.problem import Problem, problem_of
from graphql_schema.types.record import Info
from graphql_schema.types.records import load_any
from graphql_schema.types.scalars import JSON
from models.configuration import NullSafety
from models.identity.keys import KeyKind

OWNERS_SHOWN = 20

describe(
    PropertyAction,
    "What an answer does to a property in Enginy.",
    KEEP="It stays as it is there.",
    SET="It gets our value.",
    CLEAR="It is emptied, because somebody asked for it.",
)


@object_type
class MatchKey:
    """An identifier of the item, and who owns it."""

    kind: KeyKind = strawberry.field(description="The kind of identifier.")
    value: str = strawberry.field(description="The identifier in the form it is compared in.")
    owner_count: int = strawberry.field(description="How many live records own it.")
    decides: bool = strawberry.field(
        description="Whether it counts: false where too many records share it, or the match order leaves its kind out."
    )
    owner_ids: list[strawberry.ID] = strawberry.field(description="The records that own it, 20 at most.")

    @computed
    async def owners(self, info: Info) -> list[Record]:
        """The records that own it, 20 at most."""
        return await load_any(info.context, self.owner_ids)

    @classmethod
    def of(cls, each: KeyEvidence) -> "MatchKey":
        shown = [strawberry.ID(owner) for owner in each.owners[:OWNERS_SHOWN]]
        return cls(
            kind=each.kind, value=each.value, owner_count=len(each.owners), decides=each.decides, owner_ids=shown
        )


@object_type
class MatchExplanation:
    """What a sync of an item would find, and why."""

    keys: list[MatchKey] = strawberry.field(
        description="The item's identifiers. Blank and placeholder values give none."
    )
    decision: MatchDecision = strawberry.field(description="What would be decided, and the evidence.")
    problem: Problem | None = strawberry.field(
        description="Why nothing would be decided; null where there is no problem."
    )
    record_id: strawberry.ID | None = strawberry.field(description="The record a sync would answer; null for none.")

    @computed
    async def record(self, info: Info) -> Record | None:
        """The record a sync would answer; null for none."""
        return next(iter(await load_any(info.context, [self.record_id])), None) if self.record_id else None

    @classmethod
    def from_act(cls, given: Explanation) -> "MatchExplanation":
        problem, found = given.problem, given.decision.record_id
        return cls(
            keys=[MatchKey.of(each) for each in given.keys],
            decision=decision_of(given.decision),
            problem=problem_of(problem, given.decision) if problem is not None else None,
            record_id=strawberry.ID(found) if found is not None and problem is None else None,
        )


@object_type
class NextProperty:
    """What the next answer does to one property."""

    property: str = strawberry.field(description="What Enginy calls it.")
    action: PropertyAction = strawberry.field(description="What happens to it there.")
    value: JSON | None = strawberry.field(description="What is answered; null where it is cleared or left out.")
    held_by_enginy: JSON | None = strawberry.field(description="What Enginy holds, as far as it told us.")
    sent: bool = strawberry.field(description="Whether the answer names it; what is left out stays as it is.")

    @classmethod
    def of(cls, each: PropertyForecast) -> "NextProperty":
        return cls(
            property=each.property,
            action=each.action,
            value=each.value,
            held_by_enginy=each.held,
            sent=each.sent,
        )


@object_type
class KeptProperty:
    """A property that somebody here changed after Enginy sent it: Enginy's old value is no news, and ours stays."""

    property: str = strawberry.field(description="What Enginy calls it.")
    value: JSON | None = strawberry.field(description="What it is here, and stays.")
    held_by_enginy: JSON | None = strawberry.field(description="What Enginy still holds.")

    @classmethod
    def of(cls, each: KeptForecast) -> "KeptProperty":
        return cls(property=each.property, value=each.value, held_by_enginy=each.held)


@object_type
class NextSync:
    """What the next sync of one external id would answer."""

    external_id: strawberry.ID | None = strawberry.field(
        description="Enginy's id; null for a record that no sync has found yet."
    )
    null_safety: NullSafety = strawberry.field(description="The mode the answer is made in.")
    properties: list[NextProperty] = strawberry.field(description="Its properties, in the order of the answer.")
    kept_here: list[KeptProperty] = strawberry.field(
        description="What Enginy does not undo here, should it send what it holds: it was changed here since."
    )

    @classmethod
    def from_act(cls, given: SyncForecast) -> "NextSync":
        return cls(
            external_id=strawberry.ID(given.external_id) if given.external_id is not None else None,
            null_safety=given.null_safety,
            properties=[NextProperty.of(each) for each in given.properties],
            kept_here=[KeptProperty.of(each) for each in given.kept_here],
        )
