"""What incoming names mean: the mappings of one entity, by name and by when a value was received."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlmodel import col, select

from models.columns import new_id
from models.configuration import CUSTOM_PREFIX
from models.database.session import Session
from models.engagement.words import EngagementField
from models.errors import InvalidInput
from models.fields.cleaning import MAX_NAME, check_text
from models.fields.mapping import FIELDS, RESERVED_NAMES, Entity, FieldSpec
from models.fields.rule import IN_FORCE, FieldMapping, MappingStatus

ENGAGEMENT_PREFIX = "engagement:"
FIELD_PREFIX = "field:"
NOTHING = ""  # the target of a name that leads nowhere on purpose


class Meanings:
    """The mappings that are thought to be true, of all spans of time."""

    def __init__(self, entity: Entity, rows: Iterable[FieldMapping] = ()) -> None:
        self.entity = entity
        self._rows: dict[str, list[FieldMapping]] = {}
        # What names mean at one moment: the writes of a batch have the same, and carry the same few names.
        self._moment: datetime | None = None
        self._meant: dict[str, EngagementField | None] = {}
        for row in rows:
            self.add(row)

    def add(self, row: FieldMapping) -> None:
        self._moment = None
        self._rows.setdefault(row.name, []).append(row)

    def remove(self, row: FieldMapping) -> None:
        self._moment = None
        self._rows[row.name].remove(row)

    @property
    def fingerprint(self) -> frozenset[str]:
        """Differs whenever any mapping does: rows are never changed but for their end."""
        return frozenset(
            f"{row.id} {row.valid_to}" for rows in self._rows.values() for row in rows if row.status in IN_FORCE
        )

    @property
    def names(self) -> Iterable[str]:
        """Every name that anything is thought of."""
        return self._rows

    def rows(self, name: str) -> Sequence[FieldMapping]:
        return self._rows.get(name, ())

    def target(self, name: str, at: datetime) -> str | None:
        """Where a value received at a moment leads; None for a name without a mapping in force."""
        for row in self._rows.get(name, ()):
            if (
                row.status in IN_FORCE
                and (row.valid_from is None or row.valid_from <= at)
                and (row.valid_to is None or at < row.valid_to)
            ):
                return row.target
        return None

    def engagement(self, name: str, at: datetime) -> EngagementField | None:
        """What a value received at a moment means for engagement."""
        if at != self._moment:
            self._moment = at
            self._meant = {}
        if name not in self._meant:
            self._meant[name] = self._engagement(name, at)
        return self._meant[name]

    def _engagement(self, name: str, at: datetime) -> EngagementField | None:
        target = self.target(name, at)
        if target is None or not target.startswith(ENGAGEMENT_PREFIX):
            return None
        return EngagementField(target.removeprefix(ENGAGEMENT_PREFIX))

    def engagement_names(self, at: datetime) -> list[str]:
        return [name for name in self._rows if self.engagement(name, at) is not None]

    def aliases(self, at: datetime) -> dict[str, FieldSpec]:
        """Names that mean a field of ours."""
        return {
            name: FIELDS[self.entity].by_name[target.removeprefix(FIELD_PREFIX)]
            for name in self._rows
            if (target := self.target(name, at)) is not None and target.startswith(FIELD_PREFIX)
        }

    def renames(self, at: datetime) -> dict[str, str]:
        """Names whose values are kept under the name of another custom field too."""
        return {
            name: target.removeprefix(CUSTOM_PREFIX)
            for name in self._rows
            if (target := self.target(name, at)) is not None and target.startswith(CUSTOM_PREFIX)
        }


async def load_meanings(session: Session, entity: Entity, *, hold: bool = False) -> Meanings:
    """The mappings as they are; with `hold` nobody changes them until the transaction ends."""
    statement = _current(entity)
    rows = (await session.exec(statement.with_for_update(read=True) if hold else statement)).all()
    return Meanings(entity, rows)


@cache
def _current(entity: Entity) -> Any:
    return (
        select(FieldMapping)
        .where(FieldMapping.entity == entity.value, col(FieldMapping.superseded_at).is_(None))
        .order_by(col(FieldMapping.created_at), col(FieldMapping.id))
    )


def new_mapping(
    entity: Entity,
    name: str,
    target: str,
    status: MappingStatus,
    *,
    confidence: float,
    reasons: Sequence[str],
    now: datetime,
    actor_id: str,
    run_id: str | None,
    valid_from: datetime | None = None,
    version: int = 1,
) -> FieldMapping:
    return FieldMapping(
        id=new_id("mapping"),
        entity=entity.value,
        name=name,
        target=target,
        status=status.value,
        confidence=confidence,
        reasons=list(reasons),
        valid_from=valid_from,
        version=version,
        run_id=run_id,
        created_at=now,
        created_by=actor_id,
    )


def replaced(meanings: Meanings, fresh: FieldMapping, now: datetime) -> list[FieldMapping]:
    """The rows that a fresh mapping ends, ended: those of its whole span, or the part behind its beginning."""
    ended = []
    for row in meanings.rows(fresh.name):
        begins = fresh.valid_from
        if begins is None or row.status not in IN_FORCE or (row.valid_from is not None and row.valid_from >= begins):
            row.superseded_at = now
        elif row.valid_to is None or row.valid_to > begins:
            row.valid_to = begins
        else:
            continue
        ended.append(row)
    return ended


def judge_target(entity: Entity, name: str, target: str) -> None:
    """Raises InvalidInput for a target that is not there, and for a name that cannot be mapped."""
    check_text("name", name, MAX_NAME)
    if not name or name in RESERVED_NAMES or name in FIELDS[entity].by_incoming:
        raise InvalidInput(f"{name!r} is a field of ours, so it cannot be mapped", field="name")
    if target.startswith(FIELD_PREFIX) and target.removeprefix(FIELD_PREFIX) not in FIELDS[entity].by_name:
        raise InvalidInput(
            f"There is no field {target.removeprefix(FIELD_PREFIX)!r}; known are {', '.join(FIELDS[entity].columns)}",
            field="target",
        )
    if target.startswith(CUSTOM_PREFIX):
        own = target.removeprefix(CUSTOM_PREFIX)
        check_text("target", own, MAX_NAME)
        if not own or own == name:
            raise InvalidInput("A custom field needs a name, and another than the incoming one", field="target")
