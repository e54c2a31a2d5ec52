"""What it takes to undo a run, read from the ledger alone: what it did to each record, and what was done since.

A later change stands in the way only while it holds: one that was undone itself, and the undoing, cancel each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, bindparam, func, or_, select

from models.base import table_of
from models.database.session import Session
from models.database.statements import is_any
from models.exact_json import JsonValue
from models.ledger.change import Change, LedgerEntry
from models.ledger.journal import CHANGE_COLUMNS
from models.ledger.run import Run, Source
from models.records import same_json

DELETED_AT = "deleted_at"
MAIN_COMPANY = "main_company_id"
COMPANIES = "companies"  # the companies that an undoing took away from a contact (old) or gave back to it (new)
LINKS = "external_links"  # the same of links: external id -> how it came about
ASIDE = (MAIN_COMPANY, COMPANIES, LINKS)  # told by the ledger, but no fields of the record's own row
_NO_EDITS = (DELETED_AT, LINKS)

GONE: Any = object()  # the value of a custom field that is to be taken away

Sides = Mapping[str, Any]  # {"old": …, "new": …}; a side that did not exist is missing


@dataclass(slots=True)
class Deed:
    """What a run did to one record, several writes taken together: what was there before all, and after all of them."""

    record_id: str
    entity: str
    created: bool = False
    version: int = 0
    last_id: str = ""
    fields: dict[str, Sides] = field(default_factory=dict)
    custom: dict[str, Sides] = field(default_factory=dict)
    companies: list[Sides] = field(default_factory=list)  # what came and went, write by write


def deeds_of(entries: Iterable[LedgerEntry]) -> dict[str, Deed]:
    """What a run did, by record. `entries` are its changes, in the order of the writes."""
    deeds: dict[str, Deed] = {}
    for entry in entries:
        deed = deeds.get(entry.record_id)
        if deed is None:
            deed = deeds[entry.record_id] = Deed(entry.record_id, entry.entity)
        # Associating counts no version up, and so it may bear that of the first write.
        deed.created = deed.created or (entry.version == 1 and MAIN_COMPANY not in entry.fields)
        deed.version, deed.last_id = entry.version, entry.id
        for known, fresh in ((deed.fields, entry.fields), (deed.custom, entry.custom_fields)):
            for name, sides in fresh.items():
                known[name] = _both(known[name], sides) if name in known else sides
        if MAIN_COMPANY in entry.fields and COMPANIES not in entry.fields:
            deed.companies.append({"new": [entry.fields[MAIN_COMPANY]["new"]]})
        elif COMPANIES in entry.fields:
            deed.companies.append(entry.fields[COMPANIES])
    return deeds


def _both(first: Sides, last: Sides) -> Sides:
    return {**({"old": first["old"]} if "old" in first else {}), **({"new": last["new"]} if "new" in last else {})}


@dataclass(frozen=True, slots=True)
class Edit:
    """Who wrote a field after the run, so that it stays."""

    run_id: str
    actor_id: str
    at: Any


class Since:
    """What was done to one record after a run. `undoing` tells of the runs involved which other run each undoes."""

    def __init__(self, run_id: str, later: Sequence[LedgerEntry], undoing: Mapping[str, str]) -> None:
        self._run_id = run_id
        self._later = later
        self._undoing = undoing

    def of_field(self, name: str) -> tuple[bool, Edit | None]:
        """Whether the run still holds for a field, and the edit that stands in the way of undoing it."""
        return self._standing(entry for entry in self._later if name in entry.fields)

    def of_custom(self, name: str) -> tuple[bool, Edit | None]:
        return self._standing(entry for entry in self._later if name in entry.custom_fields)

    def of_record(self) -> tuple[bool, dict[tuple[str, bool], Edit]]:
        """Whether the run still holds for a record it made, and what somebody here edited since: by name, custom or not.

        What Enginy wrote into a record that should not be there is no reason to keep it.
        """
        holds, _ = self._standing(entry for entry in self._later if DELETED_AT in entry.fields)
        edits: dict[tuple[str, bool], Edit] = {}
        for entry in self._later:
            if entry.source == Source.ENGINY:
                continue
            for name in entry.fields:
                if name not in _NO_EDITS and (edit := self.of_field(name)[1]) is not None:
                    edits[name, False] = edit
            for name in entry.custom_fields:
                if (edit := self.of_custom(name)[1]) is not None:
                    edits[name, True] = edit
        return holds, edits

    def _standing(self, entries: Iterable[LedgerEntry]) -> tuple[bool, Edit | None]:
        standing: dict[str, Edit | None] = {self._run_id: None}
        toggled: dict[str, tuple[str, Edit | None]] = {}
        for entry in entries:
            target = self._undoing.get(entry.run_id)
            if target is not None and target in standing:
                toggled[entry.run_id] = (target, standing.pop(target))
            elif target is not None and target in toggled:
                undone, edit = toggled[entry.run_id] = toggled[target]
                if undone in standing:
                    del standing[undone]
                else:
                    standing[undone] = edit
            else:
                standing.pop(entry.run_id, None)
                standing[entry.run_id] = Edit(entry.run_id, entry.actor_id, entry.at)
        holds = self._run_id in standing
        others = [edit for edit in standing.values() if edit is not None]
        return holds, others[-1] if others else None


@dataclass(slots=True)
class Plan:
    """What undoing sets on a record, and what it leaves because it was edited since: (name, is custom) -> edit."""

    fields: dict[str, Any] = field(default_factory=dict)
    custom: dict[str, Any] = field(default_factory=dict)  # GONE takes the field away
    deleted: bool | None = None  # True takes the record away, False brings it back
    kept: dict[tuple[str, bool], Edit | None] = field(default_factory=dict)


def plan(
    deed: Deed, since: Since, fields: Mapping[str, Any], custom: Mapping[str, JsonValue], *, is_deleted: bool
) -> Plan:
    """How to undo a deed on a record that holds these values now, in the form the ledger keeps them."""
    found = Plan()
    if deed.created:
        holds, edits = since.of_record()
        if holds and not is_deleted:
            found.kept.update(edits)
            found.deleted = True if not edits else None
        return found
    for name, sides in deed.fields.items():
        old = sides.get("old")
        if name == DELETED_AT:
            is_same = is_deleted is (old is not None)
        elif name in fields and name not in ASIDE:
            is_same = same_json(fields[name], old)
        else:
            continue
        holds, edit = since.of_field(name)
        if is_same or not holds:
            continue
        if edit is not None:
            found.kept[name, False] = edit
        elif name == DELETED_AT:
            found.deleted = old is not None
        else:
            found.fields[name] = old
    for name, sides in deed.custom.items():
        old, now = sides.get("old", GONE), custom.get(name, GONE)
        holds, edit = since.of_custom(name)
        if not holds or (old is now if GONE in (old, now) else same_json(old, now)):
            continue
        if edit is not None:
            found.kept[name, True] = edit
        else:
            found.custom[name] = old
    return found


_CHANGE, _RUN = table_of(Change).c, table_of(Run).c
_COLUMNS = [_CHANGE[name] for name in CHANGE_COLUMNS]
_RECORDS = select(_CHANGE.record_id).where(_CHANGE.run_id == bindparam("run", type_=_CHANGE.id.type)).distinct()
_DONE = (
    select(*_COLUMNS)
    .where(_CHANGE.run_id == bindparam("run", type_=_CHANGE.id.type), is_any(_CHANGE.record_id, "records"))
    .order_by(_CHANGE.id)
)
_LAST = (
    select(_CHANGE.record_id, func.max(_CHANGE.version).label("version"), func.max(_CHANGE.id).label("id"))
    .where(_CHANGE.run_id == bindparam("run", type_=_CHANGE.id.type), is_any(_CHANGE.record_id, "records"))
    .group_by(_CHANGE.record_id)
    .subquery()
)
_LATER = (
    select(*_COLUMNS)
    .join(_LAST, _LAST.c.record_id == _CHANGE.record_id)
    .where(
        _CHANGE.run_id != bindparam("run", type_=_CHANGE.id.type),
        or_(
            _CHANGE.version > _LAST.c.version,
            and_(_CHANGE.version == _LAST.c.version, _CHANGE.id > _LAST.c.id),
        ),
    )
    .order_by(_CHANGE.record_id, _CHANGE.version, _CHANGE.id)
)
_UNDOING = select(_RUN.id, _RUN.reverts).where(is_any(_RUN.id, "ids"), _RUN.reverts.is_not(None))


async def records_changed(session: Session, run_id: str) -> list[str]:
    """The records that a run changed."""
    return [record_id for (record_id,) in await session.rows(_RECORDS, run=run_id)]


async def read_deeds(
    session: Session, run_id: str, record_ids: Sequence[str]
) -> tuple[dict[str, Deed], dict[str, Since]]:
    """What a run did to these records, and what was done to each of them since."""
    deeds = deeds_of(LedgerEntry(*row) for row in await session.rows(_DONE, run=run_id, records=record_ids))
    later: dict[str, list[LedgerEntry]] = {}
    for row in await session.rows(_LATER, run=run_id, records=record_ids):
        entry = LedgerEntry(*row)
        later.setdefault(entry.record_id, []).append(entry)
    runs = sorted({entry.run_id for entries in later.values() for entry in entries})
    undoing = {row[0]: row[1] for row in await session.rows(_UNDOING, ids=runs)} if runs else {}
    return deeds, {each: Since(run_id, later.get(each, ()), undoing) for each in record_ids}
