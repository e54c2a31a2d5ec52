"""What the team decides about syncing, stored in the database and edited over GraphQL.

Environment values seed it at the first start; afterwards the stored values hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field, SQLModel, select

from models.base import table_of
from models.columns import JsonDocument, Token, UTCDateTime
from models.database.session import Session
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.fields.mapping import FIELDS, RESERVED_NAMES, Entity
from models.identity.keys import KeyKind
from models.user import Role


class StoredSetting(SQLModel, table=True):
    """One row a decision."""

    __tablename__ = "stored_setting"

    name: str = Field(primary_key=True, sa_type=Token)
    value: Any = Field(default=None, sa_type=JsonDocument)
    updated_at: datetime = Field(sa_type=UTCDateTime)
    updated_by: str = Field(sa_type=Token)


class NullSafety(StrEnum):
    """What an answer carries besides the sync-back values.

    ECHO: this item's named fields too, exactly as sent, so that nothing is cleared whichever way Enginy reads a property
    that is left out. OMIT: nothing more, as the guide's own samples do.
    """

    ECHO = "echo"
    OMIT = "omit"


class StaleCopies(StrEnum):
    """What happens to a value that Enginy sends again after somebody here changed it."""

    KEEP_OURS = "keep_ours"
    ENGINY_WINS = "enginy_wins"


class WeakMatches(StrEnum):
    """What happens to a match by telephone alone while the e-mail addresses differ."""

    ANSWER = "answer"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class SyncBackProperty:
    """A value that answers carry: what Enginy calls it, and where it comes from here.

    `field` is a field of ours, `last_activity_at`, `deal_value`, or `custom:` and the name of a custom field.
    """

    property: str
    field: str


DERIVED_FIELDS = {Entity.CONTACT: ("last_activity_at", "deal_value"), Entity.COMPANY: ("last_activity_at",)}
CUSTOM_PREFIX = "custom:"
MAX_STAGES = 30

MATCHABLE = {
    Entity.CONTACT: (KeyKind.EMAIL, KeyKind.LINKEDIN, KeyKind.PHONE, KeyKind.EMAIL_COMPANY, KeyKind.NAME_COMPANY),
    Entity.COMPANY: (KeyKind.DOMAIN, KeyKind.LINKEDIN, KeyKind.NAME, KeyKind.DOMAIN_NAME),
}


@dataclass(frozen=True, slots=True)
class Configuration:
    """The decisions in force; the defaults are the safest reading of the contract."""

    contact_sync_back: tuple[SyncBackProperty, ...] = (
        SyncBackProperty("leadScore", "lead_score"),
        SyncBackProperty("lifecycleStage", "lifecycle_stage"),
        SyncBackProperty("lastActivityDate", "last_activity_at"),
        SyncBackProperty("owner", "owner_id"),
    )
    company_sync_back: tuple[SyncBackProperty, ...] = ()
    contact_match_order: tuple[KeyKind, ...] = (KeyKind.EMAIL, KeyKind.LINKEDIN, KeyKind.PHONE)
    company_match_order: tuple[KeyKind, ...] = (KeyKind.DOMAIN, KeyKind.LINKEDIN, KeyKind.NAME)
    null_safety: NullSafety = NullSafety.ECHO
    stale_copies: StaleCopies = StaleCopies.KEEP_OURS
    weak_matches: WeakMatches = WeakMatches.ANSWER
    shared_limit: int = 20  # a value owned by more records than this decides nothing
    base_currency: str = "EUR"
    mapping_threshold: float = 0.8  # a suggested meaning of a name that is at least so sure is applied at once
    deal_stages: tuple[str, ...] = ("Qualified", "Proposal", "Negotiation")  # of open deals, in their order
    explore_withdrawn: tuple[Role, ...] = ()  # people of these roles run registered documents alone

    def sync_back(self, entity: Entity) -> tuple[SyncBackProperty, ...]:
        return self.contact_sync_back if entity is Entity.CONTACT else self.company_sync_back

    def match_order(self, entity: Entity) -> tuple[KeyKind, ...]:
        return self.contact_match_order if entity is Entity.CONTACT else self.company_match_order


DEFAULTS = Configuration()
EXPLORE_WITHDRAWN = "explore_withdrawn"
SETTING_NAMES = tuple(each.name for each in fields(Configuration))


def to_stored(name: str, value: Any) -> Any:
    """A decision as JSON: properties as [property, field] pairs, everything else as it prints."""
    if name.endswith("_sync_back"):
        return [[each.property, each.field] for each in value]
    return list(value) if isinstance(value, tuple) else value


def from_stored(values: Mapping[str, Any]) -> Configuration:
    """The configuration that JSON values spell; names that are missing have their defaults.

    Raises InvalidInput naming the setting and what is wrong with it.
    """
    return replace(DEFAULTS, **{name: _judged(name, value) for name, value in values.items() if name in SETTING_NAMES})


def _judged(name: str, value: Any) -> Any:
    match name:
        case "contact_sync_back":
            return _properties(name, Entity.CONTACT, value)
        case "company_sync_back":
            return _properties(name, Entity.COMPANY, value)
        case "contact_match_order":
            return _kinds(name, Entity.CONTACT, value)
        case "company_match_order":
            return _kinds(name, Entity.COMPANY, value)
        case "null_safety":
            return _choice(name, NullSafety, value)
        case "stale_copies":
            return _choice(name, StaleCopies, value)
        case "weak_matches":
            return _choice(name, WeakMatches, value)
        case "shared_limit":
            if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1000:
                raise InvalidInput("shared_limit must be a whole number from 1 to 1000", field=name)
            return value
        case "mapping_threshold":
            if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 < value <= 1:
                raise InvalidInput("mapping_threshold must be a number above 0 and at most 1", field=name)
            return float(value)
        case "base_currency":
            if not isinstance(value, str) or len(value) != 3 or not value.isalpha():
                raise InvalidInput("base_currency must be a three-letter currency code such as EUR", field=name)
            return value.upper()
        case "deal_stages":
            return _stages(name, value)
        case "explore_withdrawn":
            return tuple(dict.fromkeys(_choice(name, Role, each) for each in value))
        case _:
            raise InvalidInput(f"There is no setting {name!r}", field=name)


def _stages(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not 1 <= len(value) <= MAX_STAGES:
        raise InvalidInput(f"{name} must be a list of 1 to {MAX_STAGES} names", field=name)
    stages: list[str] = []
    for each in value:
        stage = each.strip() if isinstance(each, str) else ""
        if not stage:
            raise InvalidInput(f"{name}: {each!r} cannot be the name of a stage", field=name)
        check_text(name, stage, MAX_NAME)
        if stage.casefold() in {known.casefold() for known in stages}:
            raise InvalidInput(f"{name} names {stage!r} twice", field=name)
        stages.append(stage)
    return tuple(stages)


def _choice(name: str, choices: type[StrEnum], value: Any) -> Any:
    try:
        return choices(value)
    except ValueError:
        raise InvalidInput(f"{name} must be one of {', '.join(choices)}", field=name) from None


def _properties(name: str, entity: Entity, value: Any) -> tuple[SyncBackProperty, ...]:
    known = {*FIELDS[entity].columns, *DERIVED_FIELDS[entity]}
    properties = []
    for each in value:
        label, field = (each.property, each.field) if isinstance(each, SyncBackProperty) else each
        if not label or label in RESERVED_NAMES or len(label) > 255:
            raise InvalidInput(f"{label!r} cannot be the name of a property", field=name)
        if field not in known and not (field.startswith(CUSTOM_PREFIX) and len(field) > len(CUSTOM_PREFIX)):
            raise InvalidInput(
                f"{name}: there is no field {field!r}; known are {', '.join(sorted(known))} and custom:NAME", field=name
            )
        properties.append(SyncBackProperty(label, field))
    labels = [each.property for each in properties]
    if len(set(labels)) != len(labels):
        raise InvalidInput(f"{name} names a property twice", field=name)
    return tuple(properties)


def _kinds(name: str, entity: Entity, value: Any) -> tuple[KeyKind, ...]:
    kinds = []
    for each in value:
        if each not in MATCHABLE[entity]:
            raise InvalidInput(f"{name}: {each!r} is none of {', '.join(MATCHABLE[entity])}", field=name)
        if each in kinds:
            raise InvalidInput(f"{name} names {each!r} twice", field=name)
        kinds.append(KeyKind(each))
    if not kinds:
        raise InvalidInput(f"{name} must name at least one kind of identifier", field=name)
    return tuple(kinds)


_ALL = select(table_of(StoredSetting).c.name, table_of(StoredSetting).c.value)


async def load_configuration(session: Session) -> Configuration:
    """The decisions in force, read in the caller's transaction."""
    return from_stored({row[0]: row[1] for row in await session.rows(_ALL)})


async def store_settings(session: Session, values: Mapping[str, Any], *, now: datetime, actor_id: str) -> None:
    """Set decisions by name; the caller has judged them."""
    for name, value in values.items():
        await session.merge(StoredSetting(name=name, value=to_stored(name, value), updated_at=now, updated_by=actor_id))
    await session.flush()
