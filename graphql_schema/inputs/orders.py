"""What lists can be ordered by."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import strawberry
from sqlalchemy import ColumnElement, Table, Text, func

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.custom_order import CUSTOM, MOST_CUSTOM, CustomFieldOrder
from graphql_schema.inputs.order_fields import (
    ActivityOrderField,
    CompanyOrderField,
    ContactOrderField,
    DealOrderField,
    Direction,
    Nulls,
    RunOrderField,
    TaskOrderField,
)
from graphql_schema.keyset import Order, Term
from models.base import table_of
from models.engagement.ordering import StateOrder
from models.errors import InvalidInput
from models.fields.mapping import Entity
from models.letters import letters

_ACTIVITY = table_of(models.Activity).c
_COMPANY = table_of(models.Company).c
_CONTACT = table_of(models.Contact).c
_DEAL = table_of(models.Deal).c
_RUN = table_of(models.Run).c
_TASK = table_of(models.Task).c

FIELD = "What to order by."
KNOWN = "A field to order by; either this or a custom field."
FIRST = "Which end comes first."
NULLS = "Where entries without a value stand."


@input_type
class ContactOrder:
    """One thing to order contacts by: a field or a custom field."""

    field: ContactOrderField | None = strawberry.field(default=None, description=KNOWN)
    custom_field: CustomFieldOrder | None = strawberry.field(default=None, description=CUSTOM)
    direction: Direction = strawberry.field(default=Direction.ASC, description=FIRST)
    nulls: Nulls = strawberry.field(default=Nulls.LAST, description=NULLS)


@input_type
class CompanyOrder:
    """One thing to order companies by: a field or a custom field."""

    field: CompanyOrderField | None = strawberry.field(default=None, description=KNOWN)
    custom_field: CustomFieldOrder | None = strawberry.field(default=None, description=CUSTOM)
    direction: Direction = strawberry.field(default=Direction.ASC, description=FIRST)
    nulls: Nulls = strawberry.field(default=Nulls.LAST, description=NULLS)


@input_type
class DealOrder:
    """One thing to order deals by."""

    field: DealOrderField = strawberry.field(description=FIELD)
    direction: Direction = strawberry.field(default=Direction.ASC, description=FIRST)
    nulls: Nulls = strawberry.field(default=Nulls.LAST, description=NULLS)


@input_type
class TaskOrder:
    """One thing to order tasks by."""

    field: TaskOrderField = strawberry.field(description=FIELD)
    direction: Direction = strawberry.field(default=Direction.ASC, description=FIRST)
    nulls: Nulls = strawberry.field(default=Nulls.LAST, description=NULLS)


@input_type
class ActivityOrder:
    """One thing to order activities by."""

    field: ActivityOrderField = strawberry.field(description=FIELD)
    direction: Direction = strawberry.field(default=Direction.ASC, description=FIRST)
    nulls: Nulls = strawberry.field(default=Nulls.LAST, description=NULLS)


@input_type
class RunOrder:
    """One thing to order runs by."""

    field: RunOrderField = strawberry.field(description=FIELD)
    direction: Direction = strawberry.field(default=Direction.ASC, description=FIRST)
    nulls: Nulls = strawberry.field(default=Nulls.LAST, description=NULLS)


class _Wanted(Protocol):
    @property
    def field(self) -> Any: ...
    @property
    def direction(self) -> Direction: ...
    @property
    def nulls(self) -> Nulls: ...


# An expression, and whether it may be null; or what is known of engagement, which may.
_Terms = Mapping[str, tuple[ColumnElement[Any], bool] | StateOrder]

_ENGAGEMENT = {
    "engagementStage": "stage_rank",
    "furthestStage": "furthest_rank",
    "lastEngagedAt": "last_engaged_at",
    "opens": "opens",
    "clicks": "clicks",
    "replies": "replies",
}


def _engagement_terms(table: Table) -> _Terms:
    """What is known of a record's engagement; null where nothing was reported."""
    return {name: StateOrder(table, column) for name, column in _ENGAGEMENT.items()}


_CONTACT_TERMS: _Terms = {
    "createdAt": (_CONTACT.created_at, False),
    "updatedAt": (_CONTACT.updated_at, False),
    "lastActivityAt": (_CONTACT.last_activity_at, True),
    "leadScore": (_CONTACT.lead_score, True),
    "firstName": (letters(_CONTACT.first_name), True),
    "lastName": (letters(_CONTACT.last_name), True),
    "fullName": (letters(_CONTACT.full_name), True),
    "email": (letters(_CONTACT.email), True),
    "companyName": (letters(_CONTACT.company_name), True),
    "title": (letters(_CONTACT.title), True),
    "lifecycleStage": (letters(_CONTACT.lifecycle_stage), True),
    "industry": (letters(_CONTACT.industry), True),
    "location": (letters(_CONTACT.location), True),
    "city": (letters(_CONTACT.city), True),
    "state": (letters(_CONTACT.state), True),
    "country": (letters(_CONTACT.country), True),
    "ownerId": (_CONTACT.owner_id, True),
    **_engagement_terms(table_of(models.Contact)),
}
_COMPANY_TERMS: _Terms = {
    "createdAt": (_COMPANY.created_at, False),
    "updatedAt": (_COMPANY.updated_at, False),
    "lastActivityAt": (_COMPANY.last_activity_at, True),
    "name": (letters(_COMPANY.name), True),
    "domain": (letters(_COMPANY.domain), True),
    "industry": (letters(_COMPANY.industry), True),
    "location": (letters(_COMPANY.location), True),
    "companyType": (letters(_COMPANY.company_type), True),
    "numberOfEmployees": (_COMPANY.number_of_employees, True),
    "foundedYear": (_COMPANY.founded_year, True),
    "ownerId": (_COMPANY.owner_id, True),
    **_engagement_terms(table_of(models.Company)),
}
_DEAL_TERMS: _Terms = {
    "createdAt": (_DEAL.created_at, False),
    "updatedAt": (_DEAL.updated_at, False),
    "name": (letters(_DEAL.name), False),
    "amount": (_DEAL.amount_hundredths, False),
    "currency": (_DEAL.currency, False),
    "status": (_DEAL.status, False),
    "stage": (letters(_DEAL.stage), True),
    "expectedClose": (_DEAL.expected_close, True),
    "closedAt": (_DEAL.closed_at, True),
    "ownerId": (_DEAL.owner_id, True),
}
_TASK_TERMS: _Terms = {
    "dueAt": (_TASK.due_at, True),
    "createdAt": (_TASK.created_at, False),
    "updatedAt": (_TASK.updated_at, False),
    "completed": (_TASK.completed, False),
    "completedAt": (_TASK.completed_at, True),
    "subject": (letters(_TASK.subject), False),
    "type": (letters(_TASK.type), True),
    "ownerId": (_TASK.owner_id, True),
}
_ACTIVITY_TERMS: _Terms = {
    "happenedAt": (_ACTIVITY.happened_at, False),
    "occurredAt": (_ACTIVITY.occurred_at, True),
    "createdAt": (_ACTIVITY.created_at, False),
    "type": (_ACTIVITY.type, False),
    "direction": (func.nullif(_ACTIVITY.direction, "", type_=Text), True),
    "subject": (letters(_ACTIVITY.subject), True),
    "sender": (letters(_ACTIVITY.sender), True),
    "step": (_ACTIVITY.step, True),
    "ownerId": (_ACTIVITY.owner_id, True),
}
_RUN_TERMS: _Terms = {
    "startedAt": (_RUN.started_at, False),
    "durationMs": (_RUN.duration_ms, False),
    "act": (_RUN.act, False),
    "entity": (_RUN.entity, True),
    "status": (_RUN.status, False),
    "door": (_RUN.door, False),
    "source": (_RUN.source, False),
    "actorLabel": (letters(_RUN.actor_label), False),
}


def contact_order(wanted: Sequence[ContactOrder] | None) -> Order:
    """The order asked for; the latest change first where nothing is."""
    return _order(wanted, _CONTACT_TERMS, _CONTACT.id, ("updatedAt", True), Entity.CONTACT)


def company_order(wanted: Sequence[CompanyOrder] | None) -> Order:
    """The order asked for; the latest change first where nothing is."""
    return _order(wanted, _COMPANY_TERMS, _COMPANY.id, ("updatedAt", True), Entity.COMPANY)


def deal_order(wanted: Sequence[DealOrder] | None) -> Order:
    """The order asked for; the latest change first where nothing is."""
    return _order(wanted, _DEAL_TERMS, _DEAL.id, ("updatedAt", True))


def task_order(wanted: Sequence[TaskOrder] | None) -> Order:
    """The order asked for; the most urgent first where nothing is."""
    return _order(wanted, _TASK_TERMS, _TASK.id, ("dueAt", False))


def activity_order(wanted: Sequence[ActivityOrder] | None) -> Order:
    """The order asked for; the newest first where nothing is."""
    return _order(wanted, _ACTIVITY_TERMS, _ACTIVITY.id, ("happenedAt", True))


def run_order(wanted: Sequence[RunOrder] | None) -> Order:
    """The order asked for; the newest first where nothing is."""
    return _order(wanted, _RUN_TERMS, _RUN.id, ("startedAt", True))


def _order(
    wanted: Sequence[_Wanted] | None,
    known: _Terms,
    id_: ColumnElement[Any],
    unasked: tuple[str, bool],
    entity: Entity | None = None,
) -> Order:
    """The terms of an order; of records that have custom fields, `entity` tells which they are."""
    terms = [_term(each, known, entity) for each in wanted or ()] or [_known(known, unasked[0], descending=unasked[1])]
    if len({each.name for each in terms}) != len(terms):
        raise InvalidInput("`orderBy` names a field twice", field="orderBy")
    if sum(each.is_read for each in terms) > MOST_CUSTOM:
        raise InvalidInput(f"`orderBy` names at most {MOST_CUSTOM} custom fields", field="orderBy")
    # The id breaks ties in the direction of the first, so that one index gives both.
    return Order((*terms, Term("id", id_, terms[0].descending)))


def _term(wanted: _Wanted, known: _Terms, entity: Entity | None) -> Term:
    custom: CustomFieldOrder | None = getattr(wanted, "custom_field", None)
    if (wanted.field is None) is (custom is None):
        raise InvalidInput("Name either a field or a customField", field="orderBy")
    descending, nulls_first = wanted.direction is Direction.DESC, wanted.nulls is Nulls.FIRST
    if custom is not None:
        assert entity is not None
        return custom.term(entity, descending=descending, nulls_first=nulls_first)
    return _known(known, wanted.field.value, descending=descending, nulls_first=nulls_first)


def _known(known: _Terms, name: str, *, descending: bool, nulls_first: bool = False) -> Term:
    match known[name]:
        case StateOrder() as state:
            return Term(name, state.expression, descending, True, nulls_first, state.ranked)
        case expression, nullable:
            return Term(name, expression, descending, nullable, nulls_first and nullable)
