"""Users: the members of the team who can own contacts and tasks."""

from sqlmodel import col, select

from graphql_schema.context import Context
from models.user import User


async def list_users(ctx: Context) -> list[User]:
    """All active members of the team, by name.

    ```graphql
    { users { id name role } }
    ```
    """
    ctx.require_read()
    async with ctx.db.read() as session:
        found = await session.exec(select(User).where(col(User.deactivated_at).is_(None)))
        return sorted(found.all(), key=lambda user: (user.name.casefold(), user.id))


async def list_owners(ctx: Context) -> list[User]:
    """Those of them whom Enginy may offer as owners: all but the first admin while nobody has made that a person, by
    giving it an e-mail address.
    """
    return [user for user in await list_users(ctx) if not user.is_technical]
