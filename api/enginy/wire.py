"""Enginy's JSON, to and from: items in, results out, under Enginy's names. Nothing here knows what a contact is.

Source: Enginy's Custom CRM documentation, "Contacts sync" and the pages beside it.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from api.enginy.splitting import read_item
from graphql_schema.outcome import Outcome
from graphql_schema.resolvers.activities import NewActivity
from graphql_schema.resolvers.associations import AssociationReport, Pair
from graphql_schema.resolvers.fetching import KnownRecord
from graphql_schema.resolvers.tasks import TaskChanges
from models.activity import Activity
from models.columns import iso_z
from models.errors import CRMError, InvalidInput
from models.exact_json import JsonValue
from models.fields.cleaning import MAX_NAME, check_text, is_storable
from models.fields.mapping import EXTERNAL_ID, FIELDS, RECORD_ID, Entity
from models.incoming import MAX_EXTERNAL_ID, Item, Lead, Update, external_id_of, record_id_of
from models.moments import parse_moment
from models.task import Task
from models.user import User

Json = dict[str, Any]

CONTACT_REFERENCE = "contactCRMId"
COMPANY_REFERENCE = "companyCRMId"


class _Peek(msgspec.Struct, gc=False, rename={"external_id": EXTERNAL_ID, "record_id": RECORD_ID}):
    """The two ids of an item, the rest unread."""

    external_id: str | UnsetType = UNSET
    record_id: str | UnsetType = UNSET


_peek = msgspec.json.Decoder(_Peek).decode


def to_lead(raw: bytes) -> Lead:
    """An item that asks to be found or created. It is read only when somebody needs its fields."""
    lead = Lead(raw=raw, read=read_item)
    try:
        text = _peek(raw).external_id
        if text is not UNSET and text.isascii() and 0 < len(text) <= MAX_EXTERNAL_ID and "\x00" not in text:
            lead.external_id = lead.external_id_sent = text
            return lead
    except (msgspec.DecodeError, RecursionError, ValueError):
        text = UNSET
    try:
        sent: JsonValue = lead.given().get(EXTERNAL_ID) if text is UNSET else text
        lead.external_id_sent = _echoable(sent)
        lead.external_id = external_id_of(sent)
    except CRMError as problem:
        lead.problem = problem
    return lead


def to_update(raw: bytes) -> Update:
    """An item that names a record of ours and fields to set."""
    update = Update(raw=raw, read=read_item)
    try:
        sent: JsonValue | UnsetType = _peek(raw).record_id
    except (msgspec.DecodeError, RecursionError, ValueError):
        sent = UNSET
    try:
        if sent is UNSET:
            sent = update.given().get(RECORD_ID)
        update.record_id_sent = _echoable(sent)
        update.record_id = record_id_of(sent)
    except CRMError as problem:
        update.problem = problem
    return update


def _echoable(sent: object) -> JsonValue:
    """An id as sent, where an answer can repeat it; None for anything that is no id."""
    if isinstance(sent, str):
        return sent if _encodable(sent) else None
    if isinstance(sent, float):
        return sent if math.isfinite(sent) else None
    return sent if isinstance(sent, int) and not isinstance(sent, bool) else None


def to_pair(raw: bytes) -> Pair:
    """A contact and a company that belong together."""
    pair = Pair(raw=raw, read=read_item)
    try:
        given = pair.given()
        pair.contact_id_sent = _echoable(given.get(CONTACT_REFERENCE))
        pair.company_id_sent = _echoable(given.get(COMPANY_REFERENCE))
        pair.contact_id = _reference(given, CONTACT_REFERENCE)
        pair.company_id = _reference(given, COMPANY_REFERENCE)
    except CRMError as problem:
        pair.problem = problem
    return pair


def _reference(given: Mapping[str, JsonValue], name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str) or not value:
        raise InvalidInput(f"{name} {'is required' if value in (None, '') else 'must be text'}", field=name)
    check_text(name, value, MAX_NAME)
    return value


def from_found(outcomes: Iterable[Outcome]) -> Json:
    """The answer to a sync or a create: results for what has a record, errors for what has a problem, the rest left out."""
    results: list[Json] = []
    errors: list[Json] = []
    for outcome in outcomes:
        if outcome.problem is not None:
            errors.append(_error(outcome))
        elif outcome.record_id is not None:
            result: Json = {"externalId": outcome.external_id, "crmId": outcome.record_id}
            if outcome.properties is not None:
                result["properties"] = outcome.properties
            results.append(result)
    return {"results": results, "errors": errors} if errors else {"results": results}


def _error(outcome: Outcome) -> Json:
    error: Json = {"externalId": outcome.external_id, "error": str(outcome.problem)}
    if outcome.external_id in (None, ""):
        error["externalId"] = None
        error["index"] = outcome.index
    return error


def from_updated(outcomes: Iterable[Outcome], updates: Iterable[Update]) -> Json:
    """The answer to an update: one result per item, in order, failures among them."""
    results = []
    for outcome, update in zip(outcomes, updates, strict=True):
        result: Json = {"crmId": update.record_id_sent, "success": outcome.problem is None}
        if outcome.problem is not None:
            result["error"] = str(outcome.problem)
            if outcome.record_id is None:
                result["index"] = outcome.index
        elif outcome.properties is not None:
            result["properties"] = outcome.properties
        results.append(result)
    return {"results": results}


def from_associated(report: AssociationReport, pairs: list[Pair]) -> Json:
    answer: Json = {"success": True, "created": report.created}
    if report.problems:
        answer["errors"] = [
            {
                CONTACT_REFERENCE: pairs[index].contact_id_sent,
                COMPANY_REFERENCE: pairs[index].company_id_sent,
                "error": str(problem),
            }
            for index, problem in report.problems.items()
        ]
    return answer


_FETCHED = {
    Entity.CONTACT: (
        "email", "first_name", "last_name", "phone", "company_name", "title", "linkedin_url", "owner_id",
    ),
    Entity.COMPANY: ("name", "domain", "industry", "owner_id"),
}  # fmt: skip


def from_known(entity: Entity, known: Iterable[KnownRecord]) -> Json:
    """The answer to a fetch by id, as Enginy's sample server words it: main fields beside all custom ones."""
    table = FIELDS[entity]
    results = []
    for each in known:
        fields = {table.incoming(name): each.values[name] for name in _FETCHED[entity]}
        results.append(
            {"id": each.record.id, "crmId": each.record.id, "externalId": each.external_id}
            | fields
            | {"properties": each.record.custom}
        )
    return {"results": results}


_TASK_TEXTS = {
    "subject": "subject", "description": "description", "type": "type", "ownerId": "owner_id",
    "contactId": "contact_id", "companyId": "company_id",
}  # fmt: skip


def to_task(body: Json, *, is_new: bool = False) -> TaskChanges:
    """The fields of a task that a body names; for a new one null says nothing.

    Raises InvalidInput for a value of another type.
    """
    given = {name: value for name, value in body.items() if value is not None} if is_new else body
    values: dict[str, Any] = {name: _text(given, sent) for sent, name in _TASK_TEXTS.items() if sent in given}
    if "dueDate" in given:
        values["due_at"] = parse_moment("dueDate", given["dueDate"])
    if "completed" in given:
        values["completed"] = given["completed"]
    return TaskChanges(values, Item(fields=body))


def from_task(task: Task) -> Json:
    return {
        "id": task.id,
        "subject": task.subject,
        "description": task.description,
        "type": task.type,
        "ownerId": task.owner_id,
        "dueDate": iso_z(task.due_at) if task.due_at else None,
        "contactId": task.contact_id,
        "companyId": task.company_id,
        "completed": task.completed,
        "completedAt": iso_z(task.completed_at) if task.completed_at else None,
    }


def to_activity(body: Json) -> NewActivity:
    """The activity a body describes. Raises InvalidInput for a value of another type."""
    metadata = body.get("metadata")
    if metadata is not None and not isinstance(metadata, dict):
        raise InvalidInput("metadata must be an object", field="metadata")
    message_id = (metadata or {}).get("messageId")
    return NewActivity(
        type=_text(body, "type") or "",
        subject=_text(body, "subject"),
        body=_text(body, "body"),
        direction=_text(body, "direction"),
        owner_id=_text(body, "ownerId"),
        contact_id=_text(body, "contactId"),
        company_id=_text(body, "companyId"),
        occurred_at=parse_moment("occurredAt", body.get("occurredAt")),
        details=metadata,
        message_id=str(message_id) if isinstance(message_id, (str, int)) and message_id != "" else None,
        item=Item(fields=body),
    )


def from_activity(activity: Activity) -> Json:
    return {
        "id": activity.id,
        "type": activity.type,
        "subject": activity.subject,
        "body": activity.body,
        "direction": activity.direction or None,
        "ownerId": activity.owner_id,
        "occurredAt": iso_z(activity.occurred_at) if activity.occurred_at else None,
        "contactId": activity.contact_id or None,
        "companyId": activity.company_id or None,
        "metadata": activity.details,
    }


def from_user(user: User) -> Json:
    answer = {"id": user.id, "name": user.name}
    return answer if user.email is None else {**answer, "email": user.email}


def _text(body: Json, name: str) -> str | None:
    value = body.get(name)
    if value is not None and not isinstance(value, str):
        raise InvalidInput(f"{name} must be text", field=name)
    return value


def to_ids(body: Json) -> list[str]:
    """The ids a body asks for; what is no text is nobody's id. Raises InvalidInput without an array of them."""
    ids = body.get("ids")
    if not isinstance(ids, list):
        raise InvalidInput("ids must be an array", field="ids")
    return [each for each in ids if isinstance(each, str) and is_storable(each)]


def _encodable(text: str) -> bool:
    return text.isascii() or text.encode("utf-8", "replace").decode() == text
