"""Database addresses in their ordinary forms, and the driver that answers each."""

from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy import URL, make_url

from models.errors import InvalidInput

SQLITE_DRIVER = "sqlite+aiosqlite"
POSTGRESQL_DRIVER = "postgresql+asyncpg"

_OF_TLS = frozenset(  # libpq's names, which asyncpg knows inside of an address alone
    "sslmode sslrootcert sslcert sslkey sslpassword sslcrl ssl_min_protocol_version ssl_max_protocol_version".split()
)
_TAKEN = _OF_TLS | {"ssl", "host", "port", "passfile", "target_session_attrs"}


def driver_url(address: str) -> URL:
    """The address as SQLAlchemy wants it, with our driver: `sqlite:///path` or `postgresql://user@host/name`.

    Raises InvalidInput for any other kind of database, for a parameter that nobody would heed, and for SQLite without a
    file: two connections to a database in memory would be two databases.
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
        unknown = sorted(url.query.keys() - _TAKEN)
        if unknown:
            raise InvalidInput(f"The database URL has a parameter that is not known here: {unknown[0]}; leave it out")
        tls = {name: str(value) for name, value in url.query.items() if name in _OF_TLS}
        query = (
            {"ssl": tls["sslmode"]}
            if [*tls] == ["sslmode"]
            else {"dsn": f"postgresql://?{urlencode(tls)}"}
            if tls
            else {}
        )
        return url.set(drivername=POSTGRESQL_DRIVER).difference_update_query(tls).update_query_dict(query)
    raise InvalidInput(f"Databases of the kind {kind!r} are not supported; use sqlite:///… or postgresql://…")


def is_sqlite(url: URL) -> bool:
    return url.drivername == SQLITE_DRIVER


def shown(url: URL) -> str:
    """The address without its password and driver, for messages and logs."""
    url = url.difference_update_query(["dsn"])  # it may hold the password of a certificate
    return url.set(drivername=url.drivername.partition("+")[0]).render_as_string(hide_password=True)
