"""What happened with the made-up people in the last eight weeks: exports, campaigns, syncs, tasks, corrections.

A story is a list of steps that depends on the seed, the number of people and the moment it ends at, on nothing else,
so that filling a database can stop after any step and go on later.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from api.demo.campaigns import Journey, journeys
from api.demo.people import OWNERS, Company, Person, Population
from api.demo.sales import deals, notes
from api.demo.words import SILENT_CAMPAIGN, TASKS, TEAM

BATCH = 100  # contacts in one export; source: Enginy's page endpoints/contacts/create
WEEKS = 8
WAVES = 4
RENAMED_BEFORE = timedelta(weeks=2)
TWINS = 4  # contacts a person adds by hand that share an address with somebody, from a hundred people on


class Act(StrEnum):
    """What a step does; its items are those of the resolver behind it."""

    ADD_TEAM = "add the team"
    EXPORT_COMPANIES = "export companies"
    EXPORT_PEOPLE = "export people"
    ASSOCIATE = "associate"
    ADD_BY_HAND = "add by hand"
    EDIT = "edit"
    UPDATE = "update"
    SYNC_PEOPLE = "sync people"
    SYNC_COMPANIES = "sync companies"
    REPORT_MESSAGES = "report messages"
    PLAN_TASKS = "plan tasks"
    MAKE_DEALS = "make deals"
    WRITE_NOTES = "write notes"


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of a person or company to send, by their external id."""

    external_id: str
    sent: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and their company, by their external ids."""

    person: str
    company: str


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """Something to do about a person; `done_at` when somebody did it before the story's end."""

    made_at: datetime
    person: str
    owner: str
    type: str
    subject: str
    description: str | None
    due_at: datetime
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Step:
    """One act at a moment, by a user of the team or by Enginy (None)."""

    at: datetime
    act: Act
    items: tuple[Any, ...]
    by: str | None = None


def tell(seed: int, people: int, end: datetime) -> list[Step]:
    """The steps that lead to a database with so many contacts, in the order in which they happened."""
    return sorted(Story(seed, people, end).steps(), key=lambda step: step.at)


class Story:
    """Puts the steps together."""

    def __init__(self, seed: int, people: int, end: datetime) -> None:
        self._seed = seed
        self._end = end
        self._start = (end - timedelta(weeks=WEEKS)).replace(hour=7, minute=0, second=0, microsecond=0)
        self._twins = TWINS if people >= 100 else 0
        population = Population(seed)
        population.grow(people - self._twins)
        self._companies, self._people = population.companies, population.people
        self._journeys: list[Journey] = []

    def steps(self) -> Iterator[Step]:
        yield Step(self._start, Act.ADD_TEAM, TEAM)
        size = -(-len(self._people) // WAVES)
        known: set[str] = set()
        for wave in range(WAVES):
            at = self._start + timedelta(weeks=2 * wave, hours=1)
            people = self._people[wave * size : (wave + 1) * size]
            companies = {each.company.external_id: each.company for each in people}
            yield from self._export(at, [companies[each] for each in companies if each not in known], people)
            known.update(companies)
            self._journeys += journeys(self._draw, people, at, self._end, wave)
            yield from self._scores(at + timedelta(days=1), people)
        yield from self._by_hand()
        yield from self._messages()
        yield from self._engagement()
        yield from self._outcomes()
        yield from self._tasks()
        yield from self._sales()
        yield from self._syncs()

    def _draw(self, *about: object) -> random.Random:
        """Chance about one thing. Each has its own, so that what happens to one person moves nobody else."""
        return random.Random(f"{self._seed} {about}")  # noqa: S311  made-up lives guard nothing

    def _export(self, at: datetime, companies: Sequence[Company], people: Sequence[Person]) -> Iterator[Step]:
        """Companies first, then contacts, then who belongs where: the order in which Enginy exports."""
        for act, records in ((Act.EXPORT_COMPANIES, companies), (Act.EXPORT_PEOPLE, people)):
            for part in _parts([Fields(each.external_id, each.sent) for each in records]):
                yield Step(at, act, part)
                at += timedelta(seconds=20)
        for part in _parts([Pair(each.external_id, each.company.external_id) for each in people]):
            yield Step(at, Act.ASSOCIATE, part)
            at += timedelta(seconds=20)

    def _scores(self, at: datetime, people: Sequence[Person]) -> Iterator[Step]:
        """The team rates newcomers the day after."""
        draw = self._draw("scores", people[0].external_id)
        rated = [
            Fields(each.external_id, {"leadScore": draw.randint(5, 70), "lifecycleStage": "Lead"})
            for each in people
            if draw.random() < 0.85
        ]
        for part in _parts(rated):
            yield Step(at, Act.EDIT, part, by=draw.choice(OWNERS))
            at += timedelta(minutes=4)

    def _by_hand(self) -> Iterator[Step]:
        """Somebody adds contacts that Enginy knows already: the doubles that make a sync ambiguous."""
        for person in self._addressed()[: self._twins]:
            shared = {name: person.sent[name] for name in ("email", "firstName", "lastName", "company")}
            twin = Fields("", {**shared, "title": "Unknown", "tags": ["trade fair"]})
            yield Step(self._start + timedelta(days=45, hours=3), Act.ADD_BY_HAND, (twin,), by=person.company.owner)

    def _addressed(self) -> list[Person]:
        """People with an address, in an order that mixes the waves."""
        return [each for each in self._people[3::7] if "email" in each.sent]

    def _messages(self) -> Iterator[Step]:
        synced = [journey for journey in self._journeys if journey.campaign != SILENT_CAMPAIGN]
        messages = [message for journey in synced for message in journey.messages]
        for part in _by_day(messages, lambda message: message.at):
            yield Step(part[-1].at, Act.REPORT_MESSAGES, part)

    def _engagement(self) -> Iterator[Step]:
        """Once a week Enginy reports how its campaigns stand, for everybody of whom there is news."""
        told: dict[str, dict[str, str]] = {}
        renamed_at = self._end - RENAMED_BEFORE
        for week in range(WEEKS + 1):
            at = min(self._start + timedelta(weeks=week, days=4, hours=10), self._end - timedelta(minutes=30))
            news = []
            for journey in self._journeys:
                status = journey.engagement(at, renamed_at)
                if status is not None and told.get(journey.person.external_id) != status:
                    told[journey.person.external_id] = status
                    news.append(Fields(journey.person.external_id, dict(status)))
            for part in _parts(news):
                yield Step(at, Act.UPDATE, part)
                at += timedelta(seconds=5)

    def _outcomes(self) -> Iterator[Step]:
        """Who replied is looked at by the owner; and a correction that Enginy's next, stale copy must not undo."""
        for journey in self._journeys:
            if journey.replied_at is None or journey.replied_at + timedelta(days=1) >= self._end:
                continue
            draw = self._draw("outcome", journey.person.external_id)
            stage = draw.choice(("MQL", "MQL", "SQL", "SQL", "Opportunity", "Customer"))
            edit = {"lifecycleStage": stage, "leadScore": draw.randint(60, 98)}
            person, at = journey.person, journey.replied_at + timedelta(hours=5)
            yield Step(at, Act.EDIT, (Fields(person.external_id, edit),), by=journey.sender)
        for person in self._addressed()[self._twins : self._twins + 3]:
            at = self._start + timedelta(days=50, hours=4)
            corrected = Fields(person.external_id, {"title": f"Deputy {person.sent['title']}"})
            yield Step(at, Act.EDIT, (corrected,), by=person.company.owner)
            stale = Fields(person.external_id, {name: person.sent[name] for name in ("title", "company", "location")})
            yield Step(at + timedelta(days=2), Act.UPDATE, (stale,))

    def _tasks(self) -> Iterator[Step]:
        """Sequences ask the team to do something; most of it gets done, some of it late, some of it not yet."""
        planned = []
        for journey in self._journeys:
            draw = self._draw("task", journey.person.external_id)
            if not journey.messages or draw.random() > (0.8 if journey.replied_at else 0.22):
                continue
            person = journey.person
            made_at = (journey.replied_at or journey.messages[-1].at) + timedelta(hours=1)
            if made_at >= self._end:
                continue
            type_, subject, description = draw.choice(TASKS)
            due_at = (made_at + timedelta(days=draw.randint(1, 9))).replace(hour=16, minute=0, second=0, microsecond=0)
            done_at = made_at + timedelta(days=draw.uniform(0.1, 8))
            is_done = draw.random() < 0.7 and done_at < self._end
            words = subject.format(name=person.name, company=person.company.name)
            planned.append(
                PlannedTask(
                    made_at, person.external_id, journey.sender, type_, words, description, due_at,
                    done_at if is_done else None,
                )
            )  # fmt: skip
        for part in _by_day(planned, lambda task: task.made_at):
            yield Step(part[-1].made_at, Act.PLAN_TASKS, part)

    def _sales(self) -> Iterator[Step]:
        """Replies become deals and notes."""
        for made in _by_day(deals(self._draw, self._journeys, self._end), lambda deal: deal.made_at):
            yield Step(made[-1].made_at, Act.MAKE_DEALS, made)
        for written in _by_day(notes(self._draw, self._journeys, self._end), lambda note: note.at):
            yield Step(written[-1].at, Act.WRITE_NOTES, written)

    def _syncs(self) -> Iterator[Step]:
        """Enginy asks who is known: by link, by address, by profile, by telephone, by nothing, and by too much."""
        addressed = self._addressed()
        for day in (20, 34, 47, 54):
            draw = self._draw("sync", day)
            at = self._start + timedelta(days=day, hours=6)
            exported = [each for each in self._people[: len(self._people) * day // 60] if draw.random() < 0.2]
            leads = [Fields(each.external_id, each.sent) for each in exported[:60]]
            leads += [
                Fields(f"demo-list-{day}-{place}", _as_met(person, place + day))
                for place, person in enumerate(addressed[:25])
            ]
            leads += [Fields(f"demo-list-{day}-new-{place}", _stranger(day, place)) for place in range(1, 9)]
            for part in _parts(leads):
                yield Step(at, Act.SYNC_PEOPLE, part)
            asked = [
                Fields(each.external_id, {name: each.sent[name] for name in ("name", "domain", "website")})
                for each in self._companies[: len(self._companies) * day // 60 : 4]
            ]
            for part in _parts([*asked, Fields(f"demo-unknown-{day}", {"name": f"Unheard-of Works {day}"})]):
                yield Step(at + timedelta(minutes=1), Act.SYNC_COMPANIES, part)


def _as_met(person: Person, place: int) -> dict[str, Any]:
    """Somebody known, as another list has them: under one identifier or another."""
    sent = person.sent
    named = {"firstName": person.first, "lastName": person.last}
    if place % 4 == 1:
        return {**named, "linkedinUrl": sent["linkedinUrl"].replace("https://www.", "http://de.") + "/?locale=de"}
    if place % 4 == 2 and "phone" in sent:
        return {**named, "phone": sent["phone"], "email": f"private{place}@mailbox.example"}
    return {**named, "email": sent["email"].upper() if place % 3 == 0 else sent["email"]}


def _stranger(day: int, place: int) -> dict[str, Any]:
    return {
        "email": f"newcomer{place}.{day}@elsewhere{place}.example" if place % 4 else "n/a",
        "firstName": "New",
        "lastName": f"Prospect {day}-{place}",
        "company": "Elsewhere",
    }


def _parts(items: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(items), BATCH):
        yield tuple(items[start : start + BATCH])


def _by_day(items: Iterable[Any], moment: Callable[[Any], datetime]) -> Iterator[tuple[Any, ...]]:
    for _, part in groupby(sorted(items, key=moment), lambda item: moment(item).date()):
        yield tuple(part)
