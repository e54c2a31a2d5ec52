"""Other sites' pages: what they make a browser send with our cookie is refused, over HTTP and at a socket's door."""

from collections.abc import AsyncIterator

import pytest
from starlette.requests import HTTPConnection

from models.database.engine import Database
from models.errors import CrossSite, NotSignedIn
from models.task import Task
from tests.browser import ADA, Browser, open_server
from tests.factories import make_user, rows_of

WRITE = {"query": 'mutation { createTask(task: { subject: "Forged" }) { ... on TaskChanged { id } } }'}


@pytest.fixture
async def browser(database_url: str, database: Database) -> AsyncIterator[Browser]:
    """A browser in which Ada is signed in."""
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1], role="admin")
    async with open_server(database_url, public_url="https://crm.example.com") as app:
        browser = Browser(app)
        await browser.sign_in()
        yield browser


HOSTILE = [
    pytest.param({"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, id="another site"),
    pytest.param({"Origin": "https://evil.example", "Sec-Fetch-Site": None}, id="another site, older browser"),
    pytest.param({"Origin": "http://other.crm.test", "Sec-Fetch-Site": "same-site"}, id="a neighbor"),
    pytest.param({"Origin": "http://crm.test:8080", "Sec-Fetch-Site": "same-site"}, id="another port"),
    pytest.param({"Origin": "https://crm.test", "Sec-Fetch-Site": None}, id="another scheme"),
    pytest.param({"Origin": "http://crm.test.evil.example", "Sec-Fetch-Site": None}, id="ours as a beginning"),
    pytest.param({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, id="a sandbox"),
    pytest.param({"Origin": "null", "Sec-Fetch-Site": None}, id="null"),
    pytest.param({"Origin": None, "Sec-Fetch-Site": None}, id="no word of it"),
    pytest.param({"Origin": None, "Sec-Fetch-Site": "same-origin"}, id="no origin"),
    pytest.param({"Sec-Fetch-Site": "cross-site"}, id="contradiction"),
    pytest.param({"Sec-Fetch-Site": "none"}, id="an address typed"),
    pytest.param({"Origin": "http://crm.test http://evil.example"}, id="two"),
]


def headers_with(browser: Browser, changed: dict[str, str | None]) -> dict[str, str]:
    given = {**browser.http.headers, **{name.lower(): value for name, value in changed.items()}}
    return {name: value for name, value in given.items() if value is not None}


@pytest.mark.parametrize("changed", HOSTILE)
async def test_another_sites_page_writes_nothing_signs_nobody_in_and_nobody_out(database, browser, changed):
    headers = headers_with(browser, changed)
    browser.http.headers.clear()

    answers = [
        await browser.http.post("/graphql", json=WRITE, headers=headers),
        await browser.http.post("/tasks", json={"subject": "Forged"}, headers=headers),
        await browser.http.post("/session", json={"email": ADA[0], "password": ADA[1]}, headers=headers),
        await browser.http.delete("/session", headers=headers),
    ]

    assert [(each.status_code, "set-cookie" in each.headers) for each in answers] == [(403, False)] * 4
    assert await rows_of(database, Task) == []


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("text/plain", id="text"),
        pytest.param("application/x-www-form-urlencoded", id="form"),
        pytest.param("multipart/form-data; boundary=x", id="upload"),
        pytest.param("text/plain; application/json", id="text that says JSON"),
        pytest.param("", id="nothing"),
    ],
)
async def test_what_a_form_can_send_is_refused_even_from_a_page_of_ours(database, browser, kind):
    answers = [
        await browser.http.post(
            path, content=b'{"query": "mutation { signOutEverywhere { __typename } }"}', headers={"Content-Type": kind}
        )
        for path in ("/graphql", "/session", "/contacts/sync")
    ]

    assert [each.status_code for each in answers] == [415] * 3
    assert await browser.who() == "Ada"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        pytest.param("http://crm.test", "crm.test", id="where it came to"),
        pytest.param("HTTP://CRM.test:80", "crm.test", id="default port"),
        pytest.param("https://crm.example.com", "10.0.0.5:8000", id="public"),
    ],
)
async def test_our_own_pages_are_known_by_either_address(browser, address, host):
    answer = await browser.http.post(
        "/session", json={"email": ADA[0], "password": ADA[1]}, headers={"Origin": address, "Host": host}
    )

    assert answer.status_code == 200


def socket(secret: str, origin: str) -> HTTPConnection:
    """A socket that a page is about to open, with the browser's cookie."""
    given = {"host": "crm.test", "origin": origin, "cookie": f"rolograph_session={secret}"}
    return HTTPConnection(
        {
            "type": "websocket",
            "scheme": "ws",
            "path": "/graphql",
            "query_string": b"",
            "server": ("crm.test", 80),
            "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        }
    )


async def test_a_socket_is_opened_by_a_session_of_our_own_page_alone(browser):
    server, secret = browser.app.state.server, browser.cookies()["rolograph_session"]

    actor = await server.actor(socket(secret, "http://crm.test"))

    assert (actor.id, actor.role) == ("ada", "admin")
    for origin in ("https://evil.example", "null", ""):
        with pytest.raises(CrossSite):
            await server.actor(socket(secret, origin))
    await browser.sign_out()
    with pytest.raises(NotSignedIn):
        await server.actor(socket(secret, "http://crm.test"))
