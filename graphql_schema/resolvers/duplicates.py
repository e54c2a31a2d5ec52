"""Pairs of records that may be one, as people settle them: these are two, or that was said too soon."""

from collections.abc import Sequence

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report, undone
from graphql_schema.resolvers.recording import open_journal, record
from models.database.session import Session
from models.errors import NotFound
from models.incoming import Item
from models.ledger.decision import ItemDecision
from models.ledger.duplicates import ids_in, pairs_for_update
from models.ledger.possible_duplicate import DuplicateState, PossibleDuplicate


async def dismiss_possible_duplicates(
    ctx: Context, ids: list[str], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Say of each of these pairs that they are two records. A pair that is dismissed never comes back by itself, whatever
    Enginy sends; `reopenPossibleDuplicates` brings it back.

    ```graphql
    mutation { dismissPossibleDuplicates(ids: ["contact_….contact_…"]) {
        results { id changed pair { state } problem { code message } } } }
    ```
    """
    state = DuplicateState.DISMISSED
    return await _settle(ctx, "dismiss_possible_duplicates", ids, state, "dismissed", error_policy, dry_run=dry_run)


async def reopen_possible_duplicates(
    ctx: Context, ids: list[str], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Take back that these pairs were dismissed: each waits for somebody to look at it again.

    ```graphql
    mutation { reopenPossibleDuplicates(ids: ["contact_….contact_…"]) { results { pair { state } problem { code } } } }
    ```
    """
    state = DuplicateState.OPEN
    return await _settle(ctx, "reopen_possible_duplicates", ids, state, "reopened", error_policy, dry_run=dry_run)


async def _settle(
    ctx: Context,
    act: str,
    ids: Sequence[str],
    state: DuplicateState,
    became: str,
    policy: ErrorPolicy,
    *,
    dry_run: bool,
) -> Report:
    pairs = [ids_in(each) for each in ids]
    items = [Item(fields={"firstId": first_id, "secondId": second_id}) for first_id, second_id in pairs]
    journal = open_journal(ctx, act, None, items)
    outcomes: list[Outcome] = []

    def settle_one(pair: PossibleDuplicate) -> bool:
        if pair.state == state:
            return False
        pair.state = state.value
        is_settled = state is not DuplicateState.OPEN
        pair.settled_at = journal.now if is_settled else None
        pair.settled_by = journal.actor.id if is_settled else None
        return True

    async def work(session: Session) -> None:
        outcomes[:] = [Outcome(index, each) for index, each in enumerate(ids)]
        found = await pairs_for_update(session, ids)
        for outcome, each, pair in zip(outcomes, ids, pairs, strict=True):
            if each not in found:
                outcome.problem = problem = NotFound("Possible duplicate", each)
                failed = ItemDecision("failed", record_ids=pair, code=problem.code, message=problem.message)
                journal.decide(outcome.index, failed)
                continue
            outcome.changed = settle_one(found[each])
            journal.decide(outcome.index, ItemDecision(became if outcome.changed else "unchanged", record_ids=pair))
        await session.flush()

    await record(ctx, journal, work, received=len(ids), dry_run=dry_run, policy=policy)
    if policy is ErrorPolicy.ALL_OR_NOTHING:
        undone(outcomes)
    return Report(ctx.run_id, outcomes)
