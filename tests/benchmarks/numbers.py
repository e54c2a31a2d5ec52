"""What numbers cost: each question through the schema and as SQL by hand, in turns, at 50,000 and at 500,000 events.

    uv run python -m tests.benchmarks.numbers                     # both databases
    uv run python -m tests.benchmarks.numbers --database sqlite --rounds 9

See README.md beside this file for what the figures mean.
"""

import argparse
import asyncio
import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from models.database.engine import Database
from models.database.migration import migrate
from models.database.postgresql import READ_MEMORY_KIB
from models.database.sqlite import READ_CACHE_KIB
from tests.benchmarks.history import fill
from tests.benchmarks.questions import QUESTIONS, Answer, Question
from tests.benchmarks.serving import database_cpu_seconds
from tests.graphql_schema.asking import ask
from tests.postgres import PostgresServer

SMALL, LARGE = 50_000, 500_000

# For each question and round, through the schema and by hand: seconds, and processor seconds of us and the database.
Timings = dict[str, list[tuple["Took", "Took"]]]
Fetch = Callable[[str, tuple[Any, ...]], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Took:
    seconds: float
    cpu: float


@contextmanager
def addresses(kind: str, folder: Path) -> Iterator[tuple[Callable[[str], str], int | None]]:
    """What gives the address of a new database by its name, and the process id of its server."""
    if kind == "sqlite":
        yield lambda name: f"sqlite:///{folder / name}.db", None
        return
    with PostgresServer(durable=True, settings={"shared_buffers": "512MB", "max_wal_size": "4GB"}) as server:

        def made(name: str) -> str:
            server.create_database(name)
            return server.url(name)

        yield made, int((server.data / "postmaster.pid").read_text().split()[0])


async def measure(kind: str, url: str, pid: int | None, events: int, rounds: int) -> Timings:
    db = Database.open(url)
    started = time.perf_counter()
    await fill(db, events)
    print(f"{kind}: {events:,} events stored in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    fetch, close = await (by_sqlite(url) if kind == "sqlite" else by_postgresql(url))
    timings: Timings = {question.name: [] for question in QUESTIONS}
    for number in range(rounds + 1):
        for question in QUESTIONS:
            pair = await both(db, fetch, question, kind, pid, ours_first=number % 2 == 0)
            if number:  # the first round warms caches
                timings[question.name].append(pair)
    await close()
    await db.close()
    return timings


async def both(
    db: Database, fetch: Fetch, question: Question, kind: str, pid: int | None, *, ours_first: bool
) -> tuple[Took, Took]:
    """What it took through the schema, and by hand; fails where the answers differ."""
    took: dict[str, Took] = {}
    answers: dict[str, Answer] = {}
    for who in ("ours", "theirs") if ours_first else ("theirs", "ours"):
        gc.collect()
        started, used = time.perf_counter(), time.process_time() + database_cpu_seconds(pid)
        if who == "ours":
            answer = await ask(db, question.document)
        else:
            rows = await fetch(question.statement(kind), question.arguments(kind))
        seconds = time.perf_counter() - started
        took[who] = Took(seconds, time.process_time() + database_cpu_seconds(pid) - used)
        answers[who] = question.read(answer) if who == "ours" else question.shape([tuple(row) for row in rows])
    ours, theirs = (
        sorted((tuple(plain(value) for value in row) for row in answers[who]), key=repr) for who in ("ours", "theirs")
    )
    assert ours == theirs, question.name
    return took["ours"], took["theirs"]


def plain(value: Any) -> Any:
    """Numbers of whatever type as one, and no key however it is told."""
    if value is None or isinstance(value, str):
        return value or None
    return float(value)


async def by_sqlite(url: str) -> tuple[Fetch, Callable[[], Awaitable[None]]]:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), check_same_thread=False)
    connection.execute(f"PRAGMA cache_size=-{READ_CACHE_KIB}")
    connection.execute("PRAGMA temp_store=MEMORY")

    async def fetch(sql: str, arguments: tuple[Any, ...]) -> Answer:
        return await asyncio.to_thread(lambda: connection.execute(sql, arguments).fetchall())

    async def close() -> None:
        connection.close()

    return fetch, close


async def by_postgresql(url: str) -> tuple[Fetch, Callable[[], Awaitable[None]]]:
    connection = await asyncpg.connect(url)
    await connection.execute("VACUUM ANALYZE")  # as autovacuum does some minutes after
    await connection.execute(f"SET work_mem = {READ_MEMORY_KIB}")

    async def fetch(sql: str, arguments: tuple[Any, ...]) -> Answer:
        return list(await connection.fetch(sql, *arguments))

    return fetch, connection.close


def report(kind: str, small: Timings, large: Timings) -> None:
    """Medians, and ratios and growth of processor seconds: others share the machine.

    Growth is told beside that by hand: ten times the rows no longer fit into the processor's cache, whoever asks.
    """
    print(
        f"\n{kind:34}{'by hand, s':>12}{'ours, s':>10}{'ours, CPU s':>13}{'ratio (<= 1.25)':>17}"
        f"{'growth by hand':>16}{'growth, ours':>14}{'ours/hand (<= 1.1)':>20}"
    )
    for name, pairs in large.items():
        seconds = [statistics.median(pair[who].seconds for pair in pairs) for who in (1, 0)]
        ratio = statistics.median(one.cpu / max(other.cpu, 0.001) for one, other in pairs)
        cpu = statistics.median(one.cpu for one, _ in pairs)
        grown = [growth([pair[who].cpu for pair in small[name]], [pair[who].cpu for pair in pairs]) for who in (1, 0)]
        print(
            f"  {name:32}{seconds[0]:12.3f}{seconds[1]:10.3f}{cpu:13.3f}{ratio:17.2f}"
            f"{grown[0]:16.1f}{grown[1]:14.1f}{grown[1] / grown[0]:20.2f}"
        )


def growth(small: list[float], large: list[float]) -> float:
    return min(large) / max(min(small), 0.001)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    for kind in ("sqlite", "postgresql") if arguments.database == "both" else (arguments.database,):
        with tempfile.TemporaryDirectory() as folder, addresses(kind, Path(folder)) as (address, pid):
            timings = []
            for events in (SMALL, LARGE):
                url = address(f"numbers{events}")
                migrate(url)
                timings.append(asyncio.run(measure(kind, url, pid, events, arguments.rounds)))
            report(kind, *timings)


if __name__ == "__main__":
    main()
