"""What each kind of record can be told apart by, and what of it can be counted and added up.

Each entry says once what it is called, what it means and where it stands; the enums of the schema are made of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import models
from graphql_schema.types.enums import describe
from models.base import table_of
from models.counting.places import (
    CAMPAIGNS,
    COMPANIES,
    CONTACTS,
    ENGAGEMENT,
    MAIN_COMPANY,
    MEMBERSHIPS,
    TAGS_OF_COMPANIES,
    TAGS_OF_CONTACTS,
    USERS,
    Place,
    Side,
)
from models.deal import DealStatus
from models.engagement.words import EngagementStage, SequenceStatus
from models.fields.mapping import Entity

Entry = tuple[str, Place]


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """A closed set of places, as an enum of the schema; empty where a kind of record has none."""

    enum: Any
    places: Mapping[Any, Place]


@dataclass(frozen=True, eq=False, slots=True)
class Countable:
    """A kind of record: `noun` and `nouns` as the schema calls it; `entity` where it has custom fields."""

    name: str
    nouns: str
    table: Any
    groups: Words
    values: Words
    moments: Words
    numbers: Words | None = None
    entity: Entity | None = None
    is_money: bool = False


def words(name: str, description: str, **entries: Entry) -> Words:
    kind: Any = StrEnum
    enum = kind(name, {each: each.lower() for each in entries}, module=__name__)
    describe(enum, description, **{each: meaning for each, (meaning, _) in entries.items()})
    return Words(enum, {enum[each]: place for each, (_, place) in entries.items()})


def _stages(of: str) -> dict[str, Entry]:
    stage = {"side": ENGAGEMENT, "words": EngagementStage}
    return {
        "ENGAGEMENT_STAGE": (f"The stage of {of} engagement status.", Place("stage", **stage)),  # type: ignore[arg-type]
        "FURTHEST_STAGE": ("How far they ever came.", Place("furthest_stage", **stage)),  # type: ignore[arg-type]
        "SEQUENCE_STATUS": (
            "Where the sequence stands.",
            Place("sequence_status", side=ENGAGEMENT, words=SequenceStatus),
        ),
        "CHANNEL": ("The channel of the engagement status, such as `LINKEDIN`.", Place("channel", side=ENGAGEMENT)),
        "CAMPAIGN": (
            "The campaigns they are or were in: one in several campaigns is in several groups.",
            Place("campaign_id", side=MEMBERSHIPS, names=CAMPAIGNS),
        ),
    }


def _tags(side: Side) -> Entry:
    return "Their tags: one with several tags is in several groups. Deleted records have none.", Place("value", side)


_OWNER = "The member of the team whose it is.", Place("owner_id", names=USERS)
_STAMPS: dict[str, Entry] = {
    "CREATED_AT": ("When it was created.", Place("created_at")),
    "UPDATED_AT": ("When it was last changed.", Place("updated_at")),
}
_LAST_ACTIVITY: Entry = "When something last happened.", Place("last_activity_at")
_LAST_ENGAGED: Entry = (
    "When something last happened in a campaign, as Enginy reports it.",
    Place("last_engaged_at", ENGAGEMENT),
)
_ENGAGED: dict[str, Entry] = {
    "OPENS": ("How often e-mails were opened. Weak evidence.", Place("opens", ENGAGEMENT)),
    "CLICKS": ("How often links were followed. Weak evidence.", Place("clicks", ENGAGEMENT)),
    "REPLIES": ("How often they replied, by the reply analysis.", Place("replies", ENGAGEMENT)),
}
_BY = "What {} can be grouped by."
_COUNTED = "What of {} can be counted, each value once."
_ADDED = "What of {} can be added up and compared."
_TIMED = "What of {} has an earliest and a latest."

_CONTACT_TEXTS: dict[str, Entry] = {
    "OWNER": _OWNER,
    "COMPANY": ("The company they mainly belong to.", Place("company_id", MAIN_COMPANY, COMPANIES)),
    "COMPANY_NAME": ("Whom they work for, as text.", Place("company_name")),
    "TITLE": ("What they do there.", Place("title")),
    "CITY": ("Their city.", Place("city")),
    "STATE": ("Their state or region.", Place("state")),
    "COUNTRY": ("Their country.", Place("country")),
    "INDUSTRY": ("The industry they work in.", Place("industry")),
    "LIFECYCLE_STAGE": ("How far they have come with you.", Place("lifecycle_stage")),
}
CONTACT = Countable(
    "Contact",
    "contacts",
    table_of(models.Contact),
    words(
        "ContactGroupField",
        _BY.format("contacts"),
        **_CONTACT_TEXTS,
        **_stages("their"),
        TAG=_tags(TAGS_OF_CONTACTS),
        **_STAMPS,
        LAST_ACTIVITY_AT=_LAST_ACTIVITY,
        LAST_ENGAGED_AT=_LAST_ENGAGED,
    ),
    words(
        "ContactValueField",
        _COUNTED.format("contacts"),
        **_CONTACT_TEXTS,
        EMAIL=("Their e-mail address, as sent.", Place("email")),
    ),
    words(
        "ContactTimeField",
        _TIMED.format("contacts"),
        **_STAMPS,
        LAST_ACTIVITY_AT=_LAST_ACTIVITY,
        LAST_ENGAGED_AT=_LAST_ENGAGED,
    ),
    words(
        "ContactNumberField",
        _ADDED.format("contacts"),
        LEAD_SCORE=("Their lead score.", Place("lead_score")),
        **_ENGAGED,
    ),
    Entity.CONTACT,
)

_COMPANY_TEXTS: dict[str, Entry] = {
    "OWNER": _OWNER,
    "INDUSTRY": ("The industry it is in.", Place("industry")),
    "COMPANY_TYPE": ("What kind of company it is, as sent.", Place("company_type")),
    "LOCATION": ("Where it is, in one line.", Place("location")),
}
COMPANY = Countable(
    "Company",
    "companies",
    table_of(models.Company),
    words(
        "CompanyGroupField",
        _BY.format("companies"),
        **_COMPANY_TEXTS,
        FOUNDED_YEAR=("When it was founded.", Place("founded_year")),
        **_stages("its"),
        TAG=_tags(TAGS_OF_COMPANIES),
        **_STAMPS,
        LAST_ACTIVITY_AT=_LAST_ACTIVITY,
        LAST_ENGAGED_AT=_LAST_ENGAGED,
    ),
    words(
        "CompanyValueField",
        _COUNTED.format("companies"),
        **_COMPANY_TEXTS,
        DOMAIN=("Its domain, as sent.", Place("domain")),
    ),
    words(
        "CompanyTimeField",
        _TIMED.format("companies"),
        **_STAMPS,
        LAST_ACTIVITY_AT=_LAST_ACTIVITY,
        LAST_ENGAGED_AT=_LAST_ENGAGED,
    ),
    words(
        "CompanyNumberField",
        _ADDED.format("companies"),
        NUMBER_OF_EMPLOYEES=("How many people work there.", Place("number_of_employees")),
        FOUNDED_YEAR=("When it was founded.", Place("founded_year")),
        **_ENGAGED,
    ),
    Entity.COMPANY,
)

_RELATED: dict[str, Entry] = {
    "OWNER": _OWNER,
    "CONTACT": ("The contact it is about.", Place("contact_id", names=CONTACTS, is_blank=True)),
    "COMPANY": ("The company it is about.", Place("company_id", names=COMPANIES, is_blank=True)),
}
_DEAL_TEXTS: dict[str, Entry] = {
    **_RELATED,
    "STAGE": ("The step of the pipeline.", Place("stage")),
    "STATUS": ("Whether it is open, won or lost.", Place("status", words=DealStatus)),
    "CURRENCY": ("The currency, by its three letters.", Place("currency")),
    "LOST_REASON": ("Why it was lost.", Place("lost_reason")),
}
_DEAL_TIMES: dict[str, Entry] = {**_STAMPS, "CLOSED_AT": ("When it was won or lost.", Place("closed_at"))}
DEAL = Countable(
    "Deal",
    "deals",
    table_of(models.Deal),
    words(
        "DealGroupField",
        _BY.format("deals"),
        **_DEAL_TEXTS,
        **_DEAL_TIMES,
        EXPECTED_CLOSE=("When it is expected to be decided, a date.", Place("expected_close")),
    ),
    words("DealValueField", _COUNTED.format("deals"), **_DEAL_TEXTS),
    words("DealTimeField", _TIMED.format("deals"), **_DEAL_TIMES),
    words("DealNumberField", _ADDED.format("deals"), AMOUNT=("What it is worth.", Place("amount_hundredths"))),
    is_money=True,
)

_TASK_TEXTS: dict[str, Entry] = {
    **_RELATED,
    "TYPE": ("What kind of task, such as `call`.", Place("type")),
}
_TASK_TIMES: dict[str, Entry] = {
    **_STAMPS,
    "DUE_AT": ("When it should be done.", Place("due_at")),
    "COMPLETED_AT": ("When it was done.", Place("completed_at")),
}
TASK = Countable(
    "Task",
    "tasks",
    table_of(models.Task),
    words("TaskGroupField", _BY.format("tasks"), **_TASK_TEXTS, **_TASK_TIMES),
    words("TaskValueField", _COUNTED.format("tasks"), **_TASK_TEXTS),
    words("TaskTimeField", _TIMED.format("tasks"), **_TASK_TIMES),
)

_ACTIVITY_TEXTS: dict[str, Entry] = {
    **_RELATED,
    "TYPE": ("What kind, such as `EMAIL`.", Place("type")),
    "DIRECTION": ("`INBOUND` or `OUTBOUND`.", Place("direction", is_blank=True)),
    "SENDER": ("In whose name it was sent.", Place("sender")),
    "STEP": ("Which message of its sequence it is, from 1.", Place("step")),
}
_ACTIVITY_TIMES: dict[str, Entry] = {
    "HAPPENED_AT": ("When it happened, or if nobody said, when it was reported.", Place("happened_at")),
    "CREATED_AT": ("When it was reported.", Place("created_at")),
}
ACTIVITY = Countable(
    "Activity",
    "activities",
    table_of(models.Activity),
    words("ActivityGroupField", _BY.format("activities"), **_ACTIVITY_TEXTS, **_ACTIVITY_TIMES),
    words("ActivityValueField", _COUNTED.format("activities"), **_ACTIVITY_TEXTS),
    words("ActivityTimeField", _TIMED.format("activities"), **_ACTIVITY_TIMES),
)
