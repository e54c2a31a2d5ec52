"""Starts: what the first one makes, what later ones leave alone, and the server as a process."""

import asyncio
import json
import signal
import socket
import time
from datetime import timedelta
from typing import Any

import httpx
import psutil
import pytest

from api.settings import Settings
from api.startup import build_app, start
from graphql_schema.resolvers.people import create_user, deactivate_user
from graphql_schema.resolvers.users import list_owners
from models.access.api_key import ApiKey, Scope
from models.access.link import SignInLink
from models.access.secret import hash_secret
from models.configuration import DEFAULTS, NullSafety, SyncBackProperty, load_configuration
from models.database.engine import Database
from models.errors import InvalidInput
from models.identity.keys import KeyKind
from models.user import Role, User
from tests.api.processes import ServeProcess
from tests.factories import Clock, context, make_key, rows_of, runs_of


def settings(database_url: str, **given: Any) -> Settings:
    """Settings of a server over this database, whatever file of settings lies about."""
    given |= {"_env_file": None, "database_url": database_url}
    return Settings(**given)


async def test_the_first_start_makes_one_key_for_enginy_and_graphql(database_url, database):
    first = await start(settings(database_url))
    second = await start(settings(database_url))

    assert first.key is not None
    assert second.key is None
    [key] = await rows_of(database, ApiKey)
    assert (key.label, key.scopes, key.created_by, key.hash) == (
        "First key",
        ["enginy", "graphql:read", "graphql:write"],
        "cli",
        hash_secret(first.key.secret),
    )


async def test_servers_that_start_at_once_make_one_key_and_one_admin(database_url, database):
    starts = await asyncio.gather(*(start(settings(database_url)) for _ in range(4)))

    assert sum(each.key is not None for each in starts) == 1
    assert sum(each.token is not None for each in starts) == 1
    assert len(await rows_of(database, ApiKey)) == 1
    assert len(await rows_of(database, SignInLink)) == 1


async def test_the_first_start_makes_one_admin_whom_enginy_is_not_offered(database_url, database):
    first = await start(settings(database_url))
    second = await start(settings(database_url))

    assert (first.token is not None, second.token) == (True, None)
    [admin] = await rows_of(database, User)
    assert (admin.id, admin.name, admin.email, admin.role, admin.password_hash) == (
        "admin", "Admin", None, "admin", None,
    )  # fmt: skip
    [link] = await rows_of(database, SignInLink)
    assert (link.user_id, link.hash, link.expires_at - link.created_at) == (
        "admin", hash_secret(first.token), timedelta(minutes=15),
    )  # fmt: skip
    assert await list_owners(context(database)) == []


async def test_an_admin_who_was_let_go_is_no_reason_for_another_first_one(database_url, database):
    await start(settings(database_url))
    await create_user(context(database), "Ada", "ada@example.com", Role.ADMIN)
    await deactivate_user(context(database), "admin")

    assert (await start(settings(database_url))).token is None


async def test_a_revoked_key_is_no_reason_for_a_first_one(database_url, database):
    await start(settings(database_url))
    async with database.write() as session:
        (key,) = await rows_of(database, ApiKey)
        key.revoked_at = key.created_at
        session.add(key)

    assert (await start(settings(database_url))).key is None


async def test_the_environment_seeds_the_configuration_of_the_first_start(database_url, database):
    await start(
        settings(
            database_url,
            contact_sync_back="leadScore=lead_score, tier = custom:tier",
            contact_match_order="linkedin, email",
            null_safety="omit",
        )
    )

    async with database.read() as session:
        stored = await load_configuration(session)
    assert (stored.contact_sync_back, stored.contact_match_order, stored.null_safety) == (
        (SyncBackProperty("leadScore", "lead_score"), SyncBackProperty("tier", "custom:tier")),
        (KeyKind.LINKEDIN, KeyKind.EMAIL),
        NullSafety.OMIT,
    )
    [seeding] = [run for run in await runs_of(database) if run.act == "seed_configuration"]
    assert (seeding.door, seeding.facts["null_safety"]) == ("cli", "omit")


async def test_later_starts_keep_what_is_stored_and_say_where_the_environment_differs(database_url, database):
    await start(settings(database_url, null_safety="omit"))

    later = await start(settings(database_url, null_safety="echo", contact_match_order="phone"))

    async with database.read() as session:
        stored = await load_configuration(session)
    assert (stored.null_safety, stored.contact_match_order) == (NullSafety.OMIT, DEFAULTS.contact_match_order)
    assert [warning for warning in later.warnings if "stored" in warning] == [
        "ROLOGRAPH_CONTACT_MATCH_ORDER differs from the stored configuration, which holds: email, linkedin, phone",
        "ROLOGRAPH_NULL_SAFETY differs from the stored configuration, which holds: omit",
    ]


async def test_a_start_without_seeds_is_a_first_start_too(database_url, database):
    await start(settings(database_url))

    await start(settings(database_url, null_safety="omit"))

    async with database.read() as session:
        assert (await load_configuration(session)).null_safety is NullSafety.ECHO


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param({"contact_sync_back": "leadScore"}, "'leadScore' is not of the form property=field", id="form"),
        pytest.param({"contact_sync_back": "x=shoe_size"}, "there is no field 'shoe_size'", id="field"),
        pytest.param({"contact_match_order": "email, shoes"}, "'shoes' is none of email", id="kind"),
    ],
)
async def test_a_seed_that_cannot_be_is_refused_and_nothing_is_made(tmp_path, sqlite_template, given, told):
    path = tmp_path / "fresh.db"
    path.write_bytes(sqlite_template.read_bytes())

    with pytest.raises(InvalidInput, match=told):
        await start(settings(f"sqlite:///{path}", **given))

    assert (await start(settings(f"sqlite:///{path}"))).key is not None


async def test_a_misspelled_variable_is_told(database_url, monkeypatch):
    monkeypatch.setenv("ROLOGRAPH_DATABSE_URL", "x")
    monkeypatch.setenv("ROLOGRAPH_TEST_POSTGRES_URL", "x")

    started = await start(settings(database_url))

    assert [each for each in started.warnings if "ROLOGRAPH" in each] == [
        "ROLOGRAPH_DATABSE_URL is no setting of this release"
    ]


async def test_work_beside_the_server_runs_and_ends_with_it(database_url):
    ended = []

    async def work(server, ending):
        await ending.wait()
        ended.append(server.settings.database_url)

    app = build_app(settings(database_url), background=[work], clock=Clock())
    async with app.router.lifespan_context(app):
        await asyncio.sleep(0)
        assert ended == []

    assert ended == [database_url]


async def test_work_that_fails_does_not_take_the_server_with_it(database_url):
    async def work(_server, _ending):
        raise ZeroDivisionError

    app = build_app(settings(database_url), background=[work], clock=Clock())
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://crm.test") as http,
    ):
        await asyncio.sleep(0)
        assert (await http.get("/healthz")).status_code == 200


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # that PostgreSQL is served so is seen below
def test_serve_shows_a_key_at_its_first_start_alone_and_the_key_works(database_url, tmp_path):
    arguments = ("--database-url", database_url)
    with ServeProcess(tmp_path, *arguments, ROLOGRAPH_PATH_PREFIX="/crm") as first:
        first.wait_until_open()
        [key] = first.keys()
        health = httpx.get(f"{first.url}/crm/health", headers={"X-API-Key": key})
        refused = httpx.get(f"{first.url}/crm/health")
        first.stop()
    with ServeProcess(tmp_path, *arguments, ROLOGRAPH_PATH_PREFIX="/crm") as second:
        second.wait_until_open()
        again = httpx.get(f"{second.url}/crm/health", headers={"X-API-Key": key})
        second.stop()

    assert (health.status_code, refused.status_code, again.status_code) == (200, 401, 200)
    assert "server" not in health.headers
    assert [line.split() for line in first.printed.splitlines() if line.startswith("  ")] == [
        ["baseUrl", f"{first.url}/crm"],
        ["apiKey", key],
        ["apiKeyHeader", "X-API-Key"],
        ["contactLinkTemplate", f"{first.url}/contacts/{{{{crmId}}}}"],
        ["companyLinkTemplate", f"{first.url}/companies/{{{{crmId}}}}"],
        ["curl", "-H", "'X-API-Key:", f"{key}'", f"{first.url}/crm/health"],
        [first.links()[0]],
    ]
    assert (second.keys(), second.links()) == (set(), [])
    assert "shown at the first start; another: rolograph keys create LABEL" in second.printed
    assert key not in first.logged + second.logged
    assert "token" not in first.logged
    assert [json.loads(line)["event"] for line in second.logged.splitlines()][-1] == "stopped"


def test_serve_demo_uses_a_file_of_its_own_and_is_open_before_it_is_filled(tmp_path):
    with ServeProcess(tmp_path, "--demo", ROLOGRAPH_DATABASE_URL="sqlite:///real.db") as server:
        server.wait_until_open()
        logged_when_open = server.logged
        server.stop()

    assert '"percent": 100' not in logged_when_open
    assert len(server.links()) == 1
    assert "sqlite:///rolograph-demo.db" in server.printed
    assert not (tmp_path / "real.db").exists()


async def metrics_key(database_url: str) -> str:
    """A key that may see how the server is doing."""
    database = Database.open(database_url)
    try:
        return await make_key(database, [Scope.METRICS])
    finally:
        await database.close()


def test_several_processes_serve_postgresql_count_as_one_and_end_with_the_one_that_started_them(database_url, tmp_path):
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite has one process")
    with ServeProcess(tmp_path, "--database-url", database_url, "--workers", "2") as server:
        server.wait_until_open()
        [key] = server.keys()

        health = [httpx.get(f"{server.url}/health", headers={"X-API-Key": key}).status_code for _ in range(8)]
        told = httpx.get(f"{server.url}/metrics", headers={"X-API-Key": asyncio.run(metrics_key(database_url))}).text
        workers = psutil.Process(server.process.pid).children()
        server.kill()
        _, left = psutil.wait_procs(workers, 20)

    assert health == [200] * 8
    assert 'http_requests_total{handler="/health",method="GET",status="2xx"} 8.0' in told
    assert (len(workers) >= 2, left) == (True, [])


def test_a_call_under_way_is_answered_when_the_server_is_told_to_stop(tmp_path):
    with ServeProcess(tmp_path) as server:
        server.wait_until_open()
        [key] = server.keys()
        body = b'{"contacts": [{"externalId": "lead-1", "email": "ada@example.com"}]}'
        head = (
            f"POST /contacts HTTP/1.1\r\nhost: x\r\nx-api-key: {key}\r\n"
            f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        ).encode()
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(head + body[:20])
            time.sleep(0.5)
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            connection.sendall(body[20:])
            connection.settimeout(20)
            answer = b"".join(iter(lambda: connection.recv(65_536), b""))
        server.process.wait(20)

    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b'"externalId":"lead-1","crmId":"contact_' in answer
