"""Connections of which more than a page can be asked: numbers of the whole list, and its groups.

Made of one pattern for each kind of record; what differs is in `countable`.
"""

import inspect
import math
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from types import new_class
from typing import Annotated, Any

import strawberry
from sqlalchemy import select, union

import models
from graphql_schema.aggregating import Groups, Numbers, load_group_page, load_groups, load_numbers
from graphql_schema.context import Context
from graphql_schema.described import object_type
from graphql_schema.inputs.grouping import CURRENCY, CUSTOM, bounds_of, inputs_of, keys_of, measure_of, orderings_of
from graphql_schema.loaders import Whole, batched, configuration_of, fetch
from graphql_schema.paging import DEFAULT_PAGE, Connection, Page
from graphql_schema.rows import COSTS
from graphql_schema.selecting import Selected
from graphql_schema.types.countable import Countable
from graphql_schema.types.record import After, First, Info
from graphql_schema.types.scalars import Amount
from models.base import table_of
from models.counting.statements import COUNT, Act, Group, Grouping, Key, Measure
from models.database.statements import is_any
from models.errors import InvalidInput
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.money import in_units

WHOLE_LIST = 20  # rows that reading a whole list is worth, however long it is
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
        self.total_groups = found.total


def countable_connection(node: Any, kind: Countable, module: str) -> Any:
    """The connection of a kind of record, with `aggregate` and `groupBy`. It stands in `module` under its name."""
    inputs = inputs_of(kind)
    name, nouns = kind.name, kind.nouns
    connection = f"{name}Connection"
    lazy = Annotated[connection, strawberry.lazy(module)]
    aggregate = _type(f"{name}Aggregate", f"Numbers of {nouns}.", _numbers_of(kind))
    group = _type(
        f"{name}Group",
        f"{nouns.capitalize()} that have something in common.",
        {"keys": _field(OneGroup.keys, list[GroupKey], "What they have in common, in the order asked for.")}
        | _numbers_of(kind)
        | {"records": _field(_open, lazy, _RECORDS, first=(First, None, None), after=(After, None, None))},
    )
    groups = _type(
        f"{name}Groups",
        f"{nouns.capitalize()} told into groups.",
        {
            "groups": _field(lambda self: self.groups, list[group], "The groups, in order.", costs=1),
            "is_cut": _field(lambda self: self.is_cut, bool, "Whether there are more groups than these."),
            "total_groups": _field(
                lambda self: self.total_groups, int, "How many groups there are. Counted only when it is asked for."
            ),
        },
    )

    async def numbers(self: Any, info: Info) -> Counted:
        return await _aggregate(kind, self.whole, info)

    async def told_apart(
        self: Any, info: Info, fields: Any, having: Any = None, order_by: Any = None, first: int | None = None
    ) -> Grouped:
        return await _group(kind, self.whole, info, fields, having or (), order_by or (), first)

    body = {
        "aggregate": _field(numbers, aggregate, _AGGREGATE.format(nouns), costs=WHOLE_LIST),
        "group_by": _field(
            told_apart,
            groups,
            _GROUP_BY.format(nouns),
            costs=WHOLE_LIST,
            fields=(list[inputs.by], ..., "What to tell them apart by: one to three fields."),
            having=(list[inputs.having] | None, None, "What must hold of a group's numbers: all of it."),
            order_by=(
                list[inputs.order] | None,
                None,
                "What to order groups by, the first with the most weight; the largest first unless told. "
                "Nulls come last, and keys break ties.",
            ),
            first=(int | None, None, "How many groups, the first in order; 50 unless told, 200 at most."),
        ),
    }
    made = new_class(connection, (Connection[node],), {}, lambda names: names.update(body))
    return strawberry.type(made, name=connection, description=f"One page of a list of {nouns}, and numbers of all of it.")


_AGGREGATE = """Numbers of all {} in the list: of those that fulfil its filter, on whatever page they are.

Everything selected here is counted by one statement; with aliases one selection asks for several sums."""
_GROUP_BY = """All {} in the list told into groups, counted by one statement: those that fulfil its filter, on whatever
page they are. One with several tags, or in several campaigns, is in several groups."""
_RECORDS = """The records of the group, in the list's order, a page at a time. One statement opens all groups that ask
for the same page."""


def _numbers_of(kind: Countable) -> dict[str, Any]:
    """The fields that `aggregate` and groups share."""
    custom = {"custom_field": (str | None, None, CUSTOM)} if kind.entity else {}

    def one_of(enum: Any) -> dict[str, Any]:
        return {"field": (enum | None if custom else enum, None if custom else ..., "The field."), **custom}

    money = {"currency": (str | None, None, CURRENCY)} if kind.is_money else {}
    fields = {
        "count": _field(lambda self: self.numbers[COUNT], int, f"How many {kind.nouns} there are."),
        "count_distinct": _field(
            partial(_read, kind, Act.DISTINCT),
            int,
            "How many different values a field has; nothing is no value.",
            field=(kind.values.enum, ..., "The field."),
        ),
    }
    if kind.numbers is not None:
        for act, meaning in _MEANINGS.items():
            given = Amount | None if kind.is_money else float | None
            fields[act.value] = _field(partial(_read, kind, act), given, meaning, **one_of(kind.numbers.enum), **money)
    for name, act in _TIMES.items():
        fields[name] = _field(
            partial(_read_moment, kind, act),
            datetime | None,
            f"The {name} moment of a field; null where none has one.",
            field=(kind.moments.enum, ..., "The field."),
        )
    return fields


_MEANINGS = {
    Act.SUM: "The sum of a field; null where no record has a value.",
    Act.AVG: "The average of a field over the records that have a value; null where none has.",
    Act.MIN: "The smallest value of a field; null where no record has one.",
    Act.MAX: "The largest value of a field; null where no record has one.",
}
_TIMES = {"earliest": Act.MIN, "latest": Act.MAX}
_ACTS = {"count_distinct": Act.DISTINCT, **{act.value: act for act in _MEANINGS}}


def _read(kind: Countable, act: Act, self: Counted, **arguments: Any) -> Any:
    number = self.numbers[_measure(kind, act, self.currency, arguments)]
    if number is None or act is Act.DISTINCT:
        return number
    if kind.is_money:
        return in_units(round(number))
    if not math.isfinite(float(number)):
        raise InvalidInput(f"The {act} is larger than any number that can be told", field="field")
    return float(number)


def _read_moment(kind: Countable, act: Act, self: Counted, field: Any) -> datetime | None:
    found: datetime | None = self.numbers[_moment(kind, act, field)]
    return found


def _measure(kind: Countable, act: Act, currency: str | None, arguments: dict[str, Any]) -> Measure:
    own = arguments.get("currency") or currency if act is not Act.DISTINCT else None
    return measure_of(kind, act, arguments.get("field"), arguments.get("custom_field"), own)


def _moment(kind: Countable, act: Act, field: Any) -> Measure:
    return Measure(act, kind.moments.places[field])


def _measures(kind: Countable, selected: Iterable[tuple[str, dict[str, Any]]], currency: str | None) -> list[Measure]:
    """The numbers that a document selects."""
    found = []
    for name, arguments in selected:
        if name == "count":
            found.append(COUNT)
        elif name in _ACTS:
            found.append(_measure(kind, _ACTS[name], currency, arguments))
        elif name in _TIMES:
            found.append(_moment(kind, _TIMES[name], **arguments))
    return found


async def _aggregate(kind: Countable, whole: Whole, info: Info) -> Counted:
    selected = list(Selected.below(info).fields())
    currency = await _currency(kind, info.context)
    measures = _measures(kind, selected, currency)
    await _check_custom(kind, info.context, [each.custom for each in measures])
    return Counted(await load_numbers(info.context, whole, measures), currency)


async def _group(
    kind: Countable, whole: Whole, info: Info, fields: Any, having: Any, order_by: Any, first: int | None
) -> Grouped:
    ctx = info.context
    most = _most(first)
    keys = keys_of(kind, fields)
    by_currency = any(key.place is not None and key.place.column == "currency" for key in keys)
    currency = None if by_currency else await _currency(kind, ctx)
    selected = Selected.below(info)
    bounds, order = bounds_of(kind, having, currency), orderings_of(kind, order_by, currency)
    measures = tuple(_measures(kind, selected.into("groups").fields(), currency))
    total = any(name == "total_groups" for name, _ in selected.fields())
    grouping = Grouping(keys, measures, bounds, order, most, total)
    await _check_custom(kind, ctx, [each.custom for each in (*keys, *grouping.counted)])
    return Grouped(await load_groups(ctx, whole, grouping), keys, currency)


async def _open(self: OneGroup, info: Info, first: int | None = None, after: str | None = None) -> Connection[Any]:
    page = Page.of(first, after, None, None, at_most=info.context.limits.page)
    return await load_group_page(info.context, self.groups, self.group, page)


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
    found = await fetch(
        ctx,
        union(
            *(
                select(c.name).where(c.entity == entity.value, is_any(c.name, "names", wanted))
                for c in (_DEFINITION, _SETTING)
            )
        ),
    )
    known = {name for (name,) in found}
    return [each in known for each in names]


def _type(name: str, description: str, fields: dict[str, Any]) -> Any:
    return strawberry.type(type(name, (), fields), description=description)


def _field(
    act: Callable[..., Any], returns: Any, description: str, *, costs: int = 0, **arguments: tuple[Any, Any, str | None]
) -> Any:
    """A field that `act` gives. `arguments` are type, default (`...` where it is required) and meaning."""
    takes_info = "info" in inspect.signature(act).parameters

    def resolve(self: Any, **given: Any) -> Any:
        return act(self, **given) if not isinstance(act, partial) else act.func(*act.args, self, **given)

    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    parameters += [inspect.Parameter("info", keyword, annotation=Info)] if takes_info else []
    for name, (type_, default, meaning) in arguments.items():
        told = Annotated[type_, strawberry.argument(description=meaning)] if meaning is not None else type_
        empty = inspect.Parameter.empty
        parameters.append(
            inspect.Parameter(name, keyword, default=empty if default is ... else default, annotation=told)
        )
    resolve.__signature__ = inspect.Signature(parameters, return_annotation=returns)  # type: ignore[attr-defined]
    resolve.__annotations__ = {each.name: each.annotation for each in parameters[1:]} | {"return": returns}
    return strawberry.field(resolver=resolve, description=description, metadata={COSTS: costs})
