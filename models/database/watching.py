"""What whoever operates a database likes to know of it while it works: how long callers wait, and what they meet."""

from enum import StrEnum
from typing import Protocol


class Wait(StrEnum):
    """What a caller waits for before its statements run."""

    READ = "read"  # a connection, and a transaction that reads
    WRITE = "write"  # the same to write; where one writes at a time, until all who came before are done
    LOCK = "lock"  # names that two writers must not hold at once


class Watcher(Protocol):
    """Is told as it happens, and must not take long."""

    def waited(self, what: Wait, seconds: float) -> None: ...

    def met(self) -> None:
        """A writer lost a race against another one, and begins again."""

    def failed(self) -> None:
        """The database was away, full, busy or too slow, and a caller was told to come again."""


class Nobody:
    """Watches nothing."""

    def waited(self, what: Wait, seconds: float) -> None: ...

    def met(self) -> None: ...

    def failed(self) -> None: ...
