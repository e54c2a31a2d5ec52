"""What counts as no value at all, and what only looks as if it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.identity.placeholder import is_filler, is_one_digit, is_placeholder, is_placeholder_address

PLACEHOLDERS = [
    pytest.param("", id="nothing"),
    pytest.param(" \t\n", id="only blanks"),
    pytest.param("-", id="a dash"),
    pytest.param("--", id="two dashes"),
    pytest.param("—", id="a long dash"),
    pytest.param(".", id="a dot"),
    pytest.param("???", id="question marks"),
    pytest.param("-@-", id="punctuation with an at sign"),
    pytest.param("n/a", id="n/a"),
    pytest.param("N.A.", id="n/a with dots and capitals"),
    pytest.param("#N/A", id="the error of a spreadsheet"),
    pytest.param("n/a\u200b", id="n/a before an invisible character"),
    pytest.param("\uff4e\uff0f\uff41", id="n/a in wide letters"),
    pytest.param("na", id="na"),
    pytest.param("NaN", id="what pandas writes"),
    pytest.param("None", id="what Python writes"),
    pytest.param("null", id="what JavaScript writes"),
    pytest.param("undefined", id="what JavaScript writes by mistake"),
    pytest.param("(unknown)", id="unknown in brackets"),
    pytest.param("Not available", id="two words for nothing"),
    pytest.param("tbd", id="to be decided"),
    pytest.param("Desconocido", id="unknown in Spanish"),
    pytest.param("keine Angabe", id="not given in German"),
    pytest.param("test", id="test"),
    pytest.param("Test Test", id="test as first and last name"),
    pytest.param("example", id="example"),
    pytest.param("asdf", id="the home row of the keyboard"),
    pytest.param("x", id="one x"),
    pytest.param("XXX", id="several x"),
    pytest.param("0", id="zero"),
    pytest.param("0000000", id="zeros"),
    pytest.param("(000) 000-0000", id="zeros written like a telephone number"),
    pytest.param("9999999999", id="nines"),
    pytest.param("1234567", id="counting"),
    pytest.param("123-456-7890", id="counting written like a telephone number"),
    pytest.param("NoEmail@acme.com", id="an address that says it is none"),
    pytest.param("none@none.com", id="none at none"),
    pytest.param("test@test.com", id="test at test"),
    pytest.param("no@email.com", id="no e-mail, spelled as one"),
]

VALUES = [
    pytest.param("Acme", id="a company"),
    pytest.param("Test Automation Ltd", id="a company that tests"),
    pytest.param("Nanette", id="a name that begins like nothing"),
    pytest.param("ABC", id="three letters that are a company"),
    pytest.param("AAA", id="one letter thrice that is a company"),
    pytest.param("007", id="a number that begins with zeros"),
    pytest.param("+1-555-0123", id="the contract's sample telephone"),
    pytest.param("+33 1 23 45 67 89", id="a telephone that counts after its calling code"),
    pytest.param("sarah.chen@example.com", id="an address in the contract's sample domain"),
    pytest.param("test@example.com", id="an address people test with"),
    pytest.param("noreply@acme.com", id="a mailbox nobody reads"),
    pytest.param("none-of-us@acme.com", id="an address that begins like nothing"),
    pytest.param("名無し", id="another script"),
]


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_placeholder_is_recognized(text: str) -> None:
    assert is_placeholder(text) is True


@pytest.mark.parametrize("text", VALUES)
def test_a_value_is_no_placeholder(text: str) -> None:
    assert is_placeholder(text) is False


@given(st.text(st.characters()))
def test_any_text_is_a_placeholder_or_not(text: str) -> None:
    assert is_placeholder(text) in (True, False)


@given(st.sampled_from([case.values[0] for case in PLACEHOLDERS]), st.sampled_from(["", " ", "\t", "\ufeff"]))
def test_a_placeholder_is_one_whatever_its_case_and_edges(text: object, edge: str) -> None:
    assert is_placeholder(f"{edge}{str(text).upper()}{edge}") is True


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("noemail@acme.com", True, id="says so before the at sign"),
        pytest.param("none@none.co.uk", True, id="filler under any top-level domain"),
        pytest.param("none@nonesuch.com", True, id="none anywhere"),
        pytest.param("test@testing.com", False, id="test at a company that tests"),
        pytest.param("na@acme.com", False, id="initials"),
        pytest.param("info@acme.com", False, id="a shared mailbox"),
    ],
)
def test_addresses_that_say_they_are_none(address: str, expected: bool) -> None:
    assert is_placeholder_address(address) is expected


@pytest.mark.parametrize(
    ("digits", "filler", "one_digit"),
    [
        pytest.param("000000", True, True, id="six zeros"),
        pytest.param("55555", False, False, id="one digit five times"),
        pytest.param("12345678", True, False, id="counting up"),
        pytest.param("9876543210", True, False, id="counting down"),
        pytest.param("11234567890", True, False, id="counting up after the American calling code"),
        pytest.param("0123456789", False, False, id="a Paris number"),
        pytest.param("12025550101", False, False, id="a number"),
        pytest.param("", False, False, id="no digits"),
    ],
)
def test_digits_typed_for_the_look_of_them(digits: str, filler: bool, one_digit: bool) -> None:
    assert (is_filler(digits), is_one_digit(digits)) == (filler, one_digit)
