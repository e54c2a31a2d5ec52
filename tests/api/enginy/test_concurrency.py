"""Many callers at once, and a database that refuses: nothing is lost, and only the guilty fail."""

import asyncio

import pytest
from sqlalchemy import text

from models.fields.mapping import Entity
from tests.factories import (
    decisions_of,
    fields_of,
    history_of,
    ids_of,
    keys_of,
    links_of,
    make_company,
    make_contact,
    runs_of,
    version_of,
)


async def test_forty_clients_that_put_different_fields_of_the_same_contacts_lose_nothing(database, enginy):
    contacts = [(await make_contact(database)).id for _ in range(5)]

    async def put(client):
        """Two updates; the second gives the contacts in the opposite order."""
        answers = []
        for step, ids in enumerate((contacts, contacts[::-1])):
            items = [{"crmId": each, f"field{client}": step, "customFields": {f"nested{client}": step}} for each in ids]
            answers.append(await enginy.put("/contacts", {"contacts": items}))
        return answers

    answers = [each for pair in await asyncio.gather(*(put(client) for client in range(40))) for each in pair]

    assert {each.status_code for each in answers} == {200}
    assert {item["success"] for each in answers for item in each.json()["results"]} == {True}
    wanted = {f"{kind}{client}": 1 for kind in ("field", "nested") for client in range(40)}
    for each in contacts:
        assert await fields_of(database, each) == {"custom": wanted}
        assert (await version_of(database, each), len(await history_of(database, each))) == (81, 80)


async def test_parallel_updates_creates_and_syncs_of_the_same_people_all_succeed(database, enginy):
    leads = [{"externalId": number, "email": f"p{number}@example.com", "title": "CTO"} for number in range(10)]
    made = (await enginy.post("/contacts", {"contacts": leads})).json()["results"]
    updates = [{"crmId": each["crmId"], "city": "London"} for each in made]

    answers = await asyncio.gather(
        *(
            call
            for turn in range(6)
            for call in (
                enginy.post("/contacts", {"contacts": leads[:: 1 - 2 * (turn % 2)]}),
                enginy.post("/contacts/sync", {"contacts": [{**lead, "bio": str(turn)} for lead in leads]}),
                enginy.put("/contacts", {"contacts": updates[:: 2 * (turn % 2) - 1]}),
            )
        )
    )

    assert {each.status_code for each in answers} == {200}
    assert [each.json().get("errors") for each in answers] == [None] * 18
    assert len(await ids_of(database)) == 10
    assert {(await fields_of(database, each["crmId"]))["city"] for each in made} == {"London"}
    assert {each.status for each in await runs_of(database)} == {"succeeded"}


@pytest.fixture
async def picky(database, database_url):
    """The database refuses every contact or company from Atlantis, for reasons of its own."""
    if database_url.startswith("sqlite"):
        statements = [
            f"CREATE TRIGGER no_{event}_{table} BEFORE {event} ON {table} WHEN NEW.location = 'Atlantis' "
            "BEGIN SELECT RAISE(ABORT, 'no such place'); END"
            for event in ("insert", "update")
            for table in ("contact", "company")
        ]
    else:
        statements = [
            f"ALTER TABLE {table} ADD CONSTRAINT place CHECK (location <> 'Atlantis')"
            for table in ("contact", "company")
        ]
    async with database.write() as session:
        for statement in statements:
            await session.exec(text(statement))


NOT_STORED = "The database refused this item; the others are stored"


@pytest.mark.usefixtures("picky")
async def test_update_that_the_database_refuses_fails_alone(database, enginy_omit):
    ada, bob, eve = [await make_contact(database, title="Engineer", phone="+15550123") for _ in range(3)]

    response = await enginy_omit.put(
        "/contacts",
        {
            "contacts": [
                {"crmId": ada.id, "title": "CTO", "phone": "+15550199"},
                {"crmId": bob.id, "title": "CTO", "phone": "+15550199", "location": "Atlantis"},
                {"crmId": "contact_none", "title": "CTO"},
                {"crmId": eve.id, "title": 5},
                {"crmId": eve.id, "title": "CEO", "tier": "gold"},
                {"crmId": bob.id, "city": "London"},
            ]
        },
    )

    results = response.json()["results"]
    assert [(each["success"], each.get("error")) for each in results] == [
        (True, None), (False, NOT_STORED), (False, "Contact not found"), (False, "title must be text"), (True, None),
        (True, None),
    ]  # fmt: skip
    assert await fields_of(database, ada.id) == {"title": "CTO", "phone": "+15550199"}
    assert await fields_of(database, bob.id) == {"title": "Engineer", "phone": "+15550123", "city": "London"}
    assert await fields_of(database, eve.id) == {"title": "CEO", "phone": "+15550123", "custom": {"tier": "gold"}}
    assert [len(await history_of(database, each.id)) for each in (ada, bob, eve)] == [1, 1, 1]
    assert await keys_of(database, bob.id) == {("phone", "+15550123")}
    (run,) = await runs_of(database)
    assert run.counts == {"received": 6, "updated": 3, "failed": 3}
    assert [each.get("code") for each in await decisions_of(database, run.id)] == [
        None, "NOT_STORED", "NOT_FOUND", "INVALID_INPUT", None, None,
    ]  # fmt: skip


@pytest.mark.usefixtures("picky")
async def test_lead_that_the_database_refuses_fails_alone(database, enginy):
    leads = [
        {"externalId": "1", "email": "ada@example.com"},
        {"externalId": "2", "email": "bob@example.com", "location": "Atlantis"},
        {"externalId": "3", "email": "ada@example.com", "city": "London"},
    ]

    response = await enginy.post("/contacts", {"contacts": leads})
    again = await enginy.post("/contacts", {"contacts": leads})

    (ada,) = await ids_of(database)
    assert response.json() == {
        "results": [{"externalId": "1", "crmId": ada}, {"externalId": "3", "crmId": ada}],
        "errors": [{"externalId": "2", "error": NOT_STORED}],
    }
    assert again.json() == response.json()
    assert await fields_of(database, ada) == {"email": "ada@example.com", "city": "London"}
    assert sorted(await links_of(database)) == ["1", "3"]
    assert (await runs_of(database))[0].counts == {"received": 3, "created": 1, "linked": 1, "failed": 1}


@pytest.mark.usefixtures("picky")
async def test_company_that_the_database_refuses_fails_alone(database, enginy_omit):
    acme, globex = await make_company(database, name="Acme"), await make_company(database, name="Globex")

    response = await enginy_omit.put(
        "/companies",
        {"companies": [{"crmId": acme.id, "location": "Atlantis"}, {"crmId": globex.id, "location": "Springfield"}]},
    )

    assert [each["success"] for each in response.json()["results"]] == [False, True]
    assert await fields_of(database, acme.id, Entity.COMPANY) == {"name": "Acme"}
    assert await fields_of(database, globex.id, Entity.COMPANY) == {"name": "Globex", "location": "Springfield"}
