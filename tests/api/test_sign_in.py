"""Signing in over HTTP: by password or by link, and what an attacker gets."""

import asyncio

import pytest

from models.access.link import SignInLink
from models.access.secret import hash_secret
from models.access.session import UserSession
from models.access.throttle import SignInThrottle
from tests.browser import ADA, Browser, link_for
from tests.factories import Clock, make_user, rows_of

WRONG = {"error": "Sign-in failed", "message": "The e-mail address or the password is wrong"}
USED_UP = {
    "error": "Sign-in failed",
    "message": "This link is not valid any more: it works once, and for 15 minutes. Ask for a new one",
}
CHANGE_PASSWORD = """mutation($new: String!, $current: String) {
  changePassword(newPassword: $new, currentPassword: $current) {
    ... on PasswordChanged { sessionsEnded }
    ... on InvalidInputProblem { code field } ... on TooManyAttemptsProblem { code retryAfterSeconds } } }"""


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
