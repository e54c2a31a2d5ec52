"""By fields that somebody made up: their values are JSON of any type, and each operator asks of values of its own."""

import strawberry
from sqlalchemy import ColumnElement

from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Conditions, operator
from graphql_schema.inputs.filters import DateTimeFilter, FloatFilter, TextFilter
from models.database.json_values import boolean_at, is_there, moment_at, number_at, text_at
from models.fields.cleaning import MAX_NAME, check_text


@input_type
class CustomFieldFilter:
    """By one custom field. Everything given must hold; without more, that it has a value.

    A value of another type than is asked about counts as none: the number 42 is no text, and the text "42" no number.
    """

    key: str = strawberry.field(description="The custom field's name, as it was sent.")
    text: TextFilter | None = operator("By its text.")
    number: FloatFilter | None = operator("By its number.")
    boolean: bool | None = operator('Whether it is true; the texts "true" and "false" are neither.')
    date_time: DateTimeFilter | None = operator(
        "By the moment that its text means in ISO 8601, to the millisecond: `2024-01-15T10:00:00Z`, in UTC without a "
        "zone, or `2024-01-15` for its first moment."
    )
    is_null: bool | None = operator("Whether there is no value of any type, or null.")

    def on(self, document: ColumnElement[str]) -> Conditions:
        name, key = "customFields", self.key
        check_text(name, key, MAX_NAME)
        found = self.text.on(name, text_at(document, key)) if self.text else []
        found += self.number.on(name, number_at(document, key)) if self.number else []
        found += self.date_time.on(name, moment_at(document, key)) if self.date_time else []
        found += [boolean_at(document, key).is_(self.boolean)] if self.boolean is not None else []
        if self.is_null is not None:
            found.append(~is_there(document, key) if self.is_null else is_there(document, key))
        asked = (self.text, self.number, self.boolean, self.date_time, self.is_null)
        return [is_there(document, key)] if all(each is None for each in asked) else found
