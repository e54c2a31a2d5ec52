"""Faults of a file: locked by another program, on a full disk, made read-only under the running server."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.soak.calling import Caller
from tests.soak.creators import shared_contacts
from tests.soak.report import Report
from tests.soak.served import NotServing, Server
from tests.soak.stage import Stage, prepare
from tests.soak.stores import SQLiteStore
from tests.soak.traffic import Traffic

LOCKED_SECONDS = 12
FULL_SECONDS = 5
READ_ONLY_SECONDS = 5
CONTACTS = 4
HEALED_WITHIN_SECONDS = 10
MEGABYTES = 24  # of the small disk


async def measure(stage: Stage, report: Report) -> None:
    await _locked(stage, report)
    await _immutable(stage, report)
    with _small_disk(stage.folder / "disk") as disk:
        if disk is None:
            for name in ("a full disk", "a disk that is read-only"):
                report.not_run(name, "mounting a small disk needs root")
            return
        await _full(stage, report, disk)
        await _read_only(stage, report, disk)


async def _locked(stage: Stage, report: Report) -> None:
    """Another program holds the write lock for longer than the server waits."""
    assert isinstance(stage.store, SQLiteStore)
    async with stage.server() as server, await _traffic(server) as traffic:
        with closing(sqlite3.connect(stage.store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE").close()
            began = time.monotonic()
            await asyncio.sleep(LOCKED_SECONDS)
            healed_at = time.monotonic()
            other.execute("ROLLBACK").close()
        await traffic.settled(60)
    reads = [event for event in traffic.events if event.name == "read" and began < event.began < healed_at]
    report.nothing("a locked file: reads that failed meanwhile", [each.told for each in reads if not each.is_success])
    await traffic.judge(report, stage.store, "a locked file", healed_at=healed_at, within=HEALED_WITHIN_SECONDS)


async def _immutable(stage: Stage, report: Report) -> None:
    """The file and its log become read-only under the running server."""
    name = "a file made read-only"
    assert isinstance(stage.store, SQLiteStore)
    async with stage.server() as server, await _traffic(server) as traffic:
        files = [stage.store.path, Path(f"{stage.store.path}-wal")]
        if not _chattr("+i", files):
            report.not_run(name, "the file system or its rights do not know immutable files")
            return
        try:
            await asyncio.sleep(READ_ONLY_SECONDS)
        finally:
            healed_at = time.monotonic()
            _chattr("-i", files)
        await traffic.settled(60)
    await traffic.judge(report, stage.store, name, healed_at=healed_at, within=HEALED_WITHIN_SECONDS)


async def _full(stage: Stage, report: Report, disk: Path) -> None:
    store = SQLiteStore(disk / "full.db")
    stage.key = await prepare(store)
    ballast = disk / "ballast"
    async with stage.server(store) as server, await _traffic(server) as traffic:
        _fill(ballast)
        await asyncio.sleep(FULL_SECONDS)
        healed_at = time.monotonic()
        ballast.unlink()
        await traffic.settled(60)
    await traffic.judge(report, store, "a full disk", healed_at=healed_at, within=HEALED_WITHIN_SECONDS)
    report.nothing("a full disk: integrity", await store.problems())


async def _read_only(stage: Stage, report: Report, disk: Path) -> None:
    """Started on a disk that is read-only it says why it cannot, or answers 503 to writes and heals."""
    name = "a disk that is read-only"
    store = SQLiteStore(disk / "full.db")
    _mount("-o", "remount,ro", str(disk))
    server = stage.server(store)
    try:
        await server.start()
    except NotServing:
        told = server.log.read_text(errors="replace").strip()
        report.told(f"{name}: refuses to start", f"exit {server.exit_code}")
        report.nothing(f"{name}: reason not told", [] if str(store.path) in told.rpartition("\n")[2] else [told[-300:]])
        report.nothing(f"{name}: traces of a crash", [told[-300:]] if "Traceback" in told else [])
        _mount("-o", "remount,rw", str(disk))
        return
    async with Traffic(server.address, await _stored_contacts(store)) as traffic:
        await asyncio.sleep(READ_ONLY_SECONDS)
        healed_at = time.monotonic()
        _mount("-o", "remount,rw", str(disk))
        await traffic.settled(60)
    server.kill()
    await traffic.judge(report, store, name, healed_at=healed_at, within=HEALED_WITHIN_SECONDS)


async def _traffic(server: Server) -> Traffic:
    async with Caller(server.address) as caller:
        return Traffic(server.address, await shared_contacts(caller, CONTACTS))


async def _stored_contacts(store: SQLiteStore) -> list[str]:
    return [row[0] for row in await store.rows("SELECT id FROM contact")]


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A small disk of memory, or None where that may not be mounted."""
    folder.mkdir()
    mounted = os.geteuid() == 0 and _mount("-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder))
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", "-l", folder], check=False)


def _mount(*words: str) -> bool:
    return subprocess.run(["mount", *words], check=False, stderr=subprocess.DEVNULL).returncode == 0


def _chattr(change: str, files: list[Path]) -> bool:
    tool = shutil.which("chattr")
    return tool is not None and all(
        subprocess.run([tool, change, file], check=False, stderr=subprocess.DEVNULL).returncode == 0 for file in files
    )


def _fill(path: Path) -> None:
    """Take all the room there is."""
    with path.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(65_536)):
                pass
        except OSError:
            return
