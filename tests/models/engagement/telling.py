"""Reports and activities as tests tell them, without a database."""

from datetime import UTC, datetime, timedelta
from typing import Any

from models.engagement.occurrence import Observed
from models.engagement.parsing import read_value
from models.engagement.reported import Reported, in_order, reports_of_change
from models.engagement.words import EngagementField, EventKind

START = datetime(2024, 1, 1, 9, tzinfo=UTC)
MEANS = {
    "status": EngagementField.STATUS,
    "sequence": EngagementField.SEQUENCE_STATUS,
    "details": EngagementField.SEQUENCE_DETAILS,
    "opens": EngagementField.OPENS,
    "opened": EngagementField.OPEN_ANALYSIS,
    "clicks": EngagementField.CLICKS,
    "replied": EngagementField.REPLY_ANALYSIS,
    "log": EngagementField.ACTIVITIES,
    "senders": EngagementField.SENDERS,
    "campaigns": EngagementField.CAMPAIGNS,
    "engaged": EngagementField.LAST_ENGAGED_AT,
    "status_2": EngagementField.STATUS,
    "mark": EngagementField.CONSTANT,
}


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def told(*writes: tuple[float, dict[str, Any]]) -> list[Reported]:
    """Reports of writes, each at a day with values by name; a value that does not change is no news."""
    found: list[Reported] = []
    held: dict[str, Any] = {}
    for number, (at, values) in enumerate(writes, 1):
        changes = {
            name: {"old": held.get(name), "new": value} for name, value in values.items() if held.get(name) != value
        }
        held.update(values)
        found += reports_of_change(
            f"change_{number:03}", f"run_{number:03}", day(at), changes, lambda name, _: MEANS.get(name), read_value
        )
    return in_order(found)


def seen(
    at: float,
    kind: EventKind,
    channel: str = "LINKEDIN",
    step: int | None = None,
    *,
    sender: str | None = None,
    known: float | None = None,
    id: str = "",
) -> Observed:
    """An activity at a day."""
    name = id or f"{at}-{kind}-{step}"
    return Observed(
        f"event_{name}", f"activity_{name}", kind, channel, step, 3 if step else None, sender, day(at),
        day(known if known is not None else at),
    )  # fmt: skip
