"""Subscriptions: what is told of acts that are stored, to whom, and what is not."""

import asyncio

import pytest
from sqlalchemy import delete

from graphql_schema import live
from graphql_schema.resolvers.activities import NewActivity, create_activity
from graphql_schema.resolvers.create import create_contacts
from graphql_schema.resolvers.deletion import delete_companies, delete_contacts, restore_contacts
from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.tasks import TaskChanges, create_task
from graphql_schema.resolvers.update import update_companies, update_contacts
from models.base import table_of
from models.database import neighbours
from models.database.engine import Database
from models.engagement.campaign import Campaign
from models.incoming import Update
from models.ledger.journal import Actor
from models.ledger.news import News
from models.ledger.run import Source
from models.task import Task
from tests.factories import (
    ANN,
    ROBOT,
    Clock,
    context,
    edit,
    lead,
    make_company,
    make_contact,
    make_user,
    put,
    rows_of,
    sync,
)
from tests.graphql_schema.asking import counted, refused, watching

CHANGED = """
subscription ($filter: ContactFilter, $ids: [ID!]) {
  contactChanged(filter: $filter, ids: $ids) {
    missed id fate contact { id title } changes { fields { field old new } } actor { label } run { act }
  }
}
"""
BRIEF = "subscription ($filter: ContactFilter, $ids: [ID!]) { contactChanged(filter: $filter, ids: $ids) { missed id fate } }"
TIMELINE = """
subscription ($id: ID!) {
  timelineItemAdded(recordId: $id) {
    missed
    item {
      kind
      ... on FieldChangesItem { fields { field new } }
      ... on TaskItem { task { subject } }
      ... on ActivityItem { activity { type } }
      ... on EngagementEventItem { event { kind } }
    }
  }
}
"""
RUNS = "subscription ($filter: RunFilter) { syncRunFinished(filter: $filter) { missed run { act status } } }"
STAGES = """
subscription ($stages: [EngagementStage!], $campaigns: [ID!]) {
  engagementStageReached(stages: $stages, campaignIds: $campaigns) {
    missed contact { id } stage event { kind step channel }
  }
}
"""


def brief(fate: str, record_id: str) -> dict[str, object]:
    return {"missed": False, "id": record_id, "fate": fate}


async def test_a_change_tells_the_contact_what_changed_and_who_did_it(database):
    await make_user(database, "user_ann", "Ann")
    ada = await make_contact(database, title="Engineer")

    async with watching(database, CHANGED) as watcher:
        await edit(database, ada.id, title="CTO")

        assert await watcher.next() == {
            "missed": False,
            "id": ada.id,
            "fate": "UPDATED",
            "contact": {"id": ada.id, "title": "CTO"},
            "changes": [{"fields": [{"field": "title", "old": "Engineer", "new": "CTO"}]}],
            "actor": {"label": "Ann"},
            "run": {"act": "update_contacts"},
        }


async def test_what_another_process_does_is_heard(database, database_url, monkeypatch):
    monkeypatch.setattr(neighbours, "LOOK_EVERY", 0.01)
    ada = await make_contact(database)
    sqlite = database.driver.reading.dialect.name == "sqlite"
    other = Database.open(database_url)

    async with watching(database, BRIEF) as watcher:
        await edit(database, ada.id, title="Engineer")
        own = await watcher.next()
        await edit(other, ada.id, title="CTO")
        heard = await watcher.next()
    await other.close()

    assert own == brief("UPDATED", ada.id)
    assert heard == ({"missed": True, "id": None, "fate": None} if sqlite else brief("UPDATED", ada.id))


async def test_each_event_shows_the_contact_as_it_is_by_then(database):
    ada = await make_contact(database)

    async with watching(database, CHANGED) as watcher:
        titles = []
        for title in ("CTO", "CEO"):
            await edit(database, ada.id, title=title)
            titles.append((await watcher.next())["contact"]["title"])

        assert titles == ["CTO", "CEO"]


async def test_creating_deleting_restoring_and_erasing_are_told_as_such(database):
    async with watching(database, BRIEF) as watcher:
        report = await create_contacts(context(database), [lead(email="ada@example.com")])
        ada = report.outcomes[0].record_id
        await delete_contacts(context(database), [ada])
        await restore_contacts(context(database), [ada])
        await erase_contacts(context(database), [ada])

        fates = [await watcher.next() for _ in range(4)]

    assert fates == [brief(fate, ada) for fate in ("CREATED", "DELETED", "RESTORED", "DELETED")]


async def test_a_filter_tells_contacts_that_fulfil_it_after_the_change(database):
    ada, bob, eve = (
        await make_contact(database, tags=["vip"]),
        await make_contact(database),
        await make_contact(database),
    )

    async with watching(database, BRIEF, filter={"tags": {"has": "vip"}}) as watcher:
        await edit(database, eve.id, title="CTO")
        await edit(database, ada.id, title="CTO")
        await edit(database, bob.id, tags=["vip"])

        assert [await watcher.next() for _ in range(2)] == [brief("UPDATED", ada.id), brief("UPDATED", bob.id)]


async def test_a_deletion_is_told_whatever_the_filter_says(database):
    ada = await make_contact(database)

    async with watching(database, BRIEF, filter={"tags": {"has": "vip"}}) as watcher:
        await delete_contacts(context(database), [ada.id])

        assert await watcher.next() == brief("DELETED", ada.id)


async def test_ids_tell_those_contacts_alone(database):
    ada, bob = await make_contact(database), await make_contact(database)

    async with watching(database, BRIEF, ids=[bob.id]) as watcher:
        await edit(database, ada.id, title="CTO")
        await edit(database, bob.id, title="CTO")

        assert await watcher.next() == brief("UPDATED", bob.id)


async def test_a_changed_company_is_told_and_no_contact_is(database):
    acme, ada = await make_company(database, name="Acme"), await make_contact(database)
    document = "subscription { companyChanged { missed fate company { name } } }"

    async with watching(database, document) as companies, watching(database, BRIEF) as contacts:
        await update_companies(context(database), [Update(fields={"name": "Acme Inc."}, record_id=acme.id)])
        await edit(database, ada.id, title="CTO")

        assert await companies.next() == {"missed": False, "fate": "UPDATED", "company": {"name": "Acme Inc."}}
        assert await contacts.next() == brief("UPDATED", ada.id)


async def test_a_filter_tells_companies_that_fulfil_it_after_the_change(database):
    acme, zeta = await make_company(database, name="Acme"), await make_company(database, name="Zeta")
    document = """subscription ($filter: CompanyFilter) {
        companyChanged(filter: $filter) { missed id fate } }"""

    async with watching(database, document, filter={"industry": {"eq": "Tools"}}) as watcher:
        await update_companies(context(database), [Update(fields={"industry": "Toys"}, record_id=acme.id)])
        await update_companies(context(database), [Update(fields={"industry": "Tools"}, record_id=zeta.id)])
        await delete_companies(context(database), [acme.id])

        fates = [await watcher.next() for _ in range(2)]

    assert fates == [brief("UPDATED", zeta.id), brief("DELETED", acme.id)]


async def test_what_is_tried_or_undone_is_not_told(database: Database):
    ada = await make_contact(database)

    async with watching(database, BRIEF) as watcher, watching(database, RUNS) as runs:
        await update_contacts(context(database), [Update(fields={"title": "A"}, record_id=ada.id)], dry_run=True)
        with pytest.raises(ZeroDivisionError):
            await announce_and_fail(database)
        await edit(database, ada.id, title="B")

        assert await watcher.next() == brief("UPDATED", ada.id)
        assert await runs.next() == {"missed": False, "run": {"act": "update_contacts", "status": "SUCCEEDED"}}


async def announce_and_fail(database):
    async with database.write() as session:
        session.announce(News("run_undone", "update_contacts").text())
        raise ZeroDivisionError


async def test_more_of_one_run_than_is_told_one_by_one_is_told_as_missed(database, monkeypatch):
    monkeypatch.setattr("graphql_schema.resolvers.live.TOLD", 2)
    contacts = [(await make_contact(database)).id for _ in range(3)]
    updates = [Update(fields={"title": "CTO"}, record_id=each) for each in contacts]

    async with watching(database, BRIEF) as all_, watching(database, BRIEF, ids=contacts[:1]) as one:
        await update_contacts(context(database), updates)

        assert await all_.next() == {"missed": True, "id": None, "fate": None}
        assert await one.next() == brief("UPDATED", contacts[0])


async def test_a_run_of_more_records_than_are_named_is_told_all_the_same(database, monkeypatch):
    monkeypatch.setattr("models.ledger.journal.NAMED", 1)
    monkeypatch.setattr("graphql_schema.resolvers.live.READ_OF_A_RUN", 2)
    contacts = [(await make_contact(database)).id for _ in range(3)]
    updates = [Update(fields={"title": "CTO"}, record_id=each) for each in contacts]

    async with (
        watching(database, BRIEF) as all_,
        watching(database, BRIEF, ids=contacts[2:]) as one,
        watching(database, TIMELINE, id=contacts[0]) as timeline,
    ):
        await update_contacts(context(database), updates)

        assert await all_.next() == {"missed": True, "id": None, "fate": None}
        assert await one.next() == brief("UPDATED", contacts[2])
        assert (await timeline.next())["item"]["kind"] == "CHANGES"


async def test_a_subscriber_that_takes_nothing_holds_a_bounded_backlog(database, monkeypatch):
    monkeypatch.setattr(live, "BACKLOG", 3)
    ada = await make_contact(database)

    async def tell(announcement):
        return ["news" if announcement else "missed"]

    feed = await live.Feed.open(context(database), tell)
    heard: asyncio.Queue[object] = asyncio.Queue()
    await database.listen(heard.put_nowait)
    for number in range(5):
        await edit(database, ada.id, title=f"title {number}")
    for _ in range(5):
        await heard.get()
    told = [await anext(feed) for _ in range(2)]
    await feed.aclose()

    assert told == ["missed", "news"]


async def test_a_timeline_tells_changes_tasks_messages_and_what_follows_from_them(database):
    ada, bob = await make_contact(database), await make_contact(database)

    async with watching(database, TIMELINE, id=ada.id) as watcher:
        await edit(database, bob.id, title="CTO")
        await edit(database, ada.id, title="CTO")
        await create_task(context(database), TaskChanges({"subject": "Call", "contact_id": ada.id}))
        await create_activity(context(database), NewActivity("EMAIL", direction="OUTBOUND", contact_id=ada.id))
        await put(database, ada.id, genesy_engagement_status="Message Replied (1/3) - EMAIL")

        assert [(await watcher.next())["item"] for _ in range(4)] == [
            {"kind": "CHANGES", "fields": [{"field": "title", "new": "CTO"}]},
            {"kind": "TASK", "task": {"subject": "Call"}},
            {"kind": "ACTIVITY", "activity": {"type": "EMAIL"}},
            {"kind": "ENGAGEMENT", "event": {"kind": "MESSAGE_REPLIED"}},
        ]


async def test_changes_that_go_on_are_told_again_under_their_id(database):
    clock, ada = Clock(), await make_contact(database)
    document = "subscription ($id: ID!) { timelineItemAdded(recordId: $id) { item { id at } } }"

    async with watching(database, document, id=ada.id) as watcher:
        told = []
        for title in ("CTO", "CEO"):
            clock.move(minutes=1)
            await update_contacts(context(database, clock=clock), [Update(fields={"title": title}, record_id=ada.id)])
            told.append((await watcher.next())["item"])

    assert [each["at"] for each in told] == ["2024-01-20T10:31:00Z", "2024-01-20T10:32:00Z"]
    assert told[0]["id"] == told[1]["id"]


async def test_what_moves_up_where_newer_items_went_is_not_told(database, monkeypatch):
    monkeypatch.setattr("graphql_schema.resolvers.live.NEWEST", 2)
    ada, clock = await make_contact(database), Clock()
    for subject in ("one", "two", "three"):
        clock.move(hours=1)
        await create_task(context(database, clock=clock), TaskChanges({"subject": subject, "contact_id": ada.id}))

    async with watching(database, TIMELINE, id=ada.id) as watcher:
        async with database.write() as session:
            await session.exec(task_named("three"))
        clock.move(hours=1)
        await create_task(context(database, clock=clock), TaskChanges({"subject": "four", "contact_id": ada.id}))

        assert (await watcher.next())["item"] == {"kind": "TASK", "task": {"subject": "four"}}


def task_named(subject):

    return delete(table_of(Task)).where(table_of(Task).c.subject == subject)


async def test_runs_are_told_as_they_end(database):
    ada = await make_contact(database)

    async with watching(database, RUNS, filter={"act": {"eq": "sync_contacts"}}) as watcher:
        await edit(database, ada.id, title="CTO")
        await sync(database, lead("lead-1", email="new@example.com"))

        assert await watcher.next() == {"missed": False, "run": {"act": "sync_contacts", "status": "SUCCEEDED"}}


async def test_a_stage_is_told_with_what_happened(database):
    ada = await make_contact(database)

    async with watching(database, STAGES, stages=["MESSAGE_REPLIED"]) as replies, watching(database, STAGES) as all_:
        await put(database, ada.id, genesy_engagement_status="Message Sent (1/3) - EMAIL")
        await put(database, ada.id, genesy_engagement_status="Message Replied (1/3) - EMAIL")
        await create_activity(context(database, ROBOT), NewActivity("LINKEDIN", direction="INBOUND", contact_id=ada.id))

        event = {"kind": "MESSAGE_REPLIED", "step": 1, "channel": "EMAIL"}
        reply = {"missed": False, "contact": {"id": ada.id}, "stage": "MESSAGE_REPLIED", "event": event}
        assert await replies.next() == reply
        assert [(await all_.next())["stage"] for _ in range(2)] == ["ADDED", "MESSAGE_SENT"]
        assert await all_.next() == reply
        by_message = {"kind": "MESSAGE_REPLIED", "step": None, "channel": "LINKEDIN"}
        assert (await replies.next())["event"] == by_message


async def test_a_stage_is_told_for_its_campaigns(database):
    ada, bob = await make_contact(database), await make_contact(database)
    await put(database, ada.id, genesy_campaign_names="Spring")
    await put(database, bob.id, genesy_campaign_names="Autumn")

    ids = {each.name: each.id for each in await rows_of(database, Campaign)}

    async with watching(database, STAGES, campaigns=[ids["Autumn"]]) as watcher:
        for each in (ada, bob):
            await put(database, each.id, genesy_engagement_status="Message Sent (1/3) - EMAIL")

        assert (await watcher.next())["contact"] == {"id": bob.id}


async def test_nothing_is_read_where_nobody_watches(database):
    ada = await make_contact(database)
    await edit(database, ada.id, title="A")  # what is read once is read
    with counted(database) as before:
        await edit(database, ada.id, title="B")

    async with watching(database, BRIEF, ids=["contact_other"]), watching(database, TIMELINE, id=ada.id):
        pass
    with counted(database) as after:
        await edit(database, ada.id, title="C")

    assert len(after) == len(before)


async def test_what_a_run_did_is_read_once_for_all_who_watch(database):
    ada = await make_contact(database)

    async with watching(database, BRIEF) as one, watching(database, BRIEF) as two, watching(database, BRIEF) as three:
        with counted(database) as statements:
            await edit(database, ada.id, title="CTO")
            told = [await each.next() for each in (one, two, three)]

    assert told == [brief("UPDATED", ada.id)] * 3
    assert sum("FROM change" in each for each in statements) == 1


async def test_a_filter_that_means_nothing_is_refused_at_once(database):
    [(message, extensions)] = await refused(database, BRIEF, filter={"ownerId": {"eq": "a\0b"}})

    assert extensions["code"] == "INVALID_INPUT"
    assert message


async def test_a_record_that_is_not_there_has_no_timeline_to_watch(database):
    assert await refused(database, TIMELINE, id="contact_nobody") == [
        ("Record not found", {"code": "NOT_FOUND", "recordId": "contact_nobody"})
    ]
    assert database.driver.announcing.listeners == 0


async def test_who_may_not_read_may_not_watch(database):

    nobody = Actor("key_metrics", "Metrics", Source.SCRIPT, frozenset({"metrics"}))

    others = [f"subscription {{ {each}Changed {{ missed }} }}" for each in ("company", "deal")]
    for document in (BRIEF, RUNS, STAGES, *others):
        [(_, extensions)] = await refused(database, document, actor=nobody)
        assert extensions == {"code": "NOT_ALLOWED", "permission": "read"}
    [(_, extensions)] = await refused(database, TIMELINE, actor=nobody, id="contact_1")
    assert extensions == {"code": "NOT_ALLOWED", "permission": "read"}


async def test_a_closed_subscription_listens_no_more(database):
    async with watching(database, BRIEF, actor=ANN):
        assert database.driver.announcing.listeners == 1

    assert database.driver.announcing.listeners == 0


async def test_a_socket_is_for_subscriptions_alone(database):
    for document in ("{ viewer { label } }", 'mutation { deleteContacts(ids: ["a"]) { changeSetId } }'):
        assert await refused(database, document) == [
            ("A socket is for subscriptions; queries and mutations go over HTTP", {"code": "GRAPHQL_VALIDATION_FAILED"})
        ]


async def test_limits_hold_for_subscriptions(database):
    tasks = "tasks(first: 200) { nodes { contact { tasks(first: 200) { nodes { id } } } } }"
    wide = f"subscription {{ contactChanged {{ contact {{ {tasks} }} }} }}"

    [(_, extensions)] = await refused(database, wide)

    assert (extensions["code"], extensions["limit"], extensions["allowed"]) == ("TOO_LARGE", "rows", 5000)
