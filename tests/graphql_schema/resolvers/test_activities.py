"""Activities: kept as reported, once each, and the last activity of contact and company follows them."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from graphql_schema.context import Limits
from graphql_schema.resolvers.activities import NewActivity, create_activities, create_activity, find_activity
from models.activity import Activity
from models.company import Company
from models.contact import Contact
from models.errors import InvalidInput, NotAllowed, TooLarge
from models.user import Role
from tests.factories import (
    ANN,
    NOW,
    ROBOT,
    context,
    decisions_of,
    history_of,
    make_company,
    make_contact,
    rows_of,
    runs_of,
    version_of,
)

EARLIER = datetime(2024, 1, 15, 14, 30, tzinfo=UTC)


async def test_activity_is_kept_as_reported(database):
    told = {
        "type": "LINKEDIN_INMAIL", "subject": "[1/3] [FROM Acme] Ann", "body": "<div>Hi & bye</div>",
        "direction": "OUTBOUND", "owner_id": "user-1", "contact_id": "contact_1", "company_id": "company_1",
        "occurred_at": EARLIER, "details": {"messageId": "m-1", "sequenceIndex": 1, "more": [1.5, None]},
        "message_id": "m-1",
    }  # fmt: skip

    made = await create_activity(context(database, ROBOT), NewActivity(**told))

    (activity,) = await rows_of(database, Activity)
    assert {name: getattr(activity, name) for name in told} == told
    assert (activity.happened_at, activity.created_at, activity.created_by) == (EARLIER, NOW, "key_robot")
    assert (made.created, made.activity.id, activity.id[:9]) == (True, activity.id, "activity_")


async def test_activity_needs_a_type_alone(database):
    made = await create_activity(context(database), NewActivity("EMAIL"))

    found = await find_activity(context(database), made.activity.id)
    assert (found.type, found.occurred_at, found.happened_at, found.details) == ("EMAIL", None, NOW, None)


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"type": ""}, "type is required"),
        ({"type": "x" * 256}, "type is longer than 255 characters"),
        ({"type": "EMAIL", "body": "a\x00"}, "body holds a NUL character, which cannot be stored"),
        ({"type": "EMAIL", "details": {"a": "\ud800"}}, "metadata holds half a surrogate pair, which is no character"),
    ],
)
async def test_activity_that_cannot_be_stored_is_refused(database, told, problem):
    with pytest.raises(InvalidInput, match=f"^{problem}$"):
        await create_activity(context(database), NewActivity(**told))

    assert (await rows_of(database, Activity), await runs_of(database)) == ([], [])


async def test_unknown_activity_is_not_found(database):
    assert await find_activity(context(database), "activity_none") is None


async def test_same_message_reported_again_is_the_first_activity(database):
    told = {"type": "EMAIL", "direction": "INBOUND", "contact_id": "contact_1", "message_id": "m-1"}
    first = await create_activity(context(database), NewActivity(**told, subject="Re: hello"))

    again = await create_activity(context(database), NewActivity(**told, subject="Re: hello, but different"))

    assert (again.created, again.activity.id, again.activity.subject) == (False, first.activity.id, "Re: hello")
    assert len(await rows_of(database, Activity)) == 1
    assert await decisions_of(database, (await runs_of(database))[1].id) == [
        {"outcome": "unchanged", "recordId": first.activity.id}
    ]


async def test_another_contact_type_direction_or_message_is_another_activity(database):
    told = {"type": "EMAIL", "direction": "INBOUND", "contact_id": "contact_1", "message_id": "m-1"}

    for other in (
        {}, {"contact_id": "contact_2"}, {"contact_id": None}, {"type": "LINKEDIN"}, {"direction": "OUTBOUND"},
        {"direction": None}, {"message_id": "m-2"}, {"message_id": None}, {"message_id": None},
    ):  # fmt: skip
        await create_activity(context(database), NewActivity(**{**told, **other}))

    assert len(await rows_of(database, Activity)) == 9


async def test_message_reported_by_eight_callers_at_once_is_one_activity(database):
    told = {"type": "EMAIL", "direction": "INBOUND", "contact_id": "contact_1", "message_id": "m-1"}

    made = await asyncio.gather(*(create_activity(context(database), NewActivity(**told)) for _ in range(8)))

    assert (len({each.activity.id for each in made}), sum(each.created for each in made)) == (1, 1)
    assert len(await rows_of(database, Activity)) == 1


async def test_last_activity_follows_the_newest_and_never_goes_back(database):
    ada, acme = await make_contact(database), await make_company(database)
    other = await make_contact(database, last_activity_at=NOW)
    at = {"contact_id": ada.id, "company_id": acme.id}

    seen = []
    for occurred_at in (EARLIER, datetime(2023, 5, 1, tzinfo=UTC), None):
        await create_activity(context(database), NewActivity("EMAIL", **at, occurred_at=occurred_at))
        seen.append({each.id: each.last_activity_at for each in await rows_of(database, Contact)}[ada.id])

    assert seen == [EARLIER, EARLIER, NOW]
    assert [company.last_activity_at for company in await rows_of(database, Company)] == [NOW]
    assert {each.id: each.last_activity_at for each in await rows_of(database, Contact)}[other.id] == NOW


async def test_activity_is_no_change_of_its_contact(database):
    ada = await make_contact(database, email="ada@example.com")

    await create_activity(context(database), NewActivity("EMAIL", contact_id=ada.id))

    assert (await version_of(database, ada.id), await history_of(database, ada.id)) == (1, [])


async def test_step_and_sender_are_recovered_from_details_and_subject(database):
    told = {"subject": "[2/3] [FROM Acme] Ann Sender", "direction": "OUTBOUND", "details": {"sequenceIndex": 1}}

    await create_activity(context(database), NewActivity("EMAIL", **told))

    (activity,) = await rows_of(database, Activity)
    assert (activity.step, activity.steps, activity.sender) == (1, 3, "Ann Sender")


async def test_batch_adds_each_message_once_and_refuses_what_is_wrong_alone(database):
    ada, acme = await make_contact(database), await make_company(database)
    told = {"type": "EMAIL", "direction": "INBOUND", "contact_id": ada.id}
    before = await create_activity(context(database), NewActivity(**told, message_id="m-0", occurred_at=EARLIER))

    report = await create_activities(
        context(database),
        [
            NewActivity(**told, message_id="m-1", subject="first", occurred_at=EARLIER + timedelta(hours=1)),
            NewActivity("", message_id="m-2"),
            NewActivity(**told, message_id="m-1", subject="again"),
            NewActivity(**told, message_id="m-0"),
            NewActivity("EMAIL", body="a\x00", company_id=acme.id),
            NewActivity(**told, message_id="m-2", company_id=acme.id, occurred_at=EARLIER),
            NewActivity("EMAIL", problem=InvalidInput("metadata must be an object", field="metadata")),
            NewActivity("EMAIL"),
            NewActivity("EMAIL"),
        ],
    )

    ids = [each.activity.id if each.activity else None for each in report.outcomes]
    stored = [each.id for each in await rows_of(database, Activity)]
    assert [each.index for each in report.outcomes] == list(range(9))
    assert [each.created for each in report.outcomes] == [True, False, False, False, False, True, False, True, True]
    assert [str(each.problem) if each.problem else None for each in report.outcomes] == [
        None, "type is required", None, None, "body holds a NUL character, which cannot be stored", None,
        "metadata must be an object", None, None,
    ]  # fmt: skip
    assert stored == [before.activity.id, ids[0], ids[5], ids[7], ids[8]]
    assert (ids[2], ids[3]) == (ids[0], before.activity.id)
    run = (await runs_of(database))[1]
    assert (run.id, run.act, run.status) == (report.run_id, "create_activities", "partly")
    assert run.counts == {"received": 9, "created": 4, "unchanged": 2, "failed": 3}
    assert [each["outcome"] for each in await decisions_of(database, run.id)] == [
        "created", "failed", "unchanged", "unchanged", "failed", "created", "failed", "created", "created",
    ]  # fmt: skip
    assert [each.last_activity_at for each in await rows_of(database, Contact)] == [EARLIER + timedelta(hours=1)]
    assert [each.last_activity_at for each in await rows_of(database, Company)] == [EARLIER]


async def test_activity_that_only_the_database_refuses_fails_alone(database, database_url):
    ada = await make_contact(database)
    # 255 characters of three bytes in each part of an index entry are more than PostgreSQL takes.
    long = "".join(chr(0x4E00 + number * 37) for number in range(255))
    told = {"direction": long, "contact_id": long, "message_id": long}

    report = await create_activities(
        context(database),
        [NewActivity("EMAIL", contact_id=ada.id), NewActivity(long[::-1], **told), NewActivity("CALL")],
    )

    refused = report.outcomes[1].problem is not None
    assert refused is not database_url.startswith("sqlite")
    assert [each.created for each in report.outcomes] == [True, not refused, True]
    assert len(await rows_of(database, Activity)) == (2 if refused else 3)
    assert (await runs_of(database))[0].counts["created"] == (2 if refused else 3)
    assert [each.last_activity_at for each in await rows_of(database, Contact)] == [NOW]


async def test_batches_with_the_same_messages_at_once_add_each_once(database):
    contacts = [await make_contact(database) for _ in range(10)]
    batch = [NewActivity("EMAIL", contact_id=each.id, message_id=f"m-{n}") for n, each in enumerate(contacts)]

    reports = await asyncio.gather(
        *(create_activities(context(database), batch if way else batch[::-1]) for way in (True, False) * 3)
    )

    assert sum(each.created for report in reports for each in report.outcomes) == 10
    assert len(await rows_of(database, Activity)) == 10


async def test_thousands_of_activities_are_a_handful_of_statements(database):
    ada, acme = await make_contact(database), await make_company(database)
    batch = [
        NewActivity("EMAIL", contact_id=ada.id, company_id=acme.id, message_id=f"m-{number}") for number in range(2_000)
    ]
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE")) and "set_config" not in statement:
            statements.append(statement)

    engine = database.driver.writing.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    report = await create_activities(context(database), batch)
    event.remove(engine, "before_cursor_execute", note)

    assert sum(each.created for each in report.outcomes) == 2_000
    # Known messages; and of contacts and of companies the mappings and the last activity. Rows go by the driver, in sets.
    assert len(statements) == 5


async def test_batch_needs_the_scope_to_write_and_room(database):
    with pytest.raises(TooLarge, match=r"^At most 2 items fit in one call; this one has 3$"):
        await create_activities(context(database, limits=Limits(batch_items=2)), [NewActivity("EMAIL")] * 3)
    with pytest.raises(NotAllowed):
        await create_activities(context(database, replace(ANN, role=Role.ANALYST)), [NewActivity("EMAIL")])

    assert (await rows_of(database, Activity), await runs_of(database)) == ([], [])
