"""How many rows a document may read, known before it runs."""

import pytest
from graphql import OperationDefinitionNode, parse

from graphql_schema.rows import Rows
from graphql_schema.schema import schema


def rows(document: str, **variables) -> tuple[int, int]:
    """The rows a document may read, and its largest page."""
    tree = parse(document)
    [operation] = [each for each in tree.definitions if isinstance(each, OperationDefinitionNode)]
    found = Rows(schema._schema, tree, operation, variables)
    return found.asked, found.page


@pytest.mark.parametrize(
    ("document", "variables", "asked", "page"),
    [
        pytest.param('{ contact(id: "x") { id name } }', {}, 1, 0, id="one-record"),
        pytest.param('{ contact(id: "x") { owner { id } company { owner { id } } } }', {}, 4, 0, id="records-of-one"),
        pytest.param("{ contacts { nodes { id } } }", {}, 50, 50, id="page-by-default"),
        pytest.param("{ contacts(first: 7) { nodes { id } } }", {}, 7, 7, id="page-by-literal"),
        pytest.param("{ contacts(last: 7) { edges { node { id } } } }", {}, 7, 7, id="page-by-edges"),
        pytest.param("query($n: Int) { contacts(first: $n) { nodes { id } } }", {"n": 9}, 9, 9, id="page-by-variable"),
        pytest.param("query($n: Int = 8) { contacts(first: $n) { nodes { id } } }", {}, 8, 8, id="by-its-default"),
        pytest.param(
            "query($n: Int = 8) { contacts(first: $n) { nodes { id } } }", {"n": None}, 50, 50, id="by-null"
        ),
        pytest.param("query($n: Int) { contacts(first: $n) { nodes { id } } }", {"n": "x"}, 50, 50, id="by-nonsense"),
        pytest.param("query($n: Int) { contacts(first: $n) { nodes { id } } }", {"n": -9}, 0, 0, id="less-than-none"),
        pytest.param("{ contacts(first: 5) { totalCount } }", {}, 5, 5, id="page-of-which-nothing-is-shown"),
        pytest.param(
            "{ contacts(first: 10) { nodes { owner { id } tasks(first: 3) { nodes { id } } } } }",
            {}, 10 * (1 + 1 + 3), 10, id="pages-in-a-page",
        ),
        pytest.param(
            "{ contacts(first: 10) { pageInfo { hasNextPage } nodes { externalLinks { externalId } } } }",
            {}, 10 * (1 + 5), 10, id="a-list-in-a-page",
        ),
        pytest.param("{ users { id } }", {}, 5, 0, id="a-list"),
        pytest.param('{ tasksById(ids: ["a", "b", "c"]) { owner { id } } }', {}, 6, 0, id="a-list-by-ids"),
        pytest.param("query($i: [ID!]!) { tasksById(ids: $i) { id } }", {"i": ["a"] * 12}, 12, 0, id="ids-in-a-variable"),
        pytest.param(
            "{ contacts(first: 4) { ...P ...P } } fragment P on ContactConnection { nodes { ...C } } "
            "fragment C on Contact { owner { id } }",
            {}, 8, 4, id="fragment-of-a-page",
        ),
        pytest.param(
            '{ possibleDuplicates(first: 2) { nodes { first { ... on Contact { owner { id } } } } } }',
            {}, 2 * (1 + 1 + 1), 2, id="by-an-interface",
        ),
        pytest.param('{ contacts(first: 99999999999999999999) { nodes { id } } }', {}, 10**9, 10**9, id="endless"),
        pytest.param(
            "{ contacts(first: 100000) { nodes { tasks(first: 100000) { nodes { id } } } } }", {}, 10**9, 100_000,
            id="counted-no-further",
        ),
        pytest.param(
            '{ __typename __schema { types { name } } __type(name: "Run") { name } }', {}, 1_550, 0, id="introspection"
        ),
        pytest.param("{ nothing { here } }", {}, 0, 0, id="unknown"),
    ],
)  # fmt: skip
def test_rows_are_the_product_of_the_pages(document, variables, asked, page):
    assert rows(document, **variables) == (asked, page)
