"""Which keys a record or an incoming item has. The same derivation serves both, so that equal people have equal keys."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from models.fields.mapping import Entity
from models.identity.domain import normalize_domain
from models.identity.email import normalize_email
from models.identity.keys import KeyKind
from models.identity.linkedin import normalize_company_linkedin, normalize_linkedin
from models.identity.matching import MatchKey
from models.identity.names import normalize_company_name, normalize_person_name
from models.identity.phone import normalize_phone
from models.identity.text import LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class KeyRules:
    """What the keys depend on beside the values: the region of national telephone numbers, and the composites wanted."""

    region: str | None
    kinds: frozenset[KeyKind]

    def of(self, entity: Entity, values: Mapping[str, Any]) -> list[MatchKey]:
        """The match keys in `values` (by our field), each once, in no special order. Blank and placeholder values have none."""
        return _DERIVE[entity](values.get, self)

    def of_item(self, entity: Entity, item: object) -> list[MatchKey]:
        """The match keys of an item whose fields are attributes (see `fields.quick`)."""
        return _DERIVE[entity](partial(getattr, item), self)

    def stored(self, entity: Entity, values: Mapping[str, Any]) -> set[MatchKey]:
        """The keys a live record is kept under: its match keys and its tags."""
        keys = set(self.of(entity, values))
        for tag in values.get("tags") or ():
            if tag:
                keys.add((KeyKind.TAG, tag))
        return keys


def _contact_keys(get: Callable[[str], Any], rules: KeyRules) -> list[MatchKey]:
    keys: list[MatchKey] = []
    email = None
    if raw := get("email"):
        email = normalize_email(raw)
        if email:
            keys.append((KeyKind.EMAIL, email))
    if (raw := get("linkedin_url")) and (profile := normalize_linkedin(raw)):
        keys.append((KeyKind.LINKEDIN, profile))
    phone = None
    if raw := get("phone"):
        phone = normalize_phone(raw, rules.region)
        if phone:
            keys.append((KeyKind.PHONE, phone))
    if (raw := get("mobile_phone")) and (mobile := normalize_phone(raw, rules.region)) and mobile != phone:
        keys.append((KeyKind.PHONE, mobile))
    wanted = rules.kinds
    if (KeyKind.EMAIL_COMPANY in wanted or KeyKind.NAME_COMPANY in wanted) and (raw := get("company_name")):
        company = normalize_company_name(raw)
        if company:
            if email and KeyKind.EMAIL_COMPANY in wanted:
                keys.append((KeyKind.EMAIL_COMPANY, _joined(email, company)))
            if KeyKind.NAME_COMPANY in wanted:
                person = normalize_person_name(get("first_name"), get("last_name"), get("full_name"))
                if person:
                    keys.append((KeyKind.NAME_COMPANY, _joined(person, company)))
    return keys


def _company_keys(get: Callable[[str], Any], rules: KeyRules) -> list[MatchKey]:
    keys: list[MatchKey] = []
    domain = None
    for field in ("domain", "website"):  # what stands under the first may be no domain: "n/a", a mailbox provider
        if domain is None and (given := get(field)):
            domain = normalize_domain(given)
    if domain is not None:
        keys.append((KeyKind.DOMAIN, domain))
    if (raw := get("linkedin_url")) and (page := normalize_company_linkedin(raw)):
        keys.append((KeyKind.LINKEDIN, page))
    if (raw := get("name")) and (name := normalize_company_name(raw)):
        keys.append((KeyKind.NAME, name))
        if domain and KeyKind.DOMAIN_NAME in rules.kinds:
            keys.append((KeyKind.DOMAIN_NAME, _joined(domain, name)))
    return keys


def _joined(one: str, other: str) -> str:
    """A composite's value; a very long one by its digest, because an index has room for 2,704 bytes (PostgreSQL)."""
    value = f"{one} | {other}"
    return value if len(value) <= LONGEST_TEXT else hashlib.blake2b(value.encode(), digest_size=32).hexdigest()


_DERIVE: dict[Entity, Callable[[Callable[[str], Any], KeyRules], list[MatchKey]]] = {
    Entity.CONTACT: _contact_keys,
    Entity.COMPANY: _company_keys,
}
