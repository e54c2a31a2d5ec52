"""Registered documents: made known by scripts, listed, and taken away."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

import models
from graphql_schema.context import Context
from graphql_schema.guard import errors_of, read
from graphql_schema.keyset import Order, Term
from graphql_schema.limits import Limits
from graphql_schema.loaders import load_list
from graphql_schema.paging import Connection, Page
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.types.document import RegisteredDocument
from graphql_schema.types.record import SOURCES
from models.base import table_of
from models.database.session import Session
from models.database.statements import is_any
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.library.document import hash_in, hash_of, missing_documents
from models.library.document import register_documents as store

_DOCUMENT = table_of(models.RegisteredDocument)


@dataclass(frozen=True, slots=True)
class DocumentsReport:
    """What became of documents that were registered, or of registered ones that were taken away."""

    run_id: str | None
    hashes: list[str]
    changed: int


async def list_registered_documents(
    ctx: Context,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[RegisteredDocument]:
    """Documents that may be run by everyone, and asked for by their id alone; the latest first.

    ```graphql
    { registeredDocuments(first: 20) { nodes { id source operations registeredAt } } }
    ```
    """
    c = _DOCUMENT.c
    order = Order((Term("registeredAt", c.registered_at, True), Term("hash", c.hash, True)))
    page = Page.of(first, after, last, before, at_most=ctx.limits.page)
    return load_list(ctx, SOURCES[_DOCUMENT], [], order, page)


async def register_documents(ctx: Context, documents: Sequence[str], source: str) -> DocumentsReport:
    """Register documents, all or none, so that they can be asked for by id and run by people who may not explore. One
    that is registered already stays as it is; one that does not fit the schema is refused, with its place in the list.

    ```graphql
    mutation { registerDocuments(source: "nightly report", documents: ["{ contacts { totalCount } }"]) {
        ... on DocumentsRegistered { ids added } ... on Problem { code message } } }
    ```
    """
    ctx.require_room(len(documents))
    check_text("source", source, MAX_NAME)
    if not source.strip():
        raise InvalidInput("source must say whose documents these are", field="source")
    manifest = {}
    for at, text in enumerate(documents):
        name = f"documents[{at}]"
        check_text(name, text, ctx.limits.characters)
        _check_fits(name, text, ctx.limits)
        await asyncio.sleep(0)  # others have their turn: this takes milliseconds for each
        manifest[hash_of(text)] = text
    journal = open_journal(ctx, "register_documents", source=source, hashes=list(manifest))

    async def work(session: Session) -> int:
        return await store(session, manifest, source.strip(), now=journal.now, actor_id=journal.actor.id)

    added = await record(ctx, journal, work)
    return DocumentsReport(ctx.run_id, list(manifest), added)


async def ensure_documents_registered(ctx: Context, manifest: Mapping[str, str], source: str) -> int:
    """Register those documents of a manifest, texts by hash, that are not registered yet, and say how many those were.

    Where all of them are, nothing is written. Raises InvalidInput for a hash that is not its document's, and as
    `register_documents` does.
    """
    async with ctx.db.read() as session:
        missing = await missing_documents(session, manifest)
    if not missing:
        return 0
    return (await register_documents(ctx, list(missing.values()), source)).changed


async def unregister_documents(ctx: Context, ids: list[str]) -> DocumentsReport:
    """Take registered documents away, by id; ids that nothing is registered under are left out.

    ```graphql
    mutation { unregisterDocuments(ids: ["sha256:…"]) {
        ... on DocumentsUnregistered { ids } ... on InvalidInputProblem { field } ... on Problem { code message } } }
    ```
    """
    ctx.require_room(len(ids))
    hashes = list(dict.fromkeys(hash_in(each, f"ids[{at}]") for at, each in enumerate(ids)))
    journal = open_journal(ctx, "unregister_documents", hashes=hashes)

    async def work(session: Session) -> list[str]:
        there = select(_DOCUMENT.c.hash).where(is_any(_DOCUMENT.c.hash, "hashes"))
        found = await session.rows(there, hashes=hashes)
        await session.delete_rows(_DOCUMENT, found)
        return [digest for (digest,) in found]

    gone = set(await record(ctx, journal, work))
    return DocumentsReport(ctx.run_id, [digest for digest in hashes if digest in gone], len(gone))


def _check_fits(name: str, text: str, limits: Limits) -> None:
    """Raises GraphQLError for what is no document or is past a limit, InvalidInput for one that the schema cannot run."""
    from graphql_schema.schema import schema  # it is made of the resolvers, those here among them

    errors = errors_of(schema._schema, read(text, limits).tree)
    if errors:
        raise InvalidInput(f"{name} does not fit the schema: {errors[0].message}", field=name)
