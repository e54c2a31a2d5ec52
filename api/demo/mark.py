"""The mark of a demo: the row that makes a database one, and says how far it is filled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import select

from api.operating import open_database
from api.settings import Settings
from models.columns import iso_z
from models.configuration import StoredSetting, store_settings
from models.contact import Contact
from models.database.engine import Database
from models.errors import InvalidInput
from models.moments import parse_moment

MARK = "demo"  # stored beside the settings, and none of them


@dataclass(frozen=True, slots=True)
class Mark:
    """What a demo database is filled with, and how many of the story's steps are done."""

    seed: int
    contacts: int
    end: datetime  # of the story, fixed when it began
    done: int = 0
    steps: int | None = None

    @property
    def is_complete(self) -> bool:
        return self.steps is not None and self.done >= self.steps

    def stored(self) -> dict[str, Any]:
        return {
            "seed": self.seed,
            "contacts": self.contacts,
            "end": iso_z(self.end),
            "done": self.done,
            "steps": self.steps,
        }


async def read_mark(db: Database) -> Mark | None:
    """How far the database is filled; None for one that is no demo."""
    async with db.read() as session:
        row = await session.get(StoredSetting, MARK)
    if row is None:
        return None
    end = parse_moment("end", row.value["end"])
    assert end is not None
    return Mark(row.value["seed"], row.value["contacts"], end, row.value["done"], row.value["steps"])


async def check_database(settings: Settings) -> None:
    """Raises InvalidInput for a database that holds contacts and is no demo: they would be mixed up."""
    db = open_database(settings)
    try:
        await check(db)
    finally:
        await db.close()


async def check(db: Database) -> Mark | None:
    """The demo's mark, None in an empty database. Raises InvalidInput for one that holds other contacts."""
    mark = await read_mark(db)
    if mark is None:
        async with db.read() as session:
            if (await session.exec(select(Contact.id).limit(1))).first() is not None:
                raise InvalidInput(
                    f"{db.address} holds contacts already, and demo contacts are never mixed with real ones"
                )
    return mark


async def store_mark(db: Database, mark: Mark, now: datetime) -> None:
    async with db.write() as session:
        await store_settings(session, {MARK: mark.stored()}, now=now, actor_id=MARK)
