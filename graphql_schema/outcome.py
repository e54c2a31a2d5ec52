"""What became of one item of a batch: the same for both doors."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec

from models.errors import CRMError
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


@dataclass(slots=True)
class Report:
    """A batch's results, one per item in order, and the run that keeps them (None when it was only tried)."""

    run_id: str | None
    outcomes: list[Outcome]
