"""Claims: what must have happened for a report to be true. Each is met by an event that is there, or makes one. Pure."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from models.engagement.context import Context, Names
from models.engagement.occurrence import Happened
from models.engagement.reported import Current, Reported
from models.engagement.words import EXCHANGED, Certainty, EngagementField, EngagementStage, EventKind, SequenceStatus

SLACK = timedelta(days=2)  # a state is reported some time after what it tells of, and clocks differ
MOST_STEPS = 20  # earlier messages that a later one implies
MOST_COUNTED = 50  # events that one count may stand for
# What tells of nothing that happened: marks, and what others are read by.
_SILENT = frozenset(
    (
        EngagementField.CONSTANT,
        EngagementField.LAST_ENGAGED_AT,
        EngagementField.SENDERS,
        EngagementField.SEQUENCE_DETAILS,
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that must have happened for a report to be true, not before `earliest_at` if that is known."""

    report: Reported
    kind: EventKind
    earliest_at: datetime | None
    campaigns: Names = ()
    channel: str | None = None
    step: int | None = None
    steps: int | None = None
    text: str | None = None
    is_implied: bool = False  # by something that came later; whatever is there already will do

    @property
    def signature(self) -> tuple[Any, ...]:
        """Claims that are equal in this speak of the same event, however often they are made."""
        return self.kind, self.step, family(self.channel), self.campaigns, self.text


def family(channel: str | None) -> str | None:
    """Channels that are told apart by some and not by others: an InMail is a LinkedIn message."""
    return channel.partition("_")[0] if channel is not None else None


class Claims:
    """Meets claims one after the other with the events that are there, or makes them."""

    def __init__(self, events: list[Happened], context: Context) -> None:
        self.events = events
        self._context = context
        self._looked: Counter[EventKind] = Counter()  # opens and clicks so far

    def take(self, report: Reported, current: Current, earliest_at: datetime | None) -> None:
        if report.field in _SILENT:
            return
        parsed: Any = report.new_parsed
        campaigns = self._context.campaigns(report.told_at)
        match report.field:
            case EngagementField.CAMPAIGNS:
                for name in parsed:
                    self._claim(Claim(report, EventKind.ADDED, earliest_at, (name,)))
            case EngagementField.STATUS:
                self._status(report, parsed, current, campaigns, earliest_at)
            case EngagementField.SEQUENCE_STATUS if parsed == SequenceStatus.FINISHED:
                self._claim(Claim(report, EventKind.SEQUENCE_FINISHED, earliest_at, campaigns))
            case EngagementField.SEQUENCE_STATUS if parsed == SequenceStatus.REPLIED:
                self._at_least(Claim(report, EventKind.MESSAGE_REPLIED, earliest_at, campaigns), 1)
            case EngagementField.REPLY_ANALYSIS if parsed["yes"]:
                self._at_least(Claim(report, EventKind.MESSAGE_REPLIED, earliest_at, campaigns), parsed["count"] or 1)
            case EngagementField.ACTIVITIES:
                logged = Counter((EventKind(entry["kind"]), entry["channel"]) for entry in parsed)
                for (kind, channel), count in logged.items():
                    if kind in EXCHANGED:
                        self._at_least(Claim(report, kind, earliest_at, campaigns, channel), count)
            case EngagementField.OPENS | EngagementField.OPEN_ANALYSIS:
                self._look(Claim(report, EventKind.OPENED, earliest_at, campaigns), counted(parsed))
            case EngagementField.CLICKS | EngagementField.CLICK_ANALYSIS:
                self._look(Claim(report, EventKind.CLICKED, earliest_at, campaigns), counted(parsed))

    def _status(
        self,
        report: Reported,
        parsed: dict[str, Any],
        current: Current,
        campaigns: Names,
        earliest_at: datetime | None,
    ) -> None:
        """A stage claims itself and what must have come before it."""
        stage = EngagementStage(parsed["stage"])
        told = {name: parsed[name] for name in ("channel", "step", "steps")}
        if stage is EngagementStage.UNKNOWN:
            self._claim(Claim(report, EventKind.OTHER, earliest_at, campaigns, **told, text=str(report.new_raw)))
            return
        for name in campaigns or (None,):
            self._claim(Claim(report, EventKind.ADDED, earliest_at, (name,) if name is not None else ()))
        if stage is EngagementStage.CONNECTION_ACCEPTED:
            self._claim(Claim(report, EventKind.CONNECTION_REQUEST_SENT, earliest_at, campaigns, is_implied=True))
        if stage in (EngagementStage.MESSAGE_SENT, EngagementStage.MESSAGE_REPLIED):
            for earlier in _earlier_messages(stage, told, current):
                self._claim(Claim(report, EventKind.MESSAGE_SENT, earliest_at, campaigns, **earlier, is_implied=True))
        if stage is not EngagementStage.ADDED:
            self._claim(Claim(report, EventKind(stage.value), earliest_at, campaigns, **told))

    def _at_least(self, claim: Claim, count: int) -> None:
        """So many events of a kind must be there; those that are missing are made."""
        latest_at = claim.report.told_at + SLACK
        there = sum(
            event.kind is claim.kind
            and _same(family(event.channel), family(claim.channel))
            and event.occurred_at <= latest_at
            for event in self.events
        )
        for number in range(there, min(count, MOST_COUNTED)):
            self._make(claim, number)

    def _look(self, claim: Claim, total: int) -> None:
        """More opens than before: weak evidence that somebody, or some program, looked."""
        more = total - self._looked[claim.kind]
        if more > 0:
            self._looked[claim.kind] = total
            self._make(claim, total).count = more

    def _claim(self, claim: Claim) -> None:
        event = self._answering(claim) or self._make(claim)
        event.claims.add(claim.signature)
        if event.step is None:
            event.step, event.steps = claim.step, claim.steps
        event.channel = event.channel or claim.channel
        event.report_id = event.report_id or claim.report.id
        event.known_at = min(event.known_at, claim.report.received_at)
        if len(claim.campaigns) == 1 or not event.campaigns:
            event.campaigns = claim.campaigns or event.campaigns

    def _answering(self, claim: Claim) -> Happened | None:
        """The event that a claim speaks of: the one that met the same claim before, else the nearest that may be it."""
        signature, latest_at = claim.signature, claim.report.told_at
        for event in self.events:
            if signature in event.claims:
                return event
        found = [
            event
            for event in self.events
            if event.kind is claim.kind
            and (claim.is_implied or not event.claims)
            and _same(event.step, claim.step)
            and _same(family(event.channel), family(claim.channel))
            and not (claim.campaigns and event.campaigns and set(claim.campaigns).isdisjoint(event.campaigns))
            and event.occurred_at <= latest_at + SLACK
        ]
        # A step that is told beats one that is not; then the nearest to the report.
        return min(
            found,
            key=lambda event: (event.step != claim.step, abs(latest_at - event.occurred_at), event.id),
            default=None,
        )

    def _make(self, claim: Claim, number: int = 0) -> Happened:
        report, at = claim.report, claim.report.told_at
        event = Happened(
            _event_id(claim, number), claim.kind, claim.channel, claim.step, claim.steps, Certainty.INFERRED, at,
            report.event_at or claim.earliest_at, at, report.received_at,
            campaigns=claim.campaigns,
            senders=self._context.senders(at) if claim.kind in EXCHANGED else (),
            report_id=report.id,
            text=claim.text,
        )  # fmt: skip
        self.events.append(event)
        return event


def _earlier_messages(stage: EngagementStage, told: dict[str, Any], current: Current) -> Iterator[dict[str, Any]]:
    """Message 2 of 3 comes behind message 1, and a reply behind the message it answers."""
    step, steps = told["step"], told["steps"]
    is_reply = stage is EngagementStage.MESSAGE_REPLIED
    if step is None:
        if is_reply:
            yield told
        return
    last = step if is_reply else step - 1
    sequence = current.latest().get(EngagementField.SEQUENCE_DETAILS)
    planned: list[dict[str, Any]] = sequence.new_parsed if sequence is not None else []
    for place in range(max(1, last - MOST_STEPS + 1), last + 1):
        channel = planned[place - 1]["channel"] if len(planned) == steps else None
        yield {"channel": told["channel"] if place == step else channel, "step": place, "steps": steps}


def _event_id(claim: Claim, number: int) -> str:
    """Follows from what the event was made of, so that it keeps its id when everything is read anew.

    One write may tell of several events of one moment; in the order of their ids they are a story.
    """
    told = repr((claim.kind.value, claim.step, claim.campaigns if claim.kind is EventKind.ADDED else (), number))
    digest = hashlib.blake2b(told.encode(), digest_size=6).hexdigest()
    change, mark, name = claim.report.id.partition("_")[2].partition("_")
    return f"event_{change}_{claim.kind.place}{claim.step or 0:03}{mark}{name}_{digest}"


def _same(one: object, other: object) -> bool:
    """Equal, or one of them is not known."""
    return one is None or other is None or one == other


def counted(parsed: Any) -> int:
    """How often, by a count or by a yes or no with a count."""
    if isinstance(parsed, dict):
        return int(parsed["count"] or 1) if parsed["yes"] else 0
    return int(parsed)
