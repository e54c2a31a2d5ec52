"""Errors on their way out: those with a name are shown with their code, everything else is masked and logged aloud."""

from typing import Any

import structlog
from graphql import GraphQLError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError

from models.errors import (
    AlreadyExists,
    CRMError,
    InvalidInput,
    NotAllowed,
    NotFound,
    TooManyAttempts,
    TooOften,
    Unavailable,
    VersionConflict,
)

MASKED = "Something went wrong on our side"
INTERNAL = "INTERNAL"
REFUSED = "GRAPHQL_VALIDATION_FAILED"  # a document that cannot be run: its text, its fields, or its variables

# What Strawberry refuses before execution, where a door takes only some kinds of operation.
_OF_ANOTHER_DOOR = (InvalidOperationTypeError, CannotGetOperationTypeError)

_log = structlog.get_logger("graphql")


def shown(error: GraphQLError, request_id: str | None) -> GraphQLError:
    """The error as a client may see it."""
    cause = error.original_error
    if isinstance(cause, CRMError):
        return _with(error, cause.message, {"code": cause.code, **details(cause)})
    if isinstance(cause, InvalidOperationTypeError):
        return _with(error, "A socket is for subscriptions; queries and mutations go over HTTP", {"code": REFUSED})
    if _is_refusal(cause):
        return _with(error, error.message, {"code": REFUSED, **(error.extensions or {})})
    return _with(error, MASKED, {"code": INTERNAL, **({"requestId": request_id} if request_id else {})})


def log(errors: list[GraphQLError], request_id: str | None) -> None:
    """Our own failures with their traceback, at error; what a caller did wrong at info, without the document."""
    for error in errors:
        cause = error.original_error
        where = ".".join(str(part) for part in error.path or ())
        if _is_refusal(cause):
            _log.info("graphql request refused", code=REFUSED, request_id=request_id)
        elif isinstance(cause, CRMError):
            _log.info("graphql field refused", code=cause.code, path=where, request_id=request_id)
        else:
            _log.error("graphql field failed", path=where, request_id=request_id, exc_info=cause)


def _is_refusal(cause: BaseException | None) -> bool:
    """Whether the document was at fault, and not what it ran."""
    return cause is None or isinstance(cause, (GraphQLError, *_OF_ANOTHER_DOOR))


def details(error: CRMError) -> dict[str, Any]:
    """What a program may want to know of an error besides its code."""
    match error:
        case InvalidInput(field=str(field)):
            return {"field": field}
        case NotFound(record_id=str(record_id)):
            return {"recordId": record_id}
        case AlreadyExists(record_ids=record_ids):
            return {"recordIds": list(record_ids)}
        case VersionConflict(record_id=record_id, expected=expected, current=current):
            return {"recordId": record_id, "expectedVersion": expected, "currentVersion": current}
        case NotAllowed(permission=permission):
            return {"permission": str(permission)}
        case Unavailable(retry_after_seconds=seconds) | TooManyAttempts(retry_after_seconds=seconds):
            return {"retryAfterSeconds": seconds}
        case TooOften(allowed=allowed, retry_after_seconds=seconds):
            return {"limit": "requestsPerMinute", "allowed": allowed, "retryAfterSeconds": seconds}
        case _:
            return {}


def _with(error: GraphQLError, message: str, extensions: dict[str, Any]) -> GraphQLError:
    return GraphQLError(message, error.nodes, error.source, error.positions, error.path, None, extensions)
