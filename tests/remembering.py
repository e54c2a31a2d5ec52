"""What SQLAlchemy works out about a kind of database, kept from one test to the next.

A dialect remembers how it speaks each type of column, and an engine how it spells each statement. Every test opens engines
of its own, and would find all of it out again: a fifth of the time of a run.
"""

from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

STATEMENTS = 2_000


class _Remembering:
    """A dialect whose engines share what they learn."""

    learned: tuple[WeakKeyDictionary[Any, Any], LRUCache[Any, Any]]

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        vars(engine.dialect)["_type_memos"], engine._compiled_cache = cls.learned

    def __eq__(self, other: object) -> bool:  # statements are remembered by dialect
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


class RememberingSQLite(_Remembering, SQLiteDialect_aiosqlite):
    supports_statement_cache = True
    learned = WeakKeyDictionary(), LRUCache(STATEMENTS)


class RememberingPostgreSQL(_Remembering, PGDialect_asyncpg):
    supports_statement_cache = True
    learned = WeakKeyDictionary(), LRUCache(STATEMENTS)


def remember() -> None:
    """Have every engine that is made from now on share."""
    registry.register("sqlite.aiosqlite", __name__, RememberingSQLite.__name__)
    registry.register("postgresql.asyncpg", __name__, RememberingPostgreSQL.__name__)
