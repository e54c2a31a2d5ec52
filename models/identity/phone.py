"""Telephone numbers: the one form in which national and international spellings of a number are equal."""

import re
import unicodedata
from functools import lru_cache

import phonenumbers

from models.identity.numbering import plain_national_number, plan_of_code, plan_of_region, without_plain_prefix
from models.identity.placeholder import is_filler, is_one_digit
from models.identity.text import trimmed


def normalize_phone(raw: str, region: str | None) -> str | None:
    """The number in E.164 ("+12025550101"), or None when `raw` holds no telephone number.

    A number without + (or 00, which is the same) is read as dialled in `region`, an ISO country code. Where the region
    is unknown, or its numbering plan cannot hold the number, the digits stay as they are ("020 7946 0018" is
    "02079460018"); so they do after a +, hence "+1 (555) 0123" is "+15550123". Extensions and words are dropped;
    letters are digits where that makes a valid number ("1-800-FLOWERS"). None for fewer than seven digits written or
    more than twenty, and for fillers such as 000 000 000 and 123-456-7890, with or without a calling code.
    """
    compact = raw.replace(" ", "").replace("-", "").replace("(", "").replace(")", "").replace(".", "")
    if compact[:1] == "+" and compact[1:].isdigit() and compact.isascii():
        return _international(compact[1:])
    return _as_written(raw, region)


_LONGEST_TEXT = 250  # Characters; what the library reads at most.
_FEWEST_DIGITS = 7
_MOST_DIGITS = 20
_CACHED_NUMBERS = 16_384  # More than one big batch of those only the library can read.

# Until 2019 Mexico's mobiles had a 1 before them from abroad, and at home 044 or 045; 01 was dialled for long distance.
# Programs that store numbers still do; the library forgot.
_FORMER_PREFIX_ABROAD = re.compile(r"\A521(?=[0-9]{10}\Z)")
_FORMER_PREFIX_AT_HOME = re.compile(r"\A(?:521|1|01|04[45])(?=[0-9]{10}\Z)")
_START = re.compile(r"[+0-9]")
_NOT_A_DIGIT = re.compile(r"[^0-9]+")
_THREE_LETTERS = re.compile(r"(?:[^A-Za-z]*[A-Za-z]){3}")
_EXTENSION = re.compile(
    r"[\s,;.\-(\[]*(?:;\s*ext=|e?xtn?\b|ext(?:ensi[oó]n)?|anexo|доб|int\b|x|#|~|,|;)[\s.:,\-=]*[0-9]{1,9}[\s#)\]]*$"
    r"|[\s\-]+[0-9]{1,6}#$"
    r"|\.0$",  # What a spreadsheet leaves of a number it took for one.
    re.IGNORECASE,
)


def _international(digits: str) -> str | None:
    """The form of a number whose `digits` begin with a calling code."""
    while digits.startswith("00"):  # "+0044"
        digits = digits[2:]
    digits = _FORMER_PREFIX_ABROAD.sub("52", digits)
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS or is_filler(digits):
        return None
    plan = plan_of_code(digits[:3])
    if plan is None:
        return "+" + digits
    national = digits[len(plan.code) :]
    if is_one_digit(national):
        return None
    rest = without_plain_prefix(national, plan)
    without_prefix = _without_prefix(digits) if rest is None else plan.code + rest
    # Once more, because what is left may begin with a prefix too, and normalizing twice must change nothing.
    return "+" + digits if without_prefix == digits else _international(without_prefix)


@lru_cache(maxsize=_CACHED_NUMBERS)
def _without_prefix(digits: str) -> str:
    """The same number without national prefix; the same digits if no country has such a number."""
    number = _parsed("+" + digits, None)
    if number is None or not phonenumbers.is_possible_number(number):
        return digits
    return _e164_digits(number)


def _as_written(raw: str, region: str | None) -> str | None:
    if len(raw) > _LONGEST_TEXT:
        return None
    text = _with_ascii_digits(trimmed(raw))
    start = _START.search(text)
    if start is None:
        return None
    text = _without_extension(text[start.start() :])
    region = region.upper() if region is not None and region.upper() in phonenumbers.SUPPORTED_REGIONS else None
    is_international = text.startswith("+")
    if _THREE_LETTERS.match(text):
        number = _parsed(text, None if is_international else region)
        if number is not None and phonenumbers.is_valid_number(number):
            return _international(_e164_digits(number))
    digits = _NOT_A_DIGIT.sub("", text)
    return _international(digits) if is_international else _dialled_in(region, digits)


def _dialled_in(region: str | None, digits: str) -> str | None:
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS or is_filler(digits):
        return None
    if region is not None:
        if region == "MX":
            digits = _FORMER_PREFIX_AT_HOME.sub("", digits)
        plan = plan_of_region(region)
        national = plain_national_number(digits, plan)
        if national is not None:
            return _international(plan.code + national)
    return _taken_apart(region, digits)


@lru_cache(maxsize=_CACHED_NUMBERS)
def _taken_apart(region: str | None, digits: str) -> str | None:
    number = _parsed(digits, region)
    is_possible = number is not None and phonenumbers.is_possible_number(number)
    if digits.startswith("00") and not (is_possible and number is not None and phonenumbers.is_valid_number(number)):
        # Where another prefix is dialled for +, some valid numbers begin so; Australia even dials 0011.
        return _international(digits)
    return _international(_e164_digits(number)) if is_possible and number is not None else digits


def _parsed(text: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None


def _e164_digits(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")


def _with_ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    text = text.replace("\N{FULLWIDTH PLUS SIGN}", "+")
    return "".join(str(unicodedata.decimal(character, character)) for character in text)


def _without_extension(text: str) -> str:
    """`text` up to an extension, if what is before it is long enough to be a number."""
    extension = _EXTENSION.search(text)
    if extension is None:
        return text
    before = text[: extension.start()]
    return before if len(_NOT_A_DIGIT.sub("", before)) >= _FEWEST_DIGITS else text
