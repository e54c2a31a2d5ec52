"""Where the UI is found: its pages for browsers, its files under /ui, and the page in their place while it is built."""

import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import Scope

from api.ui.files import BuiltFile, file_response, files_of
from api.ui.keeping import Keeper
from api.ui.waiting import REFRESH_SECONDS, security_policy, waiting_page

# The first part of the paths of the app. Some are Enginy's as well: a browser that opens one asks for a page, Enginy
# asks for JSON, and the pages of records stand where the link templates lead.
APP_PAGES = "contacts companies deals tasks activities engagement sync fields settings profile".split()

CALLS_PATH = "/docs/try"

_COMMON = "script-src 'self'; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
_COMMON = f"default-src 'self'; {_COMMON}form-action 'self'; frame-ancestors 'none'; "
APP_POLICY = f"{_COMMON}style-src 'self'; img-src 'self' data:; font-src 'self'"
# The editor colors words by styles it makes up as it goes, and GraphiQL's style sheet holds its fonts.
CONSOLE_POLICY = f"{_COMMON}style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:"


class PageRoute(Route):
    """A route that is there for browsers alone: to all others, and for other methods, the path is what it was."""

    def __init__(self, path: str, endpoint: Callable[[Request], Awaitable[Response]], key_header: str) -> None:
        super().__init__(path, endpoint, methods=["GET"], include_in_schema=False)
        self._keys = {key_header.lower().encode(), b"authorization"}

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return Match.NONE, {}
        accepts = b""
        for name, value in scope["headers"]:
            if name in self._keys:
                return Match.NONE, {}
            if name == b"accept":
                accepts = value
        return super().matches(scope) if b"text/html" in accepts else (Match.NONE, {})


class Pages:
    """The UI's answers. What lies in the folder of a build is listed once."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._listed: tuple[Path, dict[str, BuiltFile]] | None = None

    async def app(self, request: Request) -> Response:
        """The app, whichever of its pages it is to show."""
        return self._page(request, "index.html", APP_POLICY, vary="accept")

    async def console(self, request: Request) -> Response:
        """GraphiQL."""
        return self._page(request, "graphiql.html", CONSOLE_POLICY)

    async def calls(self, request: Request) -> Response:
        """The calls of `/docs`, to be made from the browser."""
        return self._page(request, "calls.html", APP_POLICY)

    async def file(self, request: Request) -> Response:
        """A file that a page loads."""
        files = self._files()
        if files is None:
            return Response("The pages are not built yet", 503, _LATER, "text/plain")
        name = request.path_params["name"]
        file = files.get(name)
        if file is None:
            raise HTTPException(404)
        return file_response(request, name, file)

    async def build(self, request: Request) -> Response:
        """Try again to build what could not be built, and go back to the page that was asked for."""
        if self._keeper.built() is None:
            self._keeper.start()
        page = request.query_params.get("page", "/")
        inside = page.startswith("/") and not page.startswith(("//", "/\\"))
        return RedirectResponse(page if inside else "/", 303)

    def _page(self, request: Request, name: str, policy: str, **headers: str) -> Response:
        files = self._files()
        if files is None or name not in files:
            page = waiting_page(self._keeper.unbuilt(), request.url.path, time.time())
            return HTMLResponse(page, 503, {**_LATER, **headers, "content-security-policy": security_policy()})
        return file_response(request, name, files[name], **{"content-security-policy": policy, **headers})

    def _files(self) -> dict[str, BuiltFile] | None:
        current = self._keeper.built()
        if current is None:
            return None
        if self._listed is None or self._listed[0] != current:
            self._listed = current, files_of(self._keeper.place.web, current)
        return self._listed[1]


_LATER = {"retry-after": str(REFRESH_SECONDS), "cache-control": "no-store"}


def show_pages(app: FastAPI, keeper: Keeper, key_header: str) -> None:
    """Give an application its pages. Call it first: a browser's path may be Enginy's as well."""
    pages = Pages(keeper)
    for path in ("/", *(f"/{name}{rest}" for name in APP_PAGES for rest in ("", "/{rest:path}"))):
        app.router.routes.append(PageRoute(path, pages.app, key_header))
    app.add_route("/graphiql", pages.console, include_in_schema=False)
    app.add_route(CALLS_PATH, pages.calls, include_in_schema=False)
    app.add_route("/ui/build", pages.build, methods=["POST"], include_in_schema=False)
    app.add_route("/ui/{name:path}", pages.file, include_in_schema=False)
