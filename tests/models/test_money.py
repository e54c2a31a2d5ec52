"""Money: exact hundredths, and no amount or currency that there is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidInput
from models.money import MAX_HUNDREDTHS, checked_currency, hundredths_of, in_units


@pytest.mark.parametrize(
    ("amount", "hundredths"),
    [("0", 0), ("1250.5", 125_050), ("1250.50", 125_050), ("0.01", 1), ("1E+3", 100_000), ("1.100", 110)],
)
def test_amount_is_kept_in_hundredths(amount, hundredths):
    assert hundredths_of("amount", Decimal(amount)) == hundredths


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        ("12.345", "amount has at most two decimals; 12.345 has more"),
        ("-1", "amount must not be negative; it is -1"),
        ("10000000000000", "amount is more than 9,999,999,999,999.99, the largest there may be"),
        ("1E+999999", "amount is more than 9,999,999,999,999.99, the largest there may be"),
        ("0.1E-30", "amount has at most two decimals; 1E-31 has more"),
        (
            "1.00000000000000000000000000000001",
            "amount has at most two decimals; 1.00000000000000000000000000000001 has more",
        ),
        ("NaN", "amount must be a number"),
        ("Infinity", "amount must be a number"),
    ],
)
def test_amount_that_would_be_rounded_or_cannot_be_is_refused(amount, message):
    with pytest.raises(InvalidInput) as refused:
        hundredths_of("amount", Decimal(amount))

    assert (refused.value.message, refused.value.field) == (message, "amount")


@given(st.integers(0, MAX_HUNDREDTHS))
def test_every_amount_comes_back(hundredths):
    assert hundredths_of("amount", in_units(hundredths)) == hundredths
    assert float(in_units(hundredths)) == hundredths / 100


@pytest.mark.parametrize(("given", "code"), [("EUR", "EUR"), (" usd ", "USD"), ("jpy", "JPY")])
def test_currency_is_told_in_capitals(given, code):
    assert checked_currency("currency", given) == code


@pytest.mark.parametrize("given", ["", "EURO", "XXX", "€", "E1R", 978, "ABC"])
def test_word_that_is_no_currency_is_refused(given):
    with pytest.raises(InvalidInput, match=r"^currency must be a currency of ISO 4217 such as EUR; .+ is none$"):
        checked_currency("currency", given)
