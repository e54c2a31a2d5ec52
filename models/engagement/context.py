"""Which campaigns and senders a record had at a moment, as far as reports tell. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from models.engagement.reported import Current, Reported
from models.engagement.words import EngagementField

Names = tuple[str, ...]


class Context:
    """Campaigns and senders along a record's reports, which are in order."""

    def __init__(self, ordered: Sequence[Reported]) -> None:
        self._campaigns = _Course(EngagementField.CAMPAIGNS)
        self._senders = _Course(EngagementField.SENDERS)
        for write, current in writes(ordered, _NAMING):
            for course in (self._campaigns, self._senders):
                course.note(write, current)

    def campaigns(self, at: datetime) -> Names:
        return self._campaigns.names(at)

    def senders(self, at: datetime) -> Names:
        return self._senders.names(at)


_NAMING = frozenset((EngagementField.CAMPAIGNS, EngagementField.SENDERS))


def writes(
    ordered: Sequence[Reported], fields: Set[EngagementField] | None = None
) -> Iterator[tuple[list[Reported], Current]]:
    """The reports of each write, with the values in force after it; only those of some fields, where others do not matter."""
    current = Current()
    wanted = ordered if fields is None else [report for report in ordered if report.field in fields]
    for _, reports in groupby(wanted, key=attrgetter("change_id")):
        write = list(reports)
        for report in write:
            current.take(report)
        yield write, current


def names_in_force(current: Current, field: EngagementField) -> Names:
    """The names of all values of a field together: somebody may report each campaign under a name of its own."""
    found: dict[str, None] = {}
    for report in current.all():
        if report.field is field and isinstance(report.new_parsed, list):
            found.update(dict.fromkeys(str(name) for name in report.new_parsed))
    return tuple(found)


class _Course:
    """The names of one field, from the moment each list came into force."""

    def __init__(self, field: EngagementField) -> None:
        self._field = field
        self._since: list[datetime] = []
        self._names: list[Names] = []

    def note(self, write: Sequence[Reported], current: Current) -> None:
        if any(report.field is self._field for report in write):
            self._since.append(write[0].told_at)
            self._names.append(names_in_force(current, self._field))

    def names(self, at: datetime) -> Names:
        """Those in force; before the first list, those of the first: what is told late was mostly true before."""
        place = bisect_right(self._since, at) - 1
        return self._names[max(place, 0)] if self._names else ()
