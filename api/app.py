"""The application: both doors over one database, and what stands around them."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from asgi_correlation_id import CorrelationIdMiddleware
from fastapi import FastAPI
from starlette.exceptions import HTTPException

from api import monitoring
from api.context import Server, graphql_context
from api.documentation.routes import document
from api.enginy import records, work
from api.errors import MaskedBugs, on_crm_error, on_http_error
from api.graphql import graphql_router
from api.headers import SafeHeaders
from api.heads import Heads
from api.live import routes as live
from api.logging import AccessLog
from api.paths import TidyPaths
from api.settings import Settings
from api.sign_in import routes as sign_in
from api.ui.keeping import Keeper
from api.ui.pages import show_pages
from api.ui.place import HERE, Place
from graphql_schema.context import Clock
from models.columns import utc_now
from models.database.engine import Database
from models.errors import CRMError


def create_app(settings: Settings, *, clock: Clock = utc_now, ui: Place = HERE) -> FastAPI:
    """The server for one database. The schema must be there already: see `models.database.migration`.

    The pages are served as they are built in `ui`; that they are built is the business of `api.startup`.
    """
    db = Database.open(
        settings.database_url,
        connections=settings.database_connections,
        sqlite_synchronous=settings.sqlite_synchronous,
        prepared_statements=settings.prepared_statements,
        direct_url=settings.database_direct_url,
        read_deadline_seconds=settings.graphql_statement_seconds,
    )
    server = Server(settings, db, clock)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        _spare_the_collector()
        try:
            yield
        finally:
            await server.uses.close()
            await db.close()

    app = FastAPI(title="Rolograph", lifespan=lifespan, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.server = server
    app.state.ui = Keeper(ui, node=settings.node) if settings.ui else None
    if app.state.ui is not None:
        show_pages(app, app.state.ui, settings.api_key_header)
    app.include_router(records.router, prefix=settings.path_prefix)
    app.include_router(work.router, prefix=settings.path_prefix)
    app.include_router(graphql_router(graphql_context), prefix="/graphql")
    app.include_router(live.router)
    app.include_router(sign_in.router)
    app.include_router(monitoring.router)
    document(app, settings)
    app.add_middleware(Heads)
    monitoring.instrument(app, db)
    app.add_exception_handler(CRMError, on_crm_error)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_middleware(MaskedBugs)
    app.add_middleware(SafeHeaders)
    app.add_middleware(AccessLog)
    app.add_middleware(CorrelationIdMiddleware)
    app.add_middleware(TidyPaths)
    return app


@cache
def _spare_the_collector() -> None:
    """Keep what was loaded at start out of garbage collection, and collect less often; once is enough for a process.

    A batch makes hundreds of thousands of objects that reference counting frees; looking through them and through every
    imported module again and again costs a quarter of the batch, in pauses that all callers feel.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
