"""The UI of a running server: built in a thread beside its answers, and how far that has come.

Several processes may serve one folder. One builds while the others wait, and what it tells of its steps lies beside the
builds, so that every one of them can show it.
"""

import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import structlog

from api.ui.building import STEPS, Build, BuildFailed, BuildStopped
from api.ui.place import Place

PROGRESS = "progress.json"
NOTHING_HERE = "This installation carries neither a built UI nor its sources"
NOT_BUILT = "It has not been built yet"

log = structlog.stdlib.get_logger("ui")


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the build, and when it began (seconds since 1970)."""

    name: str
    began: float


@dataclass(frozen=True, slots=True)
class Unbuilt:
    """Why there is nothing to show: it is being built, or (`reason`) it could not be."""

    steps: Sequence[Step]
    reason: str | None


class Keeper:
    """Keeps the built UI up to date with its sources."""

    def __init__(self, place: Place, *, node: str | None = None) -> None:
        self.place = place
        self._node = node
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._build: Build | None = None
        self._told_steps: list[dict[str, str | float]] = []
        self._stale: str | None = None  # a build of earlier sources, which is not to be served
        self._reason: str | None = None if place.current() else NOT_BUILT if place.has_sources else NOTHING_HERE

    def start(self) -> None:
        """See in a thread that the build matches the sources, unless that goes on already."""
        with self._guard:
            if not self.place.has_sources or (self._thread is not None and self._thread.is_alive()):
                return
            self._reason = None
            # One that must not keep the process from ending.
            self._thread = threading.Thread(target=self._keep, name="ui", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End what goes on."""
        if self._build is not None:
            self._build.stop()

    def built(self) -> Path | None:
        """The folder to serve; None while there is none."""
        current = self.place.current()
        return None if current is None or current.name == self._stale else current

    def unbuilt(self) -> Unbuilt:
        """What to say while there is nothing to serve."""
        return Unbuilt(self._steps(), self._reason)

    def _keep(self) -> None:
        began = time.monotonic()
        self._build = Build(self.place, node=self._node, tell=self._told)
        before = self.place.current()
        try:
            current = self._build.run()
            (self.place.web / PROGRESS).unlink(missing_ok=True)
        except BuildStopped:
            return
        except BuildFailed as failed:
            self._reason = failed.reason
            log.warning("the UI could not be built", reason=failed.reason, output=failed.output)
            return
        except Exception:
            self._reason = "Something went wrong here; the log tells what"
            log.exception("the UI could not be built")
            return
        self._stale = None
        if current != before:
            log.info("the UI is ready", seconds=round(time.monotonic() - began, 1))

    def _told(self, step: str) -> None:
        if step == STEPS[0]:
            self._told_steps = []
            current = self.place.current()
            self._stale = current.name if current is not None and current.name != self.place.version() else None
            return
        log.info("the UI is being built", step=step)
        self._told_steps.append({"name": step, "began": time.time()})
        self.place.write(PROGRESS, self._told_steps)

    def _steps(self) -> Sequence[Step]:
        try:
            told = json.loads((self.place.web / PROGRESS).read_bytes())
            return [Step(each["name"], each["began"]) for each in told]
        except (OSError, ValueError, KeyError, TypeError):
            return ()
