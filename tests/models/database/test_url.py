"""Addresses of databases: the ordinary forms are understood, and what cannot be used is refused in words."""

import pytest

from models.database.url import driver_url, is_sqlite, shown
from models.errors import InvalidInput


@pytest.mark.parametrize(
    ("address", "url", "told"),
    [
        ("sqlite:///rolograph.db", "sqlite+aiosqlite:///rolograph.db", "sqlite:///rolograph.db"),
        ("sqlite:////srv/crm/a b.db", "sqlite+aiosqlite:////srv/crm/a b.db", "sqlite:////srv/crm/a b.db"),
        ("sqlite+pysqlite:///x.db", "sqlite+aiosqlite:///x.db", "sqlite:///x.db"),
        ("postgresql://ann@db/crm", "postgresql+asyncpg://ann@db/crm", "postgresql://ann@db/crm"),
        (
            "postgres://ann:pw@db:5433/crm",
            "postgresql+asyncpg://ann:***@db:5433/crm",
            "postgresql://ann:***@db:5433/crm",
        ),
        ("postgresql+psycopg://db/crm", "postgresql+asyncpg://db/crm", "postgresql://db/crm"),
        (
            "postgresql://db/crm?sslmode=require",
            "postgresql+asyncpg://db/crm?ssl=require",
            "postgresql://db/crm?ssl=require",
        ),
        (
            "postgresql://db/crm?host=/run/pg&sslmode=verify-full&sslrootcert=/etc/ca.pem",
            "postgresql+asyncpg://db/crm?dsn=postgresql%3A%2F%2F%3Fsslmode%3Dverify-full%26sslrootcert%3D%252Fetc%252Fca.pem"
            "&host=%2Frun%2Fpg",
            "postgresql://db/crm?host=%2Frun%2Fpg",
        ),
    ],
)
def test_address_is_understood_and_told_without_its_password(address, url, told):
    found = driver_url(address)

    assert (found.render_as_string(), shown(found)) == (url, told)
    assert is_sqlite(found) == address.startswith("sqlite")


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("", "The database URL cannot be read; expected sqlite:///path or postgresql://…"),
        ("rolograph.db", "The database URL cannot be read; expected sqlite:///path or postgresql://…"),
        ("sqlite://", "The SQLite URL names no file; expected sqlite:///path/to/file.db"),
        ("sqlite:///:memory:", "The SQLite URL names no file; expected sqlite:///path/to/file.db"),
        ("mysql://db/crm", "Databases of the kind 'mysql' are not supported; use sqlite:///… or postgresql://…"),
        (
            "postgresql://db/crm?sslmode=require&channel_binding=require",
            "The database URL has a parameter that is not known here: channel_binding; leave it out",
        ),
    ],
)
def test_address_that_cannot_be_used_is_refused_in_words(address, problem):
    with pytest.raises(InvalidInput) as refused:
        driver_url(address)

    assert refused.value.message == problem


def test_home_folder_is_found():
    assert "~" not in str(driver_url("sqlite:///~/crm.db").database)
