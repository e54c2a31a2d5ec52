"""Lists in the order of custom fields: complete and in order whether a field is promoted or not, by its index where it is."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.fields.mapping import Entity
from tests.factories import make_company, make_contact
from tests.graphql_schema.asking import all_ids, ask, explained, refusals
from tests.graphql_schema.test_promoted_fields import analyze, make_many, promote

PAGE = """query($first: Int, $after: String, $last: Int, $before: String, $orderBy: [ContactOrder!]) {
  contacts(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
LONG = "m" * 200
ROWS = [
    {"plan": "gold", "seats": 5, "since": "2024-01-15", "keen": True},
    {"plan": "Gold", "seats": 5, "since": "2024-01-15T08:00:00+02:00", "keen": False},
    {"plan": "silver", "seats": -2.5, "since": "someday", "keen": "true"},
    {"plan": None, "seats": "7", "since": 2024, "keen": True},
    {"plan": LONG + "b", "seats": 1e300},
    {"plan": LONG + "a", "seats": 12345678901234567890, "since": "2023-12-31T23:59:59.999Z"},
    {"plan": ["gold"], "seats": True},
    {"plan": "", "seats": 0, "since": "0001-01-01", "keen": False},
    {"plan": 42, "seats": None, "since": "9999-12-31T23:59:59.999Z"},
    {"since": "0001-01-02T00:00:00+13:59", "keen": 1},
]
# What each row is ordered by: None where it holds nothing of the type.
TOLD = {
    "plan TEXT": ["gold", "gold", "silver", None, LONG, LONG, None, "", None, None],
    "plan NUMBER": [None, None, None, None, None, None, None, None, 42, None],
    "seats NUMBER": [5, 5, -2.5, None, 1e300, 12345678901234567890, None, 0, None, None],
    "since DATE_TIME": [
        datetime(2024, 1, 15, tzinfo=UTC), datetime(2024, 1, 15, 6, tzinfo=UTC), None, None, None,
        datetime(2023, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC), None, None,
        datetime(9999, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC), datetime(1, 1, 1, 10, 1, tzinfo=UTC),
    ],
    "keen BOOLEAN": [True, False, None, True, None, None, None, False, None, None],
    "LAST_NAME": ["b", None, "a", "a", "b", None, "a", "b", "a", "c"],
}  # fmt: skip
ORDERS = st.lists(
    st.fixed_dictionaries(
        {"by": st.sampled_from(sorted(TOLD))},
        optional={"direction": st.sampled_from(["ASC", "DESC"]), "nulls": st.sampled_from(["FIRST", "LAST"])},
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda term: term["by"],
)


def by(name, **others):
    key, _, type_ = name.partition(" ")
    return {"customField": {"key": key, "type": type_}, **others} if type_ else {"field": name, **others}


def ordered(order):
    rows = sorted(range(len(ROWS)), reverse=order[0].get("direction") == "DESC")
    for term in reversed(order):
        values = TOLD[term["by"]]
        there = [row for row in rows if values[row] is not None]
        missing = [row for row in rows if values[row] is None]
        there.sort(key=lambda row, values=values: values[row], reverse=term.get("direction") == "DESC")
        rows = missing + there if term.get("nulls") == "FIRST" else there + missing
    return [f"contact_{row}" for row in rows]


@pytest.fixture(params=["promoted", "as they are"])
async def fields(request, database):
    for at, custom in enumerate(ROWS):
        await make_contact(database, id=f"contact_{at}", last_name=TOLD["LAST_NAME"][at], custom=custom)
    if request.param == "promoted":
        for name in ("plan", "seats", "since", "keen"):
            await promote(database, name)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=ORDERS, size=st.integers(2, 4), backward=st.booleans())
async def test_pages_of_any_order_are_what_python_sorts(database, fields, order, size, backward):
    asked = [by(each["by"], **{name: each[name] for name in each if name != "by"}) for each in order]

    assert await all_ids(database, PAGE, orderBy=asked, **{"last" if backward else "first": size}) == ordered(order)


async def test_cursor_leads_on_after_its_field_is_promoted(database):
    for at, custom in enumerate(ROWS):
        await make_contact(database, id=f"contact_{at}", custom=custom)
    order = [by("plan TEXT")]
    before = (await ask(database, PAGE, orderBy=order, first=2))["contacts"]

    await promote(database)

    cursor = before["pageInfo"]["endCursor"]
    assert [each["id"] for each in before["nodes"]] == ["contact_7", "contact_0"]
    assert await all_ids(database, PAGE, orderBy=order, first=3, after=cursor) == [
        "contact_1", "contact_4", "contact_5", "contact_2", "contact_3", "contact_6", "contact_8", "contact_9",
    ]  # fmt: skip


async def test_companies_are_ordered_by_their_own_fields(database):
    for at, seats in enumerate([5, 30, None, 7]):
        await make_company(database, id=f"company_{at}", custom={"seats": seats})
    asked = (
        """{ companies(orderBy: { customField: { key: "seats", type: NUMBER }, direction: DESC }) { nodes { id } } }"""
    )

    plain = await ask(database, asked)
    await ask(
        database,
        """mutation { defineCustomField(entity: COMPANY, name: "seats", changes: { isPromoted: true }) { __typename } }""",
    )
    promoted = await ask(database, asked)

    assert plain == promoted
    assert [each["id"] for each in plain["companies"]["nodes"]] == ["company_1", "company_3", "company_0", "company_2"]


@pytest.mark.parametrize(
    ("key", "index"),
    [("plan TEXT", "letters"), ("seats NUMBER", "number"), ("keen BOOLEAN", "truth"), ("since DATE_TIME", "moment")],
)
async def test_a_page_is_read_from_the_index_of_a_promoted_field(database, key, index):
    await make_many(database)
    await promote(database, key.partition(" ")[0])
    await analyze(database)
    order = [by(key, direction="DESC")]
    first = await ask(database, PAGE, orderBy=order, first=3)
    cursor = first["contacts"]["pageInfo"]["endCursor"]

    async with explained(database) as plans:
        await ask(database, PAGE, orderBy=order, first=3)
        await ask(database, PAGE, orderBy=order, first=3, after=cursor)
        await ask(database, PAGE, orderBy=order, last=3, before=cursor)

    pages = [each for each in plans if "custom_field_setting" not in each]
    assert len(pages) == 3
    for each in pages:
        assert f"ix_promoted_value_{index}" in each
        assert "Sort" not in each
        assert "TEMP B-TREE" not in each


async def test_an_order_costs_one_look_whether_its_field_is_promoted(database):
    for at, custom in enumerate(ROWS):
        await make_contact(database, id=f"contact_{at}", custom=custom)

    async with explained(database) as behind:
        await ask(database, PAGE, orderBy=[by("LAST_NAME"), by("plan TEXT")], first=2)
    async with explained(database) as plain:
        await ask(database, PAGE, orderBy=[by("plan TEXT")], first=2)
    await promote(database)
    async with explained(database) as quick:
        await ask(database, PAGE, orderBy=[by("plan TEXT")], first=2)
    async with explained(database) as whole:
        await ask(database, PAGE, orderBy=[by("plan TEXT")], first=10)

    # Behind another field it is read from the records; those without a value are asked for apart, when they are reached.
    assert [len(each) for each in (behind, plain, quick, whole)] == [2, 2, 2, 3]
    assert ["promoted_value" in each[-1] for each in (behind, plain, quick, whole)] == [False, False, True, True]


SEATS = {"key": "seats", "type": "NUMBER"}


@pytest.mark.parametrize(
    ("order", "message", "field"),
    [
        pytest.param([{}], "Name either a field or a customField", "orderBy", id="neither"),
        pytest.param(
            [{"field": "TITLE", "customField": SEATS}], "Name either a field or a customField", "orderBy", id="both"
        ),
        pytest.param(
            [{"customField": SEATS}, {"customField": SEATS, "direction": "DESC"}],
            "`orderBy` names a field twice",
            "orderBy",
            id="twice",
        ),
        pytest.param(
            [{"customField": {"key": str(at)}} for at in range(6)],
            "`orderBy` names at most 5 custom fields",
            "orderBy",
            id="too-many",
        ),
        pytest.param(
            [{"customField": {"key": "x" * 256}}],
            "customField is longer than 255 characters",
            "customField",
            id="too-long",
        ),
    ],
)
async def test_order_that_cannot_be_is_refused(database, order, message, field):
    assert await refusals(database, PAGE, orderBy=order) == [(message, {"code": "INVALID_INPUT", "field": field})]


async def test_lists_have_no_order(database):
    [(message, _)] = await refusals(database, PAGE, orderBy=[by("areas LIST")])

    assert message.endswith("Value 'LIST' does not exist in 'CustomValueType' enum.")


async def test_cursor_of_another_type_is_refused(database):
    await make_contact(database, custom={"seats": 5})
    page = await ask(database, PAGE, orderBy=[by("seats NUMBER")], first=1)

    found = await refusals(database, PAGE, orderBy=[by("seats TEXT")], after=page["contacts"]["pageInfo"]["endCursor"])

    assert found == [("`after` is a cursor of a list in another order", {"code": "INVALID_INPUT", "field": "after"})]


async def test_groups_are_opened_in_the_order_of_the_list(database):
    await make_many(database, Entity.COMPANY, count=4)

    found = await ask(
        database,
        """{ companies(orderBy: { customField: { key: "seats", type: NUMBER }, direction: DESC }) {
            groupBy(fields: [{ field: OWNER }]) { groups { records(first: 3) { nodes { id } pageInfo { endCursor } } } } } }""",
    )

    [group] = found["companies"]["groupBy"]["groups"]
    assert [each["id"] for each in group["records"]["nodes"]] == ["company_00003", "company_00002", "company_00001"]
