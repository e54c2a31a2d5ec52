"""What lists can be ordered by."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Protocol

import strawberry
from sqlalchemy import ColumnElement, Text, func, select

import models
from graphql_schema.described import input_type
from graphql_schema.keyset import Order, Term
from graphql_schema.types.enums import describe
from models.base import table_of
from models.errors import InvalidInput

_COMPANY = table_of(models.Company).c
_CONTACT = table_of(models.Contact).c
_STATE = table_of(models.Engagement)
_DEAL = table_of(models.Deal).c


class Direction(StrEnum):
    ASC = "asc"
    DESC = "desc"


class ContactOrderField(StrEnum):
    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    LAST_ACTIVITY_AT = "lastActivityAt"
    LEAD_SCORE = "leadScore"
    FIRST_NAME = "firstName"
    LAST_NAME = "lastName"
    COMPANY_NAME = "companyName"
    ENGAGEMENT_STAGE = "engagementStage"
    FURTHEST_STAGE = "furthestStage"
    LAST_ENGAGED_AT = "lastEngagedAt"
    OPENS = "opens"
    REPLIES = "replies"


class CompanyOrderField(StrEnum):
    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    LAST_ACTIVITY_AT = "lastActivityAt"
    NAME = "name"
    NUMBER_OF_EMPLOYEES = "numberOfEmployees"
    ENGAGEMENT_STAGE = "engagementStage"
    FURTHEST_STAGE = "furthestStage"
    LAST_ENGAGED_AT = "lastEngagedAt"


class DealOrderField(StrEnum):
    CREATED_AT = "createdAt"
    UPDATED_AT = "updatedAt"
    NAME = "name"
    AMOUNT = "amount"
    EXPECTED_CLOSE = "expectedClose"
    CLOSED_AT = "closedAt"


describe(
    Direction,
    "Which end comes first. Nulls come last either way.",
    ASC="The smallest, the earliest, or the first of the alphabet.",
    DESC="The largest, the latest, or the last of the alphabet.",
)
describe(
    ContactOrderField,
    "What contacts can be ordered by.",
    CREATED_AT="When they were created.",
    UPDATED_AT="When they were last changed.",
    LAST_ACTIVITY_AT="When something last happened.",
    LEAD_SCORE="Their lead score.",
    FIRST_NAME="Their first name.",
    LAST_NAME="Their last name.",
    COMPANY_NAME="Whom they work for, as text.",
    ENGAGEMENT_STAGE="How far their engagement status is.",
    FURTHEST_STAGE="How far they ever came.",
    LAST_ENGAGED_AT="When something last happened in a campaign, as Enginy reports it.",
    OPENS="How often e-mails were opened. Weak evidence.",
    REPLIES="How often they replied, by the reply analysis.",
)
describe(
    CompanyOrderField,
    "What companies can be ordered by.",
    CREATED_AT="When they were created.",
    UPDATED_AT="When they were last changed.",
    LAST_ACTIVITY_AT="When something last happened.",
    NAME="Their name.",
    NUMBER_OF_EMPLOYEES="How many people work there.",
    ENGAGEMENT_STAGE="How far their engagement status is.",
    FURTHEST_STAGE="How far they ever came.",
    LAST_ENGAGED_AT="When something last happened in a campaign, as Enginy reports it.",
)
describe(
    DealOrderField,
    "What deals can be ordered by.",
    CREATED_AT="When they were created.",
    UPDATED_AT="When they were last changed.",
    NAME="Their name.",
    AMOUNT="The number of their amount, whatever the currency.",
    EXPECTED_CLOSE="When they are expected to be decided.",
    CLOSED_AT="When they were won or lost.",
)


@input_type
class ContactOrder:
    """One thing to order contacts by."""

    field: ContactOrderField = strawberry.field(description="What to order by.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which end comes first.")


@input_type
class CompanyOrder:
    """One thing to order companies by."""

    field: CompanyOrderField = strawberry.field(description="What to order by.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which end comes first.")


@input_type
class DealOrder:
    """One thing to order deals by."""

    field: DealOrderField = strawberry.field(description="What to order by.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which end comes first.")


class _Wanted(Protocol):
    @property
    def field(self) -> Any: ...
    @property
    def direction(self) -> Direction: ...


def _engagement(name: str, record_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column of a record's engagement; null where nothing was reported."""
    state = _STATE.c
    return select(state[name]).where(state.record_id == record_id).scalar_subquery()


# Expression, and whether it may be null. Text is compared in lower case, in the order of the database's language.
_CONTACT_TERMS: dict[str, tuple[ColumnElement[Any], bool]] = {
    "createdAt": (_CONTACT.created_at, False),
    "updatedAt": (_CONTACT.updated_at, False),
    "lastActivityAt": (_CONTACT.last_activity_at, True),
    "leadScore": (_CONTACT.lead_score, True),
    "firstName": (func.lower(_CONTACT.first_name, type_=Text), True),
    "lastName": (func.lower(_CONTACT.last_name, type_=Text), True),
    "companyName": (func.lower(_CONTACT.company_name, type_=Text), True),
    "engagementStage": (_engagement("stage_rank", _CONTACT.id), True),
    "furthestStage": (_engagement("furthest_rank", _CONTACT.id), True),
    "lastEngagedAt": (_engagement("last_engaged_at", _CONTACT.id), True),
    "opens": (_engagement("opens", _CONTACT.id), True),
    "replies": (_engagement("replies", _CONTACT.id), True),
}
_COMPANY_TERMS: dict[str, tuple[ColumnElement[Any], bool]] = {
    "createdAt": (_COMPANY.created_at, False),
    "updatedAt": (_COMPANY.updated_at, False),
    "lastActivityAt": (_COMPANY.last_activity_at, True),
    "name": (func.lower(_COMPANY.name, type_=Text), True),
    "numberOfEmployees": (_COMPANY.number_of_employees, True),
    "engagementStage": (_engagement("stage_rank", _COMPANY.id), True),
    "furthestStage": (_engagement("furthest_rank", _COMPANY.id), True),
    "lastEngagedAt": (_engagement("last_engaged_at", _COMPANY.id), True),
}
_DEAL_TERMS: dict[str, tuple[ColumnElement[Any], bool]] = {
    "createdAt": (_DEAL.created_at, False),
    "updatedAt": (_DEAL.updated_at, False),
    "name": (func.lower(_DEAL.name, type_=Text), False),
    "amount": (_DEAL.amount_hundredths, False),
    "expectedClose": (_DEAL.expected_close, True),
    "closedAt": (_DEAL.closed_at, True),
}


def contact_order(wanted: Sequence[ContactOrder] | None) -> Order:
    """The order asked for; the latest change first where nothing is."""
    return _order(wanted, _CONTACT_TERMS, _CONTACT.id)


def company_order(wanted: Sequence[CompanyOrder] | None) -> Order:
    """The order asked for; the latest change first where nothing is."""
    return _order(wanted, _COMPANY_TERMS, _COMPANY.id)


def deal_order(wanted: Sequence[DealOrder] | None) -> Order:
    """The order asked for; the latest change first where nothing is."""
    return _order(wanted, _DEAL_TERMS, _DEAL.id)


def _order(
    wanted: Sequence[_Wanted] | None, known: dict[str, tuple[ColumnElement[Any], bool]], id_: ColumnElement[Any]
) -> Order:
    chosen = [(each.field.value, each.direction is Direction.DESC) for each in wanted or ()] or [("updatedAt", True)]
    if len({name for name, _ in chosen}) != len(chosen):
        raise InvalidInput("`orderBy` names a field twice", field="orderBy")
    terms = [Term(name, known[name][0], descending, known[name][1]) for name, descending in chosen]
    # The id breaks ties in the direction of the first, so that one index gives both.
    return Order((*terms, Term("id", id_, terms[0].descending)))
