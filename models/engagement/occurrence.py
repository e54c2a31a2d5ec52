"""Events on their way: as an activity tells them, and as they are put together. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.engagement.context import Names
from models.engagement.words import Attribution, Certainty, EventKind


@dataclass(frozen=True, slots=True)
class Observed:
    """An activity as an event: what was done, when, by whom, since when we know."""

    event_id: str
    activity_id: str
    kind: EventKind
    channel: str | None
    step: int | None
    steps: int | None
    sender: str | None
    occurred_at: datetime
    known_at: datetime


@dataclass(slots=True)
class Happened:
    """An event on its way: what `EngagementEvent` stores, with campaigns and senders by name."""

    id: str
    kind: EventKind
    channel: str | None
    step: int | None
    steps: int | None
    certainty: Certainty
    occurred_at: datetime
    earliest_at: datetime | None
    latest_at: datetime
    known_at: datetime
    count: int = 1
    campaigns: Names = ()
    senders: Names = ()
    activity_id: str | None = None
    report_id: str | None = None
    text: str | None = None
    claims: set[tuple[Any, ...]] = field(default_factory=set)


def attribution(names: Names) -> Attribution:
    """How sure it is whose something is that these were named for together."""
    if not names:
        return Attribution.UNKNOWN
    return Attribution.CERTAIN if len(names) == 1 else Attribution.SHARED
