"""What incoming names mean, and alerts about names that changed."""

from datetime import datetime

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
from graphql_schema.described import computed, object_type
from graphql_schema.resolvers.meaning import AlertDismissed, MappingDecided
from graphql_schema.resolvers.meaning import NamesLearned as Learned
from graphql_schema.types.actor import Actor
from graphql_schema.types.change import LazyRun
from graphql_schema.types.node import Node
from graphql_schema.types.record import column, hidden, record, record_of, to_one
from graphql_schema.types.report import Recorded, run_id
from models.configuration import CUSTOM_PREFIX
from models.engagement.words import EngagementField
from models.fields.mapping import Entity
from models.fields.meaning import ENGAGEMENT_PREFIX, FIELD_PREFIX
from models.fields.rule import AlertKind, AlertState, MappingStatus


@object_type
class MappingTarget:
    """Where a name leads. At most one of these is set; none means that it leads nowhere."""

    engagement: EngagementField | None = strawberry.field(description="What it means for engagement.")
    field: str | None = strawberry.field(description="The field of ours that it means, such as `title`.")
    custom_field: str | None = strawberry.field(
        description="The custom field under whose name its values are kept too."
    )

    @classmethod
    def of(cls, target: str) -> "MappingTarget":
        engagement, field, custom = None, None, None
        if target.startswith(ENGAGEMENT_PREFIX):
            engagement = EngagementField(target.removeprefix(ENGAGEMENT_PREFIX))
        elif target.startswith(FIELD_PREFIX):
            field = to_camel_case(target.removeprefix(FIELD_PREFIX))
        elif target.startswith(CUSTOM_PREFIX):
            custom = target.removeprefix(CUSTOM_PREFIX)
        return cls(engagement=engagement, field=field, custom_field=custom)


@record(models.FieldMapping)
class FieldMapping(Node):
    """What an incoming name means, in one version. A change of mind makes a new version and ends this one."""

    entity: Entity = column("The kind of record it is sent for.", read=Entity)
    name: str = column("The name, as it is sent.")
    stored_target: strawberry.Private[str] = hidden(name="target")
    status: MappingStatus = column("How it came about, and whether it is in force.", read=MappingStatus)
    confidence: float = column("How sure it is, from 0 to 1.")
    reasons: list[str] = column("Why it is thought to be so, as sentences.")
    valid_from: datetime | None = column("Since when received values have this meaning; null for all time.")
    valid_to: datetime | None = column("Until when; null while nothing took its place.")
    superseded_at: datetime | None = column("When it was found to be wrong; null while it is what is thought.")
    version: int = column("How often anything was decided about the name, this included.")
    created_at: datetime = column("When it was decided.")
    created_by_id: strawberry.Private[str] = hidden(name="created_by")
    run_id: strawberry.Private[str | None] = hidden()

    run: LazyRun | None = to_one("run_id", models.Run, "The run that decided it.")

    @computed
    def target(self) -> MappingTarget:
        """Where the name leads."""
        return MappingTarget.of(self.stored_target)

    @computed
    def created_by(self) -> Actor:
        """Who decided it, or whose update brought the name."""
        return Actor(id=strawberry.ID(self.created_by_id))


@record(models.FieldAlert)
class FieldAlert(Node):
    """Something is odd about a mapped name, so that engagement may seem to stop where it does not."""

    entity: Entity = column("The kind of record it is sent for.", read=Entity)
    name: str = column("The name.")
    kind: AlertKind = column("What is odd.", read=AlertKind)
    state: AlertState = column("What became of it.", read=AlertState)
    since: datetime = column("When the name last came.")
    found_at: datetime = column("When it was noticed.")
    settled_at: datetime | None = column("When it was settled or dismissed.")
    message: str = column("What was noticed, in a sentence.")
    suggested_name: str | None = column("The name that may have taken its place; map it the same way.")
    stored_target: strawberry.Private[str | None] = hidden(name="suggested_target")
    run_id: strawberry.Private[str | None] = hidden()

    run: LazyRun | None = to_one("run_id", models.Run, "The run that noticed it.")

    @computed
    def suggested_target(self) -> MappingTarget | None:
        """What its values look like now."""
        return MappingTarget.of(self.stored_target) if self.stored_target is not None else None


@object_type
class FieldMappingDecided(Recorded):
    """A name whose meaning was decided."""

    mapping: FieldMapping = strawberry.field(description="The mapping as it is now.")
    reread: int = strawberry.field(description="How many records were read anew by it.")

    @classmethod
    def from_act(cls, decided: MappingDecided) -> "FieldMappingDecided":
        return cls(change_set_id=run_id(decided.run_id), mapping=record_of(decided.mapping), reread=decided.reread)


@object_type
class FieldAlertDismissed(Recorded):
    """An alert that was dismissed."""

    alert: FieldAlert = strawberry.field(description="The alert as it is now.")

    @classmethod
    def from_act(cls, dismissed: AlertDismissed) -> "FieldAlertDismissed":
        return cls(change_set_id=run_id(dismissed.run_id), alert=record_of(dismissed.alert))


@object_type
class NamesLearned(Recorded):
    """Whole names that were learned."""

    names: list[str] = strawberry.field(description="The names that are whole from now on.")
    reread: int = strawberry.field(description="How many records were read anew by them.")

    @classmethod
    def from_act(cls, learned: Learned) -> "NamesLearned":
        return cls(change_set_id=run_id(learned.run_id), names=learned.names, reread=learned.reread)
