"""Paths as people configure them: doubled and trailing slashes mean nothing."""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

_SLASHES = re.compile(r"/{2,}")


class TidyPaths:
    """ASGI middleware that collapses doubled slashes and drops a trailing one before anything is routed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in {"http", "websocket"}:
            path = scope["path"]
            tidy = _SLASHES.sub("/", path).rstrip("/") or "/"
            if tidy != path:
                scope = {**scope, "path": tidy, "raw_path": tidy.encode("utf-8", "surrogateescape")}
        await self.app(scope, receive, send)
