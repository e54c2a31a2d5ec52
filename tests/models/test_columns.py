"""Columns that are the same on both databases, and ids that sort as they were made."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.columns import iso_z, new_id
from models.configuration import StoredSetting
from models.exact_json import decode_json, json_text
from models.user import User
from tests.factories import LONG_AGO, add, make_user, rows_of

TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
NUMBERS = (
    st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**300), max_value=10**300)
)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2024, 1, 15, 14, 30, tzinfo=UTC),
        datetime(2024, 1, 15, 14, 30, 0, 1, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(2024, 1, 15, 15, 30, tzinfo=timezone(timedelta(hours=1))),
    ],
    ids=str,
)
async def test_moments_are_kept_to_the_microsecond_in_utc(database, moment):
    await make_user(database, "user-1", "Ann", deactivated_at=moment)

    (user,) = await rows_of(database, User)
    assert (user.deactivated_at, user.deactivated_at.tzinfo) == (moment, UTC)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=VALUES)
async def test_json_documents_come_back_exactly(database, value):
    name = new_id("setting")
    await add(database, StoredSetting(name=name, value=[value], updated_at=LONG_AGO, updated_by="test"))

    (found,) = [each.value for each in await rows_of(database, StoredSetting) if each.name == name]

    assert json_text(found) == json_text(decode_json(json_text([value])))


def test_ids_sort_in_the_order_they_were_made_and_never_repeat():
    ids = [new_id("contact") for _ in range(20_000)]

    assert ids == sorted(set(ids))
    assert [each for each in ids if not re.fullmatch(r"contact_[0-7][0-9a-hjkmnp-tv-z]{25}", each)] == []


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2024, 1, 15, 14, 30, tzinfo=UTC), "2024-01-15T14:30:00Z"),
        (datetime(2024, 1, 15, 14, 30, 0, 250_000, tzinfo=UTC), "2024-01-15T14:30:00.250Z"),
        (datetime(2024, 1, 15, 14, 30, 0, 1, tzinfo=UTC), "2024-01-15T14:30:00.000001Z"),
        (datetime(2024, 1, 15, 15, 30, tzinfo=timezone(timedelta(hours=1))), "2024-01-15T14:30:00Z"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00Z"),
    ],
)
def test_moments_are_told_as_the_contract_does(moment, text):
    assert iso_z(moment) == text
