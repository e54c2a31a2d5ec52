"""Finding by words: candidates by the index, as many as can be ranked while somebody types, and then the ranking.

Where more records answer than are ranked, those are that hold every word in their name, first whole, then begun; then
those that changed last.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, null, select

from models.base import table_of
from models.choosing import GATHERED, Choosing
from models.database.session import Session
from models.database.statements import RowByRow, is_any
from models.database.words import has_words, is_among_latest_with_words, stand_in
from models.search.entry import SearchEntry
from models.search.fields import SEARCHED, Searched, SearchType
from models.search.ranking import Candidate, Hit, ranked
from models.search.words import sought

CANDIDATES = 500  # records of one kind that are ranked

_ENTRY = table_of(SearchEntry).c


class FoundByWords(Choosing, RowByRow):
    """True of records with the words, which are gathered. Of words that many records have, a page is full before all of
    those could be: then each row of the list is asked.
    """

    inherit_cache = True

    def __init__(
        self,
        own_id: ColumnElement[Any],
        gathered: Select[Any],
        walking: ColumnElement[bool],
        reading: ColumnElement[bool],
        words: list[list[str]],
    ) -> None:
        super().__init__(own_id, own_id.in_(gathered))
        self._gathered = gathered
        self._walking = walking
        self._reading = reading
        self._words = words
        self._is_of_few: bool | None = None

    def row_by_row(self) -> ColumnElement[bool]:
        """Of few rows the words are read: to ask the index is to find all that have them."""
        return self._reading

    async def soonest(self, session: Session, *, whole: bool) -> ColumnElement[bool]:
        return self if whole or await self.is_of_few(session) else self._walking

    async def is_of_few(self, session: Session) -> bool:
        if self._is_of_few is None:
            self._is_of_few = len(await session.rows(_latest(GATHERED), words=self._words)) < GATHERED
        return self._is_of_few

    async def holders(self, session: Session) -> Select[Any]:
        return self._gathered


def found_by(type_: SearchType, text: str) -> list[ColumnElement[bool]]:
    """What records fulfil, deleted or not, in which each word of the text begins a word; nothing where it has no word."""
    searched, sought_words = SEARCHED[type_], sought(text)
    if not sought_words:
        return []
    tags = (searched.tag, searched.deleted_tag) if searched.deleted_tag is not None else (searched.tag,)
    words = [_begun(tag, sought_words) for tag in tags]
    holds = has_words(_ENTRY.words, words)
    record_id = searched.table.c.id
    own = (_ENTRY.record_id == record_id, _ENTRY.entity == type_.value)
    gathered = select(_ENTRY.record_id).where(holds)
    walking, reading = (
        select(_ENTRY.number).where(*own, each).exists() for each in (holds, stand_in(_ENTRY.words, words))
    )
    return [FoundByWords(record_id, gathered, walking, reading, words)]


async def find_hits(
    session: Session,
    types: Iterable[SearchType],
    text: str,
    *,
    visible: Callable[[Table], Sequence[ColumnElement[bool]]],
    most: int = CANDIDATES,
) -> list[Hit]:
    """The records that answer, the best first, so many of a kind at most.

    `visible` is what rows of a table fulfil that may be seen.
    """
    words = sought(text)
    candidates: list[Candidate] = []
    for type_ in types if words else ():
        searched = SEARCHED[type_]
        ids = await _candidates(session, searched, words, most)
        candidates += await _read(session, searched, ids, visible(searched.table))
    return ranked(candidates, words)


async def _candidates(session: Session, searched: Searched, words: Sequence[str], most: int) -> list[str]:
    found = await _holding(session, _begun(searched.tag, words), most)
    if len(found) < most or searched.name_tag is None:
        return found
    named = await _holding(session, [searched.name_tag + word for word in words], most)
    if len(named) < most:
        named += await _holding(session, _begun(searched.name_tag, words), most)
    return list(dict.fromkeys((*named, *found)))[:most]


async def _holding(session: Session, words: Sequence[str], most: int) -> list[str]:
    return [record_id for (record_id,) in await session.rows(_latest(most), words=[words])]


def _begun(tag: str, words: Sequence[str]) -> list[str]:
    return [f"{tag}{word}*" for word in words]


@cache
def _latest(most: int) -> Select[Any]:
    return (
        select(_ENTRY.record_id)
        .where(is_among_latest_with_words(_ENTRY.words, "words", most))
        .order_by(_ENTRY.number.desc())
    )


async def _read(
    session: Session, searched: Searched, ids: Sequence[str], visible: Sequence[ColumnElement[bool]]
) -> list[Candidate]:
    statement = _live(searched.type)
    rows = await session.rows(statement.where(*visible) if visible else statement, ids=ids)
    found = []
    for record_id, updated_at, active_at, *values in rows:
        moment = max(updated_at, active_at) if active_at is not None else updated_at
        found.append(
            Candidate(
                searched.type, record_id, searched.texts(dict(zip(searched.columns, values, strict=True))), moment
            )
        )
    return found


@cache
def _live(type_: SearchType) -> Select[Any]:
    c = SEARCHED[type_].table.c
    activity = c.last_activity_at if "last_activity_at" in c else null()
    columns = (c[name] for name in SEARCHED[type_].columns)
    return select(c.id, c.updated_at, activity, *columns).where(is_any(c.id, "ids"), c.deleted_at.is_(None))
