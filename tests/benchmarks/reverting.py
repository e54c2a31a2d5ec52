"""How long acts about tens of thousands of contacts take, and undoing them; how long others wait meanwhile, and how much
memory it takes.

    uv run python -m tests.benchmarks.reverting                      # both databases, 50,000 contacts
    uv run python -m tests.benchmarks.reverting --database sqlite --contacts 100000

See README.md beside this file for what the figures mean.
"""

import argparse
import asyncio
import gc
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from graphql_schema.context import Context
from graphql_schema.limits import DEFAULTS
from graphql_schema.resolvers.create import create_contacts
from graphql_schema.resolvers.update import update_contacts
from models.database.engine import Database
from models.database.migration import migrate
from models.incoming import Update
from tests.benchmarks.people import person
from tests.benchmarks.run import database
from tests.factories import ANN, ROBOT, context, ids_of, lead, make_user
from tests.graphql_schema.asking import ask

BETWEEN = 0.02  # seconds between two writes of those who write meanwhile
WAIT = 1.0  # seconds that another writer may wait

TAG = 'addTags(contactFilter: {}, tags: ["fair"])'
ASSIGN = 'assignOwner(contactFilter: {}, ownerId: "user_bob")'
EDIT = 'editContacts(filter: {}, changes: { title: "CTO", customFields: [{ key: "plan", value: "gold" }] })'
DELETE = "deleteContacts(filter: {})"
REVERT = """mutation($id: ID!) { revertChangeSet(id: $id) { ... on ChangeSetReverted {
    changeSetId totals { records reverted } results { id } } ... on Problem { message } } }"""
OTHER = 'mutation { createTask(task: { subject: "Call" }) { ... on TaskChanged { id } ... on Problem { message } } }'

Act = Callable[[Database], Awaitable[str]]


def by_filter(act: str) -> Act:
    """An act about all contacts; gives its run."""

    async def do(db: Database) -> str:
        [told] = (await ask(db, f"mutation {{ {act} {{ changeSetId matched changed failed }} }}")).values()
        assert told["matched"] == told["changed"]
        assert not told["failed"]
        return str(told["changeSetId"])

    return do


def create(count: int) -> Act:
    """An import in one call."""

    async def do(db: Database) -> str:
        ctx = roomy(db, count, ROBOT)
        leads = [
            lead(f"lead-{each}", **person(each), plan="silver", budget=each % 1000, note="Met") for each in range(count)
        ]
        report = await create_contacts(ctx, leads, allow_duplicates=True)
        assert all(each.created for each in report.outcomes)
        return str(ctx.run_id)

    return do


async def update(db: Database) -> str:
    """An update of all by id, in one call."""
    ids = await ids_of(db)
    ctx = roomy(db, len(ids), ANN)
    updates = [
        Update(fields={"title": f"Title {at % 50}", "city": "Madrid", "budget": at}, record_id=each)
        for at, each in enumerate(ids)
    ]
    report = await update_contacts(ctx, updates)
    assert all(each.changed for each in report.outcomes)
    return str(ctx.run_id)


def roomy(db: Database, count: int, actor: Any) -> Context:
    return context(db, actor, limits=replace(DEFAULTS, batch_items=max(count, DEFAULTS.batch_items)))


async def revert(db: Database, run_id: str, count: int) -> str:
    told = (await ask(db, REVERT, id=run_id))["revertChangeSet"]
    assert told["totals"] == {"records": count, "reverted": count}, told
    return str(told["changeSetId"])


async def write_on(db: Database, waits: list[float]) -> None:
    """Somebody else who writes again and again."""
    while True:
        began = time.perf_counter()
        try:
            await ask(db, OTHER)
        finally:
            waits.append(time.perf_counter() - began)  # of one that still waits when the act is done, too
        await asyncio.sleep(BETWEEN)


async def measured(name: str, db: Database, count: int, act: Awaitable[str]) -> str:
    waits: list[float] = []
    gc.collect()
    forget_peak()
    before = memory("VmRSS")
    writer = asyncio.create_task(write_on(db, waits))
    began = time.perf_counter()
    run_id = await act
    took = time.perf_counter() - began
    peak = memory("VmHWM")
    writer.cancel()
    with suppress(asyncio.CancelledError):
        await writer
    late = sorted(waits)
    print(
        f"  {name:<26} {took:7.1f} s {count / took:8,.0f}/s   {len(late):4} others wait {statistics.median(late):6.3f} s,"
        f" 99 of 100 {late[int(len(late) * 0.99)]:6.3f} s, at most {late[-1]:6.3f} s"
        f"{' !' if late[-1] > WAIT else ''}   memory +{peak - before:4.0f} MB",
        flush=True,
    )
    return run_id


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")  # Linux: the highest memory is told anew from here on


def memory(name: str) -> float:
    """Megabytes, by its name in the process's status."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(each for each in lines if each.startswith(name)).split()[1]) / 1024


async def measure(url: str, count: int) -> None:
    db = Database.open(url)
    await make_user(db, "user_bob", "Bob")
    acts: dict[str, Act] = {
        "create": create(count),
        "update by id": update,
        "edit by filter": by_filter(EDIT),
        "tag by filter": by_filter(TAG),
        "assign by filter": by_filter(ASSIGN),
        "delete by filter": by_filter(DELETE),
    }
    runs = [(name, await measured(name, db, count, act(db))) for name, act in acts.items()]
    for name, run_id in reversed(runs):
        await measured(f"undo: {name}", db, count, revert(db, run_id, count))
    await db.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), action="append")
    parser.add_argument("--contacts", type=int, default=50_000)
    asked = parser.parse_args()
    for kind in asked.database or ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory() as folder, database(kind, "rolograph", Path(folder)) as (url, _):
            migrate(url)
            print(f"{kind}, {asked.contacts:,} contacts")
            asyncio.run(measure(url, asked.contacts))


if __name__ == "__main__":
    main()
