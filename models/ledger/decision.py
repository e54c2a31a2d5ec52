"""What a run keeps of each item: the decision and its evidence, small enough for millions of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec


class ItemDecision(msgspec.Struct, omit_defaults=True, rename="camel"):
    """One item's fate: matched, unmatched, created, linked, updated, unchanged or failed. Empty evidence is left out."""

    outcome: str
    external_id: Any = None
    record_id: str | None = None
    strategy: str | None = None
    value: str | None = None  # the normalized identifier that decided
    candidates: Sequence[str] = ()
    narrowed_by: str | None = None
    weak: bool = False
    elsewhere: Sequence[tuple[str, str]] = ()  # kind and record: another identifier points there
    reused: bool = False  # the item and all that it hangs on are as they were when it was decided last
    kept_here: Sequence[str] = ()
    differs: Mapping[str, Any] = {}  # name -> Enginy's value, where ours was left
    record_ids: Sequence[str] = ()
    # Of an undoing: field, whether it is custom, and run, actor and moment of the edit that keeps it.
    edited_since: Sequence[tuple[Any, ...]] = ()
    code: str | None = None
    message: str | None = None
