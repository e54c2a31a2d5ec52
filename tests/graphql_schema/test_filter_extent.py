"""Filters that are too large or ask what cannot be, and the largest that are answered."""

from typing import Any

import pytest

from tests.graphql_schema.asking import ask, refusals


async def test_text_that_no_database_holds_is_refused(database):
    assert await refusals(database, '{ contacts(filter: { ownerId: { eq: "\\u0000" } }) { totalCount } }') == [
        ("ownerId holds a NUL character, which cannot be stored", {"code": "INVALID_INPUT", "field": "ownerId"})
    ]


def inside(depth):
    """A filter with this many filters inside each other, at least."""
    filter: dict[str, Any] = {"title": {"contains": "é"}}
    for step in range(depth // 2):
        filter = {"companies": {"every": {"contacts": {"none": filter}}}} if step % 2 else {"or": [{"not": filter}]}
    return filter


@pytest.mark.parametrize(
    ("filter", "message", "field"),
    [
        pytest.param(inside(12), "Filters stand at most 10 deep inside each other", "filter", id="too-deep"),
        pytest.param(
            {"or": [{"title": {"eq": "x"}}] * 101},
            "A filter has at most 100 conditions; this one has 101",
            "filter",
            id="too-many",
        ),
        pytest.param(
            {"or": [{}] * 200},
            "A filter has at most 100 conditions; this one has 200",
            "filter",
            id="too-many-of-nothing",
        ),
        pytest.param(
            {"or": [{"text": "ten words " * 10}] * 11},
            "A filter has at most 100 conditions; this one has 110",
            "filter",
            id="too-many-words",
        ),
        pytest.param(
            {"not": {"deleted": True}},
            "`deleted` can be asked of the outermost filter alone",
            "deleted",
            id="deleted-inside",
        ),
        pytest.param(
            {"deals": {"some": {"deleted": True}}},
            "`deleted` can be asked of the outermost filter alone",
            "deleted",
            id="deleted-relation",
        ),
        pytest.param(
            {"title": {"contains": "x" * 1_001}}, "title is longer than 1,000 characters", "title", id="long-part"
        ),
        pytest.param(
            {"tags": {"hasAll": ["\x00"]}},
            "tags holds a NUL character, which cannot be stored",
            "tags",
            id="tag-with-nul",
        ),
        pytest.param(
            {"customFields": [{"key": "\x00"}]},
            "customFields holds a NUL character, which cannot be stored",
            "customFields",
            id="key-with-nul",
        ),
        pytest.param(
            {"customFields": [{"key": "x" * 256}]},
            "customFields is longer than 255 characters",
            "customFields",
            id="long-key",
        ),
    ],
)
async def test_filter_that_cannot_be_is_refused(database, filter, message, field):
    document = "query($filter: ContactFilter) { contacts(filter: $filter) { totalCount } }"

    assert await refusals(database, document, filter=filter) == [(message, {"code": "INVALID_INPUT", "field": field})]


@pytest.mark.parametrize(
    "filter",
    [
        pytest.param(inside(10), id="as-deep-as-may-be"),
        pytest.param({"or": [{"text": "ébé " * 10}] * 10}, id="as-many-as-may-be"),
        pytest.param({"text": "x" * 1_000}, id="as-long-as-may-be"),
    ],
)
async def test_largest_filters_are_answered(database, filter):
    document = "query($filter: ContactFilter) { contacts(filter: $filter) { totalCount } }"

    assert await ask(database, document, filter=filter) == {"contacts": {"totalCount": 0}}
