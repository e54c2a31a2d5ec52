"""The codes of problems: a closed set that programs can rely on, told with the words of the errors they stand for."""

import inspect
from collections.abc import Iterator
from enum import StrEnum

from graphql_schema.types.enums import describe
from models.errors import (
    CRMError,
    CrossSite,
    ExploringWithdrawn,
    NotAllowed,
    NotAuthenticated,
    SchemaTooNew,
    SignInFailed,
    TooOften,
    Unavailable,
    UnknownDocument,
)

# These say nothing of what was asked for, but of who asks and how often, and of a server that cannot just now. They are
# errors of the answer, with their code in `extensions`, and never a problem of a result.
NEVER_PROBLEMS = (
    CrossSite,
    ExploringWithdrawn,
    NotAllowed,
    NotAuthenticated,
    SchemaTooNew,
    SignInFailed,
    TooOften,
    Unavailable,
    UnknownDocument,
)


class ProblemCode(StrEnum):
    """What kind of problem it is, for programs."""

    ALREADY_EXISTS = "ALREADY_EXISTS"
    AMBIGUOUS_MATCH = "AMBIGUOUS_MATCH"
    INVALID_INPUT = "INVALID_INPUT"
    LAST_ADMIN = "LAST_ADMIN"
    NOT_DONE = "NOT_DONE"
    NOT_FOUND = "NOT_FOUND"
    NOT_REVERTIBLE = "NOT_REVERTIBLE"
    NOT_STORED = "NOT_STORED"
    TOO_LARGE = "TOO_LARGE"
    TOO_MANY_ATTEMPTS = "TOO_MANY_ATTEMPTS"
    TOO_WIDELY_SHARED = "TOO_WIDELY_SHARED"
    VERSION_CONFLICT = "VERSION_CONFLICT"
    WEAK_MATCH = "WEAK_MATCH"
    WRONG_PASSWORD = "WRONG_PASSWORD"  # noqa: S105  a word for it


def _said(kind: type[CRMError]) -> str:
    """What an error says of itself, but for what concerns those alone who raise it."""
    assert kind.__doc__ is not None
    return " ".join(inspect.cleandoc(kind.__doc__).partition("\n\n")[0].split())


def kinds_of_problem(kind: type[CRMError] = CRMError) -> Iterator[type[CRMError]]:
    """Every kind of error that a result may tell as a problem."""
    for each in kind.__subclasses__():
        if each.__module__ == CRMError.__module__ and not issubclass(each, NEVER_PROBLEMS):
            yield each
            yield from kinds_of_problem(each)


describe(
    ProblemCode,
    "What kind of problem it is, for programs. The type of the problem tells what is needed to mend it.",
    **{each.code: _said(each) for each in kinds_of_problem()},
)
