"""By how much the clocks of a place differ from UTC, and since when. Pure.

Both databases are told the shifts instead of the place's name: one of them knows no time zones, and what the other knows
may be older than what we know.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_STEP = timedelta(days=7)  # no place changed its clocks twice within a week and came back
_SECOND = timedelta(seconds=1)
# Within a day of the ends of the calendar nothing is shifted: there is no year 0, and none after 9999.
_DAWN, _DUSK = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shifts:
    """Moments in order, and seconds ahead of UTC: the first before all moments, each following from its moment on."""

    moments: tuple[datetime, ...]
    seconds: tuple[int, ...]

    def at(self, moment: datetime) -> timedelta:
        return timedelta(seconds=self.seconds[bisect_right(self.moments, moment)])


@lru_cache(maxsize=64)
def shifts_of(zone: ZoneInfo) -> Shifts:
    """The shifts of a time zone. Before 1900 its first one holds, from 2100 on the last."""
    shift = _shift(zone, _FIRST)
    moments, seconds = ([_DAWN], [0, shift]) if shift else ([], [shift])
    moment = _FIRST
    while moment < _LAST:
        following = moment + _STEP
        found = _shift(zone, following)
        if found != seconds[-1]:
            moments.append(_changed(zone, moment, following))
            seconds.append(found)
        moment = following
    return Shifts((*moments, _DUSK), (*seconds, 0)) if seconds[-1] else Shifts(tuple(moments), tuple(seconds))


def _changed(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second at which the shift becomes that of `after`."""
    wanted = _shift(zone, after)
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if _shift(zone, middle) == wanted:
            after = middle
        else:
            before = middle
    return after


def _shift(zone: ZoneInfo, moment: datetime) -> int:
    offset = moment.astimezone(zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
