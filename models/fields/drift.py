"""Noticing that a mapped name no longer tells what it told: it falls silent, is renamed, or its values change shape."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlmodel import col, select

from models.columns import new_id
from models.database.session import Session
from models.engagement.shapes import shape_of
from models.exact_json import JsonValue
from models.fields.meaning import Meanings
from models.fields.recognition import recognize
from models.fields.registry import CustomFieldDefinition
from models.fields.rule import AlertKind, AlertState, FieldAlert

SILENT_UPDATES = 20  # updates that should have carried a name and did not
SILENT_FOR = timedelta(days=7)  # a name that came lately is not silent
RENAMED_UPDATES = 5  # fewer are needed where another name tells the same
UNREAD_VALUES = 10  # values in a row that could not be read


class Drift:
    """What a batch tells about names that are mapped to engagement."""

    def __init__(self, meanings: Meanings, *, now: datetime, run_id: str) -> None:
        self._meanings = meanings
        self._now = now
        self._run_id = run_id
        self._mapped = meanings.engagement_names(now)
        self._missed: Counter[str] = Counter()
        self._read: Counter[str] = Counter()
        self._unread: Counter[str] = Counter()

    @property
    def names(self) -> Iterable[str]:
        return {*self._missed, *self._read, *self._unread}

    def note_update(self, given: Mapping[str, JsonValue], held: Mapping[str, JsonValue]) -> None:
        """An update brought these custom fields to a record that holds those: which mapped names are missing?"""
        if given and any(self._is_engagement(name) for name in given):
            for name in self._mapped:
                if name not in given and held.get(name) is not None:
                    self._missed[name] += 1

    def note_value(self, name: str, *, is_read: bool) -> None:
        """A value under a mapped name came, and could be read or not."""
        (self._read if is_read else self._unread)[name] += 1

    def _is_engagement(self, name: str) -> bool:
        """Whether the name reports engagement, or is new and may."""
        return not self._meanings.rows(name) or self._meanings.engagement(name, self._now) is not None

    async def judge(self, session: Session, definition: CustomFieldDefinition, *, came: bool) -> None:
        """Bring a name's counters up to date, and raise or settle its alerts."""
        if definition.name not in self._mapped:
            return
        if came:
            if definition.missed:
                definition.missed = 0
                await self._settle(session, definition, (AlertKind.SILENT, AlertKind.RENAMED))
        else:
            definition.missed += self._missed[definition.name]
            await self._judge_silence(session, definition)
        if self._read[definition.name]:
            if definition.unread >= UNREAD_VALUES:
                await self._settle(session, definition, (AlertKind.SHAPE_CHANGED,))
            definition.unread = 0
        elif self._unread[definition.name]:
            definition.unread += self._unread[definition.name]
            if definition.unread >= UNREAD_VALUES:
                await self._raise_shape(session, definition)

    async def _judge_silence(self, session: Session, definition: CustomFieldDefinition) -> None:
        name, missed = definition.name, definition.missed
        heir = await self._heir(session, definition) if missed >= RENAMED_UPDATES else None
        if heir is not None:
            message = f"{name} no longer comes since {heir.name} does, which tells the same: it may have been renamed"
            await self._raise(session, definition, AlertKind.RENAMED, message, suggested_name=heir.name)
        elif missed >= SILENT_UPDATES and self._now - definition.last_seen >= SILENT_FOR:
            message = f"{name} no longer comes, although {missed} updates reached contacts that have it"
            await self._raise(session, definition, AlertKind.SILENT, message)

    async def _heir(self, session: Session, definition: CustomFieldDefinition) -> CustomFieldDefinition | None:
        """The name that came first after this one went, and means, or seems to mean, the same."""
        target = self._meanings.target(definition.name, self._now)
        rivals = [
            name for name in self._meanings.names if any(row.target == target for row in self._meanings.rows(name))
        ]
        found = await session.exec(
            select(CustomFieldDefinition)
            .where(
                CustomFieldDefinition.entity == definition.entity,
                col(CustomFieldDefinition.name).in_([name for name in rivals if name != definition.name]),
                CustomFieldDefinition.first_seen > definition.last_seen,
            )
            .order_by(col(CustomFieldDefinition.first_seen))
            .limit(1)
        )
        return found.first()

    async def _raise_shape(self, session: Session, definition: CustomFieldDefinition) -> None:
        target = self._meanings.target(definition.name, self._now) or ""
        # By their shape alone: the name has told what it means, and its values say otherwise.
        shapes = Counter(str(shape_of(sample)) for sample in definition.samples)
        guess = recognize(self._meanings.entity, "", shapes, definition.samples, records=definition.filled)
        suggested = guess.target if guess is not None and guess.target != target else None
        message = f"The last {definition.unread} values of {definition.name} cannot be read as what it is mapped to"
        await self._raise(session, definition, AlertKind.SHAPE_CHANGED, message, suggested_target=suggested)

    async def _raise(
        self,
        session: Session,
        definition: CustomFieldDefinition,
        kind: AlertKind,
        message: str,
        *,
        suggested_name: str | None = None,
        suggested_target: str | None = None,
    ) -> None:
        """One alert of a kind at a time; what a person dismissed stays so until the name comes again."""
        alerts = await _alerts(session, definition, (AlertState.OPEN, AlertState.DISMISSED))
        for alert in alerts:
            if alert.kind == kind:
                return
            if kind is AlertKind.RENAMED and alert.kind == AlertKind.SILENT:
                alert.state, alert.settled_at = AlertState.SETTLED, self._now  # now it is known what became of it
                session.add(alert)
        session.add(
            FieldAlert(
                id=new_id("alert"), entity=definition.entity, name=definition.name, kind=kind.value,
                state=AlertState.OPEN.value, since=definition.last_seen, found_at=self._now, message=message,
                suggested_name=suggested_name, suggested_target=suggested_target, run_id=self._run_id,
            )
        )  # fmt: skip

    async def _settle(self, session: Session, definition: CustomFieldDefinition, kinds: tuple[AlertKind, ...]) -> None:
        for alert in await _alerts(session, definition, (AlertState.OPEN, AlertState.DISMISSED)):
            if alert.kind in kinds:
                alert.state, alert.settled_at = AlertState.SETTLED, self._now
                session.add(alert)


async def _alerts(
    session: Session, definition: CustomFieldDefinition, states: tuple[AlertState, ...]
) -> list[FieldAlert]:
    found = await session.exec(
        select(FieldAlert).where(
            FieldAlert.entity == definition.entity,
            FieldAlert.name == definition.name,
            col(FieldAlert.state).in_([state.value for state in states]),
        )
    )
    return list(found.all())
