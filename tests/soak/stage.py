"""What every scenario begins with: options, a migrated database with a key in it, and servers over that."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

from models.access.api_key import issue_key
from models.columns import utc_now
from models.database.engine import Database
from models.database.migration import migrate
from tests.soak.served import Server
from tests.soak.stores import Place, Store

PACKAGES = ("api", "graphql_schema", "models")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Options:
    """How long and how hard; see `run`."""

    kills: int | None
    minutes: float
    contacts: int
    workers: int
    seed: int


def copied_code(folder: Path) -> Path:
    """A copy of the product that nobody edits while a run goes on: all its servers are of one state of the tree."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


class Stage:
    """One scenario's database and folder."""

    def __init__(self, place: Place, store: Store, key: str, options: Options, folder: Path, code: Path) -> None:
        self.place = place
        self.store = store
        self.key = key
        self.options = options
        self.folder = folder
        self._code = code
        self.servers: list[Server] = []

    @property
    def kind(self) -> str:
        return self.place.kind

    def server(self, store: Store | None = None, **settings: str) -> Server:
        """A server that is not started yet, over this stage's database or another with the same key."""
        if self.kind != "sqlite":
            settings = {"workers": str(self.options.workers), **settings}
        server = Server((store or self.store).url, self.key, self.folder, self._code, settings)
        self.servers.append(server)
        return server


async def staged(place: Place, name: str, options: Options, folder: Path, code: Path) -> Stage:
    """A stage over a new database."""
    store = place.database(name)
    return Stage(place, store, await prepare(store), options, folder, code)


async def prepare(store: Store) -> str:
    """Migrate a database and put a key for Enginy in it; the key's text."""
    await asyncio.to_thread(migrate, store.url)  # which runs an event loop of its own
    issued = issue_key("soak", ["enginy"], now=utc_now(), created_by="soak")
    database = Database.open(store.url)
    try:
        async with database.write() as session:
            session.add(issued.record)
    finally:
        await database.close()
    return issued.secret
