"""Searching as a client does, for tests of what is found and of how it is kept."""

from models.database.engine import Database
from tests.graphql_schema.asking import ask

SEARCH = """query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
    search(text: $text, types: $types, first: $first, after: $after) {
        totalCount edges { score cursor node { id __typename } highlights { field parts { text isMatch } } }
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


async def found(database: Database, text: str, *types: str) -> list[str]:
    """Ids in order."""
    answer = await ask(database, SEARCH, text=text, types=list(types) or None)
    return [each["node"]["id"] for each in answer["search"]["edges"]]
