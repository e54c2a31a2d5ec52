"""Subscriptions to what happens to one record, to runs as they end, and to stages that are reached."""

from sqlalchemy import delete

from graphql_schema.resolvers.activities import NewActivity, create_activity
from graphql_schema.resolvers.tasks import TaskChanges, create_task
from graphql_schema.resolvers.update import update_contacts
from models.base import table_of
from models.engagement.campaign import Campaign
from models.incoming import Update
from models.task import Task
from tests.factories import ROBOT, Clock, context, edit, lead, make_contact, put, rows_of, sync
from tests.graphql_schema.asking import refused, watching
from tests.graphql_schema.live_documents import RUNS, STAGES, TIMELINE


async def test_a_timeline_tells_changes_tasks_messages_and_what_follows_from_them(database):
    ada, bob = await make_contact(database), await make_contact(database)

    async with watching(database, TIMELINE, id=ada.id) as watcher:
        await edit(database, bob.id, title="CTO")
        await edit(database, ada.id, title="CTO")
        told = [await watcher.next()]
        await create_task(context(database), TaskChanges({"subject": "Call", "contact_id": ada.id}))
        told.append(await watcher.next())
        await create_activity(context(database), NewActivity("EMAIL", direction="OUTBOUND", contact_id=ada.id))
        told.append(await watcher.next())
        await put(database, ada.id, genesy_engagement_status="Message Replied (1/3) - EMAIL")
        told += [await watcher.next() for _ in range(2)]

    assert [each["item"] for each in told] == [
        {"kind": "CHANGES", "fields": [{"field": "title", "new": "CTO"}]},
        {"kind": "TASK", "task": {"subject": "Call"}},
        {"kind": "ACTIVITY", "activity": {"type": "EMAIL"}},
        {"kind": "ENGAGEMENT", "event": {"kind": "ADDED"}},
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


async def test_a_record_that_is_not_there_has_no_timeline_to_watch(database):
    assert await refused(database, TIMELINE, id="contact_nobody") == [
        ("Record not found", {"code": "NOT_FOUND", "recordId": "contact_nobody"})
    ]
    assert database.driver.announcing.listeners == 0
