"""The GraphQL door over HTTP: what is a request, what is answered how, and what a hostile client gets."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from api.graphql import GRAPHQL_JSON
from models.database.engine import Database
from models.deal import Deal
from tests.enginy import Enginy, serving
from tests.factories import NOW, Clock, add, make_contact, make_key, runs_of

READ = "graphql:read"
WRITE = "graphql:write"
REFUSED = "GRAPHQL_VALIDATION_FAILED"
PLAIN = "application/json; charset=utf-8"


@pytest.fixture
async def client(database_url: str, database: Database) -> AsyncIterator[Enginy]:
    """A program with a key for GraphQL."""
    key = await make_key(database, (READ, WRITE), label="Script")
    async with serving(database_url, key=key, clock=Clock()) as client:
        yield client


async def ask(client: Enginy, query: str, **variables):
    return await client.post("/graphql", {"query": query, "variables": variables})


def told(response: httpx.Response):
    """Status, kind and answer; what the answer says of its cost is tested apart."""
    answer = response.json()
    answer.pop("extensions", None)
    return response.status_code, response.headers["content-type"], answer


async def test_document_is_answered_exactly(database, client):
    ada = await make_contact(database, custom={"big": 10**30, "emoji": "👩‍💻"})

    response = await ask(client, "query($id: ID!) { contact(id: $id) { id customFields { key value } } }", id=ada.id)

    custom = [{"key": "big", "value": 10**30}, {"key": "emoji", "value": "👩‍💻"}]
    assert told(response) == (200, PLAIN, {"data": {"contact": {"id": ada.id, "customFields": custom}}})
    assert response.headers["cache-control"] == "no-store"
    assert str(10**30) in response.text


async def test_answer_tells_what_was_asked_of_each_limit(client):
    response = await ask(client, "query($n: Int!) { all: contacts(first: $n) { nodes { owner { name } } } }", n=7)

    assert response.json()["extensions"] == {
        "cost": {
            "characters": {"asked": 73, "allowed": 50_000}, "tokens": {"asked": 28, "allowed": 2_000},
            "depth": {"asked": 4, "allowed": 15}, "aliases": {"asked": 1, "allowed": 30},
            "rootFields": {"asked": 1, "allowed": 20}, "directives": {"asked": 0, "allowed": 50},
            "page": {"asked": 7, "allowed": 200}, "rows": {"asked": 14, "allowed": 5_000},
        }
    }  # fmt: skip


async def test_numbers_in_variables_are_kept_exactly(database, client):
    ada = await make_contact(database)
    document = """mutation($id: ID!, $value: JSON) { updateContacts(
        updates: [{ id: $id, changes: { customFields: [{ key: "n", value: $value }] } }]) { changeSetId } }"""
    body = json.dumps({"query": document, "variables": {"id": ada.id, "value": "VALUE"}})

    written = await client.post("/graphql", body.replace('"VALUE"', "[0.12345678901234567890, 1e300]").encode())
    read = await ask(client, 'query($id: ID!) { contact(id: $id) { customField(key: "n") } }', id=ada.id)

    assert "errors" not in written.json()
    assert read.text.startswith('{"data":{"contact":{"customField":[0.12345678901234567890,1e300]}},')


async def test_run_tells_who_wrote_through_which_door(database, client):
    await ask(client, 'mutation { createContacts(leads: [{ email: "ada@example.com" }]) { changeSetId } }')

    [run] = await runs_of(database)
    assert (run.door, run.source, run.actor_label) == ("graphql", "script", "Script")
    assert run.request_id is not None


async def test_query_is_asked_by_get(client):
    query = {"query": "query Q($f: Int) { contacts(first: $f) { totalCount } }", "variables": '{"f": 1}'}

    response = await client.http.get("/graphql", params=query)

    assert told(response) == (200, PLAIN, {"data": {"contacts": {"totalCount": 0}}})


async def test_mutation_by_get_is_refused(database, client):
    query = {"query": "mutation { deleteContacts(ids: []) { changeSetId } }"}

    response = await client.http.get("/graphql", params=query)

    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert response.json()["errors"][0]["message"] == "Only queries can be asked by GET; use POST"
    assert await runs_of(database) == []


@pytest.mark.parametrize(
    ("accept", "kind", "status"),
    [
        pytest.param("application/json", PLAIN, 200, id="clients-of-old"),
        pytest.param(
            f"{GRAPHQL_JSON}, application/json", f"{GRAPHQL_JSON}; charset=utf-8", 400, id="clients-that-know-the-draft"
        ),
    ],
)
async def test_document_that_cannot_be_run(client, accept, kind, status):
    for query, message in (
        ("{ contacts { nodes { emial } } }", "Cannot query field 'emial' on type 'Contact'."),
        ("{ contacts ", "Syntax Error: Expected Name, found <EOF>."),
        (
            "query A { contacts { totalCount } } query B { contacts { totalCount } }",
            "The document has several operations; say which is meant with operationName",
        ),
    ):
        response = await client.post("/graphql", {"query": query}, headers={"accept": accept})

        errors = response.json()["errors"]
        assert (response.status_code, response.headers["content-type"]) == (status, kind)
        assert [(each["message"], each["extensions"]["code"]) for each in errors] == [(message, REFUSED)]
        assert "data" not in response.json()


async def test_answer_with_a_failed_field_is_a_200_for_everyone(client):
    response = await client.post(
        "/graphql",
        {
            "query": '{ stepPerformance(campaignId: "x", filter: { campaignIds: [] }) { campaign } contact(id: "x") { id } }'
        },
        headers={"accept": GRAPHQL_JSON},
    )

    assert response.status_code == 200
    assert response.json()["data"] == {"stepPerformance": None, "contact": None}
    assert response.json()["errors"] == [
        {
            "message": "stepPerformance is about one campaign; filter.campaignIds has no place in it",
            "locations": [{"line": 1, "column": 3}], "path": ["stepPerformance"],
            "extensions": {"code": "INVALID_INPUT", "field": "filter"},
        }
    ]  # fmt: skip


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="broken"),
        pytest.param(b"5", id="number"),
        pytest.param(b"null", id="null"),
        pytest.param(b"\xff", id="no-text"),
        pytest.param(b"{}", id="no-query"),
        pytest.param(b'{"query": ""}', id="empty-query"),
        pytest.param(b'{"query": 5}', id="query-is-a-number"),
        pytest.param(b'{"query": "{ __typename }", "variables": []}', id="variables-are-a-list"),
        pytest.param(b'{"query": "{ __typename }", "operationName": {}}', id="name-is-an-object"),
        pytest.param(b'[{"query": "{ __typename }"}]', id="batch"),
        pytest.param(b'{"query": "{ __typename }", "variables": {"a": NaN}}', id="nan"),
        pytest.param(b'{"query": "{ __typename }", "variables": {"a": 1e400}}', id="past-a-double"),
        pytest.param(b'{"query": "{ __typename }", "variables": {"a": "\\ud800"}}', id="half-a-surrogate-pair"),
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
async def test_body_that_is_no_request_is_refused(client, body):
    response = await client.post("/graphql", body)

    [error] = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (400, "INVALID_INPUT")
    assert "data" not in response.json()


async def test_body_of_another_kind_or_too_large_is_refused(client):
    plain = await client.post("/graphql", b"{}", headers={"content-type": "text/plain"})
    large = await client.post("/graphql", {"query": "{ __typename }" + " " * 1_000_000})

    assert (plain.status_code, large.status_code) == (415, 413)
    assert plain.json()["errors"][0]["extensions"] == {"code": "UNSUPPORTED_MEDIA_TYPE"}
    assert large.json() == {
        "errors": [{"message": "The body is larger than 1,000,000 bytes", "extensions": {"code": "TOO_LARGE"}}]
    }


async def test_introspection_needs_a_key(client):
    document = {"query": "{ __schema { queryType { name } } }"}

    strange = await client.post("/graphql", document, headers={"x-api-key": "rolo_wrong"})
    known = await client.post("/graphql", document)

    assert strange.status_code == 401
    assert strange.json() == {
        "errors": [{"message": "The API key is missing or wrong", "extensions": {"code": "NOT_AUTHENTICATED"}}]
    }
    assert known.json()["data"] == {"__schema": {"queryType": {"name": "Query"}}}


async def test_bug_is_masked_and_told_by_its_request_id(database, client):
    ada = await make_contact(database)
    stamps: dict[str, Any] = {"created_at": NOW, "created_by": "test", "updated_at": NOW, "updated_by": "test"}
    # No code of ours writes such a status.
    await add(
        database, Deal(id="deal_1", name="Deal", contact_id=ada.id, currency="EUR", status="unheard-of", **stamps)
    )

    response = await ask(client, "query($id: ID!) { contact(id: $id) { deals { nodes { status } } } }", id=ada.id)

    [error] = response.json()["errors"]
    assert error["message"] == "Something went wrong on our side"
    assert error["extensions"] == {"code": "INTERNAL", "requestId": response.headers["x-request-id"]}
