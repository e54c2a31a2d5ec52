"""What lists can be filtered by."""

from datetime import timedelta
from typing import Any

import pytest

from models.company import Association
from models.fields.mapping import Entity
from tests.factories import LONG_AGO, add, delete, make_activity, make_company, make_contact, make_task
from tests.graphql_schema.asking import ask, refusals

PEOPLE: dict[str, dict[str, Any]] = {
    "ada": {
        "email": "Ada.Lovelace@Example.com", "first_name": "Ada", "last_name": "Lovelace", "title": "Countess",
        "company_name": "Analytical Engines", "owner_id": "user_ann", "lifecycle_stage": "customer",
        "tags": ["vip", "100%"],
    },
    "bob": {"full_name": "Bob ÉMILE_Ängström", "owner_id": "user_bob", "lifecycle_stage": "lead", "tags": ["vip"]},
    "eve": {"email": "eve@example.org", "first_name": "Eve", "title": "100% sales"},
}  # fmt: skip


@pytest.fixture
async def people(database):
    """Contacts by the first of their names; each is a day younger than the one before."""
    return {
        name: await make_contact(database, made_at=LONG_AGO + timedelta(days=day), **values)
        for day, (name, values) in enumerate(PEOPLE.items())
    }


@pytest.mark.parametrize(
    ("filter", "names"),
    [
        pytest.param("{}", "ada bob eve", id="nothing"),
        pytest.param('{ text: "LOVELACE" }', "ada", id="text-in-a-name"),
        pytest.param('{ text: "engine ada" }', "ada", id="every-word"),
        pytest.param('{ text: "engine eve" }', "", id="no-record-has-both"),
        pytest.param('{ text: "example.org" }', "eve", id="text-in-an-e-mail"),
        pytest.param('{ text: "100%" }', "eve", id="percent-is-no-wildcard"),
        pytest.param('{ text: "émile_ängström" }', "bob", id="not-ascii"),
        pytest.param('{ text: "  " }', "ada bob eve", id="no-word"),
        pytest.param('{ email: { eq: " ADA.lovelace@example.COM" } }', "ada", id="e-mail-as-matching-has-it"),
        pytest.param('{ email: { in: ["eve@example.org", "bob@example.org"] } }', "eve", id="one-of-several-e-mails"),
        pytest.param('{ email: { eq: "no address" } }', "", id="no-e-mail-at-all"),
        pytest.param(
            '{ email: { eq: "eve@example.org", in: ["ada.lovelace@example.com"] } }', "", id="e-mail-both-ways"
        ),
        pytest.param('{ ownerId: { eq: "user_ann" } }', "ada", id="owner"),
        pytest.param('{ ownerId: { in: ["user_ann", "user_bob"] } }', "ada bob", id="one-of-several-owners"),
        pytest.param("{ ownerId: { in: [] } }", "", id="none-of-several"),
        pytest.param("{ ownerId: { isNull: true } }", "eve", id="no-owner"),
        pytest.param('{ lifecycleStage: { eq: "lead" } }', "bob", id="stage"),
        pytest.param("{ lifecycleStage: { isNull: false } }", "ada bob", id="any-stage"),
        pytest.param('{ tags: { has: "vip" } }', "ada bob", id="tag"),
        pytest.param('{ tags: { hasAny: ["100%", "other"] } }', "ada", id="one-of-several-tags"),
        pytest.param('{ createdAt: { gte: "2023-01-02" } }', "bob eve", id="from-a-day-on"),
        pytest.param('{ updatedAt: { gt: "2023-01-01T00:00:00Z", lt: "2023-01-03" } }', "bob", id="between"),
        pytest.param("{ lastActivityAt: { isNull: true } }", "ada bob eve", id="no-activity"),
        pytest.param('{ ownerId: { eq: "user_ann" }, tags: { has: "vip" }, text: "eve" }', "", id="all-must-hold"),
    ],
)
async def test_contacts_are_filtered(database, people, filter, names):
    document = f"{{ contacts(filter: {filter}, orderBy: {{ field: CREATED_AT }}) {{ totalCount nodes {{ id }} }} }}"
    found = (await ask(database, document))["contacts"]

    wanted = [{"id": people[name].id} for name in names.split()]
    assert found == {"totalCount": len(wanted), "nodes": wanted}


async def test_contacts_are_filtered_by_company(database, people):
    engines = await make_company(database, name="Engines")
    await add(database, Association(contact_id=people["eve"].id, company_id=engines.id, created_at=LONG_AGO))

    document = "query($id: ID) { contacts(filter: { companyId: { eq: $id } }) { nodes { id } } }"
    found = await ask(database, document, id=engines.id)

    assert found == {"contacts": {"nodes": [{"id": people["eve"].id}]}}


@pytest.mark.parametrize(
    ("filter", "names"),
    [
        pytest.param('{ text: "engines" }', "Engines", id="text"),
        pytest.param('{ domain: { eq: "https://www.engines.example/about" } }', "Engines", id="domain"),
        pytest.param('{ tags: { has: "old" } }', "Looms", id="tag"),
        pytest.param('{ ownerId: { eq: "user_ann" } }', "Looms", id="owner"),
        pytest.param("{ deleted: true }", "Gone", id="deleted"),
    ],
)
async def test_companies_are_filtered(database, filter, names):
    await make_company(database, name="Engines", domain="engines.example")
    await make_company(database, name="Looms", tags=["old"], owner_id="user_ann")
    await delete(database, (await make_company(database, name="Gone")).id, Entity.COMPANY)

    found = await ask(database, f"{{ companies(filter: {filter}) {{ nodes {{ name }} }} }}")

    assert found == {"companies": {"nodes": [{"name": name} for name in names.split()]}}


async def test_tasks_are_filtered_and_the_most_urgent_comes_first(database):
    await make_task(database, "task_1", "Some day", owner_id="user_ann")
    await make_task(database, "task_2", "Later", owner_id="user_ann", due_at=LONG_AGO + timedelta(days=2))
    await make_task(database, "task_3", "Soon", owner_id="user_ann", due_at=LONG_AGO + timedelta(days=1))
    await make_task(database, "task_4", "Done", owner_id="user_ann", completed=True)
    await make_task(database, "task_5", "Not mine", contact_id="contact_x")

    found = await ask(
        database,
        """{ mine: tasks(filter: { ownerId: { eq: "user_ann" }, completed: false }) { nodes { subject } }
        due: tasks(filter: { dueAt: { lte: "2023-01-02" } }) { nodes { subject } }
        about: tasks(filter: { contactId: { eq: "contact_x" } }) { totalCount } }""",
    )

    assert found == {
        "mine": {"nodes": [{"subject": "Soon"}, {"subject": "Later"}, {"subject": "Some day"}]},
        "due": {"nodes": [{"subject": "Soon"}]},
        "about": {"totalCount": 1},
    }


async def test_activities_are_filtered_and_the_newest_comes_first(database):
    await make_activity(database, "activity_1", "EMAIL", direction="INBOUND", contact_id="contact_x")
    await make_activity(
        database, "activity_2", "EMAIL", contact_id="contact_x", occurred_at=LONG_AGO + timedelta(days=1)
    )
    await make_activity(database, "activity_3", "LINKEDIN", direction="INBOUND")

    found = await ask(
        database,
        """{ mail: activities(filter: { type: { eq: "EMAIL" } }) { nodes { id } }
        inbound: activities(filter: { direction: { eq: "INBOUND" }, contactId: { isNull: true } }) {
          nodes { id contactId } }
        late: activities(filter: { happenedAt: { gt: "2023-01-01" } }) { totalCount } }""",
    )

    assert found == {
        "mail": {"nodes": [{"id": "activity_2"}, {"id": "activity_1"}]},
        "inbound": {"nodes": [{"id": "activity_3", "contactId": None}]},
        "late": {"totalCount": 1},
    }


async def test_text_that_no_database_holds_is_refused(database):
    assert await refusals(database, '{ contacts(filter: { ownerId: { eq: "\\u0000" } }) { totalCount } }') == [
        ("ownerId holds a NUL character, which cannot be stored", {"code": "INVALID_INPUT", "field": "ownerId"})
    ]
