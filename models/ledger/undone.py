"""What became of a record whose change was to be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.errors import CRMError
from models.ledger.undoing import Edit


class UndoneAs(StrEnum):
    """How much of what a run did to one record was undone."""

    REVERTED = "reverted"
    PARTLY = "partly"
    KEPT = "kept"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Undone:
    """One record of an undoing. `kept` are the fields that stay because of a later edit, each with whether it is custom."""

    record_id: str
    entity: str
    became: UndoneAs
    kept: Mapping[tuple[str, bool], Edit | None]
    problem: CRMError | None = None
