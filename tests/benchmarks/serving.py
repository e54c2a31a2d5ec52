"""Servers as processes of their own, and what they cost."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

MEGABYTE = 1 << 20


@dataclass(slots=True)
class Served:
    """A running server."""

    name: str
    client: httpx.Client
    process: psutil.Process

    def cpu_seconds(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def memory_megabytes(self) -> float:
        return float(self.process.memory_info().rss) / MEGABYTE

    def peak_megabytes(self) -> float:
        """The highest memory since it started (Linux)."""
        with open(f"/proc/{self.process.pid}/status") as file:
            peak = next(line for line in file if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024


@contextmanager
def serve(name: str, module: str, url: str, key: str = "") -> Iterator[Served]:
    """One process of the server whose `app` factory the module has, over the database at `url`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        f"{module}:app",
        "--factory",
        "--port",
        str(port),
        "--log-level",
        "warning",
    ]
    process = subprocess.Popen(command, env={**os.environ, "ROLOGRAPH_DATABASE_URL": url})
    client = httpx.Client(
        base_url=f"http://127.0.0.1:{port}",
        timeout=600,
        headers={"X-API-Key": key, "Content-Type": "application/json"},
    )
    try:
        _wait(client, process)
        yield Served(name, client, psutil.Process(process.pid))
    finally:
        client.close()
        process.terminate()
        process.wait(30)


def _wait(client: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        if process.poll() is not None:
            raise RuntimeError("the server ended at once")
        try:
            client.get("/healthz")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not answer in two minutes")


def database_cpu_seconds(pid: int | None) -> float:
    """What the processes of a PostgreSQL cluster have used so far; 0 where the database lives in the server."""
    if pid is None:
        return 0.0
    postmaster = psutil.Process(pid)
    ended = postmaster.cpu_times()
    living = sum(_nanoseconds(process.pid) for process in (postmaster, *postmaster.children(recursive=True)))
    return living / 1e9 + float(ended.children_user + ended.children_system)


def _nanoseconds(pid: int) -> int:
    """The processor time of a process of one thread (Linux), which `psutil` rounds to hundredths of a second."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])
    except (FileNotFoundError, ProcessLookupError):
        return 0  # it has ended meanwhile
