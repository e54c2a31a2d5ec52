"""Records in the order of a custom field: of what its values are of one type, by the index of a field that is promoted,
else by what is read from each record.

Texts are ordered in lower case, by their first characters alone: what an index can hold, and the same order either way.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Table, Text, func, select, type_coerce

from models.choosing import Ranked
from models.database.json_values import boolean_at, moment_at, number_at, text_at
from models.database.session import Session
from models.fields.mapping import Entity
from models.fields.promoted_value import LONGEST_TEXT
from models.fields.promoting import VALUE, in_letters, when_indexed


class CustomValueType(StrEnum):
    """What the values of a custom field are ordered as; a value of another type counts as none."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE_TIME = "dateTime"


@dataclass(frozen=True, eq=False, slots=True)
class ValueOrder:
    """What a custom field holds of one type, to order the records of a table by."""

    table: Table
    entity: Entity
    name: str
    type: CustomValueType

    @property
    def expression(self) -> ColumnElement[Any]:
        """The value as each record tells it; null where it is of another type, or missing."""
        document = type_coerce(self.table.c.custom_fields, Text)
        match self.type:
            case CustomValueType.NUMBER:
                return number_at(document, self.name)
            case CustomValueType.BOOLEAN:
                return boolean_at(document, self.name)
            case CustomValueType.DATE_TIME:
                return moment_at(document, self.name)
            case _:
                return in_letters(func.substr(text_at(document, self.name), 1, LONGEST_TEXT))

    async def ranked(self, session: Session) -> Ranked | None:
        """Where an index has the values in order; None where the field is not promoted, or was a moment ago."""
        ready = select(1).where(*when_indexed(self.entity, self.name))
        if (await session.exec(ready)).first() is None:  # type: ignore[call-overload]
            return None
        columns = {
            CustomValueType.NUMBER: VALUE.number,
            CustomValueType.BOOLEAN: VALUE.truth,
            CustomValueType.DATE_TIME: VALUE.moment,
        }
        value = columns.get(self.type, VALUE.letters)
        held = (
            VALUE.record_id == self.table.c.id,
            VALUE.entity == self.entity.value,
            VALUE.name == self.name,
            value.is_not(None),
        )
        return Ranked(
            value, VALUE.record_id, held, (~select(VALUE.record_id).where(*held).correlate(self.table).exists(),)
        )
