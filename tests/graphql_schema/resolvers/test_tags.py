"""Tags and owners: the same edit of many records, each in its history, with its keys in step and kept against old copies."""

import pytest

from models.fields.mapping import Entity
from models.records import KINDS
from tests.factories import (
    LONG_AGO,
    context,
    delete,
    fields_of,
    history_of,
    keys_of,
    make_company,
    make_contact,
    make_user,
    put,
    runs_of,
    version_of,
)
from tests.graphql_schema.asking import ask, ask_as

ADD = """mutation($ids: [ID!]!, $tags: [String!]!, $dryRun: Boolean! = false) {
  %s(ids: $ids, tags: $tags, dryRun: $dryRun) { changeSetId results {
    index id changed record { tags } problem { code message } } } }"""
REFUSED = """mutation($ids: [ID!]!, $tags: [String!]!) { %s(ids: $ids, tags: $tags) {
  changeSetId matched results { id } problem { code message ... on InvalidInputProblem { field } } } }"""
REPLACED = """{ ... on TagsReplaced {
  changeSetId contactsChanged companiesChanged run { act facts counts { outcome count } } } }"""
ASSIGN = """mutation($ids: [ID!]!, $owner: ID) { assignOwner(ids: $ids, ownerId: $owner) {
  run { act entity } results { id changed record { ownerId owner { name } } problem { code message } }
  problem { code message } } }"""


async def tags_of(database, record, entity=Entity.CONTACT):
    return (await fields_of(database, record.id, entity)).get("tags")


async def tag_keys(database, record, entity=Entity.CONTACT):
    return {value for kind, value in await keys_of(database, record.id, entity) if kind == "tag"}


async def test_tags_in_use_are_listed_with_their_counts(database):
    await make_contact(database, tags=["vip", "Zürich"])
    await make_contact(database, tags=["vip"])
    gone = await make_contact(database, tags=["gone", "vip"])
    await delete(database, gone.id)
    await make_company(database, tags=["vip", "a b"])
    document = """query($text: String, $first: Int, $after: String) { tags(text: $text, first: $first, after: $after) {
        totalCount nodes { name contactCount companyCount } pageInfo { hasNextPage endCursor } } }"""

    everything = (await ask(database, document))["tags"]
    first = (await ask(database, document, first=2))["tags"]
    rest = (await ask(database, document, first=2, after=first["pageInfo"]["endCursor"]))["tags"]
    some = (await ask(database, document, text="VI"))["tags"]

    vip = {"name": "vip", "contactCount": 2, "companyCount": 1}
    assert everything["nodes"] == [
        {"name": "Zürich", "contactCount": 1, "companyCount": 0}, {"name": "a b", "contactCount": 0, "companyCount": 1},
        vip,
    ]  # fmt: skip
    assert (everything["totalCount"], everything["pageInfo"]["hasNextPage"]) == (3, False)
    assert first["nodes"] + rest["nodes"] == everything["nodes"]
    assert (some["nodes"], some["totalCount"]) == ([vip], 1)


async def test_nobody_has_a_tag(database):
    assert await ask(database, "{ tags { totalCount nodes { name } } }") == {"tags": {"totalCount": 0, "nodes": []}}


async def test_tags_are_added_to_records_of_both_kinds_and_taken_off_again(database):
    ada, bob = await make_contact(database, tags=["vip"]), await make_contact(database)
    engines = await make_company(database, tags=["cold"])
    gone = await make_contact(database)
    await delete(database, gone.id)
    ids = [ada.id, engines.id, bob.id, gone.id, "contact_x", "", ada.id]

    added = (await ask(database, ADD % "addTags", ids=ids, tags=["vip", " hot ", "hot"]))["addTags"]
    keys = [await tag_keys(database, each) for each in (ada, bob)]
    removed = await ask(database, ADD % "removeTags", ids=[ada.id, engines.id, bob.id], tags=["vip", "cold"])

    assert [(each["changed"], (each["record"] or {}).get("tags"), each["problem"]) for each in added["results"]] == [
        (True, ["vip", "hot"], None), (True, ["cold", "vip", "hot"], None), (True, ["vip", "hot"], None),
        (False, [], {"code": "NOT_FOUND", "message": "Contact not found"}),
        (False, None, {"code": "NOT_FOUND", "message": "Contact not found"}),
        (False, None, {"code": "INVALID_INPUT", "message": "crmId is required"}), (True, ["vip", "hot"], None),
    ]  # fmt: skip
    assert keys == [{"vip", "hot"}, {"vip", "hot"}]
    assert [(each["changed"], each["record"]["tags"]) for each in removed["removeTags"]["results"]] == [
        (True, ["hot"]), (True, ["hot"]), (True, ["hot"])
    ]  # fmt: skip
    assert await tag_keys(database, engines, Entity.COMPANY) == {"hot"}
    (one, other) = [each for each in await history_of(database, ada.id) if each.version > 1]
    assert (one.entity, one.run_id, one.fields) == (
        "contact", added["changeSetId"], {"tags": {"old": ["vip"], "new": ["vip", "hot"]}}
    )  # fmt: skip
    assert other.fields == {"tags": {"old": ["vip", "hot"], "new": ["hot"]}}
    assert [each.entity for each in await history_of(database, engines.id)] == ["company", "company"]
    assert await version_of(database, ada.id) == 3


async def test_adding_what_is_there_and_removing_what_is_not_changes_nothing(database):
    ada = await make_contact(database, tags=["vip"])
    await make_contact(database)

    added = (await ask(database, ADD % "addTags", ids=[ada.id], tags=["vip"]))["addTags"]["results"]
    removed = (await ask(database, ADD % "removeTags", ids=[ada.id], tags=["VIP"]))["removeTags"]["results"]

    assert [each["changed"] for each in added + removed] == [False, False]
    assert (await version_of(database, ada.id), await history_of(database, ada.id)) == (1, [])
    assert [run.counts for run in await runs_of(database)] == [{"received": 1, "unchanged": 1}] * 2


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        ([], "tags must name 1 to 100 tags"),
        (["x"] * 101, "tags must name 1 to 100 tags"),
        (["ok", " "], "A tag needs a name"),
        (["x" * 256], "tags is longer than 255 characters"),
        (["a\x00"], "tags holds a NUL character, which cannot be stored"),
    ],
)
async def test_word_that_cannot_be_a_tag_is_refused(database, tags, message):
    ada = await make_contact(database)

    report = (await ask(database, REFUSED % "addTags", ids=[ada.id], tags=tags))["addTags"]

    assert report == {
        "changeSetId": None, "matched": 0, "results": [],
        "problem": {"code": "INVALID_INPUT", "message": message, "field": "tags"},
    }  # fmt: skip
    assert (await tags_of(database, ada), await runs_of(database)) == (None, [])


async def test_renaming_goes_through_every_record_that_carries_the_tag(database):
    ada = await make_contact(database, tags=["x", "vip", "y"])
    both = await make_contact(database, tags=["VIP", "vip"])
    other = await make_contact(database, tags=["vip2"])
    engines = await make_company(database, tags=["vip"])
    gone = await make_contact(database, tags=["vip"])
    await delete(database, gone.id)

    answer = await ask(database, f'mutation {{ renameTag(tag: "vip", to: " VIP ") {REPLACED} }}')

    done = answer["renameTag"]
    assert (done["contactsChanged"], done["companiesChanged"]) == (2, 1)
    assert done["run"] == {
        "act": "rename_tag", "facts": {"tags": ["vip"], "into": "VIP"},
        "counts": [{"outcome": "received", "count": 3}, {"outcome": "updated", "count": 3}],
    }  # fmt: skip
    assert [await tags_of(database, each) for each in (ada, both, other, gone)] == [
        ["x", "VIP", "y"], ["VIP"], ["vip2"], ["vip"]
    ]  # fmt: skip
    assert await tags_of(database, engines, Entity.COMPANY) == ["VIP"]
    assert await tag_keys(database, ada) == {"x", "VIP", "y"}
    assert [each.run_id for each in await history_of(database, engines.id)] == [done["changeSetId"]]
    assert await history_of(database, other.id) == []
    assert (await ask(database, '{ contacts(filter: { tags: { has: "VIP" } }) { totalCount } }'))["contacts"] == {
        "totalCount": 2
    }


async def test_merged_tags_become_one(database):
    ada = await make_contact(database, tags=["hot", "warm", "x", "lead"])
    bob = await make_contact(database, tags=["warm"])
    eve = await make_contact(database, tags=["lead", "y"])

    answer = await ask(database, f'mutation {{ mergeTags(tags: ["hot", "warm", "lead"], into: "lead") {REPLACED} }}')

    assert answer["mergeTags"]["contactsChanged"] == 2
    assert [await tags_of(database, each) for each in (ada, bob, eve)] == [["lead", "x"], ["lead"], ["lead", "y"]]


async def test_removed_tag_is_gone_everywhere(database):
    ada = await make_contact(database, tags=["vip", "x"])
    engines = await make_company(database, tags=["vip"])

    tried = await ask(database, f'mutation {{ removeTag(tag: "vip", dryRun: true) {REPLACED} }}')
    before = await tags_of(database, ada)
    await ask(database, f'mutation {{ removeTag(tag: "vip") {REPLACED} }}')

    assert tried["removeTag"] == {"changeSetId": None, "contactsChanged": 1, "companiesChanged": 1, "run": None}
    assert (before, await tags_of(database, ada), await tags_of(database, engines, Entity.COMPANY)) == (
        ["vip", "x"], ["x"], []
    )  # fmt: skip
    assert await tag_keys(database, engines, Entity.COMPANY) == set()
    assert (await ask(database, "{ tags { nodes { name } } }"))["tags"]["nodes"] == [{"name": "x"}]


async def test_renaming_more_records_than_a_slice_holds(database):
    kind = KINDS[Entity.CONTACT]
    ids = [f"contact_{number:04}" for number in range(1_100)]
    async with database.write() as session:
        columns = (
            "id",
            "tags",
            "custom_fields",
            "edits",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "version",
        )
        rows = [(each, ["vip"], {}, {}, LONG_AGO, "test", LONG_AGO, "test", 1) for each in ids]
        await session.insert_rows(kind.table, columns, rows)
        keys = [("tag", "vip", each, LONG_AGO) for each in ids]
        await session.insert_rows(kind.keys, ("kind", "value", "record_id", "added_at"), keys)

    answer = await ask(database, f'mutation {{ renameTag(tag: "vip", to: "star") {REPLACED} }}')

    assert answer["renameTag"]["contactsChanged"] == 1_100
    assert (await ask(database, "{ tags { nodes { name contactCount } } }"))["tags"]["nodes"] == [
        {"name": "star", "contactCount": 1_100}
    ]


async def test_old_copy_from_enginy_does_not_bring_a_renamed_tag_back(database):
    ada = await make_contact(database, tags=["vip"], external_id="7", shadow={"tags": ["vip"]})
    await ask(database, f'mutation {{ renameTag(tag: "vip", to: "star") {REPLACED} }}')

    outcome = await put(database, ada.id, tags=["vip"])

    assert (outcome.kept_here, await tags_of(database, ada)) == (("tags",), ["star"])


async def test_records_of_both_kinds_are_given_to_somebody(database):
    await make_user(database, "user_bob", "Bob")
    ada = await make_contact(database, owner_id="nobody here knows")
    engines = await make_company(database)
    ids = [ada.id, engines.id, "company_x"]

    given = (await ask(database, ASSIGN, ids=ids, owner="user_bob"))["assignOwner"]
    again = (await ask(database, ASSIGN, ids=ids[:1], owner="user_bob"))["assignOwner"]
    freed = (await ask(database, ASSIGN, ids=ids[:1], owner=None))["assignOwner"]

    bobs = {"ownerId": "user_bob", "owner": {"name": "Bob"}}
    assert given == {
        "run": {"act": "assign_owner", "entity": None},
        "results": [
            {"id": ada.id, "changed": True, "record": bobs, "problem": None},
            {"id": engines.id, "changed": True, "record": bobs, "problem": None},
            {
                "id": "company_x", "changed": False, "record": None,
                "problem": {"code": "NOT_FOUND", "message": "Company not found"},
            },
        ],
        "problem": None,
    }  # fmt: skip
    assert again["results"][0]["changed"] is False
    assert freed["results"][0]["record"] == {"ownerId": None, "owner": None}
    assert freed["run"]["entity"] == "CONTACT"
    assert [each.fields for each in await history_of(database, ada.id)] == [
        {"owner_id": {"old": "nobody here knows", "new": "user_bob"}}, {"owner_id": {"old": "user_bob", "new": None}}
    ]  # fmt: skip


@pytest.mark.parametrize("owner", ["user_x", "user_gone"])
async def test_nobody_is_given_to_somebody_who_is_not_here(database, owner):
    await make_user(database, "user_gone", "Eve", deactivated_at=LONG_AGO)
    ada = await make_contact(database)

    report = (await ask(database, ASSIGN, ids=[ada.id], owner=owner))["assignOwner"]

    assert report == {
        "run": None, "results": [],
        "problem": {"code": "INVALID_INPUT", "message": f"ownerId: there is no active user '{owner}'"},
    }  # fmt: skip
    assert (await fields_of(database, ada.id), await runs_of(database)) == ({}, [])


async def test_more_ids_than_a_call_may_carry_are_refused(database):
    ctx = context(database)
    ctx.limits = type(ctx.limits)(batch_items=2)

    report = (await ask_as(ctx, REFUSED % "addTags", ids=["a", "b", "c"], tags=["x"]))["addTags"]

    message = "At most 2 items fit in one call; this one has 3"
    assert report["problem"] == {"code": "TOO_LARGE", "message": message}
