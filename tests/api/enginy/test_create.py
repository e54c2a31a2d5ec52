"""Creating over HTTP: one answer per lead, in the words of the contract."""

from models.fields.mapping import Entity
from tests.factories import fields_of, history_of, ids_of, links_of, make_contact, runs_of


async def test_created_leads_are_answered_with_both_ids(database, enginy):
    response = await enginy.post(
        "/contacts", {"contacts": [{"externalId": "a", "firstName": "Ada"}, {"externalId": 2, "firstName": "Bob"}]}
    )

    ada, bob = await ids_of(database)
    assert (response.status_code, response.json()) == (
        200, {"results": [{"externalId": "a", "crmId": ada}, {"externalId": 2, "crmId": bob}]},
    )  # fmt: skip
    (run,) = await runs_of(database)
    assert (run.id, run.counts) == (response.headers["x-sync-run"], {"received": 2, "created": 2})


async def test_creating_again_answers_the_same_ids_and_writes_nothing(database, enginy):
    leads = {
        "contacts": [{"externalId": number, "email": f"p{number}@example.com", "x": number} for number in range(3)]
    }
    first = await enginy.post("/contacts", leads)

    second = await enginy.post("/contacts", leads)

    assert second.json() == first.json()
    assert [len(await history_of(database, each)) for each in await ids_of(database)] == [1, 1, 1]


async def test_bad_leads_are_errors_and_the_good_ones_are_made(database, enginy):
    response = await enginy.post(
        "/contacts",
        {
            "contacts": [
                {"email": "nobody@example.com"},
                {"externalId": "a", "email": 5},
                {"externalId": True, "email": "b@example.com"},
                {"externalId": "ok", "email": "ok@example.com"},
                ["no object"],
            ]
        },
    )

    (made,) = await ids_of(database)
    assert (response.status_code, response.json()) == (
        200,
        {
            "results": [{"externalId": "ok", "crmId": made}],
            "errors": [
                {"externalId": None, "index": 0, "error": "externalId is required"},
                {"externalId": "a", "error": "email must be text"},
                {"externalId": None, "index": 2, "error": "externalId must be text"},
                {"externalId": None, "index": 4, "error": "Every item must be an object"},
            ],
        },
    )
    assert sorted(await links_of(database)) == ["ok"]


async def test_batch_of_bad_leads_alone_is_still_answered_with_200(database, enginy):
    response = await enginy.post("/contacts", {"contacts": [{"email": "nobody@example.com"}]})

    assert (response.status_code, response.json()) == (
        200, {"results": [], "errors": [{"externalId": None, "index": 0, "error": "externalId is required"}]},
    )  # fmt: skip
    assert [run.status for run in await runs_of(database)] == ["failed"]


async def test_null_in_a_new_lead_is_a_field_nobody_knows(database, enginy):
    await enginy.post("/contacts", {"contacts": [{"externalId": "a", "firstName": "Ada", "email": None, "tier": None}]})

    (ada,) = await ids_of(database)
    assert await fields_of(database, ada) == {"first_name": "Ada"}


async def test_number_and_text_of_it_are_one_external_id(database, enginy):
    await enginy.post("/contacts", {"contacts": [{"externalId": 101, "firstName": "Ada"}]})
    response = await enginy.post("/contacts", {"contacts": [{"externalId": "101", "firstName": "Ada"}]})

    (ada,) = await ids_of(database)
    assert response.json() == {"results": [{"externalId": "101", "crmId": ada}]}


async def test_nested_and_flat_extras_of_a_lead_are_kept(database, enginy):
    await enginy.post(
        "/contacts",
        {"contacts": [{"externalId": "a", "shoeSize": 38, "customFields": {"tier": "gold", "email": "nested"}}]},
    )

    (ada,) = await ids_of(database)
    assert await fields_of(database, ada) == {"custom": {"tier": "gold", "email": "nested", "shoeSize": 38}}


async def test_companies_are_created_by_the_same_rules(database, enginy):
    response = await enginy.post(
        "/companies",
        {
            "companies": [
                {"externalId": 1, "domain": "acme.com", "numberOfEmployees": 150},
                {"externalId": 2, "domain": 5},
            ]
        },
    )

    (acme,) = await ids_of(database, Entity.COMPANY)
    assert response.json() == {
        "results": [{"externalId": 1, "crmId": acme}],
        "errors": [{"externalId": 2, "error": "domain must be text"}],
    }
    assert await fields_of(database, acme, Entity.COMPANY) == {"domain": "acme.com", "number_of_employees": 150}


async def test_error_names_nobody_elses_data(database, enginy):
    ada = await make_contact(database, email="team@example.com", first_name="Ada", title="Secret")
    bob = await make_contact(database, email="team@example.com", first_name="Bob")

    response = await enginy.post("/contacts", {"contacts": [{"externalId": "a", "email": "team@example.com"}]})

    assert response.json() == {
        "results": [],
        "errors": [{"externalId": "a", "error": "Duplicate email found - multiple contacts match"}],
    }
    assert [each in response.text for each in (ada.id, bob.id, "Ada", "Secret")] == [False] * 4
