"""Syncing over HTTP: what an answer carries in each null-safety mode, and how items are answered."""

from models.ledger.run import RunStatus
from tests.factories import (
    configure,
    delete,
    edit,
    links_of,
    make_company,
    make_contact,
    make_link,
    runs_of,
)


async def properties(enginy, *leads, path="/contacts/sync", name="contacts"):
    """What each lead's answer carries, by external id; a lead that is not answered is missing."""
    response = await enginy.post(path, {name: list(leads)})
    assert response.status_code == 200, response.text
    return {each["externalId"]: each.get("properties") for each in response.json()["results"]}


async def test_echo_answers_the_named_fields_exactly_as_sent_under_what_is_ours_to_say(database, enginy):
    await make_contact(database, email="ada@example.com", lead_score=85, owner_id="user-1", lifecycle_stage="MQL")
    sent = {
        "email": "ADA@Example.com ", "firstName": " Ada", "bio": "", "tags": ["b", "a", "b"], "country": "ES",
        "leadCountry": "Spain", "companySize": "1-10", "campaigns": "Q1", "owner": "theirs", "leadScore": 1,
    }  # fmt: skip

    answer = await properties(
        enginy, {"externalId": "lead-1", **sent, "city": None, "customFields": {"a": 1}, "shoeSize": 38}
    )

    assert answer == {
        "lead-1": {**sent, "leadScore": 85, "lifecycleStage": "MQL", "owner": "user-1"},
    }
    assert list(answer["lead-1"]) == [
        "email", "firstName", "bio", "tags", "country", "leadCountry", "companySize", "campaigns", "owner",
        "leadScore", "lifecycleStage",
    ]  # fmt: skip


async def test_echo_never_says_what_enginy_did_not_say_of_the_fields_it_holds(database, enginy):
    await make_contact(database, email="ada@example.com", title="CTO", phone="+15550123", city="London")

    answer = await properties(enginy, {"externalId": "lead-1", "email": "ada@example.com"})

    assert answer == {"lead-1": {"email": "ada@example.com"}}


async def test_omit_answers_configured_values_that_are_present_and_no_properties_without(database, enginy_omit):
    await make_contact(database, email="ada@example.com", lead_score=85, lifecycle_stage="")
    await make_contact(database, email="bob@example.com")

    answer = await properties(
        enginy_omit,
        {"externalId": "lead-1", "email": "ada@example.com", "title": "CTO"},
        {"externalId": "lead-2", "email": "bob@example.com", "title": "CEO"},
    )

    assert answer == {"lead-1": {"leadScore": 85}, "lead-2": None}


async def test_repeated_sync_answers_word_for_word_what_the_first_did(database, enginy):
    await make_contact(database, email="ada@example.com", lead_score=85.5, owner_id="user-1")
    lead = {"externalId": 7, "email": "ada@example.com", "title": 'Ünï "quoted" 🚀', "tags": [], "owner": "theirs"}

    first = await enginy.post("/contacts/sync", {"contacts": [lead]})
    second = await enginy.post("/contacts/sync", {"contacts": [lead]})

    assert first.json()["results"][0]["properties"] == {
        "email": "ada@example.com", "title": "Ünï \"quoted\" 🚀", "tags": [], "owner": "user-1", "leadScore": 85.5,
    }  # fmt: skip
    assert second.json() == first.json()


async def test_repeated_sync_in_mode_omit_answers_what_is_ours_now_and_no_more(database, enginy_omit):
    ada = await make_contact(database, email="ada@example.com", lead_score=85)
    lead = {"externalId": "lead-1", "email": "ada@example.com", "title": "CTO"}

    answers = [await properties(enginy_omit, lead)]
    await edit(database, ada.id, leadScore=90)
    answers.append(await properties(enginy_omit, lead))
    await edit(database, ada.id, leadScore=None)
    answers.append(await properties(enginy_omit, lead))

    assert answers == [{"lead-1": {"leadScore": 85}}, {"lead-1": {"leadScore": 90}}, {"lead-1": None}]


async def test_properties_are_configurable_by_name_field_and_order(database, enginy_omit):
    await configure(
        database,
        contact_sync_back=[["tier", "custom:tier"], ["Score", "lead_score"], ["labels", "tags"], ["phone", "phone"]],
    )
    await make_contact(
        database, email="ada@example.com", lead_score=0, tags=["a"], custom={"tier": {"name": "gold", "n": 2**60}}
    )

    answer = await properties(enginy_omit, {"externalId": "lead-1", "email": "ada@example.com"})

    assert answer == {"lead-1": {"tier": {"name": "gold", "n": 2**60}, "Score": 0, "labels": ["a"]}}
    assert list(answer["lead-1"]) == ["tier", "Score", "labels"]


async def test_values_enginy_sent_stand_in_while_nothing_is_derived(database, enginy_omit):
    await configure(database, contact_sync_back=[["lastActivityDate", "last_activity_at"], ["dealValue", "deal_value"]])
    ada = await make_contact(
        database, email="ada@example.com", custom={"lastActivityDate": "last week", "dealValue": "about 5k"}
    )
    lead = {"externalId": "lead-1", "email": "ada@example.com"}

    before = await properties(enginy_omit, lead)
    await enginy_omit.post("/activities", {"type": "EMAIL", "contactId": ada.id, "occurredAt": "2024-01-15T14:30:00Z"})
    after = await properties(enginy_omit, lead)

    assert before == {"lead-1": {"lastActivityDate": "last week", "dealValue": "about 5k"}}
    assert after == {"lead-1": {"lastActivityDate": "2024-01-15T14:30:00Z", "dealValue": "about 5k"}}


async def test_null_is_answered_only_where_a_person_asked_for_that_very_clear(database, enginy):
    ada = await make_contact(database, email="ada@example.com")
    lead = {"externalId": "lead-1", "email": "ada@example.com", "phone": "+15550123", "title": None}
    shadow = {"email": "ada@example.com", "phone": "+15550123"}
    await make_link(database, "lead-1", ada.id, shadow=shadow, clears={"phone": "+15550123"})

    answer = await properties(enginy, lead)

    assert answer == {"lead-1": {"email": "ada@example.com", "phone": None}}


async def test_field_that_a_person_emptied_is_not_cleared_over_there(database, enginy):
    ada = await make_contact(database, email="ada@example.com", phone="+15550123", lead_score=85)
    await edit(database, ada.id, phone=None, leadScore=None)

    answer = await properties(enginy, {"externalId": "lead-1", "email": "ada@example.com", "phone": "+15550123"})

    assert answer == {"lead-1": {"email": "ada@example.com", "phone": "+15550123"}}


async def test_number_as_external_id_is_answered_as_a_number_and_is_the_same_id_as_its_text(database, enginy_omit):
    ada = await make_contact(database, email="ada@example.com")

    first = await enginy_omit.post(
        "/contacts/sync",
        {"contacts": [{"externalId": 123, "email": "ada@example.com"}, {"externalId": 1.5, "email": 1}]},
    )
    again = await enginy_omit.post("/contacts/sync", {"contacts": [{"externalId": "123"}]})

    assert first.json() == {
        "results": [{"externalId": 123, "crmId": ada.id}],
        "errors": [{"externalId": 1.5, "error": "email must be text"}],
    }
    assert again.json() == {"results": [{"externalId": "123", "crmId": ada.id}]}
    assert sorted(await links_of(database)) == ["123"]


async def test_items_without_an_external_id_are_told_by_their_place(database, enginy_omit):
    ada = await make_contact(database, email="ada@example.com")
    known = {"email": "ada@example.com"}

    response = await enginy_omit.post(
        "/contacts/sync",
        {
            "contacts": [
                known,
                {**known, "externalId": None},
                {**known, "externalId": "ok"},
                {**known, "externalId": ""},
            ]
        },
    )

    assert response.json() == {
        "results": [{"externalId": "ok", "crmId": ada.id}],
        "errors": [
            {"externalId": None, "index": 0, "error": "externalId is required"},
            {"externalId": None, "index": 1, "error": "externalId is required"},
            {"externalId": None, "index": 3, "error": "externalId is required"},
        ],
    }
    assert sorted(await links_of(database)) == ["ok"]


async def test_empty_batch_is_answered_and_is_a_run(database, enginy):
    response = await enginy.post("/contacts/sync", {"contacts": []})

    assert (response.status_code, response.json()) == (200, {"results": []})
    (run,) = await runs_of(database)
    assert (run.id, run.counts, run.status) == (response.headers["x-sync-run"], {"received": 0}, RunStatus.SUCCEEDED)


async def test_run_of_a_sync_is_named_in_the_header_and_keeps_who_what_and_how(database, enginy):
    await make_contact(database, email="ada@example.com")

    response = await enginy.post(
        "/contacts/sync",
        {
            "contacts": [
                {"externalId": "1", "email": "ada@example.com"},
                {"externalId": "2"},
                {"externalId": 3, "email": 3},
            ]
        },
        headers={"X-Request-ID": "0123456789abcdef0123456789abcdef"},
    )

    (run,) = await runs_of(database)
    assert run.id == response.headers["x-sync-run"]
    assert (run.act, run.entity, run.door, run.source, run.actor_label, run.status) == (
        "sync_contacts", "contact", "rest", "enginy", "Enginy", "partly",
    )  # fmt: skip
    assert run.counts == {"received": 3, "matched": 1, "unmatched": 1, "failed": 1}
    assert run.actor_id.startswith("key_")
    assert run.request_id == response.headers["x-request-id"]


async def test_companies_are_synced_by_the_same_rules_with_their_own_settings(database, enginy):
    await configure(database, company_sync_back=[["tier", "custom:tier"], ["employees", "number_of_employees"]])
    acme = await make_company(
        database, name="Acme", domain="acme.example", number_of_employees=150, custom={"tier": "gold"}
    )
    await make_company(database, name="Globex")
    await make_company(database, name="Globex Ltd")

    response = await enginy.post(
        "/companies/sync",
        {
            "companies": [
                {"externalId": "1", "domain": "WWW.ACME.EXAMPLE", "employeeCount": 500, "leadCountries": "ES", "x": 1},
                {"externalId": "2", "name": "globex"},
                {"externalId": "3", "name": "Initech"},
            ]
        },
    )

    assert response.json() == {
        "results": [
            {
                "externalId": "1",
                "crmId": acme.id,
                "properties": {
                    "domain": "WWW.ACME.EXAMPLE", "employeeCount": 500, "leadCountries": "ES", "tier": "gold",
                    "employees": 150,
                },
            }
        ],
        "errors": [{"externalId": "2", "error": "Duplicate name found - multiple companies match"}],
    }  # fmt: skip


async def test_contacts_and_companies_have_external_ids_of_their_own(database, enginy_omit):
    ada = await make_contact(database, external_id="7")
    acme = await make_company(database, external_id="7")

    contacts = await enginy_omit.post("/contacts/sync", {"contacts": [{"externalId": "7"}]})
    companies = await enginy_omit.post("/companies/sync", {"companies": [{"externalId": "7"}]})

    assert contacts.json()["results"][0]["crmId"] == ada.id
    assert companies.json()["results"][0]["crmId"] == acme.id


async def test_sync_after_a_deletion_forgets_the_answer_it_gave(database, enginy):
    ada = await make_contact(database, email="ada@example.com")
    lead = {"externalId": "lead-1", "email": "ada@example.com"}
    before = await properties(enginy, lead)
    await delete(database, ada.id)

    after = await properties(enginy, lead)

    assert (before, after) == ({"lead-1": {"email": "ada@example.com"}}, {})
