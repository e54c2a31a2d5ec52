"""Times in the forms people and programs send them as the value of a field.

Apart from `models.moments`, which reads the contract's own times strictly and says what is wrong: here a value that
cannot be read is nobody's mistake.
"""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import parsedate_to_datetime

from models.exact_json import JsonValue
from models.identity.text import trimmed


def parse_time(raw: JsonValue) -> datetime | None:
    """The moment `raw` means, in UTC, or None. Without a zone it is UTC; a date alone is its first moment.

    ISO 8601 (also with blanks, slashes or dots), RFC 2822, seconds or milliseconds since 1970 as a number or digits,
    and dates with the year last where day and month cannot be mixed up: "31/12/2024", but not "03/04/2024".
    """
    if isinstance(raw, str):
        if len(raw) > _LONGEST_TIME or not (text := trimmed(raw)).isascii():
            return None
        text = " ".join(text.split())
        if text.isdecimal() and len(text) != _DIGITS_OF_A_DATE:
            return _since_1970(int(text))
        return _written(text)
    if isinstance(raw, bool) or not isinstance(raw, (int, float, Decimal)):
        return None
    return _since_1970(raw)


_LONGEST_TIME = 64
_DIGITS_OF_A_DATE = 8  # "20241231" is a date; as seconds it would be in 1970
_FIRST_EPOCH = 946_684_800  # 2000-01-01: before it nobody was engaged by a campaign; most such numbers are no times
_LAST_EPOCH = 4_102_444_800  # 2100-01-01
_FIRST_YEAR, _LAST_YEAR = 1900, 2200  # 0001-01-01 is how some programs say that there is none
_START = datetime(1970, 1, 1, tzinfo=UTC)


def _since_1970(number: float | Decimal) -> datetime | None:
    if _FIRST_EPOCH <= number < _LAST_EPOCH:
        return _START + timedelta(seconds=float(number))
    if _FIRST_EPOCH * 1000 <= number < _LAST_EPOCH * 1000:
        return _START + timedelta(milliseconds=float(number))
    return None


def _written(text: str) -> datetime | None:
    try:
        moment = _year_last(text) or _by_mail(text) or _iso(text)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_SHORT_HOUR = re.compile(r"(?<=[ T])(?=\d:)")
_ZONE = re.compile(r" ?(?:UTC|GMT|Z)$", re.IGNORECASE)
_OFFSET = re.compile(r" ([+-]\d\d:?\d\d)$")


def _iso(text: str) -> datetime:
    text = _YEAR_FIRST.sub(lambda found: f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}", text, count=1)
    text = _SHORT_HOUR.sub("0", text, count=1)
    return datetime.fromisoformat(_OFFSET.sub(r"\1", _ZONE.sub("+00:00", text)))


_DATE_BY_MAIL = re.compile(
    r"(?:[a-z]{3}, ?)?\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d\d(?::\d\d)?"
    r"(?: (?:[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T))?(?: \([a-z ]*\))?",  # other names of zones are no part of the standard
    re.IGNORECASE,
)


def _by_mail(text: str) -> datetime | None:
    return parsedate_to_datetime(text) if _DATE_BY_MAIL.fullmatch(text) else None


_DATE_YEAR_LAST = re.compile(
    r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap])\.?m\.?)?)?", re.IGNORECASE
)


def _year_last(text: str) -> datetime | None:
    found = _DATE_YEAR_LAST.fullmatch(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    hour, minute, seconds = (int(found[group] or 0) for group in (5, 6, 7))
    if found[8]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[8].lower() == "p" else 0)
    return datetime(year, month, day, hour, minute, seconds, tzinfo=UTC)
