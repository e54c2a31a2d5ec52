"""Numbers of whole lists: exact on both databases, and no more statements than they need."""

from datetime import date

import pytest
from graphql import parse

import models
from graphql_schema.rows import Rows
from graphql_schema.schema import schema
from models.ledger.journal import Actor
from models.ledger.run import Source
from tests.factories import LONG_AGO, add, configure, delete, make_company, make_contact
from tests.graphql_schema.asking import ask, counted, refusals


async def test_aggregate_is_one_statement(database):
    for number, score in enumerate((10, 20.5, None)):
        await make_contact(
            database, email=f"{number}@example.com", lead_score=score, country=["ES", "FR", "ES"][number]
        )

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
    assert len(statements) == 1


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
    assert len(statements) == 5  # companies in two pieces, and one each for numbers, groups and their records


async def make_deal(database, name, amount, currency, **facts):
    stamps = {"created_at": LONG_AGO, "created_by": "test", "updated_at": LONG_AGO, "updated_by": "test"}
    await add(
        database,
        models.Deal(id=name, name=name, amount_hundredths=amount * 100, currency=currency, **stamps, **facts),
    )


async def test_money_is_added_up_in_one_currency(database):
    await configure(database, base_currency="EUR")
    await make_deal(database, "deal_1", 10, "EUR", stage="new")
    await make_deal(database, "deal_2", 25, "EUR", stage="won", status="won", expected_close=date(2025, 5, 31))
    await make_deal(database, "deal_3", 1000, "USD", stage="new", expected_close=date(2025, 5, 1))

    data = await ask(
        database,
        """{ deals { aggregate { count sum(field: AMOUNT) avg(field: AMOUNT) dollars: sum(field: AMOUNT, currency: "usd")
                pounds: max(field: AMOUNT, currency: "GBP") }
            groupBy(fields: { field: CURRENCY }, orderBy: { by: SUM, field: AMOUNT, direction: DESC }) {
                groups { keys { value } sum(field: AMOUNT) euros: sum(field: AMOUNT, currency: "EUR") } }
            inEuros: groupBy(fields: { field: STATUS }, having: { of: MAX, field: AMOUNT, lt: 10.5 }) {
                groups { keys { value label } count max(field: AMOUNT) } }
            byClose: groupBy(fields: { field: EXPECTED_CLOSE }) { groups { keys { value label } count } } } }""",
    )

    assert data["deals"] == {
        "aggregate": {"count": 3, "sum": 35, "avg": 17.5, "dollars": 1000, "pounds": None},
        "groupBy": {
            "groups": [
                {"keys": [{"value": "USD"}], "sum": 1000, "euros": None},
                {"keys": [{"value": "EUR"}], "sum": 35, "euros": 35},
            ]
        },
        "inEuros": {"groups": [{"keys": [{"value": "OPEN", "label": "Open"}], "count": 2, "max": 10}]},
        "byClose": {
            "groups": [
                {"keys": [{"value": "2025-05-01", "label": "2025-05"}], "count": 2},
                {"keys": [{"value": None, "label": "none"}], "count": 1},
            ]
        },
    }


async def test_the_filter_counts_and_the_page_does_not(database):
    for number in range(5):
        await make_contact(database, email=f"{number}@example.com", country=["ES", "FR"][number % 2])
    gone = await make_contact(database, email="gone@example.com", country="ES")
    await delete(database, gone.id)

    data = await ask(
        database,
        """{ contacts(first: 1, filter: { text: "example.com" }) { aggregate { count } groupBy(fields: { field: COUNTRY }) {
            groups { count } } nodes { country } } }""",
    )

    assert data["contacts"]["aggregate"] == {"count": 5}
    assert data["contacts"]["groupBy"]["groups"] == [{"count": 3}, {"count": 2}]


async def test_nothing_is_counted_that_is_not_asked_for(database):
    await make_contact(database, email="a@example.com")

    with counted(database) as statements:
        await ask(
            database, "query($no: Boolean = false) { contacts { nodes { id } aggregate @include(if: $no) { count } } }"
        )

    assert len(statements) == 1


async def test_an_aggregate_of_nothing_or_an_unknown_custom_field_is_refused(database):
    for selection, message in (
        ("sum", "Name either a field or a customField"),
        ('sum(customField: "nobody")', "There is no custom field 'nobody' of contacts"),
    ):
        [(said, extensions)] = await refusals(database, f"{{ contacts {{ aggregate {{ {selection} }} }} }}")
        assert (said, extensions["code"]) == (message, "INVALID_INPUT")


async def test_nobody_counts_without_the_permission_to_read(database):
    actor = Actor("key_x", "x", Source.SCRIPT, frozenset())

    [(_, extensions)] = await refusals(database, "{ contacts { aggregate { count } } }", actor=actor)

    assert extensions["code"] == "NOT_ALLOWED"


@pytest.mark.parametrize(
    ("document", "asked"),
    [
        pytest.param("{ contacts(first: 0) { aggregate { count a: sum(field: OPENS) } } }", 20, id="numbers"),
        pytest.param("{ contacts(first: 0) { groupBy(fields: { field: TAG }) { groups { count } } } }", 70, id="groups"),
        pytest.param(
            "{ contacts(first: 0) { groupBy(fields: { field: TAG }, first: 9) { groups { keys { label } "
            "records(first: 4) { nodes { owner { id } } } } } } }",
            20 + 9 * (1 + 4 * (1 + 1)), id="opened-groups",
        ),
        pytest.param(
            "{ companies(first: 10) { nodes { contacts(first: 1) { aggregate { count } } } } }", 10 * (1 + 20),
            id="numbers-of-a-page",
        ),
    ],
)  # fmt: skip
def test_counting_has_a_cost(document, asked):
    tree = parse(document)

    assert Rows(schema._schema, tree, tree.definitions[0], {}).asked == asked


async def test_a_sum_past_every_number_is_refused(database):
    for number in range(2):
        await make_contact(database, email=f"{number}@example.com", lead_score=1.5e308)

    data = await ask(database, "{ contacts { aggregate { avg(field: LEAD_SCORE) max(field: LEAD_SCORE) } } }")
    problems = await refusals(database, "{ contacts { aggregate { sum(field: LEAD_SCORE) } } }")

    assert data["contacts"]["aggregate"] == {"avg": 1.5e308, "max": 1.5e308}
    assert problems == [
        ("The sum is larger than any number that can be told", {"code": "INVALID_INPUT", "field": "field"})
    ]
