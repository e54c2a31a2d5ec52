"""Contacts and companies as batches see them: read and locked together, changed one item at a time, saved as sets.

The two are one kind of thing here. What differs between them is data: tables, fields, and which values are keys.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, select, type_coerce
from sqlalchemy.types import Text

from models.base import table_of
from models.columns import new_id
from models.company import Company
from models.contact import Contact
from models.database.session import Session
from models.database.statements import is_any
from models.exact_json import JsonValue, decode_json, encode_json
from models.fields.mapping import FIELDS, Entity, FieldTable
from models.fields.promoting import keep_values
from models.identity.derivation import KeyRules
from models.identity.keys import CompanyKey, ContactKey
from models.pacing import beside, slices
from models.search.fields import SearchType
from models.search.keeping import Searchable


@dataclass(frozen=True, slots=True)
class RecordKind:
    """The tables and fields of one entity. A change to one of `key_fields` may change the record's keys."""

    entity: Entity
    table: Table
    keys: Table
    fields: FieldTable
    key_fields: frozenset[str]


KINDS = {
    Entity.CONTACT: RecordKind(
        Entity.CONTACT,
        table_of(Contact),
        table_of(ContactKey),
        FIELDS[Entity.CONTACT],
        frozenset(
            (
                "email",
                "linkedin_url",
                "phone",
                "mobile_phone",
                "company_name",
                "first_name",
                "last_name",
                "full_name",
                "tags",
            )
        ),
    ),
    Entity.COMPANY: RecordKind(
        Entity.COMPANY,
        table_of(Company),
        table_of(CompanyKey),
        FIELDS[Entity.COMPANY],
        frozenset(("domain", "website", "linkedin_url", "name", "tags")),
    ),
}


class Record:
    """A contact or company on its way through a batch.

    `values` are its fields by name. `changed` are the columns to save; custom fields are decoded when first asked for.
    """

    __slots__ = (
        "_custom",
        "_custom_text",
        "changed",
        "created_at",
        "deleted_at",
        "edits",
        "id",
        "is_new",
        "keys_before",
        "updated_at",
        "values",
        "version",
    )

    def __init__(
        self,
        record_id: str,
        values: dict[str, Any],
        *,
        custom_text: str = "{}",
        edits: dict[str, int] | None = None,
        version: int = 0,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
        deleted_at: datetime | None = None,
        is_new: bool = False,
    ) -> None:
        self.id = record_id
        self.values = values
        self._custom_text = custom_text
        self._custom: dict[str, JsonValue] | None = None
        self.edits = edits or {}
        self.version = version
        self.created_at = created_at
        self.updated_at = updated_at
        self.deleted_at = deleted_at
        self.is_new = is_new
        self.changed: set[str] = set()
        self.keys_before: dict[str, Any] | None = None  # the key fields before the first change to one of them

    @property
    def custom(self) -> dict[str, JsonValue]:
        if self._custom is None:
            self._custom = decode_json(self._custom_text)
        return self._custom

    @property
    def custom_text(self) -> str:
        return self._custom_text if self._custom is None else encode_json(self._custom).decode()


def new_record(kind: RecordKind) -> Record:
    return Record(new_id(kind.entity), dict.fromkeys(kind.fields.columns), is_new=True)


async def read_for_update(session: Session, kind: RecordKind, record_ids: Iterable[str]) -> dict[str, Record]:
    """The records with these ids, deleted ones too, locked in the order of their ids; an unknown id is missing."""
    return await _read(session, kind, record_ids, _read_statement(kind.entity, lock=True))


async def find_records(session: Session, kind: RecordKind, record_ids: Iterable[str]) -> dict[str, Record]:
    """The records with these ids, deleted ones too; an unknown id is missing."""
    return await _read(session, kind, record_ids, _read_statement(kind.entity, lock=False))


async def _read(
    session: Session, kind: RecordKind, record_ids: Iterable[str], statement: Select[Any]
) -> dict[str, Record]:
    columns = kind.fields.columns
    width = len(columns)
    records: dict[str, Record] = {}
    async for ids in slices(sorted(set(record_ids)), 2_000):
        async for rows in slices(await session.rows(statement, ids=ids), 200):
            for row in rows:
                values = dict(zip(columns, row, strict=False))
                record_id, custom_text, edits, version, created_at, updated_at, deleted_at = row[width:]
                if values["tags"] is not None:
                    values["tags"] = decode_json(values["tags"])
                records[record_id] = Record(
                    record_id,
                    values,
                    custom_text=custom_text,
                    edits=decode_json(edits) if edits != "{}" else None,
                    version=version,
                    created_at=created_at,
                    updated_at=updated_at,
                    deleted_at=deleted_at,
                )
    return records


@cache
def _read_statement(entity: Entity, *, lock: bool) -> Select[Any]:
    kind = KINDS[entity]
    c = kind.table.c
    fields = [type_coerce(c[name], Text) if name == "tags" else c[name] for name in kind.fields.columns]
    statement = (
        select(
            *fields,
            c.id,
            type_coerce(c.custom_fields, Text),
            type_coerce(c.edits, Text),
            c.version,
            c.created_at,
            c.updated_at,
            c.deleted_at,
        )
        .where(is_any(c.id, "ids"))
        .order_by(c.id)
    )
    return statement.with_for_update() if lock else statement


async def save(
    session: Session, kind: RecordKind, records: Sequence[Record], rules: KeyRules, *, now: datetime, actor_id: str
) -> None:
    """Store what changed: new rows, changed columns, and the keys that came or went. A handful of statements for any number."""
    async with beside(_write(session, kind, records, rules, now, actor_id)):
        searchable = await _searchable(kind, records)
    await searchable.store(session)
    told = [each.id for each in records if "custom_fields" in each.changed or (each.is_new and each.custom)]
    if told:
        await keep_values(session, kind.entity, kind.table, told)
    for record in records:
        record.is_new = False
        record.changed.clear()
        record.keys_before = None


async def _write(
    session: Session, kind: RecordKind, records: Sequence[Record], rules: KeyRules, now: datetime, actor_id: str
) -> None:
    new = [record for record in records if record.is_new]
    changed = [record for record in records if record.changed and not record.is_new]
    await _insert(session, kind, new, now, actor_id)
    await _update(session, kind, changed, now, actor_id)
    await _rekey(session, kind, records, rules, now)


async def _insert(session: Session, kind: RecordKind, records: list[Record], now: datetime, actor_id: str) -> None:
    columns = (*kind.fields.columns, "id", "custom_fields", "edits", "version", *_STAMPS)
    async for part in slices(records, 500):
        rows = [
            (
                *record.values.values(),
                record.id,
                record.custom,
                record.edits,
                record.version,
                now,
                actor_id,
                now,
                actor_id,
            )
            for record in part
        ]
        await session.insert_rows(kind.table, columns, rows)


_STAMPS = ("created_at", "created_by", "updated_at", "updated_by")


async def _update(session: Session, kind: RecordKind, records: list[Record], now: datetime, actor_id: str) -> None:
    touched: set[str] = set().union(*(record.changed for record in records))
    fields = [name for name in kind.fields.columns if name in touched]
    others = [name for name in ("custom_fields", "edits", "deleted_at") if name in touched]
    columns = (*fields, *others, "version", "updated_at", "updated_by")
    async for part in slices(records, 500):
        rows = [
            (
                record.id,
                *[record.values[name] for name in fields],
                *[_OTHERS[name](record) for name in others],
                record.version,
                now,
                actor_id,
            )
            for record in part
        ]
        await session.update_rows(kind.table, columns, rows)


_OTHERS = {
    "custom_fields": lambda record: record.custom,
    "edits": lambda record: record.edits,
    "deleted_at": lambda record: record.deleted_at,
}


async def _rekey(session: Session, kind: RecordKind, records: Sequence[Record], rules: KeyRules, now: datetime) -> None:
    """Bring the key table in step. A deleted record has no keys, so matching and uniqueness never see it."""
    added: list[tuple[Any, ...]] = []
    removed: list[tuple[Any, ...]] = []
    async for part in slices(records, 50):
        for record in part:
            if not record.is_new and record.keys_before is None:
                continue
            before = rules.stored(kind.entity, record.keys_before) if record.keys_before is not None else set()
            after = set() if record.deleted_at else rules.stored(kind.entity, record.values)
            added += [(kind_.value, value, record.id, now) for kind_, value in after - before]
            removed += [(kind_.value, value, record.id) for kind_, value in before - after]
    async for gone in slices(sorted(removed), 2_000):
        await session.delete_rows(kind.keys, gone)
    async for fresh in slices(sorted(added), 2_000):
        await session.insert_missing(kind.keys, ("kind", "value", "record_id", "added_at"), fresh)


async def _searchable(kind: RecordKind, records: Sequence[Record]) -> Searchable:
    """The words of those of which a field changed that is searched."""
    searchable = Searchable(SearchType(kind.entity))
    async for part in slices(records, 50):
        for record in part:
            if record.is_new or not record.changed.isdisjoint(searchable.fields):
                deleted = record.deleted_at is not None
                searchable.note(record.id, record.values, deleted=deleted, is_new=record.is_new)
    return searchable


def remember_keys(record: Record, *, live: bool = True) -> None:
    """Keep the key fields as they are stored now, before the first change to one of them."""
    if record.keys_before is None and not record.is_new:
        record.keys_before = dict(record.values) if live else {}


def is_blank(value: Any) -> bool:
    return value is None or value == "" or value == []


def same_json(one: JsonValue, other: JsonValue) -> bool:
    """Equal as JSON: true is not 1, and 1 is not 1.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (list, dict, float)):
        return encode_json(one) == encode_json(other)
    return one == other


def field_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: {"old": before[name], "new": after[name]} for name in after if before[name] != after[name]}
