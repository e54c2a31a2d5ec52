"""Which events a number counts, and since when they must have been known."""

from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, FromClause, Select, bindparam, select

from models.base import table_of
from models.company import Association
from models.contact import Contact
from models.database.statements import is_any, is_any_number, is_none_of, unindexed
from models.engagement.fact import FACTS, microseconds
from models.engagement.words import Certainty
from models.identity.keys import ContactKey, KeyKind

CONTACT, ASSOCIATION, CONTACT_KEY = table_of(Contact), table_of(Association), table_of(ContactKey)
Shape = frozenset[str]  # which of the conditions are there: one statement serves all of a shape
Conditions = tuple[ColumnElement[bool], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything given must hold; what is None does not count. The period is half open: from its start, before its end."""

    campaigns: tuple[str, ...] | None = None
    channels: tuple[str, ...] | None = None
    senders: tuple[str, ...] | None = None
    owners: tuple[str, ...] | None = None
    steps: tuple[int, ...] | None = None
    since: datetime | None = None
    until: datetime | None = None
    tags: tuple[str, ...] | None = None
    lifecycle_stages: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    industries: tuple[str, ...] | None = None
    companies: tuple[str, ...] | None = None
    certainty: Certainty | None = None
    as_of: datetime | None = None

    @property
    def shape(self) -> Shape:
        return frozenset(each.name for each in fields(self) if getattr(self, each.name) is not None)

    @property
    def parameters(self) -> dict[str, Any]:
        """The values by the names under which the conditions bind them."""
        given: dict[str, Any] = {name: getattr(self, name) for name in self.shape - {"since", "until", "as_of"}}
        for name in self.shape & {"since", "until", "as_of"}:
            given[name] = microseconds(getattr(self, name))
        if self.certainty is not None:
            given["certainty"] = self.certainty is Certainty.OBSERVED
        return given


@lru_cache(maxsize=512)
def conditions(shape: Shape) -> Conditions:
    """What holds of the facts that are wanted; contacts that were deleted count nowhere."""
    return (*conditions_of_facts(shape), *conditions_of_people(shape, FACTS.c.record_id))


@lru_cache(maxsize=512)
def conditions_of_facts(shape: Shape) -> Conditions:
    """The same where contacts are put together from their facts, and `conditions_of_people` holds of those then."""
    return (*conditions_of_events(shape, FACTS), *_of_contacts(shape))


def conditions_of_people(shape: Shape, record_id: ColumnElement[str]) -> Conditions:
    """What is asked of each contact once, where it is not known from the contacts that facts are chosen by: ten facts a
    contact would ask it ten times."""
    return () if _of_contacts(shape) else (is_none_of(unindexed(record_id), _deleted()),)


def conditions_of_events(shape: Shape, facts: FromClause) -> Conditions:
    """What holds of events alone, whosever they are."""
    c = facts.c
    known = {
        "campaigns": is_any(c.campaign_id, "campaigns"),
        "senders": is_any(c.sender_id, "senders"),
        "channels": is_any(c.channel, "channels"),
        "steps": is_any_number(c.step, "steps"),
        "since": c.occurred_at >= moment("since"),
        "until": c.occurred_at < moment("until"),
        "as_of": c.known_at <= moment("as_of"),
        "certainty": c.is_observed == bindparam("certainty", type_=Boolean),
    }
    return tuple(condition for name, condition in known.items() if name in shape)


def moment(name: str) -> ColumnElement[int]:
    """A moment bound as `name`, in microseconds like those of facts."""
    return bindparam(name, type_=BigInteger)


def _of_contacts(shape: Shape) -> list[ColumnElement[bool]]:
    c = CONTACT.alias("person").c
    found: list[ColumnElement[bool]] = []
    for name, column in (
        ("owners", c.owner_id),
        ("lifecycle_stages", c.lifecycle_stage),
        ("countries", c.country),
        ("industries", c.industry),
    ):
        found += [is_any(column, name)] if name in shape else []
    if "tags" in shape:
        key = CONTACT_KEY.alias("tagged").c
        found.append(c.id.in_(select(key.record_id).where(key.kind == KeyKind.TAG.value, is_any(key.value, "tags"))))
    if "companies" in shape:
        tie = ASSOCIATION.alias("tie").c
        found.append(c.id.in_(select(tie.contact_id).where(tie.is_main, is_any(tie.company_id, "companies"))))
    return [FACTS.c.record_id.in_(select(c.id).where(c.deleted_at.is_(None), *found))] if found else []


def _deleted() -> Select[Any]:
    c = CONTACT.alias("deleted").c
    return select(c.id).where(c.deleted_at.is_not(None))
