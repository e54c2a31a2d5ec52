"""Deleting frees identifiers, restoring takes them back; both leave a trace."""

import pytest

from models.fields.mapping import Entity
from models.ledger.possible_duplicate import PossibleDuplicate
from tests.factories import (
    NOW_TEXT,
    Clock,
    history_of,
    keys_of,
    make_company,
    make_contact,
    rows_of,
    runs_of,
    version_of,
)
from tests.graphql_schema.asking import ask

MARK = """mutation($ids: [ID!]!, $dryRun: Boolean! = false) {
  %s(ids: $ids, dryRun: $dryRun) { changeSetId results { id changed problem { code message } } }
}"""


async def mark(database, act, *ids, **arguments):
    return (await ask(database, MARK % act, ids=list(ids), **arguments))[act]


async def test_deleting_frees_identifiers_and_restoring_takes_them_back(database):
    ada = await make_contact(database, email="ada@example.com", phone="+442083661177", tags=["vip"])
    keys = {("email", "ada@example.com"), ("phone", "+442083661177"), ("tag", "vip")}
    assert await keys_of(database, ada.id) == keys

    assert (await mark(database, "deleteContacts", ada.id))["results"] == [
        {"id": ada.id, "changed": True, "problem": None}
    ]
    assert await keys_of(database, ada.id) == set()

    assert (await mark(database, "restoreContacts", ada.id))["results"] == [
        {"id": ada.id, "changed": True, "problem": None}
    ]
    assert await keys_of(database, ada.id) == keys
    assert await rows_of(database, PossibleDuplicate) == []


async def test_deleted_contact_does_not_stand_in_the_way_of_a_new_one(database):
    ada = await make_contact(database, email="ada@example.com")
    await mark(database, "deleteContacts", ada.id)

    created = await ask(
        database, 'mutation { createContacts(leads: [{ email: "ada@example.com" }]) { results { id created } } }'
    )
    [result] = created["createContacts"]["results"]
    assert result["created"] is True

    # Both are live now and share an address: somebody should look.
    restored = await mark(database, "restoreContacts", ada.id)
    [pair] = await rows_of(database, PossibleDuplicate)
    assert {pair.first_id, pair.second_id} == {ada.id, result["id"]}
    assert (pair.evidence, pair.run_id) == ({"kind": "email"}, restored["changeSetId"])


async def test_history_tells_of_both(database):
    ada = await make_contact(database, email="ada@example.com")

    deleted = await mark(database, "deleteContacts", ada.id)
    restored = await mark(database, "restoreContacts", ada.id)

    document = """query($id: ID!) { contact(id: $id) { deletedAt version
        changes { nodes { runId version fields { field old new } } } } }"""
    assert await ask(database, document, id=ada.id) == {
        "contact": {
            "deletedAt": None,
            "version": 3,
            "changes": {
                "nodes": [
                    {
                        "runId": restored["changeSetId"], "version": 3,
                        "fields": [{"field": "deletedAt", "old": NOW_TEXT, "new": None}],
                    },
                    {
                        "runId": deleted["changeSetId"], "version": 2,
                        "fields": [{"field": "deletedAt", "old": None, "new": NOW_TEXT}],
                    },
                ]
            },
        }
    }  # fmt: skip


async def test_doing_it_again_changes_nothing_and_unknown_ids_are_problems(database):
    ada = await make_contact(database)
    bob = await make_contact(database)
    await mark(database, "deleteContacts", bob.id)

    report = await mark(database, "deleteContacts", ada.id, ada.id, bob.id, "contact_x", "")

    assert report["results"] == [
        {"id": ada.id, "changed": True, "problem": None},
        {"id": ada.id, "changed": False, "problem": None},
        {"id": bob.id, "changed": False, "problem": None},
        {"id": "contact_x", "changed": False, "problem": {"code": "NOT_FOUND", "message": "Contact not found"}},
        {"id": None, "changed": False, "problem": {"code": "INVALID_INPUT", "message": "crmId is required"}},
    ]
    assert [run.counts for run in await runs_of(database)][1:] == [
        {"received": 5, "deleted": 1, "unchanged": 2, "failed": 2}
    ]
    assert await version_of(database, bob.id) == 2


async def test_dry_run_deletes_nobody(database):
    ada = await make_contact(database, email="ada@example.com")

    report = await mark(database, "deleteContacts", ada.id, dryRun=True)

    assert report == {"changeSetId": None, "results": [{"id": ada.id, "changed": True, "problem": None}]}
    assert await keys_of(database, ada.id) == {("email", "ada@example.com")}
    assert await history_of(database, ada.id) == []


async def test_companies_are_deleted_and_restored_alike(database):
    engines = await make_company(database, name="Engines", domain="engines.example")

    await mark(database, "deleteCompanies", engines.id)
    assert await keys_of(database, engines.id, Entity.COMPANY) == set()

    await mark(database, "restoreCompanies", engines.id)
    assert await keys_of(database, engines.id, Entity.COMPANY) == {("domain", "engines.example"), ("name", "engines")}


@pytest.mark.parametrize("act", ["deleteContacts", "restoreContacts"])
async def test_nobody_at_all(database, act):
    assert (await mark(database, act))["results"] == []


async def test_clock_of_the_call_tells_when(database):
    ada = await make_contact(database)
    clock = Clock()
    clock.move(days=1)

    await ask(database, MARK % "deleteContacts", clock=clock, ids=[ada.id])

    found = await ask(database, "query($id: ID!) { contact(id: $id) { deletedAt updatedAt } }", id=ada.id)
    assert found == {"contact": {"deletedAt": "2024-01-21T10:30:00Z", "updatedAt": "2024-01-21T10:30:00Z"}}
