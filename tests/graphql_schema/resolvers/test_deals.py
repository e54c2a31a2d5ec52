"""Deals: judged one by one, closed with a stamp, counted in deal values while they are open, and shown as a board."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from models.deal import Deal
from models.user import User
from tests.factories import (
    ANN,
    LONG_AGO,
    NOW,
    NOW_TEXT,
    Clock,
    add,
    configure,
    decisions_of,
    delete,
    history_of,
    make_company,
    make_contact,
    make_deal,
    make_user,
    rows_of,
    runs_of,
)
from tests.graphql_schema.asking import ask, refusals

PROBLEM = """__typename code message ... on InvalidInputProblem { field } ... on NotFoundProblem { recordId }
  ... on VersionConflictProblem { expectedVersion currentVersion record { id ... on Deal { name } } }"""
CREATE = f"""mutation($deals: [DealFields!]!, $dryRun: Boolean! = false) {{
  createDeals(deals: $deals, dryRun: $dryRun) {{ changeSetId results {{ index id created deal {{
    name stage status amount currency expectedClose closedAt lostReason version
    contact {{ id }} company {{ id }} owner {{ id }} createdBy {{ id }} }} problem {{ {PROBLEM} }} }} }} }}"""
UPDATE = f"""mutation($id: ID!, $changes: DealFields!, $expected: Int, $dryRun: Boolean! = false) {{
  updateDeal(id: $id, changes: $changes, expectedVersion: $expected, dryRun: $dryRun) {{
    ... on DealChanged {{ changeSetId changed deal {{ stage status amount closedAt lostReason version }} }}
    ... on Problem {{ {PROBLEM} }} }} }}"""
MARK = """mutation($ids: [ID!]!) { %s(ids: $ids) { results { id changed deal { deletedAt } problem { code } } } }"""


async def create(database, *deals, **options):
    return (await ask(database, CREATE, deals=list(deals), **options))["createDeals"]


async def update(database, id, expected=None, *, clock=None, dry_run=False, **changes):
    answer = await ask(database, UPDATE, clock=clock, id=id, changes=changes, expected=expected, dryRun=dry_run)
    return answer["updateDeal"]


async def test_deal_is_kept_as_given(database):
    ada, engines = await make_contact(database), await make_company(database)
    await make_user(database, "user_bob", "Bob")

    made = await create(
        database,
        {
            "name": " Pilot ", "stage": "Proposal", "amount": "1250.50", "currency": "usd",
            "expectedClose": "2024-03-31", "contactId": ada.id, "companyId": engines.id, "ownerId": "user_bob",
        },
    )  # fmt: skip

    [result] = made["results"]
    assert result["deal"] == {
        "name": "Pilot", "stage": "Proposal", "status": "OPEN", "amount": 1250.5, "currency": "USD",
        "expectedClose": "2024-03-31", "closedAt": None, "lostReason": None, "version": 1, "contact": {"id": ada.id},
        "company": {"id": engines.id}, "owner": {"id": "user_bob"}, "createdBy": {"id": "user_ann"},
    }  # fmt: skip
    assert (result["index"], result["created"], result["problem"], result["id"][:5]) == (0, True, None, "deal_")
    (deal,) = await rows_of(database, Deal)
    assert (deal.amount_hundredths, deal.expected_close, deal.created_at) == (125_050, date(2024, 3, 31), NOW)
    (change,) = await history_of(database, result["id"])
    assert (change.entity, change.run_id, change.version) == ("deal", made["changeSetId"], 1)
    assert change.fields == {
        "name": {"old": None, "new": "Pilot"}, "stage": {"old": None, "new": "Proposal"},
        "status": {"old": None, "new": "open"}, "amount": {"old": None, "new": 1250.5},
        "currency": {"old": None, "new": "USD"}, "expected_close": {"old": None, "new": "2024-03-31"},
        "contact_id": {"old": None, "new": ada.id}, "company_id": {"old": None, "new": engines.id},
        "owner_id": {"old": None, "new": "user_bob"},
    }  # fmt: skip


async def test_new_deal_starts_in_the_first_stage_and_the_base_currency(database):
    await configure(database, base_currency="CHF", deal_stages=["Hello", "Goodbye"])

    results = (await create(database, {"name": "One"}, {"name": "Two", "stage": None, "amount": None}))["results"]

    found = [{name: each["deal"][name] for name in ("stage", "currency", "amount")} for each in results]
    assert found == [
        {"stage": "Hello", "currency": "CHF", "amount": 0}, {"stage": None, "currency": "CHF", "amount": 0}
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "message", "field"),
    [
        pytest.param({}, "name is required", "name", id="no-name"),
        pytest.param({"name": "  "}, "name is required", "name", id="blank-name"),
        pytest.param({"name": "x" * 256}, "name is longer than 255 characters", "name", id="long-name"),
        pytest.param(
            {"name": "x", "amount": "0.125"}, "amount has at most two decimals; 0.125 has more", "amount", id="decimals"
        ),
        pytest.param(
            {"name": "x", "currency": "EURO"}, "currency must be a currency of ISO 4217 such as EUR; 'EURO' is none",
            "currency", id="currency",
        ),
        pytest.param(
            {"name": "x", "contactId": "contact_x"}, "contactId: there is no live contact 'contact_x'", "contactId",
            id="contact",
        ),
        pytest.param(
            {"name": "x", "companyId": "company_x"}, "companyId: there is no live company 'company_x'", "companyId",
            id="company",
        ),
        pytest.param(
            {"name": "x", "ownerId": "user_gone"}, "ownerId: there is no active user 'user_gone'", "ownerId", id="owner"
        ),
        pytest.param(
            {"name": "x", "lostReason": "Price"}, "lostReason belongs to a deal that is lost", "lostReason", id="reason"
        ),
        pytest.param(
            {"name": "a\x00b"}, "name holds a NUL character, which cannot be stored", "name", id="unstorable"
        ),
    ],
)  # fmt: skip
async def test_deal_that_cannot_be_is_refused_and_the_others_are_stored(database, fields, message, field):
    await make_user(database, "user_gone", "Eve", deactivated_at=LONG_AGO)

    made = await create(database, fields, {"name": "Good"})

    bad, good = made["results"]
    assert bad["problem"] == {
        "__typename": "InvalidInputProblem", "code": "INVALID_INPUT", "message": message, "field": field
    }  # fmt: skip
    assert (bad["deal"], good["deal"]["name"], good["problem"]) == (None, "Good", None)
    assert [deal.name for deal in await rows_of(database, Deal)] == ["Good"]
    (run,) = await runs_of(database)
    assert (run.status, run.counts) == ("partly", {"received": 2, "failed": 1, "created": 1})


async def test_deal_with_a_deleted_contact_is_refused(database):
    ada = await make_contact(database)
    await delete(database, ada.id)

    [result] = (await create(database, {"name": "x", "contactId": ada.id}))["results"]

    assert result["problem"]["message"] == f"contactId: there is no live contact {ada.id!r}"


async def test_amounts_are_taken_as_text_or_number_wherever_they_stand(database):
    answer = await ask(
        database,
        """mutation($one: Amount, $two: Amount) { createDeals(deals: [
            { name: "a", amount: 0.29 } { name: "b", amount: "0.29" } { name: "c", amount: 12 }
            { name: "d", amount: $one } { name: "e", amount: $two } { name: "f", amount: 9999999999999.99 }
        ]) { results { deal { amount } } } }""",
        one=0.29, two="1e2",
    )  # fmt: skip

    assert [each["deal"]["amount"] for each in answer["createDeals"]["results"]] == [
        0.29, 0.29, 12, 0.29, 100, 9999999999999.99,
    ]  # fmt: skip
    assert [deal.amount_hundredths for deal in await rows_of(database, Deal)] == [
        29, 29, 1200, 29, 10_000, 999_999_999_999_999,
    ]  # fmt: skip


@pytest.mark.parametrize("amount", ['"much"', "true", "[1]", '"NaN"', '""'])
async def test_amount_that_is_no_number_is_refused(database, amount):
    document = f'mutation {{ createDeals(deals: [{{ name: "a", amount: {amount} }}]) {{ changeSetId }} }}'

    [(message, _)] = await refusals(database, document)

    assert 'An amount is a number, or decimal text such as "1250.50"' in message
    assert await rows_of(database, Deal) == []


async def test_only_the_given_fields_change(database):
    await make_deal(database, "deal_1", stage="Proposal", amount_hundredths=500)

    changed = await update(database, "deal_1", amount=None, stage="Negotiation")
    same = await update(database, "deal_1", amount=0, stage="Negotiation")

    assert changed["deal"] == {
        "stage": "Negotiation", "status": "OPEN", "amount": 0, "closedAt": None, "lostReason": None, "version": 2
    }  # fmt: skip
    assert (changed["changed"], same["changed"], same["deal"]["version"]) == (True, False, 2)
    (change,) = await history_of(database, "deal_1")
    assert change.fields == {
        "amount": {"old": 5, "new": 0}, "stage": {"old": "Proposal", "new": "Negotiation"}
    }  # fmt: skip


async def test_closing_stamps_the_time_and_reopening_clears_it_and_the_reason(database):
    await make_deal(database, "deal_1")
    clock, seen = Clock(), []

    for changes in (
        {"status": "LOST", "lostReason": "Price"}, {"lostReason": "Timing"}, {"status": "WON"}, {"status": "WON"},
        {"status": "OPEN"}, {"status": "LOST"},
    ):  # fmt: skip
        deal = (await update(database, "deal_1", clock=clock, **changes))["deal"]
        seen.append((deal["status"], deal["closedAt"], deal["lostReason"]))
        clock.move(hours=1)

    assert seen == [
        ("LOST", NOW_TEXT, "Price"), ("LOST", NOW_TEXT, "Timing"), ("WON", "2024-01-20T12:30:00Z", None),
        ("WON", "2024-01-20T12:30:00Z", None), ("OPEN", None, None), ("LOST", "2024-01-20T15:30:00Z", None),
    ]  # fmt: skip


async def test_deal_may_be_made_won(database):
    [result] = (await create(database, {"name": "x", "status": "WON"}))["results"]

    assert (result["deal"]["status"], result["deal"]["closedAt"]) == ("WON", NOW_TEXT)


@pytest.mark.parametrize("changes", [{"name": ""}, {"lostReason": "Price"}, {"contactId": "contact_x"}])
async def test_change_that_cannot_be_stored_is_refused_whole(database, changes):
    await make_deal(database, "deal_1")

    refused = await update(database, "deal_1", stage="Proposal", **changes)

    assert refused["code"] == "INVALID_INPUT"
    (deal,) = await rows_of(database, Deal)
    assert (deal.stage, deal.version) == (None, 1)
    assert await history_of(database, "deal_1") == []


async def test_deal_that_was_written_meanwhile_is_a_conflict_and_is_left_alone(database):
    await make_deal(database, "deal_1", name="Pilot", version=3)

    refused = await update(database, "deal_1", expected=2, stage="Proposal")
    taken = await update(database, "deal_1", expected=3, stage="Proposal")

    assert refused == {
        "__typename": "VersionConflictProblem", "code": "VERSION_CONFLICT",
        "message": "Deal is at version 3 by now, not 2", "expectedVersion": 2, "currentVersion": 3,
        "record": {"id": "deal_1", "name": "Pilot"},
    }  # fmt: skip
    assert taken["deal"]["version"] == 4
    assert [change.version for change in await history_of(database, "deal_1")] == [4]


async def test_of_two_people_with_one_version_one_wins(database):
    await make_deal(database, "deal_1")

    answers = await asyncio.gather(*(update(database, "deal_1", expected=1, stage=stage) for stage in ("A", "B")))

    assert sorted(str(each.get("code")) for each in answers) == ["None", "VERSION_CONFLICT"]
    [winner] = [stage for stage, each in zip("AB", answers, strict=True) if "deal" in each]
    (deal,) = await rows_of(database, Deal)
    assert (deal.stage, deal.version) == (winner, 2)


async def test_several_deals_are_moved_at_once_and_each_is_judged_alone(database):
    for number in (1, 2):
        await make_deal(database, f"deal_{number}")
    await make_deal(database, "deal_3", deleted_at=LONG_AGO)

    answer = await ask(
        database,
        """mutation($ids: [ID!]!) { updateDeals(ids: $ids, changes: { stage: "Proposal" }) {
            run { act counts { outcome count } } results { id changed deal { stage } problem { code message } } } }""",
        ids=["deal_2", "deal_none", "deal_3", "deal_1", "deal_2", "a\x00"],
    )

    missing = {"changed": False, "problem": {"code": "NOT_FOUND", "message": "Deal not found"}}
    moved = {"changed": True, "deal": {"stage": "Proposal"}, "problem": None}
    assert answer["updateDeals"]["results"] == [
        {"id": "deal_2", **moved}, {"id": "deal_none", "deal": None, **missing},
        {"id": "deal_3", "deal": {"stage": None}, **missing}, {"id": "deal_1", **moved},
        {"id": "deal_2", **moved, "changed": False}, {"id": "a\x00", "deal": None, **missing},
    ]  # fmt: skip
    assert answer["updateDeals"]["run"] == {
        "act": "update_deals",
        "counts": [
            {"outcome": "received", "count": 6}, {"outcome": "updated", "count": 2}, {"outcome": "failed", "count": 3},
            {"outcome": "unchanged", "count": 1},
        ],
    }  # fmt: skip
    assert [each["outcome"] for each in await decisions_of(database, (await runs_of(database))[0].id)] == [
        "updated", "failed", "failed", "updated", "unchanged", "failed",
    ]  # fmt: skip


async def test_deal_value_follows_what_is_won_deleted_and_restored(database):
    ada = await make_contact(database)
    made = await create(
        database,
        {"name": "a", "amount": 100, "contactId": ada.id},
        {"name": "b", "amount": "20.50", "contactId": ada.id},
    )
    first, second = [each["id"] for each in made["results"]]

    async def value():
        document = "query($id: ID!) { contact(id: $id) { dealValue deals { totalCount } } }"
        found = (await ask(database, document, id=ada.id))["contact"]
        return found["dealValue"], found["deals"]["totalCount"]

    values = [await value()]
    await update(database, first, status="WON")
    values.append(await value())
    deleted = (await ask(database, MARK % "deleteDeals", ids=[second, second, "deal_x"]))["deleteDeals"]["results"]
    values.append(await value())
    restored = (await ask(database, MARK % "restoreDeals", ids=[second]))["restoreDeals"]["results"]
    values.append(await value())

    assert values == [(120.5, 2), (20.5, 2), (None, 1), (20.5, 2)]
    there = {"deletedAt": NOW_TEXT}
    assert deleted == [
        {"id": second, "changed": True, "deal": there, "problem": None},
        {"id": second, "changed": False, "deal": there, "problem": None},
        {"id": "deal_x", "changed": False, "deal": None, "problem": {"code": "NOT_FOUND"}},
    ]
    assert restored == [{"id": second, "changed": True, "deal": {"deletedAt": None}, "problem": None}]


async def test_dry_run_stores_nothing(database):
    await make_deal(database, "deal_1")

    made = await create(database, {"name": "x"}, dryRun=True)
    changed = await update(database, "deal_1", stage="Proposal", dry_run=True)

    assert (made["changeSetId"], made["results"][0]["created"], made["results"][0]["deal"]) == (None, True, None)
    assert (changed["changeSetId"], changed["changed"], changed["deal"]["stage"]) == (None, True, None)
    assert [deal.id for deal in await rows_of(database, Deal)] == ["deal_1"]
    assert await runs_of(database) == []


async def test_history_and_actor_of_a_deal_are_told(database):
    await add(database, User(id=ANN.id, name="Ann", created_at=LONG_AGO))
    [made] = (await create(database, {"name": "Pilot", "amount": 5}))["results"]

    await update(database, made["id"], clock=Clock(datetime(2024, 2, 1, tzinfo=UTC)), amount=7)

    found = await ask(
        database,
        """query($id: ID!) { deal(id: $id) { createdBy { label } updatedBy { label } updatedAt
            changes(first: 1) { totalCount nodes { version fields { field old new } } } } }""",
        id=made["id"],
    )
    assert found["deal"] == {
        "createdBy": {"label": "Ann"}, "updatedBy": {"label": "Ann"}, "updatedAt": "2024-02-01T00:00:00Z",
        "changes": {"totalCount": 2, "nodes": [{"version": 2, "fields": [{"field": "amount", "old": 5, "new": 7}]}]},
    }  # fmt: skip
