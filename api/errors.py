"""Errors as JSON: `{"error": short, "message": sentence}` with a status, and never a word of what went wrong inside."""

from typing import Any

import structlog
from asgi_correlation_id import correlation_id
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.body import TooSlow, UnsupportedBody
from api.negotiation import NotAcceptable
from models.errors import (
    CRMError,
    CrossSite,
    ExploringWithdrawn,
    InvalidInput,
    NotAllowed,
    NotAuthenticated,
    NotFound,
    NotSignedIn,
    NotStored,
    SignInFailed,
    TooLarge,
    TooManyAttempts,
    TooOften,
    Unavailable,
)
from models.exact_json import encode_json

log = structlog.get_logger("http")

_STATUS: tuple[tuple[type[CRMError], int, str], ...] = (
    (NotSignedIn, 401, "Not signed in"),
    (NotAuthenticated, 401, "Invalid API key"),
    (SignInFailed, 401, "Sign-in failed"),
    (CrossSite, 403, "Forbidden"),
    (TooManyAttempts, 429, "Too many attempts"),
    (NotAllowed, 403, "Forbidden"),
    (ExploringWithdrawn, 403, "Forbidden"),
    (NotAcceptable, 406, "Not acceptable"),
    (TooLarge, 413, "Too large"),
    (UnsupportedBody, 415, "Unsupported media type"),
    (TooSlow, 408, "Request timeout"),
    (TooOften, 429, "Too many requests"),
    (Unavailable, 503, "Service unavailable"),
    (InvalidInput, 400, "Invalid request"),
    (NotStored, 400, "Invalid request"),
)
_PHRASES = {404: "Not found", 405: "Method not allowed"}


def json_response(content: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON, exactly: big integers and long decimals stay what they are."""
    return Response(encode_json(content), status, {"cache-control": "no-store", **(headers or {})}, "application/json")


def error_response(error: CRMError) -> Response:
    if isinstance(error, NotFound):
        return json_response({"error": error.short, "message": error.detail}, 404)
    status, headers = status_of(error)
    short = next((short for kind, _, short in _STATUS if isinstance(error, kind)), "Invalid request")
    return json_response({"error": short, "message": error.message}, status, headers)


def status_of(error: CRMError) -> tuple[int, dict[str, str]]:
    """The status of an answer that is this error, and the headers that belong to it."""
    status = next((status for kind, status, _ in _STATUS if isinstance(error, kind)), 400)
    if isinstance(error, (Unavailable, TooOften, TooManyAttempts)):
        return status, {"retry-after": str(error.retry_after_seconds)}
    if isinstance(error, TooSlow):  # the rest of the body may still come, and is no next request
        return status, {"connection": "close"}
    return status, {}


async def on_crm_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, CRMError)
    return error_response(error)


async def on_http_error(request: Request, error: Exception) -> Response:
    """What the router refuses: unknown paths, and methods a path does not have, with those it has."""
    assert isinstance(error, HTTPException)
    short = _PHRASES.get(error.status_code, "Invalid request")
    if error.status_code == 404:
        return json_response({"error": short, "message": "There is nothing at this path"}, 404)
    if error.status_code == 405:
        allowed = _methods(request)
        message = f"{request.method} is not possible here; allowed: {', '.join(allowed)}"
        return json_response({"error": short, "message": message}, 405, {"allow": ", ".join(allowed)})
    return json_response({"error": short, "message": str(error.detail)}, error.status_code, dict(error.headers or {}))


def _methods(request: Request) -> list[str]:
    """Every method that some route has for this path; a router knows only those of the first route that fits."""
    methods: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        match, _ = route.matches(request.scope)
        if match is not Match.NONE:
            methods.update(route.methods or ())
    return sorted(methods | {"HEAD"} if "GET" in methods else methods)


class MaskedBugs:
    """ASGI middleware: a bug is told by its request id alone; the log has the rest.

    It stands inside the middleware that adds headers and the request's id, so that this answer has them too.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            log.error("request failed", method=scope["method"], exc_info=error)  # noqa: TRY400  with the error itself
            message = f"Something went wrong here; the log tells what under the request id {correlation_id.get()}"
            response = json_response({"error": "Internal server error", "message": message}, 500)
            await response(scope, receive, send)
