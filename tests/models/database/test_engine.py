"""Blocks of the database: a read changes nothing, a write is whole or not at all, and failures have names."""

import asyncio
import sqlite3

import pytest
from sqlalchemy import bindparam, text, update
from sqlmodel import col, select

from models.base import table_of
from models.contact import Contact
from models.database.engine import Conflict, Database
from models.database.watching import Nobody, Wait
from models.errors import NotStored, Unavailable
from models.user import User
from tests.factories import LONG_AGO, fields_of, make_contact, make_user, rows_of

USER = table_of(User)


async def test_write_that_raises_is_undone_whole(database):
    ada = await make_contact(database, title="Engineer")

    async def half_a_write():
        async with database.write() as session:
            await session.exec(update(Contact).where(col(Contact.id) == ada.id).values(title="CTO"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await half_a_write()

    assert await fields_of(database, ada.id) == {"title": "Engineer"}


async def test_read_can_write_nothing(database):
    ada = await make_contact(database, title="Engineer")

    async def write_in_a_read():
        async with database.read() as session:
            await session.exec(update(Contact).where(col(Contact.id) == ada.id).values(title="CTO"))

    with pytest.raises(Unavailable):
        await write_in_a_read()

    assert await fields_of(database, ada.id) == {"title": "Engineer"}


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_read_is_planned_for_what_it_asks_however_often_the_same_was_asked(database):
    async with database.read() as session:
        for number in range(8):
            await session.exec(select(Contact.id).where(col(Contact.title) == str(number)))
        generic = text(
            "SELECT sum(generic_plans) FROM pg_prepared_statements WHERE statement LIKE 'SELECT contact.id%'"
        )

        assert (await session.exec(generic)).one()[0] == 0


@pytest.mark.parametrize("shared_kind", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("of_the_server", "read"), [("4MB", "32MB"), ("96MB", "96MB")])
async def test_what_reads_may_sort_in_memory_unless_the_server_allows_more(shared_database, of_the_server, read):
    await _alter_database(shared_database, f"SET work_mem = '{of_the_server}'")
    try:
        async with shared_database.read() as session:
            assert (await session.exec(text("SELECT current_setting('work_mem')"))).scalar() == read
        async with shared_database.write() as session:
            assert (await session.exec(text("SELECT current_setting('work_mem')"))).scalar() == of_the_server
    finally:
        await _alter_database(shared_database, "RESET work_mem")


@pytest.mark.parametrize("shared_kind", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("of_the_server", "told"), [("4", "1.1"), ("1", "1")])
async def test_keys_are_found_by_index_unless_the_server_thinks_so_already(shared_database, of_the_server, told):
    await _alter_database(shared_database, f"SET random_page_cost = {of_the_server}")
    try:
        for begin in (shared_database.read, shared_database.write):
            async with begin() as session:
                assert (await session.exec(text("SELECT current_setting('random_page_cost')"))).scalar() == told
    finally:
        await _alter_database(shared_database, "RESET random_page_cost")


@pytest.mark.parametrize("shared_kind", ["postgresql"], indirect=True)
async def test_a_batch_calls_no_other_processes_to_help(shared_database):
    helpers = text("SELECT current_setting('max_parallel_workers_per_gather')::int")

    async with shared_database.write() as session:
        assert (await session.exec(helpers)).scalar() == 0
    async with shared_database.read() as session:
        assert (await session.exec(helpers)).scalar() > 0


async def _alter_database(database: Database, clause: str) -> None:
    async with database.write() as session:
        name = (await session.exec(text("SELECT current_database()"))).scalar()
        await session.exec(text(f'ALTER DATABASE "{name}" {clause}'))
    await database.driver.writing.dispose()  # it holds for connections made from now on


async def test_where_one_writes_at_a_time_a_crowd_is_noticed(database):
    async def write() -> None:
        async with database.write():
            await asyncio.sleep(0)

    await write()
    await write()
    assert not database.is_crowded

    await asyncio.gather(write(), write())
    assert database.is_crowded is database.has_one_writer


async def test_work_that_lost_a_race_is_done_again(database):
    tries = []

    async def work(session):
        tries.append(len(tries))
        session.add(User(id="user-1", name="Ann", created_at=LONG_AGO))
        await session.flush()
        if len(tries) < 3:  # somebody else was there first
            await session.exec(text("INSERT INTO user_account SELECT * FROM user_account"))
        return "done"

    assert await database.retrying(work) == "done"
    assert (tries, [each.id for each in await rows_of(database, User)]) == ([0, 1, 2], ["user-1"])


async def test_race_that_is_lost_again_and_again_is_given_up(database):
    await make_user(database, "user-1", "Ann")
    tries = []

    async def work(session):
        tries.append(1)
        await session.exec(text("INSERT INTO user_account SELECT * FROM user_account"))

    with pytest.raises(Unavailable, match="Too many writers met at the same records; try again"):
        await database.retrying(work)

    assert len(tries) == 6


class Watching(Nobody):
    """Remembers what it is told, in order."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def waited(self, what, seconds):
        assert 0 <= seconds < 60
        self.told.append(what)

    def met(self):
        self.told.append("met")

    def failed(self):
        self.told.append("failed")


async def test_what_callers_wait_for_and_meet_is_told(database, tmp_path):
    database.watcher = watching = Watching()

    async def work(session):
        await session.lock(["a", "b"])
        if "met" not in watching.told:
            raise Conflict

    async with database.read():
        pass
    await database.retrying(work)
    away = Database.open(f"postgresql:///crm?host={tmp_path}")
    away.watcher = watching
    with pytest.raises(Unavailable):
        async with away.read():
            pass

    assert watching.told == [Wait.READ, Wait.WRITE, Wait.LOCK, "met", Wait.WRITE, Wait.LOCK, "failed"]


async def test_value_that_the_database_refuses_has_a_name(database):
    with pytest.raises(NotStored):
        async with database.write() as session:
            await session.exec(text("INSERT INTO user_account (id, name, role) VALUES ('u', NULL, 'rep')"))


async def test_mistake_of_ours_stays_loud(database):
    with pytest.raises(AttributeError):
        async with database.read() as session:
            await session.exec(select(User).where(User.nothing == 1))


async def test_keeping_nothing_undoes_the_work(database):
    async def work(session):
        session.add(User(id="user-1", name="Ann", created_at=LONG_AGO))
        await session.flush()
        return (await session.exec(select(User.id))).all()

    assert await database.retrying(work, keep=False) == ["user-1"]
    assert await rows_of(database, User) == []


async def test_savepoint_undoes_its_own_part_alone(database):
    async with database.write() as session:
        session.add(User(id="user-1", name="Ann", created_at=LONG_AGO))
        await session.flush()
        with pytest.raises(NotStored):
            async with session.savepoint():
                await session.exec(text("INSERT INTO user_account (id, name, role) VALUES ('u', NULL, 'rep')"))

    assert [each.id for each in await rows_of(database, User)] == ["user-1"]


async def test_lock_lets_one_writer_through_at_a_time(database):
    inside, most = 0, []

    async def enter():
        nonlocal inside
        async with database.write() as session:
            await session.lock(["b", "a", "a"])
            inside += 1
            most.append(inside)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*(enter() for _ in range(6)))

    assert most == [1] * 6


async def test_one_who_writes_slice_by_slice_lets_others_in_between(database):
    told, began = [], asyncio.Event()

    async def write_slices():
        while "other" not in told and len(told) < 500:
            await database.retrying(lambda session: note(session, "slice"))

    async def note(session, text_):
        await session.rows(select(User.id))
        told.append(text_)
        began.set()

    slices = asyncio.create_task(write_slices())
    await began.wait()
    await database.retrying(lambda session: note(session, "other"))
    await slices

    assert len(told) < 500


async def test_glance_sees_what_was_committed_last(database):
    names = select(USER.c.name, USER.c.created_at).where(USER.c.id == bindparam("id"))
    await make_user(database, "user-1", "Ann")

    async with database.write() as session:
        await session.exec(update(User).where(col(User.id) == "user-1").values(name="Bob"))
        before = [tuple(row) for row in await database.glance(names, id="user-1")]
    after = [tuple(row) for row in await database.glance(names, id="user-1")]

    assert (before, after) == ([("Ann", LONG_AGO)], [("Bob", LONG_AGO)])
    assert [*await database.glance(names, id="user-2")] == []


async def test_database_that_is_away_is_unavailable(tmp_path):
    for url in (f"sqlite:///{tmp_path}/none/x.db", f"postgresql:///crm?host={tmp_path}"):
        away = Database.open(url)
        with pytest.raises(Unavailable, match="The database is not available just now; nothing was stored"):
            await away.glance(select(USER.c.id))
        with pytest.raises(Unavailable, match="The database is not available just now; nothing was stored"):
            async with away.read() as session:
                await session.exec(text("SELECT 1"))
        await away.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_file_that_another_program_locks_is_waited_for(database_url, database):
    await make_user(database, "user-1", "Ann")
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    asyncio.get_running_loop().call_later(0.2, other.execute, "COMMIT")

    await make_user(database, "user-2", "Bob")
    other.close()

    assert [each.id for each in await rows_of(database, User)] == ["user-1", "user-2"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_glance_waits_for_a_program_that_has_the_file_for_itself(database_url, database):
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("INSERT INTO user_account (id, name, role, created_at) VALUES ('user-1', 'Ann', 'rep', '2020-01-01')")
    asyncio.get_running_loop().call_later(0.2, other.close)

    found = await database.glance(select(USER.c.name).where(USER.c.id == bindparam("id")), id="user-1")

    assert [tuple(row) for row in found] == [("Ann",)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_sqlite_file_that_cannot_be_written_is_unavailable(database_url, database):
    async with database.write() as session:
        await session.exec(text("PRAGMA query_only=ON"))

    with pytest.raises(Unavailable):
        await make_user(database, "user-1", "Ann")


async def test_statement_that_goes_on_for_ever_is_given_up_at_the_deadline(database_url):
    impatient = Database.open(database_url, read_deadline_seconds=0.2)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    async def ask_for_ever():
        async with impatient.read() as session:
            await session.exec(text(endless))

    with pytest.raises(Unavailable):
        await ask_for_ever()

    await impatient.close()
