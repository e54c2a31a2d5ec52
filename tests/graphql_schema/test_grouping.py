"""Numbers and groups of whole lists: exact on both databases, and no more statements than they need."""

from datetime import UTC, datetime

import pytest

import models
from models.columns import utc_now
from tests.factories import (
    LONG_AGO,
    add,
    configure,
    delete,
    make_activity,
    make_company,
    make_contact,
    make_task,
    make_user,
)
from tests.graphql_schema.asking import ask, counted, refusals

GROUPS = "{ contacts { groupBy(%s) { groups { keys { field value label } count } isCut totalGroups } } }"


async def grouped(database, arguments, kind="contacts", **variables):
    """Labels of the keys, and the count, of each group."""
    document = GROUPS.replace("contacts", kind) % arguments
    found = (await ask(database, document, **variables))[kind]["groupBy"]
    return [(*(key["label"] for key in group["keys"]), group["count"]) for group in found["groups"]]


async def test_contacts_are_counted_by_owner_and_stage(database):
    await make_user(database, "user_ann", "Ann")
    for number, (owner, stage) in enumerate(
        [("user_ann", "lead"), ("user_ann", "lead"), ("user_ann", None), ("someone", "lead"), (None, None)]
    ):
        await make_contact(database, email=f"{number}@example.com", owner_id=owner, lifecycle_stage=stage)

    data = await ask(database, GROUPS % "fields: [{ field: OWNER }, { field: LIFECYCLE_STAGE }]")

    assert data["contacts"]["groupBy"] == {
        "groups": [
            {
                "keys": [
                    {"field": "OWNER", "value": "user_ann", "label": "Ann"},
                    {"field": "LIFECYCLE_STAGE", "value": "lead", "label": "lead"},
                ],
                "count": 2,
            },
            {
                "keys": [
                    {"field": "OWNER", "value": "user_ann", "label": "Ann"},
                    {"field": "LIFECYCLE_STAGE", "value": None, "label": "none"},
                ],
                "count": 1,
            },
            {
                "keys": [
                    {"field": "OWNER", "value": "someone", "label": "someone"},
                    {"field": "LIFECYCLE_STAGE", "value": "lead", "label": "lead"},
                ],
                "count": 1,
            },
            {
                "keys": [
                    {"field": "OWNER", "value": None, "label": "none"},
                    {"field": "LIFECYCLE_STAGE", "value": None, "label": "none"},
                ],
                "count": 1,
            },
        ],
        "isCut": False,
        "totalGroups": 4,
    }


@pytest.mark.parametrize(
    ("bucket", "zone", "expected"),
    [
        pytest.param("DAY", "UTC", [("2025-03-29", 1), ("2025-03-30", 2), ("2025-03-31", 1)], id="days"),
        pytest.param("DAY", "Europe/Madrid", [("2025-03-30", 2), ("2025-03-31", 2)], id="days-of-madrid"),
        pytest.param("WEEK", "Europe/Madrid", [("2025-W13", 2), ("2025-W14", 2)], id="weeks-of-madrid"),
        pytest.param("MONTH", "America/New_York", [("2025-03", 4)], id="months-of-new-york"),
        pytest.param("QUARTER", "Europe/Madrid", [("2025 Q1", 4)], id="quarters"),
        pytest.param("YEAR", "Pacific/Auckland", [("2025", 4)], id="years"),
    ],
)
async def test_moments_fall_into_the_buckets_of_a_place(database, bucket, zone, expected):
    for number, moment in enumerate(
        (
            datetime(2025, 3, 29, 23, 30, tzinfo=UTC),
            datetime(2025, 3, 30, 21, 59, 59, 999999, tzinfo=UTC),
            datetime(2025, 3, 30, 22, 0, tzinfo=UTC),
            datetime(2025, 3, 31, 21, 59, 59, tzinfo=UTC),
        )
    ):
        await make_contact(database, email=f"{number}@example.com", last_activity_at=moment)

    spec = f'fields: [{{ field: LAST_ACTIVITY_AT, bucket: {bucket}, timeZone: "{zone}" }}]'
    found = await grouped(database, spec + ", orderBy: { by: KEY }")

    assert found == expected


async def test_aggregate_is_one_statement(database):
    for number, score in enumerate((10, 20.5, None)):
        await make_contact(database, email=f"{number}@example.com", lead_score=score, country=["ES", "FR", "ES"][number])

    with counted(database) as statements:
        data = await ask(
            database,
            """{ contacts(first: 1) { aggregate { count countDistinct(field: COUNTRY) sum(field: LEAD_SCORE)
                avg(field: LEAD_SCORE) min(field: LEAD_SCORE) most: max(field: LEAD_SCORE) opens: sum(field: OPENS)
                earliest(field: CREATED_AT) latest(field: LAST_ACTIVITY_AT) } } }""",
        )

    assert data["contacts"]["aggregate"] == {
        "count": 3,
        "countDistinct": 2,
        "sum": 30.5,
        "avg": 15.25,
        "min": 10.0,
        "most": 20.5,
        "opens": None,
        "earliest": "2023-01-01T00:00:00Z",
        "latest": None,
    }
    assert len(statements) == 2


async def test_groups_open_into_their_records_with_one_statement(database):
    for number in range(6):
        await make_contact(
            database, email=f"{number}@example.com", country=["ES", "FR", None][number % 3], first_name=f"C{number}"
        )

    with counted(database) as statements:
        data = await ask(
            database,
            """{ contacts(first: 1, orderBy: { field: FIRST_NAME }) { groupBy(fields: [{ field: COUNTRY }]) { groups {
                keys { label } records(first: 1) { totalCount nodes { firstName } pageInfo { endCursor hasNextPage }
                    aggregate { count } } } } } }""",
        )

    groups = data["contacts"]["groupBy"]["groups"]
    assert [(each["keys"][0]["label"], each["records"]["nodes"][0]["firstName"]) for each in groups] == [
        ("ES", "C0"),
        ("FR", "C1"),
        ("none", "C2"),
    ]
    assert [each["records"]["aggregate"]["count"] for each in groups] == [2, 2, 2]
    assert len(statements) == 4


async def test_tags(database):
    await make_contact(database, email="a@example.com", tags=["vip", "warm"], lead_score=3)
    await make_contact(database, email="b@example.com", tags=["vip"], lead_score=4)
    await make_contact(database, email="c@example.com")

    found = await grouped(database, "fields: [{ field: TAG }], having: { of: SUM, field: LEAD_SCORE, gte: 4 }")

    assert found == [("vip", 2)]
    assert await grouped(database, "fields: [{ field: TAG }], orderBy: { by: KEY, direction: DESC }") == [
        ("warm", 1),
        ("vip", 2),
        ("none", 1),
    ]


async def test_aggregates_of_a_page_of_companies_are_one_statement(database):
    companies = [await make_company(database, name=f"Co {number}") for number in range(3)]
    for number in range(3):
        contact = await make_contact(database, email=f"{number}@example.com", lead_score=number, country="ES")
        await add(
            database,
            models.Association(
                contact_id=contact.id, company_id=companies[number % 2].id, is_main=True, created_at=LONG_AGO
            ),
        )

    with counted(database) as statements:
        data = await ask(
            database,
            """{ companies(orderBy: { field: NAME }) { nodes { name contacts(first: 1) {
                aggregate { count sum(field: LEAD_SCORE) }
                groupBy(fields: [{ field: COUNTRY }, { field: COMPANY }], first: 1) {
                    isCut totalGroups groups { count keys { label } records(first: 1) { nodes { email } } } } } } } }""",
        )

    assert [each["contacts"]["aggregate"] for each in data["companies"]["nodes"]] == [
        {"count": 2, "sum": 2.0},
        {"count": 1, "sum": 1.0},
        {"count": 0, "sum": None},
    ]
    assert [each["contacts"]["groupBy"] for each in data["companies"]["nodes"]] == [
        {
            "isCut": False,
            "totalGroups": 1,
            "groups": [
                {
                    "count": 2,
                    "keys": [{"label": "ES"}, {"label": "Co 0"}],
                    "records": {"nodes": [{"email": "0@example.com"}]},
                }
            ],
        },
        {
            "isCut": False,
            "totalGroups": 1,
            "groups": [
                {
                    "count": 1,
                    "keys": [{"label": "ES"}, {"label": "Co 1"}],
                    "records": {"nodes": [{"email": "1@example.com"}]},
                }
            ],
        },
        {"isCut": False, "totalGroups": 0, "groups": []},
    ]
    assert len(statements) == 5
