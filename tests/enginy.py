"""Enginy as a caller: a server over a database in this process, and the HTTP client that calls it."""

import asyncio
import json
import multiprocessing
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.settings import Settings
from tests.factories import Clock


class Enginy:
    """Enginy as it calls: JSON with its key in a header, on every call. `app` is the server behind it."""

    def __init__(self, http: httpx.AsyncClient, app: FastAPI) -> None:
        self.http = http
        self.app = app

    async def get(self, path: str, **options: Any) -> httpx.Response:
        return await self.send("GET", path, **options)

    async def post(self, path: str, body: Any, **options: Any) -> httpx.Response:
        return await self.send("POST", path, body, **options)

    async def put(self, path: str, body: Any, **options: Any) -> httpx.Response:
        return await self.send("PUT", path, body, **options)

    async def patch(self, path: str, body: Any, **options: Any) -> httpx.Response:
        return await self.send("PATCH", path, body, **options)

    async def send(self, method: str, path: str, body: Any = None, **options: Any) -> httpx.Response:
        """Send a body: bytes as they stand, anything else as JSON."""
        content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        # The path goes out as it stands; put together from texts, "//contacts" would name a host.
        url = self.http.base_url.copy_with(raw_path=path.encode())
        return await self.http.request(method, url, content=content, **options)


@asynccontextmanager
async def serving(
    database_url: str, *, key: str, clock: Clock, header: str = "X-API-Key", **settings: Any
) -> AsyncIterator[Enginy]:
    """A server over this database, and Enginy as its caller."""
    app = create_app(Settings(_env_file=None, database_url=database_url, **settings), clock=clock)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    headers = {header: key, "Content-Type": "application/json", "Accept": "application/json"}
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://crm.test", headers=headers) as http,
    ):
        yield Enginy(http, app)


class Process:
    """The server in a process of its own, over a real socket. It can be killed and started again on the same port.

    A helper process has imported everything once; each server is forked from it, which takes a moment only.
    """

    def __init__(self, database_url: str, **settings: Any) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._arguments = (database_url, self.port, settings)
        self._running: Any = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Return when it answers."""
        self._running = _forks.Process(target=_serve, args=self._arguments, daemon=True)
        self._running.start()
        async with httpx.AsyncClient(base_url=self.url) as http:
            for _ in range(600):
                with suppress(httpx.TransportError):
                    if (await http.get("/healthz")).status_code == 200:
                        return
                assert self._running.is_alive(), "the server ended"
                await asyncio.sleep(0.05)
        raise AssertionError("the server never answered")

    def kill(self) -> None:
        """End it as a power cut would: nothing of it runs on."""
        self._running.kill()
        self._running.join()


_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["api.app", "uvicorn"])


def _serve(database_url: str, port: int, settings: dict[str, Any]) -> None:
    app = create_app(Settings(_env_file=None, database_url=database_url, **settings))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="critical")
