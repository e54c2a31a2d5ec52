"""Numbers: what a sales team asks of its outreach, counted by the database from what happened."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

import strawberry
from sqlalchemy import bindparam, select

import models
from graphql_schema.context import Context
from graphql_schema.inputs.numbers import (
    EngagementComparison,
    EngagementFilter,
    between,
    dimensions_of,
    wanted_of,
)
from models.base import table_of
from models.engagement.numbers.calendar import Interval, find_zone
from models.engagement.numbers.cohorts import Cohort, count_cohorts
from models.engagement.numbers.dimensions import Dimension
from models.engagement.numbers.funnel import Funnel, count_funnel
from models.engagement.numbers.rates import RateMeasure, Rates, count_rates
from models.engagement.numbers.series import Measure, Series, count_series
from models.engagement.numbers.statistics import SMALL_SAMPLE
from models.engagement.numbers.table import Steps, Table, TableOrder, count_steps, tabulate
from models.engagement.numbers.timing import Times, time_replies
from models.errors import InvalidInput
from models.fields.cleaning import is_storable

MOST_PERIODS = 60
_CAMPAIGN = table_of(models.Campaign).c

By = Annotated[
    list[Dimension] | None,
    strawberry.argument(description="What to tell the numbers apart by: nothing, or one or two dimensions."),
]
Most = Annotated[
    int, strawberry.argument(description="How many groups, the largest ones; 100 unless told, 200 at most.")
]
CompareTo = Annotated[
    EngagementComparison | None,
    strawberry.argument(description="Another period or moment, to see beside each number what it was then."),
]
ByOne = Annotated[
    list[Dimension] | None,
    strawberry.argument(description="What to tell the numbers apart by: nothing, or one dimension."),
]


async def count_stages(
    ctx: Context,
    filter: EngagementFilter | None = None,
    by: By = None,
    as_of: datetime | None = None,
    compare_to: CompareTo = None,
    first: Most = 100,
) -> Funnel:
    """How many contacts came how far: added, asked for a connection, connected, messaged, replied.

    Each contact counts once in a stage, and in those that it implies: who replied was messaged and added, who accepted a
    connection was asked for one. A message implies no connection. Deleted contacts do not count.

    ```graphql
    { engagementFunnel(by: [CAMPAIGN], filter: { period: { from: "2025-01-01", to: "2025-04-01" } }) {
        rows { keys { label } stages { stage contacts conversion } } } }
    ```
    """
    ctx.require_read()
    wanted, dimensions = wanted_of(filter, as_of), dimensions_of(by, most=2)
    other, most = compare_to.of(wanted) if compare_to else None, _most(ctx, first)
    async with ctx.db.read() as session:
        return await count_funnel(session, wanted, dimensions, other, most)


async def count_over_time(
    ctx: Context,
    measure: Annotated[Measure, strawberry.argument(description="What to count.")],
    interval: Interval,
    time_zone: str = "UTC",
    filter: EngagementFilter | None = None,
    by: ByOne = None,
    as_of: datetime | None = None,
) -> Series:
    """A measure day by day, week by week or month by month, with zeros where nothing happened.

    The buckets are those of the time zone, so a day has 23 or 25 hours where clocks change; weeks begin on Monday. Where
    the filter leaves an end of the period open, it is the first or last event there is; at most 1,000 buckets fit. A rate
    is that of the contacts whose first message, or request, of the period falls into the bucket: how many of them had
    replied, or accepted, by the end of the period. With a dimension each group has a line, the largest 50 of them.

    ```graphql
    { engagementSeries(measure: REPLIES, interval: WEEK, timeZone: "Europe/Madrid") {
        lines { points { day value } } } }
    ```
    """
    ctx.require_read()
    wanted, dimensions, zone = wanted_of(filter, as_of), dimensions_of(by, most=1), find_zone(time_zone)
    async with ctx.db.read() as session:
        return await count_series(session, measure, wanted, dimensions, interval, zone)


async def form_rates(
    ctx: Context,
    measure: Annotated[RateMeasure, strawberry.argument(description="Which rate.")],
    filter: EngagementFilter | None = None,
    by: By = None,
    as_of: datetime | None = None,
    min_sample: Annotated[
        int, strawberry.argument(description="Below this many, a rate is marked as one of a small sample.")
    ] = SMALL_SAMPLE,
    compare_to: CompareTo = None,
    first: Most = 100,
) -> Rates:
    """How many contacts of how many: replied of those messaged, connected of those asked, opened or clicked of those who
    got a message. With the interval in which the rate lies with 95 % confidence, by Wilson.

    Opens and clicks are weak evidence, because programs open mail too; no reply rate takes them into account.

    ```graphql
    { engagementRates(measure: REPLY_RATE, by: [SENDER]) {
        rows { keys { label } rate { numerator denominator denominatorName rate low high isSmallSample } } } }
    ```
    """
    ctx.require_read()
    wanted, dimensions = wanted_of(filter, as_of), dimensions_of(by, most=2)
    other = compare_to.of(wanted) if compare_to else None
    least, most = between("minSample", min_sample, 1, 1_000_000), _most(ctx, first)
    async with ctx.db.read() as session:
        return await count_rates(session, measure, wanted, dimensions, other, min_sample=least, most=most)


async def compare_steps(
    ctx: Context,
    campaign_id: Annotated[strawberry.ID, strawberry.argument(description="The campaign.")],
    filter: EngagementFilter | None = None,
    as_of: datetime | None = None,
) -> Steps | None:
    """The steps of a campaign's sequence, in order: how many contacts got the message of each, and replied at it.

    A contact that replied at a step counts as messaged there. What tells no step comes last, without a rate: nobody knows
    which message such a reply answers. Null if there is no such campaign.

    ```graphql
    { stepPerformance(campaignId: "campaign_…") {
        steps { step channel messaged replied replyRate { rate low high } } } }
    ```
    """
    ctx.require_read()
    wanted = wanted_of(filter, as_of)
    if wanted.campaigns is not None:
        raise InvalidInput(
            "stepPerformance is about one campaign; filter.campaignIds has no place in it", field="filter"
        )
    if not is_storable(campaign_id):
        return None
    async with ctx.db.read() as session:
        found = await session.rows(_CAMPAIGN_NAME, id=campaign_id)
        if not found:
            return None
        return Steps(found[0][0], await count_steps(session, replace(wanted, campaigns=(campaign_id,))))


async def measure_reply_times(
    ctx: Context,
    filter: EngagementFilter | None = None,
    by: By = None,
    as_of: datetime | None = None,
    first: Most = 100,
) -> Times:
    """How many hours contacts took to reply for the first time, since the last message they got before.

    Only pairs of which both times were observed are measured; how many replies have an inferred time, or no observed
    message before them, is told beside. A period is about the reply, as steps are. Of a campaign, sender or channel, the
    message must be of the same one.

    ```graphql
    { timeToReply(by: [CHANNEL]) { rows { keys { label } medianHours measured inferred } } }
    ```
    """
    ctx.require_read()
    wanted, dimensions, most = wanted_of(filter, as_of), dimensions_of(by, most=2), _most(ctx, first)
    async with ctx.db.read() as session:
        return await time_replies(session, wanted, dimensions, most)


async def follow_cohorts(
    ctx: Context,
    interval: Interval,
    periods: Annotated[int, strawberry.argument(description="Up to how many intervals later to look; at most 60.")] = 8,
    time_zone: str = "UTC",
    filter: EngagementFilter | None = None,
    as_of: datetime | None = None,
) -> list[Cohort]:
    """Contacts by the day, week or month of their first message or connection request, and how many of them had replied
    by the end of that interval, of the next one, and so on.

    A period is about the first contact; replies count whenever they came. A reply in an interval before the first contact
    is none.

    ```graphql
    { engagementCohorts(interval: MONTH, periods: 3, timeZone: "Europe/Madrid") { day size replied rates } }
    ```
    """
    ctx.require_read()
    wanted, zone = wanted_of(filter, as_of), find_zone(time_zone)
    columns = between("periods", periods, 0, MOST_PERIODS)
    async with ctx.db.read() as session:
        return await count_cohorts(session, wanted, interval, columns, zone, as_of or ctx.clock())


async def tabulate_engagement(
    ctx: Context,
    by: Annotated[Dimension, strawberry.argument(description="What the rows are.")],
    filter: EngagementFilter | None = None,
    as_of: datetime | None = None,
    order_by: Annotated[
        TableOrder, strawberry.argument(description="What the rows are ordered by, the most first.")
    ] = TableOrder.MESSAGED,
    first: Annotated[int, strawberry.argument(description="How many rows; 50 unless told, 200 at most.")] = 50,
) -> Table:
    """One row a campaign, sender, owner or other group: how many contacts came how far, the rates with their intervals,
    and when something last happened.

    Rows are chosen among the 500 groups with the most contacts. Rates are ordered by the lower end of their interval, so
    that one lucky reply does not lead the table.

    ```graphql
    { engagementTable(by: SENDER, orderBy: REPLY_RATE) {
        rows { key { label } messaged replied replyRate { rate low high } lastActivityAt } } }
    ```
    """
    ctx.require_read()
    wanted, most = wanted_of(filter, as_of), _most(ctx, first)
    async with ctx.db.read() as session:
        return await tabulate(session, wanted, by, order_by, most)


def _most(ctx: Context, first: int) -> int:
    return between("first", first, 1, ctx.limits.page)


_CAMPAIGN_NAME = select(_CAMPAIGN.name).where(_CAMPAIGN.id == bindparam("id"))
