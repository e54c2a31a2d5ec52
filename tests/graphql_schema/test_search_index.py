"""The index of words: kept in step by every write, and made where there is none."""

import sqlite3
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.indexing import ensure_search_indexed
from models.base import table_of
from models.database.words import Words
from models.fields.mapping import Entity
from models.search.entry import SearchEntry
from models.search.fields import SearchType
from models.search.words import sought
from tests.factories import context, create, delete, edit, lead, make_company, make_contact, make_task, put, rows_of
from tests.graphql_schema.asking import ask
from tests.graphql_schema.searching import found


async def test_deals_tasks_and_notes_are_found_as_they_are_now(database):
    contact = await make_contact(database, first_name="Ada")
    made = await ask(
        database,
        """mutation ($id: ID!) {
            createDeals(deals: [{ name: "First", currency: "EUR" }]) { results { deal { id } } }
            createTask(task: { subject: "First" }) { ... on TaskChanged { task { id } } }
            createNote(recordId: $id, note: { body: "First" }) { ... on NoteChanged { note { id } } } }""",
        id=contact.id,
    )
    ids = {
        "deal": made["createDeals"]["results"][0]["deal"]["id"],
        "task": made["createTask"]["task"]["id"],
        "note": made["createNote"]["note"]["id"],
    }
    arguments = "$deal: ID!, $task: ID!, $note: ID!"

    await ask(
        database,
        f"""mutation ({arguments}) {{
            updateDeal(id: $deal, changes: {{ name: "Second" }}) {{ ... on DealChanged {{ deal {{ id }} }} }}
            updateTask(id: $task, changes: {{ subject: "Second" }}) {{ ... on TaskChanged {{ task {{ id }} }} }}
            updateNote(id: $note, changes: {{ body: "Second" }}) {{ ... on NoteChanged {{ note {{ id }} }} }} }}""",
        **ids,
    )
    renamed = (await found(database, "first"), set(await found(database, "second")))
    await ask(
        database,
        f"""mutation ({arguments}) {{
            deleteDeals(ids: [$deal]) {{ changeSetId }} deleteTasks(ids: [$task]) {{ changeSetId }}
            deleteNotes(ids: [$note]) {{ changeSetId }} }}""",
        **ids,
    )
    deleted = await found(database, "second")
    await ask(
        database,
        f"""mutation ({arguments}) {{
            restoreDeals(ids: [$deal]) {{ changeSetId }} restoreTasks(ids: [$task]) {{ changeSetId }}
            restoreNotes(ids: [$note]) {{ changeSetId }} }}""",
        **ids,
    )

    assert renamed == ([], set(ids.values()))
    assert deleted == []
    assert set(await found(database, "second")) == set(ids.values())


async def test_both_doors_keep_the_index(database):
    [made] = (await create(database, lead("lead-1", email="ada@example.com", firstName="Ada"))).outcomes
    [known] = (await create(database, lead("lead-1", email="ada@example.com", lastName="Byron"))).outcomes
    created = await found(database, "ada byron")
    await put(database, made.record_id, lastName="Lovelace")
    through_rest = (await found(database, "byron"), await found(database, "lovelace"))
    await edit(database, made.record_id, lastName=None, title="Countess")

    assert known.record_id == made.record_id
    assert created == [made.record_id]
    assert through_rest == ([], [made.record_id])
    assert (await found(database, "lovelace"), await found(database, "countess")) == ([], [made.record_id])


async def test_a_record_whose_words_stay_keeps_its_entry(database):
    contact = await make_contact(database, first_name="Ada")
    await make_contact(database, first_name="Otto")

    await edit(database, contact.id, firstName="ADA", country="United Kingdom", budget=5)
    kept = [(each.number, each.words) for each in await rows_of(database, SearchEntry)]
    await edit(database, contact.id, firstName="Eve")
    renewed = [(each.number, each.words) for each in await rows_of(database, SearchEntry)]

    assert kept == [(1, "cada pada"), (2, "cotto potto")]
    assert renewed == [(2, "cotto potto"), (3, "ceve peve")]


async def test_deleted_records_are_found_by_the_filter_for_deleted_ones_alone(database):
    contact = await make_contact(database, first_name="Ada")
    company = await make_company(database, name="Ada Ltd")
    await delete(database, contact.id)
    await delete(database, company.id, Entity.COMPANY)

    gone = await found(database, "ada")
    lists = await ask(
        database,
        """{ contacts(filter: { text: "ad", deleted: true }) { nodes { id } }
             companies(filter: { text: "ad", deleted: true }) { nodes { id } }
             inside: contacts(filter: { or: [{ text: "a" }], deleted: true }) { nodes { id } }
             without: contacts(filter: { not: { text: "ad" }, deleted: true }) { nodes { id } }
             live: contacts(filter: { text: "ad" }) { nodes { id } } }""",
    )
    await ask(database, "mutation ($id: ID!) { restoreContacts(ids: [$id]) { changeSetId } }", id=contact.id)

    assert gone == []
    assert lists == {
        "contacts": {"nodes": [{"id": contact.id}]},
        "companies": {"nodes": [{"id": company.id}]},
        "inside": {"nodes": [{"id": contact.id}]},
        "without": {"nodes": []},
        "live": {"nodes": []},
    }
    assert await found(database, "ada") == [contact.id]


async def test_erased_people_leave_nothing_in_the_index(database):
    contact = await make_contact(database, first_name="Zelda", email="zelda@example.com")
    other = await make_contact(database, first_name="Otto")
    await ask(
        database,
        """mutation ($id: ID!) {
            createDeals(deals: [{ name: "Zelda's windmill", currency: "EUR", contactId: $id }]) { results { index } }
            createTask(task: { subject: "Call Zelda", contactId: $id }) { ... on TaskChanged { task { id } } }
            createNote(recordId: $id, note: { body: "Zelda said so" }) { ... on NoteChanged { note { id } } } }""",
        id=contact.id,
    )

    await erase_contacts(context(database), [contact.id])

    assert await found(database, "zelda") == []
    assert sorted((each.entity, each.words) for each in await rows_of(database, SearchEntry)) == [
        ("contact", "cotto potto"),
        ("deal", "derased"),
    ]
    assert await found(database, "otto") == [other.id]


async def test_undoing_a_run_undoes_it_in_the_index_too(database):
    contact = await make_contact(database, first_name="Ada")
    deal = await ask(
        database,
        'mutation { createDeals(deals: [{ name: "Ada", currency: "EUR" }]) { results { deal { id } } } }',
    )
    deal_id = deal["createDeals"]["results"][0]["deal"]["id"]
    renamed = await ask(
        database,
        """mutation ($contact: ID!, $deal: ID!) {
            updateContacts(updates: [{ id: $contact, changes: { firstName: "Eve" } }]) { changeSetId }
            updateDeal(id: $deal, changes: { name: "Eve" }) { ... on DealChanged { changeSetId } } }""",
        contact=contact.id,
        deal=deal_id,
    )
    before = (await found(database, "ada"), set(await found(database, "eve")))

    for each in renamed.values():
        await ask(database, "mutation ($id: ID!) { revertChangeSet(id: $id) { __typename } }", id=each["changeSetId"])

    assert before == ([], {contact.id, deal_id})
    assert (set(await found(database, "ada")), await found(database, "eve")) == ({contact.id, deal_id}, [])


async def test_a_dry_run_leaves_the_index_alone(database):
    contact = await make_contact(database, first_name="Ada")

    await ask(
        database,
        """mutation ($id: ID!) { createDeals(deals: [{ name: "Ada", currency: "EUR" }], dryRun: true) { changeSetId }
            deleteContacts(ids: [$id], dryRun: true) { changeSetId } }""",
        id=contact.id,
    )

    assert await found(database, "ada") == [contact.id]


async def test_a_database_without_an_index_is_indexed_once(database):
    contact = await make_contact(database, first_name="Ada")
    await make_task(database, "task_1", "Call Ada")
    gone = await make_contact(database, first_name="Ada")
    await delete(database, gone.id)
    async with database.write() as session:
        await session.exec(table_of(SearchEntry).delete())

    before = await found(database, "ada")
    indexed = await ensure_search_indexed(context(database))
    again = await ensure_search_indexed(context(database))

    assert before == []
    assert indexed == {
        SearchType.CONTACT: 2, SearchType.COMPANY: 0, SearchType.DEAL: 0, SearchType.TASK: 1, SearchType.NOTE: 0,
    }  # fmt: skip
    assert again is None
    assert await found(database, "ada") == [contact.id, "task_1"]


@settings(max_examples=200)
@given(words=st.text().map(sought).filter(bool))
def test_any_words_are_a_question_that_full_text_search_understands(words):
    question = Words().process_bind_param([[f"c{word}*" for word in words]], sqlite_dialect())
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE entry USING fts5(words, tokenize='ascii', detail='none')")
        connection.execute("INSERT INTO entry VALUES (?)", [" ".join("c" + word for word in words)])
        rows = connection.execute("SELECT count(*) FROM entry WHERE entry MATCH ?", [question]).fetchone()

    assert rows == (1,)
