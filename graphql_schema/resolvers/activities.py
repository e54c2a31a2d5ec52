"""Activities: messages and connections that Enginy reports. They are added, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from graphql_schema.context import Context
from graphql_schema.outcome import ErrorPolicy
from graphql_schema.resolvers.following import follow_activities, touched
from graphql_schema.resolvers.recording import open_journal, record
from models.activity import Activity
from models.base import table_of
from models.columns import new_id
from models.database.session import Session
from models.database.statements import is_any
from models.engagement.messages import read_message
from models.errors import CRMError, InvalidInput, NotDone, NotStored
from models.fields.cleaning import MAX_CUSTOM_BYTES, MAX_NAME, MAX_TEXT, check_json, check_text, is_storable
from models.incoming import Item
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.pacing import slices
from models.records import KINDS, read_for_update

NAMES = {
    "type": "type",
    "direction": "direction",
    "owner_id": "ownerId",
    "contact_id": "contactId",
    "company_id": "companyId",
    "message_id": "messageId",
}  # fmt: skip  what callers call them

_TABLE = table_of(Activity)
_COLUMNS = tuple(_TABLE.c.keys())
_Key = tuple[str, str, str, str]  # message, type, direction and contact: the same message is stored once


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
    problem: CRMError | None = None  # set when it could not even be read

    def check(self) -> None:
        """Raises InvalidInput for a value that cannot be stored, and for an activity without a type."""
        if self.problem is not None:
            raise self.problem
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


@dataclass(frozen=True, slots=True)
class ActivityOutcome:
    """What became of one activity of a batch. With a `problem` nothing was stored of it."""

    index: int
    activity: Activity | None = None
    created: bool = False
    problem: CRMError | None = None


@dataclass(frozen=True, slots=True)
class ActivitiesReport:
    """A batch's results, one per item in order, and the run that keeps them; None where nothing was stored."""

    run_id: str | None
    outcomes: list[ActivityOutcome]


async def create_activity(ctx: Context, activity: NewActivity) -> CreatedActivity:
    """Add a message or connection to the timeline. The same message reported again answers the first activity.

    Contact, company and owner are kept as given, whether they are known here or not; all are optional.

    ```graphql
    mutation { createActivity(activity: { type: "LINKEDIN", body: "Nice to meet you", contactId: "contact_…" }) {
        ... on ActivityAdded { created activity { id happenedAt } } ... on Problem { code message } } }
    ```
    """
    activity.check()
    adding = _Adding(ctx, "create_activity", [activity])
    (outcome,) = (await adding.run()).outcomes
    assert outcome.activity is not None
    return CreatedActivity(outcome.activity, outcome.created)


async def create_activities(
    ctx: Context, activities: list[NewActivity], error_policy: ErrorPolicy = ErrorPolicy.EACH
) -> ActivitiesReport:
    """Add messages and connections to the timeline, each judged by itself.

    A message that was reported before, or twice in the batch, answers the first activity.

    ```graphql
    mutation { createActivities(activities: [{ type: "EMAIL", direction: "INBOUND", contactId: "contact_…" }]) {
        results { index created activity { id } problem { code message } } } }
    ```
    """
    adding = _Adding(ctx, "create_activities", activities, error_policy)
    try:
        return await adding.run()
    except NotStored:
        # The database refused the set after all: each by itself, so that only the guilty fail.
        return await adding.run(one_by_one=True)


async def find_activity(ctx: Context, id: str) -> Activity | None:
    """A message or connection by id. Null if there is none.

    ```graphql
    { activity(id: "activity_…") { type subject bodyText happenedAt contact { name } } }
    ```
    """
    ctx.require_read()
    async with ctx.db.read() as session:
        return await session.get(Activity, id) if is_storable(id) else None


class _Adding:
    """A batch of activities on its way: judged without the database, then stored as one set."""

    def __init__(
        self, ctx: Context, act: str, activities: Sequence[NewActivity], policy: ErrorPolicy = ErrorPolicy.EACH
    ) -> None:
        self._ctx = ctx
        self._policy = policy
        self._activities = activities
        self._journal = open_journal(ctx, act, None, [each.item for each in activities])
        self._problems: dict[int, CRMError] = {}
        self._known: dict[_Key, Activity] = {}
        self._outcomes: dict[int, ActivityOutcome] = {}

    async def run(self, *, one_by_one: bool = False) -> ActivitiesReport:
        async def work(session: Session) -> None:
            await self._store(session, one_by_one)

        await self._judge()
        await record(self._ctx, self._journal, work, received=len(self._activities), policy=self._policy)
        outcomes = [self._outcomes[index] for index in sorted(self._outcomes)]
        if self._policy is ErrorPolicy.ALL_OR_NOTHING and any(each.problem for each in outcomes):
            outcomes = [each if each.problem else ActivityOutcome(each.index, problem=NotDone()) for each in outcomes]
        return ActivitiesReport(self._ctx.run_id, outcomes)

    async def _judge(self) -> None:
        """Decide of every item by itself whether it can be taken."""
        self._problems = {}
        async for part in slices(range(len(self._activities)), 200):
            for index in part:
                try:
                    self._activities[index].check()
                except CRMError as problem:
                    self._problems[index] = problem

    async def _store(self, session: Session, one_by_one: bool) -> None:
        wanted = [index for index in range(len(self._activities)) if index not in self._problems]
        taken = [self._activities[index] for index in wanted]
        self._outcomes, made = {}, []
        for index, problem in self._problems.items():
            self._fail(index, problem)
        messages = sorted({each.message_id for each in taken if each.message_id})
        await session.lock(f"message {each}" for each in messages)
        # Locked as updates lock them, so that what follows from an activity never meets another writer's change.
        for entity, ids in touched(taken):
            await read_for_update(session, KINDS[entity], ids)
        self._known = {_key(each): each for each in await _reported(session, messages)}
        if one_by_one:
            for index in wanted:
                made += await self._add_alone(session, index)
        else:
            made = await self._add(session, wanted)
        await follow_activities(session, self._journal, made)

    async def _add_alone(self, session: Session, index: int) -> list[Activity]:
        try:
            async with session.savepoint():
                return await self._add(session, [index])
        except NotStored as problem:
            self._journal.undecide(index)
            self._known = {key: each for key, each in self._known.items() if each is not self._outcomes[index].activity}
            self._fail(index, problem)
            return []

    async def _add(self, session: Session, indexes: Sequence[int]) -> list[Activity]:
        """The new activities among these, stored."""
        made: list[Activity] = []
        async for part in slices(indexes, 500):
            fresh = [activity for index in part if (activity := self._take(index)) is not None]
            rows = [tuple(getattr(activity, name) for name in _COLUMNS) for activity in fresh]
            await session.insert_rows(_TABLE, _COLUMNS, rows)
            made += fresh
        return made

    def _take(self, index: int) -> Activity | None:
        """The item as a new activity; None when its message is known."""
        activity = _activity(self._activities[index], self._journal)
        key = _key(activity)
        known = self._known.get(key) if activity.message_id else None
        if known is not None:
            self._outcomes[index] = ActivityOutcome(index, known)
            self._journal.decide(index, ItemDecision("unchanged", record_id=known.id))
            return None
        self._known[key] = activity
        self._outcomes[index] = ActivityOutcome(index, activity, created=True)
        self._journal.decide(index, ItemDecision("created", record_id=activity.id))
        return activity

    def _fail(self, index: int, problem: CRMError) -> None:
        self._outcomes[index] = ActivityOutcome(index, problem=problem)
        self._journal.decide(index, ItemDecision("failed", code=problem.code, message=problem.message))


def _activity(new: NewActivity, journal: Journal) -> Activity:
    message = read_message(new.type, new.direction, new.subject, new.details)
    return Activity(
        id=new_id("activity"),
        type=new.type,
        direction=new.direction or "",
        subject=new.subject,
        body=new.body,
        owner_id=new.owner_id,
        contact_id=new.contact_id or "",
        company_id=new.company_id or "",
        occurred_at=new.occurred_at,
        happened_at=new.occurred_at or journal.now,
        details=new.details,
        message_id=new.message_id,
        step=message.step,
        steps=message.steps,
        sender=message.sender,
        created_at=journal.now,
        created_by=journal.actor.id,
    )


def _key(activity: Activity) -> _Key:
    return activity.message_id or "", activity.type, activity.direction, activity.contact_id


async def _reported(session: Session, message_ids: list[str]) -> list[Activity]:
    """The stored activities with these message ids."""
    if not message_ids:
        return []
    found = await session.exec(select(Activity).where(is_any(col(Activity.message_id), "ids", message_ids)))
    return list(found.all())
