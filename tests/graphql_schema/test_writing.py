"""Batches of records through GraphQL: absent, null and value are three things, each item is judged by itself."""

import pytest

from models.contact import Contact
from models.ledger.external_link import ExternalLink
from models.ledger.run import Source
from tests.factories import (
    ANN,
    NOW_TEXT,
    ROBOT,
    edit,
    fields_of,
    history_of,
    make_company,
    make_contact,
    rows_of,
    runs_of,
)
from tests.graphql_schema.asking import ask, refusals

PROBLEM = """problem { __typename code message
  ... on InvalidInputProblem { field } ... on NotFoundProblem { recordId }
  ... on AmbiguousMatchProblem { candidateIds candidates { id } }
  ... on AlreadyExistsProblem { recordIds records { id } } }"""
UPDATE = f"""mutation($updates: [ContactUpdate!]!, $dryRun: Boolean! = false) {{
  updateContacts(updates: $updates, dryRun: $dryRun) {{
    changeSetId run {{ id act }}
    results {{ index id changed created keptHere properties contact {{ version title }} {PROBLEM} }} }}
}}"""
CREATE = f"""mutation($leads: [LeadInput!]!, $allowDuplicates: Boolean! = false, $dryRun: Boolean! = false) {{
  createContacts(leads: $leads, allowDuplicates: $allowDuplicates, dryRun: $dryRun) {{
    changeSetId results {{ index id externalId created changed contact {{ email }} {PROBLEM} }} }}
}}"""
SYNC = f"""mutation($leads: [LeadInput!]!, $dryRun: Boolean! = false) {{
  syncContacts(leads: $leads, dryRun: $dryRun) {{
    changeSetId results {{ index id externalId properties decision {{ strategy normalizedValue weak }} {PROBLEM} }} }}
}}"""


async def test_update_leaves_absent_fields_clears_null_and_sets_values(database):
    ada = await make_contact(
        database, email="ada@example.com", title="Countess", city="London", custom={"a": 1, "b": 2}
    )
    big = 123_456_789_012_345_678_901_234_567_890

    changes = {
        "title": None,
        "city": "Paris",
        "leadScore": 7,
        "customFields": [{"key": "b", "value": None}, {"key": "c", "value": big}],
    }
    answer = await ask(database, UPDATE, updates=[{"id": ada.id, "changes": changes}])

    run = (await runs_of(database))[0]
    assert answer["updateContacts"] == {
        "changeSetId": run.id,
        "run": {"id": run.id, "act": "update_contacts"},
        "results": [
            {
                "index": 0, "id": ada.id, "changed": True, "created": False, "keptHere": [], "properties": None,
                "contact": {"version": 2, "title": None}, "problem": None,
            }
        ],
    }  # fmt: skip
    assert await fields_of(database, ada.id) == {
        "email": "ada@example.com", "city": "Paris", "lead_score": 7.0, "custom": {"a": 1, "b": None, "c": big}
    }  # fmt: skip


async def test_custom_field_never_reaches_a_field_of_the_schema(database):
    ada = await make_contact(database, title="Countess")

    fields = [{"key": name, "value": "x"} for name in ("id", "title", "deletedAt", "__proto__", "companyName")]
    await ask(database, UPDATE, updates=[{"id": ada.id, "changes": {"customFields": fields}}])

    custom = dict.fromkeys(("id", "title", "deletedAt", "__proto__", "companyName"), "x")
    assert await fields_of(database, ada.id) == {"title": "Countess", "custom": custom}


async def test_values_written_in_the_document_itself_are_exact(database):
    ada = await make_contact(database)

    await ask(
        database,
        """mutation($id: ID!, $one: JSON) { updateContacts(updates: [{ id: $id, changes: { customFields: [
            { key: "big", value: 123456789012345678901234567890 } { key: "long", value: 0.12345678901234567890 }
            { key: "nested", value: { list: [1, 2.5, true, null, "x", $one], object: { a: 1e3 } } }
        ] } }]) { changeSetId } }""",
        id=ada.id,
        one={"deep": 10**30},
    )

    found = await ask(database, "query($id: ID!) { contact(id: $id) { customFields { key value } } }", id=ada.id)
    values = {each["key"]: each["value"] for each in found["contact"]["customFields"]}
    assert str(values["long"]) == "0.12345678901234567890"
    assert values["big"] == 123_456_789_012_345_678_901_234_567_890
    assert values["nested"] == {"list": [1, 2.5, True, None, "x", {"deep": 10**30}], "object": {"a": 1000.0}}


async def test_one_bad_item_never_sinks_the_batch(database):
    ada = await make_contact(database)

    updates = [
        {"id": ada.id, "changes": {"title": "CTO"}},
        {"id": "contact_x", "changes": {"title": "CTO"}},
        {"id": "", "changes": {"title": "CTO"}},
        {"id": ada.id, "changes": {"title": "\x00"}},
        {"id": ada.id, "changes": {"city": "Paris"}},
    ]
    results = (await ask(database, UPDATE, updates=updates))["updateContacts"]["results"]

    assert [result["changed"] for result in results] == [True, False, False, False, True]
    assert [result["problem"] for result in results] == [
        None,
        {"__typename": "NotFoundProblem", "code": "NOT_FOUND", "message": "Contact not found", "recordId": "contact_x"},
        {
            "__typename": "InvalidInputProblem", "code": "INVALID_INPUT", "field": "crmId",
            "message": "crmId is required",
        },
        {
            "__typename": "InvalidInputProblem", "code": "INVALID_INPUT", "field": "title",
            "message": "title holds a NUL character, which cannot be stored",
        },
        None,
    ]  # fmt: skip
    assert await fields_of(database, ada.id) == {"title": "CTO", "city": "Paris"}


async def test_dry_run_answers_the_same_and_stores_nothing(database):
    ada = await make_contact(database, title="Countess")

    updated = await ask(database, UPDATE, updates=[{"id": ada.id, "changes": {"title": "CTO"}}], dryRun=True)
    created = await ask(database, CREATE, leads=[{"email": "eve@example.com"}], dryRun=True)
    synced = await ask(database, SYNC, leads=[{"externalId": "1", "email": "ada@example.com"}], dryRun=True)

    assert (updated["updateContacts"]["changeSetId"], updated["updateContacts"]["results"][0]["changed"]) == (
        None,
        True,
    )
    assert (created["createContacts"]["changeSetId"], created["createContacts"]["results"][0]["created"]) == (
        None,
        True,
    )
    assert synced["syncContacts"]["changeSetId"] is None
    assert await fields_of(database, ada.id) == {"title": "Countess"}
    assert [row.id for row in await rows_of(database, Contact)] == [ada.id]
    assert await rows_of(database, ExternalLink) == []
    assert await runs_of(database) == []


async def test_creating_somebody_who_is_there_is_a_typed_problem(database):
    ada = await make_contact(database, email="ada@example.com")

    refused = (await ask(database, CREATE, leads=[{"email": "ADA@example.com"}]))["createContacts"]["results"]
    wanted = await ask(database, CREATE, leads=[{"email": "ADA@example.com"}], allowDuplicates=True)

    assert refused == [
        {
            "index": 0, "id": None, "externalId": None, "created": False, "changed": False, "contact": None,
            "problem": {
                "__typename": "AlreadyExistsProblem", "code": "ALREADY_EXISTS",
                "message": "A contact with this email exists already",
                "recordIds": [ada.id], "records": [{"id": ada.id}],
            },
        }
    ]  # fmt: skip
    assert wanted["createContacts"]["results"][0]["contact"] == {"email": "ADA@example.com"}
    assert wanted["createContacts"]["results"][0]["created"] is True


async def test_created_lead_is_linked_by_its_external_id(database):
    first = (await ask(database, CREATE, leads=[{"externalId": "7", "email": "ada@example.com"}]))["createContacts"]
    again = (await ask(database, CREATE, leads=[{"externalId": "7", "email": "ada@example.com"}]))["createContacts"]

    assert [(each["created"], each["externalId"]) for each in first["results"]] == [(True, "7")]
    assert [(each["created"], each["id"]) for each in again["results"]] == [(False, first["results"][0]["id"])]


async def test_sync_needs_the_external_id_of_each_lead(database):
    ada = await make_contact(database, email="ada@example.com", lead_score=85)

    leads = [{"email": "ada@example.com"}, {"externalId": 7, "email": "ada@example.com"}, {"externalId": "8"}]
    results = (await ask(database, SYNC, leads=leads))["syncContacts"]["results"]

    nothing = {"strategy": None, "normalizedValue": None, "weak": False}
    problem = {"__typename": "InvalidInputProblem", "code": "INVALID_INPUT", "field": "externalId"}
    assert results == [
        {
            "index": 0, "id": None, "externalId": None, "properties": None, "decision": nothing,
            "problem": {**problem, "message": "externalId is required"},
        },
        {
            "index": 1, "id": ada.id, "externalId": "7", "properties": {"email": "ada@example.com", "leadScore": 85},
            "decision": {"strategy": "email", "normalizedValue": "ada@example.com", "weak": False}, "problem": None,
        },
        {"index": 2, "id": None, "externalId": "8", "properties": None, "decision": nothing, "problem": None},
    ]  # fmt: skip


async def test_ambiguous_lead_names_its_candidates_to_us(database):
    one, other = [await make_contact(database, email="ada@example.com") for _ in range(2)]

    results = (await ask(database, SYNC, leads=[{"externalId": "7", "email": "ada@example.com"}]))["syncContacts"][
        "results"
    ]

    assert results[0]["problem"] == {
        "__typename": "AmbiguousMatchProblem", "code": "AMBIGUOUS_MATCH",
        "message": "Duplicate email found - multiple contacts match",
        "candidateIds": [one.id, other.id], "candidates": [{"id": one.id}, {"id": other.id}],
    }  # fmt: skip


async def test_stale_copy_from_enginy_is_kept_here(database):
    ada = await make_contact(database, title="Engineer", external_id="7", shadow={"title": "Engineer"})
    await edit(database, ada.id, title="CTO")

    answer = await ask(database, UPDATE, actor=ROBOT, updates=[{"id": ada.id, "changes": {"title": "Engineer"}}])

    result = answer["updateContacts"]["results"][0]
    assert (result["changed"], result["keptHere"], result["contact"]["title"]) == (False, ["title"], "CTO")
    # Somebody's update writes no answer; Enginy's does, through whatever door.
    assert result["properties"]["lastUpdated"] == NOW_TEXT


async def test_contact_that_was_written_meanwhile_is_a_conflict_and_is_left_alone(database):
    ada = await make_contact(database, title="Countess")
    await edit(database, ada.id, city="Paris")
    document = """mutation($updates: [ContactUpdate!]!) { updateContacts(updates: $updates) { results {
        changed problem { __typename message ... on VersionConflictProblem {
            expectedVersion currentVersion record { id ... on Contact { city title version } } } } } } }"""

    updates = [
        {"id": ada.id, "changes": {"title": version}, "expectedVersion": version and int(version)}
        for version in ("1", "2", "2", "3", None)
    ]
    results = (await ask(database, document, updates=updates))["updateContacts"]["results"]

    def conflict(expected, current):
        return {
            "__typename": "VersionConflictProblem",
            "message": f"Contact is at version {current} by now, not {expected}",
            "expectedVersion": expected, "currentVersion": current,
            "record": {"id": ada.id, "city": "Paris", "title": None, "version": 5},
        }  # fmt: skip

    # The same id twice is folded in order, so the second and the fourth item see what the one before them wrote.
    assert [(each["changed"], each["problem"]) for each in results] == [
        (False, conflict(1, 2)), (True, None), (False, conflict(2, 3)), (True, None), (True, None)
    ]  # fmt: skip
    assert [change.fields for change in (await history_of(database, ada.id))[1:]] == [
        {"title": {"old": "Countess", "new": "2"}}, {"title": {"old": "2", "new": "3"}},
        {"title": {"old": "3", "new": None}},
    ]  # fmt: skip


async def test_company_that_was_written_meanwhile_is_a_conflict(database):
    engines = await make_company(database, name="Engines")

    answer = await ask(
        database,
        """mutation($id: ID!) { updateCompanies(updates: [
            { id: $id, changes: { name: "Works" }, expectedVersion: 2 }]) { results { problem { message
              ... on VersionConflictProblem { record { ... on Company { name } } } } } } }""",
        id=engines.id,
    )

    assert answer["updateCompanies"]["results"] == [
        {"problem": {"message": "Company is at version 1 by now, not 2", "record": {"name": "Engines"}}}
    ]


async def test_later_fields_of_a_document_see_what_earlier_ones_wrote(database):
    ada = await make_contact(database, title="Engineer")

    answer = await ask(
        database,
        """mutation($id: ID!) {
          one: updateContacts(updates: [{ id: $id, changes: { title: "CTO" } }]) { results { contact { title } } }
          two: updateContacts(updates: [{ id: $id, changes: { title: "CEO" } }]) { results { contact { title } } }
        }""",
        id=ada.id,
    )

    titles = [answer[name]["results"][0]["contact"]["title"] for name in ("one", "two")]
    assert titles == ["CTO", "CEO"]


@pytest.mark.parametrize("scopes", [pytest.param({"graphql:read"}, id="reader"), pytest.param({"enginy"}, id="enginy")])
async def test_writing_needs_the_scope_to_write(database, scopes):
    actor = type(ANN)("key_1", "Key", Source.SCRIPT, frozenset(scopes))
    lacking = (
        "This API key lacks the permission write; the scope graphql:write gives it",
        {"code": "NOT_ALLOWED", "permission": "write"},
    )

    for document in (
        'mutation { createContacts(leads: [{ email: "a@example.com" }]) { changeSetId } }',
        "mutation { deleteContacts(ids: []) { changeSetId } }",
        'mutation { createTask(task: { subject: "x" }) { ... on TaskChanged { id } } }',
        'mutation { linkExternal(externalId: "1", recordId: "contact_x") { ... on ExternalLinked { changeSetId } } }',
        'mutation { clearInEnginy(id: "contact_x", properties: ["title"]) { ... on ClearingAsked { changeSetId } } }',
    ):
        assert await refusals(database, document, actor=actor) == [lacking]

    assert await runs_of(database) == []
