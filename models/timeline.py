"""What a timeline is made of: strands, each the rows of a table that have a moment, and what they are about."""

from enum import IntEnum, StrEnum


class TimelineKind(StrEnum):
    """What an item of a timeline is about."""

    ACTIVITY = "activity"
    ENGAGEMENT = "engagement"
    CHANGES = "changes"
    TASK = "task"
    SYNC = "sync"


class TaskMoment(StrEnum):
    """What becomes of a task."""

    CREATED = "created"
    COMPLETED = "completed"


class SyncMoment(StrEnum):
    """What becomes of a link."""

    LINKED = "linked"
    SYNCED = "synced"


class Strand(IntEnum):
    """Where items come from. The number orders items of one moment: the higher it is, the newer an item counts.

    Of an activity's moment are the events that must have come before it.
    """

    LINKED = 1
    CHANGES = 2
    TASK_CREATED = 3
    TASK_COMPLETED = 4
    EVENT = 5
    ACTIVITY = 6
    SYNCED = 7

    @property
    def kind(self) -> TimelineKind:
        return _KINDS[self]


_KINDS = {
    Strand.LINKED: TimelineKind.SYNC,
    Strand.CHANGES: TimelineKind.CHANGES,
    Strand.TASK_CREATED: TimelineKind.TASK,
    Strand.TASK_COMPLETED: TimelineKind.TASK,
    Strand.EVENT: TimelineKind.ENGAGEMENT,
    Strand.ACTIVITY: TimelineKind.ACTIVITY,
    Strand.SYNCED: TimelineKind.SYNC,
}
