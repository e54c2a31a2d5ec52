"""Members of the team, made: who can own contacts and tasks, and, later, sign in."""

from sqlmodel import col, or_, select

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.columns import new_id
from models.database.session import Session
from models.errors import AlreadyExists, InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.identity.email import normalize_email
from models.ledger.decision import ItemDecision
from models.user import Role, User

USER = "user"


async def create_user(
    ctx: Context, name: str, email: str | None = None, role: Role = Role.REP, id: str | None = None
) -> User:
    """Add a member of the team. `id` is what Enginy sends as the owner of a contact, such as `sales-rep-1`.

    Raises InvalidInput for a name, address or id that cannot be one, AlreadyExists where id or address is taken.
    """
    journal = open_journal(ctx, "create_user", name=name, email=email, role=role.value, id=id)
    user = User(
        id=_checked_id(id) if id is not None else new_id(USER),
        name=_checked_name(name),
        email=_checked_email(email) if email is not None else None,
        role=role.value,
        created_at=journal.now,
    )

    async def work(session: Session) -> User:
        same = [col(User.id) == user.id, *([col(User.email) == user.email] if user.email is not None else [])]
        taken = (await session.exec(select(User).where(or_(*same)).limit(1))).first()
        if taken is not None:
            what = f"id {user.id}" if taken.id == user.id else "email address"
            raise AlreadyExists(f"A user with this {what} exists already", (taken.id,))
        session.add(user)
        fields = {"name": user.name, "email": user.email, "role": user.role}
        journal.change(user.id, 1, {name: {"old": None, "new": new} for name, new in fields.items()}, {}, entity=USER)
        journal.decide(0, ItemDecision("created", record_id=user.id))
        return user

    return await record(ctx, journal, work, received=1)


def _checked_name(name: str) -> str:
    check_text("name", name, MAX_NAME)
    if not name.strip():
        raise InvalidInput("A user needs a name", field="name")
    return name.strip()


def _checked_id(id: str) -> str:
    check_text("id", id, MAX_NAME)
    if not id or any(character.isspace() or not character.isprintable() for character in id):
        raise InvalidInput("A user's id must be text without spaces, such as sales-rep-1", field="id")
    return id


def _checked_email(email: str) -> str:
    check_text("email", email, MAX_NAME)
    normal = normalize_email(email)
    if normal is None:
        raise InvalidInput(f"{email!r} is no email address", field="email")
    return normal
