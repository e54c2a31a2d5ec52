"""Finding out what new names mean, while the batch that brings them is stored."""

from collections import Counter
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select

from models.base import table_of
from models.columns import Token
from models.database.session import Session
from models.database.statements import is_any
from models.exact_json import JsonValue
from models.fields.meaning import Meanings, load_meanings, new_mapping, replaced
from models.fields.recognition import Suggestion, built_in, recognize
from models.fields.recording import SAMPLES, FieldsSeen
from models.fields.registry import CustomFieldDefinition
from models.fields.rule import FieldMapping, MappingStatus

OPEN = (MappingStatus.SUGGESTED,)


class _Known(NamedTuple):
    """What the registry holds of a name."""

    shapes: dict[str, int]
    samples: list[JsonValue]
    filled: int


async def recognize_names(
    session: Session,
    meanings: Meanings,
    seen: FieldsSeen,
    *,
    threshold: float,
    now: datetime,
    actor_id: str,
    run_id: str,
) -> list[str]:
    """Suggest a meaning for the batch's names that have none yet, and apply those that are sure enough at once.

    Gives the names that were stored before they were understood: their past has to be read anew.
    """
    names = [name for name in seen.counts if all(row.status in OPEN for row in meanings.rows(name))]
    known = await _known(session, meanings, names) if names else {}
    found = {name: each for name in names if (each := _suggestion(meanings, seen, name, known.get(name))) is not None}
    fresh = {name: each for name, each in found.items() if _is_news(meanings, name, each, threshold)}
    if not fresh:
        return []
    # Others may have the same idea at the same moment.
    await session.lock([f"{meanings.entity} {name}" for name in fresh], room="mappings")
    latest = await load_meanings(session, meanings.entity)
    late = []
    for name, each in fresh.items():
        if [row.id for row in latest.rows(name)] != [row.id for row in meanings.rows(name)]:
            for row in latest.rows(name):
                meanings.add(row)
            continue
        status = _status(name, each, threshold)
        row = new_mapping(
            meanings.entity, name, each.target, status, confidence=each.confidence, reasons=each.reasons,
            now=now, actor_id=actor_id, run_id=run_id,
        )  # fmt: skip
        _replace(session, meanings, row, now)
        if status is not MappingStatus.SUGGESTED and name in known:
            late.append(name)
    await session.flush()
    return late


def _replace(session: Session, meanings: Meanings, row: FieldMapping, now: datetime) -> None:
    for ended in replaced(meanings, row, now):
        meanings.remove(ended)
        row.version = max(row.version, ended.version + 1)
        session.add(ended)
    meanings.add(row)
    session.add(row)


def _suggestion(meanings: Meanings, seen: FieldsSeen, name: str, known: _Known | None) -> Suggestion | None:
    target = built_in(name)
    if target is not None:
        return Suggestion(target, 1.0, ("Enginy's own name for it.",))
    shapes = Counter(known.shapes if known is not None else ()) + seen.shapes[name]
    samples = [*seen.samples[name], *(known.samples if known is not None else ())][: 2 * SAMPLES]
    records = seen.counts[name] + (known.filled if known is not None else 0)
    return recognize(meanings.entity, name, shapes, samples, records=records)


def _status(name: str, each: Suggestion, threshold: float) -> MappingStatus:
    if built_in(name) is not None:
        return MappingStatus.BUILT_IN
    return MappingStatus.AUTOMATIC if each.confidence >= threshold else MappingStatus.SUGGESTED


def _is_news(meanings: Meanings, name: str, each: Suggestion, threshold: float) -> bool:
    """Whether it says more than the suggestion that waits already."""
    waiting = meanings.rows(name)
    return not waiting or waiting[-1].target != each.target or each.confidence >= threshold


async def _known(session: Session, meanings: Meanings, names: list[str]) -> dict[str, _Known]:
    rows = await session.rows(_asked(), entity=meanings.entity.value, names=names)
    return {name: _Known(*told) for name, *told in rows}


@cache
def _asked() -> Select[Any]:
    c = table_of(CustomFieldDefinition).c
    return select(c.name, c.shapes, c.samples, c.filled).where(
        c.entity == bindparam("entity", type_=Token), is_any(c.name, "names")
    )
