"""Passwords: what may be one, and how they are kept and compared (argon2id, away from the event loop)."""

import asyncio
import unicodedata
from functools import cache

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

from models.access.secret import new_secret
from models.errors import InvalidInput

SHORTEST = 12  # characters; length is what helps, so nothing is asked of their kinds (NIST SP 800-63B)
LONGEST = 512
AT_ONCE = 2  # each hash takes 64 MiB and a core


class Passwords:
    """Hashes and compares, a few at a time, so that a flood of attempts cannot take the machine's memory."""

    def __init__(self, hasher: Argon2Hasher | None = None) -> None:
        self._hasher = PasswordHash((hasher or Argon2Hasher(),))
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def hash(self, password: str) -> str:
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, _plain(password))

    async def fits(self, password: str, stored: str | None) -> bool:
        """Whether the password is the stored one. Where none is stored it takes as long, and the answer is no."""
        async with self._turn:
            return await asyncio.to_thread(self._compare, password, stored)

    def _compare(self, password: str, stored: str | None) -> bool:
        try:
            fits = self._hasher.verify(_plain(password), stored or _nobodys())
        except UnknownHashError:
            return False
        return fits and stored is not None


def check_password(password: str) -> None:
    """Raises InvalidInput for a password that is too easy to guess, or too long to be meant."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidInput(f"A password has at least {SHORTEST} characters, and at most {LONGEST}", field="newPassword")
    if len(set(password)) < SHORTEST // 3:
        raise InvalidInput("This password repeats too few characters; a sentence makes a good one", field="newPassword")


@cache
def _nobodys() -> str:
    """The hash of a password that nobody has."""
    return PasswordHash((Argon2Hasher(),)).hash(new_secret())


def _plain(password: str) -> bytes:
    """The same for every way a keyboard may put together an accented letter."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
