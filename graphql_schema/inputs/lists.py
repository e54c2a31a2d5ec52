"""What each list can be filtered by."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement, Text, and_, func, not_, select

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.engagement import EngagementStateFilter
from graphql_schema.inputs.filters import (
    Conditions,
    DateTimeFilter,
    IdentifierFilter,
    IdFilter,
    RunStatusFilter,
    TagFilter,
    TextFilter,
    words,
)
from models.base import table_of
from models.columns import utc_now
from models.database.statements import is_any
from models.fields.cleaning import MAX_TEXT, check_text
from models.fields.mapping import Entity
from models.identity.domain import normalize_domain
from models.identity.email import normalize_email
from models.identity.keys import KeyKind
from models.records import KINDS
from models.search.fields import SearchType
from models.search.finding import found_by

_ACTIVITY = table_of(models.Activity).c
_ASSOCIATION = table_of(models.Association).c
_COMPANY = table_of(models.Company).c
_CONTACT = table_of(models.Contact).c
_RUN = table_of(models.Run).c
_TASK = table_of(models.Task).c

DELETED = "The deleted ones instead of the live ones. They have no identifiers or tags to be found by."


@input_type
class ContactFilter:
    """Which contacts. Everything given must hold."""

    text: str | None = strawberry.field(
        default=None,
        description=(
            "Each word begins a word of the name, e-mail address, company name, title, telephone numbers or LinkedIn "
            'profile, whatever the accents and letter case: `text: "ada analyt"` finds Ada Lovelace of Analytical Engines.'
        ),
    )
    email: IdentifierFilter | None = strawberry.field(default=None, description="By e-mail address.")
    owner_id: IdFilter | None = strawberry.field(default=None, description="By owner.")
    company_id: IdFilter | None = strawberry.field(default=None, description="By linked company, main or not.")
    lifecycle_stage: TextFilter | None = strawberry.field(default=None, description="By lifecycle stage.")
    tags: TagFilter | None = strawberry.field(default=None, description="By tags.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were created.")
    updated_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were last changed.")
    last_activity_at: DateTimeFilter | None = strawberry.field(
        default=None, description="By when something last happened."
    )
    engagement: EngagementStateFilter | None = strawberry.field(
        default=None, description="By how it stands in campaigns."
    )
    deleted: bool = strawberry.field(default=False, description=DELETED)

    def conditions(self) -> Conditions:
        c = _CONTACT
        found: Conditions = [c.deleted_at.is_not(None) if self.deleted else c.deleted_at.is_(None)]
        found += _worded(SearchType.CONTACT, self.text, deleted=self.deleted)
        found += _identified(Entity.CONTACT, KeyKind.EMAIL, self.email)
        found += self.owner_id.on("ownerId", c.owner_id) if self.owner_id else []
        if self.company_id:
            tied = select(_ASSOCIATION.contact_id).where(*self.company_id.on("companyId", _ASSOCIATION.company_id))
            found.append(c.id.in_(tied))
        found += self.lifecycle_stage.on("lifecycleStage", c.lifecycle_stage) if self.lifecycle_stage else []
        found += _tagged(Entity.CONTACT, self.tags)
        for moment, column in (
            (self.created_at, c.created_at),
            (self.updated_at, c.updated_at),
            (self.last_activity_at, c.last_activity_at),
        ):
            found += moment.on(column) if moment else []
        return found + (self.engagement.on(c.id) if self.engagement else [])


@input_type
class CompanyFilter:
    """Which companies. Everything given must hold."""

    text: str | None = strawberry.field(
        default=None,
        description=(
            "Each word begins a word of the name, domain, website, industry or LinkedIn page, whatever the accents and "
            "letter case."
        ),
    )
    domain: IdentifierFilter | None = strawberry.field(
        default=None, description="By domain; a web or e-mail address means its domain."
    )
    owner_id: IdFilter | None = strawberry.field(default=None, description="By owner.")
    tags: TagFilter | None = strawberry.field(default=None, description="By tags.")
    created_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were created.")
    updated_at: DateTimeFilter | None = strawberry.field(default=None, description="By when they were last changed.")
    engagement: EngagementStateFilter | None = strawberry.field(
        default=None, description="By how it stands in campaigns."
    )
    deleted: bool = strawberry.field(default=False, description=DELETED)

    def conditions(self) -> Conditions:
        c = _COMPANY
        found: Conditions = [c.deleted_at.is_not(None) if self.deleted else c.deleted_at.is_(None)]
        found += _worded(SearchType.COMPANY, self.text, deleted=self.deleted)
        found += _identified(Entity.COMPANY, KeyKind.DOMAIN, self.domain)
        found += self.owner_id.on("ownerId", c.owner_id) if self.owner_id else []
        found += _tagged(Entity.COMPANY, self.tags)
        found += self.created_at.on(c.created_at) if self.created_at else []
        found += self.updated_at.on(c.updated_at) if self.updated_at else []
        return found + (self.engagement.on(c.id) if self.engagement else [])


@input_type
class TaskFilter:
    """Which tasks. Everything given must hold."""

    owner_id: IdFilter | None = strawberry.field(default=None, description="By whose task it is.")
    contact_id: IdFilter | None = strawberry.field(default=None, description="By the contact it is about.")
    company_id: IdFilter | None = strawberry.field(default=None, description="By the company it is about.")
    completed: bool | None = strawberry.field(default=None, description="Whether it is done.")
    due_at: DateTimeFilter | None = strawberry.field(default=None, description="By when it should be done.")
    overdue: bool | None = strawberry.field(
        default=None, description="Whether it should have been done by now, and is not."
    )
    text: str | None = strawberry.field(
        default=None, description="Every word occurs in the subject or the description, in whatever letter case."
    )
    deleted: bool = strawberry.field(default=False, description="The deleted ones instead of the live ones.")

    def conditions(self, now: datetime | None = None) -> Conditions:
        """What such tasks fulfil; `now` is the moment by which one is overdue."""
        c = _TASK
        found: Conditions = [c.deleted_at.is_not(None) if self.deleted else c.deleted_at.is_(None)]
        if self.overdue is not None:
            late = and_(c.completed.is_(False), c.due_at.is_not(None), c.due_at < (now or utc_now()))
            found.append(late if self.overdue else not_(late))
        found += words(self.text, (c.subject, c.description))
        found += self.owner_id.on("ownerId", c.owner_id) if self.owner_id else []
        found += self.contact_id.on("contactId", c.contact_id) if self.contact_id else []
        found += self.company_id.on("companyId", c.company_id) if self.company_id else []
        found += [c.completed.is_(self.completed)] if self.completed is not None else []
        return found + (self.due_at.on(c.due_at) if self.due_at else [])


@input_type
class ActivityFilter:
    """Which activities. Everything given must hold."""

    contact_id: IdFilter | None = strawberry.field(default=None, description="By contact.")
    company_id: IdFilter | None = strawberry.field(default=None, description="By company.")
    owner_id: IdFilter | None = strawberry.field(default=None, description="By who of us took part.")
    type: TextFilter | None = strawberry.field(default=None, description="By kind, such as `EMAIL`.")
    direction: TextFilter | None = strawberry.field(default=None, description="By direction, such as `INBOUND`.")
    happened_at: DateTimeFilter | None = strawberry.field(default=None, description="By when it happened.")

    def conditions(self) -> Conditions:
        c = _ACTIVITY
        found = self.contact_id.on("contactId", func.nullif(c.contact_id, "", type_=Text)) if self.contact_id else []
        found += self.company_id.on("companyId", func.nullif(c.company_id, "", type_=Text)) if self.company_id else []
        found += self.owner_id.on("ownerId", c.owner_id) if self.owner_id else []
        found += self.type.on("type", c.type) if self.type else []
        found += self.direction.on("direction", func.nullif(c.direction, "", type_=Text)) if self.direction else []
        return found + (self.happened_at.on(c.happened_at) if self.happened_at else [])


@input_type
class RunFilter:
    """Which runs. Everything given must hold."""

    act: TextFilter | None = strawberry.field(default=None, description="By what was done, such as `sync_contacts`.")
    entity: Entity | None = strawberry.field(default=None, description="By the kind of record it was about.")
    status: RunStatusFilter | None = strawberry.field(default=None, description="By how it ended.")
    started_at: DateTimeFilter | None = strawberry.field(default=None, description="By when it began.")

    def conditions(self) -> Conditions:
        found = self.act.on("act", _RUN.act) if self.act else []
        found += [_RUN.entity == self.entity.value] if self.entity else []
        found += self.status.on("status", _RUN.status) if self.status else []
        return found + (self.started_at.on(_RUN.started_at) if self.started_at else [])


def _worded(type_: SearchType, text: str | None, *, deleted: bool) -> Conditions:
    if text is None:
        return []
    check_text("text", text, MAX_TEXT)
    return found_by(type_, text, deleted=deleted)


def _identified(entity: Entity, kind: KeyKind, wanted: IdentifierFilter | None) -> Conditions:
    """The record owns the identifier, in the form that matching compares."""
    normalize = normalize_email if kind is KeyKind.EMAIL else normalize_domain
    found: Conditions = []
    if wanted is not None:
        eq = [wanted.eq] if wanted.eq is not None else None
        for name, texts in (("eq", eq), ("in", wanted.in_)):
            if texts is not None:
                values = [value for text in texts if (value := normalize(text)) is not None]
                found.append(_owning(entity, kind, name, values))
    return found


def _tagged(entity: Entity, wanted: TagFilter | None) -> Conditions:
    found: Conditions = []
    if wanted is not None:
        has = [wanted.has] if wanted.has is not None else None
        for name, tags in (("has", has), ("hasAny", wanted.has_any)):
            if tags is not None:
                for tag in tags:
                    check_text("tags", tag, MAX_TEXT)
                found.append(_owning(entity, KeyKind.TAG, name, tags))
    return found


def _owning(entity: Entity, kind: KeyKind, name: str, values: list[str]) -> ColumnElement[bool]:
    """The record owns one of the keys; `name` tells the values from others bound in the same statement."""
    key = KINDS[entity].keys.c
    owners = select(key.record_id).where(key.kind == kind.value, is_any(key.value, f"{kind}_{name}", values))
    return KINDS[entity].table.c.id.in_(owners)
