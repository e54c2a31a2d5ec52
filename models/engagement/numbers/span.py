"""From when to when something is known to have happened."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, func, select

from models.database.session import Session
from models.database.statements import is_any
from models.engagement.fact import FACTS
from models.engagement.numbers.wanted import Shape, Wanted, conditions
from models.engagement.words import EventKind

_F = FACTS.c


async def span_of(session: Session, kinds: Sequence[EventKind], wanted: Wanted) -> tuple[int, int] | None:
    """The first and the last moment, in microseconds, of events of these kinds; None where there is none.

    Where everything is wanted, those of contacts that were deleted count too: the ends of an index tell them at once.
    """
    statement = _filtered(tuple(kinds), wanted.shape) if wanted.shape else _ends(tuple(kinds))
    ((*ends,),) = await session.rows(statement, **wanted.parameters)
    known = [end for end in ends if end is not None]
    return (min(known), max(known)) if known else None


@lru_cache(maxsize=128)
def _filtered(kinds: tuple[EventKind, ...], shape: Shape) -> Select[Any]:
    ends = func.min(_F.occurred_at), func.max(_F.occurred_at)
    return select(*ends).where(is_any(_F.kind, "kinds", kinds), *conditions(shape))


@lru_cache(maxsize=32)
def _ends(kinds: tuple[EventKind, ...]) -> Select[Any]:
    # An end each: SQLite looks into the index for one, and reads all of it for two.
    ends = (func.min(_F.occurred_at), func.max(_F.occurred_at))
    return select(*(select(end).where(_F.kind == kind).scalar_subquery() for kind in kinds for end in ends))
