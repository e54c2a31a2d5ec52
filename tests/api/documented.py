"""Answers of a server against its own OpenAPI document."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from api.app import create_app
from api.settings import Settings
from tests.api.json_schema import Json, problems, resolved

CALLS = {
    "createContacts": ("POST", "/contacts"),
    "updateContacts": ("PUT", "/contacts"),
    "syncContacts": ("POST", "/contacts/sync"),
    "getContacts": ("POST", "/contacts/batch"),
    "createCompanies": ("POST", "/companies"),
    "updateCompanies": ("PUT", "/companies"),
    "syncCompanies": ("POST", "/companies/sync"),
    "getCompanies": ("POST", "/companies/batch"),
    "associateContacts": ("POST", "/associations"),
    "checkConnection": ("GET", "/health"),
    "createTask": ("POST", "/tasks"),
    "getTasks": ("POST", "/tasks/batch"),
    "updateTasks": ("PATCH", "/tasks/batch"),
    "getTask": ("GET", "/tasks/{task_id}"),
    "updateTask": ("PATCH", "/tasks/{task_id}"),
    "createActivity": ("POST", "/activities"),
    "getActivity": ("GET", "/activities/{activity_id}"),
    "getUsers": ("GET", "/users"),
}
MONITORING = {
    "checkAlive": ("GET", "/healthz"),
    "checkReady": ("GET", "/readyz"),
    "getMetrics": ("GET", "/metrics"),
}
WITH_A_BODY = {name: call for name, call in CALLS.items() if call[0] != "GET"}
HEADERS = ("X-Request-ID", "X-Sync-Run", "Retry-After")


def app_of(folder: Path, **settings: Any) -> FastAPI:
    """A server with these settings, whose database is never opened."""
    given: Json = {"_env_file": None, "database_url": f"sqlite:///{folder}/none.db", **settings}
    return create_app(Settings(**given))


def document_of(folder: Path, **settings: Any) -> Json:
    return app_of(folder, **settings).openapi()


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def departures(document: Json, response: httpx.Response) -> list[str]:
    """In what an answer is other than the document says."""
    request = response.request
    method, path = request.method, request.url.path
    found = [each for known, where, each in operations(document) if known == method and fits(where, path)]
    # A path that names "batch" comes before one with an id in its place, as it does in the router.
    responses = found[0]["responses"]
    if str(response.status_code) not in responses:
        return [f"{method} {path} may not answer {response.status_code}"]
    told = resolved(responses[str(response.status_code)], document)
    wrong = [
        f"{name} is {'there' if name in response.headers else 'missing'}"
        for name in HEADERS
        if (name in told["headers"]) != (name in response.headers)
    ]
    kind = response.headers["content-type"].partition(";")[0]
    if kind not in told["content"]:
        return [*wrong, f"the body is {kind}"]
    body = response.json() if kind == "application/json" else response.text
    return wrong + problems(body, told["content"][kind]["schema"], document)


def fits(template: str, path: str) -> bool:
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) is not None
