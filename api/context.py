"""The context of a call, made from the request: the same for both doors."""

from typing import Annotated

from asgi_correlation_id import correlation_id
from fastapi import Depends, Request

from api.auth import KeyRing
from api.rates import Rates
from api.settings import Settings
from graphql_schema.context import Clock, Context
from graphql_schema.limits import OF_DOCUMENTS, Limits
from models.access.api_key import Scope
from models.database.engine import Database
from models.ledger.run import Door


class Server:
    """What lives as long as the server: the database, the settings, the clock and the keys."""

    def __init__(self, settings: Settings, db: Database, clock: Clock) -> None:
        self.settings = settings
        self.db = db
        self.clock = clock
        self.keys = KeyRing(db, settings.api_key_header)
        self.limits = limits_of(settings)
        self.rates = Rates(people=settings.graphql_requests_per_minute, keys=settings.graphql_key_requests_per_minute)

    async def context(self, request: Request, door: Door) -> Context:
        """Who calls and with what limits. Raises NotAuthenticated."""
        actor = await self.keys.actor(request.headers, self.clock())
        request.state.actor_id = actor.id  # for the access log
        return Context(
            db=self.db,
            actor=actor,
            door=door,
            clock=self.clock,
            limits=self.limits,
            region=self.settings.phone_region,
            request_id=correlation_id.get(),
        )


def limits_of(settings: Settings) -> Limits:
    """How much one call may ask for, by the settings."""
    named = {name: getattr(settings, f"graphql_{name}") for name in OF_DOCUMENTS}
    return Limits(batch_items=settings.max_batch_items, **named)


def server_of(request: Request) -> Server:
    server: Server = request.app.state.server
    return server


async def enginy_context(request: Request) -> Context:
    """The context of Enginy's door. Raises NotAuthenticated, and NotAllowed for a key without that scope."""
    ctx = await server_of(request).context(request, Door.REST)
    ctx.require(Scope.ENGINY)
    return ctx


async def graphql_context(request: Request) -> Context:
    """The context of the GraphQL door. Raises NotAuthenticated; each act asks for the scope it needs."""
    return await server_of(request).context(request, Door.GRAPHQL)


Ctx = Annotated[Context, Depends(enginy_context)]
