"""Reading engagement: what a batch of writes and activities tells, stored as reports, state, events and memberships.

Everything is worked out anew for each record from all that was ever reported and observed of it, and then compared with
what is stored. So a repeat changes nothing, late news find their place, and a change of mind can be read into the past.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from models.database.session import Session
from models.engagement.fact import Fact, facts_of, settle_facts
from models.engagement.folding import STATE_FIELDS, state_of
from models.engagement.happened import happened
from models.engagement.membership import Membership
from models.engagement.messages import read_message
from models.engagement.names import sure_names
from models.engagement.naming import NAMED, Names, learned_from_lists, names_with_commas
from models.engagement.occurrence import Happened, Observed, attribution
from models.engagement.parsing import read_value
from models.engagement.reported import Reported, in_order, reports_of_change
from models.engagement.slice import Slice
from models.engagement.stored import (
    EVENT_CAMPAIGNS,
    EVENT_COLUMNS,
    EVENT_ROWS,
    EVENT_SENDERS,
    MEMBERSHIP_ROWS,
    REPORT_ROWS,
    activities_of,
    attributions,
    flag_reports,
    last_activities,
    state_rows,
    told_reports,
)
from models.engagement.words import EXCHANGED, EngagementField
from models.exact_json import JsonValue
from models.fields.mapping import Entity
from models.fields.meaning import Meanings
from models.ledger.change import LedgerEntry
from models.pacing import beside, slices
from models.records import KINDS

SLICE = 500  # records whose rows are read and stored together
AT_ONCE = 20  # records worked out before others get their turn


class Reader:
    """Reads for one entity, in one transaction that has locked the records it is asked about."""

    def __init__(self, session: Session, entity: Entity, meanings: Meanings, now: datetime) -> None:
        self._session = session
        self._entity = entity
        self._meanings = meanings
        self._now = now
        self._known: Mapping[EngagementField, frozenset[str]] | None = None
        self._names = {field: Names(model, now) for field, model in NAMED.items()}
        self._states = state_rows(STATE_FIELDS)
        self.learned: dict[EngagementField, set[str]] = {
            field: set() for field in NAMED
        }  # names with commas, now known

    async def read_changes(self, entries: Sequence[LedgerEntry]) -> list[Reported]:
        """Take over what writes report. Entries that hold nothing else are marked as such."""
        fresh: dict[str, list[Reported]] = {}
        async for part in slices(entries, 50):
            for entry in part:
                reports = await self._reports(entry)
                if reports:
                    fresh.setdefault(entry.record_id, []).extend(reports)
        await self._settle(list(fresh), fresh)
        return [report for reports in fresh.values() for report in reports]

    async def read_activities(self, record_ids: Iterable[str]) -> None:
        """Take over what was observed with these records."""
        await self._settle(sorted(set(record_ids)), {})

    async def read_anew(self, entries: Mapping[str, Sequence[LedgerEntry]]) -> None:
        """Read all that was ever written to these records once more, by the mappings of today."""
        reports = {}
        for record_id, own in entries.items():
            reports[record_id] = [report for entry in own for report in await self._reports(entry)]
        await self._settle(list(entries), reports, anew=True)

    async def _reports(self, entry: LedgerEntry) -> list[Reported]:
        """The reports in a write, which is marked if it holds nothing else."""
        means, at = self._meanings, entry.at
        told = sum(means.engagement(name, at) is not None for name in entry.custom_fields)
        entry.engagement_only = not entry.fields and 0 < told == len(entry.custom_fields)
        if not told:
            return []
        if self._known is None:
            self._known = await names_with_commas(self._session)
        return list(reports_of_change(entry.id, entry.run_id, at, entry.custom_fields, means.engagement, self._parsed))

    def _parsed(self, field: EngagementField, raw: JsonValue) -> Any:
        return read_value(field, raw, (self._known or {}).get(field, frozenset()))

    async def _settle(
        self, record_ids: Sequence[str], fresh: Mapping[str, Sequence[Reported]], *, anew: bool = False
    ) -> None:
        """Bring what is stored of these records in step: some are worked out while those before them are stored."""
        before: Slice | None = None
        async for ids in slices(sorted(record_ids), SLICE):
            found = await self._read(ids, anew=anew)
            if before is None:
                await _work_out(found, fresh)
            else:
                async with beside(self._store(before, anew=anew)):
                    await _work_out(found, fresh)
            before = found
        if before is not None:
            await self._store(before, anew=anew)

    async def _read(self, ids: Sequence[str], *, anew: bool) -> Slice:
        session, entity = self._session, self._entity
        last = await last_activities(session, entity, ids)
        found = Slice(entity, ids, last, {} if anew else await self._told(ids))
        for record_id, *activity in await activities_of(session, entity, ids):
            if (seen := observed_of(entity, activity)) is not None:
                found.observed[record_id].append(seen)
        return found

    async def _store(self, found: Slice, *, anew: bool) -> None:
        session = self._session
        await self._meet_names(found.reports, found.events)
        await self._settle_reports(found.ids, found.told, found.reports, anew=anew)
        await self._settle_events(found.ids, found.events)
        await MEMBERSHIP_ROWS.settle(
            session,
            await MEMBERSHIP_ROWS.read(session, found.ids),
            [self._membership_row(*each) for each in _pairs(found.memberships)],
        )
        await self._states.settle(session, await self._states.read(session, found.ids), found.states)
        await self._touch(found.last, found.events)

    async def _meet_names(
        self,
        reports: Mapping[str, Sequence[Reported]],
        events: Mapping[str, Sequence[Happened]],
    ) -> None:
        """Every campaign and sender that is named has a record of its own."""
        naming = [report for _, report in _pairs(reports) if report.field in self._names]
        for field, names in self._names.items():
            found, sure, lists = set[str](), set[str](), set[str]()
            for report in naming:
                if report.field is field:
                    found.update(report.new_parsed or ())
                    sure.update(sure_names(report.new_raw))
                    if isinstance(report.new_raw, str) and "," in report.new_raw:
                        lists.add(report.new_raw)
            if field is EngagementField.SENDERS:
                # An activity tells one name, so it is a whole one.
                sure.update(
                    each.senders[0] for _, each in _pairs(events) if each.activity_id and len(each.senders) == 1
                )
            else:
                sure.update(await learned_from_lists(self._session, field, lists))
            self.learned[field].update(await names.meet(self._session, found | sure, sure))

    async def _told(self, part: Sequence[str]) -> dict[str, dict[str, Reported]]:
        """What was reported of each record before, by the report's id."""
        told: dict[str, dict[str, Reported]] = {}
        for record_id, report in await told_reports(self._session, part):
            told.setdefault(record_id, {})[report.id] = report
        return told

    async def _settle_reports(
        self,
        part: Sequence[str],
        before: Mapping[str, Mapping[str, Reported]],
        reports: Mapping[str, Sequence[Reported]],
        *,
        anew: bool,
    ) -> None:
        if anew:
            rows = [self._report_row(*each) for each in _pairs(reports)]
            await REPORT_ROWS.settle(self._session, await REPORT_ROWS.read(self._session, part), rows)
            return
        fresh, flagged = [], []
        for record_id, own in reports.items():
            there = before.get(record_id, {})
            for report in own:
                known = there.get(report.id)
                if known is None:
                    fresh.append(self._report_row(record_id, report))
                elif known.is_backwards != report.is_backwards:
                    flagged.append(report)
        await REPORT_ROWS.settle(self._session, {}, fresh)
        await flag_reports(self._session, flagged)

    async def _settle_events(self, part: Sequence[str], events: Mapping[str, Sequence[Happened]]) -> None:
        session = self._session
        before = {
            field: await attributions(session, table, column, part) for field, (table, column) in _ATTRIBUTED.items()
        }
        wanted: dict[EngagementField, set[tuple[str, str]]] = {field: set() for field in NAMED}
        rows = []
        for record_id, event in _pairs(events):
            rows.append(self._event_row(record_id, event))
            for field, names in (
                (EngagementField.CAMPAIGNS, event.campaigns),
                (EngagementField.SENDERS, event.senders),
            ):
                wanted[field].update((event.id, self._names[field].id(name)) for name in names)
        stored = await EVENT_ROWS.read(session, part)
        await EVENT_ROWS.settle(session, stored, rows)
        for field, (table, column) in _ATTRIBUTED.items():
            await session.delete_rows(table, sorted(before[field] - wanted[field]))
            await session.insert_rows(table, ("event_id", column), sorted(wanted[field] - before[field]))
        await settle_facts(session, _facts_of(stored.values(), before), _facts_of(rows, wanted))

    async def _touch(self, last: Mapping[str, datetime | None], events: Mapping[str, Sequence[Happened]]) -> None:
        """The last activity of a record follows what was exchanged with it, and never goes back."""
        moved = []
        for record_id, before in last.items():
            newest = max((each.occurred_at for each in events[record_id] if each.kind in EXCHANGED), default=None)
            if newest is not None and (before is None or newest > before):
                moved.append((record_id, newest))
        await self._session.update_rows(KINDS[self._entity].table, ("last_activity_at",), moved)

    def _report_row(self, record_id: str, report: Reported) -> tuple[Any, ...]:
        return (
            report.id, self._entity.value, record_id, report.field.value, report.name, report.old_raw, report.new_raw,
            report.old_parsed, report.new_parsed, report.change_id, report.run_id, report.received_at, report.event_at,
            report.is_backwards,
        )  # fmt: skip

    def _event_row(self, record_id: str, event: Happened) -> tuple[Any, ...]:
        return (
            event.id, self._entity.value, record_id, event.kind.value, event.channel, event.step, event.steps, event.count,
            event.certainty.value, event.occurred_at, event.earliest_at, event.latest_at, event.known_at,
            attribution(event.campaigns).value, attribution(event.senders).value, event.activity_id, event.report_id,
            event.text,
        )  # fmt: skip

    def _membership_row(self, record_id: str, each: Membership) -> tuple[Any, ...]:
        return (
            record_id, self._names[EngagementField.CAMPAIGNS].id(each.campaign), self._entity.value,
            each.attribution.value, each.stage, each.stage_rank, each.step, each.steps, each.channel, each.status,
            each.entered_at, each.changed_at, each.left_at,
        )  # fmt: skip


_ATTRIBUTED = {
    EngagementField.CAMPAIGNS: (EVENT_CAMPAIGNS, "campaign_id"),
    EngagementField.SENDERS: (EVENT_SENDERS, "sender_id"),
}


async def _work_out(found: Slice, fresh: Mapping[str, Sequence[Reported]]) -> None:
    async for some in slices(list(found.last), AT_ONCE):
        for record_id in some:
            found.work_out(record_id, fresh.get(record_id, ()))


def _facts_of(
    rows: Iterable[Sequence[Any]], attributed: Mapping[EngagementField, Iterable[Sequence[str]]]
) -> set[Fact]:
    events = (dict(zip(EVENT_COLUMNS, row, strict=True)) for row in rows)
    return facts_of(events, attributed[EngagementField.CAMPAIGNS], attributed[EngagementField.SENDERS])


def observed_of(entity: Entity, activity: Sequence[Any]) -> Observed | None:
    """An activity, as `activities_of` reads it, as an event; None for one that says nothing of a direction."""
    activity_id, type_, direction, step, steps, sender, happened_at, created_at = activity
    message = read_message(type_, direction, None, None)
    if message.kind is None:
        return None
    # An activity with a contact and a company is an event of each.
    event_id = f"event_{activity_id.partition('_')[2]}" + ("" if entity is Entity.CONTACT else f"_{entity}")
    return Observed(event_id, activity_id, message.kind, message.channel, step, steps, sender, happened_at, created_at)


def _pairs(grouped: Mapping[str, Iterable[Any]]) -> Iterable[tuple[str, Any]]:
    return ((record_id, each) for record_id, own in grouped.items() for each in own)


async def state_as_of(session: Session, entity: Entity, record_id: str, moment: datetime) -> dict[str, Any] | None:
    """The columns of a record's state by what had been received until a moment; None where nothing had been."""
    reports = in_order(report for _, report in await told_reports(session, [record_id]) if report.received_at <= moment)
    observed = [
        seen
        for _, *activity in await activities_of(session, entity, [record_id])
        if (seen := observed_of(entity, activity)) is not None and seen.known_at <= moment
    ]
    events = happened(observed, reports)
    return {"record_id": record_id, **state_of(reports, events)} if reports or events else None
