"""Runs: the one ledger of every write act and every sync."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

import strawberry
from sqlalchemy import select

import models
from graphql_schema.context import Context
from graphql_schema.described import computed, object_type
from graphql_schema.loaders import batched, fetch, load_record
from graphql_schema.paging import Connection, Page, place_connection, places
from graphql_schema.types.actor import Actor
from graphql_schema.types.change import Change, KeptField
from graphql_schema.types.decision import MatchDecision, stored_decision
from graphql_schema.types.node import Node, Record
from graphql_schema.types.record import SOURCES, After, Before, First, Info, Last, column, hidden, record, to_one
from graphql_schema.types.records import load_any
from graphql_schema.types.scalars import JSON
from models.base import table_of
from models.database.statements import is_any
from models.fields.mapping import Entity
from models.ledger.journal import Entry, entries_of, readable
from models.ledger.revertible import Irrevertible, revertible
from models.ledger.revertible import Revertible as Judged
from models.ledger.run import Door, RunStatus, Source
from models.ledger.run_slice import read_decisions
from models.pacing import slices

RUNS_UNPACKED = 10

_RUNS = table_of(models.Run)
_RUN = _RUNS.c
_CHANGE = table_of(models.Change)


@object_type
class RunCount:
    """How many items of a run had one outcome."""

    outcome: str = strawberry.field(description="What became of them, such as `matched`; `received` is all of them.")
    count: int = strawberry.field(description="How many.")


@object_type
class RunItem:
    """One item of a run: what came, what was decided and why, and what it changed."""

    index: int = strawberry.field(description="Its place in the batch, from 0.")
    payload: JSON | None = strawberry.field(
        description="The item as it was received; null when its time has passed, or where the act chose it by itself."
    )
    run_id: strawberry.Private[str]
    told: strawberry.Private[dict[str, Any] | None]

    @computed
    def decision(self) -> MatchDecision | None:
        """What was decided for it, and the evidence."""
        return stored_decision(self.told) if self.told is not None else None

    @computed
    def kept_here(self) -> list[str]:
        """Fields that were left, by Enginy's names: its value was no news, ours is newer."""
        return list((self.told or {}).get("keptHere", ()))

    @computed
    def edited_since(self) -> list[KeptField]:
        """Fields that an undoing left as they are, because they were edited since."""
        return [KeptField.of(each) for each in (self.told or {}).get("editedSince", ())]

    @computed
    def external_id(self) -> JSON | None:
        """The external id it came with."""
        return (self.told or {}).get("externalId")

    @computed
    def record_id(self) -> strawberry.ID | None:
        """The id of the record it found, made or changed."""
        found = (self.told or {}).get("recordId")
        return strawberry.ID(found) if found else None

    @computed
    async def record(self, info: Info) -> Record | None:
        """The contact or company it found, made or changed."""
        found = (self.told or {}).get("recordId")
        return next(iter(await load_any(info.context, [found])), None) if found else None

    @computed
    async def changes(self, info: Info) -> list[Change]:
        """What this run changed on that record, in the order it happened."""
        found = (self.told or {}).get("recordId")
        if not found:
            return []
        ctx = info.context
        return list(await batched(ctx, ("run changes", self.run_id), partial(_changes, ctx, self.run_id)).load(found))


@object_type
class Revertibility:
    """Whether a run can be undone by `revertChangeSet`."""

    judged: strawberry.Private[Judged]

    @computed
    def possible(self) -> bool:
        """Whether it can be undone now."""
        return self.judged.reason is None

    @computed
    def reason(self) -> Irrevertible | None:
        """Why it cannot; null where it can."""
        return self.judged.reason

    @computed
    def message(self) -> str | None:
        """Why it cannot, for people; null where it can."""
        return self.judged.reason.sentence if self.judged.reason is not None else None

    @computed
    async def reverted_by(self, info: Info) -> "Run | None":
        """The run that undid it, unless that one was undone itself."""
        reverted_by = self.judged.reverted_by
        found: Run | None = await load_record(info.context, SOURCES[_RUNS], reverted_by) if reverted_by else None
        return found


@record(models.Run)
class Run(Node):
    """One act: who did what through which door, and what was decided for each item. Its id is the `changeSetId`."""

    act: str = column("What was done, by the resolver's name, such as `sync_contacts`.")
    entity: Entity | None = column("The kind of record it was about.", read=lambda word: Entity(word) if word else None)
    door: Door = column("Through which door it came.", read=Door)
    source: Source = column("On whose behalf it was done.", read=Source)
    actor_id: strawberry.Private[str] = hidden()
    actor_label: str = column("What the actor was called then.")
    request_id: str | None = column("The id of the request, to find it in the log.")
    status: RunStatus = column("How it ended.", read=RunStatus)
    message: str | None = column("Why the body was refused, if it was.")
    started_at: datetime = column("When it began.")
    duration_ms: float = column("How long it took, in milliseconds.")
    stored_counts: strawberry.Private[dict[str, int]] = hidden(name="counts")
    facts: JSON = column("What the act was told beside its items.")
    reverts_id: strawberry.ID | None = column("The id of the run that this one undoes, if it does.", name="reverts")

    reverts: "Run | None" = to_one("reverts_id", models.Run, "The run that this one undoes, if it does.")

    @computed
    def actor(self) -> Actor:
        """Who did it."""
        return Actor(id=strawberry.ID(self.actor_id))

    @computed
    async def revertible(self, info: Info) -> Revertibility:
        """Whether it can be undone, and if not why; whether it was, and by which run."""
        ctx = info.context
        return Revertibility(judged=await batched(ctx, "revertible", partial(_revertible, ctx)).load(self.id))

    @computed
    def counts(self) -> list[RunCount]:
        """How many items came, and how many had each outcome."""
        return [RunCount(outcome=outcome, count=count) for outcome, count in self.stored_counts.items() if count]

    @computed
    async def items(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[RunItem]:
        """Its items in the order they came. Empty once their time has passed; see the retention setting."""
        ctx = info.context
        page = Page.of(first, after, last, before, at_most=ctx.limits.page)
        found: Connection[RunItem] = await batched(ctx, ("run items", page), partial(_items, ctx, page)).load(self.id)
        return found


async def _revertible(ctx: Context, run_ids: list[str]) -> list[Judged]:
    async with ctx.db.read() as session:
        judged = await revertible(session, run_ids)
    return [judged[each] for each in run_ids]


async def _items(ctx: Context, page: Page, run_ids: list[str]) -> list[Connection[RunItem]]:
    """The page of each run's items. A run may keep thousands, so only a few are unpacked at a time."""
    found: dict[str, Connection[RunItem]] = {}
    async for part in slices(run_ids, RUNS_UNPACKED):
        statement = select(_RUN.id, _RUN["items"], _RUN.decisions, _RUN.status).where(is_any(_RUN.id, "ids", part))
        async with ctx.db.read() as session:
            rows = (await session.exec(statement)).all()  # type: ignore[call-overload]
            going_on = [row[0] for row in rows if row[3] == RunStatus.UNFINISHED]
            decided = await read_decisions(session, going_on) if going_on else {}
        for run_id, items, decisions, _ in rows:
            told = decided.get(run_id, decisions)
            found[run_id] = await asyncio.to_thread(_page_of, page, run_id, items, told)
    return [found[each] if each in found else place_connection([], range(0), 0) for each in run_ids]


def _page_of(page: Page, run_id: str, items: bytes | None, decisions: bytes | None) -> Connection[RunItem]:
    payloads, told = entries_of(items), entries_of(decisions)
    length = max(len(payloads), len(told))
    wanted = places(length, page)
    nodes = [RunItem(index=at, payload=_at(payloads, at), told=_at(told, at), run_id=run_id) for at in wanted]
    return place_connection(nodes, wanted, length)


def _at(entries: Sequence[Entry], place: int) -> Any:
    return readable(entries[place]) if place < len(entries) else None


async def _changes(ctx: Context, run_id: str, record_ids: list[str]) -> list[list[Change]]:
    source, c = SOURCES[_CHANGE], _CHANGE.c
    statement = (
        select(*source.columns).where(c.run_id == run_id, is_any(c.record_id, "records", record_ids)).order_by(c.id)
    )
    found: dict[str, list[Change]] = {}
    for row in await fetch(ctx, statement):
        change: Change = source.make(row)
        found.setdefault(change.record_id, []).append(change)
    return [found.get(each, []) for each in record_ids]
