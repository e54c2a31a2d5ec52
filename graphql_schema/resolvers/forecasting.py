"""Forecasting: what the next sync would tell Enginy, property by property."""

from dataclasses import dataclass
from enum import StrEnum

from graphql_schema.context import Context
from graphql_schema.types.records import entities_of
from models.applying import kept_from
from models.configuration import Configuration, NullSafety, StaleCopies, load_configuration
from models.database.session import Session
from models.errors import NotFound
from models.exact_json import JsonValue
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.ledger.links import links_by_record, record_statement
from models.ledger.shadow import Shadow, answer, echo
from models.records import KINDS, Record, RecordKind, find_records, same_json
from models.sync_back import sync_back


class PropertyAction(StrEnum):
    """What an answer does to a property over there."""

    KEEP = "keep"
    SET = "set"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class PropertyForecast:
    """One property: what is answered, and what Enginy holds. `sent` is False for what the answer leaves out."""

    property: str
    action: PropertyAction
    value: JsonValue
    held: JsonValue
    sent: bool


@dataclass(frozen=True, slots=True)
class KeptForecast:
    """One property of which our value stays, whatever Enginy still holds."""

    property: str
    value: JsonValue
    held: JsonValue


@dataclass(frozen=True, slots=True)
class SyncForecast:
    """The next answer for one external id; None where the record has none yet."""

    external_id: str | None
    null_safety: NullSafety
    properties: list[PropertyForecast]
    kept_here: list[KeptForecast]


async def next_sync(ctx: Context, id: str) -> list[SyncForecast]:
    """What the next sync would answer to Enginy for a contact or company, if Enginy sends what it sent last: for each
    property, whether it is kept, set or cleared over there; and which values of ours an old copy of Enginy's does not undo.
    One entry per external id of the record.

    ```graphql
    { nextSync(id: "contact_…") { externalId properties { property action value heldByEnginy } keptHere { property value } } }
    ```
    """
    ctx.require_read()
    async with ctx.db.read() as session:
        configuration = await load_configuration(session)
        for entity in entities_of(id):
            if is_storable(id) and (forecasts := await _forecasts(session, entity, configuration, id)):
                return forecasts
    raise NotFound("Record", id)


async def _forecasts(
    session: Session, entity: Entity, configuration: Configuration, record_id: str
) -> list[SyncForecast]:
    fields = sync_back(entity, configuration)
    rows = await session.rows(record_statement(entity, fields), ids=[record_id])
    if not rows:
        return []
    ours = fields.values(rows[0][3:])
    links = (await links_by_record(session, entity, [record_id])).get(record_id, [])
    shadows: list[tuple[str | None, Shadow]] = [(link.external_id, link.shadow()) for link in links]
    shadows = shadows or [(None, Shadow({}, 0, {}, {}))]
    kind, mode = KINDS[entity], configuration.null_safety
    records = await find_records(session, kind, [record_id])
    keeps = configuration.stale_copies is StaleCopies.KEEP_OURS
    return [
        SyncForecast(
            external_id,
            mode,
            _properties(shadow, ours, mode),
            _kept_here(kind, records[record_id], shadow) if keeps else [],
        )
        for external_id, shadow in shadows
    ]


def _kept_here(kind: RecordKind, record: Record, shadow: Shadow) -> list[KeptForecast]:
    return [KeptForecast(name, value, shadow.values[name]) for name, value in kept_from(kind, record, shadow).items()]


def _properties(shadow: Shadow, ours: dict[str, JsonValue], null_safety: NullSafety) -> list[PropertyForecast]:
    answered = answer(echo(shadow.values) if null_safety is NullSafety.ECHO else {}, ours, shadow.clears)
    forecasts = [_property(name, value, shadow.values, name in shadow.clears) for name, value in answered.items()]
    left_out = [name for name in shadow.values if name not in answered]
    return forecasts + [
        PropertyForecast(name, PropertyAction.KEEP, None, shadow.values[name], sent=False) for name in left_out
    ]


def _property(name: str, value: JsonValue, held: dict[str, JsonValue], cleared: bool) -> PropertyForecast:
    if cleared:
        action = PropertyAction.CLEAR
    elif name in held and same_json(held[name], value):
        action = PropertyAction.KEEP
    else:
        action = PropertyAction.SET
    return PropertyForecast(name, action, value, held.get(name), sent=True)
