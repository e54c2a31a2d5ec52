"""Creating: new records, and careful recognition of those that are there already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report
from graphql_schema.resolvers.batch import Batch, in_batches
from graphql_schema.resolvers.evidence import STRONG, evidence
from graphql_schema.resolvers.recording import open_journal
from models.applying import fill_blanks, set_fields, without_nulls
from models.configuration import StaleCopies
from models.database.engine import Conflict
from models.database.session import Session
from models.errors import AlreadyExists
from models.fields.cleaning import Cleaned
from models.fields.mapping import Entity
from models.identity.keys import KeyKind
from models.identity.lookup import Owned, find_owners
from models.identity.matching import Decision, MatchKey, decide
from models.incoming import Lead
from models.ledger.duplicates import note_duplicates
from models.ledger.failures import settle
from models.ledger.journal import Journal
from models.ledger.links import (
    INSERTED,
    LINK_TABLE,
    RENEWED,
    Link,
    link_key,
    links_by_external_id,
    moved_links,
    new_link_row,
    state_of,
)
from models.ledger.shadow import Shadow
from models.pacing import slices
from models.records import Record, new_record, read_for_update, save
from models.sync_back import sync_back

CREATED = "created"  # the strategy of a link to a record that was made for it


async def create_contacts(
    ctx: Context,
    leads: list[Lead],
    allow_duplicates: bool = False,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Create contacts, each once: sending the same leads again answers the same ids.

    A lead whose external id is known updates its contact. An unknown one that matches exactly one contact by e-mail or
    LinkedIn is linked to it and fills only what is blank there. A telephone alone makes a new contact and a possible
    duplicate. A lead without an external id is refused if its e-mail or LinkedIn address is taken, unless
    `allowDuplicates`.

    ```graphql
    mutation { createContacts(leads: [{ email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" }]) {
        changeSetId results { created contact { id name } problem { code message } } } }
    ```
    """
    return await create_records(
        ctx, Entity.CONTACT, leads, allow_duplicates=allow_duplicates, policy=error_policy, dry_run=dry_run
    )


async def create_companies(
    ctx: Context,
    leads: list[Lead],
    allow_duplicates: bool = False,
    error_policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    """Create companies, each once, by the rules of `createContacts`; domain and LinkedIn page tell that one is there.

    ```graphql
    mutation { createCompanies(leads: [{ name: "Analytical Engines", domain: "engines.example" }]) {
        results { created company { id } problem { code message } } } }
    ```
    """
    return await create_records(
        ctx, Entity.COMPANY, leads, allow_duplicates=allow_duplicates, policy=error_policy, dry_run=dry_run
    )


async def create_records(
    ctx: Context,
    entity: Entity,
    leads: Sequence[Lead],
    *,
    allow_duplicates: bool = False,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    journal = open_journal(ctx, f"create_{entity.plural}", entity, leads, allowDuplicates=allow_duplicates)

    async def step(part: Sequence[Lead], more: Callable[[], bool]) -> list[Outcome]:
        batch = CreateBatch(ctx, entity, part, journal, allow_duplicates=allow_duplicates)
        return await batch.run(dry_run=dry_run, policy=policy, more=more)

    return await in_batches(ctx, leads, step, dry_run=dry_run, policy=policy)


class CreateBatch(Batch):
    """Leads to create. Later leads of a batch meet the records that earlier ones made."""

    def __init__(
        self, ctx: Context, entity: Entity, leads: Sequence[Lead], journal: Journal, *, allow_duplicates: bool
    ) -> None:
        super().__init__(ctx, entity, leads, journal)
        self.leads = leads
        self.allow_duplicates = allow_duplicates

    def outcome(self, index: int) -> Outcome:
        return Outcome(index, external_id=self.leads[index].external_id_sent)

    def judge(self, index: int) -> Cleaned:
        return without_nulls(self.leads[index].cleaned(self.kind.fields))

    async def apply(self, session: Session, indexes: Sequence[int]) -> None:
        keys: dict[int, list[MatchKey]] = {}
        async for part in slices(indexes, 50):
            for index in part:
                keys[index] = self.rules.of(self.entity, self.judged[index].values)
        await self._lock(session, indexes, keys)
        external_ids = list({each: None for index in indexes if (each := self.leads[index].external_id) is not None})
        found = await links_by_external_id(
            session, self.entity, external_ids, sync_back(self.entity, self.configuration)
        )
        owners = await find_owners(session, self.entity, [key for index in indexes for key in keys[index]])
        wanted = [link.record_id for link in found.values() if link.is_live]
        for (kind, _), ids in owners.items():
            if kind in STRONG and len(ids) <= self.configuration.shared_limit:
                wanted += ids
        seen = {external_id: state_of(link) for external_id, link in found.items()}
        step = _Step(self.entity, found, owners, await read_for_update(session, self.kind, wanted))
        if await moved_links(session, self.entity, seen):
            raise Conflict
        mark = self.journal.mark()
        async for part in slices(indexes, 50):
            for index in part:
                self._apply_one(index, keys[index], step)
        live = [each for each in step.records.values() if each.deleted_at is None]
        await save(session, self.kind, live, self.rules, now=self.journal.now, actor_id=self.journal.actor.id)
        await self.read_engagement(session, mark)
        await step.store_links(session, self.journal)
        await note_duplicates(session, self.entity, step.duplicates, run_id=self.journal.run_id, now=self.journal.now)

    async def _lock(self, session: Session, indexes: Sequence[int], keys: dict[int, list[MatchKey]]) -> None:
        """Nobody else may create the same record meanwhile: hold what two writers would both find missing."""
        names = {f"{self.entity} {kind} {value}" for index in indexes for kind, value in keys[index]}
        names.update(f"{self.entity} link {self.leads[index].external_id}" for index in indexes)
        await session.lock(names)

    def _apply_one(self, index: int, keys: Sequence[MatchKey], step: "_Step") -> None:
        lead, cleaned, outcome = self.leads[index], self.judged[index], self.outcomes[index]
        known = step.link(lead.external_id)
        decision = decide(
            self.entity,
            keys,
            step.owners,
            # Whichever order is wanted, a telephone or a name is asked only where nothing better recognizes the lead.
            sorted(self.configuration.match_order(self.entity), key=lambda kind: kind not in STRONG),
            linked=(lead.external_id or "", known.record_id) if known is not None else None,
            shared_limit=self.configuration.shared_limit,
        )
        outcome.decision = decision
        differs: dict[str, Any] = {}
        if known is not None:
            found = step.records[known.record_id]
            became = self._update(index, found, known)
        elif decision.strategy in STRONG and not (self.allow_duplicates and lead.external_id is None):
            problem = decision.problem
            if problem is None and lead.external_id is None:
                problem = AlreadyExists(
                    f"A {self.entity} with this {KeyKind(decision.strategy or '').label} exists already",
                    decision.candidates,
                )
            if problem is not None:
                outcome.problem = problem
                self.note(index, "failed", **evidence(outcome))
                return
            found = step.records[decision.record_id or ""]
            applied, differs = fill_blanks(self.kind, found, cleaned, self.journal)
            outcome.changed = bool(applied)
            became = "linked"
        else:
            found = self._new(cleaned, step, decision)
            outcome.created = outcome.changed = True
            became = "created"
        outcome.record_id = found.id
        step.remember(lead, found, decision, cleaned)
        step.own(keys, found.id)
        self.seen.add(cleaned.custom)
        self.note(index, became, differs=differs, **evidence(outcome))

    def _update(self, index: int, found: Record, known: "_LinkState") -> str:
        """A lead that is linked already: its fields are set by the rules of an update."""
        merging = self.from_enginy and self.configuration.stale_copies is StaleCopies.KEEP_OURS
        applied = set_fields(
            self.kind,
            found,
            self.judged[index],
            self.journal,
            shadows=(known.shadow,) if merging else (),
            from_enginy=self.from_enginy,
        )
        self.outcomes[index].changed = bool(applied)
        self.outcomes[index].kept_here = tuple(applied.kept_here)
        return "updated" if applied else "unchanged"

    def _new(self, cleaned: Cleaned, step: "_Step", decision: Decision) -> Record:
        """A new record; whoever shares its telephone or name may be the same, which a person decides."""
        found = new_record(self.kind)
        step.records[found.id] = found
        set_fields(self.kind, found, cleaned, self.journal, shadows=(), from_enginy=self.from_enginy)
        if decision.strategy is not None:
            step.duplicates += [(found.id, other, decision.strategy) for other in decision.candidates]
        return found


@dataclass(slots=True)
class _LinkState:
    """A link as the batch goes on."""

    record_id: str
    strategy: str
    shadow: Shadow
    fingerprint: bytes | None = None
    is_stored: bool = True
    is_changed: bool = False


class _Step:
    """What the leads of a batch find and leave for those behind them."""

    def __init__(self, entity: Entity, links: dict[str, Link], owners: Owned, records: dict[str, Record]) -> None:
        self._entity = entity
        self.owners = owners
        self.records = records
        self.duplicates: list[tuple[str, str, str]] = []
        self._stored = links
        self._links: dict[str, _LinkState] = {}
        self._leading: list[str] = []  # external ids that led to no live record before

    def link(self, external_id: str | None) -> _LinkState | None:
        """The link that decides: one to a record that is there."""
        if external_id is None:
            return None
        state = self._links.get(external_id)
        if state is None:
            link = self._stored.get(external_id)
            if link is None or not link.is_live or link.record_id not in self.records:
                return None
            state = self._links[external_id] = _LinkState(link.record_id, link.strategy, link.shadow())
        return state

    def remember(self, lead: Lead, found: Record, decision: Decision, cleaned: Cleaned) -> None:
        """Keep what the other side holds. An item that creates is all it knows."""
        if lead.external_id is None:
            return
        state = self._links.get(lead.external_id)
        if state is None:
            strategy = decision.strategy if decision.strategy in STRONG else CREATED
            state = _LinkState(found.id, str(strategy), Shadow({}, found.version, {}, {}))
            state.is_stored = lead.external_id in self._stored
            self._links[lead.external_id] = state
            self._leading.append(lead.external_id)
        # Every value is dated: a stored link that moves keeps the version of the record it led to before.
        state.shadow.renew(cleaned.named, found.version, whole=True)
        state.fingerprint = lead.fingerprinted()
        state.is_changed = True
        for kind, other in decision.elsewhere:
            self.duplicates.append((found.id, other, kind))

    def own(self, keys: Sequence[MatchKey], record_id: str) -> None:
        for key in keys:
            owning = self.owners.setdefault(key, [])
            if record_id not in owning:
                owning.append(record_id)

    async def store_links(self, session: Session, journal: Journal) -> None:
        new, renewed = [], []
        for external_id, state in sorted(self._links.items()):
            shadow = state.shadow
            if state.is_stored and state.is_changed:
                renewed.append(
                    (*link_key(self._entity, external_id), state.record_id, state.strategy, shadow.values, shadow.since)
                    + (shadow.clears, state.fingerprint, journal.now)
                )
            elif not state.is_stored:
                new.append(
                    new_link_row(
                        self._entity,
                        external_id,
                        state.record_id,
                        state.strategy,
                        shadow.values,
                        self.records[state.record_id].version,
                        state.fingerprint,
                        journal.now,
                        journal.actor.id,
                    )
                )
        async for part in slices(new, 1_000):
            await session.insert_rows(LINK_TABLE, INSERTED, part)
        async for part in slices(renewed, 1_000):
            await session.update_rows(LINK_TABLE, RENEWED, part)
        await settle(session, self._entity, self._leading)
