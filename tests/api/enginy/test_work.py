"""Tasks, activities, associations, users and fetches by id over HTTP."""

import pytest

from models.activity import Activity
from models.company import Association
from models.contact import Contact
from models.task import Task
from tests.factories import (
    LONG_AGO,
    NOW_TEXT,
    delete,
    make_activity,
    make_company,
    make_contact,
    make_task,
    make_user,
    rows_of,
    runs_of,
)

TASK = {
    "description": None, "type": None, "ownerId": None, "dueDate": None, "contactId": None, "companyId": None,
    "completed": False, "completedAt": None,
}  # fmt: skip


async def test_health_answers_and_is_no_run(database, enginy):
    response = await enginy.get("/health")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert await runs_of(database) == []


async def test_task_is_made_read_changed_and_told_in_full_each_time(database, enginy):
    made = await enginy.post(
        "/tasks", {"subject": "Call Ada", "dueDate": "2024-01-15T11:00:00+01:00", "completed": True, "unknown": 1}
    )
    task_id = made.json()["id"]
    full = {**TASK, "id": task_id, "subject": "Call Ada", "dueDate": "2024-01-15T10:00:00Z"}

    read = await enginy.get(f"/tasks/{task_id}")
    changed = await enginy.patch(f"/tasks/{task_id}", {"subject": "Call Bob", "type": "call"})
    reopened = await enginy.patch(f"/tasks/{task_id}", {"completed": False})
    nothing = await enginy.patch(f"/tasks/{task_id}", {})

    assert (made.status_code, made.json()) == (201, {**full, "completed": True, "completedAt": NOW_TEXT})
    assert (read.status_code, read.json()) == (200, made.json())
    assert changed.json() == {**made.json(), "subject": "Call Bob", "type": "call"}
    assert reopened.json() == {**full, "subject": "Call Bob", "type": "call"}
    assert nothing.json() == reopened.json()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "subject is required"),
        ({"subject": None}, "subject is required"),
        ({"subject": ""}, "subject is required"),
        ({"subject": 5}, "subject must be text"),
        ({"subject": "x", "dueDate": "soon"}, "dueDate must be an ISO 8601 time such as 2024-01-15T10:00:00Z"),
        ({"subject": "x", "dueDate": 5}, "dueDate must be an ISO 8601 time such as 2024-01-15T10:00:00Z"),
        ({"subject": "x", "completed": 1}, "completed must be true or false"),
        ({"subject": "x", "contactId": ["a"]}, "contactId must be text"),
        ({"subject": "x", "ownerId": "x" * 256}, "ownerId is longer than 255 characters"),
        ([], "The body must be an object"),
    ],
)
async def test_task_that_cannot_be_made_is_refused_with_the_reason(database, enginy, body, message):
    response = await enginy.post("/tasks", body)

    assert (response.status_code, response.json()) == (400, {"error": "Invalid request", "message": message})
    assert await rows_of(database, Task) == []


async def test_null_says_nothing_of_a_new_task_and_clears_one_that_is_there(enginy):
    made = await enginy.post("/tasks", {**TASK, "subject": "Call Ada", "type": "call", "completed": None})
    changed = await enginy.patch(f"/tasks/{made.json()['id']}", {"type": None})
    refused = await enginy.patch(f"/tasks/{made.json()['id']}", {"completed": None})

    full = {**TASK, "id": made.json()["id"], "subject": "Call Ada"}
    assert (made.status_code, made.json(), changed.json()) == (201, {**full, "type": "call"}, full)
    assert (refused.status_code, refused.json()["message"]) == (400, "completed must be true or false")


async def test_first_and_last_moments_there_are_are_kept(enginy):
    """Programs write them where they know no time."""
    moments = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "9999-12-31T00:00:00Z"]

    for moment in moments:
        made = await enginy.post("/tasks", {"subject": "Call Ada", "dueDate": moment})
        read = await enginy.get(f"/tasks/{made.json()['id']}")
        told = await enginy.post("/activities", {"type": "EMAIL", "occurredAt": moment})
        heard = await enginy.get(f"/activities/{told.json()['id']}")
        assert (read.json()["dueDate"], heard.json()["occurredAt"]) == (moment, moment)


async def test_batch_is_no_task_id(database, enginy):
    for number in (1, 2):
        await make_task(database, f"task_{number}", f"Call {number}")

    completed = await enginy.patch("/tasks/batch", {"ids": ["task_2", "task_none", "task_1"], "completed": True})
    found = await enginy.post("/tasks/batch", {"ids": ["task_1", "task_none"]})

    done = {**TASK, "completed": True, "completedAt": NOW_TEXT}
    assert (completed.status_code, completed.json()) == (
        200, [{**done, "id": "task_2", "subject": "Call 2"}, {**done, "id": "task_1", "subject": "Call 1"}],
    )  # fmt: skip
    assert (found.status_code, found.json()) == (200, [{**done, "id": "task_1", "subject": "Call 1"}])


async def test_batch_of_tasks_that_nobody_knows_is_an_empty_array(enginy):
    answers = [
        await enginy.post("/tasks/batch", {"ids": []}),
        await enginy.post("/tasks/batch", {"ids": ["task_none", 5, None, {"a": 1}]}),
        await enginy.patch("/tasks/batch", {"ids": [], "completed": True}),
    ]

    assert [(each.status_code, each.json()) for each in answers] == [(200, [])] * 3


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "ids must be an array"),
        ({"ids": None, "completed": True}, "ids must be an array"),
        ({"ids": "task_1", "completed": True}, "ids must be an array"),
        ({"ids": ["task_1"]}, "completed is required"),
        ({"ids": ["task_1"], "completed": None}, "completed must be true or false"),
    ],
)
async def test_batch_of_tasks_needs_ids_and_completed(database, enginy, body, message):
    await make_task(database, "task_1", "Call Ada")

    response = await enginy.patch("/tasks/batch", body)

    assert (response.status_code, response.json()) == (400, {"error": "Invalid request", "message": message})
    assert [task.completed for task in await rows_of(database, Task)] == [False]


async def test_unknown_task_and_activity_are_404_with_their_id(enginy):
    answers = [
        await enginy.get("/tasks/task_none"),
        await enginy.patch("/tasks/task_none", {"completed": True}),
        await enginy.get("/tasks/a%00b"),
        await enginy.get("/tasks/batch"),
        await enginy.get("/activities/activity_none"),
        await enginy.get("/activities/%F0%9F%9A%80"),
        await enginy.get("/activities/a%00b"),
    ]

    assert [(each.status_code, each.json()) for each in answers] == [
        (404, {"error": "Task not found", "message": "No task exists with ID: task_none"}),
        (404, {"error": "Task not found", "message": "No task exists with ID: task_none"}),
        (404, {"error": "Task not found", "message": "No task exists with ID: a\x00b"}),
        (404, {"error": "Task not found", "message": "No task exists with ID: batch"}),
        (404, {"error": "Activity not found", "message": "No activity exists with ID: activity_none"}),
        (404, {"error": "Activity not found", "message": "No activity exists with ID: 🚀"}),
        (404, {"error": "Activity not found", "message": "No activity exists with ID: a\x00b"}),
    ]


async def test_activity_is_answered_as_sent_and_read_again(database, enginy):
    ada = await make_contact(database)
    sent = {
        "type": "EMAIL", "subject": "Hi", "body": "<script>alert(1)</script>", "direction": "INBOUND",
        "ownerId": "user-1", "occurredAt": "2024-01-15T14:30:00.250Z", "contactId": ada.id, "companyId": None,
        "metadata": {"messageId": 7, "sequenceIndex": 1, "more": {"a": [1.5]}},
    }  # fmt: skip

    made = await enginy.post("/activities", sent)
    again = await enginy.post("/activities", sent)
    read = await enginy.get(f"/activities/{made.json()['id']}")

    assert (made.status_code, made.json()) == (201, {**sent, "id": made.json()["id"]})
    assert (again.status_code, again.json()) == (200, made.json())
    assert (read.status_code, read.json()) == (200, made.json())
    assert len(await rows_of(database, Activity)) == 1
    assert [contact.last_activity_at.isoformat() for contact in await rows_of(database, Contact)] == [
        "2024-01-15T14:30:00.250000+00:00"
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "type is required"),
        ({"type": None}, "type is required"),
        ({"type": 5}, "type must be text"),
        ({"type": "EMAIL", "metadata": "x"}, "metadata must be an object"),
        ({"type": "EMAIL", "metadata": []}, "metadata must be an object"),
        ({"type": "EMAIL", "occurredAt": "x"}, "occurredAt must be an ISO 8601 time such as 2024-01-15T10:00:00Z"),
        ({"type": "EMAIL", "contactId": 5}, "contactId must be text"),
    ],
)
async def test_activity_that_cannot_be_made_is_refused_with_the_reason(database, enginy, body, message):
    response = await enginy.post("/activities", body)

    assert (response.status_code, response.json()) == (400, {"error": "Invalid request", "message": message})
    assert await rows_of(database, Activity) == []


async def test_activity_of_nobody_is_no_error(database, enginy):
    answers = [
        await enginy.post("/activities", {"type": "EMAIL"}),
        await enginy.post("/activities", {"type": "FAX", "contactId": "contact_none", "direction": "SIDEWAYS"}),
    ]

    assert [each.status_code for each in answers] == [201, 201]
    assert answers[1].json()["direction"] == "SIDEWAYS"


async def test_associations_are_answered_with_counts_and_the_ids_as_sent(database, enginy):
    ada, acme = await make_contact(database), await make_company(database)
    good = {"contactCRMId": ada.id, "companyCRMId": acme.id}

    response = await enginy.post(
        "/associations",
        {
            "associations": [
                good,
                {"contactCRMId": "contact_none", "companyCRMId": acme.id},
                {"contactCRMId": ada.id},
                {"contactCRMId": 5, "companyCRMId": None},
                "no object",
                {"contactCRMId": "a\x00b", "companyCRMId": "\ud800"},
                good,
            ]
        },
    )

    assert (response.status_code, response.json()) == (
        200,
        {
            "success": True,
            "created": 1,
            "errors": [
                {"contactCRMId": "contact_none", "companyCRMId": acme.id, "error": "Contact not found"},
                {"contactCRMId": ada.id, "companyCRMId": None, "error": "companyCRMId is required"},
                {"contactCRMId": 5, "companyCRMId": None, "error": "contactCRMId must be text"},
                {"contactCRMId": None, "companyCRMId": None, "error": "Every item must be an object"},
                {
                    "contactCRMId": "a\x00b",
                    "companyCRMId": None,
                    "error": "contactCRMId holds a NUL character, which cannot be stored",
                },
            ],
        },
    )
    assert [(each.contact_id, each.company_id) for each in await rows_of(database, Association)] == [(ada.id, acme.id)]


async def test_users_are_the_active_team_by_name_and_404_while_there_is_nobody(database, enginy):
    nobody = await enginy.get("/users")
    await make_user(database, "user-2", "ben okoro")
    await make_user(database, "user-1", "Ana Ruiz", "ana@example.com")
    await make_user(database, "user-3", "Gone", deactivated_at=LONG_AGO)

    team = await enginy.get("/users")

    assert nobody.status_code == 404
    assert nobody.json()["message"] == "Users are not offered"
    assert (team.status_code, team.json()) == (
        200, [{"id": "user-1", "name": "Ana Ruiz", "email": "ana@example.com"}, {"id": "user-2", "name": "ben okoro"}],
    )  # fmt: skip


async def test_records_are_fetched_in_the_order_asked_unknown_and_deleted_ones_left_out(database, enginy):
    ada = await make_contact(database, email="ada@example.com", external_id="lead-1")
    bob, gone = await make_contact(database), await make_contact(database)
    await delete(database, gone.id)

    response = await enginy.post("/contacts/batch", {"ids": [bob.id, "contact_none", gone.id, ada.id, bob.id, 5, None]})

    results = response.json()["results"]
    assert [(each["id"], each["crmId"], each["externalId"]) for each in results] == [
        (bob.id, bob.id, None),
        (ada.id, ada.id, "lead-1"),
    ]


async def test_fetching_writes_no_run(database, enginy):
    await make_activity(database, "activity_1", "EMAIL")

    for path in ("/contacts/batch", "/companies/batch", "/tasks/batch"):
        await enginy.post(path, {"ids": ["x"]})
    await enginy.get("/activities/activity_1")

    assert await runs_of(database) == []
