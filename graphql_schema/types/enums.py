"""The closed sets of words, with what each word means. The sets themselves are the models'."""

from enum import StrEnum
from typing import Any

import strawberry

from models.access.api_key import Scope
from models.access.policy import Permission
from models.access.session import SignInMethod
from models.configuration import NullSafety, StaleCopies, WeakMatches
from models.deal import DealStatus
from models.fields.mapping import Entity
from models.identity.keys import KeyKind
from models.ledger.possible_duplicate import DuplicateState
from models.ledger.run import Door, RunStatus, Source
from models.user import Role


def describe(words: type[StrEnum], description: str, *, name: str | None = None, **meanings: str) -> None:
    """Make words an enum of the schema, each with what it means."""
    strawberry.enum(words, name=name or words.__name__, description=description)
    definition: Any = words.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = meanings[value.name]
        # The member itself: a sorted schema forgets which class a word belongs to.
        value.value = words[value.name]


describe(
    Entity,
    "A kind of record that Enginy knows too.",
    CONTACT="A person.",
    COMPANY="An organization.",
)
describe(
    Door,
    "Through which door an act came.",
    REST="The REST routes that Enginy calls.",
    GRAPHQL="This schema.",
    CLI="The command line on the server.",
)
describe(
    Source,
    "On whose behalf an act was done. The rule about stale copies hangs on this, not on the door.",
    ENGINY="Enginy, with its API key.",
    PERSON="Somebody of the team.",
    SCRIPT="A program with an API key of its own.",
    SYSTEM="The server itself.",
)
describe(
    RunStatus,
    "How a run ended.",
    SUCCEEDED="Every item was taken.",
    PARTLY="Some items failed; the others are stored.",
    FAILED="No item was taken.",
    REFUSED="The body was no batch at all, so there are no items.",
)
describe(
    DuplicateState,
    "What became of a pair that may be one record.",
    OPEN="Nobody has looked at it yet.",
    DISMISSED="Somebody said that these are two.",
)
describe(
    DealStatus,
    "Where a deal stands. Only open deals count towards a deal value.",
    OPEN="It may still happen.",
    WON="It happened.",
    LOST="It will not happen.",
)
describe(
    Role,
    "What a member of the team may do.",
    ADMIN="Everything.",
    REP="Read everything, and change what selling needs: contacts, companies, tasks, activities and their like.",
    ANALYST="Read everything, change nothing.",
)
describe(
    Permission,
    "Something that a role or an API key allows. Each field of this schema needs one; nobody is shown secrets.",
    READ="See contacts, companies, and all that came of them.",
    WRITE="Change contacts, companies, tasks, activities and their like.",
    CONFIGURE="Change what the team decided about syncing.",
    EXPLORE="Ask whatever one likes, rather than a known list of documents.",
    MANAGE_KEYS="See, make and revoke API keys.",
    MANAGE_USERS="Add members of the team, and change or deactivate them.",
    ERASE="Remove a person for good, with all that is known of them.",
    METRICS="See how the server is doing.",
    ACCOUNT="Change one's own password, and see and end one's own sessions.",
)
describe(
    Scope,
    "What an API key may be used for.",
    name="ApiKeyScope",
    ENGINY="Enginy's REST contract.",
    GRAPHQL_READ="Reading over GraphQL.",
    GRAPHQL_WRITE="Changing over GraphQL.",
    METRICS="Reading `/metrics`.",
)
describe(
    SignInMethod,
    "How a person proved who they are.",
    PASSWORD="By e-mail address and password.",  # noqa: S106  a description
    LINK="By a link that works once.",
)
describe(
    KeyKind,
    "A kind of identifier by which a record is found.",
    name="MatchKind",
    EMAIL="E-mail address.",
    LINKEDIN="LinkedIn profile or company page.",
    PHONE="Telephone number, mobile or not.",
    EMAIL_COMPANY="E-mail address and company name together.",
    NAME_COMPANY="A person's name and company name together.",
    DOMAIN="A company's domain.",
    NAME="A company's name.",
    DOMAIN_NAME="A company's domain and name together.",
    TAG="A tag: records are found by it, but it identifies nobody.",
)
describe(
    NullSafety,
    "What an answer to Enginy carries besides the sync-back values.",
    ECHO="The item's own fields too, as sent, so that nothing is cleared however Enginy reads what is left out.",
    OMIT="Nothing more.",
)
describe(
    StaleCopies,
    "What happens to a value that Enginy sends again after somebody here changed it.",
    KEEP_OURS="It is left, and listed as kept here.",
    ENGINY_WINS="It is set.",
)
describe(
    WeakMatches,
    "What happens to a match by telephone alone while the e-mail addresses differ.",
    ANSWER="It is answered and marked weak; no link is made.",
    REFUSE="It is the item's problem.",
)
