"""GraphQL over HTTP to the letter. The codes are those of the specification's public list of audits for servers.

Where that list and the draft differ, we do what both the draft before July 2026 and the clients in use expect: 400 for a
request that is none whatever is accepted, and 200 for a partial answer.
"""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from api import compression
from api.context import graphql_context
from api.graphql import GRAPHQL_JSON, JSON
from graphql_schema.context import Context
from models.database.engine import Database
from tests.enginy import Enginy, serving
from tests.factories import ANN, Clock, context, make_contact, make_key, runs_of

READ = "graphql:read"
WRITE = "graphql:write"
OK = {"query": "{ __typename }"}
NAMED = {"query": "query Type($name: String!) { __type(name: $name) { name } }", "variables": {"name": "sometype"}}


@pytest.fixture
async def client(database_url: str, database: Database) -> AsyncIterator[Enginy]:
    """A program with a key for GraphQL, that sends no header but its key and what the test says."""
    key = await make_key(database, (READ, WRITE), label="Script")
    async with serving(database_url, key=key, clock=Clock()) as client:
        del client.http.headers["content-type"]
        del client.http.headers["accept"]
        yield client


@pytest.fixture
async def person(client: Enginy, database: Database) -> Enginy:
    """The same, as a person who is signed in."""

    async def signed_in() -> Context:
        return context(database, ANN)

    client.app.dependency_overrides[graphql_context] = signed_in
    return client


async def post(client: Enginy, body: Any, accept: str | None = JSON, kind: str | None = JSON):
    headers = {**({"accept": accept} if accept else {}), **({"content-type": kind} if kind else {})}
    return await client.post("/graphql", body, headers=headers)


# What is refused or answered before a database is asked is the same on both.
only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

AUDITS = [  # audit, what is sent, its kind, what is accepted, the status, the kind of the answer
    pytest.param(OK, JSON, GRAPHQL_JSON, 200, GRAPHQL_JSON, id="22EB"),
    pytest.param(OK, JSON, JSON, 200, JSON, id="4655"),
    pytest.param(OK, JSON, "*/*", 200, JSON, id="47DE"),
    pytest.param(OK, JSON, None, 200, JSON, id="82A3-78D5-2C94-03D4"),
    pytest.param(OK, f"{JSON}; charset=utf-8", None, 200, JSON, id="BF61"),
    pytest.param(OK, f'{JSON}; charset="UTF-8"', None, 200, JSON, id="charset-in-quotes"),
    pytest.param(OK, f"{JSON}; charset=latin-1", None, 415, JSON, id="other-charset"),
    pytest.param(OK, None, None, 415, JSON, id="9ABE"),
    pytest.param(OK, "text/plain", JSON, 415, JSON, id="text"),
    pytest.param(OK, "application/x-www-form-urlencoded", JSON, 415, JSON, id="form"),
    pytest.param(OK, "multipart/form-data", GRAPHQL_JSON, 415, GRAPHQL_JSON, id="upload"),
    pytest.param(OK, "application/graphql", JSON, 415, JSON, id="bare-document"),
    pytest.param(b"", JSON, JSON, 400, JSON, id="7267"),
    pytest.param({"notquery": "{ __typename }"}, JSON, GRAPHQL_JSON, 400, GRAPHQL_JSON, id="6610-3E36-17C5-34D6"),
    pytest.param({"notquery": "{ __typename }"}, JSON, JSON, 400, JSON, id="typo"),
    *(
        pytest.param({**OK, name: value}, JSON, accept, 400, accept, id=f"{name}-{value!r:.10}-{accept[12:]}")
        for name, values in {
            "query": ({"obj": "ect"}, 0, False, ["array"]),
            "operationName": ({"obj": "ect"}, 0, False, ["array"]),
            "variables": ("string", 0, False, ["array"]),
            "extensions": ("string", 0, False, ["array"]),
            "documentId": ({"obj": "ect"}, 0, False, ["array"]),
        }.items()
        for value in values
        for accept in (JSON, GRAPHQL_JSON)
    ),
    *(
        pytest.param({**OK, name: None}, JSON, accept, 200, accept, id=f"null-{name}-{accept[12:]}")
        for name in ("variables", "operationName", "extensions", "documentId")
        for accept in (JSON, GRAPHQL_JSON)
    ),
    *(
        pytest.param(body, JSON, accept, 200, accept, id=f"{audit}-{accept[12:]}")
        for audit, body in {
            "8161-B8B3": {"query": "query Query { __typename }", "operationName": "Query"},
            "empty-name": {"query": "query Query { __typename }", "operationName": ""},
            "2EA1-28B9": NAMED,
            "428F-1B7A": {**OK, "extensions": {"some": "value"}},
            "entries-nobody-knows": {**OK, "more": 1},
        }.items()
        for accept in (JSON, GRAPHQL_JSON)
    ),
    pytest.param(b'{ "not a JSON', JSON, GRAPHQL_JSON, 400, GRAPHQL_JSON, id="60AA-2163"),
    pytest.param(b'{ "not a JSON', JSON, JSON, 400, JSON, id="broken"),
    *(
        pytest.param(body, JSON, accept, status, accept, id=f"{audit}-{accept[12:]}")
        for audit, body in {
            "572B-865D-556A-D586": {"query": "{"},
            "FDE2-51FE-74FF-5E5B": {"query": "{ nothing }"},
            "starts-with-a-digit": {"query": "{ 8f31403dfe404bccbb0e835f2629c6a7 }"},
            "7B9B-86EE": {**NAMED, "variables": {"name": 5}},
            "missing-variable": {**NAMED, "variables": {}},
            "unknown-operation": {"query": "query A { __typename }", "operationName": "B"},
            "no-operation": {"query": "fragment A on Query { __typename }"},
            "several-operations": {"query": "query A { __typename } query B { __typename }"},
            "past-a-limit": {"query": "{" + " __typename" * 21 + " }"},
            "subscription": {"query": "subscription { nothing }"},
        }.items()
        for accept, status in ((JSON, 200), (GRAPHQL_JSON, 400))
    ),
    pytest.param(OK, JSON, "text/html", 406, JSON, id="page"),
    pytest.param(OK, JSON, f"{JSON};q=0, {GRAPHQL_JSON};q=0", 406, JSON, id="neither"),
    pytest.param(OK, JSON, f"{JSON}; charset=utf-16", 406, JSON, id="accept-other-charset"),
    pytest.param(OK, JSON, f"{GRAPHQL_JSON}; charset=utf-8, {JSON}; charset=utf-8", 200, GRAPHQL_JSON, id="as-advised"),
    pytest.param(OK, JSON, f"{JSON}, {GRAPHQL_JSON}", 200, JSON, id="the-one-named-first"),
    pytest.param(OK, JSON, f"{JSON};q=0.9, {GRAPHQL_JSON}", 200, GRAPHQL_JSON, id="the-one-liked-best"),
    pytest.param(OK, JSON, f"{JSON}, multipart/mixed", 200, JSON, id="graphiql"),
    pytest.param(OK, JSON, "application/*", 200, JSON, id="a-kind-of-application"),
    pytest.param(OK, JSON, f"*/*, {GRAPHQL_JSON};q=0.5", 200, JSON, id="anything-but"),
    pytest.param([OK], JSON, JSON, 400, JSON, id="batch"),
]


@only_sqlite
@pytest.mark.parametrize(("body", "kind", "accept", "status", "answered"), AUDITS)
async def test_audit(client, body, kind, accept, status, answered):
    response = await post(client, body, accept, kind)

    assert (response.status_code, response.headers["content-type"]) == (status, f"{answered}; charset=utf-8")
    assert ("data" in response.json(), "errors" in response.json()) == well_formed(response)


def well_formed(response) -> tuple[bool, bool]:
    """Whether an answer has data and errors: one of them, as there are no partial answers here."""
    failed = response.status_code != 200 or b'"errors"' in response.content
    return not failed, failed


@only_sqlite
@pytest.mark.parametrize(
    ("asked", "accept", "status"),
    [
        pytest.param({"query": "{ __typename }"}, None, 200, id="5A70-80D8"),
        pytest.param({"query": NAMED["query"], "variables": '{"name": "sometype"}'}, JSON, 200, id="6A70"),
        pytest.param({"query": NAMED["query"], "variables": '{"name": "sometype"}'}, GRAPHQL_JSON, 200, id="D6D5"),
        pytest.param({"query": "query A { __typename }", "operationName": ""}, JSON, 200, id="name-left-empty"),
        pytest.param({"query": "{ __typename }", "variables": "", "extensions": ""}, JSON, 200, id="others-left-empty"),
        pytest.param({"query": "mutation { __typename }"}, GRAPHQL_JSON, 405, id="9C48"),
        pytest.param({"query": "mutation { __typename }"}, JSON, 405, id="mutation"),
        pytest.param({}, JSON, 400, id="nothing"),
        pytest.param({"query": " "}, JSON, 400, id="blank"),
        pytest.param({"query": "{ __typename }", "variables": "["}, JSON, 400, id="broken-variables"),
        pytest.param({"query": "{ __typename }", "variables": "[]"}, GRAPHQL_JSON, 400, id="variables-of-another-kind"),
        pytest.param({"query": "{ __typename }", "extensions": "5"}, JSON, 400, id="extensions-of-another-kind"),
    ],
)
async def test_audit_by_get(client, asked, accept, status):
    response = await client.http.get("/graphql", params=asked, headers={"accept": accept} if accept else {})

    assert response.status_code == status
    assert response.headers["content-type"] == f"{accept or JSON}; charset=utf-8"
    assert response.headers.get("allow") == ("POST" if status == 405 else None)
    assert ("data" in response.json()) is (status == 200)


async def test_other_methods_are_refused_in_graphqls_shape(client):
    for method in ("PUT", "PATCH", "DELETE"):
        response = await client.send(method, "/graphql", OK)

        assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, POST")
        assert response.json() == {
            "errors": [
                {
                    "message": f"{method} is not possible here; use POST",
                    "extensions": {"code": "METHOD_NOT_ALLOWED"},
                }
            ]
        }


async def test_a_person_asks_by_post_alone(person, database):
    await make_contact(database)
    asked = {"query": "{ contacts { totalCount } }"}

    by_get = await person.http.get("/graphql", params=asked)
    by_post = await post(person, asked)

    assert (by_get.status_code, by_get.headers["allow"]) == (405, "POST")
    assert by_get.json()["errors"][0]["message"] == "GET is for API keys; use POST"
    assert by_post.json()["data"] == {"contacts": {"totalCount": 1}}


async def test_refused_request_leaves_no_trace(client, database):
    mutation = 'mutation { createContacts(leads: [{ email: "ada@example.com" }]) { changeSetId } }'

    await post(client, {"query": mutation}, "text/html")
    await post(client, {"query": mutation}, JSON, "text/plain")
    await client.http.get("/graphql", params={"query": mutation})
    await post(client, {"query": mutation + " query B { __typename }"})

    assert await runs_of(database) == []


async def test_variables_deeper_than_anyone_means_are_no_failure_of_ours(client):
    deep: Any = 1
    for _ in range(400):
        deep = [deep]
    document = "query($i: [ID!]!) { tasksById(ids: $i) { id } }"

    response = await post(client, {"query": document, "variables": {"i": deep}})

    assert response.status_code == 200
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["GRAPHQL_VALIDATION_FAILED"]


NAMES = st.sampled_from(
    ["contacts", "nodes", "id", "name", "__typename", "__schema", "A", "x", "on", "first", "filter"]
)
PIECES = st.sampled_from(
    '{ } ( ) [ ] : ! $ @ ... | = & " """ # , query mutation subscription fragment true false null 0 -1 1e9 "x" \\ é \x00'.split(
        " "
    )
)
DOCUMENTS = st.lists(NAMES | PIECES, max_size=25).map(" ".join) | st.text(max_size=40)
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
REQUESTS = st.fixed_dictionaries(
    {},
    optional={
        "query": DOCUMENTS | JSONS,
        "variables": st.dictionaries(NAMES, JSONS, max_size=3) | JSONS,
        "operationName": NAMES | JSONS,
        "extensions": st.just({"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}) | JSONS,
        "documentId": st.text(max_size=10) | st.just("sha256:" + "0" * 64) | JSONS,
    },
)
BODIES = (
    REQUESTS.map(lambda asked: json.dumps(asked).encode())
    | JSONS.map(lambda each: json.dumps(each).encode())
    | st.binary()
)
HEADERS = st.sampled_from([JSON, GRAPHQL_JSON, "*/*", "a/b;q=x", ";;,", f"{JSON};q=0.1"])


@only_sqlite
@given(body=BODIES, accept=HEADERS, kind=HEADERS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_comes_is_answered_or_refused_with_a_reason(client, body, accept, kind):
    response = await post(client, body, accept, JSON if len(body) % 4 else kind)

    assert response.status_code in (200, 400, 406, 415)
    assert {"data", "errors"} & response.json().keys()
    assert all(error["extensions"]["code"] != "INTERNAL" for error in response.json().get("errors", ()))


@only_sqlite
@given(document=DOCUMENTS, variables=st.text(max_size=8), accept=HEADERS)
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_comes_by_get_is_answered_or_refused_with_a_reason(client, document, variables, accept):
    asked = {"query": document, "variables": variables}

    response = await client.http.get("/graphql", params=asked, headers={"accept": accept})

    assert response.status_code in (200, 400, 405, 406)
    assert {"data", "errors"} & response.json().keys()


LONG = {"query": "{ __schema { types { name description } } }"}


@pytest.mark.parametrize(
    ("asked", "accepted", "packed", "varies"),
    [
        pytest.param(LONG, "gzip, deflate, br", "gzip", "accept-encoding", id="long"),
        pytest.param(LONG, "br, GZIP;q=0.5", "gzip", "accept-encoding", id="less-liked"),
        pytest.param(LONG, "br, gzip;q=0.0", None, "accept-encoding", id="refused"),
        pytest.param(LONG, "identity", None, "accept-encoding", id="not-named"),
        pytest.param(OK, "gzip", None, None, id="short"),
    ],
)
async def test_long_answers_are_packed_for_those_who_can_read_that(client, asked, accepted, packed, varies):
    plain = await client.http.post("/graphql", json=asked, headers={"accept-encoding": "identity"})

    response = await client.http.post("/graphql", json=asked, headers={"accept-encoding": accepted})

    assert response.json() == plain.json()
    assert (response.headers.get("content-encoding"), response.headers.get("vary")) == (packed, varies)


def test_what_is_packed_beside_the_other_callers_is_the_same(monkeypatch):
    monkeypatch.setattr(compression, "ASIDE", 0)
    request = Request({"type": "http", "headers": [(b"accept-encoding", b"gzip")]})

    response = asyncio.run(compression.compressed(Response("long " * 1_000), request))

    assert gzip.decompress(response.body) == b"long " * 1_000
    assert response.headers["content-length"] == str(len(response.body))
