"""Undoing runs: what they did is undone, what was edited since stays, and undoing can itself be undone."""

import pytest
from sqlalchemy import text

from graphql_schema.resolvers import reverting
from graphql_schema.resolvers.create import create_records
from graphql_schema.resolvers.reverting import revert_change_set
from graphql_schema.resolvers.sync import sync_records
from graphql_schema.resolvers.update import update_records
from models.errors import Unavailable
from models.fields.mapping import Entity
from models.incoming import Update
from models.ledger.run import Run, RunStatus
from models.note import Note
from tests.factories import (
    ANN,
    NOW_TEXT,
    ROBOT,
    Clock,
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
from tests.soak.audit import disagreements, read_stored

REVERT = """mutation($id: ID!, $dryRun: Boolean! = false) { revertChangeSet(id: $id, dryRun: $dryRun) {
  ... on ChangeSetReverted {
    changeSetId totals { records reverted partly kept unchanged failed }
    results { id outcome kept { field isCustom editedBy { id label } editedAt run { id } } problem { code } } }
  ... on Problem { code message } ... on NotRevertibleProblem { reason revertedById } } }"""
TOTALS = {"records": 0, "reverted": 0, "partly": 0, "kept": 0, "unchanged": 0, "failed": 0}


async def revert(database, run_id, **options):
    return (await ask(database, REVERT, id=run_id, **options))["revertChangeSet"]


async def run_of(database):
    """The id of the last run."""
    return (await runs_of(database))[-1].id


async def update(database, record_id, *, actor=ANN, entity=Entity.CONTACT, **fields):
    """Set fields of a record, by Enginy's names; the id of the run."""
    ctx = context(database, actor)
    await update_records(ctx, entity, [Update(fields=fields, record_id=record_id)])
    return ctx.run_id


async def create(database, *leads, actor=ROBOT):
    """Create contacts; their ids, and that of the run."""
    ctx = context(database, actor)
    report = await create_records(ctx, Entity.CONTACT, leads)
    return [outcome.record_id for outcome in report.outcomes], ctx.run_id


class Seen:
    """The database as the audit of the soaks reads it."""

    def __init__(self, database):
        self.database = database

    async def snapshot(self, statements):
        async with self.database.read() as session:
            return [list((await session.exec(text(each))).all()) for each in statements]


async def audited(database):
    return disagreements(await read_stored(Seen(database)), shadows=False)


def totals(**counts):
    return {**TOTALS, **counts}


async def test_undoing_an_update_gives_back_every_field_and_its_keys(database):
    [ada], _ = await create(database, lead("1", email="ada@example.com", title="Engineer", tags=["old"], budget=7))
    before = await fields_of(database, ada)
    run_id = await update(
        database, ada, email="wrong@example.com", title=None, tags=["new", "old"], budget="none", region="EU"
    )

    report = await revert(database, run_id)

    assert (report["totals"], report["results"]) == (
        totals(records=1, reverted=1),
        [{"id": ada, "outcome": "REVERTED", "kept": [], "problem": None}],
    )
    assert await fields_of(database, ada) == before
    assert await keys_of(database, ada) == {("email", "ada@example.com"), ("tag", "old")}
    last = (await history_of(database, ada))[-1]
    assert (last.run_id, last.actor_id, last.version) == (report["changeSetId"], "user_ann", 3)
    assert last.fields["title"] == {"old": None, "new": "Engineer"}
    assert last.custom_fields == {"budget": {"new": 7, "old": "none"}, "region": {"old": "EU"}}
    assert await audited(database) == []


async def test_a_field_edited_since_stays_and_the_others_are_undone(database):
    await make_user(database, "user_ann", "Ann")
    [ada], _ = await create(database, lead("1", title="Engineer", city="London", note="a"))
    run_id = await update(database, ada, title="CTO", city="Paris", note="b")
    later = await update(database, ada, title="CEO", note="c")

    report = await revert(database, run_id)

    edit = {"editedBy": {"id": "user_ann", "label": "Ann"}, "editedAt": NOW_TEXT, "run": {"id": later}}
    assert report["totals"] == totals(records=1, partly=1)
    assert report["results"] == [
        {
            "id": ada, "outcome": "PARTLY", "problem": None,
            "kept": [{"field": "title", "isCustom": False, **edit}, {"field": "note", "isCustom": True, **edit}],
        }
    ]  # fmt: skip
    assert await fields_of(database, ada) == {"title": "CEO", "city": "London", "custom": {"note": "c"}}
    assert await audited(database) == []
    again = await ask(
        database, "query($id: ID!) { run(id: $id) { items { nodes { recordId editedSince { field editedAt } } } } }",
        id=report["changeSetId"],
    )  # fmt: skip
    kept = [{"field": "title", "editedAt": NOW_TEXT}, {"field": "note", "editedAt": NOW_TEXT}]
    assert again["run"]["items"]["nodes"] == [{"recordId": ada, "editedSince": kept}]


async def test_an_edit_that_was_undone_itself_stands_in_nobodys_way(database):
    [ada], _ = await create(database, lead("1", title="Engineer"))
    first = await update(database, ada, title="CTO")
    second = await update(database, ada, title="CEO")
    await revert(database, second)

    report = await revert(database, first)

    assert report["totals"] == totals(records=1, reverted=1)
    assert (await fields_of(database, ada))["title"] == "Engineer"


async def test_undoing_the_undoing_does_it_all_again_and_so_on(database):
    [ada], _ = await create(database, lead("1", title="Engineer"))
    run_id = await update(database, ada, title="CTO", seat="A")
    seen = []

    for _ in range(4):
        report = await revert(database, run_id)
        seen.append(await fields_of(database, ada))
        run_id = report["changeSetId"]

    assert seen == [{"title": "Engineer"}, {"title": "CTO", "custom": {"seat": "A"}}] * 2
    assert await audited(database) == []


async def test_a_run_can_be_undone_again_once_its_undoing_was_undone(database):
    [ada], _ = await create(database, lead("1", title="Engineer"))
    run_id = await update(database, ada, title="CTO")
    undone = await revert(database, run_id)
    twice = await revert(database, run_id)
    await revert(database, undone["changeSetId"])

    report = await revert(database, run_id)

    assert twice == {
        "code": "NOT_REVERTIBLE",
        "message": "This run is undone already; undo that run to do it again",
        "reason": "ALREADY_REVERTED",
        "revertedById": undone["changeSetId"],
    }
    assert report["totals"] == totals(records=1, reverted=1)
    assert (await fields_of(database, ada))["title"] == "Engineer"


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


async def test_a_dry_run_tells_the_same_and_changes_nothing(database, monkeypatch):
    monkeypatch.setattr(reverting, "SLICE", 1)
    made, run_id = await create(database, lead("1"), lead("2"), lead("3"))
    before = await runs_of(database)

    report = await revert(database, run_id, dryRun=True)

    assert (report["changeSetId"], report["totals"]) == (None, totals(records=3, reverted=3))
    assert sorted(await ids_of(database)) == sorted(made)
    assert await runs_of(database) == before


async def test_an_interrupted_undoing_is_finished_by_the_same_call(database, monkeypatch):
    monkeypatch.setattr(reverting, "SLICE", 2)
    made, run_id = await create(database, *(lead(str(number)) for number in range(5)))
    whole = reverting.undo
    slices_ = []

    async def failing(ctx, session, journal, part):
        slices_.append(part.ids)
        if len(slices_) == 2:
            raise Unavailable("The disk is full")
        return await whole(ctx, session, journal, part)

    monkeypatch.setattr(reverting, "undo", failing)
    with pytest.raises(Unavailable):
        await revert_change_set(context(database), run_id)
    [_, half] = await runs_of(database)
    assert (half.status, half.counts, half.reverts) == (RunStatus.UNFINISHED, {"received": 2, "reverted": 2}, run_id)
    assert len(await ids_of(database)) == 3
    refused = await revert(database, half.id)
    told = await ask(
        database, "query($id: ID!) { run(id: $id) { revertible { possible revertedBy { id status } } } }", id=run_id
    )

    report = await revert(database, run_id)

    assert refused["reason"] == "UNFINISHED"
    assert told["run"]["revertible"] == {"possible": True, "revertedBy": {"id": half.id, "status": "UNFINISHED"}}
    assert (report["changeSetId"], report["totals"]) == (half.id, totals(records=5, reverted=5))
    assert await ids_of(database) == []
    finished = "query($id: ID!) { run(id: $id) { status items { nodes { recordId changes { runId } } } } }"
    assert (await ask(database, finished, id=half.id))["run"] == {
        "status": "SUCCEEDED",
        "items": {"nodes": [{"recordId": each, "changes": [{"runId": half.id}]} for each in made]},
    }
    assert await audited(database) == []


async def test_who_was_erased_meanwhile_is_passed_over(database):
    made, _ = await create(database, lead("1", email="ada@example.com"), lead("2"))
    deleted = await ask(database, "mutation($ids: [ID!]!) { deleteContacts(ids: $ids) { changeSetId } }", ids=made)
    await ask(database, "mutation($ids: [ID!]!) { eraseContacts(ids: $ids) { changeSetId } }", ids=made[:1])
    erased = await run_of(database)

    report = await revert(database, deleted["deleteContacts"]["changeSetId"])

    assert (report["totals"], await ids_of(database)) == (totals(records=1, reverted=1), [made[1]])
    refused = await revert(database, erased)
    assert (refused["reason"], refused["message"]) == ("ERASURE", "Erasing is for good")


async def test_what_cannot_be_undone_says_why(database):
    unknown = await revert(database, "run_none")
    await ask(database, "mutation { updateConfiguration(changes: { sharedLimit: 5 }) { __typename } }")
    configured = await revert(database, await run_of(database))
    await make_contact(database, email="ada@example.com")
    await sync(database, lead("1", email="ada@example.com"))
    synced = await run_of(database)
    async with database.write() as session:
        run = await session.get(Run, synced)
        run.items = run.decisions = None
    pruned = await revert(database, synced)

    assert [each["code"] for each in (unknown, configured, pruned)] == [
        "NOT_FOUND", "NOT_REVERTIBLE", "NOT_REVERTIBLE",
    ]  # fmt: skip
    assert [each["reason"] for each in (configured, pruned)] == ["NOTHING_TO_REVERT", "EVIDENCE_GONE"]


async def test_runs_tell_whether_they_can_be_undone(database):
    [ada], made = await create(database, lead("1", title="Engineer"))
    changed = await update(database, ada, title="CTO")
    undone = (await revert(database, changed))["changeSetId"]

    document = """{ syncRuns(filter: {}) { nodes { id reverts { id }
        revertible { possible reason message revertedBy { id } } } } }"""
    told = {each.pop("id"): each for each in (await ask(database, document))["syncRuns"]["nodes"]}

    fine = {"possible": True, "reason": None, "message": None, "revertedBy": None}
    assert told == {
        made: {"reverts": None, "revertible": fine},
        changed: {
            "reverts": None,
            "revertible": {
                "possible": False, "reason": "ALREADY_REVERTED", "revertedBy": {"id": undone},
                "message": "This run is undone already; undo that run to do it again",
            },
        },
        undone: {"reverts": {"id": changed}, "revertible": fine},
    }  # fmt: skip


async def test_what_enginy_holds_does_not_undo_the_undoing(database):
    [ada], _ = await create(database, lead("1", title="Engineer"))
    run_id = await update(database, ada, actor=ROBOT, title="Wrong", seat="A")
    clock = Clock()
    clock.move(days=1)
    await ask(database, REVERT, clock=clock, id=run_id)

    outcome = await put(database, ada, title="Wrong")

    assert (outcome.changed, outcome.kept_here) == (False, ("title",))
    assert await fields_of(database, ada) == {"title": "Engineer"}
