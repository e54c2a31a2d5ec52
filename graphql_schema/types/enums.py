"""The closed sets of words, with what each word means. The sets themselves are the models'."""

from enum import StrEnum
from typing import Any

import strawberry

from models.configuration import NullSafety, StaleCopies, WeakMatches
from models.deal import DealStatus
from models.fields.mapping import Entity
from models.fields.setting import WishedType
from models.identity.keys import KeyKind
from models.ledger.possible_duplicate import DuplicateState
from models.ledger.run import Door, RunStatus, Source
from models.saved_view import ViewEntity
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
    REP="What selling needs.",
    ANALYST="Read everything, change nothing.",
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
describe(
    ViewEntity,
    "What a saved view lists.",
    name="SavedViewEntity",
    CONTACT="Contacts.",
    COMPANY="Companies.",
    DEAL="Deals.",
    TASK="Tasks.",
    ACTIVITY="Activities.",
)
describe(
    WishedType,
    "What the values of a custom field should be read as. The values themselves stay as they were sent.",
    STRING="Text.",
    NUMBER="A number.",
    BOOLEAN="True or false.",
    DATE_TIME="A moment.",
    LIST="A list.",
)
