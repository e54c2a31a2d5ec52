"""Syncing: Enginy asks which of its records we know, and is told their ids and the values to take over.

A sync writes no field of a record. It remembers links, what Enginy holds, and why it decided as it did.
"""

from collections.abc import Callable, Sequence, Set
from datetime import timedelta
from itertools import chain
from typing import Any

import msgspec
from msgspec import Raw

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy, Outcome, Report, undone
from graphql_schema.resolvers.bulk import in_order
from graphql_schema.resolvers.evidence import STRONG, evidence, is_weak
from graphql_schema.resolvers.recording import BRIEF, open_journal, record
from models.configuration import NullSafety, WeakMatches, load_configuration
from models.database.engine import BATCH_DEADLINE_SECONDS
from models.database.session import Session
from models.errors import CRMError, WeakMatch
from models.exact_json import JsonText, decode_json, json_text
from models.fields.mapping import FIELDS, Entity
from models.fields.quick import QUICK
from models.identity.derivation import KeyRules
from models.identity.lookup import find_owners, keys_added_since
from models.identity.matching import LINK, NOBODY, Decision, MatchKey, decide
from models.incoming import Lead
from models.ledger.decision import ItemDecision
from models.ledger.duplicates import note_duplicates
from models.ledger.failures import settle
from models.ledger.journal import Journal
from models.ledger.links import (
    INSERTED,
    LINK_TABLE,
    RENEWED,
    Link,
    LinkState,
    confirm_records,
    link_key,
    links_by_external_id,
    moment_of,
    moved_links,
    new_link_row,
    record_statement,
    state_of,
)
from models.ledger.shadow import answer, echo
from models.pacing import slices
from models.sync_back import sync_back

# A transaction that was open when a decision was made may have committed keys later, under its own earlier time.
OVERLAP = timedelta(minutes=3)
SLICE = 2_500  # leads of one transaction: so long do others wait who write
KEYS_COMPARED = 2  # for each lead; after more new keys than that it is cheaper to decide again


async def sync_contacts(
    ctx: Context, leads: list[Lead], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Find the contacts that Enginy's leads mean, remember the links, and answer the values to sync back.

    A lead without a match has no record in its result. A lead that several contacts match has a problem instead: nothing
    is guessed. With `dryRun` the answer is the same and nothing is stored.

    ```graphql
    mutation { syncContacts(leads: [{ externalId: "lead_123", email: "ada@example.com" }], dryRun: true) {
        results { externalId id properties decision { strategy } problem { code message } } } }
    ```
    """
    return await sync_records(ctx, Entity.CONTACT, leads, policy=error_policy, dry_run=dry_run)


async def sync_companies(
    ctx: Context, leads: list[Lead], error_policy: ErrorPolicy = ErrorPolicy.EACH, dry_run: bool = False
) -> Report:
    """Find the companies that Enginy's companies mean, by domain, LinkedIn page, then name, and answer values to sync back,
    by the rules of `syncContacts`.
    """
    return await sync_records(ctx, Entity.COMPANY, leads, policy=error_policy, dry_run=dry_run)


async def sync_records(
    ctx: Context,
    entity: Entity,
    leads: Sequence[Lead],
    *,
    policy: ErrorPolicy = ErrorPolicy.EACH,
    dry_run: bool = False,
) -> Report:
    journal = open_journal(ctx, f"sync_{entity.plural}", entity, leads)

    async def step(part: Sequence[Lead], more: Callable[[], bool]) -> list[Outcome]:
        sync = Sync(ctx, entity, part, journal)
        # Questions are asked in a read transaction of their own, so that others are held up for moments only. What another
        # writer did in between shows on the links, and the leads of those are decided again.
        await record(
            ctx, journal, sync.store, received=len(part), prepare=sync.decide, dry_run=dry_run, policy=policy, more=more
        )
        return sync.outcomes

    outcomes = await in_order(ctx, leads, SLICE, step, at_once=dry_run or policy is ErrorPolicy.ALL_OR_NOTHING)
    if policy is ErrorPolicy.ALL_OR_NOTHING:
        undone(outcomes)
    return Report(ctx.run_id, outcomes)


class Sync:
    """One sync on its way: decided in a read transaction, stored in a write transaction. Where all who write wait for each
    other anyway, few leads are decided while nobody else can be faster.
    """

    def __init__(self, ctx: Context, entity: Entity, leads: Sequence[Lead], journal: Journal) -> None:
        self.ctx = ctx
        self.entity = entity
        self.leads = leads
        self.journal = journal
        self.outcomes: list[Outcome] = []
        self._external_ids = list({lead.external_id: None for lead in leads if lead.external_id is not None})
        self._is_ahead = not ctx.db.has_one_writer or len(leads) > BRIEF

    async def decide(self) -> None:
        """Find out what every lead means and what to answer, ahead of the transaction that stores it."""
        if self._is_ahead:
            async with self.ctx.db.read(deadline_seconds=BATCH_DEADLINE_SECONDS) as session:
                await self._decide(session)

    async def _decide(self, session: Session) -> None:
        self.outcomes = [self._outcome(index) for index in range(len(self.leads))]
        self._new_links: dict[str, tuple[Any, ...]] = {}
        self._changed_links: dict[str, tuple[Any, ...]] = {}
        self._seen: dict[str, LinkState] = {}
        self._linked: dict[str, str] = {}  # the record that an external id did not lead to before
        self._duplicates: dict[int, list[tuple[str, str, str]]] = {}
        self._configuration = await load_configuration(session)
        self._echoes = self._configuration.null_safety is NullSafety.ECHO
        self._sync_back = sync_back(self.entity, self._configuration)
        self._rules = KeyRules(self.ctx.region, frozenset(self._configuration.match_order(self.entity)))
        self._links = await links_by_external_id(session, self.entity, self._external_ids, self._sync_back)
        unchanged, others = await self._sort_out(session)
        async for part in slices(unchanged, 100):
            for index in part:
                self._answer_again(index)
        await self._decide_anew(session, others)

    async def store(self, session: Session) -> None:
        """Store the links that are new or changed, and the pairs that may be one record.

        Raises Conflict where a record to link was erased since it was found.
        """
        if self._is_ahead:
            moved = await moved_links(session, self.entity, self._seen)
            if moved:
                await self._decide_moved(session, moved)
            await confirm_records(session, self.entity, set(self._linked.values()))
        else:
            await self._decide(session)
        async for part in slices(list(self._new_links.values()), 1_000):
            await session.insert_rows(LINK_TABLE, INSERTED, part)
        changed = [
            (*link_key(self.entity, external_id), *row) for external_id, row in sorted(self._changed_links.items())
        ]
        async for part in slices(changed, 1_000):
            await session.update_rows(LINK_TABLE, RENEWED, part)
        await settle(session, self.entity, self._linked)
        pairs = chain.from_iterable(self._duplicates.values())
        await note_duplicates(session, self.entity, pairs, run_id=self.journal.run_id, now=self.journal.now)

    async def _decide_moved(self, session: Session, moved: Set[str]) -> None:
        """Decide again what hangs on links that somebody else changed since they were read, and cannot change now."""
        fresh = await links_by_external_id(session, self.entity, sorted(moved), self._sync_back)
        for external_id in moved:
            self._links.pop(external_id, None)
            for told in (self._new_links, self._changed_links, self._linked):
                told.pop(external_id, None)
        self._links.update(fresh)
        again = [index for index, lead in enumerate(self.leads) if lead.external_id in moved]
        for index in again:
            self.journal.undecide(index)
            self._duplicates.pop(index, None)
            self.outcomes[index] = self._outcome(index)
        await self._decide_anew(session, again)

    def _outcome(self, index: int) -> Outcome:
        return Outcome(index, external_id=self.leads[index].external_id_sent)

    async def _sort_out(self, session: Session) -> tuple[list[int], list[int]]:
        """Leads whose last decision still stands because nothing about them changed, and all others."""
        same: list[int] = []
        others: list[int] = []
        async for part in slices(range(len(self.leads)), 200):
            for index in part:
                lead = self.leads[index]
                link = self._links.get(lead.external_id or "")
                stands = (
                    link is not None
                    and link.fingerprint == lead.fingerprinted()
                    and link.is_live
                    and link.clears_text == "{}"
                )
                (same if stands else others).append(index)
        if not same:
            return same, others
        oldest = min(self._links[self.leads[index].external_id or ""].decided_at for index in same)
        at_most = KEYS_COMPARED * len(same)
        added = await keys_added_since(session, self.entity, moment_of(oldest) - OVERLAP, at_most=at_most)
        if added is None:
            return [], sorted([*same, *others])
        if not added:
            return same, others
        touched: set[int] = set()
        async for part in slices(same, 50):
            touched.update(index for index in part if not added.isdisjoint(self._read(index)[0]))
        return [index for index in same if index not in touched], sorted([*touched, *others])

    def _answer_again(self, index: int) -> None:
        """Answer an unchanged lead from its link: it sent what its shadow holds, so nothing of it is read again."""
        lead, outcome = self.leads[index], self.outcomes[index]
        external_id = lead.external_id or ""
        link = self._links[external_id]
        outcome.record_id = record_id = link.record_id
        outcome.decision = Decision(LINK, record_id, external_id, (record_id,))
        outcome.properties = self._properties(link.shadow_text, link.record)
        self.journal.decide(
            index, ItemDecision("matched", lead.external_id_sent, record_id, LINK, external_id, reused=True)
        )

    def _properties(self, held: str, row: Sequence[Any], clears: Sequence[str] = ()) -> Any:
        """The answer's properties: what Enginy holds (echo), over it what is ours to say; `held` is not even read."""
        ours = self._sync_back.values(row)
        if clears or (ours and any(f'"{name}":' in held for name in ours)):
            return answer(decode_json(held) if self._echoes else {}, ours, clears) or None
        if not self._echoes or held == "{}":
            return ours or None
        return Raw((f"{held[:-1]},{json_text(ours)[1:]}" if ours else held).encode())

    def _read(self, index: int) -> tuple[list[MatchKey], str]:
        """A lead's match keys, and what Enginy holds of it as JSON. Raises InvalidInput for one that cannot be taken."""
        lead = self.leads[index]
        if lead.raw is not None and lead.problem is None:
            quick = QUICK[self.entity].read(lead.raw)
            if quick is not None:
                return self._rules.of_item(self.entity, quick[0]), quick[1]
        cleaned = lead.cleaned(FIELDS[self.entity], known_only=True)
        return self._rules.of(self.entity, cleaned.values), json_text(echo(cleaned.named))

    async def _decide_anew(self, session: Session, indexes: Sequence[int]) -> None:
        read: dict[int, tuple[list[MatchKey], str]] = {}
        async for part in slices(indexes, 50):
            for index in part:
                try:
                    read[index] = self._read(index)
                except CRMError as problem:
                    self.outcomes[index].problem = problem
                    self._note(index)
        owners = await find_owners(session, self.entity, [key for keys, _ in read.values() for key in keys])
        order = self._configuration.match_order(self.entity)
        decisions: list[tuple[int, Decision]] = []
        async for part in slices(list(read), 100):
            for index in part:
                link = self._links.get(self.leads[index].external_id or "")
                linked = (link.external_id, link.record_id) if link is not None and link.is_live else None
                decision = decide(
                    self.entity, read[index][0], owners, order, linked=linked,
                    shared_limit=self._configuration.shared_limit,
                )  # fmt: skip
                decisions.append((index, decision))
        records = await self._records(session, decisions)
        async for decided in slices(decisions, 50):
            for index, decision in decided:
                self._answer(index, decision, *read[index], records)

    async def _records(self, session: Session, decisions: Sequence[tuple[int, Decision]]) -> dict[str, Sequence[Any]]:
        wanted = {each.record_id for _, each in decisions if each.record_id is not None and each.strategy != LINK}
        records: dict[str, Sequence[Any]] = {}
        async for part in slices(sorted(wanted), 10_000):
            for row in await session.rows(record_statement(self.entity, self._sync_back), ids=part):
                records[row[0]] = row
        return records

    def _answer(
        self, index: int, decision: Decision, keys: list[MatchKey], held: str, records: dict[str, Sequence[Any]]
    ) -> None:
        lead, outcome = self.leads[index], self.outcomes[index]
        outcome.decision = decision
        record_id = decision.record_id
        if record_id is None:
            outcome.problem = decision.problem
            self._note(index)
            return
        link = self._links.get(lead.external_id or "")
        if decision.strategy == LINK:
            assert link is not None
            version, row = link.record_version or 0, link.record
        else:
            found = records.get(record_id)
            if found is None:  # deleted since its key was read
                outcome.decision = NOBODY
                self._note(index)
                return
            version, row = found[1], found[3:]
            if decision.strategy not in STRONG and is_weak(self.entity, decision, keys, found[2]):
                decision = outcome.decision = msgspec.structs.replace(decision, weak=True)
                if self._configuration.weak_matches is WeakMatches.REFUSE:
                    outcome.problem = WeakMatch("Only weak evidence: the telephone is the same, but the email differs")
                    self._note(index)
                    return
        outcome.record_id = record_id
        clears = self._remember(lead, link, decision, held, version)
        outcome.properties = self._properties(held, row, clears)
        if decision.elsewhere:
            self._duplicates[index] = [(record_id, other, kind.value) for kind, other in decision.elsewhere]
        self._note(index)

    def _remember(self, lead: Lead, link: Link | None, decision: Decision, held: str, version: int) -> Sequence[str]:
        """Keep what Enginy holds of a linked record; the properties it is to clear. A weak match makes no link."""
        if decision.weak or lead.external_id is None or decision.record_id is None:
            return ()
        now, fingerprint = self.journal.now, lead.fingerprinted()
        if link is None:
            self._linked[lead.external_id] = decision.record_id
            self._new_links[lead.external_id] = new_link_row(
                self.entity, lead.external_id, decision.record_id, str(decision.strategy), JsonText(held), version,
                fingerprint, now, self.journal.actor.id,
            )  # fmt: skip
            return ()
        self._seen.setdefault(lead.external_id, state_of(link))
        shadow = link.shadow()
        if link.record_id != decision.record_id:  # the record it led to is gone
            self._linked[lead.external_id] = decision.record_id
            link.record_id, link.strategy = decision.record_id, str(decision.strategy)
            shadow.clears.clear()
            shadow.values.clear()
        shadow.renew(decode_json(held), version, whole=True)
        clears = list(shadow.clears)
        shadow.answered(clears)
        link.shadow_text, link.clears_text = json_text(shadow.values), json_text(shadow.clears)
        link.since_text, link.fingerprint = json_text(shadow.since), fingerprint
        self._changed_links[lead.external_id] = (
            link.record_id, link.strategy, JsonText(link.shadow_text), JsonText(link.since_text),
            JsonText(link.clears_text), fingerprint, now,
        )  # fmt: skip
        return clears

    def _note(self, index: int) -> None:
        outcome = self.outcomes[index]
        if outcome.problem is None and outcome.record_id is None and outcome.decision is NOBODY:
            self.journal.decide(index, ItemDecision("unmatched", outcome.external_id))
            return
        became = "failed" if outcome.problem else "matched" if outcome.record_id else "unmatched"
        self.journal.decide(index, ItemDecision(became, outcome.external_id, **evidence(outcome)))
