"""Connections of which more than a page can be asked: numbers of the whole list, and its groups.

Made of one pattern for each kind of record; what differs is in `countable`.
"""

from datetime import datetime
from functools import partial
from types import new_class
from typing import Annotated, Any

import strawberry

from graphql_schema.counting import (
    ENDS,
    Counted,
    Grouped,
    GroupKey,
    OneGroup,
    aggregate_list,
    group_list,
    moment_of,
    number_of,
    open_group,
)
from graphql_schema.inputs.grouping import CURRENCY, CUSTOM, inputs_of
from graphql_schema.paging import Connection
from graphql_schema.patterned import Given, Info, made_field, made_type, many
from graphql_schema.types.countable import Countable
from graphql_schema.types.record import After, First
from graphql_schema.types.scalars import Amount
from models.counting.measures import COUNT, Act

WHOLE_LIST = 20  # rows that reading a whole list is worth, however long it is

_AGGREGATE = """Numbers of all {} in the list: of those that fulfil its filter, on whatever page they are.

Everything selected here is counted by one statement; with aliases one selection asks for several sums."""
_GROUP_BY = """All {} in the list told into groups, counted by one statement: those that fulfil its filter, on whatever
page they are."""
_IN_SEVERAL = " One with several tags, or in several campaigns, is in several groups."
_RECORDS = """The records of the group, in the list's order, a page at a time. One statement opens all groups that ask
for the same page."""
_ORDER = """What to order groups by, the first with the most weight; the largest first unless told. Nulls come last, and
keys break ties."""


def countable_connection(node: Any, kind: Countable, module: str) -> Any:
    """The connection of a kind of record, with `aggregate` and `groupBy`. It stands in `module` under its name."""
    inputs, nouns, name = inputs_of(kind), kind.nouns, f"{kind.name}Connection"

    async def numbers(self: Any, info: Info) -> Counted:
        return await aggregate_list(kind, self.whole, info)

    async def told_apart(
        self: Any, info: Info, fields: Any, having: Any = None, order_by: Any = None, first: int | None = None
    ) -> Grouped:
        return await group_list(kind, self.whole, info, fields, having or (), order_by or (), first)

    arguments: dict[str, Given] = {
        "fields": (many(inputs.by), ..., "What to tell them apart by: one to three fields."),
        "having": (many(inputs.having) | None, None, "What must hold of a group's numbers: all of it."),
        "order_by": (many(inputs.order) | None, None, _ORDER),
        "first": (int | None, None, "How many groups, the first in order; 50 unless told, 200 at most."),
    }
    aggregate = made_type(f"{kind.name}Aggregate", f"Numbers of {nouns}.", _number_fields(kind))
    lazy: Any = Annotated[name, strawberry.lazy(module)]
    body = {
        "aggregate": made_field(numbers, aggregate, _AGGREGATE.format(nouns), costs=WHOLE_LIST),
        "group_by": made_field(
            told_apart,
            _groups_type(kind, lazy),
            _GROUP_BY.format(nouns) + (_IN_SEVERAL if kind.entity else ""),
            arguments,
            costs=WHOLE_LIST,
        ),
    }
    made = new_class(name, (Connection[node],), {}, lambda names: names.update(body))
    return strawberry.type(made, name=name, description=f"One page of a list of {nouns}, and numbers of all of it.")


def _groups_type(kind: Countable, connection: Any) -> Any:
    group = made_type(
        f"{kind.name}Group",
        f"{kind.nouns.capitalize()} that have something in common.",
        {
            "keys": made_field(OneGroup.keys, many(GroupKey), "What they have in common, in the order asked for."),
            **_number_fields(kind),
            "records": made_field(
                open_group, connection, _RECORDS, {"first": (First, None, None), "after": (After, None, None)}
            ),
        },
    )
    return made_type(
        f"{kind.name}Groups",
        f"{kind.nouns.capitalize()} told into groups.",
        {
            "groups": made_field(lambda self: self.groups, many(group), "The groups, in order.", costs=1),
            "is_cut": made_field(lambda self: self.is_cut, bool, "Whether there are more groups than these."),
            "total_groups": made_field(
                lambda self: self.total, int, "How many groups there are. Counted only when it is asked for."
            ),
        },
    )


def _number_fields(kind: Countable) -> dict[str, Any]:
    """The fields that an aggregate and a group share."""
    fields = {
        "count": made_field(lambda self: self.numbers[COUNT], int, f"How many {kind.nouns} there are."),
        "count_distinct": made_field(
            partial(number_of, kind, Act.DISTINCT),
            int,
            "How many different values a field has; nothing is no value.",
            {"field": (kind.values.enum, ..., "The field.")},
        ),
    }
    if kind.numbers is not None:
        enum, given = kind.numbers.enum, Amount if kind.is_money else float
        arguments: dict[str, Given] = {"field": (enum, ..., "The field.")}
        if kind.entity:
            arguments = {"field": (enum | None, None, "The field."), "custom_field": (str | None, None, CUSTOM)}
        if kind.is_money:
            arguments["currency"] = (str | None, None, CURRENCY)
        for act, meaning in _MEANINGS.items():
            fields[act.value] = made_field(partial(number_of, kind, act), given | None, meaning, arguments)
    for name, act in ENDS.items():
        meaning = f"The {name} moment of a field; null where none has one."
        field: dict[str, Given] = {"field": (kind.moments.enum, ..., "The field.")}
        fields[name] = made_field(partial(moment_of, kind, act), datetime | None, meaning, field)
    return fields


_MEANINGS = {
    Act.SUM: "The sum of a field; null where no record has a value.",
    Act.AVG: "The average of a field over the records that have a value; null where none has.",
    Act.MIN: "The smallest value of a field; null where no record has one.",
    Act.MAX: "The largest value of a field; null where no record has one.",
}
