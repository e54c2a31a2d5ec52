"""Signing in and out over HTTP: what makes a session, what ends it, and what an attacker gets."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from models.access.link import SignInLink
from models.access.secret import hash_secret
from models.access.session import UserSession
from models.access.throttle import SignInThrottle
from models.database.engine import Database
from models.user import User
from tests.browser import ADA, Browser, link_for, open_server
from tests.factories import Clock, make_key, make_user, rows_of

WRONG = {"error": "Sign-in failed", "message": "The e-mail address or the password is wrong"}
USED_UP = {
    "error": "Sign-in failed",
    "message": "This link is not valid any more: it works once, and for 15 minutes. Ask for a new one",
}
ENDED = {"error": "Not signed in", "message": "The session has ended; sign in again"}
CHANGE_PASSWORD = """mutation($new: String!, $current: String) {
  changePassword(newPassword: $new, currentPassword: $current) {
    ... on PasswordChanged { sessionsEnded }
    ... on InvalidInputProblem { code field } ... on TooManyAttemptsProblem { code retryAfterSeconds } } }"""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def app(database_url: str, database: Database, clock: Clock) -> AsyncIterator[FastAPI]:
    """A server where Ada, an admin, has a password."""
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1], role="admin")
    async with open_server(database_url, clock=clock) as app:
        yield app


@pytest.fixture
def browser(app: FastAPI) -> Browser:
    return Browser(app)


async def change_password(browser: Browser, new: str = "correct horse battery", current: str | None = None):
    answer = await browser.ask(CHANGE_PASSWORD, new=new, current=current)
    return answer.json()["data"]["changePassword"]


async def test_a_password_makes_a_session_that_graphql_takes(database, browser, clock):
    answer = await browser.sign_in("ADA@Example.com", **{"User-Agent": "Firefox"})

    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert answer.json() == {
        "method": "password",
        "user": {"id": "ada", "name": "Ada", "email": "ada@example.com", "role": "admin", "hasPassword": True},
    }
    [session] = await rows_of(database, UserSession)
    secret = browser.cookies()["rolograph_session"]
    assert (session.user_id, session.method, session.user_agent, session.created_at, session.hash) == (
        "ada", "password", "Firefox", clock.now, hash_secret(secret),
    )  # fmt: skip
    assert await browser.who() == "Ada"


async def test_the_cookie_is_for_this_host_alone_and_no_script_reads_it(app):
    plain, safe = Browser(app), Browser(app, "https://crm.test")

    by_http, by_tls = await plain.sign_in(), await safe.sign_in()

    name, *rest = by_http.headers["set-cookie"].split("; ")
    assert (name.partition("=")[0], sorted(rest)) == (
        "rolograph_session", ["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=strict"],
    )  # fmt: skip
    name, *rest = by_tls.headers["set-cookie"].split("; ")
    assert (name.partition("=")[0], sorted(rest)) == (
        "__Host-rolograph_session", ["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=strict", "Secure"],
    )  # fmt: skip
    assert (await plain.who(), await safe.who()) == ("Ada", "Ada")


async def test_a_cookie_set_without_tls_counts_for_nothing_over_tls(app):
    plain, safe = Browser(app), Browser(app, "https://crm.test")
    await plain.sign_in()

    safe.http.cookies.set("rolograph_session", plain.cookies()["rolograph_session"])

    assert await safe.who() == 401


async def test_behind_a_proxy_that_ends_tls_the_public_address_makes_the_cookie_secure(database_url, database):
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1])
    async with open_server(database_url, public_url="https://crm.example.com/") as app:
        browser = Browser(app)
        browser.http.headers["origin"] = "https://crm.example.com"

        answer = await browser.sign_in()

    assert answer.headers["set-cookie"].startswith("__Host-rolograph_session=")
    assert "; Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("email", "password"),
    [
        pytest.param(ADA[0], "another long sentence", id="wrong password"),
        pytest.param("nobody@example.com", ADA[1], id="unknown account"),
        pytest.param("bob@example.com", ADA[1], id="no password"),
        pytest.param("eve@example.com", ADA[1], id="left"),
        pytest.param("not an address", ADA[1], id="no address"),
        pytest.param(ADA[0], "x" * 513, id="too long"),
        pytest.param(ADA[0], "", id="empty"),
        pytest.param("", "", id="nothing"),
    ],
)
async def test_every_failure_is_answered_in_the_same_words(database, browser, email, password):
    await make_user(database, "bob", "Bob", "bob@example.com")
    await make_user(database, "eve", "Eve", "eve@example.com", password=ADA[1], deactivated_at=Clock().now)

    answer = await browser.sign_in(email, password)

    assert (answer.status_code, answer.json(), "set-cookie" in answer.headers) == (401, WRONG, False)
    assert await rows_of(database, UserSession) == []


async def test_an_unknown_account_costs_as_much_work_as_a_wrong_password(database, app, browser):
    compared: list[bool] = []
    passwords = app.state.server.passwords
    fits = passwords._compare

    def counting(password: str, stored: str | None) -> bool:
        compared.append(stored is None)
        return fits(password, stored)

    passwords._compare = counting
    await browser.sign_in(ADA[0], "another long sentence")
    await browser.sign_in("nobody@example.com", "another long sentence")

    assert compared == [False, True]


async def test_signing_in_gives_a_new_secret_and_ends_the_session_before(database, browser):
    await browser.sign_in()
    before = browser.cookies()["rolograph_session"]

    await browser.sign_in()

    assert browser.cookies()["rolograph_session"] != before
    [session] = await rows_of(database, UserSession)
    assert session.hash != hash_secret(before)


async def test_a_secret_that_somebody_planted_before_is_good_for_nothing_afterwards(database, app, browser):
    browser.http.cookies.set("rolograph_session", "planted", domain="crm.test", path="/")

    await browser.sign_in()

    attacker = Browser(app)
    attacker.http.cookies.set("rolograph_session", "planted")
    assert (browser.cookies()["rolograph_session"] != "planted", await attacker.who()) == (True, 401)


async def test_signing_out_ends_the_session_on_the_server(database, app, browser):
    await browser.sign_in()
    thief = Browser(app)
    thief.http.cookies.set("rolograph_session", browser.cookies()["rolograph_session"])
    before = await thief.who()

    answer = await browser.sign_out()

    assert (before, answer.status_code, browser.cookies(), await thief.who()) == ("Ada", 204, {}, 401)
    assert await rows_of(database, UserSession) == []
    assert (await browser.sign_out()).status_code == 204


async def test_signing_out_everywhere_stops_every_browser_at_once(app, browser):
    other = Browser(app)
    await browser.sign_in()
    await other.sign_in()

    answer = await browser.ask("mutation { signOutEverywhere { ... on SignedOut { sessionsEnded } } }")

    assert answer.json()["data"] == {"signOutEverywhere": {"sessionsEnded": 2}}
    refused = await other.ask("{ viewer { label } }")
    assert (refused.status_code, refused.json()["errors"][0]["message"]) == (401, ENDED["message"])
    assert await browser.who() == 401


async def test_a_session_ends_unused_after_three_days_and_used_after_thirty(browser, clock):
    await browser.sign_in()
    for _ in range(14):
        clock.move(hours=50)
        assert await browser.who() == "Ada"
        await asyncio.gather(*browser.app.state.server.uses._notes)
    clock.move(hours=21)

    after_thirty_days = await browser.who()

    await browser.sign_in()
    clock.move(hours=72)
    assert (after_thirty_days, await browser.who()) == (401, 401)


async def test_sessions_at_their_end_are_forgotten_when_somebody_signs_in(database, app, clock):
    await Browser(app).sign_in()
    clock.move(days=31)

    await Browser(app).sign_in()

    assert [each.created_at for each in await rows_of(database, UserSession)] == [clock.now]


async def test_letting_a_person_go_stops_their_sessions_at_once(database, app, browser):
    await make_user(database, "bob", "Bob", "bob@example.com", password=ADA[1], role="rep")
    bob = Browser(app)
    await browser.sign_in()
    await bob.sign_in("bob@example.com")
    before = await bob.who()

    await browser.ask('mutation { deactivateUser(id: "bob") { __typename } }')

    again = await bob.sign_in("bob@example.com")
    assert (before, await bob.who(), again.status_code, again.json()) == ("Bob", 401, 401, WRONG)


async def test_a_new_role_counts_from_the_next_call_on(database, app, browser):
    await make_user(database, "bob", "Bob", "bob@example.com", password=ADA[1], role="rep")
    bob = Browser(app)
    await browser.sign_in()
    await bob.sign_in("bob@example.com")
    task = 'mutation { createTask(task: { subject: "Call" }) { ... on TaskChanged { task { subject } } } }'
    before = await bob.ask(task)

    await browser.ask('mutation { updateUser(id: "bob", changes: { role: ANALYST }) { __typename } }')

    after = await bob.ask(task)
    assert before.json()["data"] == {"createTask": {"task": {"subject": "Call"}}}
    [error] = after.json()["errors"]
    assert (error["message"], error["extensions"]) == (
        "The role analyst lacks the permission write; admin or rep has it",
        {"code": "NOT_ALLOWED", "permission": "write"},
    )


async def test_a_link_signs_in_once(database, app, browser):
    token = await link_for(database, "ada")

    first, again = await browser.follow(token), await Browser(app).follow(token)

    assert (first.status_code, first.json()["method"]) == (200, "link")
    assert (again.status_code, again.json()) == (401, USED_UP)
    assert (await browser.who(), await rows_of(database, SignInLink)) == ("Ada", [])


async def test_of_two_that_follow_a_link_at_once_one_gets_in(database, app):
    token = await link_for(database, "ada")

    answers = await asyncio.gather(*(Browser(app).follow(token) for _ in range(4)))

    assert sorted(each.status_code for each in answers) == [200, 401, 401, 401]
    assert len(await rows_of(database, UserSession)) == 1


async def test_a_link_is_good_for_fifteen_minutes(database, app, browser, clock):
    token = await link_for(database, "ada")
    clock.move(minutes=14, seconds=59)
    in_time = await browser.follow(token)
    late = await link_for(database, "ada", clock.now)
    clock.move(minutes=15)

    answer = await Browser(app).follow(late)

    assert (in_time.status_code, answer.status_code, answer.json()) == (200, 401, USED_UP)


async def test_a_link_is_ended_by_a_newer_one_and_by_letting_the_person_go(database, browser):
    await make_user(database, "bob", "Bob", "bob@example.com", deactivated_at=Clock().now)
    older, newer = await link_for(database, "ada"), await link_for(database, "ada")
    bobs = await link_for(database, "bob")

    answers = [(await browser.follow(token)).status_code for token in (older, bobs, "made up", newer)]

    assert answers == [401, 401, 401, 200]


async def test_after_a_link_the_first_admin_becomes_a_person_with_a_password(database, app, browser):
    await make_user(database, "admin", "Admin", role="admin")
    await browser.follow(await link_for(database, "admin"))
    without = await change_password(browser)

    await browser.ask('mutation { updateUser(id: "admin", changes: { email: "Root@Example.com" }) { __typename } }')
    answer = await change_password(browser)

    assert without == {"code": "INVALID_INPUT", "field": "email"}
    assert answer == {"sessionsEnded": 0}
    other = Browser(app)
    assert (await other.sign_in("root@example.com", "correct horse battery")).status_code == 200


async def test_changing_the_password_takes_the_current_one_and_ends_the_other_sessions(database, app, browser):
    other = Browser(app)
    await browser.sign_in()
    await other.sign_in()
    refused = [await change_password(browser), await change_password(browser, current="another long sentence")]

    answer = await change_password(browser, current=ADA[1])

    assert refused == [{"code": "WRONG_PASSWORD", "field": "currentPassword"}] * 2
    assert answer == {"sessionsEnded": 1}
    assert (await browser.who(), await other.who()) == ("Ada", 401)
    assert (await other.sign_in()).status_code == 401
    assert (await other.sign_in(password="correct horse battery")).status_code == 200


async def test_a_link_of_long_ago_does_not_stand_for_the_password(database, browser, clock):
    await browser.follow(await link_for(database, "ada"))
    clock.move(minutes=15)

    assert await change_password(browser) == {"code": "WRONG_PASSWORD", "field": "currentPassword"}


async def test_who_tries_passwords_of_their_own_account_is_told_to_wait(browser):
    await browser.sign_in()

    told = [await change_password(browser, current="wrong") for _ in range(11)]

    assert told == [
        *[{"code": "WRONG_PASSWORD", "field": "currentPassword"}] * 10,
        {"code": "TOO_MANY_ATTEMPTS", "retryAfterSeconds": 900},
    ]


@pytest.mark.parametrize(
    "password",
    [
        pytest.param("elevenchars", id="short"),
        pytest.param("x" * 513, id="long"),
        pytest.param("aaaaaaaaaaaaaaa", id="one letter"),
        pytest.param("ada@example.com", id="own address"),
    ],
)
async def test_a_poor_password_is_refused_and_changes_nothing(database, browser, password):
    await browser.follow(await link_for(database, "ada"))

    answer = await change_password(browser, password)

    assert answer == {"code": "INVALID_INPUT", "field": "newPassword"}
    assert (await Browser(browser.app).sign_in()).status_code == 200


async def test_an_account_is_throttled_whether_it_exists_or_not(database, app, clock):
    answers = {}
    for email in (ADA[0], "nobody@example.com"):
        for attempt in range(10):
            host = f"198.51.100.{attempt}"
            assert (await Browser(app, host=host).sign_in(email, "another long sentence")).status_code == 401
        answers[email] = await Browser(app).sign_in(email, ADA[1])

    assert [(each.status_code, each.headers["retry-after"], each.json()) for each in answers.values()] == [
        (429, "900", {"error": "Too many attempts", "message": "Too many attempts; try again in 15 minutes"})
    ] * 2
    clock.move(minutes=15)
    assert (await Browser(app).sign_in()).status_code == 200


async def test_right_passwords_are_not_counted(app, browser):
    answers = [(await browser.sign_in()).status_code for _ in range(12)]

    assert answers == [200] * 12


async def test_attempts_sent_at_once_are_counted_before_any_is_judged(database, app):
    answers = await asyncio.gather(*(Browser(app).sign_in(password=f"guess number {n}") for n in range(16)))

    assert sorted(each.status_code for each in answers) == [401] * 10 + [429] * 6


async def test_an_address_is_throttled_across_accounts_and_links(database, app, browser, clock):
    subject = "address 203.0.113.7"
    await browser.follow("made up")
    async with database.write() as session:
        [row] = await rows_of(database, SignInThrottle)
        row.attempts = 100
        session.add(row)

    answers = [await browser.sign_in(), await browser.follow(await link_for(database, "ada"))]
    elsewhere = await Browser(app, host="203.0.113.8").sign_in()

    assert ([each.status_code for each in answers], elsewhere.status_code) == ([429, 429], 200)
    assert subject not in repr(await rows_of(database, SignInThrottle))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[]", id="list"),
        pytest.param(b"{}", id="empty"),
        pytest.param(b'{"email": "ada@example.com"}', id="no password"),
        pytest.param(b'{"email": "ada@example.com", "password": 5}', id="number"),
        pytest.param(b'{"token": null}', id="null"),
        pytest.param(b'{"email": {"$ne": ""}, "password": {"$ne": ""}}', id="object"),
    ],
)
async def test_a_body_that_is_no_sign_in_is_a_400(browser, body):
    assert (await browser.http.post("/session", content=body)).status_code == 400


async def test_texts_that_no_database_holds_are_wrong_and_no_bug(browser):
    answers = [await browser.sign_in("a\x00b@example.com", "a\x00b"), await browser.follow("a\x00b")]

    assert [each.status_code for each in answers] == [401, 401]


async def test_a_session_counts_for_no_get(browser):
    await browser.sign_in()

    answers = [
        await browser.http.get("/graphql", params={"query": "{ viewer { label } }"}),
        await browser.http.get("/graphql", params={"query": "mutation { signOutEverywhere { __typename } }"}),
        await browser.http.get("/health"),
        await browser.http.get("/metrics"),
    ]

    told = "A session counts for POST alone; use an API key to GET this"
    bodies = [each.json() for each in answers]
    assert [each.status_code for each in answers] == [401] * 4
    assert [body["errors"][0]["message"] if "errors" in body else body["message"] for body in bodies] == [told] * 4
    assert await browser.who() == "Ada"


async def test_an_api_key_counts_for_a_get_beside_a_cookie(database, browser):
    await browser.sign_in()
    key = await make_key(database, ("graphql:read",), label="Script")

    answer = await browser.http.get("/graphql", params={"query": "{ viewer { label } }"}, headers={"X-API-Key": key})

    assert answer.json()["data"] == {"viewer": {"label": "Script"}}


async def test_enginys_door_takes_a_session_too_and_asks_for_the_same_permissions(database, app):
    await make_user(database, "bob", "Bob", "bob@example.com", password=ADA[1], role="rep")
    await make_user(database, "eve", "Eve", "eve@example.com", password=ADA[1], role="analyst")
    answers = []
    for email in ("bob@example.com", "eve@example.com"):
        browser = Browser(app)
        await browser.sign_in(email)
        answers.append(await browser.http.post("/tasks", json={"subject": "Call"}))

    assert [each.status_code for each in answers] == [201, 403]
    assert answers[1].json() == {
        "error": "Forbidden", "message": "The role analyst lacks the permission write; admin or rep has it"
    }  # fmt: skip


async def test_no_secret_is_stored_readable(database, app, browser):
    token = await link_for(database, "ada")
    await browser.sign_in()
    secret = browser.cookies()["rolograph_session"]

    rows = [row for model in (User, UserSession, SignInLink, SignInThrottle) for row in await rows_of(database, model)]

    stored = repr([list(row.model_dump().values()) for row in rows])
    assert [text in stored for text in ("ada@example.com", token, secret, ADA[1])] == [True, False, False, False]
