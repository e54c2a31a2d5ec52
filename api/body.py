"""Reading a request's body: what kind it must be, how large it may be, and how slowly it may come."""

from asyncio import timeout, to_thread
from typing import Any

from starlette.requests import ClientDisconnect, Request

from api.enginy.splitting import read_item
from api.negotiation import kind_of
from models.errors import CRMError, InvalidInput, TooLarge

LONG = 1_000_000  # bytes; to read more takes longer than others may be kept waiting for a turn


class UnsupportedBody(CRMError):
    """The body is of a kind that is not read here."""

    code = "UNSUPPORTED_MEDIA_TYPE"


class TooSlow(CRMError):
    """The body stopped coming."""

    code = "REQUEST_TIMEOUT"


async def read_body(request: Request, *, limit: int, pause_seconds: float, strict: bool = False) -> bytes:
    """The whole body of a JSON request.

    Raises UnsupportedBody unless it says it is uncompressed JSON, TooLarge past `limit` bytes, and TooSlow when the
    client pauses too long. `strict` takes no relatives of JSON, and no charset but UTF-8.
    """
    kind, charset = kind_of(request.headers.get("content-type", ""))
    relative = kind.startswith("application/") and kind.endswith("+json") and not strict
    if kind != "application/json" and not relative:
        raise UnsupportedBody(f"The content type must be application/json, not {kind or 'missing'}")
    if strict and charset not in (None, "utf-8", "utf8"):
        raise UnsupportedBody(f"The body must be in UTF-8, not {charset}")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedBody("Compressed bodies are not read here")
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        raise _too_large(limit)
    parts = bytearray()
    stream = request.stream()
    try:
        while True:
            async with timeout(pause_seconds):
                part = await anext(stream, None)
            if part is None:
                return bytes(parts)
            parts += part
            if len(parts) > limit:
                raise _too_large(limit)
    except TimeoutError:
        raise TooSlow(f"The body paused for more than {pause_seconds:g} seconds") from None
    except ClientDisconnect:
        raise InvalidInput("The body ended early") from None


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The body is larger than {limit:,} bytes")


async def read_object(request: Request, *, limit: int, pause_seconds: float) -> dict[str, Any]:
    """The body as one JSON object. Raises as `read_body` does, and InvalidInput when it is no object."""
    body = await read_body(request, limit=limit, pause_seconds=pause_seconds)
    try:
        return (await to_thread(read_item, body) if len(body) > LONG else read_item(body))[0]
    except InvalidInput as problem:
        raise InvalidInput(problem.message.replace("Every item", "The body").replace("The item", "The body")) from None
