"""Faults of a server: stopped, crashed, cut off, without a connection to spare; and a worker that is killed."""

import asyncio
import time
from collections.abc import Callable

import asyncpg
import psutil

from tests.soak.calling import Caller
from tests.soak.cluster import Cluster
from tests.soak.creators import shared_contacts
from tests.soak.report import Report
from tests.soak.served import Server
from tests.soak.stage import Stage
from tests.soak.stores import PostgreSQLStore
from tests.soak.traffic import Traffic

AWAY_SECONDS = 5
CUT_OFF_SECONDS = 25
CONTACTS = 4
CALLERS = 40  # more than the pool has connections
HEALED_WITHIN_SECONDS = 10
WORKERS = 3


async def measure(stage: Stage, report: Report) -> None:
    assert isinstance(stage.store, PostgreSQLStore)
    cluster = stage.store.cluster
    async with stage.server() as server:
        async with Caller(server.address) as caller:
            contacts = await shared_contacts(caller, CONTACTS)
        await _away(stage, report, "stopped and started", Traffic(server.address, contacts), cluster.stop)
        await _away(stage, report, "crashed and started", Traffic(server.address, contacts), cluster.crash)
        await _cut_off(stage, report, Traffic(server.address, contacts), cluster)
    async with stage.server() as server:
        await _taken(stage, report, Traffic(server.address, contacts))
    async with stage.server(workers=str(WORKERS)) as server:
        await _worker_killed(report, Traffic(server.address, contacts), server)


async def _away(stage: Stage, report: Report, name: str, traffic: Traffic, go: Callable[[], None]) -> None:
    assert isinstance(stage.store, PostgreSQLStore)
    async with traffic:
        await asyncio.to_thread(go)
        await asyncio.sleep(AWAY_SECONDS)
        await asyncio.to_thread(stage.store.cluster.start)
        healed_at = time.monotonic()
        await traffic.settled(60)
    await traffic.judge(report, stage.store, name, healed_at=healed_at, within=HEALED_WITHIN_SECONDS)


async def _cut_off(stage: Stage, report: Report, traffic: Traffic, cluster: Cluster) -> None:
    """Connections stay open and nothing answers, as when a network is gone. Reads have a deadline of ten seconds."""
    async with traffic:
        began = time.monotonic()
        cluster.freeze()
        try:
            await asyncio.sleep(CUT_OFF_SECONDS)
        finally:
            cluster.thaw()
        healed_at = time.monotonic()
        await traffic.settled(60)
    reads = [event for event in traffic.events if event.name == "read" and began < event.ended < healed_at - 0.5]
    report.at_least("cut off: reads that got their 503 meanwhile", sum(event.status == 503 for event in reads), 1)
    await traffic.judge(report, stage.store, "cut off", healed_at=healed_at, within=HEALED_WITHIN_SECONDS)


async def _taken(stage: Stage, report: Report, traffic: Traffic) -> None:
    """Other programs hold every connection there is, before the server has opened all of its own."""
    name = "out of connections"
    taken: list[asyncpg.Connection] = []
    async with traffic:
        while True:
            try:
                taken.append(await asyncpg.connect(stage.store.url))
            except asyncpg.PostgresError:
                break
        crowd = [Caller(traffic.address) for _ in range(CALLERS)]
        answers = await asyncio.gather(*(caller.post("/contacts/batch", {"ids": traffic.contacts}) for caller in crowd))
        healed_at = time.monotonic()
        for connection in taken:
            await connection.close()
        await traffic.settled(60)
        for caller in crowd:
            caller.close()
    odd = [f"{each.status} {each.body[:200]!r}" for each in answers if each.status not in {200, 503}]
    odd += ["503 without Retry-After" for each in answers if each.status == 503 and "retry-after" not in each.headers]
    report.told(f"{name}: taken by others", len(taken))
    report.told(
        f"{name}: of {CALLERS} callers, served / told to come back", _counted([each.status for each in answers])
    )
    report.nothing(f"{name}: answers that were neither", odd)
    bad = [event for event in traffic.events if not event.is_clear]
    report.nothing(f"{name}: unclear answers to callers before", [each.told for each in bad])
    last = max((event.ended for event in traffic.events if not event.is_success), default=healed_at)
    report.at_most(f"{name}: last failure after it was over", max(0.0, last - healed_at), HEALED_WITHIN_SECONDS, "s")


def _counted(statuses: list[int]) -> str:
    return f"{statuses.count(200)} / {statuses.count(503)}"


async def _worker_killed(report: Report, traffic: Traffic, server: Server) -> None:
    """One of several server processes dies: its calls are lost, the others go on, and another takes its place."""
    name = f"one of {WORKERS} workers killed"
    async with traffic:
        before = _workers(server)
        before[0].kill()
        killed_at = time.monotonic()
        replaced = await _replaced(server, before)
        await traffic.settled(60)
    bad = [event for event in traffic.events if not event.is_success]
    late = [event for event in bad if event.began > killed_at + HEALED_WITHIN_SECONDS]
    report.told(f"{name}: calls lost with it", len(bad))
    report.nothing(f"{name}: failures later", [each.told for each in late])
    report.at_most(f"{name}: replaced in", replaced, HEALED_WITHIN_SECONDS, "s")


async def _replaced(server: Server, before: list[psutil.Process]) -> float:
    """Seconds until as many workers run as before, without the one that was killed; no longer than it may take."""
    began = time.monotonic()
    for _ in range(HEALED_WITHIN_SECONDS * 10):
        if len(set(_workers(server)) - {before[0]}) >= len(before):
            break
        await asyncio.sleep(0.1)
    return time.monotonic() - began


def _workers(server: Server) -> list[psutil.Process]:
    """The processes that answer, without the helper of Python's multiprocessing and those that just died."""
    commands = {process: " ".join(_command(process)) for process in server.processes()[1:]}
    return [process for process, command in commands.items() if command and "resource_tracker" not in command]


def _command(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []
