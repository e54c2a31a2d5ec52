"""Lists of deals: filtered, in every order, and as a board with its totals."""

from datetime import date

import pytest

from models.configuration import DEFAULTS
from tests.factories import LONG_AGO, NOW, make_contact, make_deal
from tests.graphql_schema.asking import ask, counted

LIST = """query($filter: DealFilter, $orderBy: [DealOrder!], $first: Int, $after: String) {
  deals(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { name } pageInfo { endCursor hasNextPage } } }"""


async def names(database, **arguments):
    return [each["name"] for each in (await ask(database, LIST, **arguments))["deals"]["nodes"]]


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        pytest.param({}, ["a", "b", "c"], id="live"),
        pytest.param({"status": {"eq": "OPEN"}}, ["a", "b"], id="status"),
        pytest.param({"status": {"in": ["WON", "LOST"]}}, ["c"], id="statuses"),
        pytest.param({"stage": {"eq": "Proposal"}}, ["b"], id="stage"),
        pytest.param({"ownerId": {"eq": "user_ann"}}, ["a"], id="owner"),
        pytest.param({"contactId": {"isNull": False}}, ["b"], id="contact"),
        pytest.param({"companyId": {"isNull": True}}, ["a", "b", "c"], id="company"),
        pytest.param({"amount": {"gte": "2.50", "lt": 300}}, ["b"], id="amount"),
        pytest.param({"amount": {"gt": "2.50", "lte": 300}}, ["c"], id="amount-beyond"),
        pytest.param({"expectedClose": {"gte": "2024-02-01", "lt": "2024-03-01"}}, ["a"], id="expected"),
        pytest.param({"expectedClose": {"gt": "2024-02-01", "lte": "2024-03-01"}}, ["b"], id="expected-beyond"),
        pytest.param({"expectedClose": {"isNull": True}}, ["c"], id="expected-never"),
        pytest.param({"closedAt": {"isNull": False}}, ["c"], id="closed"),
        pytest.param({"currency": {"in": ["USD"]}}, ["c"], id="currency"),
        pytest.param({"text": "PROP b"}, ["b"], id="text"),
        pytest.param({"deleted": True}, ["d"], id="deleted"),
    ],
)
async def test_deals_are_filtered(database, filter, expected):
    ada = await make_contact(database)
    await make_deal(database, "a", owner_id="user_ann", expected_close=date(2024, 2, 1))
    await make_deal(
        database, "b", stage="Proposal", contact_id=ada.id, amount_hundredths=250, expected_close=date(2024, 3, 1)
    )
    await make_deal(database, "c", status="won", closed_at=NOW, currency="USD", amount_hundredths=30_000)
    await make_deal(database, "d", deleted_at=NOW)

    found = await names(database, filter=filter, orderBy=[{"field": "NAME"}])

    assert found == expected


@pytest.mark.parametrize(
    ("field", "direction", "expected"),
    [
        ("AMOUNT", "ASC", ["c", "a", "b", "d"]),
        ("AMOUNT", "DESC", ["d", "b", "a", "c"]),
        ("EXPECTED_CLOSE", "ASC", ["b", "a", "c", "d"]),
        ("EXPECTED_CLOSE", "DESC", ["a", "b", "d", "c"]),
        ("CLOSED_AT", "DESC", ["d", "c", "b", "a"]),
        ("CREATED_AT", "ASC", ["a", "b", "c", "d"]),
        ("NAME", "DESC", ["d", "c", "b", "a"]),
    ],
)
async def test_deals_come_in_the_order_asked_for_page_by_page(database, field, direction, expected):
    await make_deal(database, "a", amount_hundredths=10**12, expected_close=date(2024, 3, 1))
    await make_deal(database, "b", amount_hundredths=10**13, expected_close=date(2024, 2, 1))
    await make_deal(database, "c", amount_hundredths=1, closed_at=LONG_AGO)
    await make_deal(database, "d", amount_hundredths=10**14, closed_at=NOW)

    found, after = [], None
    while True:
        order = [{"field": field, "direction": direction}]
        page = (await ask(database, LIST, orderBy=order, first=1, after=after))["deals"]
        found += [each["name"] for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert (found, page["totalCount"]) == (expected, 4)


async def test_board_has_a_column_for_each_stage_with_its_totals(database):
    for number, facts in enumerate(
        [
            {"stage": "Proposal", "amount_hundredths": 100}, {"stage": "Proposal", "amount_hundredths": 250},
            {"stage": "Proposal", "amount_hundredths": 5, "currency": "USD"}, {"stage": "Someday"}, {"stage": None},
            {"stage": "Proposal", "status": "lost", "amount_hundredths": 7},
            {"stage": "Negotiation", "status": "won", "amount_hundredths": 999_999_999_999_999, "owner_id": "user_ann"},
            {"stage": "Proposal", "deleted_at": NOW},
        ]
    ):  # fmt: skip
        await make_deal(database, f"deal_{number}", **facts)

    document = """query($filter: DealFilter) { dealStages(filter: $filter) {
        stage status count amountByCurrency { currency amount } } }"""
    with counted(database) as statements:
        board = (await ask(database, document))["dealStages"]
    mine = (await ask(database, document, filter={"ownerId": {"eq": "user_ann"}}))["dealStages"]

    def column(stage, status, count, **amounts):
        by_currency = [{"currency": currency, "amount": amount} for currency, amount in amounts.items()]
        return {"stage": stage, "status": status, "count": count, "amountByCurrency": by_currency}

    won = column("Negotiation", "WON", 1, EUR=9_999_999_999_999.99)
    assert board == [
        column("Qualified", "OPEN", 0), column("Proposal", "OPEN", 3, EUR=3.5, USD=0.05),
        column("Negotiation", "OPEN", 0), column("Someday", "OPEN", 1, EUR=0), column(None, "OPEN", 1, EUR=0),
        won, column("Proposal", "LOST", 1, EUR=0.07),
    ]  # fmt: skip
    assert len(statements) == 1
    assert mine == [*(column(stage, "OPEN", 0) for stage in DEFAULTS.deal_stages), won]
