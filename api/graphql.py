"""The GraphQL door: requests by POST or GET to the schema, answers as the GraphQL-over-HTTP specification wants them.

Our own few lines rather than Strawberry's router: a body that is no request at all must be a 400 and never a 500,
values must stay exact, and every refusal is told in GraphQL's own shape. Source: the draft "GraphQL over HTTP".
"""

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from api.body import read_body
from api.compression import compressed
from api.context import server_of
from api.errors import status_of
from api.negotiation import chosen
from api.requests import GraphQLRequest, converted, document_id, refusal
from graphql_schema.context import Context
from graphql_schema.documents import document_to_run
from graphql_schema.errors import details
from graphql_schema.schema import schema
from models.errors import CRMError, InvalidInput, UnknownDocument
from models.exact_json import decode_json, encode_json
from models.ledger.run import Source

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"

_OFFERED = (JSON, GRAPHQL_JSON)  # what a client that does not care gets stands first: every client reads it
_QUERIES = frozenset((OperationType.QUERY,))
_ALL = frozenset((OperationType.QUERY, OperationType.MUTATION))
_NOT_BY = {  # by whether mutations are possible
    True: "Subscriptions need a websocket",
    False: "Only queries can be asked by GET; use POST",
}


class GraphQLRoute(APIRoute):
    """Tells every refusal in GraphQL's own shape, whoever refuses: the router, a dependency, or the route itself."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_told(request: Request) -> Response:
            request.state.kind = JSON
            try:
                request.state.kind = chosen(request.headers.get("accept"), _OFFERED)
                return await compressed(await handle(request), request)
            except CRMError as error:
                status, headers = status_of(error)
                return _response(refusal(error.message, error.code, **details(error)), status, request, headers)

        return handle_told

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().handle(scope, receive, send)
        except HTTPException as error:
            if error.status_code != 405:
                raise
            request = Request(scope)
            request.state.kind = JSON
            refused = refusal(f"{request.method} is not possible here; use POST", "METHOD_NOT_ALLOWED")
            await _response(refused, 405, request, {"allow": "GET, HEAD, POST"})(scope, receive, send)


def graphql_router(get_context: Callable[..., Awaitable[Context]]) -> APIRouter:
    """The routes of the GraphQL door. `get_context` is a dependency that gives the call's context, or refuses it."""
    router = APIRouter(include_in_schema=False, route_class=GraphQLRoute)
    Ctx = Annotated[Context, Depends(get_context)]  # noqa: N806  a type

    @router.post("")
    async def post(request: Request, ctx: Ctx) -> Response:
        server = server_of(request)
        server.rates.take(ctx.actor, ctx.clock())
        body = await read_body(
            request,
            limit=server.settings.max_graphql_bytes,
            pause_seconds=server.settings.body_timeout_seconds,
            strict=True,
        )
        return await answer(converted(_decoded(body, "The body")), ctx, request, _ALL)

    @router.get("")
    async def get(request: Request, ctx: Ctx) -> Response:
        if ctx.actor.source is Source.PERSON:  # who is known by a cookie, which any page can make a browser send
            return _response(refusal("GET is for API keys; use POST"), 405, request, {"allow": "POST"})
        server_of(request).rates.take(ctx.actor, ctx.clock())
        asked: dict[str, Any] = dict(request.query_params)
        for name in ("variables", "extensions"):
            if name in asked:
                asked[name] = _decoded(asked[name].encode("utf-8", "surrogatepass"), name) if asked[name] else None
        return await answer(converted(asked), ctx, request, _QUERIES)

    return router


async def answer(asked: GraphQLRequest, ctx: Context, request: Request, allowed: frozenset[OperationType]) -> Response:
    """Execute a request and tell the outcome. A document that cannot be run is a 400 to clients that know the draft."""
    refused_with = 400 if request.state.kind == GRAPHQL_JSON else 200
    try:
        text = await document_to_run(ctx, asked.query, document_id(asked))
    except UnknownDocument as error:
        return _response(refusal(error.message, error.code), refused_with, request)
    try:
        result = await schema.execute(
            text,
            variable_values=asked.variables,
            operation_name=asked.operation_name or None,
            context_value=ctx,
            allowed_operation_types=allowed,
        )
    except InvalidOperationTypeError:
        by_post = OperationType.MUTATION in allowed
        status, headers = (refused_with, {}) if by_post else (405, {"allow": "POST"})
        return _response(refusal(_NOT_BY[by_post]), status, request, headers)
    except CannotGetOperationTypeError as error:
        return _response(refusal(error.as_http_error_reason()), refused_with, request)
    told: dict[str, Any] = {}
    if result.errors:
        told["errors"] = [error.formatted for error in result.errors]
    if result.data is not None or not result.errors or any(error.path for error in result.errors):
        told["data"] = result.data
    if result.extensions:
        told["extensions"] = result.extensions
    return _response(told, 200 if "data" in told else refused_with, request)


def _response(
    told: Mapping[str, Any], status: int, request: Request, headers: Mapping[str, str] | None = None
) -> Response:
    kind = f"{request.state.kind}; charset=utf-8"
    return Response(encode_json(told), status, {"cache-control": "no-store", **(headers or {}), "content-type": kind})


def _decoded(text: bytes, what: str) -> Any:
    """The JSON value. Raises InvalidInput where it is none, or cannot be kept exactly."""
    try:
        return decode_json(text)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise InvalidInput(f"{what} is not valid JSON: {error}") from None
