"""Telephone numbers: one form per number, and never another than the library's.

The shortcuts past the library are held to an oracle that asks it about everything.
"""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from models.identity.phone import normalize_phone
from models.identity.placeholder import is_filler, is_one_digit


@pytest.mark.parametrize(
    ("raw", "region", "expected"),
    [
        pytest.param("+12025550101", None, "+12025550101", id="as it should be"),
        pytest.param("+1 (202) 555-0101", None, "+12025550101", id="spaces, brackets and dashes"),
        pytest.param("+1.202.555.0101", None, "+12025550101", id="dots"),
        pytest.param("+1\u00a0202\u2013555/0101", None, "+12025550101", id="other marks between digits"),
        pytest.param("(202) 555-0101", "US", "+12025550101", id="national"),
        pytest.param("202-555-0101", "us", "+12025550101", id="national, the region in small letters"),
        pytest.param("1 202 555 0101", "US", "+12025550101", id="national after the 1 of long distance"),
        pytest.param("+1-555-0123", None, "+15550123", id="the contract's sample, too short to be dialled"),
        pytest.param("+1 (555) 0123", None, "+15550123", id="the contract's sample, written otherwise"),
        pytest.param("555-0123", "US", "+15550123", id="the contract's sample, written locally"),
        pytest.param("+34 612 345 678", None, "+34612345678", id="Spain"),
        pytest.param("612 34 56 78", "ES", "+34612345678", id="Spain, national"),
        pytest.param("34612345678", "ES", "+34612345678", id="Spain, the + lost"),
        pytest.param("+44 (0)20 7946 0018", None, "+442079460018", id="a national prefix in brackets"),
        pytest.param("+44 020 7946 0018", None, "+442079460018", id="a national prefix without brackets"),
        pytest.param("020 7946 0018", "GB", "+442079460018", id="Britain, national"),
        pytest.param("+33 6 12 34 56 78", None, "+33612345678", id="France"),
        pytest.param("06 12 34 56 78", "FR", "+33612345678", id="France, national"),
        pytest.param("0170/1234567", "DE", "+491701234567", id="Germany, national with a slash"),
        pytest.param("06 698 12345", "IT", "+390669812345", id="Italy, whose 0 is no prefix"),
        pytest.param("+52 1 55 1234 5678", None, "+525512345678", id="Mexico, with the 1 that mobiles had"),
        pytest.param("044 55 1234 5678", "MX", "+525512345678", id="Mexico, with what was dialled for mobiles"),
        pytest.param("01 55 1234 5678", "MX", "+525512345678", id="Mexico, with what was dialled for long distance"),
        pytest.param("5215512345678", "MX", "+525512345678", id="Mexico, the + lost"),
        pytest.param("011 15-2345-6789", "AR", "+5491123456789", id="Argentina, whose mobiles change shape"),
        pytest.param("8 812 123-45-67", "RU", "+78121234567", id="Russia, whose prefix is 8"),
        pytest.param("0044 20 7946 0018", None, "+442079460018", id="00 for +"),
        pytest.param("0044 20 7946 0018", "US", "+442079460018", id="00 for + where 011 is dialled"),
        pytest.param("011 44 20 7946 0018", "US", "+442079460018", id="011 for + where it is dialled"),
        pytest.param("0011 44 20 7946 0018", "AU", "+442079460018", id="0011 for + where it is dialled"),
        pytest.param("+0044 20 7946 0018", None, "+442079460018", id="00 after +"),
        pytest.param("+34612345678 ext. 7", None, "+34612345678", id="an extension"),
        pytest.param("+34612345678x7", None, "+34612345678", id="an extension after x"),
        pytest.param("tel:+34-612-345-678;ext=7", None, "+34612345678", id="an extension in a link"),
        pytest.param("+34612345678 #7", None, "+34612345678", id="an extension after #"),
        pytest.param("+34612345678,,7", None, "+34612345678", id="an extension after a pause"),
        pytest.param("612345678, 698765432", "ES", "+34612345678", id="the first of two numbers"),
        pytest.param("Tel.: +34 612 345 678", None, "+34612345678", id="a word before"),
        pytest.param("612 345 678 (mobile)", "ES", "+34612345678", id="a word after"),
        pytest.param("1-800-FLOWERS", "US", "+18003569377", id="letters for digits"),
        pytest.param("+1-800-FLOWERS", None, "+18003569377", id="letters for digits after +"),
        pytest.param("612345678.0", "ES", "+34612345678", id="a number a spreadsheet took for one"),
        pytest.param("\uff0b34 \uff1612345678", None, "+34612345678", id="wide digits"),
        pytest.param("٠٢٠٧٩٤٦٠٠١٨", "GB", "+442079460018", id="Arabic digits"),
        pytest.param("+33 1 23 45 67 89", None, "+33123456789", id="a number that counts after its code"),
        pytest.param("+999 1234 5678", None, "+99912345678", id="a code nobody has"),
        pytest.param("020 7946 0018", None, "02079460018", id="national, the region unknown"),
        pytest.param("020 7946 0018", "XX", "02079460018", id="national, no such region"),
        pytest.param("1 202 555 0101", "ES", "12025550101", id="more digits than the region has"),
        pytest.param("+12345678901234567890", None, "+12345678901234567890", id="twenty digits"),
    ],
)
def test_a_number_has_one_form(raw: str, region: str | None, expected: str) -> None:
    assert normalize_phone(raw, region) == expected


@pytest.mark.parametrize(
    ("raw", "region"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("n/a", "US", id="a placeholder"),
        pytest.param("+", None, id="only a plus"),
        pytest.param("call me", "US", id="words"),
        pytest.param("12345", "US", id="an extension alone"),
        pytest.param("+1 234", None, id="too few digits"),
        pytest.param("+1234567890123456789012", None, id="too many digits"),
        pytest.param("+34 612 345 678 / +34 698 765 432", None, id="two whole numbers"),
        pytest.param("0000000", "US", id="zeros"),
        pytest.param("+0000000000", None, id="zeros after +"),
        pytest.param("999 999 9999", "US", id="nines"),
        pytest.param("+34 999 999 999", None, id="nines after a calling code"),
        pytest.param("1234567", "US", id="counting"),
        pytest.param("123-456-7890", "US", id="counting in American groups"),
        pytest.param("+1 (123) 456-7890", None, id="counting after the American code"),
        pytest.param("1" * 251, "US", id="far too long"),
    ],
)
def test_what_is_no_number_is_none(raw: str, region: str | None) -> None:
    assert normalize_phone(raw, region) is None


def test_all_spellings_of_every_country_s_sample_numbers_are_one() -> None:
    other_forms = []

    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for number_type in PhoneNumberType.values():
            number = phonenumbers.example_number_for_type(region, number_type)
            if number is None:
                continue
            e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
            digits = phonenumbers.national_significant_number(number)
            if len(digits) < 7 or is_filler(digits):  # Told apart from extensions and fillers only after a code.
                continue
            national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
            spellings = {
                (e164, None),
                (phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL), region),
                (phonenumbers.format_number(number, PhoneNumberFormat.RFC3966) + ";ext=7", None),
                (national, region),
                (national + " ext. 7", region),
                (digits, region),
                ("00" + e164.removeprefix("+"), None),
                ("00" + e164.removeprefix("+"), region),
            }
            forms = {normalize_phone(spelling, region) for spelling, region in spellings}
            if forms != {e164}:
                other_forms.append((region, e164, forms))

    assert other_forms == []


calling_codes = st.sampled_from(sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)).map(str)
beginnings = st.sampled_from(["", "", "", "0", "00", "1", "8", "06", "9", "15", "011"])  # Among them national prefixes.
some_digits = st.text("0123456789", min_size=3, max_size=14)
regions = st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS))
marks = st.text(" -().", max_size=2)


@given(st.builds("{}{}{}".format, calling_codes | st.just("999"), beginnings, some_digits), regions, st.data())
def test_an_international_number_is_what_the_library_says(digits: str, region: str, data: st.DataObject) -> None:
    raw = "+" + "".join(digit + data.draw(marks) for digit in digits)

    assert normalize_phone(raw, region) == _international_by_library(digits)


@given(st.builds("{}{}".format, beginnings, some_digits), regions)
def test_a_national_number_is_what_the_library_says(digits: str, region: str) -> None:
    assert normalize_phone(digits, region) == _national_by_library(digits, region)


@given(regions, some_digits)
def test_a_number_with_its_calling_code_but_no_plus_is_what_the_library_says(region: str, digits: str) -> None:
    raw = f"{phonenumbers.country_code_for_region(region)}{digits}"

    assert normalize_phone(raw, region) == _national_by_library(raw, region)


near_numbers = st.text("0123456789+-() .x#,;ext=A\u0661\uff0b\u00a0\ud800\x00", max_size=25)


@given(near_numbers | st.text(st.characters()), st.none() | regions | st.text(max_size=3))
def test_any_text_gives_none_or_a_form_that_stays(raw: str, region: str | None) -> None:
    normalized = normalize_phone(raw, region)

    if normalized is not None:
        assert normalize_phone(normalized, region) == normalized
        assert normalized.isascii()
        assert normalized.removeprefix("+").isdigit()
        assert 7 <= len(normalized.removeprefix("+")) <= 20


def _international_by_library(digits: str) -> str | None:
    while digits.startswith("00"):
        digits = digits[2:]
    if digits.startswith("521") and len(digits) == 13:
        digits = "52" + digits[3:]
    if not 7 <= len(digits) <= 20 or is_filler(digits):
        return None
    number = _parsed("+" + digits, None)
    if number is None:
        return "+" + digits
    if is_one_digit(digits.removeprefix(str(number.country_code))):
        return None
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if not phonenumbers.is_possible_number(number) or e164 == "+" + digits:
        return "+" + digits
    return _international_by_library(e164.removeprefix("+"))


def _national_by_library(digits: str, region: str) -> str | None:
    if not 7 <= len(digits) <= 20 or is_filler(digits):
        return None
    if region == "MX" and digits[:-10] in ("521", "1", "01", "044", "045"):
        digits = digits[-10:]
    number = _parsed(digits, region)
    is_valid = number is not None and phonenumbers.is_valid_number(number)
    if digits.startswith("00") and not is_valid:
        return _international_by_library(digits)
    if number is None or not (is_valid or phonenumbers.is_possible_number(number)):
        return digits
    return _international_by_library(phonenumbers.format_number(number, PhoneNumberFormat.E164).removeprefix("+"))


def _parsed(text: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
