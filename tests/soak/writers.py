"""Writers: many at the same few contacts, with readers who look for what no single moment ever held."""

import asyncio
import random
import time

from tests.soak import counters
from tests.soak.audit import disagreements, read_stored
from tests.soak.calling import Caller
from tests.soak.counters import Book, Updater
from tests.soak.creators import Creations, Creator, compare, shared_contacts
from tests.soak.latency import percentile
from tests.soak.report import Report
from tests.soak.stage import Options, Stage

WRITERS = 16
READERS = 4
CONTACTS = 8  # each owned by one of the first writers
WHOLE = range(8, 12)  # writers who always write all contacts in one batch


class Reader:
    """Fetches all shared contacts at once, and judges what it sees by the book."""

    def __init__(self, caller: Caller, book: Book, contacts: list[str]) -> None:
        self._caller = caller
        self._book = book
        self._contacts = contacts
        self.reads = 0
        self.torn: list[str] = []
        self.stale: list[str] = []
        self.refusals: list[str] = []

    async def read(self) -> None:
        before = {key: counter.last for key, counter in self._book.counters.items()}
        answer = await self._caller.post("/contacts/batch", {"ids": self._contacts})
        if answer.status != 200:
            self.refusals.append(f"{answer.status} {answer.body[:200]!r}")
            return
        self.reads += 1
        seen = {result["crmId"]: result["properties"] for result in answer.json()["results"]}
        for (writer, contact), counter in self._book.counters.items():
            numbers = seen.get(contact, {})
            found, half = numbers.get(f"a{writer}", 0), numbers.get(f"b{writer}", 0)
            known = before.get((writer, contact), 0)
            where = f"writer {writer} in {contact}: found {found}"
            if found != half:
                self.torn.append(f"{where} and {half}")
            if not known <= found <= counter.sent:
                self.stale.append(f"{where}, {known} acknowledged before, {counter.sent} sent after")
        for writer in WHOLE:
            everywhere = {properties.get(f"a{writer}", 0) for properties in seen.values()}
            if len(everywhere) > 1 or len(seen) < len(self._contacts):
                self.torn.append(f"writer {writer} writes all contacts at once; found {sorted(everywhere)}")


async def measure(stage: Stage, report: Report) -> None:
    book, creations = Book(), Creations()
    async with stage.server() as server:
        async with Caller(server.address) as caller:
            contacts = await shared_contacts(caller, CONTACTS)
        readers = [Reader(Caller(server.address), book, contacts) for _ in range(READERS)]
        updaters = [
            Updater(number, Caller(server.address), book, frozenset(contacts[number : number + 1]))
            for number in range(WRITERS)
        ]
        creator = Creator("meanwhile", Caller(server.address), creations)
        await _work(stage.options, updaters, readers, creator, contacts)
    stored = await read_stored(stage.store)
    updates = counters.compare(book, stored, {contact: number for number, contact in enumerate(contacts)})
    created = compare(creations, stored)
    unequal = [f"{key}: {each.last} of {each.sent}" for key, each in book.counters.items() if each.last != each.sent]
    refusals = [*book.refusals, *book.failed_items, *creations.refusals]
    refusals += [refusal for reader in readers for refusal in reader.refusals]

    report.told("updates acknowledged", book.acknowledged)
    report.told("reads of all contacts", sum(reader.reads for reader in readers))
    report.told("contacts created meanwhile", len(creations.answered))
    report.nothing("lost updates", [*updates.lost, *updates.unsent, *unequal])
    report.nothing("acknowledged values that the history lacks", updates.untold)
    report.nothing("half-written contacts", [*updates.halves, *created.halves, *disagreements(stored)])
    report.nothing("torn reads", [each for reader in readers for each in reader.torn])
    report.nothing("reads older than what was acknowledged", [each for reader in readers for each in reader.stale])
    report.nothing("creates missing or doubled", [*created.missing, *created.doubles, *creations.changed])
    report.nothing("answers that were no success", refusals)
    report.nothing("answers that say locked", [each for each in refusals if "locked" in each.lower()])
    waits = " / ".join(f"{percentile(book.waits, share) * 1_000:.0f}" for share in (0.5, 0.95, 0.99, 1))
    report.told("an update's wait: p50 / p95 / p99 / max", waits, "ms")


async def _work(
    options: Options, updaters: list[Updater], readers: list[Reader], creator: Creator, contacts: list[str]
) -> None:
    """Everyone, one call after the other, until the time is over."""
    rng = random.Random(options.seed)
    end = time.monotonic() + options.minutes * 60

    async def write(updater: Updater) -> None:
        while time.monotonic() < end:
            size = CONTACTS if updater.number in WHOLE else rng.randint(1, CONTACTS)
            await updater.put(rng.sample(contacts, size))

    async def read(reader: Reader) -> None:
        while time.monotonic() < end:
            await reader.read()

    async def create() -> None:
        while time.monotonic() < end:
            await creator.post(3)

    await asyncio.gather(*map(write, updaters), *map(read, readers), create())
