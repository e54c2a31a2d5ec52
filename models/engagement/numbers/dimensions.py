"""What numbers can be told apart by: where each key comes from, and what people call it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, Label, Select, and_, func, literal_column, select
from sqlmodel import SQLModel

from models.base import table_of
from models.company import Company
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.campaign import Campaign, Sender
from models.engagement.fact import FACTS, NOBODY
from models.engagement.numbers.wanted import ASSOCIATION, CONTACT, CONTACT_KEY, Conditions, Shape
from models.identity.keys import KeyKind
from models.user import User

NONE = "none"  # what a group without a key is called


class Dimension(StrEnum):
    CAMPAIGN = "campaign"
    CHANNEL = "channel"
    STEP = "step"
    SENDER = "sender"
    OWNER = "owner"
    COMPANY = "company"
    INDUSTRY = "industry"
    COUNTRY = "country"
    TAG = "tag"
    LIFECYCLE_STAGE = "lifecycle_stage"


@dataclass(frozen=True, slots=True)
class Key:
    """The value of a dimension: an id or a text as it is stored, None where there is none, and how people call it."""

    dimension: Dimension
    value: str | None
    label: str
    place: tuple[bool, float, str]  # in the order of labels, numbers as numbers and none at the end


Dimensions = tuple[Dimension, ...]
Values = tuple[Any, ...]

_OF_EVENTS: dict[Dimension, ColumnElement[Any]] = {
    Dimension.CAMPAIGN: FACTS.c.campaign_id,
    Dimension.SENDER: FACTS.c.sender_id,
    Dimension.CHANNEL: FACTS.c.channel,
    Dimension.STEP: FACTS.c.step,
}
_OF_CONTACTS: dict[Dimension, ColumnElement[Any]] = {
    Dimension.OWNER: CONTACT.c.owner_id,
    Dimension.INDUSTRY: CONTACT.c.industry,
    Dimension.COUNTRY: CONTACT.c.country,
    Dimension.LIFECYCLE_STAGE: CONTACT.c.lifecycle_stage,
    Dimension.COMPANY: ASSOCIATION.c.company_id,
    Dimension.TAG: CONTACT_KEY.c.value,
}
_NAMED: dict[Dimension, type[SQLModel]] = {
    Dimension.CAMPAIGN: Campaign,
    Dimension.SENDER: Sender,
    Dimension.OWNER: User,
    Dimension.COMPANY: Company,
}


def event_keys(by: Dimensions) -> list[Label[Any]]:
    """The columns of facts among the keys, each labelled by its dimension."""
    return [_OF_EVENTS[each].label(each.value) for each in by if each in _OF_EVENTS]


def are_of_contacts(by: Dimensions) -> bool:
    """Whether any of the keys is a contact's."""
    return any(each in _OF_CONTACTS for each in by)


def keys_over(people: Any, by: Dimensions) -> tuple[list[ColumnElement[Any]], FromClause]:
    """The keys in order, and what to select them from: `people`, which has `record_id` and the keys of events."""
    rows: FromClause = people
    if are_of_contacts(by):
        rows = rows.join(CONTACT, CONTACT.c.id == people.c.record_id)
    if Dimension.COMPANY in by:
        tie = ASSOCIATION.c
        rows = rows.outerjoin(ASSOCIATION, and_(tie.contact_id == people.c.record_id, tie.is_main))
    if Dimension.TAG in by:
        key = CONTACT_KEY.c
        rows = rows.outerjoin(CONTACT_KEY, and_(key.record_id == people.c.record_id, key.kind == KeyKind.TAG.value))
    keys = [people.c[each.value] if each in _OF_EVENTS else _OF_CONTACTS[each].label(each.value) for each in by]
    return keys, rows


def largest(counted: Select[Any], by: Dimensions, size: ColumnElement[int], most: int) -> Select[Any]:
    """The rows of the largest groups; all rows of a group have the same `size`, which is one of the select's columns.

    The columns are those of `counted`, and one behind them.
    """
    if not by:
        return counted
    groups = [column for column in counted.selected_columns if column.name in by]
    rank = func.dense_rank().over(order_by=[size.desc(), *groups])
    ranked = counted.add_columns(rank.label("rank")).subquery("ranked")
    # The number stands in the text: with one that is bound, PostgreSQL would plan for a tenth of the rows.
    return select(ranked).where(ranked.c.rank <= literal_column(str(most), Integer))


def may_repeat(by: Dimensions, shape: Shape) -> bool:
    """Whether an event of several campaigns or senders may be several facts that the keys do not tell apart."""
    return any(
        name in shape and dimension not in by
        for dimension, name in ((Dimension.CAMPAIGN, "campaigns"), (Dimension.SENDER, "senders"))
    )


def once(by: Dimensions, shape: Shape) -> Conditions:
    """What leaves one fact of each event where nothing tells its campaigns, or its senders, apart."""
    found = [] if Dimension.CAMPAIGN in by or "campaigns" in shape else [FACTS.c.is_first_campaign]
    return (*found, *([] if Dimension.SENDER in by or "senders" in shape else [FACTS.c.is_first_sender]))


def shared(by: Dimensions, shape: Shape) -> ColumnElement[bool] | None:
    """True of an event whose campaign, or sender, is one of several, where the question is about one of them."""
    told = [FACTS.c.is_campaign_shared] if Dimension.CAMPAIGN in by or "campaigns" in shape else []
    told += [FACTS.c.is_sender_shared] if Dimension.SENDER in by or "senders" in shape else []
    return told[0] if len(told) == 1 else (told[0] | told[1] if told else None)


async def named(session: Session, by: Dimensions, groups: Iterable[Values]) -> dict[Values, tuple[Key, ...]]:
    """The keys of groups, by their values, with their names looked up: one statement a dimension."""
    found = list(groups)
    names: list[dict[Any, str]] = []
    for place, dimension in enumerate(by):
        values = {group[place] for group in found} - {None, NOBODY}
        names.append(await _names(session, dimension, values))
    return {
        group: tuple(_key(each, value, known) for each, value, known in zip(by, group, names, strict=True))
        for group in found
    }


def _key(dimension: Dimension, value: Any, names: dict[Any, str]) -> Key:
    if value is None or value == NOBODY:
        return Key(dimension, None, NONE, (True, 0, ""))
    label = names.get(value) or str(value)
    return Key(dimension, str(value), label, (False, value if isinstance(value, int) else 0, label))


async def _names(session: Session, dimension: Dimension, values: Iterable[Any]) -> dict[Any, str]:
    if dimension not in _NAMED:
        return {}
    rows: Sequence[Any] = await session.rows(_NAMES[dimension], ids=sorted(values))
    return {id: name for id, name in rows if name}


_NAMES = {
    dimension: select(table_of(model).c.id, table_of(model).c.name).where(is_any(table_of(model).c.id, "ids"))
    for dimension, model in _NAMED.items()
}
