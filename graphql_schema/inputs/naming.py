"""Which campaigns or senders, by their names."""

from typing import Any

import strawberry
from sqlalchemy import ColumnElement

from graphql_schema.described import input_type
from graphql_schema.inputs.combining import Conditions
from graphql_schema.inputs.filters import words


@input_type
class NameFilter:
    """By a name. Everything given must hold."""

    text: str | None = strawberry.field(default=None, description="Every word occurs in it, in whatever letter case.")
    is_sure: bool | None = strawberry.field(default=None, description="Whether it is known to be a whole name.")

    def on(self, name: ColumnElement[Any], is_sure: ColumnElement[Any]) -> Conditions:
        return words(self.text, (name,)) + ([is_sure.is_(self.is_sure)] if self.is_sure is not None else [])
