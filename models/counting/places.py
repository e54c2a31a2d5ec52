"""What records are told apart by and what of them is added up: each is a column, of the record or of a table beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, Select, Table, Text, and_, case, func, select

from models.base import table_of
from models.columns import UTCDateTime
from models.company import Association, Company
from models.contact import Contact
from models.database.json_members import member_number, member_text
from models.engagement.campaign import Campaign, CampaignMembership
from models.engagement.state import Engagement
from models.identity.keys import CompanyKey, ContactKey, KeyKind
from models.user import User

Conditions = list[ColumnElement[bool]]
Seen = Callable[[Table, FromClause], Conditions]  # what hides rows of a table from whoever asks


@dataclass(frozen=True, eq=False, slots=True)
class Side:
    """A table beside that of the records: `record` is its column with theirs, `only` tells which of its rows count.

    Of some there are several rows a record.
    """

    table: Table
    record: str
    only: Callable[[FromClause], Conditions] = lambda _: []


@dataclass(frozen=True, eq=False, slots=True)
class Names:
    """What people call the record that an id names."""

    table: Table
    name: Callable[[FromClause], ColumnElement[Any]] = lambda rows: rows.c.name

    def of(self, id: ColumnElement[Any], seen: Seen) -> ColumnElement[str]:
        rows = self.table.alias()
        found: Select[Any] = select(self.name(rows)).where(rows.c.id == id, *seen(self.table, rows))
        return found.scalar_subquery()


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """One column. `words` are the closed set that its values are of, in their order; `names` says whose ids they are."""

    column: str
    side: Side | None = None
    names: Names | None = None
    words: type[StrEnum] | None = None
    is_blank: bool = False  # nothing is kept as an empty text

    def read(self, rows: FromClause) -> ColumnElement[Any]:
        column: ColumnElement[Any] = rows.c[self.column]
        return func.nullif(column, "", type_=Text) if self.is_blank else column

    def type_in(self, table: Table) -> Any:
        return (self.side.table if self.side is not None else table).c[self.column].type

    def is_moment(self, table: Table) -> bool:
        return isinstance(self.type_in(table), UTCDateTime)

    def is_day(self, table: Table) -> bool:
        return isinstance(self.type_in(table), Date)


class Beside:
    """Records with tables beside them, each joined when first asked for. Everybody asks for a table of their own."""

    def __init__(self, table: Table, rows: FromClause, seen: Seen) -> None:
        self.table = table
        self.rows = rows
        self._seen = seen
        self._sides: dict[Side, FromClause] = {}

    def number(self, place: Place | None, custom: str | None) -> ColumnElement[Any]:
        """What stands in a place; a custom field where it is a number."""
        return self._column(place) if place is not None else member_number(self.table.c.custom_fields, str(custom))

    def text(self, place: Place | None, custom: str | None) -> ColumnElement[Any]:
        """What stands in a place; a custom field as text."""
        return self._column(place) if place is not None else member_text(self.table.c.custom_fields, str(custom))

    def _column(self, place: Place) -> ColumnElement[Any]:
        return place.read(self._beside(place.side) if place.side is not None else self.table)

    def _beside(self, side: Side) -> FromClause:
        found = self._sides.get(side)
        if found is None:
            found = self._sides[side] = side.table.alias()
            theirs = [found.c[side.record] == self.table.c.id, *side.only(found), *self._seen(side.table, found)]
            self.rows = self.rows.outerjoin(found, and_(*theirs))
        return found


def _of_person(rows: FromClause) -> ColumnElement[Any]:
    c = rows.c
    both = func.trim(func.coalesce(c.first_name, "") + " " + func.coalesce(c.last_name, ""))
    return func.coalesce(func.nullif(both, ""), c.full_name, c.email)


USERS, COMPANIES, CAMPAIGNS = (Names(table_of(each)) for each in (User, Company, Campaign))
CONTACTS = Names(table_of(Contact), _of_person)
ENGAGEMENT = Side(table_of(Engagement), "record_id")
MEMBERSHIPS = Side(table_of(CampaignMembership), "record_id")
MAIN_COMPANY = Side(table_of(Association), "contact_id", lambda rows: [rows.c.is_main])
TAGS_OF_CONTACTS = Side(table_of(ContactKey), "record_id", lambda rows: [rows.c.kind == KeyKind.TAG.value])
TAGS_OF_COMPANIES = Side(table_of(CompanyKey), "record_id", lambda rows: [rows.c.kind == KeyKind.TAG.value])


def place_in_order(words: type[StrEnum], value: ColumnElement[Any]) -> ColumnElement[int]:
    """Where a word of a closed set stands in it."""
    return case({each.value: at for at, each in enumerate(words)}, value=value)


def label_of_day(bucket: str, day: date) -> str:
    """What people call the bucket that begins on a day: 2025, 2025 Q2, 2025-04, 2025-W14 or the day itself."""
    match bucket:
        case "year":
            return f"{day.year:04}"
        case "quarter":
            return f"{day.year:04} Q{(day.month + 2) // 3}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case _:
            return str(day)
