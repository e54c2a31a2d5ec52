"""Records in the order of their engagement, which stands in rows of its own: an index there has it in order."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from models.base import table_of
from models.choosing import Ranked
from models.database.session import Session
from models.database.statements import unindexed
from models.engagement.state import Engagement

_STATE = table_of(Engagement).c


@dataclass(frozen=True, eq=False, slots=True)
class StateOrder:
    """What one column tells of a record's engagement, to order the records of a table by."""

    table: Table
    column: str

    @property
    def expression(self) -> ColumnElement[Any]:
        """The value; null where it was never reported."""
        own = _STATE.record_id == self.table.c.id
        return select(_STATE[self.column]).where(own).correlate(self.table).scalar_subquery()

    async def ranked(self, _: Session) -> Ranked:
        """The rows that hold a value: the records are found by them, and never the other way round."""
        value = _STATE[self.column]
        held = select(_STATE.record_id).where(_STATE.record_id == self.table.c.id, value.is_not(None))
        there = (self.table.c.id == unindexed(_STATE.record_id), value.is_not(None))
        return Ranked(value, _STATE.record_id, there, (~held.correlate(self.table).exists(),))
