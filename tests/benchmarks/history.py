"""A team's outreach as rows: contacts, campaigns, senders, and what happened over a year, in the order it became known."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import SQLModel

import models
from models.base import table_of
from models.columns import new_id
from models.database.engine import Database
from models.engagement.fact import facts_of, settle_facts
from models.engagement.words import Attribution, Certainty, EventKind

START = datetime(2025, 1, 1, tzinfo=UTC)
EVENTS_A_CONTACT = 10
CAMPAIGNS, SENDERS, OWNERS, COMPANIES = 24, 15, 12, 2_000
COUNTRIES = ("Spain", "France", "Germany", "Italy", "Portugal", "United Kingdom", "United States", None)
INDUSTRIES = ("Software", "Retail", "Banking", "Health", "Logistics", "Energy", "Education", None)
LIFECYCLE_STAGES = ("lead", "qualified", "opportunity", "customer", None)
TAGS = ("vip", "event", "inbound", "partner", "2025", "priority")
BATCH = 20_000

Values = dict[str, Any]


async def fill(db: Database, events: int, seed: int = 7) -> None:
    """So many events of a tenth as many contacts, stored as whoever makes events leaves them."""
    chance = random.Random(seed)
    campaigns = [new_id("campaign") for _ in range(CAMPAIGNS)]
    senders = [new_id("sender") for _ in range(SENDERS)]
    seen = {"is_sure": True, "first_seen_at": START, "last_seen_at": START}
    await _insert(
        db, models.Campaign, [{"id": id, "name": f"Campaign {at}", **seen} for at, id in enumerate(campaigns)]
    )
    await _insert(db, models.Sender, [{"id": id, "name": f"Sender {at}", **seen} for at, id in enumerate(senders)])
    contacts = await _fill_contacts(db, events // EVENTS_A_CONTACT, chance)
    history: list[Values] = []
    while len(history) < events:
        for contact_id in contacts:
            history += _story(contact_id, campaigns, senders, chance)
    history = sorted(history[:events], key=lambda event: (event["known_at"], event["record_id"]))
    for start in range(0, len(history), BATCH):
        batch = history[start : start + BATCH]
        of_campaigns, of_senders = [], []
        for event in batch:
            event["id"] = new_id("event")
            of_campaigns += [{"event_id": event["id"], "campaign_id": each} for each in event.pop("campaigns")]
            of_senders += [{"event_id": event["id"], "sender_id": each} for each in event.pop("senders")]
        facts = facts_of(
            batch,
            [tuple(each.values()) for each in of_campaigns],
            [tuple(each.values()) for each in of_senders],
        )
        async with db.write() as session:
            await settle_facts(session, set(), facts)
        await _insert(db, models.EngagementEvent, batch)
        await _insert(db, models.EventCampaign, of_campaigns)
        await _insert(db, models.EventSender, of_senders)


async def _fill_contacts(db: Database, count: int, chance: random.Random) -> list[str]:
    stamps = {"created_at": START, "created_by": "bench", "updated_at": START, "updated_by": "bench", "version": 1}
    blank = {"custom_fields": {}, "edits": {}}
    owners = [f"user_{at}" for at in range(OWNERS)]
    await _insert(
        db,
        models.User,
        [{"id": id, "name": f"Owner {at}", "role": "rep", "created_at": START} for at, id in enumerate(owners)],
    )
    companies = [new_id("company") for _ in range(min(COMPANIES, count))]
    await _insert(
        db, models.Company, [{"id": id, "name": f"Company {at}", **blank, **stamps} for at, id in enumerate(companies)]
    )
    contacts, ties, keys = [], [], []
    for number in range(count):
        id = new_id("contact")
        tags = chance.sample(TAGS, chance.choice((0, 0, 1, 2)))
        contacts.append(
            {
                "id": id,
                "email": f"person{number}@company{number % COMPANIES}.example",
                "first_name": f"First{number % 997}",
                "last_name": f"Last{number}",
                "title": "Head of something that takes a few words to say",
                "linkedin_url": f"https://linkedin.com/in/person-{number}",
                "bio": "Somebody who has done this and that for a number of years. " * 3,
                "owner_id": chance.choice((*owners, None)),
                "country": chance.choice(COUNTRIES),
                "industry": chance.choice(INDUSTRIES),
                "lifecycle_stage": chance.choice(LIFECYCLE_STAGES),
                "tags": tags,
                "deleted_at": START if chance.random() < 0.01 else None,
                **blank,
                **stamps,
            }
        )
        keys += [{"kind": "tag", "value": tag, "record_id": id, "added_at": START} for tag in tags]
        tie = {"contact_id": id, "company_id": chance.choice(companies), "is_main": True, "created_at": START}
        ties += [tie] if chance.random() < 0.9 else []
    await _insert(db, models.Contact, contacts)
    await _insert(db, models.ContactKey, keys)
    await _insert(db, models.Association, ties)
    return [each["id"] for each in contacts]


def _story(contact_id: str, campaigns: Sequence[str], senders: Sequence[str], chance: random.Random) -> list[Values]:
    """What one campaign did with one contact: about ten events."""
    linkedin, shared = chance.random() < 0.6, chance.random() < 0.05
    now = START + timedelta(seconds=chance.randrange(330 * 86_400))
    told: list[Values] = []

    def happens(kind: EventKind, channel: str | None, step: int | None = None, *, observed: bool = True) -> None:
        nonlocal now
        now += timedelta(seconds=chance.randrange(600, 3 * 86_400))
        told.append(
            {
                "entity": "contact",
                "record_id": contact_id,
                "kind": kind.value,
                "channel": channel,
                "step": step,
                "steps": 3 if step else None,
                "count": 1,
                "certainty": (Certainty.OBSERVED if observed else Certainty.INFERRED).value,
                "occurred_at": now,
                "latest_at": now,
                "earliest_at": None,
                "known_at": now + timedelta(hours=chance.randrange(0, 24)),
                "campaign_attribution": (Attribution.SHARED if shared else Attribution.CERTAIN).value,
                "sender_attribution": Attribution.CERTAIN.value,
                "campaigns": chosen,
                "senders": [sender],
            }
        )

    chosen, sender = chance.sample(campaigns, 2 if shared else 1), chance.choice(senders)
    happens(EventKind.ADDED, None, observed=False)
    if linkedin:
        happens(EventKind.CONNECTION_REQUEST_SENT, "LINKEDIN")
        if chance.random() < 0.4:
            happens(EventKind.CONNECTION_ACCEPTED, "LINKEDIN", observed=chance.random() < 0.5)
    channel = "LINKEDIN" if linkedin else "EMAIL"
    for step in (1, 2, 3):
        happens(EventKind.MESSAGE_SENT, channel, step)
        for _ in range(chance.randrange(4)):
            happens(EventKind.OPENED, channel, step)
        if chance.random() < 0.15:
            happens(EventKind.CLICKED, channel, step)
        if chance.random() < 0.08:
            happens(EventKind.MESSAGE_REPLIED, channel, step, observed=chance.random() < 0.8)
            break
    happens(EventKind.SEQUENCE_FINISHED, None, observed=False)
    return told


async def _insert(db: Database, model: type[SQLModel], rows: list[Values]) -> None:
    table, columns = table_of(model), list(rows[0]) if rows else []
    async with db.write() as session:
        for start in range(0, len(rows), BATCH):
            values = [tuple(row[name] for name in columns) for row in rows[start : start + BATCH]]
            await session.insert_rows(table, columns, values)
