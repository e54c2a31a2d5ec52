"""How every write act runs: one transaction with its journal, again after a lost race, undone when it is only tried."""

import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy
from models.access.policy import Permission
from models.database.session import Session
from models.erasing import hold_off_erasing
from models.errors import NotDone
from models.fields.mapping import Entity
from models.incoming import Item
from models.ledger.journal import Journal, joined
from models.ledger.run import RunStatus

T = TypeVar("T")

BRIEF = 128  # items whose records are found and stored in moments


def open_journal(
    ctx: Context,
    act: str,
    entity: Entity | None = None,
    items: Sequence[Item] | None = None,
    *,
    needs: Permission = Permission.WRITE,
    reverts: str | None = None,
    **facts: Any,
) -> Journal:
    """The journal of an act that is about to run.

    Raises NotAllowed without the permission it needs, and TooLarge for more items than a call may carry.
    """
    ctx.require(needs)
    ctx.require_room(len(items or ()))
    return Journal(
        act,
        entity=entity,
        door=ctx.door,
        actor=ctx.actor,
        request_id=ctx.request_id,
        now=ctx.clock(),
        items=joined([item.json() for item in items]) if items is not None else None,
        facts=facts,
        reverts=reverts,
    )


async def record(
    ctx: Context,
    journal: Journal,
    work: Callable[[Session], Awaitable[T]],
    *,
    received: int = 0,
    prepare: Callable[[], Awaitable[None]] | None = None,
    dry_run: bool = False,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    more: Callable[[], bool] = lambda: False,
    erases: bool = False,
) -> T:
    """What `work` returns, stored together with its run; `dry_run` does all of it and keeps none.

    `prepare` runs before the transaction opens, and again with it after a lost race. With the policy ALL_OR_NOTHING
    nothing is kept where the journal tells of an item that failed. An act of several slices records each of them with the
    same journal; `more` tells, once the work is done, whether another follows. Nobody is erased
    while an act is at work, unless it `erases` itself.
    """
    began = time.perf_counter()

    async def before() -> None:
        journal.begin(received)
        if prepare is not None:
            await prepare()

    async def recorded(session: Session) -> None:
        if not erases:
            await hold_off_erasing(session)
        done[:] = [await work(session)]
        if policy is ErrorPolicy.ALL_OR_NOTHING and journal.counts["failed"]:
            raise NotDone
        await journal.store(session, took_ms=(time.perf_counter() - began) * 1000, more=more())

    done: list[T] = []
    stored = not dry_run
    try:
        await ctx.db.retrying(recorded, before=before, keep=stored, brief=0 < received <= BRIEF)
    except NotDone:
        stored = False
    journal.turn(stored=stored)
    ctx.run_id = journal.run_id if stored else None
    return done[0]


async def record_refusal(ctx: Context, call: str, reason: str) -> None:
    """Write down a call whose body was refused whole: a run without items."""
    journal = Journal(call, entity=None, door=ctx.door, actor=ctx.actor, request_id=ctx.request_id, now=ctx.clock())

    async def refused(session: Session) -> None:
        await journal.store(session, took_ms=0, status=RunStatus.REFUSED, message=reason)

    await ctx.db.retrying(refused)
    ctx.run_id = journal.run_id
