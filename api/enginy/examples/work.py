"""Examples of the calls beside the records, after Enginy's guide: the end of the story that `records` begins."""

from api.documentation.example import Example
from api.enginy.examples.records import NOW, SARAH

TASK, ACTIVITY = "task_7b2n9s", "activity_3r8v5x"

_TASK = {
    "id": TASK,
    "subject": "Follow up with Sarah",
    "description": "Discuss the pricing proposal",
    "type": "call",
    "ownerId": "user_1",
    "dueDate": "2024-01-22T10:00:00Z",
    "contactId": SARAH,
    "companyId": None,
    "completed": False,
    "completedAt": None,
}
_DONE = _TASK | {"completed": True, "completedAt": NOW}
_MESSAGE = {
    "type": "LINKEDIN",
    "subject": "[1/3] [FROM Acme Corp] John Smith",
    "body": "Hi Sarah, I saw that your team is growing...",
    "direction": "OUTBOUND",
    "ownerId": "user_1",
    "occurredAt": "2024-01-19T10:00:00Z",
    "contactId": SARAH,
    "metadata": {"messageId": "linkedin-msg-123", "sequenceIndex": 1, "sequenceMessageCount": 3},
}
_ACTIVITY = {"id": ACTIVITY, **_MESSAGE, "companyId": None}

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "checkConnection": (Example("A good key", None, {"status": "ok"}),),
    "createTask": (
        Example(
            "A task for a contact",
            {name: _TASK[name] for name in ("subject", "description", "type", "ownerId", "dueDate", "contactId")},
            _TASK,
            status=201,
        ),
    ),
    "getTasks": (Example("One known task of two", {"ids": [TASK, "task_invalid"]}, [_TASK]),),
    "updateTasks": (Example("Complete them", {"ids": [TASK], "completed": True}, [_DONE]),),
    "getTask": (
        Example("A known task", None, _DONE, parameter=TASK),
        Example(
            "An unknown task",
            None,
            {"error": "Task not found", "message": "No task exists with ID: task_invalid"},
            404,
            "task_invalid",
        ),
    ),
    "updateTask": (Example("Reopen it", {"completed": False}, _TASK, parameter=TASK),),
    "createActivity": (
        Example("A message that was sent", _MESSAGE, _ACTIVITY, 201),
        Example("The same message again", _MESSAGE, _ACTIVITY),
    ),
    "getActivity": (Example("A known activity", None, _ACTIVITY, parameter=ACTIVITY),),
    "getUsers": (
        Example(
            "A team of two",
            None,
            [
                {"id": "user_1", "name": "Ana Ruiz", "email": "ana.ruiz@example.com"},
                {"id": "user_2", "name": "Sales Bot"},
            ],
        ),
    ),
}
