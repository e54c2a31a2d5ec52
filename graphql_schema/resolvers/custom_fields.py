"""Custom fields as people see them: a label, what their values should be read as, whether they are shown and where.

Nothing here touches a value: what was sent stays what was sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql_schema.context import Context
from graphql_schema.resolvers.recording import open_journal, record
from graphql_schema.resolvers.rows import told
from models.database.session import Session
from models.errors import AlreadyExists, CRMError, InvalidInput, NotFound
from models.fields.cleaning import MAX_INTEGER, MAX_NAME, check_text
from models.fields.mapping import FIELDS, RESERVED_NAMES, Entity
from models.fields.promoting import hold_promotions, settle_values
from models.fields.registry import CustomFieldDefinition
from models.fields.setting import CustomFieldSetting, WishedType
from models.incoming import Item
from models.ledger.decision import ItemDecision
from models.ledger.journal import Journal
from models.records import KINDS

CUSTOM_FIELD = "custom_field"
UNSEEN = "null"  # the registry's type of a name that no value came for yet


@dataclass(frozen=True, slots=True)
class CustomFieldChanges:
    """What to say of a custom field; a name that is missing is left alone, None clears.

    Names: label, wished_type, is_hidden, is_promoted, position.
    """

    values: Mapping[str, Any]

    def judged(self) -> dict[str, Any]:
        """The values. Raises InvalidInput naming the first that cannot be."""
        values = dict(self.values)
        if isinstance(values.get("label"), str):
            check_text("label", values["label"], MAX_NAME)
            values["label"] = values["label"].strip() or None
        if values.get("wished_type") is not None:
            values["wished_type"] = WishedType(values["wished_type"]).value
        if not 0 <= (values.get("position") or 0) <= MAX_INTEGER:
            raise InvalidInput("position must be a whole number from 0 on", field="position")
        return values


@dataclass(frozen=True, slots=True)
class CustomFieldReport:
    """The field that was defined or updated, or why it was not."""

    run_id: str | None
    entity: Entity
    name: str
    problem: CRMError | None = None


async def define_custom_field(
    ctx: Context, entity: Entity, name: str, changes: CustomFieldChanges, dry_run: bool = False
) -> CustomFieldReport:
    """Make a custom field known before a value comes for it, with what people should see of it.

    ```graphql
    mutation { defineCustomField(entity: CONTACT, name: "budget", changes: { label: "Budget", wishedType: NUMBER }) {
        ... on CustomFieldChanged { definition { name label wishedType } } ... on Problem { code message } } }
    ```
    """
    return await _write(ctx, "define_custom_field", entity, name, changes, new=True, dry_run=dry_run)


async def update_custom_field(
    ctx: Context, entity: Entity, name: str, changes: CustomFieldChanges, dry_run: bool = False
) -> CustomFieldReport:
    """Say how a custom field is shown: its label, what its values should be read as, hidden or promoted to a column.

    Values stay exactly as they were sent. A promoted field that is not hidden has an index, so that filters by it are
    quick however many records there are; it is made before this answers.

    ```graphql
    mutation { updateCustomField(entity: CONTACT, name: "budget", changes: { isPromoted: true, position: 1 }) {
        ... on CustomFieldChanged { definition { name isPromoted position } } ... on Problem { code message } } }
    ```
    """
    return await _write(ctx, "update_custom_field", entity, name, changes, new=False, dry_run=dry_run)


async def _write(
    ctx: Context, act: str, entity: Entity, name: str, changes: CustomFieldChanges, *, new: bool, dry_run: bool
) -> CustomFieldReport:
    item = Item(fields={"name": name, **{field: told(value) for field, value in changes.values.items()}})
    journal = open_journal(ctx, act, entity, [item])
    problem: CRMError | None = None

    async def work(session: Session) -> None:
        nonlocal problem
        problem = None
        try:
            values = changes.judged()
            check_name(entity, name)
            if _decides_promotion(values):
                await hold_promotions(session, entity)
            await session.lock([f"{entity} {name}"], room="fields")
            changed = await _store(session, journal, entity, name, values, new=new)
        except CRMError as refusal:
            problem = refusal
            journal.decide(0, ItemDecision("failed", code=refusal.code, message=refusal.message))
            return
        journal.decide(0, ItemDecision("created" if new else "updated" if changed else "unchanged"))

    await record(ctx, journal, work, received=1, dry_run=dry_run)
    if problem is None and not dry_run and _decides_promotion(changes.values):
        await settle_values(ctx.db, entity, KINDS[entity].table, name)
    return CustomFieldReport(ctx.run_id, entity, name, problem)


def _decides_promotion(values: Mapping[str, Any]) -> bool:
    """Whether records may be found by the field's values from now on, or no longer."""
    return "is_promoted" in values or "is_hidden" in values


async def _store(
    session: Session, journal: Journal, entity: Entity, name: str, values: Mapping[str, Any], *, new: bool
) -> bool:
    """Whether anything changed. Raises AlreadyExists for a new field that is known, NotFound for one that is not."""
    known = await session.get(CustomFieldDefinition, (entity.value, name))
    if new and known is not None:
        raise AlreadyExists(f"There is a custom field {name!r} already; update it", ())
    if not new and known is None:
        raise NotFound("Custom field")
    now, actor_id = journal.now, journal.actor.id
    if known is None:
        session.add(CustomFieldDefinition(entity=entity.value, name=name, type=UNSEEN, first_seen=now, last_seen=now))
    setting = await session.get(CustomFieldSetting, (entity.value, name))
    if setting is None:
        setting = CustomFieldSetting(
            entity=entity.value, name=name, created_at=now, created_by=actor_id, updated_at=now, updated_by=actor_id,
            version=0,
        )  # fmt: skip
    news = {field: value for field, value in values.items() if getattr(setting, field) != value}
    if not news and not new:
        return False
    fields = {field: {"old": told(getattr(setting, field)), "new": told(value)} for field, value in news.items()}
    for field, value in news.items():
        setattr(setting, field, value)
    setting.is_indexed = setting.is_indexed and setting.is_promoted and not setting.is_hidden
    setting.version += 1
    setting.updated_at, setting.updated_by = now, actor_id
    session.add(setting)
    journal.change(f"{CUSTOM_FIELD}_{entity}_{name}", setting.version, fields, {}, entity=CUSTOM_FIELD)
    await session.flush()
    return True


def check_name(entity: Entity, name: str) -> None:
    """Raises InvalidInput for what cannot be the name of a custom field."""
    check_text("name", name, MAX_NAME)
    if not name.strip():
        raise InvalidInput("A custom field needs a name", field="name")
    if name in RESERVED_NAMES or name in FIELDS[entity].by_incoming:
        raise InvalidInput(f"{name!r} is a field of its own, not a custom one", field="name")
