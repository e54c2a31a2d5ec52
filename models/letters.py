"""Texts as lists are sorted by them: in lower case, by their first characters alone, which is what an index can hold."""

from sqlalchemy import ColumnElement, Text, func, literal_column

LONGEST = 200  # characters; PostgreSQL's indexes hold 2,704 bytes


def letters(column: ColumnElement[str | None]) -> ColumnElement[str]:
    """A text as it is sorted, in the order of the database's language.

    Its numbers stand in the statement: an expression that has them bound is not the one that an index is of.
    """
    beginning = func.substr(column, literal_column("1"), literal_column(str(LONGEST)), type_=Text)
    return func.lower(beginning, type_=Text)
