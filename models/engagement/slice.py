"""Some records on their way through reading: what was known of them, and what follows from that and from what is new."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.engagement.folding import state_of
from models.engagement.happened import happened
from models.engagement.membership import Membership, memberships_of
from models.engagement.occurrence import Happened, Observed
from models.engagement.reported import Reported, in_order
from models.fields.mapping import Entity


@dataclass(slots=True)
class Slice:
    """What is known and what follows, by the ids of the records; `last` is when something last happened, of those that are
    there.
    """

    entity: Entity
    ids: Sequence[str]
    last: Mapping[str, datetime | None]
    told: Mapping[str, Mapping[str, Reported]]
    observed: dict[str, list[Observed]] = field(default_factory=lambda: defaultdict(list))
    reports: dict[str, list[Reported]] = field(default_factory=dict)
    events: dict[str, list[Happened]] = field(default_factory=dict)
    memberships: dict[str, list[Membership]] = field(default_factory=dict)
    states: list[tuple[Any, ...]] = field(default_factory=list)

    def work_out(self, record_id: str, fresh: Iterable[Reported]) -> None:
        """All that follows for one of them."""
        reports = in_order([*self.told.get(record_id, {}).values(), *fresh])
        events = happened(self.observed[record_id], reports)
        self.reports[record_id] = reports
        self.events[record_id] = events
        self.memberships[record_id] = memberships_of(reports)
        if reports or events:
            self.states.append((record_id, self.entity.value, *state_of(reports, events).values()))
