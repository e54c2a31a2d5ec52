"""Writing down which custom fields were seen, once per batch."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.base import table_of
from models.columns import Token
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.shapes import shape_of
from models.exact_json import JsonValue
from models.fields.drift import Drift
from models.fields.mapping import Entity
from models.fields.registry import CustomFieldDefinition, FieldSighting
from models.records import is_blank

SAMPLES = 5
SAMPLE_LENGTH = 200  # characters of a text; longer ones are no help to a person who wants to recognize a field

_SIGHTING = table_of(FieldSighting)


def type_of(value: JsonValue) -> str:
    """What a value looks like on the wire: string, number, boolean, list, object or null."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case int() | float() | Decimal():
            return "number"
        case list():
            return "list"
        case _:
            return "object"


class FieldsSeen:
    """The custom fields of one batch: how often each came, with what, and how many records gained or lost a value."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.shapes: dict[str, Counter[str]] = {}
        self.samples: dict[str, list[JsonValue]] = {}
        self._filled: Counter[str] = Counter()

    def add(self, custom: Mapping[str, JsonValue]) -> None:
        """What an item carried."""
        for name, value in custom.items():
            self.counts[name] += 1
            self.shapes.setdefault(name, Counter())[shape_of(value)] += 1
            samples = self.samples.setdefault(name, [])
            if len(samples) < SAMPLES and value is not None and value not in samples:
                samples.append(value[:SAMPLE_LENGTH] if isinstance(value, str) else value)

    def changed(self, custom_changes: Mapping[str, Any]) -> None:
        """What a write did to a record's custom fields: name -> {"old": …, "new": …}."""
        for name, change in custom_changes.items():
            self._filled[name] += (not is_blank(change.get("new"))) - (not is_blank(change.get("old")))

    def came_or_went(self, custom: Mapping[str, JsonValue], step: int) -> None:
        """A record with these fields was restored (1) or deleted (-1)."""
        for name, value in custom.items():
            if not is_blank(value):
                self._filled[name] += step

    async def store(
        self, session: Session, entity: Entity, *, run_id: str, now: datetime, drift: Drift | None = None
    ) -> None:
        """Add the batch to the registry. Comes last in a transaction: concurrent batches carry the same few names."""
        names = sorted({*self.counts, *self._filled, *(drift.names if drift is not None else ())})
        if not names:
            return
        await session.lock([f"{entity} {name}" for name in names], room="fields")
        known = await _definitions(session, entity, names)
        for name in names:
            definition = known.get(name)
            if definition is None and not self.counts[name]:
                continue
            if definition is None:
                definition = known[name] = CustomFieldDefinition(
                    entity=entity.value, name=name, type="null", first_seen=now, last_seen=now, first_run_id=run_id
                )
            definition.filled += self._filled[name]
            if self.counts[name]:
                self._note(definition, run_id, now)
            if drift is not None:
                await drift.judge(session, definition, came=self.counts[name] > 0)
            session.add(definition)
        await session.flush()
        sightings = [(entity.value, name, run_id, self.counts[name], now) for name in names if self.counts[name]]
        await session.insert_missing(_SIGHTING, ("entity", "name", "run_id", "count", "at"), sightings)

    async def count_anew(
        self,
        session: Session,
        entity: Entity,
        filled: Mapping[str, int],
        sightings: Mapping[tuple[str, str], int],
        moments: Mapping[str, datetime],
    ) -> None:
        """Bring the registry in step with all that was ever written: shapes, records that hold a value, and which runs
        brought each name (name and run -> how often; run -> when).
        """
        runs: dict[str, list[str]] = {}
        for name, run_id in sightings:
            runs.setdefault(name, []).append(run_id)
        for definition in (await _definitions(session, entity, sorted(runs))).values():
            definition.filled = filled.get(definition.name, 0)
            definition.shapes = dict(self.shapes[definition.name])
            definition.first_run_id = min(runs[definition.name], key=lambda run_id: (moments[run_id], run_id))
            session.add(definition)
        await session.flush()
        rows = [(entity.value, name, run_id, count, moments[run_id]) for (name, run_id), count in sightings.items()]
        await session.insert_missing(_SIGHTING, ("entity", "name", "run_id", "count", "at"), sorted(rows))

    def _note(self, definition: CustomFieldDefinition, run_id: str, now: datetime) -> None:
        name = definition.name
        definition.count += self.counts[name]
        definition.last_seen = now
        definition.last_run_id = run_id
        definition.type = _merged_type(definition.type, self.samples[name])
        definition.samples = _merged_samples(definition.samples, self.samples[name])
        definition.shapes = dict(Counter(definition.shapes) + self.shapes[name])


async def _definitions(session: Session, entity: Entity, names: Sequence[str]) -> dict[str, CustomFieldDefinition]:
    found = await session.exec(_held(), params={"entity": entity.value, "names": names})
    return {each.name: each for each in found.all()}


@cache
def _held() -> SelectOfScalar[CustomFieldDefinition]:
    entity, name = col(CustomFieldDefinition.entity), col(CustomFieldDefinition.name)
    return (
        select(CustomFieldDefinition)
        .where(entity == bindparam("entity", type_=Token), is_any(name, "names"))
        .with_for_update()
    )


def _merged_type(known: str, samples: list[JsonValue]) -> str:
    types = {type_of(sample) for sample in samples} | {known}
    types.discard("null")
    return "null" if not types else types.pop() if len(types) == 1 else "mixed"


def _merged_samples(known: list[Any], fresh: list[JsonValue]) -> list[Any]:
    merged = list(fresh)
    merged += [sample for sample in known if sample not in merged]
    return merged[:SAMPLES]
