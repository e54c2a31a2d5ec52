"""What the server learned from what it was sent: custom fields, and pairs of records that may be one."""

from datetime import datetime
from functools import partial
from typing import Any

import strawberry
from sqlalchemy import select

import models
from graphql_schema.context import Context
from graphql_schema.described import computed
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import Children, batched, fetch, load_children, load_grouped
from graphql_schema.paging import Connection, Page
from graphql_schema.types.actor import Actor
from graphql_schema.types.change import LazyRun
from graphql_schema.types.mapping import FieldMapping
from graphql_schema.types.node import Record
from graphql_schema.types.record import SOURCES, After, First, Info, column, hidden, record, to_one
from graphql_schema.types.records import count_live, load_synced
from graphql_schema.types.scalars import JSON
from models.base import table_of
from models.database.statements import is_any
from models.engagement.shapes import FieldShape, inferred_type
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.fields.setting import WishedType
from models.ledger.duplicates import ids_in, pair_id
from models.ledger.possible_duplicate import DuplicateState

_MAPPING = table_of(models.FieldMapping)
_PAIR = table_of(models.PossibleDuplicate)
_RUN = table_of(models.Run)
_SIGHTING = table_of(models.FieldSighting)
_RUNS = {
    entity: Children(
        _RUN,
        _SIGHTING.c.name,
        Order((Term("at", _SIGHTING.c.at, True), Term("id", _RUN.c.id, True))),
        _SIGHTING.c.run_id,
        (_SIGHTING.c.entity == entity.value,),
    )
    for entity in Entity
}
_SETTING = table_of(models.CustomFieldSetting).c


@record(models.CustomFieldDefinition)
class CustomFieldDefinition:
    """A name that was sent and is no field of this schema: a custom field, with what its values look like."""

    entity: Entity = column("The kind of record it was sent for.", read=Entity)
    name: str = column("Its name, as it was sent: the key for `customField`.")
    type: str = column("What its values are: string, number, boolean, list, object, null, or mixed.")
    count: int = column("How many writes carried it.")
    filled: int = column("How many live records hold a value under it.")
    stored_shapes: strawberry.Private[dict[str, int]] = hidden(name="shapes")
    samples: list[JSON | None] = column("A few of its values, the latest first.")
    first_seen: datetime = column("When it first came.")
    last_seen: datetime = column("When it last came.")
    first_run_id: strawberry.Private[str | None] = hidden()
    last_run_id: strawberry.Private[str | None] = hidden()
    missed: int = column("How many updates in a row reached records that hold it and did not carry it.")

    first_run: LazyRun | None = to_one("first_run_id", models.Run, "The run that first carried it.")
    last_run: LazyRun | None = to_one("last_run_id", models.Run, "The run that last carried it.")

    @computed
    def inferred_type(self) -> FieldShape | None:
        """What nearly all its values look like; null where they are mixed, or there are none."""
        return inferred_type(self.stored_shapes)

    @computed
    async def fill_rate(self, info: Info) -> float | None:
        """The share of all live records that hold a value, from 0 to 1; null while there are no records."""
        records = await count_live(info.context, self.entity)
        return self.filled / records if records else None

    @computed
    async def mappings(self, info: Info) -> list[FieldMapping]:
        """What it means, by all that is thought now; several where its meaning changed at some moment."""
        found = await load_grouped(info.context, SOURCES[_MAPPING], _MAPPING.c.name, self.name)
        return [each for each in found if each.entity is self.entity and each.superseded_at is None]

    @computed
    async def runs(self, info: Info, first: First = None, after: After = None) -> Connection[LazyRun]:
        """The runs that carried it, the latest first."""
        page = Page.of(first, after, None, None, at_most=info.context.limits.page)
        return load_children(info.context, SOURCES[_RUN], _RUNS[self.entity], self.name, page)

    @computed
    async def label(self, info: Info) -> str:
        """What to call it: what somebody here chose, or its name."""
        setting = await self._setting(info.context)
        return (setting.label if setting else None) or self.name

    @computed
    async def wished_type(self, info: Info) -> WishedType | None:
        """What its values should be read as, if somebody here said so; `type` tells what they are."""
        setting = await self._setting(info.context)
        return WishedType(setting.wished_type) if setting and setting.wished_type else None

    @computed
    async def is_hidden(self, info: Info) -> bool:
        """Whether it is left out wherever fields are shown."""
        setting = await self._setting(info.context)
        return bool(setting and setting.is_hidden)

    @computed
    async def is_promoted(self, info: Info) -> bool:
        """Whether lists show it as a column, and an index makes filters by it quick."""
        setting = await self._setting(info.context)
        return bool(setting and setting.is_promoted)

    @computed
    async def position(self, info: Info) -> int | None:
        """Its place among the promoted ones; smaller comes first, those without a place last."""
        setting = await self._setting(info.context)
        return setting.position if setting else None

    async def _setting(self, ctx: Context) -> Any:
        """What people said of it; None if nobody said anything."""
        return await batched(ctx, "custom field settings", partial(_settings, ctx)).load((self.entity.value, self.name))


async def _settings(ctx: Context, keys: list[tuple[str, str]]) -> list[Any]:
    c = _SETTING
    statement = select(c.entity, c.name, c.label, c.wished_type, c.is_hidden, c.is_promoted, c.position)
    names = sorted({name for _, name in keys})
    found = {(row.entity, row.name): row for row in await fetch(ctx, statement.where(is_any(c.name, "names", names)))}
    return [found.get(key) for key in keys]


@record(models.PossibleDuplicate)
class PossibleDuplicate:
    """Two records that may be one person or one organization, waiting for somebody to look."""

    entity: Entity = column("The kind of record they are.", read=Entity)
    first_id: strawberry.ID = column("The id of one, the smaller of the two.")
    second_id: strawberry.ID = column("The id of the other.")
    evidence: strawberry.Private[dict[str, Any]] = hidden()
    state: DuplicateState = column("What became of the pair.", read=DuplicateState)
    found_at: datetime = column("When it was noticed.")
    settled_at: datetime | None = column("When somebody said that these are two; null while nobody did.")
    settled_by_id: strawberry.Private[str | None] = hidden(name="settled_by")
    run_id: strawberry.Private[str | None] = hidden()

    run: LazyRun | None = to_one("run_id", models.Run, "The run that noticed it.")

    @computed
    def id(self) -> strawberry.ID:
        """What names the pair, for `dismissPossibleDuplicates`: the ids of both records."""
        return strawberry.ID(pair_id(self.first_id, self.second_id))

    @computed
    def settled_by(self) -> Actor | None:
        """Who said that these are two."""
        return Actor(id=strawberry.ID(self.settled_by_id)) if self.settled_by_id is not None else None

    @computed
    def kind(self) -> str | None:
        """The identifier that points at both, such as `phone`."""
        return self.evidence.get("kind")

    @computed
    async def first(self, info: Info) -> Record | None:
        """The record with the smaller id; null once it was erased."""
        found: Record | None = await load_synced(info.context, self.entity, self.first_id)
        return found

    @computed
    async def second(self, info: Info) -> Record | None:
        """The other record; null once it was erased."""
        found: Record | None = await load_synced(info.context, self.entity, self.second_id)
        return found


async def load_pair(ctx: Context, pair: str) -> PossibleDuplicate | None:
    """The pair that an id names; None when nobody noted it."""
    found: PossibleDuplicate | None = await batched(ctx, "possible duplicates", partial(_pairs, ctx)).load(pair)
    return found


async def _pairs(ctx: Context, ids: list[str]) -> list[PossibleDuplicate | None]:
    source, c = SOURCES[_PAIR], _PAIR.c
    named = [ids_in(each) for each in ids if is_storable(each)]
    statement = select(*source.columns).where(
        is_any(c.entity, "entities", [each.value for each in Entity]),
        is_any(c.first_id, "first", [first for first, _ in named]),
        is_any(c.second_id, "second", [second for _, second in named]),
    )
    found: dict[str, PossibleDuplicate] = {}
    for row in await fetch(ctx, statement):
        pair: PossibleDuplicate = source.make(row)
        found[pair_id(pair.first_id, pair.second_id)] = pair
    return [found.get(each) for each in ids]
