"""Browsers that people are signed in with."""

from datetime import datetime

import models
from graphql_schema.described import computed
from graphql_schema.types.node import Node
from graphql_schema.types.record import Info, column, record
from models.access.session import SignInMethod


@record(models.UserSession)
class UserSession(Node):
    """A browser that somebody is signed in with. Everybody sees their own, and nobody others'."""

    method: SignInMethod = column("How the person proved who they are.", read=SignInMethod)
    user_agent: str = column("What the browser says of itself.")
    created_at: datetime = column("When it signed in.")
    last_seen_at: datetime = column("When it was used last, to the minute.")
    expires_at: datetime = column("When it ends at the latest; unused for a while, it ends sooner.")

    @computed
    def is_current(self, info: Info) -> bool:
        """Whether it is the one that asks."""
        return self.id == info.context.actor.session_id
