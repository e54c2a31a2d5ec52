"""The same edit of many contacts and companies by id: tags that come and go, an owner. Ids of both kinds may be mixed."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report
from graphql_schema.resolvers.bulk import Chosen, Filter, Versions, Wanted, choose, in_slices
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.rows import conflict_of
from graphql_schema.types.records import entities_of
from models.applying import set_fields
from models.configuration import load_configuration
from models.database.session import Session
from models.errors import CRMError, InvalidInput, NotFound, VersionConflict
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
    chosen: Chosen,
    edit: Edit,
    *,
    ready: Callable[[Session], Awaitable[None]] | None = None,
    versions: Versions | None = None,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
    **facts: Any,
) -> Report:
    """Edit each record as any update would: with history, keys and the note of whose work it is; each judged alone."""
    items = chosen.items(lambda each: Item(fields={RECORD_ID: each}))
    journal = open_journal(ctx, act, None, items, **chosen.facts, **facts)

    async def step(ids: Sequence[str], more: Callable[[], bool]) -> list[Outcome]:
        outcomes: list[Outcome] = []

        async def work(session: Session) -> None:
            await edit_all(session, ids, outcomes)

        await record(ctx, journal, work, received=len(ids), dry_run=dry_run, policy=policy, more=more)
        return outcomes

    async def edit_all(session: Session, ids: Sequence[str], outcomes: list[Outcome]) -> None:
        outcomes[:] = [Outcome(index, each) for index, each in enumerate(ids)]
        if ready is not None:
            await ready(session)
        editing = Editing(ctx, session, journal, edit, versions)
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
                if (conflict := editing.conflicts.get(ids[index])) is not None:
                    _fail(outcomes[index], conflict, journal)
                elif ids[index] in changed:
                    outcomes[index].changed = changed[ids[index]]
                    became = "updated" if outcomes[index].changed else "unchanged"
                    journal.decide(index, ItemDecision(became, record_id=ids[index]))
            missing = [index for index in missing if ids[index] not in changed and ids[index] not in editing.conflicts]
        kinds = {entities_of(outcome.record_id or "")[0] for outcome in outcomes if outcome.changed}
        journal.entity = kinds.pop() if len(kinds) == 1 else None
        for index in missing:
            _fail(outcomes[index], NotFound(_noun(ids[index]), ids[index]), journal)

    return await in_slices(ctx, journal, chosen, step, policy=policy)


async def choose_records(
    ctx: Context,
    ids: Sequence[str] | None,
    contact_filter: Filter | None,
    company_filter: Filter | None,
    policy: ErrorPolicy,
) -> Chosen:
    """What an act about both kinds of record is about: ids of both, or all contacts or companies of a filter."""
    contacts = Wanted("contactFilter", KINDS[Entity.CONTACT].table, contact_filter)
    companies = Wanted("companyFilter", KINDS[Entity.COMPANY].table, company_filter)
    return await choose(ctx, ids, contacts, companies, policy=policy)


class Editing:
    """One edit on its way, slice by slice in one transaction."""

    def __init__(
        self, ctx: Context, session: Session, journal: Journal, edit: Edit, versions: Versions | None = None
    ) -> None:
        self.ctx = ctx
        self.session = session
        self.journal = journal
        self._edit = edit
        self._versions = dict(versions or ())
        self.conflicts: dict[str, VersionConflict] = {}  # records that somebody wrote since the caller read them

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
                conflict = conflict_of(entity.noun, each, self._versions.get(record_id))
                if conflict is not None:
                    self.conflicts[record_id] = conflict
                else:
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
