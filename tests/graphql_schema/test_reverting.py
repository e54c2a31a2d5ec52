"""Undoing runs: what they did is undone, what was edited since stays, and undoing can itself be undone."""

import pytest

from graphql_schema.resolvers import reverting
from graphql_schema.resolvers.reverting import revert_change_set
from models.errors import Unavailable
from models.ledger.run import Run, RunStatus
from tests.factories import (
    NOW_TEXT,
    ROBOT,
    Clock,
    context,
    fields_of,
    history_of,
    ids_of,
    keys_of,
    lead,
    make_contact,
    make_user,
    put,
    runs_of,
    sync,
)
from tests.graphql_schema.asking import ask
from tests.graphql_schema.undoing import REVERT, audited, create, revert, totals, update


async def run_of(database):
    """The id of the last run."""
    return (await runs_of(database))[-1].id


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
