"""Filling a database with the made-up story, step by step, through the acts that Enginy's calls and the team's use.

After each step a row says how far it came, so an interrupted filling goes on where it stopped; a step that was done
and not yet noted is done again and changes nothing.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import structlog
from sqlmodel import col, select

from api.demo.campaigns import NAMES, Message
from api.demo.mark import Mark, check, read_mark, store_mark
from api.demo.selling import make_deals, make_notes
from api.demo.story import Act, Fields, Pair, PlannedTask, Step, tell
from api.operating import COMMAND_LINE
from graphql_schema.context import Clock, Context
from graphql_schema.resolvers.activities import NewActivity, create_activities
from graphql_schema.resolvers.associations import Pair as Tie
from graphql_schema.resolvers.associations import associate_contacts
from graphql_schema.resolvers.create import create_companies, create_contacts
from graphql_schema.resolvers.people import create_user
from graphql_schema.resolvers.sync import sync_companies, sync_contacts
from graphql_schema.resolvers.tasks import TaskChanges, create_task, update_tasks
from graphql_schema.resolvers.update import update_contacts
from models.access.api_key import Scope
from models.columns import iso_z
from models.contact import Contact
from models.database.engine import Database
from models.database.statements import is_any
from models.errors import AlreadyExists, CRMError, InvalidInput
from models.fields.mapping import Entity
from models.incoming import Item, Lead, Update
from models.ledger.external_link import ENGINY, ExternalLink
from models.ledger.journal import Actor
from models.ledger.run import Door, Source
from models.task import Task
from models.user import Role

if TYPE_CHECKING:
    from api.context import Server
    from api.startup import Background

CONTACTS = 500
SEED = 1

_ENGINY = Actor("demo", "Enginy (made up)", Source.ENGINY, frozenset((Scope.ENGINY,)))
_log = structlog.stdlib.get_logger("demo")

Progress = Callable[[int, int], None]


def fill_when_open(opened: asyncio.Event) -> "Background":
    """Background work of a server: the demo, once the port is open."""

    async def fill_demo(server: "Server", ending: asyncio.Event) -> None:
        waits = [asyncio.create_task(each.wait()) for each in (opened, ending)]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        mark = await read_mark(server.db)
        if mark is not None and mark.is_complete:
            return
        _log.info("filling the demo", contacts=mark.contacts if mark else CONTACTS)
        told = 0

        def progress(done: int, steps: int) -> None:
            nonlocal told
            if done * 4 // steps > told:
                told = done * 4 // steps
                _log.info("filling the demo", percent=told * 25)

        await fill(server.db, clock=server.clock, progress=progress, is_ending=ending.is_set)

    return fill_demo


async def fill(
    db: Database,
    *,
    contacts: int = CONTACTS,
    seed: int = SEED,
    clock: Clock,
    region: str | None = None,
    progress: Progress = lambda done, steps: None,
    is_ending: Callable[[], bool] = lambda: False,
) -> bool:
    """Fill the database, or what is missing of it; False when nothing was missing. It ends early when told to.

    Raises InvalidInput for a database that holds other contacts, or another demo.
    """
    mark = await check(db)
    if mark is not None and (mark.contacts, mark.seed) != (contacts, seed) and mark.is_complete:
        raise InvalidInput(
            f"{db.address} holds a demo of {mark.contacts} contacts with seed {mark.seed}; name another database"
        )
    if mark is None:
        mark = Mark(seed, contacts, clock().replace(minute=0, second=0, microsecond=0))
    if mark.is_complete:
        return False
    steps = await asyncio.to_thread(tell, mark.seed, mark.contacts, mark.end)
    filling = Filling(db, region)
    for done in range(mark.done, len(steps)):
        if is_ending():
            return True
        await store_mark(db, Mark(mark.seed, mark.contacts, mark.end, done, len(steps)), clock())
        await filling.do(steps[done])
        progress(done + 1, len(steps))
    await store_mark(db, Mark(mark.seed, mark.contacts, mark.end, len(steps), len(steps)), clock())
    return True


class Filling:
    """Does steps. External ids become ids of ours by the links that are stored."""

    def __init__(self, db: Database, region: str | None) -> None:
        self._db = db
        self._region = region
        self._ids: dict[tuple[Entity, str], str] = {}

    def _context(self, at: datetime, by: str | None = None) -> Context:
        actor = _ENGINY if by is None else Actor(by, NAMES[by], Source.PERSON, _ENGINY.scopes)
        return Context(db=self._db, actor=actor, door=Door.CLI, clock=lambda: at, region=self._region)

    async def do(self, step: Step) -> None:
        ctx = self._context(step.at, step.by)
        match step.act:
            case Act.ADD_TEAM:
                await self._add_team(step)
            case Act.EXPORT_COMPANIES:
                _expect_no_problem(await create_companies(ctx, [_lead(each) for each in step.items]))
            case Act.EXPORT_PEOPLE:
                _expect_no_problem(await create_contacts(ctx, [_lead(each) for each in step.items]))
            case Act.ASSOCIATE:
                await self._associate(ctx, step.items)
            case Act.ADD_BY_HAND:
                await self._add_by_hand(ctx, step.items)
            case Act.EDIT | Act.UPDATE:
                await self._update(ctx, step.items)
            case Act.SYNC_PEOPLE:
                await sync_contacts(ctx, [_lead(each) for each in step.items])
            case Act.SYNC_COMPANIES:
                await sync_companies(ctx, [_lead(each) for each in step.items])
            case Act.REPORT_MESSAGES:
                await self._report_messages(step.items)
            case Act.PLAN_TASKS:
                await self._plan_tasks(step.items)
            case Act.MAKE_DEALS:
                people = await self._known(Entity.CONTACT, [each.person for each in step.items])
                companies = await self._known(Entity.COMPANY, [each.company for each in step.items])
                await make_deals(self._db, self._context, step.items, people, companies)
            case Act.WRITE_NOTES:
                people = await self._known(Entity.CONTACT, [each.person for each in step.items])
                await make_notes(self._db, self._context, step.items, people)

    async def _add_team(self, step: Step) -> None:
        ctx = Context(db=self._db, actor=COMMAND_LINE, door=Door.CLI, clock=lambda: step.at)
        for user_id, name, role in step.items:
            address = f"{name.lower().replace(' ', '.')}@palmarium.example"
            try:
                await create_user(ctx, name, address, Role(role), user_id)
            except AlreadyExists:
                continue  # in this filling's first attempt

    async def _associate(self, ctx: Context, items: Sequence[Pair]) -> None:
        people = await self._known(Entity.CONTACT, [each.person for each in items])
        companies = await self._known(Entity.COMPANY, [each.company for each in items])
        ties = [(people[each.person], companies[each.company]) for each in items]
        await associate_contacts(
            ctx,
            [
                Tie({"contactCRMId": one, "companyCRMId": other}, contact_id=one, company_id=other)
                for one, other in ties
            ],
        )

    async def _add_by_hand(self, ctx: Context, items: Sequence[Fields]) -> None:
        async with self._db.read() as session:
            added = set((await session.exec(select(Contact.email).where(Contact.created_by == ctx.actor.id))).all())
        missing = [each for each in items if each.sent["email"] not in added]
        await create_contacts(ctx, [Lead(each.sent) for each in missing], allow_duplicates=True)

    async def _update(self, ctx: Context, items: Sequence[Fields]) -> None:
        ids = await self._known(Entity.CONTACT, [each.external_id for each in items])
        _expect_no_problem(
            await update_contacts(
                ctx,
                [
                    Update({"crmId": ids[each.external_id], **each.sent}, record_id=ids[each.external_id])
                    for each in items
                ],
            )
        )

    async def _report_messages(self, items: Sequence[Message]) -> None:
        ids = await self._known(Entity.CONTACT, [each.person for each in items])
        moment = items[-1].at + timedelta(minutes=1)
        await create_activities(self._context(moment), [_activity(message, ids[message.person]) for message in items])

    async def _plan_tasks(self, items: Sequence[PlannedTask]) -> None:
        ids = await self._known(Entity.CONTACT, [each.person for each in items])
        async with self._db.read() as session:
            found = await session.exec(select(Task).where(is_any(col(Task.contact_id), "ids", list(ids.values()))))
            known = {(task.contact_id, task.subject): task for task in found.all()}
        for planned in items:
            contact_id = ids[planned.person]
            task = known.get((contact_id, planned.subject))
            if task is None:
                made = await create_task(self._context(planned.made_at), _task(planned, contact_id))
                task_id = made.outcomes[0].record_id or ""
            else:
                task_id = task.id
            if planned.done_at is not None:
                changes = TaskChanges({"completed": True}, Item({"completed": True}))
                await update_tasks(self._context(planned.done_at, planned.owner), changes, [task_id])

    async def _known(self, entity: Entity, external_ids: Sequence[str]) -> dict[str, str]:
        """Our ids by external id."""
        missing = [each for each in external_ids if (entity, each) not in self._ids]
        if missing:
            async with self._db.read() as session:
                found = await session.exec(
                    select(ExternalLink).where(
                        ExternalLink.entity == entity.value,
                        ExternalLink.source == ENGINY,
                        is_any(col(ExternalLink.external_id), "external_ids", missing),
                    )
                )
                self._ids.update({(entity, link.external_id): link.record_id for link in found.all()})
        return {each: self._ids[entity, each] for each in external_ids}


def _lead(each: Fields) -> Lead:
    return Lead(
        {"externalId": each.external_id, **each.sent}, external_id=each.external_id, external_id_sent=each.external_id
    )


def _activity(message: Message, contact_id: str) -> NewActivity:
    metadata: dict[str, Any] = {"messageId": message.id}
    if message.place:
        metadata |= {"sequenceIndex": message.place, "sequenceMessageCount": message.count}
    direction = "INBOUND" if message.is_inbound else "OUTBOUND"
    body: dict[str, Any] = {
        "type": message.type, "subject": message.subject, "body": message.body, "direction": direction,
        "ownerId": message.sender, "occurredAt": iso_z(message.at), "contactId": contact_id, "metadata": metadata,
    }  # fmt: skip
    return NewActivity(
        type=message.type,
        subject=message.subject,
        body=message.body,
        direction=direction,
        owner_id=message.sender,
        contact_id=contact_id,
        occurred_at=message.at,
        details=metadata,
        message_id=message.id,
        item=Item(body),
    )


def _task(planned: PlannedTask, contact_id: str) -> TaskChanges:
    values: dict[str, Any] = {
        "subject": planned.subject, "description": planned.description, "type": planned.type,
        "owner_id": planned.owner, "due_at": planned.due_at, "contact_id": contact_id,
    }  # fmt: skip
    sent: dict[str, Any] = {
        "subject": planned.subject, "description": planned.description, "type": planned.type,
        "ownerId": planned.owner, "dueDate": iso_z(planned.due_at), "contactId": contact_id,
    }  # fmt: skip
    return TaskChanges(values, Item(sent))


def _expect_no_problem(report: Any) -> None:
    problems: list[CRMError] = [each.problem for each in report.outcomes if each.problem is not None]
    if problems:
        raise problems[0]
