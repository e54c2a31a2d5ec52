"""The floor: the least a route can do that answers the same question.

It decodes only the keys, uses the product's own normalizers, asks one set-based question per kind, and answers ids. It
writes nothing, explains nothing and checks no key.
"""

import os
from collections.abc import Callable, Iterable

import msgspec
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.database.engine import Database
from models.database.session import Session
from models.fields.mapping import Entity
from models.identity.email import normalize_email
from models.identity.keys import KeyKind
from models.identity.linkedin import normalize_linkedin
from models.identity.lookup import find_owners
from models.identity.phone import normalize_phone


class Lead(msgspec.Struct, rename="camel"):
    external_id: str
    email: str | None = None
    linkedin_url: str | None = None
    phone: str | None = None
    mobile_phone: str | None = None


class Batch(msgspec.Struct):
    contacts: list[Lead]


_decode = msgspec.json.Decoder(Batch).decode


def _emails(lead: Lead) -> Iterable[str | None]:
    yield normalize_email(lead.email) if lead.email else None


def _profiles(lead: Lead) -> Iterable[str | None]:
    yield normalize_linkedin(lead.linkedin_url) if lead.linkedin_url else None


def _phones(lead: Lead) -> Iterable[str | None]:
    yield normalize_phone(lead.phone, None) if lead.phone else None
    yield normalize_phone(lead.mobile_phone, None) if lead.mobile_phone else None


KINDS: tuple[tuple[KeyKind, Callable[[Lead], Iterable[str | None]]], ...] = (
    (KeyKind.EMAIL, _emails),
    (KeyKind.LINKEDIN, _profiles),
    (KeyKind.PHONE, _phones),
)


async def _match(session: Session, leads: list[Lead], *, cascade: bool) -> dict[int, str]:
    """The only owner of each lead's first identifier that has one; `cascade` asks on only for what is not found yet."""
    found: dict[int, str] = {}
    for kind, values_of in KINDS:
        asked: dict[str, list[int]] = {}
        for index, lead in enumerate(leads):
            if cascade and index in found:
                continue
            for value in values_of(lead):
                if value:
                    asked.setdefault(value, []).append(index)
        owners = await find_owners(session, Entity.CONTACT, [(kind, value) for value in asked])
        for (_, value), ids in owners.items():
            if len(ids) == 1:
                for index in asked[value]:
                    found.setdefault(index, ids[0])
    return found


async def sync(request: Request) -> Response:
    leads = _decode(await request.body()).contacts
    db: Database = request.app.state.db
    async with db.read() as session:
        found = await _match(session, leads, cascade="cascade" in request.query_params)
    results = [{"externalId": leads[index].external_id, "crmId": found[index]} for index in sorted(found)]
    return Response(orjson.dumps({"results": results}), media_type="application/json")


async def health(_: Request) -> Response:
    return Response(b"{}")


def app() -> Starlette:
    server = Starlette(
        routes=[Route("/contacts/sync", sync, methods=["POST"]), Route("/healthz", health, methods=["GET"])]
    )
    server.state.db = Database.open(os.environ["ROLOGRAPH_DATABASE_URL"])
    return server
