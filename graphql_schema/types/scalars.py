"""Scalars whose values must survive exactly: JSON of any kind, and moments in UTC."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NewType

import msgspec
import strawberry
from graphql import GraphQLError, ListValueNode, NullValueNode, ObjectValueNode, ValueNode, VariableNode
from graphql.language import BooleanValueNode, FloatValueNode, IntValueNode, StringValueNode
from strawberry.types.scalar import ScalarDefinition

from models.columns import iso_z
from models.errors import InvalidInput
from models.exact_json import JsonValue, decode_json, exact_number
from models.moments import parse_moment

if TYPE_CHECKING:
    JSON = JsonValue
    Amount = Decimal
else:
    JSON = NewType("JSON", object)
    Amount = NewType("Amount", Decimal)


def json_from_literal(node: ValueNode, variables: Mapping[str, Any] | None = None) -> JsonValue:
    """The JSON value a GraphQL literal spells: whole numbers stay whole, however large; decimals keep their digits."""
    match node:
        case NullValueNode():
            return None
        case StringValueNode(value=text):
            return text
        case BooleanValueNode(value=truth):
            return truth
        case IntValueNode(value=digits) | FloatValueNode(value=digits):
            return _number(node, digits)
        case ListValueNode(values=nodes):
            return [json_from_literal(each, variables) for each in nodes]
        case ObjectValueNode(fields=fields):
            return {each.name.value: json_from_literal(each.value, variables) for each in fields}
        case VariableNode(name=name):  # while a document is validated there are no variables yet
            value: JsonValue = (variables or {}).get(name.value)
            return value
        case _:
            raise GraphQLError("JSON text must stand in quotes", node)


def _number(node: ValueNode, digits: str) -> JsonValue:
    try:
        number: JsonValue = decode_json(digits)
    except (msgspec.DecodeError, ValueError):
        raise GraphQLError("JSON here cannot hold a number of that size", node) from None
    return number


def _plain(value: Any) -> Any:
    return decode_json(value) if isinstance(value, msgspec.Raw) else value


def _moment(value: object) -> datetime | None:
    try:
        return parse_moment("DateTime", value)
    except InvalidInput as problem:
        raise GraphQLError(problem.message) from None


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value) if isinstance(value, str) else "")
    except ValueError:
        raise GraphQLError('A date is text such as "2024-01-15"') from None


def _amount(value: object) -> Decimal:
    """The amount that a decimal text or a number spells, digit by digit."""
    if isinstance(value, (str, int, float, Decimal)) and not isinstance(value, bool):
        try:
            amount = Decimal(str(value).strip())
        except InvalidOperation:
            pass
        else:
            if amount.is_finite():
                return amount
    raise GraphQLError('An amount is a number, or decimal text such as "1250.50"')


def _amount_from_literal(node: ValueNode, _: Mapping[str, Any] | None = None) -> Decimal:
    return _amount(node.value if isinstance(node, (StringValueNode, IntValueNode, FloatValueNode)) else None)


SCALARS: Mapping[object, ScalarDefinition] = {
    JSON: strawberry.scalar(
        name="JSON",
        description=(
            "Any JSON value: text, number, boolean, list, object or null. Large whole numbers and long decimals come "
            "back digit by digit as they were stored."
        ),
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
        serialize=_plain,
        parse_value=lambda value: value,
        parse_literal=json_from_literal,
    ),
    Amount: strawberry.scalar(
        name="Amount",
        description=(
            "An amount of money in units of its currency, with two decimals at most. Given as a number; taken as a "
            'number or, safe from every rounding, as decimal text such as `"1250.50"`.'
        ),
        serialize=lambda value: exact_number(f"{value:f}"),
        parse_value=_amount,
        parse_literal=_amount_from_literal,
    ),
    date: strawberry.scalar(
        name="Date",
        description="A day of the calendar as ISO 8601 text, such as `2024-01-15`; it is of no time zone.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=date.isoformat,
        parse_value=_day,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description=(
            "A moment in UTC as ISO 8601 text, such as `2024-01-15T10:00:00Z`. As input another zone is converted, a "
            "text without a zone is UTC, and a date alone is its first moment."
        ),
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=iso_z,
        parse_value=_moment,
    ),
}
