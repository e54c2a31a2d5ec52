"""Keeping the values of promoted fields in step: whoever writes custom fields tells it in the same transaction. A field that
is promoted is filled in from what is stored, a slice at a time, and found by its values once that is done.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    type_coerce,
    update,
)

from models.base import table_of
from models.choosing import Choosing, are_few
from models.columns import Token
from models.database.engine import Database
from models.database.json_values import boolean_at, is_there, moment_at, number_at, text_at
from models.database.session import Session
from models.database.statements import is_any, is_one_of
from models.fields.mapping import Entity
from models.fields.promoted_value import LONGEST_TEXT, PromotedValue
from models.fields.setting import CustomFieldSetting
from models.pacing import slices

SLICE = 1_000  # records of one transaction
ROOM = "promoted"  # held while custom fields are written, so that a field is promoted between two writes

_VALUE, _SETTING = table_of(PromotedValue), table_of(CustomFieldSetting)
_IS_PROMOTED = _SETTING.c.is_promoted.is_(True) & _SETTING.c.is_hidden.is_(False)
VALUE = _VALUE.c


class FoundByValue(Choosing):
    """True of records whose custom field is as it is asked for. `held` is what the value's row fulfils then; nothing where
    a record without a value may answer.
    """

    inherit_cache = True

    def __init__(
        self, table: Table, entity: Entity, name: str, asked: ColumnElement[bool], held: Sequence[ColumnElement[bool]]
    ) -> None:
        super().__init__(table.c.id, asked)
        self._ready = when_indexed(entity, name)
        self._held = (VALUE.entity == entity.value, VALUE.name == name, *held) if held else ()

    async def soonest(self, session: Session, *, whole: bool) -> ColumnElement[bool]:
        ids = await self.holders(session)
        if ids is None or not (whole or await are_few(session, ids)):
            return self
        return and_(self.own_id.in_(ids), self)

    async def holders(self, session: Session) -> Select[Any] | None:
        if not self._held or (await session.exec(select(1).where(*self._ready))).first() is None:  # type: ignore[call-overload]
            return None
        return select(VALUE.record_id).where(*self._held)

    def among(self, holders: Select[Any]) -> ColumnElement[bool]:
        return and_(is_one_of(self.own_id, holders), self)


def when_indexed(entity: Entity, name: str) -> tuple[ColumnElement[bool], ...]:
    """What the setting of a field fulfils that is found by its values."""
    return _SETTING.c.entity == entity.value, _SETTING.c.name == name, _SETTING.c.is_indexed.is_(True)


async def keep_values(session: Session, entity: Entity, table: Table, record_ids: Iterable[str]) -> None:
    """Bring what stands here of these records in step with their custom fields as they are stored now."""
    await session.lock([entity], room=ROOM, shared=True)
    names = [name for (name,) in await session.rows(_promoted(entity))]
    if names:
        async for ids in slices(sorted(record_ids), 2_000):
            await _renew(session, entity, table, names, ids)


async def hold_promotions(session: Session, entity: Entity) -> None:
    """Wait for those who write custom fields, and let nobody write any until the transaction ends."""
    await session.lock([entity], room=ROOM)


async def settle_values(db: Database, entity: Entity, table: Table, name: str) -> bool:
    """Fill in the values of a field that was promoted, or take away those of one that is not any more; whether anything had
    to be filled in. Can be repeated, and goes on beside those who write.
    """
    async with db.read() as session:
        setting = await session.get(CustomFieldSetting, (entity.value, name))
    if setting is None or not setting.is_promoted or setting.is_hidden:
        await _empty(db, entity, name)
        return False
    if setting.is_indexed:
        return False
    await _fill(db, entity, table, name)
    # Unless somebody changed their mind meanwhile, who settles it then.
    own = (_SETTING.c.entity == entity.value, _SETTING.c.name == name, _SETTING.c.version == setting.version)

    async def ready(session: Session) -> None:
        await hold_promotions(session, entity)
        await session.exec(update(_SETTING).where(*own).values(is_indexed=True))

    await db.retrying(ready)
    return True


async def unsettled_fields(session: Session) -> list[tuple[Entity, str]]:
    """Promoted fields that are not found by their values yet."""
    found = await session.exec(
        select(_SETTING.c.entity, _SETTING.c.name)
        .where(_IS_PROMOTED, _SETTING.c.is_indexed.is_(False))
        .order_by(_SETTING.c.entity, _SETTING.c.name)
    )  # type: ignore[call-overload]
    return [(Entity(entity), name) for entity, name in found]


async def _fill(db: Database, entity: Entity, table: Table, name: str) -> None:
    last = ""
    while True:
        async with db.read() as session:
            ids = [record_id for (record_id,) in await session.rows(_next_ids(table), last=last)]
        if not ids:
            return

        async def work(session: Session, ids: list[str] = ids) -> None:
            await session.rows(_locked(table), ids=ids)
            await _renew(session, entity, table, [name], ids)

        await db.retrying(work)
        last = ids[-1]


async def _empty(db: Database, entity: Entity, name: str) -> None:
    gone = SLICE
    while gone == SLICE:

        async def work(session: Session) -> int:
            rows = await session.rows(_left(), kind=entity.value, name=name)
            await session.delete_rows(_VALUE, rows)
            return len(rows)

        gone = await db.retrying(work)


async def _renew(
    session: Session, entity: Entity, table: Table, names: Sequence[str], record_ids: Sequence[str]
) -> None:
    of = {"kind": entity.value, "names": names, "ids": record_ids}
    await session.exec(_removed(), params=of)
    await session.exec(_filled(entity, table), params=of)


def in_letters(value: ColumnElement[Any]) -> ColumnElement[str]:
    """A text as it is ordered: in lower case, in the order of the database's language."""
    return func.lower(value, type_=Text)


@cache
def _promoted(entity: Entity) -> Select[Any]:
    return select(_SETTING.c.name).where(_SETTING.c.entity == entity.value, _IS_PROMOTED)


@cache
def _removed() -> Delete:
    return delete(_VALUE).where(
        is_any(VALUE.record_id, "ids"), VALUE.entity == bindparam("kind", type_=Token), is_any(VALUE.name, "names")
    )


@cache
def _filled(entity: Entity, table: Table) -> Insert:
    document, name = type_coerce(table.c.custom_fields, Text), _SETTING.c.name
    beginning = func.substr(text_at(document, name), 1, LONGEST_TEXT)
    values = (
        select(
            table.c.id,
            _SETTING.c.entity,
            name,
            beginning,
            in_letters(beginning),
            number_at(document, name),
            boolean_at(document, name),
            moment_at(document, name),
        )
        .join_from(table, _SETTING, _SETTING.c.entity == bindparam("kind", type_=Token))
        .where(is_any(table.c.id, "ids"), is_any(name, "names"), _IS_PROMOTED, is_there(document, name))
    )
    columns = ("record_id", "entity", "name", "text", "letters", "number", "truth", "moment")
    return insert(_VALUE).from_select(columns, values)


@cache
def _next_ids(table: Table) -> Select[Any]:
    c = table.c
    return select(c.id).where(c.id > bindparam("last", type_=c.id.type)).order_by(c.id).limit(SLICE)


@cache
def _locked(table: Table) -> Select[Any]:
    c = table.c
    return select(c.id).where(is_any(c.id, "ids")).order_by(c.id).with_for_update()


@cache
def _left() -> Select[Any]:
    return (
        select(VALUE.record_id, VALUE.entity, VALUE.name)
        .where(VALUE.entity == bindparam("kind", type_=Token), VALUE.name == bindparam("name", type_=Token))
        .limit(SLICE)
    )
