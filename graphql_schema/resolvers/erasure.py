"""Erasing: a person is removed for good, with all that is known of them, as the law may ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.access.policy import Permission
from models.database.session import Session
from models.erasing import Erasing
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.ledger.decision import ItemDecision


@dataclass(frozen=True, slots=True)
class Erasure:
    """What became of each id that was asked for, and how many runs of the ledger were redacted."""

    run_id: str | None
    ids: Sequence[str]
    erased: frozenset[str]
    redacted_runs: int


async def erase_contacts(ctx: Context, ids: list[str], dry_run: bool = False) -> Erasure:
    """Remove people for good: the contact, its identifiers and links, its history, messages, tasks and engagement, and
    its items in the ledger. Nothing brings them back. Of the act itself the ids stay, and no more.

    Deals stay with their amounts, without the contact and their name. Enginy is not told: remove the person there too,
    or the next export makes them anew. Backups are as they were.

    ```graphql
    mutation { eraseContacts(ids: ["contact_…"], dryRun: true) {
        redactedRuns results { id erased problem { code message } } } }
    ```
    """
    journal = open_journal(ctx, "erase_contacts", Entity.CONTACT, needs=Permission.ERASE)
    ctx.require_room(len(ids))
    erasing = Erasing(list(dict.fromkeys(each for each in ids if is_storable(each))))

    async def prepare() -> None:
        await erasing.prepare(ctx.db, journal.now)

    async def work(session: Session) -> frozenset[str]:
        erased = frozenset(await erasing.erase(session))
        for index, each in enumerate(ids):
            if each in erased:
                journal.decide(index, ItemDecision("erased", record_id=each))
            else:  # what was asked for may be anything, a person's name too
                journal.decide(index, ItemDecision("failed", code="NOT_FOUND", message="Contact not found"))
        journal.facts["redactedRuns"] = len(erasing.runs)
        return erased

    erased = await record(ctx, journal, work, received=len(ids), prepare=prepare, dry_run=dry_run, erases=True)
    return Erasure(ctx.run_id, ids, erased, len(erasing.runs))
