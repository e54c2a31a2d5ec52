"""Tasks: made by Enginy's sequences or by people, completed by either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import SQLModel, col, select

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Report
from graphql_schema.resolvers.bulk import Chosen, Filter, Versions, Wanted, choose
from graphql_schema.resolvers.recording import open_journal
from graphql_schema.resolvers.rows import RowKind, create_rows, edit_rows, mark_rows, set_values
from models.base import table_of
from models.columns import new_id
from models.database.statements import is_any
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, MAX_TEXT, check_text, is_storable
from models.incoming import Item
from models.ledger.journal import Journal
from models.task import Task

TASK = RowKind("task", "Task", Task)
TEXTS = {"subject": MAX_TEXT, "description": MAX_TEXT, "type": MAX_NAME}
REFERENCES = {"owner_id": "ownerId", "contact_id": "contactId", "company_id": "companyId"}  # and what callers call them


@dataclass(frozen=True, slots=True)
class TaskChanges:
    """Fields of a task to set, by name; a name that is missing is left alone, None clears.

    Names: subject, description, type, owner_id, due_at, contact_id, company_id, completed.
    """

    values: Mapping[str, Any]
    item: Item = field(default_factory=lambda: Item(fields={}))  # as it arrived, for the ledger

    def check(self, *, new: bool) -> None:
        """Raises InvalidInput for a value that cannot be stored, and for a task without a subject."""
        values = self.values
        if (new or "subject" in values) and not values.get("subject"):
            raise InvalidInput("subject is required", field="subject")
        for name, longest in TEXTS.items():
            check_text(name, values.get(name) or "", longest)
        for name, told in REFERENCES.items():
            check_text(told, values.get(name) or "", MAX_NAME)
        if "completed" in values and not isinstance(values["completed"], bool):
            raise InvalidInput("completed must be true or false", field="completed")


async def create_task(ctx: Context, task: TaskChanges, dry_run: bool = False) -> Report:
    """Create a task. Contact, company and owner are kept as given, whether they are known here or not.

    ```graphql
    mutation { createTask(task: { subject: "Call Ada", dueAt: "2024-02-01T12:00:00Z", contactId: "contact_…" }) {
        ... on TaskChanged { task { id dueAt } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "create_task", None, [task.item])

    def make(_: int) -> SQLModel:
        task.check(new=True)
        now, actor = journal.now, journal.actor.id
        stamps: dict[str, Any] = {"created_at": now, "created_by": actor, "updated_at": now, "updated_by": actor}
        made = Task(id=new_id(TASK.entity), subject="", version=0, **stamps)
        _apply(made, task.values, journal)
        return made

    return await create_rows(ctx, journal, TASK, 1, make, dry_run=dry_run)


async def update_task(
    ctx: Context, id: str, changes: TaskChanges, expected_version: int | None = None, dry_run: bool = False
) -> Report:
    """Set the fields of a task that are given. Completing it stamps the time, reopening clears it.

    With `expectedVersion`, a task that somebody else wrote meanwhile is left alone and told as a conflict.

    ```graphql
    mutation { updateTask(id: "task_…", changes: { completed: true }) {
        ... on TaskChanged { task { completedAt } } ... on Problem { code message } } }
    ```
    """
    versions = [(id, expected_version)] if expected_version is not None else None
    return await _update(ctx, "update_task", Chosen([id]), changes, versions, dry_run=dry_run)


async def update_tasks(
    ctx: Context,
    changes: TaskChanges,
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Set the same fields on many tasks: those with these ids, or all that fulfil a filter.

    ```graphql
    mutation { updateTasks(filter: { overdue: true, ownerId: { eq: "user_…" } }, changes: { ownerId: "user_…" }) {
        changeSetId matched changed } }
    ```
    """
    chosen = await choose(ctx, ids, Wanted("filter", table_of(Task), filter), policy=error_policy)
    return await _update(ctx, "update_tasks", chosen, changes, expected_versions, error_policy, dry_run=dry_run)


async def delete_tasks(
    ctx: Context,
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Delete tasks: no list shows them and nobody can change them, and `restoreTasks` brings them back.

    ```graphql
    mutation { deleteTasks(filter: { completed: true, ownerId: { eq: "user_…" } }) { changeSetId matched changed } }
    ```
    """
    chosen = await choose(ctx, ids, Wanted("filter", table_of(Task), filter), policy=error_policy)
    return await mark_rows(
        ctx, "delete_tasks", TASK, chosen, deleted=True, versions=expected_versions, policy=error_policy,
        dry_run=dry_run,
    )  # fmt: skip


async def restore_tasks(
    ctx: Context, ids: list[str], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Bring deleted tasks back."""
    return await mark_rows(ctx, "restore_tasks", TASK, Chosen(ids), deleted=False, policy=error_policy, dry_run=dry_run)


async def find_tasks(ctx: Context, ids: Sequence[str]) -> list[Task]:
    """Tasks by id, in the order asked; unknown ids are left out.

    ```graphql
    { tasksById(ids: ["task_…"]) { subject completed } }
    ```
    """
    ctx.require_read()
    ctx.require_room(len(ids))
    ids = [each for each in ids if is_storable(each)]
    async with ctx.db.read() as session:
        found = await session.exec(select(Task).where(is_any(col(Task.id), "ids", ids), col(Task.deleted_at).is_(None)))
        tasks = {task.id: task for task in found.all()}
    return [tasks[task_id] for task_id in dict.fromkeys(ids) if task_id in tasks]


async def _update(
    ctx: Context,
    act: str,
    chosen: Chosen,
    changes: TaskChanges,
    versions: Versions | None,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    *,
    dry_run: bool,
) -> Report:
    items, facts = chosen.told(changes.item.fields or {})
    journal = open_journal(ctx, act, None, items, **facts)

    def edit(task: Task) -> bool:
        changes.check(new=False)
        return _apply(task, changes.values, journal)

    return await edit_rows(ctx, journal, TASK, chosen, edit, versions=versions, policy=policy, dry_run=dry_run)


def _apply(task: Task, values: Mapping[str, Any], journal: Journal) -> bool:
    """Set what differs, keep `completed_at` in step, and write the change down. True when anything changed."""
    wanted = dict(values)
    journal.touch((task.contact_id, task.company_id, values.get("contact_id"), values.get("company_id")))
    if "completed" in wanted:
        wanted["completed_at"] = (task.completed_at or journal.now) if wanted["completed"] else None
    return set_values(TASK, task, wanted, journal)
