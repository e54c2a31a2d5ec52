"""Owners: whose contacts and companies are."""

import strawberry

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Report
from graphql_schema.resolvers.bulk import Filter, Versions
from graphql_schema.resolvers.editing import choose_records, edit_records
from models.database.session import Session
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.user import User


async def assign_owner(
    ctx: Context,
    ids: list[str] | None = None,
    contact_filter: Filter | None = None,
    company_filter: Filter | None = None,
    owner_id: strawberry.ID | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Give contacts and companies to a member of the team; without an owner they belong to nobody. They are those with
    these ids, or all contacts or all companies that fulfil a filter.

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
        await choose_records(ctx, ids, contact_filter, company_filter, error_policy),
        lambda _: {"owner_id": owner_id or None},
        ready=ready,
        versions=expected_versions,
        policy=error_policy,
        dry_run=dry_run,
        ownerId=owner_id,
    )
