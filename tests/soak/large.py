"""Large: the biggest bodies that are taken, the smallest that are not, and how long everybody else waits meanwhile."""

import asyncio
import http.client
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.people import person
from tests.benchmarks.product import fill
from tests.soak.calling import Address
from tests.soak.latency import PROMISED, Others
from tests.soak.report import Report
from tests.soak.served import Server
from tests.soak.stage import Stage

BATCH = 10_000  # leads
ROUNDS = 3
MOST_BYTES = 52_428_800
MOST_ITEMS = 50_000
KNOWN = 85  # of 100 leads
IDLE_SECONDS = 15
ABOVE_IDLE_MS = 50
WITHIN_MS = 1_000
MEMORY_ABOVE_FIRST = 1.5  # freed memory comes back in large pieces, or not at all; what grows with every body is a leak
PATIENCE_SECONDS = 900


@dataclass(slots=True)
class Upload:
    """What became of one large body."""

    status: int
    body: bytes
    seconds: float


def upload(address: Address, method: str, path: str, body: bytes) -> Upload:
    """Send a body from a thread of its own, so that sending it makes no other caller of ours wait."""
    connection = http.client.HTTPConnection(address.host, address.port, timeout=PATIENCE_SECONDS)
    began = time.monotonic()
    try:
        connection.request(method, path, body, {"content-type": "application/json", "x-api-key": address.key})
        response = connection.getresponse()
        return Upload(response.status, response.read(), time.monotonic() - began)
    finally:
        connection.close()


class Uploads:
    """Large bodies sent one after the other, and what was wrong with the answers."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.problems: list[str] = []
        self.peak = 0.0

    async def send(self, method: str, path: str, body: bytes, items: int) -> float:
        """Seconds until the answer, which must tell of every item."""
        sending = asyncio.create_task(asyncio.to_thread(upload, self._server.address, method, path, body))
        while not sending.done():
            self.peak = max(self.peak, self._server.memory())
            await asyncio.wait({sending}, timeout=0.25)
        done = sending.result()
        told = f"{method} {path} of {items:,}: {done.status} {done.body[:200]!r}"
        if done.status != 200:
            self.problems.append(told)
        elif method == "PUT" or path == "/contacts":
            results = json.loads(done.body)["results"]
            if len(results) != items or not all(result.get("success", True) for result in results):
                self.problems.append(f"{told}: {len(results)} results")
        return done.seconds

    async def status(self, method: str, path: str, body: bytes) -> int:
        return (await asyncio.to_thread(upload, self._server.address, method, path, body)).status


async def measure(stage: Stage, report: Report) -> None:
    stored = stage.options.contacts
    await asyncio.to_thread(fill, stage.store.url, stored)
    ids = [row[0] for row in await stage.store.rows(f"SELECT id FROM contact LIMIT {MOST_ITEMS}")]
    report.told("contacts stored", stored)
    async with stage.server() as server:
        uploads = Uploads(server)
        # Whom the others ask about is in none of the large bodies: who waits for that contact's own update may wait.
        await uploads.status("POST", "/contacts", _body([newcomer(0, "bystander")]))
        idle_memory = server.memory()
        idle = await _beside(server, lambda: asyncio.sleep(IDLE_SECONDS))
        idle.tell(report, "idle")
        for name, method, path, bodies in (
            ("a sync", "POST", "/contacts/sync", _syncs(stored)),
            ("an update", "PUT", "/contacts", _puts(ids)),
            ("a create", "POST", "/contacts", _creates()),
        ):
            others = await _beside(server, lambda: _send_all(uploads, method, path, bodies))  # noqa: B023  awaited here
            others.tell(report, f"beside {name} of {BATCH:,}")
            for call in PROMISED:
                more = others.p99(call) - idle.p99(call)
                report.at_most(f"{call}, beside {name} of {BATCH:,}: p99 above idle", more, ABOVE_IDLE_MS, "ms")
            uploads.problems += others.failures
        await _largest(server, uploads, stored, ids, report)
        items = [lead(number, stored, "more") for number in range(MOST_ITEMS + 1)]
        whole = _padded([lead(number, stored, "byte") for number in range(10)], MOST_BYTES + 1)
        report.exactly("one byte more", await uploads.status("POST", "/contacts/sync", whole), 413)
        report.exactly("one item more", await uploads.status("POST", "/contacts/sync", _body(items)), 413)
        report.nothing("large bodies refused or answered in part", uploads.problems)
        report.told("memory idle / peak", f"{idle_memory:.0f} / {uploads.peak:.0f}", "MB")


async def _largest(server: Server, uploads: Uploads, stored: int, ids: list[str], report: Report) -> None:
    """The largest body there may be, for each act; the sync twice, to see whether memory grows with every one."""
    after: list[float] = []
    for name, method, path, items in (
        ("sync", "POST", "/contacts/sync", [lead(number, stored, "largest") for number in range(MOST_ITEMS)]),
        ("sync again", "POST", "/contacts/sync", [lead(number, stored, "largest") for number in range(MOST_ITEMS)]),
        ("update", "PUT", "/contacts", [_update(ids, number, "largest") for number in range(MOST_ITEMS)]),
        ("create", "POST", "/contacts", [newcomer(number, "largest") for number in range(MOST_ITEMS)]),
    ):
        body = _padded(items, MOST_BYTES)
        took: list[float] = []

        async def send(method: str = method, path: str = path, body: bytes = body, took: list[float] = took) -> None:
            took.append(await uploads.send(method, path, body, MOST_ITEMS))

        others = await _beside(server, send)
        report.told(f"largest {name} took", took[0], "s")
        others.tell(report, f"beside the largest {name}")
        for call in PROMISED:
            report.at_most(f"{call}, beside the largest {name}: longest", others.longest(call), WITHIN_MS, "ms")
        uploads.problems += others.failures
        await asyncio.sleep(2)
        after.append(server.memory())
    report.told("memory after each of them", " / ".join(f"{each:.0f}" for each in after), "MB")
    report.at_most("memory after the second, of that after the first", after[1] / after[0], MEMORY_ABOVE_FIRST)


async def _beside(server: Server, work: Callable[[], Awaitable[Any]]) -> Others:
    async with Others(server.address, newcomer(0, "bystander")) as others:
        await work()
    return others


async def _send_all(uploads: Uploads, method: str, path: str, bodies: list[bytes]) -> None:
    for body in bodies:
        await uploads.send(method, path, body, BATCH)


def lead(number: int, stored: int, tag: str) -> dict[str, Any]:
    """A lead nobody asked about before; 85 of 100 are people who are stored."""
    who = number * max(1, stored // BATCH) % stored if number % 100 < KNOWN else stored + 1_000_000 + number
    return {"externalId": f"{tag}-{number}", **person(who)}


def newcomer(number: int, tag: str) -> dict[str, Any]:
    """A lead who is nobody that is stored."""
    return {
        "externalId": f"new-{tag}-{number}",
        "email": f"{tag}.{number}@new.example.com",
        "firstName": f"First{number}",
        "lastName": f"Last{number}",
        "company": f"Company {number % 500}",
    }


def _update(ids: list[str], number: int, tag: str) -> dict[str, Any]:
    return {"crmId": ids[number % len(ids)], "title": f"Title {tag}", "note": f"{tag} {number}"}


def _syncs(stored: int) -> list[bytes]:
    return [_body([lead(number, stored, f"sync{each}") for number in range(BATCH)]) for each in range(ROUNDS)]


def _puts(ids: list[str]) -> list[bytes]:
    return [_body([_update(ids, number, f"put{each}") for number in range(BATCH)]) for each in range(ROUNDS)]


def _creates() -> list[bytes]:
    return [_body([newcomer(number, f"create{each}") for number in range(BATCH)]) for each in range(ROUNDS)]


def _body(items: list[dict[str, Any]]) -> bytes:
    return json.dumps({"contacts": items}).encode()


def _padded(items: list[dict[str, Any]], size: int) -> bytes:
    """A body of exactly so many bytes: every item gets a long biography, and blanks fill up the rest."""
    room = (size - len(_body(items))) // len(items) - len('"bio": "", ')
    body = _body([{**item, "bio": "x" * min(room, 90_000)} for item in items])
    return body + b" " * (size - len(body))
