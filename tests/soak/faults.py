"""Faults: what goes wrong around the server ends in a clear 503, never in a wrong success, and heals by itself."""

from tests.soak import faults_postgresql, faults_sqlite
from tests.soak.report import Report
from tests.soak.served import NotServing
from tests.soak.stage import Stage, prepare

NEWER = "9999_from_the_future"
REFUSED_WITHIN_SECONDS = 20


async def measure(stage: Stage, report: Report) -> None:
    if stage.kind == "sqlite":
        await faults_sqlite.measure(stage, report)
    else:
        await faults_postgresql.measure(stage, report)
    await _newer(stage, report)


async def _newer(stage: Stage, report: Report) -> None:
    """A database that a newer release migrated: the server says so, and touches nothing."""
    name = "a newer database"
    store = stage.place.database("newer")
    await prepare(store)
    await store.change(f"UPDATE alembic_version SET version_num = '{NEWER}'")
    server = stage.server(store)
    server.launch()
    try:
        took = await server.ended(REFUSED_WITHIN_SECONDS)
    except NotServing:
        report.failed(f"{name}: refuses to start", server.tail())
        return
    told = server.log.read_text(errors="replace")
    report.at_most(f"{name}: refuses to start in", took, REFUSED_WITHIN_SECONDS, "s")
    report.exactly(f"{name}: exit code", server.exit_code or 0, 1)
    report.nothing(f"{name}: reason not told", [] if NEWER in told and "newer" in told else [told[-300:]])
    report.nothing(f"{name}: traces of a crash", [told[-300:]] if "Traceback" in told else [])
    report.exactly(f"{name}: its revision", (await store.rows("SELECT version_num FROM alembic_version"))[0][0], NEWER)
