"""What came of the replies: deals that are still open, won or lost, and what the team noted on the way."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from api.demo.campaigns import Journey
from api.demo.words import DEALS, LOST_REASONS, NOTES
from models.configuration import DEFAULTS
from models.deal import DealStatus

SOLD = 0.75  # of those who replied become a deal
NOTED = 0.5  # of those who replied are noted down
PRICES = (1_900, 4_800, 7_500, 12_000, 18_500, 24_000, 36_000)


@dataclass(frozen=True, slots=True)
class PlannedDeal:
    """A deal with a person and their company; `closed_at` when it was decided before the story's end."""

    made_at: datetime
    person: str
    company: str
    owner: str
    name: str
    stage: str
    amount: Decimal
    expected_close: date
    status: DealStatus = DealStatus.OPEN
    closed_at: datetime | None = None
    lost_reason: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedNote:
    """What somebody of the team wrote down about a person."""

    at: datetime
    person: str
    author: str
    body: str
    is_pinned: bool


def deals(chance: Callable[..., random.Random], journeys: Sequence[Journey], end: datetime) -> Iterator[PlannedDeal]:
    """The deals that replies led to, until the story's end."""
    for journey in journeys:
        draw = chance("deal", journey.person.external_id)
        if journey.replied_at is None or draw.random() >= SOLD:
            continue
        made_at = journey.replied_at + timedelta(hours=draw.uniform(6, 30))
        closed_at = made_at + timedelta(days=draw.uniform(4, 25))
        status = draw.choice((DealStatus.OPEN, DealStatus.OPEN, DealStatus.WON, DealStatus.LOST))
        if made_at >= end:
            continue
        if closed_at >= end:
            status = DealStatus.OPEN
        yield PlannedDeal(
            made_at=made_at,
            person=journey.person.external_id,
            company=journey.person.company.external_id,
            owner=journey.sender,
            name=draw.choice(DEALS).format(company=journey.person.company.name),
            stage=draw.choice(DEFAULTS.deal_stages),
            amount=Decimal(draw.choice(PRICES)) + Decimal(draw.choice((0, 0, 50))) / 100,
            expected_close=(made_at + timedelta(days=draw.randint(10, 75))).date(),
            status=status,
            closed_at=closed_at if status is not DealStatus.OPEN else None,
            lost_reason=draw.choice(LOST_REASONS) if status is DealStatus.LOST else None,
        )


def notes(chance: Callable[..., random.Random], journeys: Sequence[Journey], end: datetime) -> Iterator[PlannedNote]:
    """What the team noted after a reply, until the story's end."""
    for journey in journeys:
        draw = chance("note", journey.person.external_id)
        if journey.replied_at is None or draw.random() >= NOTED:
            continue
        at = journey.replied_at + timedelta(hours=draw.uniform(2, 20))
        if at < end:
            body = draw.choice(NOTES).format(first=journey.person.first, company=journey.person.company.name)
            yield PlannedNote(at, journey.person.external_id, journey.sender, body, draw.random() < 0.2)
