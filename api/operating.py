"""What an operator does from the command line: a database as the settings say, and the context of acts on it.

Apart from the server, so that a command starts without it.
"""

from api.settings import Settings
from graphql_schema.context import Clock, Context
from models.access.api_key import Scope
from models.columns import utc_now
from models.database.driver import Fault
from models.database.engine import Database
from models.database.migration import migrate
from models.errors import CRMError, Unavailable
from models.ledger.journal import Actor
from models.ledger.run import Door, Source

COMMAND_LINE = Actor("cli", "command line", Source.SYSTEM, frozenset(Scope))


def open_database(settings: Settings) -> Database:
    return Database.open(
        settings.database_url,
        connections=settings.database_connections,
        sqlite_synchronous=settings.sqlite_synchronous,
        prepared_statements=settings.prepared_statements,
        direct_url=settings.database_direct_url,
    )


def command_context(settings: Settings, db: Database, *, clock: Clock = utc_now) -> Context:
    """The context of what the operator does on the command line."""
    return Context(db=db, actor=COMMAND_LINE, door=Door.CLI, clock=clock, region=settings.phone_region)


def migrate_database(settings: Settings) -> None:
    """Bring the database to this release's schema; on an empty one, make it. Not for use inside a running event loop.

    Raises Unavailable, with the reason, when it cannot be reached.
    """
    db = open_database(settings)
    try:
        migrate(settings.database_direct_url or settings.database_url)
    except CRMError:
        raise
    except Exception as error:
        if db.driver.fault(error) is Fault.BUG:
            raise
        reason = str(getattr(error, "orig", None) or error).partition("\n")[0]
        raise Unavailable(f"The database {db.address} cannot be used: {reason}") from error
