"""How often one caller may ask: a bucket of requests each, that fills up again while it waits.

Kept in this process: several server processes allow each their own.
"""

from datetime import datetime

from models.errors import TooOften
from models.ledger.journal import Actor
from models.ledger.run import Source


class Rates:
    """Counts the requests of people and of API keys; 0 a minute is no limit."""

    def __init__(self, *, people: int, keys: int) -> None:
        self._people = people
        self._keys = keys
        self._buckets: dict[str, tuple[float, datetime]] = {}  # what was left of each, and when

    def take(self, actor: Actor, now: datetime) -> None:
        """Count a request. Raises TooOften where none is left."""
        allowed = self._people if actor.source is Source.PERSON else self._keys
        if not allowed:
            return
        left, since = self._buckets.get(actor.id, (float(allowed), now))
        a_second = allowed / 60
        left = min(left + max((now - since).total_seconds(), 0) * a_second, allowed)
        if left < 1:
            raise TooOften(allowed, max(1, round((1 - left) / a_second)))
        self._buckets[actor.id] = (left - 1, now)
