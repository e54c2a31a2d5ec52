"""Times as people and programs write them."""

from datetime import UTC, datetime

import pytest

from models.errors import InvalidInput
from models.moments import parse_moment

NOON = datetime(2024, 1, 15, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-15T12:00:00Z", NOON),
        ("2024-01-15T12:00:00.000Z", NOON),
        (" 2024-01-15T13:00:00+01:00 ", NOON),
        ("2024-01-15T12:00", NOON),
        ("2024-01-15 12:00:00", NOON),
        ("2024-01-15", datetime(2024, 1, 15, tzinfo=UTC)),
        ("2024-01-15T12:00:00.123456789Z", datetime(2024, 1, 15, 12, 0, 0, 123456, tzinfo=UTC)),
        (None, None),
    ],
)
def test_moment_is_understood(text, moment):
    assert parse_moment("dueDate", text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2024-13-01", "15.01.2024", 1705320000, True, [], "0001-01-01T00:00:00+14:00", "2024-01-15T25:00Z"],
)
def test_anything_else_is_refused_under_the_fields_name(text):
    with pytest.raises(InvalidInput) as refused:
        parse_moment("dueDate", text)

    assert (refused.value.field, refused.value.message) == (
        "dueDate", "dueDate must be an ISO 8601 time such as 2024-01-15T10:00:00Z",
    )  # fmt: skip
