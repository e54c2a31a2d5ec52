"""What numbers are counted from: the events of contacts, with campaign and sender beside them and ready to be added up.

A summary of `engagement_event`, `event_campaign` and `event_sender`, written wherever those are. Joining three tables
for each question costs seconds over half a million events.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from models.base import table_of
from models.columns import Token
from models.database.session import Session
from models.engagement.words import Attribution, EventKind
from models.fields.mapping import Entity

NOBODY = ""  # stands for a campaign or sender that is not known: a primary key holds no null


class EngagementFact(SQLModel, table=True):
    """One row an event and each pair of a campaign and a sender it may belong to.

    Ordered by contact, then campaign, as most questions ask. Moments are microseconds since 1970, with which both
    databases reckon alike.
    """

    __tablename__ = "engagement_fact"
    __table_args__ = (
        # Enough to count events over time by the index alone.
        Index("ix_engagement_fact_kind", "kind", "occurred_at", "is_first_campaign", "is_first_sender", "count"),
        Index("ix_engagement_fact_campaign", "campaign_id", "record_id"),
        {"sqlite_with_rowid": False},
    )

    record_id: str = Field(primary_key=True, sa_type=Token)
    campaign_id: str = Field(primary_key=True, sa_type=Token)
    sender_id: str = Field(primary_key=True, sa_type=Token)
    event_id: str = Field(primary_key=True, sa_type=Token)
    kind: str = Field(sa_type=Token)
    channel: str | None = Field(default=None, sa_type=Token)
    step: int | None = None
    count: int
    reached: int  # 3 a reply, 2 a message, 1 any other sign that somebody takes part
    connected: int  # 2 an accepted connection, 1 a request for one
    noticed: int  # 2 a click, 1 an open: weak evidence, kept apart
    is_observed: bool
    is_campaign_shared: bool
    is_sender_shared: bool
    is_first_campaign: bool  # of an event's campaigns: counts it once where campaigns are not told apart
    is_first_sender: bool
    occurred_at: int = Field(sa_type=BigInteger)
    known_at: int = Field(sa_type=BigInteger)


FACTS = table_of(EngagementFact)
FACT_COLUMNS = tuple(column.name for column in FACTS.columns)
Fact = tuple[Any, ...]

_REACHED = {
    EventKind.ADDED: 1,
    EventKind.CONNECTION_REQUEST_SENT: 1,
    EventKind.CONNECTION_ACCEPTED: 1,
    EventKind.SEQUENCE_FINISHED: 1,
    EventKind.MESSAGE_SENT: 2,
    EventKind.MESSAGE_REPLIED: 3,
}
_CONNECTED = {EventKind.CONNECTION_REQUEST_SENT: 1, EventKind.CONNECTION_ACCEPTED: 2}
_NOTICED = {EventKind.OPENED: 1, EventKind.CLICKED: 2}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def moment_of(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND


def facts_of(
    events: Iterable[Mapping[str, Any]], campaigns: Iterable[Sequence[str]], senders: Iterable[Sequence[str]]
) -> set[Fact]:
    """The facts of events, given as columns of `EngagementEvent` by name, and of the campaigns and senders of each.

    Those of companies are none: numbers are about people.
    """
    of_campaign, of_sender = _by_event(campaigns), _by_event(senders)
    facts = set[Fact]()
    for event in events:
        if event["entity"] != Entity.CONTACT:
            continue
        kind = EventKind(event["kind"])
        told = (
            kind.value, event["channel"], event["step"], event["count"],
            _REACHED.get(kind, 0), _CONNECTED.get(kind, 0), _NOTICED.get(kind, 0),
            event["certainty"] == "observed",
            event["campaign_attribution"] == Attribution.SHARED, event["sender_attribution"] == Attribution.SHARED,
        )  # fmt: skip
        moments = microseconds(event["occurred_at"]), microseconds(event["known_at"])
        for place, campaign in enumerate(of_campaign.get(event["id"], (NOBODY,))):
            for seat, sender in enumerate(of_sender.get(event["id"], (NOBODY,))):
                key = event["record_id"], campaign, sender, event["id"]
                facts.add((*key, *told, place == 0, seat == 0, *moments))
    return facts


def _by_event(pairs: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    found = defaultdict(list)
    for event_id, other in pairs:
        found[event_id].append(other)
    return {event_id: sorted(others) for event_id, others in found.items()}


async def settle_facts(session: Session, stored: set[Fact], wanted: set[Fact]) -> None:
    """Bring the facts in step: `stored` follow from the events that were there, `wanted` from those that are now."""
    await session.delete_rows(FACTS, sorted((fact[:4] for fact in stored - wanted), key=tuple))
    await session.insert_rows(FACTS, FACT_COLUMNS, sorted(wanted - stored, key=lambda fact: tuple(fact[:4])))
