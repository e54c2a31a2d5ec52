"""Databases of PostgreSQL that tests borrow: emptied and lent again, which takes a fraction of what making and dropping one does.

What a test may have left behind besides rows in the product's tables (a table, an index, another revision) is looked for,
and a database that has it is dropped. So every test finds what a fresh one would have.
"""

from dataclasses import dataclass, field

from tests.postgres import Asking, PostgresServer, fresh_name

NEEDED_VERSION = 140000  # to wait until a connection is gone
MOST_GROWTH = 16 * 1024**2  # bytes of rows that are gone, and of their places in indexes
WAIT_MS = 10_000  # for connections that a test left open

_HANG_UP = f"""
    SELECT bool_and(pg_terminate_backend(pid, {WAIT_MS})) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
_TABLES = """
    SELECT string_agg(quote_ident(relname), ',' ORDER BY relname) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"""
_NUMBERS = """
    SELECT coalesce(string_agg(format('ALTER SEQUENCE %I RESTART', relname), ';'), '') FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'"""
# All that is no row: what there is, of which columns, with which rules, under which revision, settings of the database, and
# what a planner was told of its rows.
_SHAPE = """
    SELECT md5(concat_ws('|',
        (SELECT string_agg(concat_ws(',', oid, relname, relkind, relnatts, relchecks, relhastriggers, relhasrules), ';'
                           ORDER BY oid)
         FROM pg_class WHERE relnamespace = 'public'::regnamespace),
        (SELECT string_agg(concat_ws(',', tgname, tgenabled), ';' ORDER BY oid) FROM pg_trigger),
        (SELECT string_agg(concat_ws(',', proname, proargtypes), ';' ORDER BY oid) FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace),
        (SELECT string_agg(nspname, ';' ORDER BY oid) FROM pg_namespace WHERE nspname !~ '^pg_(temp|toast_temp)_'),
        (SELECT string_agg(setconfig::text, ';') FROM pg_db_role_setting
         WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())),
        (SELECT count(*)::text FROM pg_statistic JOIN pg_class ON pg_class.oid = starelid
         WHERE relnamespace = 'public'::regnamespace),
        (SELECT string_agg(version_num, ';') FROM alembic_version)))"""


@dataclass
class Lending:
    """Copies of one database, each in the hands of one test at a time."""

    server: PostgresServer
    template: str
    _free: list["_Lent"] = field(default_factory=list)
    _lent: dict[str, "_Lent"] = field(default_factory=dict)

    def lend(self) -> str:
        """The name of a database as the template is."""
        lent = self._free.pop() if self._free else self._made()
        self._lent[lent.name] = lent
        return lent.name

    def take_back(self, name: str) -> None:
        lent = self._lent.pop(name)
        if lent.asking is not None and lent.is_as_new():
            self._free.append(lent)
        else:
            self._drop(lent)

    def end(self) -> None:
        while self._free:
            self._drop(self._free.pop())

    def _made(self) -> "_Lent":
        name = fresh_name()
        self.server.create_database(name, template=self.template)
        can_be_emptied = self.server.version >= NEEDED_VERSION and self.server.ask("SHOW is_superuser") == "on"
        return _Lent(name, Asking(self.server.url(name)) if can_be_emptied else None)

    def _drop(self, lent: "_Lent") -> None:
        if lent.asking is not None:
            lent.asking.end()
        self.server.drop_database(lent.name)


class _Lent:
    """A database, and the connection over which it is emptied."""

    def __init__(self, name: str, asking: Asking | None) -> None:
        self.name = name
        self.asking = asking
        if asking is not None:
            tables = [each for each in asking.ask(_TABLES).split(",") if each != "alembic_version"]
            self._numbers = asking.ask(_NUMBERS)
            self._shape = asking.ask(_SHAPE)
            self._size = asking.ask("SELECT pg_database_size(current_database())")
            filled = " UNION ALL ".join(f"SELECT '{each}' AS name WHERE EXISTS (SELECT FROM {each})" for each in tables)
            self._filled = f"SELECT coalesce(string_agg(name, ','), '') FROM ({filled}) AS filled"

    def is_as_new(self) -> bool:
        """Empty it. False where it is no longer what it was."""
        asking = self.asking
        assert asking is not None
        if asking.ask(_HANG_UP) is False or asking.ask(_SHAPE) != self._shape:
            return False
        filled = asking.ask(self._filled)
        if filled:
            deleting = "".join(f"DELETE FROM {each}; " for each in filled.split(","))
            # As it was is what is wanted, not what the deletions of rows would lead to by the rules of the tables.
            asking.do(
                f"SET session_replication_role = replica; {deleting} RESET session_replication_role; {self._numbers}"
            )
        return bool(asking.ask("SELECT pg_database_size(current_database())") - self._size < MOST_GROWTH)
