"""Where made-up people live, with telephone numbers that are valid there and ring nowhere.

Every number comes from a range that its country keeps free for film and print; countries without such a range have
none here. Sources: NANPA's 555-01XX, Ofcom's numbers for drama, Bundesnetzagentur's Drama-Nummern, ARCEP's numéros
fictifs, PTS's "nummer för användning i böcker och filmer", ACMA's numbers for fiction.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class City:
    """A city and its telephone numbers: the marks at the end of `line` and `mobile` count up."""

    name: str
    state: str
    line: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: `locale` tells how people are called there, `weight` how many of them the demo has."""

    name: str
    locale: str
    weight: int
    cities: tuple[City, ...]


COUNTRIES = (
    Country(
        "United States",
        "en_US",
        30,
        (
            City("New York", "New York", "+1 212-555-01##", "+1 917-555-01##"),
            City("San Francisco", "California", "+1 415-555-01##", "+1 628-555-01##"),
            City("Chicago", "Illinois", "+1 312-555-01##", "+1 773-555-01##"),
            City("Austin", "Texas", "+1 512-555-01##", "+1 737-555-01##"),
            City("Boston", "Massachusetts", "+1 617-555-01##", "+1 857-555-01##"),
            City("Seattle", "Washington", "+1 206-555-01##", "+1 425-555-01##"),
            City("Denver", "Colorado", "+1 303-555-01##", "+1 720-555-01##"),
            City("Atlanta", "Georgia", "+1 404-555-01##", "+1 470-555-01##"),
        ),
    ),
    Country(
        "United Kingdom",
        "en_GB",
        15,
        (
            City("London", "England", "+44 20 7946 0###"),
            City("Manchester", "England", "+44 161 496 0###"),
            City("Leeds", "England", "+44 113 496 0###"),
            City("Edinburgh", "Scotland", "+44 131 496 0###"),
            City("Bristol", "England", "+44 117 496 0###"),
        ),
    ),
    Country(
        "Germany",
        "de_DE",
        18,
        (
            City("Berlin", "Berlin", "+49 30 23125 ###", "+49 171 39200 ##"),
            City("Hamburg", "Hamburg", "+49 40 66969 ###", "+49 176 040690 ##"),
            City("München", "Bayern", "+49 89 99998 ###"),
            City("Köln", "Nordrhein-Westfalen", "+49 221 4710 ###"),
            City("Frankfurt am Main", "Hessen", "+49 69 90009 ###"),
        ),
    ),
    Country(
        "France",
        "fr_FR",
        12,
        (
            City("Paris", "Île-de-France", "+33 1 99 00 ####"),
            City("Nantes", "Pays de la Loire", "+33 2 61 91 ####"),
            City("Strasbourg", "Grand Est", "+33 3 53 01 ####"),
            City("Lyon", "Auvergne-Rhône-Alpes", "+33 4 65 71 ####"),
            City("Toulouse", "Occitanie", "+33 5 36 49 ####"),
        ),
    ),
    Country(
        "Spain",
        "es_ES",
        13,
        (
            City("Madrid", "Comunidad de Madrid"),
            City("Barcelona", "Cataluña"),
            City("Valencia", "Comunidad Valenciana"),
            City("Bilbao", "País Vasco"),
            City("Málaga", "Andalucía"),
        ),
    ),
    Country(
        "Sweden",
        "sv_SE",
        6,
        (
            City("Stockholm", "Stockholms län", "+46 8 465 004 ##", "+46 70 174 06 1#"),
            City("Göteborg", "Västra Götalands län", "+46 31 390 06 ##"),
            City("Malmö", "Skåne län", "+46 40 628 04 ##"),
        ),
    ),
    Country(
        "Australia",
        "en_AU",
        6,
        (
            City("Sydney", "New South Wales", "+61 2 5550 ####"),
            City("Melbourne", "Victoria", "+61 3 5550 ####"),
            City("Brisbane", "Queensland", "+61 7 5550 ####"),
        ),
    ),
)


def capacity(pattern: str) -> int:
    """How many numbers a range has; none without a range."""
    return 10 ** pattern.count("#") if pattern else 0


def number(pattern: str, place: int) -> str:
    """The number at a place of a range."""
    digits = pattern.count("#")
    return pattern.replace("#" * digits, f"{place:0{digits}}")
