"""Saved views: everybody keeps their own, and sees those that others share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import strawberry
from sqlalchemy import or_
from sqlmodel import SQLModel, col, select

import models
from graphql_schema.context import Context
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import load_list, load_record
from graphql_schema.outcome import Report
from graphql_schema.paging import Connection, Page
from graphql_schema.resolvers.bulk import Chosen
from graphql_schema.resolvers.recording import open_journal
from graphql_schema.resolvers.rows import RowKind, conflict_of, create_rows, edit_rows, new_row, remove_rows, set_values
from graphql_schema.types.record import SOURCES
from graphql_schema.types.saved_view import SavedView
from models.base import table_of
from models.database.session import Session
from models.errors import AlreadyExists, InvalidInput
from models.exact_json import encode_json
from models.fields.cleaning import MAX_INTEGER, check_json, check_text
from models.incoming import Item
from models.saved_view import ViewEntity

VIEW = RowKind("view", "Saved view", models.SavedView)
SHAPES: dict[str, tuple[str, type, str]] = {
    "filter": ("filter", dict, "an object"),
    "order_by": ("orderBy", list, "a list"),
    "columns": ("columns", list, "a list"),
}
KEPT = ("entity", "owner_id", "name", "filter", "order_by", "columns", "is_shared", "is_pinned", "position")
MAX_NAME = 100  # characters of a view's name
MAX_BYTES = 20_000  # of a filter, an order or a list of columns, as JSON
MAX_VIEWS = 200  # of one person for one kind of record

_VIEW = table_of(models.SavedView)


@dataclass(frozen=True, slots=True)
class ViewChanges:
    """What to set on a view; a name that is missing is left alone, None clears.

    Names: name, filter, order_by, columns, is_shared, is_pinned, position.
    """

    values: Mapping[str, Any]

    def judged(self, *, new: bool) -> dict[str, Any]:
        """The values. Raises InvalidInput naming the first that cannot be."""
        values = dict(self.values)
        if new or "name" in values:
            name = values.get("name")
            values["name"] = name = name.strip() if isinstance(name, str) else ""
            if not name or not name.isprintable():
                raise InvalidInput("A view needs a name, in one line", field="name")
            check_text("name", name, MAX_NAME)
        for name, (told, shape, wanted) in SHAPES.items():
            given: Any = values.get(name)
            if given is None:
                continue
            if not isinstance(given, shape):
                raise InvalidInput(f"{told} must be {wanted}", field=told)
            check_json(told, values[name])
            if len(encode_json(given)) > MAX_BYTES:
                raise InvalidInput(f"{told} is larger than {MAX_BYTES:,} bytes", field=told)
        if abs(values.get("position", 0)) > MAX_INTEGER:
            raise InvalidInput("position must be a whole number that can be stored", field="position")
        return values


async def find_saved_view(ctx: Context, id: strawberry.ID) -> SavedView | None:
    """A saved view by id: one of your own, or one that is shared. Null if there is none."""
    found: SavedView | None = await load_record(ctx, SOURCES[_VIEW], id)
    return found if found is not None and found.is_seen_by(ctx) else None


async def list_saved_views(
    ctx: Context,
    entity: ViewEntity | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[SavedView]:
    """Your own saved views and those that others share, by position and then by name.

    ```graphql
    { savedViews(entity: CONTACT) { nodes { name filter orderBy columns isShared isMine } } }
    ```
    """
    ctx.require_read()
    c = _VIEW.c
    conditions = [or_(c.owner_id == ctx.actor.id, c.is_shared)]
    conditions += [c.entity == entity.value] if entity else []
    order = Order((Term("position", c.position), Term("name", c.name), Term("id", c.id)))
    page = Page.of(first, after, last, before, at_most=ctx.limits.page)
    return load_list(ctx, SOURCES[_VIEW], conditions, order, page)


async def create_saved_view(ctx: Context, entity: ViewEntity, view: ViewChanges, dry_run: bool = False) -> Report:
    """Keep a way to look at a list. It is yours; `isShared` lets others see and use it. Its name is unique among yours.

    ```graphql
    mutation { createSavedView(entity: CONTACT, view: {
        name: "Hot leads", filter: { tags: { has: "hot" } }, columns: ["name", "company"], isShared: true
    }) { ... on SavedViewChanged { view { id } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "create_saved_view", None, [Item(fields={"entity": entity.value, **view.values})])
    names = _Names(ctx.actor.id)

    def make(_: int) -> SQLModel:
        values = view.judged(new=True)
        names.check(entity, values["name"], None)
        if names.count(entity) >= MAX_VIEWS:
            raise InvalidInput(f"Nobody has more than {MAX_VIEWS} views of one kind; delete some", field="entity")
        values = {"entity": entity.value, "owner_id": ctx.actor.id, **values}
        return new_row(VIEW, values, journal)  # type: ignore[no-any-return]

    return await create_rows(ctx, journal, VIEW, 1, make, ready=names.read, dry_run=dry_run)


async def update_saved_view(
    ctx: Context, id: str, changes: ViewChanges, expected_version: int | None = None, dry_run: bool = False
) -> Report:
    """Change a saved view of your own. With `expectedVersion`, one that was changed meanwhile is left alone and told as a
    conflict.

    ```graphql
    mutation { updateSavedView(id: "view_…", changes: { isPinned: true, position: 1 }) {
        ... on SavedViewChanged { view { name version } } ... on Problem { code message } } }
    ```
    """
    journal = open_journal(ctx, "update_saved_view", None, [Item(fields={"id": id, **changes.values})])
    names = _Names(ctx.actor.id)

    def edit(view: models.SavedView) -> bool:
        _check_owner(ctx, view)
        if (conflict := conflict_of(VIEW.noun, view, expected_version)) is not None:
            raise conflict  # behind the owner: nobody is told versions of others' views
        values = changes.judged(new=False)
        if "name" in values:
            names.check(ViewEntity(view.entity), values["name"], view.id)
        return set_values(VIEW, view, values, journal)

    return await edit_rows(
        ctx, journal, VIEW, Chosen([id]), edit, there=lambda view: _sees(ctx, view), ready=names.read, dry_run=dry_run
    )


async def delete_saved_views(ctx: Context, ids: list[str], dry_run: bool = False) -> Report:
    """Delete saved views of your own, for good; what they were stays in the history."""
    journal = open_journal(ctx, "delete_saved_views", None, [Item(fields={"id": each}) for each in ids])

    def check(view: models.SavedView) -> None:
        _check_owner(ctx, view)

    return await remove_rows(ctx, journal, VIEW, ids, KEPT, check, there=lambda view: _sees(ctx, view), dry_run=dry_run)


def _sees(ctx: Context, view: models.SavedView) -> bool:
    return view.is_shared or view.owner_id == ctx.actor.id


def _check_owner(ctx: Context, view: models.SavedView) -> None:
    if view.owner_id != ctx.actor.id:
        raise InvalidInput("This view is somebody else's; save one of your own", field="id")


class _Names:
    """The names of one person's views, held until the transaction ends so that none is given twice."""

    def __init__(self, owner_id: str) -> None:
        self._owner_id = owner_id
        self._ids: dict[tuple[str, str], str] = {}

    async def read(self, session: Session) -> None:
        await session.lock([f"views of {self._owner_id}"])
        view = models.SavedView
        found = await session.exec(select(view.entity, view.name, view.id).where(col(view.owner_id) == self._owner_id))
        self._ids = {(entity, name): view_id for entity, name, view_id in found.all()}

    def check(self, entity: ViewEntity, name: str, own_id: str | None) -> None:
        taken = self._ids.get((entity.value, name))
        if taken is not None and taken != own_id:
            raise AlreadyExists(f"You have a view named {name!r} already", (taken,))

    def count(self, entity: ViewEntity) -> int:
        return sum(kind == entity.value for kind, _ in self._ids)
