"""Registered documents: made known, asked for by id, and all that may be run by those who may not explore."""

from collections.abc import AsyncIterator

import pytest

from api.context import graphql_context
from api.graphql import GRAPHQL_JSON
from graphql_schema.context import Context
from models.database.engine import Database
from models.errors import InvalidInput
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.library.document import RegisteredDocument, hash_of, register_documents
from models.user import Role
from tests.enginy import Enginy, serving
from tests.factories import (
    ANN,
    NOW,
    ROBOT,
    Clock,
    configure,
    context,
    make_contact,
    make_key,
    make_user,
    rows_of,
    runs_of,
)
from tests.graphql_schema.asking import ask, refusals

COUNT = "query Count { contacts { totalCount } }"
COUNT_ID = f"sha256:{hash_of(COUNT)}"
OTHER = "{ contacts { nodes { id } } }"
REGISTER = """mutation($documents: [String!]!, $source: String! = "report") {
    registerDocuments(documents: $documents, source: $source) {
    ... on DocumentsRegistered { ids added changeSetId }
    ... on Problem { code message } ... on InvalidInputProblem { field } } }"""


@pytest.fixture
async def client(database_url: str, database: Database) -> AsyncIterator[Enginy]:
    key = await make_key(database, ("graphql:read", "graphql:write"), label="Script")
    async with serving(database_url, key=key, clock=Clock()) as client:
        yield client


async def sign_in(client: Enginy, database: Database, role: Role) -> None:
    """Be Ann from now on, with this role."""
    await make_user(database, ANN.id, ANN.label, role=role.value)

    async def signed_in() -> Context:
        return context(database, ANN)

    client.app.dependency_overrides[graphql_context] = signed_in


async def register(database: Database, *documents: str, source: str = "report"):
    return (await ask(database, REGISTER, documents=list(documents), source=source))["registerDocuments"]


async def test_documents_are_registered_once_and_listed(database):
    first = await register(database, COUNT)
    again = await register(database, COUNT, OTHER, COUNT, source="another")
    listed = await ask(
        database,
        "{ registeredDocuments { totalCount nodes { id document source operations registeredAt registeredBy { id } } } }",
    )

    other_id = f"sha256:{hash_of(OTHER)}"
    assert (first["ids"], first["added"]) == ([COUNT_ID], 1)
    assert (again["ids"], again["added"]) == ([COUNT_ID, other_id], 1)
    assert [run.id for run in await runs_of(database)] == [first["changeSetId"], again["changeSetId"]]
    stamp = {"registeredAt": "2024-01-20T10:30:00Z", "registeredBy": {"id": ANN.id}}
    assert listed["registeredDocuments"]["totalCount"] == 2
    assert sorted(listed["registeredDocuments"]["nodes"], key=lambda each: each["source"]) == [
        {"id": other_id, "document": OTHER, "source": "another", "operations": [], **stamp},
        {"id": COUNT_ID, "document": COUNT, "source": "report", "operations": ["Count"], **stamp},
    ]


async def test_documents_are_registered_all_or_none(database):
    assert await refusals(database, REGISTER, documents=[COUNT, "{"]) == [
        ("Syntax Error: Expected Name, found <EOF>.", {"code": "GRAPHQL_VALIDATION_FAILED"})
    ]
    assert await register(database, COUNT, "{ contacts { telephone } }") == {
        "code": "INVALID_INPUT", "field": "documents[1]",
        "message": "documents[1] does not fit the schema: "
        "Cannot query field 'telephone' on type 'ContactConnection'.",
    }  # fmt: skip
    assert await register(database, COUNT, source=" ") == {
        "code": "INVALID_INPUT", "field": "source", "message": "source must say whose documents these are"
    }  # fmt: skip
    assert await rows_of(database, RegisteredDocument) == []


async def test_registering_needs_the_scope_to_write(database):
    reader = Actor("key_1", "Key", Source.SCRIPT, frozenset(["graphql:read"]))

    assert await refusals(database, REGISTER, actor=reader, documents=[COUNT]) == [
        (
            "This API key lacks the permission write; the scope graphql:write gives it",
            {"code": "NOT_ALLOWED", "permission": "write"},
        )
    ]


async def test_documents_are_taken_away(database):
    await register(database, COUNT, OTHER)

    gone = await ask(
        database,
        "mutation($ids: [ID!]!) { unregisterDocuments(ids: $ids) { ... on DocumentsUnregistered { ids } } }",
        ids=[COUNT_ID, COUNT_ID, "sha256:" + "0" * 64],
    )

    assert gone == {"unregisterDocuments": {"ids": [COUNT_ID]}}
    assert [each.text for each in await rows_of(database, RegisteredDocument)] == [OTHER]


async def test_an_id_that_is_none_is_named_by_its_place_and_nothing_is_taken_away(database):
    await register(database, COUNT)
    document = """mutation($ids: [ID!]!) { unregisterDocuments(ids: $ids) {
        ... on InvalidInputProblem { code field message } } }"""

    refused = await ask(database, document, ids=[COUNT_ID, "sha256:abc"])

    assert refused["unregisterDocuments"] == {
        "code": "INVALID_INPUT", "field": "ids[1]",
        "message": "ids[1] must be sha256: and 64 hexadecimal digits in small letters",
    }  # fmt: skip
    assert [each.text for each in await rows_of(database, RegisteredDocument)] == [COUNT]


async def test_manifest_of_a_build_is_stored_and_what_earlier_builds_had_stays(database):
    for manifest in ({hash_of(COUNT): COUNT}, {hash_of(COUNT): COUNT, hash_of(OTHER): OTHER}, {}):
        async with database.write() as session:
            added = await register_documents(session, manifest, "ui", now=NOW, actor_id="system")

    assert added == 0
    assert {each.text: each.source for each in await rows_of(database, RegisteredDocument)} == {
        COUNT: "ui",
        OTHER: "ui",
    }


async def test_manifest_with_a_wrong_hash_is_refused_whole(database):
    with pytest.raises(InvalidInput, match="is not the hash of its document"):
        async with database.write() as session:
            await register_documents(
                session, {hash_of(COUNT): COUNT, "0" * 64: OTHER}, "ui", now=NOW, actor_id="system"
            )

    assert await rows_of(database, RegisteredDocument) == []


def by_apollo(document: str) -> dict:
    return {"persistedQuery": {"version": 1, "sha256Hash": hash_of(document)}}


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"documentId": COUNT_ID}, id="by-document-id"),
        pytest.param({"extensions": by_apollo(COUNT)}, id="by-persisted-query"),
        pytest.param({"query": COUNT, "extensions": by_apollo(COUNT)}, id="with-its-text"),
        pytest.param({"query": OTHER.replace("nodes { id }", "totalCount")}, id="any-text"),
    ],
)
async def test_document_is_asked_for_by_its_id(database, client, asked):
    await make_contact(database)
    await register(database, COUNT)

    response = await client.post("/graphql", asked)

    assert (response.status_code, response.json()["data"]) == (200, {"contacts": {"totalCount": 1}})


async def test_document_is_asked_for_by_get(database, client):
    await register(database, COUNT, "mutation { deleteContacts(ids: []) { changeSetId } }")

    read = await client.http.get("/graphql", params={"documentId": COUNT_ID})
    written = await client.http.get(
        "/graphql", params={"documentId": f"sha256:{hash_of('mutation { deleteContacts(ids: []) { changeSetId } }')}"}
    )

    assert read.json()["data"] == {"contacts": {"totalCount": 0}}
    assert written.status_code == 405


@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), (GRAPHQL_JSON, 400)])
async def test_id_that_nothing_is_registered_under_is_told_in_the_word_clients_know(client, accept, status):
    for asked in ({"documentId": COUNT_ID}, {"extensions": by_apollo(COUNT)}):
        response = await client.post("/graphql", asked, headers={"accept": accept})

        assert response.status_code == status
        assert response.json() == {
            "errors": [
                {
                    "message": "No document is registered under this id",
                    "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND"},
                }
            ]
        }


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"documentId": "5"}, id="custom-id"),
        pytest.param({"documentId": "sha256:" + "A" * 64}, id="capitals"),
        pytest.param({"documentId": "sha256:abc"}, id="short"),
        pytest.param({"query": OTHER, "documentId": COUNT_ID}, id="text-of-another"),
        pytest.param({"query": OTHER, "extensions": by_apollo(COUNT)}, id="text-of-another-by-hash"),
        pytest.param({"documentId": COUNT_ID, "extensions": by_apollo(COUNT)}, id="named-twice"),
        pytest.param({"extensions": {"persistedQuery": {"version": 2, "sha256Hash": "0" * 64}}}, id="version"),
        pytest.param({"extensions": {"persistedQuery": "x"}}, id="no-object"),
        pytest.param({"extensions": {"persistedQuery": {"version": 1, "sha256Hash": 5}}}, id="no-hash"),
    ],
)
async def test_id_that_is_none_is_refused(database, client, asked):
    await register(database, COUNT)

    response = await client.post("/graphql", asked)

    assert response.status_code == 400
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["INVALID_INPUT"]


@pytest.mark.parametrize("role", Role)
async def test_people_of_every_role_may_explore(database, client, role):
    await sign_in(client, database, role)

    response = await client.post("/graphql", {"query": OTHER})

    assert response.json()["data"] == {"contacts": {"nodes": []}}


async def test_where_exploring_is_withdrawn_only_registered_documents_run(database, client):
    await register(database, COUNT)
    await sign_in(client, database, Role.REP)
    await ask(
        database, "mutation { updateConfiguration(changes: { exploreWithdrawn: [REP, ANALYST] }) { __typename } }"
    )

    own = await client.post("/graphql", {"query": OTHER})
    by_id = await client.post("/graphql", {"documentId": COUNT_ID})
    by_text = await client.post("/graphql", {"query": COUNT})

    assert own.status_code == 403
    assert own.json() == {
        "errors": [
            {
                "message": "Only registered documents may be run by people of this role",
                "extensions": {"code": "DOCUMENT_NOT_REGISTERED"},
            }
        ]
    }
    assert (by_id.json()["data"], by_text.json()["data"]) == ({"contacts": {"totalCount": 0}},) * 2


async def test_withdrawing_it_from_one_role_leaves_the_others_and_the_keys(database, client):
    await configure(database, explore_withdrawn=["rep"])

    by_key = await client.post("/graphql", {"query": OTHER})
    await sign_in(client, database, Role.ANALYST)
    by_analyst = await client.post("/graphql", {"query": OTHER})

    assert (by_key.status_code, by_analyst.status_code) == (200, 200)


async def test_withdrawn_roles_are_told_and_given_back(database):
    change = """mutation($roles: [Role!]) { updateConfiguration(changes: { exploreWithdrawn: $roles }) {
        ... on ConfigurationChanged { configuration { exploreWithdrawn } } } }"""

    withdrawn = await ask(database, change, roles=["REP", "REP"], actor=ROBOT)
    given_back = await ask(database, change, roles=None)

    assert withdrawn == {"updateConfiguration": {"configuration": {"exploreWithdrawn": ["REP"]}}}
    assert given_back == {"updateConfiguration": {"configuration": {"exploreWithdrawn": []}}}
