"""What became of one item of a batch: the same for both doors."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from models.errors import CRMError, NotDone
from models.exact_json import JsonValue
from models.identity.matching import NOBODY, Decision


class ErrorPolicy(StrEnum):
    """What a failing item of a batch means for the others."""

    EACH = "each"
    ALL_OR_NOTHING = "all_or_nothing"


class Outcome(msgspec.Struct):
    """One item's result. With a `problem` nothing was stored of it; without a `record_id` nothing matched.

    `properties` is the answer for Enginy, as a dict or as JSON text that is passed on unread.
    """

    index: int
    record_id: str | None = None
    external_id: JsonValue = None
    problem: CRMError | None = None
    decision: Decision = NOBODY
    properties: Any = None
    created: bool = False
    changed: bool = False
    kept_here: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things an act was about, how many it changed, and how many it could not do."""

    matched: int = 0
    changed: int = 0
    failed: int = 0

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> "Tally":
        failed = sum(each.problem is not None for each in outcomes)
        return cls(len(outcomes), sum(each.changed for each in outcomes), failed)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.matched + other.matched, self.changed + other.changed, self.failed + other.failed)


@dataclass(slots=True)
class Report:
    """A batch's results, one per item in order, and the run that keeps them (None when it was only tried).

    Where an act finds its records by itself, there may be many more than results: then the tally tells how many.
    """

    run_id: str | None
    outcomes: list[Outcome]
    counted: Tally | None = None

    @property
    def tally(self) -> Tally:
        return self.counted or Tally.of(self.outcomes)


def undone(outcomes: Sequence[Outcome]) -> None:
    """All or nothing was asked for: if one failed, nothing of the others was stored either."""
    if not any(each.problem for each in outcomes):
        return
    for each in outcomes:
        each.problem = each.problem or NotDone()
        if each.created:
            each.record_id = None
        each.created = each.changed = False
        each.properties = None
