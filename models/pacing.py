"""Long work in short steps, so that one large batch never makes other callers wait."""

from asyncio import create_task, gather, sleep
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

T = TypeVar("T")


async def slices(items: Sequence[T], size: int) -> AsyncIterator[Sequence[T]]:
    """`items` in runs of `size`; other callers get their turn between two of them."""
    for start in range(0, len(items), size):
        if start:
            await sleep(0)
        yield items[start : start + size]


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, object]) -> AsyncIterator[None]:
    """Do what the block does while `work` waits for the database, which the block leaves alone. Ends when both have."""
    task = create_task(work)
    try:
        await sleep(0)  # until it waits
        yield
    except BaseException:
        task.cancel()
        await gather(task, return_exceptions=True)
        raise
    await task
