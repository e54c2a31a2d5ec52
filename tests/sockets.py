"""A server over a real port in the test's own event loop, and a client of its sockets that says whatever it likes."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from api.app import create_app
from api.listening import EndingSockets, HeadLimits
from api.settings import Settings
from tests.factories import Clock

PROTOCOL = "graphql-transport-ws"
SECONDS = 20


class _Quiet(uvicorn.Server):
    """A server that leaves the signals of the test's process alone."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Served:
    """A server that is up: its application, and where it listens."""

    def __init__(self, app: FastAPI, port: int, server: uvicorn.Server) -> None:
        self.app, self.port, self.server = app, port, server
        self.url = f"http://127.0.0.1:{port}"
        self.db = app.state.server.db

    async def listeners(self, count: int) -> None:
        """Return when so many subscriptions listen."""
        async with asyncio.timeout(SECONDS):
            while self.db.driver.announcing.listeners != count:  # noqa: ASYNC110
                await asyncio.sleep(0.002)


@asynccontextmanager
async def serving(database_url: str, *, clock: Clock | None = None, **settings: Any) -> AsyncIterator[Served]:
    """A server over this database, with the port's own limits."""
    chosen = Settings(_env_file=None, database_url=database_url, ui=False, **settings)
    app = create_app(chosen, clock=clock or Clock())
    async with listening(app, ws_max_size=chosen.max_graphql_bytes) as (port, server):
        yield Served(app, port, server)


@asynccontextmanager
async def listening(app: Any, **options: Any) -> AsyncIterator[tuple[int, uvicorn.Server]]:
    """The port of an application that is served until the block ends, and its server."""
    usual = {"http": HeadLimits, "ws": EndingSockets, "ws_per_message_deflate": False, "log_config": None}
    with socket.create_server(("127.0.0.1", 0)) as bound:
        server = _Quiet(uvicorn.Config(app, **{**usual, "timeout_graceful_shutdown": SECONDS, **options}))
        running = asyncio.create_task(server.serve(sockets=[bound]))
        while not server.started:
            assert not running.done()
            await asyncio.sleep(0.002)
        try:
            yield bound.getsockname()[1], server
        finally:
            server.should_exit = True
            await running


class Caller:
    """One end of a socket."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def send(self, type: str, **more: Any) -> None:
        await self.connection.send(json.dumps({"type": type, **more}))

    async def receive(self) -> Any:
        async with asyncio.timeout(SECONDS):
            return json.loads(await self.connection.recv())

    async def begin(self, **payload: Any) -> None:
        """Say who this is, and wait to be let in."""
        await self.send("connection_init", **({"payload": payload} if payload else {}))
        assert await self.receive() == {"type": "connection_ack"}

    async def subscribe(self, query: str, id: str = "1", **variables: Any) -> None:
        await self.send("subscribe", id=id, payload={"query": query, "variables": variables})

    async def end(self) -> tuple[int, str]:
        """Code and reason with which the server ends the socket; what it says before is passed over."""
        async with asyncio.timeout(SECONDS):
            try:
                while True:
                    await self.connection.recv()
            except ConnectionClosed:
                return self.connection.close_code or 0, self.connection.close_reason or ""


@asynccontextmanager
async def calling(
    port: int, *, headers: dict[str, str] | None = None, protocol: str = PROTOCOL, **options: Any
) -> AsyncIterator[Caller]:
    """A socket to the server at this port."""
    spoken: Any = [protocol]
    uri = f"ws://127.0.0.1:{port}/graphql"
    async with connect(
        uri, subprotocols=spoken, additional_headers=headers, compression=None, proxy=None, **options
    ) as connection:
        yield Caller(connection)
