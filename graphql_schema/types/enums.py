"""The closed sets of words, with what each word means. The sets themselves are the models'."""

from enum import StrEnum
from typing import Any

import strawberry

from graphql_schema.outcome import ErrorPolicy
from models.access.api_key import Scope
from models.access.policy import Permission
from models.access.session import SignInMethod
from models.configuration import NullSafety, StaleCopies, WeakMatches
from models.deal import DealStatus
from models.engagement.shapes import FieldShape
from models.engagement.words import (
    Attribution,
    Certainty,
    EngagementField,
    EngagementStage,
    EventKind,
    SequenceStatus,
)
from models.fields.mapping import Entity
from models.fields.rule import AlertKind, AlertState, MappingStatus
from models.fields.setting import WishedType
from models.identity.keys import KeyKind
from models.ledger.possible_duplicate import DuplicateState
from models.ledger.revertible import Irrevertible
from models.ledger.run import Door, RunStatus, Source
from models.ledger.undone import UndoneAs
from models.saved_view import ViewEntity
from models.timeline import SyncMoment, TaskMoment, TimelineKind
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
    UNFINISHED="A long act whose work is stored slice by slice: it is under way, or was interrupted.",
)
describe(
    Irrevertible,
    "Why a run cannot be undone.",
    name="IrrevertibleReason",
    ERASURE="It erased people, which is for good.",
    ALREADY_REVERTED="It is undone already. Undoing the run that did so does it again.",
    UNFINISHED="It undoes another run and was interrupted: undoing that one again finishes it.",
    EVIDENCE_GONE="What it did is no longer kept: the links of a sync are known as long as its items are.",
    NOTHING_TO_REVERT="It changed no contact, company, deal, task, note or link. What is configured is set back by hand.",
)
describe(
    UndoneAs,
    "How much of what a run did to one record was undone.",
    name="RevertOutcome",
    REVERTED="All of it.",
    PARTLY="All but fields that were edited since.",
    KEPT="Nothing: it was all edited since, or somebody here edited the record that the run had made.",
    UNCHANGED="Nothing: the record is as it was before the run.",
    FAILED="Nothing: see the problem.",
)
describe(
    ErrorPolicy,
    "What an item of a batch that fails means for the others.",
    EACH="Nothing: each is judged by itself.",
    ALL_OR_NOTHING="Nothing is stored of any of them; the results tell which failed.",
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
describe(
    EventKind,
    "Something that happened with somebody in a campaign.",
    name="EngagementEventKind",
    ADDED="They were added to a campaign.",
    CONNECTION_REQUEST_SENT="They were asked to connect.",
    CONNECTION_ACCEPTED="They accepted to connect.",
    MESSAGE_SENT="A message was sent to them.",
    MESSAGE_REPLIED="They wrote back.",
    OPENED="A mail was opened. Weak evidence: programs open mail too.",
    CLICKED="A link was followed. Weak evidence: programs follow links too.",
    SEQUENCE_FINISHED="The campaign's sequence came to its end.",
    OTHER="A status in words that are new to us; see `text`.",
)
describe(
    Certainty,
    "How an event is known.",
    OBSERVED="It was reported by itself.",
    INFERRED="It follows from a state that moved between two reports.",
)
describe(
    Attribution,
    "How sure it is whose something is.",
    CERTAIN="It is this one's.",
    SHARED="It is of one of several that were named together.",
    UNKNOWN="Nobody said.",
)
describe(
    TimelineKind,
    "What an item of a timeline is about.",
    ACTIVITY="A message or connection that was reported by itself, with what it means in a campaign.",
    ENGAGEMENT="An event of a campaign that no message tells.",
    CHANGES="Fields that were changed.",
    TASK="A task that was created or completed.",
    SYNC="A link to a record of Enginy, and its last sync.",
)
describe(
    TaskMoment,
    "What became of a task.",
    CREATED="It was created.",
    COMPLETED="It was completed.",
)
describe(
    SyncMoment,
    "What became of a link.",
    LINKED="It was made.",
    SYNCED="The record was synced, or the link moved, for the last time.",
)
describe(
    EngagementField,
    "What a name can mean for engagement.",
    STATUS="The engagement status, such as `Message Replied (2/3) - LINKEDIN`.",
    SEQUENCE_STATUS="Where the sequence stands, such as `Ongoing`.",
    SEQUENCE_DETAILS="The sequence's steps, such as `Linkedin Message, Email`.",
    OPENS="How often e-mails were opened.",
    CLICKS="How often links were clicked.",
    OPEN_ANALYSIS="Whether e-mails were opened, such as `Yes (5)`.",
    CLICK_ANALYSIS="Whether links were clicked, such as `Yes (2)`.",
    REPLY_ANALYSIS="Whether they replied, such as `Yes (1)`.",
    ACTIVITIES="The log of what was done, such as `Connection Request Sent, Message Sent (LINKEDIN)`.",
    SENDERS="In whose names messages are sent.",
    CAMPAIGNS="The campaigns they are in.",
    LAST_ENGAGED_AT="When something last happened.",
    CONSTANT="The same value for everybody: a mark, or a fixed text. It tells nothing about one person.",
)
describe(
    MappingStatus,
    "How a mapping came about, and whether it is in force.",
    SUGGESTED="It seems so; it is not in force, and waits for somebody to confirm it.",
    AUTOMATIC="It is sure enough to be in force, and nobody has looked at it.",
    BUILT_IN="Enginy's own name; in force.",
    CONFIRMED="Somebody said so; in force.",
    REJECTED="Somebody said that it is wrong: the name means nothing but itself.",
)
describe(
    AlertKind,
    "What is odd about a mapped name.",
    SILENT="It no longer comes, although its contacts are still updated.",
    RENAMED="Another name came in its place.",
    SHAPE_CHANGED="Its values can no longer be read as what it is mapped to.",
)
describe(
    AlertState,
    "What became of an alert.",
    OPEN="Nobody has looked at it.",
    DISMISSED="Somebody said that it is no trouble.",
    SETTLED="It is over: the name came again, or is mapped anew.",
)
describe(
    EngagementStage,
    "How far somebody came in a campaign, in order.",
    ADDED="Added to a campaign; nothing was done yet.",
    CONNECTION_REQUEST_SENT="Asked on LinkedIn to connect.",
    CONNECTION_ACCEPTED="They accepted.",
    MESSAGE_SENT="A message was sent.",
    MESSAGE_REPLIED="They replied.",
    UNKNOWN="A status in words that are new here; its text is kept.",
)
describe(
    SequenceStatus,
    "Where a sequence stands.",
    NOT_STARTED="It has not begun.",
    ONGOING="It is under way.",
    FINISHED="All of it was done.",
    REPLIED="It ended with a reply.",
    UNKNOWN="In words that are new here.",
)
describe(
    FieldShape,
    "What values look like.",
    TEXT="Text.",
    NUMBER="A number.",
    BOOLEAN="True or false.",
    DATE_TIME="A moment.",
    LIST="A list.",
    OBJECT="An object.",
    STATUS="An engagement status.",
    SEQUENCE_STATUS="The status of a sequence.",
    SEQUENCE_DETAILS="The steps of a sequence.",
    ACTIVITY_LOG="A log of activities.",
    COUNT="A whole number, as text.",
    YES_NO="Yes or no.",
    YES_NO_COUNT="Yes or no, with how often.",
    EMPTY="Nothing.",
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
