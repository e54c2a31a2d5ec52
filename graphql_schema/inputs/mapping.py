"""Decisions about incoming names, and which of them to list."""

from datetime import datetime

import strawberry
from sqlalchemy import ColumnElement
from strawberry.utils.str_converters import to_camel_case

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Compiled, Conditions, Listed, asks, both, by, either, neither
from graphql_schema.inputs.filters import TextFilter
from models.base import table_of
from models.configuration import CUSTOM_PREFIX
from models.database.statements import is_among
from models.engagement.words import EngagementField
from models.errors import InvalidInput
from models.fields.mapping import FIELDS, Entity
from models.fields.meaning import ENGAGEMENT_PREFIX, FIELD_PREFIX, NOTHING
from models.fields.rule import AlertKind, AlertState, MappingStatus

_MAPPING = table_of(models.FieldMapping).c
_ALERT = table_of(models.FieldAlert).c
_OURS = {to_camel_case(name): name for table in FIELDS.values() for name in table.columns}


def _among(column: ColumnElement[str]) -> Compiled:
    """One of the words that are given."""
    return lambda _, wanted, __: [is_among(column, [each.value for each in wanted])]


@input_type
class MappingTargetInput:
    """Where a name leads: exactly one of these."""

    engagement: EngagementField | None = strawberry.field(default=None, description="It means this for engagement.")
    field: str | None = strawberry.field(default=None, description="It means this field of ours, such as `title`.")
    custom_field: str | None = strawberry.field(
        default=None, description="Its values are kept under the name of this custom field too."
    )
    nothing: bool | None = strawberry.field(default=None, description="True: it means nothing but itself.")

    def to_act(self) -> str:
        """The target as it is stored. Raises InvalidInput unless exactly one is given."""
        given = [
            *([f"{ENGAGEMENT_PREFIX}{self.engagement.value}"] if self.engagement is not None else []),
            *([f"{FIELD_PREFIX}{_OURS.get(self.field, self.field)}"] if self.field is not None else []),
            *([f"{CUSTOM_PREFIX}{self.custom_field}"] if self.custom_field is not None else []),
            *([NOTHING] if self.nothing else []),
        ]
        if len(given) != 1:
            raise InvalidInput("Name exactly one of engagement, field, customField and nothing", field="target")
        return given[0]


@input_type
class FieldMappingFilter(Listed):
    """Which mappings. Everything given must hold."""

    table = table_of(models.FieldMapping)

    entity: Entity | None = asks(lambda _, wanted, __: [_MAPPING.entity == wanted.value], "By the kind of record.")
    name: TextFilter | None = by(_MAPPING.name, "By the incoming name.")
    statuses: list[MappingStatus] | None = asks(_among(_MAPPING.status), "In one of these states.")
    and_: list["FieldMappingFilter"] | None = both()
    or_: list["FieldMappingFilter"] | None = either()
    not_: "FieldMappingFilter | None" = neither()
    past: bool = strawberry.field(
        default=False,
        description="Also those that are no longer what is thought. To be asked of the outermost filter alone.",
    )

    def conditions(self, now: datetime | None = None) -> Conditions:
        return [*([] if self.past else [_MAPPING.superseded_at.is_(None)]), *super().conditions(now)]


@input_type
class FieldAlertFilter(Listed):
    """Which alerts. Everything given must hold."""

    table = table_of(models.FieldAlert)

    entity: Entity | None = asks(lambda _, wanted, __: [_ALERT.entity == wanted.value], "By the kind of record.")
    name: TextFilter | None = by(_ALERT.name, "By the name.")
    kinds: list[AlertKind] | None = asks(_among(_ALERT.kind), "Of one of these kinds.")
    states: list[AlertState] | None = asks(_among(_ALERT.state), "In one of these states.")
    and_: list["FieldAlertFilter"] | None = both()
    or_: list["FieldAlertFilter"] | None = either()
    not_: "FieldAlertFilter | None" = neither()
