"""One socket: opened, named, and then told what it subscribed to, until either side ends it.

Our own few lines rather than Strawberry's handler: that one hands one context to all subscriptions of a socket, ends the
socket over a syntax error, drops the line over a message that is no object, and knows neither documents by id nor limits.
"""

import asyncio
import time
from collections.abc import Mapping
from contextlib import aclosing, suppress
from typing import Any

import structlog
from starlette.websockets import WebSocket, WebSocketDisconnect
from strawberry.types.execution import PreExecutionError

from api.context import Server
from api.live.messages import PROTOCOL, Code, Ended, id_of, read_message, written
from api.requests import GraphQLRequest, converted, document_id, refusal
from graphql_schema.context import Context
from graphql_schema.documents import document_to_run
from graphql_schema.errors import INTERNAL, MASKED, details
from graphql_schema.schema import schema
from models.access.policy import Permission
from models.errors import CRMError, CrossSite, InvalidInput, NotAllowed, NotAuthenticated, TooLarge, Unavailable
from models.ledger.journal import Actor
from models.ledger.run import Door

END_SECONDS = 11  # for what is read when a socket ends: statements have ten
API_KEY = "apikey"  # in the payload of `connection_init`, beside the name of the key's header; case means nothing

log = structlog.get_logger("socket")


class LiveSocket:
    """A websocket that speaks `graphql-transport-ws`, from its opening to its end."""

    def __init__(self, websocket: WebSocket, server: Server) -> None:
        self._websocket = websocket
        self._server = server
        self._sockets = server.sockets
        self._credentials: Mapping[str, str] = {}
        self._running: dict[str, Context] = {}  # by the id of the subscription
        self._tasks: set[asyncio.Task[None]] = set()
        self._sending: set[asyncio.Task[Any]] = set()
        self._over = asyncio.Event()
        self._subscribed = 0

    async def serve(self) -> None:
        """Answer until one side ends it. Raises nothing that a client can bring about."""
        began = time.perf_counter()
        facts: dict[str, Any] = {}
        try:
            try:
                await self._open()
                with self._sockets.opened():
                    await self._initialized()
                    actor = await self._actor(noting=True)
                    facts["actor"] = actor.id
                    with self._sockets.held_by(actor.id):
                        await self._send(written("connection_ack"))
                        await self._attend(actor)
            except Ended as end:
                facts["code"] = int(end.code)
                await self._websocket.close(end.code, end.reason)
        except WebSocketDisconnect as gone:
            facts["code"] = gone.code
        finally:
            seconds = round(time.perf_counter() - began, 1)
            log.info("socket", seconds=seconds, subscriptions=self._subscribed, **facts)

    async def _open(self) -> None:
        """Accept, whoever it is: a browser tells its page why a socket ended only if it was open."""
        spoken = PROTOCOL in self._websocket.scope["subprotocols"]
        await self._websocket.accept(PROTOCOL if spoken else None)
        if not spoken:
            raise Ended(Code.WRONG_PROTOCOL, f"The subprotocol must be {PROTOCOL}")

    async def _initialized(self) -> None:
        """Wait for the client to begin, and take the credentials it brings."""
        try:
            async with asyncio.timeout(self._sockets.init_seconds):
                while (message := read_message(await self._text()))["type"] != "connection_init":
                    match message["type"]:
                        case "ping":
                            await self._pong(message)
                        case "pong":
                            pass
                        case "subscribe":
                            raise Ended(Code.UNAUTHORIZED, "connection_init comes first")
                        case _:
                            raise Ended(Code.BAD_REQUEST, "connection_init comes first")
        except TimeoutError:
            raise Ended(Code.INIT_TIMEOUT, "connection_init did not come in time") from None
        payload = message.get("payload")
        if payload is not None and not isinstance(payload, dict):
            raise Ended(Code.BAD_REQUEST, "The payload of connection_init is an object")
        given = {name.lower(): value for name, value in (payload or {}).items() if isinstance(value, str)}
        if API_KEY in given:
            given = {self._server.settings.api_key_header.lower(): given[API_KEY]}
        self._credentials = given

    async def _actor(self, *, noting: bool) -> Actor:
        """Who this is: by a key in the payload, else as in a request. Raises Ended where it may not be here."""
        try:
            actor = await self._server.actor(self._websocket, self._credentials, noting=noting)
            self._server.call(actor, Door.GRAPHQL).require(Permission.READ)
        except NotAuthenticated as error:
            raise Ended(Code.UNAUTHORIZED, error.message) from None
        except (CrossSite, NotAllowed) as error:
            raise Ended(Code.FORBIDDEN, error.message) from None
        except Unavailable as error:
            raise Ended(Code.TRY_LATER, error.message) from None
        return actor

    async def _attend(self, actor: Actor) -> None:
        """Read and look again, until one of the two ends it."""
        reading, looking = asyncio.create_task(self._read(actor)), asyncio.create_task(self._look(actor))
        try:
            done, _ = await asyncio.wait((reading, looking), return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            self._over.set()
            reading.cancel()
            for ctx in self._running.values():
                ctx.end()
            for sending in self._sending:
                sending.cancel()
            await self._ended({reading, looking, *self._tasks})

    async def _ended(self, tasks: set[asyncio.Task[None]]) -> None:
        """Wait for what is read from the database just now: it would leave its connection hanging."""
        _, late = await asyncio.wait(tasks, timeout=END_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self, actor: Actor) -> None:
        """Raises Ended once the session, key or person is no longer what it was."""
        while not self._over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), self._sockets.look_seconds)
                return
            now = await self._actor(noting=False)
            if (now.id, now.role, now.scopes) != (actor.id, actor.role, actor.scopes):
                raise Ended(Code.FORBIDDEN, "What you may do has changed; connect again")

    async def _read(self, actor: Actor) -> None:
        while True:
            message = read_message(await self._text())
            match message["type"]:
                case "subscribe":
                    await self._subscribe(actor, message)
                case "complete":
                    self._stop(id_of(message))
                case "ping":
                    await self._pong(message)
                case "pong":
                    pass
                case "connection_init":
                    raise Ended(Code.SECOND_INIT, "Too many initialisation requests")
                case _:
                    raise Ended(Code.BAD_REQUEST, "No such type of message")

    async def _subscribe(self, actor: Actor, message: dict[str, Any]) -> None:
        id = id_of(message)
        if id in self._running:
            raise Ended(Code.ID_TAKEN, f"Subscriber for {id} already exists")
        try:
            request = converted(message.get("payload"))
        except InvalidInput as error:
            raise Ended(Code.BAD_REQUEST, error.message) from None
        try:
            self._server.rates.take(actor, self._server.clock())
            if len(self._running) >= self._sockets.subscriptions:
                raise TooLarge(f"At most {self._sockets.subscriptions:,} subscriptions fit on one socket")
        except CRMError as error:
            await self._send(_refusal(id, error))
            return
        self._subscribed += 1
        # A context of its own: what was read for one subscription is no other's business.
        ctx = self._running[id] = self._server.call(actor, Door.GRAPHQL)
        task = asyncio.create_task(self._run(ctx, id, request))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _stop(self, id: str) -> None:
        ctx = self._running.pop(id, None)
        if ctx is not None:
            ctx.end()

    async def _run(self, ctx: Context, id: str, request: GraphQLRequest) -> None:
        """Tell what a subscription tells, until it or its client has enough."""
        # The line may be gone at any time; the reader is told, and ends the rest.
        with suppress(WebSocketDisconnect):
            try:
                text = await document_to_run(ctx, request.query, document_id(request))
                results = await schema.subscribe(
                    text,
                    variable_values=request.variables,
                    operation_name=request.operation_name or None,
                    context_value=ctx,
                )
                async with aclosing(results):
                    async for result in results:
                        if self._running.get(id) is not ctx:
                            return
                        errors = [error.formatted for error in result.errors or ()]
                        if isinstance(result, PreExecutionError):
                            await self._end(ctx, id, written("error", id=id, payload=errors))
                            return
                        told = {"data": result.data, **({"errors": errors} if errors else {})}
                        await self._send(written("next", id=id, payload=told))
                await self._end(ctx, id, written("complete", id=id))
            except CRMError as error:
                await self._end(ctx, id, _refusal(id, error))
            except WebSocketDisconnect:
                raise
            except Exception:
                log.exception("subscription failed", request_id=ctx.request_id)
                await self._end(ctx, id, written("error", id=id, payload=refusal(MASKED, INTERNAL)["errors"]))

    async def _end(self, ctx: Context, id: str, message: str) -> None:
        """Say the last of a subscription, if its client still cares; its id is free before the client reads so."""
        if self._running.get(id) is ctx:
            del self._running[id]
            await self._send(message)

    async def _pong(self, message: dict[str, Any]) -> None:
        await self._send(written("pong", payload=message.get("payload")))

    async def _send(self, text: str) -> None:
        """Send, as fast as the client takes it. Raises WebSocketDisconnect where the line is gone."""
        if self._over.is_set():
            raise WebSocketDisconnect
        task = asyncio.current_task()
        assert task is not None
        self._sending.add(task)
        try:
            await self._websocket.send_text(text)
        except RuntimeError:  # what Starlette says of a socket that was closed
            raise WebSocketDisconnect from None
        finally:
            self._sending.discard(task)

    async def _text(self) -> str | None:
        """The next message; None for one that is bytes. Raises WebSocketDisconnect at the end."""
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        text: str | None = message.get("text")
        return text


def _refusal(id: str, error: CRMError) -> str:
    return written("error", id=id, payload=refusal(error.message, error.code, **details(error))["errors"])
