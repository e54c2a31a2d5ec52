"""The documents of the built UI: registered by each server that serves them, once, and never in its way."""

import asyncio
import json
from pathlib import Path

import httpx
import pytest

from api.context import Server
from api.settings import Settings
from api.startup import build_app
from api.ui.place import Place
from api.ui.registering import register_build
from models.database.engine import Database
from models.library.document import RegisteredDocument, hash_of
from tests.api.ui.small import VIEWER, builds, small_ui
from tests.factories import NOW, Clock, rows_of, runs_of

COUNT = "query Count { contacts { totalCount } }"


@pytest.fixture
def wheel(tmp_path: Path) -> Place:
    """What an installed wheel has: a build, and no sources."""
    place = Place(tmp_path / "frontend", tmp_path / "web")
    make_build(place, "first", VIEWER)
    place.make_current("first")
    return place


def make_build(place: Place, name: str, *documents: str) -> Path:
    """A build with these documents."""
    folder = place.web / name
    folder.mkdir(parents=True)
    (folder / "documents.json").write_text(json.dumps({hash_of(text): text for text in documents}))
    return folder


def settings(database_url: str) -> Settings:
    return Settings(_env_file=None, database_url=database_url)


@pytest.fixture
def server(database_url: str, database: Database) -> Server:
    return Server(settings(database_url), database, Clock())


async def registered(database: Database) -> dict[str, str]:
    """The sources of registered documents by their texts."""
    return {each.text: each.source for each in await rows_of(database, RegisteredDocument)}


async def first_registered(database: Database) -> RegisteredDocument:
    """The first document, as soon as there is one."""
    for _ in range(1500):
        if rows := await rows_of(database, RegisteredDocument):
            return rows[0]
        await asyncio.sleep(0.02)
    raise TimeoutError


async def test_a_server_registers_the_documents_of_the_build_it_finds(database_url, database, wheel):
    app = build_app(settings(database_url), ui=wheel, clock=Clock())
    async with app.router.lifespan_context(app):
        document = await first_registered(database)

    assert (document.hash, document.text, document.source, document.registered_at, document.registered_by) == (
        hash_of(VIEWER), VIEWER, "ui first", NOW, "cli",
    )  # fmt: skip


async def test_a_server_registers_the_documents_of_the_build_it_makes(database_url, database, tmp_path):
    place = small_ui(tmp_path)
    app = build_app(settings(database_url), ui=place, clock=Clock())
    async with app.router.lifespan_context(app):
        await first_registered(database)

    assert builds(place) == 1
    assert await registered(database) == {VIEWER: f"ui {place.version()}"}


async def test_a_build_that_is_registered_already_writes_no_run(server, database, wheel):
    first = await register_build(server, wheel.web / "first")
    again = await register_build(server, wheel.web / "first")

    assert (first, again) == (True, True)
    assert [run.act for run in await runs_of(database)] == ["register_documents"]


async def test_servers_that_register_at_once_register_each_document_once(server, database, wheel):
    outcomes = await asyncio.gather(*(register_build(server, wheel.web / "first") for _ in range(4)))

    assert outcomes == [True] * 4
    assert await registered(database) == {VIEWER: "ui first"}


async def test_documents_of_the_build_before_stay_for_pages_that_are_open(server, database, wheel):
    await register_build(server, wheel.web / "first")

    await register_build(server, make_build(wheel, "second", VIEWER, COUNT))
    await register_build(server, make_build(wheel, "third"))

    assert await registered(database) == {VIEWER: "ui first", COUNT: "ui second"}


@pytest.mark.parametrize(
    "manifest",
    [
        pytest.param(None, id="absent"),
        pytest.param("[", id="no-json"),
        pytest.param('["a"]', id="no-object"),
        pytest.param(json.dumps({"0" * 64: COUNT}), id="hash-of-another"),
        pytest.param(json.dumps({hash_of("{"): "{"}), id="no-document"),
        pytest.param(json.dumps({hash_of("{ no }"): "{ no }"}), id="does-not-fit"),
    ],
)
async def test_what_cannot_be_registered_is_left_and_the_server_runs(database_url, database, wheel, manifest, capsys):
    file = wheel.web / "first" / "documents.json"
    file.unlink() if manifest is None else file.write_text(manifest)

    app = build_app(settings(database_url), ui=wheel, clock=Clock())
    server = app.state.server
    outcome = await register_build(server, wheel.web / "first")
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://crm.test") as http,
    ):
        await asyncio.sleep(0)
        assert (await http.get("/healthz")).status_code == 200

    assert outcome is False
    assert await registered(database) == {}
    assert "the documents of the UI could not be registered" in capsys.readouterr().out
