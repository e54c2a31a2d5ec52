"""`aggregate` and `groupBy` at work: what a document selects of them becomes measures, and the answer what it selected."""

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import strawberry
from sqlalchemy import select, union

import models
from graphql_schema.aggregating import Groups, Numbers, load_group_page, load_groups, load_numbers
from graphql_schema.context import Context
from graphql_schema.described import object_type
from graphql_schema.inputs.grouping import bounds_of, keys_of, measure_of, orderings_of
from graphql_schema.loaders import Whole, batched, configuration_of, fetch
from graphql_schema.paging import DEFAULT_PAGE, Connection, Page
from graphql_schema.patterned import Info
from graphql_schema.selecting import Selected
from graphql_schema.types.countable import Countable
from models.base import table_of
from models.counting.keys import Key
from models.counting.measures import COUNT, Act, Measure
from models.counting.statements import Group, Grouping
from models.database.statements import is_any
from models.errors import InvalidInput
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.money import in_units

MOST_GROUPS = 200

_DEFINITION = table_of(models.CustomFieldDefinition).c
_SETTING = table_of(models.CustomFieldSetting).c


@object_type
class GroupKey:
    """Something that the records of a group have in common."""

    field: str = strawberry.field(
        description="What was grouped by: the field, such as `OWNER`, or the custom field's name."
    )
    value: str | None = strawberry.field(
        description="Its value: an id, a text, or the first day of a bucket of time; null for those that have none."
    )
    label: str = strawberry.field(
        description="What people call it, such as the owner's name or `2025-04`; `none` for those that have none."
    )


class Counted:
    """Numbers of some records; `currency` is that of money for which none is told."""

    def __init__(self, numbers: Numbers, currency: str | None) -> None:
        self.numbers = numbers
        self.currency = currency


class OneGroup(Counted):
    """The numbers of a group, and what it takes to open it."""

    def __init__(self, group: Group, groups: Groups, keys: tuple[Key, ...], currency: str | None) -> None:
        super().__init__(group.numbers, currency)
        self.group = group
        self.groups = groups
        self.grouped_by = keys

    def keys(self) -> list[GroupKey]:
        return [
            GroupKey(field=key.name, value=key.told(value), label=key.label(value, name))
            for key, value, name in zip(self.grouped_by, self.group.values, self.group.names, strict=True)
        ]


class Grouped:
    """The groups of a list, as the schema tells them."""

    def __init__(self, found: Groups, keys: tuple[Key, ...], currency: str | None) -> None:
        self.groups = [OneGroup(group, found, keys, currency) for group in found.groups]
        self.is_cut = found.is_cut
        self.total = found.total


ENDS = {"earliest": Act.MIN, "latest": Act.MAX}
_ACTS = {"count_distinct": Act.DISTINCT, **{act.value: act for act in (Act.SUM, Act.AVG, Act.MIN, Act.MAX)}}


async def aggregate_list(kind: Countable, whole: Whole, info: Info) -> Counted:
    """The numbers of a whole list that a document selects."""
    currency = await _currency(kind, info.context)
    measures = _measures(kind, Selected.below(info).fields(), currency)
    await _check_custom(kind, info.context, [each.custom for each in measures])
    return Counted(await load_numbers(info.context, whole, measures), currency)


async def group_list(
    kind: Countable,
    whole: Whole,
    info: Info,
    fields: Sequence[Any],
    having: Sequence[Any],
    order_by: Sequence[Any],
    first: int | None,
) -> Grouped:
    """The groups of a whole list, with the numbers that a document selects. Raises InvalidInput naming what is wrong."""
    ctx = info.context
    most = _most(first)
    keys = keys_of(kind, fields)
    by_currency = any(key.place is not None and key.place.column == "currency" for key in keys)
    currency = None if by_currency else await _currency(kind, ctx)
    selected = Selected.below(info)
    grouping = Grouping(
        keys,
        tuple(_measures(kind, selected.into("groups").fields(), currency)),
        bounds_of(kind, having, currency),
        orderings_of(kind, order_by, currency),
        most,
        total=any(name == "total_groups" for name, _ in selected.fields()),
    )
    named = [*(key.custom for key in keys), *(measure.custom for measure in grouping.counted)]
    await _check_custom(kind, ctx, named)
    return Grouped(await load_groups(ctx, whole, grouping), keys, currency)


async def open_group(self: OneGroup, info: Info, first: int | None = None, after: str | None = None) -> Connection[Any]:
    """A page of a group's records."""
    page = Page.of(first, after, None, None, at_most=info.context.limits.page)
    return load_group_page(info.context, self.groups, self.group, page)


def number_of(kind: Countable, act: Act, self: Counted, **arguments: Any) -> Any:
    """A number that was selected. Raises InvalidInput for a sum that no program could read."""
    number = self.numbers[_measure(kind, act, self.currency, arguments)]
    if number is None or act is Act.DISTINCT:
        return number
    if kind.is_money:
        return in_units(round(number))
    if not math.isfinite(float(number)):
        raise InvalidInput(f"The {act} is larger than any number that can be told", field="field")
    return float(number)


def moment_of(kind: Countable, act: Act, self: Counted, field: Any) -> datetime | None:
    """A moment that was selected."""
    found: datetime | None = self.numbers[Measure(act, kind.moments.places[field])]
    return found


def _measures(kind: Countable, selected: Iterable[tuple[str, dict[str, Any]]], currency: str | None) -> list[Measure]:
    found = []
    for name, arguments in selected:
        if name == "count":
            found.append(COUNT)
        elif name in _ACTS:
            found.append(_measure(kind, _ACTS[name], currency, arguments))
        elif name in ENDS:
            found.append(Measure(ENDS[name], kind.moments.places[arguments["field"]]))
    return found


def _measure(kind: Countable, act: Act, currency: str | None, arguments: dict[str, Any]) -> Measure:
    own = arguments.get("currency") or currency if act is not Act.DISTINCT else None
    return measure_of(kind, act, arguments.get("field"), arguments.get("custom_field"), own)


def _most(first: int | None) -> int:
    if first is None:
        return DEFAULT_PAGE
    if not 1 <= first <= MOST_GROUPS:
        raise InvalidInput(f"`first` is from 1 to {MOST_GROUPS} groups; it is {first:,}", field="first")
    return first


async def _currency(kind: Countable, ctx: Context) -> str | None:
    """What money is counted in where nothing is told."""
    return (await configuration_of(ctx)).base_currency if kind.is_money else None


async def _check_custom(kind: Countable, ctx: Context, names: Iterable[str | None]) -> None:
    """Raises InvalidInput for a custom field that nobody ever sent or defined."""
    for name in dict.fromkeys(each for each in names if each is not None):
        assert kind.entity is not None
        known = batched(ctx, ("custom fields", kind.entity), partial(_known, ctx, kind.entity))
        if not await known.load(name):
            raise InvalidInput(f"There is no custom field {name!r} of {kind.nouns}", field="customField")


async def _known(ctx: Context, entity: Entity, names: list[str]) -> list[bool]:
    wanted = [each for each in names if is_storable(each)]
    told = [
        select(c.name).where(c.entity == entity.value, is_any(c.name, "names", wanted)) for c in (_DEFINITION, _SETTING)
    ]
    found = {name for (name,) in await fetch(ctx, union(*told))}
    return [each in found for each in names]
