"""Column types that behave the same on both databases, and the ids of records.

They stand apart from the tables so that a table reads as a list of names.
"""

import random
import time
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from models.exact_json import JsonText, decode_json, json_text

# Ids, keys and other tokens: compared byte by byte, which is faster than a language's order and the same everywhere.
Token = Text().with_variant(Text(collation="C"), "postgresql")


class UTCDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC, to the microsecond.

    PostgreSQL keeps a timestamptz. SQLite has no such type and gets ISO 8601 text of one fixed width, which
    sorts as time does.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.isoformat(timespec="microseconds") if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else read_moment(value)


def read_moment(value: Any) -> datetime:
    """A moment as the driver has it: SQLite's is text, asyncpg's a datetime."""
    if isinstance(value, str):
        return _moment_in(value)
    moment: datetime = value
    return moment if moment.tzinfo is UTC else _in_utc(moment)


@lru_cache(maxsize=4_096)  # what one run wrote has one moment, and what is read together was mostly written together
def _moment_in(text: str) -> datetime:
    return _in_utc(datetime.fromisoformat(text))


def _in_utc(moment: datetime) -> datetime:
    # asyncpg gives the first and the last moment there is without their zone.
    return moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


class JsonDocument(TypeDecorator[Any]):
    """Any JSON value, kept as text on both databases.

    Not jsonb: it reorders keys, rewrites numbers and refuses some strings, and what Enginy sent must come back
    exactly as it was.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return as_json_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else decode_json(value)


def as_json_text(value: Any) -> str | None:
    """What a JSON column stores of a value; text that is JSON already is stored unread."""
    return value if value is None or type(value) is JsonText else json_text(value)


def utc_now() -> datetime:
    """This moment in UTC, to the millisecond: as exact as the JSON of most programs tells it."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


@lru_cache(maxsize=256)  # a batch tells one moment thousands of times
def iso_z(moment: datetime) -> str:
    """ISO 8601 in UTC with Z, as the contract writes times; with as many digits of a second as are needed."""
    moment = moment.astimezone(UTC).replace(tzinfo=None)
    fraction = moment.microsecond
    return moment.isoformat(timespec="auto" if fraction % 1000 or not fraction else "milliseconds") + "Z"


_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32, as the TypeID specification 0.3 has it
_PAIRS = [high + low for high in _ALPHABET for low in _ALPHABET]
_TAIL_BITS = 80


class _IdClock:
    """The last id given out: its millisecond as text, and the 80 bits behind it (UUIDv7: version, random, variant, random)."""

    milliseconds = 0
    head = ""
    tail = 0

    def tick(self) -> None:
        """Move on to an id never given before: a new millisecond starts at random, the same one steps on at random."""
        now = max(time.time_ns() // 1_000_000, self.milliseconds)
        if now > self.milliseconds:
            self.milliseconds = now
            bits = f"{now:050b}"
            self.head = "".join(_ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, 50, 5))
            self.tail = random.getrandbits(_TAIL_BITS) & 0x07FF_3FFF_FFFF_FFFF_FFFF | 0x7000_8000_0000_0000_0000
        else:
            self.tail += 1 + random.getrandbits(24)


_clock = _IdClock()


def new_id(prefix: str) -> str:
    """A fresh id such as `contact_01h455vb4pex5vsknk084sn02q`: a prefix and a UUIDv7 in base 32 (TypeID).

    Ids made by one process sort in the order they were made. They are names, not secrets.
    """
    _clock.tick()
    tail, pairs = _clock.tail, _PAIRS
    return (
        f"{prefix}_{_clock.head}{pairs[tail >> 70]}{pairs[tail >> 60 & 1023]}{pairs[tail >> 50 & 1023]}"
        f"{pairs[tail >> 40 & 1023]}{pairs[tail >> 30 & 1023]}{pairs[tail >> 20 & 1023]}"
        f"{pairs[tail >> 10 & 1023]}{pairs[tail & 1023]}"
    )
