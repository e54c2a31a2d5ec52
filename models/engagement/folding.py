"""The state that reports and events add up to. Pure: the same reports, in whatever order they came, give the same state."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.engagement.occurrence import Happened
from models.engagement.reported import Current, Reported
from models.engagement.words import EngagementField, EngagementStage, EventKind
from models.moments import moment_or_none
from models.records import is_blank

_LISTS = {
    EngagementField.SEQUENCE_DETAILS: "sequence_steps",
    EngagementField.ACTIVITIES: "activities",
    EngagementField.SENDERS: "senders",
    EngagementField.CAMPAIGNS: "campaigns",
    EngagementField.SEQUENCE_STATUS: "sequence_status",
}
_ANALYSES = (
    (EngagementField.OPENS, EngagementField.OPEN_ANALYSIS, "opens", "opened"),
    (EngagementField.CLICKS, EngagementField.CLICK_ANALYSIS, "clicks", "clicked"),
    (None, EngagementField.REPLY_ANALYSIS, "replies", "replied"),
)

STATE_FIELDS = (
    "status", "stage", "stage_rank", "step", "steps", "channel", "furthest_stage", "furthest_rank", "is_backwards",
    "sequence_status", "sequence_steps", "opens", "clicks", "opened", "clicked", "replied", "replies", "activities",
    "senders", "campaigns", "constants", "unread", "last_engaged_at", "reported_at",
)  # fmt: skip


def state_of(ordered: Sequence[Reported], events: Sequence[Happened]) -> dict[str, Any]:
    """The columns of the state: the latest readable value of every field, and how far it ever went.

    The reports are in order.
    """
    current = Current()
    engaged: list[datetime] = []
    furthest = EngagementStage.UNKNOWN
    for report in ordered:
        current.take(report)
        if report.field is EngagementField.LAST_ENGAGED_AT and isinstance(report.new_parsed, str):
            engaged += [moment] if (moment := moment_or_none(report.new_parsed)) else []
        if report.field is EngagementField.STATUS and report.new_parsed is not None:
            furthest = max(furthest, EngagementStage(report.new_parsed["stage"]), key=lambda stage: stage.rank)
    for event in events:
        if event.kind in _STAGES:
            furthest = max(furthest, _STAGES[event.kind], key=lambda stage: stage.rank)
    state: dict[str, Any] = dict.fromkeys(STATE_FIELDS)
    latest = current.latest()
    state |= _status(latest.get(EngagementField.STATUS))
    values: dict[EngagementField | None, Any] = {field: report.new_parsed for field, report in latest.items()}
    for field, column in _LISTS.items():
        state[column] = values.get(field)
    for counted, analysis, count, answer in _ANALYSES:
        if counted in values or analysis in values:
            state |= _analyzed(values.get(counted), values.get(analysis), count, answer)
    constants, unread = {}, []
    for each in current.all():
        if each.field is EngagementField.CONSTANT:
            constants[each.name] = each.new_raw
        if each.new_parsed is None and not is_blank(each.new_raw):
            unread.append(each.name)
    state["constants"] = constants or None
    state["unread"] = unread or None
    state["furthest_stage"] = furthest.value if furthest.rank else None
    state["furthest_rank"] = furthest.rank
    state["last_engaged_at"] = max(engaged, default=None)
    state["reported_at"] = max((report.received_at for report in ordered), default=None)
    return state


_STAGES = {EventKind(stage.value): stage for stage in EngagementStage if stage.rank}


def _status(report: Reported | None) -> dict[str, Any]:
    if report is None:
        return {"stage_rank": 0, "is_backwards": False}
    parsed = report.new_parsed
    return {
        "status": report.new_raw,
        "stage": parsed["stage"],
        "stage_rank": EngagementStage(parsed["stage"]).rank,
        "step": parsed["step"],
        "steps": parsed["steps"],
        "channel": parsed["channel"],
        "is_backwards": report.is_backwards,
    }


def _analyzed(number: int | None, told: dict[str, Any] | None, count: str, answer: str) -> dict[str, Any]:
    """A count and a yes or no that speak of the same thing: each fills in what the other leaves out."""
    if number is None and told is not None:
        number = told["count"] if told["yes"] else 0
    yes = told["yes"] if told is not None else number > 0 if number is not None else None
    return {count: number, answer: yes}
