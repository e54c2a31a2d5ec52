"""The OpenAPI document: what FastAPI sees of the routes, and what it cannot see of bodies, refusals and the key."""

import re
from importlib.metadata import version
from types import ModuleType
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from api.documentation import schema
from api.documentation.call import JSON, REFUSALS, REQUEST_ID, RETRY_AFTER, RUN, Refusal, body, headers_of
from api.documentation.example import Example
from api.documentation.schema import Error, schemas
from api.enginy.documents import records, work
from api.enginy.examples.records import EXAMPLES as EXAMPLES_OF_RECORDS
from api.enginy.examples.work import EXAMPLES as EXAMPLES_OF_WORK
from api.settings import Settings
from models.errors import Unavailable

EXAMPLES = EXAMPLES_OF_RECORDS | EXAMPLES_OF_WORK
TAGS = {
    "Connection": "Enginy tries these before anything else, and again from time to time.",
    "Contacts": "Batches of contacts. Each item is judged alone: an odd one never spoils the others.",
    "Companies": "Batches of companies, and who belongs to them.",
    "Tasks": "What Enginy's sequences leave for people to do.",
    "Activities": "Messages and connections that Enginy reports.",
    "Users": "The team, whose members own contacts and tasks.",
    "Monitoring": "For machines that watch the server.",
}
_METHODS = ("get", "post", "put", "patch", "delete")
_BATCHES = {"contacts", "companies", "associations", "ids"}


def describe(app: FastAPI, settings: Settings) -> dict[str, Any]:
    """The OpenAPI document of an application with these settings."""
    document = get_openapi(
        title="Rolograph",
        version=version("rolograph"),
        summary="A CRM that Enginy can be connected to.",
        description=_introduction(settings),
        routes=app.routes,
        tags=[{"name": name, "description": words} for name, words in TAGS.items()],
        servers=[{"url": settings.public_url.rstrip("/")}] if settings.public_url else None,
        license_info={"name": "MIT", "identifier": "MIT"},
    )
    for path, operations in document["paths"].items():
        document["paths"][path] = {method: operations[method] for method in _METHODS if method in operations}
        for operation in operations.values():
            _finish(operation)
    document["security"] = [{"apiKey": []}]
    document["components"] = {
        "schemas": _schemas(settings),
        "responses": {refusal.name: _refusal(status, refusal, settings) for status, refusal in REFUSALS.items()},
        "headers": _HEADERS,
        "securitySchemes": {"apiKey": _key(settings)},
    }
    return document


def _introduction(settings: Settings) -> str:
    return (
        "What Enginy calls on a custom CRM, and what it is answered.\n\n"
        f"A call carries its key in the header `{settings.api_key_header}`, and its body says that it is `{JSON}`. "
        "A refusal is an object with `error`, which is short, and `message`, which is a sentence. A path that exists "
        "answers 405 to other methods and names its own in `Allow`; any other path answers 404. Doubled and trailing "
        "slashes mean nothing.\n\n"
        "A well-formed batch is always answered with 200. What is wrong with one of its items stands beside the "
        "results of the others. A batch may be repeated: it finds what the first one made."
    )


def _finish(operation: dict[str, Any]) -> None:
    """What FastAPI adds or leaves out: 422 is never answered here, and it would take every null out of an example."""
    operation["responses"].pop("422", None)
    examples = {_key_of(example): example for example in EXAMPLES.get(operation["operationId"], ())}
    for parameter in operation.get("parameters", ()):
        parameter["schema"].pop("title", None)
        parameter.setdefault("description", f"Id of the {parameter['name'].removesuffix('_id')}.")
        known = [example.parameter for example in examples.values() if example.parameter is not None]
        parameter |= {"example": known[0]} if known else {}
    for key, example in examples.items():
        _illustrate(operation["responses"][str(example.status)], key, example.name, example.answer)
        if example.request is not None:
            _illustrate(operation["requestBody"], key, example.name, example.request)
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _key_of(example: Example) -> str:
    return re.sub(r"\W+", "-", example.name.lower())


def _illustrate(part: dict[str, Any], key: str, name: str, value: Any) -> None:
    part["content"][JSON].setdefault("examples", {})[key] = {"summary": name, "value": value}


def _schemas(settings: Settings) -> dict[str, Any]:
    found = schemas([model for module in (schema, records, work) for model in _models(module)])
    for one in found.values():
        for name in _BATCHES & one.get("properties", {}).keys():
            one["properties"][name]["maxItems"] = settings.max_batch_items
    return found


def _models(module: ModuleType) -> list[type[BaseModel]]:
    """The models that a module names for use; others begin with an underscore, or have brackets, as generic ones do."""
    return [
        each
        for name, each in vars(module).items()
        if isinstance(each, type) and issubclass(each, BaseModel) and each.__module__ == module.__name__
        if not name.startswith("_") and name.isidentifier() and each is not schema.Document
    ]


def _refusal(status: int, refusal: Refusal, settings: Settings) -> dict[str, Any]:
    content = body(Error)
    content[JSON]["example"] = {"error": refusal.error, "message": refusal.message}
    meaning = refusal.meaning
    if status == 413:
        meaning += f" That is {settings.max_batch_items:,} items or {settings.max_body_bytes:,} bytes."
    return {"description": meaning, "headers": headers_of(refusal.headers), "content": content}


_HEADERS = {
    REQUEST_ID: {
        "description": "Comes with every answer: names the call in the log. A UUID sent in it is kept.",
        "schema": {"type": "string"},
        "example": "5c1e0f6f4b1f4a8f9d3c2b7a6e5d4c3b",
    },
    RUN: {
        "description": "Comes with every write: id of the run that keeps what arrived, what was decided, what changed.",
        "schema": {"type": "string"},
        "example": "run_01m84g715weddvrt4btpcb1zv9",
    },
    RETRY_AFTER: {
        "description": "Comes with 503: seconds to wait before the next try.",
        "schema": {"type": "integer"},
        "example": Unavailable.retry_after_seconds,
    },
}


def _key(settings: Settings) -> dict[str, str]:
    return {
        "type": "apiKey",
        "in": "header",
        "name": settings.api_key_header,
        "description": "A key made with `rolograph keys create`. It may also come as `Authorization: Bearer`.",
    }
