"""Bad items among good ones: each fails alone and says why, the others are stored, and nothing is ever a 500."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.exact_json import json_text
from tests.factories import (
    decisions_of,
    fields_of,
    history_of,
    ids_of,
    items_of,
    links_of,
    make_contact,
    runs_of,
    version_of,
)
from tests.graphql_schema.asking import ask


@dataclass
class Bad:
    """Members of an item that cannot be taken, as JSON text, and what is said of it.

    With `unread` nothing of the item can be read, its id included.
    """

    members: bytes
    error: str
    unread: bool = False

    @property
    def is_kept_by_a_sync(self) -> bool:
        """Whether a sync would keep any of it: it remembers what fields of its own names hold, and nothing else."""
        return self.unread or not self.members.startswith((b'"x', b'""', b'"customFields": {', b'"\xc3'))


DEEP = b"[" * 100_000 + b"]" * 100_000
NUL, HALF = "holds a NUL character, which cannot be stored", "holds half a surrogate pair, which is no character"
INFINITE, LONG = "holds a number that JSON cannot write", "is longer than"
WRONG_TYPES = [
    *(Bad(b'"email": ' + value, "email must be text") for value in (b"5", b"true", b"[]", b"{}", b"1.5")),
    *(
        Bad(b'"tags": ' + value, "tags must be a list of text")
        for value in (b'"a"', b"5", b"{}", b"[1]", b'["a", null]')
    ),
    *(
        Bad(b'"leadScore": ' + value, "leadScore must be a number")
        for value in (b'"high"', b"true", b"[]", b"{}", b'""')
    ),
    Bad(b'"leadScore": "Infinity"', "leadScore must be a number that can be stored"),
    Bad(b'"leadScore": "1e400"', "leadScore has more digits than a number can keep"),
    Bad(b'"leadScore": 0.12345678901234567890', "leadScore has more digits than a number can keep"),
    *(Bad(b'"customFields": ' + value, "customFields must be an object") for value in (b"[]", b'"a"', b"5", b"false")),
    Bad(b'"ownerId": 7', "ownerId must be text"),
    Bad(b'"owner": 7', "owner must be text"),
    Bad(b'"leadCountry": ["ES"]', "leadCountry must be text"),
]
TOO_MUCH = [
    Bad(b'"title": "' + b"x" * 100_001 + b'"', "title is longer than 100,000 characters"),
    Bad(b'"x": "' + b"x" * 1_000_001 + b'"', "x is longer than 1,000,000 characters"),
    Bad(b'"x": [' + b"10," * 400_000 + b"1]", "x is larger than 1,000,000 bytes"),
    Bad(b'"tags": ["' + b"x" * 256 + b'"]', "tags is longer than 255 characters"),
    Bad(b'"": 1', "A field's name must have 1 to 255 characters"),
    Bad(b'"' + b"x" * 256 + b'": 1', "A field's name must have 1 to 255 characters"),
    Bad(b'"customFields": {"": 1}', "A field's name must have 1 to 255 characters"),
    Bad(b'"x": ' + b"[" * 66 + b"]" * 66, "x is nested deeper than 64 levels"),
    Bad(b'"customFields": {"x": ' + b'{"a":' * 66 + b"1" + b"}" * 66 + b"}", "x is nested deeper than 64 levels"),
]
NOT_STORABLE = [
    Bad(b'"email": "a\\u0000b"', f"email {NUL}"),
    Bad(b'"tags": ["\\u0000"]', f"tags {NUL}"),
    Bad(b'"x": "\\u0000"', f"x {NUL}"),
    Bad(b'"x": [{"a": "\\u0000"}]', f"x {NUL}"),
    Bad(b'"x": {"\\u0000": 1}', f"x {NUL}"),
    Bad(b'"x\\u0000": 1', f"x\\x00 {NUL}"),
    Bad(b'"customFields": {"x": "\\u0000"}', f"x {NUL}"),
    Bad(b'"x": 1e400', f"x {INFINITE}"),
    Bad(b'"x": [-1e400]', f"x {INFINITE}"),
    Bad(b'"x": {"a": ' + b"9" * 4_301 + b"}", f"x {INFINITE}"),
    Bad(b'"title": "\xff"', "The item is not valid UTF-8"),
    Bad(b'"\xc3(": 1', "The item is not valid UTF-8"),
    Bad(b'"x": "\xed\xa0\x80"', f"x {HALF}"),
]
HARD_TO_CUT = [
    Bad(b'"email": "\\ud800"', f"email {HALF}"),
    Bad(b'"x": "a\\udc00b"', f"x {HALF}"),
    Bad(b'"x": {"\\ud800": 1}', f"x {HALF}"),
    Bad(b'"x\\ud83d": 1', f"x\\ud83d {HALF}"),
    Bad(b'"x": ' + DEEP, "The item is nested too deeply", unread=True),
    Bad(b'"x": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "The item is nested too deeply", unread=True),
]
NO_OBJECTS = [b"null", b"true", b"5", b'"text"', b"[]", b'[{"externalId": "a"}]', b"1.5"]
MEMBERS = {
    "readable": [*WRONG_TYPES, *TOO_MUCH, *NOT_STORABLE],
    "all": [*WRONG_TYPES[:3], *TOO_MUCH[:1], *NOT_STORABLE, *HARD_TO_CUT],
}


@pytest.mark.parametrize("kind", MEMBERS)
async def test_bad_updates_fail_alone_and_leave_no_trace(database, enginy_omit, kind):
    victim = await make_contact(database, title="Engineer", tags=["a"], custom={"x": "kept"})
    good = [await make_contact(database) for _ in MEMBERS[kind]]
    items = []
    for bad, each in zip(MEMBERS[kind], good, strict=True):
        items.append(b'{"crmId": "%s", "city": "x", %s}' % (victim.id.encode(), bad.members))
        items.append(b'{"crmId": "%s", "city": "London", "\\u00fc": "\xf0\x9f\x9a\x80"}' % each.id.encode())

    response = await enginy_omit.put("/contacts", b'{"contacts": [%s]}' % b", ".join([*items, *NO_OBJECTS]))

    assert response.status_code == 200
    answers = response.json()["results"]
    assert [each for each in answers if not each["success"]] == [
        *(
            {"crmId": None, "success": False, "error": bad.error, "index": 2 * place}
            if bad.unread
            else {"crmId": victim.id, "success": False, "error": bad.error}
            for place, bad in enumerate(MEMBERS[kind])
        ),
        *(
            {"crmId": None, "success": False, "error": "Every item must be an object", "index": len(items) + place}
            for place in range(len(NO_OBJECTS))
        ),
    ]
    assert [each["crmId"] for each in answers if each["success"]] == [each.id for each in good]
    assert [await fields_of(database, each.id) for each in good[:2]] == [{"city": "London", "custom": {"ü": "🚀"}}] * 2
    assert await fields_of(database, victim.id) == {"title": "Engineer", "tags": ["a"], "custom": {"x": "kept"}}
    assert (await version_of(database, victim.id), await history_of(database, victim.id)) == (1, [])


@pytest.mark.parametrize("kind", MEMBERS)
@pytest.mark.parametrize("path", ["/contacts", "/contacts/sync"])
async def test_bad_leads_are_errors_and_the_good_ones_are_found_or_made(database, enginy_omit, path, kind):
    syncing = path == "/contacts/sync"
    bad = [each for each in MEMBERS[kind] if not syncing or each.is_kept_by_a_sync]
    good = [f"good{number}" for number in range(len(bad))]
    if syncing:
        for name in good:
            await make_contact(database, linkedin_url=f"linkedin.com/in/{name}")
    items = []
    for number, each in enumerate(bad):
        items.append(b'{"externalId": "bad%d", "city": "x", %s}' % (number, each.members))
        items.append(b'{"externalId": "good%d", "linkedinUrl": "linkedin.com/in/good%d"}' % (number, number))

    response = await enginy_omit.post(path, b'{"contacts": [%s]}' % b", ".join([*items, *NO_OBJECTS]))

    assert response.status_code == 200
    answer = response.json()
    assert answer["errors"] == [
        *(
            {"externalId": None, "error": each.error, "index": 2 * number}
            if each.unread
            else {"externalId": f"bad{number}", "error": each.error}
            for number, each in enumerate(bad)
        ),
        *(
            {"externalId": None, "error": "Every item must be an object", "index": len(items) + place}
            for place in range(len(NO_OBJECTS))
        ),
    ]
    assert [each["externalId"] for each in answer["results"]] == good
    assert sorted(await links_of(database)) == sorted(good)
    assert len(await ids_of(database)) == len(good)


async def test_made_up_field_that_a_sync_does_not_keep_stops_no_match(database, enginy_omit):
    ada = await make_contact(database, email="ada@example.com")
    bad = [each for each in [*NOT_STORABLE, *HARD_TO_CUT] if not each.is_kept_by_a_sync]
    items = [
        b'{"externalId": "%d", "email": "ada@example.com", %s}' % (at, each.members) for at, each in enumerate(bad)
    ]

    response = await enginy_omit.post("/contacts/sync", b'{"contacts": [%s]}' % b", ".join(items))

    assert response.json() == {"results": [{"externalId": str(at), "crmId": ada.id} for at in range(len(bad))]}


@pytest.mark.parametrize(
    ("value", "told", "error"),
    [
        pytest.param(b'"' + b"x" * 513 + b'"', "x" * 513, "externalId is longer than 512 characters", id="long"),
        pytest.param(b'"a\\u0000b"', "a\x00b", f"externalId {NUL}", id="NUL"),
        pytest.param(b'"\\ud800"', None, f"externalId {HALF}", id="half a pair"),
        pytest.param(b"1e400", None, "externalId must be text", id="too large"),
        pytest.param(b"-1e400", None, "externalId must be text", id="too small"),
        pytest.param(b"1.10000000000000000000000001", None, "externalId must be text", id="decimal"),
        pytest.param(b'{"a": 1}', None, "externalId must be text", id="object"),
        pytest.param(b"[]", None, "externalId must be text", id="list"),
        pytest.param(b"true", None, "externalId must be text", id="boolean"),
    ],
)
async def test_external_id_that_is_none_is_told_by_its_place(database, enginy, value, told, error):
    body = (
        b'{"contacts": [{"externalId": "ok", "email": "a@example.com"}, {"externalId": %s, "email": "b@example.com"}]}'
    )

    response = await enginy.post("/contacts", body % value)

    (made,) = await ids_of(database)
    place = {"index": 1} if told is None else {}
    assert response.json() == {
        "results": [{"externalId": "ok", "crmId": made}],
        "errors": [{"externalId": told, "error": error, **place}],
    }


async def test_number_of_any_length_is_an_external_id(database, enginy):
    number = 10**400 + 7

    response = await enginy.post("/contacts", {"contacts": [{"externalId": number, "email": "a@example.com"}]})

    assert [each["externalId"] for each in response.json()["results"]] == [number]
    assert list(await links_of(database)) == [str(number)]


async def test_name_that_comes_twice_has_its_last_value(database, enginy):
    ada = await make_contact(database)

    await enginy.put(
        "/contacts",
        b'{"contacts": [{"crmId": "x"}], "contacts": [{"crmId": "x", "crmId": "%s", "title": "A", "title": "B", '
        b'"n": 1, "n": {"a": 1, "a": 2}, "customFields": {"a": 1}, "customFields": {"b": 1, "b": 2}}]}'
        % ada.id.encode(),
    )

    assert await fields_of(database, ada.id) == {"title": "B", "custom": {"b": 2, "n": {"a": 2}}}


async def test_nesting_is_kept_up_to_the_limit(database, enginy):
    ada = await make_contact(database)
    deep = json.loads("[" * 63 + "1" + "]" * 63)

    await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "deep": deep}]})

    fetched = await enginy.post("/contacts/batch", {"ids": [ada.id]})
    assert fetched.json()["results"][0]["properties"] == {"deep": deep}


async def test_record_with_odd_values_never_spoils_the_next_call(database, enginy):
    ada = await make_contact(database, email="ada@example.com", external_id="lead-1")
    odd = {"email": "\x7f\u202e@", "phone": "٠١٢٣\u200b", "linkedinUrl": "%%%/in/%00%ff", "company": "\u0300" * 99}

    for name, value in odd.items():
        await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, name: value, "x": [value]}]})
    answers = [
        await enginy.post(
            "/contacts/sync", {"contacts": [{"externalId": "lead-1", **odd}, {"externalId": "2", **odd}]}
        ),
        await enginy.post("/contacts", {"contacts": [{"externalId": "lead-1", **odd}, {"externalId": "2", **odd}]}),
        await enginy.post("/contacts/batch", {"ids": [ada.id]}),
    ]

    assert [each.status_code for each in answers] == [200, 200, 200]
    assert [answers[2].json()["results"][0][name] for name in odd] == list(odd.values())


async def test_run_of_a_hostile_batch_can_be_read(database, enginy):
    bad = [*NOT_STORABLE, *HARD_TO_CUT]
    items = [b'{"externalId": "bad%d", %s}' % (number, each.members) for number, each in enumerate(bad)]
    good = b'{"externalId": "ok", "tags": ["a"], "n": 123456789012345678901234567890}'

    await enginy.post("/contacts", b'{"contacts": [%s, %s]}' % (b",".join(items), good))

    (run,) = await runs_of(database)
    decisions = await decisions_of(database, run.id)
    assert [each["message"] for each in decisions[:-1]] == [each.error for each in bad]
    *odd, last = items_of(run)
    assert len(odd) == len(bad)
    assert odd[0] == {"externalId": "bad0", "email": "a\x00b"}
    assert odd[-1] == items[-1].decode()
    assert last == {"externalId": "ok", "tags": ["a"], "n": 123456789012345678901234567890}
    asked = await ask(
        database, "query ($id: ID!) { run(id: $id) { items(first: 50) { nodes { payload } } } }", id=run.id
    )
    assert [each["payload"] for each in asked["run"]["items"]["nodes"]] == [*odd, last]
    json_text(asked)  # every one of them can be told as JSON


# Anything at all: values that JSON can spell, and names that mean something somewhere.
NAMES = st.sampled_from(
    [
        "crmId",
        "externalId",
        "email",
        "phone",
        "linkedinUrl",
        "tags",
        "customFields",
        "leadScore",
        "company",
        "id",
        "x",
        "",
    ]
) | st.text(max_size=5)
NUMBERS = st.integers() | st.floats(allow_nan=False) | st.integers(min_value=10**300, max_value=10**320)
SCALARS = st.none() | st.booleans() | NUMBERS | st.text(alphabet=st.characters(), max_size=8)
VALUES = st.recursive(
    SCALARS | st.sampled_from(["known", "ada@example.com", "+15550123", "linkedin.com/in/ada"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
ITEMS = st.dictionaries(NAMES, VALUES, max_size=5) | VALUES
CALLS = [
    ("PUT", "/contacts", "contacts"),
    ("POST", "/contacts", "contacts"),
    ("POST", "/contacts/sync", "contacts"),
    ("PUT", "/companies", "companies"),
    ("POST", "/companies", "companies"),
    ("POST", "/companies/sync", "companies"),
    ("POST", "/associations", "associations"),
]


def spelled(value: Any, known: str) -> bytes:
    """JSON text of a value; what is past a double is spelled as a number all the same."""
    text = json.dumps(value).replace('"known"', f'"{known}"')
    return text.replace("-Infinity", "-1e400").replace("Infinity", "1e400").encode()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(ITEMS, max_size=5), call=st.sampled_from(CALLS))
async def test_any_items_at_all_have_one_outcome_each(database, enginy, items, call):
    method, path, name = call
    known = (await make_contact(database, email="ada@example.com")).id

    response = await enginy.send(method, path, b'{"%s": %s}' % (name.encode(), spelled(items, known)))

    assert response.status_code == 200, response.text
    answer = json.loads(response.text, parse_constant=pytest.fail)
    decisions = await decisions_of(database, response.headers["x-sync-run"]) if items else []
    outcomes = [each["outcome"] for each in decisions]
    errors = len(answer.get("errors", ()))
    assert len(outcomes) == len(items)
    if name == "associations":
        assert (answer["success"], errors) == (True, outcomes.count("failed"))
    elif method == "PUT":
        assert [each["success"] for each in answer["results"]] == [each != "failed" for each in outcomes]
    else:
        assert (errors, len(answer["results"])) == (
            outcomes.count("failed"),
            len(items) - outcomes.count("failed") - outcomes.count("unmatched"),
        )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(envelope=VALUES | st.dictionaries(st.sampled_from(["contacts", "x"]), VALUES), call=st.sampled_from(CALLS))
async def test_any_envelope_at_all_is_taken_or_refused_with_a_reason(database, enginy, envelope, call):
    method, path, name = call

    response = await enginy.send(method, path, spelled(envelope, "known"))

    good = isinstance(envelope, dict) and isinstance(envelope.get(name), list)
    assert response.status_code == (200 if good else 400), response.text
    assert good or set(response.json()) == {"error", "message"}
