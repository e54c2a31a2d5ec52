"""What lists can be filtered by."""

from datetime import timedelta
from typing import Any

import pytest

from models.company import Association
from models.engagement.campaign import CampaignMembership
from models.engagement.state import Engagement
from models.fields.mapping import Entity
from tests.factories import LONG_AGO, add, delete, edit, fresh, make_activity, make_company, make_contact, make_task
from tests.graphql_schema.asking import ask

PEOPLE: dict[str, dict[str, Any]] = {
    "ada": {
        "email": "Ada.Lovelace@Example.com", "first_name": "Ada", "last_name": "Lovelace", "title": "Countess",
        "company_name": "Analytical Engines", "owner_id": "user_ann", "lifecycle_stage": "customer",
        "tags": ["vip", "100%"], "phone": "+34600111222", "lead_score": 1.5,
    },
    "bob": {"full_name": "Bob ÉMILE_Ängström", "owner_id": "user_bob", "lifecycle_stage": "lead", "tags": ["vip"],
            "linkedin_url": "https://www.linkedin.com/in/bob"},
    "eve": {"email": "eve@example.org", "first_name": "Eve", "title": "100% sales"},
}  # fmt: skip


@pytest.fixture
async def people(database):
    return await make_people(database)


@pytest.fixture(scope="module")
async def shared_people(shared_database):
    """The same, for tests that only ask."""
    return await make_people(shared_database)


async def make_people(database):
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
        pytest.param("{ email: { isNull: true } }", "bob", id="no-e-mail"),
        pytest.param("{ email: { isNull: false } }", "ada eve", id="any-e-mail"),
        pytest.param('{ phoneNumber: { eq: "+34 (600) 111-222" } }', "ada", id="phone-however-it-is-written"),
        pytest.param('{ phone: { contains: "60011" } }', "ada", id="phone-as-it-is-written"),
        pytest.param('{ linkedinUrl: { in: ["linkedin.com/in/Bob/"] } }', "bob", id="linkedin"),
        pytest.param('{ ownerId: { ne: "user_ann" } }', "bob eve", id="another-owner-or-none"),
        pytest.param('{ lifecycleStage: { notIn: ["lead", "customer"] } }', "eve", id="in-none-of-these-stages"),
        pytest.param("{ lifecycleStage: { notIn: [] } }", "ada bob eve", id="not-in-nothing"),
        pytest.param('{ fullName: { startsWith: "BOB É" } }', "bob", id="beginning"),
        pytest.param('{ fullName: { contains: "_ä" } }', "bob", id="part-that-is-not-ascii"),
        pytest.param('{ title: { endsWith: "SALES" } }', "eve", id="end"),
        pytest.param('{ title: { contains: "%" } }', "eve", id="percent-is-no-wildcard-in-a-part"),
        pytest.param('{ tags: { hasAll: ["vip", "100%", "vip"] } }', "ada", id="all-tags"),
        pytest.param('{ tags: { hasNone: ["100%"] } }', "bob eve", id="none-of-the-tags"),
        pytest.param("{ tags: { isEmpty: true } }", "eve", id="no-tag"),
        pytest.param('{ createdAt: { eq: "2023-01-02" } }', "bob", id="very-moment"),
        pytest.param('{ createdAt: { notIn: ["2023-01-02"] } }', "ada eve", id="another-moment"),
        pytest.param("{ leadScore: { in: [1.5, 7] } }", "ada", id="one-of-several-numbers"),
        pytest.param("{ leadScore: { ne: 1.5 } }", "bob eve", id="another-number-or-none"),
        pytest.param('{ createdBy: { eq: "test" }, updatedBy: { ne: "test" } }', "", id="by-whom"),
        pytest.param('{ or: [{ text: "ada" }, { ownerId: { isNull: true } }] }', "ada eve", id="or"),
        pytest.param('{ not: { ownerId: { eq: "user_ann" } } }', "bob eve", id="not"),
        pytest.param('{ and: [{ tags: { has: "vip" } }, { not: { text: "ada" } }] }', "bob", id="and-not"),
        pytest.param("{ or: [] }", "", id="or-of-nothing"),
        pytest.param("{ and: [] }", "ada bob eve", id="and-of-nothing"),
        pytest.param("{ not: {} }", "", id="not-of-nothing"),
        pytest.param("{ or: null, ownerId: { eq: null } }", "ada bob eve", id="nulls-do-not-count"),
    ],
)
async def test_contacts_are_filtered(shared_database, shared_people, filter, names):
    document = f"{{ contacts(filter: {filter}, orderBy: {{ field: CREATED_AT }}) {{ totalCount nodes {{ id }} }} }}"
    found = (await ask(shared_database, document))["contacts"]

    wanted = [{"id": shared_people[name].id} for name in names.split()]
    assert found == {"totalCount": len(wanted), "nodes": wanted}


async def test_contacts_are_filtered_by_company(database, people):
    engines = await make_company(database, name="Engines")
    await add(database, Association(contact_id=people["eve"].id, company_id=engines.id, created_at=LONG_AGO))

    document = "query($id: ID) { contacts(filter: { companyId: { eq: $id } }) { nodes { id } } }"
    found = await ask(database, document, id=engines.id)

    assert found == {"contacts": {"nodes": [{"id": people["eve"].id}]}}


async def test_contacts_are_filtered_by_the_companies_they_are_not_in(database, people):
    engines, looms = [await make_company(database, name=name) for name in ("Engines", "Looms")]
    pairs = [("ada", engines), ("ada", looms), ("bob", looms)]
    await add(
        database,
        *(Association(contact_id=people[who].id, company_id=which.id, created_at=LONG_AGO) for who, which in pairs),
    )

    document = """query($engines: ID!) { another: contacts(filter: { companyId: { ne: $engines } }) { nodes { id } }
        none: contacts(filter: { companyId: { isNull: true } }) { nodes { id } }
        both: contacts(filter: { companyId: { isNull: false, eq: $engines } }) { nodes { id } } }"""
    found = await ask(database, document, engines=engines.id)

    assert {name: [node["id"] for node in page["nodes"]] for name, page in found.items()} == {
        "another": [people["eve"].id, people["bob"].id],
        "none": [people["eve"].id],
        "both": [people["ada"].id],
    }


@pytest.mark.parametrize(
    ("filter", "names"),
    [
        pytest.param('{ text: "engines" }', "Engines", id="text"),
        pytest.param("{ numberOfEmployees: { gt: 10, lte: 50 } }", "Looms", id="number"),
        pytest.param("{ foundedYear: { isNull: true } }", "Engines", id="no-number"),
        pytest.param("{ domain: { isNull: true } }", "Looms", id="no-domain"),
        pytest.param('{ linkedinUrl: { eq: "linkedin.com/company/LOOMS" } }', "Looms", id="linkedin"),
        pytest.param('{ customFields: [{ key: "tier", number: { eq: 1 } }] }', "Engines", id="custom-field"),
        pytest.param('{ domain: { eq: "https://www.engines.example/about" } }', "Engines", id="domain"),
        pytest.param('{ tags: { has: "old" } }', "Looms", id="tag"),
        pytest.param('{ ownerId: { eq: "user_ann" } }', "Looms", id="owner"),
        pytest.param("{ deleted: true }", "Gone", id="deleted"),
    ],
)
async def test_companies_are_filtered(database, filter, names):
    await make_company(database, name="Engines", domain="engines.example", number_of_employees=10, custom={"tier": 1})
    await make_company(
        database, name="Looms", tags=["old"], owner_id="user_ann", number_of_employees=50, founded_year=1801,
        linkedin_url="https://www.linkedin.com/company/looms",
    )  # fmt: skip
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
        about: tasks(filter: { contactId: { eq: "contact_x" } }) { totalCount }
        known: tasks(filter: { contact: {} }) { totalCount }
        other: tasks(filter: { not: { completed: true }, subject: { contains: "O" }, type: { ne: "call" } }) {
          nodes { subject } } }""",
    )

    assert found == {
        "mine": {"nodes": [{"subject": "Soon"}, {"subject": "Later"}, {"subject": "Some day"}]},
        "due": {"nodes": [{"subject": "Soon"}]},
        "about": {"totalCount": 1},
        "known": {"totalCount": 0},
        "other": {"nodes": [{"subject": "Soon"}, {"subject": "Some day"}, {"subject": "Not mine"}]},
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
        late: activities(filter: { happenedAt: { gt: "2023-01-01" } }) { totalCount }
        unsaid: activities(filter: { direction: { ne: "INBOUND" }, type: { startsWith: "e" } }) { nodes { id } } }""",
    )

    assert found == {
        "mail": {"nodes": [{"id": "activity_2"}, {"id": "activity_1"}]},
        "inbound": {"nodes": [{"id": "activity_3", "contactId": None}]},
        "late": {"totalCount": 1},
        "unsaid": {"nodes": [{"id": "activity_2"}]},
    }


async def test_runs_are_filtered(database):
    ada = await make_contact(database)
    await edit(database, ada.id, title="CTO")
    await edit(database, fresh(), title="CTO")

    found = await ask(
        database,
        """{ failed: syncRuns(filter: { status: { notIn: [SUCCEEDED] }, door: { eq: GRAPHQL } }) { totalCount }
        people: syncRuns(filter: { source: { ne: ENGINY }, entity: CONTACT, durationMs: { gte: 0 } }) { totalCount }
        either: syncRuns(filter: { or: [{ act: { startsWith: "sync" } }, { actorLabel: { eq: "Ann" } }] }) { totalCount }
        }""",
    )

    assert found == {"failed": {"totalCount": 1}, "people": {"totalCount": 2}, "either": {"totalCount": 2}}


async def test_contacts_are_filtered_by_engagement_put_together(database, people):
    ada, bob, eve = (people[name].id for name in ("ada", "bob", "eve"))
    times = {"entered_at": LONG_AGO, "changed_at": LONG_AGO}
    members = [(ada, "campaign_1"), (ada, "campaign_2"), (bob, "campaign_2")]
    await add(
        database,
        Engagement(record_id=ada, entity="contact", replied=True, opens=1, channel="EMAIL"),
        Engagement(record_id=bob, entity="contact", opens=5),
        *(
            CampaignMembership(record_id=who, campaign_id=which, entity="contact", attribution="CERTAIN", **times)
            for who, which in members
        ),
    )

    async def found(engagement):
        document = "query($filter: ContactFilter) { contacts(filter: $filter) { nodes { id } } }"
        page = await ask(database, document, filter={"engagement": engagement})
        return [node["id"] for node in page["contacts"]["nodes"]]

    assert await found({"or": [{"replied": True}, {"opens": {"gt": 4}}]}) == [bob, ada]
    assert await found({"not": {"replied": True}}) == [eve, bob]
    assert await found({"opens": {"ne": 1}}) == [bob]
    assert await found({"campaignId": {"ne": "campaign_1"}}) == [eve, bob]
    assert await found({"and": [{"campaignId": {"eq": "campaign_1"}}, {"campaignId": {"in": ["campaign_2"]}}]}) == [ada]
    assert await found({"campaignId": {"isNull": True}}) == [eve]
    assert await found({"channels": ["EMAIL"], "or": []}) == []
