"""Days, weeks and months as people in some place count them. Pure.

A day has 23 or 25 hours where clocks are changed, so its bounds are worked out in its time zone and not by adding hours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from models.errors import InvalidInput

MOST_BUCKETS = 1_000  # of one answer: days of almost three years


class Interval(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Bucket:
    """A day, week or month: its first day there, its first moment, and the first moment after it."""

    day: date
    start: datetime
    end: datetime


@lru_cache(maxsize=512)
def find_zone(name: str) -> ZoneInfo:
    """The time zone with this name of the IANA database. Raises InvalidInput for any other name."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise InvalidInput(
            f"There is no time zone {name[:100]!r}; expected a name such as Europe/Madrid", field="timeZone"
        ) from error


def buckets_between(interval: Interval, zone: ZoneInfo, since: datetime, until: datetime) -> Sequence[Bucket]:
    """The buckets that hold the moments from `since` up to, and without, `until`; the first and last may reach beyond.

    Raises InvalidInput for more than MOST_BUCKETS.
    """
    found: list[Bucket] = []
    if since >= until:
        return found
    try:
        for day, start, end in _bounds(interval, zone, since):
            if start >= until:
                break
            if len(found) == MOST_BUCKETS:
                raise InvalidInput(
                    f"At most {MOST_BUCKETS:,} buckets fit in one answer; ask for a shorter period or a longer interval",
                    field="interval",
                )
            if start < end:  # where a place changed sides of the date line, a day is missing
                found.append(Bucket(day, start, end))
    except OverflowError as error:
        raise InvalidInput("The period reaches beyond the calendar", field="period") from error
    return found


def count_begun(interval: Interval, zone: ZoneInfo, since: datetime, moment: datetime, *, most: int) -> int:
    """How many buckets, from the one that holds `since`, have begun at a moment; `most` of them are looked at."""
    begun = 0
    for _, start, end in _bounds(interval, zone, since):
        if start > moment or begun == most:
            break
        begun += start < end
    return begun


def _bounds(interval: Interval, zone: ZoneInfo, since: datetime) -> Iterator[tuple[date, datetime, datetime]]:
    day = _first_day(interval, since.astimezone(zone).date())
    start = _first_moment(day, zone)
    while True:
        following = _next(interval, day)
        end = _first_moment(following, zone)
        yield day, start, end
        day, start = following, end


def _first_day(interval: Interval, day: date) -> date:
    match interval:
        case Interval.DAY:
            return day
        case Interval.WEEK:
            return day - timedelta(days=day.weekday())
        case Interval.MONTH:
            return day.replace(day=1)


def _next(interval: Interval, day: date) -> date:
    match interval:
        case Interval.DAY:
            return day + timedelta(days=1)
        case Interval.WEEK:
            return day + timedelta(weeks=1)
        case Interval.MONTH:
            return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _first_moment(day: date, zone: ZoneInfo) -> datetime:
    """Midnight; where clocks skip it the moment they do, where they show it twice the earlier one."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
