"""The command line: what it prints for people, what for scripts, and what it does."""

import asyncio
import os
import re
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from api.commands.keys import expiry
from models.access.api_key import ApiKey
from models.access.link import SignInLink
from models.access.secret import hash_secret
from models.database.engine import Database
from models.errors import InvalidInput
from models.ledger.change import Change
from models.ledger.run import Run
from models.user import User
from tests.factories import rows_of

KEY = re.compile(r"rolo_[\w-]{43}\n")
LINK = re.compile(r"(http\S+)/sign-in#token=([\w-]{43})\n")


def run(*arguments: str, **environment: str) -> Result:
    """The outcome of a command whose output is piped."""
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "200", **environment})


def stored(database_url: str, model: Any) -> list[Any]:
    """Every row of a table."""

    async def read() -> list[Any]:
        database = Database.open(database_url)
        try:
            return await rows_of(database, model)
        finally:
            await database.close()

    return asyncio.run(read())


def test_version_is_the_distributions():
    assert run("--version").stdout == f"rolograph {version('rolograph')}\n"


def test_help_imports_nothing_heavy():
    program = (
        "import sys\nfrom typer.testing import CliRunner\nfrom api.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "print([name for name in ('sqlalchemy', 'fastapi', 'strawberry', 'pydantic', 'faker') if name in sys.modules])"
    )

    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert told.stdout == "[]\n"


def test_keys_create_prints_the_bare_key_alone_when_piped(database_url):
    made = run("keys", "create", "Enginy", "--database-url", database_url)

    assert (made.exit_code, bool(KEY.fullmatch(made.stdout))) == (0, True)
    assert made.stdout.strip() not in made.stderr
    [key] = stored(database_url, ApiKey)
    assert (key.label, key.scopes, key.expires_at, key.hash) == (
        "Enginy",
        ["enginy"],
        None,
        hash_secret(made.stdout.strip()),
    )


def test_keys_create_takes_scopes_and_an_expiry(database_url):
    made = run(
        "keys", "create", "Board", "--scope", "graphql:read", "--scope", "metrics", "--expires", "2100-01-31",
        "--database-url", database_url,
    )  # fmt: skip

    assert made.exit_code == 0
    [key] = stored(database_url, ApiKey)
    assert (key.scopes, key.expires_at) == (["graphql:read", "metrics"], datetime(2100, 1, 31, tzinfo=UTC))


def test_keys_are_made_and_revoked_by_runs_of_the_command_line(database_url):
    secret = run("keys", "create", "Enginy", "--database-url", database_url).stdout.strip()

    revoked = run("keys", "revoke", secret[:9], "--database-url", database_url)

    [key] = stored(database_url, ApiKey)
    assert (revoked.exit_code, revoked.stdout) == (0, f"Revoked {key.id} (Enginy).\n")
    assert key.revoked_at is not None
    runs = stored(database_url, Run)
    assert [(each.act, each.door, each.source, each.actor_id, each.counts) for each in runs] == [
        ("create_key", "cli", "system", "cli", {"received": 1, "created": 1}),
        ("revoke_key", "cli", "system", "cli", {"received": 1, "updated": 1}),
    ]
    changes = stored(database_url, Change)
    assert [(each.entity, each.record_id, sorted(each.fields)) for each in changes] == [
        ("api_key", key.id, ["expires_at", "label", "scopes"]),
        ("api_key", key.id, ["revoked_at"]),
    ]
    assert secret not in repr(runs) + repr(changes)


def test_keys_list_tells_keys_apart_and_shows_none(database_url):
    one = run("keys", "create", "Enginy", "--database-url", database_url).stdout.strip()
    other = run("keys", "create", "Old", "--expires", "1h", "--database-url", database_url).stdout.strip()
    run("keys", "revoke", other[:9], "--database-url", database_url)

    listed = run("keys", "list", "--database-url", database_url).stdout

    lines = [line.split("│") for line in listed.splitlines() if "rolo_" in line]
    assert [(line[1].strip(), line[2].strip(), line[7].strip()) for line in lines] == [
        ("Enginy", f"{one[:9]}…", "valid"),
        ("Old", f"{other[:9]}…", "revoked"),
    ]
    assert one not in listed


def test_a_key_nobody_has_is_told_in_one_line(database_url):
    run("keys", "create", "Enginy", "--database-url", database_url)

    refused = run("keys", "revoke", "rolo_none", "--database-url", database_url)

    assert (refused.exit_code, refused.stdout, refused.stderr) == (
        1,
        "",
        "Error: No key exists with ID: rolo_none\n",
    )
    assert [key.revoked_at for key in stored(database_url, ApiKey)] == [None]


def test_an_unknown_scope_is_refused_and_makes_nothing(database_url):
    refused = run("keys", "create", "Enginy", "--scope", "everything", "--database-url", database_url)

    assert (refused.exit_code, refused.stdout, refused.stderr) == (
        1,
        "",
        "Error: Unknown scope 'everything'; known are enginy, graphql:read, graphql:write, metrics\n",
    )
    assert (stored(database_url, ApiKey), stored(database_url, Run)) == ([], [])


@pytest.mark.parametrize(
    ("text", "days"),
    [pytest.param("90d", 90, id="days"), pytest.param("2w", 14, id="weeks"), pytest.param("24 h", 1, id="hours")],
)
def test_an_expiry_may_be_a_span(text, days):
    now = datetime(2024, 1, 20, tzinfo=UTC)

    assert expiry(text, now) == now + timedelta(days=days)


def test_an_expiry_that_is_neither_span_nor_date_is_refused():
    with pytest.raises(InvalidInput, match="'soon' is no expiry"):
        expiry("soon", datetime(2024, 1, 20, tzinfo=UTC))


def test_users_are_added_under_an_id_of_ones_own_and_listed(database_url):
    added = run(
        "users",
        "add",
        "Ada Lovelace",
        "--email",
        "Ada@Example.com",
        "--id",
        "sales-rep-1",
        "--database-url",
        database_url,
    )

    listed = run("users", "list", "--database-url", database_url).stdout
    assert added.stdout == "Added Ada Lovelace as sales-rep-1.\n"
    [line] = [line.split("│") for line in listed.splitlines() if "Ada" in line]
    assert [cell.strip() for cell in line[1:5]] == ["Ada Lovelace", "ada@example.com", "rep", "sales-rep-1"]


def test_users_that_cannot_be_are_refused(database_url):
    run("users", "add", "Ann", "--id", "ann", "--email", "ann@example.com", "--database-url", database_url)

    refused = {
        arguments: run("users", "add", *arguments, "--database-url", database_url).stderr
        for arguments in (
            ("Eve", "--id", "ann"),
            ("Eve", "--email", "ANN@example.com"),
            ("Eve", "--id", "sales rep"),
            (" ",),
            ("Eve", "--email", "eve"),
            ("Eve", "--role", "king"),
        )
    }

    assert list(refused.values()) == [
        "Error: A user with this id ann exists already\n",
        "Error: A user with this email address exists already\n",
        "Error: A user's id must be text without spaces, such as sales-rep-1\n",
        "Error: A user needs a name\n",
        "Error: 'eve' is no email address\n",
        "Error: Unknown role 'king'; known are admin, rep, analyst\n",
    ]
    assert [user.id for user in stored(database_url, User)] == ["ann"]


def test_two_users_may_have_no_address(database_url):
    run("users", "add", "Ann", "--id", "ann", "--database-url", database_url)

    assert run("users", "add", "Eve", "--id", "eve", "--database-url", database_url).exit_code == 0


def test_a_link_signs_in_the_person_who_is_named_and_is_the_only_one_of_theirs(database_url):
    run("users", "add", "Ada", "--email", "ada@example.com", "--id", "ada", "--database-url", database_url)
    by_id = run("users", "link", "ada", "--database-url", database_url, ROLOGRAPH_PUBLIC_URL="https://crm.example.com/")

    by_address = run("users", "link", "ADA@example.com", "--database-url", database_url)

    assert LINK.fullmatch(by_id.stdout).group(1) == "https://crm.example.com"
    assert LINK.fullmatch(by_address.stdout).group(1) == "http://127.0.0.1:8000"
    assert by_address.stderr == "Signs in Ada, rep, once and within 15 minutes:\n"
    [link] = stored(database_url, SignInLink)
    assert (link.user_id, link.hash) == ("ada", hash_secret(LINK.fullmatch(by_address.stdout).group(2)))


def test_a_link_for_nobody_is_told_in_one_line(database_url):
    refused = run("users", "link", "--database-url", database_url)

    assert (refused.exit_code, refused.stdout, refused.stderr) == (1, "", "Error: No user exists with ID: admin\n")


def test_migrate_makes_a_database_and_may_be_repeated(tmp_path):
    url = f"sqlite:///{tmp_path}/new.db"

    first, again = run("migrate", "--database-url", url), run("migrate", "--database-url", url)

    assert (first.exit_code, first.stdout) == (0, again.stdout)
    assert first.stdout.startswith(f"{url} is at revision ")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        pytest.param(
            "sqlite:////nowhere/at/all.db", "The database sqlite:////nowhere/at/all.db cannot be used", id="folder"
        ),
        pytest.param(
            "postgresql://u:secret@127.0.0.1:1/x", "The database postgresql://u:***@127.0.0.1:1/x", id="server"
        ),
        pytest.param("mysql://localhost/x", "Databases of the kind 'mysql' are not supported", id="kind"),
    ],
)
def test_a_database_that_cannot_be_reached_is_told_in_one_line_without_its_password(url, told):
    refused = run("migrate", "--database-url", url)

    assert (refused.exit_code, refused.stdout, refused.stderr.startswith(f"Error: {told}")) == (1, "", True)
    assert (refused.stderr.count("\n"), "secret" in refused.stderr) == (1, False)


def test_a_wrong_setting_is_told_in_one_line():
    refused = run("migrate", ROLOGRAPH_PORT="99999")

    assert (refused.exit_code, refused.stderr) == (
        1,
        "Error: ROLOGRAPH_PORT: input should be less than or equal to 65535; it is '99999'\n",
    )


def test_serve_refuses_several_processes_on_sqlite(tmp_path):
    path = tmp_path / "new.db"

    refused = run("serve", "--workers", "2", "--database-url", f"sqlite:///{path}")

    assert (refused.exit_code, refused.stderr) == (
        1,
        "Error: SQLite allows one server process, not 2: each would keep a writer of its own waiting for the others. "
        "Start with --workers 1, or set ROLOGRAPH_DATABASE_URL to a PostgreSQL database\n",
    )
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("--ssl-certfile", __file__), "HTTPS needs both --ssl-certfile and --ssl-keyfile", id="no key"),
        pytest.param(
            ("--ssl-certfile", __file__, "--ssl-keyfile", "/no.pem"), "There is no file /no.pem", id="no file"
        ),
        pytest.param(
            ("--ssl-certfile", __file__, "--ssl-keyfile", __file__),
            f"HTTPS cannot be served with {__file__} and {__file__}: both must be PEM, the key that of the first "
            "certificate, and readable without a password",
            id="no certificate",
        ),
        pytest.param(
            ("--host", "203.0.113.9"),
            "203.0.113.9 is no address of this machine; choose another with --host or ROLOGRAPH_HOST",
            id="no address",
        ),
    ],
)
def test_serve_refuses_what_cannot_work_before_it_makes_anything(tmp_path, arguments, told):
    path = tmp_path / "new.db"

    refused = run("serve", "--database-url", f"sqlite:///{path}", *arguments)

    assert (refused.exit_code, refused.stderr) == (1, f"Error: {told}\n")
    assert not path.exists()


def test_serve_says_that_the_port_is_taken_before_it_makes_a_key(tmp_path):
    path = tmp_path / "new.db"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        refused = run("serve", "--port", str(port), "--database-url", f"sqlite:///{path}")

    assert (refused.exit_code, refused.stdout, refused.stderr) == (
        1,
        "",
        f"Error: Port {port} on 127.0.0.1 is taken, perhaps by another Rolograph; "
        "choose another with --port or ROLOGRAPH_PORT\n",
    )
    assert not path.exists()


def test_the_schema_file_is_compared_without_being_written():
    from graphql_schema.schema import schema

    path = Path(__file__).parents[2] / "graphql_schema" / "schema.graphql"
    before = path.read_text(), os.stat(path).st_mtime_ns
    is_current = before[0] == schema.as_str() + "\n"

    checked = run("schema", "--check")

    assert checked.exit_code == (0 if is_current else 1)
    assert (path.read_text(), os.stat(path).st_mtime_ns) == before
