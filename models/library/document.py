"""Registered documents: what may be run by those who may not explore, and asked for by its hash alone.

The UI's own documents are made into a manifest by its build; scripts register theirs over GraphQL.
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Index, Text, select
from sqlmodel import Field, SQLModel

from models.base import table_of
from models.columns import Token, UTCDateTime
from models.database.session import Session
from models.database.statements import is_any
from models.errors import InvalidInput

ID_PREFIX = "sha256:"  # Source: GraphQL over HTTP, appendix "Persisted Documents"
_HASH = re.compile(r"[0-9a-f]{64}")


class RegisteredDocument(SQLModel, table=True):
    """One row a document, under the SHA-256 of its text in UTF-8. It never changes: another text is another document."""

    __tablename__ = "registered_document"
    __table_args__ = (Index("ix_registered_document_registered", "registered_at", "hash"),)

    hash: str = Field(primary_key=True, sa_type=Token)
    text: str = Field(sa_type=Text)
    source: str = Field(sa_type=Token)  # whose documents it is one of: the UI's, or a script's by its own word
    registered_at: datetime = Field(sa_type=UTCDateTime)
    registered_by: str = Field(sa_type=Token)


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_in(document_id: str, field: str = "documentId") -> str:
    """The hash in an id such as `sha256:71f7…`. Raises InvalidInput for another kind of id; it came under `field`."""
    digest = document_id.removeprefix(ID_PREFIX)
    if digest == document_id or not _HASH.fullmatch(digest):
        raise InvalidInput(f"{field} must be sha256: and 64 hexadecimal digits in small letters", field=field)
    return digest


async def register_documents(
    session: Session, manifest: Mapping[str, str], source: str, *, now: datetime, actor_id: str
) -> int:
    """Store the documents of a manifest, by hash, that are not there yet, and say how many those were.

    Earlier ones of the same source stay: a page that was opened before an upgrade still asks for them. Raises InvalidInput
    for a hash that is not its document's.
    """
    missing = await missing_documents(session, manifest)
    rows = [(digest, text, source, now, actor_id) for digest, text in missing.items()]
    columns = ("hash", "text", "source", "registered_at", "registered_by")
    await session.insert_missing(table_of(RegisteredDocument), columns, rows)
    return len(rows)


async def missing_documents(session: Session, manifest: Mapping[str, str]) -> dict[str, str]:
    """The part of a manifest that is not registered yet. Raises InvalidInput for a hash that is not its document's."""
    for digest, text in manifest.items():
        if hash_of(text) != digest:
            raise InvalidInput(f"{digest} is not the hash of its document", field="sha256")
    table = table_of(RegisteredDocument)
    there = select(table.c.hash).where(is_any(table.c.hash, "hashes"))
    known = {digest for (digest,) in await session.rows(there, hashes=list(manifest))}
    return {digest: text for digest, text in manifest.items() if digest not in known}
