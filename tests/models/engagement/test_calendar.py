"""Days, weeks and months where clocks change, skip midnight, or a whole day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.engagement.numbers.calendar import Interval, buckets_between, find_zone
from models.errors import InvalidInput


def spans(interval: Interval, zone: str, since: datetime, until: datetime) -> list[tuple[str, str, str]]:
    return [
        (each.day.isoformat(), f"{each.start:%m-%dT%H:%M}", f"{each.end:%m-%dT%H:%M}")
        for each in buckets_between(interval, find_zone(zone), since, until)
    ]


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_day_on_which_clocks_go_forward_has_23_hours():
    found = spans(Interval.DAY, "Europe/Madrid", moment(2025, 3, 29, 12), moment(2025, 3, 31, 12))

    assert found == [
        ("2025-03-29", "03-28T23:00", "03-29T23:00"),
        ("2025-03-30", "03-29T23:00", "03-30T22:00"),
        ("2025-03-31", "03-30T22:00", "03-31T22:00"),
    ]


def test_day_on_which_clocks_go_back_has_25_hours():
    found = spans(Interval.DAY, "America/New_York", moment(2025, 11, 2, 12), moment(2025, 11, 2, 13))

    assert found == [("2025-11-02", "11-02T04:00", "11-03T05:00")]


def test_midnight_that_clocks_skip_is_the_moment_they_do():
    found = spans(Interval.DAY, "America/Sao_Paulo", moment(2018, 11, 3, 12), moment(2018, 11, 4, 12))

    assert found == [("2018-11-03", "11-03T03:00", "11-04T03:00"), ("2018-11-04", "11-04T03:00", "11-05T02:00")]


def test_midnight_that_clocks_show_twice_is_the_first():
    found = spans(Interval.DAY, "America/Havana", moment(2025, 11, 2, 12), moment(2025, 11, 2, 13))

    assert found == [("2025-11-02", "11-02T04:00", "11-03T05:00")]


def test_day_that_never_was_is_left_out():
    found = spans(Interval.DAY, "Pacific/Apia", moment(2011, 12, 29, 20), moment(2011, 12, 30, 20))

    assert found == [("2011-12-29", "12-29T10:00", "12-30T10:00"), ("2011-12-31", "12-30T10:00", "12-31T10:00")]


def test_week_begins_on_monday():
    found = spans(Interval.WEEK, "UTC", moment(2025, 1, 1), moment(2025, 1, 6))

    assert found == [("2024-12-30", "12-30T00:00", "01-06T00:00")]


def test_months_have_their_own_lengths():
    found = spans(Interval.MONTH, "Asia/Tokyo", moment(2024, 1, 31, 16), moment(2024, 3, 1))

    assert found == [("2024-02-01", "01-31T15:00", "02-29T15:00"), ("2024-03-01", "02-29T15:00", "03-31T15:00")]


def test_end_of_a_period_is_without_it():
    assert spans(Interval.DAY, "UTC", moment(2025, 1, 1), moment(2025, 1, 2)) == [
        ("2025-01-01", "01-01T00:00", "01-02T00:00")
    ]
    assert spans(Interval.DAY, "UTC", moment(2025, 1, 2), moment(2025, 1, 2)) == []


@pytest.mark.parametrize(
    "name", ["Mars/Olympus", "", "../etc/passwd", "/etc/localtime", "UTC\x00", "x" * 5_000, "\ud800"]
)
def test_unknown_time_zone_is_refused(name):
    with pytest.raises(InvalidInput) as refused:
        find_zone(name)

    assert refused.value.field == "timeZone"


def test_more_buckets_than_an_answer_holds_are_refused():
    with pytest.raises(InvalidInput, match="At most 1,000 buckets fit in one answer"):
        buckets_between(Interval.DAY, find_zone("UTC"), moment(2020, 1, 1), moment(2025, 1, 1))


@pytest.mark.parametrize(
    ("since", "until"),
    [
        pytest.param(moment(1, 1, 1), moment(1, 1, 3), id="first-days"),
        pytest.param(moment(9999, 12, 30), moment(9999, 12, 31, 23), id="last-days"),
    ],
)
def test_ends_of_the_calendar_are_refused(since, until):
    with pytest.raises(InvalidInput, match="beyond the calendar"):
        buckets_between(Interval.DAY, find_zone("America/New_York"), since, until)


@given(
    some.sampled_from(Interval),
    some.sampled_from(["Europe/Madrid", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"]),
    some.integers(0, 40 * 365 * 24 * 60).map(lambda minutes: moment(1990, 1, 1) + timedelta(minutes=minutes)),
    some.integers(1, 400 * 24),
)
def test_buckets_follow_one_another_without_gap(interval, zone, since, hours):
    until = since + timedelta(hours=hours)

    found = buckets_between(interval, find_zone(zone), since, until)

    assert found[0].start <= since
    assert found[-1].start < until <= found[-1].end
    assert [each.end for each in found[:-1]] == [each.start for each in found[1:]]
    assert [each.start.astimezone(find_zone(zone)).date() for each in found] == [each.day for each in found]
    assert date.min < found[0].day
