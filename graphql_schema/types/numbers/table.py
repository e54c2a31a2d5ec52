"""Everything that is counted, side by side."""

from datetime import datetime

import strawberry

import models.engagement.numbers.table as tables
from graphql_schema.described import object_type
from graphql_schema.types.enums import describe
from graphql_schema.types.numbers.key import EngagementKey
from graphql_schema.types.numbers.rates import EngagementRate
from models.engagement.numbers.counting import Group
from models.engagement.numbers.rates import RateMeasure, rate_of
from models.engagement.numbers.table import TableOrder

describe(
    TableOrder,
    "What a table of engagement is ordered by, the most first.",
    name="EngagementTableOrder",
    ADDED="Contacts who were added.",
    REQUESTED="Contacts who were asked for a connection.",
    CONNECTED="Contacts who accepted a connection.",
    MESSAGED="Contacts who were sent a message.",
    REPLIED="Contacts who replied.",
    OPENED="Contacts who opened a message. Weak evidence.",
    CLICKED="Contacts who followed a link. Weak evidence.",
    REPLY_RATE="The reply rate, by the lower end of its interval, so that few contacts prove little.",
    CONNECT_RATE="The connect rate, by the lower end of its interval.",
    OPEN_RATE="The open rate, by the lower end of its interval. Weak evidence.",
    CLICK_RATE="The click rate, by the lower end of its interval. Weak evidence.",
    LAST_ACTIVITY="The latest event.",
)


@object_type
class EngagementTableRow:
    """Everything that is counted of one group."""

    key: EngagementKey = strawberry.field(description="What the group has in common.")
    added: int = strawberry.field(description="Contacts who were added, or came further.")
    requested: int = strawberry.field(description="Contacts who were asked for a connection.")
    connected: int = strawberry.field(description="Contacts who accepted a connection.")
    messaged: int = strawberry.field(description="Contacts who were sent a message.")
    replied: int = strawberry.field(description="Contacts who replied.")
    opened: int = strawberry.field(description="Contacts who opened a message, or followed a link. Weak evidence.")
    clicked: int = strawberry.field(description="Contacts who followed a link. Weak evidence.")
    shared: int = strawberry.field(
        description="How many of those added only by events that several campaigns or senders share."
    )
    connect_rate: EngagementRate = strawberry.field(description="Connected of requested.")
    reply_rate: EngagementRate = strawberry.field(description="Replied of messaged.")
    open_rate: EngagementRate = strawberry.field(description="Opened of those who got a message. Weak evidence.")
    click_rate: EngagementRate = strawberry.field(description="Clicked of those who got a message. Weak evidence.")
    last_activity_at: datetime | None = strawberry.field(description="When something last happened.")

    @classmethod
    def of(cls, group: Group) -> "EngagementTableRow":
        counts = group.counts
        return cls(
            key=EngagementKey.of(group.keys[0]),
            added=counts.added,
            requested=counts.requested,
            connected=counts.connected,
            messaged=counts.messaged,
            replied=counts.replied,
            opened=counts.opened,
            clicked=counts.clicked,
            shared=counts.added - group.certain.added,
            connect_rate=EngagementRate.of(rate_of(group, RateMeasure.CONNECT_RATE)),
            reply_rate=EngagementRate.of(rate_of(group, RateMeasure.REPLY_RATE)),
            open_rate=EngagementRate.of(rate_of(group, RateMeasure.OPEN_RATE)),
            click_rate=EngagementRate.of(rate_of(group, RateMeasure.CLICK_RATE)),
            last_activity_at=group.last_at,
        )


@object_type
class EngagementTable:
    """Everything that is counted, one row a group."""

    rows: list[EngagementTableRow] = strawberry.field(description="The rows, in the order asked for.")
    is_cut: bool = strawberry.field(description="Whether there are more groups than these.")

    @classmethod
    def from_act(cls, table: tables.Table) -> "EngagementTable":
        return cls(rows=[EngagementTableRow.of(group) for group in table.groups], is_cut=table.is_cut)
