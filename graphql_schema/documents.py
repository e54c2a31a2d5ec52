"""Which document a request means, and whether it may be run: any, by who may explore; registered ones, by everyone."""

from sqlmodel import col, select

from graphql_schema.context import Context
from models.configuration import EXPLORE_WITHDRAWN, StoredSetting
from models.errors import ExploringWithdrawn, InvalidInput, UnknownDocument
from models.ledger.run import Source
from models.library.document import RegisteredDocument, hash_in, hash_of
from models.user import User


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
    async with ctx.db.read() as session:
        setting = await session.get(StoredSetting, EXPLORE_WITHDRAWN)
        if setting is None or not setting.value:
            return True
        user = await session.get(User, ctx.actor.id)
    return user is not None and user.role not in setting.value


async def _registered(ctx: Context, digest: str) -> str | None:
    statement = select(RegisteredDocument.text).where(col(RegisteredDocument.hash) == digest)
    async with ctx.db.read() as session:
        return (await session.exec(statement)).first()
