"""How the steps of a campaign did."""

import strawberry

import models.engagement.numbers.table as tables
from graphql_schema.described import object_type
from graphql_schema.types.numbers.rates import EngagementRate
from models.engagement.numbers.rates import RateMeasure, rate_of


@object_type
class CampaignStep:
    """One step of a campaign, through one channel."""

    step: int | None = strawberry.field(description="The step, from 1; null for what tells none.")
    channel: str | None = strawberry.field(description="The channel; null for what tells none.")
    messaged: int = strawberry.field(description="Contacts who were sent its message.")
    replied: int = strawberry.field(description="Contacts who replied at it.")
    shared: int = strawberry.field(
        description="How many of those messaged only by events that several campaigns share."
    )
    reply_rate: EngagementRate | None = strawberry.field(
        description="The share of those messaged who replied; null without a step, as nobody knows what was answered."
    )

    @classmethod
    def of(cls, each: tables.Step) -> "CampaignStep":
        rate = rate_of(each.group, RateMeasure.REPLY_RATE)
        return cls(
            step=each.step,
            channel=each.channel,
            messaged=rate.denominator,
            replied=rate.numerator,
            shared=rate.shared,
            reply_rate=EngagementRate.of(rate) if each.step is not None else None,
        )


@object_type
class StepPerformance:
    """How the messages of a campaign did, step by step."""

    campaign: str = strawberry.field(description="The campaign's name.")
    steps: list[CampaignStep] = strawberry.field(description="Its steps and channels, in order; no step comes last.")

    @classmethod
    def from_act(cls, found: tables.Steps) -> "StepPerformance":
        return cls(campaign=found.campaign, steps=[CampaignStep.of(each) for each in found.steps])
