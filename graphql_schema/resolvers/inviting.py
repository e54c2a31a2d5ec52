"""Links by which somebody signs in once: for the first admin of a new installation, and later from the command line."""

from dataclasses import dataclass

from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.resolvers.people import USER
from graphql_schema.resolvers.recording import open_journal, record
from models.access.link import make_link
from models.access.policy import Permission
from models.database.session import Session
from models.errors import InvalidInput, NotFound
from models.identity.email import normalize_email
from models.ledger.decision import ItemDecision
from models.user import FIRST_ADMIN, Role, User


@dataclass(frozen=True, slots=True)
class Invitation:
    """A sign-in link at the only moment its token is known."""

    user: User
    token: str


async def create_first_admin(ctx: Context) -> Invitation | None:
    """Make the admin of a new installation, with a link to sign in by. None when there ever was one.

    It has no address and no password: whoever follows the link gives it both.
    """
    async with ctx.db.read() as session:
        if await session.get(User, FIRST_ADMIN) is not None:
            return None
    journal = open_journal(ctx, "create_first_admin", needs=Permission.MANAGE_USERS)

    async def work(session: Session) -> Invitation | None:
        await session.lock(["first admin"])  # two servers may start at once
        if await session.get(User, FIRST_ADMIN) is not None:
            journal.decide(0, ItemDecision("unchanged"))
            return None
        user = User(id=FIRST_ADMIN, name="Admin", role=Role.ADMIN, created_at=journal.now)
        session.add(user)
        fields = {"name": user.name, "role": user.role}
        journal.change(user.id, 1, {name: {"old": None, "new": new} for name, new in fields.items()}, {}, entity=USER)
        journal.decide(0, ItemDecision("created", record_id=user.id))
        return Invitation(user, await make_link(session, user.id, now=journal.now))

    return await record(ctx, journal, work, received=1)


async def create_sign_in_link(ctx: Context, who: str) -> Invitation:
    """Make a link by which a member of the team, named by id or address, signs in once. Earlier links of theirs end.

    Raises NotFound, and InvalidInput for one who has left.
    """
    journal = open_journal(ctx, "create_sign_in_link", needs=Permission.MANAGE_USERS)

    async def work(session: Session) -> Invitation:
        user = await session.get(User, who)
        if user is None and (email := normalize_email(who)) is not None:
            user = (await session.exec(select(User).where(col(User.email) == email))).first()
        if user is None:
            raise NotFound("User", who)
        if user.deactivated_at is not None:
            raise InvalidInput(f"{user.name} has left; reactivate the user first", field="user")
        journal.decide(0, ItemDecision("created", record_id=user.id))
        return Invitation(user, await make_link(session, user.id, now=journal.now))

    return await record(ctx, journal, work, received=1)
