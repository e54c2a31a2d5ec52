"""How long hostile documents take to be refused: each by itself, through the schema, with nothing behind it.

Run: uv run python -m tests.benchmarks.refusals
"""

import asyncio
import gc
import logging
import time
from statistics import median

import structlog
from graphql import get_introspection_query

from graphql_schema.context import Context
from graphql_schema.guard import errors_of, read
from graphql_schema.limits import DEFAULTS
from graphql_schema.schema import schema
from models.database.engine import Database
from models.ledger.run import Door
from tests.factories import ANN
from tests.graphql_schema.test_limits import HOSTILE, ORDINARY

ROUNDS = 9

MORE = {
    "a megabyte of blanks": "{ contacts { totalCount } }" + " " * 990_000,
    "a megabyte in quotes": '{ contact(id: "' + "x" * 990_000 + '") { id } }',
    "a megabyte of escapes": '{ contact(id: "' + "\\u0041" * 160_000 + '") { id } }',
    "a megabyte of names": "{" + "a " * 490_000 + "}",
    "nested beyond the parser": "{ contacts" * 600 + " }" * 600,
    "inline fragments, nested": "{" + "... { " * 190 + "contacts(first: 999) { totalCount }" + " }" * 190 + "}",
    "1,900 unknown fields": "{ contacts { nodes {" + " ".join(f"a{n}" for n in range(1_900)) + "} } }",
    "1,900 times one field": "{ contacts { nodes {" + " id" * 1_900 + "} } }",
    "450 variables nobody uses": "query("
    + " ".join(f"$a{n}: Int" for n in range(450))
    + ") { contacts { totalCount } }",
    "600 arguments": "{ contacts(" + " ".join(f"a{n}: 1" for n in range(600)) + ") { totalCount } }",
    "600 fields of an input": "{ contacts(filter: {" + " ".join(f"a{n}: 1" for n in range(600)) + "}) { totalCount } }",
    "lists in lists": "{ contacts(filter: " + "[" * 190 + "]" * 190 + ") { totalCount } }",
    "two hundred operations": " ".join(f"query Q{n} {{ contacts {{ totalCount }} }}" for n in range(200)),
    "fragments in a circle": "{ ...F0 }"
    + "".join(f" fragment F{n} on Query {{ ...F{(n + 1) % 150} ...F{(n + 7) % 150} }}" for n in range(150)),
}


async def main() -> None:
    db = Database.open("sqlite:///nowhere.db")  # reached by nobody: everything here is refused before
    documents = {each.id: each.values[0] for each in HOSTILE} | MORE
    print(f"{'refused document':44} {'median ms':>10} {'worst ms':>10}  why")
    for name, document in documents.items():
        times, why = await timed(db, document)
        print(f"{name:44} {median(times):10.2f} {max(times):10.2f}  {why}")
    print(f"\n{'read and validated for the first time':44} {'median ms':>10} {'worst ms':>10}")
    for name, document in {**ORDINARY, "introspection": get_introspection_query()}.items():
        times = [prepared(document) for _ in range(ROUNDS)]
        print(f"{name:44} {median(times):10.2f} {max(times):10.2f}")
    await db.close()


async def timed(db: Database, document: str) -> tuple[list[float], str]:
    """Milliseconds of each round, and what the first error says."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        began = time.perf_counter()
        result = await schema.execute(document, context_value=Context(db, ANN, Door.GRAPHQL))
        times.append((time.perf_counter() - began) * 1000)
    assert result.errors, "this one was not refused"
    assert result.data is None
    extensions = result.errors[0].extensions or {}
    return times, str(extensions.get("limit") or result.errors[0].message.partition("\n")[0][:60])


def prepared(document: str) -> float:
    """Milliseconds of reading and validating, nothing kept from before."""
    gc.collect()
    began = time.perf_counter()
    errors_of(schema._schema, read(document, DEFAULTS).tree)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    asyncio.run(main())
