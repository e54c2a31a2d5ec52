"""Judging values: what is taken leads to the right place, and what is taken both databases can hold."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import InvalidInput
from models.exact_json import decode_json, json_text
from models.fields.cleaning import clean, is_storable
from models.fields.mapping import COMPANY_FIELDS, CONTACT_FIELDS
from tests.factories import fields_of, make_contact, put


def test_names_lead_to_fields_to_custom_fields_and_to_what_the_other_side_holds():
    cleaned = clean(
        CONTACT_FIELDS,
        {"email": "a", "company": "Acme", "leadScore": 85, "leadCountry": "ES", "companySize": "1-10", "shoeSize": 38},
        {"tier": "gold", "email": "nested"},
    )

    assert cleaned.values == {"email": "a", "company_name": "Acme", "lead_score": 85.0, "country": "ES"}
    assert cleaned.custom == {
        "tier": "gold", "email": "nested", "leadCountry": "ES", "companySize": "1-10", "shoeSize": 38,
    }  # fmt: skip
    assert cleaned.named == {"email": "a", "company": "Acme", "leadCountry": "ES", "companySize": "1-10"}


def test_ids_and_the_nest_are_no_fields():
    cleaned = clean(CONTACT_FIELDS, {"crmId": "x", "externalId": 1, "customFields": {"a": 1}})

    assert (cleaned.values, cleaned.custom, cleaned.named) == ({}, {}, {})


def test_null_is_kept_apart_from_absent():
    cleaned = clean(CONTACT_FIELDS, {"email": None, "tags": None, "leadScore": None, "x": None})

    assert cleaned.values == {"email": None, "tags": None, "lead_score": None}
    assert (cleaned.custom, cleaned.named) == ({"x": None}, {"email": None, "tags": None})


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (5, 5.0),
        (5.5, 5.5),
        ("5.5", 5.5),
        (" 7 ", 7.0),
        ("1e3", 1000.0),
        (Decimal("0.5"), 0.5),
        (2**53, float(2**53)),
        (-0.0, 0.0),
    ],
)
def test_number_is_taken_in_any_spelling(value, number):
    assert clean(CONTACT_FIELDS, {"leadScore": value}).values == {"lead_score": number}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (True, "must be a number"),
        ("", "must be a number"),
        ("five", "must be a number"),
        ([5], "must be a number"),
        ("NaN", "must be a number that can be stored"),
        ("-Infinity", "must be a number that can be stored"),
        (float("inf"), "must be a number that can be stored"),
        (2**53 + 1, "has more digits than a number can keep"),
        (Decimal("0.1234567890123456789"), "has more digits than a number can keep"),
        ("1e999", "has more digits than a number can keep"),
    ],
    ids=str,
)
def test_number_that_would_not_be_kept_is_refused(value, problem):
    with pytest.raises(InvalidInput) as refused:
        clean(CONTACT_FIELDS, {"leadScore": value})

    assert (refused.value.message, refused.value.field) == (f"leadScore {problem}", "leadScore")


@pytest.mark.parametrize("value", [2_147_483_648, -2_147_483_649, 1.5, "1.5", "1e10"])
def test_whole_number_fits_a_column(value):
    with pytest.raises(InvalidInput, match="employeeCount must be a whole number that can be stored"):
        clean(COMPANY_FIELDS, {"employeeCount": value})


def test_problem_of_an_alias_is_told_by_the_name_that_was_sent():
    with pytest.raises(InvalidInput) as refused:
        clean(CONTACT_FIELDS, {"description": 5})

    assert (refused.value.message, refused.value.field) == ("description must be text", "description")


def test_alias_is_judged_only_where_the_proper_name_is_missing():
    cleaned = clean(CONTACT_FIELDS, {"description": 5, "bio": "Builds things."})

    assert (cleaned.values, cleaned.custom) == ({"bio": "Builds things."}, {"description": 5})


@pytest.mark.parametrize(
    ("text", "storable"), [("", True), ("é🚀", True), ("a\x00", False), ("\ud83d", False), ("�?", True)]
)
def test_text_is_storable(text, storable):
    assert is_storable(text) is storable


NAMES = st.sampled_from(["email", "tags", "leadScore", "leadCountry", "ownerId", "bio", "x", "n" * 256, ""]) | st.text(
    max_size=3
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=4)
VALUES = st.recursive(
    SCALARS | st.decimals(allow_nan=False),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.dictionaries(NAMES, VALUES, max_size=3), nested=st.none() | st.dictionaries(NAMES, VALUES, max_size=2))
async def test_what_is_taken_the_database_gives_back_unchanged(database, given, nested):
    ada = await make_contact(database)
    try:
        cleaned = clean(CONTACT_FIELDS, given, nested)
    except InvalidInput:
        cleaned = None

    outcome = await put(database, ada.id, **{**given, "customFields": nested})

    assert (outcome.problem is None) == (cleaned is not None)
    if cleaned is not None:
        expected: dict[str, Any] = {name: value for name, value in cleaned.values.items() if value is not None}
        if cleaned.custom:
            expected["custom"] = decode_json(json_text(cleaned.custom))
        assert json_text(await fields_of(database, ada.id)) == json_text(
            {name: expected[name] for name in (*CONTACT_FIELDS.columns, "custom") if name in expected}
        )
