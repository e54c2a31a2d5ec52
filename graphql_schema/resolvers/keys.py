"""API keys: made, listed and revoked."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.access.api_key import ApiKey, IssuedKey, Scope, issue_key
from models.access.policy import Permission, scopes_to_give
from models.columns import iso_z
from models.database.session import Session
from models.errors import NotAllowed, NotFound
from models.fields.cleaning import is_storable
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal

API_KEY = "api_key"
FIRST_KEY_SCOPES = (Scope.ENGINY, Scope.GRAPHQL_READ, Scope.GRAPHQL_WRITE)


async def create_key(ctx: Context, label: str, scopes: Sequence[str], expires_at: datetime | None = None) -> IssuedKey:
    """Make an API key. Its text is in this answer and nowhere else: only a hash is stored.

    Nobody gives a scope they do not have themselves; an admin gives any. An expiry in the past is told as
    InvalidInputProblem.

    ```graphql
    mutation { createApiKey(label: "Reports", scopes: [GRAPHQL_READ]) {
        ... on ApiKeyCreated { secret apiKey { id } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "create_key", needs=Permission.MANAGE_KEYS, label=label, scopes=list(scopes))
    issued = issue_key(label, scopes, now=journal.now, created_by=ctx.actor.id, expires_at=expires_at)
    _check_own(ctx, scopes)

    async def work(session: Session) -> IssuedKey:
        return _stored(session, issued, journal)

    return await record(ctx, journal, work, received=1)


async def create_first_key(ctx: Context, label: str) -> IssuedKey | None:
    """Make the key of a new installation: one for Enginy and for GraphQL. None when any key was ever made."""
    async with ctx.db.read() as session:
        if (await session.exec(select(ApiKey.id).limit(1))).first() is not None:
            return None
    journal = open_journal(
        ctx, "create_first_key", needs=Permission.MANAGE_KEYS, label=label, scopes=list(FIRST_KEY_SCOPES)
    )
    issued = issue_key(label, FIRST_KEY_SCOPES, now=journal.now, created_by=ctx.actor.id)
    _check_own(ctx, FIRST_KEY_SCOPES)

    async def work(session: Session) -> IssuedKey | None:
        await session.lock(["first key"])  # two servers may start at once
        if (await session.exec(select(ApiKey.id).limit(1))).first() is not None:
            journal.decide(0, ItemDecision("unchanged"))
            return None
        return _stored(session, issued, journal)

    return await record(ctx, journal, work, received=1)


def _check_own(ctx: Context, scopes: Sequence[str]) -> None:
    missing = [scope for scope in scopes if scope not in scopes_to_give(ctx.actor)]
    if missing:
        raise NotAllowed(f"Nobody gives a scope they do not have: {missing[0]}", Permission.MANAGE_KEYS)


def _stored(session: Session, issued: IssuedKey, journal: Journal) -> IssuedKey:
    key = issued.record
    session.add(key)
    expiry = iso_z(key.expires_at) if key.expires_at else None
    fields = {"label": key.label, "scopes": key.scopes, "expires_at": expiry}
    journal.change(key.id, 1, {name: {"old": None, "new": new} for name, new in fields.items()}, {}, entity=API_KEY)
    journal.decide(0, ItemDecision("created", record_id=key.id))
    return issued


async def list_keys(ctx: Context) -> list[ApiKey]:
    """All keys, revoked and expired ones too, oldest first. Their text is not known any more.

    ```graphql
    { apiKeys { label start scopes isValid lastUsedAt } }
    ```
    """
    ctx.require(Permission.MANAGE_KEYS)
    async with ctx.db.read() as session:
        return list((await session.exec(select(ApiKey).order_by(col(ApiKey.created_at), col(ApiKey.id)))).all())


async def revoke_key(ctx: Context, id: str) -> ApiKey:
    """Stop a key from working, from its next call on. One that is revoked already stays as it is.

    ```graphql
    mutation { revokeApiKey(id: "key_…") {
        ... on ApiKeyRevoked { apiKey { label revokedAt } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "revoke_key", needs=Permission.MANAGE_KEYS, id=id)

    async def work(session: Session) -> ApiKey:
        statement = select(ApiKey).where(ApiKey.id == id).with_for_update()
        key = (await session.exec(statement)).first() if is_storable(id) else None
        if key is None:
            raise NotFound("Key", id)
        if key.revoked_at is not None:
            journal.decide(0, ItemDecision("unchanged", record_id=key.id))
            return key
        key.revoked_at = journal.now
        session.add(key)
        journal.change(key.id, 2, {"revoked_at": {"old": None, "new": iso_z(journal.now)}}, {}, entity=API_KEY)
        journal.decide(0, ItemDecision("updated", record_id=key.id))
        return key

    return await record(ctx, journal, work, received=1)
