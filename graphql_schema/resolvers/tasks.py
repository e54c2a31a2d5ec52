"""Tasks: made by Enginy's sequences or by people, completed by either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.outcome import Report
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.rows import RowKind, conflict_of, mark_rows, read_rows, set_values, store_rows
from models.columns import new_id
from models.database.session import Session
from models.database.statements import is_any
from models.errors import InvalidInput, NotFound
from models.fields.cleaning import MAX_NAME, MAX_TEXT, check_text, is_storable
from models.incoming import Item
from models.ledger.decision import ItemDecision
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


async def create_task(ctx: Context, task: TaskChanges) -> Task:
    """Create a task. Contact, company and owner are kept as given, whether they are known here or not."""
    task.check(new=True)
    journal = open_journal(ctx, "create_task", None, [task.item])

    async def work(session: Session) -> Task:
        now, actor = journal.now, journal.actor.id
        made = Task(
            id=new_id(TASK.entity),
            subject="",
            created_at=now,
            created_by=actor,
            updated_at=now,
            updated_by=actor,
            version=0,
        )
        _apply(made, task.values, journal, now)
        session.add(made)
        await store_rows(session, TASK, [made])
        journal.decide(0, ItemDecision("created", record_id=made.id))
        return made

    return await record(ctx, journal, work, received=1)


async def update_task(ctx: Context, id: str, changes: TaskChanges, expected_version: int | None = None) -> Task:
    """Set the fields of a task that are given. Completing it stamps the time, reopening clears it.

    With `expectedVersion`, a task that somebody else wrote meanwhile is left alone and told as a conflict.
    """
    tasks = await _update(ctx, [id], changes, expected_version)
    if not tasks:
        raise NotFound(TASK.noun, id)
    return tasks[0]


async def update_tasks(ctx: Context, ids: list[str], changes: TaskChanges) -> list[Task]:
    """Set the same fields on several tasks; answers the tasks in the order asked, unknown ids left out."""
    return await _update(ctx, ids, changes, None)


async def delete_tasks(ctx: Context, ids: list[str], dry_run: bool = False) -> Report:
    """Delete tasks: no list shows them and nobody can change them, and `restoreTasks` brings them back."""
    journal = open_journal(ctx, "delete_tasks", None, [Item(fields={"id": each}) for each in ids])
    return await mark_rows(ctx, journal, TASK, ids, deleted=True, dry_run=dry_run)


async def restore_tasks(ctx: Context, ids: list[str], dry_run: bool = False) -> Report:
    """Bring deleted tasks back."""
    journal = open_journal(ctx, "restore_tasks", None, [Item(fields={"id": each}) for each in ids])
    return await mark_rows(ctx, journal, TASK, ids, deleted=False, dry_run=dry_run)


async def find_tasks(ctx: Context, ids: Sequence[str]) -> list[Task]:
    """Tasks by id, in the order asked; unknown ids are left out."""
    ctx.require_read()
    ctx.require_room(len(ids))
    ids = [each for each in ids if is_storable(each)]
    async with ctx.db.read() as session:
        found = await session.exec(select(Task).where(is_any(col(Task.id), "ids", ids), col(Task.deleted_at).is_(None)))
        tasks = {task.id: task for task in found.all()}
    return [tasks[task_id] for task_id in dict.fromkeys(ids) if task_id in tasks]


async def _update(ctx: Context, ids: Sequence[str], changes: TaskChanges, expected: int | None) -> list[Task]:
    changes.check(new=False)
    ids = [each for each in ids if is_storable(each)]
    journal = open_journal(ctx, "update_tasks", None, [changes.item], ids=ids)

    async def work(session: Session) -> list[Task]:
        found = await read_rows(session, TASK, ids)
        tasks = {task_id: task for task_id, task in found.items() if task.deleted_at is None}
        for task in tasks.values():
            if (conflict := conflict_of(TASK.noun, task, expected)) is not None:
                raise conflict
        changed = [_apply(task, changes.values, journal, journal.now) for task in tasks.values()]
        await store_rows(session, TASK, tasks.values())
        journal.decide(0, ItemDecision("updated" if any(changed) else "unchanged", record_ids=list(tasks)))
        return [tasks[task_id] for task_id in dict.fromkeys(ids) if task_id in tasks]

    return await record(ctx, journal, work, received=1)


def _apply(task: Task, values: Mapping[str, Any], journal: Journal, now: datetime) -> bool:
    """Set what differs, keep `completed_at` in step, and write the change down. True when anything changed."""
    wanted = dict(values)
    if "completed" in wanted:
        wanted["completed_at"] = (task.completed_at or now) if wanted["completed"] else None
    return set_values(TASK, task, wanted, journal)
