"""Retention: what old runs received and decided is forgotten; that they were, and what they changed, stays."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from sqlalchemy import exists, select, update

from api.context import Server
from models.base import table_of
from models.database.engine import Database
from models.database.session import Session
from models.database.statements import is_any
from models.errors import CRMError
from models.ledger.failures import forget_failures
from models.ledger.run import Run
from models.ledger.run_slice import RunSlice, forget_slices

EVERY = timedelta(days=1)
AGAIN_AFTER = timedelta(minutes=10)  # when the database could not do it
SLICE = 200  # runs in one transaction; the items of a large sync take a megabyte

_RUN = table_of(Run).c
_log = structlog.stdlib.get_logger("retention")


async def keep_pruning(server: Server, ending: asyncio.Event) -> None:
    """Empty old runs now and once a day, until told to end."""
    while not ending.is_set():
        pause = EVERY
        try:
            days = server.settings.run_retention_days
            before = server.clock() - timedelta(days=days)
            emptied = await prune_runs(server.db, before=before, is_ending=ending.is_set)
            if emptied:
                _log.info("emptied old runs", runs=emptied, older_than_days=days)
        except CRMError as error:
            _log.warning("old runs could not be emptied", reason=error.code)
            pause = AGAIN_AFTER
        with suppress(TimeoutError):
            await asyncio.wait_for(ending.wait(), pause.total_seconds())


async def prune_runs(
    db: Database, *, before: datetime, size: int = SLICE, is_ending: Callable[[], bool] = lambda: False
) -> int:
    """Empty the items and decisions of runs that started before a moment; how many. Short transactions, any number."""
    emptied = 0

    async def work(session: Session) -> int:
        await session.lock(["retention"])  # other server processes do the same
        sliced = exists().where(table_of(RunSlice).c.run_id == _RUN.id)
        old = (_RUN["items"].is_not(None) | _RUN.decisions.is_not(None) | sliced) & (_RUN.started_at < before)
        connection = await session.connection()
        found = await connection.execute(select(_RUN.id).where(old).order_by(_RUN.started_at, _RUN.id).limit(size))
        ids = list(found.scalars())
        if ids:
            await connection.execute(
                update(table_of(Run)).where(is_any(_RUN.id, "ids", ids)).values(items=None, decisions=None)
            )
            await forget_slices(session, ids)
            await forget_failures(session, ids)
        return len(ids)

    while True:
        done = await db.retrying(work)
        emptied += done
        if done < size or is_ending():
            return emptied
        await asyncio.sleep(0)
