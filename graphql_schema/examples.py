"""Queries that come with the server: files of one document each, which begin by saying what they answer.

The first comment is the title, those below it the description; the file's name is the id, and orders them. Variables have
their values as defaults in the document, so that an example runs as it stands.
"""

from pathlib import Path

import strawberry

from graphql_schema.types.saved_query import SavedQuery

FOLDER = Path(__file__).parent / "example_queries"


def read_examples(folder: Path = FOLDER) -> dict[str, SavedQuery]:
    """The examples by id, in order."""
    found = [_example(path) for path in sorted(folder.glob("*.graphql"))]
    return {example.id: example for example in found}


def _example(path: Path) -> SavedQuery:
    lines = path.read_text(encoding="utf-8").splitlines()
    said = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    return SavedQuery(
        id=strawberry.ID("example_" + path.stem.partition("-")[2]),
        title=said[0],
        description=" ".join(said[1:]) or None,
        document="\n".join(line for line in lines if not line.startswith("#")).strip() + "\n",
        variables=None,
        is_shared=True,
        created_at=None,
        updated_at=None,
        owner_id=None,
    )


EXAMPLES = read_examples()
