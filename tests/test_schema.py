"""The schema as a document: its snapshot, what it exposes, and whether it says what everything means."""

import re
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    build_schema,
    is_introspection_type,
    is_specified_scalar_type,
    parse,
    validate,
)
from strawberry.types import get_object_definition

from graphql_schema import resolvers
from graphql_schema.fields import ACT
from graphql_schema.schema import Mutation, Query, Subscription, schema
from models import errors
from models.errors import CRMError

EXAMPLE = re.compile("```graphql\n(.*?)```", re.DOTALL)
PLAIN = {"id", "ids", "externalId", "dryRun", "errorPolicy", "expectedVersions", "first", "after", "last", "before"}
SNAPSHOT = Path(__file__).parents[1] / "graphql_schema" / "schema.graphql"
DOCUMENT = build_schema(schema.as_str())
TYPES = [
    each
    for each in DOCUMENT.type_map.values()
    if not is_introspection_type(each) and not is_specified_scalar_type(each)
]


def test_snapshot_is_the_schema():
    assert SNAPSHOT.read_text() == schema.as_str() + "\n", "write it anew: uv run rolograph schema"


def test_every_resolver_is_a_field():
    roots = (Query, Mutation, Subscription)
    fields = [field for root in roots for field in get_object_definition(root, strict=True).fields]

    assert sorted(field.metadata[ACT].__name__ for field in fields) == sorted(resolvers.__all__)


def test_everything_says_what_it_means():
    silent = [name for name, description in descriptions() if not (description or "").strip()]

    assert silent == []


def test_examples_fit_the_schema():
    examples = [each for _, said in descriptions() for each in EXAMPLE.findall(said or "")]

    assert [(each, errors_) for each in examples if (errors_ := validate(DOCUMENT, parse(each)))] == []


def test_what_takes_more_than_ids_and_pages_is_shown_by_an_example():
    roots = (DOCUMENT.query_type, DOCUMENT.mutation_type)
    fields = [each for root in roots for each in root.fields.items()]
    without = [
        name
        for name, field in fields
        if not field.args.keys() <= PLAIN
        and not EXAMPLE.search(field.description)
        and "by the rules of `" not in field.description
    ]

    assert without == []


@pytest.mark.parametrize("kind", [each for each in CRMError.__subclasses__() if each.__module__ == errors.__name__])
def test_codes_are_words_of_their_own(kind):
    assert [each for each in CRMError.__subclasses__() if each.code == kind.code] == [kind]


def descriptions():
    """Everything a reader meets, with what is said of it."""
    for each in TYPES:
        yield each.name, each.description
        if isinstance(each, GraphQLScalarType):
            continue
        if isinstance(each, GraphQLEnumType):
            yield from ((f"{each.name}.{name}", value.description) for name, value in each.values.items())
        if isinstance(each, GraphQLInputObjectType):
            yield from ((f"{each.name}.{name}", field.description) for name, field in each.fields.items())
        if isinstance(each, (GraphQLObjectType, GraphQLInterfaceType)):
            for name, field in each.fields.items():
                yield f"{each.name}.{name}", field.description
                yield from (
                    (f"{each.name}.{name}({argument})", value.description) for argument, value in field.args.items()
                )
