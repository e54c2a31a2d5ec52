"""Sessions: how their cookie is kept, what they are good for, and what ends them."""

import asyncio

from models.access.link import SignInLink
from models.access.secret import hash_secret
from models.access.session import UserSession
from models.access.throttle import SignInThrottle
from models.user import User
from tests.browser import ADA, Browser, link_for, open_server
from tests.factories import make_key, make_user, rows_of

WRONG = {"error": "Sign-in failed", "message": "The e-mail address or the password is wrong"}
ENDED = {"error": "Not signed in", "message": "The session has ended; sign in again"}


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
