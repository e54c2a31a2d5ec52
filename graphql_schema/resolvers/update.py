"""Updating: fields are set on records we gave the id of, whoever asks and whatever the fields are called."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report
from graphql_schema.resolvers.batch import Batch, in_batches
from graphql_schema.resolvers.bulk import Filter, Versions, Wanted, choose, in_slices
from graphql_schema.resolvers.recording import open_journal
from graphql_schema.resolvers.rows import conflict_of
from models.applying import set_fields
from models.columns import iso_z
from models.configuration import NullSafety, StaleCopies
from models.database.session import Session
from models.errors import InvalidInput, NotFound
from models.exact_json import JsonValue
from models.fields.cleaning import Cleaned
from models.fields.mapping import LAST_UPDATED, RECORD_ID, Entity
from models.incoming import Update, record_id_of
from models.ledger.journal import Journal
from models.ledger.links import LINK_TABLE, Link, link_key, links_to_update, record_statement
from models.ledger.shadow import Shadow, answer, echo
from models.pacing import slices
from models.records import KINDS, Record, read_for_update, save
from models.sync_back import sync_back

_RENEWED = ("shadow", "shadow_since", "clears", "fingerprint")


async def update_contacts(
    ctx: Context, updates: list[Update], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Set fields on contacts by id: absent leaves alone, null clears, a value sets. Unknown names become custom fields.

    Each update is judged alone; one that fails leaves no trace and stops no other. An update from Enginy never undoes
    what somebody here changed after Enginy last sent the same value: such fields are listed as kept here.

    ```graphql
    mutation { updateContacts(updates: [
        { id: "contact_…", changes: { title: "CTO", phone: null }, expectedVersion: 3 }]) {
        changeSetId results { changed contact { title version } problem { code message } } } }
    ```
    """
    return await update_records(ctx, Entity.CONTACT, updates, policy=error_policy, dry_run=dry_run)


async def update_companies(
    ctx: Context, updates: list[Update], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Set fields on companies by id, by the rules of `updateContacts`.

    ```graphql
    mutation { updateCompanies(updates: [{ id: "company_…", changes: { industry: "Software" } }]) {
        results { changed company { industry } problem { code message } } } }
    ```
    """
    return await update_records(ctx, Entity.COMPANY, updates, policy=error_policy, dry_run=dry_run)


async def update_records(
    ctx: Context,
    entity: Entity,
    updates: Sequence[Update],
    *,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    journal = open_journal(ctx, f"update_{entity.plural}", entity, updates)

    async def step(part: Sequence[Update], more: Callable[[], bool]) -> list[Outcome]:
        return await UpdateBatch(ctx, entity, part, journal).run(dry_run=dry_run, policy=policy, more=more)

    return await in_batches(ctx, updates, step, dry_run=dry_run, policy=policy)


async def edit_contacts(
    ctx: Context,
    changes: Mapping[str, Any],
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Set the same fields on many contacts, by the rules of `updateContacts`: those with these ids, or all that fulfil a
    filter. What a filter finds is changed 1,000 at a time, as one run.

    ```graphql
    mutation { editContacts(filter: { tags: { has: "fair" } }, changes: { lifecycleStage: "lead" }) {
        changeSetId matched changed failed problem { code message } } }
    ```
    """
    wanted = Wanted("filter", KINDS[Entity.CONTACT].table, filter)
    return await _edit(ctx, Entity.CONTACT, changes, ids, wanted, expected_versions, error_policy, dry_run=dry_run)


async def edit_companies(
    ctx: Context,
    changes: Mapping[str, Any],
    ids: list[str] | None = None,
    filter: Filter | None = None,
    expected_versions: Versions | None = None,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Set the same fields on many companies, by the rules of `editContacts`.

    ```graphql
    mutation { editCompanies(filter: { industry: { eq: "software" } }, changes: { industry: "Software" }) {
        changeSetId matched changed failed } }
    ```
    """
    wanted = Wanted("filter", KINDS[Entity.COMPANY].table, filter)
    return await _edit(ctx, Entity.COMPANY, changes, ids, wanted, expected_versions, error_policy, dry_run=dry_run)


async def _edit(
    ctx: Context,
    entity: Entity,
    changes: Mapping[str, Any],
    ids: Sequence[str] | None,
    wanted: Wanted,
    versions: Versions | None,
    policy: ErrorPolicy,
    *,
    dry_run: bool,
) -> Report:
    chosen = await choose(ctx, ids, wanted, policy=policy)
    read = dict(versions or ())

    def update(record_id: str) -> Update:
        made = Update(fields={RECORD_ID: record_id, **changes}, record_id_sent=record_id)
        made.expected_version = read.get(record_id)
        try:
            made.record_id = record_id_of(record_id)
        except InvalidInput as problem:
            made.problem = problem
        return made

    items, facts = chosen.told(changes, id_name=RECORD_ID)
    journal = open_journal(ctx, f"edit_{entity.plural}", entity, items, **facts)

    async def step(part: Sequence[str], more: Callable[[], bool]) -> list[Outcome]:
        batch = UpdateBatch(ctx, entity, [update(each) for each in part], journal)
        return await batch.run(dry_run=dry_run, policy=policy, more=more)

    return await in_slices(ctx, journal, chosen, step, policy=policy)


class UpdateBatch(Batch):
    """Updates by id. The same id twice is folded in order, every step in the history."""

    def __init__(self, ctx: Context, entity: Entity, updates: Sequence[Update], journal: Journal) -> None:
        super().__init__(ctx, entity, updates, journal)
        self.updates = updates

    def outcome(self, index: int) -> Outcome:
        return Outcome(index, self.updates[index].record_id)

    def judge(self, index: int) -> Cleaned:
        update = self.updates[index]
        cleaned = update.cleaned(self.kind.fields)
        if update.record_id is None:
            raise InvalidInput(f"{RECORD_ID} is required", field=RECORD_ID)
        return cleaned

    async def apply(self, session: Session, indexes: Sequence[int]) -> None:
        ids = [self.updates[index].record_id or "" for index in indexes]
        records = await read_for_update(session, self.kind, ids)
        merging = self.from_enginy and self.configuration.stale_copies is StaleCopies.KEEP_OURS
        edited = [each.id for each in records.values() if merging and each.edits]
        links = await links_to_update(session, self.entity, records, edited) if self.from_enginy else {}
        shadows = _Shadows(links)
        mark = self.journal.mark()
        async for part in slices(indexes, 50):
            for index in part:
                found = records.get(self.updates[index].record_id or "")
                if found is None or found.deleted_at is not None:
                    self.fail(index, NotFound(self.entity.noun, self.updates[index].record_id))
                    continue
                conflict = conflict_of(self.entity.noun, found, self.updates[index].expected_version)
                if conflict is not None:
                    self.fail(index, conflict)
                    continue
                self._apply_one(index, found, shadows, merging=merging)
        live = [each for each in records.values() if each.deleted_at is None]
        await save(session, self.kind, live, self.rules, now=self.journal.now, actor_id=self.journal.actor.id)
        await self.read_engagement(session, mark)
        await shadows.store(session, self.entity)
        if self.from_enginy:
            await self._answer(session, indexes, records, shadows)

    def _apply_one(self, index: int, found: Record, shadows: "_Shadows", *, merging: bool) -> None:
        cleaned, outcome = self.judged[index], self.outcomes[index]
        if self.from_enginy:
            self.drift.note_update(cleaned.custom, found.custom)
        applied = set_fields(
            self.kind,
            found,
            cleaned,
            self.journal,
            shadows=shadows.of(found.id) if merging and found.edits else (),
            from_enginy=self.from_enginy,
        )
        outcome.changed = bool(applied)
        outcome.kept_here = tuple(applied.kept_here)
        if self.from_enginy:
            shadows.renew(found, cleaned)
        self.seen.add(cleaned.custom)
        self.note(index, "updated" if outcome.changed else "unchanged")

    async def _answer(
        self, session: Session, indexes: Sequence[int], records: dict[str, Record], shadows: "_Shadows"
    ) -> None:
        """What the answer carries: the time of the last change, and with echo all that Enginy may hold."""
        answered = [index for index in indexes if self.outcomes[index].problem is None]
        if self.configuration.null_safety is NullSafety.OMIT:
            for index in answered:
                outcome = self.outcomes[index]
                clears = shadows.clears(outcome.record_id or "")
                outcome.properties = {**dict.fromkeys(clears), LAST_UPDATED: _updated(records, outcome)}
            return
        fields = sync_back(self.entity, self.configuration)
        ids = sorted({self.outcomes[index].record_id or "" for index in answered})
        ours: dict[str, dict[str, JsonValue]] = {}
        async for ids_part in slices(ids, 2_000):
            for row in await session.rows(record_statement(self.entity, fields), ids=ids_part):
                ours[row[0]] = fields.values(row[3:])
        async for part in slices(answered, 50):
            for index in part:
                outcome = self.outcomes[index]
                record_id = outcome.record_id or ""
                held = {**shadows.held(record_id), **echo(self.judged[index].named)}
                outcome.properties = {
                    **answer(held, ours[record_id], shadows.clears(record_id)),
                    LAST_UPDATED: _updated(records, outcome),
                }


def _updated(records: dict[str, Record], outcome: Outcome) -> JsonValue:
    moment = records[outcome.record_id or ""].updated_at
    return iso_z(moment) if moment else None


class _Shadows:
    """The shadows of a batch's records. Only where a record has exactly one link is it known whose view an update is."""

    def __init__(self, links: dict[str, list[Link]]) -> None:
        self._links = links
        self._shadows: dict[str, list[Shadow]] = {}
        self._changed: set[str] = set()

    def of(self, record_id: str) -> list[Shadow]:
        shadows = self._shadows.get(record_id)
        if shadows is None:
            shadows = self._shadows[record_id] = [link.shadow() for link in self._links.get(record_id, ())]
        return shadows

    def _only(self, record_id: str) -> Shadow | None:
        return self.of(record_id)[0] if len(self._links.get(record_id, ())) == 1 else None

    def renew(self, found: Record, cleaned: Cleaned) -> None:
        shadow = self._only(found.id)
        if shadow is not None and shadow.renew(cleaned.named, found.version, whole=False):
            self._changed.add(found.id)

    def held(self, record_id: str) -> dict[str, JsonValue]:
        shadow = self._only(record_id)
        return shadow.values if shadow is not None else {}

    def clears(self, record_id: str) -> list[str]:
        """The properties a person asked to clear over there."""
        shadow = self._only(record_id)
        return list(shadow.clears) if shadow is not None else []

    async def store(self, session: Session, entity: Entity) -> None:
        rows: list[tuple[Any, ...]] = []
        for record_id in sorted(self._changed):
            shadow = self._only(record_id)
            assert shadow is not None
            link = self._links[record_id][0]
            # Without a fingerprint the next sync reads the item again, and the shadow takes its values over.
            rows.append((*link_key(entity, link.external_id), shadow.values, shadow.since, shadow.clears, None))
        async for part in slices(rows, 1_000):
            await session.update_rows(LINK_TABLE, _RENEWED, part)
