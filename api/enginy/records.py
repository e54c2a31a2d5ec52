"""Contacts and companies: the same four calls for each."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.context import Ctx
from api.enginy import calls, wire
from api.enginy.batches import answer, read_batch, read_single
from graphql_schema.resolvers.associations import associate_contacts
from graphql_schema.resolvers.create import create_companies, create_contacts
from graphql_schema.resolvers.fetching import find_linked_records
from graphql_schema.resolvers.sync import sync_companies, sync_contacts
from graphql_schema.resolvers.update import update_companies, update_contacts
from models.fields.mapping import Entity

router = APIRouter()


@router.post("/contacts", **calls.CREATE_CONTACTS)
async def post_contacts(request: Request, ctx: Ctx) -> Response:
    """Create contacts; one whose externalId is known is updated, one that is recognized is linked."""
    leads = await read_batch(request, ctx, "contacts", wire.to_lead)
    report = await create_contacts(ctx, leads)
    return answer(ctx, wire.from_found(report.outcomes))


@router.put("/contacts", **calls.UPDATE_CONTACTS)
async def put_contacts(request: Request, ctx: Ctx) -> Response:
    """Set fields on known contacts. Absent leaves alone, null clears, unknown names are kept for ever."""
    updates = await read_batch(request, ctx, "contacts", wire.to_update)
    report = await update_contacts(ctx, updates)
    return answer(ctx, wire.from_updated(report.outcomes, updates))


@router.post("/contacts/sync", **calls.SYNC_CONTACTS)
async def sync_contacts_(request: Request, ctx: Ctx) -> Response:
    """Find the contacts that leads mean, and answer their ids and the values to take over."""
    leads = await read_batch(request, ctx, "contacts", wire.to_lead)
    report = await sync_contacts(ctx, leads)
    return answer(ctx, wire.from_found(report.outcomes))


@router.post("/contacts/batch", **calls.GET_CONTACTS)
async def fetch_contacts(request: Request, ctx: Ctx) -> Response:
    """Contacts by crmId; unknown ids are left out."""
    ids = wire.to_ids(await read_single(request, ctx))
    return answer(ctx, wire.from_known(Entity.CONTACT, await find_linked_records(ctx, Entity.CONTACT, ids)))


@router.post("/companies", **calls.CREATE_COMPANIES)
async def post_companies(request: Request, ctx: Ctx) -> Response:
    """Create companies; one whose externalId is known is updated, one that is recognized is linked."""
    leads = await read_batch(request, ctx, "companies", wire.to_lead)
    report = await create_companies(ctx, leads)
    return answer(ctx, wire.from_found(report.outcomes))


@router.put("/companies", **calls.UPDATE_COMPANIES)
async def put_companies(request: Request, ctx: Ctx) -> Response:
    """Set fields on known companies. Absent leaves alone, null clears, unknown names are kept for ever."""
    updates = await read_batch(request, ctx, "companies", wire.to_update)
    report = await update_companies(ctx, updates)
    return answer(ctx, wire.from_updated(report.outcomes, updates))


@router.post("/companies/sync", **calls.SYNC_COMPANIES)
async def sync_companies_(request: Request, ctx: Ctx) -> Response:
    """Find the companies that Enginy's companies mean, and answer their ids and the values to take over."""
    leads = await read_batch(request, ctx, "companies", wire.to_lead)
    report = await sync_companies(ctx, leads)
    return answer(ctx, wire.from_found(report.outcomes))


@router.post("/companies/batch", **calls.GET_COMPANIES)
async def fetch_companies(request: Request, ctx: Ctx) -> Response:
    """Companies by crmId; unknown ids are left out."""
    ids = wire.to_ids(await read_single(request, ctx))
    return answer(ctx, wire.from_known(Entity.COMPANY, await find_linked_records(ctx, Entity.COMPANY, ids)))


@router.post("/associations", **calls.ASSOCIATE_CONTACTS)
async def post_associations(request: Request, ctx: Ctx) -> Response:
    """Tie contacts to companies; pairs that exist are skipped."""
    pairs = await read_batch(request, ctx, "associations", wire.to_pair)
    return answer(ctx, wire.from_associated(await associate_contacts(ctx, pairs), pairs))
