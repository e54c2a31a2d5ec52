"""Histories of a test's own: events told one by one, with what is counted from them."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from models.base import table_of
from models.database.engine import Database
from models.engagement.campaign import Campaign, Sender
from models.engagement.event import EngagementEvent, EventCampaign, EventSender
from models.engagement.fact import facts_of, settle_facts
from models.engagement.occurrence import attribution
from tests.factories import LONG_AGO, add

COLUMNS = tuple(column.name for column in table_of(EngagementEvent).columns)
_numbers = count(1)


@dataclass
class Event:
    """Something that happened with a contact; known at once unless told."""

    contact: str
    kind: str
    at: datetime
    channel: str | None = None
    step: int | None = None
    campaigns: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    certainty: str = "observed"
    known_at: datetime | None = None
    count: int = 1
    entity: str = "contact"
    id: str = field(default_factory=lambda: f"event_{next(_numbers):06}")

    def values(self) -> dict[str, Any]:
        return {
            "id": self.id, "entity": self.entity, "record_id": self.contact, "kind": self.kind, "channel": self.channel,
            "step": self.step, "steps": None, "count": self.count, "certainty": self.certainty, "occurred_at": self.at,
            "earliest_at": None, "latest_at": self.at, "known_at": self.known_at or self.at,
            "campaign_attribution": attribution(self.campaigns).value,
            "sender_attribution": attribution(self.senders).value,
            "activity_id": None, "report_id": None, "text": None,
        }  # fmt: skip


async def happen(database: Database, *events: Event) -> None:
    """Store events as whoever makes them does."""
    campaigns = sorted((each.id, campaign) for each in events for campaign in each.campaigns)
    senders = sorted((each.id, sender) for each in events for sender in each.senders)
    values = [each.values() for each in events]
    async with database.write() as session:
        rows = [tuple(each[name] for name in COLUMNS) for each in values]
        await session.insert_rows(table_of(EngagementEvent), COLUMNS, rows)
        await session.insert_rows(table_of(EventCampaign), ("event_id", "campaign_id"), campaigns)
        await session.insert_rows(table_of(EventSender), ("event_id", "sender_id"), senders)
        await settle_facts(session, set(), facts_of(values, campaigns, senders))


async def make_campaigns(database: Database, **names: str) -> None:
    """Campaigns by id and name."""
    seen = {"is_sure": True, "first_seen_at": LONG_AGO, "last_seen_at": LONG_AGO}
    await add(database, *(Campaign(id=id, name=name, **seen) for id, name in names.items()))


async def make_senders(database: Database, **names: str) -> None:
    """Senders by id and name."""
    seen = {"is_sure": True, "first_seen_at": LONG_AGO, "last_seen_at": LONG_AGO}
    await add(database, *(Sender(id=id, name=name, **seen) for id, name in names.items()))
