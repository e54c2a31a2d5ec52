"""The contract's own examples, word for word: each a file, sent as it stands, its answer compared whole.

`guide/` holds every example of Enginy's guide, with the answer in the null-safety mode omit under `response` and the
one in the mode echo under `echo`. Masked addresses are restored to distinct ones. `examples/` holds the pairs that were
gathered from all of Enginy's pages.

A file says what is `given` before the call, under Enginy's names. Ids that are not given are the server's to choose:
there, one id in the file stands for one id in the answer. `allow` are properties an answer may have besides. `compare`
is "part" where a file shows fewer fields than there are, and "shape" where its words are only an example.
"""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from models.company import Association
from models.database.engine import Database
from models.fields.mapping import FIELDS, Entity
from models.moments import parse_moment
from tests.enginy import serving
from tests.factories import (
    LONG_AGO,
    NOW,
    Clock,
    add,
    configure,
    make_activity,
    make_company,
    make_contact,
    make_key,
    make_task,
    make_user,
)

FOLDER = Path(__file__).parent
GUIDE = {path.stem: json.loads(path.read_text()) for path in sorted((FOLDER / "guide").glob("*.json"))}
EXAMPLES = {path.stem: json.loads(path.read_text()) for path in sorted((FOLDER / "examples").glob("*.json"))}
Json = dict[str, Any]


@pytest.mark.parametrize("name", GUIDE)
async def test_guide_is_answered_word_for_word_in_mode_omit(database_url, database, name):
    example = GUIDE[name]

    response = await call(database_url, database, example, null_safety="omit")

    check(example, response, example["response"]["body"])


@pytest.mark.parametrize("name", [name for name, example in GUIDE.items() if "echo" in example])
async def test_guide_is_answered_with_what_enginy_holds_in_mode_echo(database_url, database, name):
    example = GUIDE[name]

    response = await call(database_url, database, example, null_safety="echo")

    check(example, response, example["echo"])


@pytest.mark.parametrize("name", EXAMPLES)
async def test_gathered_example_is_answered_as_it_says(database_url, database, name):
    example = EXAMPLES[name]

    response = await call(database_url, database, example)

    check(example, response, example["response"]["body"])


async def test_what_one_example_makes_is_what_the_next_ones_find(database_url, database):
    story = [
        "05-create-contact", "06-create-contact-with-owner-and-unknown-fields", "07-create-again-same-externalid",
        "24-create-company", "30-associate", "31-associate-again", "33-create-task", "36-get-task", "38-complete-task",
        "39-reopen-task", "43-activity-linkedin-sent", "49-activity-repeated",
    ]  # fmt: skip
    ids: dict[str, str] = {}
    key, clock = await make_key(database), Clock(moment("2024-01-15T11:30:00Z"))

    for name in story:
        example = json.loads(replaced(json.dumps(EXAMPLES[name]), ids))
        async with serving(database_url, key=key, clock=clock) as enginy:
            response = await enginy.send(example["method"], example["path"], example.get("request"))
        ids.update(check(example, response, example["response"]["body"]))

    assert sorted(ids) == ["acc_0001", "act_0001", "con_0001", "con_0002", "tsk_0001"]


async def call(database_url: str, database: Database, example: Json, **settings: Any) -> httpx.Response:
    """Prepare what the example says is given, and send its request to a server that knows its key as <key>."""
    given = example["given"]
    await prepare(database, given, settings)
    key = await make_key(database)
    clock = Clock(moment(given.get("now"), NOW))
    headers = {name: value.replace("<key>", key) for name, value in example.get("request_headers", {}).items()}
    async with serving(database_url, key="", clock=clock, api_key_header=given.get("header", "X-API-Key")) as enginy:
        del enginy.http.headers["X-API-Key"]
        return await enginy.send(example["method"], example["path"], example.get("request"), headers=headers)


async def prepare(database: Database, given: Json, settings: Json) -> None:
    settings = {**settings, **{snake(name): value for name, value in given.get("settings", {}).items()}}
    await configure(database, **settings)
    made_at = moment(given.get("madeAt"), LONG_AGO)
    for entity, plural, make in (
        (Entity.CONTACT, "contacts", make_contact),
        (Entity.COMPANY, "companies", make_company),
    ):
        table = FIELDS[entity]
        for each in given.get(plural, ()):
            values = {table.by_incoming[name].name: value for name, value in each.items() if name in table.by_incoming}
            if "lastActivityAt" in each:
                values["last_activity_at"] = moment(each["lastActivityAt"])
            await make(
                database,
                id=each["id"],
                external_id=each.get("externalId"),
                shadow={name: value for name, value in each.items() if name in table.named},
                custom=each.get("custom"),
                made_at=made_at,
                **values,
            )
    for user in given.get("users", ()):
        await make_user(database, **user)
    for task in given.get("tasks", ()):
        times = {"due_at": moment(task.get("dueDate")), "completed_at": moment(task.get("completedAt"))}
        texts = {snake(name): value for name, value in task.items() if name not in ("dueDate", "completedAt")}
        await make_task(database, **texts, **times, completed="completedAt" in task)
    for activity in given.get("activities", ()):
        texts = {snake(name): value for name, value in activity.items() if name not in ("occurredAt", "metadata")}
        details = activity["metadata"]
        await make_activity(
            database,
            **texts,
            occurred_at=moment(activity["occurredAt"]),
            details=details,
            message_id=details["messageId"],
        )
    await associate(database, given.get("associations", ()))


async def associate(database: Database, pairs: Any) -> None:
    await add(
        database,
        *(
            Association(contact_id=contact_id, company_id=company_id, is_main=True, created_at=LONG_AGO)
            for contact_id, company_id in pairs
        ),
    )


def check(example: Json, response: httpx.Response, expected: Any) -> dict[str, str]:
    """Compare an answer with the example's; which id in the answer each id of the example stands for."""
    body = response.json()
    assert nulls(body) == [], "a null among the properties of an answer clears what Enginy holds"
    if example.get("negative"):
        assert body != expected
        return {}
    assert response.status_code == example["response"]["status"], response.text
    if "shape" in example["response"] and response.status_code < 300:
        fits(body, example["response"]["shape"], example.get("request"))
    if example.get("compare") == "shape":
        fits(body, example["response"]["shape"], example.get("request"))
        return {}
    known = set(re.findall(r'"id": "(\w+)"', json.dumps(example["given"])))
    ids: dict[str, str] = {}
    compare(expected, body, "answer", known=known, ids=ids, allowed=example.get("allow", ()), example=example)
    assert len(set(ids.values())) == len(ids), "two ids of the example stand for one id in the answer"
    return ids


def compare(
    expected: Any, found: Any, at: str, *, known: set[str], ids: dict[str, str], allowed: Any, example: Json
) -> None:
    """Assert that `found` is `expected`, but for ids the server chose."""
    rest = {"known": known, "ids": ids, "allowed": allowed, "example": example}
    if isinstance(expected, dict):
        assert isinstance(found, dict), at
        found = dict(found)
        if "success" in expected and "properties" not in expected:
            extra = found.pop("properties", {})
            assert set(extra) <= set(allowed), at
        if example.get("compare") == "part":
            found = {name: value for name, value in found.items() if name in expected}
        assert set(found) == set(expected), at
        for name, value in expected.items():
            compare(value, found[name], f"{at}.{name}", **rest)
    elif isinstance(expected, list):
        assert isinstance(found, list), at
        assert len(found) == len(expected), at
        for index, (one, other) in enumerate(zip(expected, found, strict=True)):
            compare(one, other, f"{at}[{index}]", **rest)
    elif expected not in known and is_id(expected, at) and makes_something(example):
        assert isinstance(found, str), at
        assert ids.setdefault(expected, found) == found, at
    else:
        assert (type(found), found) == (type(expected), expected), at


def is_id(value: Any, at: str) -> bool:
    return at.endswith((".id", ".crmId")) and re.fullmatch(r"(con|acc|tsk|act)_[0-9]{4}", value) is not None


def makes_something(example: Json) -> bool:
    """Whether the example's call makes something whose id the server chooses."""
    return example["method"] == "POST" and example["path"] in ("/contacts", "/companies", "/tasks", "/activities")


def fits(found: Any, shape: Any, request: Any) -> None:
    """Assert that an answer has the shape an example gives: names with kinds, optional ones with a question mark."""
    if isinstance(shape, list):
        assert isinstance(found, list)
        for each in found:
            fits(each, shape[0], request)
    elif isinstance(shape, dict):
        assert isinstance(found, dict)
        names = {name.removesuffix("?"): (name.endswith("?"), part) for name, part in shape.items()}
        assert set(found) <= set(names)
        for name, (optional, part) in names.items():
            assert optional or name in found, name
            if name in found:
                fits(found[name], part, request)
    elif shape == "as sent":
        assert json.dumps(found) in json.dumps(request)
    elif not shape.startswith("any "):
        kinds = shape.removesuffix(", required").split("|")
        assert found in kinds or any(KINDS[kind](found) for kind in kinds if kind in KINDS), (found, shape)


KINDS = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "null": lambda value: value is None,
    "ISO 8601": lambda value: isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None,
}


def nulls(body: Any) -> list[str]:
    """The properties that an answer to a sync or an update would clear."""
    results = body.get("results", ()) if isinstance(body, dict) else ()
    answers = [each["properties"] for each in results if "properties" in each and "id" not in each]
    return [name for properties in answers for name, value in properties.items() if value is None]


def replaced(text: str, ids: dict[str, str]) -> str:
    for one, other in ids.items():
        text = text.replace(one, other)
    return text


def snake(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


def moment(text: str | None, otherwise: Any = None) -> Any:
    return parse_moment("moment", text) if text else otherwise
