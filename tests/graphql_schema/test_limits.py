"""How much a document may ask for, and what exact values it may carry."""

from decimal import Decimal

import pytest
from graphql import parse_value
from hypothesis import given
from hypothesis import strategies as st

from graphql_schema.limits import MAX_DEPTH
from graphql_schema.schema import schema
from graphql_schema.types.scalars import json_from_literal
from models.exact_json import json_text
from tests.graphql_schema.asking import ask, refusals

DEEP = "company { contacts { nodes { "


def nested(levels: int) -> str:
    """A document of so many levels of fields."""
    return "{ contacts { nodes { " + DEEP * levels + "id" + " } } }" * levels + " } } }"


async def test_document_as_deep_as_allowed_is_answered(database):
    assert await ask(database, nested(4)) == {"contacts": {"nodes": []}}
    assert MAX_DEPTH == 15


@pytest.mark.parametrize(
    ("document", "message"),
    [
        pytest.param(nested(5), "A document has at most 15 levels of fields; this one has 18", id="plain"),
        pytest.param(
            "{ contacts { nodes { ...A } } } fragment A on Contact { " + DEEP * 5 + "id" + " } } }" * 5 + " }",
            "A document has at most 15 levels of fields; this one has 18",
            id="in-a-fragment",
        ),
        pytest.param(
            "{ contacts { nodes { ...A ...B } } } fragment A on Contact { "
            + " ".join(f"a{n}: id" for n in range(20))
            + " } fragment B on Contact { ...A }",
            "A document has at most 30 aliases; this one has 40",
            id="aliases-in-a-fragment-spread-twice",
        ),
    ],
)
async def test_document_past_a_limit_is_refused(database, document, message):
    assert await refusals(database, document) == [(message, {"code": "TOO_LARGE"})]


async def test_fragments_that_double_all_the_way_down_cost_nothing(database):
    doubling = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(100))

    assert await ask(database, f"{{ ...F0 }} {doubling} fragment F100 on Query {{ contacts {{ totalCount }} }}") == {
        "contacts": {"totalCount": 0}
    }


@pytest.mark.parametrize(
    ("document", "message"),
    [
        pytest.param("{ ...A }", "Unknown fragment 'A'.", id="missing"),
        pytest.param("{ ...A } fragment A on Query { ...A }", "Cannot spread fragment 'A' within itself.", id="circle"),
    ],
)
async def test_fragment_that_cannot_be_is_the_callers_mistake(database, document, message):
    assert await refusals(database, document) == [(message, {"code": "GRAPHQL_VALIDATION_FAILED"})]


def test_introspection_of_the_whole_schema_is_within_the_limits():
    types = schema.introspect()["__schema"]["types"]

    assert "Contact" in {each["name"] for each in types}


NUMBERS = (
    st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(min_value=-(10**20), max_value=10**20, places=18)
)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.from_regex(r"[a-zA-Z0-9 äöü€]*", fullmatch=True),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"\A[a-z_]{1,8}\Z"), inner, max_size=4),
    max_leaves=10,
)


@given(VALUES)
def test_json_literal_spells_the_value_exactly(value):
    literal = parse_value(as_literal(value))

    assert json_text(json_from_literal(literal)) == json_text(as_kept(value))


def as_literal(value) -> str:
    """A value as a document writes it: like JSON, but names stand without quotes."""
    if isinstance(value, dict):
        return "{" + " ".join(f"{name}: {as_literal(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + " ".join(as_literal(inner) for inner in value) + "]"
    return json_text(value)


def as_kept(value):
    """A decimal that a double holds is kept as one."""
    if isinstance(value, dict):
        return {name: as_kept(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [as_kept(inner) for inner in value]
    if isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        return float(value)
    return value
