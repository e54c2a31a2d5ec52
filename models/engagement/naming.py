"""Campaigns and senders by name: made when a name first comes, and the dictionary of names that hold commas."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import bindparam, or_, select
from sqlmodel import SQLModel

from models.base import table_of
from models.columns import new_id
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.campaign import Campaign, CampaignMembership, NameList, Sender
from models.engagement.event import EventCampaign, EventSender
from models.engagement.names import learned_names
from models.engagement.words import EngagementField

NAMED: Mapping[EngagementField, type[SQLModel]] = {
    EngagementField.CAMPAIGNS: Campaign,
    EngagementField.SENDERS: Sender,
}
LISTS_KEPT = 5_000  # lists of names; somebody with more of them has no names with commas left to learn
SEEN_EVERY = timedelta(hours=1)  # writers side by side must not wait for each other to note the same campaign

_COLUMNS = ("id", "name", "is_sure", "first_seen_at", "last_seen_at")


async def names_with_commas(session: Session) -> dict[EngagementField, frozenset[str]]:
    """Whole names that hold a comma: without them a list of names falls into pieces."""
    return {
        field: frozenset([name for (name,) in await session.rows(statement)]) for field, statement in _COMMAS.items()
    }


_COMMAS = {
    field: select(table_of(model).c.name).where(
        table_of(model).c.name.contains(","), table_of(model).c.is_sure.is_(True)
    )
    for field, model in NAMED.items()
}


async def learned_from_lists(session: Session, field: EngagementField, lists: Iterable[str]) -> set[str]:
    """The names with commas that all lists ever seen teach, where one of these is new; else none."""
    given = sorted(lists)
    if not given:
        return set()
    known = {value for (value,) in await session.rows(_LISTS, field=field.value)}
    if known.issuperset(given) or len(known) >= LISTS_KEPT:
        return set()
    await session.insert_missing(_LIST, ("field", "value"), [(field.value, value) for value in given])
    return learned_names(known.union(given))


_LIST = table_of(NameList)
_LISTS = select(_LIST.c.value).where(_LIST.c.field == bindparam("field"))


class Names:
    """The ids of campaigns or senders, as a batch meets their names."""

    def __init__(self, model: type[SQLModel], now: datetime) -> None:
        self._table = table_of(model)
        self._now = now
        self._ids: dict[str, str] = {}
        self._sure: set[str] = set()
        self._select = select(
            self._table.c.name, self._table.c.id, self._table.c.is_sure, self._table.c.last_seen_at
        ).where(is_any(self._table.c.name, "names"))

    def id(self, name: str) -> str:
        return self._ids[name]

    async def meet(self, session: Session, names: Iterable[str], sure: Iterable[str] = ()) -> set[str]:
        """Make those that are new, and note that the others were seen; `sure` are known to be whole names.

        Gives those with a comma that were not known to be whole before.
        """
        certain = set(sure)
        wanted = sorted(({*names} - self._ids.keys()) | (certain - self._sure))
        if not wanted:
            return set()
        rows = await session.rows(self._select, names=wanted)
        known = {row[0] for row in rows if row[2]}
        missing = sorted(set(wanted) - {row[0] for row in rows})
        if missing:
            fresh = [(new_id(self._table.name), name, name in certain, self._now, self._now) for name in missing]
            await session.insert_missing(self._table, _COLUMNS, fresh)
            rows = await session.rows(self._select, names=wanted)  # another writer may have been faster
        stale = []
        for name, id_, is_sure, last_seen_at in rows:
            self._ids[name] = id_
            if (name in certain and not is_sure) or self._now - last_seen_at >= SEEN_EVERY:
                stale.append((id_, bool(is_sure) or name in certain, max(last_seen_at, self._now)))
        await session.update_rows(self._table, ("is_sure", "last_seen_at"), sorted(stale))
        self._sure |= certain
        return {name for name in certain - known if "," in name and name in wanted}


async def forget_pieces(session: Session, field: EngagementField, names: Iterable[str]) -> None:
    """Delete the campaigns or senders that were only ever pieces of these names, and of whom nothing is left."""
    pieces = sorted({piece.strip() for name in names for piece in name.split(",")})
    table = table_of(NAMED[field])
    told = [select(column).where(column == table.c.id).exists() for column in _TOLD[field]]
    statement = select(table.c.id).where(is_any(table.c.name, "pieces"), table.c.is_sure.is_(False), ~or_(*told))
    await session.delete_rows(table, sorted(tuple(row) for row in await session.rows(statement, pieces=pieces)))


_TOLD = {
    EngagementField.CAMPAIGNS: (table_of(CampaignMembership).c.campaign_id, table_of(EventCampaign).c.campaign_id),
    EngagementField.SENDERS: (table_of(EventSender).c.sender_id,),
}
