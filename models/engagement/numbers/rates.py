"""How many of how many: each rate with what it is a share of, and how far it can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.database.session import Session
from models.engagement.numbers.counting import MOST_GROUPS, NOBODY, Group, count_groups
from models.engagement.numbers.dimensions import Dimensions, Key
from models.engagement.numbers.statistics import SMALL_SAMPLE, Interval, share_of, wilson
from models.engagement.numbers.wanted import Wanted


class RateMeasure(StrEnum):
    REPLY_RATE = "reply_rate"
    CONNECT_RATE = "connect_rate"
    OPEN_RATE = "open_rate"
    CLICK_RATE = "click_rate"


# Counts of the numerator and the denominator, and the denominator in words. Whoever opened a message without our knowing
# that one was sent counts as having got one here, and only here: opens and clicks have no say in a reply rate.
_FORMED = {
    RateMeasure.REPLY_RATE: ("replied", "messaged", "contacts who were sent a message"),
    RateMeasure.CONNECT_RATE: ("connected", "requested", "contacts who were asked for a connection"),
    RateMeasure.OPEN_RATE: ("opened", "mailed", "contacts who were sent a message, as far as opens and clicks tell"),
    RateMeasure.CLICK_RATE: ("clicked", "mailed", "contacts who were sent a message, as far as opens and clicks tell"),
}
WEAK = frozenset((RateMeasure.OPEN_RATE, RateMeasure.CLICK_RATE))  # programs open mail and follow links, too


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its parts; `shared` are those of the denominator of whom only shared events tell."""

    measure: RateMeasure
    numerator: int
    denominator: int
    shared: int
    min_sample: int = SMALL_SAMPLE

    @property
    def denominator_name(self) -> str:
        return _FORMED[self.measure][2]

    @property
    def rate(self) -> float | None:
        return share_of(self.numerator, self.denominator)

    @property
    def interval(self) -> Interval | None:
        return wilson(self.numerator, self.denominator)

    @property
    def is_small_sample(self) -> bool:
        return self.denominator < self.min_sample

    @property
    def is_weak_evidence(self) -> bool:
        return self.measure in WEAK


@dataclass(frozen=True, slots=True)
class RateRow:
    """The rate of one group; `previous` is the one compared with, None where there is none or it is not known."""

    keys: tuple[Key, ...]
    rate: Rate
    previous: Rate | None = None


@dataclass(frozen=True, slots=True)
class Rates:
    rows: Sequence[RateRow]
    is_cut: bool


async def count_rates(
    session: Session,
    measure: RateMeasure,
    wanted: Wanted,
    by: Dimensions,
    other: Wanted | None = None,
    *,
    min_sample: int = SMALL_SAMPLE,
    most: int = MOST_GROUPS,
) -> Rates:
    """The rate of each group that the dimensions make, the one with the largest denominator first, and how it was in `other`.

    Groups that only the other one has come last, with nobody.
    """

    def rate(group: Group) -> Rate:
        return rate_of(group, measure, min_sample)

    now = await count_groups(session, wanted, by, weak=measure in WEAK)
    is_cut, before, absent = now.is_cut, dict[tuple[Key, ...], Rate](), None
    if other is not None:
        then = await count_groups(session, other, by, weak=measure in WEAK)
        before = {group.keys: rate(group) for group in then.groups}
        # A group that the cut may have hidden is not known to have been empty.
        is_cut, absent = now.is_cut or then.is_cut, None if then.is_cut else rate(NOBODY)
    rows = [RateRow(group.keys, rate(group), before.pop(group.keys, absent)) for group in now.groups]
    if not now.is_cut:
        rows += [RateRow(keys, rate(NOBODY), previous) for keys, previous in before.items()]
    rows.sort(key=lambda row: -row.rate.denominator)
    return Rates(rows[:most], is_cut or len(rows) > most)


def rate_of(group: Group, measure: RateMeasure, min_sample: int = SMALL_SAMPLE) -> Rate:
    """The rate of a group, which must have been counted with weak evidence where the measure needs it."""
    numerator, denominator, _ = _FORMED[measure]
    whole = getattr(group.counts, denominator)
    sure = getattr(group.certain, denominator)
    return Rate(measure, getattr(group.counts, numerator), whole, whole - sure, min_sample)
