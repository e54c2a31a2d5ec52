"""Word of what was committed, to whoever listens: in this process, or, where the database carries it, in every process.

What is announced is a short text that says where to look; whoever is interested reads the rest. Nothing is promised: where
word may have been lost, listeners are told so and look for themselves.
"""

import asyncio
from collections.abc import Callable, Coroutine, Hashable, Sequence
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

LONGEST = 7_500  # bytes of an announcement; PostgreSQL takes less than 8,000


class Announcement:
    """One text as every listener of this process gets it; what it leads to is read once for all of them."""

    __slots__ = ("_read", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._read: dict[Hashable, asyncio.Task[Any]] = {}

    async def once(self, what: Hashable, read: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What `read` gives, read for the first listener who asks. One that goes away takes it from nobody."""
        task = self._read.get(what)
        if task is None:
            task = self._read[what] = asyncio.create_task(read())
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
        found: T = await asyncio.shield(task)
        return found


# None stands for all that may have been missed.
Listener = Callable[[Announcement | None], None]


class Announcing(Protocol):
    """How announcements get around."""

    def tell(self, texts: Sequence[str]) -> None:
        """Announce what was just committed. Costs the caller nothing."""

    async def listen(self, listener: Listener) -> None:
        """Call `listener` with everything announced from now on. Raises where that cannot be heard."""

    def leave(self, listener: Listener) -> None:
        """Call it no more."""

    @property
    def listeners(self) -> int:
        """How many listen here."""

    async def close(self) -> None:
        """Announce what is left, and hear no more."""


class InProcess:
    """Announcements within this process, for a database that one server has to itself."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def tell(self, texts: Sequence[str]) -> None:
        if self._listeners:
            for text in texts:
                self.pass_on(Announcement(text))

    def pass_on(self, announcement: Announcement | None) -> None:
        for listener in tuple(self._listeners):
            listener(announcement)

    async def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def leave(self, listener: Listener) -> None:
        if listener in self._listeners:
            self._listeners.remove(listener)

    @property
    def listeners(self) -> int:
        return len(self._listeners)

    async def close(self) -> None:
        self._listeners.clear()
