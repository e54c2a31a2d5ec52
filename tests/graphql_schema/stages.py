"""Four contacts in different stages, and how many of them the funnel counts in each."""

from datetime import UTC, datetime, timedelta

from tests.factories import make_contact
from tests.graphql_schema.asking import ask
from tests.happening import Event, happen, make_campaigns, make_senders

START = datetime(2025, 1, 6, 9, tzinfo=UTC)

FUNNEL = """query ($filter: EngagementFilter, $by: [EngagementDimension!], $asOf: DateTime, $to: EngagementComparison,
        $first: Int = 100) {
    engagementFunnel(filter: $filter, by: $by, asOf: $asOf, compareTo: $to, first: $first) {
        isCut rows { keys { dimension value label } stages { contacts certain } previous { contacts } } } }"""


def day(number: float) -> datetime:
    return START + timedelta(days=number)


async def contacts_in_every_stage(database) -> None:
    """Ada replied, Bob was messaged by e-mail alone, Cyd accepted a connection, Dan was added."""
    for id, country in (("ada", "Spain"), ("bob", "Spain"), ("cyd", "France"), ("dan", None)):
        await make_contact(database, id=id, country=country)
    await make_campaigns(database, spring="Spring", autumn="Autumn")
    await make_senders(database, sue="Sue")
    spring = {"campaigns": ("spring",), "senders": ("sue",)}
    await happen(
        database,
        Event("ada", "message_sent", day(1), "LINKEDIN", 1, **spring),
        Event("ada", "message_sent", day(3), "LINKEDIN", 2, **spring),
        Event("ada", "message_replied", day(4), "LINKEDIN", 2, **spring),
        Event("bob", "message_sent", day(2), "EMAIL", 1, campaigns=("autumn",)),
        Event("bob", "opened", day(2.1), "EMAIL", 1, campaigns=("autumn",)),
        Event("cyd", "connection_accepted", day(5), "LINKEDIN", certainty="inferred", **spring),
        Event("dan", "added", day(0)),
    )


async def funnel(database, **variables):
    """Contacts of the five stages, by the labels of the group."""
    answer = (await ask(database, FUNNEL, **variables))["engagementFunnel"]
    return {" ".join(key["label"] for key in row["keys"]): counts(row["stages"]) for row in answer["rows"]}


def counts(stages):
    return [stage["contacts"] for stage in stages]
