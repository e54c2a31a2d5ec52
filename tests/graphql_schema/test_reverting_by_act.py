"""Undoing each kind of act: imports, syncs, links, deletions, tags, associations, and what is noted and planned."""

from graphql_schema.resolvers.sync import sync_records
from models.fields.mapping import Entity
from models.note import Note
from tests.factories import (
    ROBOT,
    context,
    fields_of,
    history_of,
    ids_of,
    keys_of,
    lead,
    links_of,
    make_company,
    make_contact,
    make_user,
    put,
    rows_of,
    runs_of,
    sync,
)
from tests.graphql_schema.asking import ask
from tests.graphql_schema.undoing import audited, create, revert, totals, update


async def test_a_wrong_import_is_undone_in_one_go_and_does_not_come_back(database):
    [bob], _ = await create(database, lead("9", email="bob@example.com"))
    made, run_id = await create(database, lead("1", email="ada@example.com"), lead("2", email="eve@example.com"))
    await put(database, made[0], title="Engineer")  # Enginy goes on writing

    report = await revert(database, run_id)

    assert report["totals"] == totals(records=2, reverted=2)
    assert await ids_of(database) == [bob]
    assert await keys_of(database, made[0]) == set()
    assert (await put(database, made[0], title="CTO")).problem.code == "NOT_FOUND"
    synced = await sync(database, lead("1", email="ada@example.com"), lead("9", email="bob@example.com"))
    assert [outcome.record_id for outcome in synced.outcomes] == [None, bob]
    assert {each: link.record_id for each, link in (await links_of(database)).items()} == {
        "1": made[0], "2": made[1], "9": bob,
    }  # fmt: skip
    assert await audited(database) == []


async def test_redoing_an_import_brings_its_contacts_back_with_their_links(database):
    [ada], run_id = await create(database, lead("1", email="ada@example.com", title="Engineer"))
    undone = await revert(database, run_id)

    await revert(database, undone["changeSetId"])

    assert await ids_of(database) == [ada]
    assert await keys_of(database, ada) == {("email", "ada@example.com")}
    [outcome] = (await sync(database, lead("1", email="other@example.com"))).outcomes
    assert outcome.record_id == ada
    assert await audited(database) == []


async def test_a_contact_that_somebody_here_edited_since_is_not_taken_away(database):
    made, run_id = await create(database, lead("1", email="ada@example.com"), lead("2"))
    later = await update(database, made[0], title="CTO")

    report = await revert(database, run_id)

    assert report["totals"] == totals(records=2, reverted=1, kept=1)
    [kept, _] = report["results"]
    assert (kept["id"], kept["outcome"], [(each["field"], each["run"]["id"]) for each in kept["kept"]]) == (
        made[0], "KEPT", [("title", later)],
    )  # fmt: skip
    assert await ids_of(database) == [made[0]]


async def test_an_import_that_filled_a_contact_is_undone_with_its_link(database):
    [ada], _ = await create(database, lead("1", email="ada@example.com"))
    _, run_id = await create(database, lead("2", email="ada@example.com", title="Engineer"))
    assert sorted(await links_of(database)) == ["1", "2"]

    undone = await revert(database, run_id)

    assert undone["totals"] == totals(records=1, reverted=1)
    assert await fields_of(database, ada) == {"email": "ada@example.com"}
    assert sorted(await links_of(database)) == ["1"]
    await revert(database, undone["changeSetId"])
    assert {each: link.record_id for each, link in (await links_of(database)).items()} == {"1": ada, "2": ada}
    assert await audited(database) == []


async def test_undoing_a_sync_takes_away_the_links_it_made_and_no_others(database):
    ada = await make_contact(database, email="ada@example.com", external_id="1", shadow={})
    bob = await make_contact(database, email="bob@example.com")
    eve = await make_contact(database, email="eve@example.com")
    ctx = context(database, ROBOT)
    leads = [lead("1", email="ada@example.com"), lead("2", email="bob@example.com"), lead("3", email="eve@example.com")]
    await sync_records(ctx, Entity.CONTACT, leads)
    run_id = ctx.run_id
    await ask(
        database, 'mutation($id: ID!) { clearInEnginy(id: $id, properties: ["title"]) { __typename } }', id=eve.id
    )

    report = await revert(database, run_id)

    # What somebody asked to be cleared over there still goes by the link.
    assert report["totals"] == totals(records=2, reverted=1, kept=1)
    assert sorted(await links_of(database)) == ["1", "3"]
    assert (await history_of(database, bob.id))[-1].fields == {"external_links": {"old": {"2": "email"}, "new": {}}}
    assert await history_of(database, ada.id) == []

    await revert(database, report["changeSetId"])
    assert (await links_of(database))["2"].record_id == bob.id


async def test_undoing_a_link_made_by_hand(database):
    ada = await make_contact(database)
    document = """mutation($id: ID!) { linkExternal(externalId: "7", recordId: $id) {
        ... on ExternalLinked { changeSetId } } }"""
    linked = (await ask(database, document, id=ada.id))["linkExternal"]

    report = await revert(database, linked["changeSetId"])

    assert report["totals"] == totals(records=1, reverted=1)
    assert await links_of(database) == {}


async def test_deleting_and_restoring_are_undone_both_ways(database):
    [ada], _ = await create(database, lead(None, email="ada@example.com"))
    deleted = await ask(database, "mutation($ids: [ID!]!) { deleteContacts(ids: $ids) { changeSetId } }", ids=[ada])

    report = await revert(database, deleted["deleteContacts"]["changeSetId"])
    assert (report["totals"], await ids_of(database)) == (totals(records=1, reverted=1), [ada])
    assert await keys_of(database, ada) == {("email", "ada@example.com")}

    await revert(database, report["changeSetId"])
    assert (await ids_of(database), await keys_of(database, ada)) == ([], set())
    assert await audited(database) == []


async def test_tags_and_owners_of_many_are_undone(database):
    await make_user(database, "user_bob", "Bob")
    ada = await make_contact(database, tags=["vip"])
    engines = await make_company(database, name="Engines")
    document = """mutation($ids: [ID!]!) { addTags(ids: $ids, tags: ["new"]) { changeSetId }
        assignOwner(ids: $ids, ownerId: "user_bob") { changeSetId } }"""
    done = await ask(database, document, ids=[ada.id, engines.id])

    reports = [await revert(database, done[act]["changeSetId"]) for act in ("addTags", "assignOwner")]

    assert [report["totals"] for report in reports] == [totals(records=2, reverted=2)] * 2
    assert await fields_of(database, ada.id) == {"tags": ["vip"]}
    assert await fields_of(database, engines.id, Entity.COMPANY) == {"name": "Engines"}


async def test_associations_are_undone_and_done_again(database):
    ada = await make_contact(database)
    old, new = await make_company(database, name="Old"), await make_company(database, name="New")
    document = """mutation($contact: ID!, $company: ID!) {
        associateContacts(pairs: [{ contactId: $contact, companyId: $company }]) { changeSetId } }"""
    await ask(database, document, contact=ada.id, company=old.id)
    done = await ask(database, document, contact=ada.id, company=new.id)
    companies = "query($id: ID!) { contact(id: $id) { company { id } companies { nodes { id } } } }"

    report = await revert(database, done["associateContacts"]["changeSetId"])
    assert await ask(database, companies, id=ada.id) == {
        "contact": {"company": {"id": old.id}, "companies": {"nodes": [{"id": old.id}]}}
    }

    await revert(database, report["changeSetId"])
    assert (await ask(database, companies, id=ada.id))["contact"]["company"] == {"id": new.id}


async def test_tasks_deals_and_notes_are_undone(database):
    ada = await make_contact(database)
    document = """mutation($id: ID!) {
        createTask(task: { subject: "Call", dueAt: "2024-02-01T12:00:00Z" }) { ... on TaskChanged { id } }
        createDeals(deals: [{ name: "Pilot", amount: "1250.50", currency: "EUR", expectedClose: "2024-03-01" }]) {
            results { id } }
        createNote(recordId: $id, note: { body: "Met" }) { ... on NoteChanged { changeSetId id } } }"""
    made = await ask(database, document, id=ada.id)
    task, deal = made["createTask"]["id"], made["createDeals"]["results"][0]["id"]
    changing = """mutation($task: ID!, $deal: ID!) {
        updateTask(id: $task, changes: { completed: true, dueAt: null }) { ... on TaskChanged { task { id } } }
        updateDeal(id: $deal, changes: { status: WON, amount: "9", expectedClose: null }) {
            ... on DealChanged { changeSetId } } }"""
    await ask(database, changing, task=task, deal=deal)
    runs = {run.act: run.id for run in await runs_of(database)}

    for act in ("update_task", "update_deal", "create_note"):
        assert (await revert(database, runs[act]))["totals"] == totals(records=1, reverted=1)

    stored = """query($t: ID!, $d: ID!) { task(id: $t) { completed completedAt dueAt }
        deal(id: $d) { status amount expectedClose closedAt } }"""
    assert await ask(database, stored, t=task, d=deal) == {
        "task": {"completed": False, "completedAt": None, "dueAt": "2024-02-01T12:00:00Z"},
        "deal": {"status": "OPEN", "amount": 1250.5, "expectedClose": "2024-03-01", "closedAt": None},
    }
    [note] = await rows_of(database, Note)
    assert note.deleted_at is not None
    # Nothing of what was edited since holds any more.
    assert (await revert(database, runs["create_task"]))["totals"] == totals(records=1, reverted=1)
