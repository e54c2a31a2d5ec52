"""Everything that is counted, one row a group, in the order asked for; and the steps of one campaign."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.database.session import Session
from models.engagement.numbers.counting import Group, count_groups
from models.engagement.numbers.dimensions import Dimension
from models.engagement.numbers.rates import RateMeasure, rate_of
from models.engagement.numbers.wanted import Wanted


class TableOrder(StrEnum):
    ADDED = "added"
    REQUESTED = "requested"
    CONNECTED = "connected"
    MESSAGED = "messaged"
    REPLIED = "replied"
    OPENED = "opened"
    CLICKED = "clicked"
    REPLY_RATE = "reply_rate"
    CONNECT_RATE = "connect_rate"
    OPEN_RATE = "open_rate"
    CLICK_RATE = "click_rate"
    LAST_ACTIVITY = "last_activity"


@dataclass(frozen=True, slots=True)
class Table:
    groups: Sequence[Group]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Contacts of one step and channel: those who were sent its message, and those who replied at it."""

    step: int | None
    channel: str | None
    group: Group


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a campaign, in order; those that tell none come last."""

    campaign: str
    steps: Sequence[Step]


async def tabulate(session: Session, wanted: Wanted, by: Dimension, order: TableOrder, most: int) -> Table:
    """The groups of a dimension, those first in which most is counted; rates by what is at least true of them."""
    found = await count_groups(session, wanted, (by,), weak=True, last=True)
    groups = sorted(found.groups, key=lambda group: _size(group, order), reverse=True)
    return Table(groups[:most], found.is_cut or len(groups) > most)


def _size(group: Group, order: TableOrder) -> tuple[Any, ...]:
    if order is TableOrder.LAST_ACTIVITY:
        return (group.last_at.timestamp() if group.last_at is not None else float("-inf"),)
    if order.value in {each.value for each in RateMeasure}:
        interval = rate_of(group, RateMeasure(order.value)).interval
        return (interval is not None, interval.low if interval else 0)
    return (getattr(group.counts, order.value),)


async def count_steps(session: Session, wanted: Wanted) -> list[Step]:
    """The steps and channels in which messages were sent or answered, in order; those that tell no step come last."""
    found = await count_groups(session, wanted, (Dimension.STEP, Dimension.CHANNEL))
    steps = []
    for group in found.groups:
        step, channel = group.keys
        if group.counts.messaged:
            steps.append(Step(int(step.value) if step.value is not None else None, channel.value, group))
    return sorted(steps, key=lambda each: (each.step is None, each.step or 0, each.channel is None, each.channel or ""))
