"""Campaigns: how Enginy's messages went with each person, and what it would report of that at any moment."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from api.demo.people import Person
from api.demo.words import (
    CAMPAIGNS,
    FIELD_NAMES,
    FOLLOW_UPS,
    LAST_ONES,
    OPENERS,
    OURS,
    RENAMED,
    REPLIES,
    REQUESTS,
    STEP_NAMES,
    TEAM,
)

REACHED = 0.28  # of the people of a wave
SHARED = 0.12  # of those reached: another campaign has them too
SCANNED = 0.2  # of the e-mails
NAMES = {user_id: name for user_id, name, _ in TEAM}


@dataclass(frozen=True, slots=True)
class Message:
    """A message or a connection, as Enginy reports it."""

    at: datetime
    id: str
    person: str
    sender: str
    type: str
    is_inbound: bool
    subject: str
    body: str
    place: int  # of the message in its sequence, from 1; 0 for a connection
    count: int


@dataclass(slots=True)
class Journey:
    """One person in one campaign: messages in order, and the status each of them led to."""

    person: Person
    campaign: str
    channels: tuple[str, ...]
    sender: str
    added_at: datetime
    replied_at: datetime | None = None
    messages: list[Message] = field(default_factory=list)
    statuses: list[tuple[datetime, str, str]] = field(default_factory=list)  # moment, status, word in the activity list
    also: tuple[datetime, str] | None = None  # since when another campaign has them too
    opens: list[datetime] = field(default_factory=list)
    clicks: list[datetime] = field(default_factory=list)

    def engagement(self, at: datetime, renamed_at: datetime) -> dict[str, str] | None:
        """The engagement fields at a moment, under the names that users gave them; None before the campaign."""
        told = self._told(at)
        if told is None:
            return None
        names = FIELD_NAMES.get(self.campaign, {})
        named = {names.get(name, name): value for name, value in told.items()}
        return {RENAMED.get(name, name): value for name, value in named.items()} if at >= renamed_at else named

    def _told(self, at: datetime) -> dict[str, str] | None:
        """The engagement fields under the guide's names."""
        if at < self.added_at:
            return None
        past = [each for each in self.statuses if each[0] <= at]
        replied = self.replied_at is not None and self.replied_at <= at
        opens, clicks = (sum(moment <= at for moment in moments) for moments in (self.opens, self.clicks))
        told = {
            "campaignEngagementStatus": past[-1][1] if past else "Added to Campaign",
            "campaignSequenceStatus": self._sequence_status(past, replied=replied),
            "campaignSequenceDetails": ", ".join(STEP_NAMES[channel] for channel in self.channels),
            "campaignOpens": str(opens),
            "campaignClicks": str(clicks),
            "campaignOpenAnalysis": f"Yes ({opens})" if opens else "No",
            "campaignClickAnalysis": f"Yes ({clicks})" if clicks else "No",
            "campaignReplyAnalysis": "Yes (1)" if replied else "No",
            "senders": NAMES[self.sender],
            "campaigns": self.campaign,
        }
        if self.also is not None and self.also[0] <= at:
            told["campaigns"] = f"{self.campaign}, {self.also[1]}"
        if past:
            told["activities"] = ", ".join(word for _, _, word in past)
        return told

    def _sequence_status(self, past: Sequence[tuple[datetime, str, str]], *, replied: bool) -> str:
        if replied:
            return "Replied"
        if not past:
            return "Not Started"
        return "Finished" if past[-1][1].startswith(f"Message Sent ({len(self.channels)}/") else "Ongoing"


def journeys(
    chance: Callable[..., random.Random], people: Sequence[Person], exported_at: datetime, end: datetime, wave: int
) -> Iterator[Journey]:
    """How the campaign of a wave went, until the story's end."""
    campaign, channels = CAMPAIGNS[wave % len(CAMPAIGNS)]
    for person in people:
        draw = chance("journey", person.external_id)
        if draw.random() >= REACHED or (channels[0] == "EMAIL" and "email" not in person.sent):
            continue
        added_at = exported_at + timedelta(days=draw.uniform(1, 4))
        journey = Journey(person, campaign, channels, person.company.owner, added_at)
        if draw.random() < SHARED:
            others = [name for name, _ in CAMPAIGNS if name != campaign and "," not in name]
            journey.also = (added_at + timedelta(days=draw.uniform(5, 20)), draw.choice(others))
        _Telling(draw, journey, end).tell()
        yield journey


class _Telling:
    """Writes a journey, message by message, until somebody replies or the story ends."""

    def __init__(self, draw: random.Random, journey: Journey, end: datetime) -> None:
        self.draw, self.journey, self.end = draw, journey, end
        self.at = journey.added_at

    def tell(self) -> None:
        journey = self.journey
        if journey.channels[0] == "LINKEDIN" and not self._connect():
            return
        for place, channel in enumerate(journey.channels, 1):
            self._pass(2, 6)
            step = f"({place}/{len(journey.channels)}) - {channel}"
            if not self._note(f"Message Sent {step}", f"Message Sent ({channel})"):
                return
            self._message(channel, False, self._words(place), place)
            if channel == "EMAIL":
                self._read()
            if self.draw.random() < 0.14:
                self._pass(0.1, 3)
                if self._note(f"Message Replied {step}", f"Message Replied ({channel})"):
                    self._message(channel, True, self.draw.choice(REPLIES), place)
                    journey.replied_at = self.at
                return

    def _connect(self) -> bool:
        self._pass(0.2, 1)
        if not self._note("Connection Request Sent", "Connection Request Sent"):
            return False
        self._message("LINKEDIN_CONNECTION", False, self.draw.choice(REQUESTS), 0)
        if self.draw.random() > 0.65:
            return False
        self._pass(0.2, 4)
        if not self._note("Connection Accepted", "Connection Accepted"):
            return False
        self._message("LINKEDIN_CONNECTION", True, "", 0)
        return True

    def _pass(self, least: float, most: float) -> None:
        """Time goes by, and people write on working days between eight and six."""
        at = self.at + timedelta(days=self.draw.uniform(least, most))
        while at.weekday() > 4:
            at += timedelta(days=1)
        moved = at.replace(hour=8 + self.draw.randrange(10), minute=self.draw.randrange(60), microsecond=0)
        self.at = max(moved, self.at + timedelta(minutes=20))

    def _note(self, status: str, word: str) -> bool:
        """Write a status down; False when it would be after the story's end."""
        if self.at >= self.end - timedelta(hours=1):
            return False
        self.journey.statuses.append((self.at, status, word))
        return True

    def _message(self, type_: str, is_inbound: bool, words: str, place: int) -> None:
        journey, person = self.journey, self.journey.person
        sender = NAMES[journey.sender]
        told = words.format(
            first=person.first, company=person.company.name, city=person.company.city.name,
            department=person.department, sender=sender.partition(" ")[0],
        )  # fmt: skip
        count = len(journey.channels)
        step = f"[{place}/{count}] " if place else ""
        subject = f"[{person.company.name}] {person.name}" if is_inbound else f"{step}[FROM {OURS}] {sender}"
        body = "".join(f"<p>{part}</p>" for part in told.split("\n")) if type_ == "EMAIL" else told
        number = len(journey.messages) + 1
        journey.messages.append(
            Message(
                self.at, f"{person.external_id}-message-{number}", person.external_id, journey.sender, type_,
                is_inbound, subject, body, place, count,
            )
        )  # fmt: skip

    def _words(self, place: int) -> str:
        if place == 1:
            return self.draw.choice(OPENERS)
        return self.draw.choice(LAST_ONES if place == len(self.journey.channels) else FOLLOW_UPS)

    def _read(self) -> None:
        """Opens and clicks, as far as pixels and links can tell."""
        if self.draw.random() < SCANNED:  # a program looks at the mail before anybody does
            self.journey.opens += [self.at + timedelta(seconds=self.draw.uniform(2, 40)) for _ in range(3)]
        for _ in range(self.draw.choice((0, 0, 1, 1, 2, 4))):
            self.journey.opens.append(self.at + timedelta(hours=self.draw.uniform(0.1, 60)))
        if self.journey.opens and self.draw.random() < 0.2:
            self.journey.clicks.append(self.journey.opens[-1] + timedelta(minutes=1))
