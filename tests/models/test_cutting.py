"""Cutting arrays by counting brackets."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cutting import cut

VALUES = st.recursive(
    st.none() | st.integers() | st.text(st.sampled_from('[]{},:"\\ aé')),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.sampled_from('[],"\\')), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(VALUES), st.sampled_from([None, 1]), st.booleans())
def test_items_are_the_arrays_own(items, indent, ascii_alone):
    array = json.dumps(items, indent=indent, ensure_ascii=ascii_alone).encode()

    assert [json.loads(item) for item in cut(array)] == items


@pytest.mark.parametrize(
    ("array", "items"),
    [
        (b"[]", []),
        (b"[ ]", []),
        (b"[1 , [2, 3]]", [b"1", b"[2, 3]"]),
        (b'["\\"],[", {"a": "]"}]', [b'"\\"],["', b'{"a": "]"}']),
        (b'[{"a": "\xff"}, {"b": "\\ud800"}]', [b'{"a": "\xff"}', b'{"b": "\\ud800"}']),
        (b"[" + b"[" * 100_000 + b"]" * 100_000 + b", 1]", [b"[" * 100_000 + b"]" * 100_000, b"1"]),
    ],
    ids=range(6),
)
def test_odd_items_are_cut_like_others(array, items):
    assert cut(array) == items
