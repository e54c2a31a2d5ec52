"""Where the documentation is found: /openapi.json for programs, /docs for people; both are open to all."""

from functools import cache
from typing import Any

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse

from api.documentation.document import describe
from api.documentation.page import render, security_policy
from api.settings import Settings
from api.ui.pages import CALLS_PATH
from api.welcome import Addresses


def document(app: FastAPI, settings: Settings) -> None:
    """Give an application its OpenAPI document and the page that shows it."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe(app, settings)
        return app.openapi_schema

    @cache
    def page(root: str) -> str:
        trying_url = f"{root}{CALLS_PATH}" if settings.ui else None
        return render(openapi(), Addresses.of(settings).public, f"{root}{app.openapi_url}", trying_url)

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI names for it

    @app.get("/docs", include_in_schema=False)
    async def get_docs(request: Request) -> HTMLResponse:
        """The calls, for people to read. Open to all; loads nothing."""
        root = request.scope.get("root_path", "").rstrip("/")
        return HTMLResponse(page(root), headers={"content-security-policy": security_policy()})
