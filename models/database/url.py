"""Database addresses in their ordinary forms, and the driver that answers each."""

from pathlib import Path

from sqlalchemy import URL, make_url

from models.errors import InvalidInput

SQLITE_DRIVER = "sqlite+aiosqlite"
POSTGRESQL_DRIVER = "postgresql+asyncpg"


def driver_url(address: str) -> URL:
    """The address as SQLAlchemy wants it, with our driver: `sqlite:///path` or `postgresql://user@host/name`.

    Raises InvalidInput for any other kind of database and for SQLite without a file: two connections to a
    database in memory would be two databases.
    """
    try:
        url = make_url(address)
    except Exception as error:
        raise InvalidInput("The database URL cannot be read; expected sqlite:///path or postgresql://…") from error
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        if not url.database or url.database == ":memory:":
            raise InvalidInput("The SQLite URL names no file; expected sqlite:///path/to/file.db")
        return url.set(drivername=SQLITE_DRIVER, database=str(Path(url.database).expanduser()))
    if kind in {"postgresql", "postgres"}:
        url = url.set(drivername=POSTGRESQL_DRIVER)
        sslmode = url.query.get("sslmode")
        if sslmode is not None:  # libpq's name for what asyncpg calls ssl
            url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": str(sslmode)})
        return url
    raise InvalidInput(f"Databases of the kind {kind!r} are not supported; use sqlite:///… or postgresql://…")


def is_sqlite(url: URL) -> bool:
    return url.drivername == SQLITE_DRIVER


def shown(url: URL) -> str:
    """The address without its password and driver, for messages and logs."""
    return url.set(drivername=url.drivername.partition("+")[0]).render_as_string(hide_password=True)
