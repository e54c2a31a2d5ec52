"""Erasing a person: nothing of them is left in any table, nobody else loses anything, and the act itself tells nothing."""

import asyncio
import json
import zlib
from typing import Any

import pytest
from sqlalchemy import LargeBinary, select
from sqlmodel import SQLModel

import models
from graphql_schema.resolvers import sync as syncing
from graphql_schema.resolvers.activities import NewActivity, create_activity
from graphql_schema.resolvers.associations import Pair, associate_contacts
from graphql_schema.resolvers.deletion import delete_contacts
from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.sync import Sync
from graphql_schema.resolvers.tasks import TaskChanges, create_task, update_tasks
from models.activity import Activity
from models.base import table_of
from models.company import Association
from models.contact import Contact
from models.database.engine import Database
from models.deal import Deal
from models.engagement.campaign import CampaignMembership
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.report import EngagementReport
from models.engagement.state import Engagement
from models.erasing import OF_EVENTS, OWNED, Erasing, hold_off_erasing
from models.fields.mapping import Entity
from models.fields.registry import CustomFieldDefinition
from models.incoming import Item
from models.ledger.change import Change
from models.ledger.possible_duplicate import PossibleDuplicate
from models.ledger.redaction import Traces, redacted
from models.ledger.run import Run
from models.note import Note
from models.task import Task
from tests.factories import (
    ANN,
    NOW,
    ROBOT,
    add,
    context,
    create,
    decisions_of,
    edit,
    items_of,
    lead,
    links_of,
    make_company,
    make_contact,
    put,
    rows_of,
    runs_of,
    sync,
)
from tests.graphql_schema.asking import ask

# Everything that would tell that Zelda was here; the telephones in every form they are stored in.
NEEDLES = ("zelda", "quixote", "z.q@", "8366 1177", "83661177", "9876 5432", "98765432", "zq-profile", "windmill")
ERASED = {"erased": True}

ZELDA = {
    "email": "Zelda.Quixote@Example.com",
    "firstName": "Zelda",
    "lastName": "Quixote",
    "phone": "+44 20 8366 1177",
    "linkedinUrl": "https://linkedin.com/in/zq-profile",
    "title": "Windmill inspector",
    "mill_size": "A windmill of 12 m",
    "tags": ["zelda-fans"],
}
STAMPS: dict[str, Any] = {"created_at": NOW, "created_by": "test", "updated_at": NOW, "updated_by": "test"}


async def told_about(database: Database) -> list[str]:
    """Where a needle is found: in which table and column, text or unpacked bytes."""
    found = []
    for table in SQLModel.metadata.tables.values():
        async with database.read() as session:
            rows = (await session.exec(select(table))).mappings().all()
        for row in rows:
            for column in table.columns:
                value = row[column.name]
                if isinstance(column.type, LargeBinary) and table.name in ("run", "run_slice") and value is not None:
                    value = zlib.decompress(value)
                text = value.decode("utf-8", "replace") if isinstance(value, bytes) else json.dumps(value, default=str)
                found += [f"{table.name}.{column.name}: {each}" for each in NEEDLES if each in text.lower()]
    return sorted(set(found))


async def live_through_everything(database: Database) -> str:
    """Zelda, known by every way there is to be known; her id."""
    await sync(database, lead("lead-z", **ZELDA))  # unmatched, and kept in the ledger
    [made] = (await create(database, lead("lead-z", **ZELDA))).outcomes
    zelda = made.record_id
    [other] = (await create(database, lead("lead-o", email="otto@example.com"))).outcomes
    company = await make_company(database, id="company_mill", name="The Mill", external_id="lead-z")
    await sync(database, lead("lead-o", email="otto@example.com"), lead("lead-z", **ZELDA))
    await sync(database, lead("lead-2", email="other@example.org", phone="+442083661177", firstName="Zelda"))  # weak
    await sync(database, lead("lead-3", phone="020 8366 1177"))  # matches nobody: which country?
    await put(database, zelda, lastName="Quixote-Mill", phone="+44 20 9876 5432", mill_size="A larger windmill")
    await edit(database, zelda, email="z.q@example.com", actor=ANN)
    await put(database, zelda, genesy_engagement_status="Zelda replied (2/3)", note="Zelda replied")
    ctx = context(database, ROBOT)
    ctx.door = models.ledger.run.Door.REST
    await associate_contacts(ctx, [Pair(fields={"contactId": zelda}, contact_id=zelda, company_id=company.id)])
    told = {"contactId": zelda, "subject": "Call Zelda", "body": "Dear Zelda"}
    await create_activity(
        ctx,
        NewActivity(type="EMAIL", subject="Call Zelda", body="Dear Zelda", contact_id=zelda, item=Item(fields=told)),
    )
    values = {"subject": "Call Zelda", "contact_id": zelda}
    made = await create_task(ctx, TaskChanges(values, Item(fields=dict(values))))
    changes = TaskChanges({"description": "Ask Quixote"}, Item(fields={"d": "Ask Quixote"}))
    await update_tasks(ctx, changes, [made.outcomes[0].record_id])
    await add(
        database,
        Deal(
            id="deal_1",
            name="Zelda's windmill",
            contact_id=zelda,
            company_id=company.id,
            currency="EUR",
            amount_hundredths=5,
            **STAMPS,
        ),
        PossibleDuplicate(
            entity="contact",
            first_id=zelda,
            second_id="contact_zzz",
            evidence={"kind": "phone", "value": "Zelda"},
            found_at=NOW,
        ),
        EngagementReport(
            id="report_1",
            entity="contact",
            record_id=zelda,
            field="STATUS",
            name="x",
            old_raw="x",
            new_raw="Zelda",
            old_parsed="x",
            new_parsed="x",
            change_id="c",
            run_id="r",
            received_at=NOW,
        ),
        EngagementEvent(
            id="event_1",
            entity="contact",
            record_id=zelda,
            kind="replied",
            certainty="told",
            occurred_at=NOW,
            latest_at=NOW,
            known_at=NOW,
            campaign_attribution="none",
            sender_attribution="none",
            text="Zelda replied",
        ),
        EventCampaign(event_id="event_1", campaign_id="campaign_1"),
        EventSender(event_id="event_1", sender_id="sender_1"),
        CampaignMembership(
            record_id=zelda,
            campaign_id="campaign_1",
            entity="contact",
            attribution="only",
            status="Zelda",
            entered_at=NOW,
            changed_at=NOW,
        ),
    )
    assert other.record_id is not None
    return zelda


async def test_nothing_of_the_person_is_left_in_any_table(database):
    zelda = await live_through_everything(database)
    before = await told_about(database)

    erasure = await erase_contacts(context(database), [zelda])

    assert {each.partition(".")[0] for each in before} == {
        "activity", "campaign_membership", "change", "contact", "contact_key", "custom_field_definition", "deal",
        "engagement", "engagement_event", "engagement_report", "external_link", "possible_duplicate", "run",
        "search_entry", "task",
    }  # fmt: skip
    assert await told_about(database) == []
    assert (erasure.erased, erasure.redacted_runs > 5) == ({zelda}, True)
    for model in (Association, Engagement, EngagementEvent, EventCampaign, EventSender, CampaignMembership):
        assert await rows_of(database, model) == []


async def test_others_keep_all_that_is_theirs(database):
    zelda = await live_through_everything(database)
    otto = next(each.id for each in await rows_of(database, Contact) if each.id != zelda)
    kept = [await rows_of(database, models.Company), await history(database, otto), await contact(database, otto)]
    runs = {run.id: items_of(run) for run in await runs_of(database)}

    await erase_contacts(context(database), [zelda])

    assert [
        await rows_of(database, models.Company), await history(database, otto), await contact(database, otto)
    ] == kept  # fmt: skip
    [deal] = await rows_of(database, Deal)
    assert (deal.name, deal.contact_id, deal.company_id, deal.amount_hundredths) == ("Erased", None, "company_mill", 5)
    # Of the sync of both, Otto's item is as it was, and Zelda's says that it was erased.
    [both] = [run for run in await runs_of(database) if len(runs.get(run.id, ())) == 2]
    assert items_of(both) == [runs[both.id][0], ERASED]
    assert [each.get("erased") for each in await decisions_of(database, both.id)] == [None, True]
    assert [(each.entity, each.external_id) for each in await rows_of(database, models.ExternalLink)] == [
        ("company", "lead-z"), ("contact", "lead-o"),
    ]  # fmt: skip


async def test_somebody_who_shares_a_telephone_keeps_it_and_what_was_ambiguous_is_redacted(database):
    [zelda, otto] = [
        each.record_id
        for each in (
            *(await create(database, lead("lead-z", email="z.q@example.com", phone="+44 20 8366 1177"))).outcomes,
            *(await create(database, lead("lead-o", email="otto@example.com", phone="+44 20 8366 1177"))).outcomes,
        )
    ]
    ambiguous = await sync(database, lead("lead-3", phone="+442083661177"))

    await erase_contacts(context(database), [zelda])

    kept = await contact(database, otto)
    assert (kept["phone"], kept["email"]) == ("+44 20 8366 1177", "otto@example.com")
    items = {run.id: items_of(run) for run in await runs_of(database) if run.items is not None}
    assert items.pop(ambiguous.run_id) == [ERASED]
    assert list(items.values()) == [
        [ERASED],
        [{"externalId": "lead-o", "email": "otto@example.com", "phone": "+44 20 8366 1177"}],
    ]


async def test_the_act_keeps_ids_and_counts_and_no_more(database):
    zelda = await live_through_everything(database)

    told = await ask(
        database,
        "mutation($ids: [ID!]!) { eraseContacts(ids: $ids) { redactedRuns changeSetId"
        " results { id erased problem { code } } } }",
        ids=[zelda, "Zelda Quixote"],
    )

    report = told["eraseContacts"]
    assert report["results"] == [
        {"id": zelda, "erased": True, "problem": None},
        {"id": "Zelda Quixote", "erased": False, "problem": {"code": "NOT_FOUND"}},
    ]
    [run] = [each for each in await runs_of(database) if each.id == report["changeSetId"]]
    assert (run.act, run.actor_id, run.counts, run.facts, run.items) == (
        "erase_contacts", "user_ann", {"received": 2, "erased": 1, "failed": 1}, {"redactedRuns": report["redactedRuns"]}, None,
    )  # fmt: skip
    assert await decisions_of(database, run.id) == [
        {"outcome": "erased", "recordId": zelda},
        {"outcome": "failed", "code": "NOT_FOUND", "message": "Contact not found"},
    ]
    assert await told_about(database) == []


async def test_trying_it_out_erases_nothing(database):
    zelda = await live_through_everything(database)
    before = await told_about(database)

    erasure = await erase_contacts(context(database), [zelda], dry_run=True)

    assert (erasure.run_id, erasure.erased, await told_about(database)) == (None, {zelda}, before)


async def test_a_deleted_contact_can_be_erased_and_erasing_again_finds_nobody(database):
    zelda = await live_through_everything(database)
    await delete_contacts(context(database), [zelda])

    first = await erase_contacts(context(database), [zelda, zelda])
    again = await erase_contacts(context(database), [zelda])

    assert (first.erased, again.erased, await told_about(database)) == ({zelda}, frozenset(), [])


async def test_what_comes_in_while_the_ledger_is_read_is_erased_too(database):
    zelda = await live_through_everything(database)

    erasing = Erasing([zelda])
    await erasing.prepare(database, NOW)
    for number in range(5):
        await put(database, zelda, title=f"Windmill {number}")
    async with database.write() as session:
        erased = await erasing.erase(session)

    assert (erased, await told_about(database)) == ([zelda], [])


async def test_the_next_sync_finds_nobody(database):
    zelda = await live_through_everything(database)
    await erase_contacts(context(database), [zelda])

    [outcome] = (await sync(database, lead("lead-z", email="z.q@example.com"))).outcomes

    assert outcome.record_id is None


@pytest.mark.parametrize("model", [Activity, Task, Change, CustomFieldDefinition, Run])
async def test_erasing_nobody_changes_nothing(database, model):
    await live_through_everything(database)
    before = await rows_of(database, model)

    await erase_contacts(context(database), ["contact_nobody", "\x00"])

    after = await rows_of(database, model)
    assert [each for each in after if getattr(each, "act", None) != "erase_contacts"] == before


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


async def history(database: Database, record_id: str) -> list[Any]:
    return [each.model_dump() for each in await rows_of(database, Change) if each.record_id == record_id]


async def contact(database: Database, record_id: str) -> dict[str, Any]:
    table = table_of(Contact)
    async with database.read() as session:
        return dict((await session.exec(select(table).where(table.c.id == record_id))).mappings().one())
