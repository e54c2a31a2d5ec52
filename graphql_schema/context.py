"""What every act is given: the database, who acts through which door, the clock, and the limits."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graphql_schema.limits import DEFAULTS, Limits
from models.access.password import Passwords
from models.access.policy import Permission, permissions_of, refusal
from models.columns import utc_now
from models.database.engine import Database
from models.errors import NotAllowed, TooLarge
from models.ledger.journal import Actor
from models.ledger.run import Door

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Reach:
    """How Enginy reaches the server, by its settings: `public_url` is None where none is set, `path` may be empty."""

    public_url: str | None = None
    path: str = ""
    key_header: str = "X-API-Key"


@dataclass(slots=True)
class Context:
    """One call. Resolvers take it first; the GraphQL door and the REST door hand over the same."""

    db: Database
    actor: Actor
    door: Door
    clock: Clock = utc_now
    limits: Limits = DEFAULTS
    region: str | None = None  # of telephone numbers without a country code
    reach: Reach = field(default_factory=Reach)
    request_id: str | None = None
    loaders: dict[Any, Any] = field(default_factory=dict)  # one batch loader per relation, for this call only
    passwords: Passwords = field(default_factory=Passwords)
    run_id: str | None = None  # the run this call wrote, for the answer's header
    endings: list[Callable[[], None]] = field(default_factory=list)  # of a subscription: what makes it end by itself

    def end(self) -> None:
        """Let a subscription come to its end by itself: cut off in the middle of a statement, it would leave the
        connection to the database hanging.
        """
        for ending in self.endings:
            ending()

    def require_room(self, count: int) -> None:
        """Raises TooLarge for more items, or ids, than one call may carry."""
        if count > self.limits.batch_items:
            raise TooLarge(f"At most {self.limits.batch_items:,} items fit in one call; this one has {count:,}")

    @property
    def permissions(self) -> frozenset[Permission]:
        """All that the actor may do here."""
        return permissions_of(self.actor, self.door)

    def require(self, permission: Permission) -> None:
        """Raises NotAllowed, naming the permission, unless the actor has it."""
        if permission not in self.permissions:
            raise NotAllowed(refusal(self.actor, self.door, permission), permission)

    def require_write(self) -> None:
        self.require(Permission.WRITE)

    def require_read(self) -> None:
        self.require(Permission.READ)
