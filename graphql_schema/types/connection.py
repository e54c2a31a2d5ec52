"""What has to be entered in Enginy."""

import strawberry

from graphql_schema.context import Reach
from graphql_schema.described import object_type


@object_type
class EnginyConnection:
    """How Enginy reaches this server, by the settings it was started with. Keys are made with `createApiKey`."""

    public_url: str | None = strawberry.field(
        description="The server's address for others; null where `ROLOGRAPH_PUBLIC_URL` is not set, and it cannot know."
    )
    path: str = strawberry.field(
        description="What Enginy's base URL has behind that address, such as `/crm`; or nothing."
    )
    key_header: str = strawberry.field(description="The header that carries the API key.")

    @classmethod
    def from_act(cls, reach: Reach) -> "EnginyConnection":
        return cls(public_url=reach.public_url, path=reach.path, key_header=reach.key_header)
