"""The page where people sign in, and the one call of the UI that is not GraphQL: a session begun and ended.

The page is three files that stand here as they are served, so that it works before any UI is built.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import structlog
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.auth import session_secret
from api.body import read_object
from api.context import Server, server_of
from api.errors import json_response
from api.headers import PAGE_POLICY
from api.origin import require_plain_call
from models.access.session import OpenedSession
from models.access.sign_in import Caller
from models.errors import InvalidInput

BODY_BYTES = 10_000

router = APIRouter(include_in_schema=False)
log = structlog.get_logger("auth")


@router.get("/sign-in")
async def get_page() -> Response:
    """The page. The token of a sign-in link stands in the address behind a #, which no browser sends to any server."""
    return _file("page.html", "text/html", {"content-security-policy": PAGE_POLICY})


@router.get("/sign-in/page.js")
async def get_script() -> Response:
    """What the page does."""
    return _file("page.js", "text/javascript", {})


@router.get("/sign-in/page.css")
async def get_style() -> Response:
    """How the page looks."""
    return _file("page.css", "text/css", {})


@router.post("/session")
async def begin_session(request: Request) -> Response:
    """Sign in by `{"email", "password"}` or by a link's `{"token"}`; the answer sets the cookie and says who it is."""
    server = server_of(request)
    server.sessions.require_own_origin(request)
    require_plain_call(request)
    body = await read_object(request, limit=BODY_BYTES, pause_seconds=server.settings.body_timeout_seconds)
    opened = await _opened(server, request, body)
    request.state.actor_id = opened.user.id
    log.info("signed in", user=opened.user.id, method=opened.record.method)
    response = json_response(_told(opened))
    server.sessions.give(response, request, opened.secret)
    return response


@router.delete("/session")
async def end_session(request: Request) -> Response:
    """Sign out, on the server too. Doing it again changes nothing."""
    server = server_of(request)
    server.sessions.require_own_origin(request)
    secret = session_secret(request)
    if secret is not None:
        await server.reception.sign_out(secret)
    response = Response(status_code=204)
    server.sessions.take(response, request)
    return response


async def _opened(server: Server, request: Request, body: dict[str, Any]) -> OpenedSession:
    caller = Caller(
        host=request.client.host if request.client is not None else "",
        user_agent=request.headers.get("user-agent", ""),
        now=server.clock(),
        secret=session_secret(request),
    )
    match body:
        case {"token": str(token)}:
            return await server.reception.by_link(token, caller)
        case {"email": str(email), "password": str(password)}:
            return await server.reception.by_password(email, password, caller)
        case _:
            raise InvalidInput("Signing in takes email and password, or the token of a sign-in link")


def _told(opened: OpenedSession) -> dict[str, Any]:
    user = opened.user
    return {
        "method": opened.record.method,
        "user": {
            "id": user.id,
            "name": user.name,
            "email": user.email,
            "role": user.role,
            "hasPassword": user.password_hash is not None,
        },
    }


@cache
def _text(name: str) -> str:
    return files("api.sign_in").joinpath(name).read_text("utf-8")


def _file(name: str, kind: str, headers: dict[str, str]) -> Response:
    # Asked for anew each time: an upgrade must not meet the script of the release before.
    return Response(_text(name), headers={"cache-control": "no-cache", **headers}, media_type=kind)
