"""Notes: what people write down about a contact, a company or a deal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import strawberry
from sqlmodel import SQLModel

from graphql_schema.context import Context
from graphql_schema.loaders import load_record
from graphql_schema.outcome import ErrorPolicy, Report
from graphql_schema.resolvers.bulk import Chosen, Versions
from graphql_schema.resolvers.deals import DEAL
from graphql_schema.resolvers.linking import live_record
from graphql_schema.resolvers.recording import open_journal
from graphql_schema.resolvers.rows import (
    RowKind,
    create_rows,
    edit_rows,
    mark_rows,
    new_row,
    read_rows,
    set_values,
)
from graphql_schema.types.note import Note as NoteRead
from graphql_schema.types.record import SOURCES
from models.base import table_of
from models.database.session import Session
from models.errors import CRMError, InvalidInput, NotFound
from models.fields.cleaning import MAX_TEXT, check_text
from models.incoming import Item, record_id_of
from models.note import Note

NOTE = RowKind("note", "Note", Note)


@dataclass(frozen=True, slots=True)
class NoteChanges:
    """Fields of a note to set: body and is_pinned; a name that is missing is left alone."""

    values: Mapping[str, Any]

    def judged(self, *, new: bool) -> dict[str, Any]:
        """The values. Raises InvalidInput for a text that cannot be stored, and for a note without one."""
        values = dict(self.values)
        if new or "body" in values:
            body = values.get("body")
            if not isinstance(body, str) or not body.strip():
                raise InvalidInput("A note needs a text", field="body")
            check_text("body", body, MAX_TEXT)
        if not isinstance(values.get("is_pinned", False), bool):
            raise InvalidInput("isPinned must be true or false", field="isPinned")
        return values


async def find_note(ctx: Context, id: strawberry.ID) -> NoteRead | None:
    """A note by id, deleted ones too. Null if there is none."""
    found: NoteRead | None = await load_record(ctx, SOURCES[table_of(Note)], id)
    return found


async def create_note(ctx: Context, record_id: str, note: NoteChanges, dry_run: bool = False) -> Report:
    """Write a note about a contact, a company or a deal: plain text or Markdown, 100,000 characters at most.

    ```graphql
    mutation { createNote(recordId: "contact_…", note: { body: "Met at the fair, **call in May**" }) {
        ... on NoteChanged { note { id author { label } } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "create_note", None, [Item(fields={"recordId": record_id, **note.values})])
    about = ""
    missing: CRMError | None = None

    async def ready(session: Session) -> None:
        nonlocal about, missing
        try:
            about, missing = await _entity_of(session, record_id), None
        except CRMError as problem:
            missing = problem

    def make(_: int) -> SQLModel:
        if missing is not None:
            raise missing
        values = {"entity": about, "record_id": record_id, "is_pinned": False, **note.judged(new=True)}
        return new_row(NOTE, values, journal)  # type: ignore[no-any-return]

    return await create_rows(ctx, journal, NOTE, 1, make, ready=ready, dry_run=dry_run)


async def update_note(
    ctx: Context, id: str, changes: NoteChanges, expected_version: int | None = None, dry_run: bool = False
) -> Report:
    """Change the text of a note, or pin it. The text as it was stays in the history.

    ```graphql
    mutation { updateNote(id: "note_…", changes: { isPinned: true }) {
        ... on NoteChanged { note { isPinned } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "update_note", None, [Item(fields={"id": id, **changes.values})])

    def edit(note: Note) -> bool:
        return set_values(NOTE, note, changes.judged(new=False), journal)

    versions = [(id, expected_version)] if expected_version is not None else None
    return await edit_rows(ctx, journal, NOTE, Chosen([id]), edit, versions=versions, dry_run=dry_run)


async def delete_notes(
    ctx: Context,
    ids: list[str],
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Delete notes; `restoreNotes` brings them back."""
    return await mark_rows(
        ctx, "delete_notes", NOTE, Chosen(ids), deleted=True, versions=expected_versions, policy=error_policy,
        dry_run=dry_run,
    )  # fmt: skip


async def restore_notes(
    ctx: Context, ids: list[str], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Bring deleted notes back."""
    return await mark_rows(ctx, "restore_notes", NOTE, Chosen(ids), deleted=False, policy=error_policy, dry_run=dry_run)


async def _entity_of(session: Session, record_id: str) -> str:
    """The kind of live record with this id, locked until the note is stored. Raises NotFound."""
    if record_id.startswith(f"{DEAL.entity}_"):
        deal = (await read_rows(session, DEAL, [record_id])).get(record_id)
        if deal is None or deal.deleted_at is not None:
            raise NotFound(DEAL.noun, record_id)
        return DEAL.entity
    entity, _ = await live_record(session, record_id_of(record_id))
    return entity.value
