"""What happened with one record, worked out from what was observed and what was reported. Pure.

An activity is an event by itself. A state that moved claims that something happened between two reports: the claim is
met by an event that is there, or becomes one that is inferred. So nothing stands twice, and the order in which
activities and reports arrive does not matter.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from models.engagement.claims import Claims
from models.engagement.context import Context, writes
from models.engagement.occurrence import Happened, Observed
from models.engagement.reported import Reported
from models.engagement.words import EXCHANGED, Certainty, EngagementField, EventKind


def happened(observed: Iterable[Observed], ordered: Sequence[Reported]) -> list[Happened]:
    """The events of a record, oldest first; its reports are in order."""
    context = Context(ordered)
    work = Claims(
        [_event_of(each, context) for each in sorted(observed, key=lambda each: (each.occurred_at, each.event_id))],
        context,
    )
    told: dict[str, datetime] = {}  # name -> when it was reported before
    for write, current in writes(ordered):
        # Campaigns come first: who joins one is what the other news of the same write is about.
        for report in sorted(write, key=_turn) if len(write) > 1 else write:
            if report.new_parsed is not None:
                work.take(report, current, told.get(report.name))
        for report in write:
            told[report.name] = report.told_at
    _bound(work.events)
    return sorted(work.events, key=lambda event: (event.occurred_at, event.kind.place, event.step or 0, event.id))


def _turn(report: Reported) -> int:
    return _TURN.get(report.field, len(_TURN))


_TURN = {each: place for place, each in enumerate((EngagementField.CAMPAIGNS, EngagementField.STATUS))}


def _bound(events: Iterable[Happened]) -> None:
    """What is only inferred came before what must have come after it, however late it was reported."""
    for event in events:
        if event.certainty is Certainty.OBSERVED or event.kind not in _BOUNDED:
            continue
        later = min((each.occurred_at for each in events if _comes_before(event, each)), default=event.latest_at)
        if later < event.latest_at:
            event.latest_at = event.occurred_at = later
            if event.earliest_at is not None:
                event.earliest_at = min(event.earliest_at, later)


_BOUNDED = frozenset((EventKind.ADDED, EventKind.CONNECTION_REQUEST_SENT, EventKind.MESSAGE_SENT))


def _comes_before(one: Happened, other: Happened) -> bool:
    """Whether an event of a campaign cannot have come after another of it."""
    if one.campaigns and other.campaigns and set(one.campaigns).isdisjoint(other.campaigns):
        return False
    match one.kind:
        case EventKind.ADDED:
            return other.kind in EXCHANGED
        case EventKind.CONNECTION_REQUEST_SENT:
            return other.kind is EventKind.CONNECTION_ACCEPTED
        case EventKind.MESSAGE_SENT if one.step is not None and other.step is not None:
            return (other.kind is EventKind.MESSAGE_SENT and other.step > one.step) or (
                other.kind is EventKind.MESSAGE_REPLIED and other.step >= one.step
            )
        case _:
            return False


def _event_of(each: Observed, context: Context) -> Happened:
    at = each.occurred_at
    return Happened(
        each.event_id, each.kind, each.channel, each.step, each.steps, Certainty.OBSERVED, at, at, at, each.known_at,
        campaigns=context.campaigns(at),
        senders=(each.sender,) if each.sender else context.senders(at),
        activity_id=each.activity_id,
    )  # fmt: skip
