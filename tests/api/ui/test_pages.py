"""The pages as they are served: to browsers, with what they may load, and never in the way of Enginy."""

import re
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from api.ui.building import Build
from api.ui.keeping import Keeper
from api.ui.place import Place
from tests.api.ui.small import builds, small_ui
from tests.enginy import serving
from tests.factories import Clock, make_key

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
APP = "<!doctype html><title>The app</title>"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The sources of a small UI, not built."""
    return small_ui(tmp_path)


@asynccontextmanager
async def browsing(place: Place, tmp_path: Path, **settings: object) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at a server with these pages."""
    given = {"_env_file": None, "database_url": f"sqlite:///{tmp_path / 'rolograph.db'}", **settings}
    app = create_app(Settings(**given), clock=Clock(), ui=place)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://crm.test", headers=BROWSER) as http,
    ):
        http.app = app
        yield http


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The same, built: once, because a build takes longer than a test."""
    place = small_ui(tmp_path_factory.mktemp("built"))
    Build(place).run()
    return place


@pytest.fixture
async def http(place: Place, built: Place, tmp_path: Path, anyio_backend: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at a server whose pages are built."""
    shutil.copytree(built.web, place.web, dirs_exist_ok=True)
    async with browsing(place, tmp_path) as http:
        yield http


@pytest.mark.parametrize(
    "path", ["/", "/contacts", "/contacts/contact_1", "/companies/company_1", "/settings/keys/new"]
)
async def test_browsers_get_the_app_wherever_it_has_a_page(http, path):
    page = await http.get(path)

    assert (page.status_code, page.text, page.headers["content-type"]) == (200, APP, "text/html; charset=utf-8")
    assert (page.headers["cache-control"], page.headers["vary"]) == ("no-cache", "accept")


async def test_the_console_is_there_whatever_is_accepted(http):
    page = await http.get("/graphiql", headers={"accept": "*/*"})

    assert page.text == "<!doctype html><title>The console</title>"


async def test_the_calls_can_be_made_from_a_page_beside_their_documentation(http):
    page = await http.get("/docs/try", headers={"accept": "*/*"})

    assert page.text == "<!doctype html><title>The calls</title>"
    assert '<a href="/docs/try">' in (await http.get("/docs")).text


async def test_pages_load_what_comes_from_here_alone(http):
    app, console, calls = [
        (await http.get(path)).headers["content-security-policy"] for path in ("/", "/graphiql", "/docs/try")
    ]

    common = (
        "default-src 'self'; script-src 'self'; worker-src 'self'; connect-src 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    )
    assert app == calls == f"{common}style-src 'self'; img-src 'self' data:; font-src 'self'"
    assert console == f"{common}style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:"


async def test_files_are_kept_for_ever_where_their_name_tells_what_is_in_them(http):
    script, icon = await http.get("/ui/assets/app-1a2b.js"), await http.get("/ui/icon.svg")

    assert script.text == 'console.log("app")\n' * 200
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["x-content-type-options"] == "nosniff"
    assert (icon.headers["content-type"], icon.headers["cache-control"]) == ("image/svg+xml", "no-cache")


async def test_files_are_compressed_for_those_who_can_read_that(http):
    small = await http.get("/ui/assets/app-1a2b.js", headers={"accept-encoding": "gzip, br"})
    plain = await http.get("/ui/assets/app-1a2b.js", headers={"accept-encoding": "identity"})

    assert small.text == plain.text
    assert (small.headers["content-encoding"], small.headers["vary"]) == ("gzip", "accept-encoding")
    assert "content-encoding" not in plain.headers
    assert int(small.headers["content-length"]) < int(plain.headers["content-length"]) == len(plain.content)


async def test_heads_are_answered_without_a_body(http):
    page, file = await http.head("/contacts/contact_1"), await http.head("/ui/icon.svg")

    assert (page.status_code, page.content, page.headers["content-length"]) == (200, b"", str(len(APP)))
    assert (file.status_code, file.content) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/ui/../build.json",
        "/ui/..%2fbuild.json",
        "/ui/assets/..%2f..%2fbuild.json",
        "/ui/%2e%2e/%2e%2e/frontend/package.json",
        "/ui//etc/passwd",
        "/ui/build.json",
        "/ui/assets",
        "/ui/assets/app-1a2b.js.gz",
        "/ui/assets/app-1a2b.js%00",
        "/ui/.lock",
    ],
)
async def test_no_path_leads_anywhere_but_to_files_of_the_build(http, path):
    url = http.base_url.copy_with(raw_path=path.encode())

    assert (await http.get(url)).status_code == 404


async def test_assets_of_the_build_before_are_still_there_for_open_pages(http, place):
    await http.get("/ui/assets/app-1a2b.js")
    vite = place.frontend / "vite" / "bin" / "vite.js"
    vite.write_text(vite.read_text().replace("app-1a2b.js", "app-3c4d.js"))
    (place.frontend / "index.html").write_text("<!doctype html><title>Newer</title>")

    Build(place).run()

    statuses = [(await http.get(f"/ui/assets/app-{each}.js")).status_code for each in ("1a2b", "3c4d")]
    assert (statuses, (await http.get("/")).text) == ([200, 200], "<!doctype html><title>Newer</title>")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/contacts", 405),
        ("GET", "/contacts/contact_1", 404),
        ("GET", "/contacts/sync", 405),
        ("GET", "/tasks/task_1", 404),
        ("DELETE", "/contacts", 405),
        ("PATCH", "/companies", 405),
        ("GET", "/", 404),
        ("POST", "/settings", 404),
    ],
)
async def test_enginy_finds_every_path_as_it_is_without_pages(database_url, database, method, path, status):
    key = await make_key(database)
    async with serving(database_url, key=key, clock=Clock(), ui=False) as enginy:
        without = await enginy.send(method, path)
    async with serving(database_url, key=key, clock=Clock()) as enginy:
        answers = [
            await enginy.send(method, path, headers={"accept": accept})
            for accept in ("application/json", "*/*", BROWSER["accept"])  # with a key, nobody is a browser
        ]

    told = [(answer.status_code, answer.content, answer.headers.get("allow")) for answer in answers]
    assert told == [(without.status_code, without.content, without.headers.get("allow"))] * 3
    assert without.status_code == status


async def test_pages_can_be_switched_off(place, tmp_path):
    Build(place).run()

    async with browsing(place, tmp_path, ui=False) as http:
        statuses = [(await http.get(path)).status_code for path in ("/", "/graphiql", "/ui/icon.svg")]

    assert statuses == [404, 404, 404]


async def test_pages_that_are_not_built_say_so_and_how_to_build_them(place, tmp_path):
    async with browsing(place, tmp_path) as http:
        page, file = await http.get("/contacts/contact_1"), await http.get("/ui/assets/app-1a2b.js")

    assert (page.status_code, page.headers["retry-after"], page.headers["cache-control"]) == (503, "2", "no-store")
    assert words(page.text) == (
        "The pages could not be built · Rolograph The pages could not be built It has not been built yet. "
        "Rolograph itself runs: REST, GraphQL and the documentation work. Try again "
        "Or, in a terminal: rolograph build-ui , which shows all that is printed."
    )
    assert (file.status_code, file.headers["retry-after"]) == (503, "2")


async def test_a_failed_build_tells_why_and_is_tried_again_when_somebody_asks(place, tmp_path):
    (place.frontend / "src" / "broken.ts").write_text("?")
    async with browsing(place, tmp_path) as http:
        keeper: Keeper = http.app.state.ui
        keeper.start()
        wait_for(lambda: keeper.unbuilt().reason is not None)
        failed = await http.get("/graphiql")
        (place.frontend / "src" / "broken.ts").unlink()

        again = await http.post("/ui/build?page=/graphiql")

        wait_for(lambda: keeper.built() is not None)
        page = await http.get(again.headers["location"])
    assert failed.status_code == 503
    assert re.search(r"Building pages failed after \d+ s\.", failed.text)
    assert "broken.ts" not in failed.text
    assert (again.status_code, again.headers["location"]) == (303, "/graphiql")
    assert page.text == "<!doctype html><title>The console</title>"


@pytest.mark.parametrize("page", ["https://example.com/", "//example.com", "/\\example.com"])
async def test_trying_again_leads_nowhere_else(http, page):
    again = await http.post("/ui/build", params={"page": page})

    assert again.headers["location"] == "/"


async def test_a_build_shows_its_steps_while_the_server_answers(place, tmp_path):
    (place.frontend / "wait.txt").touch()
    async with browsing(place, tmp_path) as http:
        keeper: Keeper = http.app.state.ui
        keeper.start()
        wait_for(lambda: builds(place) == 1)

        page, alive = await http.get("/"), await http.get("/healthz")

        keeper.stop()
    assert page.status_code == 503
    assert '<meta http-equiv="refresh" content="2">' in page.text
    steps = re.findall(r'<li class="(\w+)"[^>]*><span>([^<]+)</span>', page.text)
    assert steps == [("done", "Fetching packages"), ("now", "Building pages"), ("ahead", "Compressing")]
    assert alive.status_code == 200


async def test_pages_of_earlier_sources_are_not_shown_while_the_new_ones_are_built(place, tmp_path):
    Build(place).run()
    (place.frontend / "index.html").write_text("<!doctype html><title>Newer</title>")
    (place.frontend / "wait.txt").touch()
    async with browsing(place, tmp_path) as http:
        keeper: Keeper = http.app.state.ui
        keeper.start()
        wait_for(lambda: builds(place) == 2)

        page = await http.get("/")

        keeper.stop()
    assert page.status_code == 503


async def test_an_installation_with_built_pages_and_no_sources_serves_them(place, tmp_path):
    Build(place).run()
    installed = Place(frontend=tmp_path / "nothing", web=place.web)

    async with browsing(installed, tmp_path) as http:
        http.app.state.ui.start()
        page = await http.get("/")

    assert page.text == APP


def wait_for(condition) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.02)


def words(text: str) -> str:
    """What a page says."""
    body = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body)).strip()
