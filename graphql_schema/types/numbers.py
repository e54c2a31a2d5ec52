"""Numbers about engagement, as the schema tells them."""

from datetime import datetime

import strawberry

import models.engagement.numbers.cohorts as cohorts
import models.engagement.numbers.funnel as funnels
import models.engagement.numbers.rates as forming
import models.engagement.numbers.series as counted
import models.engagement.numbers.table as tables
import models.engagement.numbers.timing as timing
from graphql_schema.described import object_type
from graphql_schema.types.enums import describe
from models.engagement.numbers.calendar import Interval
from models.engagement.numbers.counting import Group
from models.engagement.numbers.dimensions import Dimension, Key
from models.engagement.numbers.rates import RateMeasure, rate_of
from models.engagement.numbers.series import Measure
from models.engagement.numbers.statistics import share_of
from models.engagement.numbers.table import TableOrder
from models.engagement.words import EngagementStage

describe(
    Dimension,
    "What numbers can be told apart by.",
    name="EngagementDimension",
    CAMPAIGN="The campaign. An event that several share counts for each of them.",
    CHANNEL="The channel, such as `LINKEDIN`.",
    STEP="The step of the sequence, from 1.",
    SENDER="In whose name it was sent. An event that several share counts for each of them.",
    OWNER="Who owns the contact now.",
    COMPANY="The contact's main company.",
    INDUSTRY="The contact's industry.",
    COUNTRY="The contact's country.",
    TAG="The contact's tags: one with several tags is in several groups.",
    LIFECYCLE_STAGE="The contact's lifecycle stage now.",
)
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
describe(
    RateMeasure,
    "How many of how many.",
    name="EngagementRateMeasure",
    REPLY_RATE="Contacts who replied, of those who were sent a message.",
    CONNECT_RATE="Contacts who accepted a connection, of those who were asked for one.",
    OPEN_RATE="Contacts who opened a message, of those who were sent one. Weak evidence: programs open mail too.",
    CLICK_RATE="Contacts who followed a link, of those who were sent a message. Weak evidence, too.",
)
describe(
    TableOrder,
    "What a table of engagement is ordered by, the most first.",
    name="EngagementTableOrder",
    ADDED="Contacts who were added.",
    REQUESTED="Contacts who were asked for a connection.",
    CONNECTED="Contacts who accepted a connection.",
    MESSAGED="Contacts who were sent a message.",
    REPLIED="Contacts who replied.",
    OPENED="Contacts who opened a message. Weak evidence.",
    CLICKED="Contacts who followed a link. Weak evidence.",
    REPLY_RATE="The reply rate that is at least true, by the lower end of its interval.",
    CONNECT_RATE="The connect rate that is at least true.",
    OPEN_RATE="The open rate that is at least true. Weak evidence.",
    CLICK_RATE="The click rate that is at least true. Weak evidence.",
    LAST_ACTIVITY="The latest event.",
)

IS_CUT = "Whether there are more groups than these, the largest ones; a filter shows the others."
KEYS = "What the group has in common, one for each dimension asked for."


@object_type
class EngagementKey:
    """What a group has in common."""

    dimension: Dimension = strawberry.field(description="The dimension.")
    value: str | None = strawberry.field(description="Its value, an id or a text; null for those that have none.")
    label: str = strawberry.field(description="What people call it; `none` for those that have none.")

    @classmethod
    def of(cls, key: Key) -> "EngagementKey":
        return cls(dimension=key.dimension, value=key.value, label=key.label)


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
            RateRow(keys=[EngagementKey.of(key) for key in row.keys], rate=EngagementRate.of(row.rate))
            for row in rates.rows
        ]
        return cls(rows=rows, is_cut=rates.is_cut)


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


@object_type
class EngagementTableRow:
    """Everything that is counted of one group."""

    key: EngagementKey = strawberry.field(description="What the group has in common.")
    added: int = strawberry.field(description="Contacts who were added, or came further.")
    requested: int = strawberry.field(description="Contacts who were asked for a connection.")
    connected: int = strawberry.field(description="Contacts who accepted a connection.")
    messaged: int = strawberry.field(description="Contacts who were sent a message.")
    replied: int = strawberry.field(description="Contacts who replied.")
    opened: int = strawberry.field(description="Contacts who opened a message, or followed a link. Weak evidence.")
    clicked: int = strawberry.field(description="Contacts who followed a link. Weak evidence.")
    shared: int = strawberry.field(
        description="How many of those added only by events that several campaigns or senders share."
    )
    connect_rate: EngagementRate = strawberry.field(description="Connected of requested.")
    reply_rate: EngagementRate = strawberry.field(description="Replied of messaged.")
    open_rate: EngagementRate = strawberry.field(description="Opened of those who got a message. Weak evidence.")
    click_rate: EngagementRate = strawberry.field(description="Clicked of those who got a message. Weak evidence.")
    last_activity_at: datetime | None = strawberry.field(description="When something last happened.")

    @classmethod
    def of(cls, group: Group) -> "EngagementTableRow":
        counts = group.counts
        return cls(
            key=EngagementKey.of(group.keys[0]),
            added=counts.added,
            requested=counts.requested,
            connected=counts.connected,
            messaged=counts.messaged,
            replied=counts.replied,
            opened=counts.opened,
            clicked=counts.clicked,
            shared=counts.added - group.certain.added,
            connect_rate=EngagementRate.of(rate_of(group, RateMeasure.CONNECT_RATE)),
            reply_rate=EngagementRate.of(rate_of(group, RateMeasure.REPLY_RATE)),
            open_rate=EngagementRate.of(rate_of(group, RateMeasure.OPEN_RATE)),
            click_rate=EngagementRate.of(rate_of(group, RateMeasure.CLICK_RATE)),
            last_activity_at=group.last_at,
        )


@object_type
class EngagementTable:
    """Everything that is counted, one row a group."""

    rows: list[EngagementTableRow] = strawberry.field(description="The rows, in the order asked for.")
    is_cut: bool = strawberry.field(description="Whether there are more groups than these.")

    @classmethod
    def from_act(cls, table: tables.Table) -> "EngagementTable":
        return cls(rows=[EngagementTableRow.of(group) for group in table.groups], is_cut=table.is_cut)
