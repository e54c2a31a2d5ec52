"""A PostgreSQL cluster that is there to be killed: stopped, crashed, frozen, and started again."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.postgres import PostgresMissing, PostgresServer, found_binaries

# Few enough that all of them can be taken; the server's own pool takes 20.
SETTINGS = {"max_connections": "60", "superuser_reserved_connections": "3"}


class Cluster:
    """A running cluster with everything on that makes a commit survive."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        postmaster = psutil.Process(self._postmaster_id())
        self._binaries = Path(postmaster.exe()).parent

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["Cluster"]:
        binaries = next(found_binaries(), None)
        if binaries is None:
            raise PostgresMissing
        # Binaries that are named keep the fixture from taking a server that is running: nobody would like that killed.
        with PostgresServer(durable=True, binaries=binaries, settings=SETTINGS) as server:
            cluster = cls(server)
            try:
                yield cluster
            finally:
                cluster.thaw()

    def url(self, name: str) -> str:
        return self.server.url(name)

    def stop(self) -> None:
        """As an operator stops it: callers are disconnected, everything is written."""
        self._control("stop", "-m", "fast")

    def crash(self) -> None:
        """Immediate shutdown: nothing is written, the next start recovers from the log."""
        self._control("stop", "-m", "immediate")

    def kill(self) -> None:
        """`kill -9` of the postmaster and all its processes."""
        processes = self._processes()
        for process in processes:
            _signal(process, signal.SIGKILL)
        psutil.wait_procs(processes, timeout=10)

    def start(self) -> None:
        """Start it again with the options it had; recovers first if it must."""
        self._control("restart", "-l", str(self.server.folder / "log"), "-t", "120")

    def freeze(self) -> None:
        """Cut it off: connections stay open, and nothing answers any more."""
        for process in self._processes():
            _signal(process, signal.SIGSTOP)

    def thaw(self) -> None:
        for process in self._processes():
            _signal(process, signal.SIGCONT)

    def _processes(self) -> list[psutil.Process]:
        try:
            postmaster = psutil.Process(self._postmaster_id())
        except (psutil.NoSuchProcess, FileNotFoundError):
            return []
        return [postmaster, *postmaster.children(recursive=True)]

    def _postmaster_id(self) -> int:
        return int((self.server.data / "postmaster.pid").read_text().split()[0])

    def _control(self, *words: str) -> None:
        owner = self.server.data.stat()
        as_owner: dict[str, Any] = (
            {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        )
        subprocess.run(
            [self._binaries / "pg_ctl", "-D", self.server.data, "-w", *words],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=150,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            **as_owner,
        )


def _signal(process: psutil.Process, number: int) -> None:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return
