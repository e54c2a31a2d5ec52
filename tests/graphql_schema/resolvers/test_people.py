"""Members of the team, made."""

import asyncio

from graphql_schema.resolvers.people import create_user
from models.errors import AlreadyExists
from models.user import Role, User
from tests.factories import ANN, context, history_of, rows_of


async def test_a_user_is_made_with_a_history(database):
    made = await create_user(context(database), " Ada Lovelace ", "ADA@Example.com", Role.ADMIN, "sales-rep-1")

    assert (made.id, made.name, made.email, made.role) == ("sales-rep-1", "Ada Lovelace", "ada@example.com", "admin")
    [change] = await history_of(database, "sales-rep-1")
    assert (change.actor_id, change.fields["email"]) == (ANN.id, {"old": None, "new": "ada@example.com"})


async def test_of_two_users_with_one_id_made_at_once_one_is_refused(database):
    attempts = await asyncio.gather(
        *(create_user(context(database), name, id="sales-rep-1") for name in ("Ada", "Eve")), return_exceptions=True
    )

    assert [type(each) for each in attempts if isinstance(each, Exception)] == [AlreadyExists]
    assert len(await rows_of(database, User)) == 1
