"""What a sync would find, and what runs keep of what they decided."""

from typing import Any

from models.fields.mapping import Entity
from models.ledger.external_link import ExternalLink
from tests.factories import ROBOT, configure, delete, edit, make_company, make_contact, rows_of, runs_of
from tests.graphql_schema.asking import ask, refusals

EXPLAIN = """query($lead: LeadInput!) { explainMatch(lead: $lead) {
  keys { kind value ownerCount decides ownerIds owners { id } }
  decision { strategy normalizedValue candidateIds candidates { id } narrowedBy weak elsewhere { strategy recordId } }
  problem { __typename message } record { id } recordId } }"""
RUN = """query($id: ID!) { run(id: $id) {
  act entity door source status counts { outcome count } actor { id } actorLabel requestId message durationMs facts
  items { totalCount nodes { index payload externalId recordId record { __typename id } keptHere
    decision { outcome strategy normalizedValue weak candidates { id } code message reused differs }
    changes { version fields { field old new } } } } } }"""


async def explain(database, **lead):
    return (await ask(database, EXPLAIN, lead=lead))["explainMatch"]


async def test_match_explains_itself_and_writes_nothing(database):
    ada = await make_contact(database, email="ada@example.com", phone="+442083661177")
    bob = await make_contact(database, linkedin_url="linkedin.com/in/ada")

    found = await explain(
        database, externalId="7", email="ADA@example.com", linkedinUrl="https://www.linkedin.com/in/Ada/", phone="n/a"
    )

    assert found == {
        "keys": [
            {
                "kind": "EMAIL", "value": "ada@example.com", "ownerCount": 1, "decides": True,
                "ownerIds": [ada.id], "owners": [{"id": ada.id}],
            },
            {
                "kind": "LINKEDIN", "value": found["keys"][1]["value"], "ownerCount": 1, "decides": True,
                "ownerIds": [bob.id], "owners": [{"id": bob.id}],
            },
        ],
        "decision": {
            "strategy": "email", "normalizedValue": "ada@example.com", "candidateIds": [ada.id],
            "candidates": [{"id": ada.id}], "narrowedBy": None, "weak": False,
            "elsewhere": [{"strategy": "linkedin", "recordId": bob.id}],
        },
        "problem": None, "record": {"id": ada.id}, "recordId": ada.id,
    }  # fmt: skip
    assert await runs_of(database) == []
    assert await rows_of(database, ExternalLink) == []


async def test_link_decides_first(database):
    ada = await make_contact(database, external_id="7")
    await make_contact(database, email="ada@example.com")

    found = await explain(database, externalId="7", email="ada@example.com")

    assert (found["decision"]["strategy"], found["recordId"]) == ("link", ada.id)


async def test_several_candidates_are_a_problem(database):
    one, other = [await make_contact(database, email="ada@example.com") for _ in range(2)]

    found = await explain(database, email="ada@example.com")

    assert found["problem"] == {
        "__typename": "AmbiguousMatchProblem", "message": "Duplicate email found - multiple contacts match"
    }  # fmt: skip
    assert found["decision"]["candidates"] == [{"id": one.id}, {"id": other.id}]
    assert found["record"] is None


async def test_widely_shared_value_decides_nothing(database):
    await configure(database, shared_limit=1)
    for _ in range(2):
        await make_contact(database, phone="+442083661177")

    found = await explain(database, phone="+442083661177")

    assert [(key["ownerCount"], key["decides"]) for key in found["keys"]] == [(2, False)]
    assert found["problem"]["__typename"] == "TooWidelySharedProblem"


async def test_weak_match_is_marked_or_refused(database):
    ada = await make_contact(database, email="ada@example.com", phone="+442083661177")
    lead = {"email": "eve@example.com", "phone": "+442083661177"}

    found = await explain(database, **lead)
    assert (found["decision"]["weak"], found["problem"], found["recordId"]) == (True, None, ada.id)

    await configure(database, weak_matches="refuse")
    found = await explain(database, **lead)
    assert (found["decision"]["weak"], found["problem"]["__typename"], found["recordId"]) == (
        True,
        "WeakMatchProblem",
        None,
    )


async def test_nobody_and_the_deleted_match_nothing(database):
    await delete(database, (await make_contact(database, email="ada@example.com")).id)

    found = await explain(database, email="ada@example.com")

    assert [key["ownerCount"] for key in found["keys"]] == [0]
    assert (found["decision"]["strategy"], found["record"], found["problem"]) == (None, None, None)


async def test_company_match_is_explained(database):
    engines = await make_company(database, domain="engines.example", name="Engines")

    document = """{ explainCompanyMatch(lead: { website: "https://www.engines.example", name: "Engines Ltd" }) {
        decision { strategy } recordId } }"""
    found = await ask(database, document)

    assert found == {"explainCompanyMatch": {"decision": {"strategy": "domain"}, "recordId": engines.id}}


async def test_lead_that_cannot_be_read_is_refused(database):
    assert await refusals(database, EXPLAIN, lead={"email": "\x00"}) == [
        ("email holds a NUL character, which cannot be stored", {"code": "INVALID_INPUT", "field": "email"})
    ]


async def test_run_tells_of_every_item_what_was_decided_and_changed(database):
    ada = await make_contact(
        database, email="ada@example.com", title="Engineer", external_id="7", shadow={"title": "Engineer"}
    )
    await edit(database, ada.id, title="CTO")
    answer = await ask(
        database,
        """mutation($id: ID!) { updateContacts(updates: [
          { id: $id, changes: { title: "Engineer", city: "Paris" } }, { id: "contact_x", changes: { city: "Rome" } }
        ]) { changeSetId } }""",
        actor=ROBOT,
        id=ada.id,
    )

    run = (await ask(database, RUN, id=answer["updateContacts"]["changeSetId"]))["run"]

    assert run.pop("durationMs") > 0
    undecided: dict[str, Any] = {
        "strategy": None,
        "normalizedValue": None,
        "weak": False,
        "candidates": [],
        "reused": False,
        "differs": None,
    }
    assert run == {
        "act": "update_contacts", "entity": "CONTACT", "door": "GRAPHQL", "source": "ENGINY", "status": "PARTLY",
        "counts": [
            {"outcome": "received", "count": 2}, {"outcome": "updated", "count": 1}, {"outcome": "failed", "count": 1}
        ],
        "actor": {"id": "key_robot"}, "actorLabel": "Enginy", "requestId": None, "message": None, "facts": {},
        "items": {
            "totalCount": 2,
            "nodes": [
                {
                    "index": 0, "payload": {"crmId": ada.id, "title": "Engineer", "city": "Paris"}, "externalId": None,
                    "recordId": ada.id, "record": {"__typename": "Contact", "id": ada.id}, "keptHere": ["title"],
                    "decision": {"outcome": "updated", "code": None, "message": None, **undecided},
                    "changes": [{"version": 3, "fields": [{"field": "city", "old": None, "new": "Paris"}]}],
                },
                {
                    "index": 1, "payload": {"crmId": "contact_x", "city": "Rome"}, "externalId": None,
                    "recordId": "contact_x", "record": None, "keptHere": [],
                    "decision": {"outcome": "failed", "code": "NOT_FOUND", "message": "Contact not found", **undecided},
                    "changes": [],
                },
            ],
        },
    }  # fmt: skip


async def test_run_of_a_sync_tells_why(database):
    ada = await make_contact(database, email="ada@example.com")
    answer = await ask(
        database,
        """mutation { syncContacts(leads: [{ externalId: "7", email: "ADA@example.com" }, { externalId: "8" }]) {
            run { id } } }""",
    )

    run = (await ask(database, RUN, id=answer["syncContacts"]["run"]["id"]))["run"]

    assert [(node["externalId"], node["recordId"]) for node in run["items"]["nodes"]] == [("7", ada.id), ("8", None)]
    assert [node["decision"]["outcome"] for node in run["items"]["nodes"]] == ["matched", "unmatched"]
    assert run["items"]["nodes"][0]["decision"] == {
        "outcome": "matched", "strategy": "email", "normalizedValue": "ada@example.com", "weak": False,
        "candidates": [{"id": ada.id}], "code": None, "message": None, "reused": False, "differs": None,
    }  # fmt: skip


async def test_items_of_a_run_come_a_page_at_a_time(database):
    leads = [{"email": f"{number}@example.com"} for number in range(5)]
    document = "mutation($leads: [LeadInput!]!) { createContacts(leads: $leads) { changeSetId } }"
    run_id = (await ask(database, document, leads=leads))["createContacts"]["changeSetId"]

    document = """query($id: ID!, $after: String) { run(id: $id) { items(first: 2, after: $after) { nodes { index }
        pageInfo { hasNextPage endCursor } } } }"""
    indexes, after, more = [], None, True
    while more:
        items = (await ask(database, document, id=run_id, after=after))["run"]["items"]
        indexes.append([node["index"] for node in items["nodes"]])
        after, more = items["pageInfo"]["endCursor"], items["pageInfo"]["hasNextPage"]

    assert indexes == [[0, 1], [2, 3], [4]]


async def test_runs_are_listed_newest_first_and_filtered(database):
    ada = await make_contact(database)
    await edit(database, ada.id, title="CTO")
    await ask(database, 'mutation { deleteContacts(ids: ["contact_x"]) { changeSetId } }')

    document = """{ all: syncRuns { nodes { act } }
      failed: syncRuns(filter: { status: { in: [FAILED, REFUSED] } }) { nodes { act } }
      updates: syncRuns(filter: { act: { eq: "update_contacts" }, entity: CONTACT, startedAt: { gte: "2024-01-01" } }) {
        totalCount } }"""
    assert await ask(database, document) == {
        "all": {"nodes": [{"act": "delete_contacts"}, {"act": "update_contacts"}]},
        "failed": {"nodes": [{"act": "delete_contacts"}]},
        "updates": {"totalCount": 1},
    }


async def test_custom_fields_that_were_seen_are_listed_by_name(database):
    ada, engines = await make_contact(database), await make_company(database)
    await edit(database, ada.id, nick="Ada", budget=10**20)
    await edit(database, ada.id, budget="much")
    await edit(database, engines.id, Entity.COMPANY, floor=3)

    document = """{ contact: customFieldDefinitions(entity: CONTACT) {
        nodes { name type count samples lastRun { act } } }
      customFieldDefinitions { totalCount nodes { entity name } } }"""
    run = {"lastRun": {"act": "update_contacts"}}
    assert await ask(database, document) == {
        "contact": {
            "nodes": [
                {"name": "budget", "type": "mixed", "count": 2, "samples": ["much", 10**20], **run},
                {"name": "nick", "type": "string", "count": 1, "samples": ["Ada"], **run},
            ]
        },
        "customFieldDefinitions": {
            "totalCount": 3,
            "nodes": [
                {"entity": "CONTACT", "name": "budget"}, {"entity": "COMPANY", "name": "floor"},
                {"entity": "CONTACT", "name": "nick"},
            ],
        },
    }  # fmt: skip


async def test_possible_duplicates_are_listed(database):
    ada = await make_contact(database, email="ada@example.com")
    bob = await make_contact(database, phone="+442083661177")
    await ask(
        database,
        """mutation { syncContacts(leads: [{ externalId: "7", email: "ada@example.com", phone: "+442083661177" }]) {
            changeSetId } }""",
    )

    document = """{ possibleDuplicates(entity: CONTACT, state: OPEN) {
        totalCount nodes { kind state first { id } second { id } run { act } } }
      dismissed: possibleDuplicates(state: DISMISSED) { totalCount } }"""
    pair = {
        "first": {"id": ada.id},
        "second": {"id": bob.id},
        "kind": "phone",
        "state": "OPEN",
        "run": {"act": "sync_contacts"},
    }
    assert await ask(database, document) == {
        "possibleDuplicates": {"totalCount": 1, "nodes": [pair]}, "dismissed": {"totalCount": 0}
    }  # fmt: skip
