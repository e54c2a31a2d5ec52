"""Batches are stored a slice at a time, so that others who write wait for a slice alone; to their callers they are one act."""

from datetime import timedelta

import pytest

from api.retention import prune_runs
from graphql_schema.outcome import ErrorPolicy
from graphql_schema.resolvers import associations, batch, create_contacts, sync_contacts, update_contacts
from graphql_schema.resolvers import sync as syncing
from graphql_schema.resolvers.bulk import SMALLER
from graphql_schema.resolvers.erasure import erase_contacts
from models.company import Association
from models.database.engine import Database
from models.errors import Unavailable
from models.incoming import Update
from models.ledger.journal import Journal
from models.ledger.run_slice import RunSlice
from tests.factories import (
    NOW,
    ROBOT,
    context,
    create,
    decisions_of,
    fields_of,
    history_of,
    ids_of,
    items_of,
    lead,
    links_of,
    make_company,
    make_contact,
    rows_of,
    runs_of,
    sync,
)
from tests.graphql_schema.asking import ask


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch):
    monkeypatch.setattr(batch, "SLICE", 2)
    monkeypatch.setattr(syncing, "SLICE", 2)
    monkeypatch.setattr(associations, "SLICE", 2)


def updates(ids, **fields):
    return [Update(fields=fields, record_id=each) for each in ids]


async def test_slices_of_a_batch_are_one_run_in_the_order_of_its_items(database):
    leads = [lead(f"l{each}", email=f"{each}@example.com") for each in (1, 2, 3)]
    leads[2:2] = [lead("bad", email={"not": "text"})]

    created = await create(database, *leads)

    [run] = await runs_of(database)
    assert created.run_id == run.id
    assert [each.index for each in created.outcomes] == [0, 1, 2, 3]
    assert [each.problem is not None for each in created.outcomes] == [False, False, True, False]
    assert (run.status, run.counts) == ("partly", {"received": 4, "created": 3, "failed": 1})
    assert [each["outcome"] for each in await decisions_of(database, run.id)] == [
        "created", "created", "failed", "created",
    ]  # fmt: skip
    assert len(items_of(run)) == 4
    assert len(await ids_of(database)) == 3


async def test_slices_are_smaller_while_others_wait_to_write(database, monkeypatch):
    monkeypatch.setattr(batch, "SLICE", 2 * SMALLER)
    monkeypatch.setattr(Database, "is_crowded", True)
    received, begin = [], Journal.begin

    def begun(journal: Journal, count: int) -> None:
        received.append(count)
        begin(journal, count)

    monkeypatch.setattr(Journal, "begin", begun)
    await create(database, *(lead(f"l{each}", email=f"{each}@example.com") for each in range(5)))

    assert received == [2, 2, 1]
    assert [run.counts for run in await runs_of(database)] == [{"received": 5, "created": 5}]


async def test_later_slices_meet_what_earlier_ones_made(database):
    created = await create(
        database,
        lead("l1", email="ada@example.com"),
        lead("l2", email="bob@example.com"),
        lead("l1", email="ada@example.com", title="Countess"),
        lead("l3", email="ADA@example.com", city="London"),
    )

    first, _, again, other = (each.record_id for each in created.outcomes)
    assert first == again == other
    fields = await fields_of(database, first)
    assert (fields["title"], fields["city"]) == ("Countess", "London")
    assert {each: link.record_id for each, link in (await links_of(database)).items() if each != "l2"} == {
        "l1": first,
        "l3": first,
    }


async def test_an_update_that_comes_twice_is_folded_in_order_over_slices(database):
    created = await create(database, lead("l1", email="ada@example.com"), lead("l2", email="bob@example.com"))
    ada, bob = (each.record_id for each in created.outcomes)

    report = await update_contacts(
        context(database, ROBOT),
        [Update(fields={"title": title}, record_id=each) for title, each in zip("abc", (ada, bob, ada), strict=True)],
    )

    assert [each.changed for each in report.outcomes] == [True, True, True]
    assert (await fields_of(database, ada))["title"] == "c"
    assert [each.fields["title"] for each in await history_of(database, ada) if "title" in each.fields] == [
        {"old": None, "new": "a"},
        {"old": "a", "new": "c"},
    ]
    assert (await runs_of(database))[-1].counts == {"received": 3, "updated": 3}


async def cut_short(database, monkeypatch, ids):
    """The run of an update of these contacts that ends after its first slice, as with a server that is killed."""
    store, stored = Journal.store, []

    async def failing(self, session, **told):
        stored.append(self)
        if len(stored) == 2:
            raise Unavailable("The database is not available just now")
        await store(self, session, **told)

    monkeypatch.setattr(Journal, "store", failing)
    with pytest.raises(Unavailable):
        await update_contacts(context(database, ROBOT), updates(ids, city="y"))
    return (await runs_of(database))[-1]


async def test_what_was_stored_before_the_database_went_away_is_kept_and_done_again_harmlessly(database, monkeypatch):
    ids = [each.record_id for each in (await create(database, *(lead(f"l{n}", city="x") for n in range(4)))).outcomes]

    cut = await cut_short(database, monkeypatch, ids)
    halfway = [(await fields_of(database, each))["city"] for each in ids]

    again = await update_contacts(context(database, ROBOT), updates(ids, city="y"))

    assert (cut.status, cut.counts) == ("unfinished", {"received": 2, "updated": 2})
    assert halfway == ["y", "y", "x", "x"]
    assert [each.changed for each in again.outcomes] == [False, False, True, True]


async def test_what_a_run_decided_before_it_was_cut_short_is_told_and_nothing_of_one_that_ended_is_kept_twice(
    database, monkeypatch
):
    made = await create(database, *(lead(f"l{n}", city="x") for n in range(4)))
    ids = [each.record_id for each in made.outcomes]

    cut = await cut_short(database, monkeypatch, ids)
    told = await ask(
        database, "query($id: ID!) { run(id: $id) { items { nodes { index decision { outcome } } } } }", id=cut.id
    )

    assert [(each["index"], (each["decision"] or {}).get("outcome")) for each in told["run"]["items"]["nodes"]] == [
        (0, "updated"), (1, "updated"), (2, None), (3, None),
    ]  # fmt: skip
    assert [(each.run_id, each.place) for each in await rows_of(database, RunSlice)] == [(cut.id, 0)]
    assert len(await decisions_of(database, str(made.run_id))) == 4


async def test_who_is_erased_is_taken_out_of_a_run_that_was_cut_short(database, monkeypatch):
    made = await create(database, *(lead(f"l{n}", city="x") for n in range(4)))
    ids = [each.record_id for each in made.outcomes]
    cut = await cut_short(database, monkeypatch, ids)

    await erase_contacts(context(database), [ids[1]])

    assert [each.get("outcome") for each in await decisions_of(database, cut.id)] == ["updated", None]
    assert ids[1] not in str(await decisions_of(database, cut.id))
    assert await rows_of(database, RunSlice) == []


async def test_what_a_run_decided_that_was_cut_short_long_ago_is_forgotten(database, monkeypatch):
    made = await create(database, *(lead(f"l{n}", city="x") for n in range(4)))
    cut = await cut_short(database, monkeypatch, [each.record_id for each in made.outcomes])

    await prune_runs(database, before=NOW + timedelta(days=1))

    assert await decisions_of(database, cut.id) == []
    assert await rows_of(database, RunSlice) == []


async def test_all_or_nothing_is_one_transaction(database):
    leads = [*(lead(f"l{each}", email=f"{each}@example.com") for each in range(3)), lead("bad", email=7.5)]

    report = await create_contacts(context(database, ROBOT), leads, error_policy=ErrorPolicy.ALL_OR_NOTHING)

    assert all(each.problem is not None for each in report.outcomes)
    assert await ids_of(database) == []


async def test_what_is_only_tried_knows_of_all_its_items(database):
    leads = [lead(None, email=email) for email in ("a@example.com", "b@example.com", "a@example.com")]

    tried = await create_contacts(context(database, ROBOT), leads, dry_run=True)

    assert [each.problem is not None for each in tried.outcomes] == [False, False, True]
    assert (tried.run_id, await ids_of(database), await runs_of(database)) == (None, [], [])


async def test_associations_in_slices_are_one_act(database):
    ada, bob = await make_contact(database), await make_contact(database)
    acme, globex = await make_company(database), await make_company(database)
    pairs = [
        associations.Pair(contact_id=contact, company_id=company)
        for contact, company in [
            (ada.id, acme.id), (bob.id, acme.id), (ada.id, "nobody"), (ada.id, globex.id), (bob.id, acme.id),
        ]
    ]  # fmt: skip

    report = await associations.associate_contacts(context(database, ROBOT), pairs)

    [run] = await runs_of(database)
    assert (report.run_id, report.created, list(report.problems)) == (run.id, 3, [2])
    assert (run.status, run.counts) == ("partly", {"received": 5, "created": 3, "failed": 1, "unchanged": 1})
    assert sorted((each.contact_id, each.company_id, each.is_main) for each in await rows_of(database, Association)) == [
        (ada.id, acme.id, False), (ada.id, globex.id, True), (bob.id, acme.id, True),
    ]  # fmt: skip


async def test_a_sync_in_slices_answers_as_one(database):
    await create(database, *(lead(None, email=f"{each}@example.com") for each in range(3)))
    leads = [lead(f"s{each}", email=f"{each}@example.com") for each in range(5)]

    first = await sync(database, *leads)
    again = await sync_contacts(context(database, ROBOT), leads)

    ids = await ids_of(database)
    assert [each.record_id for each in first.outcomes] == [*ids, None, None]
    assert [each.record_id for each in again.outcomes] == [*ids, None, None]
    assert [run.counts for run in (await runs_of(database))[-2:]] == [{"received": 5, "matched": 3, "unmatched": 2}] * 2
    assert sorted(await links_of(database)) == ["s0", "s1", "s2"]
