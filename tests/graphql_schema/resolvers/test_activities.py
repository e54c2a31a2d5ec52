"""Activities: kept as reported, once each, and the last activity of contact and company follows them."""

import asyncio
from datetime import UTC, datetime

import pytest

from graphql_schema.resolvers.activities import NewActivity, create_activity, find_activity
from models.activity import Activity
from models.company import Company
from models.contact import Contact
from models.errors import InvalidInput, NotFound
from tests.factories import (
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
    with pytest.raises(NotFound, match=r"^Activity not found$"):
        await find_activity(context(database), "activity_none")


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
