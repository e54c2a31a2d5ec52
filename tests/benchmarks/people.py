"""People for benchmarks: the same by number, with a known share that is already stored."""

from typing import Any

KNOWN_SHARE = 0.85


def person(number: int) -> dict[str, Any]:
    """A stored contact's fields by Enginy's names; every seventh has no e-mail, every third a mobile phone."""
    fields: dict[str, Any] = {
        "firstName": f"First{number % 997}",
        "lastName": f"Last{number}",
        "phone": f"+1202{number % 10_000_000:07d}",
        "company": f"Company {number % 5_000}",
        "title": "VP of Engineering",
        "linkedinUrl": f"https://www.linkedin.com/in/person-{number}",
        "country": "United States",
    }
    if number % 7:
        fields["email"] = f"person.{number}@mail{number % 300}.example.com"
    if not number % 3:
        fields["mobilePhone"] = f"+1303{number % 10_000_000:07d}"
    return fields


def lead(number: int, stored: int, count: int) -> dict[str, Any]:
    """The lead `number` of `count`: 85 of 100 are spread evenly over the `stored` people, the others are unknown."""
    known = number % 100 < KNOWN_SHARE * 100
    who = number * (stored // count) % stored if known else stored + 1_000_000 + number
    return {"externalId": f"lead-{number}", **person(who)}


def leads(stored: int, count: int) -> list[dict[str, Any]]:
    return [lead(number, stored, count) for number in range(count)]
