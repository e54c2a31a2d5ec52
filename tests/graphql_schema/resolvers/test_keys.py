"""API keys as acts: who may give what, and what revoking does."""

from datetime import timedelta

import pytest

from graphql_schema.context import Context
from graphql_schema.resolvers.keys import create_key, list_keys, revoke_key
from models.access.api_key import ApiKey, Scope
from models.access.secret import hash_secret
from models.errors import InvalidInput, NotAllowed, NotFound
from models.ledger.journal import Actor
from models.ledger.run import Door, Source
from tests.factories import NOW, Clock, rows_of, runs_of
from tests.graphql_schema.asking import ask


def operator(database, *scopes: Scope) -> Context:
    """The context of a command, by an actor with these scopes."""
    return Context(database, Actor("cli", "command line", Source.SYSTEM, frozenset(scopes)), Door.CLI, clock=Clock())


async def test_a_key_is_stored_as_a_hash_and_its_text_is_answered_once(database):
    issued = await create_key(operator(database, *Scope), "Enginy", [Scope.ENGINY], NOW + timedelta(days=90))

    [key] = await list_keys(operator(database, *Scope))
    assert (key.label, key.scopes, key.created_at, key.expires_at) == (
        "Enginy",
        ["enginy"],
        NOW,
        NOW + timedelta(days=90),
    )
    assert issued.secret.startswith("rolo_")
    assert (key.start, issued.secret in repr(key)) == (issued.secret[:9], False)


async def test_nobody_gives_a_scope_they_do_not_have(database):
    with pytest.raises(NotAllowed):
        await create_key(operator(database, Scope.ENGINY), "Sneaky", [Scope.ENGINY, Scope.METRICS])

    assert (await rows_of(database, ApiKey), await runs_of(database)) == ([], [])


async def test_an_expiry_in_the_past_is_refused(database):
    with pytest.raises(InvalidInput, match="The expiry lies in the past"):
        await create_key(operator(database, *Scope), "Late", [Scope.ENGINY], NOW)

    assert await rows_of(database, ApiKey) == []


async def test_revoking_twice_keeps_the_first_moment(database):
    issued = await create_key(operator(database, *Scope), "Enginy", [Scope.ENGINY])
    await revoke_key(operator(database, *Scope), issued.record.id)
    later = operator(database, *Scope)
    later.clock = Clock(NOW + timedelta(days=1))

    again = await revoke_key(later, issued.record.id)

    assert again.revoked_at == NOW
    assert [run.counts for run in await runs_of(database) if run.act == "revoke_key"] == [
        {"received": 1, "updated": 1},
        {"received": 1, "unchanged": 1},
    ]


async def test_a_key_nobody_has_cannot_be_revoked(database):
    with pytest.raises(NotFound):
        await revoke_key(operator(database, *Scope), "key_none")

    assert await runs_of(database) == []


async def test_an_admin_makes_and_revokes_keys_over_graphql(database):
    made = await ask(
        database,
        """mutation { createApiKey(label: "Board", scopes: [GRAPHQL_READ], expiresAt: "2030-01-01") {
            ... on ApiKeyCreated { secret apiKey { id label start scopes expiresAt createdBy { id } isValid } } } }""",
    )

    created = made["createApiKey"]
    key = created["apiKey"]
    assert (key["label"], key["start"], key["scopes"], key["expiresAt"], key["createdBy"], key["isValid"]) == (
        "Board", created["secret"][:9], ["GRAPHQL_READ"], "2030-01-01T00:00:00Z", {"id": "user_ann"}, True,
    )  # fmt: skip
    [stored] = await rows_of(database, ApiKey)
    assert stored.hash == hash_secret(created["secret"])

    revoked = await ask(
        database,
        "mutation($id: ID!) { revokeApiKey(id: $id) { ... on ApiKeyRevoked { apiKey { isValid revokedAt } } } }",
        id=key["id"],
    )

    assert revoked["revokeApiKey"] == {"apiKey": {"isValid": False, "revokedAt": "2024-01-20T10:30:00Z"}}
    assert created["secret"] not in repr(await runs_of(database))
