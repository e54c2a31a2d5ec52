"""How much a document may ask for: each limit has a hostile document that is refused before anything runs."""

from dataclasses import fields

import pytest
from graphql import get_introspection_query

from api.context import limits_of
from api.settings import Settings
from graphql_schema.examples import EXAMPLES
from graphql_schema.limits import OF_DOCUMENTS, Limits
from graphql_schema.schema import schema
from tests.factories import context, make_company, make_contact
from tests.graphql_schema.asking import ask, counted, refusals

CONTACTS = "contacts(first: 1) { nodes { "
DEEP = "company { contacts(first: 1) { nodes { "


def nested(levels: int) -> str:
    """A document of so many levels of fields."""
    return f"{{ {CONTACTS}" + DEEP * levels + "id" + " } } }" * levels + " } } }"


def refused(message: str, limit: str, allowed: int, asked: int | None):
    return message, {"code": "TOO_LARGE", "limit": limit, "allowed": allowed, "asked": asked}


def test_settings_have_the_defaults_of_the_limits():
    assert limits_of(Settings(_env_file=None)) == Limits()
    assert [each.name for each in fields(Limits)] == ["batch_items", *OF_DOCUMENTS]


HOSTILE = [
    pytest.param(
        "{ contacts(first: 1) { totalCount } } #" + "x" * 50_000,
        refused(
            "A document has at most 50,000 characters, long values go into variables; this one has 50,039",
            "characters", 50_000, 50_039,
        ),
        id="characters",
    ),
    pytest.param(
        "{ contacts { nodes { " + "id " * 2_000 + "} } }",
        refused("A document has at most 2,000 tokens; this one has more", "tokens", 2_000, None),
        id="tokens",
    ),
    pytest.param(
        nested(5), refused("A document has at most 15 levels of fields; this one has 18", "depth", 15, 18), id="depth"
    ),
    pytest.param(
        f"{{ {CONTACTS} ...A }} }} }} fragment A on Contact {{ " + DEEP * 5 + "id" + " } } }" * 5 + " }",
        refused("A document has at most 15 levels of fields; this one has 18", "depth", 15, 18),
        id="depth-in-a-fragment",
    ),
    pytest.param(
        f"{{ {CONTACTS} ...A0 }} }} }}"
        + "".join(f" fragment A{n} on Contact {{ company {{ contacts {{ nodes {{ ...A{n + 1} }} }} }} }}" for n in range(90))
        + " fragment A90 on Contact { id }",
        refused("A document has at most 15 levels of fields; this one has 273", "depth", 15, 273),
        id="depth-by-ninety-fragments",
    ),
    pytest.param(
        f"{{ {CONTACTS}" + " ".join(f"a{n}: id" for n in range(31)) + " } } }",
        refused("A document has at most 30 aliases; this one has 31", "aliases", 30, 31),
        id="aliases",
    ),
    pytest.param(
        f"{{ {CONTACTS} ...A ...B }} }} }} fragment A on Contact {{ "
        + " ".join(f"a{n}: id" for n in range(20))
        + " } fragment B on Contact { ...A }",
        refused("A document has at most 30 aliases; this one has 40", "aliases", 30, 40),
        id="aliases-in-a-fragment-spread-twice",
    ),
    pytest.param(
        "{ ...F0 }"
        + "".join(f" fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(100))
        + " fragment F100 on Query { a: examples { id } }",
        refused("A document has at most 30 aliases; this one has 1,000,000,000", "aliases", 30, 10**9),
        id="aliases-doubled-a-hundred-times",
    ),
    pytest.param(
        "{" + " examples { id }" * 21 + " }",
        refused("A document has at most 20 fields at its root; this one has 21", "rootFields", 20, 21),
        id="root-fields",
    ),
    pytest.param(
        "{ ...A ... on Query { ...B } } fragment A on Query {" + " examples { id }" * 11 + " } fragment B on Query { "
        + "examples { id } " * 11 + "}",
        refused("A document has at most 20 fields at its root; this one has 22", "rootFields", 20, 22),
        id="root-fields-in-fragments",
    ),
    pytest.param(
        "mutation {" + ' deleteContacts(ids: ["x"]) { changeSetId }' * 21 + " }",
        refused("A document has at most 20 fields at its root; this one has 21", "rootFields", 20, 21),
        id="mutations-in-one-document",
    ),
    pytest.param(
        f"{{ {CONTACTS}" + " ".join("... @include(if: true) { id }" for _ in range(51)) + " } } }",
        refused("A document has at most 50 directives; this one has 51", "directives", 50, 51),
        id="directives",
    ),
    pytest.param(
        "{ contacts(first: 201) { totalCount } }",
        refused("A page has at most 200 entries; this document asks for 201", "page", 200, 201),
        id="page",
    ),
    pytest.param(
        "{ contacts(last: 1000) { totalCount } }",
        refused("A page has at most 200 entries; this document asks for 1,000", "page", 200, 1_000),
        id="page-from-the-end",
    ),
    pytest.param(
        "{ contacts(first: 100) { nodes { tasks(first: 50) { nodes { id } } } } }",
        refused(
            "A document reads at most 5,000 rows; this one may read 5,100. Ask for smaller pages with `first`",
            "rows", 5_000, 5_100,
        ),
        id="rows",
    ),
    pytest.param(
        "{ a: __schema { types { name } } b: __schema { a: types { name } b: types { name } } }",
        refused(
            "A document reads at most 5,000 rows; this one may read 6,000. Ask for smaller pages with `first`",
            "rows", 5_000, 6_000,
        ),
        id="introspection-again-and-again",
    ),
    pytest.param(
        f"{{ {CONTACTS}" + "company { name id } " * 300 + "} } }",
        refused(
            "A document names the same field in one place only so often: at most 20,000 comparisons tell whether such "
            "fields agree; this one needs more",
            "comparisons", 20_000, None,
        ),
        id="the-same-field-again-and-again",
    ),
    pytest.param(
        f"{{ {CONTACTS}" + " ".join(f"...F{n}" for n in range(100)) + " } } }"
        + "".join(f" fragment F{n} on Contact {{ id name company {{ id name }} }}" for n in range(100)),
        refused(
            "A document names the same field in one place only so often: at most 20,000 comparisons tell whether such "
            "fields agree; this one needs more",
            "comparisons", 20_000, None,
        ),
        id="the-same-field-in-a-hundred-fragments",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("document", "refusal"), HOSTILE)
async def test_document_past_a_limit_is_refused_before_anything_runs(database, document, refusal):
    with counted(database) as statements:
        assert refusal in await refusals(database, document)

    assert statements == []


async def test_document_at_the_limits_is_answered(database):
    assert await ask(database, nested(4)) == {"contacts": {"nodes": []}}
    assert await ask(database, "{" + " examples { __typename }" * 20 + " }") == {
        "examples": [{"__typename": "SavedQuery"}] * len(EXAMPLES)
    }


async def test_limits_are_those_of_the_server(database):
    result = await schema.execute(
        "{ contacts { nodes { id } } }", context_value=context(database, limits=Limits(depth=2, page=10))
    )

    assert [error.message for error in result.errors or ()] == [
        "A document has at most 2 levels of fields; this one has 3"
    ]
    assert result.extensions is not None
    assert result.extensions["cost"]["depth"] == {"asked": 3, "allowed": 2}


async def test_fragments_that_double_all_the_way_down_cost_nothing(database):
    doubling = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(100))

    assert await ask(database, f"{{ ...F0 }} {doubling} fragment F100 on Query {{ contacts {{ totalCount }} }}") == {
        "contacts": {"totalCount": 0}
    }


@pytest.mark.parametrize(
    ("document", "message"),
    [
        pytest.param("{ ...A }", "Unknown fragment 'A'.", id="missing"),
        pytest.param("{ ...A } fragment A on Query { ...A }", "Cannot spread fragment 'A' within itself.", id="circle"),
    ],
)
async def test_fragment_that_cannot_be_is_the_callers_mistake(database, document, message):
    assert await refusals(database, document) == [(message, {"code": "GRAPHQL_VALIDATION_FAILED"})]


async def test_validation_stops_at_the_first_errors_and_suggests_nothing(database):
    document = f"{{ {CONTACTS}" + " ".join(f"nam{n}" for n in range(400)) + " } } }"

    assert await refusals(database, document) == [
        (f"Cannot query field 'nam{n}' on type 'Contact'.", {"code": "GRAPHQL_VALIDATION_FAILED"}) for n in range(5)
    ]


async def test_document_refused_once_is_refused_again(database):
    first, second = [await refusals(database, "{ nothing }") for _ in range(2)]

    assert first == second == [("Cannot query field 'nothing' on type 'Query'.", {"code": "GRAPHQL_VALIDATION_FAILED"})]


async def test_introspection_as_graphiql_asks_it_is_within_a_third_of_the_limits(database):
    document = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True
    )

    result = await schema.execute(document, context_value=context(database))

    assert result.errors is None
    assert over_a_third(result.extensions) == []


ORDINARY = {
    "a-list": """query Contacts($filter: ContactFilter, $after: String) {
        contacts(filter: $filter, orderBy: { field: LEAD_SCORE, direction: DESC }, first: 50, after: $after) {
            totalCount pageInfo { hasNextPage endCursor }
            nodes { id name email title tags leadScore lastActivityAt owner { id name } company { id name }
                    externalLinks { externalId } tasks(first: 3) { nodes { id subject dueAt } } } } }""",
    "a-person": """query Contact($id: ID!) { contact(id: $id) {
        id name email phone tags owner { id name } customFields { key value } externalLinks { externalId strategy }
        companies { nodes { id name } } deals { nodes { id name status } } tasks { nodes { id subject } }
        activities { nodes { id type subject happenedAt } pageInfo { endCursor hasNextPage } }
        changes { nodes { at source actor { label } fields { field old new } run { id act } } } } }""",
    "a-run": """query Run($id: ID!) { run(id: $id) { id act status counts { outcome count } actor { label }
        items(first: 50) { totalCount nodes { index payload decision { outcome strategy normalizedValue }
            record { id } changes { recordId version } } } } }""",
    "the-readme": """{ contactByExternalId(externalId: "lead-900") { name title customFields { key value }
        changes(first: 1) { nodes { at source fields { field old new } } } externalLinks { externalId strategy } } }""",
}


@pytest.mark.parametrize("document", [pytest.param(text, id=name) for name, text in ORDINARY.items()])
async def test_ordinary_documents_stay_under_a_third_of_every_limit(database, document):
    await make_company(database)
    ada = await make_contact(database)
    given = {"id": ada.id} if "$id" in document else {}

    result = await schema.execute(document, given, context_value=context(database))

    assert result.errors is None
    assert over_a_third(result.extensions) == []


def over_a_third(extensions) -> list[str]:
    """The limits of which an answer says that more than a third was asked."""
    return [name for name, told in extensions["cost"].items() if told["asked"] * 3 > told["allowed"]]
