"""The same edit of many contacts and companies by id: tags that come and go, an owner. Ids of both kinds may be mixed."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from graphql_schema.context import Context
from graphql_schema.outcome import Outcome, Report
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.types.records import entities_of
from models.applying import set_fields
from models.configuration import load_configuration
from models.database.session import Session
from models.errors import CRMError, InvalidInput, NotFound
from models.fields.cleaning import Cleaned
from models.fields.mapping import FIELDS, RECORD_ID, Entity
from models.identity.derivation import KeyRules
from models.incoming import Item, record_id_of
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.ledger.run import Source
from models.pacing import slices
from models.records import KINDS, Record, read_for_update, save

SLICE = 500

# The fields to set on a record as it is now, by our names; none leaves it alone.
Edit = Callable[[Record], dict[str, Any]]


async def edit_records(
    ctx: Context,
    act: str,
    ids: Sequence[str],
    edit: Edit,
    *,
    ready: Callable[[Session], Awaitable[None]] | None = None,
    dry_run: bool = False,
    **facts: Any,
) -> Report:
    """Edit each record as any update would: with history, keys and the note of whose work it is; each judged alone."""
    journal = open_journal(ctx, act, None, [Item(fields={RECORD_ID: each}) for each in ids], **facts)
    outcomes: list[Outcome] = []

    async def work(session: Session) -> None:
        outcomes[:] = [Outcome(index, each) for index, each in enumerate(ids)]
        if ready is not None:
            await ready(session)
        editing = Editing(ctx, session, journal, edit)
        missing: list[int] = []
        for index, record_id in enumerate(ids):
            problem = _problem(record_id)
            if problem is not None:
                _fail(outcomes[index], problem, journal)
            else:
                missing.append(index)
        for entity in Entity:
            asked = [index for index in missing if entity in entities_of(ids[index])]
            changed = await editing.edit(entity, [ids[index] for index in asked])
            for index in asked:
                if ids[index] in changed:
                    outcomes[index].changed = changed[ids[index]]
                    became = "updated" if outcomes[index].changed else "unchanged"
                    journal.decide(index, ItemDecision(became, record_id=ids[index]))
            missing = [index for index in missing if ids[index] not in changed]
        kinds = {entities_of(outcome.record_id or "")[0] for outcome in outcomes if outcome.changed}
        journal.entity = kinds.pop() if len(kinds) == 1 else None
        for index in missing:
            _fail(outcomes[index], NotFound(_noun(ids[index]), ids[index]), journal)

    await record(ctx, journal, work, received=len(ids), dry_run=dry_run)
    return Report(ctx.run_id, outcomes)


class Editing:
    """One edit on its way, slice by slice in one transaction."""

    def __init__(self, ctx: Context, session: Session, journal: Journal, edit: Edit) -> None:
        self.ctx = ctx
        self.session = session
        self.journal = journal
        self._edit = edit

    async def edit(self, entity: Entity, ids: Sequence[str]) -> dict[str, bool]:
        """Whether each live record of these changed; a record that is not there is missing."""
        kind = KINDS[entity]
        configuration = await load_configuration(self.session)
        rules = KeyRules(self.ctx.region, frozenset(configuration.match_order(entity)))
        changed: dict[str, bool] = {}
        async for part in slices(sorted(set(ids)), SLICE):
            found = await read_for_update(self.session, kind, part)
            live = {record_id: each for record_id, each in found.items() if each.deleted_at is None}
            for record_id, each in live.items():
                changed[record_id] = self._edit_one(entity, each)
            await save(
                self.session, kind, list(live.values()), rules, now=self.journal.now, actor_id=self.journal.actor.id
            )
        return changed

    def _edit_one(self, entity: Entity, found: Record) -> bool:
        values = self._edit(found)
        if not values:
            return False
        self.journal.entity = entity  # of the changes from here on
        named = {FIELDS[entity].incoming(name): value for name, value in values.items()}
        return bool(
            set_fields(
                KINDS[entity],
                found,
                Cleaned(values, {}, named),
                self.journal,
                shadows=(),
                from_enginy=self.journal.actor.source is Source.ENGINY,
            )
        )


def _problem(record_id: str) -> CRMError | None:
    """What makes the text no id at all."""
    try:
        record_id_of(record_id)
    except InvalidInput as problem:
        return problem
    return None


def _noun(record_id: str) -> str:
    entities = entities_of(record_id)
    return entities[0].noun if len(entities) == 1 else "Record"


def _fail(outcome: Outcome, problem: CRMError, journal: Journal) -> None:
    outcome.problem = problem
    journal.decide(
        outcome.index, ItemDecision("failed", record_id=outcome.record_id, code=problem.code, message=problem.message)
    )
