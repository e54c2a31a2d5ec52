"""Measures over time."""

from datetime import datetime

import strawberry

import models.engagement.numbers.series as counted
from graphql_schema.described import object_type
from graphql_schema.types.enums import describe
from graphql_schema.types.numbers.key import IS_CUT, KEYS, EngagementKey
from models.engagement.numbers.calendar import Interval
from models.engagement.numbers.series import Measure
from models.engagement.numbers.statistics import share_of

describe(
    Interval,
    "How long a bucket is, by the calendar of a time zone.",
    name="EngagementInterval",
    DAY="From midnight to midnight.",
    WEEK="From Monday to Sunday.",
    MONTH="From the first day to the last.",
)


describe(
    Measure,
    "What a series counts.",
    name="EngagementMeasure",
    ADDED="How often somebody was added to a campaign.",
    CONNECTION_REQUESTS="Connection requests that were sent.",
    CONNECTIONS="Connection requests that were accepted.",
    MESSAGES="Messages that were sent.",
    REPLIES="Replies that came.",
    OPENS="Opened messages. Weak evidence: programs open mail too.",
    CLICKS="Followed links. Weak evidence: programs follow links too.",
    CONTACTED="Contacts who got a message or a connection request; each once a bucket.",
    CONTACTS_REPLIED="Contacts who replied; each once a bucket.",
    REPLY_RATE="Share of the contacts first messaged then who replied.",
    CONNECT_RATE="Share of the contacts first asked for a connection then who accepted.",
    OPEN_RATE="Share of the contacts first messaged then who opened a message. Weak evidence.",
    CLICK_RATE="Share of the contacts first messaged then who followed a link. Weak evidence.",
)


@object_type
class SeriesPoint:
    """A measure in one bucket."""

    day: str = strawberry.field(description="The bucket's first day in the time zone, such as `2025-03-31`.")
    start: datetime = strawberry.field(description="Its first moment.")
    end: datetime = strawberry.field(description="The first moment after it.")
    value: float | None = strawberry.field(description="The count, or the rate from 0 to 1; null for a rate of nobody.")
    numerator: int | None = strawberry.field(description="Of a rate, the contacts for whom it holds; null of a count.")
    denominator: int | None = strawberry.field(description="Of a rate, the contacts it is a share of; null of a count.")


@object_type
class SeriesLine:
    """A measure over time, of one group."""

    keys: list[EngagementKey] = strawberry.field(description=KEYS)
    points: list[SeriesPoint] = strawberry.field(description="One for each bucket, in order; none is left out.")


@object_type
class EngagementSeries:
    """A measure over time."""

    lines: list[SeriesLine] = strawberry.field(
        description="One a group, the largest first; without a dimension the one of everything."
    )
    is_cut: bool = strawberry.field(description=IS_CUT)

    @classmethod
    def from_act(cls, series: counted.Series) -> "EngagementSeries":
        days = [(each.day.isoformat(), each.start, each.end) for each in series.buckets]
        lines = [
            SeriesLine(
                keys=[EngagementKey.of(key) for key in line.keys],
                points=[_point(*day, point) for day, point in zip(days, line.points, strict=True)],
            )
            for line in series.lines
        ]
        return cls(lines=lines, is_cut=series.is_cut)


def _point(day: str, start: datetime, end: datetime, point: counted.Point) -> SeriesPoint:
    is_rate = point.of is not None
    return SeriesPoint(
        day=day,
        start=start,
        end=end,
        value=share_of(point.count, point.of) if point.of is not None else point.count,
        numerator=point.count if is_rate else None,
        denominator=point.of,
    )
