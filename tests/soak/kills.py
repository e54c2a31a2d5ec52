"""Kills: the server, and on PostgreSQL the cluster too, die in a stream of writes; nothing acknowledged is missing."""

import asyncio
import random
import time
from enum import Enum, auto

from tests.soak import counters, creators
from tests.soak.audit import Stored, disagreements, read_stored
from tests.soak.calling import Caller, Unanswered, Unsent
from tests.soak.counters import Book, Updater
from tests.soak.creators import Creations, Creator, shared_contacts
from tests.soak.latency import percentile
from tests.soak.report import Report
from tests.soak.served import Server
from tests.soak.stage import Stage
from tests.soak.stores import PostgreSQLStore, Store

KILLS = {"sqlite": 100, "postgresql": 50}
CLUSTER_SHARE = 0.4  # of the kills on PostgreSQL: 20 of 50
CONTACTS = 24
UPDATERS = 6
CREATORS = 2
SERVING_WITHIN_SECONDS = 10


class Death(Enum):
    """What is killed: the server alone, or the cluster as well, by an immediate shutdown or with `kill -9`."""

    SERVER = auto()
    CRASH = auto()
    KILL = auto()


class Crew:
    """The clients: updaters that meet at the same contacts, and creators."""

    def __init__(self, stage: Stage, server: Server) -> None:
        self.book = Book()
        self.creations = Creations()
        self.owners: dict[str, int] = {}
        self._random = random.Random(stage.options.seed)
        self._address = server.address

    async def arrive(self) -> None:
        """Make the shared contacts; each is owned by one of the updaters."""
        async with Caller(self._address) as caller:
            contacts = await shared_contacts(caller, CONTACTS)
        self.creations.sent.update(f"shared-{number}" for number in range(CONTACTS))
        self.creations.answered |= {f"shared-{number}": contact for number, contact in enumerate(contacts)}
        self.owners = {contact: number % UPDATERS for number, contact in enumerate(contacts)}
        self._creators = [Creator(f"new{number}", Caller(self._address), self.creations) for number in range(CREATORS)]
        self._updaters = [
            Updater(
                number,
                Caller(self._address),
                self.book,
                frozenset(contact for contact, owner in self.owners.items() if owner == number),
            )
            for number in range(UPDATERS)
        ]

    def work(self) -> list[asyncio.Task[None]]:
        """Everyone writes, one request after the other, until the server is gone."""
        works = [self._update(updater) for updater in self._updaters]
        works += [self._create(creator) for creator in self._creators]
        return [asyncio.create_task(work) for work in works]

    async def _update(self, updater: Updater) -> None:
        contacts = list(self.owners)
        try:
            while True:
                await updater.put(self._random.sample(contacts, self._random.randint(1, 5)))
        except Unsent:
            return
        except Unanswered:
            self.book.unanswered += 1

    async def _create(self, creator: Creator) -> None:
        try:
            while True:
                await creator.post(self._random.randint(1, 4))
        except Unsent:
            return
        except Unanswered:
            self.book.unanswered += 1

    async def ask_again(self) -> None:
        """Creators send what was not answered once more, as Enginy does."""
        unknown = self.creations.unknown
        for start in range(0, len(unknown), 100):
            await self._creators[0].send(unknown[start : start + 100])


class Wreckage:
    """What the looks after each kill found."""

    def __init__(self) -> None:
        self.missing: list[str] = []
        self.halves: list[str] = []
        self.unsent: list[str] = []
        self.doubles: list[str] = []
        self.broken: list[str] = []

    async def look(self, stage: Stage, crew: Crew) -> None:
        stored: Stored = await read_stored(stage.store)
        updates = counters.compare(crew.book, stored, crew.owners)
        creates = creators.compare(crew.creations, stored)
        self.missing += [*updates.lost, *updates.untold, *creates.missing]
        self.halves += [*updates.halves, *creates.halves, *disagreements(stored)]
        self.unsent += updates.unsent
        self.doubles += [*creates.doubles, *crew.creations.changed]
        self.broken += await stage.store.problems()


async def measure(stage: Stage, report: Report) -> None:
    rng = random.Random(stage.options.seed)
    kills = stage.options.kills or KILLS["sqlite"]
    if stage.kind == "postgresql":
        kills = max(1, round(kills * KILLS["postgresql"] / KILLS["sqlite"]))
    of_cluster = round(kills * CLUSTER_SHARE) if stage.kind == "postgresql" else 0
    deaths = [Death.CRASH, Death.KILL] * of_cluster
    deaths = [*deaths[:of_cluster], *[Death.SERVER] * (kills - of_cluster)]
    rng.shuffle(deaths)

    server = stage.server()
    wreckage = Wreckage()
    waits: list[float] = []
    await server.start()
    crew = Crew(stage, server)
    await crew.arrive()
    for death in deaths:
        work = crew.work()
        await asyncio.sleep(rng.uniform(0.2, 0.9))
        waits.append(await _die(stage.store, server, death, rng.uniform(0, 0.1)))
        await asyncio.gather(*work)
        await wreckage.look(stage, crew)
        await crew.ask_again()
    await wreckage.look(stage, crew)
    server.kill()

    report.told("kills", kills)
    if stage.kind == "postgresql":
        report.told("of which killed the cluster too", of_cluster)
    report.told("updates acknowledged", crew.book.acknowledged)
    report.told("creates acknowledged", len(crew.creations.answered))
    report.told("requests left unanswered by a kill", crew.book.unanswered)
    report.nothing("acknowledged writes missing", wreckage.missing)
    report.nothing("values found that nobody sent", wreckage.unsent)
    report.nothing("half-written contacts", wreckage.halves)
    report.nothing("creates sent again that made a second contact", wreckage.doubles)
    report.nothing("creates still unknown after asking again", crew.creations.unknown)
    report.nothing("failed integrity checks", wreckage.broken)
    refusals = [*crew.book.refusals, *crew.creations.refusals, *crew.book.failed_items]
    if of_cluster:
        report.told("answers that were no success", len(refusals))
        report.nothing("of these no 503", [each for each in refusals if not each.startswith("503")])
    else:
        report.nothing("answers that were no success", refusals)
    report.told("serving again, median", percentile(waits, 0.5), "s")
    report.at_most("serving again, longest", max(waits), SERVING_WITHIN_SECONDS, "s")


async def _die(store: Store, server: Server, death: Death, ahead: float) -> float:
    """Seconds from the kill until it serves again; the cluster, if it dies too, goes a moment ahead."""
    began = time.monotonic()
    if death is Death.SERVER:
        server.kill()
    else:
        assert isinstance(store, PostgreSQLStore)
        await asyncio.to_thread(store.cluster.crash if death is Death.CRASH else store.cluster.kill)
        await asyncio.sleep(ahead)
        server.kill()
        await asyncio.to_thread(store.cluster.start)
    await server.start()
    return time.monotonic() - began
