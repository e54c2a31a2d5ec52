"""Traffic: ordinary callers that go on through a fault, and a record of every answer with its time."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Self

from tests.soak.audit import disagreements, read_stored
from tests.soak.calling import Address, Answer, Caller, Unanswered, Unsent
from tests.soak.counters import Book, Updater, compare
from tests.soak.report import Report
from tests.soak.stores import Store

UPDATERS = 4
READERS = 2
PAUSE_SECONDS = 0.1  # of each caller, between two calls
IN_A_ROW = 10  # successes of every caller that mean the fault is over
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Event:
    """One call: when it began and ended, and what came of it."""

    name: str
    began: float
    ended: float
    status: int  # 0 where no answer came
    told: str = ""
    is_clear: bool = True  # a success, or a 503 that says when to come back

    @property
    def is_success(self) -> bool:
        return self.status == 200


@dataclass(slots=True)
class Traffic:
    """Callers that count up fields of shared contacts, and callers that read; over one server."""

    address: Address
    contacts: list[str]
    book: Book = field(default_factory=Book)
    events: list[Event] = field(default_factory=list)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _is_over: bool = False
    _in_a_row: dict[int, int] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        works = [self._update(number) for number in range(UPDATERS)]
        works += [self._read(UPDATERS + number) for number in range(READERS)]
        self._tasks = [asyncio.create_task(work) for work in works]
        await self.settled(30)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._is_over = True
        await asyncio.gather(*self._tasks)

    async def settled(self, seconds: float) -> bool:
        """Wait until every caller has had several successes in a row from now on; whether that came in time."""
        self._in_a_row = dict.fromkeys(range(UPDATERS + READERS), 0)
        end = time.monotonic() + seconds
        while min(self._in_a_row.values()) < IN_A_ROW:
            if time.monotonic() > end:
                return False
            await asyncio.sleep(0.05)
        return True

    async def _update(self, number: int) -> None:
        async with Caller(self.address, patience=PATIENCE_SECONDS) as caller:
            updater = Updater(number, caller, self.book)
            while not self._is_over:
                await self._note(number, "update", updater.put(self.contacts))

    async def _read(self, number: int) -> None:
        async with Caller(self.address, patience=PATIENCE_SECONDS) as caller:
            while not self._is_over:
                await self._note(number, "read", caller.post("/contacts/batch", {"ids": self.contacts}))

    async def _note(self, number: int, name: str, call: Any) -> None:
        began = time.monotonic()
        try:
            answer: Answer = await call
        except (Unsent, Unanswered) as problem:
            event = Event(name, began, time.monotonic(), 0, repr(problem), is_clear=False)
        else:
            is_clear = answer.status == 200 or (answer.status == 503 and "retry-after" in answer.headers)
            event = Event(
                name, began, time.monotonic(), answer.status, answer.body[:200].decode(errors="replace"), is_clear
            )
        self.events.append(event)
        self._in_a_row[number] = self._in_a_row.get(number, 0) + 1 if event.is_success else 0
        await asyncio.sleep(PAUSE_SECONDS)

    async def judge(self, report: Report, store: Store, fault: str, *, healed_at: float, within: float) -> None:
        """The figures that every fault shares. `healed_at` is when its cause was taken away."""
        bad = [event for event in self.events if not event.is_success]
        odd = [f"{event.name}: {event.status} {event.told}" for event in bad if not event.is_clear]
        report.at_least(f"{fault}: clear 503s", sum(event.status == 503 and event.is_clear for event in bad), 1)
        report.nothing(f"{fault}: answers that were neither", odd)
        report.told(
            f"{fault}: longest wait for an answer", max(event.ended - event.began for event in self.events), "s"
        )
        last = max((event.ended for event in bad), default=healed_at)
        report.at_most(f"{fault}: last failure after it was over", max(0.0, last - healed_at), within, "s")
        stored = await read_stored(store)
        findings = compare(self.book, stored, {})
        wrong = [*findings.lost, *findings.halves, *findings.untold, *disagreements(stored)]
        report.nothing(f"{fault}: wrong successes", wrong)
