"""What each list can be filtered by."""

from datetime import datetime
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Text, and_, func, not_, select

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Compiled, Conditions, Listed, asks, both, by, either, neither, whether
from graphql_schema.inputs.custom_fields import CustomFieldFilter
from graphql_schema.inputs.engagement import EngagementStateFilter
from graphql_schema.inputs.filters import (
    DateTimeFilter,
    DoorFilter,
    FloatFilter,
    IdentifierFilter,
    IdFilter,
    IntFilter,
    RunStatusFilter,
    SourceFilter,
    TagFilter,
    TextFilter,
    words,
)
from graphql_schema.inputs.keys import identified, tagged
from graphql_schema.inputs.relations import (
    ACTIVITIES_OF_COMPANY,
    ACTIVITIES_OF_CONTACT,
    COMPANIES_OF_CONTACT,
    CONTACTS_OF_COMPANY,
    DEALS_OF_COMPANY,
    DEALS_OF_CONTACT,
    TASKS_OF_COMPANY,
    TASKS_OF_CONTACT,
    RelatedActivities,
    RelatedCompanies,
    RelatedContacts,
    RelatedDeals,
    RelatedTasks,
    many,
    one,
)
from models.base import table_of
from models.database.statements import is_among
from models.fields.cleaning import MAX_TEXT, check_text
from models.fields.mapping import Entity
from models.identity.domain import normalize_domain
from models.identity.email import normalize_email
from models.identity.keys import KeyKind
from models.identity.linkedin import normalize_company_linkedin, normalize_linkedin
from models.identity.phone import normalize_phone
from models.search.fields import SearchType
from models.search.finding import found_by

_ACTIVITY = table_of(models.Activity).c
_ASSOCIATION = table_of(models.Association).c
_COMPANY = table_of(models.Company).c
_CONTACT = table_of(models.Contact).c
_RUN = table_of(models.Run).c
_TASK = table_of(models.Task).c

DELETED = "The deleted ones instead of the live ones. They have no identifiers or tags to be found by."
DELETED_ALONE = "The deleted ones instead of the live ones."
OUTERMOST = "To be asked of the outermost filter alone."


def _custom(entity: Entity) -> Compiled:
    """Each of the custom fields is as it is asked for."""
    return lambda _, wanted, __: [condition for each in wanted for condition in each.on(entity)]


def _by_blank(column: ColumnElement[Any], description: str) -> Any:
    """A field about a column in which nothing is kept as an empty text."""
    known = func.nullif(column, "", type_=Text)

    def compiled(name: str, wanted: IdFilter | TextFilter, _: datetime) -> Conditions:
        found = wanted.on(name, known)
        # Said of the column itself as well, so that its index is used.
        found += [column == wanted.eq] if wanted.eq is not None else []
        return found + ([is_among(column, wanted.in_)] if wanted.in_ is not None else [])

    return asks(compiled, description)


def _worded(type_: SearchType, text: str | None) -> Conditions:
    """Each word of the text begins a word of the record, deleted or not."""
    if text is None:
        return []
    check_text("text", text, MAX_TEXT)
    return found_by(type_, text)


def _late(now: datetime) -> ColumnElement[bool]:
    return and_(_TASK.completed.is_(False), _TASK.due_at.is_not(None), _TASK.due_at < now)


@input_type
class ContactFilter(Listed):
    """Which contacts. Everything given must hold."""

    table = table_of(models.Contact)

    text: str | None = strawberry.field(
        default=None,
        description=(
            "Each word begins a word of the name, e-mail address, company name, title, telephone numbers or LinkedIn "
            'profile, whatever the accents and letter case: `text: "ada analyt"` finds Ada Lovelace of Analytical Engines.'
        ),
    )
    email: IdentifierFilter | None = asks(
        identified(Entity.CONTACT, KeyKind.EMAIL, normalize_email), "By e-mail address."
    )
    phone_number: IdentifierFilter | None = asks(
        identified(Entity.CONTACT, KeyKind.PHONE, lambda text: normalize_phone(text, None)),
        "By telephone or mobile number with its country code, however it is written.",
    )
    linkedin_url: IdentifierFilter | None = asks(
        identified(Entity.CONTACT, KeyKind.LINKEDIN, normalize_linkedin), "By LinkedIn profile."
    )
    id: IdFilter | None = by(_CONTACT.id, "By its own id.")
    first_name: TextFilter | None = by(_CONTACT.first_name, "By first name.")
    last_name: TextFilter | None = by(_CONTACT.last_name, "By last name.")
    full_name: TextFilter | None = by(_CONTACT.full_name, "By full name as sent.")
    phone: TextFilter | None = by(_CONTACT.phone, "By telephone number as it is written.")
    mobile_phone: TextFilter | None = by(_CONTACT.mobile_phone, "By mobile number as it is written.")
    company_name: TextFilter | None = by(_CONTACT.company_name, "By whom they work for, as text.")
    title: TextFilter | None = by(_CONTACT.title, "By what they do there.")
    location: TextFilter | None = by(_CONTACT.location, "By where they are, in one line.")
    city: TextFilter | None = by(_CONTACT.city, "By city.")
    state: TextFilter | None = by(_CONTACT.state, "By state or region.")
    country: TextFilter | None = by(_CONTACT.country, "By country.")
    industry: TextFilter | None = by(_CONTACT.industry, "By industry.")
    website: TextFilter | None = by(_CONTACT.website, "By website.")
    bio: TextFilter | None = by(_CONTACT.bio, "By what they say of themselves.")
    lead_score: FloatFilter | None = by(_CONTACT.lead_score, "By lead score.")
    lifecycle_stage: TextFilter | None = by(_CONTACT.lifecycle_stage, "By lifecycle stage.")
    owner_id: IdFilter | None = by(_CONTACT.owner_id, "By owner.")
    company_id: IdFilter | None = asks(
        lambda name, wanted, _: wanted.on_many(
            name, _CONTACT.id, _ASSOCIATION.company_id, select(_ASSOCIATION.contact_id)
        ),
        "By linked company, main or not.",
    )
    created_at: DateTimeFilter | None = by(_CONTACT.created_at, "By when they were created.")
    created_by: IdFilter | None = by(_CONTACT.created_by, "By who created them.")
    updated_at: DateTimeFilter | None = by(_CONTACT.updated_at, "By when they were last changed.")
    updated_by: IdFilter | None = by(_CONTACT.updated_by, "By who changed them last.")
    last_activity_at: DateTimeFilter | None = by(_CONTACT.last_activity_at, "By when something last happened.")
    tags: TagFilter | None = asks(tagged(Entity.CONTACT), "By tags.")
    custom_fields: list[CustomFieldFilter] | None = asks(_custom(Entity.CONTACT), "By custom fields.")
    engagement: EngagementStateFilter | None = by(_CONTACT.id, "By how it stands in campaigns.")
    companies: RelatedCompanies | None = many(_CONTACT.id, COMPANIES_OF_CONTACT, "By the companies they are linked to.")
    deals: RelatedDeals | None = many(_CONTACT.id, DEALS_OF_CONTACT, "By the deals with them.")
    tasks: RelatedTasks | None = many(_CONTACT.id, TASKS_OF_CONTACT, "By the tasks about them.")
    activities: RelatedActivities | None = many(_CONTACT.id, ACTIVITIES_OF_CONTACT, "By what happened with them.")
    and_: list["ContactFilter"] | None = both()
    or_: list["ContactFilter"] | None = either()
    not_: "ContactFilter | None" = neither()
    deleted: bool = strawberry.field(default=False, description=f"{DELETED} {OUTERMOST}")

    def asked(self) -> Conditions:
        return _worded(SearchType.CONTACT, self.text)


@input_type
class CompanyFilter(Listed):
    """Which companies. Everything given must hold."""

    table = table_of(models.Company)

    text: str | None = strawberry.field(
        default=None,
        description=(
            "Each word begins a word of the name, domain, website, industry or LinkedIn page, whatever the accents and "
            "letter case."
        ),
    )
    domain: IdentifierFilter | None = asks(
        identified(Entity.COMPANY, KeyKind.DOMAIN, normalize_domain),
        "By domain; a web or e-mail address means its domain.",
    )
    linkedin_url: IdentifierFilter | None = asks(
        identified(Entity.COMPANY, KeyKind.LINKEDIN, normalize_company_linkedin), "By LinkedIn page."
    )
    id: IdFilter | None = by(_COMPANY.id, "By its own id.")
    name: TextFilter | None = by(_COMPANY.name, "By name.")
    website: TextFilter | None = by(_COMPANY.website, "By website.")
    industry: TextFilter | None = by(_COMPANY.industry, "By industry.")
    number_of_employees: IntFilter | None = by(_COMPANY.number_of_employees, "By how many people work there.")
    location: TextFilter | None = by(_COMPANY.location, "By where it is, in one line.")
    description: TextFilter | None = by(_COMPANY.description, "By what it does.")
    revenue: TextFilter | None = by(_COMPANY.revenue, "By what it earns, as sent.")
    company_type: TextFilter | None = by(_COMPANY.company_type, "By what kind of company it is, as sent.")
    founded_year: IntFilter | None = by(_COMPANY.founded_year, "By when it was founded.")
    technologies_used: TextFilter | None = by(_COMPANY.technologies_used, "By what technologies it uses, as sent.")
    owner_id: IdFilter | None = by(_COMPANY.owner_id, "By owner.")
    created_at: DateTimeFilter | None = by(_COMPANY.created_at, "By when they were created.")
    created_by: IdFilter | None = by(_COMPANY.created_by, "By who created them.")
    updated_at: DateTimeFilter | None = by(_COMPANY.updated_at, "By when they were last changed.")
    updated_by: IdFilter | None = by(_COMPANY.updated_by, "By who changed them last.")
    last_activity_at: DateTimeFilter | None = by(_COMPANY.last_activity_at, "By when something last happened.")
    tags: TagFilter | None = asks(tagged(Entity.COMPANY), "By tags.")
    custom_fields: list[CustomFieldFilter] | None = asks(_custom(Entity.COMPANY), "By custom fields.")
    engagement: EngagementStateFilter | None = by(_COMPANY.id, "By how it stands in campaigns.")
    contacts: RelatedContacts | None = many(_COMPANY.id, CONTACTS_OF_COMPANY, "By the contacts linked to it.")
    deals: RelatedDeals | None = many(_COMPANY.id, DEALS_OF_COMPANY, "By the deals with it.")
    tasks: RelatedTasks | None = many(_COMPANY.id, TASKS_OF_COMPANY, "By the tasks about it.")
    activities: RelatedActivities | None = many(_COMPANY.id, ACTIVITIES_OF_COMPANY, "By what happened with it.")
    and_: list["CompanyFilter"] | None = both()
    or_: list["CompanyFilter"] | None = either()
    not_: "CompanyFilter | None" = neither()
    deleted: bool = strawberry.field(default=False, description=f"{DELETED} {OUTERMOST}")

    def asked(self) -> Conditions:
        return _worded(SearchType.COMPANY, self.text)


@input_type
class TaskFilter(Listed):
    """Which tasks. Everything given must hold."""

    table = table_of(models.Task)

    text: str | None = strawberry.field(
        default=None, description="Every word occurs in the subject or the description, in whatever letter case."
    )
    id: IdFilter | None = by(_TASK.id, "By its own id.")
    subject: TextFilter | None = by(_TASK.subject, "By subject.")
    description: TextFilter | None = by(_TASK.description, "By description.")
    type: TextFilter | None = by(_TASK.type, "By kind, such as `call`.")
    owner_id: IdFilter | None = by(_TASK.owner_id, "By whose task it is.")
    contact_id: IdFilter | None = by(_TASK.contact_id, "By the contact it is about.")
    company_id: IdFilter | None = by(_TASK.company_id, "By the company it is about.")
    completed: bool | None = whether(_TASK.completed, "Whether it is done.")
    completed_at: DateTimeFilter | None = by(_TASK.completed_at, "By when it was done.")
    due_at: DateTimeFilter | None = by(_TASK.due_at, "By when it should be done.")
    overdue: bool | None = asks(
        lambda _, wanted, now: [_late(now) if wanted else not_(_late(now))],
        "Whether it should have been done by now, and is not.",
    )
    created_at: DateTimeFilter | None = by(_TASK.created_at, "By when they were created.")
    created_by: IdFilter | None = by(_TASK.created_by, "By who created them.")
    updated_at: DateTimeFilter | None = by(_TASK.updated_at, "By when they were last changed.")
    updated_by: IdFilter | None = by(_TASK.updated_by, "By who changed them last.")
    contact: "ContactFilter | None" = one(
        _TASK.contact_id, table_of(models.Contact), "By the live contact it is about."
    )
    company: "CompanyFilter | None" = one(
        _TASK.company_id, table_of(models.Company), "By the live company it is about."
    )
    and_: list["TaskFilter"] | None = both()
    or_: list["TaskFilter"] | None = either()
    not_: "TaskFilter | None" = neither()
    deleted: bool = strawberry.field(default=False, description=f"{DELETED_ALONE} {OUTERMOST}")

    def asked(self) -> Conditions:
        return words(self.text, (_TASK.subject, _TASK.description))


@input_type
class ActivityFilter(Listed):
    """Which activities. Everything given must hold."""

    table = table_of(models.Activity)

    text: str | None = strawberry.field(
        default=None, description="Every word occurs in the subject, the text or the sender, in whatever letter case."
    )
    id: IdFilter | None = by(_ACTIVITY.id, "By its own id.")
    contact_id: IdFilter | None = _by_blank(_ACTIVITY.contact_id, "By contact.")
    company_id: IdFilter | None = _by_blank(_ACTIVITY.company_id, "By company.")
    owner_id: IdFilter | None = by(_ACTIVITY.owner_id, "By who of us took part.")
    type: TextFilter | None = by(_ACTIVITY.type, "By kind, such as `EMAIL`.")
    direction: TextFilter | None = _by_blank(_ACTIVITY.direction, "By direction, such as `INBOUND`.")
    subject: TextFilter | None = by(_ACTIVITY.subject, "By subject.")
    body: TextFilter | None = by(_ACTIVITY.body, "By the text as sent, which may be HTML.")
    sender: TextFilter | None = by(_ACTIVITY.sender, "By in whose name it was sent.")
    message_id: IdFilter | None = by(_ACTIVITY.message_id, "By the sender's id of the message.")
    step: IntFilter | None = by(_ACTIVITY.step, "By which message of its sequence it is.")
    steps: IntFilter | None = by(_ACTIVITY.steps, "By how many messages its sequence has.")
    happened_at: DateTimeFilter | None = by(
        _ACTIVITY.happened_at, "By when it happened, or if nobody said, when it was reported."
    )
    occurred_at: DateTimeFilter | None = by(_ACTIVITY.occurred_at, "By when it happened, if that was said.")
    created_at: DateTimeFilter | None = by(_ACTIVITY.created_at, "By when it was reported.")
    created_by: IdFilter | None = by(_ACTIVITY.created_by, "By who reported it.")
    contact: "ContactFilter | None" = one(_ACTIVITY.contact_id, table_of(models.Contact), "By the live contact.")
    company: "CompanyFilter | None" = one(_ACTIVITY.company_id, table_of(models.Company), "By the live company.")
    and_: list["ActivityFilter"] | None = both()
    or_: list["ActivityFilter"] | None = either()
    not_: "ActivityFilter | None" = neither()

    def asked(self) -> Conditions:
        return words(self.text, (_ACTIVITY.subject, _ACTIVITY.body, _ACTIVITY.sender))


@input_type
class RunFilter(Listed):
    """Which runs. Everything given must hold."""

    table = table_of(models.Run)

    id: IdFilter | None = by(_RUN.id, "By its own id, such as a `changeSetId`.")
    act: TextFilter | None = by(_RUN.act, "By what was done, such as `sync_contacts`.")
    entity: Entity | None = asks(
        lambda _, wanted, __: [_RUN.entity == wanted.value], "By the kind of record it was about."
    )
    door: DoorFilter | None = by(_RUN.door, "By the door it came through.")
    source: SourceFilter | None = by(_RUN.source, "By on whose behalf it was done.")
    status: RunStatusFilter | None = by(_RUN.status, "By how it ended.")
    actor_id: IdFilter | None = by(_RUN.actor_id, "By who did it.")
    actor_label: TextFilter | None = by(_RUN.actor_label, "By what the actor was called then.")
    request_id: IdFilter | None = by(_RUN.request_id, "By the id of the request.")
    message: TextFilter | None = by(_RUN.message, "By why the body was refused.")
    started_at: DateTimeFilter | None = by(_RUN.started_at, "By when it began.")
    duration_ms: FloatFilter | None = by(_RUN.duration_ms, "By how long it took, in milliseconds.")
    and_: list["RunFilter"] | None = both()
    or_: list["RunFilter"] | None = either()
    not_: "RunFilter | None" = neither()
