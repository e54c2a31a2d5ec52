"""By fields that somebody made up: their values are JSON of any type, and each operator asks of values of its own."""

from collections.abc import Callable
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, Text, and_, true, type_coerce

from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Conditions, operator
from graphql_schema.inputs.filters import DateTimeFilter, FloatFilter, TextFilter, ranged
from models.database.json_values import boolean_at, is_there, moment_at, number_at, text_at
from models.database.statements import is_among
from models.fields.cleaning import MAX_NAME, check_text
from models.fields.mapping import Entity
from models.fields.promoted_value import LONGEST_TEXT
from models.fields.promoting import VALUE, FoundByValue
from models.records import KINDS


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
        "zone, or `2024-01-15` for its first moment. The day `0001-01-01`, which programs write for none, is none."
    )
    is_null: bool | None = operator("Whether there is no value of any type, or null.")

    def on(self, entity: Entity) -> Conditions:
        name, key = "customFields", self.key
        check_text(name, key, MAX_NAME)
        table = KINDS[entity].table
        document = type_coerce(table.c.custom_fields, Text)
        found = self.text.on(name, text_at(document, key)) if self.text else []
        found += self.number.on(name, number_at(document, key)) if self.number else []
        found += self.date_time.on(name, moment_at(document, key)) if self.date_time else []
        found += [boolean_at(document, key).is_(self.boolean)] if self.boolean is not None else []
        if self.is_null is not None:
            found.append(~is_there(document, key) if self.is_null else is_there(document, key))
        asked = (self.text, self.number, self.boolean, self.date_time, self.is_null)
        if all(each is None for each in asked):
            found.append(is_there(document, key))
        return [FoundByValue(table, entity, key, and_(true(), *found), self._held())]

    def _held(self) -> Conditions:
        """What the row of a value fulfils that answers; nothing where a record without one may answer."""
        if self.is_null:
            return []
        found = _compared(VALUE.text, self.text, lambda text: text[:LONGEST_TEXT]) if self.text else []
        found += [*_compared(VALUE.number, self.number), *ranged(VALUE.number, self.number)] if self.number else []
        found += (
            [*_compared(VALUE.moment, self.date_time), *ranged(VALUE.moment, self.date_time)] if self.date_time else []
        )
        found += [VALUE.truth == self.boolean] if self.boolean is not None else []
        asked = (self.text, self.number, self.date_time)
        needed = self.is_null is False or all(each is None for each in asked)
        return found or ([true()] if needed else [])


def _compared(
    column: ColumnElement[Any], wanted: Any, stored: Callable[[Any], Any] = lambda value: value
) -> Conditions:
    """What `eq` and `in` ask, and that there is a value where part of a text is looked for; the rest may hold without one."""
    found: Conditions = []
    if wanted.eq is not None:
        found.append(column == stored(wanted.eq))
    if wanted.in_ is not None:
        found.append(is_among(column, [stored(each) for each in wanted.in_]))
    parts = (getattr(wanted, name, None) for name in ("contains", "starts_with", "ends_with"))
    if wanted.is_null is False or any(each is not None for each in parts):
        found.append(column.is_not(None))
    return found
