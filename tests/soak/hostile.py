"""Hostile: thousands of requests that mean no good; none is a 5xx, none hangs, and nobody else is worse off."""

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any, NoReturn

from tests.soak.audit import StoredContact, disagreements, read_stored
from tests.soak.bodies import Hostile, hostile_bodies
from tests.soak.calling import Address, Answer, Caller, Hung, Unanswered, connect
from tests.soak.creators import newcomer
from tests.soak.latency import PROMISED, Others
from tests.soak.lines import odd_heads, odd_lines, say, wrong_verbs
from tests.soak.report import Report
from tests.soak.served import Server
from tests.soak.stage import Stage

HEALTHY = 20
VICTIMS = 4
CALLERS = 6
PATIENCE_SECONDS = 30.0
SHORT_MINUTES = 1  # a run this short tries a part of the bodies
SHORT_SHARE = 0.1
STALLED = 400
STALLED_SECONDS = 5
OTHERS_WITHIN_MS = 1_000
MEMORY_GROWTH = 1.2  # caches fill up in the first half; what grows in the second is a leak
MEMORY_ABOVE_IDLE = 100


class Verdicts:
    """What became of the requests."""

    def __init__(self) -> None:
        self.statuses: Counter[int] = Counter()
        self.errors: list[str] = []
        self.hangs: list[str] = []
        self.dropped: list[str] = []
        self.unclear: list[str] = []
        self.slowest = 0.0

    async def ask(self, caller: Caller, request: Hostile) -> None:
        began = time.monotonic()
        try:
            answer = await caller.call(request.method, request.path, request.body, request.headers)
        except Hung:
            self.hangs.append(_shown(request))
        except Unanswered as problem:
            self.dropped.append(f"{problem}: {_shown(request)}")
        else:
            self.judge(answer, _shown(request), bodiless=request.method == "HEAD")
        self.slowest = max(self.slowest, time.monotonic() - began)

    def judge(self, answer: Answer, request: str, *, bodiless: bool = False) -> None:
        self.statuses[answer.status] += 1
        told = f"{answer.status} {answer.body[:150]!r} to {request}"
        if answer.status >= 500:
            self.errors.append(told)
        elif not bodiless and not _is_clear(answer):
            self.unclear.append(told)


def _shown(request: Hostile) -> str:
    return f"{request.kind}: {request.method} {request.path[:60]} {dict(request.headers) or ''} {request.body[:200]!r}"[
        :400
    ]


def _is_clear(answer: Answer) -> bool:
    """Whether the answer is JSON that every program can read, and a refusal says why; an empty one is uvicorn's own."""
    if not answer.body:
        return answer.status in {400, 408, 413, 431} or answer.status < 300 or "allow" in answer.headers
    if not answer.headers.get("content-type", "").startswith(("application/json", "application/graphql-response+json")):
        return answer.status in {200, 400} and answer.headers.get("content-type", "").startswith("text/")
    try:
        told = json.loads(answer.body, parse_constant=_refuse)
    except ValueError:
        return False
    if answer.status == 405 and not answer.headers.get("allow"):
        return False
    return answer.status < 400 or (isinstance(told, dict) and bool(told.get("error") or told.get("errors")))


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


async def measure(stage: Stage, report: Report) -> None:
    rng = random.Random(stage.options.seed)
    async with stage.server() as server:
        caller = Caller(server.address)
        healthy = await _create(caller, "healthy", HEALTHY)
        victims = await _create(caller, "victim", VICTIMS)
        before = await _seen(caller, healthy)
        stored_before = (await read_stored(stage.store)).contacts
        idle = await _memory_at_work(server, caller)

        requests = [*hostile_bodies(victims, rng), *wrong_verbs(), *odd_heads()]
        if stage.options.minutes < SHORT_MINUTES:
            requests = rng.sample(requests, int(len(requests) * SHORT_SHARE))
        rng.shuffle(requests)
        verdicts = Verdicts()
        await _ask_all(server.address, requests[::2], verdicts)
        half = await _memory_at_work(server, caller)
        await _ask_all(server.address, requests[1::2], verdicts)
        lines = odd_lines(stage.key)
        await asyncio.gather(*(_say(server.address, line, verdicts) for line in lines))
        stalled = await _stall(server, report)

        after = await _seen(caller, healthy)
        stored = await read_stored(stage.store)
        spoiled = await _spoiled(caller, stored.contacts.values(), stored.links)
        used = await _memory_at_work(server, caller)

    report.told("hostile requests", len(requests) + len(lines))
    report.told("statuses", ", ".join(f"{status}: {number}" for status, number in sorted(verdicts.statuses.items())))
    report.nothing("5xx", verdicts.errors)
    report.nothing("hangs", verdicts.hangs)
    report.nothing("connections dropped without an answer", verdicts.dropped)
    report.nothing("answers that are not clear", verdicts.unclear)
    report.told("slowest answer", verdicts.slowest, "s")
    changed = [f"{one} became {other}" for one, other in zip(before, after, strict=True) if one != other]
    changed += [each for each in healthy if _facts(stored.contacts[each]) != _facts(stored_before[each])]
    report.nothing("healthy contacts changed", changed)
    report.nothing("stored contacts that spoil a later request", spoiled)
    report.nothing("contacts whose row, keys and history differ", disagreements(stored, shadows=False))
    report.nothing(f"failed calls beside {STALLED} stalled clients", stalled)
    report.told("memory before / after half / after all", f"{idle:.0f} / {half:.0f} / {used:.0f}", "MB")
    report.at_most("memory after all, of that after half", used / half, MEMORY_GROWTH)
    report.at_most("memory after all, above that before", used - idle, MEMORY_ABOVE_IDLE, "MB")


async def _create(caller: Caller, name: str, size: int) -> list[str]:
    answer = await caller.post("/contacts", {"contacts": [newcomer(f"{name}-{number}") for number in range(size)]})
    return [result["crmId"] for result in answer.json()["results"]]


async def _seen(caller: Caller, ids: list[str]) -> list[Any]:
    """What callers see of these contacts."""
    return list((await caller.post("/contacts/batch", {"ids": ids})).json()["results"])


def _facts(contact: StoredContact) -> tuple[Any, ...]:
    return contact.version, contact.values, contact.custom, contact.keys, contact.shadows


async def _ask_all(address: Address, requests: list[Hostile], verdicts: Verdicts) -> None:
    waiting = iter(requests)

    async def ask() -> None:
        async with Caller(address, patience=PATIENCE_SECONDS) as caller:
            for request in waiting:
                await verdicts.ask(caller, request)

    await asyncio.gather(*(ask() for _ in range(CALLERS)))


async def _say(address: Address, line: Any, verdicts: Verdicts) -> None:
    try:
        answer = await say(address, line, PATIENCE_SECONDS)
    except TimeoutError:
        verdicts.hangs.append(f"line: {line.kind}")
        return
    if answer is not None:
        verdicts.judge(answer, f"line: {line.kind}")
    elif line.answered:
        verdicts.dropped.append(f"line: {line.kind}")


async def _stall(server: Server, report: Report) -> list[str]:
    """Many clients that begin a request and say no more; the failures of ordinary callers meanwhile."""
    half = (
        f"POST /contacts HTTP/1.1\r\nhost: soak\r\nx-api-key: {server.address.key}\r\ncontent-length: 100\r\n".encode()
    )
    writers = [(await connect(server.address))[1] for _ in range(STALLED)]
    for number, writer in enumerate(writers):
        writer.write(half + (b"content-type: application/json\r\n\r\n{" if number % 2 else b""))
    await asyncio.sleep(2)  # half of them have a key to be looked up first
    async with Others(server.address, newcomer("healthy-0")) as others:
        await asyncio.sleep(STALLED_SECONDS)
    for writer in writers:
        writer.close()
    others.tell(report, f"beside {STALLED} stalled clients")
    for name in PROMISED:
        report.at_most(f"{name}, beside stalled clients, longest", others.longest(name), OTHERS_WITHIN_MS, "ms")
    return others.failures


async def _spoiled(caller: Caller, contacts: Iterable[StoredContact], links: dict[str, str]) -> list[str]:
    """Stored contacts, however odd, are fetched, synced and updated one by one."""
    spoiled = []
    external_ids = {contact_id: external_id for external_id, contact_id in links.items()}
    for contact in contacts:
        for method, path, body in (
            ("POST", "/contacts/batch", {"ids": [contact.id]}),
            ("POST", "/contacts/sync", {"contacts": [{"externalId": external_ids.get(contact.id, "x")}]}),
            ("PUT", "/contacts", {"contacts": [{"crmId": contact.id, "looked_at": True}]}),
        ):
            answer = await caller.call(method, path, body)
            found = len(answer.json()["results"]) if answer.status == 200 else 0
            if not found and not path.endswith("sync"):
                spoiled.append(f"{method} {path} of {contact.id}: {answer.status} {answer.body[:200]!r}")
    return spoiled


async def _memory_at_work(server: Server, caller: Caller) -> float:
    """Megabytes after a few ordinary calls, when what they needed is free again."""
    for number in range(100):
        await caller.post("/contacts/sync", {"contacts": [newcomer(f"healthy-{number % HEALTHY}")]})
    await asyncio.sleep(1)
    return server.memory()
