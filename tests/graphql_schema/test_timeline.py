"""The timeline: everything that happened with a record in one order, whatever table it stands in."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphql_schema.timeline import RECORDS_AT_ONCE
from models.engagement.campaign import Campaign, Sender
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.fields.mapping import Entity
from models.ledger.change import Change
from models.ledger.external_link import ENGINY, ExternalLink
from tests.factories import (
    LONG_AGO,
    NOW,
    add,
    edit,
    make_activity,
    make_company,
    make_contact,
    make_task,
    make_user,
)
from tests.graphql_schema.asking import ask, counted, refusals

TIMELINE = """query($id: ID!, $filter: TimelineFilter, $first: Int, $after: String, $last: Int, $before: String) {
  contact(id: $id) {
    timeline(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { id at kind } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}"""
STORY = """query($id: ID!) {
  contact(id: $id) {
    timeline {
      nodes {
        at kind
        ... on ActivityItem { activity { subject step steps sender } event { kind channel step } }
        ... on EngagementEventItem {
          event {
            kind channel step steps count certainty occurredAt earliestAt latestAt knownAt text reportId
            campaignAttribution senderAttribution campaigns(first: 5) { nodes { name isSure } }
            senders(first: 5) { nodes { name user { name } } } record { id }
          }
        }
        ... on FieldChangesItem { actor { id } source firstAt lastAt runIds fields { field old new } changes { id } }
        ... on TaskItem { taskMoment task { subject } }
        ... on SyncItem { syncMoment externalId strategy link { recordId } }
      }
    }
  }
}"""


def at(minutes: float) -> datetime:
    return LONG_AGO + timedelta(minutes=minutes)


def event(id: str, record_id: str, moment: datetime, **facts: Any) -> EngagementEvent:
    told = {"kind": "message_sent", "certainty": "inferred", "latest_at": moment, "known_at": moment, **facts}
    shared = {"campaign_attribution": "unknown", "sender_attribution": "unknown", **told}
    return EngagementEvent(id=id, entity="contact", record_id=record_id, occurred_at=moment, **shared)


def change(id: str, record_id: str, moment: datetime, *, actor_id: str = "user_ann", **facts: Any) -> Change:
    told = {"fields": {"title": {"old": None, "new": id}}, **facts}
    return Change(
        id=id, entity="contact", record_id=record_id, run_id=f"run_{id}", source="person", actor_id=actor_id,
        at=moment, version=1, **told,
    )  # fmt: skip


def link(external_id: str, record_id: str, created_at: datetime, decided_at: datetime) -> ExternalLink:
    return ExternalLink(
        entity="contact", source=ENGINY, external_id=external_id, record_id=record_id, strategy="email",
        decided_at=decided_at, created_at=created_at, created_by="test",
    )  # fmt: skip


async def told(database, record_id: str, **page: Any) -> list[str]:
    """The ids of a page of a contact's timeline."""
    timeline = (await ask(database, TIMELINE, id=record_id, **page))["contact"]["timeline"]
    return [node["id"] for node in timeline["nodes"]]


async def test_timeline_tells_everything_that_happened_newest_first(database):
    ada, bob = await make_contact(database), await make_contact(database)
    await make_user(database, "user_ann", "Ann")
    await add(
        database,
        link("lead-1", ada.id, at(0), at(60)),
        change("c1", ada.id, at(1), fields={"title": {"new": "Engineer"}, "city": {"old": "Turin", "new": "Rome"}}),
        change("c2", ada.id, at(3), fields={"title": {"old": "Engineer", "new": "CTO"}}, custom_fields={"x": {"new": 1}}),
        change("c3", ada.id, at(5), fields={"city": {"old": "Rome", "new": "Turin"}}),
        change("c4", ada.id, at(6), engagement_only=True),
        event("e1", ada.id, at(10), kind="added", earliest_at=at(7), latest_at=at(10), known_at=at(11), steps=3, count=2,
              channel="LINKEDIN", report_id="report_1", text="Added", campaign_attribution="shared",
              sender_attribution="certain"),
        event("e2", ada.id, at(20), activity_id="a1", channel="EMAIL", step=1, certainty="observed"),
        Campaign(id="campaign_2", name="Summer", is_sure=True, first_seen_at=at(0), last_seen_at=at(9)),
        Campaign(id="campaign_1", name="Winter", first_seen_at=at(0), last_seen_at=at(9)),
        Sender(id="sender_1", name="Ann Sender", user_id="user_ann", first_seen_at=at(0), last_seen_at=at(9)),
        EventCampaign(event_id="e1", campaign_id="campaign_1"), EventCampaign(event_id="e1", campaign_id="campaign_2"),
        EventSender(event_id="e1", sender_id="sender_1"),
        change("c5", bob.id, at(4)), event("e3", bob.id, at(4)), link("lead-2", bob.id, at(4), at(5)),
    )  # fmt: skip
    await make_activity(
        database,
        "a1",
        "EMAIL",
        contact_id=ada.id,
        occurred_at=at(20),
        subject="Hi",
        step=1,
        steps=3,
        sender="Ann Sender",
    )
    await make_activity(database, "a2", "EMAIL", contact_id=ada.id, occurred_at=at(30), subject="Re: Hi")
    await make_activity(database, "a3", "EMAIL", contact_id=bob.id, occurred_at=at(30))
    await make_task(database, "t1", "Call", contact_id=ada.id, completed=True, completed_at=at(40))

    nodes = (await ask(database, STORY, id=ada.id))["contact"]["timeline"]["nodes"]

    assert nodes == [
        {"at": "2023-01-01T01:00:00Z", "kind": "SYNC", "syncMoment": "SYNCED", "externalId": "lead-1", "strategy": "email",
         "link": {"recordId": ada.id}},
        {"at": "2023-01-01T00:40:00Z", "kind": "TASK", "taskMoment": "COMPLETED", "task": {"subject": "Call"}},
        {"at": "2023-01-01T00:30:00Z", "kind": "ACTIVITY", "event": None,
         "activity": {"subject": "Re: Hi", "step": None, "steps": None, "sender": None}},
        {"at": "2023-01-01T00:20:00Z", "kind": "ACTIVITY",
         "activity": {"subject": "Hi", "step": 1, "steps": 3, "sender": "Ann Sender"},
         "event": {"kind": "MESSAGE_SENT", "channel": "EMAIL", "step": 1}},
        {"at": "2023-01-01T00:10:00Z", "kind": "ENGAGEMENT", "event": {
            "kind": "ADDED", "channel": "LINKEDIN", "step": None, "steps": 3, "count": 2, "certainty": "INFERRED",
            "occurredAt": "2023-01-01T00:10:00Z", "earliestAt": "2023-01-01T00:07:00Z",
            "latestAt": "2023-01-01T00:10:00Z", "knownAt": "2023-01-01T00:11:00Z", "text": "Added",
            "reportId": "report_1", "campaignAttribution": "SHARED", "senderAttribution": "CERTAIN",
            "campaigns": {"nodes": [{"name": "Summer", "isSure": True}, {"name": "Winter", "isSure": False}]},
            "senders": {"nodes": [{"name": "Ann Sender", "user": {"name": "Ann"}}]}, "record": {"id": ada.id}}},
        {"at": "2023-01-01T00:05:00Z", "kind": "CHANGES", "actor": {"id": "user_ann"}, "source": "PERSON",
         "firstAt": "2023-01-01T00:01:00Z", "lastAt": "2023-01-01T00:05:00Z", "runIds": ["run_c1", "run_c2", "run_c3"],
         "fields": [{"field": "title", "old": None, "new": "CTO"}, {"field": "x", "old": None, "new": 1}],
         "changes": [{"id": "c1"}, {"id": "c2"}, {"id": "c3"}]},
        {"at": "2023-01-01T00:00:00Z", "kind": "TASK", "taskMoment": "CREATED", "task": {"subject": "Call"}},
        {"at": "2023-01-01T00:00:00Z", "kind": "SYNC", "syncMoment": "LINKED", "externalId": "lead-1", "strategy": "email",
         "link": {"recordId": ada.id}},
    ]  # fmt: skip


async def test_timeline_of_a_company_tells_what_concerns_the_company(database):
    acme, ada = await make_company(database, external_id="7"), await make_contact(database, external_id="7")
    await make_activity(database, "a1", "EMAIL", company_id=acme.id, contact_id=ada.id, occurred_at=at(1))
    await make_activity(database, "a2", "EMAIL", contact_id=ada.id, occurred_at=at(2))
    await make_task(database, "t1", "Call", company_id=acme.id)
    # An event whose activity is on the contact's timeline alone is told here by itself.
    events = [event("e1", acme.id, at(1), activity_id="a1"), event("e2", acme.id, at(2), activity_id="a2")]
    await add(database, *events)
    await edit(database, acme.id, Entity.COMPANY, industry="Engines")

    document = """query($id: ID!) { company(id: $id) { timeline { totalCount nodes { id at kind
        ... on ActivityItem { event { id } } ... on FieldChangesItem { fields { field new } } } } } }"""
    timeline = (await ask(database, document, id=acme.id))["company"]["timeline"]
    (made,) = [each["id"] for each in timeline["nodes"] if each["kind"] == "CHANGES"]

    assert timeline == {
        "totalCount": 5,
        "nodes": [
            {"id": made, "at": "2024-01-20T10:30:00Z", "kind": "CHANGES",
             "fields": [{"field": "industry", "new": "Engines"}]},
            {"id": "event:e2", "at": "2023-01-01T00:02:00Z", "kind": "ENGAGEMENT"},
            {"id": "activity:a1", "at": "2023-01-01T00:01:00Z", "kind": "ACTIVITY", "event": {"id": "e1"}},
            {"id": "task_created:t1", "at": "2023-01-01T00:00:00Z", "kind": "TASK"},
            {"id": "linked:7", "at": "2023-01-01T00:00:00Z", "kind": "SYNC"},
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told_at", "groups"),
    [
        pytest.param([("ann", 0), ("ann", 5), ("ann", 10)], [["c0", "c1", "c2"]], id="five-minutes-are-close"),
        pytest.param([("ann", 0), ("ann", 5.00002)], [["c1"], ["c0"]], id="a-millisecond-more-is-not"),
        pytest.param([("ann", 0), ("bob", 1), ("ann", 2)], [["c2"], ["c1"], ["c0"]], id="somebody-else-between"),
        pytest.param([("ann", 0), ("bob", 0), ("ann", 0)], [["c2"], ["c1"], ["c0"]], id="all-in-one-moment"),
        pytest.param([("ann", 8), ("ann", 0), ("ann", 4)], [["c1", "c2", "c0"]], id="ids-in-another-order"),
    ],
)
async def test_changes_close_together_by_one_actor_are_one_item(database, told_at, groups):
    ada = await make_contact(database)
    rows = [change(f"c{place}", ada.id, at(minutes), actor_id=who) for place, (who, minutes) in enumerate(told_at)]
    await add(database, *rows, change("c9", "contact_other", at(1), actor_id="eve"))

    document = """query($id: ID!) { contact(id: $id) { timeline { totalCount nodes {
        ... on FieldChangesItem { changes { id } } } } } }"""
    timeline = (await ask(database, document, id=ada.id))["contact"]["timeline"]

    assert [[each["id"] for each in node["changes"]] for node in timeline["nodes"]] == groups
    assert timeline["totalCount"] == len(groups)


async def test_change_on_behalf_of_another_is_an_item_of_its_own(database):
    ada = await make_contact(database)
    one, other = change("c1", ada.id, at(0)), change("c2", ada.id, at(1))
    other.source = "enginy"
    await add(database, one, other)

    assert await told(database, ada.id) == ["changes:c2", "changes:c1"]


async def test_group_is_whole_wherever_the_page_is_cut(database):
    ada = await make_contact(database)
    await add(database, *[change(f"c{number}", ada.id, at(4 * number)) for number in range(3)])
    for number in range(5):
        await make_activity(database, f"a{number}", "EMAIL", contact_id=ada.id, occurred_at=at(2 * number - 1))

    document = """query($id: ID!, $after: String) { contact(id: $id) { timeline(first: 1, after: $after) {
        nodes { ... on FieldChangesItem { changes { id } } ... on ActivityItem { activity { id } } }
        pageInfo { endCursor hasNextPage } } } }"""
    pages: list[Any] = []
    after = None
    while True:
        timeline = (await ask(database, document, id=ada.id, after=after))["contact"]["timeline"]
        pages += timeline["nodes"]
        after = timeline["pageInfo"]["endCursor"]
        if not timeline["pageInfo"]["hasNextPage"]:
            break

    assert pages == [
        {"changes": [{"id": "c0"}, {"id": "c1"}, {"id": "c2"}]},
        *({"activity": {"id": f"a{number}"}} for number in (4, 3, 2, 1, 0)),
    ]


MOMENTS = st.lists(st.integers(0, 3), max_size=4)  # many of one moment


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(MOMENTS, MOMENTS, MOMENTS, MOMENTS), st.integers(1, 4))
async def test_pages_in_either_direction_give_the_whole_timeline_in_order(database, moments, size):
    ada = await make_contact(database)
    activities, events, changes, links = moments
    rows: list[Any] = [event(f"e{n}_{ada.id}", ada.id, at(10 * each)) for n, each in enumerate(events)]
    rows += [change(f"c{n}_{ada.id}", ada.id, at(10 * each), actor_id=f"{n}") for n, each in enumerate(changes)]
    rows += [link(f"l{n}_{ada.id}", ada.id, at(10 * each), at(10)) for n, each in enumerate(links)]
    await add(database, *rows)
    for n, each in enumerate(activities):
        await make_activity(database, f"a{n}_{ada.id}", "EMAIL", contact_id=ada.id, occurred_at=at(10 * each))
    order = {"linked": 1, "changes": 2, "event": 5, "activity": 6, "synced": 7}
    wanted = [("activity", 10 * each, f"a{n}_{ada.id}") for n, each in enumerate(activities)]
    wanted += [("event", 10 * each, f"e{n}_{ada.id}") for n, each in enumerate(events)]
    wanted += [("changes", 10 * each, f"c{n}_{ada.id}") for n, each in enumerate(changes)]
    wanted += [("linked", 10 * each, f"l{n}_{ada.id}") for n, each in enumerate(links)]
    wanted += [("synced", 10, f"l{n}_{ada.id}") for n, each in enumerate(links) if each < 1]
    wanted.sort(key=lambda each: (each[1], order[each[0]], each[2]), reverse=True)

    for direction, cursor, end, more in (
        ("first", "after", "endCursor", "hasNextPage"), ("last", "before", "startCursor", "hasPreviousPage"),
    ):  # fmt: skip
        found: list[str] = []
        page: dict[str, Any] = {direction: size}
        while True:
            timeline = (await ask(database, TIMELINE, id=ada.id, **page))["contact"]["timeline"]
            ids = [node["id"] for node in timeline["nodes"]]
            found = found + ids if direction == "first" else ids + found
            if not timeline["pageInfo"][more]:
                break
            page[cursor] = timeline["pageInfo"][end]

        assert found == [f"{strand}:{key}" for strand, _, key in wanted]
        assert timeline["totalCount"] == len(wanted)


@pytest.fixture
async def busy(database):
    return await make_busy(database)


@pytest.fixture(scope="module")
async def shared_busy(shared_database):
    """The same, for tests that only ask."""
    return await make_busy(shared_database)


async def make_busy(database):
    """The id of a contact with something of every kind."""
    ada = await make_contact(database)
    await add(
        database,
        link("lead-1", ada.id, at(0), at(50)),
        change("c1", ada.id, at(1), fields={"title": {"old": None, "new": "Chief Engineer"}}),
        change("c2", ada.id, at(2), custom_fields={"budget": {"old": None, "new": "ÉTÉ 100%"}}),
        event("e1", ada.id, at(30), kind="message_replied", channel="LINKEDIN"),
    )
    await make_activity(
        database, "a1", "EMAIL", contact_id=ada.id, occurred_at=at(20), subject="Hello", body="About the engine"
    )
    await make_task(database, "t1", "Call the engineer", contact_id=ada.id, completed_at=at(40))
    return ada.id


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        pytest.param({"kinds": ["ACTIVITY", "ENGAGEMENT"]}, ["event:e1", "activity:a1"], id="kinds"),
        pytest.param({"kinds": ["SYNC"]}, ["synced:lead-1", "linked:lead-1"], id="one-kind"),
        pytest.param({"kinds": []}, [], id="no-kinds"),
        pytest.param(
            {"from": "2023-01-01T00:20:00Z", "to": "2023-01-01T00:40:00Z"}, ["event:e1", "activity:a1"], id="period"
        ),
        pytest.param({"to": "2023-01-01T00:03:00Z"}, ["changes:c1", "task_created:t1", "linked:lead-1"], id="before"),
        pytest.param({"to": "2023-01-01T00:02:00Z", "kinds": ["CHANGES"]}, [], id="group-counts-by-its-last-moment"),
        pytest.param(
            {"text": "ENGINE"}, ["task_completed:t1", "activity:a1", "changes:c1", "task_created:t1"], id="word"
        ),
        pytest.param({"text": "engine about"}, ["activity:a1"], id="two-words"),
        pytest.param({"text": "engineer été"}, ["changes:c1"], id="two-changes-of-a-group"),
        pytest.param({"text": "100%"}, ["changes:c1"], id="percent-is-no-wildcard"),
        pytest.param({"text": "replied"}, ["event:e1"], id="kind-of-event"),
        pytest.param({"text": "lead-1"}, ["synced:lead-1", "linked:lead-1"], id="external-id"),
        pytest.param({"text": "nobody"}, [], id="nothing"),
    ],
)
async def test_timeline_is_filtered(shared_database, shared_busy, filter, found):
    timeline = (await ask(shared_database, TIMELINE, id=shared_busy, filter=filter))["contact"]["timeline"]

    assert [node["id"] for node in timeline["nodes"]] == found
    assert timeline["totalCount"] == len(found)


async def test_text_that_nothing_can_hold_and_foreign_cursors_are_refused(database, busy):
    assert await refusals(database, TIMELINE, id=busy, filter={"text": "\x00"}) == [
        ("text holds a NUL character, which cannot be stored", {"code": "INVALID_INPUT", "field": "text"})
    ]
    assert await refusals(database, TIMELINE, id=busy, after="bm8") == [
        ("`after` is not a cursor of this list", {"code": "INVALID_INPUT", "field": "after"})
    ]


async def test_page_of_a_long_timeline_is_a_handful_of_statements(database):
    ada = await make_contact(database)
    rows: list[Any] = [link("lead-1", ada.id, at(0), at(0))]
    for number in range(400):
        rows.append(change(f"c{number}", ada.id, at(10 * number), actor_id="user_ann"))
        rows.append(event(f"e{number}", ada.id, at(10 * number + 1)))
        rows.append(event(f"f{number}", ada.id, at(10 * number + 2), activity_id=f"a{number}"))
    await add(database, *rows)
    for number in range(10):
        await make_task(database, f"t{number}", "Call", contact_id=ada.id, completed_at=at(10 * number + 3990))
        await make_activity(database, f"a{number}", "EMAIL", contact_id=ada.id, occurred_at=at(3980 + number))

    document = STORY.replace("timeline {", "timeline(first: 50) {")
    with counted(database) as statements:
        timeline = (await ask(database, document, id=ada.id))["contact"]["timeline"]

    assert {node["kind"] for node in timeline["nodes"]} == {"ACTIVITY", "CHANGES", "ENGAGEMENT", "TASK"}
    assert len(timeline["nodes"]) == 50
    # contact; page; activities, their events; events, their campaigns, senders and records; changes; tasks. The contact
    # is known by the time it is asked for as the record of its events.
    assert len(statements) == 9


async def test_timelines_of_several_records_are_a_statement_each_and_share_the_rest(database):
    for number in range(RECORDS_AT_ONCE):
        one = await make_contact(database)
        await add(database, change(f"c{number}", one.id, at(number)), event(f"e{number}", one.id, at(100)))
        await make_activity(database, f"a{number}", "EMAIL", contact_id=one.id, occurred_at=at(200))

    document = """{ contacts { nodes { timeline(first: 5) { nodes { ... on ActivityItem { activity { type } }
        ... on EngagementEventItem { event { kind } } ... on FieldChangesItem { fields { new } } } } } } }"""
    with counted(database) as statements:
        found = await ask(database, document)

    assert [len(each["timeline"]["nodes"]) for each in found["contacts"]["nodes"]] == [3] * RECORDS_AT_ONCE
    assert len(statements) == 1 + RECORDS_AT_ONCE + 3  # contacts; timelines; activities, events, changes

    await make_contact(database)
    assert (await refusals(database, document))[0] == (
        "Timelines are read of at most 20 records at a time; these are 21", {"code": "TOO_LARGE"}
    )  # fmt: skip


async def test_record_without_a_past_has_an_empty_timeline(database):
    ada = await make_contact(database, made_at=NOW)

    timeline = (await ask(database, TIMELINE, id=ada.id))["contact"]["timeline"]

    assert timeline == {
        "totalCount": 0,
        "nodes": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    }
