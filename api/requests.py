"""What a client of the GraphQL door asks, however it is brought: by a request or over a socket."""

from typing import Any

import msgspec

from graphql_schema.errors import REFUSED
from models.errors import InvalidInput


class GraphQLRequest(msgspec.Struct, rename="camel"):
    """A document or the id of one, the operation in it, and values for its variables."""

    query: str | None = None
    document_id: str | None = None
    operation_name: str | None = None
    variables: dict[str, Any] | None = None
    extensions: dict[str, Any] | None = None


def converted(asked: Any) -> GraphQLRequest:
    """The request that a JSON value is. Raises InvalidInput where it is none."""
    if isinstance(asked, list):
        raise InvalidInput("Several requests in one body are not read here; send them one by one")
    try:
        request = msgspec.convert(asked, GraphQLRequest)
    except (msgspec.ValidationError, ValueError) as error:
        raise InvalidInput(f"This is not a GraphQL request: {error}") from None
    if request.query is not None and not request.query.strip():
        raise InvalidInput("query is empty", field="query")
    return request


def document_id(asked: GraphQLRequest) -> str | None:
    """The id of the document that is meant, by either of the two names clients have for it."""
    named = (asked.extensions or {}).get("persistedQuery")
    if named is None:
        return asked.document_id
    match named:
        case {"version": 1, "sha256Hash": str(digest)} if asked.document_id is None:
            return f"sha256:{digest.lower()}"
    raise InvalidInput("persistedQuery must be {version: 1, sha256Hash}, without a documentId", field="extensions")


def refusal(message: str, code: str = REFUSED, **more: Any) -> dict[str, Any]:
    """An answer that is one error."""
    return {"errors": [{"message": message, "extensions": {"code": code, **more}}]}
