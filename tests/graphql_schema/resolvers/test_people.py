"""Members of the team, made."""

import asyncio

import pytest

from graphql_schema.resolvers.people import create_user, deactivate_user, reactivate_user, update_user
from graphql_schema.resolvers.users import list_owners
from models.errors import AlreadyExists, InvalidInput, LastAdmin, NotFound
from models.user import Role, User
from tests.factories import ANN, NOW, context, history_of, make_user, rows_of
from tests.graphql_schema.asking import ask


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


async def test_a_change_sets_what_is_given_and_tells_old_and_new(database):
    await make_user(database, "ada", "Ada", "ada@example.com", role="rep")

    told = await ask(
        database,
        """mutation { updateUser(id: "ada", changes: { email: "ADA@Example.org", role: ANALYST }) {
            ... on UserChanged { user { name email role } } } }""",
    )

    assert told["updateUser"] == {"user": {"name": "Ada", "email": "ada@example.org", "role": "ANALYST"}}
    [change] = await history_of(database, "ada")
    assert (change.version, change.fields) == (
        2,
        {
            "email": {"old": "ada@example.com", "new": "ada@example.org"},
            "role": {"old": "rep", "new": "analyst"},
        },
    )


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        pytest.param({"email": "bob@example.com"}, AlreadyExists, id="taken"),
        pytest.param({"email": "bob"}, InvalidInput, id="no address"),
        pytest.param({"name": " "}, InvalidInput, id="no name"),
    ],
)
async def test_a_change_that_cannot_be_is_refused_and_changes_nothing(database, changes, refusal):
    await make_user(database, "ada", "Ada", "ada@example.com")
    await make_user(database, "bob", "Bob", "bob@example.com")

    with pytest.raises(refusal):
        await update_user(context(database), "ada", {"role": Role.ADMIN, **changes})

    [ada, _] = await rows_of(database, User)
    assert (ada.name, ada.email, ada.role, await history_of(database, "ada")) == ("Ada", "ada@example.com", "rep", [])


async def test_somebody_must_stay_an_admin(database):
    await make_user(database, "ada", "Ada", role="admin")
    await make_user(database, "old", "Old", role="admin", deactivated_at=NOW)

    for act in (lambda ctx: update_user(ctx, "ada", {"role": Role.REP}), lambda ctx: deactivate_user(ctx, "ada")):
        with pytest.raises(LastAdmin, match="This is the last admin"):
            await act(context(database))

    await make_user(database, "bob", "Bob", role="admin")
    assert (await update_user(context(database), "ada", {"role": Role.REP})).role == "rep"


async def test_of_two_admins_let_go_at_once_one_stays(database):
    for name in ("ada", "bob"):
        await make_user(database, name, name, role="admin")

    attempts = await asyncio.gather(
        *(deactivate_user(context(database), name) for name in ("ada", "bob")), return_exceptions=True
    )

    assert [type(each) for each in attempts if isinstance(each, Exception)] == [LastAdmin]
    assert len([user for user in await rows_of(database, User) if user.deactivated_at is None]) == 1


async def test_a_member_is_let_go_and_taken_back(database):
    await make_user(database, "ada", "Ada", role="rep")

    gone = await deactivate_user(context(database), "ada")
    again = await deactivate_user(context(database), "ada")
    owners = await list_owners(context(database))
    back = await reactivate_user(context(database), "ada")

    assert (gone.deactivated_at, again.deactivated_at, owners, back.deactivated_at) == (NOW, NOW, [], None)
    assert [change.fields for change in await history_of(database, "ada")] == [
        {"deactivated_at": {"old": None, "new": "2024-01-20T10:30:00Z"}},
        {"deactivated_at": {"old": "2024-01-20T10:30:00Z", "new": None}},
    ]


async def test_a_user_nobody_is_cannot_be_changed(database):
    for act in (lambda ctx: update_user(ctx, "x", {}), lambda ctx: deactivate_user(ctx, "x\x00")):
        with pytest.raises(NotFound):
            await act(context(database))


async def test_the_first_admin_is_an_owner_once_it_is_a_person(database):
    await make_user(database, "admin", "Admin", role="admin")
    await make_user(database, "bob", "Bob")
    before = [user.id for user in await list_owners(context(database))]

    await update_user(context(database), "admin", {"name": "Ada", "email": "ada@example.com"})

    assert (before, [user.id for user in await list_owners(context(database))]) == (["bob"], ["admin", "bob"])
