"""How often a caller may ask: counted for each by itself, and told when to come back."""

from collections.abc import AsyncIterator

import pytest

from api.context import graphql_context
from graphql_schema.context import Context
from models.database.engine import Database
from tests.enginy import Enginy, serving
from tests.factories import ANN, Clock, context, make_key

ASKED = {"query": "{ __typename }"}
BEN = ANN.__class__("user_ben", "Ben", ANN.source, ANN.scopes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def client(database_url: str, database: Database, clock: Clock) -> AsyncIterator[Enginy]:
    """A program on a server that lets people ask three times a minute."""
    key = await make_key(database, ("enginy", "graphql:read"))
    async with serving(database_url, key=key, clock=clock, graphql_requests_per_minute=3) as client:
        yield client


def sign_in(client: Enginy, database: Database, clock: Clock, actor=ANN) -> None:
    async def signed_in() -> Context:
        return context(database, actor, clock=clock)

    client.app.dependency_overrides[graphql_context] = signed_in


async def statuses(client: Enginy, count: int) -> list[int]:
    return [(await client.post("/graphql", ASKED)).status_code for _ in range(count)]


async def test_person_who_asks_too_often_is_told_when_to_come_back(client, database, clock):
    sign_in(client, database, clock)

    assert await statuses(client, 3) == [200, 200, 200]
    refused = await client.post("/graphql", ASKED)

    assert (refused.status_code, refused.headers["retry-after"]) == (429, "20")
    assert refused.json() == {
        "errors": [
            {
                "message": "At most 3 requests a minute; try again in 20 s",
                "extensions": {
                    "code": "TOO_MANY_REQUESTS", "limit": "requestsPerMinute", "allowed": 3, "retryAfterSeconds": 20
                },
            }
        ]
    }  # fmt: skip


async def test_requests_come_back_with_time_but_never_more_than_allowed(client, database, clock):
    sign_in(client, database, clock)
    await statuses(client, 3)

    clock.move(seconds=19)
    assert await statuses(client, 1) == [429]
    clock.move(seconds=1)
    assert await statuses(client, 2) == [200, 429]
    clock.move(hours=1)
    assert await statuses(client, 4) == [200, 200, 200, 429]


async def test_everyone_is_counted_alone(client, database, clock):
    sign_in(client, database, clock)
    await statuses(client, 4)

    sign_in(client, database, clock, BEN)

    assert await statuses(client, 3) == [200, 200, 200]


async def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing(client, database, clock):
    sign_in(client, database, clock)
    await statuses(client, 2)

    clock.move(hours=-1)

    assert await statuses(client, 2) == [200, 429]


async def test_keys_are_not_counted_unless_told(client):
    assert await statuses(client, 8) == [200] * 8


async def test_keys_are_counted_where_the_setting_says_so_and_never_by_enginys_door(database_url, database, clock):
    key = await make_key(database, ("enginy", "graphql:read"))
    async with serving(database_url, key=key, clock=clock, graphql_key_requests_per_minute=2) as client:
        by_graphql = await statuses(client, 2)
        by_get = await client.http.get("/graphql", params=ASKED)
        by_rest = [(await client.get("/health")).status_code for _ in range(5)]

    assert (by_graphql, by_get.status_code, by_rest) == ([200, 200], 429, [200] * 5)
