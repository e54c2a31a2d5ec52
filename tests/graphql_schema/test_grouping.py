"""Groups of whole lists: exact on both databases, and no more statements than they need."""

from datetime import UTC, datetime

import pytest

import models
from tests.factories import LONG_AGO, add, make_activity, make_company, make_contact, make_task, make_user
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
                    {"field": "OWNER", "value": "someone", "label": "someone"},
                    {"field": "LIFECYCLE_STAGE", "value": "lead", "label": "lead"},
                ],
                "count": 1,
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
    assert len(statements) == 3


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


async def test_engagement_and_campaigns_tell_contacts_apart(database):
    ids = [(await make_contact(database, email=f"{number}@example.com")).id for number in range(3)]
    await add(
        database,
        models.Engagement(record_id=ids[0], entity="contact", stage="message_sent", furthest_stage="message_replied",
                          channel="LINKEDIN", opens=2),
        models.Engagement(record_id=ids[1], entity="contact", stage="added", furthest_stage="added", opens=5),
        *(models.Campaign(id=f"campaign_{name}", name=name, first_seen_at=LONG_AGO, last_seen_at=LONG_AGO)
          for name in ("Spring", "Autumn")),
        *(models.CampaignMembership(record_id=who, campaign_id=f"campaign_{name}", entity="contact",
                                    attribution="certain", entered_at=LONG_AGO, changed_at=LONG_AGO)
          for who, name in ((ids[0], "Spring"), (ids[0], "Autumn"), (ids[1], "Spring"))),
    )  # fmt: skip

    by_stage = await grouped(database, "fields: { field: ENGAGEMENT_STAGE }, orderBy: { by: KEY, direction: DESC }")
    by_campaign = await grouped(
        database, "fields: [{ field: CAMPAIGN }, { field: FURTHEST_STAGE }], orderBy: { by: KEY }"
    )

    assert by_stage == [("Message sent", 1), ("Added", 1), ("none", 1)]
    assert by_campaign == [
        ("Autumn", "Message replied", 1),
        ("Spring", "Added", 1),
        ("Spring", "Message replied", 1),
        ("none", "none", 1),
    ]
    data = await ask(database, "{ contacts { aggregate { sum(field: OPENS) max(field: OPENS) } } }")
    assert data["contacts"]["aggregate"] == {"sum": 7.0, "max": 5.0}


async def test_other_lists_have_groups_too(database):
    await make_user(database, "user_ann", "Ann")
    contact = await make_contact(database, first_name="Ada", last_name="Byron")
    await make_company(database, name="Acme", industry="Software", number_of_employees=50, tags=["big"])
    await make_company(database, name="Bolt", industry="Software", number_of_employees=150)
    await make_task(database, "task_1", "Call", owner_id="user_ann", due_at=datetime(2025, 1, 31, 23, 30, tzinfo=UTC))
    await make_task(database, "task_2", "Mail", contact_id=contact.id)
    await make_activity(database, "activity_1", "EMAIL", contact_id=contact.id, direction="INBOUND", step=2)
    await make_activity(database, "activity_2", "EMAIL")

    assert await grouped(
        database,
        "fields: [{ field: INDUSTRY }, { field: TAG }], orderBy: { by: AVG, field: NUMBER_OF_EMPLOYEES }",
        "companies",
    ) == [("Software", "big", 1), ("Software", "none", 1)]
    assert await grouped(
        database, 'fields: [{ field: OWNER }, { field: DUE_AT, timeZone: "Europe/Madrid" }]', "tasks"
    ) == [("Ann", "2025-02", 1), ("none", "none", 1)]
    assert await grouped(
        database, "fields: [{ field: CONTACT }, { field: DIRECTION }, { field: STEP }]", "activities"
    ) == [("Ada Byron", "INBOUND", "2", 1), ("none", "none", "none", 1)]


async def test_groups_are_cut_where_there_are_more(database):
    for number in range(4):
        await make_contact(database, email=f"{number}@example.com", country=f"C{number}")

    document = "{ contacts { groupBy(fields: { field: COUNTRY }, first: %d) { isCut totalGroups groups { count } } } }"

    assert (await ask(database, document % 3))["contacts"]["groupBy"] == {
        "isCut": True,
        "totalGroups": 4,
        "groups": [{"count": 1}] * 3,
    }
    assert (await ask(database, document % 4))["contacts"]["groupBy"]["isCut"] is False


async def test_records_of_a_group_go_on_behind_a_cursor(database):
    for number in range(5):
        await make_contact(database, email=f"{number}@example.com", first_name=f"C{number}", tags=["vip"])
    document = """query($after: String) { contacts(orderBy: { field: FIRST_NAME }) { groupBy(fields: { field: TAG }) {
        groups { records(first: 2, after: $after) { nodes { firstName } pageInfo { endCursor hasNextPage } } } } } }"""

    names, after = [], None
    for _ in range(3):
        data = await ask(database, document, after=after)
        [group] = data["contacts"]["groupBy"]["groups"]
        names.append([node["firstName"] for node in group["records"]["nodes"]])
        after = group["records"]["pageInfo"]["endCursor"]

    assert names == [["C0", "C1"], ["C2", "C3"], ["C4"]]
    assert group["records"]["pageInfo"]["hasNextPage"] is False


@pytest.mark.parametrize(
    ("arguments", "message", "field"),
    [
        pytest.param(
            'fields: { field: CREATED_AT, timeZone: "Mars/Base" }',
            "There is no time zone 'Mars/Base'; expected a name such as Europe/Madrid", "timeZone", id="unknown-zone",
        ),
        pytest.param(
            "fields: { field: OWNER, bucket: MONTH }", "bucket is for moments and dates; OWNER is neither", "bucket",
            id="bucket-of-no-moment",
        ),
        pytest.param(
            'fields: { field: OWNER, timeZone: "UTC" }', "timeZone is for moments; OWNER is none", "timeZone",
            id="zone-of-no-moment",
        ),
        pytest.param(
            "fields: [{ field: OWNER }, { field: TAG }, { field: CITY }, { field: STATE }]",
            "fields names 1 to 3 fields; it names 4", "fields", id="too-many",
        ),
        pytest.param("fields: []", "fields names 1 to 3 fields; it names 0", "fields", id="none"),
        pytest.param("fields: [{ field: TAG }, { field: TAG }]", "fields names a field twice", "fields", id="twice"),
        pytest.param("fields: {}", "Name either a field or a customField", "field", id="neither"),
        pytest.param(
            'fields: { field: TAG, customField: "x" }', "Name either a field or a customField", "field", id="both"
        ),
        pytest.param(
            'fields: { customField: "nobody" }', "There is no custom field 'nobody' of contacts", "customField",
            id="unknown-custom-field",
        ),
        pytest.param(
            'fields: { customField: "x", bucket: DAY }', "bucket and timeZone are for moments; a custom field is none",
            "bucket", id="bucket-of-a-custom-field",
        ),
        pytest.param(
            "fields: { field: TAG }, first: 0", "`first` is from 1 to 200 groups; it is 0", "first", id="no-groups"
        ),
        pytest.param(
            "fields: { field: TAG }, orderBy: { by: SUM }", "Name either a field or a customField", "field",
            id="order-by-nothing",
        ),
        pytest.param(
            "fields: { field: TAG }, orderBy: { by: KEY, field: OPENS }", "KEY orders by the keys; it takes no field",
            "field", id="order-by-key-of-a-field",
        ),
        pytest.param(
            "fields: { field: TAG }, having: { field: OPENS, gt: 1 }", "COUNT counts records; it takes no field", "field",
            id="count-of-a-field",
        ),
        pytest.param(
            f"fields: {{ field: TAG }}, having: [{'{ gt: 1 } ' * 11}]", "having holds at most 10 entries; it holds 11",
            "having", id="too-many-bounds",
        ),
    ],
)  # fmt: skip
async def test_what_cannot_be_grouped_is_refused_by_name(database, arguments, message, field):
    document = f"{{ contacts {{ groupBy({arguments}) {{ isCut }} }} }}"

    assert await refusals(database, document) == [(message, {"code": "INVALID_INPUT", "field": field})]
