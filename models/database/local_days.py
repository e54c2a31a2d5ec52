"""The first day of the day, week, month, quarter or year that a moment falls into, by the clocks of some place."""

from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Date, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from models.counting.shifts import Shifts, shifts_of

_NOWHERE = "nowhere"  # the place of a date, which is the same everywhere


class DateBucket(StrEnum):
    """How long a bucket is. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class _FirstDay(FunctionElement[date]):
    """Of a moment or a date, the bucket, and the name of a time zone; a date has none."""

    type = Date()
    inherit_cache = True


def first_day(moment: ColumnElement[Any], bucket: DateBucket, zone: ZoneInfo | None = None) -> ColumnElement[date]:
    """The first day of the moment's bucket; without a zone, of a date's."""
    place = _NOWHERE if zone is None else zone.key
    # As text of the statement, which is kept by it: each bucket and place is a statement of its own.
    return _FirstDay(moment, literal_column(bucket.value), literal_column(place))


def _parts(element: _FirstDay, compiler: Any, kwargs: Any) -> tuple[str, DateBucket, Shifts | None]:
    moment, bucket, place = element.clauses
    shifts = shifts_of(ZoneInfo(place.name)) if place.name != _NOWHERE else None
    return compiler.process(moment, **kwargs), DateBucket(bucket.name), shifts


@compiles(_FirstDay, "sqlite")
def _first_day_sqlite(element: _FirstDay, compiler: Any, **kwargs: Any) -> str:
    moment, bucket, shifts = _parts(element, compiler, kwargs)
    if shifts is None or (not shifts.moments and shifts.seconds == (0,)):
        day = f"substr({moment}, 1, 10)"
        shifted = day
    else:
        # Whole seconds alone: the fraction would be rounded, and the last moment of a day be one of the next.
        shifted = f"substr({moment}, 1, 19), {_modifier(moment, shifts)}"
        day = f"date({shifted})"
    match bucket:
        case DateBucket.DAY:
            return day
        case DateBucket.WEEK:
            return f"date({shifted}, '-6 days', 'weekday 1')"
        case DateBucket.MONTH:
            return f"substr({moment}, 1, 7) || '-01'" if shifted == day else f"strftime('%Y-%m-01', {shifted})"
        case DateBucket.QUARTER:
            return f"date({shifted}, 'start of month', '-' || ((strftime('%m', {shifted}) - 1) % 3) || ' months')"
        case DateBucket.YEAR:
            return f"substr({moment}, 1, 4) || '-01-01'" if shifted == day else f"strftime('%Y-01-01', {shifted})"


def _modifier(moment: str, shifts: Shifts) -> str:
    """What SQLite's date functions take for the shift at a moment, found by bisection."""

    def between(first: int, last: int) -> str:
        if first == last:
            return f"'{shifts.seconds[first]:+d} seconds'"
        middle = (first + last) // 2
        text = shifts.moments[middle].isoformat(timespec="microseconds")
        return f"CASE WHEN {moment} < '{text}' THEN {between(first, middle)} ELSE {between(middle + 1, last)} END"

    return between(0, len(shifts.moments))


@compiles(_FirstDay, "postgresql")
def _first_day_postgresql(element: _FirstDay, compiler: Any, **kwargs: Any) -> str:
    moment, bucket, shifts = _parts(element, compiler, kwargs)
    if shifts is None:
        there = f"CAST({moment} AS timestamp)"
    else:
        there = f"({moment} AT TIME ZONE 'UTC')"
        if shifts.moments:
            moments = ", ".join(each.isoformat(sep=" ") for each in shifts.moments)
            seconds = ", ".join(str(each) for each in shifts.seconds)
            place = f"width_bucket({moment}, CAST('{{{moments}}}' AS timestamptz[])) + 1"
            there += f" + (CAST('{{{seconds}}}' AS int[]))[{place}] * INTERVAL '1 second'"
    return f"CAST(date_trunc('{bucket.value}', {there}) AS date)"
