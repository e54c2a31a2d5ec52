"""Why an item was decided as it was: how weak a match is, and what the ledger keeps of it."""

from collections.abc import Sequence
from typing import Any

from graphql_schema.outcome import Outcome
from models.fields.mapping import Entity
from models.identity.domain import normalize_domain
from models.identity.email import normalize_email
from models.identity.keys import KeyKind
from models.identity.matching import Decision, MatchKey

# Kinds of identifier that mean one record; people share telephones, and companies share names.
STRONG = frozenset((KeyKind.EMAIL, KeyKind.LINKEDIN, KeyKind.EMAIL_COMPANY, KeyKind.DOMAIN, KeyKind.DOMAIN_NAME))


def evidence(outcome: Outcome) -> dict[str, Any]:
    """The record, the decision and the problem of an item, as the ledger keeps them; empty parts are left out."""
    decision = outcome.decision
    told: dict[str, Any] = {"record_id": outcome.record_id}
    if decision.strategy is not None:
        told.update(strategy=str(decision.strategy), value=decision.value, candidates=decision.candidates)
        if decision.narrowed_by is not None or decision.weak or decision.elsewhere:
            told.update(narrowed_by=decision.narrowed_by, weak=decision.weak, elsewhere=decision.elsewhere)
    if outcome.problem is not None:
        told.update(code=outcome.problem.code, message=outcome.problem.message)
    return told


def is_weak(entity: Entity, decision: Decision, keys: Sequence[MatchKey], theirs: str | None) -> bool:
    """True for a match by telephone or name alone while both sides carry an e-mail (companies: a domain) that differs."""
    if decision.strategy in STRONG or decision.narrowed_by in STRONG or not theirs:
        return False
    deciding = KeyKind.EMAIL if entity is Entity.CONTACT else KeyKind.DOMAIN
    normalize = normalize_email if entity is Entity.CONTACT else normalize_domain
    ours = [value for kind, value in keys if kind is deciding]
    other = normalize(theirs)
    return bool(ours) and other is not None and other not in ours
