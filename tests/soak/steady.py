"""Steady: many callers at once for minutes, with what Enginy sends: batches of a hundred."""

import asyncio
import json
import random
import time
from statistics import median
from typing import Any

from tests.benchmarks.people import lead
from tests.benchmarks.product import fill
from tests.soak.calling import Caller
from tests.soak.latency import percentile
from tests.soak.report import Report
from tests.soak.served import Server
from tests.soak.stage import Stage

CALLERS = 20
BATCH = 100
BODIES = 200  # different batches of leads; each comes again and again, as Enginy's do
P99_WITHIN_MS = 1_000
SETTLED_SECONDS = 60  # a shorter run takes a third of its time to settle
MEMORY_GROWTH = 1.2


async def measure(stage: Stage, report: Report) -> None:
    stored, seconds = stage.options.contacts, stage.options.minutes * 60
    await asyncio.to_thread(fill, stage.store.url, stored)
    ids = [row[0] for row in await stage.store.rows("SELECT id FROM contact")]
    rng = random.Random(stage.options.seed)
    syncs = [_batch([lead(rng.randrange(stored), stored, stored) for _ in range(BATCH)]) for _ in range(BODIES)]
    waits: dict[str, list[float]] = {"sync of 100": [], "update of 100": []}
    failures: list[str] = []
    async with stage.server() as server:
        end = time.monotonic() + seconds

        async def call(caller: Caller, number: int) -> None:
            while time.monotonic() < end:
                if rng.random() < 0.5:
                    name, method, path, body = "sync of 100", "POST", "/contacts/sync", rng.choice(syncs)
                else:
                    name, method, path, body = (
                        "update of 100",
                        "PUT",
                        "/contacts",
                        _updates(rng.sample(ids, BATCH), number, rng),
                    )
                began = time.monotonic()
                answer = await caller.call(method, path, body)
                waits[name].append(time.monotonic() - began)
                if answer.status != 200:
                    failures.append(f"{name}: {answer.status} {answer.body[:200]!r}")
                elif name == "update of 100" and answer.body.count(b'"success":true') != BATCH:
                    failures.append(f"{name}: {answer.body[:300]!r}")

        memory = asyncio.create_task(_memory(server))
        await asyncio.gather(*(call(Caller(server.address), number) for number in range(CALLERS)))
        memory.cancel()
        samples = await memory
    settled = min(SETTLED_SECONDS, int(seconds / 3))
    before, after = median(samples[settled : settled + 5]), median(samples[-5:])

    report.told("contacts stored", stored)
    report.told("callers at once", CALLERS)
    report.told("calls in a second", sum(map(len, waits.values())) / seconds)
    report.nothing("answers that were no success", failures)
    for name, each in waits.items():
        shown = " / ".join(f"{percentile(each, share) * 1_000:.0f}" for share in (0.5, 0.95, 0.99, 1))
        report.told(f"{name}: p50 / p95 / p99 / max", shown, "ms")
        report.at_most(f"{name}: p99", percentile(each, 0.99) * 1_000, P99_WITHIN_MS, "ms")
    report.told(f"memory after {settled} s / at the end", f"{before:.0f} / {after:.0f}", "MB")
    report.at_most("memory at the end, of that when settled", after / before, MEMORY_GROWTH)


def _batch(items: list[dict[str, Any]]) -> bytes:
    return json.dumps({"contacts": items}).encode()


def _updates(ids: list[str], caller: int, rng: random.Random) -> bytes:
    title, step = f"Title {rng.randrange(1_000)}", rng.randrange(100)
    return _batch([{"crmId": each, "title": title, f"step_{caller}": step} for each in ids])


async def _memory(server: Server) -> list[float]:
    """Megabytes, once a second, until cancelled."""
    samples: list[float] = []
    try:
        while True:
            samples.append(server.memory())
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        return samples
