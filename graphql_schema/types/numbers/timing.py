"""How long replies take."""

import strawberry

import models.engagement.numbers.timing as timing
from graphql_schema.described import object_type
from graphql_schema.types.numbers.key import IS_CUT, KEYS, EngagementKey


@object_type
class ReplyTimes:
    """How long the contacts of one group took to reply for the first time."""

    keys: list[EngagementKey] = strawberry.field(description=KEYS)
    median_hours: float | None = strawberry.field(
        description="Half of them took no longer; null if nobody is measured."
    )
    first_quartile_hours: float | None = strawberry.field(description="A quarter of them took no longer.")
    third_quartile_hours: float | None = strawberry.field(description="Three quarters of them took no longer.")
    measured: int = strawberry.field(description="Contacts of whom reply and message before it were observed.")
    inferred: int = strawberry.field(
        description="Contacts whose first reply has an inferred time, so that they are not measured."
    )
    unpaired: int = strawberry.field(
        description="Contacts whose first reply was observed, but no message before it; not measured either."
    )


@object_type
class TimeToReply:
    """How long contacts took to reply."""

    rows: list[ReplyTimes] = strawberry.field(
        description="One a group, the one with the most replies first; without dimensions the one of everybody."
    )
    is_cut: bool = strawberry.field(description=IS_CUT)

    @classmethod
    def from_act(cls, times: timing.Times) -> "TimeToReply":
        rows = [
            ReplyTimes(
                keys=[EngagementKey.of(key) for key in each.keys],
                median_hours=each.median,
                first_quartile_hours=each.first_quartile,
                third_quartile_hours=each.third_quartile,
                measured=each.measured,
                inferred=each.inferred,
                unpaired=each.unpaired,
            )
            for each in times.groups
        ]
        return cls(rows=rows, is_cut=times.is_cut)
