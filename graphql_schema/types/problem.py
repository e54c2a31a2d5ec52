"""Problems: why an item of a batch was not taken. Each kind has a stable code and tells what is needed to mend it."""

import strawberry

from graphql_schema.described import computed, interface, object_type
from graphql_schema.types.node import Record
from graphql_schema.types.record import Info
from graphql_schema.types.records import load_any
from models.errors import (
    AlreadyExists,
    AmbiguousMatch,
    CRMError,
    InvalidInput,
    NotFound,
    NotStored,
    TooWidelyShared,
    WeakMatch,
)
from models.identity.matching import NOBODY, Decision


@interface
class Problem:
    """Why something was not done. Nothing of the item was stored."""

    code: str = strawberry.field(description="A stable word for programs, such as `AMBIGUOUS_MATCH`.")
    message: str = strawberry.field(description="What was wrong and with what, for people.")


@object_type
class InvalidInputProblem(Problem):
    """A value that cannot be taken as it is."""

    field: str | None = strawberry.field(description="The field to blame, by the name it was sent under.")


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
    NotStoredProblem,
    OtherProblem,
)


def problem_of(error: CRMError, decision: Decision = NOBODY) -> Problem:
    """The problem that an error is; an ambiguous match is told with the decision that met it."""
    told = {"code": error.code, "message": error.message}
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
        case NotStored():
            return NotStoredProblem(**told)
        case _:
            return OtherProblem(**told)
