"""Hostile bodies: every value of every valid body replaced by odd ones, and whole bodies bent, cut and inflated."""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.soak.creators import newcomer


@dataclass(frozen=True, slots=True)
class Hostile:
    """A request that means no good. `kind` says of which class it is."""

    kind: str
    method: str
    path: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


# JSON as it is spelled, because some of it no encoder would write.
ODD = {
    "null": "null",
    "true": "true",
    "zero": "0",
    "negative": "-1",
    "fraction": "1.5",
    "negative zero": "-0.0",
    "20 digits": "12345678901234567890",
    "400 digits": "9" * 400,
    "5,000 digits": "9" * 5_000,
    "long decimal": "0.1234567890123456789012345678901234567890",
    "1e400": "1e400",
    "-1e400": "-1e400",
    "1e-400": "1e-400",
    "NaN": "NaN",
    "Infinity": "Infinity",
    "-Infinity": "-Infinity",
    "leading zero": "007",
    "hexadecimal": "0x10",
    "empty text": '""',
    "blank text": '" \\t\\n"',
    "NUL escaped": '"a\\u0000b"',
    "NUL raw": '"a\x00b"',
    "control raw": '"a\x01\x1fb"',
    "high surrogate": '"\\ud83d"',
    "low surrogate": '"\\ude00"',
    "surrogates reversed": '"\\ude00\\ud83d"',
    "bad escape": '"\\x41"',
    "short escape": '"\\u12"',
    "emoji": '"👩‍👩‍👧‍👦 \\ud83d\\ude00"',
    "right to left": '"\u202egnp.exe\u2066"',
    "not a character": '"\uffff\ufffe"',
    "combining": '"Z' + "\u0351" * 300 + '"',
    "SQL": '"\'; DROP TABLE contact; --"',
    "pattern": '"%_*?[a-z]\\\\"',
    "template": '"{{7*7}} ${7*7} <%= 7*7 %>"',
    "script": '"<script>alert(1)</script>"',
    "formula": "\"=cmd|'/c calc'!A1\"",
    "address": '"http://169.254.169.254/latest/meta-data/"',
    "200,000 characters": '"' + "x" * 200_000 + '"',
    "empty list": "[]",
    "empty object": "{}",
    "list of null": "[null]",
    "nested list": "[[[[[]]]]]",
    "object": '{"a": {"b": [1, {"c": null}]}}',
    "list of 2,000": "[" + ",".join(["1"] * 2_000) + "]",
    "object of 2,000": "{" + ",".join(f'"k{number}": {number}' for number in range(2_000)) + "}",
    "100 deep": "[" * 100 + "]" * 100,
    "5,000 deep": "[" * 5_000 + "]" * 5_000,
    "5,000 objects deep": '{"a":' * 5_000 + "1" + "}" * 5_000,
    "unclosed": "[" * 1_000,
    "internal": '{"__proto__": {"admin": true}, "constructor": 1, "id": "x", "deletedAt": "2024-01-01"}',
}
# Names that imitate what is ours, or that no column could have.
NAMES = (
    "id", "crmId", "version", "createdAt", "created_at", "updatedAt", "deletedAt", "deleted_at", "owner_id", "edits",
    "custom_fields", "customFields", "shadow", "tenant", "role", "__proto__", "constructor", "toString", "externalId",
    "hasOwnProperty", "", " ", ".", "$where", "a.b", "a[0]", "x" * 255, "x" * 256, "x" * 10_000, "\ud83d", "\x00", "👍",
)  # fmt: skip
MARK = "@@odd@@"


def valid_bodies(victims: list[str]) -> list[tuple[str, str, Any]]:
    """One valid call of every kind that has a body; none of them touches anything but the victims."""
    contact, company = victims[0], "company_of_nobody"
    lead = {
        **newcomer("victim"),
        "phone": "+12025550100",
        "tags": ["a", "b"],
        "leadScore": 5,
        "customFields": {"nested": {"deep": [1, "two", None]}},
    }
    update = {name: value for name, value in lead.items() if name != "externalId"} | {"crmId": contact, "deal": 12.5}
    firm = {"externalId": "firm-1", "name": "Firm", "domain": "firm.example.com", "foundedYear": 1999, "tags": ["x"]}
    task = {
        "subject": "Call",
        "description": "soon",
        "dueDate": "2026-01-01T10:00:00Z",
        "contactId": contact,
        "completed": False,
    }
    activity = {
        "type": "email",
        "subject": "Hello",
        "body": "<p>Hello</p>",
        "direction": "outbound",
        "occurredAt": "2026-01-01T10:00:00Z",
        "contactId": contact,
        "metadata": {"messageId": "message-1", "step": 1},
    }
    pair = {"contactCRMId": contact, "companyCRMId": company}
    return [
        ("POST", "/contacts", {"contacts": [lead]}),
        ("PUT", "/contacts", {"contacts": [update]}),
        ("POST", "/contacts/sync", {"contacts": [lead]}),
        ("POST", "/contacts/batch", {"ids": victims[:2]}),
        ("POST", "/companies", {"companies": [firm]}),
        ("PUT", "/companies", {"companies": [{"crmId": company, "name": "Other"}]}),
        ("POST", "/companies/sync", {"companies": [firm]}),
        ("POST", "/companies/batch", {"ids": [company]}),
        ("POST", "/associations", {"associations": [pair]}),
        ("POST", "/tasks", task),
        ("PATCH", "/tasks/nobody", {"completed": True}),
        ("POST", "/tasks/batch", {"ids": ["nobody"]}),
        ("PATCH", "/tasks/batch", {"ids": ["nobody"], "completed": True}),
        ("POST", "/activities", activity),
    ]


def hostile_bodies(victims: list[str], rng: random.Random) -> Iterator[Hostile]:
    """Thousands of requests; which bytes are bent is left to chance, everything else is the same at every run."""
    for method, path, body in valid_bodies(victims):
        yield from _odd_values(method, path, body)
        yield from _odd_names(method, path, body)
        yield from _bent(method, path, json.dumps(body).encode(), rng)
        yield from _mislabeled(method, path, json.dumps(body).encode())


def _odd_values(method: str, path: str, body: Any) -> Iterator[Hostile]:
    for marked in _marked(body):
        text = json.dumps(marked)
        for kind, spelled in ODD.items():
            whole = text.replace(f'"{MARK}"', spelled)
            yield Hostile(f"value: {kind}", method, path, whole.encode("utf-8", "surrogatepass"))


def _marked(body: Any) -> Iterator[Any]:
    """The body once for every value in it, with that value marked."""
    yield MARK
    if isinstance(body, dict):
        for name, value in body.items():
            for marked in _marked(value):
                yield {**body, name: marked}
    elif isinstance(body, list):
        for index, value in enumerate(body):
            for marked in _marked(value):
                yield [*body[:index], marked, *body[index + 1 :]]


def _odd_names(method: str, path: str, body: dict[str, Any]) -> Iterator[Hostile]:
    (name, value), *_ = body.items()
    for odd in NAMES:
        yield Hostile("name in the envelope", method, path, json.dumps({odd: value, **body}).encode())
        yield Hostile("name of the envelope", method, path, json.dumps({odd: value}).encode())
        if isinstance(value, list) and isinstance(value[0], dict):
            yield Hostile(
                "name in an item", method, path, json.dumps({name: [{**value[0], odd: "odd"}, *value]}).encode()
            )
            nested = {**value[0], "customFields": {odd: {odd: [odd]}}}
            yield Hostile("name in custom fields", method, path, json.dumps({name: [nested]}).encode())
    twice = json.dumps(body)
    yield Hostile("same name twice", method, path, f"{twice[:-1]}, {twice[1:]}".encode())
    yield Hostile("same name twice, once odd", method, path, f'{twice[:-1]}, "{name}": 5}}'.encode())
    if isinstance(value, list):
        item = json.dumps(value[0])
        doubled = f"{item[:-1]}, {item[1:]}" if item.startswith("{") else item
        yield Hostile("same name twice in an item", method, path, f'{{"{name}": [{doubled}]}}'.encode())
        yield Hostile("many odd items", method, path, json.dumps({name: [None, 1, "x", [], {}, *value] * 200}).encode())


def _bent(method: str, path: str, body: bytes, rng: random.Random) -> Iterator[Hostile]:
    for _ in range(20):
        yield Hostile("truncated", method, path, body[: rng.randrange(len(body))])
        bent = bytearray(body)
        for _ in range(rng.randint(1, 4)):
            bent[rng.randrange(len(bent))] = rng.randrange(256)
        yield Hostile("bytes changed", method, path, bytes(bent))
        start, end = sorted(rng.sample(range(len(body)), 2))
        yield Hostile("piece missing", method, path, body[:start] + body[end:])
        yield Hostile("piece doubled", method, path, body[:end] + body[start:])
    for kind, whole in {
        "empty body": b"",
        "blank body": b" \r\n\t",
        "byte order mark": b"\xef\xbb\xbf" + body,
        "UTF-16": body.decode().encode("utf-16"),
        "Latin-1": '{"contacts": [{"firstName": "José"}]}'.encode("latin-1"),
        "overlong UTF-8": b'{"contacts": [{"firstName": "\xc0\x80"}]}',
        "surrogate in UTF-8": b'{"contacts": [{"externalId": "s", "firstName": "\xed\xa0\xbd"}]}',
        "text after it": body + b"}",
        "two documents": body + b"\n" + body,
        "comment": b"/* odd */ " + body,
        "single quotes": body.replace(b'"', b"'"),
        "comma at the end": body[:-1] + b",}",
        "JSON in a text": json.dumps(body.decode()).encode(),
        "100,000 brackets": b"[" * 100_000,
        "100,000 deep": b'{"contacts": [' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"]}",
        "1,000,000 blanks": b" " * 1_000_000 + body,
        "100,000 names": b"{" + b",".join(b'"k%d": 0' % number for number in range(100_000)) + b"}",
        "random bytes": rng.randbytes(2_000),
    }.items():
        yield Hostile(kind, method, path, whole)


def _mislabeled(method: str, path: str, body: bytes) -> Iterator[Hostile]:
    for label in (
        "", "text/plain", "text/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "*/*",
        "application/json; charset=utf-16", "application/problem+json", "application/", "; ;", "application/json\x01",
        "x" * 5_000,
    ):  # fmt: skip
        yield Hostile("content type", method, path, body, {"content-type": label})
    for encoding in ("gzip", "br", "identity, gzip", "x" * 1_000):
        yield Hostile("content encoding", method, path, body, {"content-encoding": encoding})
    for language in ("text/html", "*/*;q=0", "\xff"):
        yield Hostile("accept", method, path, body, {"accept": language})
