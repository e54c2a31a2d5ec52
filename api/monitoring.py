"""Is it alive, is it ready, and how is it doing: for machines that watch the server."""

import os

from fastapi import APIRouter, FastAPI, Request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_fastapi_instrumentator import Instrumentator
from sqlalchemy import text
from starlette.responses import PlainTextResponse, Response

from api.context import server_of
from api.documentation.call import call
from api.documentation.schema import Status
from api.errors import json_response
from models.access.policy import Permission
from models.database.engine import Database
from models.database.migration import newest_revision
from models.database.watching import Wait
from models.errors import Unavailable
from models.ledger.run import Door

# Names the folder where several server processes keep what they count, for whichever of them is asked.
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"

router = APIRouter()


@router.get(
    "/healthz",
    **call("Monitoring", "checkAlive", "See if it is alive", gives=Status, answers={200: "It is."}, open_to_all=True),
)
async def get_alive() -> Response:
    """The process answers. Open to all; asks the database nothing."""
    return json_response({"status": "ok"})


@router.get(
    "/readyz",
    **call(
        "Monitoring",
        "checkReady",
        "See if it is ready",
        gives=Status,
        answers={200: "It is."},
        refusals=(503,),
        open_to_all=True,
    ),
)
async def get_ready(request: Request) -> Response:
    """The database answers and has the schema this release works with. Open to all; 503 otherwise."""
    async with server_of(request).db.read() as session:
        found = (await session.exec(text("SELECT version_num FROM alembic_version"))).scalar()  # type: ignore[call-overload]
    if found != newest_revision():
        raise Unavailable("The database has another schema than this release; run rolograph migrate")
    return json_response({"status": "ok"})


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    **call("Monitoring", "getMetrics", "See how it is doing", gives="text/plain", answers={200: "The metrics."}),
)
async def get_metrics(request: Request) -> Response:
    """Counts and durations in Prometheus' text form, for a key with the scope metrics."""
    ctx = await server_of(request).context(request, Door.REST)
    ctx.require(Permission.METRICS)
    registry: CollectorRegistry = request.app.state.metrics
    if SHARED_FOLDER in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


class DatabaseMetrics:
    """Counts what a database's callers wait for and meet."""

    def __init__(self, registry: CollectorRegistry) -> None:
        seconds = Histogram(
            "rolograph_database_wait_seconds",
            "How long callers waited before their statements ran: to read, to write, for locks.",
            ["what"],
            registry=registry,
            buckets=(0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 20),
        )
        self._seconds = {each: seconds.labels(each.value) for each in Wait}
        self._conflicts = Counter(
            "rolograph_database_conflicts", "Writers that lost a race and began again.", registry=registry
        )
        self._failures = Counter(
            "rolograph_database_failures",
            "Calls of a database that was away, full, busy or too slow.",
            registry=registry,
        )

    def waited(self, what: Wait, seconds: float) -> None:
        self._seconds[what].observe(seconds)

    def met(self) -> None:
        self._conflicts.inc()

    def failed(self) -> None:
        self._failures.inc()


def instrument(app: FastAPI, db: Database) -> None:
    """Count requests and time them by route, and what they wait for; each application has a registry of its own."""
    registry = CollectorRegistry()
    app.state.metrics = registry
    db.watcher = DatabaseMetrics(registry)
    Instrumentator(registry=registry, excluded_handlers=["/metrics", "/healthz", "/readyz"]).instrument(app)
