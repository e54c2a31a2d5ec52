"""Keeping the index in step: whoever writes records tells it in the same transaction, a set at a time."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Delete, Select, bindparam, delete, select

from models.base import table_of
from models.columns import Token
from models.database.engine import Database
from models.database.session import Session
from models.database.statements import is_any
from models.pacing import slices
from models.search.entry import SearchEntry
from models.search.fields import SEARCHED, SearchType

SLICE = 1_000  # records of one transaction, where everything is indexed
AT_ONCE = 2_000  # entries of one statement
INDEX_SETTING = "search_index"
INDEX_VERSION = 1  # raised when words are formed in another way, so that everything is indexed anew

_ENTRY = table_of(SearchEntry)
_COLUMNS = ("entity", "record_id", "words")


class Searchable:
    """Words of records that are being written: `note` each that is new or changed where it is searched, then `store`."""

    def __init__(self, type_: SearchType) -> None:
        self._searched = SEARCHED[type_]
        self.fields = frozenset((*self._searched.columns, "deleted_at"))
        self._words: dict[str, str] = {}
        self._new: set[str] = set()

    def note(self, record_id: str, values: Mapping[str, Any], *, deleted: bool, is_new: bool) -> None:
        self._words[record_id] = self._searched.index_text(values, deleted=deleted)
        if is_new:
            self._new.add(record_id)

    async def store(self, session: Session) -> None:
        """Write the entries that differ from those that are there. A handful of statements for any number."""
        await _replace(session, self._searched.type, self._words, self._new)


async def forget(session: Session, record_ids: Sequence[str]) -> None:
    """Take records of any kind out of the index."""
    await session.exec(delete(_ENTRY).where(is_any(_ENTRY.c.record_id, "ids", record_ids)))


async def index_rows(session: Session, type_: SearchType, record_ids: Iterable[str]) -> None:
    """Index records as they are stored; a record that is not there is left out."""
    searchable = Searchable(type_)
    for record_id, deleted_at, *values in await session.rows(_rows(type_), ids=sorted(record_ids)):
        named = dict(zip(SEARCHED[type_].columns, values, strict=True))
        searchable.note(record_id, named, deleted=deleted_at is not None, is_new=False)
    await searchable.store(session)


async def index_everything(db: Database) -> dict[SearchType, int]:
    """Index all there is, a slice at a time; how many records of each kind that were. Can be repeated."""
    counts = {}
    for type_ in SearchType:
        counts[type_], last = 0, ""
        while True:
            async with db.read() as session:
                ids = [row[0] for row in await session.rows(_next_ids(type_), last=last)]
            if not ids:
                break

            async def work(session: Session, type_: SearchType = type_, ids: list[str] = ids) -> None:
                await session.rows(_locked(type_), ids=ids)
                await index_rows(session, type_, ids)

            await db.retrying(work)
            counts[type_] += len(ids)
            last = ids[-1]
    return counts


async def _replace(session: Session, type_: SearchType, words: Mapping[str, str], new: set[str]) -> None:
    there: dict[str, str] = {}
    async for ids in slices(sorted(words.keys() - new), AT_ONCE):
        there.update((row[0], row[1]) for row in await session.rows(_stored(), entity=type_.value, ids=ids))
    changed = [record_id for record_id, text in words.items() if there.get(record_id, "") != text]
    async for ids in slices([each for each in changed if each in there], AT_ONCE):
        await session.exec(_removed(), params={"entity": type_.value, "ids": ids})
    fresh = [(type_.value, record_id, words[record_id]) for record_id in changed if words[record_id]]
    async for part in slices(fresh, AT_ONCE):
        await session.insert_at_once(_ENTRY, _COLUMNS, part)


@cache
def _stored() -> Select[Any]:
    c = _ENTRY.c
    return select(c.record_id, c.words).where(is_any(c.record_id, "ids"), c.entity == bindparam("entity", type_=Token))


@cache
def _removed() -> Delete:
    c = _ENTRY.c
    return delete(_ENTRY).where(is_any(c.record_id, "ids"), c.entity == bindparam("entity", type_=Token))


@cache
def _rows(type_: SearchType) -> Select[Any]:
    c = SEARCHED[type_].table.c
    columns = (c[name] for name in SEARCHED[type_].columns)
    return select(c.id, c.deleted_at, *columns).where(is_any(c.id, "ids")).order_by(c.id)


@cache
def _locked(type_: SearchType) -> Select[Any]:
    c = SEARCHED[type_].table.c
    return select(c.id).where(is_any(c.id, "ids")).order_by(c.id).with_for_update()


@cache
def _next_ids(type_: SearchType) -> Select[Any]:
    c = SEARCHED[type_].table.c
    return select(c.id).where(c.id > bindparam("last", type_=c.id.type)).order_by(c.id).limit(SLICE)
