"""Made-up companies and the people who work there, as Enginy would export them. The same seed gives the same."""

import random
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from faker import Faker

from api.demo.places import COUNTRIES, City, Country, capacity, number
from api.demo.words import BEGINNINGS, ENDINGS, INDUSTRIES, JOBS, PASSIONS, TAGS, TEAM, TECHNOLOGIES, TYPES

COMPANY_PREFIX, PERSON_PREFIX = "demo-company-", "demo-lead-"
OWNERS = [user_id for user_id, _, role in TEAM if role != "analyst"]
STAFF = (1, 1, 1, 1, 2, 2, 3, 3, 4, 6)  # how many of a company's people the demo knows
SIZES = ((10, "1-10"), (50, "11-50"), (200, "51-200"), (500, "201-500"), (1_000, "501-1000"), (5_000, "1001-5000"))


@dataclass(slots=True)
class Company:
    """A company: `sent` are the fields that Enginy sends of it, under Enginy's names."""

    external_id: str
    name: str
    domain: str
    country: Country
    city: City
    owner: str
    switchboard: str | None
    sent: dict[str, Any]
    people: list["Person"] = field(default_factory=list)


@dataclass(slots=True)
class Person:
    """Somebody at a company: `sent` are the fields that Enginy sends of them, under Enginy's names."""

    external_id: str
    first: str
    last: str
    department: str
    company: Company
    sent: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


class Population:
    """Makes companies with their people, one after the other."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(f"people {seed}")  # noqa: S311  made-up people guard nothing
        self._fakers: dict[str, Faker] = {}
        self._seed = seed
        self._names: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self.companies: list[Company] = []
        self.people: list[Person] = []

    def grow(self, people: int) -> None:
        """Make companies until there are exactly so many people."""
        while len(self.people) < people:
            company = self._company()
            self.companies.append(company)
            for _ in range(min(self._random.choice(STAFF), people - len(self.people))):
                person = self._person(company)
                company.people.append(person)
                self.people.append(person)

    def _company(self) -> Company:
        draw = self._random
        country = draw.choices(COUNTRIES, [each.weight for each in COUNTRIES])[0]
        city = draw.choice(country.cities)
        industry = draw.choice(list(INDUSTRIES))
        name = self._company_name(industry)
        domain = f"{slug(name)}.example"
        employees = int(10 ** draw.uniform(0.7, 3.9))
        owner = draw.choice(OWNERS)
        sent: dict[str, Any] = {
            "name": name,
            "domain": domain,
            "website": f"https://www.{domain}",
            "industry": industry,
            "numberOfEmployees": employees,
            "linkedinUrl": f"https://www.linkedin.com/company/{slug(name)}-demo",
            "location": f"{city.name}, {country.name}",
            "description": f"{name} works in {industry.lower()} from {city.name}, and is entirely made up.",
            "revenue": f"€{max(1, employees * draw.randint(60, 220) // 1000)}M",
            "companyType": draw.choice(TYPES),
            "foundedYear": draw.randint(1958, 2023),
            "technologiesUsed": ", ".join(sorted(draw.sample(TECHNOLOGIES, draw.randint(1, 4)))),
            "ownerId": owner,
        }
        number_ = f"{COMPANY_PREFIX}{len(self.companies) + 1}"
        return Company(number_, name, domain, country, city, owner, self._number(city.line), sent)

    def _company_name(self, industry: str) -> str:
        for attempt in count():
            stem = self._random.choice(BEGINNINGS) + self._random.choice(ENDINGS)
            name = f"{stem} {self._random.choice(INDUSTRIES[industry])}" + (f" {attempt}" if attempt > 20 else "")
            if slug(name) not in self._names:
                self._names.add(slug(name))
                return name
        raise AssertionError("unreachable")

    def _person(self, company: Company) -> Person:
        draw, place = self._random, company.city
        faker = self._faker(company.country.locale)
        first, last = faker.first_name(), faker.last_name()
        department = draw.choice(list(JOBS))
        title = draw.choice(JOBS[department])
        external_id = f"{PERSON_PREFIX}{len(self.people) + 1}"
        # Some people share the switchboard's number, and a few are known by nothing but their profile.
        line = (
            company.switchboard if draw.random() < 0.04 else self._number(place.line) if draw.random() < 0.55 else None
        )
        sent: dict[str, Any] = {
            "email": self._address(first, last, company.domain) if draw.random() < 0.95 else None,
            "firstName": first,
            "lastName": last,
            "fullName": f"{first} {last}",
            "phone": line,
            "mobilePhone": self._number(place.mobile) if draw.random() < 0.4 else None,
            "company": company.name,
            "title": title,
            "linkedinUrl": f"https://www.linkedin.com/in/{slug(f'{first} {last}')}-demo-{len(self.people) + 1}",
            "location": f"{place.name}, {company.country.name}",
            "city": place.name,
            "state": place.state,
            "country": company.country.name,
            "industry": company.sent["industry"],
            "bio": f"{title} at {company.name}. Cares about {draw.choice(PASSIONS)}." if draw.random() < 0.6 else None,
            "tags": sorted(draw.sample(TAGS, draw.choice((1, 1, 2, 3)))) if draw.random() < 0.5 else None,
            "companySize": _size(company.sent["numberOfEmployees"]),
            "domain": company.domain,
            "emailVerificationStatus": draw.choice(("valid", "valid", "valid", "risky")),
            "ownerId": company.owner if draw.random() < 0.8 else None,
            "customFields": {
                "icpFit": draw.choice("AABBC"),
                "intentScore": round(draw.random(), 2),
                "newsletter": draw.random() < 0.3,
            },
        }
        return Person(
            external_id,
            first,
            last,
            department,
            company,
            {name: value for name, value in sent.items() if value is not None},
        )

    def _address(self, first: str, last: str, domain: str) -> str:
        one, two = slug(first), slug(last)
        choices = [f"{one}.{two}", f"{one[0]}.{two}", f"{one}_{two}", one]
        self._random.shuffle(choices)
        for local in chain(choices, (f"{one}.{two}{place}" for place in count(2))):
            if f"{local}@{domain}" not in self._names:
                self._names.add(f"{local}@{domain}")
                return f"{local}@{domain}"
        raise AssertionError("unreachable")

    def _number(self, pattern: str) -> str | None:
        """The next number of a range, spread over it; None when all are taken."""
        place = self._numbers[pattern]
        self._numbers[pattern] += 1
        size = capacity(pattern)
        return number(pattern, place * 37 % size) if place < size else None

    def _faker(self, locale: str) -> Faker:
        if locale not in self._fakers:
            self._fakers[locale] = Faker(locale)
            self._fakers[locale].seed_instance(f"{locale} {self._seed}")
        return self._fakers[locale]


def slug(text: str) -> str:
    """A text in lower-case letters and digits with hyphens, as addresses have it: "Jörg Weiß" becomes "joerg-weiss"."""
    spelled = text.translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ø": "o", "ł": "l"}
)


def _size(employees: int) -> str:
    return next((label for limit, label in SIZES if employees <= limit), "5001-10000")
