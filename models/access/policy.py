"""Who may do what and see what: one table of permissions, one of what is kept from whom, and the function that reads them.

Both are data. Resolvers ask for a permission, loaders obey the rules of the table they read, and whatever compiles reads
into SQL finds here all there is to know. A table without a rule of its own is open to whoever may read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from models.access.api_key import Scope
from models.ledger.journal import Actor
from models.ledger.run import Door, Source
from models.user import Role


class Permission(StrEnum):
    """Something an actor may do. Each act asks for one."""

    READ = "read"
    WRITE = "write"
    CONFIGURE = "configure"
    EXPLORE = "explore"
    MANAGE_KEYS = "manage_keys"
    MANAGE_USERS = "manage_users"
    ERASE = "erase"
    METRICS = "metrics"
    ACCOUNT = "account"


P = Permission

ROLES: Mapping[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(Permission),
    Role.REP: frozenset((P.READ, P.WRITE, P.EXPLORE, P.ACCOUNT)),
    Role.ANALYST: frozenset((P.READ, P.EXPLORE, P.ACCOUNT)),
}

# What a scope gives hangs on the door: Enginy's key is not for GraphQL, and a GraphQL key not for Enginy's contract.
_OUTSIDE_GRAPHQL = frozenset((Door.REST, Door.CLI))
_GRAPHQL = frozenset((Door.GRAPHQL,))
SCOPES: Mapping[Scope, tuple[frozenset[Door], frozenset[Permission]]] = {
    Scope.ENGINY: (_OUTSIDE_GRAPHQL, frozenset((P.READ, P.WRITE))),
    Scope.GRAPHQL_READ: (_GRAPHQL, frozenset((P.READ, P.EXPLORE))),
    Scope.GRAPHQL_WRITE: (_GRAPHQL, frozenset((P.WRITE, P.CONFIGURE, P.EXPLORE))),
    Scope.METRICS: (_OUTSIDE_GRAPHQL, frozenset((P.METRICS,))),
}


@dataclass(frozen=True, slots=True)
class TableRule:
    """What is kept from whom in a table."""

    needs: Permission = Permission.READ  # to see any row of it
    owner: str | None = None  # a column with a person's id: everybody sees their own rows, and nobody others'
    secrets: frozenset[str] = frozenset()  # columns that are shown to nobody, whatever they may do


OPEN = TableRule()
TABLES: Mapping[str, TableRule] = {
    "api_key": TableRule(needs=P.MANAGE_KEYS, secrets=frozenset(("hash",))),
    "user_account": TableRule(secrets=frozenset(("password_hash",))),
    "user_session": TableRule(needs=P.ACCOUNT, owner="user_id", secrets=frozenset(("hash",))),
    "sign_in_link": TableRule(needs=P.MANAGE_USERS, secrets=frozenset(("hash",))),
    "sign_in_throttle": TableRule(needs=P.MANAGE_USERS, secrets=frozenset(("subject",))),
}


def permissions_of(actor: Actor, door: Door) -> frozenset[Permission]:
    """All that an actor may do through a door: by role, by scopes, or everything for whoever operates the server."""
    return _permissions(actor.role, actor.scopes, actor.source, door)


@lru_cache(maxsize=1_000)
def _permissions(role: Role | None, scopes: frozenset[str], source: Source, door: Door) -> frozenset[Permission]:
    if source is Source.SYSTEM and door is Door.CLI:  # who can start commands can open the database as well
        return frozenset(Permission)
    given = set(ROLES[role]) if role is not None else set()
    for scope in scopes:
        doors, permissions = SCOPES[Scope(scope)]
        if door in doors:
            given |= permissions
    return frozenset(given)


def refusal(actor: Actor, door: Door, permission: Permission) -> str:
    """Why an actor may not do something, as a sentence that says what would mend it."""
    if actor.role is not None:
        having = " or ".join(role for role, permissions in ROLES.items() if permission in permissions)
        return f"The role {actor.role} lacks the permission {permission}; {having} has it"
    giving = " or ".join(
        scope for scope, (doors, permissions) in SCOPES.items() if door in doors and permission in permissions
    )
    return f"This API key lacks the permission {permission}; {f'the scope {giving}' if giving else 'no scope'} gives it"


def scopes_to_give(actor: Actor) -> frozenset[str]:
    """The scopes an actor may give to a key: an admin all of them, anybody else no more than they have."""
    return frozenset(Scope) if actor.role is Role.ADMIN else actor.scopes


def rule_of(table: str) -> TableRule:
    """What is kept from whom in the table of this name."""
    return TABLES.get(table, OPEN)
