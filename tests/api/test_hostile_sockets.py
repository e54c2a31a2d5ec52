"""Sockets of clients that mean no good, or take nothing: what ends them, and that nobody else feels it."""

import asyncio
import json
import logging

import pytest
from starlette.types import Receive, Send
from starlette.types import Scope as Asked

from api.listening import EndingSockets
from tests.factories import edit, make_contact
from tests.sockets import calling, listening

CHANGED = "subscription { contactChanged { fate contact { title } actor { label } } }"

only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SUBSCRIBE = json.dumps({"type": "subscribe", "id": "1", "payload": {"query": CHANGED}})
DEEP = '{"type":' * 50_000

# What is sent, and the code it ends the socket with. Tried on one server, because starting one takes longer than all of them.
HOSTILE: dict[str, tuple[list[str | bytes], int]] = {
    "broken": (["{"], 4400),
    "empty": ([""], 4400),
    "null": (["null"], 4400),
    "no object": (["[1]"], 4400),
    "a text": (['"ping"'], 4400),
    "without type": (["{}"], 4400),
    "type is no text": (['{"type": 7}'], 4400),
    "unknown type": (['{"type": "start"}'], 4400),
    "the server's own message": (['{"type": "connection_ack"}'], 4400),
    "bytes": ([b"\x00\x01"], 4400),
    "deep": ([DEEP], 4400),
    "NaN": (['{"type": "ping", "payload": NaN}'], 4400),
    "half a character": (['{"type": "subscribe", "id": "\\ud800", "payload": {"query": "{a}"}}'], 4400),
    "without id": (['{"type": "subscribe"}'], 4400),
    "empty id": (['{"type": "subscribe", "id": "", "payload": {"query": "{a}"}}'], 4400),
    "id is no text": (['{"type": "subscribe", "id": 1, "payload": {"query": "{a}"}}'], 4400),
    "long id": ([json.dumps({"type": "subscribe", "id": "x" * 129, "payload": {}})], 4400),
    "without payload": (['{"type": "subscribe", "id": "1"}'], 4400),
    "several requests": (['{"type": "subscribe", "id": "1", "payload": []}'], 4400),
    "query is no text": (['{"type": "subscribe", "id": "1", "payload": {"query": 7}}'], 4400),
    "variables are no object": (
        ['{"type": "subscribe", "id": "1", "payload": {"query": "{a}", "variables": 7}}'],
        4400,
    ),
    "complete without id": (['{"type": "complete"}'], 4400),
    "initialised twice": (['{"type": "connection_init"}'], 4429),
    "an id twice": ([SUBSCRIBE, SUBSCRIBE], 4409),
    "huge": (["x" * 2_000_000], 1009),
}
HOSTILE_AT_FIRST = {
    "broken": ("{", 4400),
    "unknown": ('{"type": "start"}', 4400),
    "complete": ('{"type": "complete", "id": "1"}', 4400),
    "subscribe": (SUBSCRIBE, 4401),
    "a payload that is no object": ('{"type": "connection_init", "payload": 7}', 4400),
    "a key of half a character": ('{"type": "connection_init", "payload": {"apiKey": "\\ud800"}}', 4400),
}


@only_sqlite
class TestHostileMessages:
    async def test_end_the_socket_with_the_code_for_it(self, served, key, caplog):
        codes = {}
        for name, (sent, _) in HOSTILE.items():
            async with calling(served.port) as socket:
                await socket.begin(apiKey=key)
                for each in sent:
                    await socket.connection.send(each)
                codes[name] = (await socket.end())[0]

        assert codes == {name: code for name, (_, code) in HOSTILE.items()}
        await served.listeners(0)
        assert loud(caplog) == []

    async def test_end_it_before_it_began(self, served, caplog):
        codes = {}
        for name, (sent, _) in HOSTILE_AT_FIRST.items():
            async with calling(served.port) as socket:
                await socket.connection.send(sent)
                codes[name] = (await socket.end())[0]

        assert codes == {name: code for name, (_, code) in HOSTILE_AT_FIRST.items()}
        assert loud(caplog) == []

    async def test_text_that_is_no_text_is_1007(self, served, key, caplog):
        async with calling(served.port) as socket:
            await socket.begin(apiKey=key)
            socket.connection.protocol.send_text(b"\xff\xfe")
            socket.connection.send_data()

            assert (await socket.end())[0] == 1007
        assert loud(caplog) == []

    async def test_a_document_that_cannot_be_run_ends_its_subscription_alone(self, database, served, key, caplog):
        wide = " ".join(f"a{at}: __typename" for at in range(40))
        refusals = {
            "no document": ("{", "GRAPHQL_VALIDATION_FAILED"),
            "no such field": ("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"),
            "a query": ("{ viewer { label } }", "GRAPHQL_VALIDATION_FAILED"),
            "a mutation": ('mutation { deleteContacts(ids: ["a"]) { changeSetId } }', "GRAPHQL_VALIDATION_FAILED"),
            "too many aliases": (f"subscription {{ contactChanged {{ {wide} }} }}", "TOO_LARGE"),
            "several operations": ("query A { tags { id } } query B { tags { id } }", "GRAPHQL_VALIDATION_FAILED"),
            "two subscriptions in one": (
                "subscription { contactChanged { id } companyChanged { id } }", "GRAPHQL_VALIDATION_FAILED",
            ),
        }  # fmt: skip
        ada = await make_contact(database)
        async with calling(served.port) as socket:
            await socket.begin(apiKey=key)
            await socket.subscribe(CHANGED, id="good")
            codes = {}
            for id, (document, _) in refusals.items():
                await socket.subscribe(document, id=id)
                answer = await socket.receive()
                assert (answer["type"], answer["id"]) == ("error", id)
                codes[id] = answer["payload"][0]["extensions"]["code"]
            await served.listeners(1)
            await edit(served.db, ada.id, title="CTO")
            told = await socket.receive()

        assert codes == {id: code for id, (_, code) in refusals.items()}
        assert (told["type"], told["id"]) == ("next", "good")
        assert loud(caplog) == []

    async def test_more_subscriptions_than_fit_are_refused_one_by_one(self, served, key, caplog):
        async with calling(served.port) as socket:
            await socket.begin(apiKey=key)
            for number in range(1_000):
                await socket.subscribe(CHANGED, id=str(number))
            answers = [await socket.receive() for _ in range(950)]
            await served.listeners(50)

        assert [(each["type"], each["id"]) for each in answers] == [("error", str(at)) for at in range(50, 1_000)]
        assert answers[0]["payload"] == [
            {"message": "At most 50 subscriptions fit on one socket", "extensions": {"code": "TOO_LARGE"}}
        ]
        await served.listeners(0)
        assert loud(caplog) == []

    async def test_a_client_that_reads_nothing_slows_nobody_down(self, database, served, key):
        ada = await make_contact(database, bio="x" * 60_000)
        async with calling(served.port) as fast, calling(served.port, max_queue=1, close_timeout=0.1) as slow:
            for each in (fast, slow):
                await each.begin(apiKey=key)
            await fast.subscribe("subscription { contactChanged { contact { leadScore } } }")
            for at in range(10):
                await slow.subscribe("subscription { contactChanged { contact { bio } } }", id=str(at))
            await served.listeners(11)
            scores = []
            for number in range(12):
                await edit(served.db, ada.id, leadScore=number)
                told = await fast.receive()
                scores.append(told["payload"]["data"]["contactChanged"]["contact"]["leadScore"])

        assert scores == [float(number) for number in range(12)]


def loud(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged as trouble of ours."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


class Hurried(EndingSockets):
    """The same sockets, for a test's patience."""

    linger_seconds = 0.05


@pytest.mark.parametrize("stops", [pytest.param(False, id="while it serves"), pytest.param(True, id="when it stops")])
async def test_a_client_that_takes_nothing_is_dropped_in_the_end(stops):
    gone = asyncio.Event()

    async def flood(scope: Asked, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept", "subprotocol": "graphql-transport-ws"})
        try:
            while True:
                await send({"type": "websocket.send", "text": "x" * 100_000})
        except OSError:
            gone.set()

    impatient = {"ws_ping_interval": 20 if stops else 0.1, "ws_ping_timeout": 0.1}
    async with (
        listening(flood, ws=Hurried, lifespan="off", **impatient) as (port, server),
        calling(port, max_queue=1, close_timeout=0.01),
        asyncio.timeout(20),
    ):
        server.should_exit = stops
        await gone.wait()
