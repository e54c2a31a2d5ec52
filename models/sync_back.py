"""The values we hand back to Enginy: which, under which names, and where each comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Text, case, func, null, select, type_coerce

from models.base import table_of
from models.columns import iso_z
from models.configuration import CUSTOM_PREFIX, Configuration, SyncBackProperty
from models.deal import Deal, DealStatus
from models.exact_json import JsonValue, decode_json, json_text
from models.fields.mapping import DEAL_VALUE, LAST_ACTIVITY, Entity
from models.records import KINDS, is_blank


@dataclass(frozen=True, slots=True)
class SyncBack:
    """How to read the configured properties of an entity: the columns to select, and what makes a row of them an answer."""

    properties: tuple[str, ...]
    columns: tuple[ColumnElement[Any], ...]
    _readers: tuple[Callable[[Any, Any], JsonValue], ...]

    def values(self, row: Sequence[Any]) -> dict[str, JsonValue]:
        """The properties that are present, in the configured order; `row` holds the values of `columns`."""
        if row.count(None) == len(row):
            return {}
        custom = row[-1]
        fields = decode_json(custom) if custom else None
        answer = {}
        for name, read, value in zip(self.properties, self._readers, row, strict=False):
            present = read(value, fields)
            if not is_blank(present):
                answer[name] = present
        return answer


@lru_cache(maxsize=32)
def sync_back(entity: Entity, configuration: Configuration) -> SyncBack:
    properties = configuration.sync_back(entity)
    parts = [_source(entity, each, configuration) for each in properties]
    wanted = [name for _, _, name in parts if name is not None]
    return SyncBack(
        tuple(each.property for each in properties),
        (*(column for column, _, _ in parts), _custom_column(entity, wanted)),
        tuple(read for _, read, _ in parts),
    )


def _source(
    entity: Entity, each: SyncBackProperty, configuration: Configuration
) -> tuple[ColumnElement[Any], Callable[[Any, Any], JsonValue], str | None]:
    """The column, how to read it, and the custom field it needs besides."""
    c = KINDS[entity].table.c
    if each.field.startswith(CUSTOM_PREFIX):
        name = each.field.removeprefix(CUSTOM_PREFIX)
        return null(), lambda _, fields: _custom(fields, name), name
    if each.field == "last_activity_at":
        return c.last_activity_at, lambda at, fields: iso_z(at) if at else _custom(fields, LAST_ACTIVITY), LAST_ACTIVITY
    if each.field == "deal_value":
        value = deal_value(entity, configuration.base_currency)
        return value, lambda sum_, fields: money(sum_) if sum_ is not None else _custom(fields, DEAL_VALUE), DEAL_VALUE
    if each.field == "tags":
        return type_coerce(c.tags, Text), lambda tags, _: decode_json(tags) if tags else None, None
    if each.field == "lead_score":
        return c.lead_score, lambda score, _: plain_number(score), None
    return c[each.field], lambda value, _: value, None


def _custom(fields: Any, name: str) -> JsonValue:
    return fields.get(name) if fields else None


def _custom_column(entity: Entity, names: list[str]) -> ColumnElement[Any]:
    """The custom fields, fetched only where one of the wanted names can be among them: they may be large."""
    if not names:
        return null()
    text = type_coerce(KINDS[entity].table.c.custom_fields, Text)
    found = [text.contains(f"{json_text(name)}:", autoescape=True) for name in names]
    matches = found[0]
    for each in found[1:]:
        matches = matches | each
    return case((matches, text))


def deal_value(entity: Entity, currency: str) -> ColumnElement[Any]:
    """The sum of a record's open deals in the base currency, in hundredths; NULL where there is none."""
    deal = table_of(Deal).c
    record = KINDS[entity].table.c
    mine = deal.contact_id if entity is Entity.CONTACT else deal.company_id
    return (
        select(func.sum(deal.amount_hundredths))
        .where(mine == record.id, deal.status == DealStatus.OPEN.value)
        .where(deal.currency == currency, deal.deleted_at.is_(None))
        .scalar_subquery()
    )


def money(hundredths: int | Decimal) -> JsonValue:
    return plain_number(float(Decimal(int(hundredths)) / 100))


def plain_number(value: float | None) -> JsonValue:
    """85 rather than 85.0: the number as a person and Enginy write it."""
    return int(value) if value is not None and value.is_integer() and abs(value) < 2**53 else value
