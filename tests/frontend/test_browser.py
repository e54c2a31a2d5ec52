"""The pages in a real browser, at a real server. What is tried stands in `frontend/browser`."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from api.listening import EndingSockets
from api.settings import Settings
from api.startup import build_app, start
from tests.api.processes import ServeProcess, free_port, serving
from tests.conftest import NOT_BROWSED

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
VARIABLE = "ROLOGRAPH_TEST_CHROMIUM"
PEOPLE = [
    {
        "externalId": "lead-1",
        "email": "ada@example.com",
        "firstName": "Ada",
        "lastName": "Lovelace",
        "title": "Engineer",
    }
    | {"company": "Engines, Ltd.", "leadScore": 90, "lifecycleStage": "lead"},
    {"externalId": "lead-2", "email": "mallory@example.com", "firstName": "=1+1", "lastName": "Mallory"}
    | {"leadScore": 50, "lifecycleStage": "lead"},
    {"externalId": "lead-3", "email": "alan@example.com", "firstName": "Alan", "lastName": "Turing"},
]


class Serving(NamedTuple):
    """Where a server is, a key it knows, and the link that signs its first admin in."""

    url: str
    key: str
    link: str


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program of a Chromium. Without one the test is skipped aloud, and fails in CI."""
    found = os.environ.get(VARIABLE) or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        problem = f"{NOT_BROWSED}: there is no Chromium on the path, and {VARIABLE} names none"
        if os.environ.get("CI"):
            pytest.fail(problem, pytrace=False)
        pytest.skip(problem)
    return found


@pytest.fixture
def server(database_url: str, built: Path) -> Iterator[Serving]:
    """A server in a thread of this process: one of its own would load again what this one has loaded."""
    settings = Settings(_env_file=None, database_url=database_url, port=free_port())
    started = asyncio.run(start(settings))
    assert started.key is not None
    app = build_app(settings)
    with serving(app, at=settings.port, ws=EndingSockets, ws_max_size=settings.max_graphql_bytes) as url:
        yield peopled(url, started.key.secret, f"{url}/sign-in#token={started.token}")


@pytest.fixture
def served(database_url: str, built: Path, tmp_path: Path) -> Iterator[Serving]:
    """A server as people start it, with the key and the link that it prints."""
    with ServeProcess(tmp_path, f"--database-url={database_url}", ROLOGRAPH_UI="true") as process:
        process.wait_until_open()
        [key], [link] = process.keys(), process.links()
        yield peopled(process.url, key, link)


def peopled(url: str, key: str, link: str) -> Serving:
    """The same server, with three contacts."""
    created = httpx.post(f"{url}/contacts", headers={"x-api-key": key}, json={"contacts": PEOPLE}, timeout=30)
    assert [set(result) for result in created.json()["results"]] == [{"externalId", "crmId"}] * 3
    return Serving(url, key, link)


# Flows with much to store go over both databases. A browser sees nothing of which one it is, so the others go over one; what
# the pages ask is asked of both by `test_documents`, and what they do is tried on both by the tests of the acts.
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@on_sqlite
def test_analysts_find_their_way(browse, server):
    browse("browser/console.test.ts", *server)


def test_salespeople_find_their_way(browse, server):
    browse("browser/app.test.ts", *server)


@on_postgresql
def test_tasks_companies_deals_and_activities_are_worked_with(browse, server):
    browse("browser/sales.test.ts", *server)


def test_operators_find_their_way(browse, server):
    browse("browser/operator.test.ts", *server)


@on_sqlite
def test_every_page_is_for_everybody(browse, served):
    browse("browser/pages.test.ts", *served)


@pytest.fixture
def browse(chromium, built, run):
    def browse(tests: str, url: str, key: str, link: str) -> None:
        outcome = run(
            "vitest/vitest.mjs",
            "run",
            "--project=browser",
            tests,
            ROLOGRAPH_TEST_URL=url,
            ROLOGRAPH_TEST_KEY=key,
            ROLOGRAPH_TEST_LINK=link,
            ROLOGRAPH_TEST_CHROMIUM=chromium,
        )

        assert outcome.returncode == 0, outcome.stdout + outcome.stderr

    return browse
