"""Tasks, activities and associations through GraphQL."""

from models.task import Task
from tests.factories import NOW_TEXT, history_of, make_contact, rows_of
from tests.graphql_schema.asking import ask


async def test_tasks_are_made_changed_and_completed(database):
    made = await ask(
        database,
        """mutation { createTask(task: { subject: "Call Ada", type: "call", dueAt: "2024-02-01T12:00:00+02:00" }) {
            ... on TaskChanged { created changed task { id subject type dueAt completed version } } } }""",
    )
    task_id = made["createTask"]["task"].pop("id")
    changed = await ask(
        database,
        """mutation($id: ID!) {
          updateTask(id: $id, changes: { completed: true, type: null }) {
            ... on TaskChanged { task { type completed completedAt dueAt version } } }
          updateTasks(ids: [$id, "task_x"], changes: { completed: false }) {
            matched changed failed results { task { id completed completedAt } problem { code } } }
        }""",
        id=task_id,
    )

    assert made["createTask"] == {
        "created": True, "changed": True,
        "task": {
            "subject": "Call Ada", "type": "call", "dueAt": "2024-02-01T10:00:00Z", "completed": False, "version": 1,
        },
    }  # fmt: skip
    assert changed == {
        "updateTask": {
            "task": {
                "type": None,
                "completed": True,
                "completedAt": NOW_TEXT,
                "dueAt": "2024-02-01T10:00:00Z",
                "version": 2,
            },
        },
        "updateTasks": {
            "matched": 2,
            "changed": 1,
            "failed": 1,
            "results": [
                {"task": {"id": task_id, "completed": False, "completedAt": None}, "problem": None},
                {"task": None, "problem": {"code": "NOT_FOUND"}},
            ],
        },
    }
    assert [change.version for change in await history_of(database, task_id)] == [1, 2, 3]


async def test_task_without_a_subject_is_refused(database):
    made = await ask(
        database,
        """mutation { createTask(task: { type: "call" }) {
            ... on TaskChanged { id } ... on Problem { code message } ... on InvalidInputProblem { field } } }""",
    )
    assert made["createTask"] == {"code": "INVALID_INPUT", "message": "subject is required", "field": "subject"}
    updated = await ask(
        database,
        """mutation { updateTask(id: "task_x", changes: {}) {
            ... on TaskChanged { id } ... on Problem { code message } ... on NotFoundProblem { recordId } } }""",
    )
    assert updated["updateTask"] == {"code": "NOT_FOUND", "message": "Task not found", "recordId": "task_x"}
    assert await rows_of(database, Task) == []


async def test_same_message_is_added_once(database):
    document = """mutation { createActivity(
        activity: { type: "EMAIL", subject: "Hi", messageId: "m-1", metadata: { step: 2 } }) {
        ... on ActivityAdded { created activity { id subject metadata happenedAt } } } }"""

    first = (await ask(database, document))["createActivity"]
    again = (await ask(database, document))["createActivity"]

    assert first["created"] is True
    assert first["activity"] | {"id": ""} == {
        "id": "",
        "subject": "Hi",
        "metadata": {"step": 2},
        "happenedAt": NOW_TEXT,
    }
    assert again == {"created": False, "activity": first["activity"]}
    assert await ask(database, "query($id: ID!) { activity(id: $id) { subject } }", id=first["activity"]["id"]) == {
        "activity": {"subject": "Hi"}
    }


async def test_activities_of_a_batch_are_judged_one_by_one(database):
    document = """mutation($activities: [ActivityInput!]!) { createActivities(activities: $activities) {
        run { act } results { index created problem { code message ... on InvalidInputProblem { field } }
        activity { type step steps sender body bodyHtml bodyText } } } }"""
    sent = {
        "type": "EMAIL", "direction": "OUTBOUND", "subject": "[1/3] [FROM Acme] Ann Sender", "messageId": "m-1",
        "body": '<p>Hi<script>x()</script></p><img src="https://t.example/x.gif">' + "<p>Tom &amp; Co</p>" * 2_000,
    }  # fmt: skip
    activities = [sent, {"type": "EMAIL", "metadata": [1]}, sent, {"type": "CALL"}]

    answer = (await ask(database, document, activities=activities))["createActivities"]

    message = {
        "type": "EMAIL", "step": 1, "steps": 3, "sender": "Ann Sender", "body": sent["body"],
        "bodyHtml": "<p>Hi</p>" + "<p>Tom &amp; Co</p>" * 2_000, "bodyText": "Hi" + "\n\nTom & Co" * 2_000,
    }  # fmt: skip
    call = dict.fromkeys(("step", "steps", "sender", "body", "bodyHtml", "bodyText")) | {"type": "CALL"}
    problem = {"code": "INVALID_INPUT", "message": "metadata must be an object", "field": "metadata"}
    assert answer == {
        "run": {"act": "create_activities"},
        "results": [
            {"index": 0, "created": True, "problem": None, "activity": message},
            {"index": 1, "created": False, "problem": problem, "activity": None},
            {"index": 2, "created": False, "problem": None, "activity": message},
            {"index": 3, "created": True, "problem": None, "activity": call},
        ],
    }


async def test_contacts_are_associated_and_the_newest_company_is_the_main_one(database):
    companies = (
        'mutation { createCompanies(leads: [{ name: "Old" }, { name: "New" }]) { results { id company { name } } } }'
    )
    old, new = [each["id"] for each in (await ask(database, companies))["createCompanies"]["results"]]
    ada = await make_contact(database)

    document = """mutation($pairs: [AssociationInput!]!) { associateContacts(pairs: $pairs) { created problems { index
        problem { code message ... on NotFoundProblem { recordId } } } run { act } } }"""
    pairs = [{"contactId": ada.id, "companyId": each} for each in (old, "company_x", new, old)]
    answer = await ask(database, document, pairs=pairs)

    problem = {"code": "NOT_FOUND", "message": "Company not found", "recordId": "company_x"}
    assert answer["associateContacts"] == {
        "created": 2, "problems": [{"index": 1, "problem": problem}], "run": {"act": "associate_contacts"}
    }  # fmt: skip
    found = await ask(
        database, "query($id: ID!) { contact(id: $id) { company { name } companies { totalCount } } }", id=ada.id
    )
    assert found == {"contact": {"company": {"name": "New"}, "companies": {"totalCount": 2}}}
