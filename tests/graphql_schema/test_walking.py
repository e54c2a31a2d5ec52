"""Filters of long lists: pages found by walking along the list, and numbers that are told only where they are soon counted."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from graphql_schema import loaders, walking
from models import choosing
from models.base import table_of
from models.contact import Contact
from models.database.statements import without_index
from models.engagement.state import Engagement
from models.search import finding
from tests.factories import LONG_AGO, add, make_contact
from tests.graphql_schema.asking import all_ids, ask, explained
from tests.graphql_schema.test_promoted_fields import analyze


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


# What contacts are ordered by, and in which order three of five with a tag stand then; nothing stands last either way.
PLACES = {
    ("LAST_NAME", "ASC"): [2, 0, 4],
    ("LAST_NAME", "DESC"): [0, 2, 4],
    ("COMPANY_NAME", "ASC"): [0, 2, 4],
    ("COMPANY_NAME", "DESC"): [4, 2, 0],
    ("LEAD_SCORE", "ASC"): [4, 0, 2],
    ("LEAD_SCORE", "DESC"): [0, 4, 2],
    ("REPLIES", "ASC"): [2, 0, 4],
    ("REPLIES", "DESC"): [2, 4, 0],
    ("ENGAGEMENT_STAGE", "ASC"): [4, 2, 0],
    ("ENGAGEMENT_STAGE", "DESC"): [2, 4, 0],
}


@pytest.mark.parametrize("walked", [1, 2, 100])
async def test_filtered_pages_in_any_order_are_the_same_however_far_the_list_is_walked(database, monkeypatch, walked):
    monkeypatch.setattr(walking, "WALKED", walked)
    names, companies = ["Zoe", "Yan", "ann", "Bob", None], ["acme", "Beta", "ACME", None, "Zeta"]
    scores, replies, ranks = [9, 5, None, 7, 1], [None, 4, 2, 1, None], [None, 3, 5, 1, 2]
    made = []
    for each in range(5):
        facts = {"last_name": names[each], "company_name": companies[each], "lead_score": scores[each]}
        tags = ["vip"] if each % 2 == 0 else None
        made.append((await make_contact(database, id=f"contact_{each}", tags=tags, **facts)).id)
        if ranks[each] is not None:
            state = Engagement(record_id=made[each], entity="contact", replies=replies[each], stage_rank=ranks[each])
            await add(database, state)
    document = """query($first: Int, $after: String, $last: Int, $before: String, $orderBy: [ContactOrder!]) {
        contacts(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy,
            filter: { tags: { has: "vip" } }) {
            nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""

    forward, backward = {}, {}
    for field, direction in PLACES:
        order = [{"field": field, "direction": direction}]
        forward[field, direction] = await all_ids(database, document, first=1, orderBy=order)
        backward[field, direction] = await all_ids(database, document, last=1, orderBy=order)

    assert forward == {order: [made[place] for place in places] for order, places in PLACES.items()}
    assert backward == forward


@pytest.mark.parametrize(
    ("order", "index"),
    [
        ("LAST_NAME", "ix_contact_last_name"),
        ("COMPANY_NAME", "ix_contact_company_name"),
        ("LEAD_SCORE", "ix_contact_score"),
        ("LAST_ACTIVITY_AT", "ix_contact_activity"),
        ("ENGAGEMENT_STAGE", "ix_engagement_stage"),
        ("FURTHEST_STAGE", "ix_engagement_furthest"),
        ("LAST_ENGAGED_AT", "ix_engagement_engaged"),
        ("REPLIES", "ix_engagement_replies"),
        ("OPENS", "ix_engagement_opens"),
        ("CLICKS", "ix_engagement_clicks"),
    ],
)
async def test_contacts_are_read_in_order_from_where_an_index_has_them_so(database, order, index):
    await make_many(database)
    await analyze(database)
    document = """query($order: [ContactOrder!], $first: Int, $after: String, $last: Int, $before: String) {
        contacts(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
            nodes { id } pageInfo { endCursor } } }"""
    asked = {"order": [{"field": order}]}
    cursor = (await ask(database, document, **asked, first=3))["contacts"]["pageInfo"]["endCursor"]

    async with explained(database) as plans:
        await ask(database, document, **asked, first=3)
        await ask(database, document, **asked, first=3, after=cursor)
        await ask(database, document, **asked, last=3, before=cursor)

    assert len(plans) == 3
    for each in plans:
        assert index in each
        assert "Sort" not in each
        assert "TEMP B-TREE" not in each


async def make_many(database, count=2_000):
    """So many contacts and their engagement, each with values of its own."""
    moments = [LONG_AGO + timedelta(hours=each) for each in range(count)]
    contacts = [
        (f"contact_{at:05}", f"Last{at}", f"Company {at}", float(at), moment, {}, {}, 1, LONG_AGO, "t", LONG_AGO, "t")
        for at, moment in enumerate(moments)
    ]
    states = [(f"contact_{at:05}", "contact", at, at, moment, at, at, at, False) for at, moment in enumerate(moments)]
    written = ("version", "created_at", "created_by", "updated_at", "updated_by")
    facts = ("id", "last_name", "company_name", "lead_score", "last_activity_at", "custom_fields", "edits")
    counted = ("last_engaged_at", "replies", "opens", "clicks", "is_backwards")
    async with database.write() as session:
        await session.insert_rows(table_of(Contact), (*facts, *written), contacts)
        ranks = ("record_id", "entity", "stage_rank", "furthest_rank")
        await session.insert_rows(table_of(Engagement), (*ranks, *counted), states)


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


async def test_what_few_fulfil_is_sorted_when_found_and_not_looked_for_along_an_index(database):
    columns = table_of(Contact).c
    is_sqlite = database.driver.reading.dialect.name == "sqlite"

    async def plan_by(order):
        statement = select(columns.id).order_by(order.desc()).limit(1)
        asked = statement.compile(dialect=database.driver.reading.dialect, compile_kwargs={"literal_binds": True})
        async with database.read() as session:
            if not is_sqlite:
                await session.exec(text("SET LOCAL enable_sort = off"))
            rows = await session.exec(text(f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{asked}"))
            return "\n".join(str(row[-1]) for row in rows.all())

    sorts = "TEMP B-TREE FOR ORDER BY" if is_sqlite else "Sort"
    assert (sorts in await plan_by(columns.updated_at), sorts in await plan_by(without_index(columns.updated_at))) == (
        False,
        True,
    )
