"""Series, reply times and cohorts over small histories, in time zones where clocks change."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import Clock, make_contact
from tests.graphql_schema.asking import ask, refusals
from tests.happening import Event, happen, make_campaigns

SERIES = """query ($measure: EngagementMeasure!, $interval: EngagementInterval!, $zone: String! = "UTC",
        $filter: EngagementFilter, $by: [EngagementDimension!], $asOf: DateTime) {
    engagementSeries(measure: $measure, interval: $interval, timeZone: $zone, filter: $filter, by: $by, asOf: $asOf) {
        isCut lines { keys { label } points { day start end value numerator denominator } } } }"""
TIMES = """query ($filter: EngagementFilter, $by: [EngagementDimension!]) {
    timeToReply(filter: $filter, by: $by) { isCut rows { keys { label }
        firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired } } }"""
COHORTS = """query ($interval: EngagementInterval!, $periods: Int!, $zone: String! = "UTC", $filter: EngagementFilter,
        $asOf: DateTime) {
    engagementCohorts(interval: $interval, periods: $periods, timeZone: $zone, filter: $filter, asOf: $asOf) {
        day start size replied rates } }"""


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


async def series(database, **variables):
    """Days and values of each line, by its label."""
    answer = (await ask(database, SERIES, **variables))["engagementSeries"]
    return {
        "".join(key["label"] for key in line["keys"]): [(each["day"][5:], each["value"]) for each in line["points"]]
        for line in answer["lines"]
    }


async def people(database, *ids: str) -> None:
    for id in ids:
        await make_contact(database, id=id)


async def test_days_are_those_of_the_time_zone_and_none_is_left_out(database):
    await people(database, "ada")
    await happen(
        database,
        Event("ada", "message_sent", moment(2025, 3, 29, 22, 59)),
        Event("ada", "message_sent", moment(2025, 3, 29, 23, 0)),  # Sunday in Madrid, which has 23 hours
        Event("ada", "message_sent", moment(2025, 3, 30, 21, 59)),
        Event("ada", "message_sent", moment(2025, 3, 31, 22, 0)),
        Event("ada", "message_replied", moment(2025, 4, 2)),
    )

    answer = await ask(database, SERIES, measure="MESSAGES", interval="DAY", zone="Europe/Madrid")

    columns = ("day", "start", "end", "value")
    (line,) = answer["engagementSeries"]["lines"]
    assert [tuple(point[name] for name in columns) for point in line["points"]] == [
        ("2025-03-29", "2025-03-28T23:00:00Z", "2025-03-29T23:00:00Z", 1.0),
        ("2025-03-30", "2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z", 2.0),
        ("2025-03-31", "2025-03-30T22:00:00Z", "2025-03-31T22:00:00Z", 0.0),
        ("2025-04-01", "2025-03-31T22:00:00Z", "2025-04-01T22:00:00Z", 1.0),
    ]
    assert {point["denominator"] for point in line["points"]} == {None}


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        pytest.param(
            "WEEK", [("12-30", 1.0), ("01-06", 0.0), ("01-13", 0.0), ("01-20", 0.0), ("01-27", 2.0)], id="week"
        ),
        pytest.param("MONTH", [("01-01", 2.0), ("02-01", 1.0)], id="month"),
    ],
)
async def test_weeks_begin_on_monday_and_months_on_the_first(database, interval, expected):
    await people(database, "ada")
    await happen(
        database,
        *(Event("ada", "message_replied", at) for at in (moment(2025, 1, 1), moment(2025, 1, 31), moment(2025, 2, 1))),
    )

    assert await series(database, measure="REPLIES", interval=interval) == {"": expected}


async def test_period_cuts_the_first_and_the_last_bucket(database):
    await people(database, "ada")
    await happen(database, *(Event("ada", "opened", moment(2025, 1, 1, hour), count=2) for hour in (5, 6, 7, 8)))
    period = {"from": "2025-01-01T06:00:00Z", "to": "2025-01-01T08:00:00Z"}

    found = await series(database, measure="OPENS", interval="MONTH", filter={"period": period})

    assert found == {"": [("01-01", 4.0)]}


async def test_period_without_events_is_all_zeros(database):
    period = {"from": "2025-01-01", "to": "2025-01-03"}

    found = await series(database, measure="REPLIES", interval="DAY", filter={"period": period})

    assert found == {"": [("01-01", 0.0), ("01-02", 0.0)]}
    assert await series(database, measure="REPLIES", interval="DAY") == {}
    assert await series(database, measure="REPLIES", interval="DAY", by=["TAG"], filter={"period": period}) == {}


async def test_every_measure_counts_what_it_says(database):
    await people(database, "ada", "bob")
    at, later = moment(2025, 1, 1), moment(2025, 1, 1, 12)
    await happen(
        database,
        Event("ada", "added", at),
        Event("ada", "connection_request_sent", at),
        Event("ada", "connection_accepted", later),
        Event("ada", "message_sent", at),
        Event("ada", "message_sent", later),
        Event("ada", "message_replied", later),
        Event("ada", "message_replied", later),
        Event("ada", "opened", later, count=3),
        Event("ada", "clicked", later, count=2),
        Event("bob", "message_sent", later),
        Event("bob", "connection_request_sent", later),
    )
    expected = {
        "ADDED": 1, "CONNECTION_REQUESTS": 2, "CONNECTIONS": 1, "MESSAGES": 3, "REPLIES": 2, "OPENS": 3, "CLICKS": 2,
        "CONTACTED": 2, "CONTACTS_REPLIED": 1, "REPLY_RATE": 0.5, "CONNECT_RATE": 0.5, "OPEN_RATE": 0.5,
        "CLICK_RATE": 0.5,
    }  # fmt: skip

    found = {measure: await series(database, measure=measure, interval="DAY") for measure in expected}

    assert found == {measure: {"": [("01-01", float(value))]} for measure, value in expected.items()}


async def test_rate_belongs_to_the_bucket_of_the_first_message(database):
    await people(database, "ada", "bob", "cyd")
    await happen(
        database,
        Event("ada", "message_sent", moment(2025, 1, 1)),
        Event("ada", "message_sent", moment(2025, 1, 3)),
        Event("ada", "message_replied", moment(2025, 1, 3, 1)),
        Event("bob", "message_sent", moment(2025, 1, 1)),
        Event("cyd", "message_sent", moment(2025, 1, 3)),
    )

    answer = await ask(database, SERIES, measure="REPLY_RATE", interval="DAY")

    (line,) = answer["engagementSeries"]["lines"]
    assert [(each["day"], each["value"], each["numerator"], each["denominator"]) for each in line["points"]] == [
        ("2025-01-01", 0.5, 1, 2),
        ("2025-01-02", None, 0, 0),
        ("2025-01-03", 0.0, 0, 1),
    ]


async def test_groups_are_lines_and_shared_events_are_in_each(database):
    await make_contact(database, id="ada", country="Spain")
    await make_contact(database, id="bob")
    await make_campaigns(database, spring="Spring", autumn="Autumn")
    await happen(
        database,
        Event("ada", "message_sent", moment(2025, 1, 1), campaigns=("spring", "autumn")),
        Event("bob", "message_sent", moment(2025, 1, 2), campaigns=("spring",), known_at=moment(2025, 2, 1)),
    )

    async def messages(**variables):
        return await series(database, measure="MESSAGES", interval="DAY", **variables)

    assert await messages() == {"": [("01-01", 1.0), ("01-02", 1.0)]}
    assert await messages(by=["CAMPAIGN"]) == {
        "Spring": [("01-01", 1.0), ("01-02", 1.0)],
        "Autumn": [("01-01", 1.0), ("01-02", 0.0)],
    }
    assert await messages(by=["COUNTRY"]) == {
        "Spain": [("01-01", 1.0), ("01-02", 0.0)],
        "none": [("01-01", 0.0), ("01-02", 1.0)],
    }
    both = {"campaignIds": ["spring", "autumn"]}
    assert await messages(filter=both) == {"": [("01-01", 1.0), ("01-02", 1.0)]}
    assert await messages(filter=both, by=["COUNTRY"]) == {
        "Spain": [("01-01", 1.0), ("01-02", 0.0)],
        "none": [("01-01", 0.0), ("01-02", 1.0)],
    }
    assert await messages(asOf="2025-01-31") == {"": [("01-01", 1.0)]}


async def test_largest_lines_are_kept(database):
    await people(database, "ada")
    first = moment(2025, 1, 1)
    await happen(
        database,
        *(Event("ada", "message_sent", first, step=step) for step in range(1, 52)),
        Event("ada", "message_sent", first, step=51),
    )

    answer = (await ask(database, SERIES, measure="MESSAGES", interval="DAY", by=["STEP"]))["engagementSeries"]

    assert answer["isCut"] is True
    assert [line["keys"][0]["label"] for line in answer["lines"]] == ["51", *(str(step) for step in range(1, 50))]


@pytest.mark.parametrize(
    ("variables", "message", "field"),
    [
        pytest.param(
            {"zone": "Mars/Olympus"}, "There is no time zone 'Mars/Olympus'; expected a name such as Europe/Madrid",
            "timeZone", id="time-zone",
        ),
        pytest.param(
            {"filter": {"period": {"from": "0001-01-01", "to": "9999-12-31"}}},
            "At most 1,000 buckets fit in one answer; ask for a shorter period or a longer interval", "interval",
            id="buckets",
        ),
        pytest.param({"by": ["TAG", "STEP"]}, "by names at most 1 dimension", "by", id="two-dimensions"),
    ],
)  # fmt: skip
async def test_series_that_cannot_be_is_refused(database, variables, message, field):
    refused = await refusals(database, SERIES, measure="REPLIES", interval="DAY", **variables)

    assert refused == [(message, {"code": "INVALID_INPUT", "field": field})]


async def test_reply_is_timed_from_the_last_message_before_it(database):
    hours = {"ada": 1, "bob": 3, "cyd": 10, "dan": 30}
    await people(database, *hours, "eve", "fay", "gus")
    sent = moment(2025, 1, 2)
    for id, wait in hours.items():
        await happen(
            database,
            Event(id, "message_sent", sent - timedelta(days=3), "LINKEDIN"),
            Event(id, "message_sent", sent, "EMAIL" if id == "dan" else "LINKEDIN"),
            Event(id, "message_replied", sent + timedelta(hours=wait), "EMAIL" if id == "dan" else "LINKEDIN"),
            Event(id, "message_sent", sent + timedelta(hours=wait), "LINKEDIN"),
            Event(id, "message_replied", sent + timedelta(hours=99), "LINKEDIN"),
        )
    await happen(
        database,
        Event("eve", "message_sent", sent, "LINKEDIN"),
        Event("eve", "message_replied", sent + timedelta(hours=2), "LINKEDIN", certainty="inferred"),
        Event("eve", "message_replied", sent + timedelta(hours=5), "LINKEDIN"),
        Event("fay", "message_sent", sent, "LINKEDIN", certainty="inferred"),
        Event("fay", "message_replied", sent + timedelta(hours=5), "LINKEDIN"),
        Event("gus", "message_sent", sent, "LINKEDIN"),
    )

    async def times(**variables):
        rows = (await ask(database, TIMES, **variables))["timeToReply"]["rows"]
        return {"".join(key["label"] for key in row.pop("keys")): tuple(row.values()) for row in rows}

    assert await times() == {"": (2.5, 6.5, 15.0, 4, 1, 1)}
    assert await times(by=["CHANNEL"], filter={"certainty": "OBSERVED"}) == {
        # In LinkedIn alone, Dan replied much later, and Eve's first reply is the one that was observed.
        "LINKEDIN": (3.0, 5.0, 10.0, 5, 0, 1),
        "EMAIL": (30.0, 30.0, 30.0, 1, 0, 0),
    }
    period = {"from": "2025-01-02T02:00:00Z", "to": "2025-01-02T04:00:00Z"}
    assert await times(filter={"period": period}) == {"": (3.0, 3.0, 3.0, 1, 1, 0)}
    assert await times(filter={"channels": ["SMS"]}) == {"": (None, None, None, 0, 0, 0)}
    assert await times(filter={"channels": ["SMS"]}, by=["STEP"]) == {}


async def test_cohorts_tell_how_many_had_replied_by_when(database):
    await people(database, "ada", "bob", "cyd", "dan", "eve")
    zone = {"interval": "MONTH", "zone": "Europe/Madrid"}
    await happen(
        database,
        Event("ada", "connection_request_sent", moment(2024, 12, 31, 23, 30)),  # January in Madrid
        Event("ada", "message_sent", moment(2025, 2, 1)),
        Event("ada", "message_replied", moment(2025, 1, 31, 22, 59)),
        Event("bob", "message_sent", moment(2025, 1, 15)),
        Event("bob", "message_replied", moment(2025, 3, 31, 21, 59)),
        Event("bob", "message_replied", moment(2025, 4, 15)),
        Event("cyd", "message_sent", moment(2025, 1, 20)),
        Event("dan", "message_sent", moment(2025, 3, 1)),
        Event("eve", "message_replied", moment(2025, 3, 1)),
    )

    async def cohorts(**variables):
        clock = Clock(moment(2025, 4, 20))
        answer = await ask(database, COHORTS, clock=clock, periods=3, **zone, **variables)
        return [(each["day"], each["size"], each["replied"]) for each in answer["engagementCohorts"]]

    assert await cohorts() == [
        ("2025-01-01", 3, [1, 1, 2, 2]),
        ("2025-02-01", 0, [0, 0, 0, None]),
        ("2025-03-01", 1, [0, 0, None, None]),
    ]
    # A contact that was first written to before the period is in none of its cohorts.
    assert await cohorts(filter={"period": {"from": "2025-01-31T23:00:00Z"}}) == [("2025-03-01", 1, [0, 0, None, None])]
    assert await cohorts(asOf="2025-02-10") == [("2025-01-01", 3, [1, 1, None, None])]


async def test_shares_of_a_cohort_are_of_its_size(database):
    await people(database, "ada", "bob")
    await happen(
        database,
        Event("ada", "message_sent", moment(2025, 1, 1)),
        Event("ada", "message_replied", moment(2025, 1, 2)),
        Event("bob", "message_sent", moment(2025, 1, 1)),
    )

    answer = await ask(database, COHORTS, interval="DAY", periods=1, asOf="2025-01-05")

    assert answer["engagementCohorts"] == [
        {"day": "2025-01-01", "start": "2025-01-01T00:00:00Z", "size": 2, "replied": [0, 1], "rates": [0.0, 0.5]}
    ]


async def test_nobody_is_in_no_cohort(database):
    assert (await ask(database, COHORTS, interval="WEEK", periods=0))["engagementCohorts"] == []
    assert await refusals(database, COHORTS, interval="WEEK", periods=61) == [
        ("periods must be a whole number from 0 to 60", {"code": "INVALID_INPUT", "field": "periods"})
    ]
