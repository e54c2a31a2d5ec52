"""How many contacts came how far, altogether or told apart by one or two dimensions.

Counted in two steps: how far each contact came, then how many came so far. That is one pass in the order of the facts,
where a count of distinct contacts for each stage would be a pass for each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Label, Select, case, func, literal_column, or_, select

from models.database.session import Session
from models.engagement.fact import FACTS, moment_of
from models.engagement.numbers.dimensions import Dimensions, Key, event_keys, keys_over, named, shared
from models.engagement.numbers.wanted import Shape, Wanted, conditions_of_facts, conditions_of_people

MOST_GROUPS = 500  # that one answer holds, the largest; whoever wants the others filters

_F = FACTS.c


@dataclass(frozen=True, slots=True)
class Counts:
    """Contacts by how far they came; whoever came further is counted in what comes before, too.

    A connection comes from a request, a reply from a message, and all of them from having been added. `mailed` are those
    who got a message, the ones of which only an open or a click tells it included.
    """

    added: int = 0
    requested: int = 0
    connected: int = 0
    messaged: int = 0
    replied: int = 0
    mailed: int = 0
    opened: int = 0
    clicked: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Contacts with the same keys. `certain` are those of `counts` who came so far by events of this group alone."""

    keys: tuple[Key, ...]
    counts: Counts
    certain: Counts
    last_at: datetime | None


NOBODY = Group((), Counts(), Counts(), None)


@dataclass(frozen=True, slots=True)
class Groups:
    """The largest groups, the largest first; `is_cut` where there are more."""

    groups: Sequence[Group]
    is_cut: bool


async def count_groups(
    session: Session, wanted: Wanted, by: Dimensions, *, weak: bool = False, last: bool = False
) -> Groups:
    """The groups that the dimensions make; without any, the one of everybody, which is there even if nobody is.

    Opens and clicks are looked at where `weak` evidence is asked for, the last event where `last` is.
    """
    shape, told = wanted.shape, len(_LEAST) if weak else _STRONG
    rows = await session.rows(_statement(shape, by, weak, last), **wanted.parameters)
    kept = rows[:MOST_GROUPS]
    keys = await named(session, by, [tuple(row[: len(by)]) for row in kept])
    groups = []
    for row in kept:
        group, counts = keys[tuple(row[: len(by)])], row[len(by) :]
        moment = counts[-1] if last else None
        every = Counts(*counts[:told])
        certain = Counts(*counts[told : 2 * told]) if shared(by, shape) is not None else every
        groups.append(Group(group, every, certain, moment_of(moment) if moment is not None else None))
    return Groups(sorted(groups, key=_largest_first), is_cut=len(rows) > MOST_GROUPS)


def _largest_first(group: Group) -> tuple[Any, ...]:
    return (-group.counts.added, -group.counts.mailed, *(key.place for key in group.keys))


# What each count of `Counts` takes at least, in their order. Those up to `_STRONG` need no look at opens and clicks.
_LEAST = (
    {"reached": 1}, {"linked": 1}, {"linked": 2}, {"reached": 2}, {"reached": 3},
    {"reached": 2, "noticed": 1}, {"noticed": 1}, {"noticed": 2},
)  # fmt: skip
_STRONG = 5
_LEVELS = {"reached": _F.reached, "linked": _F.connected, "noticed": _F.noticed}


@lru_cache(maxsize=256)
def _statement(shape: Shape, by: Dimensions, weak: bool, last: bool) -> Select[Any]:
    is_shared = shared(by, shape)
    keys = event_keys(by)
    people = _people(shape, keys, weak, last, is_shared).subquery("people")
    counts = [
        func.count().filter(or_(*(people.c[prefix + name] >= level for name, level in least.items())))
        for prefix in ("", *(("sure_",) if is_shared is not None else ()))
        for least in _LEAST[: None if weak else _STRONG]
    ]
    groups, rows = keys_over(people, by)
    statement = select(*groups, *counts, *([func.max(people.c.last_at)] if last else [])).select_from(rows)
    statement = statement.where(*conditions_of_people(shape, people.c.record_id))
    if not by:
        return statement
    # The number stands in the text: with one that is bound, PostgreSQL would plan for a tenth of the rows.
    most = literal_column(str(MOST_GROUPS + 1), Integer)
    return statement.group_by(*groups).order_by(counts[0].desc(), *groups).limit(most)


def _people(
    shape: Shape, keys: Sequence[Label[Any]], weak: bool, last: bool, is_shared: ColumnElement[bool] | None
) -> Select[Any]:
    """How far each contact came in each group, and when something last happened."""
    told: dict[str, ColumnElement[Any]] = {name: _LEVELS[name] for name in _LEVELS if weak or name != "noticed"}
    if is_shared is not None:
        told |= {f"sure_{name}": case((is_shared, 0), else_=column) for name, column in told.items()}
    if last:
        told["last_at"] = _F.occurred_at
    farthest = [func.max(column).label(name) for name, column in told.items()]
    # First what is told by the row alone: SQLite asks in the order in which conditions are written.
    evidence = or_(_F.reached > 0, _F.noticed > 0) if weak else _F.reached > 0
    columns = [key.element for key in keys]
    found = select(_F.record_id, *keys, *farthest).where(evidence, *conditions_of_facts(shape))
    return found.group_by(_F.record_id, *columns)
