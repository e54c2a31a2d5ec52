"""The OpenAPI document as a page for people: whole, with no script and nothing to load."""

import base64
import hashlib
import shlex
from functools import cache
from importlib.resources import files
from typing import Any

from api.documentation.call import JSON, REFUSALS
from api.documentation.markup import Html, colored, join, json_text, link, prose, table, tag
from api.documentation.schema import PATH

Json = dict[str, Any]

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' "
    "rx='4' fill='%233a5bd9'/%3E%3Cpath d='M5 12V4h3.5a2.4 2.4 0 0 1 0 4.8H5m3 0 3 3.2' fill='none' stroke='white' "
    "stroke-width='1.8'/%3E%3C/svg%3E"
)
_WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list", "date-time": "time"}


@cache
def style() -> str:
    """The page's one style sheet, which stands in it."""
    return files("api.documentation").joinpath("style.css").read_text("utf-8")


@cache
def security_policy() -> str:
    """What the page may load: the style sheet that stands in it, and pictures that do. A browser refuses the rest."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def render(document: Json, server: str, document_url: str, trying_url: str | None = None) -> str:
    """The page. Examples call the server at the address `server`; `trying_url` is the page from which calls are made."""
    groups = [(each, _operations(document, each["name"])) for each in document["tags"]]
    main = tag(
        "main",
        _head(document, server, document_url, trying_url),
        *(_group(each, operations, document, server) for each, operations in groups),
        _refusals(document),
        _objects(document),
        id="content",
    )
    title = document["info"]["title"]
    head = join(
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
        Html('<meta name="color-scheme" content="light dark">'),
        tag("title", f"{title}: the calls"),
        Html(f'<link rel="icon" href="{_ICON}">'),
        Html(f"<style>{style()}</style>"),
    )
    skip = tag("a", "Skip to the content", href="#content", class_="skip")
    body = tag("body", skip, _navigation(title, groups), main)
    return "<!doctype html>" + tag("html", tag("head", head), body, lang="en")


def _operations(document: Json, name: str) -> list[tuple[str, str, Json]]:
    return [
        (method.upper(), path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if name in operation["tags"]
    ]


def _navigation(title: str, groups: list[tuple[Json, list[tuple[str, str, Json]]]]) -> Html:
    parts: list[Html] = [tag("p", link("#content", title), class_="brand")]
    for each, operations in groups:
        entries = [
            tag("li", link(f"#{operation['operationId']}", _verb(method), tag("span", path)))
            for method, path, operation in operations
        ]
        parts += [tag("h2", link(f"#{each['name']}", each["name"])), tag("ul", *entries)]
    parts.append(tag("h2", link("#refusals", "Refusals")))
    parts.append(tag("h2", link("#objects", "Objects")))
    return tag("nav", *parts, aria_label="Calls")


def _verb(method: str) -> Html:
    return tag("span", method, class_=f"verb {method.lower()}")


def _head(document: Json, server: str, document_url: str, trying_url: str | None) -> Html:
    info, key = document["info"], document["components"]["securitySchemes"]["apiKey"]
    facts: list[tuple[str, str]] = [
        ("Address", tag("code", server)),
        ("Key", join("In the header ", tag("code", key["name"]), ". ", prose(key["description"]))),
        ("Release", info["version"]),
        ("Document", join(link(document_url, "openapi.json"), f", OpenAPI {document['openapi']}, for programs")),
        *((name, prose(header["description"])) for name, header in document["components"]["headers"].items()),
    ]
    if trying_url is not None:
        facts.append(("Try it", link(trying_url, "Make the calls from here, with a key of yours")))
    return tag(
        "header",
        tag("h1", info["title"]),
        tag("p", info["summary"], class_="summary"),
        *(tag("p", prose(part)) for part in info["description"].split("\n\n")),
        tag("dl", *(join(tag("dt", name), tag("dd", fact)) for name, fact in facts)),
    )


def _group(group: Json, operations: list[tuple[str, str, Json]], document: Json, server: str) -> Html:
    articles = [_operation(method, path, each, document, server) for method, path, each in operations]
    return tag("section", tag("h2", group["name"]), tag("p", group["description"]), *articles, id=group["name"])


def _operation(method: str, path: str, operation: Json, document: Json, server: str) -> Html:
    told = [
        tag("h3", link(f"#{operation['operationId']}", operation["summary"])),
        tag("p", _verb(method), " ", tag("code", path), class_="path"),
        *(tag("p", prose(part)) for part in operation["description"].split("\n\n")),
    ]
    if operation.get("security") == []:
        told.append(tag("p", "Needs no key."))
    if "requestBody" in operation:
        told.append(tag("p", "Takes ", _taken(_schema_of(operation["requestBody"]), document), "."))
    answers, refusals = [], []
    for status, response in operation["responses"].items():
        if "$ref" in response:
            name = response["$ref"].rpartition("/")[2]
            refusals.append(tag("li", link(f"#refusal-{name}", status, " ", name)))
        else:
            answers.append((status, _type(_schema_of(response)), prose(response["description"])))
    told.append(table(("Status", "Body", "Meaning"), answers))
    told.append(tag("p", "Refuses with:", class_="quiet"))
    told.append(tag("ul", *refusals, class_="refusals"))
    return tag(
        "article",
        tag("div", *told, class_="told"),
        tag("div", *_examples(method, path, operation, document, server), class_="shown"),
        id=operation["operationId"],
    )


def _taken(schema: Json, document: Json) -> Html:
    """The object a call takes, and what is in it if that is one thing."""
    words = _type(schema)
    fields = document["components"]["schemas"][schema["$ref"].removeprefix(PATH)].get("properties", {})
    if len(fields) > 1:
        return words
    return join(words, *(join(": ", tag("code", name), ", a ", _type(each)) for name, each in fields.items()))


def _schema_of(part: Json) -> Json:
    content: Json = next(iter(part["content"].values()))
    schema: Json = content["schema"]
    return schema


def _examples(method: str, path: str, operation: Json, document: Json, server: str) -> list[Html]:
    """Each example's command and answer, in the order in which they are one story."""
    key = "" if operation.get("security") == [] else document["components"]["securitySchemes"]["apiKey"]["name"]
    where = server + _filled(path, operation)
    requests = operation.get("requestBody", {}).get("content", {}).get(JSON, {}).get("examples", {})
    answers = {
        name: (status, example)
        for status, response in operation["responses"].items()
        for name, example in response.get("content", {}).get(JSON, {}).get("examples", {}).items()
    }
    shown: list[Html] = []
    for name in requests or answers:
        status, answer = answers[name]
        value = requests[name]["value"] if requests else None
        shown.append(tag("h4", answer["summary"]))
        shown.append(tag("pre", _command(method, where, key, value)))
        shown.append(tag("p", status, class_="status"))
        shown.append(tag("pre", colored(json_text(answer["value"]))))
    return shown


def _filled(path: str, operation: Json) -> str:
    for parameter in operation.get("parameters", ()):
        path = path.replace(f"{{{parameter['name']}}}", parameter.get("example", parameter["name"]))
    return path


def _command(method: str, url: str, key: str, value: Any) -> Html:
    parts: list[str] = [f"curl {shlex.quote(url)}" if method == "GET" else f"curl -X {method} {shlex.quote(url)}"]
    parts += [f'-H "{key}: $KEY"'] if key else []
    if value is not None:
        parts += [f"-H 'Content-Type: {JSON}'", join("-d ", colored(shlex.quote(json_text(value))))]
    return join(parts[0], *(join(" \\\n  ", part) for part in parts[1:]))


def _refusals(document: Json) -> Html:
    statuses = {refusal.name: str(status) for status, refusal in REFUSALS.items()}
    parts = []
    for name, response in document["components"]["responses"].items():
        example = response["content"][JSON]["example"]
        parts.append(
            tag(
                "article",
                tag(
                    "div", tag("h3", statuses[name], " ", name), tag("p", prose(response["description"])), class_="told"
                ),
                tag("div", tag("pre", colored(json_text(example))), class_="shown"),
                id=f"refusal-{name}",
            )
        )
    return tag("section", tag("h2", "Refusals"), *parts, id="refusals")


def _objects(document: Json) -> Html:
    parts = []
    for name, schema in document["components"]["schemas"].items():
        told = [tag("h3", name)]
        if "description" in schema:
            told.append(tag("p", prose(schema["description"])))
        required = set(schema.get("required", ()))
        rows = [_field(field, each, required) for field, each in schema.get("properties", {}).items()]
        told.append(table(("Name", "Type", "Meaning"), rows) if rows else tag("p", "A ", _type(schema), "."))
        parts.append(tag("article", *told, id=f"object-{name}"))
    return tag("section", tag("h2", "Objects"), *parts, id="objects")


def _field(name: str, schema: Json, required: set[str]) -> tuple[str, ...]:
    mark = join(" ", tag("span", "required", class_="required")) if name in required else ""
    return join(tag("code", name), mark), _type(schema), prose(schema.get("description", ""))


def _type(schema: Json) -> Html:
    """What a value is, in words, with links to the objects."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(PATH)
        return link(f"#object-{name}", name)
    if "anyOf" in schema:
        kinds = [_type(each) for each in schema["anyOf"]]
        return join(kinds[0], *(join(" or ", kind) for kind in kinds[1:]))
    if "const" in schema:
        return tag("code", json_text(schema["const"]))
    kind: str = schema.get("format") or schema.get("type", "anything")
    word = _WORDS.get(kind, kind)
    return join(word, " of ", _type(schema["items"])) if kind == "array" else join(word)
