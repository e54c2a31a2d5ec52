"""A random history counted twice: by SQL, and by hand in plain Python over the same events."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import product
from statistics import quantiles
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.factories import make_contact
from tests.graphql_schema.asking import ask
from tests.happening import Event, happen, make_campaigns, make_senders

START = datetime(2025, 3, 1, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Madrid")
CONTACTS, EVENTS = 40, 400
STAGES = ("added", "connection_request_sent", "connection_accepted", "message_sent", "message_replied")
IMPLIES = {
    "added": {"added"},
    "sequence_finished": {"added"},
    "connection_request_sent": {"added", "connection_request_sent"},
    "connection_accepted": {"added", "connection_request_sent", "connection_accepted"},
    "message_sent": {"added", "message_sent"},
    "message_replied": {"added", "message_sent", "message_replied"},
}
FILTERS: list[dict[str, Any]] = [
    {},
    {"campaignIds": ["one", "two"]},
    {"senderIds": ["sue"], "certainty": "OBSERVED"},
    {"channels": ["EMAIL"], "steps": [1, 2]},
    {"countries": ["Spain"], "period": {"from": "2025-03-10T00:00:00Z", "to": "2025-04-05T00:00:00Z"}},
]
DIMENSIONS: list[tuple[str, ...]] = [
    (), ("CAMPAIGN",), ("SENDER",), ("STEP",), ("TAG",), ("CAMPAIGN", "SENDER"), ("COUNTRY", "CHANNEL"),
]  # fmt: skip
AS_OF = datetime(2025, 4, 20, tzinfo=UTC)


@pytest.fixture(scope="module", params=[11, 12])
def shared_seed(request):
    return request.param


@pytest.fixture(scope="module")
def database(shared_database):
    return shared_database


@pytest.fixture(scope="module")
async def history(shared_seed, database):
    """A seeded history and the contacts' countries and tags, stored."""
    chance = random.Random(shared_seed)
    people = {}
    for number in range(CONTACTS):
        country, tags = (
            chance.choice(("Spain", "France", None)),
            chance.sample(["a", "b", "c"], chance.choice((0, 1, 2))),
        )
        await make_contact(database, id=f"contact_{number}", country=country, tags=tags)
        people[f"contact_{number}"] = (country, tags)
    await make_campaigns(database, one="one", two="two", three="three")
    await make_senders(database, sue="sue", tom="tom")
    kinds = (*IMPLIES, "message_sent", "message_sent", "opened", "clicked", "other")
    events = []
    for _ in range(EVENTS):
        at = START + timedelta(seconds=chance.randrange(60 * 86_400))
        events.append(
            Event(
                chance.choice(list(people)),
                chance.choice(kinds),
                at,
                chance.choice(("EMAIL", "LINKEDIN", None)),
                chance.choice((1, 2, 3, None)),
                tuple(chance.sample(["one", "two", "three"], chance.choice((0, 1, 1, 2, 3)))),
                tuple(chance.sample(["sue", "tom"], chance.choice((0, 1, 1, 2)))),
                chance.choice(("observed", "observed", "inferred")),
                at + timedelta(days=chance.randrange(10)),
                chance.choice((1, 1, 3)),
            )
        )
    await happen(database, *events)
    return events, people


def chosen(events: Iterable[Event], people: Any, given: dict[str, Any], as_of: datetime | None = None) -> list[Event]:
    """The events that fulfil a filter."""
    tests: list[Callable[[Event], bool]] = [
        lambda e: "campaignIds" not in given or bool(set(given["campaignIds"]) & set(e.campaigns)),
        lambda e: "senderIds" not in given or bool(set(given["senderIds"]) & set(e.senders)),
        lambda e: "certainty" not in given or given["certainty"].lower() == e.certainty,
        lambda e: "channels" not in given or e.channel in given["channels"],
        lambda e: "steps" not in given or e.step in given["steps"],
        lambda e: "countries" not in given or people[e.contact][0] in given["countries"],
        lambda e: (
            "period" not in given
            or datetime.fromisoformat(given["period"]["from"]) <= e.at < datetime.fromisoformat(given["period"]["to"])
        ),
        lambda e: as_of is None or e.known_at is None or e.known_at <= as_of,
    ]
    return [event for event in events if all(test(event) for test in tests)]


def groups_of(event: Event, people: Any, by: Sequence[str], given: dict[str, Any]) -> list[tuple[str | None, ...]]:
    """The groups that an event counts in."""
    country, tags = people[event.contact]
    asked_campaigns, asked_senders = given.get("campaignIds"), given.get("senderIds")
    values: dict[str, list[str | None]] = {
        "CAMPAIGN": [each for each in event.campaigns if not asked_campaigns or each in asked_campaigns] or [None],
        "SENDER": [each for each in event.senders if not asked_senders or each in asked_senders] or [None],
        "STEP": [str(event.step) if event.step else None],
        "CHANNEL": [event.channel],
        "COUNTRY": [country],
        "TAG": list(tags) or [None],
    }
    return list(product(*(values[each] for each in by)))


def is_shared(event: Event, by: Sequence[str], given: dict[str, Any]) -> bool:
    campaigns = ("CAMPAIGN" in by or "campaignIds" in given) and len(event.campaigns) > 1
    return campaigns or (("SENDER" in by or "senderIds" in given) and len(event.senders) > 1)


def funnel_by_hand(events: Iterable[Event], people: Any, by: Sequence[str], given: dict[str, Any]) -> dict[Any, Any]:
    """Contacts of each stage, and those certain of it, by group."""
    reached: dict[Any, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event in events:
        for stage in IMPLIES.get(event.kind, ()):
            for group in groups_of(event, people, by, given):
                reached[group][stage].add(event.contact)
                if not is_shared(event, by, given):
                    reached[group][f"sure {stage}"].add(event.contact)
    return {
        group: [(len(stages[each]), len(stages[f"sure {each}"])) for each in STAGES]
        for group, stages in reached.items()
    }


@pytest.mark.parametrize("given", FILTERS, ids=lambda given: "-".join(given) or "everything")
async def test_funnel_by_sql_is_the_funnel_by_hand(database, history, given):
    events, people = history
    document = """query ($filter: EngagementFilter, $by: [EngagementDimension!], $asOf: DateTime) {
        engagementFunnel(filter: $filter, by: $by, asOf: $asOf) {
            rows { keys { value } stages { contacts certain } } } }"""

    for by, as_of in product(DIMENSIONS, (None, AS_OF)):
        asked = {"filter": given, "by": list(by), "asOf": as_of.isoformat() if as_of else None}
        answer = await ask(database, document, **asked)
        counted = {
            tuple(key["value"] for key in row["keys"]): [(each["contacts"], each["certain"]) for each in row["stages"]]
            for row in answer["engagementFunnel"]["rows"]
        }
        assert counted == funnel_by_hand(chosen(events, people, given, as_of), people, by, given), (by, as_of)


@pytest.mark.parametrize("given", FILTERS, ids=lambda given: "-".join(given) or "everything")
async def test_series_by_sql_is_the_series_by_hand(database, history, given):
    events, people = history
    document = """query ($filter: EngagementFilter, $by: [EngagementDimension!]) {
        engagementSeries(measure: MESSAGES, interval: DAY, timeZone: "Europe/Madrid", filter: $filter, by: $by) {
            lines { keys { value } points { day value } } } }"""

    for by in DIMENSIONS[:5]:
        answer = await ask(database, document, filter=given, by=list(by))
        counted = {
            (tuple(key["value"] for key in line["keys"]), point["day"]): point["value"]
            for line in answer["engagementSeries"]["lines"]
            for point in line["points"]
            if point["value"]
        }
        by_hand: dict[Any, float] = defaultdict(float)
        for event in chosen(events, people, given):
            if event.kind == "message_sent":
                for group in groups_of(event, people, by, given):
                    by_hand[group, event.at.astimezone(ZONE).date().isoformat()] += event.count
        assert counted == by_hand, by


async def test_reply_times_by_sql_are_those_by_hand(database, history):
    events, _ = history
    waits, inferred, unpaired = [], 0, 0
    for contact in {event.contact for event in events}:
        own = [event for event in events if event.contact == contact]
        replies = [event for event in own if event.kind == "message_replied"]
        if not replies:
            continue
        first = min(replies, key=lambda event: (event.at, event.certainty != "observed"))
        sent = [e.at for e in own if e.kind == "message_sent" and e.certainty == "observed" and e.at < first.at]
        if first.certainty != "observed":
            inferred += 1
        elif not sent:
            unpaired += 1
        else:
            waits.append((first.at - max(sent)).total_seconds() / 3600)

    answer = await ask(
        database,
        "{ timeToReply { rows { firstQuartileHours medianHours thirdQuartileHours measured inferred unpaired } } }",
    )

    (row,) = answer["timeToReply"]["rows"]
    assert list(row.values())[:3] == pytest.approx(quantiles(sorted(waits), n=4, method="inclusive"))
    assert list(row.values())[3:] == [len(waits), inferred, unpaired]


async def test_cohorts_by_sql_are_those_by_hand(database, history):
    events, _ = history
    sizes: dict[str, int] = defaultdict(int)
    replied: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for contact in {event.contact for event in events}:
        own = [event for event in events if event.contact == contact]
        first = min((e.at for e in own if e.kind in ("connection_request_sent", "message_sent")), default=None)
        if first is None:
            continue
        sizes[monday(first)] += 1
        reply = min((e.at for e in own if e.kind == "message_replied"), default=None)
        if reply is not None and monday(reply) >= monday(first):
            weeks = (datetime.fromisoformat(monday(reply)) - datetime.fromisoformat(monday(first))).days // 7
            for column in range(weeks, 4):
                replied[monday(first)][column] += 1

    answer = await ask(
        database,
        """{ engagementCohorts(interval: WEEK, periods: 3, timeZone: "Europe/Madrid", asOf: "2026-01-01") {
            day size replied } }""",
    )

    found = {each["day"]: (each["size"], each["replied"]) for each in answer["engagementCohorts"] if each["size"]}
    assert found == {day: (size, replied[day]) for day, size in sizes.items()}


def monday(moment: datetime) -> str:
    day = moment.astimezone(ZONE).date()
    return (day - timedelta(days=day.weekday())).isoformat()
