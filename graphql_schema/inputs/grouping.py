"""How a list is told into groups, and which of its numbers are wanted: inputs made for each kind of record.

The kinds differ in their enums alone, so their inputs are made of one pattern.
"""

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from graphql_schema.inputs.order_fields import Direction
from graphql_schema.patterned import made_input
from graphql_schema.types.countable import Countable
from graphql_schema.types.enums import describe
from models.counting.keys import Key
from models.counting.measures import COUNT, Act, Measure
from models.counting.statements import Bound, Ordering
from models.database.local_days import DateBucket
from models.engagement.numbers.calendar import find_zone
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.money import checked_currency

MOST_KEYS = 3
MOST_BOUNDS = 10  # of `having`, and of `orderBy`
_COMPARISONS = {"eq": operator.eq, "gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le}


class GroupNumber(StrEnum):
    """A number of a group that it can be chosen by."""

    COUNT = Act.COUNT
    SUM = Act.SUM
    AVG = Act.AVG
    MIN = Act.MIN
    MAX = Act.MAX


class GroupOrderField(StrEnum):
    """What groups can be ordered by, where nothing can be added up."""

    COUNT = Act.COUNT
    KEY = "key"


class GroupNumberOrderField(StrEnum):
    """What groups can be ordered by."""

    COUNT = Act.COUNT
    KEY = "key"
    SUM = Act.SUM
    AVG = Act.AVG
    MIN = Act.MIN
    MAX = Act.MAX


_NUMBERS = {
    "SUM": "The sum of a field.",
    "AVG": "The average of a field.",
    "MIN": "The smallest value of a field.",
    "MAX": "The largest value of a field.",
}
_SIZE = {"COUNT": "How many there are."}
_KEY = {
    "KEY": "The keys: moments by time, owners and companies by name, stages by their order, other texts by letters."
}
describe(GroupNumber, "A number of a group that it can be chosen by.", **_SIZE, **_NUMBERS)
describe(GroupOrderField, "What groups can be ordered by.", **_SIZE, **_KEY)
describe(GroupNumberOrderField, "What groups with numbers can be ordered by.", **_SIZE, **_KEY, **_NUMBERS)
describe(
    DateBucket,
    "How long a bucket of time is, by the calendar of a time zone.",
    DAY="From midnight to midnight.",
    WEEK="From Monday to Sunday.",
    MONTH="From the first day to the last.",
    QUARTER="Three months, from January, April, July or October on.",
    YEAR="From the first of January to the end of December.",
)

CUSTOM = "A custom field by its name, instead of a field."
CURRENCY = (
    "In which currency: deals in others do not count. Unless told, each group's own where groups are told apart by "
    "`CURRENCY`, and else the base currency of the configuration. Amounts of different currencies are never added up."
)


@dataclass(frozen=True, eq=False, slots=True)
class Inputs:
    """The inputs of one kind of record."""

    by: Any
    having: Any
    order: Any


def inputs_of(kind: Countable) -> Inputs:
    name, nouns = kind.name, kind.nouns
    custom = {"custom_field": (str | None, None, CUSTOM)} if kind.entity else {}
    by = made_input(
        f"{name}GroupBy",
        f"What {nouns} are told apart by: a field{' or a custom field' if custom else ''}.",
        field=(kind.groups.enum | None if custom else kind.groups.enum, None if custom else ..., "The field."),
        **custom,
        bucket=(DateBucket | None, None, "How long buckets of time are, for a moment or a date; a month unless told."),
        time_zone=(
            str | None,
            None,
            "Whose calendar counts, by its name in the IANA database, such as `Europe/Madrid`; for a moment, UTC unless told.",
        ),
    )
    number: dict[str, Any] = {}
    if kind.numbers is not None:
        number = {"field": (kind.numbers.enum | None, None, "Whose sum, average, smallest or largest value."), **custom}
        number |= {"currency": (str | None, None, CURRENCY)} if kind.is_money else {}
    compared = {
        "eq": (float | None, None, "Exactly this."),
        "gt": (float | None, None, "More than this."),
        "gte": (float | None, None, "This at least."),
        "lt": (float | None, None, "Less than this."),
        "lte": (float | None, None, "This at most."),
    }
    of = {"of": (GroupNumber, GroupNumber.COUNT, "Which number; how many there are unless told.")} if number else {}
    having = made_input(
        f"{name}GroupHaving",
        "A number that a group must have." if number else "How many a group must have.",
        **of,
        **number,
        **compared,
    )
    order_by = GroupNumberOrderField if number else GroupOrderField
    order = made_input(
        f"{name}GroupOrder",
        "One thing to order groups by.",
        by=(order_by, ..., "What to order by."),
        **number,
        direction=(Direction, Direction.ASC, "Which end comes first."),
    )
    return Inputs(by, having, order)


def keys_of(kind: Countable, given: Sequence[Any]) -> tuple[Key, ...]:
    """The keys asked for. Raises InvalidInput naming what is wrong with them."""
    if not 1 <= len(given) <= MOST_KEYS:
        raise InvalidInput(f"fields names 1 to {MOST_KEYS} fields; it names {len(given)}", field="fields")
    keys = tuple(_key(kind, each) for each in given)
    if len({key.name for key in keys}) < len(keys):
        raise InvalidInput("fields names a field twice", field="fields")
    return keys


def _key(kind: Countable, given: Any) -> Key:
    field, custom = _one_of(given.field, getattr(given, "custom_field", None))
    if field is None:
        if given.bucket is not None or given.time_zone is not None:
            raise InvalidInput("bucket and timeZone are for moments; a custom field is none", field="bucket")
        return Key(str(custom), custom=custom)
    place = kind.groups.places[field]
    is_moment, is_day = place.is_moment(kind.table), place.is_day(kind.table)
    if given.bucket is not None and not (is_moment or is_day):
        raise InvalidInput(f"bucket is for moments and dates; {field.name} is neither", field="bucket")
    if given.time_zone is not None and not is_moment:
        raise InvalidInput(f"timeZone is for moments; {field.name} is none", field="timeZone")
    if not (is_moment or is_day):
        return Key(field.name, place)
    zone = find_zone(given.time_zone or "UTC") if is_moment else None
    return Key(field.name, place, bucket=given.bucket or DateBucket.MONTH, zone=zone)


def measure_of(
    kind: Countable, act: Act, field: Any = None, custom_field: str | None = None, currency: str | None = None
) -> Measure:
    """A number of records. Raises InvalidInput naming what is wrong with it."""
    if act is Act.COUNT:
        if field is not None or custom_field is not None:
            raise InvalidInput("COUNT counts records; it takes no field", field="field")
        return COUNT
    field, custom = _one_of(field, custom_field)
    if field is None:
        return Measure(act, custom=custom)
    places = kind.numbers if act is not Act.DISTINCT else kind.values
    assert places is not None
    return Measure(act, places.places[field], currency=checked_currency("currency", currency) if currency else None)


def bounds_of(kind: Countable, given: Sequence[Any], currency: str | None) -> tuple[Bound, ...]:
    """What `having` asks of groups."""
    _check_length("having", given)
    bounds = []
    for each in given:
        measure = _measure_of_input(kind, Act(getattr(each, "of", Act.COUNT)), each, currency)
        for name, compare in _COMPARISONS.items():
            if (number := getattr(each, name)) is not None:
                if not math.isfinite(number):
                    raise InvalidInput(f"{name} must be a number", field=name)
                is_money = kind.is_money and measure is not COUNT
                bounds.append(Bound(measure, compare, float(Decimal(str(number)) * 100) if is_money else number))
    return tuple(bounds)


def orderings_of(kind: Countable, given: Sequence[Any], currency: str | None) -> tuple[Ordering, ...]:
    """What groups are ordered by; the largest first where nothing is told."""
    _check_length("orderBy", given)
    orderings = []
    for each in given:
        act = each.by.value
        if act == "key" and (getattr(each, "field", None) or getattr(each, "custom_field", None)):
            raise InvalidInput("KEY orders by the keys; it takes no field", field="field")
        measure = None if act == "key" else _measure_of_input(kind, Act(act), each, currency)
        orderings.append(Ordering(measure, each.direction is Direction.DESC))
    return tuple(orderings) or (Ordering(COUNT, descending=True),)


def _measure_of_input(kind: Countable, act: Act, given: Any, currency: str | None) -> Measure:
    field, custom = getattr(given, "field", None), getattr(given, "custom_field", None)
    own = (getattr(given, "currency", None) or currency) if kind.is_money and act is not Act.COUNT else None
    return measure_of(kind, act, field, custom, own)


def _check_length(name: str, given: Sequence[Any]) -> None:
    if len(given) > MOST_BOUNDS:
        raise InvalidInput(f"{name} holds at most {MOST_BOUNDS} entries; it holds {len(given)}", field=name)


def _one_of(field: Any, custom: str | None) -> tuple[Any, str | None]:
    if (field is None) is (custom is None):
        raise InvalidInput("Name either a field or a customField", field="field")
    if custom is not None:
        check_text("customField", custom, MAX_NAME)
    return field, custom
