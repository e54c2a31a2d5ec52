"""The ledger: runs and changes are stored with the act or not at all, and say who did what."""

import pytest

from graphql_schema.resolvers.recording import open_journal, record, record_refusal
from models.errors import NotAllowed, TooLarge
from models.fields.mapping import Entity
from models.ledger.decision import ItemDecision
from models.ledger.journal import Actor
from models.ledger.run import Door, Run, Source
from models.user import User
from tests.factories import (
    ANN,
    LONG_AGO,
    NOW,
    add,
    context,
    decisions_of,
    history_of,
    items_of,
    lead,
    make_user,
    rows_of,
    runs_of,
)


async def test_run_and_changes_are_stored_with_the_act(database):
    ctx = context(database, ANN, door=Door.GRAPHQL, request_id="request-1")
    journal = open_journal(ctx, "try_out", Entity.CONTACT, [lead("1", n=1), lead("2", n=2.5)], note="x")

    async def work(session):
        session.add(User(id="user-1", name="Bob", created_at=LONG_AGO))
        journal.change("contact_1", 3, {"title": {"old": None, "new": "CTO"}}, {"tier": {"new": 10**30}})
        journal.decide(0, ItemDecision("updated", record_id="contact_1", kept_here=("city",)))
        journal.decide(1, ItemDecision("failed", code="NOT_FOUND", message="Contact not found"))
        return "done"

    assert await record(ctx, journal, work, received=2) == "done"

    (run,) = await runs_of(database)
    assert run.id == ctx.run_id == journal.run_id
    assert (run.act, run.entity, run.door, run.source, run.actor_id, run.actor_label, run.request_id) == (
        "try_out", "contact", "graphql", "person", "user_ann", "Ann", "request-1",
    )  # fmt: skip
    assert (run.status, run.started_at, run.facts) == ("partly", NOW, {"note": "x"})
    assert run.counts == {"received": 2, "updated": 1, "failed": 1}
    assert items_of(run) == [{"externalId": "1", "n": 1}, {"externalId": "2", "n": 2.5}]
    assert await decisions_of(database, run.id) == [
        {"outcome": "updated", "recordId": "contact_1", "keptHere": ["city"]},
        {"outcome": "failed", "code": "NOT_FOUND", "message": "Contact not found"},
    ]
    (change,) = await history_of(database, "contact_1")
    assert (change.run_id, change.entity, change.version, change.at) == (run.id, "contact", 3, NOW)
    assert change.fields == {"title": {"old": None, "new": "CTO"}}
    assert change.custom_fields == {"tier": {"new": 10**30}}
    assert [user.id for user in await rows_of(database, User)] == ["user-1"]


async def test_act_that_fails_leaves_neither_run_nor_change(database):
    ctx = context(database)
    journal = open_journal(ctx, "try_out")

    async def work(session):
        journal.change("contact_1", 1, {}, {}, entity=Entity.CONTACT)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await record(ctx, journal, work)

    assert (await runs_of(database), await history_of(database, "contact_1"), ctx.run_id) == ([], [], None)


async def test_act_done_again_after_a_lost_race_is_told_once(database):
    await make_user(database, "user-1", "Ann")
    ctx, tries = context(database), []
    journal = open_journal(ctx, "try_out", Entity.CONTACT, [lead("1")])

    async def work(session):
        tries.append(1)
        journal.change("contact_1", 1, {}, {})
        journal.decide(0, ItemDecision("created"))
        if len(tries) == 1:
            session.add(User(id="user-1", name="the same id", created_at=LONG_AGO))
            await session.flush()

    await record(ctx, journal, work, received=1)

    assert len(tries) == 2
    assert [run.counts for run in await runs_of(database)] == [{"received": 1, "created": 1}]
    assert len(await history_of(database, "contact_1")) == 1


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ([], "succeeded"),
        (["updated"], "succeeded"),
        (["updated", "failed"], "partly"),
        (["failed", "failed"], "failed"),
    ],
)
async def test_status_says_how_much_was_taken(database, outcomes, status):
    ctx = context(database)
    journal = open_journal(ctx, "try_out", Entity.CONTACT, [lead(each) for each in outcomes])

    async def work(session):
        for index, outcome in enumerate(outcomes):
            journal.decide(index, ItemDecision(outcome))

    await record(ctx, journal, work, received=len(outcomes))

    assert [run.status for run in await runs_of(database)] == [status]


async def test_refusal_is_a_run_without_items(database):
    ctx = context(database, door=Door.REST)

    await record_refusal(ctx, "POST /contacts", "The body is not valid JSON")

    (run,) = await runs_of(database)
    assert (run.act, run.status, run.message, run.items, run.decisions) == (
        "POST /contacts", "refused", "The body is not valid JSON", None, None,
    )  # fmt: skip


async def test_act_needs_the_scope_of_its_door_and_no_more_items_than_fit(database):
    reader = Actor("key_1", "Reader", Source.SCRIPT, frozenset(["graphql:read"]))
    ctx = context(database)

    with pytest.raises(NotAllowed, match="lacks the permission write; the scope graphql:write gives it"):
        open_journal(context(database, reader), "try_out")
    with pytest.raises(NotAllowed, match="lacks the permission write; the scope enginy gives it"):
        open_journal(context(database, reader, door=Door.REST), "try_out")
    with pytest.raises(TooLarge, match="At most 50,000 items fit in one call; this one has 50,001"):
        open_journal(ctx, "try_out", Entity.CONTACT, [lead("1")] * 50_001)

    assert await rows_of(database, Run) == []


async def test_items_whose_time_has_passed_are_empty(database):
    await add(
        database,
        Run(
            id="run_1", act="x", door="rest", source="enginy", actor_id="k", actor_label="k", status="succeeded",
            started_at=NOW,
        ),
    )  # fmt: skip

    (run,) = await runs_of(database)

    assert (items_of(run), await decisions_of(database, run.id)) == ([], [])
