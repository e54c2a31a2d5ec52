"""Notes: written about a contact, a company or a deal, listed newest first, never lost."""

import pytest

from models.deal import Deal
from models.note import Note
from models.user import User
from tests.factories import (
    ANN,
    LONG_AGO,
    NOW_TEXT,
    Clock,
    add,
    context,
    delete,
    history_of,
    make_company,
    make_contact,
    rows_of,
    runs_of,
)
from tests.graphql_schema.asking import ask, ask_as, counted

CREATE = """mutation($about: ID!, $note: NoteFields!, $dryRun: Boolean! = false) {
  createNote(recordId: $about, note: $note, dryRun: $dryRun) {
    ... on NoteChanged {
      changeSetId created note { id body isPinned version author { id label } about { __typename id } } }
    ... on Problem { code message } ... on InvalidInputProblem { field } } }"""
UPDATE = """mutation($id: ID!, $changes: NoteFields!, $expected: Int) {
  updateNote(id: $id, changes: $changes, expectedVersion: $expected) {
    ... on NoteChanged { changed note { body isPinned version } }
    ... on Problem { code message } ... on VersionConflictProblem { record { id } } } }"""


async def write(database, about, body="Met at the fair", *, clock=None, **options):
    note = {"body": body, **options.pop("note", {})}
    return (await ask(database, CREATE, clock=clock, about=about, note=note, **options))["createNote"]


async def make_deal(database, id="deal_1", **facts):
    stamps = {"created_at": LONG_AGO, "created_by": "test", "updated_at": LONG_AGO, "updated_by": "test"}
    await add(database, Deal(id=id, name="Pilot", currency="EUR", **stamps, **facts))


async def test_note_is_kept_as_written_with_its_author(database):
    await add(database, User(id=ANN.id, name="Ann", created_at=LONG_AGO))
    ada = await make_contact(database)
    text = "  **Met** at the fair\n\n- call in May – ça va? 🎪 "

    made = await write(database, ada.id, text, note={"isPinned": True})

    note_id = made["note"].pop("id")
    assert made["note"] == {
        "body": text, "isPinned": True, "version": 1, "author": {"id": "user_ann", "label": "Ann"},
        "about": {"__typename": "Contact", "id": ada.id},
    }  # fmt: skip
    (change,) = await history_of(database, note_id)
    assert (change.entity, change.run_id, change.fields["body"]) == (
        "note", made["changeSetId"], {"old": None, "new": text}
    )  # fmt: skip


async def test_notes_of_contacts_companies_and_deals_come_newest_first(database):
    ada, engines = await make_contact(database), await make_company(database)
    await make_deal(database)
    clock = Clock()
    for about in (ada.id, engines.id, "deal_1"):
        for body in ("first", "second", "third"):
            await write(database, about, f"{body} of {about}", clock=clock)
            clock.move(minutes=1)

    page = "notes(first: 2) { totalCount nodes { body createdAt } pageInfo { hasNextPage } }"
    found = await ask(
        database,
        f"query($contact: ID!, $company: ID!) {{ contact(id: $contact) {{ {page} }} company(id: $company) {{ {page} }}"
        f' deal(id: "deal_1") {{ {page} }} }}',
        contact=ada.id, company=engines.id,
    )  # fmt: skip

    for kind, about in (("contact", ada.id), ("company", engines.id), ("deal", "deal_1")):
        notes = found[kind]["notes"]
        assert [note["body"] for note in notes["nodes"]] == [f"third of {about}", f"second of {about}"]
        assert (notes["totalCount"], notes["pageInfo"]) == (3, {"hasNextPage": True})


async def test_notes_of_many_records_are_one_statement(database):
    for number in range(3):
        await write(database, (await make_contact(database)).id, f"note {number}")

    with counted(database) as statements:
        found = await ask(database, "{ contacts { nodes { notes { nodes { body author { label } } } } } }")

    bodies = [[note["body"] for note in each["notes"]["nodes"]] for each in found["contacts"]["nodes"]]
    assert sorted(bodies) == [["note 0"], ["note 1"], ["note 2"]]
    assert len(statements) == 3


@pytest.mark.parametrize("entity", ["contact", "deal"])
async def test_note_about_what_is_not_there_is_refused(database, entity):
    if entity == "contact":
        gone = (await make_contact(database)).id
        await delete(database, gone)
    else:
        gone = "deal_1"
        await make_deal(database, deleted_at=LONG_AGO)

    refused = [await write(database, about) for about in (gone, f"{entity}_x", "")]

    noun = entity.capitalize()
    assert [(each["code"], each["message"]) for each in refused] == [
        ("NOT_FOUND", f"{noun} not found"), ("NOT_FOUND", f"{noun} not found"), ("INVALID_INPUT", "crmId is required"),
    ]  # fmt: skip
    assert await rows_of(database, Note) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "A note needs a text"),
        (" \n", "A note needs a text"),
        ("x" * 100_001, "body is longer than 100,000 characters"),
        ("a\x00b", "body holds a NUL character, which cannot be stored"),
    ],
)
async def test_text_that_cannot_be_a_note_is_refused(database, body, message):
    ada = await make_contact(database)
    made = (await write(database, ada.id))["note"]

    refused = await write(database, ada.id, body)
    changed = (await ask(database, UPDATE, id=made["id"], changes={"body": body, "isPinned": True}))["updateNote"]

    assert refused == {"code": "INVALID_INPUT", "message": message, "field": "body"}
    assert changed == {"code": "INVALID_INPUT", "message": message}
    assert [(note.body, note.is_pinned) for note in await rows_of(database, Note)] == [("Met at the fair", False)]


async def test_longest_text_is_taken(database):
    ada = await make_contact(database)

    made = await write(database, ada.id, "x" * 100_000)

    assert len(made["note"]["body"]) == 100_000


async def test_note_is_changed_pinned_and_guarded_by_its_version(database):
    ada = await make_contact(database)
    note_id = (await write(database, ada.id))["note"]["id"]

    async def update(expected=None, **changes):
        return (await ask(database, UPDATE, id=note_id, changes=changes, expected=expected))["updateNote"]

    pinned = await update(isPinned=True)
    rewritten = await update(expected=2, body="Met twice")
    refused = await update(expected=2, body="Met thrice")

    assert pinned["note"] == {"body": "Met at the fair", "isPinned": True, "version": 2}
    assert rewritten["note"] == {"body": "Met twice", "isPinned": True, "version": 3}
    assert refused == {
        "code": "VERSION_CONFLICT", "message": "Note is at version 3 by now, not 2", "record": {"id": note_id}
    }  # fmt: skip
    assert [change.fields for change in (await history_of(database, note_id))[1:]] == [
        {"is_pinned": {"old": False, "new": True}}, {"body": {"old": "Met at the fair", "new": "Met twice"}}
    ]  # fmt: skip


async def test_deleted_note_is_out_of_sight_until_it_is_restored(database):
    ada = await make_contact(database)
    note_id = (await write(database, ada.id))["note"]["id"]
    mark = "mutation($ids: [ID!]!) { %s(ids: $ids) { results { changed note { deletedAt } problem { code } } } }"
    look = "query($id: ID!) { contact(id: $id) { notes { totalCount } } }"

    deleted = (await ask(database, mark % "deleteNotes", ids=[note_id, "note_x"]))["deleteNotes"]["results"]
    gone = await ask(database, look, id=ada.id)
    refused = (await ask(database, UPDATE, id=note_id, changes={"body": "x"}))["updateNote"]
    restored = (await ask(database, mark % "restoreNotes", ids=[note_id]))["restoreNotes"]["results"]
    back = await ask(database, look, id=ada.id)

    assert deleted == [
        {"changed": True, "note": {"deletedAt": NOW_TEXT}, "problem": None},
        {"changed": False, "note": None, "problem": {"code": "NOT_FOUND"}},
    ]
    assert refused["code"] == "NOT_FOUND"
    assert restored == [{"changed": True, "note": {"deletedAt": None}, "problem": None}]
    assert [each["contact"]["notes"]["totalCount"] for each in (gone, back)] == [0, 1]


async def test_dry_run_writes_nothing(database):
    ada = await make_contact(database)

    made = await write(database, ada.id, dryRun=True)

    assert made == {"changeSetId": None, "created": True, "note": None}
    assert (await rows_of(database, Note), await runs_of(database)) == ([], [])


async def test_note_by_id(database):
    ada = await make_contact(database)
    ctx = context(database)
    made = (await ask_as(ctx, CREATE, about=ada.id, note={"body": "x"}))["createNote"]["note"]

    assert await ask(database, "query($id: ID!) { note(id: $id) { body recordId } }", id=made["id"]) == {
        "note": {"body": "x", "recordId": ada.id}
    }
    assert await ask(database, '{ note(id: "note_x") { body } }') == {"note": None}
