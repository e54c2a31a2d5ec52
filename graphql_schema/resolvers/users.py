"""Users: the members of the team who can own contacts and tasks."""

from sqlmodel import col, select

from graphql_schema.context import Context
from models.user import User


async def list_users(ctx: Context) -> list[User]:
    """All active members of the team, by name."""
    ctx.require_read()
    async with ctx.db.read() as session:
        found = await session.exec(select(User).where(col(User.deactivated_at).is_(None)))
        return sorted(found.all(), key=lambda user: (user.name.casefold(), user.id))
