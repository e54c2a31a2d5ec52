"""A build of the UI: packages as the lock file says, Vite, and compressed copies; all of it, or nothing is changed."""

import contextlib
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from api.ui.locking import locked
from api.ui.node import Node, NodeMissing, find_node
from api.ui.place import HERE, Place

STEPS = ("Looking for changes", "Fetching packages", "Building pages", "Compressing")
COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".ttf"}
KEPT = 2  # builds: pages that are open in a browser still load parts of the one before
OUTPUT_LINES = 30  # of a step that failed
# Sooner than npm would by itself, because somebody is looking at the page; a second try is a click.
NPM_OPTIONS = (
    "--ignore-scripts --no-audit --no-fund --no-progress --loglevel=error --fetch-retries=1 --fetch-retry-mintimeout=2000"
).split()
UNREACHABLE = {"EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ENETUNREACH", "ENOTFOUND", "ERR_SOCKET_TIMEOUT", "ETIMEDOUT"}

Tell = Callable[[str], None]


class BuildFailed(Exception):
    """A build that came to nothing: what for, in a sentence that may be shown to anyone, and what the tools printed."""

    def __init__(self, reason: str, output: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.output = output


class BuildStopped(Exception):
    """A build that was told to stop."""


class Build:
    """One attempt to have the current build match the sources. `tell` is called with the name of each step."""

    def __init__(self, place: Place = HERE, *, node: str | None = None, tell: Tell = lambda step: None) -> None:
        self._place = place
        self._node = node
        self._tell = tell
        self._stopped = threading.Event()
        self._child: subprocess.Popen[str] | None = None

    def run(self, *, anew: bool = False) -> Path:
        """The folder of a build of today's sources, made now unless it is there (or `anew`).

        Waits for another process that is building. Raises BuildFailed, and BuildStopped.
        """
        place = self._place
        try:
            self._tell(STEPS[0])
            version = place.version()
            current = place.current()
            if current is not None and current.name == version and not anew:
                return current
            place.web.mkdir(exist_ok=True)
            with locked(place.web / ".lock"):
                current = place.current()
                if current is None or current.name != version or anew:
                    current = self._make(find_node(self._node), version)
                    place.make_current(version)
                    self._forget_old(current)
                return current
        except NodeMissing as missing:
            raise BuildFailed(str(missing)) from missing
        except OSError as error:
            raise BuildFailed(
                f"{error.strerror or error}: {error.filename}" if error.filename else str(error)
            ) from error

    def stop(self) -> None:
        """Let `run` end soon, wherever it is. May be called from another thread."""
        self._stopped.set()
        if self._child is not None:
            self._child.kill()

    def install_for_development(self) -> Node:
        """Have every package, those of checkers and tests too, and the Node that runs them."""
        node = find_node(self._node)
        self._place.web.mkdir(exist_ok=True)
        with locked(self._place.web / ".lock"):
            self._install(node, development=True)
        return node

    def _install(self, node: Node, *, development: bool = False) -> None:
        """Have the packages that the lock file names, unless they are there. The lock must be held."""
        frontend = self._place.frontend
        wanted = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()
        marker = frontend / "node_modules" / ".rolograph.json"
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(marker.read_bytes())
            if found["lock"] == wanted and (found["development"] or not development):
                return
        self._tell(STEPS[1])
        omitted = () if development else ("--omit=dev",)
        self._command(node, STEPS[1], [str(node.npm), "ci", *NPM_OPTIONS, *omitted])
        marker.write_text(json.dumps({"lock": wanted, "development": development}), "utf-8")

    def _make(self, node: Node, version: str) -> Path:
        self._install(node)
        self._tell(STEPS[2])
        web = self._place.web
        with tempfile.TemporaryDirectory(prefix=".build-", dir=web) as folder:
            made = Path(folder) / version
            vite = str(Path("node_modules", "vite", "bin", "vite.js"))
            self._command(node, STEPS[2], [vite, "build", "--outDir", str(made), "--emptyOutDir", "--logLevel=warn"])
            self._tell(STEPS[3])
            self._compress(made)
            there = web / version
            if there.exists():  # it was built before, and is built anew
                there.rename(Path(folder) / "old")
            made.rename(there)
        return there

    def _compress(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*")):
            if self._stopped.is_set():
                raise BuildStopped
            if path.is_file() and path.suffix in COMPRESSED:
                content = path.read_bytes()
                smaller = gzip.compress(content, 9, mtime=0)
                if len(smaller) < len(content) * 0.9:
                    path.with_name(f"{path.name}.gz").write_bytes(smaller)

    def _forget_old(self, current: Path) -> None:
        builds = [each for each in self._place.web.iterdir() if each.is_dir() and not each.name.startswith(".")]
        os.utime(current)
        for old in sorted(builds, key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)

    def _command(self, node: Node, step: str, arguments: list[str]) -> None:
        if self._stopped.is_set():
            raise BuildStopped
        began = time.monotonic()
        with subprocess.Popen(  # noqa: S603  our own words, and paths of this installation
            [str(node.program), *arguments],
            cwd=self._place.frontend,
            env=node.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as child:
            self._child = child
            if hasattr(os, "setpriority"):  # the server's callers come first
                with contextlib.suppress(OSError):
                    os.setpriority(os.PRIO_PROCESS, child.pid, 10)
            if self._stopped.is_set():
                child.kill()
            output, _ = child.communicate()
        self._child = None
        if self._stopped.is_set():
            raise BuildStopped
        if child.returncode != 0:
            raise BuildFailed(_reason(step, output, time.monotonic() - began), _tail(output))


def _reason(step: str, output: str, seconds: float) -> str:
    code = re.search(r"^npm error code (\w+)", output, re.MULTILINE)
    if code is None:
        return f"{step} failed after {seconds:.0f} s"
    why = "the package registry cannot be reached" if code[1] in UNREACHABLE else "npm gave up"
    return f"{step} failed after {seconds:.0f} s: {why} ({code[1]})"


def _tail(output: str) -> str:
    return "\n".join(output.strip().splitlines()[-OUTPUT_LINES:])
