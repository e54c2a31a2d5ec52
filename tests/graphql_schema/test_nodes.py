"""Anything by its id alone, as Relay asks for it."""

from graphql import GraphQLObjectType

from graphql_schema.resolvers.nodes import STORED
from graphql_schema.schema import schema
from models.ledger.journal import Actor
from models.ledger.run import Source
from tests.factories import delete, history_of, make_company, make_contact, make_task, make_user, put, runs_of
from tests.graphql_schema.asking import ask, refusals

NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
BEN = Actor("user_ben", "Ben", Source.PERSON, frozenset(["graphql:read"]))


def test_every_type_that_is_a_node_is_found_by_its_prefix():
    objects = [each for each in schema._schema.type_map.values() if isinstance(each, GraphQLObjectType)]
    nodes = {each.name for each in objects if "Node" in {interface.name for interface in each.interfaces}}

    # Not every view is for all to see, so it has an act of its own.
    assert nodes - {model.__name__ for model in STORED.values()} == {"SavedView"}


async def test_nodes_of_many_kinds_come_in_the_order_asked_for(database):
    person, company = (await make_contact(database)).id, (await make_company(database)).id
    await make_task(database, "task_1", "Call")
    await put(database, person, title="Engineer")
    [run] = await runs_of(database)
    [written] = await history_of(database, person)
    change = written.id
    ids = [run.id, "task_1", person, "contact_nobody", change, company, "", person]

    found = (await ask(database, NODES, ids=ids))["nodes"]

    kinds = [each and each["__typename"] for each in found]
    assert kinds == ["Run", "Task", "Contact", None, "Change", "Company", None, "Contact"]
    assert [each["id"] for each in found if each] == [run.id, "task_1", person, change, company, person]


async def test_node_has_the_fields_of_its_kind_and_may_be_deleted(database):
    person = (await make_contact(database, first_name="Ada")).id
    await delete(database, person)

    document = "query($id: ID!) { node(id: $id) { ... on Contact { firstName deletedAt } } }"
    node = (await ask(database, document, id=person))["node"]

    assert node["firstName"] == "Ada"
    assert node["deletedAt"] is not None


async def test_ids_that_others_chose_tell_no_kind_and_are_found_too(database):
    await make_contact(database, id="8f3k2j")
    await make_company(database, id="acme")
    await make_user(database, "ann@example.com", "Ann")

    found = (await ask(database, NODES, ids=["8f3k2j", "acme", "ann@example.com", "nothing"]))["nodes"]

    assert [each and each["__typename"] for each in found] == ["Contact", "Company", "User", None]


async def test_views_of_others_are_found_only_where_they_are_shared(database):
    create = """mutation($view: SavedViewFields!) { createSavedView(entity: CONTACT, view: $view) {
        ... on SavedViewChanged { view { id } } } }"""
    [private, shared] = [
        (await ask(database, create, view={"name": name, "isShared": is_shared}))["createSavedView"]["view"]["id"]
        for name, is_shared in (("Mine", False), ("Ours", True))
    ]

    found = (await ask(database, NODES, actor=BEN, ids=[private, shared]))["nodes"]

    assert found == [None, {"__typename": "SavedView", "id": shared}]


async def test_what_a_table_keeps_from_whom_holds_here_too(database):
    [(_, extensions)] = await refusals(database, NODES, actor=BEN, ids=["key_1"])

    assert extensions["code"] == "NOT_ALLOWED"
