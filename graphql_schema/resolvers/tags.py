"""Tags: words that records carry. Renaming, merging and removing one goes through every record that has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from sqlalchemy import Select, case, func, literal, select, union_all

from graphql_schema.context import Context
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import fetch
from graphql_schema.outcome import ErrorPolicy, Report
from graphql_schema.paging import Connection, Page, connection
from graphql_schema.resolvers.bulk import Filter, Versions
from graphql_schema.resolvers.editing import Edit, Editing, choose_records, edit_records
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.types.tag import Tag
from models.database.session import Session
from models.database.statements import is_any
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, MAX_TEXT, check_text
from models.fields.mapping import Entity
from models.identity.keys import KeyKind
from models.records import KINDS, Record

MAX_TAGS = 100  # in one call


@dataclass(frozen=True, slots=True)
class Retagged:
    """How many records carried the tags, and how many of them changed."""

    run_id: str | None
    contacts: int
    companies: int


async def list_tags(
    ctx: Context,
    text: str | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Tag]:
    """Every tag that a live contact or company carries, by name, with how many carry it; `text` occurs in the name.

    ```graphql
    { tags { nodes { name contactCount companyCount } } }
    ```
    """
    ctx.require_read()
    page = Page.of(first, after, last, before, at_most=ctx.limits.page)
    parts = []
    for entity in Entity:
        key = KINDS[entity].keys.c
        parts.append(select(key.value, literal(entity.value).label("entity")).where(key.kind == KeyKind.TAG.value))
    carried = union_all(*parts).subquery().c
    counts = [func.sum(case((carried.entity == entity.value, 1), else_=0)) for entity in Entity]
    used = select(carried.value, *counts).group_by(carried.value)
    if text is not None:
        check_text("text", text, MAX_TEXT)
        used = used.where(carried.value.icontains(text, autoescape=True))
    tag = used.subquery().c
    order = Order((Term("name", tag.value),))
    statement = select(*tag, *order.columns).where(*page.condition(order)).order_by(*page.sorting(order))

    async def count() -> int:
        return int((await fetch(ctx, select(func.count()).select_from(used.subquery())))[0][0])

    return connection(partial(fetch, ctx, statement.limit(page.size + 1)), page, order, _tag, count)


async def rename_tag(ctx: Context, tag: str, to: str, dry_run: bool = False) -> Retagged:
    """Give a tag another name on every live contact and company that carries it. Where a record has both, one remains.

    Deleted records keep the tag as it was.

    ```graphql
    mutation { renameTag(tag: "fair", to: "fair 2025") {
        ... on TagsReplaced { contactsChanged companiesChanged } ... on Problem { code message } } }
    ```
    """
    return await _replace(ctx, "rename_tag", [tag], to, dry_run=dry_run)


async def merge_tags(ctx: Context, tags: list[str], into: str, dry_run: bool = False) -> Retagged:
    """Make one tag of several: every live contact and company that carries one of `tags` carries `into` instead.

    ```graphql
    mutation { mergeTags(tags: ["VIP", "v.i.p."], into: "vip") {
        ... on TagsReplaced { contactsChanged companiesChanged } ... on Problem { code message } } }
    ```
    """
    return await _replace(ctx, "merge_tags", tags, into, dry_run=dry_run)


async def remove_tag(ctx: Context, tag: str, dry_run: bool = False) -> Retagged:
    """Take a tag off every live contact and company that carries it.

    ```graphql
    mutation { removeTag(tag: "test") {
        ... on TagsReplaced { contactsChanged companiesChanged } ... on Problem { code message } } }
    ```
    """
    return await _replace(ctx, "remove_tag", [tag], None, dry_run=dry_run)


async def add_tags(
    ctx: Context,
    tags: list[str],
    ids: list[str] | None = None,
    contact_filter: Filter | None = None,
    company_filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Add tags to contacts and companies, behind those they have; one that is there already is not added again. They are
    those with these ids, or all contacts or all companies that fulfil a filter.

    ```graphql
    mutation { addTags(ids: ["contact_…", "company_…"], tags: ["vip"]) { results { id changed record { tags } } } }
    ```
    """
    added = [_checked(each) for each in _named(tags)]

    def edit(found: Record) -> dict[str, Any]:
        has = found.values["tags"] or []
        return _tagged(found, [*has, *dict.fromkeys(each for each in added if each not in has)])

    chosen = await choose_records(ctx, ids, contact_filter, company_filter, error_policy)
    return await edit_records(
        ctx, "add_tags", chosen, edit, versions=expected_versions, policy=error_policy, dry_run=dry_run,
        tags=list(added),
    )  # fmt: skip


async def remove_tags(
    ctx: Context,
    tags: list[str],
    ids: list[str] | None = None,
    contact_filter: Filter | None = None,
    company_filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Take tags off contacts and companies, as they are written. They are those with these ids, or all contacts or all
    companies that fulfil a filter.

    ```graphql
    mutation { removeTags(contactFilter: { tags: { has: "fair" } }, tags: ["fair"]) {
        changeSetId matched changed problem { code message } } }
    ```
    """
    gone = _named(tags)

    def edit(found: Record) -> dict[str, Any]:
        return _tagged(found, [each for each in found.values["tags"] or [] if each not in gone])

    chosen = await choose_records(ctx, ids, contact_filter, company_filter, error_policy)
    return await edit_records(
        ctx, "remove_tags", chosen, edit, versions=expected_versions, policy=error_policy, dry_run=dry_run,
        tags=list(gone),
    )  # fmt: skip


async def _replace(ctx: Context, act: str, tags: Sequence[str], to: str | None, *, dry_run: bool) -> Retagged:
    gone = _named(tags)
    new = _checked(to) if to is not None else None
    journal = open_journal(ctx, act, None, tags=list(gone), into=new)

    async def work(session: Session) -> Retagged:
        editing = Editing(ctx, session, journal, _replacing(gone, new))
        changed: dict[Entity, int] = {}
        for entity in Entity:
            found = await editing.edit(entity, await _carriers(session, entity, gone))
            changed[entity] = sum(found.values())
            journal.counts.update(received=len(found), updated=changed[entity])
        journal.entity = None
        return Retagged(journal.run_id, changed[Entity.CONTACT], changed[Entity.COMPANY])

    done = await record(ctx, journal, work, dry_run=dry_run)
    return Retagged(ctx.run_id, done.contacts, done.companies)


def _replacing(gone: Sequence[str], new: str | None) -> Edit:
    def edit(found: Record) -> dict[str, Any]:
        kept = [new if each in gone else each for each in found.values["tags"] or []]
        # A tag that is there already stands once, where the first of them stood.
        wanted = [each for at, each in enumerate(kept) if each is not None and (each != new or at == kept.index(new))]
        return _tagged(found, wanted)

    return edit


async def _carriers(session: Session, entity: Entity, tags: Sequence[str]) -> list[str]:
    return [record_id for (record_id,) in await session.rows(_carrying(entity), tags=list(tags))]


@cache
def _carrying(entity: Entity) -> Select[Any]:
    key = KINDS[entity].keys.c
    return select(key.record_id).where(key.kind == KeyKind.TAG.value, is_any(key.value, "tags")).distinct()


def _tagged(found: Record, tags: list[str]) -> dict[str, Any]:
    return {"tags": tags} if tags != (found.values["tags"] or []) else {}


def _named(tags: Sequence[str]) -> list[str]:
    """The tags as they were written, each once. Raises InvalidInput for none, and for what cannot be a tag."""
    if not 1 <= len(tags) <= MAX_TAGS:
        raise InvalidInput(f"tags must name 1 to {MAX_TAGS} tags", field="tags")
    for each in tags:
        check_text("tags", each, MAX_NAME)
    return list(dict.fromkeys(tags))


def _checked(tag: str) -> str:
    """A tag to set, without blanks around it."""
    check_text("tags", tag, MAX_NAME)
    if not tag.strip():
        raise InvalidInput("A tag needs a name", field="tags")
    return tag.strip()


def _tag(row: Sequence[Any]) -> Tag:
    return Tag(name=row[0], contact_count=int(row[1]), company_count=int(row[2]))
