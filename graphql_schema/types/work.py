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
from models.errors import CRMError
from models.fields.cleaning import is_storable

_DEAL = table_of(models.Deal)
_FIELD = table_of(models.CustomFieldDefinition)
_NOTE = table_of(models.Note)
_TASK = table_of(models.Task)
_VIEW = table_of(models.SavedView)


@interface
class Written:
    """What became of one thing that was to be written."""

    outcome: strawberry.Private[Outcome]

    @computed
    def index(self) -> int:
        """Its place among what was asked for, from 0."""
        return self.outcome.index

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

    @computed
    def problem(self) -> Problem | None:
        """Why it was not done; null when it was. Nothing of what has a problem was stored."""
        return problem_of(self.outcome.problem) if self.outcome.problem is not None else None


class Single:
    """How an act about one thing is told: as its only result, with the run."""

    @classmethod
    def from_act(cls, report: Report) -> Self:
        return cls(change_set_id=run_id(report.run_id), outcome=report.outcomes[0])  # type: ignore[call-arg]

    @classmethod
    def from_problem(cls, problem: CRMError) -> Self:
        return cls(change_set_id=None, outcome=Outcome(0, problem=problem))  # type: ignore[call-arg]


@object_type
class DealResult(Written):
    """What became of one deal."""

    @computed
    async def deal(self, info: Info) -> Deal | None:
        """The deal as it is now; null where there is none, and for one that was only tried."""
        found: Deal | None = await _row(info, _DEAL, self.outcome)
        return found


@object_type
class DealsReport(BatchReport):
    """What an act about deals gives."""

    result_type = DealResult
    results: list[DealResult] = results()


@object_type
class DealChanged(Single, DealResult, Recorded):
    """What an act about one deal gives."""


@object_type
class NoteResult(Written):
    """What became of one note."""

    @computed
    async def note(self, info: Info) -> Note | None:
        """The note as it is now; null where there is none, and for one that was only tried."""
        found: Note | None = await _row(info, _NOTE, self.outcome)
        return found


@object_type
class NotesReport(BatchReport):
    """What an act about notes gives."""

    result_type = NoteResult
    results: list[NoteResult] = results()


@object_type
class NoteChanged(Single, NoteResult, Recorded):
    """What an act about one note gives."""


@object_type
class TaskResult(Written):
    """What became of one task."""

    @computed
    async def task(self, info: Info) -> Task | None:
        """The task as it is now; null where there is none, and for one that was only tried."""
        found: Task | None = await _row(info, _TASK, self.outcome)
        return found


@object_type
class TasksReport(BatchReport):
    """What an act about tasks gives."""

    result_type = TaskResult
    results: list[TaskResult] = results()


@object_type
class TaskChanged(Single, TaskResult, Recorded):
    """What an act about one task gives."""


@object_type
class ViewResult(Written):
    """What became of one saved view."""

    @computed
    async def view(self, info: Info) -> SavedView | None:
        """The view as it is now; null where there is none, or it is not yours to see, and for one that was only tried."""
        found: SavedView | None = await _row(info, _VIEW, self.outcome)
        return found if found is not None and found.is_seen_by(info.context) else None


@object_type
class ViewsReport(BatchReport):
    """What an act about saved views gives."""

    result_type = ViewResult
    results: list[ViewResult] = results()


@object_type
class ViewChanged(Single, ViewResult, Recorded):
    """What an act about one saved view gives."""


@object_type
class RecordResult(Written):
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
class PossibleDuplicateResult(Written):
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
    """What renaming, merging or removing tags gives."""

    contacts_changed: int = strawberry.field(description="How many contacts carry other tags now.")
    companies_changed: int = strawberry.field(description="How many companies carry other tags now.")
    problem: Problem | None = strawberry.field(description="Why nothing was done; null when it was.")

    @classmethod
    def from_act(cls, done: Retagged) -> "TagsReplaced":
        changed = {"contacts_changed": done.contacts, "companies_changed": done.companies}
        return cls(change_set_id=run_id(done.run_id), problem=None, **changed)

    @classmethod
    def from_problem(cls, problem: CRMError) -> "TagsReplaced":
        return cls(change_set_id=None, problem=problem_of(problem), contacts_changed=0, companies_changed=0)


@object_type
class CustomFieldChanged(Recorded):
    """What defining or updating a custom field gives."""

    report: strawberry.Private[CustomFieldReport]

    @computed
    async def definition(self, info: Info) -> CustomFieldDefinition | None:
        """The custom field as it is now; null where there is none."""
        if not is_storable(self.report.name):
            return None
        source, c = SOURCES[_FIELD], _FIELD.c
        statement = select(*source.columns).where(c.entity == self.report.entity.value, c.name == self.report.name)
        return next((source.make(row) for row in await fetch(info.context, statement)), None)

    @computed
    def problem(self) -> Problem | None:
        """Why nothing was changed; null when it was done."""
        return problem_of(self.report.problem) if self.report.problem is not None else None

    @classmethod
    def from_act(cls, report: CustomFieldReport) -> "CustomFieldChanged":
        return cls(change_set_id=run_id(report.run_id), report=report)


async def _row(info: Info, table: Table, outcome: Outcome) -> Any:
    return await load_record(info.context, SOURCES[table], outcome.record_id) if outcome.record_id else None
