"""What a subscriber hears: runs that were stored, one after the other, and word of it where some may have been missed.

A slow subscriber holds no more than `BACKLOG` short announcements: past that they become a single one that says that some
was missed. Of one run at most `TOLD` things are told one by one, and of more the same is said.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from graphql_schema.context import Context
from models.database.announcing import Announcement

BACKLOG = 100
TOLD = 100

T = TypeVar("T")

# What one announcement means to a subscriber; None stands for all that may have been missed.
Telling = Callable[[Announcement | None], Awaitable[Sequence[T]]]


class Feed(Generic[T]):
    """The events of one subscription. Listens from `open` until it is closed."""

    def __init__(self, ctx: Context, tell: Telling[T]) -> None:
        self._ctx = ctx
        self._tell = tell
        self._announced: deque[Announcement | None] = deque()
        self._ready: deque[T] = deque()
        self._news = asyncio.Event()
        self._is_over = False

    @classmethod
    async def open(cls, ctx: Context, tell: Telling[T]) -> "Feed[T]":
        """A feed that hears everything from now on. Raises Unavailable where nothing can be heard."""
        feed = cls(ctx, tell)
        await ctx.db.listen(feed._hear)
        ctx.endings.append(feed.close)
        return feed

    def look(self) -> None:
        """Tell what is new, as if something had been announced that nobody heard."""
        self._hear(None)

    def _hear(self, announcement: Announcement | None) -> None:
        if announcement is None or len(self._announced) >= BACKLOG:
            self._announced.clear()
            announcement = None
        self._announced.append(announcement)
        self._news.set()

    def __aiter__(self) -> "Feed[T]":
        return self

    async def __anext__(self) -> T:
        while not self._ready:
            await self._news.wait()
            if self._is_over:
                raise StopAsyncIteration
            announcement = self._announced.popleft()
            if not self._announced:
                self._news.clear()
            self._ctx.loaders.clear()
            self._ready.extend(await self._tell(announcement))
        self._ctx.loaders.clear()  # what was read for the event before may have changed
        return self._ready.popleft()

    def close(self) -> None:
        """Hear no more; whoever waits for an event is told that there are none."""
        self._ctx.db.leave(self._hear)
        self._is_over = True
        self._news.set()

    async def aclose(self) -> None:
        self.close()
