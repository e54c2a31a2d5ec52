"""Logs: one line an event, with the id of its request, and nothing personal or secret at info."""

import io
import json
import logging
from typing import Any

import pytest
import structlog

from api.logging import configure_logging
from api.settings import Settings
from tests.enginy import serving
from tests.factories import Clock, make_key


def logged(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture
def stream() -> io.StringIO:
    """Where JSON logs go in this test."""
    stream = io.StringIO()
    configure_logging(settings(log_format="json"), stream)
    return stream


def settings(**given: Any) -> Settings:
    given["_env_file"] = None
    return Settings(**given)


async def test_a_request_is_one_line_that_says_who_what_and_how_it_went(database_url, database, stream):
    key = await make_key(database)
    async with serving(database_url, key=key, clock=Clock()) as enginy:
        body = {"contacts": [{"externalId": "lead-1", "email": "ada@example.com", "firstName": "Ada"}]}
        response = await enginy.post("/contacts?secret=swordfish", body, headers={"X-Request-ID": "a" * 32})

    [line] = [line for line in logged(stream) if line["logger"] == "access"]
    assert {name: line[name] for name in ("event", "level", "method", "route", "status", "request_id", "run")} == {
        "event": "request",
        "level": "info",
        "method": "POST",
        "route": "/contacts",
        "status": 200,
        "request_id": "a" * 32,
        "run": response.headers["x-sync-run"],
    }
    assert (line["actor"].startswith("key_"), line["ms"] > 0) == (True, True)


async def test_no_key_body_name_or_query_is_logged(database_url, database, stream):
    key = await make_key(database)
    async with serving(database_url, key=key, clock=Clock()) as enginy:
        await enginy.post(
            "/contacts?secret=swordfish", {"contacts": [{"externalId": "lead-1", "email": "ada@example.com"}]}
        )
        await enginy.get("/ada@example.com/swordfish")
        await enginy.get("/tasks/swordfish")
        await enginy.post("/contacts", b'{"contacts": [{"email": "ada@example.com"')

    lines = [(line["route"], line["status"]) for line in logged(stream) if line["logger"] == "access"]
    assert lines == [("/contacts", 200), (None, 404), ("/tasks/{task_id}", 404), ("/contacts", 400)]
    assert [word for word in (key, "ada@", "swordfish", "lead-1") if word in stream.getvalue()] == []


async def test_the_route_is_told_with_its_prefix_and_a_head_with_what_it_stands_for(database_url, database, stream):
    key = await make_key(database)
    async with serving(database_url, key=key, clock=Clock(), path_prefix="/crm") as enginy:
        await enginy.post("/crm/contacts/sync", {"contacts": []})
        await enginy.send("HEAD", "/crm/health")
        await enginy.post("/graphql", {"query": "{ __typename }"})
        await enginy.get("/crm/nowhere")

    lines = [(line["method"], line["route"]) for line in logged(stream) if line["logger"] == "access"]
    assert lines == [("POST", "/crm/contacts/sync"), ("HEAD", "/crm/health"), ("POST", "/graphql"), ("GET", None)]


async def test_a_refused_key_is_a_line_without_an_actor(database_url, stream):
    async with serving(database_url, key="wrong", clock=Clock()) as enginy:
        await enginy.get("/health")

    [line] = [line for line in logged(stream) if line["logger"] == "access"]
    assert (line["route"], line["status"], "actor" in line) == ("/health", 401, False)


async def test_a_bug_is_logged_once_with_the_request_id_of_its_answer(database_url, database, stream):
    key = await make_key(database)
    async with serving(database_url, key=key, clock=Clock()) as enginy:

        @enginy.app.get("/bug")
        async def bug() -> None:
            raise ZeroDivisionError("swordfish")

        response = await enginy.get("/bug", headers={"X-Request-ID": "b" * 32})

    assert (response.status_code, "b" * 32 in response.text, "swordfish" in response.text) == (500, True, False)
    lines = logged(stream)
    assert [(line["logger"], line["level"], line["request_id"]) for line in lines] == [
        ("http", "error", "b" * 32),
        ("access", "info", "b" * 32),
    ]
    assert "ZeroDivisionError" in lines[0]["exception"]
    assert lines[1]["status"] == 500


def test_libraries_log_in_the_same_form(stream):
    logging.getLogger("sqlalchemy.pool").warning("connection %s is gone", 7, extra={"color_message": "twice"})
    logging.getLogger("alembic.runtime.migration").info("Running upgrade")
    logging.getLogger("uvicorn.access").info("127.0.0.1 - GET /?secret=swordfish")
    logging.getLogger("uvicorn.error").info("Started server process [7]")

    assert [(line["logger"], line["level"], line["event"], "color_message" in line) for line in logged(stream)] == [
        ("sqlalchemy.pool", "warning", "connection 7 is gone", False)
    ]


def test_the_least_level_is_a_setting():
    stream = io.StringIO()
    configure_logging(settings(log_format="json", log_level="warning"), stream)

    structlog.stdlib.get_logger("x").info("quiet")
    structlog.stdlib.get_logger("x").warning("loud", count=1)

    assert [(line["event"], line["count"]) for line in logged(stream)] == [("loud", 1)]


def test_text_is_for_terminals_and_for_those_who_ask():
    piped, asked = io.StringIO(), io.StringIO()
    configure_logging(settings(), piped)
    structlog.stdlib.get_logger("x").info("hello", name="Ada")
    configure_logging(settings(log_format="text"), asked)
    structlog.stdlib.get_logger("x").info("hello", name="Ada")

    assert logged(piped)[0]["event"] == "hello"
    assert "[info     ] hello" in asked.getvalue()
    assert "name=Ada" in asked.getvalue()
