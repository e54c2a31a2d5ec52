"""Passwords: the same however a keyboard spells them, and no way in where there is none."""

import pytest
from pwdlib.hashers.argon2 import Argon2Hasher

from models.access.password import Passwords, check_password
from models.errors import InvalidInput

QUICK = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
COMPOSED, DECOMPOSED = "caf\u00e9 au lait, please", "cafe\u0301 au lait, please"


async def test_an_accent_put_together_otherwise_is_the_same_password():
    passwords = Passwords(QUICK)

    stored = await passwords.hash(COMPOSED)

    assert (await passwords.fits(DECOMPOSED, stored), await passwords.fits("cafe au lait, please", stored)) == (
        True, False,
    )  # fmt: skip


async def test_two_hashes_of_one_password_differ_and_are_argon2id():
    passwords = Passwords(QUICK)

    one, other = await passwords.hash(COMPOSED), await passwords.hash(COMPOSED)

    assert (one != other, one.split("$")[1], other.split("$")[1]) == (True, "argon2id", "argon2id")


async def test_a_guess_costs_memory_and_time():
    stored = await Passwords().hash(COMPOSED)

    assert stored.split("$")[3] == "m=65536,t=3,p=4"


@pytest.mark.parametrize("stored", [pytest.param(None, id="none"), pytest.param("plain", id="no hash")])
async def test_nothing_fits_where_no_hash_is_stored(stored):
    assert await Passwords(QUICK).fits("plain", stored) is False


@pytest.mark.parametrize("password", ["", "short", "x" * 513, "abababababababab"])
def test_what_is_easy_to_guess_is_refused(password):
    with pytest.raises(InvalidInput):
        check_password(password)


@pytest.mark.parametrize("password", ["a good long sentence", "x7!Kq-29pL#v", "密码密码是一句很长的话哦"])
def test_what_is_long_enough_may_be_anything(password):
    check_password(password)
