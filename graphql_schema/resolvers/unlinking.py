"""Undoing links: those that a run made are taken away, those that an undoing took away come back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from models.database.session import Session
from models.database.statements import is_any
from models.fields.mapping import Entity
from models.identity.matching import LINK
from models.ledger.external_link import ENGINY
from models.ledger.failures import reopen, settle
from models.ledger.journal import Journal, entries_of
from models.ledger.links import INSERTED, LINK_TABLE, Link, link_key, links_by_record, new_link_row
from models.ledger.undoing import LINKS, Deed, Plan
from models.pacing import slices
from models.records import Record

_LINKED = ("matched", "linked")


class MadeLink(msgspec.Struct, frozen=True):
    """A link that a run made: to which record, and how it came about."""

    entity: Entity
    external_id: str
    record_id: str
    strategy: str


class _Decision(msgspec.Struct, rename="camel"):
    outcome: str = ""
    external_id: Any = None
    record_id: str | None = None
    strategy: str | None = None
    weak: bool = False


_decode = msgspec.json.Decoder(_Decision).decode


async def links_made(entity: Entity | None, decisions: bytes | None) -> dict[str, list[MadeLink]]:
    """The links that a run made, by record, as its decisions tell. One that led to its record before is none of them."""
    made: dict[str, list[MadeLink]] = {}
    if entity is None:
        return made
    async for part in slices(entries_of(decisions), 1_000):
        for entry in part:
            told = _decode(entry)
            if told.outcome not in _LINKED or told.record_id is None or told.external_id is None:
                continue
            if told.strategy in (None, LINK) or told.weak:
                continue
            link = MadeLink(entity, str(told.external_id), told.record_id, told.strategy or "")
            made.setdefault(told.record_id, []).append(link)
    return made


class Linking:
    """The links of a slice's records."""

    def __init__(self, session: Session, entity: Entity, journal: Journal) -> None:
        self._session = session
        self._entity = entity
        self._journal = journal
        self._links: dict[str, list[Link]] = {}
        self._taken: set[str] = set()  # external ids that lead somewhere
        self._removed: list[tuple[str, str, str]] = []
        self._made: list[tuple[Any, ...]] = []

    async def read(
        self, records: Mapping[str, Record], deeds: Iterable[Deed], made: Mapping[str, Sequence[MadeLink]]
    ) -> None:
        """Read and hold what undoing asks for."""
        told = {deed.record_id: deed.fields[LINKS] for deed in deeds if LINKS in deed.fields}
        wanted = {*told, *(each for each in records if made.get(each))}
        coming = sorted({external_id for sides in told.values() for external_id in sides["old"]})
        if coming:
            await self._session.lock([f"{self._entity} link {each}" for each in coming])
            taken = await self._session.rows(_TAKEN, entity=self._entity.value, external_ids=coming)
            self._taken = {external_id for (external_id,) in taken}
        if wanted:
            self._links = await links_by_record(self._session, self._entity, sorted(wanted), lock=True)

    def undo(self, found: Record, deed: Deed, made: Sequence[MadeLink], wanted: Plan) -> dict[str, Any]:
        """The change of links as the ledger tells it, empty for none; what stands in the way is kept in the plan."""
        sides = deed.fields.get(LINKS, {"old": {}, "new": {}})
        going = {**{each.external_id: each.strategy for each in made}, **sides["new"]}
        here = {link.external_id: link for link in self._links.get(found.id, ())}
        old: dict[str, str] = {}
        new: dict[str, str] = {}
        for external_id, strategy in going.items():
            link = here.get(external_id)
            if link is None:  # it leads elsewhere by now, or is gone
                continue
            if (
                link.strategy != strategy or link.clears_text != "{}"
            ):  # a person settled it, or asks for something by it
                wanted.kept[LINKS, False] = None
                continue
            old[external_id] = strategy
            self._removed.append(link_key(self._entity, external_id))
        for external_id, strategy in sides["old"].items():
            if external_id in here:
                continue
            if external_id in self._taken:
                wanted.kept[LINKS, False] = None
                continue
            new[external_id] = strategy
            self._taken.add(external_id)
            self._made.append(self._row(found, external_id, strategy))
        return {LINKS: {"old": old, "new": new}} if old or new else {}

    async def store(self) -> None:
        await self._session.delete_rows(LINK_TABLE, sorted(self._removed))
        await self._session.insert_rows(LINK_TABLE, INSERTED, sorted(self._made))
        await reopen(self._session, self._entity, (external_id for _, _, external_id in self._removed))
        await settle(self._session, self._entity, (external_id for _, _, external_id, *_ in self._made))

    def _row(self, found: Record, external_id: str, strategy: str) -> tuple[Any, ...]:
        """A link that holds nothing yet: what the other side has is learned anew from its next sync."""
        journal = self._journal
        return new_link_row(
            self._entity, external_id, found.id, strategy, {}, found.version, None, journal.now, journal.actor.id
        )


_LINK = LINK_TABLE.c
_TAKEN = select(_LINK.external_id).where(
    _LINK.entity == bindparam("entity", type_=_LINK.entity.type),
    _LINK.source == ENGINY,
    is_any(_LINK.external_id, "external_ids"),
)
