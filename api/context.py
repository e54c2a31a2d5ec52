"""The context of a call, made from the request: the same for both doors."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from asgi_correlation_id import correlation_id
from fastapi import Depends, Request
from starlette.requests import HTTPConnection

from api.auth import KeyRing, SessionBook, Uses
from api.live.sockets import Sockets
from api.rates import Rates
from api.settings import Settings
from graphql_schema.context import Clock, Context, Reach
from graphql_schema.limits import OF_DOCUMENTS, Limits
from models.access.password import Passwords
from models.access.policy import Permission
from models.access.session import SessionRules
from models.access.sign_in import Reception
from models.database.engine import Database
from models.errors import NotAuthenticated
from models.ledger.journal import Actor
from models.ledger.run import Door


class Server:
    """What lives as long as the server: the database, the settings, the clock, and who is known how."""

    def __init__(self, settings: Settings, db: Database, clock: Clock) -> None:
        self.settings = settings
        self.db = db
        self.clock = clock
        self.limits = limits_of(settings)
        self.reach = reach_of(settings)
        self.rates = Rates(people=settings.graphql_requests_per_minute, keys=settings.graphql_key_requests_per_minute)
        self.sockets = Sockets(settings.graphql_sockets, settings.graphql_subscriptions)
        self.uses = Uses(db)
        self.keys = KeyRing(db, settings.api_key_header, self.uses)
        rules = SessionRules(timedelta(hours=settings.session_idle_hours), timedelta(days=settings.session_days))
        self.sessions = SessionBook(db, rules, settings.public_url, self.uses)
        self.passwords = Passwords()
        self.reception = Reception(db, self.passwords, rules)

    async def actor(
        self, connection: HTTPConnection, given: Mapping[str, str] | None = None, *, noting: bool = True
    ) -> Actor:
        """Who makes a call, or opens a socket: by an API key, else by a session. Raises NotAuthenticated and CrossSite.

        A key may also be `given` as in headers. Without `noting` this is no use of key or session, only a look at it.
        """
        now = self.clock()
        actor = (
            await self.keys.actor(given or {}, now, noting=noting)
            or await self.keys.actor(connection.headers, now, noting=noting)
            or await self.sessions.actor(connection, now, noting=noting)
        )
        if actor is None:
            raise NotAuthenticated
        connection.state.actor_id = actor.id  # for the access log
        return actor

    async def context(self, connection: HTTPConnection, door: Door) -> Context:
        """Who calls and with what limits. Raises NotAuthenticated and CrossSite."""
        return self.call(await self.actor(connection), door)

    def call(self, actor: Actor, door: Door) -> Context:
        """The context of one call of somebody who is known."""
        return Context(
            db=self.db,
            actor=actor,
            door=door,
            clock=self.clock,
            limits=self.limits,
            region=self.settings.phone_region,
            reach=self.reach,
            request_id=correlation_id.get(),
            passwords=self.passwords,
        )


def reach_of(settings: Settings) -> Reach:
    """What Enginy is told to reach the server by."""
    public_url = settings.public_url.rstrip("/") if settings.public_url else None
    path = settings.path_prefix.strip("/")
    return Reach(public_url, f"/{path}" if path else "", settings.api_key_header)


def limits_of(settings: Settings) -> Limits:
    """How much one call may ask for, by the settings."""
    named = {name: getattr(settings, f"graphql_{name}") for name in OF_DOCUMENTS}
    return Limits(batch_items=settings.max_batch_items, **named)


def server_of(connection: HTTPConnection) -> Server:
    server: Server = connection.app.state.server
    return server


async def enginy_context(request: Request) -> Context:
    """The context of Enginy's door. Raises NotAuthenticated, and NotAllowed for a key that is not for this."""
    ctx = await server_of(request).context(request, Door.REST)
    ctx.require(Permission.READ)
    return ctx


async def graphql_context(request: Request) -> Context:
    """The context of the GraphQL door. Raises NotAuthenticated; each act asks for the permission it needs."""
    return await server_of(request).context(request, Door.GRAPHQL)


Ctx = Annotated[Context, Depends(enginy_context)]
