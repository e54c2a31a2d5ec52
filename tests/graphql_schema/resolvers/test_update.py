"""Updating: absent, null and value, and the history of it all."""

import pytest

from graphql_schema.resolvers.update import update_contacts
from models.fields.mapping import Entity
from models.fields.registry import CustomFieldDefinition
from models.incoming import Update
from tests.factories import (
    NOW,
    ROBOT,
    Clock,
    context,
    decisions_of,
    delete,
    fields_of,
    history_of,
    keys_of,
    make_company,
    make_contact,
    make_user,
    put,
    rows_of,
    runs_of,
    version_of,
)

COMPANY = Entity.COMPANY


async def test_absent_leaves_alone_null_clears_value_sets(database):
    ada = await make_contact(database, email="ada@example.com", title="Engineer", city="London")

    outcome = await put(database, ada.id, title="CTO", city=None)

    assert (outcome.problem, outcome.changed) == (None, True)
    assert await fields_of(database, ada.id) == {"email": "ada@example.com", "title": "CTO"}


async def test_custom_field_that_is_absent_stays_and_null_is_kept_as_null(database):
    ada = await make_contact(database, custom={"tier": "gold", "size": 3})

    await put(database, ada.id, size=None)

    assert await fields_of(database, ada.id) == {"custom": {"tier": "gold", "size": None}}


async def test_history_tells_old_and_new_actor_run_and_time(database):
    ada = await make_contact(database, title="Engineer", city="London", custom={"tier": "gold"})

    await put(database, ada.id, title="CTO", city=None, tier="silver", shoeSize=38, email=None)

    (run,) = await runs_of(database)
    (change,) = await history_of(database, ada.id)
    assert change.fields == {"title": {"old": "Engineer", "new": "CTO"}, "city": {"old": "London", "new": None}}
    assert change.custom_fields == {"tier": {"old": "gold", "new": "silver"}, "shoeSize": {"new": 38}}
    assert (change.run_id, change.actor_id, change.source, change.at) == (run.id, "key_robot", "enginy", NOW)
    assert (change.entity, change.version, await version_of(database, ada.id)) == ("contact", 2, 2)
    assert (run.act, run.door, run.source, run.actor_label, run.status, run.counts) == (
        "update_contacts", "graphql", "enginy", "Enginy", "succeeded", {"received": 1, "updated": 1},
    )  # fmt: skip


async def test_update_to_what_it_is_adds_no_history_and_no_version(database):
    ada = await make_contact(database, title="CTO", tags=["a"], lead_score=85, custom={"n": 1, "deep": {"a": [1]}})

    outcome = await put(database, ada.id, title="CTO", tags=["a"], leadScore=85, n=1, deep={"a": [1]}, email=None)

    assert (outcome.problem, outcome.changed) == (None, False)
    assert await history_of(database, ada.id) == []
    assert await version_of(database, ada.id) == 1
    assert await decisions_of(database, (await runs_of(database))[0].id) == [
        {"outcome": "unchanged", "recordId": ada.id}
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (1, True),
        (1, 1.0),
        (0, False),
        ("1", 1),
        (None, ""),
        ([], {}),
        ({"a": 1}, {"a": 1.0}),
        ("a", "A"),
        ([1, 2], [2, 1]),
    ],
)
async def test_custom_value_of_another_kind_is_a_change(database, old, new):
    ada = await make_contact(database, custom={"value": old})

    await put(database, ada.id, value=new)

    (change,) = await history_of(database, ada.id)
    found = (await fields_of(database, ada.id))["custom"]["value"]
    assert (found, type(found)) == (new, type(new))
    assert change.custom_fields == {"value": {"old": old, "new": new}}


async def test_unknown_id_and_deleted_record_are_not_found(database):
    gone = await make_contact(database, title="Engineer")
    await delete(database, gone.id)

    report = await update_contacts(
        context(database, ROBOT),
        [Update(fields={"title": "CTO"}, record_id=each) for each in ("contact_none", gone.id)],
    )

    assert [str(each.problem) for each in report.outcomes] == ["Contact not found", "Contact not found"]
    assert await fields_of(database, gone.id) == {"title": "Engineer"}
    assert await history_of(database, gone.id) == []
    assert [run.status for run in await runs_of(database)] == ["failed"]


async def test_company_is_not_found_among_contacts(database):
    acme = await make_company(database, name="Acme")

    outcome = await put(database, acme.id, name="Acme 2")
    own = await put(database, acme.id, COMPANY, name="Acme 3")

    assert (str(outcome.problem), own.problem) == ("Contact not found", None)
    assert await fields_of(database, acme.id, COMPANY) == {"name": "Acme 3"}


async def test_same_id_twice_is_folded_in_order_with_every_step_in_the_history(database):
    ada = await make_contact(database, title="Engineer", email="ada@example.com")

    report = await update_contacts(
        context(database, ROBOT),
        [
            Update(fields={"title": "CTO", "email": "b@example.com"}, record_id=ada.id),
            Update(fields={"title": 5}, record_id=ada.id),
            Update(fields={"title": "CEO", "email": "c@example.com"}, record_id=ada.id),
        ],
    )

    assert [str(each.problem or "") for each in report.outcomes] == ["", "title must be text", ""]
    assert await fields_of(database, ada.id) == {"title": "CEO", "email": "c@example.com"}
    assert [(change.version, change.fields["title"]) for change in await history_of(database, ada.id)] == [
        (2, {"old": "Engineer", "new": "CTO"}),
        (3, {"old": "CTO", "new": "CEO"}),
    ]
    assert await keys_of(database, ada.id) == {("email", "c@example.com")}


async def test_refused_item_leaves_no_trace_on_its_record(database):
    ada = await make_contact(database, title="Engineer", tags=["a"])

    outcome = await put(database, ada.id, title="CTO", tags="b", shoeSize=38)

    assert (outcome.problem.field, str(outcome.problem)) == ("tags", "tags must be a list of text")
    assert await fields_of(database, ada.id) == {"title": "Engineer", "tags": ["a"]}
    assert await history_of(database, ada.id) == []
    assert await version_of(database, ada.id) == 1


async def test_keys_follow_the_fields(database):
    ada = await make_contact(database, email="ada@example.com", phone="+15550123", tags=["warm", "q1"])

    await put(database, ada.id, email=None, phone="+15550199", mobilePhone="+15550123", tags=["q1", "q2"], city="x")

    assert await keys_of(database, ada.id) == {
        ("phone", "+15550199"), ("phone", "+15550123"), ("tag", "q1"), ("tag", "q2"),
    }  # fmt: skip


async def test_both_names_of_a_thing_are_understood(database):
    ada = await make_contact(database)
    acme = await make_company(database)

    await put(database, ada.id, leadCountry="Spain", description="Builds things.", owner="Somebody Else")
    await put(database, acme.id, COMPANY, employeeCount=500)

    assert await fields_of(database, ada.id) == {
        "country": "Spain",
        "bio": "Builds things.",
        "owner_id": "Somebody Else",
        "custom": {"leadCountry": "Spain", "description": "Builds things.", "owner": "Somebody Else"},
    }
    assert await fields_of(database, acme.id, COMPANY) == {
        "number_of_employees": 500,
        "custom": {"employeeCount": 500},
    }


async def test_proper_name_beats_the_other_one(database):
    ada = await make_contact(database)

    await put(database, ada.id, leadCountry="Spain", country="Portugal")

    assert await fields_of(database, ada.id) == {"country": "Portugal", "custom": {"leadCountry": "Spain"}}


async def test_owner_is_kept_whether_known_or_not(database):
    await make_user(database, "user-1", "Ana Ruiz")
    ada, bob = await make_contact(database), await make_contact(database)

    await put(database, ada.id, ownerId="user-1")
    await put(database, bob.id, ownerId="nobody-here")

    assert await fields_of(database, ada.id) == {"owner_id": "user-1"}
    assert await fields_of(database, bob.id) == {"owner_id": "nobody-here"}


async def test_number_may_come_as_text_and_is_refused_where_it_would_be_rounded(database):
    ada = await make_contact(database)
    acme = await make_company(database)

    await put(database, ada.id, leadScore="85.5")
    rounded = await put(database, ada.id, leadScore="0.12345678901234567890")
    whole = await put(database, acme.id, COMPANY, numberOfEmployees="51", foundedYear=1998.0)
    part = await put(database, acme.id, COMPANY, numberOfEmployees=1.5)
    huge = await put(database, acme.id, COMPANY, foundedYear=10**20)

    assert await fields_of(database, ada.id) == {"lead_score": 85.5}
    assert str(rounded.problem) == "leadScore has more digits than a number can keep"
    assert whole.problem is None
    assert await fields_of(database, acme.id, COMPANY) == {"number_of_employees": 51, "founded_year": 1998}
    assert str(part.problem) == "numberOfEmployees must be a whole number that can be stored"
    assert str(huge.problem) == "foundedYear must be a whole number that can be stored"


async def test_dry_run_answers_and_keeps_nothing(database):
    ada = await make_contact(database, title="Engineer")

    report = await update_contacts(
        context(database, ROBOT), [Update(fields={"title": "CTO"}, record_id=ada.id)], dry_run=True
    )

    assert (report.run_id, report.outcomes[0].changed) == (None, True)
    assert await fields_of(database, ada.id) == {"title": "Engineer"}
    assert await runs_of(database) == []


async def test_custom_names_that_were_seen_are_in_the_registry(database):
    ada, clock = await make_contact(database), Clock()
    await put(database, ada.id, tier="gold", size=3, title="CTO")
    await put(database, ada.id, tier="silver", size="big")

    definitions = await rows_of(database, CustomFieldDefinition)

    assert [(each.name, each.type, each.count, each.samples, each.first_seen) for each in definitions] == [
        ("size", "mixed", 2, ["big", 3], clock()),
        ("tier", "string", 2, ["silver", "gold"], clock()),
    ]
