"""Saved views: one's own to change, shared ones to see, each name once."""

import asyncio
from dataclasses import replace

import pytest

from models.saved_view import SavedView
from tests.factories import ANN, add, history_of, rows_of, runs_of
from tests.graphql_schema.asking import ask

BOB = replace(ANN, id="user_bob", label="Bob")
FIELDS = "id entity name filter orderBy columns isShared isPinned position version isMine owner { id }"
PROBLEM = """... on Problem { __typename code message } ... on InvalidInputProblem { field }
  ... on VersionConflictProblem { expectedVersion currentVersion record { id ... on SavedView { name } } }"""
CREATE = f"""mutation($entity: SavedViewEntity!, $view: SavedViewFields!, $dryRun: Boolean! = false) {{
  createSavedView(entity: $entity, view: $view, dryRun: $dryRun) {{
    ... on SavedViewChanged {{ changeSetId created view {{ {FIELDS} }} }} {PROBLEM} }} }}"""
UPDATE = f"""mutation($id: ID!, $changes: SavedViewFields!, $expected: Int) {{
  updateSavedView(id: $id, changes: $changes, expectedVersion: $expected) {{
    ... on SavedViewChanged {{ changed view {{ {FIELDS} }} }} {PROBLEM} }} }}"""
DELETE = """mutation($ids: [ID!]!) { deleteSavedViews(ids: $ids) {
  run { act } results { id changed view { name } problem { code message } } } }"""
LIST = "query($entity: SavedViewEntity) { savedViews(entity: $entity) { totalCount nodes { name isMine } } }"


async def save(database, name="Hot", entity="CONTACT", *, actor=ANN, dry_run=False, **fields):
    view = {"name": name, **fields}
    return (await ask(database, CREATE, actor=actor, entity=entity, view=view, dryRun=dry_run))["createSavedView"]


async def update(database, id, expected=None, *, actor=ANN, **changes):
    return (await ask(database, UPDATE, actor=actor, id=id, changes=changes, expected=expected))["updateSavedView"]


async def test_view_is_kept_as_given(database):
    wanted = {
        "filter": {"tags": {"has": "vip"}, "custom": [1, 2.5, None]},
        "orderBy": [{"field": "LEAD_SCORE", "direction": "DESC"}],
        "columns": ["name", {"name": "email", "width": 120}],
        "isShared": True, "isPinned": True, "position": 3,
    }  # fmt: skip

    made = await save(database, "  Hot leads ", **wanted)

    view_id = made["view"].pop("id")
    assert view_id[:5] == "view_"
    assert made["view"] == {
        "entity": "CONTACT", "name": "Hot leads", **wanted, "version": 1, "isMine": True, "owner": {"id": "user_ann"}
    }  # fmt: skip
    (change,) = await history_of(database, view_id)
    assert (change.entity, change.run_id) == ("view", made["changeSetId"])
    assert change.fields["filter"] == {"old": None, "new": wanted["filter"]}
    found = await ask(database, f"query($id: ID!) {{ savedView(id: $id) {{ {FIELDS} }} }}", actor=BOB, id=view_id)
    assert found["savedView"] == {"id": view_id, **made["view"], "isMine": False}


async def test_people_see_their_own_views_and_shared_ones_by_position_and_name(database):
    await save(database, "b")
    await save(database, "a", isShared=True)
    await save(database, "first", entity="DEAL", position=-1)
    await save(database, "secret", actor=BOB)
    await save(database, "a", actor=BOB, isShared=True, position=1)

    anns, bobs = [(await ask(database, LIST, actor=actor))["savedViews"] for actor in (ANN, BOB)]
    contacts = (await ask(database, LIST, entity="CONTACT"))["savedViews"]

    def named(found):
        return [(each["name"], each["isMine"]) for each in found["nodes"]]

    assert named(anns) == [("first", True), ("a", True), ("b", True), ("a", False)]
    assert named(bobs) == [("a", False), ("secret", True), ("a", True)]
    assert (named(contacts), contacts["totalCount"]) == ([("a", True), ("b", True), ("a", False)], 3)


async def test_private_view_is_nobody_elses_to_see_change_or_delete(database):
    view_id = (await save(database))["view"]["id"]

    seen = await ask(database, "query($id: ID!) { savedView(id: $id) { name } }", actor=BOB, id=view_id)
    changed = await update(database, view_id, expected=7, actor=BOB, name="Mine now")
    deleted = (await ask(database, DELETE, actor=BOB, ids=[view_id]))["deleteSavedViews"]["results"]

    missing = {"code": "NOT_FOUND", "message": "Saved view not found"}
    assert seen == {"savedView": None}
    assert changed == {"__typename": "NotFoundProblem", **missing}
    assert deleted == [{"id": view_id, "changed": False, "view": None, "problem": missing}]
    assert [(view.name, view.version) for view in await rows_of(database, SavedView)] == [("Hot", 1)]


async def test_shared_view_is_nobody_elses_to_change_or_delete(database):
    view_id = (await save(database, isShared=True))["view"]["id"]

    changed = await update(database, view_id, actor=BOB, isShared=False)
    deleted = (await ask(database, DELETE, actor=BOB, ids=[view_id]))["deleteSavedViews"]["results"]

    message = "This view is somebody else's; save one of your own"
    assert changed["message"] == message
    assert deleted[0]["problem"] == {"code": "INVALID_INPUT", "message": message}
    assert [view.is_shared for view in await rows_of(database, SavedView)] == [True]


async def test_absent_is_left_alone_and_null_clears(database):
    view_id = (await save(database, filter={"text": "x"}, columns=["name"], position=2))["view"]["id"]

    changed = await update(database, view_id, filter=None, name="Warm")

    view = changed["view"]
    assert (view["name"], view["filter"], view["columns"], view["position"], view["version"]) == (
        "Warm", None, ["name"], 2, 2
    )  # fmt: skip
    assert (await history_of(database, view_id))[-1].fields == {
        "filter": {"old": {"text": "x"}, "new": None}, "name": {"old": "Hot", "new": "Warm"}
    }  # fmt: skip


async def test_name_is_given_once_per_person_and_kind(database):
    first = (await save(database, "Hot"))["view"]["id"]
    others = [await save(database, "Hot", entity="DEAL"), await save(database, "Hot", actor=BOB)]
    other = (await save(database, "Cold"))["view"]["id"]

    again = await save(database, " Hot")
    renamed = await update(database, other, name="Hot")
    same = await update(database, first, name="Hot", position=1)

    assert [each["view"]["name"] for each in others] == ["Hot", "Hot"]
    taken = {
        "__typename": "AlreadyExistsProblem", "code": "ALREADY_EXISTS", "message": "You have a view named 'Hot' already"
    }  # fmt: skip
    assert (again, renamed, same["changed"]) == (taken, taken, True)
    assert len(await rows_of(database, SavedView)) == 4


async def test_of_two_views_saved_at_once_under_one_name_one_is_kept(database):
    made = await asyncio.gather(*(save(database, "Hot") for _ in range(4)))

    assert sorted(each.get("code", "") for each in made) == ["", *["ALREADY_EXISTS"] * 3]
    assert len(await rows_of(database, SavedView)) == 1


@pytest.mark.parametrize(
    ("fields", "message", "field"),
    [
        pytest.param({"name": " "}, "A view needs a name, in one line", "name", id="blank"),
        pytest.param({"name": "a\nb"}, "A view needs a name, in one line", "name", id="lines"),
        pytest.param({"name": "x" * 101}, "name is longer than 100 characters", "name", id="long"),
        pytest.param({"filter": ["x"]}, "filter must be an object", "filter", id="filter"),
        pytest.param({"orderBy": {"a": 1}}, "orderBy must be a list", "orderBy", id="order"),
        pytest.param({"columns": "name"}, "columns must be a list", "columns", id="columns"),
        pytest.param({"columns": ["x" * 20_000]}, "columns is larger than 20,000 bytes", "columns", id="large"),
        pytest.param({"filter": {"a": "\x00"}}, "filter holds a NUL character, which cannot be stored", "filter", id="nul"),
    ],
)  # fmt: skip
async def test_view_that_cannot_be_is_refused(database, fields, message, field):
    view_id = (await save(database, "Good"))["view"]["id"]

    refused = await save(database, **{"name": "Bad", **fields})
    changed = await update(database, view_id, isPinned=True, **fields)

    problem = {"__typename": "InvalidInputProblem", "code": "INVALID_INPUT", "message": message, "field": field}
    assert (refused, changed) == (problem, problem)
    assert [(view.name, view.is_pinned) for view in await rows_of(database, SavedView)] == [("Good", False)]


async def test_view_that_was_changed_meanwhile_is_a_conflict(database):
    view_id = (await save(database))["view"]["id"]
    await update(database, view_id, name="Warm")

    refused = await update(database, view_id, expected=1, name="Cold")

    assert refused == {
        "__typename": "VersionConflictProblem", "code": "VERSION_CONFLICT",
        "message": "Saved view is at version 2 by now, not 1", "expectedVersion": 1, "currentVersion": 2,
        "record": {"id": view_id, "name": "Warm"},
    }  # fmt: skip


async def test_deleted_view_is_gone_and_its_history_is_not(database):
    view_id = (await save(database, filter={"text": "x"}))["view"]["id"]

    deleted = (await ask(database, DELETE, ids=[view_id, view_id, "view_x"]))["deleteSavedViews"]

    assert deleted == {
        "run": {"act": "delete_saved_views"},
        "results": [
            {"id": view_id, "changed": True, "view": None, "problem": None},
            {"id": view_id, "changed": False, "view": None, "problem": None},
            {
                "id": "view_x", "changed": False, "view": None,
                "problem": {"code": "NOT_FOUND", "message": "Saved view not found"},
            },
        ],
    }  # fmt: skip
    assert await rows_of(database, SavedView) == []
    change = (await history_of(database, view_id))[-1]
    assert (change.version, change.fields["name"], change.fields["filter"]) == (
        2, {"old": "Hot", "new": None}, {"old": {"text": "x"}, "new": None}
    )  # fmt: skip
    assert (await save(database))["created"] is True


async def test_nobody_keeps_views_without_end(database):
    await save(database, "0")
    (view,) = await rows_of(database, SavedView)
    facts = view.model_dump(exclude={"id", "name"})
    await add(database, *(SavedView(id=f"view_{number}", name=str(number), **facts) for number in range(1, 200)))

    refused = await save(database, "one more")
    other = await save(database, "one more", entity="TASK")

    assert refused["message"] == "Nobody has more than 200 views of one kind; delete some"
    assert other["created"] is True


async def test_dry_run_saves_nothing(database):
    made = await save(database, dry_run=True)

    assert (made["changeSetId"], made["created"], made["view"]) == (None, True, None)
    assert (await rows_of(database, SavedView), await runs_of(database)) == ([], [])
