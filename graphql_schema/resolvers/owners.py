"""Owners: whose contacts and companies are."""

import strawberry

from graphql_schema.context import Context
from graphql_schema.outcome import Report
from graphql_schema.resolvers.editing import edit_records
from models.database.session import Session
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.user import User


async def assign_owner(
    ctx: Context, ids: list[str], owner_id: strawberry.ID | None = None, dry_run: bool = False
) -> Report:
    """Give contacts and companies to a member of the team; without an owner they belong to nobody.

    ```graphql
    mutation { assignOwner(ids: ["contact_…", "company_…"], ownerId: "user_…") { results { id changed } } }
    ```
    """
    check_text("ownerId", owner_id or "", MAX_NAME)

    async def ready(session: Session) -> None:
        user = await session.get(User, owner_id) if owner_id else None
        if owner_id and (user is None or user.deactivated_at is not None):
            raise InvalidInput(f"ownerId: there is no active user {owner_id!r}", field="ownerId")

    return await edit_records(
        ctx,
        "assign_owner",
        ids,
        lambda _: {"owner_id": owner_id or None},
        ready=ready,
        dry_run=dry_run,
        ownerId=owner_id,
    )
