"""The closed sets of words that engagement is told in, and what each implies of the others."""

from enum import StrEnum


class EngagementStage(StrEnum):
    """How far somebody came in a campaign, in order. Source: Enginy guide, "Engagement Status Values".

    UNKNOWN is a status whose text is new to us; it has no place in the order.
    """

    ADDED = "added"
    CONNECTION_REQUEST_SENT = "connection_request_sent"
    CONNECTION_ACCEPTED = "connection_accepted"
    MESSAGE_SENT = "message_sent"
    MESSAGE_REPLIED = "message_replied"
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """The place in the order, from 1; 0 for UNKNOWN."""
        return _RANKS[self]


_RANKS = {stage: place for place, stage in enumerate(EngagementStage, 1)} | {EngagementStage.UNKNOWN: 0}


class SequenceStatus(StrEnum):
    """Where a campaign's sequence stands. Source: Enginy guide, "Available Engagement Fields"."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    FINISHED = "finished"
    REPLIED = "replied"
    UNKNOWN = "unknown"


class EngagementField(StrEnum):
    """What a name can mean for engagement. The first eleven are the guide's; times and constants come beside them."""

    STATUS = "status"
    SEQUENCE_STATUS = "sequence_status"
    SEQUENCE_DETAILS = "sequence_details"
    OPENS = "opens"
    CLICKS = "clicks"
    OPEN_ANALYSIS = "open_analysis"
    CLICK_ANALYSIS = "click_analysis"
    REPLY_ANALYSIS = "reply_analysis"
    ACTIVITIES = "activities"
    SENDERS = "senders"
    CAMPAIGNS = "campaigns"
    LAST_ENGAGED_AT = "last_engaged_at"
    CONSTANT = "constant"  # the same value for everybody: a mark that somebody took part, or a fixed text


class EventKind(StrEnum):
    """Something that happened with somebody in a campaign."""

    ADDED = "added"
    CONNECTION_REQUEST_SENT = "connection_request_sent"
    CONNECTION_ACCEPTED = "connection_accepted"
    MESSAGE_SENT = "message_sent"
    MESSAGE_REPLIED = "message_replied"
    OPENED = "opened"  # weak evidence: programs open mail too
    CLICKED = "clicked"  # weak evidence: programs follow links too
    SEQUENCE_FINISHED = "sequence_finished"
    OTHER = "other"  # a status in words that are new to us

    @property
    def place(self) -> int:
        """The place in the story of those that are known of one moment."""
        return _PLACES[self]


_PLACES = {kind: place for place, kind in enumerate(EventKind)}

# What two people did with each other; the other kinds are told about them.
EXCHANGED = frozenset(
    (
        EventKind.CONNECTION_REQUEST_SENT,
        EventKind.CONNECTION_ACCEPTED,
        EventKind.MESSAGE_SENT,
        EventKind.MESSAGE_REPLIED,
    )
)


class Certainty(StrEnum):
    """How an event is known: OBSERVED was reported by itself, INFERRED follows from a state that moved."""

    OBSERVED = "observed"
    INFERRED = "inferred"


class Attribution(StrEnum):
    """How sure it is whose something is: CERTAIN of one, SHARED by several that were named together, UNKNOWN of none."""

    CERTAIN = "certain"
    SHARED = "shared"
    UNKNOWN = "unknown"
