"""Subscriptions to contacts and companies: what is told of acts that are stored, and what is not."""

import pytest

from graphql_schema.resolvers.create import create_contacts
from graphql_schema.resolvers.deletion import delete_companies, delete_contacts, restore_contacts
from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.update import update_companies, update_contacts
from models.database import neighbours
from models.database.engine import Database
from models.incoming import Update
from models.ledger.news import News
from tests.factories import context, edit, lead, make_company, make_contact, make_user
from tests.graphql_schema.asking import watching
from tests.graphql_schema.live_documents import BRIEF, RUNS, brief

CHANGED = """
subscription ($filter: ContactFilter, $ids: [ID!]) {
  contactChanged(filter: $filter, ids: $ids) {
    missed id fate contact { id title } changes { fields { field old new } } actor { label } run { act }
  }
}
"""


async def test_a_change_tells_the_contact_what_changed_and_who_did_it(database):
    await make_user(database, "user_ann", "Ann")
    ada = await make_contact(database, title="Engineer")

    async with watching(database, CHANGED) as watcher:
        await edit(database, ada.id, title="CTO")

        assert await watcher.next() == {
            "missed": False,
            "id": ada.id,
            "fate": "UPDATED",
            "contact": {"id": ada.id, "title": "CTO"},
            "changes": [{"fields": [{"field": "title", "old": "Engineer", "new": "CTO"}]}],
            "actor": {"label": "Ann"},
            "run": {"act": "update_contacts"},
        }


async def test_what_another_process_does_is_heard(database, database_url, monkeypatch):
    monkeypatch.setattr(neighbours, "LOOK_EVERY", 0.01)
    ada = await make_contact(database)
    sqlite = database.driver.reading.dialect.name == "sqlite"
    other = Database.open(database_url)

    async with watching(database, BRIEF) as watcher:
        await edit(database, ada.id, title="Engineer")
        own = await watcher.next()
        await edit(other, ada.id, title="CTO")
        heard = await watcher.next()
    await other.close()

    assert own == brief("UPDATED", ada.id)
    assert heard == ({"missed": True, "id": None, "fate": None} if sqlite else brief("UPDATED", ada.id))


async def test_each_event_shows_the_contact_as_it_is_by_then(database):
    ada = await make_contact(database)

    async with watching(database, CHANGED) as watcher:
        titles = []
        for title in ("CTO", "CEO"):
            await edit(database, ada.id, title=title)
            titles.append((await watcher.next())["contact"]["title"])

        assert titles == ["CTO", "CEO"]


async def test_creating_deleting_restoring_and_erasing_are_told_as_such(database):
    async with watching(database, BRIEF) as watcher:
        report = await create_contacts(context(database), [lead(email="ada@example.com")])
        ada = report.outcomes[0].record_id
        await delete_contacts(context(database), [ada])
        await restore_contacts(context(database), [ada])
        await erase_contacts(context(database), [ada])

        fates = [await watcher.next() for _ in range(4)]

    assert fates == [brief(fate, ada) for fate in ("CREATED", "DELETED", "RESTORED", "DELETED")]


async def test_a_filter_tells_contacts_that_fulfil_it_after_the_change(database):
    ada, bob, eve = (
        await make_contact(database, tags=["vip"]),
        await make_contact(database),
        await make_contact(database),
    )

    async with watching(database, BRIEF, filter={"tags": {"has": "vip"}}) as watcher:
        await edit(database, eve.id, title="CTO")
        await edit(database, ada.id, title="CTO")
        await edit(database, bob.id, tags=["vip"])

        assert [await watcher.next() for _ in range(2)] == [brief("UPDATED", ada.id), brief("UPDATED", bob.id)]


async def test_a_deletion_is_told_whatever_the_filter_says(database):
    ada = await make_contact(database)

    async with watching(database, BRIEF, filter={"tags": {"has": "vip"}}) as watcher:
        await delete_contacts(context(database), [ada.id])

        assert await watcher.next() == brief("DELETED", ada.id)


async def test_ids_tell_those_contacts_alone(database):
    ada, bob = await make_contact(database), await make_contact(database)

    async with watching(database, BRIEF, ids=[bob.id]) as watcher:
        await edit(database, ada.id, title="CTO")
        await edit(database, bob.id, title="CTO")

        assert await watcher.next() == brief("UPDATED", bob.id)


async def test_a_changed_company_is_told_and_no_contact_is(database):
    acme, ada = await make_company(database, name="Acme"), await make_contact(database)
    document = "subscription { companyChanged { missed fate company { name } } }"

    async with watching(database, document) as companies, watching(database, BRIEF) as contacts:
        await update_companies(context(database), [Update(fields={"name": "Acme Inc."}, record_id=acme.id)])
        await edit(database, ada.id, title="CTO")

        assert await companies.next() == {"missed": False, "fate": "UPDATED", "company": {"name": "Acme Inc."}}
        assert await contacts.next() == brief("UPDATED", ada.id)


async def test_a_filter_tells_companies_that_fulfil_it_after_the_change(database):
    acme, zeta = await make_company(database, name="Acme"), await make_company(database, name="Zeta")
    document = """subscription ($filter: CompanyFilter) {
        companyChanged(filter: $filter) { missed id fate } }"""

    async with watching(database, document, filter={"industry": {"eq": "Tools"}}) as watcher:
        await update_companies(context(database), [Update(fields={"industry": "Toys"}, record_id=acme.id)])
        await update_companies(context(database), [Update(fields={"industry": "Tools"}, record_id=zeta.id)])
        await delete_companies(context(database), [acme.id])

        fates = [await watcher.next() for _ in range(2)]

    assert fates == [brief("UPDATED", zeta.id), brief("DELETED", acme.id)]


async def test_what_is_tried_or_undone_is_not_told(database: Database):
    ada = await make_contact(database)

    async with watching(database, BRIEF) as watcher, watching(database, RUNS) as runs:
        await update_contacts(context(database), [Update(fields={"title": "A"}, record_id=ada.id)], dry_run=True)
        with pytest.raises(ZeroDivisionError):
            await announce_and_fail(database)
        await edit(database, ada.id, title="B")

        assert await watcher.next() == brief("UPDATED", ada.id)
        assert await runs.next() == {"missed": False, "run": {"act": "update_contacts", "status": "SUCCEEDED"}}


async def announce_and_fail(database):
    async with database.write() as session:
        session.announce(News("run_undone", "update_contacts").text())
        raise ZeroDivisionError
