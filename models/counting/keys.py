"""What records are told apart by, what people call it, and one text for all keys of a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Text, case, cast, func

from models.columns import Token
from models.counting.places import Beside, Place, Seen, label_of_day, place_in_order
from models.database.local_days import DateBucket, first_day

NONE = "none"  # what a group without a key is called


@dataclass(frozen=True, slots=True)
class Key:
    """What records are told apart by: a column or a custom field; a moment by its bucket in a time zone."""

    name: str  # in the answer
    place: Place | None = None
    custom: str | None = None
    bucket: DateBucket | None = None
    zone: ZoneInfo | None = None

    def of(self, beside: Beside) -> ColumnElement[Any]:
        value = beside.text(self.place, self.custom)
        return first_day(value, self.bucket, self.zone) if self.bucket is not None else value

    def text_of(self, beside: Beside) -> ColumnElement[str]:
        return cast(self.of(beside), Text)

    def ordering(self, value: ColumnElement[Any], seen: Seen) -> ColumnElement[Any]:
        """What orders groups by this key: by names, by the order of a closed set, without regard to capitals."""
        if self.place is not None and self.place.words is not None:
            return place_in_order(self.place.words, value)
        if self.place is not None and self.place.names is not None:
            return func.lower(func.coalesce(self.place.names.of(value, seen), value), type_=Text)
        return func.lower(value, type_=Text) if isinstance(value.type, Text) else value

    def label(self, value: Any, name: str | None) -> str:
        if value is None:
            return NONE
        if self.bucket is not None:
            return label_of_day(self.bucket, value)
        if self.place is not None and self.place.words is not None:
            return str(value).replace("_", " ").capitalize()
        return name or str(value)

    def told(self, value: Any) -> str | None:
        """The value as text; a word of a closed set as the schema spells it."""
        if value is None:
            return None
        return str(value).upper() if self.place is not None and self.place.words is not None else _text(value)


def tag_of(values: Sequence[ColumnElement[Any]]) -> ColumnElement[str]:
    """What `tagged` makes of each value, one after the other."""
    parts = [
        case((each.is_(None), "-"), else_=cast(func.length(each), Text) + ":" + cast(each, Text)) for each in values
    ]
    tag: ColumnElement[str] = parts[0]
    for part in parts[1:]:
        tag = tag + part
    # Texts of two languages have no common order; compared byte by byte they need none.
    return cast(tag, Token)


def tagged(value: Any) -> str:
    """A value as text that says where it ends, so that several in a row cannot be mistaken for others."""
    if value is None:
        return "-"
    text = _text(value)
    return f"{len(text)}:{text}"


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
