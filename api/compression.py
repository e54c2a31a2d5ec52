"""Answers made smaller for those who can read that, where the network would take longer than the packing does.

Whoever learns how long a packed answer is can guess a secret in it, if they can also put text beside the secret and have
somebody ask for it over and over (BREACH). Nobody can here: our cookies go with no request of another site's page, and a
key is in no page at all.
"""

import gzip

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

LEAST = 4_096  # bytes; what is smaller goes in a few packets either way
ASIDE = 262_144  # bytes; what is bigger is packed beside the other callers, not before them
LEVEL = 1  # a list of contacts becomes a twelfth in 0.2 ms; the highest level takes ten times as long for a fifteenth


async def compressed(response: Response, request: Request) -> Response:
    """The response, with its body packed if it is long and the caller can read that."""
    body = bytes(response.body)
    if len(body) < LEAST or "content-encoding" in response.headers:
        return response
    response.headers.add_vary_header("accept-encoding")
    if not _reads_gzip(request.headers.get("accept-encoding", "")):
        return response
    packed = await run_in_threadpool(_packed, body) if len(body) >= ASIDE else _packed(body)
    response.body = packed
    response.headers["content-encoding"] = "gzip"
    response.headers["content-length"] = str(len(packed))
    return response


def _packed(body: bytes) -> bytes:
    return gzip.compress(body, LEVEL, mtime=0)


def _reads_gzip(accepted: str) -> bool:
    for each in accepted.split(","):
        name, _, quality = each.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return quality == "" or quality.strip("0.") != ""
    return False
