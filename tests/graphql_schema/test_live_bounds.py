"""Subscriptions: what is told as missed, what is read and kept for those who watch, and what is refused."""

import asyncio

from graphql_schema import live
from graphql_schema.resolvers.update import update_contacts
from models.incoming import Update
from models.ledger.journal import Actor
from models.ledger.run import Source
from tests.factories import ANN, context, edit, make_contact
from tests.graphql_schema.asking import counted, refused, watching
from tests.graphql_schema.live_documents import BRIEF, RUNS, STAGES, TIMELINE, brief


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
