"""Answers of the server, of every call and of every refusal: they are what its OpenAPI document says."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from structlog.testing import capture_logs

from api.documentation.document import EXAMPLES
from models.access.api_key import Scope
from tests.api.documented import CALLS, WITH_A_BODY, departures
from tests.enginy import serving
from tests.factories import Clock, edit, make_company, make_contact, make_key, make_user

ID = "x_1"  # nobody's


async def test_examples_are_one_story_that_the_server_tells(database, enginy):
    """Only ids are the server's to choose: one of the story stands for one of its own throughout."""
    document, ids = enginy.app.openapi(), {"contact_invalid": "contact_invalid"}
    await make_user(database, "user_1", "Ana Ruiz", "ana.ruiz@example.com")
    await make_user(database, "user_2", "Sales Bot")
    await make_contact(database, email="shared@example.com")
    await make_contact(database, email="shared@example.com")

    for name, examples in EXAMPLES.items():
        method, path = CALLS[name]
        for example in examples:
            sent = replaced(example.request, ids)
            response = await enginy.send(method, path_with(path, replaced(example.parameter, ids)), sent)

            assert response.status_code == example.status, (example.name, response.text)
            learn(example.answer, response.json(), ids)
            assert response.json() == replaced(example.answer, ids), example.name
            assert departures(document, response) == []
        if name == "createContacts":
            sarah = ids["contact_8f3k2j"]
            await edit(database, sarah, leadScore=85, lifecycleStage="MQL", ownerId="sales-rep-1")

    assert len(ids) == 7


@pytest.mark.parametrize(
    ("status", "header", "value", "message"),
    [
        pytest.param(401, "X-API-Key", "rolo_wrong", "The API key is missing or wrong", id="wrong key"),
        pytest.param(401, "X-API-Key", "", "The API key is missing or wrong", id="no key"),
        pytest.param(
            403,
            "X-API-Key",
            "another",
            "This API key lacks the permission read; the scope enginy gives it",
            id="key for something else",
        ),
    ],
)
async def test_a_key_is_refused_as_documented_by_every_call(database, enginy, status, header, value, message):
    document = enginy.app.openapi()
    key = await make_key(database, [Scope.METRICS]) if value == "another" else value

    for method, path in CALLS.values():
        response = await enginy.send(method, path_with(path, ID), headers={header: key})

        assert (response.status_code, response.json()["message"]) == (status, message)
        assert departures(document, response) == []


async def test_key_and_request_id_may_come_as_the_document_says(enginy, key):
    del enginy.http.headers["X-API-Key"]
    request_id = "5c1e0f6f4b1f4a8f9d3c2b7a6e5d4c3b"

    response = await enginy.get("/health", headers={"Authorization": f"Bearer {key}", "X-Request-ID": request_id})

    assert (response.status_code, response.headers["X-Request-ID"]) == (200, request_id)


async def test_bodies_are_refused_as_documented_by_every_call_that_takes_one(database_url, key, clock):
    limits: dict[str, Any] = {
        "max_batch_items": 1,
        "max_body_bytes": 1_000,
        "body_timeout_seconds": 0.01,
    }
    large = b'{"ids": [' + b" " * 1_000 + b"]}"
    async with serving(database_url, key=key, clock=clock, **limits) as enginy:
        document, found = enginy.app.openapi(), {}
        for name, (method, path) in WITH_A_BODY.items():
            where = path_with(path, ID)
            responses = [
                await enginy.send(method, where, b"{"),
                await enginy.http.request(method, where, content=slowly(b'{"ids"', b": []}")),
                await enginy.send(method, where, large),
                await enginy.send(method, where, b"{}", headers={"Content-Type": "text/plain"}),
            ]
            found[name] = tuple(response.status_code for response in responses)
            assert [departures(document, response) for response in responses] == [[], [], [], []]
        many = await enginy.post("/contacts", {"contacts": [{}, {}]})

    assert found == dict.fromkeys(WITH_A_BODY, (400, 408, 413, 415))
    assert (many.status_code, departures(document, many)) == (413, [])


async def test_what_is_missing_is_answered_as_documented(enginy):
    document = enginy.app.openapi()

    responses = [
        await enginy.get("/tasks/x_1"),
        await enginy.patch("/tasks/x_1", {"completed": True}),
        await enginy.get("/activities/x_1"),
        await enginy.get("/users"),
    ]

    assert [response.status_code for response in responses] == [404, 404, 404, 404]
    assert [departures(document, response) for response in responses] == [[], [], [], []]


async def test_odd_items_are_answered_as_documented(database, enginy):
    document = enginy.app.openapi()
    contact = await make_contact(database, email="ada@example.com")
    odd: list[Any] = [
        5,
        None,
        [],
        {},
        {"externalId": None},
        {"externalId": True},
        {"externalId": ""},
        {"externalId": 7},
    ]
    values: list[Any] = [None, 5, 1.5, True, "", [], contact.id]
    ids = [{"crmId": each} for each in values]
    pairs = [{"contactCRMId": each, "companyCRMId": each} for each in values]

    responses = [
        await enginy.post("/contacts", {"contacts": odd}),
        await enginy.post("/contacts/sync", {"contacts": [*odd, {"externalId": 8, "email": "ada@example.com"}]}),
        await enginy.put("/contacts", {"contacts": [*odd, *ids, {"crmId": contact.id, "email": 5}]}),
        await enginy.post("/companies", {"companies": odd}),
        await enginy.post("/companies/sync", {"companies": odd}),
        await enginy.put("/companies", {"companies": [*odd, *ids]}),
        await enginy.post("/associations", {"associations": [*odd, *pairs]}),
    ]

    assert [response.status_code for response in responses] == [200] * 7
    assert [departures(document, response) for response in responses] == [[]] * 7


async def test_bare_things_are_answered_as_documented(database, enginy):
    document = enginy.app.openapi()
    contact, company = await make_contact(database), await make_company(database)

    responses = [
        await enginy.post("/contacts/batch", {"ids": [contact.id, 5, ID]}),
        await enginy.post("/companies/batch", {"ids": [company.id, None, ID]}),
        await enginy.post("/tasks", {"subject": "Call", "dueDate": "2024-01-15"}),
        await enginy.post("/activities", {"type": "EMAIL"}),
        await enginy.post("/tasks/batch", {"ids": []}),
        await enginy.post("/contacts", {"contacts": []}),
        await enginy.put("/contacts", {"contacts": []}),
    ]

    assert [response.status_code for response in responses] == [200, 200, 201, 201, 200, 200, 200]
    assert [departures(document, response) for response in responses] == [[]] * 7


async def test_monitoring_is_answered_as_documented(database, enginy):
    document, key = enginy.app.openapi(), await make_key(database, [Scope.METRICS])

    responses = [
        await enginy.get("/healthz"),
        await enginy.get("/readyz"),
        await enginy.get("/metrics", headers={"X-API-Key": key}),
        await enginy.get("/metrics"),
    ]

    assert [response.status_code for response in responses] == [200, 200, 200, 403]
    assert [departures(document, response) for response in responses] == [[], [], [], []]


@pytest.mark.parametrize("path", ["/health", "/readyz"])
async def test_a_database_that_is_away_is_answered_as_documented(path):
    async with serving("postgresql://nobody@127.0.0.1:1/none", key="rolo_any", clock=Clock()) as enginy:
        response = await enginy.get(path)

        assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
        assert departures(enginy.app.openapi(), response) == []


async def test_a_fault_is_answered_as_documented(database_url, key):
    def broken_clock() -> Any:
        raise ZeroDivisionError

    async with serving(database_url, key=key, clock=broken_clock) as enginy:  # type: ignore[arg-type]
        with capture_logs():  # which tells at length what went wrong
            response = await enginy.get("/health")

        assert response.status_code == 500
        assert departures(enginy.app.openapi(), response) == []


def replaced(told: Any, ids: dict[str, str]) -> Any:
    """A part of the story with the server's own ids."""
    text = json.dumps(told)
    for one, other in ids.items():
        text = text.replace(f'"{one}"', f'"{other}"')
    return json.loads(text)


def learn(told: Any, found: Any, ids: dict[str, str]) -> None:
    """Note which id of the server's each id in an answer of the story stands for, where it is met first."""
    if isinstance(told, dict) and isinstance(found, dict):
        for name, value in told.items():
            if name in ("id", "crmId") and isinstance(value, str) and not value.startswith("user_"):
                ids.setdefault(value, found[name])
            else:
                learn(value, found.get(name), ids)
    elif isinstance(told, list) and isinstance(found, list):
        for one, other in zip(told, found, strict=False):
            learn(one, other, ids)


def path_with(path: str, parameter: str | None) -> str:
    head, brace, _ = path.partition("{")
    return head + (parameter or "") if brace else path


async def slowly(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
        await asyncio.sleep(0.1)
