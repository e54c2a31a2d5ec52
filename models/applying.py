"""Applying judged values to a record: what is news is set, what is a stale copy is left, and every change is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from models.columns import iso_z
from models.exact_json import JsonValue
from models.fields.cleaning import Cleaned
from models.fields.mapping import FieldTable
from models.ledger.journal import Journal
from models.ledger.shadow import Shadow
from models.ledger.undoing import DELETED_AT, GONE, Plan
from models.records import Record, RecordKind, is_blank, remember_keys, same_json

CUSTOM_EDIT = "custom:"  # before a custom field's name among a record's edits


@dataclass(slots=True)
class Applied:
    """What a write did: field -> {"old": …, "new": …}, and the names that were left because they were no news."""

    fields: dict[str, Any] = field(default_factory=dict)
    custom: dict[str, Any] = field(default_factory=dict)
    kept_here: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.fields or self.custom)


def set_fields(
    kind: RecordKind,
    record: Record,
    cleaned: Cleaned,
    journal: Journal,
    *,
    shadows: Iterable[Shadow],
    from_enginy: bool,
) -> Applied:
    """Set every field the item names; null clears. A three-way merge where the item comes from Enginy.

    A value that Enginy held already (its shadow) over one that somebody else changed since is not news: ours stays.
    """
    applied = Applied()
    stale = _stale_names(kind.fields, record, cleaned, list(shadows)) if from_enginy and record.edits else frozenset()
    for name, value in cleaned.values.items():
        if same_json(record.values[name], value) or _is_repeated(record, cleaned, name):
            continue
        if name in stale:
            applied.kept_here.append(kind.fields.incoming(name))
            continue
        _set(kind, record, name, value, applied)
    for name, value in cleaned.custom.items():
        if name in record.custom and same_json(record.custom[name], value):
            continue
        if CUSTOM_EDIT + name in stale:
            applied.kept_here.append(name)
            continue
        _set_custom(record, name, value, applied)
    _finish(record, applied, journal, from_enginy=from_enginy)
    return applied


def _is_repeated(record: Record, cleaned: Cleaned, name: str) -> bool:
    """Whether the value came under a mapped name that held the same before: it is no news, whatever the field is now."""
    source = cleaned.mapped.get(name)
    return source is not None and source in record.custom and same_json(record.custom[source], cleaned.custom[source])


def fill_blanks(kind: RecordKind, record: Record, cleaned: Cleaned, journal: Journal) -> tuple[Applied, dict[str, Any]]:
    """Set only what the record does not have yet; beside it the incoming values that differ from ours."""
    applied = Applied()
    differs: dict[str, Any] = {}
    for name, value in cleaned.values.items():
        if is_blank(value):
            continue
        if is_blank(record.values[name]):
            _set(kind, record, name, value, applied)
        elif not same_json(record.values[name], value):
            differs[kind.fields.incoming(name)] = value
    for name, value in cleaned.custom.items():
        if is_blank(value):
            continue
        if is_blank(record.custom.get(name)):
            _set_custom(record, name, value, applied)
        elif not same_json(record.custom[name], value):
            differs[name] = value
    _finish(record, applied, journal, from_enginy=True)
    return applied, differs


def put_back(kind: RecordKind, record: Record, wanted: Plan, journal: Journal, aside: Mapping[str, Any]) -> Applied:
    """Undo on a record what is planned, as one write of whoever asks for it; `aside` is told with it."""
    applied = Applied()
    others = dict(aside)
    if wanted.deleted is not None:
        others[DELETED_AT] = mark(record, deleted=wanted.deleted, now=journal.now)
    elif record.deleted_at is not None:
        remember_keys(record, live=False)
    for name, value in wanted.fields.items():
        _set(kind, record, name, value, applied)
    for name, value in wanted.custom.items():
        _set_custom(record, name, value, applied)
    _finish(record, applied, journal, from_enginy=False, aside=others)
    return applied


def mark(record: Record, *, deleted: bool, now: datetime) -> dict[str, Any]:
    """Take a record away or bring it back; the change as the ledger tells it."""
    before, after = record.deleted_at, now if deleted else None
    remember_keys(record, live=deleted)
    record.deleted_at = after
    record.changed.add(DELETED_AT)
    return {"old": iso_z(before) if before else None, "new": iso_z(after) if after else None}


def without_nulls(cleaned: Cleaned) -> Cleaned:
    """What a creating item says: there, null means not known, and clears nothing."""
    return Cleaned(
        {name: value for name, value in cleaned.values.items() if value is not None},
        {name: value for name, value in cleaned.custom.items() if value is not None},
        cleaned.named,
        {name: source for name, source in cleaned.mapped.items() if cleaned.values[name] is not None},
    )


def kept_from(kind: RecordKind, record: Record, shadow: Shadow) -> dict[str, JsonValue]:
    """Our values by incoming name that stay although the other side sends again what it holds: changed here since, by others."""
    kept: dict[str, JsonValue] = {}
    for name, held in shadow.values.items():
        spec = kind.fields.by_incoming.get(name) or kind.fields.by_alias.get(name)
        ours = record.values[spec.name] if spec is not None else record.custom.get(name)
        edit = spec.name if spec is not None else CUSTOM_EDIT + name
        if shadow.holds(name, held, record.edits.get(edit)) and not same_json(ours, held):
            kept[name] = ours
    return kept


def _stale_names(table: FieldTable, record: Record, cleaned: Cleaned, shadows: list[Shadow]) -> frozenset[str]:
    names = []
    for name, value in cleaned.named.items():
        spec = table.by_incoming.get(name) or table.by_alias.get(name)
        edit = spec.name if spec is not None else CUSTOM_EDIT + name
        if any(shadow.holds(name, value, record.edits.get(edit)) for shadow in shadows):
            names.append(edit)
    return frozenset(names)


def _set(kind: RecordKind, record: Record, name: str, value: Any, applied: Applied) -> None:
    if name in kind.key_fields:
        remember_keys(record)
    applied.fields[name] = {"old": record.values[name], "new": value}
    record.values[name] = value
    record.changed.add(name)


def _set_custom(record: Record, name: str, value: JsonValue, applied: Applied) -> None:
    change: dict[str, JsonValue] = {"new": value} if value is not GONE else {}
    if name in record.custom:
        change["old"] = record.custom[name]
    applied.custom[name] = change
    if value is not GONE:
        record.custom[name] = value
    else:
        record.custom.pop(name, None)
    record.changed.add("custom_fields")


def _finish(
    record: Record,
    applied: Applied,
    journal: Journal,
    *,
    from_enginy: bool,
    aside: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Count the version up, note whose work the changed fields are, and write the change down.

    What is told `aside` are no fields that another system could send again.
    """
    first = record.is_new and record.version == 0
    if not applied and not first and not aside:
        return
    record.version += 1
    edits = [*applied.fields, *(CUSTOM_EDIT + name for name in applied.custom)]
    if from_enginy:
        for name in edits:
            if record.edits.pop(name, None) is not None:
                record.changed.add("edits")
    elif not record.is_new:
        record.edits.update(dict.fromkeys(edits, record.version))
        record.changed.add("edits")
    record.updated_at = journal.now
    journal.change(record.id, record.version, {**applied.fields, **aside}, applied.custom)
