"""What groups of engagement have in common."""

import strawberry

from graphql_schema.described import object_type
from graphql_schema.types.enums import describe
from models.engagement.numbers.dimensions import Dimension, Key

describe(
    Dimension,
    "What numbers can be told apart by.",
    name="EngagementDimension",
    CAMPAIGN="The campaign. An event that several share counts for each of them.",
    CHANNEL="The channel, such as `LINKEDIN`.",
    STEP="The step of the sequence, from 1.",
    SENDER="In whose name it was sent. An event that several share counts for each of them.",
    OWNER="Who owns the contact now.",
    COMPANY="The contact's main company.",
    INDUSTRY="The contact's industry.",
    COUNTRY="The contact's country.",
    TAG="The contact's tags: one with several tags is in several groups.",
    LIFECYCLE_STAGE="The contact's lifecycle stage now.",
)


IS_CUT = "Whether there are more groups than these, the largest ones; a filter shows the others."
KEYS = "What the group has in common, one for each dimension asked for."


@object_type
class EngagementKey:
    """What a group has in common."""

    dimension: Dimension = strawberry.field(description="The dimension.")
    value: str | None = strawberry.field(description="Its value, an id or a text; null for those that have none.")
    label: str = strawberry.field(description="What people call it; `none` for those that have none.")

    @classmethod
    def of(cls, key: Key) -> "EngagementKey":
        return cls(dimension=key.dimension, value=key.value, label=key.label)
