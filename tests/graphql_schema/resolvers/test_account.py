"""One's own account: who one is, and where one is signed in."""

from datetime import timedelta

from graphql_schema.resolvers.account import list_my_sessions
from models.access.session import SignInMethod, UserSession
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.user import Role
from tests.factories import NOW, add, context, make_user, runs_of
from tests.graphql_schema.asking import ask, refusals

EVE = Actor("eve", "Eve", Source.PERSON, role=Role.ANALYST, session_id="session_1")
KEY = Actor("key_1", "Script", Source.SCRIPT, frozenset(["graphql:read"]))


async def opened(database, number: int, user_id: str = "eve", *, hours_ago: int = 0, days_left: int = 30) -> None:
    session = UserSession(
        id=f"session_{number}",
        hash=bytes([number]),
        user_id=user_id,
        method=SignInMethod.LINK,
        user_agent="Firefox",
        created_at=NOW,
        last_seen_at=NOW - timedelta(hours=hours_ago),
        expires_at=NOW + timedelta(days=days_left),
    )
    await add(database, session)


async def test_a_person_sees_who_they_are_and_with_which_browser(database):
    await make_user(database, "eve", "Eve", "eve@example.com", role="analyst")
    await opened(database, 1)

    told = await ask(
        database,
        "{ viewer { id label source role user { email passwordSetAt } session { id method isCurrent } } }",
        actor=EVE,
    )

    assert told["viewer"] == {
        "id": "eve",
        "label": "Eve",
        "source": "PERSON",
        "role": "ANALYST",
        "user": {"email": "eve@example.com", "passwordSetAt": None},
        "session": {"id": "session_1", "method": "LINK", "isCurrent": True},
    }


async def test_a_key_is_no_person_and_has_no_sessions(database):
    told = await ask(database, "{ viewer { id label role user { id } session { id } } }", actor=KEY)
    refused = await refusals(database, "{ mySessions { id } }", actor=KEY)

    assert told["viewer"] == {"id": "key_1", "label": "Script", "role": None, "user": None, "session": None}
    assert refused == [
        (
            "This API key lacks the permission account; no scope gives it",
            {"code": "NOT_ALLOWED", "permission": "account"},
        )
    ]


async def test_my_sessions_are_mine_alone_and_alive_the_last_used_first(database):
    await opened(database, 1, hours_ago=2)
    await opened(database, 2)
    await opened(database, 3, "bob")
    await opened(database, 4, days_left=0)

    told = await ask(database, "{ mySessions { id isCurrent userAgent } }", actor=EVE)

    assert told["mySessions"] == [
        {"id": "session_2", "isCurrent": False, "userAgent": "Firefox"},
        {"id": "session_1", "isCurrent": True, "userAgent": "Firefox"},
    ]


async def test_signing_out_everywhere_leaves_others_alone_and_is_a_run(database):
    await opened(database, 1)
    await opened(database, 2, "bob")

    told = await ask(database, "mutation { signOutEverywhere { ... on SignedOut { sessionsEnded } } }", actor=EVE)

    assert told == {"signOutEverywhere": {"sessionsEnded": 1}}
    bob = context(database, Actor("bob", "Bob", Source.PERSON, role=Role.REP))
    assert [each.id for each in await list_my_sessions(bob)] == ["session_2"]
    assert [(run.act, run.actor_id, run.counts) for run in await runs_of(database)] == [
        ("sign_out_everywhere", "eve", {"received": 1, "updated": 1})
    ]
