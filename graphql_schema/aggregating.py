"""What is counted of a list, beside its pages: numbers of all its records, groups of them, and the records of a group.

Nothing here runs before it is asked for. All lists of one level that ask for the same are served by one statement: a
document costs one for each selection of numbers, one for each grouping, and one for the pages of all groups of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, func, select

from graphql_schema.context import Context
from graphql_schema.loaders import Listed, Whole, batched
from graphql_schema.paging import Connection, Page, connection
from models.access.policy import rule_of
from models.counting.measures import COUNT, Act, Measure
from models.counting.statements import Group, Grouping, Records, grouped, opened, read_groups, read_numbers, summed

Numbers = dict[Measure, Any]


async def load_numbers(ctx: Context, whole: Whole, measures: Sequence[Measure]) -> Numbers:
    """The numbers of a whole list."""
    wanted = tuple(dict.fromkeys(measures))
    if not wanted:
        return {}
    load = partial(_numbers, ctx, whole.listed, wanted)
    found: Numbers = await batched(ctx, (whole.listed, wanted), load).load(whole.parent)
    return found


async def _numbers(ctx: Context, listed: Listed, measures: tuple[Measure, ...], parents: list[Any]) -> list[Numbers]:
    rows = await _read(ctx, listed.records, lambda records: summed(records, measures, partial(seen, ctx), parents))
    if listed.records.parent is None:
        return [read_numbers(rows[0], measures, listed.source.table)] * len(parents)
    found = {row[0]: read_numbers(row[1:], measures, listed.source.table) for row in rows}
    nothing: Numbers = {each: 0 if each.act in (Act.COUNT, Act.DISTINCT) else None for each in measures}
    return [found.get(each, nothing) for each in parents]


@dataclass(frozen=True, slots=True)
class Groups:
    """The first groups of a whole list, and what opens each into its records."""

    groups: Sequence[Group]
    is_cut: bool
    total: int | None
    inside: Listed


async def load_groups(ctx: Context, whole: Whole, grouping: Grouping) -> Groups:
    """The groups of a whole list."""
    load = partial(_groups, ctx, whole.listed, grouping)
    found: Groups = await batched(ctx, (whole.listed, grouping), load).load(whole.parent)
    return found


async def _groups(ctx: Context, listed: Listed, grouping: Grouping, parents: list[Any]) -> list[Groups]:
    rows = await _read(ctx, listed.records, lambda records: grouped(records, grouping, partial(seen, ctx), parents))
    theirs: dict[Any, list[Group]] = {}
    for group in read_groups(rows, grouping, listed.source.table):
        theirs.setdefault(group.parent, []).append(group)
    inside = Listed(listed.source, opened(listed.records, grouping.keys, partial(seen, ctx), parents), listed.order)
    answers = []
    for parent in parents:
        found = theirs.get(parent, [])
        total = found[0].total if found else 0
        answers.append(Groups(found[: grouping.most], len(found) > grouping.most, total, inside))
    return answers


def load_group_page(ctx: Context, groups: Groups, group: Group, page: Page) -> Connection[Any]:
    """A page of the records of a group; all groups that ask for the same page are served by one statement."""
    loader = batched(ctx, (groups.inside, page), partial(_pages, ctx, groups.inside, page))

    async def count() -> int:
        return int(group.numbers[COUNT])

    listed = groups.inside
    made = connection(partial(loader.load, group.tag), page, listed.order, listed.source.make, count)
    made.whole = Whole(listed, group.tag)
    return made


async def _pages(ctx: Context, listed: Listed, page: Page, tags: list[str]) -> list[list[Any]]:
    """Numbered by id and order alone; only rows that are on a page are read whole."""
    source, tag, order = listed.source, listed.records.parent, listed.order
    assert tag is not None
    place = func.row_number().over(partition_by=tag, order_by=page.sorting(order))

    def opening(records: Records) -> Select[Any]:
        numbered = (
            select(source.table.c.id, tag.label("tag"), *order.columns, place.label("place"))
            .select_from(records.rows)
            .where(*records.of(tags), *page.condition(order))
            .subquery("numbered")
        )
        keys = [numbered.c[each.name] for each in order.columns]
        return (
            select(*source.columns, *keys, numbered.c.tag)
            .select_from(numbered.join(source.table, source.table.c.id == numbered.c.id))
            .where(numbered.c.place <= page.size + 1)
            .order_by(numbered.c.tag, numbered.c.place)
        )

    found: dict[str, list[Any]] = {}
    for row in await _read(ctx, listed.records, opening):
        found.setdefault(row[-1], []).append(row[:-1])
    return [found.get(each, []) for each in tags]


async def _read(ctx: Context, records: Records, asking: Callable[[Records], Select[Any]]) -> Sequence[Any]:
    """All rows of a statement about records, in a read block of its own."""
    async with ctx.db.read() as session:
        return (await session.exec(asking(await records.soonest(session)))).all()  # type: ignore[call-overload, no-any-return]


def seen(ctx: Context, table: Table, rows: FromClause) -> list[ColumnElement[bool]]:
    """What hides others' rows of a table from an actor. Raises NotAllowed where the actor may see none of it."""
    rule = rule_of(table.name)
    ctx.require(rule.needs)
    return [rows.c[rule.owner] == ctx.actor.id] if rule.owner is not None else []
