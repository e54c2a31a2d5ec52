"""Pages by keyset: complete, in order, in both directions, whatever values are equal or missing."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphql_schema.keyset import Order, Term, read_cursor, write_cursor
from graphql_schema.paging import Page, place_connection, places
from models.base import table_of
from models.company import Association, Company
from models.contact import Contact
from models.engagement.state import Engagement
from models.errors import InvalidInput
from tests.factories import ANN, LONG_AGO, add, edit, make_activity, make_company, make_contact, make_task
from tests.graphql_schema.asking import all_ids, ask, refusals

PAGE = """query($first: Int, $after: String, $last: Int, $before: String, $orderBy: [ContactOrder!]) {
  contacts(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    edges { cursor node { id leadScore } } nodes { id } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""
CONTACT = table_of(Contact).c
COMPANY = table_of(Company).c
SCORES = [3, None, 1, 3, None, 2, 3]  # equal ones and missing ones


@pytest.fixture
async def scored(database):
    """Ids of contacts with these scores, in the order they were made."""
    return [(await make_contact(database, lead_score=score)).id for score in SCORES]


@pytest.mark.parametrize(
    ("order", "places"),
    [
        pytest.param([{"field": "LEAD_SCORE"}], [2, 5, 0, 3, 6, 1, 4], id="rising"),
        pytest.param([{"field": "LEAD_SCORE", "direction": "DESC"}], [6, 3, 0, 5, 2, 4, 1], id="falling"),
        pytest.param(
            [{"field": "CREATED_AT"}, {"field": "LEAD_SCORE", "direction": "DESC"}],
            [0, 3, 6, 5, 2, 1, 4],
            id="behind-another",
        ),
        pytest.param(
            [{"field": "LEAD_SCORE"}, {"field": "LAST_NAME", "direction": "DESC"}],
            [2, 5, 0, 3, 6, 1, 4],
            id="two-that-may-be-missing",
        ),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 7])
async def test_pages_in_either_direction_give_the_whole_list_in_order(database, scored, order, places, size):
    wanted = [scored[place] for place in places]

    assert await all_ids(database, PAGE, orderBy=order, first=size) == wanted
    assert await all_ids(database, PAGE, orderBy=order, last=size) == wanted


ROWS = [
    {"lead_score": 3, "last_name": "b", "last_activity_at": None},
    {"lead_score": None, "last_name": "B", "last_activity_at": LONG_AGO},
    {"lead_score": 3, "last_name": None, "last_activity_at": LONG_AGO},
    {"lead_score": 1.5, "last_name": "a", "last_activity_at": LONG_AGO + timedelta(days=1)},
    {"lead_score": None, "last_name": "a", "last_activity_at": None},
    {"lead_score": 3, "last_name": "b", "last_activity_at": LONG_AGO},
    {"lead_score": None, "last_name": None, "last_activity_at": None},
]
ORDERS = st.lists(
    st.fixed_dictionaries(
        {"field": st.sampled_from(["LEAD_SCORE", "LAST_NAME", "LAST_ACTIVITY_AT", "CREATED_AT"])},
        optional={"direction": st.sampled_from(["ASC", "DESC"]), "nulls": st.sampled_from(["FIRST", "LAST"])},
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda term: term["field"],
)


@pytest.fixture
async def rows(database):
    """What contacts are ordered by, with their ids; two and two were made at one moment."""
    made = []
    for place, values in enumerate(ROWS):
        made_at = LONG_AGO + timedelta(days=place // 2)
        contact = await make_contact(database, made_at=made_at, **values)
        made.append({**values, "created_at": made_at, "id": contact.id})
    return made


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=ORDERS, size=st.integers(2, 4), backward=st.booleans())
async def test_pages_of_any_order_are_what_python_sorts(database, rows, order, size, backward):
    assert await all_ids(database, PAGE, orderBy=order, **{"last" if backward else "first": size}) == ordered(
        rows, order
    )


def ordered(rows, order):
    rows = sorted(rows, key=lambda row: row["id"], reverse=order[0].get("direction") == "DESC")
    for term in reversed(order):
        name = term["field"].lower()
        there = [row for row in rows if row[name] is not None]
        missing = [row for row in rows if row[name] is None]
        there.sort(key=lambda row: folded(row[name]), reverse=term.get("direction") == "DESC")
        rows = missing + there if term.get("nulls") == "FIRST" else there + missing
    return [row["id"] for row in rows]


def folded(value):
    return value.lower() if isinstance(value, str) else value


async def test_tasks_activities_and_runs_are_ordered_as_asked(database):
    await make_task(database, "task_1", "b", due_at=LONG_AGO)
    await make_task(database, "task_2", "A")
    await make_task(database, "task_3", "c", completed=True, due_at=LONG_AGO)
    await make_activity(database, "activity_1", "EMAIL", direction="OUTBOUND")
    await make_activity(database, "activity_2", "LINKEDIN", occurred_at=LONG_AGO + timedelta(days=1))
    for label in ("Zoe", "Ann"):
        await edit(database, (await make_contact(database)).id, actor=replace(ANN, label=label), title="CTO")

    found = await ask(
        database,
        """{ urgent: tasks { nodes { id } }
        subjects: tasks(orderBy: { field: SUBJECT }) { nodes { id } }
        done: tasks(orderBy: [{ field: COMPLETED, direction: DESC }, { field: DUE_AT, nulls: FIRST }]) { nodes { id } }
        activities(orderBy: { field: DIRECTION, nulls: FIRST }) { nodes { id } }
        newest: activities { nodes { id } }
        syncRuns(orderBy: { field: ACTOR }) { nodes { actorLabel } } }""",
    )

    assert {name: [next(iter(node.values())) for node in page["nodes"]] for name, page in found.items()} == {
        "urgent": ["task_1", "task_3", "task_2"],
        "subjects": ["task_2", "task_1", "task_3"],
        "done": ["task_3", "task_2", "task_1"],
        "activities": ["activity_2", "activity_1"],
        "newest": ["activity_2", "activity_1"],
        "syncRuns": ["Ann", "Zoe"],
    }


async def test_pages_go_on_behind_tasks_that_are_done_or_not(database):
    for at, (completed, due) in enumerate([(True, 1), (False, None), (False, 2), (True, None), (False, 1)]):
        due_at = LONG_AGO + timedelta(days=due) if due else None
        await make_task(database, f"task_{at}", "Call", completed=completed, due_at=due_at)
    document = """query($direction: Direction!, $after: String) {
        tasks(orderBy: [{ field: COMPLETED, direction: $direction }, { field: DUE_AT }], first: 1, after: $after) {
            nodes { id } pageInfo { endCursor } } }"""

    found = {}
    for direction in ("ASC", "DESC"):
        after, found[direction] = None, []
        for _ in range(5):
            page = (await ask(database, document, direction=direction, after=after))["tasks"]
            found[direction] += [node["id"] for node in page["nodes"]]
            after = page["pageInfo"]["endCursor"]

    assert found == {
        "ASC": ["task_4", "task_2", "task_1", "task_0", "task_3"],
        "DESC": ["task_0", "task_3", "task_4", "task_2", "task_1"],
    }


async def test_companies_are_ordered_by_what_came_of_campaigns(database):
    few, many, none = [(await make_company(database)).id for _ in range(3)]
    await add(
        database,
        Engagement(record_id=few, entity="company", replies=1, opens=9, clicks=2),
        Engagement(record_id=many, entity="company", replies=12, opens=3, clicks=0),
    )

    found = await ask(
        database,
        """{ replies: companies(orderBy: { field: REPLIES, direction: DESC }) { nodes { id } }
        opens: companies(orderBy: { field: OPENS, direction: DESC }) { nodes { id } }
        clicks: companies(orderBy: { field: CLICKS, nulls: FIRST }) { nodes { id } } }""",
    )

    assert {name: [node["id"] for node in page["nodes"]] for name, page in found.items()} == {
        "replies": [many, few, none],
        "opens": [few, many, none],
        "clicks": [none, many, few],
    }


async def test_cursor_of_other_nulls_is_refused(database, scored):
    page = await ask(database, PAGE, orderBy=[{"field": "LEAD_SCORE"}], first=1)
    cursor = page["contacts"]["pageInfo"]["endCursor"]

    assert await refusals(
        database, PAGE, orderBy=[{"field": "LEAD_SCORE", "nulls": "FIRST"}], first=1, after=cursor
    ) == [("`after` is a cursor of a list in another order", {"code": "INVALID_INPUT", "field": "after"})]


async def test_page_between_two_cursors(database, scored):
    everything = (await ask(database, PAGE, orderBy=[{"field": "LEAD_SCORE"}]))["contacts"]
    cursors = [edge["cursor"] for edge in everything["edges"]]

    page = (await ask(database, PAGE, orderBy=[{"field": "LEAD_SCORE"}], after=cursors[3], before=cursors[6]))[
        "contacts"
    ]

    assert page["nodes"] == everything["nodes"][4:6]
    assert page["pageInfo"] == {
        "hasNextPage": False, "hasPreviousPage": True, "startCursor": cursors[4], "endCursor": cursors[5]
    }  # fmt: skip
    assert page["totalCount"] == 7


@pytest.mark.parametrize("field", ["FIRST_NAME", "LAST_NAME", "COMPANY_NAME"])
@pytest.mark.parametrize(("direction", "places"), [("ASC", [1, 0, 3, 2]), ("DESC", [3, 0, 1, 2])])
async def test_pages_in_the_order_of_a_text_go_on_where_the_last_one_ended(database, field, direction, places):
    made = [(await make_contact(database, **{field.lower(): name})).id for name in ("bob", "Ada", None, "Cy")]

    order = [{"field": field, "direction": direction}]

    assert await all_ids(database, PAGE, orderBy=order, first=1) == [made[place] for place in places]
    assert await all_ids(database, PAGE, orderBy=order, last=1) == [made[place] for place in places]


async def test_latest_change_comes_first_unless_told(database):
    old, new, tied = [await make_contact(database, made_at=LONG_AGO + timedelta(days=day)) for day in (0, 1, 1)]

    assert await all_ids(database, PAGE, first=1) == [tied.id, new.id, old.id]


async def test_empty_page_and_page_of_nothing(database):
    info = {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None}
    empty = {"edges": [], "nodes": [], "pageInfo": info, "totalCount": 0}
    assert (await ask(database, PAGE))["contacts"] == empty

    await make_contact(database)

    assert (await ask(database, PAGE, first=0))["contacts"] == {
        **empty, "pageInfo": {**info, "hasNextPage": True}, "totalCount": 1
    }  # fmt: skip


async def test_children_are_paged_per_parent(database):
    one, other = await make_contact(database), await make_contact(database)
    for number in range(5):
        await make_task(database, f"task_{number}", str(number), contact_id=(one if number < 4 else other).id)

    document = """query($after: String, $last: Int, $before: String, $first: Int) { contacts { nodes {
        tasks(first: $first, after: $after, last: $last, before: $before) {
        totalCount nodes { subject } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } } } }"""
    page = await ask(database, document, first=2)
    later, earlier = [node["tasks"] for node in page["contacts"]["nodes"]]

    assert [node["subject"] for node in earlier["nodes"]] == ["0", "1"]
    assert (earlier["totalCount"], earlier["pageInfo"]["hasNextPage"]) == (4, True)
    assert [node["subject"] for node in later["nodes"]] == ["4"]
    assert (later["totalCount"], later["pageInfo"]["hasNextPage"]) == (1, False)

    page = await ask(database, document, first=2, after=earlier["pageInfo"]["endCursor"])
    assert [node["subject"] for node in page["contacts"]["nodes"][1]["tasks"]["nodes"]] == ["2", "3"]
    page = await ask(database, document, last=1, before=earlier["pageInfo"]["endCursor"])
    assert [node["subject"] for node in page["contacts"]["nodes"][1]["tasks"]["nodes"]] == ["0"]


async def test_companies_of_a_contact_are_paged_with_the_main_one_first(database):
    ada = await make_contact(database)
    made = [await make_company(database, name=name) for name in "abc"]
    pairs = [
        Association(contact_id=ada.id, company_id=each.id, is_main=each is made[1], created_at=LONG_AGO)
        for each in made
    ]
    await add(database, *pairs)

    document = """query($id: ID!, $after: String) { contact(id: $id) { companies(first: 1, after: $after) {
        nodes { name } pageInfo { endCursor hasNextPage } } } }"""
    names, after = [], None
    for _ in made:
        page = (await ask(database, document, id=ada.id, after=after))["contact"]["companies"]
        names.append(page["nodes"][0]["name"])
        after = page["pageInfo"]["endCursor"]

    assert names == ["b", "c", "a"]
    assert page["pageInfo"]["hasNextPage"] is False


@pytest.mark.parametrize(
    ("arguments", "message", "field"),
    [
        pytest.param("first: -1", "`first` must not be negative; it is -1", "first", id="negative"),
        pytest.param("first: 1, last: 1", "Ask for `first` or for `last`, not for both", "last", id="both"),
        pytest.param('after: "x"', "`after` is not a cursor of this list", "after", id="no-cursor"),
        pytest.param('before: "ü"', "`before` is not a cursor of this list", "before", id="no-ascii"),
        pytest.param('after: "WyJ4Il0"', "`after` is a cursor of a list in another order", "after", id="other-order"),
    ],
)
async def test_page_that_cannot_be_is_refused(database, arguments, message, field):
    assert await refusals(database, f"{{ contacts({arguments}) {{ totalCount }} }}") == [
        (message, {"code": "INVALID_INPUT", "field": field})
    ]


async def test_order_that_names_a_field_twice_is_refused(database):
    document = "{ contacts(orderBy: [{ field: LEAD_SCORE }, { field: LEAD_SCORE, direction: DESC }]) { totalCount } }"

    assert await refusals(database, document) == [
        ("`orderBy` names a field twice", {"code": "INVALID_INPUT", "field": "orderBy"})
    ]


@given(
    score=st.floats(allow_nan=False, allow_infinity=False) | st.none(),
    id_=st.text(st.characters(exclude_characters="\x00", codec="utf-8")),
)
def test_cursor_gives_back_its_values(score, id_):
    order = Order((Term("leadScore", CONTACT.lead_score, nullable=True), Term("id", CONTACT.id)))

    assert read_cursor(write_cursor([score, id_], order), order, "after") == [score, id_]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([None, "contact_1"], id="missing-moment"),
        pytest.param([5, "contact_1"], id="number-for-a-moment"),
        pytest.param(["2024-01-01T00:00:00Z", 5], id="number-for-an-id"),
        pytest.param(["2024-01-01T00:00:00Z", "\x00"], id="unstorable-id"),
        pytest.param(["yesterday", "contact_1"], id="no-moment"),
        pytest.param(["2024-01-01T00:00:00Z"], id="too-short"),
    ],
)
def test_forged_cursor_is_refused(values):
    order = Order((Term("createdAt", CONTACT.created_at), Term("id", CONTACT.id)))

    with pytest.raises(InvalidInput):
        read_cursor(write_cursor(values, order), order, "after")


@settings(max_examples=50)
@given(size=st.integers(1, 8), length=st.integers(0, 12), backward=st.booleans())
def test_pages_of_a_list_in_memory_are_complete(size, length, backward):
    found: list[int] = []
    cursor = None
    while True:
        page = Page(size, None if backward else cursor, cursor if backward else None, backward)
        wanted = places(length, page)
        part = asyncio.run(place_connection(list(wanted), wanted, length).read())
        nodes = [edge.node for edge in part.edges]
        found = nodes + found if backward else found + nodes
        more = part.info.has_previous_page if backward else part.info.has_next_page
        if not more:
            break
        cursor = part.info.start_cursor if backward else part.info.end_cursor

    assert found == list(range(length))


@pytest.mark.parametrize("number", [pytest.param(10**12, id="whole"), pytest.param(-(10**400), id="past-a-double")])
async def test_cursor_with_a_number_no_column_holds_is_refused(database, number):
    order = Order((Term("numberOfEmployees", COMPANY.number_of_employees, nullable=True), Term("id", COMPANY.id)))
    after = write_cursor([number, "company_1"], order)

    document = "query($a: String) { companies(orderBy: { field: NUMBER_OF_EMPLOYEES }, after: $a) { totalCount } }"
    assert await refusals(database, document, a=after) == [
        ("`after` is not a cursor of this list", {"code": "INVALID_INPUT", "field": "after"})
    ]
