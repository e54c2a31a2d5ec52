"""Erasing a person while others write, and what is about somebody at all."""

import asyncio
import zlib

import pytest
from sqlmodel import SQLModel

from graphql_schema.resolvers import sync as syncing
from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.sync import Sync
from models.erasing import OF_EVENTS, OWNED, Erasing, hold_off_erasing
from models.fields.mapping import Entity
from models.ledger.redaction import Traces, redacted
from models.note import Note
from tests.factories import NOW, ROBOT, context, create, lead, links_of, make_contact, put, rows_of
from tests.graphql_schema.erased_person import STAMPS, live_through_everything, told_about


async def test_what_comes_in_while_the_ledger_is_read_is_erased_too(database):
    zelda = await live_through_everything(database)

    erasing = Erasing([zelda])
    await erasing.prepare(database, NOW)
    for number in range(5):
        await put(database, zelda, title=f"Windmill {number}")
    async with database.write() as session:
        erased = await erasing.erase(session)

    assert (erased, await told_about(database)) == ([zelda], [])


async def test_a_sync_links_nobody_who_was_erased_since_it_looked(database, monkeypatch):
    monkeypatch.setattr(syncing, "BRIEF", 0)  # few leads are decided where nobody can be erased meanwhile
    [made] = (await create(database, lead("lead-1", email="ada@example.com"))).outcomes
    ctx, leads = context(database, ROBOT), [lead("lead-2", email="ada@example.com")]
    journal = open_journal(ctx, "sync_contacts", Entity.CONTACT, leads)
    work = Sync(ctx, Entity.CONTACT, leads, journal)
    found = []

    async def look_and_erase() -> None:
        await work.decide()
        found.append(work.outcomes[0].record_id)
        if len(found) == 1:
            await erase_contacts(context(database), [made.record_id])

    await record(ctx, journal, work.store, received=1, prepare=look_and_erase)

    assert found == [made.record_id, None]
    assert await links_of(database) == {}


async def test_nobody_is_erased_while_somebody_writes(database):
    zelda = (await make_contact(database, email="zelda@example.com")).id
    async with database.write() as session:
        await hold_off_erasing(session)
        erasing = asyncio.create_task(erase_contacts(context(database), [zelda]))
        done, _ = await asyncio.wait([erasing], timeout=0.3)
        session.add(Note(id="note_1", entity="contact", record_id=zelda, body="Likes windmills", **STAMPS))

    assert not done
    assert (await erasing).erased == {zelda}
    assert await rows_of(database, Note) == []


def test_every_table_that_names_a_contact_is_erased_from():
    # Runs are redacted, deals detached, what may be found of a person goes with their records; the rest of these name
    # companies, or users.
    apart = {
        "change.record_id", "deal.contact_id", "company_key.record_id", "engagement_fact.event_id",
        "search_entry.record_id",
    }  # fmt: skip
    naming = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if column.name in {"record_id", "contact_id", "first_id", "second_id", "event_id"}
    }

    erased = {f"{table.name}.{column}" for table, column in OWNED} | {f"{table.name}.event_id" for table in OF_EVENTS}
    assert naming == erased - {"contact.id"} | apart


def test_an_item_that_no_decoder_reads_is_known_by_what_it_says():
    traces = Traces(frozenset(["contact_1"]), frozenset(["lead-1"]), frozenset([("email", "ada@example.com")]))
    broken = zlib.compress(b'[{"email":"ADA@example.com","n":1e999},{"email":"bob@example.com","n":1e999}]')
    decisions = zlib.compress(b'[{"outcome":"failed"},{"outcome":"failed"}]')

    items, decided = redacted(traces, Entity.CONTACT, broken, decisions)

    assert zlib.decompress(items) == b'[{"erased":true},{"email":"bob@example.com","n":1e999}]'
    assert zlib.decompress(decided) == b'[{"erased":true},{"outcome":"failed"}]'


@pytest.mark.parametrize(
    ("item", "decision", "about"),
    [
        pytest.param({}, {"outcome": "matched", "recordId": "contact_1"}, True, id="decided for them"),
        pytest.param({}, {"outcome": "updated", "recordIds": ["task_9", "contact_1"]}, True, id="among several"),
        pytest.param({"contactId": "contact_1"}, {"outcome": "created", "recordId": "task_2"}, True, id="tied to them"),
        pytest.param({}, {"outcome": "unmatched", "externalId": "lead-1"}, True, id="their lead"),
        pytest.param({}, {"outcome": "failed", "candidates": ["contact_2", "contact_1"]}, True, id="a candidate"),
        pytest.param({"phone": "(020) 8366-1177"}, {"outcome": "unmatched"}, True, id="their telephone"),
        pytest.param({"phone": 442083661177}, {"outcome": "failed"}, True, id="their telephone as a number"),
        pytest.param({"x": [{"y": "ADA@example.com "}]}, None, True, id="their address, deep inside"),
        pytest.param({"phone": "020 8366 1177"}, {"recordId": "contact_2"}, False, id="somebody who shares it"),
        pytest.param({"email": "bob@example.com"}, {"outcome": "unmatched"}, False, id="somebody else"),
        pytest.param(None, None, False, id="nothing"),
    ],
)
def test_what_is_about_somebody(item, decision, about):
    traces = Traces(
        frozenset(["contact_1"]),
        frozenset(["lead-1"]),
        frozenset([("email", "ada@example.com"), ("phone", "083661177")]),
    )

    assert traces.lead_to(Entity.CONTACT, item, decision) is about
