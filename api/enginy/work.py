"""Health, tasks, activities and users: what Enginy calls beside the records themselves."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.context import Ctx
from api.enginy import calls, wire
from api.enginy.batches import answer, read_single
from graphql_schema.outcome import Report
from graphql_schema.resolvers.activities import create_activity, find_activity
from graphql_schema.resolvers.tasks import create_task, find_tasks, update_task, update_tasks
from graphql_schema.resolvers.users import list_owners
from models.errors import InvalidInput, NotFound
from models.task import Task

router = APIRouter()


@router.get("/health", **calls.CHECK_CONNECTION)
async def get_health(ctx: Ctx) -> Response:
    """Whether the connection works and the key is good."""
    return answer(ctx, {"status": "ok"})


@router.post("/tasks", status_code=201, **calls.CREATE_TASK)
async def post_task(request: Request, ctx: Ctx) -> Response:
    """Create a task. Null means not known."""
    report = await create_task(ctx, wire.to_task(await read_single(request, ctx), is_new=True))
    return answer(ctx, wire.from_task(await _task_of(ctx, report)), 201)


# The two routes of a batch stand before those of a single task: "batch" would be an id to them.
@router.post("/tasks/batch", **calls.GET_TASKS)
async def fetch_tasks(request: Request, ctx: Ctx) -> Response:
    """Tasks by id; unknown ids are left out."""
    tasks = await find_tasks(ctx, wire.to_ids(await read_single(request, ctx)))
    return answer(ctx, [wire.from_task(task) for task in tasks])


@router.patch("/tasks/batch", **calls.UPDATE_TASKS)
async def patch_tasks(request: Request, ctx: Ctx) -> Response:
    """Complete or reopen several tasks; unknown ids are left out."""
    body = await read_single(request, ctx)
    ids = wire.to_ids(body)
    del body["ids"]  # the rest is what is told of each
    if "completed" not in body:
        raise InvalidInput("completed is required", field="completed")
    changes = wire.to_task(body)
    changes.check(new=False)
    await update_tasks(ctx, changes, ids)
    return answer(ctx, [wire.from_task(task) for task in await find_tasks(ctx, ids)])


@router.get("/tasks/{task_id}", **calls.GET_TASK)
async def get_task(task_id: str, ctx: Ctx) -> Response:
    """A task by id."""
    tasks = await find_tasks(ctx, [task_id])
    if not tasks:
        raise NotFound("Task", task_id)
    return answer(ctx, wire.from_task(tasks[0]))


@router.patch("/tasks/{task_id}", **calls.UPDATE_TASK)
async def patch_task(task_id: str, request: Request, ctx: Ctx) -> Response:
    """Set the fields of a task that are given."""
    report = await update_task(ctx, task_id, wire.to_task(await read_single(request, ctx)))
    return answer(ctx, wire.from_task(await _task_of(ctx, report)))


async def _task_of(ctx: Ctx, report: Report) -> Task:
    """The task that an act was about. Raises what kept it from being done."""
    [outcome] = report.outcomes
    if outcome.problem is not None:
        raise outcome.problem
    [task] = await find_tasks(ctx, [outcome.record_id or ""])
    return task


@router.post("/activities", status_code=201, **calls.CREATE_ACTIVITY)
async def post_activity(request: Request, ctx: Ctx) -> Response:
    """Add a message or connection; the same message again answers the first activity."""
    made = await create_activity(ctx, wire.to_activity(await read_single(request, ctx)))
    return answer(ctx, wire.from_activity(made.activity), 201 if made.created else 200)


@router.get("/activities/{activity_id}", **calls.GET_ACTIVITY)
async def get_activity(activity_id: str, ctx: Ctx) -> Response:
    """An activity by id."""
    found = await find_activity(ctx, activity_id)
    if found is None:
        raise NotFound("Activity", activity_id)
    return answer(ctx, wire.from_activity(found))


@router.get("/users", **calls.GET_USERS)
async def get_users(ctx: Ctx) -> Response:
    """The team, so that owners can be chosen; 404 while there is nobody, which switches the choice off."""
    users = await list_owners(ctx)
    if not users:
        raise NotOffered
    return answer(ctx, [wire.from_user(user) for user in users])


class NotOffered(NotFound):
    """There are no users to choose from."""

    def __init__(self) -> None:
        super().__init__("User")

    @property
    def short(self) -> str:
        return "Not found"

    @property
    def detail(self) -> str:
        return "Users are not offered"
