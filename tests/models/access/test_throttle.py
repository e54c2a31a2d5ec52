"""Throttling: what counts as one subject, and when a window is over."""

import asyncio
from datetime import timedelta

import pytest

from models.access.throttle import SignInThrottle, account, address, count_attempt, forgive
from models.errors import TooManyAttempts
from tests.factories import NOW, rows_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("198.51.100.7", "198.51.100.8", False, id="neighbors"),
        pytest.param("::ffff:198.51.100.7", "198.51.100.7", True, id="one address in two families"),
        pytest.param("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::1", True, id="one network"),
        pytest.param("2001:db8:1:2::4", "2001:db8:1:3::4", False, id="two networks"),
        pytest.param("", "testclient", False, id="no addresses"),
    ],
)
def test_an_address_is_one_host_or_one_network(one, other, same):
    assert (address(one) == address(other)) is same


async def test_attempts_are_counted_up_to_the_limit_and_anew_in_the_next_window(database):
    ada = account("ada@example.com")
    for minute in range(10):
        await count_attempt(database, [ada], NOW + timedelta(minutes=minute))

    with pytest.raises(TooManyAttempts) as refused:
        await count_attempt(database, [ada], NOW + timedelta(minutes=10))
    [full] = await rows_of(database, SignInThrottle)
    await count_attempt(database, [ada], NOW + timedelta(minutes=15))

    assert (refused.value.retry_after_seconds, full.attempts, full.since) == (300, 10, NOW)
    [row] = await rows_of(database, SignInThrottle)
    assert (row.attempts, row.since) == (1, NOW + timedelta(minutes=15))


async def test_a_clock_that_was_set_back_locks_nobody_out(database):
    ada = account("ada@example.com")
    for _ in range(10):
        await count_attempt(database, [ada], NOW + timedelta(days=400))

    await count_attempt(database, [ada], NOW)

    [row] = await rows_of(database, SignInThrottle)
    assert (row.attempts, row.since) == (1, NOW)


async def test_attempts_at_once_are_all_counted(database):
    subjects = [account("ada@example.com"), address("198.51.100.7")]

    await asyncio.gather(*(count_attempt(database, subjects, NOW) for _ in range(8)))

    assert [row.attempts for row in await rows_of(database, SignInThrottle)] == [8, 8]


async def test_forgiving_forgets_that_subject_and_what_is_old(database):
    ada, bob, old = (account(name) for name in ("ada", "bob", "old"))
    await count_attempt(database, [old], NOW - timedelta(minutes=15))
    await count_attempt(database, [ada, bob], NOW)

    async with database.write() as session:
        await forgive(session, [ada], NOW)

    assert [row.subject for row in await rows_of(database, SignInThrottle)] == [bob.key]
