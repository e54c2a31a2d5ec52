"""Browsers that people are signed in with."""

from datetime import datetime

import strawberry

import models
from graphql_schema.described import computed, object_type
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


@object_type
class PasswordChanged:
    """Your password is the new one."""

    sessions_ended: int = strawberry.field(description="How many other sessions of yours it ended.")

    @classmethod
    def from_act(cls, ended: int) -> "PasswordChanged":
        return cls(sessions_ended=ended)


@object_type
class SignedOut:
    """You are signed out everywhere."""

    sessions_ended: int = strawberry.field(description="How many sessions it ended, this one too.")

    @classmethod
    def from_act(cls, ended: int) -> "SignedOut":
        return cls(sessions_ended=ended)
