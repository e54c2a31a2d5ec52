"""What is stored of a slice of records' engagement: read at once, compared with what it should be, brought in step."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, select

from models.activity import Activity
from models.base import table_of
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.campaign import CampaignMembership
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.report import EngagementReport
from models.engagement.reported import Reported
from models.engagement.state import Engagement
from models.engagement.words import EngagementField
from models.fields.mapping import Entity
from models.records import KINDS

Row = tuple[Any, ...]

REPORTS, EVENTS, STATES = table_of(EngagementReport), table_of(EngagementEvent), table_of(Engagement)
MEMBERSHIPS = table_of(CampaignMembership)
EVENT_CAMPAIGNS, EVENT_SENDERS = table_of(EventCampaign), table_of(EventSender)
_ACTIVITIES = table_of(Activity)


class Rows:
    """The rows of one table that belong to some records, and what they should be; `columns` begins with the key."""

    def __init__(self, table: Table, columns: Sequence[str], record: str = "record_id") -> None:
        self.table = table
        self.columns = tuple(columns)
        self._keys = len(table.primary_key.columns)
        self._select = select(*(table.c[name] for name in columns)).where(is_any(table.c[record], "records"))

    async def read(self, session: Session, records: Sequence[str]) -> dict[Row, Row]:
        """The stored rows by their key."""
        return self._keyed(await session.rows(self._select, records=records))

    async def settle(self, session: Session, stored: Mapping[Row, Row], wanted: Iterable[Row]) -> None:
        """Insert what is missing, change what differs, delete what should not be there.

        Columns that hold what they held, in every row, are left alone: whatever is set is put into its index anew.
        """
        keyed = self._keyed(wanted)
        gone = [key for key in stored if key not in keyed]
        changed = [key for key, row in keyed.items() if key in stored and stored[key] != row]
        fresh = [row for key, row in keyed.items() if key not in stored]
        await session.delete_rows(self.table, sorted(gone))
        touched = sorted({at for key in changed for at, value in enumerate(keyed[key]) if value != stored[key][at]})
        columns = [self.columns[at] for at in touched]
        rows = [(*key, *[keyed[key][at] for at in touched]) for key in sorted(changed)]
        await session.update_rows(self.table, columns, rows)
        await session.insert_rows(self.table, self.columns, fresh)

    def _keyed(self, rows: Iterable[Sequence[Any]]) -> dict[Row, Row]:
        return {tuple(row[: self._keys]): tuple(row) for row in rows}


FIELDS = {field.value: field for field in EngagementField}

REPORT_COLUMNS = (
    "id", "entity", "record_id", "field", "name", "old_raw", "new_raw", "old_parsed", "new_parsed", "change_id", "run_id",
    "received_at", "event_at", "is_backwards",
)  # fmt: skip
EVENT_COLUMNS = (
    "id", "entity", "record_id", "kind", "channel", "step", "steps", "count", "certainty", "occurred_at", "earliest_at",
    "latest_at", "known_at", "campaign_attribution", "sender_attribution", "activity_id", "report_id", "text",
)  # fmt: skip
MEMBERSHIP_COLUMNS = (
    "record_id", "campaign_id", "entity", "attribution", "stage", "stage_rank", "step", "steps", "channel", "status",
    "entered_at", "changed_at", "left_at",
)  # fmt: skip

REPORT_ROWS = Rows(REPORTS, REPORT_COLUMNS)
# What of a report others follow from; the rest of it never changes but when all is read anew.
TOLD_COLUMNS = (
    "id", "record_id", "field", "name", "new_raw", "new_parsed", "change_id", "run_id", "received_at", "event_at",
    "is_backwards",
)  # fmt: skip
_TOLD = select(*(REPORTS.c[name] for name in TOLD_COLUMNS)).where(is_any(REPORTS.c.record_id, "records"))


async def told_reports(session: Session, records: Sequence[str]) -> list[tuple[str, Reported]]:
    """The reports of these records by record, without the values that came before theirs."""
    found = []
    for row in await session.rows(_TOLD, records=records):
        id_, record_id, field, name, raw, parsed, change_id, run_id, received_at, event_at, is_backwards = row
        known = (id_, FIELDS[field], name, None, raw, None, parsed, change_id, run_id, received_at, event_at)
        found.append((record_id, Reported(*known, bool(is_backwards))))
    return found


async def flag_reports(session: Session, reports: Iterable[Reported]) -> None:
    """Reports that turned out to be behind others, or no longer."""
    await session.update_rows(REPORTS, ("is_backwards",), sorted((each.id, each.is_backwards) for each in reports))


EVENT_ROWS = Rows(EVENTS, EVENT_COLUMNS)
MEMBERSHIP_ROWS = Rows(MEMBERSHIPS, MEMBERSHIP_COLUMNS)


@cache
def state_rows(columns: Sequence[str]) -> Rows:
    return Rows(STATES, ("record_id", "entity", *columns))


async def attributions(session: Session, table: Table, column: str, records: Sequence[str]) -> set[Row]:
    """Event and campaign, or event and sender, of these records."""
    return {tuple(row) for row in await session.rows(_attributions(table, column), records=records)}


@cache
def _attributions(table: Table, column: str) -> Select[Any]:
    return (
        select(table.c.event_id, table.c[column])
        .select_from(table.join(EVENTS, EVENTS.c.id == table.c.event_id))
        .where(is_any(EVENTS.c.record_id, "records"))
    )


async def activities_of(session: Session, entity: Entity, records: Sequence[str]) -> list[Sequence[Any]]:
    """Record, id, type, direction, step, steps, sender, when it happened and when it was reported."""
    return list(await session.rows(_activities(entity), records=records))


@cache
def _activities(entity: Entity) -> Select[Any]:
    c = _ACTIVITIES.c
    record = c.contact_id if entity is Entity.CONTACT else c.company_id
    return select(record, c.id, c.type, c.direction, c.step, c.steps, c.sender, c.happened_at, c.created_at).where(
        is_any(record, "records")
    )


async def last_activities(session: Session, entity: Entity, records: Sequence[str]) -> dict[str, Any]:
    """When something last happened, of the records that are there."""
    return {row[0]: row[1] for row in await session.rows(_last_activities(entity), records=records)}


@cache
def _last_activities(entity: Entity) -> Select[Any]:
    c = KINDS[entity].table.c
    return select(c.id, c.last_activity_at).where(is_any(c.id, "records"))
