"""The port: bound before anything else is done, then served by uvicorn with limits on what a silent caller may hold."""

import asyncio
import errno
import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Callable
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.supervisors import Multiprocess

from api.monitoring import SHARED_FOLDER
from api.settings import PREFIX, Settings
from models.errors import CRMError

CONNECTIONS = 800  # of one process; most systems allow it 1,024 open files, and the database needs some of them
DRAIN_SECONDS = 13  # what is being answered when the process is told to stop may go on this long; it is gone within 15
HEAD_BYTES = 65_536  # of one request's headers; uvicorn itself sets no limit
HEAD_SECONDS = 20  # from the connection, or the first byte of a request, to the end of its headers
KEEP_ALIVE_SECONDS = 65  # longer than most proxies keep theirs, so that they close first and no request is lost
SILENCE_SECONDS = 30  # of a process among several before it is replaced; on a busy machine it takes many to start
BACKLOG = 2048
GOING_AWAY = 1001  # the code of a socket that ends because the server does; RFC 6455, 7.4.1
LINGER_SECONDS = 2  # for a client to take the last of a socket that was closed


class PortUnusable(CRMError):
    """The server cannot listen where it was told to."""

    code = "PORT_UNUSABLE"


def bind(host: str, port: int) -> socket.socket:
    """A socket bound to the address, not yet listening. Raises PortUnusable, saying why and what to do."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError:
        raise PortUnusable(f"There is no address {host!r} to listen on") from None
    family, kind, protocol, _, address = min(found, key=lambda each: each[0] is not socket.AF_INET)
    bound = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":  # where it would let two servers share the port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        bound.close()
        raise PortUnusable(_reason(error, host, port)) from error
    bound.set_inheritable(True)
    return bound


def _reason(error: OSError, host: str, port: int) -> str:
    elsewhere = f"choose another with --port or {PREFIX}PORT"
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is taken, perhaps by another Rolograph; {elsewhere}"
    if error.errno == errno.EACCES:
        return f"Port {port} may be used by administrators alone; {elsewhere}"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine; choose another with --host or {PREFIX}HOST"
    return f"Port {port} on {host} cannot be used: {error.strerror}; {elsewhere}"


class HeadLimits(HttpToolsProtocol):
    """HTTP, with an end to callers that never say what they want or never stop; uvicorn itself would wait for ever."""

    head_seconds: float = HEAD_SECONDS
    head_bytes = HEAD_BYTES
    _deadline: asyncio.TimerHandle | None = None
    _received = 0
    _answering: RequestResponseCycle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._begin()

    def data_received(self, data: bytes) -> None:
        before = self._deadline
        super().data_received(data)
        if before is not None and self._deadline is before:  # the same head is still not at its end
            self._received += len(data)
            if self._received > self.head_bytes:
                self._refuse(b"431 Request Header Fields Too Large")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begin()

    def on_headers_complete(self) -> None:
        self._end()
        super().on_headers_complete()

    def _should_upgrade(self) -> bool:
        """A websocket begins with GET; uvicorn hands over whatever asks for one, and waits for ever after another method.

        What else asks for one is a request, without a body: that is what the parser makes of it.
        """
        return self.parser.get_method() == b"GET" and super()._should_upgrade()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        self._let_go()
        super().connection_lost(exc)

    def _begin(self) -> None:
        self._end()
        self._received = 0
        self._deadline = self.loop.call_later(self.head_seconds, self._refuse, b"408 Request Timeout")

    def _end(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _refuse(self, status: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(b"HTTP/1.1 " + status + b"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            self.transport.close()
            self._let_go()

    def send_400_response(self, msg: str) -> None:
        super().send_400_response(msg)
        self._let_go()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._answering = cycle
        super()._start_asgi_task(cycle, app)

    def _let_go(self) -> None:
        """Nobody is left to be answered: writing would fail, and look like a bug of ours.

        Where several requests were sent at once, uvicorn itself remembers only the last of them.
        """
        if self._answering is not None:
            self._answering.disconnected = True
            self._answering.message_event.set()


class EndingSockets(WebSocketsSansIOProtocol):
    """Websockets, with an end to clients that take nothing any more; uvicorn itself would wait until they do."""

    linger_seconds: float = LINGER_SECONDS

    def shutdown(self) -> None:
        """The server stops: the client is told to come again."""
        if self.handshake_complete and not self.close_sent:
            self.stop_keepalive()
            self.queue.put_nowait({"type": "websocket.disconnect", "code": GOING_AWAY})
            self.conn.send_close(GOING_AWAY)
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.transport.close()
        else:
            super().shutdown()
        self._let_linger()

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self._let_linger()

    def send_receive_event_to_app(self) -> None:
        """Uvicorn logs a traceback for text that is no UTF-8, as if that were a fault of ours."""
        if self.curr_msg_data_type == "text":
            try:
                b"".join(self.frames).decode()
            except UnicodeDecodeError:
                self.frames = []
                self.conn.send_close(1007)
                self.handle_parser_exception()
                return
        super().send_receive_event_to_app()

    def _let_linger(self) -> None:
        """Closing waits for the client to take what was sent; that comes to an end too."""
        self.loop.call_later(self.linger_seconds, self.transport.abort)


class TellingServer(uvicorn.Server):
    """Uvicorn, telling when the port is open and when all is over."""

    def __init__(self, config: uvicorn.Config, opened: Callable[[], None], closed: Callable[[], None]) -> None:
        super().__init__(config)
        self._opened, self._closed = opened, closed

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._opened()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        self._closed()


def listen(
    app: Any, settings: Settings, bound: socket.socket, *, opened: Callable[[], None], closed: Callable[[], None]
) -> None:
    """Serve one application in this process until told to stop. Raises PortUnusable if another was faster."""
    server = TellingServer(_config(app, settings), opened, closed)
    try:
        server.run(sockets=[bound])
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise PortUnusable(_reason(error, settings.host, settings.port)) from error


def listen_in_processes(factory: str, settings: Settings, bound: socket.socket) -> None:
    """Serve what the factory makes, in several processes that read their settings from the environment."""
    # What the command line said must reach the processes as well, and the environment is all they are given.
    for name, value in settings.model_dump(exclude_unset=True, exclude_none=True).items():
        os.environ[f"{PREFIX}{name.upper()}"] = str(value).lower() if isinstance(value, bool) else str(value)
    with TemporaryDirectory(prefix="rolograph-metrics-") as folder:
        os.environ.setdefault(SHARED_FOLDER, folder)
        Multiprocess(_config(factory, settings, factory=True), sockets=[bound]).run()


def end_with_parent() -> None:
    """Stop this process, as if told to, when the one that started it is gone: one that is killed tells nobody, and what it
    leaves behind would hold the port and answer with what may be an old release.
    """
    parent = multiprocessing.parent_process()

    def follow() -> None:
        assert parent is not None
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    if parent is not None:
        Thread(target=follow, daemon=True).start()


def _config(app: Any, settings: Settings, *, factory: bool = False) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=factory,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        http=HeadLimits,
        ws=EndingSockets,
        ws_max_size=settings.max_graphql_bytes,
        ws_per_message_deflate=False,  # it holds memory for each socket, and small messages shrink little
        log_config=None,  # see api.logging
        access_log=False,
        server_header=False,
        proxy_headers=settings.proxy_headers,
        forwarded_allow_ips=settings.forwarded_allow_ips if settings.proxy_headers else None,
        limit_concurrency=CONNECTIONS,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=DRAIN_SECONDS,
        timeout_worker_healthcheck=SILENCE_SECONDS,
        ssl_certfile=settings.ssl_certfile,
        ssl_keyfile=settings.ssl_keyfile,
    )
