"""The page that shows the OpenAPI document: open to all, whole, and with nothing to load."""

import base64
import hashlib
from html.parser import HTMLParser

import pytest

from tests.api.documented import operations
from tests.enginy import serving
from tests.factories import Clock

ADDRESSES = ("src", "href", "srcset", "action", "data", "poster", "style")


class Page(HTMLParser):
    """What a page is made of, as far as these tests ask."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.addresses: set[str] = set()
        self.ids: list[str] = []
        self.words: list[str] = []
        self.styles: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.elements.add(tag)
        for name, value in attrs:
            assert not name.startswith("on"), "no scripts in attributes"
            if name in ADDRESSES:
                self.addresses.add(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_data(self, data: str) -> None:
        (self.styles if self._inside == "style" else self.words).append(data)


@pytest.fixture
async def page(database_url):
    async with serving(database_url, key="", clock=Clock()) as enginy:
        return await enginy.get("/docs", headers={"X-API-Key": ""})


async def test_page_and_document_are_open_to_all(database_url):
    async with serving(database_url, key="", clock=Clock()) as enginy:
        page = await enginy.get("/docs")
        document = await enginy.get("/openapi.json")

    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert (document.status_code, document.headers["content-type"]) == (200, "application/json")


async def test_page_loads_nothing(page):
    seen = Page(page.text)

    outside = {address for address in seen.addresses if not address.startswith(("#", "data:image/svg+xml,"))}
    assert outside == {"/openapi.json", "/docs/try"}  # links, which load nothing
    assert seen.elements.isdisjoint({"script", "iframe", "img", "object", "embed", "form", "base"})
    assert [sheet for sheet in seen.styles if "url(" in sheet or "@import" in sheet] == []


async def test_page_lets_its_own_style_sheet_in_and_nothing_else(page):
    (sheet,) = Page(page.text).styles
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()

    assert page.headers.get_list("content-security-policy") == [
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ]


async def test_page_shows_every_call_and_object_and_its_links_lead_somewhere(page, database_url):
    async with serving(database_url, key="", clock=Clock()) as enginy:
        document = enginy.app.openapi()
    seen = Page(page.text)

    assert {address.removeprefix("#") for address in seen.addresses if address.startswith("#")} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    assert {operation["operationId"] for _, _, operation in operations(document)} <= set(seen.ids)
    assert {f"object-{name}" for name in document["components"]["schemas"]} <= set(seen.ids)
    assert {f"refusal-{name}" for name in document["components"]["responses"]} <= set(seen.ids)


async def test_page_speaks_of_this_server(database_url):
    facts = {"public_url": "https://crm.example.com/", "path_prefix": "/crm", "api_key_header": "X-Token`&~"}
    async with serving(database_url, key="", clock=Clock(), **facts) as enginy:
        page = await enginy.get("/docs")

    words = "".join(Page(page.text).words)
    assert 'curl https://crm.example.com/crm/health \\\n  -H "X-Token`&~: $KEY"' in words
    assert "X-Token`&~" not in page.text
    assert "curl https://crm.example.com/crm/tasks/task_7b2n9s" in words
