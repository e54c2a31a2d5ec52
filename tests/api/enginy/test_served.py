"""The server over a real socket: what it acknowledged survives a kill, and a caller that stalls is told so."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.enginy import Process
from tests.factories import history_of, make_contact, runs_of, version_of

CONTACTS, WRITERS, KILLS = 2, 4, 3


@pytest.fixture
async def server(database_url: str, database: Any) -> AsyncIterator[Process]:
    server = Process(database_url, body_timeout_seconds=0.3)
    await server.start()
    yield server
    server.kill()


async def test_every_acknowledged_update_is_there_after_a_kill(database, server, key):
    contacts = [(await make_contact(database)).id for _ in range(CONTACTS)]
    acknowledged: dict[tuple[str, str], int] = {}
    sent: dict[tuple[str, str], int] = {}
    headers = {"X-API-Key": key, "Content-Type": "application/json"}

    async def write(http: httpx.AsyncClient, writer: int) -> None:
        """Count a field of its own up on every contact, until the server is gone."""
        number = max([sent.get((each, f"writer{writer}"), 0) for each in contacts])
        while True:
            number += 1
            fields = {f"writer{writer}": number, "customFields": {f"copy{writer}": number}}
            sent.update({(each, f"writer{writer}"): number for each in contacts})
            try:
                answer = await http.put(
                    "/contacts", json={"contacts": [{"crmId": each, **fields} for each in contacts]}
                )
            except httpx.TransportError:
                return  # sent, and perhaps stored: nobody knows
            assert [each["success"] for each in answer.json()["results"]] == [True] * CONTACTS
            acknowledged.update({(each, f"writer{writer}"): number for each in contacts})

    for _ in range(KILLS):
        async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=30) as http:
            writing = [asyncio.create_task(write(http, writer)) for writer in range(WRITERS)]
            wanted = len(acknowledged) and min(acknowledged.values()) + 2  # two more from the slowest writer
            async with asyncio.timeout(60):
                while len(acknowledged) < CONTACTS * WRITERS or min(acknowledged.values()) < wanted:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            server.kill()
            await asyncio.gather(*writing)
        await server.start()
        async with httpx.AsyncClient(base_url=server.url, headers=headers, timeout=30) as http:
            fetched = (await http.post("/contacts/batch", json={"ids": contacts})).json()["results"]

        found = {(each["id"], name): value for each in fetched for name, value in each["properties"].items()}
        for place, number in sent.items():
            assert acknowledged.get(place, 0) <= found.get(place, 0) <= number, place
            contact, writer = place
            assert found.get(place) == found.get((contact, writer.replace("writer", "copy"))), "half an update"
    assert min(acknowledged.values()) > KILLS
    for each in contacts:
        assert len(await history_of(database, each)) == await version_of(database, each) - 1
    assert {run.status for run in await runs_of(database)} == {"succeeded"}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_body_that_stops_coming_is_408_and_others_are_served_meanwhile(database_url, database, server, key):
    head = f"POST /contacts HTTP/1.1\r\nHost: crm.test\r\nX-API-Key: {key}\r\nContent-Type: application/json\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(f'{head}Content-Length: 100\r\n\r\n{{"contacts": ['.encode())
    await writer.drain()

    async with httpx.AsyncClient(base_url=server.url, headers={"X-API-Key": key}) as http:
        other = await http.get("/health")
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()

    assert other.status_code == 200
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert answer.endswith(b'{"error":"Request timeout","message":"The body paused for more than 0.3 seconds"}')
    assert [(run.status, run.message) for run in await runs_of(database)] == [
        ("refused", "The body paused for more than 0.3 seconds")
    ]
