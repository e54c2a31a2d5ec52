"""The pages in a real browser, at a real server. What is tried stands in `frontend/browser`."""

import os
import shutil
from pathlib import Path

import httpx
import pytest

from tests.api.processes import ServeProcess
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
def server(database_url: str, tmp_path: Path):
    """A server with three contacts, its first key, and the link that signs its first admin in."""
    with ServeProcess(tmp_path, f"--database-url={database_url}", ROLOGRAPH_UI="true") as server:
        server.wait_until_open()
        [key] = server.keys()
        created = httpx.post(
            f"{server.url}/contacts", headers={"x-api-key": key}, json={"contacts": PEOPLE}, timeout=30
        )
        assert [set(result) for result in created.json()["results"]] == [{"externalId", "crmId"}] * 3
        [link] = server.links()
        yield server, key, link


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_analysts_find_their_way(browse, server):
    browse("browser/console.test.ts", *server)


def test_salespeople_find_their_way(browse, server):
    browse("browser/app.test.ts", *server)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_tasks_companies_deals_and_activities_are_worked_with(browse, server):
    browse("browser/sales.test.ts", *server)


def test_operators_find_their_way(browse, server):
    browse("browser/operator.test.ts", *server)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_page_is_for_everybody(browse, server):
    browse("browser/pages.test.ts", *server)


@pytest.fixture
def browse(chromium, built, run):
    def browse(tests: str, serving: ServeProcess, key: str, link: str) -> None:
        outcome = run(
            "vitest/vitest.mjs",
            "run",
            "--project=browser",
            tests,
            ROLOGRAPH_TEST_URL=serving.url,
            ROLOGRAPH_TEST_KEY=key,
            ROLOGRAPH_TEST_LINK=link,
            ROLOGRAPH_TEST_CHROMIUM=chromium,
        )

        assert outcome.returncode == 0, outcome.stdout + outcome.stderr

    return browse
