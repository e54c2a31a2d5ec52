"""What is stored, read beside the server, and whether its parts agree: row, keys, history, link and run.

A write that was torn would show here. Every row of the history is replayed from the first one on: the values it says
were there before must be those that the rows before it left, and the last ones must be those of the contact.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from models.configuration import DEFAULTS
from models.fields.mapping import CONTACT_FIELDS, Entity
from models.identity.derivation import KeyRules
from tests.soak.stores import Store

RULES = KeyRules(None, frozenset(DEFAULTS.match_order(Entity.CONTACT)))
_GONE = object()


@dataclass(slots=True)
class StoredChange:
    version: int
    run_id: str
    fields: dict[str, Any]
    custom: dict[str, Any]


@dataclass(slots=True)
class StoredContact:
    id: str
    values: dict[str, Any]
    custom: dict[str, Any]
    version: int
    is_live: bool
    keys: set[tuple[str, str]] = field(default_factory=set)
    changes: list[StoredChange] = field(default_factory=list)
    shadows: dict[str, dict[str, Any]] = field(default_factory=dict)  # external id -> what the other side holds


@dataclass(slots=True)
class Stored:
    """All contacts with what belongs to them, and what belongs to nobody."""

    contacts: dict[str, StoredContact]
    links: dict[str, str]  # external id -> contact id
    runs: set[str]
    orphans: list[str]


_COLUMNS = CONTACT_FIELDS.columns
_STATEMENTS = (
    f"SELECT {', '.join((*_COLUMNS, 'id', 'custom_fields', 'version', 'deleted_at'))} FROM contact",
    "SELECT kind, value, record_id FROM contact_key",
    "SELECT record_id, version, run_id, fields, custom_fields FROM change WHERE entity = 'contact' "
    "ORDER BY record_id, version, id",
    "SELECT external_id, record_id, shadow FROM external_link WHERE entity = 'contact'",
    "SELECT id FROM run",
)


async def read_stored(store: Store) -> Stored:
    """Everything about contacts at one moment."""
    contacts, keys, changes, links, runs = await store.snapshot(_STATEMENTS)
    stored = Stored({}, {}, {row[0] for row in runs}, [])
    for row in contacts:
        values = dict(zip(_COLUMNS, row, strict=False))
        values["tags"] = None if values["tags"] is None else json.loads(values["tags"])
        record_id, custom, version, deleted_at = row[len(_COLUMNS) :]
        stored.contacts[record_id] = StoredContact(record_id, values, json.loads(custom), version, deleted_at is None)
    for kind, value, record_id in keys:
        if contact := _owner(stored, record_id, f"key {kind} {value}"):
            contact.keys.add((kind, value))
    for record_id, version, run_id, fields, custom in changes:
        if contact := _owner(stored, record_id, f"change {version}"):
            contact.changes.append(StoredChange(version, run_id, json.loads(fields), json.loads(custom)))
    for external_id, record_id, shadow in links:
        stored.links[external_id] = record_id
        if contact := _owner(stored, record_id, f"link {external_id}"):
            contact.shadows[external_id] = json.loads(shadow)
    return stored


def _owner(stored: Stored, record_id: str, what: str) -> StoredContact | None:
    """The contact that something belongs to; without it, the thing is an orphan."""
    contact = stored.contacts.get(record_id)
    if contact is None:
        stored.orphans.append(f"{what} of {record_id}, which is not there")
    return contact


def disagreements(stored: Stored, *, shadows: bool = True) -> list[str]:
    """Where the parts of a contact do not agree; empty is good.

    `shadows` says that nobody but Enginy wrote, so that its last word and the contact are the same.
    """
    found = list(stored.orphans)
    for contact in stored.contacts.values():
        found += [f"{contact.id}: {problem}" for problem in _contact_problems(contact, stored.runs, shadows=shadows)]
    return found


def _contact_problems(contact: StoredContact, runs: set[str], *, shadows: bool) -> Iterator[str]:
    versions = [change.version for change in contact.changes]
    if versions != list(range(1, contact.version + 1)):
        yield f"is at version {contact.version}, its history has {versions[-5:]} ({len(versions)} rows)"
    expected = {(kind.value, value) for kind, value in RULES.stored(Entity.CONTACT, contact.values)}
    if contact.keys != (expected if contact.is_live else set()):
        yield f"has the keys {sorted(contact.keys ^ expected)} too few or too many"
    for change in contact.changes:
        if change.run_id not in runs:
            yield f"version {change.version} is of run {change.run_id}, which is not there"
    yield from _replay(contact)
    if shadows:
        yield from _shadow_problems(contact)


def _replay(contact: StoredContact) -> Iterator[str]:
    fields: dict[str, Any] = dict.fromkeys(contact.values)
    custom: dict[str, Any] = {}
    for change in contact.changes:
        for name, sides in change.fields.items():
            if name not in fields:
                continue
            if fields[name] != sides.get("old"):
                yield f"version {change.version} says {name} was {sides.get('old')!r}, it was {fields[name]!r}"
            fields[name] = sides.get("new")
        for name, sides in change.custom.items():
            if custom.get(name, _GONE) != sides.get("old", _GONE):
                yield f"version {change.version} says {name} was {sides.get('old')!r}, it was {custom.get(name)!r}"
            if "new" in sides:
                custom[name] = sides["new"]
            else:
                custom.pop(name, None)
    for name, value in contact.values.items():
        if fields[name] != value:
            yield f"{name} is {value!r}, its history says {fields[name]!r}"
    if custom != contact.custom:
        differing = sorted(
            name
            for name in custom.keys() | contact.custom.keys()
            if custom.get(name, _GONE) != contact.custom.get(name, _GONE)
        )
        yield f"custom fields {differing[:5]} differ from what its history says"


def _shadow_problems(contact: StoredContact) -> Iterator[str]:
    for external_id, shadow in contact.shadows.items():
        for name, held in shadow.items():
            spec = CONTACT_FIELDS.by_incoming.get(name)
            if spec is not None and contact.values[spec.name] != held:
                yield f"{name} is {contact.values[spec.name]!r}, its link {external_id} holds {held!r}"
