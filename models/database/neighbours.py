"""Noticing what other processes commit to the same SQLite file: a command beside the server that has it.

SQLite tells nobody of a commit, but it tells a connection whether others have committed since it asked last. A process has one
connection that writes, so what that one is told of was done by somebody else.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from models.database.announcing import InProcess, Listener

LOOK_EVERY = 1.0  # seconds, while somebody listens


class Neighbours(InProcess):
    """Announcements within this process. Of what others did it is told that something was missed, and not what.

    `version` gives a number that others' commits change.
    """

    def __init__(self, version: Callable[[], Awaitable[int | None]]) -> None:
        super().__init__()
        self._version = version
        self._looking: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()

    async def listen(self, listener: Listener) -> None:
        await super().listen(listener)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        seen = await self._version()
        while not self._ended.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), LOOK_EVERY)
            if not self.listeners:
                return
            version = await self._version()
            if version is not None and version != seen:
                seen = version
                self.pass_on(None)

    async def close(self) -> None:
        self._ended.set()  # cut off in the middle of a look, the connection would be left hanging
        if self._looking is not None:
            await self._looking
        await super().close()
