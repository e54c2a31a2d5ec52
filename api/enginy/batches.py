"""Envelopes: a batch's items are cut out unread, and a body that is no batch is refused whole and written down."""

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import Request
from starlette.responses import Response

from api.body import read_body, read_object
from api.context import server_of
from api.enginy.splitting import split
from api.errors import json_response
from graphql_schema.context import Context
from graphql_schema.resolvers.recording import record_refusal
from models.errors import CRMError, TooLarge
from models.pacing import slices

T = TypeVar("T")


async def read_batch(request: Request, ctx: Context, name: str, to_item: Callable[[Any], T]) -> list[T]:
    """The items of the array `name` in the body. Raises the reason why the body is no batch, after writing it down."""
    settings = server_of(request).settings
    try:
        body = await read_body(request, limit=settings.max_body_bytes, pause_seconds=settings.body_timeout_seconds)
        raws = await split(body, name)
        if len(raws) > settings.max_batch_items:
            raise TooLarge(f"At most {settings.max_batch_items:,} items fit in one call; this one has {len(raws):,}")
    except CRMError as reason:
        await record_refusal(ctx, _called(request), reason.message)
        raise
    items: list[T] = []
    async for part in slices(raws, 200):
        items += [to_item(raw) for raw in part]
    return items


async def read_single(request: Request, ctx: Context) -> dict[str, Any]:
    """The body as one object. Raises the reason why it is none, after writing it down."""
    settings = server_of(request).settings
    try:
        return await read_object(request, limit=settings.max_body_bytes, pause_seconds=settings.body_timeout_seconds)
    except CRMError as reason:
        await record_refusal(ctx, _called(request), reason.message)
        raise


def _called(request: Request) -> str:
    return f"{request.method} {request.url.path}"


def answer(ctx: Context, content: Any, status: int = 200) -> Response:
    """A result as JSON, with the run that keeps it in a header."""
    return json_response(content, status, {"x-sync-run": ctx.run_id} if ctx.run_id else None)
