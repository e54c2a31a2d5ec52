"""The connection doctor: green on our own server, and right about a server that is not."""

import asyncio
import io
import json
import re

import pytest
from rich.console import Console
from typer.testing import CliRunner

from api.app import create_app
from api.cli import app
from api.doctor.examination import QUESTIONS, examine
from api.doctor.findings import Report, Verdict
from api.doctor.printing import print_report
from api.settings import load_settings
from tests.api.processes import free_port, serving
from tests.api.wrong_server import WrongServer
from tests.factories import ids_of, make_key, make_user, rows_of

only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def verdicts(report: Report, verdict: Verdict) -> set[str]:
    return {finding.name for finding in report.findings if finding.verdict is verdict}


async def test_our_own_server_passes_every_check(database_url, database):
    from models.contact import Contact
    from models.ledger.external_link import ExternalLink

    await make_user(database, "sales-rep-1", "Ann")
    key = await make_key(database)
    with serving(create_app(load_settings(database_url=database_url, path_prefix="/crm"))) as url:
        report = await examine(f"{url}/crm", key)

    assert verdicts(report, Verdict.PASSED) == {each.name for each in QUESTIONS}
    # What is left behind is told, and unmistakable.
    assert sorted(report.left_behind["contacts"]) == sorted(await ids_of(database))
    assert re.fullmatch(r"rolograph-check-[0-9a-f]{8}", report.mark)
    links = [link.external_id for link in await rows_of(database, ExternalLink)]
    assert [each for each in links if not each.startswith(report.mark) and not each.isdecimal()] == []
    addresses = [contact.email for contact in await rows_of(database, Contact) if contact.email]
    assert [each for each in addresses if not each.endswith(".example")] == []


@only_sqlite
async def test_our_own_server_is_warned_that_omitting_may_lose_what_enginy_holds(database_url, database):
    from tests.factories import configure

    await configure(database, null_safety="omit")
    key = await make_key(database)
    with serving(create_app(load_settings(database_url=database_url, api_key_header="X-Crm-Token"))) as url:
        named, usual = await examine(url, key, header="X-Crm-Token"), await examine(url, key)

    # Another header is used where one is named.
    assert (named.is_healthy, usual.is_healthy) == (True, False)
    assert [finding for finding in named.findings if finding.verdict is Verdict.FAILED] == []
    assert verdicts(named, Verdict.WARNED) == {"loses nothing of Enginy's"}
    assert verdicts(named, Verdict.PASSED) == {each.name for each in QUESTIONS} - {"loses nothing of Enginy's"}


async def test_a_server_that_stops_answering_is_not_waited_for_long(anyio_backend):
    async def hanging(scope, receive, send):
        if scope["path"] == "/health":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        else:
            await asyncio.Event().wait()

    with serving(hanging, lifespan="off", timeout_graceful_shutdown=1) as url:
        report = await examine(url, "any key", timeout_seconds=0.3)

    assert [each.name for each in QUESTIONS[: len(report.findings)]] == [each.name for each in report.findings]
    assert [each.seen for each in report.findings[-3:]] == ["no answer: ReadTimeout"] * 3
    assert len(report.findings) < 12


@pytest.fixture(scope="module")
def wrong_url():
    with serving(WrongServer().app()) as url:
        yield url


@pytest.fixture(scope="module")
def wrong_report(wrong_url):
    return asyncio.run(examine(wrong_url, "any key"))


def test_a_wrong_server_is_told_what_is_wrong(wrong_report):
    assert verdicts(wrong_report, Verdict.FAILED) >= {
        "a wrong key is refused",
        "unknown paths",
        "one bad item",
        "never sends null",
        "does not guess",
        "absent is not null",
        "any field is kept",
        "one failure among successes",
        "bodies that are no batch",
        "bodies that are no JSON",
        "companies are created",
        "tasks are created",
        "activities are created",
    }
    assert verdicts(wrong_report, Verdict.WARNED) >= {
        "health checks the key",
        "creating again",
        "numbers as externalId",
        "other content types",
        "finds by LinkedIn",
    }
    assert verdicts(wrong_report, Verdict.PASSED) >= {"health answers", "contacts are created", "leaves out strangers"}


def test_a_finding_says_what_was_seen(wrong_report):
    seen = {finding.name: finding.seen for finding in wrong_report.findings}
    assert seen["never sends null"].startswith("null for phone")
    assert seen["health checks the key"] == "200 with no key: Enginy would take the connection for good"
    assert seen["tasks are created"] == 'the answer is no object: 200 ["created"]'


async def test_where_nobody_answers_the_examination_stops(anyio_backend):
    report = await examine(f"http://127.0.0.1:{free_port()}", "any key")

    [finding] = report.findings
    assert (finding.name, finding.verdict) == ("health answers", Verdict.FAILED)
    assert finding.seen.startswith("no answer: ")


def test_a_report_for_people_names_rule_and_remains(wrong_report):
    printed = io.StringIO()

    print_report(Console(file=printed, width=160), wrong_report)

    assert "✗ failed sync: never sends null\n    the contract: A null in properties clears" in printed.getvalue()
    assert "Left behind, because the contract has no delete: " in printed.getvalue()
    assert re.search(r"\d+ passed, \d+ warned, \d+ failed\n$", printed.getvalue())


def test_check_prints_json_for_programs(wrong_url):
    outcome = CliRunner().invoke(app, ["check", wrong_url, "--key", "any key", "--json"])

    report = json.loads(outcome.stdout)
    assert (outcome.exit_code, report["url"], len(report["findings"])) == (1, wrong_url, len(QUESTIONS))
    assert set(report["findings"][0]) == {"area", "name", "rule", "verdict", "seen", "ms"}
    assert sum(report["counts"].values()) == len(QUESTIONS)


def test_check_refuses_what_is_no_url():
    outcome = CliRunner().invoke(app, ["check", "localhost:8000", "--key", "x"])

    assert (outcome.exit_code, outcome.stderr) == (
        1,
        "Error: 'localhost:8000' is no base URL; it begins with http:// or https://\n",
    )
