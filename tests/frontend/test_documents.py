"""The documents that a build carries, at a server where the role of whoever is signed in may not explore."""

import json
import re
from pathlib import Path
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    OperationDefinitionNode,
    OperationType,
    parse,
    type_from_ast,
)

from api.ui.registering import register_build
from graphql_schema.schema import schema
from models.library.document import hash_of
from tests.browser import ADA, Browser, open_server
from tests.factories import configure, make_contact, make_task, make_user


def ids_of(build: Path) -> dict[str, str]:
    """The ids of the documents of a build, by the names of their operations."""
    manifest: dict[str, str] = json.loads((build / "documents.json").read_bytes())
    assert [hash_of(text) for text in manifest.values()] == list(manifest)
    names = [re.search(r"^(?:query|mutation|subscription) (\w+)", text, re.MULTILINE) for text in manifest.values()]
    return {name[1]: f"sha256:{digest}" for name, digest in zip(names, manifest, strict=True) if name}


async def test_the_page_of_contacts_works_for_people_who_may_not_explore(database_url, database, built):
    ids = ids_of(built)
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1], role="rep")
    await configure(database, explore_withdrawn=["rep"])
    alan = await make_contact(database, email="alan@example.com")
    page = {"first": 50, "filter": {}, "custom": False, "more": False, "counted": True}
    note = {"recordId": alan.id, "note": {"body": "Called"}}
    asked = [
        {"documentId": ids["Viewer"]},
        {"documentId": ids["SavedViews"], "variables": {"entity": "CONTACT"}},
        {"documentId": ids["Contacts"], "variables": page},
        {"documentId": ids["CreateNote"], "variables": note},
    ]

    async with open_server(database_url) as app:
        browser = Browser(app)
        await browser.sign_in()
        before = [await browser.http.post("/graphql", json=each) for each in asked]
        assert await register_build(app.state.server, built)
        after = [(await browser.http.post("/graphql", json=each)).json() for each in asked]
        own = await browser.ask("{ contacts { totalCount } }")

    assert [each.json()["errors"][0]["extensions"]["code"] for each in before] == ["PERSISTED_QUERY_NOT_FOUND"] * 4
    viewer, views, contacts, created = [each["data"] for each in after]
    assert viewer["viewer"]["label"] == "Ada"
    assert views == {"savedViews": {"nodes": [], "__typename": "SavedViewConnection"}}
    assert [each["id"] for each in contacts["contacts"]["nodes"]] == [alan.id]
    assert created["createNote"]["__typename"] == "NoteChanged"
    assert own.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_NOT_REGISTERED"


async def test_every_question_of_the_pages_is_answered_on_either_database(database_url, database, built):
    """The flows in a browser go over one database each; what they ask is asked of both."""
    await make_user(database, "ada", "Ada", ADA[0], password=ADA[1], role="admin")
    contact = await make_contact(database, email="alan@example.com", first_name="Alan", custom={"tier": "gold"})
    await make_task(database, "task_1", "Call Alan", contact_id=contact.id)
    asked, told = 0, {}

    async with open_server(database_url) as app:
        browser = Browser(app)
        await browser.sign_in()
        for text in json.loads((built / "documents.json").read_bytes()).values():
            [operation] = [each for each in parse(text).definitions if isinstance(each, OperationDefinitionNode)]
            if operation.operation is OperationType.QUERY:
                answer = (await browser.ask(text, **needed(operation, contact.id))).json()
                assert operation.name is not None
                if "errors" in answer:
                    told[operation.name.value] = answer["errors"][0]["message"]
                asked += 1

    assert told == {}
    assert asked > 40


def needed(operation: OperationDefinitionNode, record_id: str) -> dict[str, Any]:
    """Values for the variables that an operation cannot do without."""
    return {
        each.variable.name.value: sample(type_from_ast(schema._schema, each.type), record_id)
        for each in operation.variable_definitions or ()
        if each.type.kind == "non_null_type" and each.default_value is None
    }


def sample(kind: Any, record_id: str) -> Any:
    """A value of a type of the schema."""
    match kind:
        case GraphQLNonNull():
            return sample(kind.of_type, record_id)
        case GraphQLList():
            return [sample(kind.of_type, record_id)]
        case GraphQLEnumType():
            return next(iter(kind.values))
        case GraphQLInputObjectType():
            required = {name: each.type for name, each in kind.fields.items() if isinstance(each.type, GraphQLNonNull)}
            return {name: sample(each, record_id) for name, each in required.items()}
    known = {"ID": record_id, "String": "UTC", "Int": 1, "Float": 1.0, "Boolean": True, "JSON": {}}
    return known.get(kind.name, "2024-01-01T00:00:00Z")
