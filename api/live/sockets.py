"""All sockets of this process: how many there may be, and how long one may take or live without another look."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from api.live.messages import Code, Ended

SOCKETS = 500  # of one process: ordinary callers need connections too
INIT_SECONDS = 5.0  # from the opening to `connection_init`
LOOK_SECONDS = 30.0  # between looks whether the session, key or person that a socket hangs on is still good


@dataclass(slots=True)
class Sockets:
    """Counts sockets, all and by actor. Kept in this process: several server processes allow each their own."""

    of_actor: int
    subscriptions: int  # of one socket
    init_seconds: float = INIT_SECONDS
    look_seconds: float = LOOK_SECONDS
    _open: int = 0
    _by_actor: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Count a socket while it is open. Raises Ended where there are too many."""
        if self._open >= SOCKETS:
            raise Ended(Code.TRY_LATER, "Too many connections; try again later")
        self._open += 1
        try:
            yield
        finally:
            self._open -= 1

    @contextmanager
    def held_by(self, actor_id: str) -> Iterator[None]:
        """Count an actor's socket while it is open. Raises Ended where they have too many."""
        if self._by_actor[actor_id] >= self.of_actor:
            raise Ended(Code.TRY_LATER, f"At most {self.of_actor:,} connections of one caller; try again later")
        self._by_actor[actor_id] += 1
        try:
            yield
        finally:
            self._by_actor[actor_id] -= 1
            if not self._by_actor[actor_id]:
                del self._by_actor[actor_id]
