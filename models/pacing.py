"""Long work in short steps, so that one large batch never makes other callers wait."""

from asyncio import sleep
from collections.abc import AsyncIterator, Sequence
from typing import TypeVar

T = TypeVar("T")


async def slices(items: Sequence[T], size: int) -> AsyncIterator[Sequence[T]]:
    """`items` in runs of `size`; other callers get their turn between two of them."""
    for start in range(0, len(items), size):
        if start:
            await sleep(0)
        yield items[start : start + size]
