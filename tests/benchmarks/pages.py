"""How long a person waits for the list of contacts, in a real browser, and what Lighthouse says of it.

    uv run python -m tests.benchmarks.pages                         # SQLite, 100,000 contacts
    uv run python -m tests.benchmarks.pages --database postgresql --contacts 1000000
    uv run python -m tests.benchmarks.pages --lighthouse 0          # without Lighthouse, which npm fetches

See README.md beside this file for what the figures mean.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from api.ui.building import Build
from api.ui.node import Node
from api.ui.place import HERE
from tests.api.processes import ServeProcess, free_port
from tests.benchmarks.product import fill
from tests.benchmarks.run import database

LIGHTHOUSE = "lighthouse@13.5.0"
CATEGORIES = {"performance": 90, "accessibility": 100, "best-practices": 95}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def browsing(node: Node, *arguments: str) -> Iterator[dict[str, Any]]:
    """What the browser measured; it stays open, and signed in, until the block ends."""
    command = [node.program, HERE.frontend / "browser" / "speed.ts", *arguments]
    with subprocess.Popen(
        command, cwd=HERE.frontend, env=node.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said, "the browser measured nothing; what it printed stands above"
        yield json.loads(said)
        process.stdin.close()


def judged(node: Node, folder: Path, url: str, port: int, times: int) -> dict[str, list[float]]:
    """Lighthouse's points, by category."""
    install = [node.program, node.npm, "install", "--prefix", folder, "--no-audit", "--no-fund", LIGHTHOUSE]
    subprocess.run(install, check=True, env=node.environment(), stdout=subprocess.DEVNULL)
    points: dict[str, list[float]] = {name: [] for name in CATEGORIES}
    for _ in range(times):
        report = folder / "report.json"
        script = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
        options = [f"--port={port}", "--preset=desktop", "--output=json", f"--output-path={report}", "--quiet"]
        options += ["--disable-storage-reset", f"--only-categories={','.join(CATEGORIES)}"]
        subprocess.run([node.program, script, url, *options], check=True, env=node.environment())
        found = json.loads(report.read_text())
        for name in CATEGORIES:
            points[name].append(found["categories"][name]["score"] * 100)
        for name, audit in found["audits"].items():
            if audit["score"] is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] != "informative":
                print(f"    {name}: {audit['score']} {audit.get('displayValue', '')}")
    return points


def line(name: str, value: float, unit: str, wanted: str = "") -> None:
    print(f"  {name:<52} {value:9.2f} {unit:<4} {wanted}")


def tell(measured: dict[str, Any]) -> None:
    shell, contacts = (statistics.median(measured[name]) for name in ("shell", "contacts"))
    line("an empty shell, until it has nothing to do", shell, "ms")
    line("the list of contacts, until it has nothing to do", contacts, "ms")
    line("the list / the shell", contacts / shell, "", "at most 1.3")
    typing, scrolling = measured["typing"], measured["scrolling"]
    line("requests for a letter in the search", typing["requests"], "", "at most 1")
    line("the largest answer to a letter", typing["kilobytes"], "kB")
    line("layout shift while typing", typing["shift"], "", "0")
    line("rows scrolled past", scrolling["reached"], "")
    line("pages fetched meanwhile", scrolling["pages"], "")
    line("the longest fetch of a page", scrolling["fetch"], "ms")
    line("times that rows were not there yet", scrolling["waits"], "")
    line(
        "the longest wait for rows / the longest fetch",
        scrolling["longest"] / scrolling["fetch"],
        "",
        "about 1 at most",
    )
    line("time between two frames, 95 of 100", scrolling["frame"], "ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--contacts", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--lighthouse", type=int, default=5, metavar="TIMES")
    asked = parser.parse_args()
    program = next(filter(None, map(shutil.which, BROWSERS)))
    node = Build(HERE).install_for_development()
    Build(HERE).run()
    with tempfile.TemporaryDirectory() as name, database(asked.database, "rolograph", Path(name)) as (url, _):
        folder = Path(name)
        fill(url, asked.contacts)
        with ServeProcess(folder, f"--database-url={url}", ROLOGRAPH_UI="true") as server:
            server.wait_until_open()
            port = free_port()
            print(f"{asked.database}, {asked.contacts:,} contacts")
            with browsing(node, server.url, *server.links(), program, str(port), str(asked.rounds)) as measured:
                tell(measured)
                if asked.lighthouse:
                    points = judged(node, folder, f"{server.url}/contacts", port, asked.lighthouse)
                    for category, wanted in CATEGORIES.items():
                        line(f"Lighthouse: {category}", statistics.median(points[category]), "", f"at least {wanted}")


if __name__ == "__main__":
    main()
