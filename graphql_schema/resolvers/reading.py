"""Reading: one record by id, and lists a page at a time."""

from typing import Any

import strawberry
from sqlalchemy import select

import models
from graphql_schema.context import Context
from graphql_schema.inputs.lists import ActivityFilter, CompanyFilter, ContactFilter, RunFilter, TaskFilter
from graphql_schema.inputs.orders import (
    ActivityOrder,
    CompanyOrder,
    ContactOrder,
    RunOrder,
    TaskOrder,
    activity_order,
    company_order,
    contact_order,
    run_order,
    task_order,
)
from graphql_schema.keyset import Order, Term
from graphql_schema.loaders import fetch, load_list, load_record
from graphql_schema.paging import Connection, asked_page
from graphql_schema.types.activity import Activity
from graphql_schema.types.company import Company
from graphql_schema.types.contact import Contact
from graphql_schema.types.record import SOURCES
from graphql_schema.types.registry import CustomFieldDefinition, PossibleDuplicate
from graphql_schema.types.run import Run
from graphql_schema.types.task import Task
from graphql_schema.types.user import User
from models.base import table_of
from models.fields.cleaning import is_storable
from models.fields.mapping import Entity
from models.ledger.external_link import ENGINY
from models.ledger.possible_duplicate import DuplicateState

_ACTIVITY = table_of(models.Activity)
_COMPANY = table_of(models.Company)
_CONTACT = table_of(models.Contact)
_FIELD = table_of(models.CustomFieldDefinition)
_LINK = table_of(models.ExternalLink).c
_PAIR = table_of(models.PossibleDuplicate)
_RUN = table_of(models.Run)
_TASK = table_of(models.Task)
_USER = table_of(models.User)


async def find_contact(ctx: Context, id: strawberry.ID) -> Contact | None:
    """A contact by id, which is Enginy's crmId; deleted ones too. Null if there is none.

    ```graphql
    { contact(id: "contact_01h455vb4pex5vsknk084sn02q") { name email company { name } customField(key: "budget") } }
    ```
    """
    found: Contact | None = await load_record(ctx, SOURCES[_CONTACT], id)
    return found


async def find_company(ctx: Context, id: strawberry.ID) -> Company | None:
    """A company by id, which is Enginy's crmId; deleted ones too. Null if there is none.

    ```graphql
    { company(id: "company_…") { name domain owner { name } contacts(first: 5) { totalCount nodes { name } } } }
    ```
    """
    found: Company | None = await load_record(ctx, SOURCES[_COMPANY], id)
    return found


async def find_contact_by_external_id(ctx: Context, external_id: strawberry.ID) -> Contact | None:
    """The contact that Enginy's lead with this id is linked to. Null if no link is known.

    ```graphql
    { contactByExternalId(externalId: "lead_123") { id name } }
    ```
    """
    found: Contact | None = await _linked(ctx, Entity.CONTACT, external_id)
    return found


async def find_company_by_external_id(ctx: Context, external_id: strawberry.ID) -> Company | None:
    """The company that Enginy's company with this id is linked to. Null if no link is known."""
    found: Company | None = await _linked(ctx, Entity.COMPANY, external_id)
    return found


async def find_user(ctx: Context, id: strawberry.ID) -> User | None:
    """A member of the team by id, those who left too. Null if there is none."""
    found: User | None = await load_record(ctx, SOURCES[_USER], id)
    return found


async def find_task(ctx: Context, id: strawberry.ID) -> Task | None:
    """A task by id. Null if there is none."""
    found: Task | None = await load_record(ctx, SOURCES[_TASK], id)
    return found


async def find_run(ctx: Context, id: strawberry.ID) -> Run | None:
    """A run by id, such as a `changeSetId` or what the header `X-Sync-Run` of an answer to Enginy names.

    ```graphql
    { run(id: "run_…") { items(first: 20) { nodes {
        index payload decision { outcome strategy normalizedValue } changes { fields { field old new } } } } } }
    ```
    """
    found: Run | None = await load_record(ctx, SOURCES[_RUN], id)
    return found


async def list_contacts(
    ctx: Context,
    filter: ContactFilter | None = None,
    order_by: list[ContactOrder] | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Contact]:
    """Contacts, the latest change first unless told.

    ```graphql
    { contacts(filter: { text: "ada", tags: { has: "vip" } }, orderBy: { field: LEAD_SCORE, direction: DESC }) {
        totalCount nodes { id name email owner { name } } pageInfo { hasNextPage endCursor } } }
    ```
    """
    page = asked_page(ctx, first, after, last, before)
    wanted = filter or ContactFilter()
    return load_list(ctx, SOURCES[_CONTACT], wanted.conditions(ctx.clock()), contact_order(order_by), page)


async def list_companies(
    ctx: Context,
    filter: CompanyFilter | None = None,
    order_by: list[CompanyOrder] | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Company]:
    """Companies, the latest change first unless told.

    ```graphql
    { companies(filter: { industry: { eq: "Software" } }, orderBy: { field: NUMBER_OF_EMPLOYEES, direction: DESC }) {
        totalCount nodes { name domain numberOfEmployees } pageInfo { hasNextPage endCursor } } }
    ```
    """
    page = asked_page(ctx, first, after, last, before)
    wanted = filter or CompanyFilter()
    return load_list(ctx, SOURCES[_COMPANY], wanted.conditions(ctx.clock()), company_order(order_by), page)


async def list_tasks(
    ctx: Context,
    filter: TaskFilter | None = None,
    order_by: list[TaskOrder] | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Task]:
    """Tasks, the most urgent first unless told; those without a due date come last.

    ```graphql
    { tasks(filter: { overdue: true, ownerId: { eq: "user_…" } }) { nodes { subject dueAt contact { name } } } }
    ```
    """
    page = asked_page(ctx, first, after, last, before)
    wanted = filter or TaskFilter()
    return load_list(ctx, SOURCES[_TASK], wanted.conditions(ctx.clock()), task_order(order_by), page)


async def list_activities(
    ctx: Context,
    filter: ActivityFilter | None = None,
    order_by: list[ActivityOrder] | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Activity]:
    """Messages and connections, the newest first unless told.

    ```graphql
    { activities(filter: { direction: { eq: "INBOUND" } }, first: 10) {
        nodes { type happenedAt bodyText contact { name } } } }
    ```
    """
    page = asked_page(ctx, first, after, last, before)
    wanted = filter or ActivityFilter()
    return load_list(ctx, SOURCES[_ACTIVITY], wanted.conditions(ctx.clock()), activity_order(order_by), page)


async def list_runs(
    ctx: Context,
    filter: RunFilter | None = None,
    order_by: list[RunOrder] | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[Run]:
    """Runs, the newest first unless told: every sync and every write, through any door.

    ```graphql
    { syncRuns(filter: { act: { eq: "sync_contacts" }, status: { in: [PARTLY, FAILED] } }) {
        nodes { id startedAt counts { outcome count } } } }
    ```
    """
    page = asked_page(ctx, first, after, last, before)
    wanted = filter or RunFilter()
    return load_list(ctx, SOURCES[_RUN], wanted.conditions(ctx.clock()), run_order(order_by), page)


async def list_custom_fields(
    ctx: Context,
    entity: Entity | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[CustomFieldDefinition]:
    """Every custom field that was ever sent, by name, with what its values look like.

    ```graphql
    { customFieldDefinitions(entity: CONTACT) { nodes { name label inferredType fillRate samples } } }
    ```
    """
    c = _FIELD.c
    conditions = [c.entity == entity.value] if entity else []
    order = Order((Term("name", c.name), Term("entity", c.entity)))
    return load_list(ctx, SOURCES[_FIELD], conditions, order, asked_page(ctx, first, after, last, before))


async def list_possible_duplicates(
    ctx: Context,
    entity: Entity | None = None,
    state: DuplicateState | None = None,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> Connection[PossibleDuplicate]:
    """Pairs of records that may be one, the latest found first: two identifiers of one item pointed at two records.

    ```graphql
    { possibleDuplicates(state: OPEN) { nodes { id kind foundAt first { id } second { id } } } }
    ```
    """
    c = _PAIR.c
    conditions = [c.entity == entity.value] if entity else []
    conditions += [c.state == state.value] if state else []
    order = Order(
        (Term("foundAt", c.found_at, True), Term("firstId", c.first_id, True), Term("secondId", c.second_id, True))
    )
    return load_list(ctx, SOURCES[_PAIR], conditions, order, asked_page(ctx, first, after, last, before))


async def _linked(ctx: Context, entity: Entity, external_id: str) -> Any:
    ctx.require_read()
    if not is_storable(external_id):
        return None
    statement = select(_LINK.record_id).where(
        _LINK.entity == entity.value, _LINK.source == ENGINY, _LINK.external_id == external_id
    )
    rows = await fetch(ctx, statement)
    table = _CONTACT if entity is Entity.CONTACT else _COMPANY
    return await load_record(ctx, SOURCES[table], rows[0][0]) if rows else None
