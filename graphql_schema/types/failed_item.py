"""Items that failed, over all runs."""

from typing import Any

import strawberry

import models
from graphql_schema.described import computed
from graphql_schema.types.change import LazyRun
from graphql_schema.types.decision import MatchDecision, stored_decision
from graphql_schema.types.record import column, hidden, record, to_one
from models.fields.mapping import Entity


@record(models.FailedItem)
class FailedItem:
    """An item of a run that failed: what was decided, and whether it still waits for somebody."""

    run_id: strawberry.ID = column("The id of its run.")
    index: int = column("Its place among the items of its run, from 0.", name="place")
    entity: Entity | None = column(
        "The kind of record it was about, if it was one that Enginy knows too.",
        read=lambda word: Entity(word) if word else None,
    )
    external_id: strawberry.ID | None = column("The external id it came with, as text.")
    code: str = column("The code of its problem, such as `AMBIGUOUS_MATCH`.")
    open: bool = column(
        "Whether it waits: its external id leads to no live record, since nobody linked or created one, and it is the "
        "last item that failed with that id.",
        name="is_open",
    )
    told: strawberry.Private[dict[str, Any]] = hidden(name="decision")

    run: LazyRun | None = to_one("run_id", models.Run, "Its run.")

    @computed
    def decision(self) -> MatchDecision:
        """What was decided for it, and the evidence."""
        return stored_decision(self.told)
