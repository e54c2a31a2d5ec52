"""Around the calls: keys, paths, methods, bodies, and errors that tell enough and no more."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from models.access.api_key import ApiKey, Scope
from tests.enginy import serving
from tests.factories import NOW, ids_of, items_of, make_contact, make_key, make_user, rows_of, runs_of

UNAUTHORIZED = {"error": "Invalid API key", "message": "The API key is missing or wrong"}
CALLS = [
    ("GET", "/health"), ("GET", "/users"), ("POST", "/contacts"), ("PUT", "/contacts"), ("POST", "/contacts/sync"),
    ("POST", "/contacts/batch"), ("POST", "/companies"), ("PUT", "/companies"), ("POST", "/companies/sync"),
    ("POST", "/companies/batch"), ("POST", "/associations"), ("POST", "/tasks"), ("GET", "/tasks/x"),
    ("PATCH", "/tasks/x"), ("POST", "/tasks/batch"), ("PATCH", "/tasks/batch"), ("POST", "/activities"),
    ("GET", "/activities/x"),
]  # fmt: skip


# What is decided before anything is stored or read is the same whatever the database.
on_sqlite_alone = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_every_call_without_a_good_key_is_401_and_leaves_nothing(database, enginy):
    secret = enginy.http.headers.pop("X-API-Key")
    bad = [{}, {"X-API-Key": ""}, {"X-API-Key": "wrong"}, {"X-API-Key": secret + "x"}, {"Authorization": secret}]

    answers = [await enginy.send(*call, {"contacts": []}, headers=headers) for call in CALLS for headers in bad]

    assert {each.status_code for each in answers} == {401}
    assert [each.json() for each in answers] == [UNAUTHORIZED] * len(answers)
    assert await runs_of(database) == []


async def test_key_is_judged_before_the_body_is_read(enginy):
    async def body():
        yield b'{"contacts": ['
        raise AssertionError("the body was read")

    answers = [
        await enginy.http.post("/contacts", content=body(), headers={"X-API-Key": "wrong"}),
        await enginy.post("/contacts", b"no json", headers={"X-API-Key": "wrong"}),
        await enginy.post("/contacts", b"{}", headers={"X-API-Key": "wrong", "Content-Type": "text/plain"}),
        await enginy.post("/contacts", b"{}", headers={"X-API-Key": "wrong", "Content-Length": "99999999999"}),
    ]

    assert [each.status_code for each in answers] == [401] * 4


async def test_key_of_another_scope_is_403(database, enginy):
    secret = await make_key(database, [Scope.GRAPHQL_READ, Scope.GRAPHQL_WRITE, Scope.METRICS], label="Analysts")

    answers = [await enginy.send(*call, {"contacts": []}, headers={"X-API-Key": secret}) for call in CALLS]

    assert {each.status_code for each in answers} == {403}
    assert answers[0].json() == {
        "error": "Forbidden",
        "message": "This API key lacks the permission read; the scope enginy gives it",
    }
    assert await runs_of(database) == []


async def test_key_ends_when_it_is_revoked_or_expires(database, enginy, clock):
    revoked = await make_key(database, revoked_at=NOW)
    short = await make_key(database, expires_at=NOW + timedelta(hours=1))

    before = [(await enginy.get("/health", headers={"X-API-Key": each})).status_code for each in (revoked, short)]
    clock.move(hours=1)
    after = [(await enginy.get("/health", headers={"X-API-Key": each})).status_code for each in (revoked, short)]

    assert (before, after) == ([401, 200], [401, 401])


async def test_two_keys_are_valid_at_once(database, enginy):
    second = await make_key(database, label="the next one")

    answers = [await enginy.get("/health"), await enginy.get("/health", headers={"X-API-Key": second})]

    assert [each.status_code for each in answers] == [200, 200]


async def test_header_name_is_a_setting_and_compares_without_case(database_url, database, key, clock):
    await make_user(database, "user-1", "Ana Ruiz")

    async with serving(database_url, key=key, clock=clock, header="x-my-token", api_key_header="X-My-TOKEN") as enginy:
        named = await enginy.get("/users")
        other = await enginy.get("/users", headers={"x-my-token": "", "X-API-Key": key})

    assert (named.status_code, named.json()) == (200, [{"id": "user-1", "name": "Ana Ruiz"}])
    assert other.status_code == 401


@pytest.mark.parametrize("configured", ["X-API-Key", "Authorization"])
async def test_bearer_is_understood(database_url, key, clock, configured):
    async with serving(database_url, key="", clock=clock, header="X-None", api_key_header=configured) as enginy:
        words = [f"Bearer {key}", f"bearer  {key} ", "Bearer wrong", "Bearer", ""]
        answers = [(await enginy.get("/health", headers={"Authorization": each})).status_code for each in words]

    assert answers == [200, 200, 401, 401, 401]


async def test_use_of_a_key_is_noted_to_the_minute(database_url, database, key, clock):
    async with serving(database_url, key=key, clock=clock) as enginy:
        await enginy.get("/health")
        clock.move(seconds=30)
        await enginy.get("/health")

    assert [each.last_used_at for each in await rows_of(database, ApiKey)] == [NOW]


@on_sqlite_alone
async def test_path_prefix_is_a_setting(database_url, key, clock):
    async with serving(database_url, key=key, clock=clock, path_prefix="/crm/v1") as enginy:
        answers = [await enginy.get("/crm/v1/health"), await enginy.get("/health"), await enginy.get("/healthz")]

    assert [each.status_code for each in answers] == [200, 404, 200]


@on_sqlite_alone
@pytest.mark.parametrize("path", ["//contacts/sync", "/contacts//sync/", "/contacts/sync//", "///contacts///sync///"])
async def test_doubled_and_trailing_slashes_mean_nothing(database_url, enginy, path):
    response = await enginy.post(path, {"contacts": []})

    assert (response.status_code, response.json()) == (200, {"results": []})


@on_sqlite_alone
@pytest.mark.parametrize(
    "path", ["/", "/contact", "/contacts/sync/x", "/CONTACTS", "/tasks", "/%2e%2e/health", "/%F0%9F%91%BB"]
)
async def test_unknown_path_is_a_404_in_json(database_url, enginy, path):
    response = await enginy.get(path)

    assert response.status_code == (405 if path == "/tasks" else 404)
    assert set(response.json()) == {"error", "message"}


@on_sqlite_alone
@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/contacts", "POST, PUT"),
        ("DELETE", "/contacts", "POST, PUT"),
        ("GET", "/contacts/sync", "POST"),
        ("PUT", "/contacts/batch", "POST"),
        ("POST", "/health", "GET, HEAD"),
        ("DELETE", "/tasks/batch", "GET, HEAD, PATCH, POST"),
        ("PUT", "/tasks/x", "GET, HEAD, PATCH"),
        ("POST", "/activities/x", "GET, HEAD"),
        ("OPTIONS", "/companies", "POST, PUT"),
        ("PATCH", "//companies/", "POST, PUT"),
        ("POST", "/users", "GET, HEAD"),
        ("POST", "/metrics", "GET, HEAD"),
    ],
)
async def test_wrong_method_is_405_with_the_right_ones(database_url, enginy, method, path, allowed):
    response = await enginy.send(method, path, {"contacts": []})

    assert (response.status_code, response.headers["allow"]) == (405, allowed)
    assert response.json() == {
        "error": "Method not allowed",
        "message": f"{method} is not possible here; allowed: {allowed}",
    }


@on_sqlite_alone
@pytest.mark.parametrize("path", ["/health", "/healthz", "/readyz", "/users", "/tasks/x", "/openapi.json", "/contacts"])
async def test_head_is_answered_as_get_is_but_for_the_body(database_url, enginy, path):
    got, asked = await enginy.get(path), await enginy.send("HEAD", path)

    assert (asked.status_code, asked.content) == (got.status_code, b"")
    kept = ("content-type", "content-length", "cache-control", "allow")
    assert [asked.headers.get(name) for name in kept] == [got.headers.get(name) for name in kept]


@on_sqlite_alone
async def test_allow_knows_the_prefix(database_url, key, clock):
    async with serving(database_url, key=key, clock=clock, path_prefix="/crm") as enginy:
        response = await enginy.send("DELETE", "/crm/contacts")

    assert (response.status_code, response.headers["allow"]) == (405, "POST, PUT")


@on_sqlite_alone
@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/x+json"]
)
async def test_json_content_types_are_read(database_url, enginy, kind):
    response = await enginy.post("/contacts/sync", b'{"contacts": []}', headers={"Content-Type": kind})

    assert response.status_code == 200


@on_sqlite_alone
@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": ""},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "text/json"},
        {"Content-Type": "application/jsonx"},
        {"Content-Encoding": "gzip"},
    ],
    ids=str,
)
async def test_other_bodies_are_415_and_a_refused_run(database_url, database, enginy, headers):
    response = await enginy.post("/contacts/sync", b'{"contacts": [{"externalId": "a"}]}', headers=headers)

    assert response.status_code == 415
    assert response.json()["error"] == "Unsupported media type"
    (run,) = await runs_of(database)
    assert (run.status, run.act, run.items) == ("refused", "POST /contacts/sync", None)


@on_sqlite_alone
async def test_get_with_a_json_content_type_and_no_body_is_fine(database_url, enginy):
    response = await enginy.get("/health", headers={"Content-Type": "application/json", "Content-Length": "0"})

    assert response.status_code == 200


@on_sqlite_alone
@pytest.mark.parametrize(
    "body",
    [
        b"", b" ", b"{", b'{"contacts": [}', b'{"contacts": [{]}', b'{"contacts": [{"a": 1} {"b": 2}]}',
        b'{"contacts": [{"a": 01}]}', b"{'contacts': []}", b'{"contacts": []} x', b'{"contacts": [NaN]}',
        b'{"contacts": [{"a": NaN}]}', b'{"contacts": [{"a": Infinity}]}', b'{"contacts": [{"a": -Infinity}]}',
        b'{"contacts": [{"a": "\n"}]}', b'{"contacts": [{"a": "\\x"}]}', b"\xff",
        '{"contacts": []}'.encode("utf-16"), b'{"contacts": [],}', b'{"contacts": [{"a": undefined}]}',
        b'{"contacts": [{"a": "\\ud800"}, {]}', b'{"contacts": [{"a": "\\ud800", "b": NaN}]}',
        b'{"contacts": [{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b'}, {"b": 1 "c": 2}]}',
        b'{"contacts": ' + b"[" * 100_000,
    ],
)  # fmt: skip
async def test_broken_json_is_400_and_nothing_of_it_is_taken(database_url, database, enginy, body):
    response = await enginy.post("/contacts", body.replace(b'"a": 1', b'"externalId": "x"'))

    assert response.status_code == 400
    assert response.json()["error"] == "Invalid request"
    assert await ids_of(database) == []
    assert [(run.status, run.message) for run in await runs_of(database)] == [("refused", response.json()["message"])]


@on_sqlite_alone
@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"{}", "contacts must be an array"),
        (b'{"contacts": null}', "contacts must be an array"),
        (b'{"contacts": {}}', "contacts must be an array"),
        (b'{"contacts": "x"}', "contacts must be an array"),
        (b'{"companies": []}', "contacts must be an array"),
        (b'{"Contacts": []}', "contacts must be an array"),
        (b'{"contacts": [], "contacts": 5}', "contacts must be an array"),
        (b"[]", "The body must be a JSON object"),
        (b"null", "The body must be a JSON object"),
        (b'"contacts"', "The body must be a JSON object"),
        (b"5", "The body must be a JSON object"),
        (b'{"x": "\\ud800"}', "contacts must be an array"),
        (b'{"x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "contacts must be an array"),
    ],
)
async def test_body_that_is_no_batch_is_400_with_the_reason(database_url, enginy, body, message):
    response = await enginy.put("/contacts", body)

    assert (response.status_code, response.json()) == (400, {"error": "Invalid request", "message": message})


async def test_body_may_be_as_large_as_the_setting_and_not_a_byte_larger(database_url, database, key, clock):
    body = b'{"contacts": []' + b" " * 984 + b"}"
    assert len(body) == 1000

    async def chunks(content):
        for at in range(0, len(content), 100):
            yield content[at : at + 100]

    async with serving(database_url, key=key, clock=clock, max_body_bytes=1000) as enginy:
        answers = [
            await enginy.post("/contacts/sync", body),
            await enginy.post("/contacts/sync", body + b" "),
            await enginy.http.post("/contacts/sync", content=chunks(body)),
            await enginy.http.post("/contacts/sync", content=chunks(body + b" ")),
            await enginy.post("/contacts/sync", b"{}", headers={"Content-Length": "1001"}),
        ]

    assert [each.status_code for each in answers] == [200, 413, 200, 413, 413]
    assert answers[1].json() == {"error": "Too large", "message": "The body is larger than 1,000 bytes"}
    assert [run.status for run in await runs_of(database)] == [
        "succeeded", "refused", "succeeded", "refused", "refused",
    ]  # fmt: skip


async def test_batch_may_have_as_many_items_as_the_setting_and_not_one_more(database_url, database, key, clock):
    leads = [{"externalId": number, "firstName": "Ada"} for number in range(4)]

    async with serving(database_url, key=key, clock=clock, max_batch_items=3) as enginy:
        fits = await enginy.post("/contacts", {"contacts": leads[:3]})
        more = [await enginy.post(path, {"contacts": leads}) for path in ("/contacts", "/contacts/sync")]

    assert (fits.status_code, [each.status_code for each in more]) == (200, [413, 413])
    assert more[0].json() == {
        "error": "Too large",
        "message": "At most 3 items fit in one call; this one has 4",
    }
    assert len(await ids_of(database)) == 3


async def test_ids_are_asked_for_by_as_many_as_a_batch_may_have(database_url, database, key, clock):
    ada = await make_contact(database)
    ids = [f"contact_{number:0240}" for number in range(4_999)]  # longer together than a request of GraphQL may be

    async with serving(database_url, key=key, clock=clock, max_batch_items=5_000) as enginy:
        found = await enginy.post("/contacts/batch", {"ids": [*ids, ada.id]})
        changed = await enginy.patch("/tasks/batch", {"ids": ids[:100], "completed": True})
        more = await enginy.post("/contacts/batch", {"ids": [*ids, ada.id, "contact_x"]})

    assert [each["id"] for each in found.json()["results"]] == [ada.id]
    assert (changed.status_code, changed.json(), more.status_code) == (200, [], 413)
    (run,) = await runs_of(database)
    assert items_of(run) == [{"id": each, "completed": True} for each in ids[:100]]


@on_sqlite_alone
async def test_errors_of_the_server_tell_a_request_id_and_nothing_else(database_url, enginy):
    async def broken() -> None:
        raise RuntimeError("secret of ada@example.com in /srv/rolograph/models.py")

    enginy.app.add_api_route("/broken", broken)

    with capture_logs() as logs:
        response = await enginy.get("/broken")

    assert response.status_code == 500
    assert set(response.json()) == {"error", "message"}
    assert response.json()["error"] == "Internal server error"
    assert "under the request id" in response.json()["message"]
    assert [each["log_level"] for each in logs if each["event"] == "request failed"] == ["error"]
    assert [word in response.text for word in ("secret", "ada@", "RuntimeError", ".py", "Traceback")] == [False] * 5


@on_sqlite_alone
async def test_answers_carry_a_request_id_and_safe_headers(database_url, enginy):
    mine = "0123456789abcdef0123456789abcdef"

    answers = [
        await enginy.get("/health"),
        await enginy.get("/health", headers={"X-Request-ID": mine}),
        await enginy.get("/health", headers={"X-Request-ID": "<script>"}),
        await enginy.get("/nowhere"),
        await enginy.post("/contacts", b"{"),
    ]

    ids = [each.headers["x-request-id"] for each in answers]
    assert len(set(ids)) == 5
    assert (ids[1].replace("-", ""), "<script>" in ids) == (mine, False)
    for each in answers:
        assert each.headers["x-content-type-options"] == "nosniff"
        assert each.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert each.headers["cache-control"] == "no-store"
        assert each.headers["content-type"].startswith("application/json")


async def test_run_of_a_call_is_in_its_header_and_reads_have_none(database, enginy):
    ada = await make_contact(database)

    wrote = await enginy.put("/contacts", {"contacts": [{"crmId": ada.id, "title": "CTO"}]})
    read = await enginy.post("/contacts/batch", {"ids": [ada.id]})

    assert [run.id for run in await runs_of(database)] == [wrote.headers["x-sync-run"]]
    assert "x-sync-run" not in read.headers


async def test_answers_of_parallel_calls_never_mix(database, enginy):
    people = [await make_contact(database, email=f"p{number}@example.com") for number in range(12)]

    async def ask(number):
        lead = {"externalId": number, "email": f"p{number}@example.com"}
        return (await enginy.post("/contacts/sync", {"contacts": [lead]})).json()["results"]

    answers = await asyncio.gather(*(ask(number) for number in range(12)))

    assert [[(each["externalId"], each["crmId"]) for each in answer] for answer in answers] == [
        [(number, ada.id)] for number, ada in enumerate(people)
    ]
