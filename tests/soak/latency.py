"""How long other callers wait while something large goes on."""

import asyncio
import math
import time
from collections.abc import Mapping, Sequence
from typing import Any, Self

from tests.soak.calling import Address, Caller, Unanswered, Unsent
from tests.soak.report import Report

EVERY_SECONDS = 0.1  # each kind of call
AT_ONCE = 5  # of each kind; more would only queue behind each other, and measure that
PATIENCE_SECONDS = 120.0
PROMISED = ("health", "sync of 1")  # the calls about whose waits something is promised


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not pass; NaN of none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)] if ordered else math.nan


class Others:
    """Ordinary callers: a health check and a sync of one lead, each begun at fixed times, by a few callers each.

    A call begins whether or not the one before it was answered. A single caller that waits for its answers would count
    a stall of a second once, and not the calls that fell into it. `alive` asks the database nothing: what it waits, it
    waits for the server's event loop.
    """

    def __init__(self, address: Address, lead: Mapping[str, Any]) -> None:
        self.waits: dict[str, list[float]] = {"alive": [], "health": [], "sync of 1": []}
        self.failures: list[str] = []
        self._calls: dict[str, tuple[str, str, Any]] = {
            "alive": ("GET", "/healthz", None),
            "health": ("GET", "/health", None),
            "sync of 1": ("POST", "/contacts/sync", {"contacts": [lead]}),
        }
        self._idle: dict[str, list[Caller]] = {
            name: [Caller(address, patience=PATIENCE_SECONDS) for _ in range(AT_ONCE)] for name in self._calls
        }
        self._under_way: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._clocks = [asyncio.create_task(self._begin(name)) for name in self._calls]
        return self

    async def __aexit__(self, *_: object) -> None:
        for clock in self._clocks:
            clock.cancel()
        await asyncio.gather(*self._clocks, return_exceptions=True)
        await asyncio.gather(*self._under_way)
        for callers in self._idle.values():
            for caller in callers:
                caller.close()

    async def _begin(self, name: str) -> None:
        due = time.monotonic()
        while True:
            if self._idle[name]:
                call = asyncio.create_task(self._call(name, self._idle[name].pop()))
                self._under_way.add(call)
                call.add_done_callback(self._under_way.discard)
            due += EVERY_SECONDS
            await asyncio.sleep(max(0.0, due - time.monotonic()))

    async def _call(self, name: str, caller: Caller) -> None:
        began = time.monotonic()
        try:
            answer = await caller.call(*self._calls[name])
        except (Unsent, Unanswered) as error:
            self.failures.append(f"{name}: {error!r}")
        else:
            self.waits[name].append(time.monotonic() - began)
            if answer.status != 200:
                self.failures.append(f"{name}: {answer.status} {answer.body[:200]!r}")
        self._idle[name].append(caller)

    def tell(self, report: Report, when: str) -> None:
        """p50, p99 and the longest wait of each call, in milliseconds."""
        for name, waits in self.waits.items():
            p50, p99, longest = (percentile(waits, share) * 1_000 for share in (0.5, 0.99, 1))
            report.told(
                f"{name}, {when}: p50 / p99 / max of {len(waits)}", f"{p50:.0f} / {p99:.0f} / {longest:.0f}", "ms"
            )

    def p99(self, name: str) -> float:
        return percentile(self.waits[name], 0.99) * 1_000

    def longest(self, name: str) -> float:
        return percentile(self.waits[name], 1) * 1_000
