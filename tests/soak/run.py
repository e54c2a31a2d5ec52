"""Everything that must survive, tried and measured.

    uv run python -m tests.soak.run                                     # everything, both databases: about an hour
    uv run python -m tests.soak.run --kills 5 --minutes 0.2             # a short one
    uv run python -m tests.soak.run --database sqlite --only kills --kills 20

See README.md beside this file for what the scenarios promise and how to read their figures.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.soak import (
    creates,
    drain,
    faults,
    hostile,
    kills,
    large,
    steady,
    syncs,
    writers,
)
from tests.soak.report import Report, write_json
from tests.soak.stage import Options, Stage, copied_code, staged
from tests.soak.stores import Place, place

SCENARIOS: dict[str, Callable[[Stage, Report], Awaitable[None]]] = {
    "kills": kills.measure,
    "writers": writers.measure,
    "creates": creates.measure,
    "drain": drain.measure,
    "hostile": hostile.measure,
    "large": large.measure,
    "faults": faults.measure,
    "fsync": syncs.measure,
    "steady": steady.measure,
}


def main() -> None:
    given = _arguments()
    options = Options(given.kills, given.minutes, given.contacts, given.workers, given.seed)
    kinds = ("sqlite", "postgresql") if given.database == "both" else (given.database,)
    folder = Path(tempfile.mkdtemp(prefix="rolograph-soak-"))
    reports: list[Report] = []
    code = copied_code(folder / "code")
    print(f"seed {options.seed}, folder {folder}", file=sys.stderr)
    for kind in kinds:
        with place(kind, folder) as where:
            reports += [_run(name, where, options, folder, code) for name in given.only or SCENARIOS]
    if given.json:
        write_json(reports, given.json)
    failed = [f"{each.scenario} on {each.database}" for each in reports if not each.passed]
    if failed:
        print(f"\nFAILED: {', '.join(failed)}. Logs and databases are kept in {folder}")
        sys.exit(1)
    shutil.rmtree(folder)
    print("\nall passed")


def _run(name: str, where: Place, options: Options, folder: Path, code: Path) -> Report:
    """One scenario on a database of its own. One that breaks off has failed; the others still run."""
    report = Report(where.kind, name)
    began = time.monotonic()
    own = folder / where.kind / name
    own.mkdir(parents=True)
    try:
        asyncio.run(_staged(name, where, options, own, code, report))
    except Exception as error:
        traceback.print_exc()
        report.failed("broke off", f"{type(error).__name__}: {error}")
    report.told("took", time.monotonic() - began, "s")
    return report


async def _staged(name: str, where: Place, options: Options, folder: Path, code: Path, report: Report) -> None:
    stage = await staged(where, name, options, folder, code)
    try:
        await SCENARIOS[name](stage, report)
    finally:
        bugs = [bug for server in stage.servers for bug in server.bugs()]
        for server in stage.servers:
            server.kill()
    report.nothing("errors in the server's log", bugs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--only", nargs="+", choices=tuple(SCENARIOS), metavar="NAME", help=", ".join(SCENARIOS))
    parser.add_argument("--kills", type=int, default=100, help="on SQLite; half as many on PostgreSQL")
    parser.add_argument("--minutes", type=float, default=5, help="of the scenarios writers and steady")
    parser.add_argument("--contacts", type=int, default=100_000, help="stored before large and steady begin")
    parser.add_argument("--workers", type=int, default=1, help="server processes on PostgreSQL")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is left to chance")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    return parser.parse_args()


if __name__ == "__main__":
    main()
