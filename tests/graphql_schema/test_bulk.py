"""Acts about many records: by ids or by a filter, all or nothing, and with the versions that were read."""

import pytest

from graphql_schema.resolvers import bulk
from graphql_schema.resolvers.bulk import Chosen
from models.activity import Activity
from models.fields.mapping import Entity
from models.ledger.external_link import ExternalLink
from models.task import Task
from tests.factories import (
    ROBOT,
    context,
    create,
    fields_of,
    history_of,
    ids_of,
    lead,
    make_company,
    make_contact,
    make_task,
    make_user,
    rows_of,
    runs_of,
)
from tests.graphql_schema.asking import ask, ask_as

TOLD = "changeSetId matched changed failed problem { code message ... on InvalidInputProblem { field } }"
ADD_TAGS = f"""mutation($ids: [ID!], $contacts: ContactFilter, $companies: CompanyFilter, $dryRun: Boolean! = false) {{
  addTags(ids: $ids, contactFilter: $contacts, companyFilter: $companies, tags: ["new"], dryRun: $dryRun) {{
    {TOLD} results {{ index id changed }} }} }}"""
EDIT = f"""mutation($ids: [ID!], $filter: ContactFilter, $changes: ContactFields!, $policy: ErrorPolicy! = EACH,
    $versions: [ExpectedVersion!]) {{
  editContacts(ids: $ids, filter: $filter, changes: $changes, errorPolicy: $policy, expectedVersions: $versions) {{
    {TOLD} results {{ id changed problem {{ code message
      ... on VersionConflictProblem {{ currentVersion record {{ ... on Contact {{ title }} }} }} }} }} }} }}"""


async def titles(database, *ids):
    return [(await fields_of(database, each)).get("title") for each in ids]


async def test_a_filter_tags_all_that_it_finds_slice_by_slice_as_one_run(database, monkeypatch):
    monkeypatch.setattr(bulk, "SLICE", 2)
    fair = [(await make_contact(database, title=str(each), tags=["fair"])).id for each in range(5)]
    other = await make_contact(database, tags=["other"])

    report = (await ask(database, ADD_TAGS, contacts={"tags": {"has": "fair"}}))["addTags"]

    [run] = await runs_of(database)
    assert report == {
        "changeSetId": run.id, "matched": 5, "changed": 5, "failed": 0, "problem": None,
        "results": [{"index": at, "id": each, "changed": True} for at, each in enumerate(fair)],
    }  # fmt: skip
    assert (run.status, run.counts) == ("succeeded", {"received": 5, "updated": 5})
    assert run.facts == {"contactFilter": {"tags": {"has": "fair"}, "deleted": False}, "tags": ["new"]}
    assert [(await fields_of(database, each))["tags"] for each in fair] == [["fair", "new"]] * 5
    assert (await fields_of(database, other.id))["tags"] == ["other"]
    items = "query($id: ID!) { run(id: $id) { items { nodes { index recordId payload } } } }"
    assert (await ask(database, items, id=run.id))["run"]["items"]["nodes"] == [
        {"index": at, "recordId": each, "payload": None} for at, each in enumerate(fair)
    ]


async def test_an_act_that_empties_its_own_filter_passes_nobody_over(database, monkeypatch):
    monkeypatch.setattr(bulk, "SLICE", 2)
    ids = [(await make_company(database, name=str(each), tags=["old"])).id for each in range(5)]
    document = 'mutation { removeTags(companyFilter: { tags: { has: "old" } }, tags: ["old"]) { matched changed } }'

    done = await ask(database, document)
    again = await ask(database, document)

    assert done["removeTags"] == {"matched": 5, "changed": 5}
    assert again["removeTags"] == {"matched": 0, "changed": 0}
    assert [(await fields_of(database, each, Entity.COMPANY))["tags"] for each in ids] == [[]] * 5


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({}, id="neither"),
        pytest.param({"ids": [], "contacts": {}}, id="ids and a filter"),
        pytest.param({"contacts": {}, "companies": {}}, id="two filters"),
    ],
)
async def test_ids_and_filters_exclude_each_other(database, told):
    ada = await make_contact(database)

    report = (await ask(database, ADD_TAGS, **told))["addTags"]

    message = "Tell exactly one of ids, contactFilter, companyFilter"
    assert report["problem"] == {"code": "INVALID_INPUT", "message": message, "field": "ids"}
    assert (await history_of(database, ada.id), await runs_of(database)) == ([], [])


async def test_a_filter_that_finds_too_many_is_refused_with_their_number(database, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_MATCHED", 2)
    for _ in range(4):
        await make_contact(database)

    report = (await ask(database, ADD_TAGS, contacts={}))["addTags"]

    message = "At most 2 can be changed by one act; the filter finds 4"
    assert report["problem"] == {"code": "TOO_LARGE", "message": message}
    assert await runs_of(database) == []


async def test_all_or_nothing_of_a_filter_must_fit_into_one_transaction(database):
    for _ in range(3):
        await make_contact(database)
    ctx = context(database)
    ctx.limits = type(ctx.limits)(batch_items=2)

    report = await ask_as(ctx, EDIT, filter={}, changes={"title": "CTO"}, policy="ALL_OR_NOTHING")

    message = "At most 2 can be changed by one act where it is all or nothing; the filter finds 3"
    assert report["editContacts"]["problem"] == {"code": "TOO_LARGE", "message": message}


async def test_a_dry_run_of_a_filter_counts_and_changes_nothing(database, monkeypatch):
    monkeypatch.setattr(bulk, "SLICE", 1)
    ada, _ = await make_contact(database), await make_contact(database)

    report = (await ask(database, ADD_TAGS, contacts={}, dryRun=True))["addTags"]

    assert (report["changeSetId"], report["matched"], report["changed"]) == (None, 2, 2)
    assert (await history_of(database, ada.id), await runs_of(database)) == ([], [])


async def test_the_same_fields_are_set_on_many_contacts_by_the_rules_of_an_update(database):
    ada, bob = await make_contact(database, title="CTO"), await make_contact(database, custom={"seat": "A"})

    changes = {"title": "CTO", "customFields": [{"key": "seat", "value": "B"}]}
    report = (await ask(database, EDIT, ids=[ada.id, bob.id, "contact_x"], changes=changes))["editContacts"]

    assert (report["matched"], report["changed"], report["failed"]) == (3, 2, 1)
    assert report["results"][2]["problem"] == {"code": "NOT_FOUND", "message": "Contact not found"}
    assert [await fields_of(database, each.id) for each in (ada, bob)] == [
        {"title": "CTO", "custom": {"seat": "B"}}
    ] * 2
    assert [run.act for run in await runs_of(database)] == ["edit_contacts"]


async def test_a_filter_of_companies_and_its_undoing(database, monkeypatch):
    monkeypatch.setattr(bulk, "SLICE", 1)
    ids = [(await make_company(database, name=str(each), industry="Tools")).id for each in range(3)]
    document = """mutation { editCompanies(filter: {}, changes: { industry: "Software" }) { changeSetId changed } }"""

    done = (await ask(database, document))["editCompanies"]
    edited = [(await fields_of(database, each, Entity.COMPANY))["industry"] for each in ids]
    reverted = await ask(
        database,
        "mutation($id: ID!) { revertChangeSet(id: $id) { ... on ChangeSetReverted { totals { reverted } } } }",
        id=done["changeSetId"],
    )

    assert (done["changed"], edited) == (3, ["Software"] * 3)
    assert reverted["revertChangeSet"]["totals"] == {"reverted": 3}
    assert [(await fields_of(database, each, Entity.COMPANY))["industry"] for each in ids] == ["Tools"] * 3


async def test_what_somebody_wrote_since_is_left_and_told_with_what_it_is_now(database):
    ada, bob = await make_contact(database, title="Engineer"), await make_contact(database)
    versions = [{"id": ada.id, "version": 7}, {"id": bob.id, "version": 1}]

    report = await ask(database, EDIT, ids=[ada.id, bob.id], changes={"title": "CTO"}, versions=versions)
    marks = """mutation($ids: [ID!]!, $versions: [ExpectedVersion!]) {
        deleteContacts(ids: $ids, expectedVersions: $versions) { results { changed problem { code } } }
        addTags(ids: $ids, tags: ["x"], expectedVersions: $versions) { results { changed problem { code } } } }"""
    others = await ask(database, marks, ids=[ada.id], versions=versions)

    conflict = {
        "code": "VERSION_CONFLICT", "message": "Contact is at version 1 by now, not 7", "currentVersion": 1,
        "record": {"title": "Engineer"},
    }  # fmt: skip
    assert report["editContacts"]["results"] == [
        {"id": ada.id, "changed": False, "problem": conflict},
        {"id": bob.id, "changed": True, "problem": None},
    ]
    refused = {"results": [{"changed": False, "problem": {"code": "VERSION_CONFLICT"}}]}
    assert others == {"deleteContacts": refused, "addTags": refused}
    assert await titles(database, ada.id, bob.id) == ["Engineer", "CTO"]


async def test_all_or_nothing_stores_nothing_and_tells_who_failed(database):
    ada = await make_contact(database, title="Engineer")

    report = await ask(database, EDIT, ids=[ada.id, "contact_x"], changes={"title": "CTO"}, policy="ALL_OR_NOTHING")

    not_done = {"code": "NOT_DONE", "message": "Nothing was stored, because another item failed"}
    assert report["editContacts"] == {
        "changeSetId": None, "matched": 2, "changed": 0, "failed": 2, "problem": None,
        "results": [
            {"id": ada.id, "changed": False, "problem": not_done},
            {"id": "contact_x", "changed": False, "problem": {"code": "NOT_FOUND", "message": "Contact not found"}},
        ],
    }  # fmt: skip
    assert (await titles(database, ada.id), await runs_of(database)) == (["Engineer"], [])


@pytest.mark.parametrize(
    "act",
    [
        'createContacts(leads: [{ email: "new@example.com" }, { leadScore: 1e400, email: "a\\u0000b" }]',
        'updateContacts(updates: [{ id: "ada", changes: { title: "x" } }, { id: "none", changes: {} }]',
        'deleteContacts(ids: ["ada", "none"]',
        'assignOwner(ids: ["ada", "none"], ownerId: "user_ann"',
        'addTags(ids: ["ada", "none"], tags: ["x"]',
        'updateTasks(ids: ["task_1", "none"], changes: { completed: true }',
        'deleteTasks(ids: ["task_1", "none"]',
        'createDeals(deals: [{ name: "Pilot" }, { name: " " }]',
    ],
    ids=lambda act: act.partition("(")[0],
)
async def test_every_batch_can_be_all_or_nothing(database, act):
    await make_user(database, "user_ann", "Ann")
    await make_contact(database, id="ada")
    await make_task(database, "task_1", "Call")
    act = act.replace("leadScore: 1e400, ", "")

    told = await ask(
        database,
        f"mutation {{ it: {act}, errorPolicy: ALL_OR_NOTHING) {{ {TOLD} results {{ problem {{ code }} }} }} }}",
    )

    assert (told["it"]["changeSetId"], told["it"]["changed"], told["it"]["failed"]) == (None, 0, 2)
    assert told["it"]["results"][0]["problem"] == {"code": "NOT_DONE"}
    assert (await ids_of(database), await runs_of(database)) == (["ada"], [])
    assert await fields_of(database, "ada") == {}
    assert [(task.completed, task.deleted_at) for task in await rows_of(database, Task)] == [(False, None)]


async def test_associations_can_be_all_or_nothing(database):
    ada, engines = await make_contact(database), await make_company(database)
    document = """mutation($contact: ID!, $company: ID!) { associateContacts(errorPolicy: ALL_OR_NOTHING, pairs: [
        { contactId: $contact, companyId: $company }, { contactId: $contact, companyId: "company_x" }
    ]) { changeSetId created problems { index problem { code } } } }"""

    report = await ask(database, document, contact=ada.id, company=engines.id)

    assert report["associateContacts"] == {
        "changeSetId": None, "created": 0, "problems": [{"index": 1, "problem": {"code": "NOT_FOUND"}}],
    }  # fmt: skip
    assert await history_of(database, ada.id) == []


SYNC = """mutation {{ {act}(leads: {leads}, errorPolicy: {policy}) {{
  changeSetId changed failed results {{ id properties problem {{ code }} }} }} }}"""


@pytest.mark.parametrize(
    ("act", "make", "known", "twice"),
    [
        pytest.param("syncContacts", make_contact, {"email": "ada@example.com"}, {"email": "eve@example.com"}, id="contacts"),
        pytest.param("syncCompanies", make_company, {"domain": "acme.com"}, {"domain": "beta.com"}, id="companies"),
    ],
)  # fmt: skip
async def test_a_sync_can_be_all_or_nothing(database, act, make, known, twice):
    ada = await make(database, **known)
    for _ in range(2):
        await make(database, **twice)
    leads = ", ".join(
        f'{{ externalId: "{number}", {name}: "{value}" }}'
        for number, each in enumerate((known, twice))
        for name, value in each.items()
    )

    refused = await ask(database, SYNC.format(act=act, leads=f"[{leads}]", policy="ALL_OR_NOTHING"))
    links = [await rows_of(database, ExternalLink), await runs_of(database)]
    each = await ask(database, SYNC.format(act=act, leads=f"[{leads}]", policy="EACH"))

    ambiguous = {"id": None, "properties": None, "problem": {"code": "AMBIGUOUS_MATCH"}}
    assert refused[act] == {
        "changeSetId": None, "changed": 0, "failed": 2,
        "results": [{"id": ada.id, "properties": None, "problem": {"code": "NOT_DONE"}}, ambiguous],
    }  # fmt: skip
    assert links == [[], []]
    [run] = await runs_of(database)
    assert (each[act]["changeSetId"], each[act]["failed"]) == (run.id, 1)
    assert each[act]["results"] == [{"id": ada.id, "properties": known, "problem": None}, ambiguous]
    assert [link.record_id for link in await rows_of(database, ExternalLink)] == [ada.id]


async def test_activities_can_be_all_or_nothing(database):
    document = """mutation($policy: ErrorPolicy!, $activities: [ActivityInput!]!) {
      createActivities(activities: $activities, errorPolicy: $policy) {
        changeSetId results { index created activity { type } problem { code } } } }"""
    activities = [{"type": "EMAIL"}, {"type": ""}]

    refused = (await ask(database, document, activities=activities, policy="ALL_OR_NOTHING"))["createActivities"]
    stored = [await rows_of(database, Activity), await runs_of(database)]
    taken = await ask(database, document, activities=activities[:1], policy="ALL_OR_NOTHING")

    nothing = {"created": False, "activity": None}
    assert refused == {
        "changeSetId": None,
        "results": [
            {"index": 0, **nothing, "problem": {"code": "NOT_DONE"}},
            {"index": 1, **nothing, "problem": {"code": "INVALID_INPUT"}},
        ],
    }
    assert stored == [[], []]
    [run] = await runs_of(database)
    assert taken["createActivities"] == {
        "changeSetId": run.id,
        "results": [{"index": 0, "created": True, "activity": {"type": "EMAIL"}, "problem": None}],
    }


async def test_all_or_nothing_stores_all_where_nothing_fails(database):
    ada, bob = await make_contact(database), await make_contact(database)

    report = await ask(database, EDIT, ids=[ada.id, bob.id], changes={"title": "CTO"}, policy="ALL_OR_NOTHING")

    [run] = await runs_of(database)
    assert (report["editContacts"]["changeSetId"], report["editContacts"]["changed"]) == (run.id, 2)
    assert await titles(database, ada.id, bob.id) == ["CTO", "CTO"]


async def test_tasks_and_deals_of_a_filter(database):
    await make_task(database, "task_1", "Call")
    await make_task(database, "task_2", "Done", completed=True)
    await ask(database, 'mutation { createDeals(deals: [{ name: "A", stage: "x" }, { name: "B" }]) { changeSetId } }')

    done = await ask(
        database,
        """mutation {
          updateTasks(filter: { completed: false }, changes: { completed: true }) { matched changed results { id } }
          updateDeals(filter: { stage: { eq: "x" } }, changes: { stage: "y" }) { matched changed }
          deleteDeals(filter: {}) { matched changed } }""",
    )

    assert done == {
        "updateTasks": {"matched": 1, "changed": 1, "results": [{"id": "task_1"}]},
        "updateDeals": {"matched": 1, "changed": 1},
        "deleteDeals": {"matched": 2, "changed": 2},
    }
    runs = {run.act: run.facts for run in await runs_of(database)}
    assert runs["update_tasks"] == {
        "filter": {"completed": False, "deleted": False}, "changes": {"completed": True},
    }  # fmt: skip


async def test_erasing_somebody_forgets_the_filter_that_named_them(database):
    ada = await make_contact(database, email="ada@example.com")
    await ask(database, ADD_TAGS, contacts={"email": {"eq": "Ada@example.com"}})
    await ask(database, ADD_TAGS, contacts={"tags": {"has": "vip"}})

    await ask(database, "mutation($ids: [ID!]!) { eraseContacts(ids: $ids) { changeSetId } }", ids=[ada.id])

    facts = [run.facts for run in await runs_of(database) if run.act == "add_tags"]
    assert [each["contactFilter"] for each in facts] == [{"erased": True}, {"tags": {"has": "vip"}, "deleted": False}]


async def test_failures_of_a_filter_are_told_before_the_others(database, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_TOLD", 2)
    monkeypatch.setattr(bulk, "SLICE", 1)
    await create(database, *(lead(str(each)) for each in range(3)), actor=ROBOT)
    *_, last = await ids_of(database)

    versions = [{"id": last, "version": 9}]
    report = (await ask(database, EDIT, filter={}, changes={"title": "CTO"}, versions=versions))["editContacts"]

    assert (report["matched"], report["changed"], report["failed"], len(report["results"])) == (3, 2, 1, 2)
    assert (report["results"][0]["id"], report["results"][0]["problem"]["code"]) == (last, "VERSION_CONFLICT")


def test_changes_stand_in_each_item_where_that_is_not_too_much():
    few, many = Chosen(["a", "b"]), Chosen(["a", "b"] * 15_000)
    changes = {"description": "x" * 1_000}

    items, facts = few.told(changes)
    bare, once = many.told(changes, id_name="crmId")

    assert items is not None
    assert bare is not None
    assert ([each.fields for each in items], facts) == ([{"id": each, **changes} for each in ("a", "b")], {})
    assert ([each.fields for each in bare[:2]], once) == ([{"crmId": "a"}, {"crmId": "b"}], {"changes": changes})
