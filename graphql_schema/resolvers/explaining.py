"""Explaining: what the match order finds for an item, and why, without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from graphql_schema.context import Context
from graphql_schema.resolvers.evidence import is_weak
from models.configuration import WeakMatches, load_configuration
from models.errors import CRMError, WeakMatch
from models.fields.mapping import FIELDS, Entity
from models.identity.derivation import KeyRules
from models.identity.keys import KeyKind
from models.identity.lookup import find_owners
from models.identity.matching import LINK, NOBODY, Decision, decide
from models.incoming import Lead
from models.ledger.links import links_by_external_id, record_statement
from models.sync_back import sync_back


@dataclass(frozen=True, slots=True)
class KeyEvidence:
    """An identifier of the item in the form it is compared in, and the records that own it."""

    kind: KeyKind
    value: str
    owners: Sequence[str]
    decides: bool  # False where too many records share it, or the match order leaves its kind out


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a sync of the item would decide, with all it looked at."""

    keys: list[KeyEvidence]
    decision: Decision
    problem: CRMError | None


async def explain_match(ctx: Context, lead: Lead) -> Explanation:
    """Which contact a sync of this lead would find, and why: its identifiers in the form they are compared in, who owns
    each, and the decision. Writes nothing.

    ```graphql
    { explainMatch(lead: { email: "Ada@Example.com", phone: "+44 20 8366 1177" }) {
        keys { kind value ownerCount } decision { strategy weak candidates { id } } record { id } } }
    ```
    """
    return await _explain(ctx, Entity.CONTACT, lead)


async def explain_company_match(ctx: Context, lead: Lead) -> Explanation:
    """Which company a sync of this one would find, and why. Writes nothing.

    ```graphql
    { explainCompanyMatch(lead: { domain: "engines.example" }) { decision { strategy } record { id } } }
    ```
    """
    return await _explain(ctx, Entity.COMPANY, lead)


async def _explain(ctx: Context, entity: Entity, lead: Lead) -> Explanation:
    ctx.require_read()
    cleaned = lead.cleaned(FIELDS[entity])
    async with ctx.db.read() as session:
        configuration = await load_configuration(session)
        order, fields = configuration.match_order(entity), sync_back(entity, configuration)
        keys = KeyRules(ctx.region, frozenset(order)).of(entity, cleaned.values)
        owners = await find_owners(session, entity, keys)
        external_ids = [lead.external_id] if lead.external_id is not None else []
        link = next(iter((await links_by_external_id(session, entity, external_ids, fields)).values()), None)
        decision = decide(
            entity,
            keys,
            owners,
            order,
            linked=(link.external_id, link.record_id) if link is not None and link.is_live else None,
            shared_limit=configuration.shared_limit,
        )
        problem = decision.problem
        if decision.record_id is not None and decision.strategy != LINK:
            rows = await session.rows(record_statement(entity, fields), ids=[decision.record_id])
            if not rows:  # deleted since its key was read
                decision = NOBODY
            elif is_weak(entity, decision, keys, rows[0][2]):
                decision = msgspec.structs.replace(decision, weak=True)
                if configuration.weak_matches is WeakMatches.REFUSE:
                    problem = WeakMatch("Only weak evidence: the telephone is the same, but the email differs")
    evidence = [
        KeyEvidence(
            kind,
            value,
            owners.get((kind, value), ()),
            kind in order and len(owners.get((kind, value), ())) <= configuration.shared_limit,
        )
        for kind, value in keys
    ]
    return Explanation(evidence, decision, problem)
