"""Fields of records as they are written: absent leaves alone, null clears, a value sets.

They become items in Enginy's own words, so that below this line nobody can tell through which door a write came.
"""

from typing import ClassVar

import strawberry

from graphql_schema.described import input_type
from graphql_schema.types.scalars import JSON
from models.errors import InvalidInput
from models.exact_json import JsonValue
from models.fields.mapping import EXTERNAL_ID, FIELDS, NESTED_FIELDS, RECORD_ID, Entity
from models.incoming import Lead, Update, external_id_of, record_id_of

EXPECTED = "The version you read. If somebody wrote it meanwhile, nothing is changed and the conflict is told."


@input_type
class CustomFieldInput:
    """A custom field to set."""

    key: str = strawberry.field(description="Its name. The name of a field of the schema does not reach that field.")
    value: JSON | None = strawberry.field(description="Its value, of any kind; null is stored as null.")


@input_type
class ExpectedVersion:
    """The version of a record that you read. If somebody wrote it since, it is left alone and the conflict is told."""

    id: strawberry.ID = strawberry.field(description="The record's id.")
    version: int = strawberry.field(description="The version you read.")

    def to_act(self) -> tuple[str, int]:
        return self.id, self.version


class Fields:
    """What the inputs of both entities share. Attributes are our fields by name."""

    entity: ClassVar[Entity]
    custom_fields: list[CustomFieldInput] | None

    def given(self) -> dict[str, JsonValue]:
        """The fields that are not absent, by their incoming names."""
        fields: dict[str, JsonValue] = {}
        for spec in FIELDS[self.entity].specs:
            given = getattr(self, spec.name)
            if given is not None:
                fields[spec.incoming] = given.value
        if self.custom_fields is not None:
            fields[NESTED_FIELDS] = {each.key: each.value for each in self.custom_fields}
        return fields


def to_lead(fields: Fields, external_id: str | None, *, must_be_linked: bool) -> Lead:
    """The lead that an input spells. Without the external id it must have, it carries its problem."""
    given = fields.given()
    if external_id is not None:
        given = {EXTERNAL_ID: external_id, **given}
    lead = Lead(fields=given, external_id_sent=external_id)
    if external_id is not None or must_be_linked:
        try:
            lead.external_id = external_id_of(external_id)
        except InvalidInput as problem:
            lead.problem = problem
    return lead


def to_update(record_id: str, fields: Fields, expected_version: int | None = None) -> Update:
    """The update that an input spells."""
    update = Update(fields={RECORD_ID: record_id, **fields.given()}, record_id_sent=record_id)
    update.expected_version = expected_version
    try:
        update.record_id = record_id_of(record_id)
    except InvalidInput as problem:
        update.problem = problem
    return update
