"""What can be asked in two ways: a condition of each record by itself, or by gathering the records that fulfil it; an order
by what each record holds, or by rows that an index keeps in order.

Which is answered sooner depends on what is stored, so it is chosen when the database is at hand. Inside of another condition
they are asked as they stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from models.database.session import Session

GATHERED = 2_000  # records of a page that are found by gathering all that fulfil; of more, each row is looked at


class Choosing(FunctionElement[bool]):
    """One such condition; its clause is how it is asked as it stands."""

    type = Boolean()
    inherit_cache = True
    _is_implicitly_boolean = True

    async def soonest(self, session: Session, *, whole: bool) -> ColumnElement[bool]:
        """How it is answered soonest: for a page, or where all that fulfil it are counted, the `whole`. As it stands, unless
        its kind knows better.
        """
        return self


@dataclass(frozen=True, eq=False, slots=True)
class Ranked:
    """Rows that an index keeps in order, one a record that has a value: the value, and the id of the record.

    Records fulfil `there` together with their row, and `missing` where they have none.
    """

    value: ColumnElement[Any]
    id: ColumnElement[Any]
    there: Sequence[ColumnElement[bool]]
    missing: Sequence[ColumnElement[bool]]


@compiles(Choosing)
def _as_it_stands(element: Choosing, compiler: Any, **kwargs: Any) -> str:
    [clause] = element.clauses
    return f"({compiler.process(clause, **kwargs)})"


async def soonest(
    session: Session, conditions: Sequence[ColumnElement[bool]], *, whole: bool = False
) -> list[ColumnElement[bool]]:
    """The conditions as a page of a list is found by them soonest, or as the `whole` list is counted."""
    return [await each.soonest(session, whole=whole) if isinstance(each, Choosing) else each for each in conditions]
