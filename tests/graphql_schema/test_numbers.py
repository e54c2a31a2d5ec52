"""Rates, tables and steps over small histories that anyone can count."""

import pytest

from models.ledger.journal import Actor
from models.ledger.run import Source
from tests.factories import make_contact
from tests.graphql_schema.asking import ask, refusals
from tests.graphql_schema.stages import contacts_in_every_stage, day, funnel
from tests.happening import Event, happen

RATES = """query ($measure: EngagementRateMeasure!, $by: [EngagementDimension!], $least: Int = 30) {
    engagementRates(measure: $measure, by: $by, minSample: $least) { isCut rows { keys { value } rate {
        measure numerator denominator denominatorName shared rate low high isSmallSample isWeakEvidence } } } }"""


async def test_opens_and_clicks_are_weak_and_stay_out_of_the_reply_rate(database):
    for id in ("ada", "bob", "cyd"):
        await make_contact(database, id=id)
    await happen(
        database,
        Event("ada", "message_sent", day(1)),
        Event("ada", "message_replied", day(2)),
        Event("bob", "message_sent", day(1)),
        Event("bob", "opened", day(1)),
        Event("cyd", "clicked", day(1)),
    )

    found = {}
    for measure in ("REPLY_RATE", "CONNECT_RATE", "OPEN_RATE", "CLICK_RATE"):
        ((row),) = (await ask(database, RATES, measure=measure, least=3))["engagementRates"]["rows"]
        found[measure] = row["rate"]

    mailed = "contacts who were sent a message, as far as opens and clicks tell"
    assert {name: tuple(rate.values()) for name, rate in found.items()} == {
        "REPLY_RATE": (
            "REPLY_RATE", 1, 2, "contacts who were sent a message", 0, 0.5, 0.09453120573423074, 0.9054687942657693,
            True, False,
        ),
        "CONNECT_RATE": (
            "CONNECT_RATE", 0, 0, "contacts who were asked for a connection", 0, None, None, None, True, False
        ),
        "OPEN_RATE": (
            "OPEN_RATE", 2, 3, mailed, 0, 2 / 3, 0.20765960080204765, 0.9385080552796037, False, True
        ),
        "CLICK_RATE": (
            "CLICK_RATE", 1, 3, mailed, 0, 1 / 3, 0.06149194472039615, 0.7923403991979523, False, True
        ),
    }  # fmt: skip


async def test_rates_come_with_the_largest_denominator_first(database):
    for id in ("ada", "bob", "cyd"):
        await make_contact(database, id=id)
    await happen(
        database,
        Event("ada", "message_replied", day(1), "EMAIL"),
        Event("bob", "message_sent", day(1), "LINKEDIN"),
        Event("cyd", "message_sent", day(1), "LINKEDIN"),
    )

    answer = (await ask(database, RATES, measure="REPLY_RATE", by=["CHANNEL"]))["engagementRates"]

    assert [
        (row["keys"][0]["value"], row["rate"]["numerator"], row["rate"]["denominator"]) for row in answer["rows"]
    ] == [("LINKEDIN", 0, 2), ("EMAIL", 1, 1)]


async def test_rates_stand_beside_those_of_another_period(database):
    await contacts_in_every_stage(database)
    document = """{ engagementRates(measure: REPLY_RATE, by: [CAMPAIGN],
        filter: { period: { from: "2025-01-08", to: "2025-02-01" } },
        compareTo: { period: { from: "2025-01-01", to: "2025-01-08" } }) {
          rows { keys { label } rate { numerator denominator } previous { numerator denominator } } } }"""

    rows = (await ask(database, document))["engagementRates"]["rows"]

    assert {row["keys"][0]["label"]: [tuple(row[name].values()) for name in ("rate", "previous")] for row in rows} == {
        "Spring": [(1, 1), (0, 1)],
        "Autumn": [(0, 1), (0, 0)],
        "none": [(0, 0), (0, 0)],
    }


async def test_table_tells_everything_of_a_group_in_the_order_asked_for(database):
    await contacts_in_every_stage(database)
    document = """query ($order: EngagementTableOrder!, $first: Int = 50) {
        engagementTable(by: CAMPAIGN, orderBy: $order, first: $first) { isCut rows { key { label }
            added requested connected messaged replied opened clicked shared lastActivityAt
            connectRate { rate isSmallSample } replyRate { rate } openRate { rate } clickRate { rate } } } }"""

    by_name = (await ask(database, document, order="ADDED"))["engagementTable"]
    orders = {
        order: [row["key"]["label"] for row in (await ask(database, document, order=order))["engagementTable"]["rows"]]
        for order in ("REPLY_RATE", "OPENED", "LAST_ACTIVITY", "CONNECTED")
    }
    cut = (await ask(database, document, order="LAST_ACTIVITY", first=1))["engagementTable"]

    assert by_name["isCut"] is False
    assert by_name["rows"][0] == {
        "key": {"label": "Spring"}, "added": 2, "requested": 1, "connected": 1, "messaged": 1, "replied": 1,
        "opened": 0, "clicked": 0, "shared": 0, "lastActivityAt": "2025-01-11T09:00:00Z",
        "connectRate": {"rate": 1.0, "isSmallSample": True}, "replyRate": {"rate": 1.0}, "openRate": {"rate": 0.0},
        "clickRate": {"rate": 0.0},
    }  # fmt: skip
    assert orders == {
        "REPLY_RATE": ["Spring", "Autumn", "none"],
        "OPENED": ["Autumn", "Spring", "none"],
        "LAST_ACTIVITY": ["Spring", "Autumn", "none"],
        "CONNECTED": ["Spring", "Autumn", "none"],
    }
    assert (cut["isCut"], [row["key"]["label"] for row in cut["rows"]]) == (True, ["Spring"])


async def test_steps_of_a_campaign_tell_who_replied_where(database):
    await contacts_in_every_stage(database)
    await happen(database, Event("dan", "message_replied", day(6), "LINKEDIN", campaigns=("spring", "autumn")))
    document = """query ($id: ID!) { stepPerformance(campaignId: $id) {
        campaign steps { step channel messaged replied shared replyRate { numerator denominator } } } }"""

    answer = await ask(database, document, id="spring")

    assert answer["stepPerformance"] == {
        "campaign": "Spring",
        "steps": [
            {
                "step": 1, "channel": "LINKEDIN", "messaged": 1, "replied": 0, "shared": 0,
                "replyRate": {"numerator": 0, "denominator": 1},
            },
            {
                "step": 2, "channel": "LINKEDIN", "messaged": 1, "replied": 1, "shared": 0,
                "replyRate": {"numerator": 1, "denominator": 1},
            },
            {"step": None, "channel": "LINKEDIN", "messaged": 1, "replied": 1, "shared": 1, "replyRate": None},
        ],
    }  # fmt: skip
    assert await ask(database, document, id="winter\x00") == {"stepPerformance": None}
    assert await ask(database, document, id="winter") == {"stepPerformance": None}


async def test_empty_database_answers_zeros(database):
    assert await funnel(database) == {"": [0, 0, 0, 0, 0]}
    assert await funnel(database, by=["CAMPAIGN", "TAG"]) == {}
    assert (await ask(database, "{ engagementTable(by: OWNER) { isCut rows { added } } }"))["engagementTable"] == {
        "isCut": False, "rows": []
    }  # fmt: skip


@pytest.mark.parametrize(
    ("document", "message", "field"),
    [
        pytest.param(
            "{ engagementRates(measure: REPLY_RATE, minSample: 0) { isCut } }",
            "minSample must be a whole number from 1 to 1,000,000", "minSample", id="min-sample",
        ),
        pytest.param(
            "{ engagementTable(by: TAG, first: 0) { isCut } }", "first must be a whole number from 1 to 200", "first",
            id="first",
        ),
        pytest.param(
            '{ stepPerformance(campaignId: "a", filter: { campaignIds: ["b"] }) { campaign } }',
            "stepPerformance is about one campaign; filter.campaignIds has no place in it", "filter",
            id="two-campaigns",
        ),
    ],
)  # fmt: skip
async def test_number_out_of_bounds_is_refused(database, document, message, field):
    assert await refusals(database, document) == [(message, {"code": "INVALID_INPUT", "field": field})]


@pytest.mark.parametrize(
    "field",
    [
        "engagementFunnel { isCut }", "engagementSeries(measure: REPLIES, interval: DAY) { isCut }",
        "engagementRates(measure: REPLY_RATE) { isCut }", 'stepPerformance(campaignId: "x") { campaign }',
        "timeToReply { isCut }", "engagementCohorts(interval: DAY) { day }", "engagementTable(by: TAG) { isCut }",
    ],
)  # fmt: skip
async def test_numbers_are_for_those_who_may_read(database, field):
    nobody = Actor("key_1", "Sync only", Source.SCRIPT, frozenset(("enginy",)))

    refused = await refusals(database, f"{{ {field} }}", actor=nobody)

    assert [extensions["code"] for _, extensions in refused] == ["NOT_ALLOWED"]
