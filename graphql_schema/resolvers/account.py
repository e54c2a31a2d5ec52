"""What concerns nobody but whoever asks: who they are, where they are signed in, and their password."""

from datetime import timedelta

from sqlmodel import select

import models
from graphql_schema.context import Context
from graphql_schema.loaders import load_grouped, load_record
from graphql_schema.resolvers.people import find_for_update, store
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.types.record import SOURCES
from graphql_schema.types.session import UserSession
from graphql_schema.types.viewer import Viewer
from models.access.link import drop_links
from models.access.password import check_password
from models.access.policy import Permission
from models.access.session import SignInMethod, close_sessions
from models.access.throttle import account, count_attempt, forgive
from models.base import table_of
from models.database.session import Session
from models.errors import InvalidInput, WrongPassword
from models.ledger.decision import ItemDecision
from models.user import User

FRESH = timedelta(minutes=15)  # how long a link that was just followed stands for the password somebody forgot

_SESSION = table_of(models.UserSession)


async def viewer(ctx: Context) -> Viewer:
    """Who you are, and what you may do.

    ```graphql
    { viewer { label role permissions user { name email } } }
    ```
    """
    return Viewer(actor=ctx.actor, permissions=sorted(ctx.permissions))


async def list_my_sessions(ctx: Context) -> list[UserSession]:
    """The browsers you are signed in with, the one used last first. For people; API keys have none.

    ```graphql
    { mySessions { userAgent lastSeenAt isCurrent } }
    ```
    """
    ctx.require(Permission.ACCOUNT)
    now = ctx.clock()
    found: list[UserSession] = await load_grouped(ctx, SOURCES[_SESSION], _SESSION.c.user_id, ctx.actor.id)
    alive = [each for each in found if now < each.expires_at]
    return sorted(alive, key=lambda each: (each.last_seen_at, each.id), reverse=True)


async def change_password(ctx: Context, new_password: str, current_password: str | None = None) -> int:
    """Set your password, and end all your other sessions. The current one is needed, unless you signed in by a link in
    the last quarter of an hour. A password has at least 12 characters; a sentence makes a good one.

    ```graphql
    mutation { changePassword(currentPassword: "…", newPassword: "…") {
        ... on PasswordChanged { sessionsEnded }
        ... on InvalidInputProblem { field } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "change_password", needs=Permission.ACCOUNT)
    check_password(new_password)
    async with ctx.db.read() as session:
        user = (await session.exec(select(User).where(User.id == ctx.actor.id))).one()
    if user.email is None:
        raise InvalidInput("Signing in with a password takes an e-mail address; set one first", field="email")
    if new_password.strip().casefold() in {user.email, user.name.casefold()}:
        raise InvalidInput("This password is your own name", field="newPassword")
    stored = user.password_hash
    if not await _came_by_link(ctx):
        await count_attempt(ctx.db, [account(user.email)], ctx.clock())
        if not await ctx.passwords.fits(current_password or "", stored):
            message = "The current password is wrong; with a new sign-in link it is not needed"
            raise WrongPassword(message, field="currentPassword")
    hashed = await ctx.passwords.hash(new_password)

    async def work(session: Session) -> int:
        user = await find_for_update(session, ctx.actor.id)
        if user.password_hash != stored:
            raise InvalidInput("The password was changed meanwhile; sign in again", field="currentPassword")
        user.password_hash = hashed
        await store(session, journal, user, {"password_set_at": journal.now})
        await drop_links(session, user.id, now=journal.now)
        await forgive(session, [account(user.email or "")], journal.now)
        return await close_sessions(session, user.id, but=[ctx.actor.session_id or ""])

    return await record(ctx, journal, work, received=1)


async def sign_out_everywhere(ctx: Context) -> int:
    """End all your sessions, this one too, at once."""
    journal = open_journal(ctx, "sign_out_everywhere", needs=Permission.ACCOUNT)

    async def work(session: Session) -> int:
        ended = await close_sessions(session, ctx.actor.id)
        journal.decide(0, ItemDecision("updated" if ended else "unchanged", record_id=ctx.actor.id))
        return ended

    return await record(ctx, journal, work, received=1)


async def _came_by_link(ctx: Context) -> bool:
    """Whether this very session was opened by a link a moment ago."""
    found: UserSession | None = await load_record(ctx, SOURCES[_SESSION], ctx.actor.session_id or "")
    return found is not None and found.method is SignInMethod.LINK and ctx.clock() - found.created_at < FRESH
