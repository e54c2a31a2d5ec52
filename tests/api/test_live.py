"""Sockets: who is let in, what ends them and with which code, and that a change through any door is told."""

import httpx
import pytest
from sqlalchemy import update

from graphql_schema.resolvers.documents import register_documents
from graphql_schema.resolvers.keys import list_keys, revoke_key
from models.access.api_key import Scope
from models.access.session import UserSession
from models.base import table_of
from models.database.engine import Database
from models.library.document import hash_of
from models.user import User
from tests.browser import ADA
from tests.enginy import Process
from tests.factories import ANN, configure, context, edit, make_contact, make_key, make_user, rows_of
from tests.sockets import Served, calling, serving

CHANGED = "subscription { contactChanged { fate contact { title } actor { label } } }"

only_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_a_change_through_rest_is_told(database, served, key):
    ada = await make_contact(database, title="Engineer")
    async with calling(served.port) as socket, httpx.AsyncClient(base_url=served.url) as http:
        await socket.begin(apiKey=key)
        await socket.subscribe(CHANGED)
        await served.listeners(1)

        body = {"contacts": [{"crmId": ada.id, "title": "CTO"}]}
        answer = await http.put("/contacts", json=body, headers={"X-API-Key": key})

        assert answer.status_code == 200
        told = {"fate": "UPDATED", "contact": {"title": "CTO"}, "actor": {"label": "Enginy"}}
        assert await socket.receive() == {"id": "1", "type": "next", "payload": {"data": {"contactChanged": told}}}


@only_postgresql
async def test_two_processes_hear_each_other(database_url, database, key):
    ada = await make_contact(database)
    other = Process(database_url)
    await other.start()
    try:
        async with serving(database_url) as served, calling(served.port, headers={"X-API-Key": key}) as socket:
            await socket.begin()
            await socket.subscribe(CHANGED)
            await served.listeners(1)
            async with httpx.AsyncClient(base_url=other.url, headers={"X-API-Key": key}) as http:
                await http.put("/contacts", json={"contacts": [{"crmId": ada.id, "title": "CTO"}]})

            told = await socket.receive()
    finally:
        other.kill()

    assert told["payload"]["data"]["contactChanged"]["contact"] == {"title": "CTO"}


@only_postgresql
async def test_listeners_are_told_that_they_may_have_missed_something_once_postgresql_is_back(database, served, key):
    async with calling(served.port) as socket:
        await socket.begin(apiKey=key)
        await socket.subscribe("subscription { contactChanged { missed contact { title } } }")
        await served.listeners(1)
        async with database.write() as session:
            connection = await session.connection()
            await connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND query LIKE 'LISTEN%%'"
            )

        first = await socket.receive()
        ada = await make_contact(database)
        await edit(served.db, ada.id, title="CTO")
        second = await socket.receive()

    assert [each["payload"]["data"]["contactChanged"] for each in (first, second)] == [
        {"missed": True, "contact": None},
        {"missed": False, "contact": {"title": "CTO"}},
    ]


@only_sqlite
class TestWhoIsLetIn:
    async def test_a_key_in_the_payload_by_any_of_its_names(self, served, key):
        for name in ("apiKey", "X-API-Key", "x-api-key"):
            async with calling(served.port, origin="https://elsewhere.example") as socket:
                await socket.begin(**{name: key})
        async with calling(served.port) as socket:
            await socket.begin(Authorization=f"Bearer {key}")

    async def test_a_person_from_our_own_page(self, database, served):
        cookie = await signed_in(database, served)
        async with calling(served.port, headers={"Cookie": cookie}, origin=served.url) as socket:
            await socket.begin()

    async def test_no_person_from_elsewhere(self, database, served):
        cookie = await signed_in(database, served)
        ends = []
        for headers, origin in (
            ({}, "https://elsewhere.example"),
            ({"Sec-Fetch-Site": "cross-site"}, served.url),
            ({}, None),
        ):
            async with calling(served.port, headers={"Cookie": cookie, **headers}, origin=origin) as socket:
                await socket.send("connection_init")
                code, reason = await socket.end()
                ends.append((code, reason.partition(".")[0]))

        assert ends == [(4403, "Only pages of this server may do this")] * 3

    async def test_nobody_unknown(self, served):
        ends = []
        for payload in (None, {"apiKey": "rolo_wrong"}, {"apiKey": 7}):
            async with calling(served.port) as socket:
                await socket.send("connection_init", payload=payload)
                ends.append(await socket.end())

        assert ends == [(4401, "The API key is missing or wrong")] * 3

    async def test_no_key_that_may_not_read(self, database, served):
        metrics = await make_key(database, [Scope.METRICS])
        async with calling(served.port) as socket:
            await socket.send("connection_init", payload={"apiKey": metrics})

            code, reason = await socket.end()

        assert code == 4403
        assert reason.startswith("This API key lacks the permission read")

    async def test_no_more_sockets_than_one_caller_may_have(self, served, key):
        served.app.state.server.sockets.of_actor = 1
        async with calling(served.port) as first:
            await first.begin(apiKey=key)
            async with calling(served.port) as second:
                await second.send("connection_init", payload={"apiKey": key})

                assert await second.end() == (1013, "At most 1 connections of one caller; try again later")
            await first.send("ping")
            assert await first.receive() == {"type": "pong"}
        async with calling(served.port) as third:
            await third.begin(apiKey=key)


@only_sqlite
class TestWhatEndsThem:
    async def test_signing_out(self, database, served):
        served.app.state.server.sockets.look_seconds = 0.02
        cookie = await signed_in(database, served)
        headers = {"Origin": served.url, "Cookie": cookie}
        async with (
            calling(served.port, headers={"Cookie": cookie}, origin=served.url) as socket,
            httpx.AsyncClient(base_url=served.url, headers=headers) as http,
        ):
            await socket.begin()
            await socket.subscribe(CHANGED)
            assert (await http.delete("/session")).status_code == 204

            assert await socket.end() == (4401, "The session has ended; sign in again")
        await served.listeners(0)

    async def test_a_revoked_key(self, served, key):

        served.app.state.server.sockets.look_seconds = 0.02
        async with calling(served.port) as socket:
            await socket.begin(apiKey=key)
            ctx = context(served.db, ANN)
            [stored] = await list_keys(ctx)
            await revoke_key(ctx, stored.id)

            assert await socket.end() == (4401, "The API key is missing or wrong")

    async def test_another_role(self, database, served):
        served.app.state.server.sockets.look_seconds = 0.02
        cookie = await signed_in(database, served)
        async with calling(served.port, headers={"Cookie": cookie}, origin=served.url) as socket:
            await socket.begin()
            async with database.write() as session:
                await session.exec(roles_to("analyst"))

            assert await socket.end() == (4403, "What you may do has changed; connect again")

    async def test_looking_again_is_no_use_of_a_session(self, database, served):

        clock = served.app.state.server.clock
        cookie = await signed_in(database, served)
        served.app.state.server.sockets.look_seconds = 0.01
        async with calling(served.port, headers={"Cookie": cookie}, origin=served.url) as socket:
            await socket.begin()
            seen = clock.now
            clock.move(hours=71)
            clock.move(hours=2)
            assert (await socket.end())[0] == 4401
        [session] = await rows_of(database, UserSession)
        assert session.last_seen_at == seen

    async def test_silence_at_the_start(self, served):
        served.app.state.server.sockets.init_seconds = 0.02
        async with calling(served.port) as socket:
            assert await socket.end() == (4408, "connection_init did not come in time")

    async def test_another_protocol(self, served):
        async with calling(served.port, protocol="graphql-ws") as socket:
            assert socket.connection.subprotocol is None
            assert await socket.end() == (4406, "The subprotocol must be graphql-transport-ws")

    async def test_the_server_stops(self, served, key):
        async with calling(served.port) as socket:
            await socket.begin(apiKey=key)
            await socket.subscribe(CHANGED)
            await served.listeners(1)
            served.server.should_exit = True

            assert (await socket.end())[0] == 1001


@only_sqlite
async def test_an_id_is_free_again_once_its_subscription_is_over(database, served, key):
    ada = await make_contact(database)
    async with calling(served.port) as socket:
        await socket.begin(apiKey=key)
        for _ in range(2):
            await socket.subscribe(CHANGED)
            await served.listeners(1)
            await socket.send("complete", id="1")
            await served.listeners(0)
        await socket.subscribe(CHANGED, id="2")
        await served.listeners(1)
        await edit(served.db, ada.id, title="CTO")

        assert (await socket.receive())["id"] == "2"


@only_sqlite
async def test_a_registered_document_is_asked_for_by_its_id(database, served, key):

    await register_documents(context(served.db, ANN), [CHANGED], "test")
    ada = await make_contact(database)
    async with calling(served.port) as socket:
        await socket.begin(apiKey=key)
        await socket.send("subscribe", id="1", payload={"documentId": f"sha256:{hash_of(CHANGED)}"})
        await served.listeners(1)
        await edit(served.db, ada.id, title="CTO")

        assert (await socket.receive())["type"] == "next"


@only_sqlite
async def test_who_may_run_registered_documents_alone_may_subscribe_to_no_other(database, served):

    await configure(database, explore_withdrawn=["rep"])
    cookie = await signed_in(database, served, role="rep")
    async with calling(served.port, headers={"Cookie": cookie}, origin=served.url) as socket:
        await socket.begin()
        await socket.subscribe(CHANGED)

        answer = await socket.receive()

    assert answer["payload"][0]["extensions"] == {"code": "DOCUMENT_NOT_REGISTERED"}


@only_sqlite
async def test_ping_is_answered_with_what_it_brought(served, key):
    async with calling(served.port) as socket:
        await socket.begin(apiKey=key)
        await socket.send("ping", payload={"at": 1})
        await socket.send("pong")

        assert await socket.receive() == {"type": "pong", "payload": {"at": 1}}


def roles_to(role: str):

    return update(table_of(User)).values(role=role)


async def signed_in(database: Database, served: Served, role: str = "admin") -> str:
    """The cookie of a person who signed in."""
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1], role=role)
    async with httpx.AsyncClient(base_url=served.url, headers={"Origin": served.url}) as http:
        answer = await http.post("/session", json={"email": ADA[0], "password": ADA[1]})
    assert answer.status_code == 200
    return answer.headers["set-cookie"].partition(";")[0]
