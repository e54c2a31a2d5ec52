"""The server as its operator runs it: `rolograph serve` in a process group of its own, watched from outside."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from tests.soak.calling import Address, Caller, Unanswered, Unsent

START_SECONDS = 60.0
EXPECTED = "timeout graceful shutdown exceeded"  # uvicorn's word on callers that stall when it is told to stop
NOT_PASSED_ON = ("ROLOGRAPH_", "PYTHONDONTWRITEBYTECODE")
MEGABYTE = 1 << 20


class NotServing(Exception):
    """The server ended, or never answered."""


class Server:
    """A server over one database. It may be started again after it ended or was killed; the port stays the same."""

    def __init__(self, url: str, key: str, folder: Path, code: Path, settings: Mapping[str, str]) -> None:
        self.address = Address(_free_port(), key)
        self.log = folder / f"server-{self.address.port}.log"
        self._folder = folder
        self._environment = {
            # Compiled once a run and not at every start, as it is where it was installed.
            **{name: value for name, value in os.environ.items() if not name.startswith(NOT_PASSED_ON)},
            "PYTHONPYCACHEPREFIX": str(code / "compiled"),
            "PYTHONPATH": str(code),
            "ROLOGRAPH_DATABASE_URL": url,
            "ROLOGRAPH_PORT": str(self.address.port),
            "ROLOGRAPH_LOG_FORMAT": "json",
            "ROLOGRAPH_LOG_LEVEL": "warning",
            **{f"ROLOGRAPH_{name.upper()}": value for name, value in settings.items()},
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    async def start(self) -> float:
        """Seconds until it serves. Raises NotServing with the end of its log."""
        began = time.monotonic()
        self.launch()
        async with Caller(self.address, patience=10) as caller:
            while time.monotonic() - began < START_SECONDS:
                if not self.is_running:
                    raise NotServing(f"ended with {self.exit_code}: {self.tail()}")
                try:
                    if (await caller.get("/health")).status == 200:
                        return time.monotonic() - began
                except (Unsent, Unanswered):
                    await asyncio.sleep(0.02)
        raise NotServing(f"no answer in {START_SECONDS:g} s: {self.tail()}")

    def launch(self) -> None:
        """Start the process, whether it comes up or not."""
        assert not self.is_running
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [Path(sys.executable).with_name("rolograph"), "serve"],
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self) -> None:
        """`kill -9` of the whole process group."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def terminate(self) -> None:
        """What an operator or a container's host does: SIGTERM to the process it started."""
        os.kill(self.pid, signal.SIGTERM)

    async def ended(self, seconds: float = START_SECONDS) -> float:
        """Seconds until it ended by itself. Raises NotServing when it does not."""
        began = time.monotonic()
        while self.is_running:
            if time.monotonic() - began > seconds:
                raise NotServing(f"still running after {seconds:g} s: {self.tail()}")
            await asyncio.sleep(0.02)
        return time.monotonic() - began

    @property
    def exit_code(self) -> int | None:
        return None if self._process is None else self._process.poll()

    def processes(self) -> list[psutil.Process]:
        parent = psutil.Process(self.pid)
        return [parent, *parent.children(recursive=True)]

    def memory(self) -> float:
        """Resident megabytes of all its processes."""
        total = 0
        for process in self.processes():
            try:
                total += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return total / MEGABYTE

    def tail(self) -> str:
        return self.log.read_text(errors="replace")[-1_000:].strip()

    def bugs(self) -> list[str]:
        """What it logged as errors; callers only see a masked 500, or nothing of what goes on behind the scenes."""
        found = []
        for line in self.log.read_text(errors="replace").splitlines():
            told = _as_event(line)
            if told is None:
                found += [line] if line.startswith("Traceback") else []
            elif told.get("level") in {"error", "critical"} and EXPECTED not in line:
                cause = str(told.get("exception", "")).strip().rpartition("\n")[2]
                found.append(f"{told.get('event')} {cause}".strip())
        return found

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.kill()


def _as_event(line: str) -> dict[str, Any] | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
