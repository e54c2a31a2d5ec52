"""What a route says about itself for the OpenAPI document, beside its docstring: the arguments of its decorator."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from api.documentation.schema import Error, reference

JSON = "application/json"
REQUEST_ID, RUN, RETRY_AFTER = "X-Request-ID", "X-Sync-Run", "Retry-After"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A status that many calls may answer, told once: its name among the components, what it means, and an example."""

    name: str
    meaning: str
    error: str
    message: str
    headers: tuple[str, ...] = (REQUEST_ID,)


REFUSALS = {
    400: Refusal("InvalidRequest", "The body is not what this call takes.", "Invalid request", "ids must be an array"),
    401: Refusal("InvalidKey", "The key is missing or wrong.", "Invalid API key", "The API key is missing or wrong"),
    403: Refusal(
        "Forbidden",
        "The key is not for this.",
        "Forbidden",
        "This API key lacks the permission read; the scope enginy gives it",
    ),
    408: Refusal("Timeout", "The body stopped coming.", "Request timeout", "The body paused for more than 60 seconds"),
    413: Refusal("TooLarge", "More than one call may carry.", "Too large", "The body is larger than 52,428,800 bytes"),
    415: Refusal(
        "UnsupportedMediaType",
        "The body does not say that it is JSON, or is compressed.",
        "Unsupported media type",
        "The content type must be application/json, not text/plain",
    ),
    500: Refusal(
        "InternalError",
        "A fault of this server. Its log tells more, under the id in the message.",
        "Internal server error",
        "Something went wrong here; the log tells what under the request id 5c1e0f6f4b1f4a8f9d3c2b7a6e5d4c3b",
    ),
    503: Refusal(
        "Unavailable",
        "Not just now; nothing was stored, and the same call may work later.",
        "Service unavailable",
        "The database is not available just now; nothing was stored",
        (REQUEST_ID, RETRY_AFTER),
    ),
}
_OF_EVERY_CALL = (500,)
_OF_A_KEY = (401, 403, 503)
_OF_A_BODY = (400, 408, 413, 415)


def call(
    tag: str,
    operation_id: str,
    summary: str,
    *,
    gives: type[BaseModel] | str,
    answers: Mapping[int, str],
    takes: type[BaseModel] | None = None,
    missing: str | None = None,
    writes: bool = False,
    open_to_all: bool = False,
    refusals: tuple[int, ...] = (),
) -> dict[str, Any]:
    """Arguments for a route's decorator.

    `gives` describes the body of a success, or is the content type of one that is no JSON; `answers` says what each
    status of a success means, `missing` what a 404 does. A call that `writes` names the run that keeps it. Most
    refusals follow from all that; `refusals` adds others.
    """
    content = {gives: {"schema": {"type": "string"}}} if isinstance(gives, str) else body(gives)
    headers = headers_of((REQUEST_ID, RUN) if writes else (REQUEST_ID,))
    responses: dict[str, Any] = {
        str(status): {"description": meaning, "headers": headers, "content": content}
        for status, meaning in answers.items()
    }
    if missing is not None:
        responses["404"] = {"description": missing, "headers": headers_of((REQUEST_ID,)), "content": body(Error)}
    statuses = (*_OF_EVERY_CALL, *refusals, *(() if open_to_all else _OF_A_KEY), *(_OF_A_BODY if takes else ()))
    responses |= {str(status): {"$ref": f"#/components/responses/{REFUSALS[status].name}"} for status in statuses}
    extra: dict[str, Any] = {"responses": responses}
    if takes is not None:
        extra["requestBody"] = {"required": True, "content": body(takes)}
    if open_to_all:
        extra["security"] = []
    return {"tags": [tag], "operation_id": operation_id, "summary": summary, "openapi_extra": extra}


def body(model: type[BaseModel]) -> dict[str, Any]:
    """The content of a body in JSON that a model describes."""
    return {JSON: {"schema": reference(model)}}


def headers_of(names: tuple[str, ...]) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
