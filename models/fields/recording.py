"""Writing down which custom fields were seen, once per batch."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlmodel import col, select

from models.database.session import Session
from models.exact_json import JsonValue
from models.fields.mapping import Entity
from models.fields.registry import CustomFieldDefinition

SAMPLES = 5
SAMPLE_LENGTH = 200  # characters of a text; longer ones are no help to a person who wants to recognize a field


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
    """The custom fields of one batch: how often each came, and with what."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._samples: dict[str, list[JsonValue]] = {}

    def add(self, custom: Mapping[str, JsonValue]) -> None:
        for name, value in custom.items():
            self._counts[name] += 1
            samples = self._samples.setdefault(name, [])
            if len(samples) < SAMPLES and value is not None and value not in samples:
                samples.append(value[:SAMPLE_LENGTH] if isinstance(value, str) else value)

    async def store(self, session: Session, entity: Entity, *, run_id: str, now: datetime) -> None:
        """Add the batch to the registry. Comes last in a transaction: concurrent batches carry the same few names."""
        names = sorted(self._counts)
        if not names:
            return
        await session.lock([f"{entity} {name}" for name in names], room="fields")
        known: dict[str, CustomFieldDefinition] = {}
        for start in range(0, len(names), 500):
            part = names[start : start + 500]
            found = await session.exec(
                select(CustomFieldDefinition)
                .where(CustomFieldDefinition.entity == entity.value, col(CustomFieldDefinition.name).in_(part))
                .with_for_update()
            )
            known.update({each.name: each for each in found.all()})
        for name in names:
            definition = known.get(name)
            samples = self._samples[name]
            if definition is None:
                definition = CustomFieldDefinition(
                    entity=entity.value, name=name, type="null", first_seen=now, last_seen=now
                )
            definition.count += self._counts[name]
            definition.last_seen = now
            definition.last_run_id = run_id
            definition.type = _merged_type(definition.type, samples)
            definition.samples = _merged_samples(definition.samples, samples)
            session.add(definition)
        await session.flush()


def _merged_type(known: str, samples: list[JsonValue]) -> str:
    types = {type_of(sample) for sample in samples} | {known}
    types.discard("null")
    return "null" if not types else types.pop() if len(types) == 1 else "mixed"


def _merged_samples(known: list[Any], fresh: list[JsonValue]) -> list[Any]:
    merged = list(fresh)
    merged += [sample for sample in known if sample not in merged]
    return merged[:SAMPLES]
