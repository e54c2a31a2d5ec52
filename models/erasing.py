"""Erasing people for good: their rows in every table, what the registry sampled of them, and their items in the ledger.

The ledger is read outside of the transaction, since that may take a while; what came in meanwhile is read inside.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Table, delete, or_, select, update

from models.activity import Activity
from models.base import table_of
from models.company import Association
from models.contact import Contact
from models.database.engine import BATCH_DEADLINE_SECONDS, Conflict, Database
from models.database.session import Session
from models.database.statements import is_any
from models.deal import Deal
from models.engagement.campaign import CampaignMembership
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.fact import EngagementFact
from models.engagement.report import EngagementReport
from models.engagement.state import Engagement
from models.exact_json import JsonValue
from models.fields.mapping import Entity
from models.fields.promoted_value import PromotedValue
from models.fields.recording import SAMPLE_LENGTH
from models.fields.registry import CustomFieldDefinition
from models.identity.keys import ContactKey
from models.ledger.change import Change
from models.ledger.external_link import ExternalLink
from models.ledger.failures import forget_erased
from models.ledger.journal import entries_of
from models.ledger.possible_duplicate import PossibleDuplicate
from models.ledger.redaction import ERASED, NO_TRACES, Traces, identifiers_in, redacted, redacted_facts
from models.ledger.run import Run, RunStatus
from models.ledger.run_slice import gather_slices
from models.note import Note
from models.search.fields import SearchType
from models.search.keeping import forget, index_rows
from models.task import Task

SLICE = 50  # runs read at once; the items of a large sync take a megabyte
# A run that began this long before the ledger was read may have been stored after: no transaction lasts longer.
LATEST = timedelta(seconds=5 * BATCH_DEADLINE_SECONDS)
NAMELESS = "Erased"  # what a deal is called afterwards: its amount is the company's business

_CONTACT = table_of(Contact)
_RUN = table_of(Run)
_DEAL = table_of(Deal)
_NOTE = table_of(Note)
_EVENT = table_of(EngagementEvent)
_FIELD = table_of(CustomFieldDefinition)

# Tables whose rows go with a person, by the column that names the person. The contact itself comes last.
OWNED: tuple[tuple[Table, str], ...] = (
    (table_of(ContactKey), "record_id"),
    (table_of(PromotedValue), "record_id"),
    (table_of(Association), "contact_id"),
    (table_of(ExternalLink), "record_id"),
    (table_of(Engagement), "record_id"),
    (table_of(EngagementReport), "record_id"),
    (table_of(EngagementFact), "record_id"),
    (_NOTE, "record_id"),
    (_EVENT, "record_id"),
    (table_of(CampaignMembership), "record_id"),
    (table_of(PossibleDuplicate), "first_id"),
    (table_of(PossibleDuplicate), "second_id"),
    (table_of(Activity), "contact_id"),
    (table_of(Task), "contact_id"),
    (_CONTACT, "id"),
)
# Tables whose rows go with an event of that person's.
OF_EVENTS: tuple[Table, ...] = (table_of(EventCampaign), table_of(EventSender))


_PEOPLE, _ROOM = ("people",), "erasing"


async def hold_off_erasing(session: Session) -> None:
    """Nobody is erased until this transaction ends, so that nothing is written about a person who is just going."""
    await session.lock(_PEOPLE, room=_ROOM, shared=True)


@dataclass(slots=True)
class Erasing:
    """People on their way out: what was found of them, and the runs that are to be rewritten."""

    ids: Sequence[str]
    traces: Traces = NO_TRACES
    custom: dict[str, list[JsonValue]] = field(default_factory=dict)  # every value they ever had, by custom field
    read_at: datetime | None = None
    seen: set[str] = field(default_factory=set)  # runs that were read
    growing: set[str] = field(default_factory=set)  # runs that went on then, and are read when nobody writes
    runs: dict[str, tuple[bytes | None, bytes | None]] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)  # of runs that were told about them by a filter

    async def prepare(self, db: Database, now: datetime) -> None:
        """Find what there is of them, and read the whole ledger."""
        async with db.read() as session:
            self.traces, self.custom = await _found(session, self.ids)
            unfinished = select(_RUN.c.id).where(_RUN.c.status == RunStatus.UNFINISHED.value)
            self.growing = set((await session.exec(unfinished)).scalars())  # type: ignore[call-overload]
        self.read_at, self.seen, self.runs, self.facts = now, set(), {}, {}
        last = ""
        while True:
            async with db.read() as session:
                ended = _runs().where(_RUN.c.id > last, _RUN.c.status != RunStatus.UNFINISHED.value)
                rows = (await session.exec(ended.order_by(_RUN.c.id).limit(SLICE))).all()
            if not rows:
                return
            await self._read(rows)
            last = rows[-1][0]

    async def erase(self, session: Session) -> list[str]:
        """Do it, in the transaction; the ids of those who were there. Raises Conflict where they changed meanwhile."""
        await session.lock(_PEOPLE, room=_ROOM)
        statement = select(_CONTACT.c.id).where(is_any(_CONTACT.c.id, "ids", self.ids)).order_by(_CONTACT.c.id)
        ids = list((await session.exec(statement.with_for_update())).scalars())  # type: ignore[call-overload]
        if (self.traces, self.custom) != await _found(session, self.ids):
            raise Conflict
        assert self.read_at is not None
        recent = _RUN.c.started_at >= self.read_at - LATEST
        late = or_(recent, is_any(_RUN.c.id, "growing", sorted(self.growing)))
        going_on = select(_RUN.c.id).where(late, _RUN.c.status == RunStatus.UNFINISHED.value)
        await gather_slices(session, list((await session.exec(going_on)).scalars()))  # type: ignore[call-overload]
        rows = (await session.exec(_runs().where(late))).all()
        await self._read([row for row in rows if row[0] not in self.seen])
        await self._rewrite(session)
        await _delete(session, ids, self.traces)
        await self._forget_samples(session)
        return ids

    async def _read(self, rows: Sequence[Any]) -> None:
        for run_id, entity, items, decisions, facts in rows:
            self.seen.add(run_id)
            if (told := redacted_facts(self.traces, facts)) is not None:
                self.facts[run_id] = told
            kind = Entity(entity) if entity else None
            changed = await asyncio.to_thread(redacted, self.traces, kind, items, decisions)
            if changed is not None:
                self.runs[run_id] = changed

    async def _rewrite(self, session: Session) -> None:
        for run_id, blobs in sorted(self.runs.items()):
            for name, blob in zip(("items", "decisions"), blobs, strict=True):
                # Where its time has passed meanwhile it stays empty.
                there = (_RUN.c.id == run_id, _RUN.c[name].is_not(None))
                await session.exec(update(_RUN).where(*there).values({name: blob}))
        await forget_erased(session, {run_id: _erased(decisions) for run_id, (_, decisions) in self.runs.items()})
        for run_id, told in sorted(self.facts.items()):
            await session.exec(update(_RUN).where(_RUN.c.id == run_id).values(facts=told))

    async def _forget_samples(self, session: Session) -> None:
        """Take their values out of what the registry shows of custom fields. Last: other writers lock them last too."""
        names = sorted(self.custom)
        await session.lock([f"{Entity.CONTACT} {name}" for name in names], room="fields")
        theirs = (_FIELD.c.entity == Entity.CONTACT.value, is_any(_FIELD.c.name, "names", names))
        for name, samples in (await session.exec(select(_FIELD.c.name, _FIELD.c.samples).where(*theirs))).all():  # type: ignore[call-overload]
            gone = [value[:SAMPLE_LENGTH] if isinstance(value, str) else value for value in self.custom[name]]
            left = [each for each in samples if each not in gone]
            if left != samples:
                own = (_FIELD.c.entity == Entity.CONTACT.value, _FIELD.c.name == name)
                await session.exec(update(_FIELD).where(*own).values(samples=left))


def _erased(decisions: bytes | None) -> list[int]:
    """The places of the entries that were replaced."""
    return [place for place, entry in enumerate(entries_of(decisions)) if bytes(entry) == ERASED]


def _runs() -> Any:
    kept = or_(_RUN.c["items"].is_not(None), _RUN.c.decisions.is_not(None), _RUN.c.facts != {})
    return select(_RUN.c.id, _RUN.c.entity, _RUN.c["items"], _RUN.c.decisions, _RUN.c.facts).where(kept)


async def _found(session: Session, ids: Sequence[str]) -> tuple[Traces, dict[str, list[JsonValue]]]:
    """By what they are recognized in the ledger, and the values of their custom fields."""
    contacts = await _rows(session, _CONTACT, _CONTACT.c.id, ids)
    links = await _rows(session, table_of(ExternalLink), table_of(ExternalLink).c.record_id, ids)
    keys = await _rows(session, table_of(ContactKey), table_of(ContactKey).c.record_id, ids)
    changes = await _rows(session, table_of(Change), table_of(Change).c.record_id, ids)
    tied = [
        each["id"]
        for table in (table_of(Activity), table_of(Task), _DEAL)
        for each in await _rows(session, table, table.c.contact_id, ids)
    ]
    fields: list[JsonValue] = [value for each in contacts for value in each.values()]
    fields += [value for link in links for value in link["shadow"].values()]
    fields += [value for change in changes for each in change["fields"].values() for value in each.values()]
    identifiers = {*identifiers_in(each for each in fields if isinstance(each, str))}
    identifiers |= {*identifiers_in(key["value"] for key in keys)}
    custom: dict[str, list[JsonValue]] = {}
    for contact in contacts:
        for name, value in contact["custom_fields"].items():
            custom.setdefault(name, []).append(value)
    for change in changes:
        for name, each in change["custom_fields"].items():
            custom.setdefault(name, []).extend(each.values())
    traces = Traces(frozenset((*ids, *tied)), frozenset(link["external_id"] for link in links), frozenset(identifiers))
    return traces, custom


async def _rows(session: Session, table: Table, column: Column[Any], ids: Sequence[str]) -> Sequence[Any]:
    statement = select(table).where(is_any(column, "ids", ids)).order_by(*table.primary_key.columns)
    return (await session.exec(statement)).mappings().all()  # type: ignore[call-overload, no-any-return]


async def _delete(session: Session, ids: Sequence[str], traces: Traces) -> None:
    events = list((await session.exec(select(_EVENT.c.id).where(is_any(_EVENT.c.record_id, "ids", ids)))).scalars())  # type: ignore[call-overload]
    for table in OF_EVENTS:
        await session.exec(delete(table).where(is_any(table.c.event_id, "ids", events)))
    change = table_of(Change)
    await session.exec(delete(change).where(is_any(change.c.record_id, "ids", sorted(traces.record_ids))))
    notes = await session.exec(select(_NOTE.c.id).where(is_any(_NOTE.c.record_id, "ids", ids)))  # type: ignore[call-overload]
    await forget(session, sorted({*traces.record_ids, *notes.scalars()}))
    deals = select(_DEAL.c.id).where(is_any(_DEAL.c.contact_id, "ids", ids))
    renamed = list((await session.exec(deals)).scalars())  # type: ignore[call-overload]
    named = is_any(_DEAL.c.contact_id, "ids", ids)
    await session.exec(update(_DEAL).where(named).values(contact_id=None, name=NAMELESS))
    await index_rows(session, SearchType.DEAL, renamed)
    for table, column in OWNED:
        await session.exec(delete(table).where(is_any(table.c[column], "ids", ids)))
