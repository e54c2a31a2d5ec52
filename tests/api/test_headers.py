"""Headers that every answer carries, and what the sign-in page may load."""

import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from tests.browser import ADA, Browser, open_server
from tests.factories import make_user

EVERYWHERE = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
NOTHING = "default-src 'none'; frame-ancestors 'none'"
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("method", "path", "status", "kept", "policy"),
    [
        pytest.param("GET", "/sign-in", 200, "no-cache", PAGE, id="page"),
        pytest.param("GET", "/sign-in/page.js", 200, "no-cache", NOTHING, id="script"),
        pytest.param("GET", "/sign-in/page.css", 200, "no-cache", NOTHING, id="style"),
        pytest.param("POST", "/session", 400, "no-store", NOTHING, id="session"),
        pytest.param("POST", "/graphql", 401, "no-store", NOTHING, id="graphql"),
        pytest.param("GET", "/health", 401, "no-store", NOTHING, id="contract"),
        pytest.param("GET", "/healthz", 200, "no-store", NOTHING, id="open"),
        pytest.param("GET", "/nowhere", 404, "no-store", NOTHING, id="nothing"),
    ],
)
async def test_every_answer_has_them(database_url, method, path, status, kept, policy):
    async with open_server(database_url) as app:
        answer = await Browser(app).http.request(method, path, content=b"{}" if method == "POST" else None)

    headers = {name: value for name, value in answer.headers.items() if name in EVERYWHERE}
    assert (answer.status_code, headers) == (status, EVERYWHERE)
    assert (answer.headers["cache-control"], answer.headers["content-security-policy"]) == (kept, policy)
    assert "strict-transport-security" not in answer.headers


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_by_tls_the_browser_is_told_to_come_by_nothing_else(database, database_url):
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1])
    async with open_server(database_url) as app:
        answer = await Browser(app, "https://crm.test").sign_in()

    assert answer.headers["strict-transport-security"] == "max-age=31536000"


class Seen(HTMLParser):
    """What a page loads, and what stands in it that its policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.inline: list[str] = []
        self.labels: set[str | None] = set()
        self.inputs: list[str | None] = []
        self._script = False

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if tag in {"script", "link"} and (address := given.get("src") or given.get("href")):
            self.loads.append(address.partition(",")[0])
        self._script = tag in {"script", "style"}
        if tag == "label":
            self.labels.add(given.get("for"))
        if tag == "input":
            self.inputs.append(given.get("id"))

    def handle_data(self, text):
        if self._script and text.strip():
            self.inline.append(text)

    def handle_endtag(self, tag):
        self._script = False


def test_the_page_loads_its_own_two_files_and_has_nothing_inline():
    seen = Seen()
    seen.feed(files("api.sign_in").joinpath("page.html").read_text("utf-8"))

    assert seen.loads == ["data:image/svg+xml", "/sign-in/page.css", "/sign-in/page.js"]
    assert (seen.inline, [each for each in seen.inputs if each not in seen.labels]) == ([], [])


def test_the_script_finds_in_the_page_all_that_it_looks_for_and_keeps_no_token():
    page, script = (files("api.sign_in").joinpath(name).read_text("utf-8") for name in ("page.html", "page.js"))

    wanted = set(re.findall(r"(?:part|show|onClick|onSubmit|say)\('([\w-]+)'", script))
    assert wanted - set(re.findall(r'id="([\w-]+)"', page)) == set()
    assert re.findall(r"innerHTML|localStorage|sessionStorage|eval\(|document\.cookie", script) == []
