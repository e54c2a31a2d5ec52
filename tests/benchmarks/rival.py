"""The rival: the guide's own algorithm, one query per lead and one commit per row, keeping the same records of it.

It writes what the product writes (links with their shadow, history, keys, a run), on the drivers themselves, with the
product's normalizers. What it lacks is sets, judging of values, explanations and answers that are safe.
"""

import os
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

import asyncpg
import msgspec
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.columns import new_id, utc_now
from models.fields.mapping import FIELDS, Entity
from models.identity.email import normalize_email
from models.identity.linkedin import normalize_linkedin
from models.identity.phone import normalize_phone

NAMES = {spec.incoming: spec.name for spec in FIELDS[Entity.CONTACT].specs}


class Store(Protocol):
    """One database, one statement at a time."""

    async def one(self, sql: str, *values: Any) -> Sequence[Any] | None: ...

    async def commit(self, *statements: tuple[str, Sequence[Any]]) -> None: ...

    def moment(self, moment: datetime) -> Any: ...


class SQLiteStore:
    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
            self._connection.execute(f"PRAGMA {pragma}")

    async def one(self, sql: str, *values: Any) -> Sequence[Any] | None:
        row: Sequence[Any] | None = self._connection.execute(_marked(sql), values).fetchone()
        return row

    async def commit(self, *statements: tuple[str, Sequence[Any]]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            self._connection.execute(_marked(sql), values)
        self._connection.execute("COMMIT")

    def moment(self, moment: datetime) -> Any:
        return moment.isoformat(timespec="microseconds")


def _marked(sql: str) -> str:
    return sql.replace("$", "?")


class PostgreSQLStore:
    def __init__(self, url: str) -> None:
        self._url = url
        self._pool: Any = None

    async def _connected(self) -> Any:
        if self._pool is None:
            self._pool = await asyncpg.create_pool(self._url, min_size=2, max_size=8)
        return self._pool

    async def one(self, sql: str, *values: Any) -> Sequence[Any] | None:
        pool = await self._connected()
        row: Sequence[Any] | None = await pool.fetchrow(sql, *values)
        return row

    async def commit(self, *statements: tuple[str, Sequence[Any]]) -> None:
        pool = await self._connected()
        async with pool.acquire() as connection, connection.transaction():
            for sql, values in statements:
                await connection.execute(sql, *values)

    def moment(self, moment: datetime) -> Any:
        return moment


FIND = "SELECT record_id FROM contact_key WHERE kind = $1 AND value = $2"
LINK = (
    "INSERT INTO external_link (entity, source, external_id, record_id, strategy, shadow, shadow_version, shadow_since,"
    " clears, fingerprint, decided_at, created_at, created_by)"
    " VALUES ('contact', 'enginy', $1, $2, $3, $4, 1, '{}', '{}', NULL, $5, $5, 'rival')"
    " ON CONFLICT (entity, source, external_id)"
    " DO UPDATE SET shadow = excluded.shadow, decided_at = excluded.decided_at"
)
CHANGE = (
    "INSERT INTO change (id, entity, record_id, run_id, source, actor_id, at, version, fields, custom_fields)"
    " VALUES ($1, 'contact', $2, $3, 'enginy', 'rival', $4, $5, $6, '{}')"
)
RUN = (
    "INSERT INTO run (id, act, door, source, actor_id, actor_label, status, started_at, duration_ms, counts, facts)"
    " VALUES ($1, 'rival', 'rest', 'enginy', 'rival', 'rival', 'succeeded', $2, 0, '{}', '{}')"
)
SHADOW = "UPDATE external_link SET shadow = $1 WHERE entity = 'contact' AND source = 'enginy' AND external_id = $2"


async def sync(request: Request) -> Response:
    store: Store = request.app.state.store
    leads = msgspec.json.decode(await request.body())["contacts"]
    results = []
    for lead in leads:
        record_id = await _find(store, lead)
        if record_id is None:
            continue
        held = {name: value for name, value in lead.items() if name != "externalId"}
        values = (lead["externalId"], record_id, "email", orjson.dumps(held).decode(), store.moment(utc_now()))
        await store.commit((LINK, values))
        row = await store.one("SELECT lead_score, lifecycle_stage, owner_id FROM contact WHERE id = $1", record_id)
        properties = dict(zip(("leadScore", "lifecycleStage", "owner"), row or (), strict=False))
        results.append({"externalId": lead["externalId"], "crmId": record_id, "properties": {**held, **properties}})
    await store.commit((RUN, (new_id("run"), store.moment(utc_now()))))
    return Response(orjson.dumps({"results": results}), media_type="application/json")


async def _find(store: Store, lead: dict[str, Any]) -> str | None:
    for kind, value in (
        ("email", normalize_email(lead["email"]) if lead.get("email") else None),
        ("linkedin", normalize_linkedin(lead["linkedinUrl"]) if lead.get("linkedinUrl") else None),
        ("phone", normalize_phone(lead["phone"], None) if lead.get("phone") else None),
    ):
        if value:
            row = await store.one(FIND, kind, value)
            if row is not None:
                return str(row[0])
    return None


async def put(request: Request) -> Response:
    store: Store = request.app.state.store
    updates = msgspec.json.decode(await request.body())["contacts"]
    run_id, results = new_id("run"), []
    await store.commit((RUN, (run_id, store.moment(utc_now()))))
    for update in updates:
        record_id = update["crmId"]
        row = await store.one("SELECT version, custom_fields, title FROM contact WHERE id = $1", record_id)
        if row is None:
            results.append({"crmId": record_id, "success": False, "error": "Contact not found"})
            continue
        fields = {NAMES[name]: value for name, value in update.items() if name in NAMES}
        others = {name: value for name, value in update.items() if name not in NAMES and name != "crmId"}
        custom, now = {**orjson.loads(row[1]), **others}, store.moment(utc_now())
        marks = ", ".join(f"{name} = ${at}" for at, name in enumerate(fields, 5))
        statements: list[tuple[str, Sequence[Any]]] = [
            (
                f"UPDATE contact SET custom_fields = $1, version = $2, updated_at = $3, {marks} WHERE id = $4",
                (orjson.dumps(custom).decode(), row[0] + 1, now, record_id, *fields.values()),
            ),
            (CHANGE, (new_id("change"), record_id, run_id, now, row[0] + 1, orjson.dumps(update).decode())),
        ]
        link = await store.one("SELECT external_id, shadow FROM external_link WHERE record_id = $1", record_id)
        if link is not None:
            shadow = {**orjson.loads(link[1]), **update}
            statements.append((SHADOW, (orjson.dumps(shadow).decode(), link[0])))
        await store.commit(*statements)
        results.append({"crmId": record_id, "success": True})
    return Response(orjson.dumps({"results": results}), media_type="application/json")


async def health(_: Request) -> Response:
    return Response(b"{}")


def app() -> Starlette:
    url = os.environ["ROLOGRAPH_DATABASE_URL"]
    server = Starlette(
        routes=[
            Route("/contacts/sync", sync, methods=["POST"]),
            Route("/contacts", put, methods=["PUT"]),
            Route("/healthz", health, methods=["GET"]),
        ]
    )
    store = SQLiteStore(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else PostgreSQLStore(url)
    server.state.store = store
    return server
