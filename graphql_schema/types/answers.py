"""What each act about one thing answers: what it did, or a problem. The kinds of problems it may meet are told here once.

`OtherProblem` is one of each, for a kind that is not named.
"""

from typing import Annotated, Any, Union

import strawberry

from graphql_schema.types.api_key import ApiKeyCreated, ApiKeyRevoked
from graphql_schema.types.configuration import ConfigurationChanged, MatchKeysRebuilt
from graphql_schema.types.linking import ActivityAdded, ClearingAsked, ExternalLinked
from graphql_schema.types.mapping import FieldAlertDismissed, FieldMappingDecided, NamesLearned
from graphql_schema.types.problem import (
    AlreadyExistsProblem,
    InvalidInputProblem,
    NotFoundProblem,
    NotRevertibleProblem,
    OtherProblem,
    Problem,
    TooManyAttemptsProblem,
    VersionConflictProblem,
)
from graphql_schema.types.registration import DocumentsRegistered, DocumentsUnregistered
from graphql_schema.types.reverting import ChangeSetReverted
from graphql_schema.types.saved_query import SavedQueryChanged
from graphql_schema.types.session import PasswordChanged, SignedOut
from graphql_schema.types.user import UserChanged
from graphql_schema.types.work import (
    CustomFieldChanged,
    DealChanged,
    NoteChanged,
    SavedViewChanged,
    TagsReplaced,
    TaskChanged,
)


def _either(name: str, description: str, done: type, *problems: type[Problem]) -> Any:
    """What an act does, or one of the problems it may meet."""
    members = (done, *problems, OtherProblem)
    return Annotated[Union[members], strawberry.union(name, description=description)]  # noqa: UP007


ActivityAddition = _either(
    "ActivityAddition", "The activity that was added, or why it was not.", ActivityAdded, InvalidInputProblem
)
ApiKeyCreation = _either(
    "ApiKeyCreation", "The key that was made, or why none was.", ApiKeyCreated, InvalidInputProblem
)
ApiKeyRevocation = _either(
    "ApiKeyRevocation", "The key that was revoked, or why none was.", ApiKeyRevoked, NotFoundProblem
)
ChangeSetReversal = _either(
    "ChangeSetReversal",
    "How a run was undone, or why it was not.",
    ChangeSetReverted,
    NotFoundProblem,
    NotRevertibleProblem,
)
ClearingRequest = _either(
    "ClearingRequest",
    "The links by which properties will be cleared, or why they will not.",
    ClearingAsked,
    InvalidInputProblem,
    NotFoundProblem,
)
ConfigurationChange = _either(
    "ConfigurationChange",
    "The configuration that is in force now, or why it was not changed.",
    ConfigurationChanged,
    InvalidInputProblem,
)
CustomFieldChange = _either(
    "CustomFieldChange",
    "The custom field that was written, or why it was not.",
    CustomFieldChanged,
    InvalidInputProblem,
    NotFoundProblem,
    AlreadyExistsProblem,
)
DealChange = _either(
    "DealChange",
    "The deal that was written, or why it was not.",
    DealChanged,
    InvalidInputProblem,
    NotFoundProblem,
    VersionConflictProblem,
)
DocumentRegistration = _either(
    "DocumentRegistration",
    "The documents that are registered now, or why none of them is.",
    DocumentsRegistered,
    InvalidInputProblem,
)
DocumentUnregistration = _either(
    "DocumentUnregistration",
    "The documents that were taken away, or why none was.",
    DocumentsUnregistered,
    InvalidInputProblem,
)
ExternalLinking = _either(
    "ExternalLinking",
    "The link that was made, or why it was not.",
    ExternalLinked,
    InvalidInputProblem,
    NotFoundProblem,
)
FieldAlertDismissal = _either(
    "FieldAlertDismissal", "The alert that was dismissed, or why none was.", FieldAlertDismissed, NotFoundProblem
)
FieldMappingDecision = _either(
    "FieldMappingDecision",
    "What was decided about a name, or why it was not.",
    FieldMappingDecided,
    InvalidInputProblem,
    NotFoundProblem,
)
MatchKeyRebuild = _either("MatchKeyRebuild", "What was done to the match keys, or why nothing was.", MatchKeysRebuilt)
NameLearning = _either(
    "NameLearning", "The names that were learned, or why none was.", NamesLearned, InvalidInputProblem
)
NoteChange = _either(
    "NoteChange",
    "The note that was written, or why it was not.",
    NoteChanged,
    InvalidInputProblem,
    NotFoundProblem,
    VersionConflictProblem,
)
PasswordChange = _either(
    "PasswordChange",
    "That the password was set, or why it was not.",
    PasswordChanged,
    InvalidInputProblem,
    TooManyAttemptsProblem,
)
SavedQueryChange = _either(
    "SavedQueryChange",
    "The query that was saved or taken away, or why it was not.",
    SavedQueryChanged,
    InvalidInputProblem,
    NotFoundProblem,
)
SavedViewChange = _either(
    "SavedViewChange",
    "The view that was saved, or why it was not.",
    SavedViewChanged,
    InvalidInputProblem,
    NotFoundProblem,
    AlreadyExistsProblem,
    VersionConflictProblem,
)
SignOut = _either("SignOut", "The sessions that were ended, or why none was.", SignedOut)
TagReplacement = _either(
    "TagReplacement", "What became of the records with a tag, or why nothing did.", TagsReplaced, InvalidInputProblem
)
TaskChange = _either(
    "TaskChange",
    "The task that was written, or why it was not.",
    TaskChanged,
    InvalidInputProblem,
    NotFoundProblem,
    VersionConflictProblem,
)
UserChange = _either(
    "UserChange",
    "The member of the team as it is now, or why nothing was changed.",
    UserChanged,
    InvalidInputProblem,
    NotFoundProblem,
    AlreadyExistsProblem,
)
