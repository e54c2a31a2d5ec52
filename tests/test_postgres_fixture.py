"""The fixtures keep their promises: databases of one's own, a server nobody else can reach, nothing left behind."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import asyncpg
import psutil
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from models.database.engine import Database
from models.database.url import driver_url
from tests.factories import ids_of, links_of, make_contact
from tests.lending import Lending
from tests.postgres import URL_VARIABLE, WHEEL, PostgresServer, found_binaries, fresh_name

own_cluster = pytest.mark.skipif(URL_VARIABLE in os.environ, reason=f"{URL_VARIABLE} names a server that is not ours")
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root starts the server as somebody else"
)


@pytest.fixture
def names(postgres: PostgresServer) -> Iterator[list[str]]:
    """Names for databases, which are dropped after the test."""
    names = [fresh_name(), fresh_name(), fresh_name()]
    yield names
    for name in names:
        postgres.drop_database(name)


async def test_a_clone_holds_what_its_template_held_and_keeps_to_itself(postgres, names):
    template, first, second = names
    postgres.create_database(template)
    await run(postgres.url(template), "CREATE TABLE note (words text); INSERT INTO note VALUES ('from the template')")

    postgres.create_database(first, template=template)
    postgres.create_database(second, template=template)
    await run(postgres.url(first), "INSERT INTO note VALUES ('written later')")

    assert await notes(postgres.url(first)) == ["from the template", "written later"]
    assert await notes(postgres.url(second)) == ["from the template"]
    assert await notes(postgres.url(template)) == ["from the template"]


async def test_a_database_is_dropped_although_someone_is_connected(postgres, names):
    name = names[0]
    postgres.create_database(name)
    connection = await asyncpg.connect(postgres.url(name))

    postgres.drop_database(name)

    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await asyncpg.connect(postgres.url(name))
    connection.terminate()


@pytest.mark.parametrize("turn", [pytest.param(1, id="first turn"), pytest.param(2, id="second turn")])
async def test_each_test_has_a_database_of_its_own(database_url, turn):
    engine = create_async_engine(driver_url(database_url))

    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE only_here (id integer)"))  # refused if the other turn's were seen

    await engine.dispose()


@pytest.fixture
def lending(postgres: PostgresServer, postgres_template: str) -> Iterator[Lending]:
    lending = Lending(postgres, postgres_template)
    yield lending
    lending.end()


async def test_a_borrowed_database_is_lent_again_empty_whoever_is_still_connected(lending, postgres):
    name = lending.lend()
    database = Database.open(postgres.url(name))
    await make_contact(database, email="ada@example.com", external_id="lead-1")
    await database.close()
    left = await asyncpg.connect(postgres.url(name))
    await left.execute("BEGIN; LOCK TABLE contact")

    lending.take_back(name)

    assert lending.lend() == name
    again = Database.open(postgres.url(name))
    assert (await ids_of(again), await links_of(again)) == ([], {})
    await again.close()
    lending.take_back(name)
    left.terminate()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE only_here (id integer)",
        "ALTER TABLE contact ADD only_here integer",
        "DROP INDEX ix_contact_key_added",
        "UPDATE alembic_version SET version_num = '9999'",
        "CREATE SCHEMA only_here",
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 1', current_database()); END $$",
    ],
)
async def test_a_borrowed_database_that_is_no_longer_what_it_was_is_lent_to_nobody(lending, postgres, statement):
    name = lending.lend()
    await run(postgres.url(name), statement)

    lending.take_back(name)

    assert postgres.ask(f"SELECT count(*) FROM pg_database WHERE datname = '{name}'") == 0


@own_cluster
def test_the_server_listens_on_its_unix_socket_alone(postgres):
    server = psutil.Process(postmaster(postgres.data))

    addresses = {connection.laddr for connection in server.net_connections("unix") if connection.laddr}

    assert server.net_connections("inet") == []
    assert [Path(address).parent for address in addresses] == [postgres.folder]
    assert postgres.folder.stat().st_mode & 0o777 == 0o700


@own_cluster
def test_a_stopped_server_leaves_nothing_behind():
    server = PostgresServer().start()
    folder, data, pid = server.folder, server.data, postmaster(server.data)

    server.stop()

    assert (folder.exists(), data.exists(), runs(pid)) == (False, False, False)


@own_cluster
def test_a_server_goes_with_the_process_that_started_it():
    script = """
        from tests.postgres import PostgresServer
        server = PostgresServer().start()
        print(server.folder, server.data, flush=True)
        input()
    """
    command = [sys.executable, "-c", dedent(script)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=Path(__file__).parents[1], stdin=pipe, stdout=pipe, text=True) as starter:
        assert starter.stdout is not None
        folder, data = map(Path, starter.stdout.readline().split())
        pid = postmaster(data)

        starter.kill()

    assert gone_within(10, folder, data)
    assert not runs(pid)


@own_cluster
def test_a_durable_server_keeps_its_data_on_disk_and_waits_for_it():
    with PostgresServer(durable=True, settings={"shared_buffers": "16MB"}) as server:
        asked = [server.ask(f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")]
        buffers = server.ask("SHOW shared_buffers")

        assert server.data == server.folder / "data"

    assert asked == ["on", "on", "on"]
    assert buffers == "16MB"


@as_root
def test_binaries_out_of_the_servers_reach_are_copied(tmp_path):
    wheel = next(folder for folder in found_binaries() if WHEEL in folder.parts)
    package = wheel.parent.parent
    hidden = tmp_path / WHEEL  # pytest's folders are closed to other users
    hidden.symlink_to(package)
    (tmp_path / f"{WHEEL}.libs").symlink_to(package.with_name(f"{WHEEL}.libs"))

    with PostgresServer(binaries=hidden / wheel.relative_to(package)) as server:
        program = Path(psutil.Process(postmaster(server.data)).exe())

        assert program == server.folder / "copy" / WHEEL / wheel.relative_to(package) / "postgres"


async def run(url: str, statements: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(statements)
    await connection.close()


async def notes(url: str) -> list[str]:
    connection = await asyncpg.connect(url)
    rows = await connection.fetch("SELECT words FROM note")
    await connection.close()
    return [row["words"] for row in rows]


def postmaster(data: Path) -> int:
    """The server's process."""
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def runs(pid: int) -> bool:
    """Whether a process works on; one that has ended may be listed until its parent takes notice."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def gone_within(seconds: float, *folders: Path) -> bool:
    deadline = time.monotonic() + seconds
    while any(folder.exists() for folder in folders):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
