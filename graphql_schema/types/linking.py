"""What linking, clearing and associating give."""

import strawberry

from graphql_schema.described import object_type
from graphql_schema.resolvers.activities import ActivitiesReport, ActivityOutcome, CreatedActivity
from graphql_schema.resolvers.associations import AssociationReport
from graphql_schema.resolvers.clearing import Clearing
from graphql_schema.resolvers.linking import Linked
from graphql_schema.types.activity import Activity
from graphql_schema.types.external_link import ExternalLink
from graphql_schema.types.problem import Problem, problem_of
from graphql_schema.types.record import record_of
from graphql_schema.types.report import Recorded, run_id


@object_type
class ExternalLinked(Recorded):
    """A link that was made, or was there."""

    link: ExternalLink = strawberry.field(description="The link as it is now.")
    moved_from_id: strawberry.ID | None = strawberry.field(description="The record it led to before; null for none.")

    @classmethod
    def from_act(cls, linked: Linked) -> "ExternalLinked":
        moved = strawberry.ID(linked.moved_from) if linked.moved_from else None
        return cls(change_set_id=run_id(linked.run_id), link=record_of(linked.link), moved_from_id=moved)


@object_type
class ClearingAsked(Recorded):
    """Properties that will be cleared over there."""

    links: list[ExternalLink] = strawberry.field(
        description="The record's links, with what is to be cleared over there."
    )

    @classmethod
    def from_act(cls, clearing: Clearing) -> "ClearingAsked":
        return cls(change_set_id=run_id(clearing.run_id), links=[record_of(each) for each in clearing.links])


@object_type
class AssociationResult:
    """A pair that could not be made."""

    index: int = strawberry.field(description="Its place in the batch, from 0.")
    problem: Problem = strawberry.field(description="Why it could not be made.")


@object_type
class AssociationsReport(Recorded):
    """What associating gives."""

    created: int = strawberry.field(description="How many pairs are new; the others were there already.")
    problems: list[AssociationResult] = strawberry.field(description="The pairs that could not be made.")

    @classmethod
    def from_act(cls, report: AssociationReport) -> "AssociationsReport":
        problems = [
            AssociationResult(index=at, problem=problem_of(each)) for at, each in sorted(report.problems.items())
        ]
        return cls(change_set_id=run_id(report.run_id), created=report.created, problems=problems)


@object_type
class ActivityAdded:
    """An activity that was added, or was known."""

    activity: Activity = strawberry.field(description="The activity.")
    created: bool = strawberry.field(description="Whether this call added it; false where the message was known.")

    @classmethod
    def from_act(cls, given: CreatedActivity) -> "ActivityAdded":
        return cls(activity=Activity.from_act(given.activity), created=given.created)


@object_type
class ActivityResult:
    """What became of one activity of a batch."""

    index: int = strawberry.field(description="Its place in the batch, from 0.")
    activity: Activity | None = strawberry.field(description="The activity; null when it was not taken.")
    created: bool = strawberry.field(description="Whether this call added it; false where the message was known.")
    problem: Problem | None = strawberry.field(description="Why it was not taken; null when it was.")

    @classmethod
    def of(cls, outcome: ActivityOutcome) -> "ActivityResult":
        return cls(
            index=outcome.index,
            activity=Activity.from_act(outcome.activity) if outcome.activity is not None else None,
            created=outcome.created,
            problem=problem_of(outcome.problem) if outcome.problem is not None else None,
        )


@object_type
class ActivitiesAdded(Recorded):
    """A batch of activities: its results, one per item in the order they were sent."""

    results: list[ActivityResult] = strawberry.field(description="One result per item, in the order they were sent.")

    @classmethod
    def from_act(cls, report: ActivitiesReport) -> "ActivitiesAdded":
        results = [ActivityResult.of(each) for each in report.outcomes]
        return cls(change_set_id=run_id(report.run_id), results=results)
