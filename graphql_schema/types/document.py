"""Registered documents, as the schema tells them."""

from datetime import datetime

import strawberry
from graphql import GraphQLError, OperationDefinitionNode, parse

import models
from graphql_schema.described import computed
from graphql_schema.types.actor import Actor
from graphql_schema.types.record import column, hidden, record
from models.library.document import ID_PREFIX


@record(models.RegisteredDocument)
class RegisteredDocument:
    """A document that everyone may run, and that can be asked for by its id alone."""

    hash: strawberry.Private[str] = hidden()
    document: str = column("Its text.", name="text")
    source: str = column(
        "Whose documents it is one of: `ui` and the build that brought it, or what a script called itself."
    )
    registered_at: datetime = column("When it was registered.")
    registered_by_id: strawberry.Private[str] = hidden(name="registered_by")

    @computed
    def id(self) -> strawberry.ID:
        """What to send as `documentId` in place of the text: `sha256:` and the SHA-256 of the text."""
        return strawberry.ID(ID_PREFIX + self.hash)

    @computed
    def operations(self) -> list[str]:
        """The names of its operations; those without a name are left out."""
        try:
            definitions = parse(self.document, no_location=True).definitions
        except GraphQLError:
            return []
        named = [each.name for each in definitions if isinstance(each, OperationDefinitionNode)]
        return [name.value for name in named if name is not None]

    @computed
    def registered_by(self) -> Actor:
        """Who registered it."""
        return Actor(id=strawberry.ID(self.registered_by_id))
