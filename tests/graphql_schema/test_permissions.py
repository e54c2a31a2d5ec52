"""Who may do what: every mutation tried as everybody, and what is kept from those who may read."""

import pytest
from sqlmodel import SQLModel
from strawberry.types import get_object_definition

import models
from graphql_schema.loaders import load_grouped, load_record
from graphql_schema.schema import Mutation, schema
from graphql_schema.types.record import SOURCES
from models.access.api_key import ApiKey
from models.access.policy import TABLES, Permission, rule_of
from models.access.session import SignInMethod, UserSession
from models.base import table_of
from models.errors import NotAllowed
from models.ledger.journal import Actor
from models.ledger.run import Door, Source
from models.user import Role
from tests.factories import NOW, add, context, make_key, make_user, rows_of

# Every mutation with the permission it asks for, and the least that can be sent. One that is not here fails a test.
MUTATIONS = {
    "addTags": ("write", '(ids: [], tags: ["x"]) { changeSetId }'),
    "assignOwner": ("write", "(ids: []) { changeSetId }"),
    "associateContacts": ("write", "(pairs: []) { created }"),
    "changePassword": ("account", '(newPassword: "x") { __typename }'),
    "clearInEnginy": ("write", '(id: "contact_x", properties: ["title"]) { __typename }'),
    "confirmFieldMapping": ("write", '(id: "mapping_none") { __typename }'),
    "createActivities": ("write", "(activities: []) { changeSetId }"),
    "createActivity": ("write", '(activity: { type: "EMAIL" }) { __typename }'),
    "createApiKey": ("manage_keys", '(label: "Key", scopes: [METRICS]) { __typename }'),
    "createCompanies": ("write", "(leads: []) { changeSetId }"),
    "createContacts": ("write", "(leads: []) { changeSetId }"),
    "createDeals": ("write", "(deals: []) { changeSetId }"),
    "createNote": ("write", '(recordId: "contact_x", note: { body: "x" }) { __typename }'),
    "createSavedQuery": ("read", '(query: { title: "Mine", document: "{ contacts { totalCount } }" }) { __typename }'),
    "createSavedView": ("write", '(entity: CONTACT, view: { name: "Mine" }) { __typename }'),
    "createTask": ("write", '(task: { subject: "Call" }) { __typename }'),
    "createUser": ("manage_users", '(name: "Bob") { __typename }'),
    "deactivateUser": ("manage_users", '(id: "nobody") { __typename }'),
    "defineCustomField": ("write", '(entity: CONTACT, name: "budget", changes: { label: "Budget" }) { __typename }'),
    "deleteCompanies": ("write", "(ids: []) { changeSetId }"),
    "deleteContacts": ("write", "(ids: []) { changeSetId }"),
    "deleteDeals": ("write", "(ids: []) { changeSetId }"),
    "deleteNotes": ("write", "(ids: []) { changeSetId }"),
    "deleteSavedQuery": ("read", '(id: "query_none") { __typename }'),
    "deleteSavedViews": ("write", "(ids: []) { changeSetId }"),
    "deleteTasks": ("write", "(ids: []) { changeSetId }"),
    "dismissFieldAlert": ("write", '(id: "alert_none") { __typename }'),
    "dismissPossibleDuplicates": ("write", "(ids: []) { changeSetId }"),
    "editCompanies": ("write", '(ids: [], changes: { industry: "x" }) { changeSetId }'),
    "editContacts": ("write", '(ids: [], changes: { title: "x" }) { changeSetId }'),
    "eraseContacts": ("erase", "(ids: []) { changeSetId }"),
    "learnCampaignNames": ("write", '(names: ["Spring"]) { __typename }'),
    "learnSenderNames": ("write", '(names: ["Ann"]) { __typename }'),
    "linkExternal": ("write", '(externalId: "1", recordId: "contact_x") { __typename }'),
    "mergeTags": ("write", '(tags: ["x"], into: "y") { __typename }'),
    "reactivateUser": ("manage_users", '(id: "nobody") { __typename }'),
    "rebuildMatchKeys": ("configure", "{ __typename }"),
    "registerDocuments": ("write", '(documents: ["{ contacts { totalCount } }"], source: "test") { __typename }'),
    "rejectFieldMapping": ("write", '(id: "mapping_none") { __typename }'),
    "removeTag": ("write", '(tag: "x") { __typename }'),
    "removeTags": ("write", '(ids: [], tags: ["x"]) { changeSetId }'),
    "renameTag": ("write", '(tag: "x", to: "y") { __typename }'),
    "reopenPossibleDuplicates": ("write", "(ids: []) { changeSetId }"),
    "restoreCompanies": ("write", "(ids: []) { changeSetId }"),
    "restoreContacts": ("write", "(ids: []) { changeSetId }"),
    "restoreDeals": ("write", "(ids: []) { changeSetId }"),
    "restoreNotes": ("write", "(ids: []) { changeSetId }"),
    "restoreTasks": ("write", "(ids: []) { changeSetId }"),
    "revertChangeSet": ("write", '(id: "run_none") { __typename }'),
    "revokeApiKey": ("manage_keys", '(id: "key_none") { __typename }'),
    "setFieldMapping": ("write", '(entity: CONTACT, name: "x", target: { engagement: OPENS }) { __typename }'),
    "signOutEverywhere": ("account", " { __typename }"),
    "syncCompanies": ("write", "(leads: []) { changeSetId }"),
    "syncContacts": ("write", "(leads: []) { changeSetId }"),
    "unregisterDocuments": ("write", "(ids: []) { __typename }"),
    "updateCompanies": ("write", "(updates: []) { changeSetId }"),
    "updateConfiguration": ("configure", "(changes: {}) { __typename }"),
    "updateContacts": ("write", "(updates: []) { changeSetId }"),
    "updateCustomField": ("write", '(entity: CONTACT, name: "budget", changes: { label: "B" }) { __typename }'),
    "updateDeal": ("write", '(id: "deal_none", changes: { name: "x" }) { __typename }'),
    "updateDeals": ("write", '(ids: [], changes: { name: "x" }) { changeSetId }'),
    "updateNote": ("write", '(id: "note_none", changes: { body: "x" }) { __typename }'),
    "updateSavedQuery": ("read", '(id: "query_none", changes: { title: "x" }) { __typename }'),
    "updateSavedView": ("write", '(id: "view_none", changes: { name: "x" }) { __typename }'),
    "updateTask": ("write", '(id: "task_none", changes: {}) { __typename }'),
    "updateTasks": ("write", "(ids: [], changes: {}) { changeSetId }"),
    "updateUser": ("manage_users", '(id: "nobody", changes: {}) { __typename }'),
}

ACTORS = {
    "admin": Actor("eve", "Eve", Source.PERSON, role=Role.ADMIN),
    "rep": Actor("eve", "Eve", Source.PERSON, role=Role.REP),
    "analyst": Actor("eve", "Eve", Source.PERSON, role=Role.ANALYST),
    "reading key": Actor("key_1", "Key", Source.SCRIPT, frozenset(["graphql:read"])),
    "writing key": Actor("key_1", "Key", Source.SCRIPT, frozenset(["graphql:write"])),
    "enginy's key": Actor("key_1", "Key", Source.ENGINY, frozenset(["enginy", "metrics"])),
}
ALLOWED = {
    "admin": {"read", "write", "configure", "manage_keys", "manage_users", "erase", "account"},
    "rep": {"read", "write", "account"},
    "analyst": {"read", "account"},
    "reading key": {"read"},
    "writing key": {"write", "configure"},
    "enginy's key": set(),
}


def test_every_mutation_has_a_permission_here():
    fields = get_object_definition(Mutation, strict=True).fields

    assert sorted(schema.config.name_converter.get_graphql_name(field) for field in fields) == sorted(MUTATIONS)


@pytest.mark.parametrize("who", [pytest.param(name, id=name) for name in ACTORS])
async def test_everybody_may_do_what_the_table_says_and_nothing_else(database, who):
    await make_user(database, "eve", "Eve", "eve@example.com")
    told = {}
    for name, (_, arguments) in MUTATIONS.items():
        result = await schema.execute(f"mutation {{ {name}{arguments} }}", context_value=context(database, ACTORS[who]))
        refused = [error.extensions for error in result.errors or () if error.extensions["code"] == "NOT_ALLOWED"]
        told[name] = refused[0]["permission"] if refused else None

    assert told == {
        name: None if permission in ALLOWED[who] else permission for name, (permission, _) in MUTATIONS.items()
    }


async def test_an_analyst_changes_nothing_in_any_table_but_their_account_and_saved_queries(database):
    await make_user(database, "eve", "Eve", "eve@example.com")
    before = {model: await rows_of(database, model) for model in stored_models()}

    for name, (permission, arguments) in MUTATIONS.items():
        if permission not in ("account", "read"):
            await schema.execute(
                f"mutation {{ {name}{arguments} }}", context_value=context(database, ACTORS["analyst"])
            )

    assert {model: await rows_of(database, model) for model in stored_models()} == before


@pytest.mark.parametrize(
    ("who", "permission"),
    [
        pytest.param("rep", "manage_keys", id="rep"),
        pytest.param("analyst", "manage_keys", id="analyst"),
        pytest.param("reading key", "manage_keys", id="key"),
    ],
)
async def test_the_list_of_keys_is_for_admins(database, who, permission):
    await make_key(database)
    document = "{ apiKeys { label start scopes lastUsedAt isValid } }"

    refused = await schema.execute(document, context_value=context(database, ACTORS[who]))
    shown = await schema.execute(document, context_value=context(database, ACTORS["admin"]))

    assert (refused.data, refused.errors[0].extensions["permission"]) == (None, permission)
    [key] = shown.data["apiKeys"]
    assert (key["label"], key["scopes"], key["isValid"], len(key["start"])) == ("Enginy", ["ENGINY"], True, 9)


async def test_a_loader_obeys_the_rules_of_rows_whoever_asks_it(database):
    key, session = table_of(ApiKey), table_of(UserSession)
    await make_key(database)
    await add(database, session_of("eve", b"1"), session_of("bob", b"2"))
    [stored] = await rows_of(database, ApiKey)
    analyst = context(database, ACTORS["analyst"])

    with pytest.raises(NotAllowed):
        await load_record(analyst, SOURCES[key], stored.id)
    own = await load_grouped(analyst, SOURCES[session], session.c.user_id, "eve")
    others = await load_grouped(context(database, ACTORS["admin"]), SOURCES[session], session.c.user_id, "bob")
    by_id = await load_record(context(database, ACTORS["admin"]), SOURCES[session], "session_bob")

    assert ([each.id for each in own], others, by_id) == (["session_eve"], [], None)


def test_no_type_shows_a_secret():
    shown = {
        (table.name, column.name)
        for table, source in SOURCES.items()
        for column in source.columns
        if getattr(column, "name", None) in rule_of(table.name).secrets
    }

    assert shown == set()


def test_every_column_that_holds_a_secret_is_declared_one():
    telling = ("hash", "secret", "password", "token")
    found = {
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if any(word in column.name for word in telling) and column.name != "password_set_at"
    }

    found.remove(("registered_document", "hash"))  # of a text that whoever may read may read
    assert found == {
        ("api_key", "hash"), ("sign_in_link", "hash"), ("user_account", "password_hash"), ("user_session", "hash"),
    }  # fmt: skip
    assert {(table, column) for table, column in found if column not in TABLES[table].secrets} == set()


@pytest.mark.parametrize(
    ("who", "door", "permissions"),
    [
        pytest.param("admin", Door.GRAPHQL, set(Permission), id="admin"),
        pytest.param("rep", Door.GRAPHQL, {"read", "write", "explore", "account"}, id="rep"),
        pytest.param("analyst", Door.GRAPHQL, {"read", "explore", "account"}, id="analyst"),
        pytest.param("analyst", Door.REST, {"read", "explore", "account"}, id="analyst at the other door"),
        pytest.param("reading key", Door.GRAPHQL, {"read", "explore"}, id="reading key"),
        pytest.param("reading key", Door.REST, set(), id="reading key at the other door"),
        pytest.param("writing key", Door.GRAPHQL, {"write", "configure", "explore"}, id="writing key"),
        pytest.param("enginy's key", Door.REST, {"read", "write", "metrics"}, id="enginy"),
        pytest.param("enginy's key", Door.GRAPHQL, set(), id="enginy at the other door"),
    ],
)  # fmt: skip
async def test_the_viewer_is_told_what_they_may(database, who, door, permissions):
    ctx = context(database, ACTORS[who], door=door)

    result = await schema.execute("{ viewer { label role permissions } }", context_value=ctx)

    role = ACTORS[who].role
    assert result.data["viewer"] == {
        "label": ACTORS[who].label,
        "role": role.upper() if role else None,
        "permissions": sorted(each.upper() for each in permissions),
    }


def session_of(user_id: str, secret: bytes) -> UserSession:
    return UserSession(
        id=f"session_{user_id}",
        hash=secret,
        user_id=user_id,
        method=SignInMethod.PASSWORD,
        user_agent="",
        created_at=NOW,
        last_seen_at=NOW,
        expires_at=NOW.replace(year=2030),
    )


def stored_models() -> list[type[SQLModel]]:
    return [getattr(models, name) for name in models.__all__]
