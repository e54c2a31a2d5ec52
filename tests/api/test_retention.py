"""Retention: old runs lose what they received and decided, and nothing else."""

from datetime import timedelta

from api.retention import prune_runs
from graphql_schema.resolvers.create import create_contacts
from models.incoming import Lead
from tests.factories import NOW, Clock, context, fields_of, ids_of, runs_of


async def make_runs(database, *ages: int) -> None:
    """Runs that made a contact each, so many days ago."""
    for days in ages:
        ctx = context(database, clock=Clock(NOW - timedelta(days=days)))
        lead = Lead({"email": f"day{days}@example.com"}, external_id=f"lead-{days}", external_id_sent=f"lead-{days}")
        await create_contacts(ctx, [lead])


async def test_old_runs_are_emptied_and_stay(database):
    await make_runs(database, 120, 91, 89)

    emptied = await prune_runs(database, before=NOW - timedelta(days=90))

    runs = await runs_of(database)
    assert emptied == 2
    assert [(run.items is None, run.decisions is None, run.counts) for run in runs] == [
        (True, True, {"received": 1, "created": 1}),
        (True, True, {"received": 1, "created": 1}),
        (False, False, {"received": 1, "created": 1}),
    ]
    assert [(await fields_of(database, each))["email"] for each in await ids_of(database)] == [
        "day120@example.com",
        "day91@example.com",
        "day89@example.com",
    ]


async def test_any_number_of_runs_is_emptied_slice_by_slice(database):
    await make_runs(database, *range(100, 107))

    assert await prune_runs(database, before=NOW, size=3) == 7
    assert await prune_runs(database, before=NOW, size=3) == 0
    assert [run.items for run in await runs_of(database)] == [None] * 7
