"""Activities: messages and connections that Enginy reports. They are added, never changed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import or_, update
from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from models.activity import Activity
from models.columns import new_id
from models.company import Company
from models.contact import Contact
from models.database.session import Session
from models.errors import InvalidInput, NotFound
from models.fields.cleaning import MAX_CUSTOM_BYTES, MAX_NAME, MAX_TEXT, check_json, check_text, is_storable
from models.incoming import Item
from models.ledger.decision import ItemDecision

NAMES = {
    "type": "type",
    "direction": "direction",
    "owner_id": "ownerId",
    "contact_id": "contactId",
    "company_id": "companyId",
    "message_id": "messageId",
}  # fmt: skip  what callers call them


@dataclass(frozen=True, slots=True)
class NewActivity:
    """An activity to add. `details` is what Enginy calls metadata; a `message_id` makes repeats harmless."""

    type: str
    subject: str | None = None
    body: str | None = None
    direction: str | None = None
    owner_id: str | None = None
    contact_id: str | None = None
    company_id: str | None = None
    occurred_at: datetime | None = None
    details: dict[str, Any] | None = None
    message_id: str | None = None
    item: Item = field(default_factory=lambda: Item(fields={}))  # as it arrived, for the ledger

    def check(self) -> None:
        """Raises InvalidInput for a value that cannot be stored, and for an activity without a type."""
        if not self.type:
            raise InvalidInput("type is required", field="type")
        for name, told in NAMES.items():
            check_text(told, getattr(self, name) or "", MAX_NAME)
        check_text("subject", self.subject or "", MAX_TEXT)
        check_text("body", self.body or "", MAX_CUSTOM_BYTES)
        if self.details is not None:
            check_json("metadata", self.details)


@dataclass(frozen=True, slots=True)
class CreatedActivity:
    """An activity, and whether this call made it or an earlier one did."""

    activity: Activity
    created: bool


async def create_activity(ctx: Context, activity: NewActivity) -> CreatedActivity:
    """Add a message or connection to the timeline. The same message reported again answers the first activity.

    Contact, company and owner are kept as given, whether they are known here or not; all are optional.
    """
    activity.check()
    journal = open_journal(ctx, "create_activity", None, [activity.item])

    async def work(session: Session) -> CreatedActivity:
        known = await _same_message(session, activity)
        if known is not None:
            journal.decide(0, ItemDecision("unchanged", record_id=known.id))
            return CreatedActivity(known, created=False)
        now = journal.now
        made = Activity(
            id=new_id("activity"),
            type=activity.type,
            direction=activity.direction or "",
            subject=activity.subject,
            body=activity.body,
            owner_id=activity.owner_id,
            contact_id=activity.contact_id or "",
            company_id=activity.company_id or "",
            occurred_at=activity.occurred_at,
            happened_at=activity.occurred_at or now,
            details=activity.details,
            message_id=activity.message_id,
            created_at=now,
            created_by=journal.actor.id,
        )
        session.add(made)
        await session.flush()
        await _touch(session, made)
        journal.decide(0, ItemDecision("created", record_id=made.id))
        return CreatedActivity(made, created=True)

    return await record(ctx, journal, work, received=1)


async def find_activity(ctx: Context, id: str) -> Activity:
    """An activity by id. Raises NotFound."""
    ctx.require_read()
    async with ctx.db.read() as session:
        found = await session.get(Activity, id) if is_storable(id) else None
    if found is None:
        raise NotFound("Activity", id)
    return found


async def _same_message(session: Session, activity: NewActivity) -> Activity | None:
    if not activity.message_id:
        return None
    await session.lock([f"message {activity.message_id}"])
    found = await session.exec(
        select(Activity).where(
            Activity.message_id == activity.message_id,
            Activity.type == activity.type,
            Activity.direction == (activity.direction or ""),
            Activity.contact_id == (activity.contact_id or ""),
        )
    )
    return found.first()


async def _touch(session: Session, made: Activity) -> None:
    """The last activity of contact and company follows the newest one."""
    for model, record_id in ((Contact, made.contact_id), (Company, made.company_id)):
        if record_id:
            moment = col(model.last_activity_at)
            await session.exec(
                update(model)
                .where(col(model.id) == record_id, or_(moment.is_(None), moment < made.happened_at))
                .values(last_activity_at=made.happened_at)
            )
