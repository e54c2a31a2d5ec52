"""How many contacts came how far."""

import strawberry

import models.engagement.numbers.funnel as funnels
from graphql_schema.described import object_type
from graphql_schema.types.numbers.key import IS_CUT, KEYS, EngagementKey
from models.engagement.words import EngagementStage


@object_type
class FunnelStage:
    """How many contacts came to a stage, or further."""

    stage: EngagementStage = strawberry.field(description="The stage.")
    contacts: int = strawberry.field(description="Contacts who came so far; each counts once.")
    certain: int = strawberry.field(
        description="How many of them by events that are certainly of the campaign or sender asked about."
    )
    shared: int = strawberry.field(
        description="How many of them only by events that several campaigns or senders share."
    )
    share_of_first: float | None = strawberry.field(
        description="Share of those who were added, from 0 to 1; null of nobody."
    )
    follows: EngagementStage | None = strawberry.field(
        description="The stage before it: a message follows from being added, as it needs no connection."
    )
    conversion: float | None = strawberry.field(
        description="Share of those of the stage before it, from 0 to 1; null of nobody and for the first."
    )

    @classmethod
    def of(cls, each: funnels.Stage) -> "FunnelStage":
        return cls(
            stage=each.stage,
            contacts=each.contacts,
            certain=each.certain,
            shared=each.shared,
            share_of_first=each.share,
            follows=each.follows,
            conversion=each.conversion,
        )


@object_type
class FunnelRow:
    """The stages of one group."""

    keys: list[EngagementKey] = strawberry.field(description=KEYS)
    stages: list[FunnelStage] = strawberry.field(description="The five stages, in order.")
    previous: list[FunnelStage] | None = strawberry.field(
        description="The stages of the period or moment compared with; null without one, or where it was cut."
    )

    @classmethod
    def of(cls, row: funnels.FunnelRow) -> "FunnelRow":
        return cls(
            keys=[EngagementKey.of(key) for key in row.keys],
            stages=[FunnelStage.of(each) for each in row.stages],
            previous=[FunnelStage.of(each) for each in row.previous] if row.previous is not None else None,
        )


@object_type
class EngagementFunnel:
    """How many contacts came how far."""

    rows: list[FunnelRow] = strawberry.field(
        description="One a group, the largest first; without dimensions the one of everybody."
    )
    is_cut: bool = strawberry.field(description=IS_CUT)

    @classmethod
    def from_act(cls, funnel: funnels.Funnel) -> "EngagementFunnel":
        return cls(rows=[FunnelRow.of(row) for row in funnel.rows], is_cut=funnel.is_cut)
