"""Syncs: what is acknowledged is on the disk. On SQLite every write costs a sync of the log before its answer."""

import asyncio
import re
import shutil
import signal
import time
from pathlib import Path

from tests.soak.calling import Caller
from tests.soak.counters import Book, Updater
from tests.soak.creators import Creations, Creator, shared_contacts
from tests.soak.report import Report
from tests.soak.stage import Stage

WRITES = 50
ATTACH_SECONDS = 15
# 123 1700000000.000001 fdatasync(7</tmp/fsync.db-wal>) = 0
SYNC = re.compile(r"^\d+\s+(\d+\.\d+) (?:fsync|fdatasync)\(\d+<([^>]*)>")
PROMISES = ("fsync", "synchronous_commit", "full_page_writes")


async def measure(stage: Stage, report: Report) -> None:
    if stage.kind != "sqlite":
        for name in PROMISES:
            report.exactly(f"{name} of the cluster", (await stage.store.rows(f"SHOW {name}"))[0][0], "on")
        return
    strace = shutil.which("strace")
    if strace is None:
        report.not_run("syncs of the log", "strace is not installed")
        return
    trace = stage.folder / "strace"
    spans: dict[str, list[tuple[float, float]]] = {"update": [], "create": []}
    async with stage.server() as server, Caller(server.address) as caller:
        contacts = await shared_contacts(caller, 4)
        updater, creator = Updater(0, caller, Book()), Creator("synced", caller, Creations())
        words = ["-f", "-ttt", "-y", "-e", "trace=fsync,fdatasync", "-o", str(trace), "-p", str(server.pid)]
        watcher = await asyncio.create_subprocess_exec(strace, *words, stderr=asyncio.subprocess.PIPE)
        if not await _attached(watcher):
            report.not_run("syncs of the log", "strace may not watch other processes here")
            return
        for _ in range(WRITES):
            for name, write in (("update", updater.put(contacts[:1])), ("create", creator.post(1))):
                sent = time.time()
                answer = await write
                spans[name].append((sent, time.time()))
                assert answer.status == 200, answer.body
        watcher.send_signal(signal.SIGINT)
        await watcher.wait()
    moments = _syncs_of_log(trace)
    report.told("syncs of the log in all", len(moments))
    for name, each in spans.items():
        unsynced = [str(span) for span in each if not any(span[0] <= at <= span[1] for at in moments)]
        report.told(f"acknowledged {name}s", len(each))
        report.nothing(f"{name}s acknowledged without a sync of the log", unsynced)


async def _attached(watcher: asyncio.subprocess.Process) -> bool:
    """Whether the watcher got hold of the server; it says so at once, or ends."""
    assert watcher.stderr is not None
    async with asyncio.timeout(ATTACH_SECONDS):
        line = await watcher.stderr.readline()
    await asyncio.sleep(0.5)
    return b"attached" in line and watcher.returncode is None


def _syncs_of_log(trace: Path) -> list[float]:
    found = (SYNC.match(line) for line in trace.read_text().splitlines())
    return [float(match[1]) for match in found if match is not None and match[2].endswith("-wal")]
