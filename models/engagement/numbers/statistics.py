"""Rates and the middle of many values, with what can honestly be said of them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

SMALL_SAMPLE = 30  # below this many, a rate says little
_Z = 1.959963984540054  # 95 % of a normal distribution lie within so many standard deviations


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies with 95 % confidence."""

    low: float
    high: float


def wilson(successes: int, trials: int) -> Interval | None:
    """Wilson's interval of a share, which holds for few trials and for shares near 0 and 1 too; None without trials.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
    """
    if trials <= 0:
        return None
    share, square = successes / trials, _Z * _Z
    center = (share + square / (2 * trials)) / (1 + square / trials)
    reach = _Z / (1 + square / trials) * sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    # The bounds at the ends are exact; rounding would leave them just beside.
    low = 0.0 if successes == 0 else max(0.0, center - reach)
    high = 1.0 if successes == trials else min(1.0, center + reach)
    return Interval(low, high)


def share_of(part: int, whole: int) -> float | None:
    """A part of a whole, from 0 to 1; None of nothing."""
    return part / whole if whole else None


def quartile_places(count: int) -> Sequence[int]:
    """Which of so many sorted values, from 0, the quartiles are made of."""
    return sorted({place for quarter in (1, 2, 3) for place in _between(quarter, count)}) if count else []


def quartile(quarter: int, count: int, values: dict[int, float]) -> float:
    """The first, second or third quartile of sorted values, of which those at `quartile_places` are known.

    Between two values it lies where the straight line between them does, as PostgreSQL's percentile_cont has it.
    """
    below, above = _between(quarter, count)
    weight = quarter * (count - 1) % 4 / 4
    return values[below] + (values[above] - values[below]) * weight


def _between(quarter: int, count: int) -> tuple[int, int]:
    position, rest = divmod(quarter * (count - 1), 4)
    return position, position + (rest > 0)
