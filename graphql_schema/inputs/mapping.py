"""Decisions about incoming names, and which of them to list."""

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Conditions
from graphql_schema.inputs.filters import TextFilter
from models.base import table_of
from models.configuration import CUSTOM_PREFIX
from models.database.statements import is_any
from models.engagement.words import EngagementField
from models.errors import InvalidInput
from models.fields.mapping import FIELDS, Entity
from models.fields.meaning import ENGAGEMENT_PREFIX, FIELD_PREFIX, NOTHING
from models.fields.rule import AlertKind, AlertState, MappingStatus

_MAPPING = table_of(models.FieldMapping).c
_ALERT = table_of(models.FieldAlert).c
_OURS = {to_camel_case(name): name for table in FIELDS.values() for name in table.columns}


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
class FieldMappingFilter:
    """Which mappings. Everything given must hold."""

    entity: Entity | None = strawberry.field(default=None, description="By the kind of record.")
    name: TextFilter | None = strawberry.field(default=None, description="By the incoming name.")
    statuses: list[MappingStatus] | None = strawberry.field(default=None, description="In one of these states.")
    past: bool = strawberry.field(default=False, description="Also those that are no longer what is thought.")

    def conditions(self) -> Conditions:
        found: Conditions = [] if self.past else [_MAPPING.superseded_at.is_(None)]
        found += [_MAPPING.entity == self.entity.value] if self.entity else []
        found += self.name.on("name", _MAPPING.name) if self.name else []
        if self.statuses is not None:
            found.append(is_any(_MAPPING.status, "statuses", [each.value for each in self.statuses]))
        return found


@input_type
class FieldAlertFilter:
    """Which alerts. Everything given must hold."""

    entity: Entity | None = strawberry.field(default=None, description="By the kind of record.")
    name: TextFilter | None = strawberry.field(default=None, description="By the name.")
    kinds: list[AlertKind] | None = strawberry.field(default=None, description="Of one of these kinds.")
    states: list[AlertState] | None = strawberry.field(default=None, description="In one of these states.")

    def conditions(self) -> Conditions:
        found: Conditions = [_ALERT.entity == self.entity.value] if self.entity else []
        found += self.name.on("name", _ALERT.name) if self.name else []
        for name, column, among in (("kinds", _ALERT.kind, self.kinds), ("states", _ALERT.state, self.states)):
            if among is not None:
                found.append(is_any(column, name, [each.value for each in among]))
        return found
