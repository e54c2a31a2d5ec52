"""JSON that keeps values: what went in comes out, digit for digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exact_json import NumberTooLarge, decode_json, encode_json, exact_number, json_text


@pytest.mark.parametrize(
    ("text", "kind", "again"),
    [
        ("1", int, "1"),
        ("123456789012345678901234567890", int, "123456789012345678901234567890"),
        ("0.1", float, "0.1"),
        ("1.0", float, "1.0"),
        ("1e2", float, "100.0"),
        ("0.30000000000000004", float, "0.30000000000000004"),
        ("0.1000000000000000000000001", Decimal, "0.1000000000000000000000001"),
        ("1e-400", Decimal, "1E-400"),
        ("1.7976931348623157e308", float, "1.7976931348623157e308"),
        ("-0.0", float, "-0.0"),
    ],
)
def test_numbers_keep_every_digit(text, kind, again):
    value = decode_json(text)

    assert (type(value), json_text(value)) == (kind, again)


@pytest.mark.parametrize("text", ["1e309", "-1e400", "17976931348623159" + "0" * 300 + ".0"])
def test_number_past_a_double_is_refused(text):
    with pytest.raises(NumberTooLarge):
        exact_number(text)
    with pytest.raises(ValueError, match="past the range"):
        decode_json(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_decimals_of_any_length_come_back_equal(number):
    text = format(number, "f") + ("" if "." in format(number, "f") else ".0")

    found = decode_json(text)

    assert Decimal(repr(found) if isinstance(found, float) else found) == number
    assert decode_json(encode_json(found)) == found
