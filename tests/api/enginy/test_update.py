"""Updating over HTTP: fields of any name are kept for ever, and answers tell no more than they should."""

import pytest

from models.fields.mapping import Entity
from models.ledger.run import RunStatus
from tests.factories import (
    NOW_TEXT,
    edit,
    fields_of,
    history_of,
    lead,
    make_company,
    make_contact,
    make_link,
    runs_of,
    sync,
)


async def test_put_keeps_fields_that_are_absent(database, enginy_omit):
    ada = await make_contact(database, email="ada@example.com", title="Engineer")

    response = await enginy_omit.put("/contacts", {"contacts": [{"crmId": ada.id, "title": "CTO"}]})

    assert response.json() == {"results": [{"crmId": ada.id, "success": True, "properties": {"lastUpdated": NOW_TEXT}}]}
    assert await fields_of(database, ada.id) == {"email": "ada@example.com", "title": "CTO"}


async def test_put_clears_fields_that_are_null_and_the_answer_says_no_null(database, enginy):
    ada = await make_contact(
        database, title="Engineer", city="London", external_id="lead-1", shadow={"city": "London", "state": "x"}
    )

    response = await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "city": None, "tier": None}]})

    assert response.json() == {
        "results": [{"crmId": ada.id, "success": True, "properties": {"state": "x", "lastUpdated": NOW_TEXT}}]
    }
    assert await fields_of(database, ada.id) == {"title": "Engineer", "custom": {"tier": None}}


@pytest.mark.parametrize(
    ("links", "echoed"),
    [
        pytest.param(0, {"title": "CTO"}, id="no link"),
        pytest.param(1, {"title": "CTO", "email": "ada@example.com", "city": "London"}, id="one link"),
        pytest.param(2, {"title": "CTO"}, id="two links"),
    ],
)
async def test_echo_of_an_update_is_the_whole_shadow_only_where_it_is_known_whose(database, enginy, links, echoed):
    ada = await make_contact(database, lead_score=85)
    for number in range(links):
        await make_link(database, f"lead-{number}", ada.id, shadow={"email": "ada@example.com", "city": "London"})

    response = await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "title": "CTO", "shoeSize": 38}]})

    assert response.json()["results"][0]["properties"] == {**echoed, "leadScore": 85, "lastUpdated": NOW_TEXT}


async def test_unchanged_repeat_answers_the_stored_time(database, enginy_omit, clock):
    ada = await make_contact(database, title="Engineer")
    body = {"contacts": [{"crmId": ada.id, "title": "CTO", "tier": "gold"}]}

    first = await enginy_omit.put("/contacts", body)
    clock.move(days=1)
    second = await enginy_omit.put("/contacts", body)
    clock.move(milliseconds=5)
    third = await enginy_omit.put("/contacts", {"contacts": [{"crmId": ada.id, "title": "CEO"}]})

    times = [each.json()["results"][0]["properties"]["lastUpdated"] for each in (first, second, third)]
    assert times == [NOW_TEXT, NOW_TEXT, "2024-01-21T10:30:00.005Z"]
    assert len(await history_of(database, ada.id)) == 2


# Whatever a field is called and whatever it holds: it comes back as it was.
ODD = {
    "genesy_engagement_status": "Message Replied (2/3) - LINKEDIN",
    "text": 'Ünïcode 🚀 \u2028 " \\ / \t',
    "blank": "",
    "true": True,
    "false": False,
    "zero": 0,
    "big": 123456789012345678901234567890,
    "negative": -(2**63),
    "float": 1.5,
    "whole float": 2.0,
    "tiny": 5e-324,
    "list": [1, "two", None, [3.0, {}], []],
    "object": {"a": {"b": [{"c": None}]}, "": "empty name", "ключ": "значение"},
    "nothing": None,
    "with space.and.dots[0]": 1,
    "🚀": 1,
    "n" * 255: "long name",
    # Names of internals are names like any other.
    "id": "contact_other",
    "_id": 1,
    "deletedAt": "2024-01-01T00:00:00Z",
    "deleted_at": "2024-01-01T00:00:00Z",
    "createdAt": 1,
    "created_by": "me",
    "updatedAt": 1,
    "version": 999,
    "edits": {"title": 99},
    "custom_fields": {"a": 1},
    "custom": {"a": 1},
    "first_name": "column name",
    "last_activity_at": "column name",
    "lastUpdated": "2020-01-01T00:00:00Z",
    "lastActivityDate": "yesterday",
    "dealValue": 1,
    "__proto__": {"admin": True},
    "constructor": "x",
    "toString": None,
    "properties": {"email": None},
    "success": False,
    "key": "value",
    "null": "x",
}


@pytest.mark.parametrize("nested", [False, True], ids=["flat", "nested"])
async def test_fields_of_any_name_are_kept_for_ever_and_come_back_unchanged(database, enginy, nested):
    ada = await make_contact(database, email="ada@example.com", title="Engineer")
    odd = {"customFields": {**ODD, "crmId": "x", "externalId": 1, "email": "nested"}} if nested else ODD

    response = await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, **odd}]})
    await sync(database, lead("lead-1", email="ada@example.com", title="CEO"))
    await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "title": "CTO", "customFields": {}}]})
    await enginy.post("/contacts", {"contacts": [{"externalId": "lead-1", "title": "VP", "customFields": None}]})

    assert response.json()["results"][0]["success"] is True
    fetched = (await enginy.post("/contacts/batch", {"ids": [ada.id]})).json()["results"]
    expected = odd["customFields"] if nested else ODD
    assert fetched[0]["properties"] == expected
    assert {name: type(value) for name, value in fetched[0]["properties"].items()} == {
        name: type(value) for name, value in expected.items()
    }
    assert {name: value for name, value in fetched[0].items() if name != "properties"} == {
        "id": ada.id, "crmId": ada.id, "externalId": "lead-1", "email": "ada@example.com", "firstName": None,
        "lastName": None, "phone": None, "company": None, "title": "VP", "linkedinUrl": None, "ownerId": None,
    }  # fmt: skip


async def test_numbers_come_back_digit_for_digit(database, enginy):
    ada = await make_contact(database)
    sent = "[1.10000000000000000000000001,0.1,123456789012345678901234567890,1e2,-0.0,1E-7,9007199254740993]"
    body = f'{{"contacts":[{{"crmId":"{ada.id}","numbers":{sent}}}]}}'

    await enginy.put("/contacts", body.encode())

    fetched = await enginy.send("POST", "/contacts/batch", f'{{"ids":["{ada.id}"]}}'.encode())
    kept = "[1.10000000000000000000000001,0.1,123456789012345678901234567890,100.0,-0.0,1e-7,9007199254740993]"
    assert fetched.text.partition('"numbers":')[2] == f"{kept}}}}}]}}"


async def test_flat_name_beats_the_nested_one_and_nested_ones_never_touch_a_field(database, enginy):
    ada = await make_contact(database, email="ada@example.com")

    await enginy.put(
        "/contacts",
        {
            "contacts": [
                {"crmId": ada.id, "tier": "flat", "customFields": {"tier": "nested", "email": "x", "title": "y"}}
            ]
        },
    )

    assert await fields_of(database, ada.id) == {
        "email": "ada@example.com",
        "custom": {"tier": "flat", "email": "x", "title": "y"},
    }


async def test_engagement_update_changes_no_other_field(database, enginy):
    ada = await make_contact(
        database, email="ada@example.com", title="CTO", custom={"tier": "gold", "campaignOpens": "4"}
    )

    await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "campaignOpens": "5", "activities": "Message Sent"}]})

    assert await fields_of(database, ada.id) == {
        "email": "ada@example.com",
        "title": "CTO",
        "custom": {"tier": "gold", "campaignOpens": "5", "activities": "Message Sent"},
    }


async def test_full_name_stands_for_itself(database, enginy):
    ada = await make_contact(database, first_name="Ada")

    await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "fullName": "Augusta Ada King"}]})

    assert await fields_of(database, ada.id) == {"first_name": "Ada", "full_name": "Augusta Ada King"}


async def test_answers_stand_in_the_order_of_the_items_failures_among_them(database, enginy_omit):
    ada, bob = await make_contact(database), await make_contact(database)
    done = {"success": True, "properties": {"lastUpdated": NOW_TEXT}}

    response = await enginy_omit.put(
        "/contacts",
        {
            "contacts": [
                {"crmId": bob.id, "title": "a"},
                {"crmId": "contact_none", "title": "b"},
                {"title": "c"},
                "no object",
                {"crmId": ada.id, "title": "d"},
                {"crmId": None, "title": "e"},
                {"crmId": 7, "title": "f"},
                {"crmId": "", "title": "g"},
                {"crmId": bob.id, "title": 1},
            ]
        },
    )

    assert response.json() == {
        "results": [
            {"crmId": bob.id, **done},
            {"crmId": "contact_none", "success": False, "error": "Contact not found"},
            {"crmId": None, "success": False, "error": "crmId is required", "index": 2},
            {"crmId": None, "success": False, "error": "Every item must be an object", "index": 3},
            {"crmId": ada.id, **done},
            {"crmId": None, "success": False, "error": "crmId is required", "index": 5},
            {"crmId": 7, "success": False, "error": "crmId must be text", "index": 6},
            {"crmId": "", "success": False, "error": "crmId is required", "index": 7},
            {"crmId": bob.id, "success": False, "error": "title must be text"},
        ]
    }
    assert await fields_of(database, bob.id) == {"title": "a"}
    (run,) = await runs_of(database)
    assert (run.status, run.counts) == (RunStatus.PARTLY, {"received": 9, "updated": 2, "failed": 7})


async def test_kept_correction_is_still_a_success_and_is_in_the_run(database, enginy_omit):
    ada = await make_contact(database, title="Engineer", external_id="lead-1", shadow={"title": "Engineer"})
    await edit(database, ada.id, title="CTO")

    response = await enginy_omit.put("/contacts", {"contacts": [{"crmId": ada.id, "title": "Engineer"}]})

    assert response.json()["results"][0]["success"] is True
    assert await fields_of(database, ada.id) == {"title": "CTO"}
    assert (await runs_of(database))[-1].counts == {"received": 1, "unchanged": 1}


async def test_companies_are_updated_by_the_same_rules(database, enginy_omit):
    acme = await make_company(database, name="Acme", industry="Steel")

    response = await enginy_omit.put(
        "/companies",
        {"companies": [{"crmId": acme.id, "industry": None, "campaignOpens": "5"}, {"crmId": "acc_none", "name": "x"}]},
    )

    assert response.json() == {
        "results": [
            {"crmId": acme.id, "success": True, "properties": {"lastUpdated": NOW_TEXT}},
            {"crmId": "acc_none", "success": False, "error": "Company not found"},
        ]
    }
    assert await fields_of(database, acme.id, Entity.COMPANY) == {"name": "Acme", "custom": {"campaignOpens": "5"}}
