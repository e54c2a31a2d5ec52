"""Erasing a person: nothing of them is left in any table, nobody else loses anything, and the act itself tells nothing."""

from typing import Any

import pytest
from sqlalchemy import select

import models
from graphql_schema.resolvers.deletion import delete_contacts
from graphql_schema.resolvers.erasure import erase_contacts
from models.activity import Activity
from models.base import table_of
from models.company import Association
from models.contact import Contact
from models.database.engine import Database
from models.deal import Deal
from models.engagement.campaign import CampaignMembership
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.state import Engagement
from models.fields.registry import CustomFieldDefinition
from models.ledger.change import Change
from models.ledger.run import Run
from models.task import Task
from tests.factories import context, create, decisions_of, items_of, lead, rows_of, runs_of, sync
from tests.graphql_schema.asking import ask
from tests.graphql_schema.erased_person import live_through_everything, told_about

ERASED = {"erased": True}


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


async def history(database: Database, record_id: str) -> list[Any]:
    return [each.model_dump() for each in await rows_of(database, Change) if each.record_id == record_id]


async def contact(database: Database, record_id: str) -> dict[str, Any]:
    table = table_of(Contact)
    async with database.read() as session:
        return dict((await session.exec(select(table).where(table.c.id == record_id))).mappings().one())
