"""HEAD: whatever can be asked for by GET can be asked for without its body. Source: RFC 9110, 9.3.2."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """ASGI middleware that answers a HEAD as the GET it stands for, and keeps the body back.

    It stands inside of what logs and counts, which see what was asked.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        got = {**scope, "method": "GET"}
        try:
            await self.app(got, receive, without_body)
        finally:
            scope.update({**got, "method": "HEAD"})  # for the log, which tells the route that was found
