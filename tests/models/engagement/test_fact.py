"""The summary that numbers are counted from says what the events themselves say, whatever was written in what order."""

from datetime import UTC, datetime, timedelta

from models.base import table_of
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.fact import FACT_COLUMNS, EngagementFact, facts_of, microseconds, moment_of
from tests.factories import make_company, make_contact, put, rows_of
from tests.graphql_schema.asking import ask

ACTIVITY = """mutation ($activity: ActivityInput!) { createActivity(activity: $activity) {
    ... on ActivityAdded { activity { id } } } }"""


async def facts_and_rows(database) -> tuple[list, list]:
    """The facts as they are stored, and as the rows of events, campaigns and senders have them."""
    columns = [column.name for column in table_of(EngagementEvent).columns]
    events = [{name: getattr(row, name) for name in columns} for row in await rows_of(database, EngagementEvent)]
    campaigns = [(row.event_id, row.campaign_id) for row in await rows_of(database, EventCampaign)]
    senders = [(row.event_id, row.sender_id) for row in await rows_of(database, EventSender)]
    stored = [tuple(getattr(row, name) for name in FACT_COLUMNS) for row in await rows_of(database, EngagementFact)]
    return stored, sorted(facts_of(events, campaigns, senders), key=lambda fact: fact[:4])


async def test_facts_follow_reports_and_activities(database):
    ada, engines = await make_contact(database, email="ada@example.com"), await make_company(database, name="Engines")
    steps = [
        {"campaignEngagementStatus": "Added", "campaigns": "Spring"},
        {"campaignEngagementStatus": "Message Sent (1/3) - LINKEDIN", "senders": "Sue"},
        {"campaigns": "Spring, Autumn", "campaignOpens": "3"},
        {"campaignEngagementStatus": "Message Replied (2/3) - LINKEDIN", "senders": "Sue, Tom"},
        {"campaignEngagementStatus": "Message Replied (2/3) - LINKEDIN", "campaignOpens": "5"},
    ]

    for fields in steps:
        await put(database, ada.id, **fields)
        stored, rows = await facts_and_rows(database)
        assert sorted(stored) == sorted(rows)
    await ask(
        database,
        ACTIVITY,
        activity={
            "contactId": ada.id, "companyId": engines.id, "type": "LINKEDIN_MESSAGE", "direction": "OUTBOUND",
            "occurredAt": "2024-01-10T08:00:00Z",
        },
    )  # fmt: skip
    stored, rows = await facts_and_rows(database)

    assert sorted(stored) == sorted(rows)
    assert {fact[0] for fact in stored} == {ada.id}
    assert {fact[4] for fact in stored} >= {"added", "message_sent", "message_replied", "opened"}


def test_fact_of_several_campaigns_and_senders_counts_once_where_they_are_not_told_apart():
    at = datetime(2025, 1, 1, tzinfo=UTC)
    event = {
        "id": "event_1", "entity": "contact", "record_id": "ada", "kind": "clicked", "channel": "EMAIL", "step": 2,
        "count": 3, "certainty": "inferred", "occurred_at": at, "known_at": at + timedelta(seconds=1),
        "campaign_attribution": "shared", "sender_attribution": "certain",
    }  # fmt: skip

    facts = facts_of([event], [("event_1", "b"), ("event_1", "a")], [("event_1", "sue")])

    told = ("event_1", "clicked", "EMAIL", 2, 3, 0, 0, 2, False, True, False)
    moments = (1_735_689_600_000_000, 1_735_689_601_000_000)
    assert facts == {
        ("ada", "a", "sue", *told, True, True, *moments),
        ("ada", "b", "sue", *told, False, True, *moments),
    }


def test_events_of_companies_and_of_nobodys_campaign():
    at = datetime(2025, 1, 1, tzinfo=UTC)
    facts = {
        "id": "event_1", "record_id": "ada", "kind": "message_sent", "channel": None, "step": None, "count": 1,
        "certainty": "observed", "occurred_at": at, "known_at": at, "campaign_attribution": "unknown",
        "sender_attribution": "unknown",
    }  # fmt: skip

    assert facts_of([{**facts, "entity": "company"}], [], []) == set()
    assert {fact[:4] for fact in facts_of([{**facts, "entity": "contact"}], [], [])} == {("ada", "", "", "event_1")}


def test_moments_survive_being_counted_in_microseconds():
    for moment in (
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    ):
        assert moment_of(microseconds(moment)) == moment
