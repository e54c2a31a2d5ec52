"""The GraphQL door: requests by POST or GET to the schema, answers as the GraphQL-over-HTTP specification wants them.

Our own few lines rather than Strawberry's router: a body that is no request at all must be a 400 and never a 500,
values must stay exact, and a websocket is opened by nobody yet. Source: the draft "GraphQL over HTTP".
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request, Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from api.body import read_body
from api.context import server_of
from api.errors import json_response
from graphql_schema.context import Context
from graphql_schema.schema import schema
from models.errors import InvalidInput
from models.exact_json import decode_json, encode_json

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"

_QUERIES = frozenset((OperationType.QUERY,))
_ALL = frozenset((OperationType.QUERY, OperationType.MUTATION))


class GraphQLRequest(msgspec.Struct, rename="camel"):
    """What a client asks: a document, the operation in it, and values for its variables."""

    query: str
    operation_name: str | None = None
    variables: dict[str, Any] | None = None
    extensions: dict[str, Any] | None = None


def graphql_router(get_context: Callable[..., Awaitable[Context]]) -> APIRouter:
    """The routes of the GraphQL door. `get_context` is a dependency that gives the call's context, or refuses it."""
    router = APIRouter(include_in_schema=False)
    Ctx = Annotated[Context, Depends(get_context)]  # noqa: N806  a type

    @router.post("")
    async def post(request: Request, ctx: Ctx) -> Response:
        settings = server_of(request).settings
        body = await read_body(request, limit=settings.max_graphql_bytes, pause_seconds=settings.body_timeout_seconds)
        return await answer(_read(body), ctx, request, _ALL)

    @router.get("")
    async def get(request: Request, ctx: Ctx) -> Response:
        asked: dict[str, Any] = dict(request.query_params)
        for name in ("variables", "extensions"):
            if name in asked:
                asked[name] = _decoded(asked[name].encode("utf-8", "surrogatepass")) if asked[name] else None
        return await answer(_converted(asked), ctx, request, _QUERIES)

    return router


async def answer(asked: GraphQLRequest, ctx: Context, request: Request, allowed: frozenset[OperationType]) -> Response:
    """Execute a request and tell the outcome. A document that cannot be run is a 400 to clients that know the draft."""
    strict = GRAPHQL_JSON in request.headers.get("accept", "")
    if not asked.query.strip():
        raise InvalidInput("query is required", field="query")
    try:
        result = await schema.execute(
            asked.query,
            variable_values=asked.variables,
            operation_name=asked.operation_name,
            context_value=ctx,
            allowed_operation_types=allowed,
        )
    except InvalidOperationTypeError:
        return json_response(_refusal("Only queries can be asked by GET; use POST"), 405, {"allow": "POST"})
    except CannotGetOperationTypeError as error:
        return _response(_refusal(error.as_http_error_reason()), 400 if strict else 200, strict)
    told: dict[str, Any] = {}
    if result.errors:
        told["errors"] = [error.formatted for error in result.errors]
    if result.data is not None or not result.errors or any(error.path for error in result.errors):
        told["data"] = result.data
    return _response(told, 400 if strict and "data" not in told else 200, strict)


def _response(told: Mapping[str, Any], status: int, strict: bool) -> Response:
    return Response(encode_json(told), status, {"cache-control": "no-store"}, GRAPHQL_JSON if strict else JSON)


def _refusal(message: str) -> dict[str, Any]:
    return {"errors": [{"message": message, "extensions": {"code": "GRAPHQL_VALIDATION_FAILED"}}]}


def _read(body: bytes) -> GraphQLRequest:
    return _converted(_decoded(body))


def _decoded(text: bytes) -> Any:
    """The JSON value. Raises InvalidInput where it is none, or cannot be kept exactly."""
    try:
        return decode_json(text)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise InvalidInput(f"The body is not valid JSON: {error}") from None


def _converted(asked: Any) -> GraphQLRequest:
    if isinstance(asked, list):
        raise InvalidInput("Several requests in one body are not read here; send them one by one")
    try:
        return msgspec.convert(asked, GraphQLRequest)
    except (msgspec.ValidationError, ValueError) as error:
        raise InvalidInput(f"The body is not a GraphQL request: {error}") from None
