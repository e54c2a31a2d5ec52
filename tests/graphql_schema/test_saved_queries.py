"""Saved queries: one's own, those that others share, and the examples that come with the server."""

from datetime import UTC, datetime

import pytest

from api.demo.filling import fill
from graphql_schema.examples import EXAMPLES, read_examples
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.library.saved_query import SavedQuery
from tests.factories import ANN, Clock, lead, make_contact, rows_of, runs_of, sync
from tests.graphql_schema.asking import ask

BEN = Actor("user_ben", "Ben", Source.PERSON, frozenset(["graphql:read"]))
PROBLEM = "... on Problem { code message } ... on InvalidInputProblem { field } ... on NotFoundProblem { recordId }"
CREATE = f"""mutation($query: SavedQueryFields!) {{ createSavedQuery(query: $query) {{
    ... on SavedQueryChanged {{ savedQuery {{ id }} }} {PROBLEM} }} }}"""
UPDATE = f"""mutation($id: ID!, $changes: SavedQueryFields!) {{ updateSavedQuery(id: $id, changes: $changes) {{
    ... on SavedQueryChanged {{ savedQuery {{
      title description document variables isShared createdAt updatedAt }} }} {PROBLEM} }} }}"""
DELETE = f"""mutation($id: ID!) {{ deleteSavedQuery(id: $id) {{
    ... on SavedQueryChanged {{ savedQuery {{ title }} }} {PROBLEM} }} }}"""
FIND = "query($id: ID!) { savedQuery(id: $id) { title isMine owner { id } } }"
LIST = "{ savedQueries { nodes { title isMine } } }"
FIELDS = {
    "title": "Replies",
    "document": "query($n: Int) { contacts(first: $n) { totalCount } }",
    "variables": {"n": 5},
}


async def save(database, actor=ANN, **fields) -> str:
    made = await ask(database, CREATE, actor=actor, query={**FIELDS, **fields})
    return made["createSavedQuery"]["savedQuery"]["id"]


async def test_query_is_saved_read_and_listed_by_title(database):
    saved = await save(database)
    await save(database, title="All")

    assert await ask(database, FIND, id=saved) == {
        "savedQuery": {"title": "Replies", "isMine": True, "owner": {"id": ANN.id}}
    }
    assert await ask(database, LIST) == {
        "savedQueries": {"nodes": [{"title": "All", "isMine": True}, {"title": "Replies", "isMine": True}]}
    }
    assert await runs_of(database) == []


async def test_others_see_what_is_shared_and_nothing_else(database):
    private = await save(database)
    shared = await save(database, title="For all", isShared=True)

    assert await ask(database, LIST, actor=BEN) == {"savedQueries": {"nodes": [{"title": "For all", "isMine": False}]}}
    assert await ask(database, FIND, actor=BEN, id=private) == {"savedQuery": None}
    assert (await ask(database, FIND, actor=BEN, id=shared))["savedQuery"]["isMine"] is False


async def test_who_may_only_read_keeps_queries_too(database):
    saved = await save(database, BEN)

    assert (await ask(database, DELETE, actor=BEN, id=saved))["deleteSavedQuery"] == {
        "savedQuery": {"title": "Replies"}
    }


async def test_update_keeps_what_is_absent_clears_what_is_null_and_sets_the_rest(database):
    clock = Clock()
    made = await ask(database, CREATE, clock=clock, query={**FIELDS, "description": "Who replied"})
    clock.move(hours=1)

    changed = await ask(
        database,
        UPDATE,
        clock=clock,
        id=made["createSavedQuery"]["savedQuery"]["id"],
        changes={"description": None, "isShared": True},
    )

    assert changed["updateSavedQuery"]["savedQuery"] == {
        "title": "Replies", "description": None, "document": FIELDS["document"], "variables": {"n": 5}, "isShared": True,
        "createdAt": "2024-01-20T10:30:00Z", "updatedAt": "2024-01-20T11:30:00Z",
    }  # fmt: skip


@pytest.mark.parametrize(("act", "more"), [(UPDATE, {"changes": {"title": "Mine now"}}), (DELETE, {})])
async def test_what_is_somebody_elses_is_not_changed(database, act, more):
    saved = await save(database, isShared=True)

    [refused] = (await ask(database, act, actor=BEN, id=saved, **more)).values()

    assert refused == {"code": "NOT_FOUND", "message": "Saved query not found", "recordId": saved}
    assert [each.title for each in await rows_of(database, SavedQuery)] == ["Replies"]


@pytest.mark.parametrize(("act", "more"), [(UPDATE, {"changes": {"title": "Mine now"}}), (DELETE, {})])
async def test_examples_are_nobodys_to_change(database, act, more):
    for id in EXAMPLES:
        [refused] = (await ask(database, act, id=id, **more)).values()

        message = "An example that comes with the server cannot be changed; save a copy"
        assert refused == {"code": "INVALID_INPUT", "message": message, "field": "id"}


@pytest.mark.parametrize(
    ("fields", "message", "field"),
    [
        pytest.param({"title": " "}, "title is required", "title", id="no-title"),
        pytest.param({"document": ""}, "document is required", "document", id="no-document"),
        pytest.param({"title": "a\0"}, "title holds a NUL character, which cannot be stored", "title", id="nul"),
        pytest.param({"title": "a" * 256}, "title is longer than 255 characters", "title", id="long-title"),
        pytest.param({"variables": [1]}, "variables must be an object", "variables", id="variables-in-a-list"),
    ],
)
async def test_query_that_cannot_be_saved_is_refused(database, fields, message, field):
    refused = await ask(database, CREATE, query={**FIELDS, **fields})

    assert refused["createSavedQuery"] == {"code": "INVALID_INPUT", "message": message, "field": field}
    assert await rows_of(database, SavedQuery) == []


async def test_query_without_its_document_is_refused(database):
    refused = await ask(database, CREATE, query={"title": "x"})

    assert refused["createSavedQuery"] == {
        "code": "INVALID_INPUT", "message": "document is required", "field": "document"
    }  # fmt: skip


async def test_examples_are_listed_in_the_order_of_their_files_and_found_by_id(database):
    listed = await ask(database, "{ examples { id title isMine owner { id } createdAt isShared } }")

    assert [each["id"] for each in listed["examples"]] == list(read_examples())
    assert listed["examples"][0] == {
        "id": "example_replies-by-campaign-and-month", "title": "Replies by campaign and month", "isMine": False,
        "owner": None, "createdAt": None, "isShared": True,
    }  # fmt: skip
    assert await ask(database, FIND, id="example_latest-contacts") == {
        "savedQuery": {"title": "Who changed last, and why", "isMine": False, "owner": None}
    }


async def test_every_example_runs_and_finds_something_in_the_demo(database):
    await fill(database, contacts=48, clock=Clock(datetime(2024, 6, 12, 9, tzinfo=UTC)))
    await make_contact(database, email="ada@demo.example")
    await make_contact(database, linkedin_url="https://www.linkedin.com/in/ada-demo")
    await sync(
        database,
        lead("two people", email="ada@demo.example", linkedinUrl="https://www.linkedin.com/in/ada-demo"),
        lead("no address", email=5),
    )

    known = await ask(database, "{ contacts(first: 1) { nodes { id } } companies(first: 1) { nodes { id } } }")
    ids = {
        "example_one-contact": known["contacts"]["nodes"][0]["id"],
        "example_one-company": known["companies"]["nodes"][0]["id"],
    }

    for example in EXAMPLES.values():
        data = await ask(database, example.document, **({"id": ids[example.id]} if example.id in ids else {}))

        assert example.description, example.id
        assert [field for field, found in data.items() if not holds_entries(found)] == [], example.id


def holds_entries(found) -> bool:
    """Whether there is a list with something in it."""
    if isinstance(found, dict):
        return any(map(holds_entries, found.values()))
    return isinstance(found, list) and found != []
