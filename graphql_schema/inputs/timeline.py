"""What a timeline can be filtered by."""

from datetime import datetime

import strawberry

from graphql_schema.described import input_type
from graphql_schema.strands import Wanted
from models.timeline import TimelineKind


@input_type
class TimelineFilter:
    """Which items of a timeline. Everything given must hold."""

    kinds: list[TimelineKind] | None = strawberry.field(default=None, description="Only items about these.")
    from_: datetime | None = strawberry.field(name="from", default=None, description="Not earlier than this.")
    to: datetime | None = strawberry.field(default=None, description="Earlier than this.")
    text: str | None = strawberry.field(
        default=None,
        description=(
            "Every word occurs in the item, in whatever letter case: in subject, text or sender of a message, in what a "
            "task is about, in the kind, channel or words of an event, in fields and values that changed, in Enginy's id."
        ),
    )

    def wanted(self) -> Wanted:
        kinds = frozenset(self.kinds) if self.kinds is not None else None
        return Wanted(kinds, self.from_, self.to, self.text)
