"""What acts about deals, notes, tasks, views, tags and owners give."""

from typing import Any, Self

import strawberry
from sqlalchemy import Table, select

import models
from graphql_schema.described import computed, interface, object_type
from graphql_schema.loaders import fetch, load_record
from graphql_schema.outcome import Outcome, Report
from graphql_schema.resolvers.custom_fields import CustomFieldReport
from graphql_schema.resolvers.tags import Retagged
from graphql_schema.types.deal import Deal
from graphql_schema.types.node import Record
from graphql_schema.types.note import Note
from graphql_schema.types.problem import Problem, problem_of
from graphql_schema.types.record import SOURCES, Info
from graphql_schema.types.records import load_any
from graphql_schema.types.registry import CustomFieldDefinition, PossibleDuplicate, load_pair
from graphql_schema.types.report import BatchReport, Recorded, results, run_id
from graphql_schema.types.saved_view import SavedView
from graphql_schema.types.task import Task
from models.base import table_of
from models.fields.cleaning import is_storable

_DEAL = table_of(models.Deal)
_FIELD = table_of(models.CustomFieldDefinition)
_NOTE = table_of(models.Note)
_TASK = table_of(models.Task)
_VIEW = table_of(models.SavedView)


@interface
class Written:
    """One thing that was written, or was to be."""

    outcome: strawberry.Private[Outcome]

    @computed
    def id(self) -> strawberry.ID | None:
        """Its id; null where nothing was made."""
        return strawberry.ID(self.outcome.record_id) if self.outcome.record_id else None

    @computed
    def created(self) -> bool:
        """Whether it was made by this act."""
        return self.outcome.created

    @computed
    def changed(self) -> bool:
        """Whether anything about it changed."""
        return self.outcome.changed


@interface
class WrittenItem(Written):
    """What became of one of many things that were to be written."""

    @computed
    def index(self) -> int:
        """Its place among what was asked for, from 0."""
        return self.outcome.index

    @computed
    def problem(self) -> Problem | None:
        """Why it was not done; null when it was. Nothing of what has a problem was stored."""
        return problem_of(self.outcome.problem) if self.outcome.problem is not None else None


class Single:
    """How an act about one thing is told: as what was written, with the run. Raises the problem where there was one."""

    @classmethod
    def from_act(cls, report: Report) -> Self:
        [outcome] = report.outcomes
        if outcome.problem is not None:
            raise outcome.problem
        return cls(change_set_id=run_id(report.run_id), outcome=outcome)  # type: ignore[call-arg]


def _row(table: Table, description: str) -> Any:
    """The thing itself, as a field of what was written."""

    async def resolve(self: Written, info: Info) -> Any:
        record_id = self.outcome.record_id
        return await load_record(info.context, SOURCES[table], record_id) if record_id else None

    return strawberry.field(resolver=resolve, description=description)


_DEAL_NOW = "The deal as it is now; null where there is none, and for one that was only tried."
_NOTE_NOW = "The note as it is now; null where there is none, and for one that was only tried."
_TASK_NOW = "The task as it is now; null where there is none, and for one that was only tried."


@object_type
class DealResult(WrittenItem):
    """What became of one deal."""

    deal: Deal | None = _row(_DEAL, _DEAL_NOW)


@object_type
class DealsReport(BatchReport):
    """What an act about deals gives."""

    result_type = DealResult
    results: list[DealResult] = results()


@object_type
class DealChanged(Single, Written, Recorded):
    """A deal that was written."""

    deal: Deal | None = _row(_DEAL, _DEAL_NOW)


@object_type
class NoteResult(WrittenItem):
    """What became of one note."""

    note: Note | None = _row(_NOTE, _NOTE_NOW)


@object_type
class NotesReport(BatchReport):
    """What an act about notes gives."""

    result_type = NoteResult
    results: list[NoteResult] = results()


@object_type
class NoteChanged(Single, Written, Recorded):
    """A note that was written."""

    note: Note | None = _row(_NOTE, _NOTE_NOW)


@object_type
class TaskResult(WrittenItem):
    """What became of one task."""

    task: Task | None = _row(_TASK, _TASK_NOW)


@object_type
class TasksReport(BatchReport):
    """What an act about tasks gives."""

    result_type = TaskResult
    results: list[TaskResult] = results()


@object_type
class TaskChanged(Single, Written, Recorded):
    """A task that was written."""

    task: Task | None = _row(_TASK, _TASK_NOW)


@object_type
class ViewResult(WrittenItem):
    """What became of one saved view."""

    @computed
    async def view(self, info: Info) -> SavedView | None:
        """The view as it is now; null where there is none, or it is not yours to see, and for one that was only tried."""
        record_id = self.outcome.record_id
        found = await load_record(info.context, SOURCES[_VIEW], record_id) if record_id else None
        return found if found is not None and found.is_seen_by(info.context) else None


@object_type
class ViewsReport(BatchReport):
    """What an act about saved views gives."""

    result_type = ViewResult
    results: list[ViewResult] = results()


@object_type
class SavedViewChanged(Single, Written, Recorded):
    """A saved view of your own that was written."""

    view: SavedView | None = _row(_VIEW, "The view as it is now; null for one that was only tried.")


@object_type
class RecordResult(WrittenItem):
    """What became of one contact or company."""

    @computed
    async def record(self, info: Info) -> Record | None:
        """The contact or company as it is now; null where there is none."""
        return next(iter(await load_any(info.context, [self.outcome.record_id or ""])), None)


@object_type
class RecordsReport(BatchReport):
    """What the same edit of many contacts and companies gives."""

    result_type = RecordResult
    results: list[RecordResult] = results()


@object_type
class PossibleDuplicateResult(WrittenItem):
    """What became of one pair of records that may be one."""

    @computed
    async def pair(self, info: Info) -> PossibleDuplicate | None:
        """The pair as it is now; null where there is none."""
        return await load_pair(info.context, self.outcome.record_id or "")


@object_type
class PossibleDuplicatesReport(BatchReport):
    """What settling pairs gives."""

    result_type = PossibleDuplicateResult
    results: list[PossibleDuplicateResult] = results()


@object_type
class TagsReplaced(Recorded):
    """Tags that were renamed, merged or removed."""

    contacts_changed: int = strawberry.field(description="How many contacts carry other tags now.")
    companies_changed: int = strawberry.field(description="How many companies carry other tags now.")

    @classmethod
    def from_act(cls, done: Retagged) -> "TagsReplaced":
        return cls(change_set_id=run_id(done.run_id), contacts_changed=done.contacts, companies_changed=done.companies)


@object_type
class CustomFieldChanged(Recorded):
    """A custom field that was defined or updated."""

    report: strawberry.Private[CustomFieldReport]

    @computed
    async def definition(self, info: Info) -> CustomFieldDefinition | None:
        """The custom field as it is now; null where there is none."""
        if not is_storable(self.report.name):
            return None
        source, c = SOURCES[_FIELD], _FIELD.c
        statement = select(*source.columns).where(c.entity == self.report.entity.value, c.name == self.report.name)
        return next((source.make(row) for row in await fetch(info.context, statement)), None)

    @classmethod
    def from_act(cls, report: CustomFieldReport) -> "CustomFieldChanged":
        if report.problem is not None:
            raise report.problem
        return cls(change_set_id=run_id(report.run_id), report=report)
