"""A real server on a free port, in a thread of the test's own process or in a process of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from api.listening import HeadLimits

SECONDS = 90  # a start of several processes on two busy cores


@contextmanager
def serving(app: Any, *, at: int = 0, **options: Any) -> Iterator[str]:
    """The address of an application that is served until the block ends, at this port or any that is free."""
    with socket.create_server(("127.0.0.1", at)) as bound:
        server = uvicorn.Server(
            uvicorn.Config(app, **{"http": HeadLimits, "log_config": None, "server_header": False, **options})
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + SECONDS
        while not server.started:
            assert thread.is_alive()
            assert time.monotonic() < deadline, "the server does not start"
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(SECONDS)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port: int = bound.getsockname()[1]
    return port


def own_environment() -> dict[str, str]:
    """The environment of a process of ours: no settings, and bytecode kept, so that only the first start is slow."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROLOGRAPH_")}
    if kept.pop("PYTHONDONTWRITEBYTECODE", None) is not None:
        kept.setdefault("PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir()) / "rolograph-bytecode"))
    # The pages are built by the tests that look at them, and by no other server of the tests.
    return {**kept, "ROLOGRAPH_UI": "false", "PYTHONPATH": str(Path(__file__).parents[2]), "COLUMNS": "200"}


class ServeProcess:
    """`rolograph serve` as a process, in a folder of its own; it is killed at the end of the block at the latest."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._out, self._err = (folder / f"{name}-{self.port}.txt" for name in ("out", "err"))
        with self._out.open("w") as out, self._err.open("w") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-c", "from api.cli import main; main()", "serve", f"--port={self.port}", *arguments],
                cwd=folder,
                env={**own_environment(), **environment},
                stdout=out,
                stderr=err,
            )

    def __enter__(self) -> "ServeProcess":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()

    @property
    def printed(self) -> str:
        return self._out.read_text()

    @property
    def logged(self) -> str:
        return self._err.read_text()

    def wait_until_open(self) -> None:
        deadline = time.monotonic() + SECONDS
        with httpx.Client(
            base_url=self.url, timeout=5
        ) as http:  # one for all looks: making it takes longer than they do
            while time.monotonic() < deadline:
                assert self.process.poll() is None, self.logged
                try:
                    if http.get("/healthz").status_code == 200:
                        return
                except httpx.TransportError:
                    time.sleep(0.05)
        raise AssertionError(f"not open after {SECONDS} s: {self.logged}")

    def keys(self) -> set[str]:
        """Every key that was printed."""
        return set(re.findall(r"rolo_[\w-]{43}", self.printed))

    def links(self) -> list[str]:
        """Every sign-in link that was printed."""
        return re.findall(r"http\S+/sign-in#token=[\w-]{43}", self.printed)

    def stop(self) -> int:
        """Stop it as a supervisor does; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(SECONDS)
