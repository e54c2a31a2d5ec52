"""Members of the team: who can own contacts and tasks, and who signs in."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func
from sqlmodel import col, or_, select

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.access.link import drop_links
from models.access.policy import Permission
from models.access.session import close_sessions
from models.columns import iso_z, new_id
from models.database.session import Session
from models.errors import AlreadyExists, InvalidInput, LastAdmin, NotFound
from models.fields.cleaning import MAX_NAME, check_text, is_storable
from models.identity.email import normalize_email
from models.ledger.change import Change
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.user import Role, User

USER = "user"


async def create_user(
    ctx: Context, name: str, email: str | None = None, role: Role = Role.REP, id: str | None = None
) -> User:
    """Add a member of the team. `id` is what Enginy sends as the owner of a contact, such as `sales-rep-1`.

    A name, address or id that cannot be one is told as InvalidInputProblem, one that is taken as AlreadyExistsProblem.

    ```graphql
    mutation { createUser(name: "Bob Day", email: "bob@example.com", role: REP) {
        ... on UserChanged { user { id name } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(
        ctx, "create_user", needs=Permission.MANAGE_USERS, name=name, email=email, role=role.value, id=id
    )
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


async def update_user(ctx: Context, id: str, changes: Mapping[str, Any]) -> User:
    """Change a member's name, address or role. A new role counts from the member's next call on.

    Somebody must stay an admin: the last one keeps the role, told with the code LAST_ADMIN. An address that somebody has
    is told as AlreadyExistsProblem.

    ```graphql
    mutation { updateUser(id: "user_…", changes: { role: ADMIN }) {
        ... on UserChanged { user { name role } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "update_user", needs=Permission.MANAGE_USERS, id=id)
    wanted = dict(changes)
    if "name" in wanted:
        wanted["name"] = _checked_name(wanted["name"])
    if wanted.get("email") is not None:
        wanted["email"] = _checked_email(wanted["email"])

    async def work(session: Session) -> User:
        user = await find_for_update(session, id)
        if wanted.get("role", user.role) != user.role:
            await _check_not_the_last_admin(session, user)
        if wanted.get("email") not in (None, user.email):
            taken = (await session.exec(select(User.id).where(User.email == wanted["email"]).limit(1))).first()
            if taken is not None:
                raise AlreadyExists("A user with this email address exists already", (taken,))
        return await store(session, journal, user, wanted)

    return await record(ctx, journal, work, received=1)


async def deactivate_user(ctx: Context, id: str) -> User:
    """Let a member of the team go: every session ends at once, and nobody can choose them as an owner any more. What
    they own stays theirs until somebody changes it. Doing it again changes nothing.

    Somebody must stay an admin: the last one is not let go, told with the code LAST_ADMIN.
    """
    journal = open_journal(ctx, "deactivate_user", needs=Permission.MANAGE_USERS, id=id)

    async def work(session: Session) -> User:
        user = await find_for_update(session, id)
        await _check_not_the_last_admin(session, user)
        await close_sessions(session, user.id)
        await drop_links(session, user.id, now=journal.now)
        return await store(session, journal, user, {"deactivated_at": user.deactivated_at or journal.now})

    return await record(ctx, journal, work, received=1)


async def reactivate_user(ctx: Context, id: str) -> User:
    """Take a member back who was let go, with the same role and password."""
    journal = open_journal(ctx, "reactivate_user", needs=Permission.MANAGE_USERS, id=id)

    async def work(session: Session) -> User:
        return await store(session, journal, await find_for_update(session, id), {"deactivated_at": None})

    return await record(ctx, journal, work, received=1)


async def find_for_update(session: Session, id: str) -> User:
    """The member with this id, locked until the transaction ends. Raises NotFound."""
    user = None
    if is_storable(id):
        user = (await session.exec(select(User).where(User.id == id).with_for_update())).first()
    if user is None:
        raise NotFound("User", id)
    return user


async def store(session: Session, journal: Journal, user: User, wanted: Mapping[str, Any]) -> User:
    """Set what differs, and write the change down."""
    changed = {name: (getattr(user, name), value) for name, value in wanted.items() if getattr(user, name) != value}
    for name, (_, value) in changed.items():
        setattr(user, name, value)
    if changed:
        session.add(user)
        version = (await session.exec(select(func.max(Change.version)).where(Change.record_id == user.id))).one()
        fields = {name: {"old": _told(old), "new": _told(new)} for name, (old, new) in changed.items()}
        journal.change(user.id, (version or 1) + 1, fields, {}, entity=USER)
    journal.decide(0, ItemDecision("updated" if changed else "unchanged", record_id=user.id))
    return user


async def _check_not_the_last_admin(session: Session, user: User) -> None:
    if user.role != Role.ADMIN or user.deactivated_at is not None:
        return
    await session.lock(["admins"])
    others = (col(User.role) == Role.ADMIN, col(User.deactivated_at).is_(None), col(User.id) != user.id)
    if (await session.exec(select(User.id).where(*others).limit(1))).first() is None:
        raise LastAdmin("This is the last admin; make somebody else one first", field="role")


def _told(value: Any) -> Any:
    return iso_z(value) if hasattr(value, "isoformat") else value


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
