"""Problems: why something was not done, or an item of a batch not taken. Each kind has a stable code and tells what is
needed to mend it.
"""

from collections.abc import Collection
from typing import Any

import strawberry

import models
from graphql_schema.described import computed, interface, object_type
from graphql_schema.loaders import load_record
from graphql_schema.types.node import Node, Record
from graphql_schema.types.problem_code import ProblemCode
from graphql_schema.types.record import SOURCES, Info
from graphql_schema.types.records import load_any
from models.base import table_of
from models.errors import (
    AlreadyExists,
    AmbiguousMatch,
    CRMError,
    InvalidInput,
    NotDone,
    NotFound,
    NotRevertible,
    NotStored,
    TooManyAttempts,
    TooWidelyShared,
    VersionConflict,
    WeakMatch,
)
from models.identity.matching import NOBODY, Decision
from models.ledger.revertible import Irrevertible


@interface
class Problem:
    """Why something was not done. Nothing of it was stored.

    An act about one thing answers either what it did or a problem, an act about many has a problem for each item that
    was not taken:

    ```graphql
    mutation { createTask(task: { subject: "Call Ada" }) {
        ... on TaskChanged { task { id } } ... on Problem { code message } } }
    ```

    What says nothing of the thing itself is an error of the answer, with its code in `extensions`: NOT_ALLOWED, a limit
    that is reached, UNAVAILABLE.
    """

    code: ProblemCode = strawberry.field(description="What kind of problem it is, for programs.")
    message: str = strawberry.field(description="What was wrong and with what, for people.")


@object_type
class InvalidInputProblem(Problem):
    """A value that cannot be taken as it is."""

    field: str | None = strawberry.field(
        description="The field to blame, by the name it was sent under; of a list with the item's place, such as `ids[3]`."
    )


@object_type
class NotFoundProblem(Problem):
    """No live record has this id."""

    record_id: strawberry.ID | None = strawberry.field(description="The id that was asked for.")


@object_type
class AmbiguousMatchProblem(Problem):
    """Several records own the same identifier; choosing would be guessing. `linkExternal` settles it for ever."""

    candidate_ids: list[strawberry.ID] = strawberry.field(description="The records it may mean, 20 at most.")

    @computed
    async def candidates(self, info: Info) -> list[Record]:
        """The records it may mean, 20 at most."""
        return await load_any(info.context, self.candidate_ids)


@object_type
class TooWidelySharedProblem(Problem):
    """Every identifier of the item belongs to so many records that it means nothing; see `sharedLimit`."""


@object_type
class WeakMatchProblem(Problem):
    """Only the telephone is the same while the e-mail addresses differ, and `weakMatches` says to refuse that."""


@object_type
class AlreadyExistsProblem(Problem):
    """A record with the same identifier is there already."""

    record_ids: list[strawberry.ID] = strawberry.field(description="The records that have it.")

    @computed
    async def records(self, info: Info) -> list[Record]:
        """The records that have it."""
        return await load_any(info.context, self.record_ids)


@object_type
class VersionConflictProblem(Problem):
    """Somebody wrote the record since its version was read. Look at it as it is now, and try again if it still fits."""

    expected_version: int = strawberry.field(description="The version that was expected.")
    current_version: int = strawberry.field(description="The version there was.")
    noun: strawberry.Private[str]
    conflicting_id: strawberry.Private[str]

    @computed
    async def record(self, info: Info) -> Node | None:
        """What was written meanwhile, as it is now."""
        found: Node | None = await load_record(info.context, SOURCES[_VERSIONED[self.noun]], self.conflicting_id)
        return found


# What carries a version that a caller may expect, by what its errors call it.
_VERSIONED = {
    "Contact": table_of(models.Contact),
    "Company": table_of(models.Company),
    "Deal": table_of(models.Deal),
    "Note": table_of(models.Note),
    "Saved view": table_of(models.SavedView),
    "Task": table_of(models.Task),
}


@object_type
class NotRevertibleProblem(Problem):
    """A run that cannot be undone."""

    reason: Irrevertible = strawberry.field(description="Why it cannot.")
    reverted_by_id: strawberry.ID | None = strawberry.field(description="The run that undid it already, if one did.")


@object_type
class TooManyAttemptsProblem(Problem):
    """A password was wrong too often lately."""

    retry_after_seconds: int = strawberry.field(description="When it may be tried again, in seconds.")


@object_type
class NotDoneProblem(Problem):
    """All or nothing was asked for and another item failed, so nothing of this one was stored either."""


@object_type
class NotStoredProblem(Problem):
    """The database refused this one item; the others are stored."""


@object_type
class OtherProblem(Problem):
    """A problem of a kind that has no type of its own; the code tells which."""


PROBLEMS: tuple[type[Problem], ...] = (
    InvalidInputProblem,
    NotFoundProblem,
    AmbiguousMatchProblem,
    TooWidelySharedProblem,
    WeakMatchProblem,
    AlreadyExistsProblem,
    VersionConflictProblem,
    NotRevertibleProblem,
    TooManyAttemptsProblem,
    NotDoneProblem,
    NotStoredProblem,
    OtherProblem,
)


def problem_of(error: CRMError, decision: Decision = NOBODY) -> Problem:
    """The problem that an error is; an ambiguous match is told with the decision that met it."""
    told = _told(error)
    match error:
        case InvalidInput(field=field):
            return InvalidInputProblem(**told, field=field)
        case NotFound(record_id=record_id):
            return NotFoundProblem(**told, record_id=strawberry.ID(record_id) if record_id else None)
        case AmbiguousMatch():
            return AmbiguousMatchProblem(**told, candidate_ids=[strawberry.ID(each) for each in decision.candidates])
        case TooWidelyShared():
            return TooWidelySharedProblem(**told)
        case WeakMatch():
            return WeakMatchProblem(**told)
        case AlreadyExists(record_ids=record_ids):
            return AlreadyExistsProblem(**told, record_ids=[strawberry.ID(each) for each in record_ids])
        case VersionConflict(noun=noun, record_id=record_id, expected=expected, current=current):
            return VersionConflictProblem(
                **told,
                expected_version=expected,
                current_version=current,
                noun=noun,
                conflicting_id=record_id,
            )
        case NotRevertible(reason=reason, reverted_by=reverted_by):
            undone = strawberry.ID(reverted_by) if reverted_by else None
            return NotRevertibleProblem(**told, reason=Irrevertible(reason), reverted_by_id=undone)
        case TooManyAttempts(retry_after_seconds=seconds):
            return TooManyAttemptsProblem(**told, retry_after_seconds=seconds)
        case NotDone():
            return NotDoneProblem(**told)
        case NotStored():
            return NotStoredProblem(**told)
        case _:
            return OtherProblem(**told)


def problem_among(error: CRMError, kinds: Collection[type[Problem]]) -> Problem:
    """The problem that an error is, where only these kinds can be told: any other becomes OtherProblem, with its code."""
    problem = problem_of(error)
    return problem if type(problem) in kinds else OtherProblem(**_told(error))


def _told(error: CRMError) -> dict[str, Any]:
    return {"code": ProblemCode(error.code), "message": error.message}
