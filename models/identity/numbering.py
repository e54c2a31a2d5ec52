"""Numbering plans, for reading telephone numbers without asking the library.

The library takes every number apart, which costs 20 to 60 microseconds; these tables, which are its own, tell in one or
two which numbers it would leave as they are. Apart from `phone`, which decides what a number is, because nothing is
decided here: without these shortcuts every answer would be the same.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers.phonemetadata import PhoneMetadata


@dataclass(frozen=True, slots=True)
class NumberingPlan:
    """What may be dialled within a region, and in which form."""

    code: str  # The calling code: "44".
    international_prefix: re.Pattern[str] | None  # What is dialled for +, such as 00 or 011.
    national_prefix: re.Pattern[str] | None  # What may stand before a number: 0, a carrier's code.
    reshapes_numbers: bool  # Whether the digits behind some prefixes change too, as in Argentina.
    number: re.Pattern[str]
    lengths: frozenset[int]  # In digits, of numbers that need no area code before them.


@lru_cache(maxsize=1_000)  # As many as there are.
def plan_of_code(three_digits: str) -> NumberingPlan | None:
    """The plan of the calling code `three_digits` begin with, or None. No code is the beginning of another."""
    for length in (1, 2, 3):
        code = int(three_digits[:length])
        if code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE and three_digits[0] != "0":
            return _plan(code, phonenumbers.region_code_for_country_code(code))
    return None


@lru_cache(maxsize=512)  # More than there are.
def plan_of_region(region: str) -> NumberingPlan:
    """The plan of a region the library supports. Several regions share a calling code, each with a plan of its own."""
    return _plan(phonenumbers.country_code_for_region(region), region)


def plain_national_number(digits: str, plan: NumberingPlan) -> str | None:
    """What is dialled within a region as a whole number, or None when it takes the library to tell what that is."""
    if digits.startswith((plan.code, "00")) or (plan.international_prefix and plan.international_prefix.match(digits)):
        return None
    national = without_plain_prefix(digits, plan)
    return national if national is not None and len(national) in plan.lengths else None


def without_plain_prefix(national: str, plan: NumberingPlan) -> str | None:
    """`national` without national prefix, or None when it takes the library to tell whether there is one.

    What looks like a prefix is one if a number is left without it ("(0)20 7946 0018"), and belongs to the number if
    only the whole is one (the 8 of "812 123-45-67" in Russia).
    """
    prefix = plan.national_prefix.match(national) if plan.national_prefix is not None else None
    if prefix is None:
        return national
    if plan.reshapes_numbers:
        return None
    rest = national[prefix.end() :]
    if plan.number.fullmatch(rest):
        return rest if len(rest) in plan.lengths else None
    return national if plan.number.fullmatch(national) else None


def _plan(code: int, region: str) -> NumberingPlan:
    plan = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    # The library measures a number by the plan of the code's main region, whichever of its regions it is from.
    main_region = phonenumbers.region_code_for_country_code(code)
    main_plan = PhoneMetadata.metadata_for_region_or_calling_code(code, main_region)
    assert plan is not None
    assert plan.general_desc is not None
    assert plan.general_desc.national_number_pattern is not None
    assert main_plan is not None
    assert main_plan.general_desc is not None
    return NumberingPlan(
        code=str(code),
        international_prefix=re.compile(plan.international_prefix) if plan.international_prefix else None,
        national_prefix=re.compile(plan.national_prefix_for_parsing) if plan.national_prefix_for_parsing else None,
        reshapes_numbers=bool(plan.national_prefix_transform_rule),
        number=re.compile(plan.general_desc.national_number_pattern),
        lengths=frozenset(plan.general_desc.possible_length).intersection(main_plan.general_desc.possible_length),
    )
