"""Tasks: exactly what is given is set, completing stamps the time, and every change is in the history."""

import asyncio
from datetime import UTC, datetime

import pytest

from graphql_schema.resolvers.tasks import TaskChanges, create_task, find_tasks, update_task, update_tasks
from models.task import Task
from tests.factories import NOW, ROBOT, Clock, context, decisions_of, history_of, make_task, rows_of, runs_of
from tests.graphql_schema.asking import ask


async def one(report, database):
    """The task that an act was about, as it is stored."""
    [outcome] = report.outcomes
    assert outcome.problem is None
    [task] = [each for each in await rows_of(database, Task) if each.id == outcome.record_id]
    return task


def refusal(report):
    [outcome] = report.outcomes
    return outcome.problem.code, outcome.problem.message


LATER = datetime(2024, 1, 20, 11, 30, tzinfo=UTC)


async def test_task_is_kept_as_given(database):
    values = {
        "subject": "Call Ada", "description": "About <b>pricing</b>", "type": "follow_up", "owner_id": "user-1",
        "due_at": LATER, "contact_id": "contact_1", "company_id": "company_1",
    }  # fmt: skip

    made = await one(await create_task(context(database, ROBOT), TaskChanges(values)), database)

    (task,) = await rows_of(database, Task)
    assert {name: getattr(task, name) for name in values} == values
    assert (task.id, task.id[:5], task.completed, task.completed_at) == (made.id, "task_", False, None)
    assert (task.created_at, task.created_by, task.updated_at, task.version) == (NOW, "key_robot", NOW, 1)


async def test_first_values_are_in_the_history(database):
    made = await one(
        await create_task(context(database), TaskChanges({"subject": "Call Ada", "due_at": LATER})), database
    )

    (change,) = await history_of(database, made.id)
    (run,) = await runs_of(database)
    assert change.fields == {
        "subject": {"old": "", "new": "Call Ada"},
        "due_at": {"old": None, "new": "2024-01-20T11:30:00Z"},
    }
    assert (change.entity, change.run_id, run.act) == ("task", run.id, "create_task")


async def test_task_may_be_made_completed(database):
    made = await one(
        await create_task(context(database), TaskChanges({"subject": "Call Ada", "completed": True})), database
    )

    assert (made.completed, made.completed_at) == (True, NOW)


@pytest.mark.parametrize("values", [{}, {"subject": ""}, {"subject": None}])
async def test_task_without_a_subject_is_refused(database, values):
    report = await create_task(context(database), TaskChanges(values))

    assert refusal(report) == ("INVALID_INPUT", "subject is required")
    assert await rows_of(database, Task) == []
    assert [run.status for run in await runs_of(database)] == ["failed"]


async def test_only_the_given_fields_change(database):
    await make_task(database, "task_1", "Call Ada", description="x", type="call", completed=True, completed_at=NOW)

    changed = await one(
        await update_task(
            context(database, clock=Clock(LATER)), "task_1", TaskChanges({"type": "email", "description": None})
        ),
        database,
    )

    assert (changed.subject, changed.type, changed.description) == ("Call Ada", "email", None)
    assert (changed.completed, changed.completed_at, changed.updated_at, changed.version) == (True, NOW, LATER, 2)


async def test_completing_again_keeps_the_first_time_and_reopening_clears_it(database):
    await make_task(database, "task_1", "Call Ada")
    clock = Clock()

    moments = []
    for completed in (True, True, False, False, True):
        report = await update_task(context(database, clock=clock), "task_1", TaskChanges({"completed": completed}))
        moments.append((await one(report, database)).completed_at)
        clock.move(hours=1)

    assert moments == [NOW, NOW, None, None, datetime(2024, 1, 20, 14, 30, tzinfo=UTC)]
    assert [change.fields["completed"] for change in await history_of(database, "task_1")] == [
        {"old": False, "new": True}, {"old": True, "new": False}, {"old": False, "new": True},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"completed": None}, "completed must be true or false"),
        ({"completed": "true"}, "completed must be true or false"),
        ({"subject": None}, "subject is required"),
        ({"type": "x" * 256}, "type is longer than 255 characters"),
        ({"description": "a\x00b"}, "description holds a NUL character, which cannot be stored"),
    ],
)
async def test_change_that_cannot_be_stored_is_refused_whole(database, values, problem):
    await make_task(database, "task_1", "Call Ada")

    report = await update_task(context(database), "task_1", TaskChanges({"type": "email", **values}))

    assert refusal(report) == ("INVALID_INPUT", problem)
    (task,) = await rows_of(database, Task)
    assert (task.subject, task.type, task.version) == ("Call Ada", None, 1)
    assert await history_of(database, "task_1") == []


async def test_unknown_task_is_not_found(database):
    report = await update_task(context(database), "task_none", TaskChanges({"completed": True}))

    assert refusal(report) == ("NOT_FOUND", "Task not found")


async def test_several_tasks_are_changed_at_once_each_judged_by_itself(database):
    for number in (1, 2, 3):
        await make_task(database, f"task_{number}", f"Call {number}", completed=number == 2)

    report = await update_tasks(
        context(database), TaskChanges({"completed": True}), ["task_3", "task_none", "task_2", "task_3"]
    )
    found = await find_tasks(context(database), ["task_2", "task_none", "task_1", "task_2"])

    assert [(each.record_id, each.changed, each.problem is not None) for each in report.outcomes] == [
        ("task_3", True, False), ("task_none", False, True), ("task_2", True, False), ("task_3", False, False),
    ]  # fmt: skip
    assert [(task.id, task.completed) for task in found] == [("task_2", True), ("task_1", False)]
    decisions = await decisions_of(database, (await runs_of(database))[0].id)
    assert [each["outcome"] for each in decisions] == ["updated", "failed", "updated", "unchanged"]


async def test_parallel_changes_of_one_task_lose_nothing(database):
    await make_task(database, "task_1", "Call Ada")
    changes = [{"description": "x"}, {"type": "call"}, {"owner_id": "user-1"}, {"completed": True}, {"due_at": NOW}]

    await asyncio.gather(*(update_task(context(database), "task_1", TaskChanges(each)) for each in changes))

    (task,) = await rows_of(database, Task)
    assert {name: getattr(task, name) for each in changes for name in each} == {
        "description": "x", "type": "call", "owner_id": "user-1", "completed": True, "due_at": NOW,
    }  # fmt: skip
    assert (task.version, len(await history_of(database, "task_1"))) == (6, 5)


async def test_task_that_was_written_meanwhile_is_a_conflict_and_is_left_alone(database):
    await make_task(database, "task_1", "Call Ada", version=4)

    refused = await update_task(context(database), "task_1", TaskChanges({"type": "call"}), expected_version=3)
    report = await update_task(context(database), "task_1", TaskChanges({"type": "email"}), expected_version=4)

    changed = await one(report, database)
    assert refusal(refused) == ("VERSION_CONFLICT", "Task is at version 4 by now, not 3")
    assert (changed.type, changed.version) == ("email", 5)
    assert [change.version for change in await history_of(database, "task_1")] == [5]


async def test_conflict_is_told_with_the_task_as_it_is_now(database):
    await make_task(database, "task_1", "Call Ada", version=4)

    answer = await ask(
        database,
        """mutation { updateTask(id: "task_1", changes: { completed: true }, expectedVersion: 1) {
            ... on TaskChanged { task { id } } ... on Problem { __typename code }
            ... on VersionConflictProblem { expectedVersion currentVersion record { id ... on Task { subject } } } } }""",
    )

    assert answer["updateTask"] == {
        "__typename": "VersionConflictProblem", "code": "VERSION_CONFLICT", "expectedVersion": 1, "currentVersion": 4,
        "record": {"id": "task_1", "subject": "Call Ada"},
    }  # fmt: skip


async def test_deleted_task_is_gone_until_it_is_restored(database):
    await make_task(database, "task_1", "Call Ada", contact_id="contact_1")
    mark = """mutation($ids: [ID!]!) { %s(ids: $ids) {
        results { id changed task { deletedAt } problem { code } } run { act } } }"""

    deleted = (await ask(database, mark % "deleteTasks", ids=["task_1", "task_1", "task_x"]))["deleteTasks"]
    while_gone = await ask(
        database, """{ tasks { totalCount } gone: tasks(filter: { deleted: true }) { nodes { subject } } }"""
    )
    found = await find_tasks(context(database), ["task_1"])
    updated = await update_tasks(context(database), TaskChanges({"completed": True}), ["task_1"])
    restored = (await ask(database, mark % "restoreTasks", ids=["task_1"]))["restoreTasks"]

    gone = {"deletedAt": "2024-01-20T10:30:00Z"}
    assert deleted == {
        "results": [
            {"id": "task_1", "changed": True, "task": gone, "problem": None},
            {"id": "task_1", "changed": False, "task": gone, "problem": None},
            {"id": "task_x", "changed": False, "task": None, "problem": {"code": "NOT_FOUND"}},
        ],
        "run": {"act": "delete_tasks"},
    }
    assert while_gone == {"tasks": {"totalCount": 0}, "gone": {"nodes": [{"subject": "Call Ada"}]}}
    assert (found, refusal(updated)) == ([], ("NOT_FOUND", "Task not found"))
    assert restored["results"] == [{"id": "task_1", "changed": True, "task": {"deletedAt": None}, "problem": None}]
    assert [change.fields for change in await history_of(database, "task_1")] == [
        {"deleted_at": {"old": None, "new": "2024-01-20T10:30:00Z"}},
        {"deleted_at": {"old": "2024-01-20T10:30:00Z", "new": None}},
    ]
    assert (await ask(database, "{ tasks { nodes { id completed } } }"))["tasks"]["nodes"] == [
        {"id": "task_1", "completed": False}
    ]


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ({"overdue": True}, ["late"]),
        ({"overdue": False}, ["done", "soon", "some day"]),
        ({"text": "LAT"}, ["late"]),
        ({"text": "pricing day"}, ["some day"]),
    ],
)
async def test_tasks_are_filtered_by_lateness_and_text(database, filter, expected):
    await make_task(database, "task_1", "late", due_at=datetime(2024, 1, 20, 10, 29, tzinfo=UTC))
    await make_task(database, "task_2", "done", due_at=datetime(2024, 1, 1, tzinfo=UTC), completed=True)
    await make_task(database, "task_3", "soon", due_at=NOW)
    await make_task(database, "task_4", "some day", description="About pricing")

    document = "query($filter: TaskFilter) { tasks(filter: $filter) { nodes { subject } } }"
    found = await ask(database, document, filter=filter)

    assert [task["subject"] for task in found["tasks"]["nodes"]] == expected
