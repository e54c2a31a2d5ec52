"""Ordering by fields that somebody made up: what they hold of one type."""

import strawberry

from graphql_schema.described import input_type
from graphql_schema.keyset import Term
from graphql_schema.types.enums import describe
from models.fields.cleaning import MAX_NAME, check_text
from models.fields.mapping import Entity
from models.fields.ordering import CustomValueType, ValueOrder
from models.records import KINDS

MOST_CUSTOM = (
    5  # of one order: each of them is read from every record of the list, unless it is promoted and comes first
)

CUSTOM = (
    "A custom field to order by. The first thing of an order is quick where it is a field that is promoted (see "
    "`updateCustomField`), by an index; any other is read from each record of the list, which in a long one takes a while, "
    "and ends with an error where it takes longer than a statement may."
)

describe(
    CustomValueType,
    "What the values of a custom field are ordered as. A value of another type counts as none, as in filters; lists have no "
    "order.",
    TEXT="Texts by their letters, whatever their case, the first 200 of them.",
    NUMBER="Numbers by their size; a text of digits is none.",
    BOOLEAN='What is false before what is true; the texts "true" and "false" are neither.',
    DATE_TIME="The moments that texts mean in ISO 8601, as in filters.",
)


@input_type
class CustomFieldOrder:
    """A custom field to order by."""

    key: str = strawberry.field(description="The custom field's name, as it was sent.")
    type: CustomValueType = strawberry.field(
        default=CustomValueType.TEXT, description="What its values are ordered as."
    )

    def term(self, entity: Entity, *, descending: bool, nulls_first: bool) -> Term:
        """Raises InvalidInput for a name that no field has."""
        check_text("customField", self.key, MAX_NAME)
        values = ValueOrder(KINDS[entity].table, entity, self.key, self.type)
        name = f"customFields.{self.type.value}.{self.key}"
        return Term(name, values.expression, descending, True, nulls_first, values.ranked, is_read=True)
