"""Finding rows by the words of a text column, by an index that each database keeps in its own way.

PostgreSQL has an index on the words as a tsvector; SQLite a full-text table beside the rows, which triggers keep in step.
Words are letters and digits with spaces between; what else they are is for those to say who write and ask.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, Column, ColumnElement, Dialect, Text, and_, bindparam, literal_column, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator


class Words(TypeDecorator[Sequence[Sequence[str]]]):
    """Words to be found as one parameter: all those of one of the lists. One that ends with * is the beginning of a word."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[Sequence[str]] | None, dialect: Dialect) -> str:
        is_sqlite = dialect.name == "sqlite"
        mark, star, all_of, one_of = ('"', "*", " AND ", " OR ") if is_sqlite else ("'", ":*", " & ", " | ")
        lists = []
        for words in value or ():
            whole = [(word.removesuffix("*"), word.endswith("*")) for word in words]
            assert not any(set(word) & set("'\"\\") for word, _ in whole), "a word is made of letters and digits"
            lists.append(f"({all_of.join(f'{mark}{word}{mark}{star * begun}' for word, begun in whole)})")
        return one_of.join(lists)


class _HasWords(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True
    _is_implicitly_boolean = True


@compiles(_HasWords, "sqlite")
def _has_words_sqlite(element: _HasWords, compiler: Any, **kwargs: Any) -> str:
    number, column, words, *most = element.clauses
    name = full_text_name(column)  # type: ignore[arg-type]
    found = f"SELECT rowid FROM {name} WHERE {name} MATCH {compiler.process(words, **kwargs)}"
    for each in most:
        found += f" ORDER BY rowid DESC LIMIT {compiler.process(each, **kwargs)}"
    return f"{compiler.process(number, **kwargs)} IN ({found})"


@compiles(_HasWords, "postgresql")
def _has_words_postgresql(element: _HasWords, compiler: Any, **kwargs: Any) -> str:
    number, column, words, *most = element.clauses
    # As the index has it; no parser is asked what a word is.
    holds = (
        f"array_to_tsvector(string_to_array({compiler.process(column, **kwargs)}, ' ')) "
        f"@@ CAST({compiler.process(words, **kwargs)} AS tsquery)"
    )
    for each in most:
        table, key = column.table.name, number.name
        found = f"SELECT {key} FROM {table} WHERE {holds} ORDER BY {key} DESC LIMIT {compiler.process(each, **kwargs)}"
        return f"{compiler.process(number, **kwargs)} IN ({found})"
    return holds


def has_words(column: Column[str], words: Sequence[Sequence[str]]) -> ColumnElement[bool]:
    """True where an indexed column holds all words of one of the lists. The table's primary key is one number."""
    (number,) = column.table.primary_key.columns
    return _HasWords(number, column, bindparam("words", words, type_=Words(), unique=True))


def stand_in(column: Column[str], words: Sequence[Sequence[str]]) -> ColumnElement[bool]:
    """The same, read from the text of the row itself."""
    text: ColumnElement[str] = literal_column("' '", Text) + column + literal_column("' '", Text)
    # A word is made of letters and digits, none of which means anything in a pattern.
    patterns = [[f"% {word[:-1]}%" if word.endswith("*") else f"% {word} %" for word in each] for each in words]
    return or_(*(and_(*(text.like(pattern) for pattern in each)) for each in patterns))


def is_among_latest_with_words(column: Column[str], parameter: str, most: int) -> ColumnElement[bool]:
    """The same of so many rows at most, those with the highest numbers; the words are bound when the statement runs."""
    (number,) = column.table.primary_key.columns
    return _HasWords(number, column, bindparam(parameter, type_=Words()), literal_column(str(most)))


def full_text_name(column: Column[str]) -> str:
    """The full-text table beside the rows on SQLite, and the beginning of the names of those it is stored in."""
    return f"{column.table.name}_{column.name}"


def is_kept_by_database(column: Column[str], name: str | None) -> bool:
    """Whether a table or an index of this name serves the words of a column; the tables we define know nothing of it."""
    own = full_text_name(column)
    return name == f"ix_{own}" or name == own or (name or "").startswith(f"{own}_")
