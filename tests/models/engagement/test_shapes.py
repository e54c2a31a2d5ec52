"""What values look like, and what a field of them holds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engagement.shapes import FieldShape, inferred_type, shape_of
from tests.models.engagement.json_values import VALUES

S = FieldShape


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("Message Replied (2/3) - LINKEDIN", S.STATUS, id="the guide's status"),
        pytest.param("Added to Campaign", S.STATUS, id="a status without a step"),
        pytest.param("message sent (1/3) – linkedin", S.STATUS, id="a status in other letters"),
        pytest.param("Añadido a la campaña", S.STATUS, id="a status in Spanish"),
        pytest.param("Meeting Booked (2/3) - LINKEDIN", S.STATUS, id="a status new to us with step and channel"),
        pytest.param("Meeting Booked", S.TEXT, id="a status new to us"),
        pytest.param("VP (Sales/Marketing)", S.TEXT, id="a slash in brackets"),
        pytest.param("Message us for more", S.TEXT, id="a sentence that begins like a status"),
        pytest.param("Ongoing", S.SEQUENCE_STATUS, id="the guide's sequence status"),
        pytest.param("Not Started", S.SEQUENCE_STATUS, id="a sequence status in two words"),
        pytest.param("In progress", S.TEXT, id="a status of anything"),
        pytest.param(
            "Linkedin Message, Email, Linkedin Message", S.SEQUENCE_DETAILS, id="the guide's sequence details"
        ),
        pytest.param("Email, Email", S.SEQUENCE_DETAILS, id="a step twice"),
        pytest.param("Email, Phone call", S.TEXT, id="ways to reach somebody"),
        pytest.param("Email", S.TEXT, id="one channel"),
        pytest.param("Connection Request Sent, Message Sent (LINKEDIN)", S.ACTIVITY_LOG, id="the guide's activities"),
        pytest.param("Message Sent (LINKEDIN)", S.ACTIVITY_LOG, id="one activity with its channel"),
        pytest.param(
            "Connection Accepted, Message Sent, Visited", S.ACTIVITY_LOG, id="one activity of three new to us"
        ),
        pytest.param("Replied, when asked, that they had no need", S.TEXT, id="a sentence with commas"),
        pytest.param("Message Sent (LINKEDIN), " * 100, S.ACTIVITY_LOG, id="a long log"),
        pytest.param("Message " + "x" * 100_000, S.TEXT, id="a long text"),
        pytest.param("5", S.COUNT, id="the guide's count"),
        pytest.param("0", S.COUNT, id="zero"),
        pytest.param("1,234", S.COUNT, id="thousands"),
        pytest.param("08001", S.TEXT, id="a postal code"),
        pytest.param("12345678901", S.TEXT, id="digits past a column's integer"),
        pytest.param("12.5", S.TEXT, id="a decimal as text"),
        pytest.param("11-50", S.TEXT, id="a range"),
        pytest.param("+1 555 0123", S.TEXT, id="a telephone number"),
        pytest.param("555-0123", S.TEXT, id="a local telephone number"),
        pytest.param("-5", S.TEXT, id="below zero as text"),
        pytest.param(5, S.NUMBER, id="a number"),
        pytest.param(5.5, S.NUMBER, id="a float"),
        pytest.param(Decimal("5.5"), S.NUMBER, id="a decimal"),
        pytest.param("Yes (5)", S.YES_NO_COUNT, id="the guide's yes"),
        pytest.param("No", S.YES_NO, id="the guide's no"),
        pytest.param("Sí", S.YES_NO, id="yes in Spanish"),
        pytest.param("No, thanks", S.TEXT, id="words behind no"),
        pytest.param("true", S.YES_NO, id="true as text"),
        pytest.param(True, S.BOOLEAN, id="true"),
        pytest.param("2024-12-31T10:00:00Z", S.DATE_TIME, id="the guide's time"),
        pytest.param("1980-05-01", S.DATE_TIME, id="a date of birth"),
        pytest.param("Tue, 31 Dec 2024 10:00:00 GMT", S.DATE_TIME, id="a time as mail writes it"),
        pytest.param("31/12/2024", S.DATE_TIME, id="the day first"),
        pytest.param("03/04/2024", S.TEXT, id="day or month first"),
        pytest.param("2024-99-99", S.TEXT, id="no date"),
        pytest.param("1735639200", S.COUNT, id="seconds, which are digits like any"),
        pytest.param(["a"], S.LIST, id="a list"),
        pytest.param({"a": 1}, S.OBJECT, id="an object"),
        pytest.param(None, S.EMPTY, id="null"),
        pytest.param("", S.EMPTY, id="nothing"),
        pytest.param(" \n\u200b", S.EMPTY, id="blanks and invisible characters"),
        pytest.param([], S.EMPTY, id="an empty list"),
        pytest.param({}, S.EMPTY, id="an empty object"),
        pytest.param("valid", S.TEXT, id="a verified address"),
        pytest.param("Acme", S.TEXT, id="a name"),
        pytest.param("李雷", S.TEXT, id="a name in other letters"),
        pytest.param("\ud800", S.TEXT, id="half a character"),
    ],
)
def test_value_has_a_shape(value, expected):
    assert shape_of(value) is expected


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        pytest.param({"status": 10}, S.STATUS, id="one shape"),
        pytest.param({"status": 9, "text": 1}, S.STATUS, id="nine in ten"),
        pytest.param({"status": 8, "text": 2}, S.TEXT, id="eight in ten, all texts"),
        pytest.param({"number": 8, "text": 2}, None, id="mixed"),
        pytest.param({"status": 9, "empty": 1_000}, S.STATUS, id="empty values do not count"),
        pytest.param({"empty": 5}, None, id="only empty values"),
        pytest.param({}, None, id="nothing seen"),
        pytest.param({"status": 0}, None, id="nothing seen any more"),
        pytest.param({"yes_no": 99, "yes_no_count": 1}, S.YES_NO_COUNT, id="mostly no"),
        pytest.param({"boolean": 5, "yes_no": 5}, S.YES_NO, id="yes beside true"),
        pytest.param({"boolean": 5}, S.BOOLEAN, id="true alone"),
        pytest.param({"activity_log": 6, "status": 4}, S.ACTIVITY_LOG, id="first entries beside longer logs"),
        pytest.param({"activity_log": 1, "status": 19}, S.STATUS, id="a log among statuses"),
        pytest.param({"count": 5, "number": 5}, S.NUMBER, id="counts beside numbers"),
        pytest.param({"count": 19, "number": 1}, S.COUNT, id="a number among counts"),
        pytest.param({"list": 10}, S.LIST, id="lists"),
        pytest.param({"date_time": 5, "text": 5}, S.TEXT, id="times beside words"),
    ],
)
def test_type_is_inferred_from_shapes(shapes, expected):
    assert inferred_type(shapes) is expected


@given(VALUES)
def test_every_value_has_a_shape(value):
    assert isinstance(shape_of(value), FieldShape)


@given(st.dictionaries(st.sampled_from(FieldShape), st.integers(0, 100)))
def test_type_is_one_that_was_seen_or_text(shapes):
    found = inferred_type({str(shape): count for shape, count in shapes.items()})

    assert found in {None, FieldShape.TEXT} | {shape for shape, count in shapes.items() if count}
