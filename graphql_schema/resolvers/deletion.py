"""Deleting and restoring: a deleted record keeps its fields and history, but nothing finds it any more."""

from collections.abc import Callable, Iterable, Sequence

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report
from graphql_schema.resolvers.bulk import Chosen, Filter, Versions, Wanted, choose, in_slices
from graphql_schema.resolvers.evidence import STRONG
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.rows import conflict_of
from models.applying import mark
from models.configuration import Configuration, load_configuration
from models.database.session import Session
from models.errors import CRMError, InvalidInput, NotFound
from models.fields.mapping import RECORD_ID, Entity
from models.fields.recording import FieldsSeen
from models.identity.derivation import KeyRules
from models.identity.lookup import find_owners
from models.incoming import Update, record_id_of
from models.ledger.decision import ItemDecision
from models.ledger.duplicates import note_duplicates
from models.ledger.journal import Journal
from models.ledger.undoing import DELETED_AT
from models.records import KINDS, Record, read_for_update, save


async def delete_contacts(
    ctx: Context,
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Delete contacts. Their fields and history stay, and `restoreContacts` brings them back; until then nothing finds
    them: no list, no match, no sync. Deleting one again changes nothing.

    ```graphql
    mutation { deleteContacts(filter: { tags: { has: "bounced" } }) {
        changeSetId matched changed failed problem { code message } } }
    ```
    """
    chosen = await choose(ctx, ids, Wanted("filter", KINDS[Entity.CONTACT].table, filter), policy=error_policy)
    return await _mark(ctx, Entity.CONTACT, chosen, expected_versions, error_policy, deleted=True, dry_run=dry_run)


async def restore_contacts(
    ctx: Context, ids: list[str], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Bring deleted contacts back, with their identifiers. One that shares an identifier with another by now becomes a
    possible duplicate.

    ```graphql
    mutation { restoreContacts(ids: ["contact_…"]) { results { changed contact { name } problem { code message } } } }
    ```
    """
    return await _mark(ctx, Entity.CONTACT, Chosen(ids), None, error_policy, deleted=False, dry_run=dry_run)


async def delete_companies(
    ctx: Context,
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Delete companies, by the rules of `deleteContacts`."""
    chosen = await choose(ctx, ids, Wanted("filter", KINDS[Entity.COMPANY].table, filter), policy=error_policy)
    return await _mark(ctx, Entity.COMPANY, chosen, expected_versions, error_policy, deleted=True, dry_run=dry_run)


async def restore_companies(
    ctx: Context, ids: list[str], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Bring deleted companies back, by the rules of `restoreContacts`."""
    return await _mark(ctx, Entity.COMPANY, Chosen(ids), None, error_policy, deleted=False, dry_run=dry_run)


async def _mark(
    ctx: Context,
    entity: Entity,
    chosen: Chosen,
    versions: Versions | None,
    policy: ErrorPolicy,
    *,
    deleted: bool,
    dry_run: bool,
) -> Report:
    act = f"{'delete' if deleted else 'restore'}_{entity.plural}"
    items = chosen.items(lambda each: Update(fields={RECORD_ID: each}, record_id=each))
    journal = open_journal(ctx, act, entity, items, **chosen.facts)

    async def step(ids: Sequence[str], more: Callable[[], bool]) -> list[Outcome]:
        marking = _Marking(ctx, entity, ids, journal, versions or (), deleted=deleted)
        await record(ctx, journal, marking.store, received=len(ids), dry_run=dry_run, policy=policy, more=more)
        return marking.outcomes

    return await in_slices(ctx, journal, chosen, step, policy=policy)


class _Marking:
    """One batch of deleting or restoring on its way."""

    def __init__(
        self,
        ctx: Context,
        entity: Entity,
        ids: Sequence[str],
        journal: Journal,
        versions: Versions,
        *,
        deleted: bool,
    ) -> None:
        self.ctx = ctx
        self.entity = entity
        self.kind = KINDS[entity]
        self.ids = ids
        self.journal = journal
        self.versions = dict(versions)
        self.deleted = deleted
        self.outcomes: list[Outcome] = []

    async def store(self, session: Session) -> None:
        self.outcomes = [Outcome(index, each) for index, each in enumerate(self.ids)]
        configuration = await load_configuration(session)
        rules = KeyRules(self.ctx.region, frozenset(configuration.match_order(self.entity)))
        wanted = [each for each in self.ids if _problem(each) is None]
        records = await read_for_update(session, self.kind, wanted)
        for index, record_id in enumerate(self.ids):
            self._mark_one(index, _problem(record_id), records.get(record_id))
        changed = [each for each in records.values() if each.changed]
        if not self.deleted:
            await hold_identifiers(session, self.entity, changed, rules)
        await save(session, self.kind, changed, rules, now=self.journal.now, actor_id=self.journal.actor.id)
        if not self.deleted:
            await note_shared_identifiers(session, self.entity, changed, rules, configuration, self.journal)
        seen = FieldsSeen()
        for each in changed:
            seen.came_or_went(each.custom, -1 if self.deleted else 1)
        await seen.store(session, self.entity, run_id=self.journal.run_id, now=self.journal.now)

    def _mark_one(self, index: int, problem: CRMError | None, found: Record | None) -> None:
        outcome = self.outcomes[index]
        if problem is None and found is None:
            problem = NotFound(self.entity.noun, outcome.record_id)
        if found is not None and (expected := self.versions.get(found.id)) is not None:
            problem = problem or conflict_of(self.entity.noun, found, expected)
        if problem is not None:
            outcome.problem = problem
            self.journal.decide(index, ItemDecision("failed", code=problem.code, message=problem.message))
            return
        assert found is not None
        outcome.changed = (found.deleted_at is not None) is not self.deleted
        if outcome.changed:
            change = mark(found, deleted=self.deleted, now=self.journal.now)
            found.version += 1
            self.journal.change(found.id, found.version, {DELETED_AT: change}, {})
        became = ("deleted" if self.deleted else "restored") if outcome.changed else "unchanged"
        self.journal.decide(index, ItemDecision(became, record_id=found.id))


async def hold_identifiers(session: Session, entity: Entity, coming: Iterable[Record], rules: KeyRules) -> None:
    """Nobody may create the same record while one comes back."""
    names = {f"{entity} {kind} {value}" for each in coming for kind, value in rules.of(entity, each.values)}
    await session.lock(names)


async def note_shared_identifiers(
    session: Session,
    entity: Entity,
    restored: Iterable[Record],
    rules: KeyRules,
    configuration: Configuration,
    journal: Journal,
) -> None:
    """A record that came back and shares an identifier with another by now is a possible duplicate."""
    keys = {each.id: [key for key in rules.of(entity, each.values) if key[0] in STRONG] for each in restored}
    owners = await find_owners(session, entity, [key for own in keys.values() for key in own])
    pairs = [
        (record_id, other, str(kind))
        for record_id, own in keys.items()
        for kind, value in own
        if len(owners.get((kind, value), ())) <= configuration.shared_limit
        for other in owners.get((kind, value), ())
        if other != record_id
    ]
    await note_duplicates(session, entity, pairs, run_id=journal.run_id, now=journal.now)


def _problem(record_id: str) -> CRMError | None:
    """What makes the text no id at all."""
    try:
        record_id_of(record_id)
    except InvalidInput as problem:
        return problem
    return None
