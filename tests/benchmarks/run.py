"""Speed as ratios: the product against a floor and a rival, in one run, in turns.

    uv run python -m tests.benchmarks.run                     # both databases, 100,000 contacts
    uv run python -m tests.benchmarks.run --database sqlite --rounds 7
    uv run python -m tests.benchmarks.run --scale 1000000     # cost per lead there against 100,000

See README.md beside this file for what the figures mean.
"""

import argparse
import gc
import json
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import msgspec

from tests.benchmarks.people import leads
from tests.benchmarks.product import fill
from tests.benchmarks.serving import Served, database_cpu_seconds, serve
from tests.postgres import PostgresServer

LEADS = 10_000
WARMING = 2  # rounds before the measured ones, until what a database holds of the leads' rows is in memory
Database = tuple[str, int | None]  # URL, and the process id of its server


class Figures:
    """Measured values by name; a ratio is formed of the values of the same round."""

    def __init__(self) -> None:
        self._values: dict[str, list[float]] = {}

    def add(self, name: str, value: float) -> float:
        self._values.setdefault(name, []).append(value)
        return value

    def rows(self) -> list[tuple[str, float, float, float, int]]:
        return [
            (name, min(values), statistics.median(values), max(values), len(values))
            for name, values in self._values.items()
        ]

    def median(self, name: str) -> float:
        return statistics.median(self._values[name])


@contextmanager
def database(kind: str, name: str, folder: Path) -> Iterator[Database]:
    if kind == "sqlite":
        yield f"sqlite:///{folder / name}.db", None
        return
    with PostgresServer(durable=True, settings={"shared_buffers": "512MB", "max_wal_size": "4GB"}) as server:
        server.create_database(name)
        pid = int((server.data / "postmaster.pid").read_text().split()[0])
        yield server.url(name), pid


def timed(served: Served, method: str, path: str, body: bytes) -> tuple[float, Any]:
    started = time.perf_counter()
    response = served.client.request(method, path, content=body)
    took = time.perf_counter() - started
    assert response.status_code == 200, response.text[:500]
    return took, msgspec.json.decode(response.content)


def batch(tag: str, items: list[dict[str, Any]]) -> bytes:
    """The leads of a body; `tag` makes them new to everybody who remembers external ids."""
    return json.dumps({"contacts": [{**item, "externalId": f"{tag}-{item['externalId']}"} for item in items]}).encode()


def measure_sync(figures: Figures, servers: dict[str, Served], stored: int, rounds: int) -> None:
    """Sync of 10,000 leads: for the first time, and again unchanged."""
    items = leads(stored, LEADS)
    product, floor, rival = servers["product"], servers["floor"], servers["rival"]
    for number in range(rounds + 1):
        warm = number == 0
        body = batch(f"round{number}", items)
        least, answer = timed(floor, "POST", "/contacts/sync", body)
        cascade, _ = timed(floor, "POST", "/contacts/sync?cascade", body)
        first, ours = timed(product, "POST", "/contacts/sync", body)
        again, repeated = timed(product, "POST", "/contacts/sync", body)
        theirs, _ = timed(rival, "POST", "/contacts/sync", batch(f"rival{number}", items))
        same = {each["externalId"]: each["crmId"] for each in answer["results"]}
        assert same == {each["externalId"]: each["crmId"] for each in ours["results"]}
        assert ours == repeated
        if warm:
            continue
        figures.add("sync 10k: floor, s", least)
        figures.add("sync 10k first: product, s", first)
        figures.add("sync 10k repeated: product, s", again)
        figures.add("sync 10k: rival, s", theirs)
        figures.add("sync first / floor (<= 3)", first / least)
        figures.add("sync repeated / floor (<= 1.5)", again / least)
        figures.add("sync first / cascading floor", first / cascade)
        figures.add("rival / sync first (PostgreSQL >= 5, SQLite >= 2)", theirs / first)


def measure_put(figures: Figures, servers: dict[str, Served], stored: int, rounds: int) -> None:
    """PUT of 10,000 linked contacts: a title and an engagement field each."""
    items = leads(stored, LEADS)
    product, rival = servers["product"], servers["rival"]
    _, found = timed(product, "POST", "/contacts/sync", batch("put", items))
    ids = [each["crmId"] for each in found["results"]]
    ids = (ids * (LEADS // len(ids) + 1))[:LEADS]
    for number in range(rounds + 1):
        ours, theirs = (
            json.dumps(
                {
                    "contacts": [
                        {"crmId": each, "title": f"{who} {number}", "my_status": f"Yes ({number})"} for each in ids
                    ]
                }
            ).encode()
            for who in ("product", "rival")
        )
        took, answer = timed(product, "PUT", "/contacts", ours)
        rivals, _ = timed(rival, "PUT", "/contacts", theirs)
        assert all(each["success"] for each in answer["results"])
        if number:
            figures.add("PUT 10k: product, s", took)
            figures.add("PUT 10k: rival, s", rivals)
            figures.add("rival / PUT (PostgreSQL >= 5, SQLite >= 1)", rivals / took)


def measure_memory(figures: Figures, fresh: Served, stored: int, number: int) -> None:
    """The highest memory while 10,000 leads are synced, above what the idle server has."""
    timed(fresh, "POST", "/contacts/sync", batch(f"warm{number}", leads(stored, LEADS)[:10]))
    idle = fresh.memory_megabytes()
    timed(fresh, "POST", "/contacts/sync", batch(f"memory{number}", leads(stored, LEADS)))
    figures.add("peak memory of sync 10k above idle, MB (<= 150)", fresh.peak_megabytes() - idle)


def measure_others(figures: Figures, product: Served, stored: int, rounds: int) -> None:
    """How long other callers wait, idle and with 10,000 leads in flight."""
    items = leads(stored, LEADS)
    for number in range(rounds):
        bodies = [batch(f"others{number}-{each}", items) for each in range(4)]
        idle = _waits(product, lambda: time.sleep(3))
        busy = _waits(
            product, lambda bodies=bodies: [product.client.post("/contacts/sync", content=each) for each in bodies]
        )
        figures.add("other callers idle: p99, ms", _percentile(idle, 0.99) * 1000)
        figures.add("other callers during sync 10k: p50, ms", _percentile(busy, 0.5) * 1000)
        figures.add("other callers during sync 10k: p99, ms", _percentile(busy, 0.99) * 1000)
        figures.add(
            "other callers: p99 above idle, ms (<= 50)", (_percentile(busy, 0.99) - _percentile(idle, 0.99)) * 1000
        )


def _waits(product: Served, work: Callable[[], object]) -> list[float]:
    """Round trips of a small authenticated call, one every 10 ms, while `work` runs; shortest first.

    The caller is a process of its own: in this one it would wait for our own work as well.
    """
    spawn = multiprocessing.get_context("spawn")
    done, waits = spawn.Event(), spawn.Queue()
    arguments = (str(product.client.base_url), dict(product.client.headers), done, waits)
    caller = spawn.Process(target=_call_until, args=arguments)
    caller.start()
    assert waits.get(timeout=60) == "ready"
    work()
    done.set()
    result = sorted(waits.get(timeout=60))
    caller.join()
    return result


def _call_until(address: str, headers: dict[str, str], done: Any, waits: Any) -> None:
    gc.disable()  # its own collecting takes longer than the server lets anybody wait
    took = []
    with httpx.Client(base_url=address, headers=headers, timeout=60) as client:
        client.get("/health")
        waits.put("ready")
        while not done.is_set():
            started = time.perf_counter()
            assert client.get("/health").status_code == 200
            took.append(time.perf_counter() - started)
            time.sleep(0.01)
    waits.put(took)


def _percentile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def measure_cost(kind: str, scale: int, rounds: int, folder: Path) -> Figures:
    """CPU per lead, server and database, of a first sync over `scale` contacts and over 100,000, in turns."""
    figures = Figures()
    with ExitStack() as stack:
        measured = []
        for stored in (100_000, scale):
            url, pid = stack.enter_context(database(kind, f"cost{stored}", folder))
            key = fill(url, stored)
            server = stack.enter_context(serve("product", "tests.benchmarks.product", url, key))
            measured.append((stored, server, pid, leads(stored, LEADS)))
        for number in range(rounds + WARMING):
            costs = []
            for stored, server, pid, items in measured:
                before = server.cpu_seconds() + database_cpu_seconds(pid)
                timed(server, "POST", "/contacts/sync", batch(f"cost{number}", items))
                costs.append((server.cpu_seconds() + database_cpu_seconds(pid) - before) / LEADS * 1e6)
                if number >= WARMING:
                    figures.add(f"CPU per lead at {stored:,}, us", costs[-1])
            if number >= WARMING:
                figures.add("CPU per lead there / at 100,000 (<= 1.25)", costs[1] / costs[0])
    return figures


def measure(kind: str, contacts: int, rounds: int, folder: Path) -> Figures:
    figures = Figures()
    with ExitStack() as stack:
        url, _ = stack.enter_context(database(kind, "benchmark", folder))
        started = time.perf_counter()
        key = fill(url, contacts)
        print(f"{kind}: {contacts:,} contacts stored in {time.perf_counter() - started:.0f} s", file=sys.stderr)
        servers = {
            name: stack.enter_context(serve(name, f"tests.benchmarks.{name}", url, key))
            for name in ("product", "floor", "rival")
        }
        measure_sync(figures, servers, contacts, rounds)
        measure_put(figures, servers, contacts, rounds)
        measure_others(figures, servers["product"], contacts, rounds)
        for number in range(3):
            # A server that has synced before keeps the memory it got, so each measurement has a fresh one.
            with serve("product", "tests.benchmarks.product", url, key) as fresh:
                measure_memory(figures, fresh, contacts, number)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--scale", type=int, help="compare the cost per lead at this many contacts with that at 100,000"
    )
    arguments = parser.parse_args()
    kinds = ("sqlite", "postgresql") if arguments.database == "both" else (arguments.database,)
    for kind in kinds:
        with tempfile.TemporaryDirectory() as folder:
            if arguments.scale:
                figures = measure_cost(kind, arguments.scale, arguments.rounds, Path(folder))
            else:
                figures = measure(kind, arguments.contacts, arguments.rounds, Path(folder))
            print(f"\n{kind}{'':58}{'min':>9}{'median':>9}{'max':>9}{'n':>4}")
            for name, low, middle, high, count in figures.rows():
                print(f"  {name:62}{low:9.3f}{middle:9.3f}{high:9.3f}{count:4}")


if __name__ == "__main__":
    main()
