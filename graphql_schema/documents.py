"""Which document a request means, and whether it may be run: any, by who may explore; registered ones, by everyone."""

from sqlalchemy import bindparam, select

from graphql_schema.context import Context
from models.base import table_of
from models.configuration import EXPLORE_WITHDRAWN, StoredSetting
from models.errors import ExploringWithdrawn, InvalidInput, UnknownDocument
from models.ledger.run import Source
from models.library.document import RegisteredDocument, hash_in, hash_of
from models.user import User

_DOCUMENT, _SETTING, _USER = table_of(RegisteredDocument), table_of(StoredSetting), table_of(User)
# Every call asks for one of them at least.
_TEXT = select(_DOCUMENT.c.text).where(_DOCUMENT.c.hash == bindparam("hash"))
_WITHDRAWN = select(_SETTING.c.value).where(_SETTING.c.name == bindparam("name"))
_ROLE = select(_USER.c.role).where(_USER.c.id == bindparam("id"))


async def document_to_run(ctx: Context, text: str | None, document_id: str | None) -> str:
    """The text of the document that a request names, or brings.

    One that brings both is taken at its text, which must be what the id says. Raises InvalidInput for neither, or for
    an id that is none, UnknownDocument where nothing is registered under it, and ExploringWithdrawn where the actor may
    run registered documents alone and this is none.
    """
    digest = hash_in(document_id) if document_id is not None else None
    if text is None:
        if digest is None:
            raise InvalidInput("query is required, or the documentId of a registered document", field="query")
        registered = await _registered(ctx, digest)
        if registered is None:
            raise UnknownDocument
        return registered
    if digest is not None and digest != hash_of(text):
        raise InvalidInput("The document is not the one its id names", field="query")
    if not await may_explore(ctx) and await _registered(ctx, hash_of(text)) is None:
        raise ExploringWithdrawn
    return text


async def may_explore(ctx: Context) -> bool:
    """Whether the actor may run documents of their own: everyone may, but people of roles it was withdrawn from."""
    if ctx.actor.source is not Source.PERSON:
        return True
    withdrawn = [role for (roles,) in await ctx.db.glance(_WITHDRAWN, name=EXPLORE_WITHDRAWN) for role in roles or ()]
    if not withdrawn:
        return True
    return any(role not in withdrawn for (role,) in await ctx.db.glance(_ROLE, id=ctx.actor.id))


async def _registered(ctx: Context, digest: str) -> str | None:
    return next((text for (text,) in await ctx.db.glance(_TEXT, hash=digest)), None)
