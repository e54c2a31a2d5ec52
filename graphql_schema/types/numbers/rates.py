"""How many contacts of how many."""

import strawberry

import models.engagement.numbers.rates as forming
from graphql_schema.described import object_type
from graphql_schema.types.enums import describe
from graphql_schema.types.numbers.key import IS_CUT, KEYS, EngagementKey
from models.engagement.numbers.rates import RateMeasure

describe(
    RateMeasure,
    "How many of how many.",
    name="EngagementRateMeasure",
    REPLY_RATE="Contacts who replied, of those who were sent a message.",
    CONNECT_RATE="Contacts who accepted a connection, of those who were asked for one.",
    OPEN_RATE="Contacts who opened a message, of those who were sent one. Weak evidence: programs open mail too.",
    CLICK_RATE="Contacts who followed a link, of those who were sent a message. Weak evidence, too.",
)


@object_type
class EngagementRate:
    """How many contacts of how many, and how far that can be trusted."""

    measure: RateMeasure = strawberry.field(description="Which rate.")
    numerator: int = strawberry.field(description="Contacts for whom it holds.")
    denominator: int = strawberry.field(description="Contacts it is a share of.")
    denominator_name: str = strawberry.field(description="Who those are, in words.")
    shared: int = strawberry.field(
        description="How many of them only by events that several campaigns or senders share."
    )
    rate: float | None = strawberry.field(description="The share, from 0 to 1; null of nobody.")
    low: float | None = strawberry.field(
        description="The rate lies between this and `high` with 95 % confidence (Wilson); null of nobody."
    )
    high: float | None = strawberry.field(description="The upper end of that interval.")
    is_small_sample: bool = strawberry.field(description="Whether it is of so few that it says little.")
    is_weak_evidence: bool = strawberry.field(description="Whether programs may have done it: opens and clicks.")

    @classmethod
    def of(cls, rate: forming.Rate) -> "EngagementRate":
        interval = rate.interval
        return cls(
            measure=rate.measure,
            numerator=rate.numerator,
            denominator=rate.denominator,
            denominator_name=rate.denominator_name,
            shared=rate.shared,
            rate=rate.rate,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            is_small_sample=rate.is_small_sample,
            is_weak_evidence=rate.is_weak_evidence,
        )


@object_type
class RateRow:
    """The rate of one group."""

    keys: list[EngagementKey] = strawberry.field(description=KEYS)
    rate: EngagementRate = strawberry.field(description="Its rate.")
    previous: EngagementRate | None = strawberry.field(
        description="The rate of the period or moment compared with; null without one, or where it was cut."
    )


@object_type
class EngagementRates:
    """One rate of each group."""

    rows: list[RateRow] = strawberry.field(
        description="One a group, the one of the most contacts first; without dimensions the one of everybody."
    )
    is_cut: bool = strawberry.field(description=IS_CUT)

    @classmethod
    def from_act(cls, rates: forming.Rates) -> "EngagementRates":
        rows = [
            RateRow(
                keys=[EngagementKey.of(key) for key in row.keys],
                rate=EngagementRate.of(row.rate),
                previous=EngagementRate.of(row.previous) if row.previous is not None else None,
            )
            for row in rates.rows
        ]
        return cls(rows=rows, is_cut=rates.is_cut)
