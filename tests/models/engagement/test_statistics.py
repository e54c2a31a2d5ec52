"""Intervals and quartiles, against values worked out elsewhere and against the standard library."""

from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.engagement.numbers.statistics import Interval, quartile, quartile_places, share_of, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        pytest.param(0, 10, 0.0, 0.2775327998628892, id="none-of-ten"),
        pytest.param(10, 10, 0.7224672001371107, 1.0, id="all-of-ten"),
        pytest.param(5, 10, 0.236593090512564, 0.763406909487436, id="half-of-ten"),
        pytest.param(1, 1, 0.20654931437723745, 1.0, id="one-of-one"),
        pytest.param(81, 263, 0.2552977962393, 0.3661771203829, id="newcombe-1998"),
        pytest.param(15, 148, 0.0623860206, 0.1605370214, id="newcombe-1998-small-share"),
    ],
)
def test_interval_is_wilsons(successes, trials, low, high):
    found = wilson(successes, trials)

    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_nothing_tried_has_neither_share_nor_interval():
    assert (wilson(0, 0), share_of(0, 0)) == (None, None)


@given(some.integers(0, 10_000), some.integers(1, 10_000))
def test_interval_holds_the_share_and_stays_between_nothing_and_everything(part, trials):
    successes = part % (trials + 1)

    found = wilson(successes, trials)

    assert isinstance(found, Interval)
    assert 0 <= found.low <= successes / trials <= found.high <= 1


@given(some.lists(some.integers(0, 10**9), min_size=2, max_size=200))
def test_quartiles_are_those_of_the_standard_library(values):
    ordered = sorted(values)
    known = {place: float(ordered[place]) for place in quartile_places(len(ordered))}

    found = [quartile(each, len(ordered), known) for each in (1, 2, 3)]

    assert found == pytest.approx(quantiles(ordered, n=4, method="inclusive"))


def test_quartiles_of_one_value_are_that_value():
    assert [quartile(each, 1, {0: 2.5}) for each in (1, 2, 3)] == [2.5, 2.5, 2.5]


def test_of_many_values_six_are_enough():
    assert quartile_places(100) == [24, 25, 49, 50, 74, 75]
    assert quartile_places(0) == []
