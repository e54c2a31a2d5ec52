"""Redaction: what the ledger keeps of a person's items is replaced, entry by entry; that there was an item stays."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from models.exact_json import JsonValue
from models.fields.mapping import Entity
from models.identity.email import normalize_email
from models.identity.linkedin import normalize_linkedin
from models.ledger.journal import Entry, entries_of, joined, readable
from models.ledger.run_slice import COMPRESSION

ERASED = b'{"erased":true}'

_TELEPHONE = re.compile(r"\+?[\d\s().\-/]{7,40}")
_TELLING_DIGITS = 9  # of a telephone number, from its end: with and without a country code it is the same telephone

Identifier = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Traces:
    """By what an entry is known to be about somebody: ids of records, ids over there, and identifiers."""

    record_ids: frozenset[str]  # of people, and of what is tied to them
    external_ids: frozenset[str]
    identifiers: frozenset[Identifier]

    def lead_to(self, entity: Entity | None, item: JsonValue, decision: JsonValue) -> bool:
        """Whether an item, or the decision made for it, is about them."""
        decided: Mapping[str, Any] = decision if isinstance(decision, dict) else {}
        named = {decided.get("recordId"), *decided.get("recordIds", ())}
        if named & self.record_ids or self._points_here(item):
            return True
        if entity is not Entity.COMPANY and str(decided.get("externalId")) in self.external_ids:
            return True
        if decided.get("recordId") is not None:  # somebody else's, who may share a telephone
            return False
        texts = [*_texts(item), *_texts(decision)]
        return bool(self.record_ids.intersection(texts) or self.identifiers.intersection(identifiers_in(texts)))

    def _points_here(self, item: JsonValue) -> bool:
        return isinstance(item, dict) and any(
            isinstance(item.get(name), str) and item[name] in self.record_ids
            for name in ("crmId", "contactId", "contact_id")
        )


NO_TRACES = Traces(frozenset(), frozenset(), frozenset())


def identifiers_in(texts: Iterable[str]) -> Iterator[Identifier]:
    """The addresses, profiles and telephones among texts, each in one form."""
    for text in texts:
        if "@" in text:
            yield "email", normalize_email(text) or text.strip().lower()
        elif "linkedin." in text.lower() and (profile := normalize_linkedin(text)):
            yield "linkedin", profile
        elif _TELEPHONE.fullmatch(text.strip()):
            digits = "".join(each for each in text if each.isdecimal())
            if len(digits) >= 7:
                yield "phone", digits[-_TELLING_DIGITS:]


def redacted(
    traces: Traces, entity: Entity | None, items: bytes | None, decisions: bytes | None
) -> tuple[bytes | None, bytes | None] | None:
    """A run's blobs with the entries about these people replaced; None where there are no such entries."""
    received, decided = list(entries_of(items)), list(entries_of(decisions))
    about = [
        index
        for index, (item, decision) in enumerate(zip_longest(received, decided))
        if traces.lead_to(entity, _read(item), _read(decision))
    ]
    if not about:
        return None
    for index in about:
        for entries in (received, decided):
            if index < len(entries):
                entries[index] = ERASED
    return _packed(items, received), _packed(decisions, decided)


def redacted_facts(traces: Traces, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """What an act was told beside its items, without what leads to these people; None where nothing does."""
    gone = {name for name, value in facts.items() if traces.lead_to(None, value, None)}
    return {name: {"erased": True} if name in gone else value for name, value in facts.items()} if gone else None


def _read(entry: Entry | None) -> JsonValue:
    return readable(entry) if entry is not None else None


def _packed(before: bytes | None, entries: Sequence[Entry]) -> bytes | None:
    return zlib.compress(joined([bytes(each) for each in entries]), COMPRESSION) if before is not None else None


def _texts(value: JsonValue) -> Iterator[str]:
    """Every text inside a value, and whole numbers as text: Enginy's ids and telephones come as either.

    An item that no decoder reads is one text; it is taken apart where its own texts end.
    """
    match value:
        case str():
            yield value
            if value.startswith("{"):
                yield from re.findall(r'"([^"\\]*)"', value)
        case bool() | None:
            return
        case int():
            yield str(value)
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            for each in value.values():
                yield from _texts(each)
