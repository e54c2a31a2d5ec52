"""Structured logs: one line an event, as JSON or for a terminal, each with the id of its request.

At info nothing personal is logged: no key, no body, no query string, and of a path only the route it fits.
"""

import logging
import sys
import time
from typing import Any, TextIO

import structlog
from asgi_correlation_id import correlation_id
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import EventDict, Processor, WrappedLogger

from api.settings import Settings

QUIET = {
    "uvicorn.access": logging.ERROR,  # our own line tells more, and no query string
    "uvicorn.error": logging.WARNING,  # its "started" and "shutting down" are said by `serve`
    "alembic": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "httpx": logging.WARNING,  # at info it logs whole addresses
    "asyncio": logging.WARNING,
    "faker": logging.WARNING,
}


def configure_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """Send every log, ours and the libraries', to `stream` (the error output) in the form the settings ask for."""
    stream = stream or sys.stderr
    as_text = settings.log_format == "text" or (settings.log_format == "auto" and stream.isatty())
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        add_request_id,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder(), drop_color_message],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_rendering(as_text, stream)],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    for name, level in QUIET.items():
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
        logger.setLevel(max(level, root.level))
    logging.captureWarnings(True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _rendering(as_text: bool, stream: TextIO) -> list[Processor]:
    if as_text:
        plain = structlog.dev.plain_traceback
        return [structlog.dev.ConsoleRenderer(colors=stream.isatty(), exception_formatter=plain)]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]


def add_request_id(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The request during which something was logged; nothing outside of one."""
    request_id = correlation_id.get()
    if request_id is not None:
        event.setdefault("request_id", request_id)
    return event


def drop_color_message(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Uvicorn says everything twice, the second time in color."""
    event.pop("color_message", None)
    return event


class AccessLog:
    """ASGI middleware: one line a request, at its end. It stands inside the one that gives requests their ids.

    `request.state.actor_id` and `request.state.items`, where something set them, are told with it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._log = structlog.stdlib.get_logger("access")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        seen: dict[str, Any] = {}

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                seen["run"] = dict(message["headers"]).get(b"x-sync-run", b"").decode() or None
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except BaseException:
            seen.setdefault("status", 500)  # what it means is logged where the exception is caught
            raise
        finally:
            self._tell(scope, seen, (time.perf_counter() - began) * 1000)

    def _tell(self, scope: Scope, seen: dict[str, Any], took_ms: float) -> None:
        state = scope.get("state", {})
        facts = {"actor": state.get("actor_id"), "items": state.get("items"), "run": seen.get("run")}
        self._log.info(
            "request",
            method=scope["method"],
            route=_route_of(scope),
            status=seen.get("status"),
            ms=round(took_ms, 1),
            **{name: value for name, value in facts.items() if value is not None},
        )


def _route_of(scope: Scope) -> str | None:
    """The path of the route that a request fits, with the prefix of its router; None where it fits none."""
    found = scope.get("fastapi", {}).get("effective_route_context") or scope.get("route")
    path: str | None = getattr(found, "path", None)
    return path
