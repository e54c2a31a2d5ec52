"""Reading records with everything that hangs on them, whatever the database."""

from datetime import UTC, datetime
from typing import Any

import pytest

from models.company import Association
from models.deal import Deal
from tests.factories import (
    LONG_AGO,
    ROBOT,
    add,
    delete,
    edit,
    make_activity,
    make_company,
    make_contact,
    make_task,
    make_user,
)
from tests.graphql_schema.asking import ask, counted, refusals

CONTACT = """
query Contact($id: ID!) {
  contact(id: $id) {
    id name email companyName leadScore tags version createdAt deletedAt
    customFields { key value } customField(key: "budget")
    ownerId owner { id name email role }
    company { id name } companies { totalCount nodes { id } }
    tasks { nodes { subject dueAt contact { id } } }
    activities { nodes { type direction subject metadata } }
    deals { nodes { name amount currency status } } dealValue
    externalLinks { externalId strategy shadow pendingClears createdBy { id label } }
    changes { totalCount nodes { version source actor { id label } run { act } fields { field isCustom old new } } }
  }
}
"""


async def test_contact_comes_with_everything_that_hangs_on_it(database):
    await make_user(database, "user_ann", "Ann", "ann@crm.test")
    ada = await make_contact(
        database, external_id="lead-1", shadow={"email": "ada@example.com"}, custom={"budget": 10**20, "nick": "Ada"},
        email="ada@example.com", first_name="Ada", last_name="Lovelace", company_name="Analytical Engines",
        owner_id="user_ann", lead_score=85.5, tags=["vip"],
    )  # fmt: skip
    old, main = await make_company(database, name="Old"), await make_company(database, name="Engines")
    await add(
        database,
        Association(contact_id=ada.id, company_id=old.id, created_at=LONG_AGO),
        Association(contact_id=ada.id, company_id=main.id, is_main=True, created_at=LONG_AGO),
        deal("deal_1", ada.id, 12_345), deal("deal_2", ada.id, 655), deal("deal_3", ada.id, 1, currency="USD"),
        deal("deal_4", ada.id, 99_900, status="won"),
    )  # fmt: skip
    await make_task(database, "task_1", "Later", contact_id=ada.id)
    await make_task(database, "task_2", "Soon", contact_id=ada.id, due_at=datetime(2024, 2, 1, tzinfo=UTC))
    await make_activity(database, "activity_1", "EMAIL", contact_id=ada.id, subject="Hi", details={"step": 2})
    await edit(database, ada.id, title="CTO", nick="Lady Ada")

    found = (await ask(database, CONTACT, id=ada.id))["contact"]

    assert found == {
        "id": ada.id, "name": "Ada Lovelace", "email": "ada@example.com", "companyName": "Analytical Engines",
        "leadScore": 85.5, "tags": ["vip"], "version": 2, "createdAt": "2023-01-01T00:00:00Z", "deletedAt": None,
        "customFields": [{"key": "budget", "value": 10**20}, {"key": "nick", "value": "Lady Ada"}],
        "customField": 10**20,
        "ownerId": "user_ann", "owner": {"id": "user_ann", "name": "Ann", "email": "ann@crm.test", "role": "REP"},
        "company": {"id": main.id, "name": "Engines"},
        "companies": {"totalCount": 2, "nodes": [{"id": main.id}, {"id": old.id}]},
        "tasks": {
            "nodes": [
                {"subject": "Soon", "dueAt": "2024-02-01T00:00:00Z", "contact": {"id": ada.id}},
                {"subject": "Later", "dueAt": None, "contact": {"id": ada.id}},
            ]
        },
        "activities": {"nodes": [{"type": "EMAIL", "direction": None, "subject": "Hi", "metadata": {"step": 2}}]},
        "deals": {
            "nodes": [
                {"name": "deal_4", "amount": 999.0, "currency": "EUR", "status": "WON"},
                {"name": "deal_3", "amount": 0.01, "currency": "USD", "status": "OPEN"},
                {"name": "deal_2", "amount": 6.55, "currency": "EUR", "status": "OPEN"},
                {"name": "deal_1", "amount": 123.45, "currency": "EUR", "status": "OPEN"},
            ]
        },
        "dealValue": 130.0,
        "externalLinks": [
            {
                "externalId": "lead-1", "strategy": "email", "shadow": {"email": "ada@example.com"},
                "pendingClears": [], "createdBy": {"id": "test", "label": None},
            }
        ],
        "changes": {
            "totalCount": 1,
            "nodes": [
                {
                    "version": 2, "source": "PERSON", "actor": {"id": "user_ann", "label": "Ann"},
                    "run": {"act": "update_contacts"},
                    "fields": [
                        {"field": "title", "isCustom": False, "old": None, "new": "CTO"},
                        {"field": "nick", "isCustom": True, "old": "Ada", "new": "Lady Ada"},
                    ],
                }
            ],
        },
    }  # fmt: skip


async def test_deal_value_is_what_enginy_sent_while_there_is_no_open_deal(database):
    ada = await make_contact(database, custom={"dealValue": 5000})

    found = await ask(database, "query($id: ID!) { contact(id: $id) { dealValue } }", id=ada.id)

    assert found == {"contact": {"dealValue": 5000.0}}


async def test_owner_nobody_here_knows_is_kept_as_text(database):
    ada = await make_contact(database, owner_id="Somebody Else")

    found = await ask(database, "query($id: ID!) { contact(id: $id) { ownerId owner { id } } }", id=ada.id)

    assert found == {"contact": {"ownerId": "Somebody Else", "owner": None}}


@pytest.mark.parametrize(
    ("values", "name"),
    [
        pytest.param({"first_name": "Ada", "last_name": "Lovelace", "full_name": "A. L."}, "Ada Lovelace", id="both"),
        pytest.param({"last_name": "Lovelace", "full_name": "A. L."}, "Lovelace", id="last-name"),
        pytest.param({"full_name": "A. L.", "email": "ada@example.com"}, "A. L.", id="full-name"),
        pytest.param({"first_name": "", "email": "ada@example.com"}, "ada@example.com", id="e-mail"),
        pytest.param({}, None, id="nothing"),
    ],
)
async def test_name_is_the_best_there_is(database, values, name):
    ada = await make_contact(database, **values)

    found = await ask(database, "query($id: ID!) { contact(id: $id) { name } }", id=ada.id)

    assert found == {"contact": {"name": name}}


async def test_company_comes_with_its_live_contacts(database):
    engines = await make_company(database, name="Engines", number_of_employees=12)
    ada, bob, gone = [await make_contact(database, first_name=name) for name in ("Ada", "Bob", "Gone")]
    pairs = [Association(contact_id=each.id, company_id=engines.id, created_at=LONG_AGO) for each in (ada, bob, gone)]
    await add(database, *pairs)
    await delete(database, gone.id)

    document = "query($id: ID!) { company(id: $id) { name numberOfEmployees contacts { totalCount nodes { name } } } }"
    found = await ask(database, document, id=engines.id)

    nodes = [{"name": "Ada"}, {"name": "Bob"}]
    assert found == {
        "company": {"name": "Engines", "numberOfEmployees": 12, "contacts": {"totalCount": 2, "nodes": nodes}}
    }


async def test_unknown_ids_are_null(database):
    document = """{ contact(id: "contact_x") { id } company(id: "\\u0000") { id } user(id: "") { id }
        task(id: "t") { id } run(id: "r") { id }
        contactByExternalId(externalId: "e") { id } companyByExternalId(externalId: "e") { id } }"""

    found = await ask(database, document)

    assert found == dict.fromkeys(
        ("contact", "company", "user", "task", "run", "contactByExternalId", "companyByExternalId")
    )


async def test_task_and_activity_are_found_by_id(database):
    await make_task(database, "task_1", "Call Ada")
    await make_activity(database, "activity_1", "EMAIL")

    found = await ask(database, '{ task(id: "task_1") { subject } activity(id: "activity_1") { type } }')

    assert found == {"task": {"subject": "Call Ada"}, "activity": {"type": "EMAIL"}}


async def test_records_are_found_by_external_id(database):
    ada = await make_contact(database, external_id="7")
    engines = await make_company(database, external_id="7")

    document = '{ contactByExternalId(externalId: 7) { id } companyByExternalId(externalId: "7") { id } }'
    found = await ask(database, document)

    assert found == {"contactByExternalId": {"id": ada.id}, "companyByExternalId": {"id": engines.id}}


async def test_deleted_contact_is_found_by_id_and_in_no_list_but_its_own(database):
    ada = await make_contact(database, email="ada@example.com")
    await delete(database, ada.id)

    found = await ask(
        database,
        """query($id: ID!) { contact(id: $id) { deletedAt } live: contacts { totalCount }
        gone: contacts(filter: { deleted: true }) { nodes { id } } }""",
        id=ada.id,
    )

    assert found == {
        "contact": {"deletedAt": "2024-01-20T10:30:00Z"}, "live": {"totalCount": 0}, "gone": {"nodes": [{"id": ada.id}]}
    }  # fmt: skip


async def test_each_level_of_a_document_is_one_statement(database):
    engines = await make_company(database, name="Engines")
    await make_user(database, "user_ann", "Ann")
    for number in range(20):
        one = await make_contact(database, first_name=str(number), owner_id="user_ann")
        await add(database, Association(contact_id=one.id, company_id=engines.id, is_main=True, created_at=LONG_AGO))
        await make_task(database, f"task_{number}", "Call", contact_id=one.id, owner_id="user_ann")

    document = """{ contacts(first: 20) { nodes { owner { name } company { name contacts(first: 3) { nodes { id } } }
        tasks { totalCount nodes { owner { name } } } customFields { key } createdBy { label } } } }"""
    with counted(database) as statements:
        await ask(database, document)

    # contacts; owners; companies of them; contacts of those; tasks, their count; labels of actors. Owners of tasks are
    # known by then.
    assert len(statements) == 7


async def test_reading_needs_the_scope_to_read(database):
    blind = type(ROBOT)("key_blind", "Blind", ROBOT.source, frozenset(("graphql:write", "enginy")))

    assert await refusals(database, "{ contacts { totalCount } }", actor=blind) == [
        (
            "This API key lacks the permission read; the scope graphql:read gives it",
            {"code": "NOT_ALLOWED", "permission": "read"},
        )
    ]


def deal(id: str, contact_id: str, hundredths: int, *, currency: str = "EUR", status: str = "open") -> Deal:
    stamps: dict[str, Any] = dict.fromkeys(("created_at", "updated_at"), LONG_AGO)
    stamps |= dict.fromkeys(("created_by", "updated_by"), "test")
    return Deal(
        id=id, name=id, contact_id=contact_id, amount_hundredths=hundredths, currency=currency, status=status, **stamps
    )


async def test_records_and_tasks_are_found_by_several_ids_at_once(database):
    ada = await make_contact(database, external_id="7", first_name="Ada")
    bob = await make_contact(database, first_name="Bob")
    await make_task(database, "task_1", "Call")

    found = await ask(
        database,
        """query($ids: [ID!]!) {
        linkedRecords(entity: CONTACT, ids: $ids) { externalId record { id ... on Contact { name } } }
        tasksById(ids: ["task_x", "task_1"]) { subject } }""",
        ids=[bob.id, "contact_x", ada.id],
    )

    assert found == {
        "linkedRecords": [
            {"externalId": None, "record": {"id": bob.id, "name": "Bob"}},
            {"externalId": "7", "record": {"id": ada.id, "name": "Ada"}},
        ],
        "tasksById": [{"subject": "Call"}],
    }
