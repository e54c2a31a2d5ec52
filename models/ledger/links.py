"""Links as batches need them: by external id with what an answer takes from the record, or by record."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, Text, func, select, type_coerce

from models.base import table_of
from models.database.engine import Conflict
from models.database.session import Session
from models.database.statements import is_any, without_index
from models.exact_json import JsonText, decode_json
from models.fields.mapping import Entity
from models.ledger.external_link import ENGINY, ExternalLink
from models.ledger.shadow import Shadow
from models.pacing import slices
from models.records import KINDS
from models.sync_back import SyncBack

LINK_TABLE = table_of(ExternalLink)
LinkState = tuple[str, str, str]  # record, shadow and clears, the latter two as JSON text


class Link(msgspec.Struct):
    """A link as stored; the JSON columns stay text until somebody needs them."""

    external_id: str
    record_id: str
    strategy: str
    shadow_text: str
    shadow_version: int
    since_text: str
    clears_text: str
    fingerprint: bytes | None
    decided_at: Any  # as the driver has it; see `moment_of`
    record_version: int | None  # None when the record is deleted or gone
    record: Sequence[Any]  # the sync-back columns of the record

    @property
    def is_live(self) -> bool:
        return self.record_version is not None

    def shadow(self) -> Shadow:
        return Shadow(
            decode_json(self.shadow_text),
            self.shadow_version,
            decode_json(self.since_text),
            decode_json(self.clears_text),
        )


async def links_by_external_id(
    session: Session, entity: Entity, external_ids: Sequence[str], sync_back: SyncBack
) -> dict[str, Link]:
    """Enginy's links with these external ids, and the values to sync back of the records they lead to."""
    statement = _by_external_id(entity, sync_back)
    links = {}
    async for part in slices(external_ids, 10_000):
        async for rows in slices(await session.rows(statement, external_ids=part), 1_000):
            for row in rows:
                links[row[0]] = _link(row)
    return links


def state_of(link: Link) -> LinkState:
    """What another writer may have changed since the link was read."""
    return link.record_id, link.shadow_text, link.clears_text


async def moved_links(session: Session, entity: Entity, seen: Mapping[str, LinkState]) -> set[str]:
    """Lock links that were read before this transaction, or without a lock; the external ids of those that are no longer as
    they were seen: what was decided on them must be decided again.
    """
    moved = set(seen)
    async for part in slices(sorted(seen), 10_000):
        for external_id, *state in await session.rows(_state_statement(entity), external_ids=part):
            if tuple(state) == seen[external_id]:
                moved.remove(external_id)
    return moved


async def confirm_records(session: Session, entity: Entity, record_ids: Iterable[str]) -> None:
    """Raises Conflict where one of the records that are to be linked was erased since it was found."""
    async for part in slices(sorted(record_ids), 10_000):
        if (await session.rows(_counted(entity), ids=part))[0][0] != len(part):
            raise Conflict


async def links_by_record(
    session: Session, entity: Entity, record_ids: Iterable[str], *, lock: bool = False
) -> dict[str, list[Link]]:
    """Enginy's links to each of these records; with `lock` nobody else changes them until the transaction ends."""
    links: dict[str, list[Link]] = {}
    async for part in slices(list(record_ids), 10_000):
        async for rows in slices(await session.rows(_by_record(entity, lock), record_ids=part), 1_000):
            for row in rows:
                links.setdefault(row[1], []).append(_link(row))
    return links


async def links_to_update(
    session: Session, entity: Entity, record_ids: Iterable[str], edited: Sequence[str]
) -> dict[str, list[Link]]:
    """The links that an update from Enginy has to do with, locked until the transaction ends: that of each record which has
    no other, as it is the one an update tells of, and all of those that somebody here edited.
    """
    known, wanted = set(edited), list(edited)
    async for part in slices(list(record_ids), 10_000):
        counted = await session.rows(_number_by_record(entity), record_ids=part)
        wanted += [record_id for record_id, number in counted if number == 1 and record_id not in known]
    return await links_by_record(session, entity, wanted, lock=True)


def _link(row: Sequence[Any]) -> Link:
    return Link(*row[:9], None if row[10] is not None else row[9], row[11:])  # type: ignore[call-arg]


def moment_of(stored: Any) -> datetime:
    """A moment as the driver had it: one of thousands that only have to be compared, so they are not decoded at once."""
    return stored if isinstance(stored, datetime) else datetime.fromisoformat(stored)


def _columns() -> list[Any]:
    c = LINK_TABLE.c
    return [
        c.external_id,
        c.record_id,
        c.strategy,
        type_coerce(c.shadow, Text),
        c.shadow_version,
        type_coerce(c.shadow_since, Text),
        type_coerce(c.clears, Text),
        c.fingerprint,
        type_coerce(c.decided_at, Text),
    ]


@lru_cache(maxsize=32)
def _by_external_id(entity: Entity, sync_back: SyncBack) -> Select[Any]:
    c, record = LINK_TABLE.c, KINDS[entity].table
    return (
        select(*_columns(), record.c.version, record.c.deleted_at, *sync_back.columns)
        .select_from(LINK_TABLE.outerjoin(record, record.c.id == c.record_id))
        .where(c.entity == entity.value, c.source == ENGINY, is_any(c.external_id, "external_ids"))
    )


@cache
def _by_record(entity: Entity, lock: bool) -> Select[Any]:
    c, record = LINK_TABLE.c, KINDS[entity].table
    statement = (
        select(*_columns(), record.c.version, record.c.deleted_at)
        .select_from(LINK_TABLE.outerjoin(record, record.c.id == c.record_id))
        .where(is_any(c.record_id, "record_ids"), *links_of(entity))
        .order_by(c.external_id)
    )
    return statement.with_for_update(of=LINK_TABLE) if lock else statement


@cache
def _number_by_record(entity: Entity) -> Select[Any]:
    c = LINK_TABLE.c
    return (
        select(c.record_id, func.count())
        .where(is_any(c.record_id, "record_ids"), *links_of(entity))
        .group_by(c.record_id)
    )


def links_of(entity: Entity) -> tuple[ColumnElement[bool], ...]:
    """That a link is Enginy's and of this entity, for those who look for links by the record they lead to.

    SQLite believes that this alone leaves few, and would read all links there are; so would PostgreSQL by a plan that it
    made while they were few. So no index is chosen by it.
    """
    return without_index(LINK_TABLE.c.entity) == entity.value, without_index(LINK_TABLE.c.source) == ENGINY


@cache
def _state_statement(entity: Entity) -> Select[Any]:
    c = LINK_TABLE.c
    return (
        select(c.external_id, c.record_id, type_coerce(c.shadow, Text), type_coerce(c.clears, Text))
        .where(c.entity == entity.value, c.source == ENGINY, is_any(c.external_id, "external_ids"))
        .order_by(c.external_id)
        .with_for_update()
    )


@cache
def _counted(entity: Entity) -> Select[Any]:
    c = KINDS[entity].table.c
    return select(func.count()).where(is_any(c.id, "ids"))


@lru_cache(maxsize=32)
def record_statement(entity: Entity, sync_back: SyncBack) -> Select[Any]:
    """Id, version and the identity an answer may depend on, then the sync-back columns, of live records by id."""
    c = KINDS[entity].table.c
    identity = c.email if entity is Entity.CONTACT else c.domain
    return select(c.id, c.version, identity, *sync_back.columns).where(is_any(c.id, "ids"), c.deleted_at.is_(None))


RENEWED = ("record_id", "strategy", "shadow", "shadow_since", "clears", "fingerprint", "decided_at")
INSERTED = (
    "entity", "source", "external_id", "record_id", "strategy", "shadow", "shadow_version", "shadow_since", "clears",
    "fingerprint", "decided_at", "created_at", "created_by",
)  # fmt: skip


def new_link_row(
    entity: Entity,
    external_id: str,
    record_id: str,
    strategy: str,
    shadow: dict[str, Any] | JsonText,
    version: int,
    fingerprint: bytes | None,
    now: datetime,
    actor_id: str,
) -> tuple[Any, ...]:
    return (
        (entity.value, ENGINY, external_id, record_id, strategy, shadow, version, {}, {}, fingerprint)
        + (now, now, actor_id)
    )  # fmt: skip


def link_key(entity: Entity, external_id: str) -> tuple[str, str, str]:
    return entity.value, ENGINY, external_id
