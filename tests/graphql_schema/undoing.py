"""Acts that are undone: made, undone, and looked at as the audit of the soaks does."""

from sqlalchemy import text

from graphql_schema.resolvers.create import create_records
from graphql_schema.resolvers.update import update_records
from models.fields.mapping import Entity
from models.incoming import Update
from tests.factories import ANN, ROBOT, context
from tests.graphql_schema.asking import ask
from tests.soak.audit import disagreements, read_stored

REVERT = """mutation($id: ID!, $dryRun: Boolean! = false) { revertChangeSet(id: $id, dryRun: $dryRun) {
  ... on ChangeSetReverted {
    changeSetId totals { records reverted partly kept unchanged failed }
    results { id outcome kept { field isCustom editedBy { id label } editedAt run { id } } problem { code } } }
  ... on Problem { code message } ... on NotRevertibleProblem { reason revertedById } } }"""
TOTALS = {"records": 0, "reverted": 0, "partly": 0, "kept": 0, "unchanged": 0, "failed": 0}


async def revert(database, run_id, **options):
    return (await ask(database, REVERT, id=run_id, **options))["revertChangeSet"]


async def update(database, record_id, *, actor=ANN, entity=Entity.CONTACT, **fields):
    """Set fields of a record, by Enginy's names; the id of the run."""
    ctx = context(database, actor)
    await update_records(ctx, entity, [Update(fields=fields, record_id=record_id)])
    return ctx.run_id


async def create(database, *leads, actor=ROBOT):
    """Create contacts; their ids, and that of the run."""
    ctx = context(database, actor)
    report = await create_records(ctx, Entity.CONTACT, leads)
    return [outcome.record_id for outcome in report.outcomes], ctx.run_id


class Seen:
    """The database as the audit of the soaks reads it."""

    def __init__(self, database):
        self.database = database

    async def snapshot(self, statements):
        async with self.database.read() as session:
            return [list((await session.exec(text(each))).all()) for each in statements]


async def audited(database):
    return disagreements(await read_stored(Seen(database)), shadows=False)


def totals(**counts):
    return {**TOTALS, **counts}
