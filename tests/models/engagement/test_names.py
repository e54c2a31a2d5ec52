"""Lists of names in one text: commas that part names, and commas that are part of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.engagement.names import learned_names, split_names, sure_names

KNOWN = {"Q1 Outreach, EMEA", "EMEA", "Launch", "A, B", "B, C, D", "Jane Doe"}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("John Smith, Jane Doe", ["John Smith", "Jane Doe"], id="the guide's senders"),
        pytest.param("Q1 Outreach, Product Launch", ["Q1 Outreach", "Product Launch"], id="the guide's campaigns"),
        pytest.param("Launch", ["Launch"], id="one name"),
        pytest.param("a,b , c", ["a", "b", "c"], id="uneven blanks"),
        pytest.param("a,, b,", ["a", "b"], id="empty parts"),
        pytest.param("a, b, a", ["a", "b"], id="a name twice"),
        pytest.param("Q1 Outreach, EMEA, Launch", ["Q1 Outreach, EMEA", "Launch"], id="a known name with a comma"),
        pytest.param("Launch, Q1 Outreach, EMEA", ["Launch", "Q1 Outreach, EMEA"], id="a known name with a comma at the end"),
        pytest.param("EMEA, Q1 Outreach, EMEA", ["EMEA", "Q1 Outreach, EMEA"], id="half of it by itself too"),
        pytest.param("Q1 Outreach, APAC", ["Q1 Outreach", "APAC"], id="only half of a known name"),
        pytest.param("A, B, C, D", ["A", "B, C, D"], id="fewest unknown names: one and three parts"),
        pytest.param("A, B, C", ["A, B", "C"], id="fewest unknown names: two and one part"),
        pytest.param('"Smith, John", Jane Doe', ["Smith, John", "Jane Doe"], id="quotes"),
        pytest.param("“Smith, John”, Jane Doe", ["Smith, John", "Jane Doe"], id="printed quotes"),
        pytest.param("«Smith, John», Jane Doe", ["Smith, John", "Jane Doe"], id="French quotes"),
        pytest.param('"The ""big"" one, 2024", x', ['The "big" one, 2024', "x"], id="quotes inside quotes"),
        pytest.param('"Big" Launch, x', ['"Big" Launch', "x"], id="quotes around half of a name"),
        pytest.param('"Smith, John', ['"Smith', "John"], id="a quote that never closes"),
        pytest.param("Jane Doe, PhD, John Smith", ["Jane Doe, PhD", "John Smith"], id="a title"),
        pytest.param("John Smith, Jr., Jane Doe", ["John Smith, Jr.", "Jane Doe"], id="junior"),
        pytest.param("John Smith, Ph.D., MBA", ["John Smith, Ph.D., MBA"], id="two titles"),
        pytest.param("Jane Doe, MBA", ["Jane Doe, MBA"], id="a known name with a title"),
        pytest.param("Launch, MBA", ["Launch", "MBA"], id="a title behind what is no person"),
        pytest.param("MBA, PhD", ["MBA", "PhD"], id="titles behind nobody"),
        pytest.param(["Q1, EMEA", " Launch ", "", "Launch"], ["Q1, EMEA", "Launch"], id="a list"),
        pytest.param([], [], id="an empty list"),
        pytest.param(["a", 5], None, id="a list with a number"),
        pytest.param("", None, id="a blank"),
        pytest.param(" \u200b", None, id="invisible characters"),
        pytest.param(None, None, id="null"),
        pytest.param(5, None, id="a number"),
        pytest.param({"name": "a"}, None, id="an object"),
        pytest.param("a," * 20_000, None, id="a text too long to read"),
    ],
)  # fmt: skip
def test_names_are_split(raw, expected):
    assert split_names(raw, KNOWN) == expected


def test_word_that_is_known_as_a_name_is_no_title():
    assert split_names("Jane Doe, MBA", {"MBA"}) == ["Jane Doe", "MBA"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("Launch", ["Launch"], id="a text without a comma"),
        pytest.param('"Launch"', ["Launch"], id="in quotes"),
        pytest.param("Q1 Outreach, EMEA", [], id="two names or one"),
        pytest.param('a, "b, c", d', ["b, c"], id="quotes among others"),
        pytest.param("Jane Doe, PhD", ["Jane Doe, PhD"], id="a lone name with a title"),
        pytest.param("Jane Doe, PhD, John Smith", [], id="a name with a title among others"),
        pytest.param(["a, b", "c"], ["a, b", "c"], id="a list"),
        pytest.param(["a", 5], [], id="a list with a number"),
        pytest.param("", [], id="a blank"),
        pytest.param(None, [], id="null"),
        pytest.param(5, [], id="a number"),
    ],
)
def test_names_that_are_certainly_whole(raw, expected):
    assert sure_names(raw) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param(
            {"Q1 Outreach, EMEA", "Product Launch, Q1 Outreach, EMEA"}, {"Q1 Outreach, EMEA"}, id="alone and inside another"
        ),
        pytest.param({"Q1 Outreach, EMEA"}, set(), id="seen once"),
        pytest.param({"a, b", "c, a, b", "a"}, set(), id="its first part seen by itself"),
        pytest.param({"a, b", "c, a, b", "c, b"}, set(), id="its last part seen with another"),
        pytest.param({"a, b", "c, b, a"}, set(), id="its parts the other way round"),
        pytest.param({"a, b", "a, c, b"}, set(), id="something between its parts"),
        pytest.param({"c, a, b", "d, a, b"}, set(), id="never seen alone"),
        pytest.param({"a, b", "a, b, c", "d, a, b, c"}, {"a, b"}, id="a longer name whose beginning is one"),
        pytest.param({"a, a", "b, a, a"}, set(), id="the same part twice"),
        pytest.param({"a,, b", "c, a,, b"}, set(), id="an empty part"),
        pytest.param({"a, b", "a,b, c"}, {"a, b"}, id="uneven blanks"),
        pytest.param({"a", "b"}, set(), id="no commas"),
        pytest.param(set(), set(), id="nothing"),
    ],
)  # fmt: skip
def test_names_with_commas_are_learned(values, expected):
    assert learned_names(values) == expected


def test_learned_names_split_what_taught_them():
    values = {"Q1 Outreach, EMEA", "Product Launch, Q1 Outreach, EMEA", "Product Launch"}

    assert split_names("Product Launch, Q1 Outreach, EMEA", learned_names(values)) == [
        "Product Launch", "Q1 Outreach, EMEA",
    ]  # fmt: skip


# Names of one to four parts; no part is in two of them, so there is one way only to take them apart.
NAMES = st.lists(st.integers(1, 4), min_size=1, max_size=8).map(
    lambda lengths: [
        ", ".join(f"part {place}.{part}" for part in range(length)) for place, length in enumerate(lengths)
    ]
)


@given(NAMES, st.randoms())
def test_joined_known_names_come_back(names, chance):
    chance.shuffle(names)

    assert split_names(", ".join(names), set(names)) == names


@given(st.text(st.sampled_from('ab,"“”« »\n')), st.sets(st.text(st.sampled_from("ab, "))))
def test_no_name_is_blank_or_told_twice(text, known):
    names = split_names(text, known) or []

    assert [name for name in names if not name.strip()] == []
    assert len(set(names)) == len(names)


@given(st.sets(st.text(st.sampled_from("abc,")), max_size=8))
def test_learned_names_are_whole_values(values):
    assert learned_names(values) <= {value.strip() for value in values}
