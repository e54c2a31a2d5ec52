"""Contacts by when they were first written to."""

from datetime import datetime

import strawberry

import models.engagement.numbers.cohorts as cohorts
from graphql_schema.described import object_type
from models.engagement.numbers.statistics import share_of


@object_type
class EngagementCohort:
    """The contacts who were first written to in one interval."""

    day: str = strawberry.field(description="The interval's first day in the time zone, such as `2025-03-01`.")
    start: datetime = strawberry.field(description="Its first moment.")
    end: datetime = strawberry.field(description="The first moment after it.")
    size: int = strawberry.field(description="How many contacts were first written to in it.")
    replied: list[int | None] = strawberry.field(
        description=(
            "How many of them had replied by the end of the interval itself, of the next one, and so on; null for those "
            "that have not begun."
        )
    )
    rates: list[float | None] = strawberry.field(description="The same as shares of the size, from 0 to 1.")

    @classmethod
    def from_act(cls, each: cohorts.Cohort) -> "EngagementCohort":
        return cls(
            day=each.bucket.day.isoformat(),
            start=each.bucket.start,
            end=each.bucket.end,
            size=each.size,
            replied=list(each.replied),
            rates=[share_of(count, each.size) if count is not None else None for count in each.replied],
        )
