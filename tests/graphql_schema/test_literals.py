"""Values in documents: JSON literals spell them exactly."""

from decimal import Decimal

from graphql import parse_value
from hypothesis import given
from hypothesis import strategies as st

from graphql_schema.types.scalars import json_from_literal
from models.exact_json import json_text

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
