"""Drain: told to stop under load, the server answers every request that was begun, and ends in time."""

import asyncio
import json
import math
import signal
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial

from tests.soak.audit import Stored, disagreements, read_stored
from tests.soak.calling import Address, Answer, Caller, Unanswered, Unsent, connect, read_answer
from tests.soak.counters import Book, Updater, compare
from tests.soak.creators import Creations, Creator, newcomer, shared_contacts
from tests.soak.report import Report
from tests.soak.served import Server
from tests.soak.stage import Stage

ROUNDS = 5
CONTACTS = 8
UPDATERS = 6
LARGE = 10_000  # leads of one sync that is under way when the signal comes
SIGNAL_AFTER_SECONDS = 1.0
SLOW_SECONDS = 3.0  # over which one body comes in pieces
WITHIN_SECONDS = 15
ENDED_WELL = {0, -signal.SIGTERM}  # uvicorn hands the signal on once all is closed, so that whoever sent it sees it


@dataclass(slots=True)
class Stop:
    """One stop: when it was asked for, and what callers saw."""

    asked: float = math.inf
    unanswered: list[str] = field(default_factory=list)  # sent before the signal
    late: int = 0  # sent after it, on a connection that the server then closed
    refused: list[str] = field(default_factory=list)

    async def follow(self, name: str, call: Callable[[], Awaitable[Answer]]) -> bool:
        """Make one call and note what became of it; whether the caller may go on."""
        sent = time.monotonic()
        try:
            answer = await call()
        except Unsent:
            return False
        except Unanswered as problem:
            if sent < self.asked:
                self.unanswered.append(f"{name}: {problem}")
            else:
                self.late += 1
            return False
        if answer.status != 200:
            self.refused.append(f"{name}: {answer.status} {answer.body[:200]!r}")
        return True


class Load:
    """The callers: small writes one after the other, one large sync, and one body that comes slowly."""

    def __init__(self, server: Server, contacts: list[str]) -> None:
        self.book = Book()
        self.creations = Creations()
        self._address = server.address
        self._contacts = contacts
        self._updaters = [Updater(number, Caller(server.address), self.book) for number in range(UPDATERS)]
        self._creators = [Creator(f"drain{number}", Caller(server.address), self.creations) for number in range(2)]

    def begin(self, stop: Stop, number: int) -> list[asyncio.Task[None]]:
        works = [self._repeat(stop, "update", partial(updater.put, self._contacts)) for updater in self._updaters]
        works += [self._repeat(stop, "create", partial(creator.post, 2)) for creator in self._creators]
        works += [self._large(stop, number), self._slow(stop, number)]
        return [asyncio.create_task(work) for work in works]

    async def _repeat(self, stop: Stop, name: str, call: Callable[[], Awaitable[Answer]]) -> None:
        while await stop.follow(name, call):
            pass

    async def _large(self, stop: Stop, number: int) -> None:
        leads = [newcomer(f"large-{number}-{index}") for index in range(LARGE)]
        body = json.dumps({"contacts": leads}).encode()
        await asyncio.sleep(SIGNAL_AFTER_SECONDS - 0.2)
        async with Caller(self._address) as caller:
            await stop.follow("sync of 10,000", partial(caller.post, "/contacts/sync", body))

    async def _slow(self, stop: Stop, number: int) -> None:
        """A body of which the signal sees a third."""
        body = json.dumps({"contacts": [newcomer(f"slow-{number}")]}).encode()

        async def dribble() -> Answer:
            self.creations.sent.add(f"slow-{number}")
            reader, writer = await begin_body(self._address, len(body))
            try:
                for start in range(0, len(body), 20):
                    writer.write(body[start : start + 20])
                    await writer.drain()
                    await asyncio.sleep(SLOW_SECONDS * 20 / len(body))
                answer = await read_answer(reader)
            except (OSError, EOFError) as error:
                raise Unanswered(repr(error)) from error
            finally:
                writer.close()
            self.creations.note(answer)
            return answer

        await stop.follow("slow create", dribble)

    def done_unanswered(self, stored: Stored) -> list[str]:
        """What was done though nobody was told: then it was begun, whenever it was sent."""
        found = [
            f"writer {writer} in {contact}: {counter.last} acknowledged, {number} found"
            for (writer, contact), counter in self.book.counters.items()
            if (number := stored.contacts[contact].custom.get(f"a{writer}", 0)) > counter.last
        ]
        return found + [f"create {each}" for each in self.creations.unknown if each in stored.links]


async def measure(stage: Stage, report: Report) -> None:
    stops: list[Stop] = []
    took: list[float] = []
    codes: list[str] = []
    untold: list[str] = []
    lost: list[str] = []
    server = stage.server()
    await server.start()
    async with Caller(server.address) as caller:
        load = Load(server, await shared_contacts(caller, CONTACTS))
    for number in range(ROUNDS):
        stop = Stop()
        stops.append(stop)
        work = load.begin(stop, number)
        await asyncio.sleep(SIGNAL_AFTER_SECONDS)
        stop.asked = time.monotonic()
        server.terminate()
        took.append(await server.ended())
        codes += [f"{server.exit_code}: {server.tail()}"] if server.exit_code not in ENDED_WELL else []
        await asyncio.gather(*work)
        stored = await read_stored(stage.store)
        untold += load.done_unanswered(stored)
        lost += compare(load.book, stored, {}).lost
        await server.start()
    stalled = await _stall(server)

    report.told("stops under load", ROUNDS)
    report.told("writes acknowledged", load.book.acknowledged + len(load.creations.answered))
    report.nothing("begun before the signal and not answered", [each for stop in stops for each in stop.unanswered])
    report.nothing("done and not answered", untold)
    report.told("sent after the signal, and not begun", sum(stop.late for stop in stops))
    report.nothing("answers that were no success", [each for stop in stops for each in stop.refused])
    report.nothing("acknowledged writes missing", lost)
    report.nothing("half-written contacts", disagreements(stored))
    report.nothing("ends other than by itself or by SIGTERM", codes)
    report.at_most("longest way to the end", max(took), WITHIN_SECONDS, "s")
    report.at_most("the same with a caller who stalls in the middle of a body", stalled, WITHIN_SECONDS, "s")


async def _stall(server: Server) -> float:
    _, writer = await begin_body(server.address, 1_000)
    writer.write(b'{"contacts": [')
    await asyncio.sleep(0.5)
    server.terminate()
    took = await server.ended()
    writer.close()
    return took


async def begin_body(address: Address, length: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection on which the head of a create was sent, and its body is awaited."""
    reader, writer = await connect(address)
    head = f"POST /contacts HTTP/1.1\r\nhost: soak\r\nx-api-key: {address.key}\r\ncontent-type: application/json\r\n"
    writer.write(f"{head}content-length: {length}\r\n\r\n".encode())
    await writer.drain()
    return reader, writer
