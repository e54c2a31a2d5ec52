"""Tasks, activities and users: what Enginy calls beside the records themselves."""

import json
from typing import Any

from api.doctor.examination import question
from api.doctor.findings import Risky, Unseen, Wrong
from api.doctor.visit import Visit

TASKS, ACTIVITIES, USERS = "tasks", "activities", "users"


async def made(visit: Visit, noun: str, **fields: Any) -> dict[str, Any]:
    """A new task or activity. Raises Wrong when the answer has no id."""
    body = (await visit.call("POST", f"/{noun}", fields)).expect(200, 201).object()
    if not isinstance(body.get("id"), str):
        raise Wrong(f"the answer has no id: {json.dumps(body)[:160]}")
    visit.remember(noun, body["id"])
    return body


@question(TASKS, "tasks are created", "POST /tasks answers the task with an id; it is not completed yet")
async def task(visit: Visit) -> str:
    contact = await visit.create(firstName="Ada")
    body = await made(
        visit,
        "tasks",
        subject=visit.name("task"),
        type="call",
        dueDate="2030-01-20T10:00:00Z",
        contactId=contact["crmId"],
    )
    if body.get("completed") is not False:
        raise Wrong(f"a new task's completed is {body.get('completed')!r}")
    return json.dumps(body)[:160]


@question(TASKS, "a task needs a subject", "400 for a task without a subject")
async def no_subject(visit: Visit) -> str:
    for body in ({}, {"type": "call"}, {"subject": None}, {"subject": 7}):
        answer = await visit.call("POST", "/tasks", body)
        if answer.status != 400:
            raise (Wrong if answer.status >= 500 else Risky)(f"{json.dumps(body)} is answered {answer}")
    return str(answer.expect_error_body())


@question(
    TASKS, "completing and reopening", "PATCH changes exactly what is sent; completedAt comes and goes with completed"
)
async def complete(visit: Visit) -> str:
    made_task = await made(visit, "tasks", subject=visit.name("task"), description="first")
    path = f"/tasks/{made_task['id']}"
    done = (await visit.call("PATCH", path, {"completed": True})).expect(200).object()
    if done.get("completed") is not True or not done.get("completedAt"):
        raise Wrong(f"completed, and answered {json.dumps(done)[:160]}")
    other = (await visit.call("PATCH", path, {"description": "second"})).expect_no_crash()
    if other.status == 200 and (other.object().get("completedAt") != done["completedAt"]):
        raise Risky("a change of the description has touched completedAt")
    opened = (await visit.call("PATCH", path, {"completed": False})).expect(200).object()
    if opened.get("completed") is not False or opened.get("completedAt") is not None:
        raise Wrong(f"reopened, and answered {json.dumps(opened)[:160]}")
    return "completedAt is set and taken back"


@question(TASKS, "unknown tasks", "404 for a task nobody has")
async def unknown_task(visit: Visit) -> str:
    path = f"/tasks/{visit.name('unknown')}"
    for method, body in (("GET", None), ("PATCH", {"completed": True})):
        answer = (await visit.call(method, path, body)).expect(404).expect_error_body()
    return str(answer)


@question(TASKS, "tasks in batches", "/tasks/batch is no task called batch; bare arrays, unknown ids left out")
async def task_batch(visit: Visit) -> str:
    one, other = [await made(visit, "tasks", subject=visit.name("task")) for _ in range(2)]
    ids = [one["id"], visit.name("unknown"), other["id"]]
    for method, body in (("POST", {"ids": ids}), ("PATCH", {"ids": ids, "completed": True})):
        answer = (await visit.call(method, "/tasks/batch", body)).expect(200)
        tasks = answer.objects()
        if {each.get("id") for each in tasks} != {one["id"], other["id"]}:
            raise Wrong(f"{method} /tasks/batch is answered {answer}")
    if not all(each.get("completed") is True for each in tasks):
        raise Wrong(f"not completed: {answer}")
    return "two of three ids, fetched and completed"


@question(
    ACTIVITIES, "activities are created", "POST /activities answers the activity with an id; metadata stays an object"
)
async def activity(visit: Visit) -> str:
    contact = await visit.create(firstName="Ada")
    metadata = {"messageId": visit.name("message"), "sequenceIndex": 1, "sequenceMessageCount": 3}
    body = await made(
        visit, "activities", type="EMAIL", direction="OUTBOUND", subject="[1/3] [FROM Checks] Ada",
        body="<p>Hi &amp; bye</p>",
        occurredAt="2024-01-15T10:30:00Z", contactId=contact["crmId"], metadata=metadata,
    )  # fmt: skip
    if "metadata" in body and body["metadata"] != metadata:
        raise Risky(f"metadata came back as {json.dumps(body['metadata'])[:120]}")
    if body.get("body") not in (None, "<p>Hi &amp; bye</p>"):
        raise Risky(f"the body came back as {body['body']!r}")
    return json.dumps(body)[:160]


@question(
    ACTIVITIES,
    "one message is one activity",
    "The same messageId again answers the first id: Enginy may send a call twice",
)
async def activity_again(visit: Visit) -> str:
    fields = {"type": "LINKEDIN", "direction": "INBOUND", "metadata": {"messageId": visit.name("message")}}
    first, again = await made(visit, "activities", **fields), await made(visit, "activities", **fields)
    if first["id"] != again["id"]:
        raise Risky("a retry makes a second activity")
    return "the same id"


@question(ACTIVITIES, "nearly empty activities", "Only type is required; an activity may belong to nobody")
async def bare_activity(visit: Visit) -> str:
    await made(visit, "activities", type="LINKEDIN_CONNECTION")
    for body in ({}, {"type": 7}, {"type": "EMAIL", "metadata": "x"}, {"type": "EMAIL", "occurredAt": "yesterday"}):
        answer = (await visit.call("POST", "/activities", body)).expect_no_crash()
        if answer.status < 300:
            visit.remember("activities", str(answer.object().get("id")))
            raise Risky(f"{json.dumps(body)} was taken")
    return f"type alone is enough; {answer}"


@question(USERS, "users", "GET /users is an array of {id, name}, or 404, 405 or 501: then owners cannot be chosen")
async def users(visit: Visit) -> str:
    answer = await visit.call("GET", "/users")
    if answer.status in {404, 405, 501}:
        return f"{answer.status}: not offered"
    people = answer.expect(200).objects()
    for each in people:
        if not all(isinstance(each.get(name), str) for name in ("id", "name")):
            raise Wrong(f"somebody without id and name: {json.dumps(each)[:120]}")
    if not people:
        raise Risky("an empty array: Enginy offers a choice among nobody; 404 hides it")
    return f"{len(people)} people"


@question(USERS, "owners unknown here", "An ownerId that nobody has is no reason to refuse a contact")
async def unknown_owner(visit: Visit) -> str:
    one = await visit.create(ownerId=visit.name("owner"))
    if not one["crmId"]:
        raise Unseen("no contact to look at")
    return "taken"
