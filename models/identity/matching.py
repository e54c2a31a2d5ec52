"""Choosing the record an item means, and saying why. Pure: keys and owners in, a decision out.

The rules: a live link decides; then the kinds of identifier in their order. One live record is a match, none tries
the next kind, several are narrowed by the item's other identifiers; if several are left, choosing would be guessing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from models.errors import AmbiguousMatch, CRMError, TooWidelyShared
from models.fields.mapping import Entity
from models.identity.keys import KeyKind

MatchKey = tuple[KeyKind, str]
Owners = Mapping[MatchKey, Sequence[str]]

LINK = "link"  # the strategy of an item whose external id is linked already
CANDIDATES_SHOWN = 20


class Decision(msgspec.Struct, frozen=True, gc=False):
    """What was decided for one item, and the evidence.

    `strategy` is "link", a kind of identifier, or None when nothing matched. `candidates` are all records the deciding
    identifier pointed at; `elsewhere` are records that a later identifier points at instead: perhaps the same person twice.
    """

    strategy: str | None = None
    record_id: str | None = None
    value: str | None = None
    candidates: tuple[str, ...] = ()
    narrowed_by: KeyKind | None = None
    weak: bool = False
    elsewhere: tuple[tuple[KeyKind, str], ...] = ()
    problem: CRMError | None = None


NOBODY = Decision()


def decide(
    entity: Entity,
    keys: Sequence[MatchKey],
    owners: Owners,
    order: Sequence[KeyKind],
    *,
    linked: tuple[str, str] | None = None,
    shared_limit: int,
) -> Decision:
    """The record that `keys` mean, tried in `order`; `linked` is the external id and the live record it is linked to."""
    quick = _plain(keys, owners, tuple(order), linked)
    if quick is not None:
        return quick
    found = _candidates(keys, owners, shared_limit)
    if linked is not None:
        external_id, record_id = linked
        return Decision(
            LINK,
            record_id,
            external_id,
            (record_id,),
            elsewhere=_elsewhere(found.by_kind, order, record_id, after=None),
        )
    for kind in order:
        candidates = found.by_kind.get(kind)
        if not candidates:
            continue
        value = found.values[kind]
        if len(candidates) == 1:
            return _matched(kind, candidates[0], value, candidates, found, order)
        left, narrowed_by = _narrowed(candidates, kind, found.by_kind, order)
        if len(left) == 1:
            return _matched(kind, left[0], value, candidates, found, order, narrowed_by)
        return Decision(
            kind,
            value=value,
            candidates=tuple(candidates[:CANDIDATES_SHOWN]),
            problem=AmbiguousMatch(f"Duplicate {kind.label} found - multiple {entity.plural} match"),
        )
    if found.shared:
        kind, value = found.shared
        return Decision(
            kind,
            value=value,
            problem=TooWidelyShared(
                f"More than {shared_limit} {entity.plural} share this {kind.label}; it decides nothing"
            ),
        )
    return NOBODY


def _plain(
    keys: Sequence[MatchKey], owners: Owners, order: tuple[KeyKind, ...], linked: tuple[str, str] | None
) -> Decision | None:
    """The decision of most items: every identifier that anybody owns has the same single owner. None for all others."""
    ranks = _ranks(order)
    best = len(order)
    record_id = deciding = None
    for key in keys:
        owning = owners.get(key)
        if owning is None:
            continue
        if len(owning) > 1:
            return None
        rank = ranks.get(key[0])
        if rank is None:
            continue
        if record_id is None:
            record_id = owning[0]
        elif owning[0] != record_id:
            return None
        if rank < best:
            best, deciding = rank, key
    if linked is not None:
        if record_id is not None and record_id != linked[1]:
            return None
        return Decision(LINK, linked[1], linked[0], (linked[1],))
    if record_id is None or deciding is None:
        return NOBODY
    return Decision(deciding[0], record_id, deciding[1], (record_id,))


@cache
def _ranks(order: tuple[KeyKind, ...]) -> dict[KeyKind, int]:
    return {kind: rank for rank, kind in enumerate(order)}


@dataclass(frozen=True, slots=True)
class _Found:
    by_kind: dict[KeyKind, list[str]]
    values: dict[KeyKind, str]
    shared: MatchKey | None


def _candidates(keys: Sequence[MatchKey], owners: Owners, shared_limit: int) -> _Found:
    by_kind: dict[KeyKind, list[str]] = {}
    values: dict[KeyKind, str] = {}
    shared = None
    for key in keys:
        owning = owners.get(key)
        if not owning:
            continue
        if len(owning) > shared_limit:
            shared = shared or key
            continue
        kind = key[0]
        known = by_kind.get(kind)
        if known is None:
            by_kind[kind] = list(owning)
            values[kind] = key[1]
        else:
            known.extend(record_id for record_id in owning if record_id not in known)
    return _Found(by_kind, values, shared)


def _narrowed(
    candidates: list[str], deciding: KeyKind, by_kind: dict[KeyKind, list[str]], order: Sequence[KeyKind]
) -> tuple[list[str], KeyKind | None]:
    left, narrowed_by = candidates, None
    for kind in order:
        if kind is deciding or kind not in by_kind:
            continue
        both = [record_id for record_id in left if record_id in by_kind[kind]]
        if both and len(both) < len(left):
            left, narrowed_by = both, kind
        if len(left) == 1:
            break
    return left, narrowed_by


def _matched(
    kind: KeyKind,
    record_id: str,
    value: str,
    candidates: list[str],
    found: _Found,
    order: Sequence[KeyKind],
    narrowed_by: KeyKind | None = None,
) -> Decision:
    return Decision(
        kind,
        record_id,
        value,
        tuple(candidates[:CANDIDATES_SHOWN]),
        narrowed_by,
        elsewhere=_elsewhere(found.by_kind, order, record_id, after=kind),
    )


def _elsewhere(
    by_kind: dict[KeyKind, list[str]], order: Sequence[KeyKind], record_id: str, *, after: KeyKind | None
) -> tuple[tuple[KeyKind, str], ...]:
    """Records that another kind of identifier points at alone, other than the chosen one.

    Where a link decided, also the one other record that owns an identifier two people hardly share.
    """
    found = []
    for kind in order:
        owners = by_kind.get(kind, ())
        others = [owner for owner in owners if owner != record_id]
        if kind is not after and len(others) == 1 and (len(owners) == 1 or (after is None and kind in _PERSONAL)):
            found.append((kind, others[0]))
    return tuple(found)


_PERSONAL = frozenset((KeyKind.EMAIL, KeyKind.LINKEDIN, KeyKind.DOMAIN))
