"""What tests begin with: records, keys and settings in a database, acts of a person, and looks at what is stored."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from pwdlib.hashers.argon2 import Argon2Hasher
from sqlmodel import SQLModel, select

from graphql_schema.context import Context
from graphql_schema.outcome import Outcome, Report
from graphql_schema.resolvers.create import create_records
from graphql_schema.resolvers.sync import sync_records
from graphql_schema.resolvers.update import update_records
from models.access.api_key import Scope, issue_key
from models.access.password import Passwords
from models.activity import Activity
from models.base import table_of
from models.columns import new_id
from models.configuration import from_stored, load_configuration, store_settings
from models.database.engine import Database
from models.deal import Deal
from models.exact_json import decode_json, encode_json
from models.fields.mapping import Entity
from models.identity.derivation import KeyRules
from models.incoming import Lead, Update
from models.ledger.change import Change
from models.ledger.external_link import ENGINY, ExternalLink
from models.ledger.journal import Actor, entries_of, readable
from models.ledger.possible_duplicate import PossibleDuplicate
from models.ledger.run import Door, Run, Source
from models.ledger.run_slice import read_decisions
from models.records import KINDS, Record, find_records, new_record, read_for_update, remember_keys, save
from models.task import Task
from models.user import Role, User

NOW = datetime(2024, 1, 20, 10, 30, tzinfo=UTC)
NOW_TEXT = "2024-01-20T10:30:00Z"
LONG_AGO = datetime(2023, 1, 1, tzinfo=UTC)  # when the records of factories were made
ANN = Actor("user_ann", "Ann", Source.PERSON, role=Role.ADMIN)
ROBOT = Actor("key_robot", "Enginy", Source.ENGINY, frozenset(Scope))


class Clock:
    """The time of a test: it stands still until the test moves it on."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **units: float) -> None:
        self.now += timedelta(**units)


async def make_key(
    database: Database, scopes: Iterable[str] = (Scope.ENGINY,), *, label: str = "Enginy", **facts: Any
) -> str:
    """The text of a new API key that is stored. `facts` are columns to set besides."""
    issued = issue_key(label, scopes, now=LONG_AGO, created_by="test")
    for name, value in facts.items():
        setattr(issued.record, name, value)
    async with database.write() as session:
        session.add(issued.record)
    return issued.secret


async def make_contact(
    database: Database,
    *,
    id: str | None = None,
    external_id: str | None = None,
    shadow: Mapping[str, Any] | None = None,
    custom: Mapping[str, Any] | None = None,
    made_at: datetime = LONG_AGO,
    **values: Any,
) -> Record:
    """A stored contact. With an external id it is linked, and `shadow` is what Enginy holds of it."""
    return await _make(database, Entity.CONTACT, id, external_id, shadow, custom, made_at, values)


async def make_company(
    database: Database,
    *,
    id: str | None = None,
    external_id: str | None = None,
    shadow: Mapping[str, Any] | None = None,
    custom: Mapping[str, Any] | None = None,
    made_at: datetime = LONG_AGO,
    **values: Any,
) -> Record:
    """A stored company, by the rules of `make_contact`."""
    return await _make(database, Entity.COMPANY, id, external_id, shadow, custom, made_at, values)


async def _make(
    database: Database,
    entity: Entity,
    id: str | None,
    external_id: str | None,
    shadow: Mapping[str, Any] | None,
    custom: Mapping[str, Any] | None,
    made_at: datetime,
    values: Mapping[str, Any],
) -> Record:
    kind = KINDS[entity]
    record = new_record(kind)
    record.id = id or record.id
    last_activity_at = values.get("last_activity_at")
    record.values.update({name: value for name, value in values.items() if name != "last_activity_at"})
    record.custom.update(custom or {})
    record.version = 1
    async with database.write() as session:
        order = (await load_configuration(session)).match_order(entity)
        await save(session, kind, [record], KeyRules(None, frozenset(order)), now=made_at, actor_id="test")
        if last_activity_at is not None:
            await session.update_rows(kind.table, ("last_activity_at",), [(record.id, last_activity_at)])
    if external_id is not None:
        await make_link(database, external_id, record.id, entity=entity, shadow=shadow)
    return record


async def make_link(
    database: Database,
    external_id: str,
    record_id: str,
    *,
    entity: Entity = Entity.CONTACT,
    shadow: Mapping[str, Any] | None = None,
    clears: Mapping[str, Any] | None = None,
) -> None:
    """A link to a record in its first version, as an earlier sync left it."""
    link = ExternalLink(
        entity=entity.value,
        source=ENGINY,
        external_id=external_id,
        record_id=record_id,
        strategy="email",
        shadow=dict(shadow or {}),
        shadow_version=1,
        clears=dict(clears or {}),
        decided_at=LONG_AGO,
        created_at=LONG_AGO,
        created_by="test",
    )
    await add(database, link)


async def make_user(
    database: Database, id: str, name: str, email: str | None = None, *, password: str | None = None, **facts: Any
) -> None:
    """A stored member of the team. The password's hash is a quick one, which the server compares all the same."""
    if password is not None:
        quick = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
        facts |= {"password_hash": await Passwords(quick).hash(password), "password_set_at": LONG_AGO}
    await add(database, User(id=id, name=name, email=email, created_at=LONG_AGO, **facts))


async def make_deal(database: Database, id: str, **facts: Any) -> None:
    """A stored deal in euros, by its own name unless another is given."""
    stamps = {"created_at": LONG_AGO, "created_by": "test", "updated_at": LONG_AGO, "updated_by": "test"}
    await add(database, Deal(**{"id": id, "name": id, "currency": "EUR", **stamps, **facts}))


async def make_task(database: Database, id: str, subject: str, **facts: Any) -> None:
    stamps = {"created_at": LONG_AGO, "created_by": "test", "updated_at": LONG_AGO, "updated_by": "test"}
    await add(database, Task(id=id, subject=subject, **stamps, **facts))


async def make_activity(database: Database, id: str, type: str, **facts: Any) -> None:
    happened_at = facts.get("occurred_at") or LONG_AGO
    stamps = {"happened_at": happened_at, "created_at": LONG_AGO, "created_by": "test"}
    await add(database, Activity(id=id, type=type, **stamps, **facts))


async def add(database: Database, *rows: SQLModel) -> None:
    async with database.write() as session:
        session.add_all(rows)


async def configure(database: Database, **settings: Any) -> None:
    """Store decisions of the team, as JSON tells them."""
    decided = from_stored(settings)
    async with database.write() as session:
        await store_settings(
            session, {name: getattr(decided, name) for name in settings}, now=LONG_AGO, actor_id="test"
        )


def context(
    database: Database, actor: Actor = ANN, *, door: Door = Door.GRAPHQL, clock: Clock | None = None, **facts: Any
) -> Context:
    """The context of a call; without more, a person's through GraphQL."""
    return Context(database, actor, door, clock=clock or Clock(), **facts)


async def edit(
    database: Database, record_id: str, entity: Entity = Entity.CONTACT, *, actor: Actor = ANN, **fields: Any
) -> Outcome:
    """Somebody here sets fields of a record, by Enginy's names."""
    report = await update_records(context(database, actor), entity, [Update(fields=fields, record_id=record_id)])
    return report.outcomes[0]


async def delete(database: Database, record_id: str, entity: Entity = Entity.CONTACT) -> None:
    """Take a record away, as deleting does: the row stays, its keys go."""
    kind = KINDS[entity]
    async with database.write() as session:
        record = (await read_for_update(session, kind, [record_id]))[record_id]
        remember_keys(record)
        record.deleted_at = NOW
        record.version += 1
        record.changed.add("deleted_at")
        order = (await load_configuration(session)).match_order(entity)
        await save(session, kind, [record], KeyRules(None, frozenset(order)), now=NOW, actor_id="test")


def properties_of(outcome: Outcome) -> Any:
    """The properties of an answer as the wire writes them; inside they may be JSON text already."""
    return decode_json(encode_json(outcome.properties))


async def fields_of(database: Database, record_id: str, entity: Entity = Entity.CONTACT) -> dict[str, Any]:
    """The fields of a record that hold something, and its custom fields under `custom` if it has any."""
    async with database.read() as session:
        record = (await find_records(session, KINDS[entity], [record_id]))[record_id]
    fields = {name: value for name, value in record.values.items() if value is not None}
    return {**fields, "custom": record.custom} if record.custom else fields


async def version_of(database: Database, record_id: str, entity: Entity = Entity.CONTACT) -> int:
    async with database.read() as session:
        return (await find_records(session, KINDS[entity], [record_id]))[record_id].version


async def ids_of(database: Database, entity: Entity = Entity.CONTACT) -> list[str]:
    """Ids of the live records, oldest first."""
    c = KINDS[entity].table.c
    async with database.read() as session:
        found = await session.rows(select(c.id).where(c.deleted_at.is_(None)).order_by(c.created_at, c.id))
    return [record_id for (record_id,) in found]


async def keys_of(database: Database, record_id: str, entity: Entity = Entity.CONTACT) -> set[tuple[str, str]]:
    key = KINDS[entity].keys.c
    async with database.read() as session:
        return {
            (kind, value)
            for kind, value in await session.rows(select(key.kind, key.value).where(key.record_id == record_id))
        }


async def rows_of(database: Database, model: type[SQLModel]) -> list[Any]:
    """Every row of a table, in the order of its primary key."""
    async with database.read() as session:
        return list((await session.exec(select(model).order_by(*table_of(model).primary_key.columns))).all())


async def history_of(database: Database, record_id: str) -> list[Change]:
    """What happened to a record, oldest first."""
    return [change for change in await rows_of(database, Change) if change.record_id == record_id]


async def runs_of(database: Database) -> list[Run]:
    """Every run, oldest first."""
    return await rows_of(database, Run)


async def decisions_of(database: Database, run_id: str) -> list[dict[str, Any]]:
    """What a run decided of each item, empty evidence left out."""
    async with database.read() as session:
        decided = await read_decisions(session, [run_id])
    return [readable(each) for each in entries_of(decided[run_id])]


def items_of(run: Run) -> list[Any]:
    """The items a run keeps, as they were received."""
    return [readable(each) for each in entries_of(run.items)]


async def links_of(database: Database) -> dict[str, ExternalLink]:
    """Every link, by its external id."""
    return {link.external_id: link for link in await rows_of(database, ExternalLink)}


async def duplicates_of(database: Database) -> list[tuple[set[str], str]]:
    """The pairs that may be one record, each with the kind of identifier that says so."""
    found = await rows_of(database, PossibleDuplicate)
    return [({each.first_id, each.second_id}, each.evidence["kind"]) for each in found]


def fresh(prefix: str = "contact") -> str:
    """An id that no record has."""
    return new_id(prefix)


def lead(external_id: str | None = None, /, **fields: Any) -> Lead:
    """A record of Enginy's, by its names, as GraphQL hands it over."""
    given = fields if external_id is None else {"externalId": external_id, **fields}
    return Lead(fields=given, external_id=external_id, external_id_sent=external_id)


async def sync(
    database: Database, *leads: Lead, entity: Entity = Entity.CONTACT, clock: Clock | None = None, **options: Any
) -> Report:
    """Enginy syncs these leads."""
    return await sync_records(context(database, ROBOT, clock=clock), entity, leads, **options)


async def create(
    database: Database, *leads: Lead, entity: Entity = Entity.CONTACT, actor: Actor = ROBOT, **options: Any
) -> Report:
    """Enginy exports these leads."""
    return await create_records(context(database, actor), entity, leads, **options)


async def put(database: Database, record_id: str, entity: Entity = Entity.CONTACT, **fields: Any) -> Outcome:
    """Enginy sets fields of a record."""
    return await edit(database, record_id, entity, actor=ROBOT, **fields)
