"""What registering documents gives, and taking them away."""

import strawberry

from graphql_schema.described import object_type
from graphql_schema.resolvers.documents import DocumentsReport
from graphql_schema.types.report import Recorded, run_id
from models.library.document import ID_PREFIX


@object_type
class DocumentsRegistered(Recorded):
    """Documents that are registered now."""

    ids: list[strawberry.ID] = strawberry.field(
        description="What to send as `documentId` for each document, in order; the same text twice has one id."
    )
    added: int = strawberry.field(description="How many of them were not registered yet.")

    @classmethod
    def from_act(cls, report: DocumentsReport) -> "DocumentsRegistered":
        return cls(change_set_id=run_id(report.run_id), ids=_ids(report), added=report.changed)


@object_type
class DocumentsUnregistered(Recorded):
    """Registered documents that were taken away."""

    ids: list[strawberry.ID] = strawberry.field(description="The ids of those that are gone.")

    @classmethod
    def from_act(cls, report: DocumentsReport) -> "DocumentsUnregistered":
        return cls(change_set_id=run_id(report.run_id), ids=_ids(report))


def _ids(report: DocumentsReport) -> list[strawberry.ID]:
    return [strawberry.ID(ID_PREFIX + digest) for digest in report.hashes]
