"""The strands of a timeline: rows of several tables that tell what happened with a record, each with a moment.

Changes are told in groups, and grouped before anything is cut off, so that a group never depends on where a page ends.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    Text,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
    type_coerce,
)

import models
from graphql_schema.inputs.combining import Conditions
from graphql_schema.inputs.filters import words
from graphql_schema.keyset import Order, Term, beyond
from models.base import table_of
from models.database.statements import seconds_between
from models.fields.mapping import Entity
from models.ledger.links import links_of
from models.timeline import Strand, TimelineKind

GAP_SECONDS = 300  # changes of one actor that follow each other within it are told together

_ACTIVITY = table_of(models.Activity).c
_CHANGE = table_of(models.Change).c
_EVENT = table_of(models.EngagementEvent).c
_LINK = table_of(models.ExternalLink).c
_TASK = table_of(models.Task).c


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which items of a timeline; None is all of them. `since` is part of the period, `until` is not."""

    kinds: frozenset[TimelineKind] | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of one strand: moment, key, and what the rows that belong to it fulfil."""

    strand: Strand
    at: ColumnElement[Any]
    key: ColumnElement[Any]
    conditions: Conditions

    @property
    def order(self) -> Order:
        return Order((Term("at", self.at, True), Term("id", self.key, True)))

    def beyond(self, values: Sequence[Any], *, backward: bool) -> ColumnElement[bool]:
        """Rows beyond a place in the whole timeline, said so that the strand's own index finds them."""
        at, strand, key = values
        if strand == self.strand:
            return beyond(self.order.terms, (at, key), backward=backward)
        with_its_moment = self.strand > strand if backward else self.strand < strand
        found: ColumnElement[bool]
        if backward:
            found = self.at >= at if with_its_moment else self.at > at
        else:
            found = self.at <= at if with_its_moment else self.at < at
        return found

    def rows(self) -> Select[Any]:
        return select(
            self.at.label("at"), literal(int(self.strand), Integer).label("strand"), self.key.label("key")
        ).where(*self.conditions)


def strands_of(entity: Entity, record_id: str, wanted: Wanted) -> list[Source]:
    """The strands that hold items that are wanted."""
    found = (strand for strand in Strand if wanted.kinds is None or strand.kind in wanted.kinds)
    sources = [_SOURCES[strand](entity, record_id, wanted.text) for strand in found]
    return [replace(source, conditions=[*source.conditions, *_during(source.at, wanted)]) for source in sources]


def _during(at: ColumnElement[Any], wanted: Wanted) -> Conditions:
    since: Conditions = [at >= wanted.since] if wanted.since is not None else []
    return since + ([at < wanted.until] if wanted.until is not None else [])


def _linked(entity: Entity, record_id: str, text: str | None) -> Source:
    return Source(Strand.LINKED, _LINK.created_at, _LINK.external_id, _link_conditions(entity, record_id, text))


def _synced(entity: Entity, record_id: str, text: str | None) -> Source:
    conditions = [*_link_conditions(entity, record_id, text), _LINK.decided_at > _LINK.created_at]
    return Source(Strand.SYNCED, _LINK.decided_at, _LINK.external_id, conditions)


def _link_conditions(entity: Entity, record_id: str, text: str | None) -> Conditions:
    return [
        _LINK.record_id == record_id,
        *links_of(entity),
        *words(text, (_LINK.external_id,)),
    ]


def _task_created(entity: Entity, record_id: str, text: str | None) -> Source:
    return Source(Strand.TASK_CREATED, _TASK.created_at, _TASK.id, _task_conditions(entity, record_id, text))


def _task_completed(entity: Entity, record_id: str, text: str | None) -> Source:
    conditions = [*_task_conditions(entity, record_id, text), _TASK.completed_at.is_not(None)]
    return Source(Strand.TASK_COMPLETED, _TASK.completed_at, _TASK.id, conditions)


def _task_conditions(entity: Entity, record_id: str, text: str | None) -> Conditions:
    about = _TASK.contact_id if entity is Entity.CONTACT else _TASK.company_id
    return [about == record_id, *words(text, (_TASK.subject, _TASK.description))]


def _activity(entity: Entity, record_id: str, text: str | None) -> Source:
    searched = (_ACTIVITY.subject, _ACTIVITY.body, _ACTIVITY.sender, _ACTIVITY.type)
    conditions = [_with(entity) == record_id, *words(text, searched)]
    return Source(Strand.ACTIVITY, _ACTIVITY.happened_at, _ACTIVITY.id, conditions)


def _event(entity: Entity, record_id: str, text: str | None) -> Source:
    """Events that no activity of this timeline tells already."""
    told = select(literal(1)).where(_ACTIVITY.id == _EVENT.activity_id, _with(entity) == record_id).exists()
    conditions = [_EVENT.record_id == record_id, or_(_EVENT.activity_id.is_(None), ~told)]
    conditions += words(text, (_EVENT.text, _EVENT.kind, _EVENT.channel))
    return Source(Strand.EVENT, _EVENT.occurred_at, _EVENT.id, conditions)


def _with(entity: Entity) -> ColumnElement[str]:
    return _ACTIVITY.contact_id if entity is Entity.CONTACT else _ACTIVITY.company_id


def _changes(entity: Entity, record_id: str, text: str | None) -> Source:
    """Groups of changes, by the moment of the last and the key of the group. Grouped before anything is cut off."""
    found = words(text, (type_coerce(_CHANGE.fields, Text), type_coerce(_CHANGE.custom_fields, Text)))
    marks = [case((each, 1), else_=0).label(f"word_{at}") for at, each in enumerate(found)]
    numbered = numbered_changes(_CHANGE.record_id == record_id, *marks).c
    groups = (
        select(func.max(numbered.at).label("at"), func.min(numbered.id).label("id"))
        .group_by(numbered.number)
        .having(and_(true(), *(func.max(numbered[mark.name]) == 1 for mark in marks)))
        .subquery()
        .c
    )
    return Source(Strand.CHANGES, groups.at, groups.id, [])


def numbered_changes(which: ColumnElement[bool], *more: ColumnElement[Any]) -> Subquery:
    """Changes of records with the number of their group within the record, oldest first, and `more` columns.

    A group ends where somebody else goes on, or after a pause. Changes of engagement alone are told as events.
    """
    sequence: dict[str, Any] = {"partition_by": _CHANGE.record_id, "order_by": (_CHANGE.at, _CHANGE.id)}

    def before(column: ColumnElement[Any]) -> ColumnElement[Any]:
        return func.lag(column, type_=column.type).over(**sequence)

    goes_on = and_(
        before(_CHANGE.actor_id) == _CHANGE.actor_id,
        before(_CHANGE.source) == _CHANGE.source,
        seconds_between(_CHANGE.at, before(_CHANGE.at)) <= GAP_SECONDS,
    )
    told = (
        select(_CHANGE.record_id, _CHANGE.id, _CHANGE.at, case((goes_on, 0), else_=1).label("begins"), *more)
        .where(which, _CHANGE.engagement_only.is_(False))
        .subquery()
        .c
    )
    number = func.sum(told.begins).over(partition_by=told.record_id, order_by=(told.at, told.id), rows=(None, 0))
    others = [told[each.name] for each in more]
    return select(told.record_id, told.id, told.at, number.label("number"), *others).subquery()


_SOURCES: dict[Strand, Callable[[Entity, str, str | None], Source]] = {
    Strand.LINKED: _linked,
    Strand.CHANGES: _changes,
    Strand.TASK_CREATED: _task_created,
    Strand.TASK_COMPLETED: _task_completed,
    Strand.ACTIVITY: _activity,
    Strand.EVENT: _event,
    Strand.SYNCED: _synced,
}
