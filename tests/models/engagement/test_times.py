"""Times in the forms people and programs send them; what two people would read differently is not read."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.columns import iso_z
from models.engagement.times import parse_time

TEN = datetime(2024, 12, 31, 10, tzinfo=UTC)
MIDNIGHT = datetime(2024, 12, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("2024-12-31T10:00:00Z", TEN, id="the guide's example"),
        pytest.param("2024-12-31T10:00:00", TEN, id="no zone"),
        pytest.param("2024-12-31T12:00:00+02:00", TEN, id="an offset"),
        pytest.param("2024-12-31T04:30:00-0530", TEN, id="an offset without a colon"),
        pytest.param("2024-12-31T10:00:00.000Z", TEN, id="milliseconds"),
        pytest.param(
            "2024-12-31T10:00:00.1234567Z", TEN + timedelta(microseconds=123456), id="seven digits of a second"
        ),
        pytest.param("2024-12-31 10:00:00", TEN, id="a blank for the T"),
        pytest.param("2024-12-31 10:00", TEN, id="no seconds"),
        pytest.param("2024-12-31 10:00:00 UTC", TEN, id="a zone by name"),
        pytest.param("2024-12-31 12:00:00 +0200", TEN, id="an offset behind a blank"),
        pytest.param(" 2024-12-31  10:00:00 ", TEN, id="many blanks"),
        pytest.param("2024/12/31 10:00", TEN, id="slashes, the year first"),
        pytest.param("2024.12.31 10:00", TEN, id="dots, the year first"),
        pytest.param("2024-12-31 9:00", TEN - timedelta(hours=1), id="one digit for the hour"),
        pytest.param("2024/1/5", datetime(2024, 1, 5, tzinfo=UTC), id="one digit for month and day"),
        pytest.param("2024-12-31", MIDNIGHT, id="a date alone"),
        pytest.param("20241231", MIDNIGHT, id="a date without marks"),
        pytest.param("20241231T100000Z", TEN, id="a time without marks"),
        pytest.param(1_735_639_200, TEN, id="seconds"),
        pytest.param(1_735_639_200.5, TEN + timedelta(milliseconds=500), id="seconds with a part"),
        pytest.param(Decimal(1_735_639_200), TEN, id="seconds as a decimal"),
        pytest.param(1_735_639_200_123, TEN + timedelta(milliseconds=123), id="milliseconds since 1970"),
        pytest.param("1735639200", TEN, id="seconds as text"),
        pytest.param("1735639200000", TEN, id="milliseconds since 1970 as text"),
        pytest.param("Tue, 31 Dec 2024 11:00:00 +0100", TEN, id="as mail writes it"),
        pytest.param("Tue, 31 Dec 2024 10:00:00 GMT", TEN, id="as HTTP writes it"),
        pytest.param("31 Dec 2024 10:00 UTC", TEN, id="as mail writes it, in short"),
        pytest.param("Tue, 31 Dec 2024 05:00:00 EST", TEN, id="a zone by its American name"),
        pytest.param("Tue, 31 Dec 2024 10:00:00 +0000 (UTC)", TEN, id="a remark behind the zone"),
        pytest.param("31/12/2024 10:00", TEN, id="the day first"),
        pytest.param("31.12.2024", MIDNIGHT, id="the day first, dots"),
        pytest.param("31-12-2024, 10:00:00", TEN, id="the day first, dashes and a comma"),
        pytest.param("12/31/2024 10:00", TEN, id="the month first"),
        pytest.param("12/31/2024 10:00 PM", TEN + timedelta(hours=12), id="in the evening"),
        pytest.param("12/31/2024 12:00 a.m.", MIDNIGHT, id="midnight by twelve hours"),
        pytest.param("05/05/2024", datetime(2024, 5, 5, tzinfo=UTC), id="day and month alike"),
    ],
)
def test_time_is_read(raw, expected):
    assert parse_time(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("03/04/2024", id="day or month first"),
        pytest.param("03.04.2024 10:00", id="day or month first, dots"),
        pytest.param("31/12/24", id="two digits for the year"),
        pytest.param("31/31/2024", id="no month"),
        pytest.param("30/02/2024", id="no such day"),
        pytest.param("12/31/2024 13:00 PM", id="thirteen by twelve hours"),
        pytest.param("31/12.2024", id="mixed marks"),
        pytest.param("2024-13-01", id="a thirteenth month"),
        pytest.param("0001-01-01T00:00:00Z", id="how some programs say never"),
        pytest.param("9999-12-31T23:59:59-01:00", id="past the last moment"),
        pytest.param("Tue, 31 Dec 2024 10:00:00 CEST", id="a zone that is no part of the standard"),
        pytest.param("Tue, 32 Dec 2024 10:00:00 GMT", id="no such day by mail"),
        pytest.param("yesterday", id="a word"),
        pytest.param("10:00", id="a time of day"),
        pytest.param("", id="a blank"),
        pytest.param("5", id="a count"),
        pytest.param(5, id="a small number"),
        pytest.param(2024, id="a year"),
        pytest.param(20241231, id="a date as a number"),
        pytest.param(0, id="the first second of 1970"),
        pytest.param(-1_735_639_200, id="below zero"),
        pytest.param(10**400, id="past the range of a float"),
        pytest.param("9" * 5000, id="thousands of digits"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param(float("inf"), id="infinity"),
        pytest.param(True, id="true"),
        pytest.param(None, id="null"),
        pytest.param(["2024-12-31"], id="a list"),
        pytest.param("2024-12-31\ud800", id="half a character"),
    ],
)
def test_what_is_no_clear_time_is_not_read(raw):
    assert parse_time(raw) is None


MOMENTS = st.datetimes(
    datetime(2000, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2099, 12, 30),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)


@given(MOMENTS)
def test_moment_is_read_from_each_form_it_is_written_in(moment):
    second = moment.replace(microsecond=0)

    assert parse_time(moment.isoformat()) == moment
    assert parse_time(iso_z(moment)) == moment
    assert parse_time(format_datetime(second)) == second
    assert parse_time(int(second.timestamp())) == second
    assert parse_time(str(int(second.timestamp()) * 1000)) == second
