"""Filters of long lists: pages found by walking along the list, and numbers that are told only where they are soon counted."""

from datetime import timedelta

import pytest

from graphql_schema import loaders, walking
from models import choosing
from models.search import finding
from tests.factories import LONG_AGO, make_contact
from tests.graphql_schema.asking import all_ids, ask, explained


@pytest.mark.parametrize("walked", [1, 3, 100])
async def test_filtered_pages_are_the_same_however_far_the_list_is_walked(database, monkeypatch, walked):
    monkeypatch.setattr(walking, "WALKED", walked)
    active = {1: 1, 2: 2, 5: 3}
    made = []
    for each in range(8):
        moment = LONG_AGO + timedelta(days=active[each]) if each in active else None
        tags = ["vip"] if each in (2, 6) else None
        made.append(await make_contact(database, last_name=f"L{each}", tags=tags, last_activity_at=moment))
    filters = {
        "never": ({"lastActivityAt": {"isNull": True}}, [0, 3, 4, 6, 7]),
        "tagged": ({"tags": {"hasAny": ["vip"]}}, [2, 6]),
        "untagged": ({"not": {"tags": {"hasAny": ["vip"]}}}, [0, 1, 3, 4, 5, 7]),
        "named": ({"text": "l2"}, [2]),
        "either": ({"or": [{"lastName": {"eq": "L5"}}, {"tags": {"has": "vip"}}]}, [2, 5, 6]),
    }
    orders = ["CREATED_AT", "LAST_ACTIVITY_AT"]
    document = """query($first: Int, $after: String, $filter: ContactFilter, $orderBy: [ContactOrder!]) {
        contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
            nodes { id } pageInfo { hasNextPage endCursor } } }"""

    found = {}
    for name, (wanted, _) in filters.items():
        for order in orders:
            variables = {"first": 2, "filter": wanted, "orderBy": [{"field": order}]}
            found[name, order] = await all_ids(database, document, **variables)

    expected = {}
    for name, (_, fitting) in filters.items():
        expected[name, "CREATED_AT"] = [made[each].id for each in fitting]
        later = sorted(fitting, key=lambda each: (active.get(each, 9), made[each].id))
        expected[name, "LAST_ACTIVITY_AT"] = [made[each].id for each in later]
    assert found == expected


async def test_a_quick_count_is_null_where_it_would_take_long(database, monkeypatch):
    monkeypatch.setattr(loaders, "LONG", 2)
    for each in range(4):
        await make_contact(database, first_name="Ada", last_name=f"L{each}")
    document = """{
        all: contacts(first: 2) { quickCount }
        worded: contacts(first: 2, filter: { text: "ada" }) { quickCount totalCount }
        few: contacts(first: 2, filter: { text: "l3" }) { quickCount }
        none: contacts(first: 2, filter: { lastName: { eq: "L9" } }) { quickCount }
        tasks(first: 2) { quickCount } }"""

    data = await ask(database, document)

    assert data == {
        "all": {"quickCount": 4},
        "worded": {"quickCount": None, "totalCount": 4},
        "few": {"quickCount": 1},
        "none": {"quickCount": 0},
        "tasks": {"quickCount": 0},
    }


@pytest.mark.parametrize(
    ("wanted", "statements"),
    [
        pytest.param({"tags": {"has": "vip"}}, (2, 3), id="tag"),
        pytest.param({"text": "ada"}, (1, 2), id="words"),
        pytest.param({"or": [{"tags": {"has": "vip"}}, {"text": "ada"}]}, (3, 3), id="either"),
        pytest.param({"or": [{"text": "ada"}, {"ownerId": {"eq": "user_ann"}}]}, (2, 2), id="words-or-owner"),
        pytest.param({"email": {"eq": "ADA@example.com"}, "title": {"ne": "CTO"}}, (2, 3), id="identifier"),
    ],
)
async def test_what_an_index_tells_few_fulfil_is_gathered_without_a_walk(database, monkeypatch, wanted, statements):
    ada = await make_contact(
        database, first_name="Ada", email="ada@example.com", tags=["vip"], owner_id="user_ann"
    )  # fmt: skip
    await make_contact(database, first_name="Bob")
    document = "query($filter: ContactFilter) { contacts(filter: $filter, first: 2) { nodes { id } } }"

    async def selects(gathered):
        monkeypatch.setattr(choosing, "GATHERED", gathered)
        monkeypatch.setattr(finding, "GATHERED", gathered)
        async with explained(database) as plans:
            found = await ask(database, document, filter=wanted)
        assert found == {"contacts": {"nodes": [{"id": ada.id}]}}
        return plans

    few, many = await selects(3), await selects(1)

    # Those, and how many there are of each kind and of all, which of words is asked aside; or instead of them the end of the
    # walk, and who is found on it.
    assert (len(few), len(many)) == statements
