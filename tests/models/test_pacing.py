"""Work that goes on beside other work ends with it, whichever of the two fails."""

import asyncio

import pytest

from models.pacing import beside


async def test_the_block_goes_on_while_the_work_waits_and_ends_after_it():
    answered, told = asyncio.Event(), []

    async def work():
        told.append("asked")
        await answered.wait()
        told.append("answered")

    async with beside(work()):
        told.append("worked out")
        answered.set()

    assert told == ["asked", "worked out", "answered"]


async def test_a_block_that_fails_ends_the_work():
    ended = []

    async def work():
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    with pytest.raises(ValueError, match="block"):
        async with beside(work()):
            raise ValueError("block")

    assert ended == [True]


async def test_work_that_fails_is_heard_of():
    async def work():
        raise ValueError("work")

    with pytest.raises(ValueError, match="work"):
        async with beside(work()):
            await asyncio.sleep(0)


async def test_whoever_is_cancelled_ends_the_work_as_well():
    began, ended = asyncio.Event(), []

    async def work():
        try:
            began.set()
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    async def both():
        async with beside(work()):
            pass

    task = asyncio.create_task(both())
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert ended == [True]
