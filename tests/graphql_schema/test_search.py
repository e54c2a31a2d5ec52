"""Search: what is found, in which order and why; and the index that every write keeps, through either door."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.indexing import ensure_search_indexed
from models.access.api_key import Scope
from models.base import table_of
from models.database.engine import Database
from models.database.words import Words
from models.fields.mapping import Entity
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.search import finding
from models.search.entry import SearchEntry
from models.search.fields import SearchType
from models.search.finding import find_hits
from models.search.words import sought
from tests.factories import context, create, delete, edit, lead, make_company, make_contact, make_task, put, rows_of
from tests.graphql_schema.asking import ask, counted, refusals

SEARCH = """query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
    search(text: $text, types: $types, first: $first, after: $after) {
        totalCount edges { score cursor node { id __typename } highlights { field parts { text isMatch } } }
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


async def found(database: Database, text: str, *types: str) -> list[str]:
    """Ids in order."""
    answer = await ask(database, SEARCH, text=text, types=list(types) or None)
    return [each["node"]["id"] for each in answer["search"]["edges"]]


@pytest.fixture
async def people(database):
    await make_people(database)


@pytest.fixture(scope="module")
async def shared_people(shared_database):
    """The same, for tests that only ask."""
    await make_people(shared_database)


async def make_people(database):
    await make_contact(
        database, id="contact_ada", first_name="Ada", last_name="Lovelace", email="ada@analytical.org",
        company_name="Analytical Engines", title="Chief of Numbers", phone="+34 600 123 456",
        linkedin_url="https://www.linkedin.com/in/countess-of-numbers/",
    )  # fmt: skip
    await make_contact(
        database, id="contact_emile", first_name="Émile", last_name="Ångström", email="e.a@example.org",
        company_name="Adamant", mobile_phone="+33612345678",
    )  # fmt: skip
    await make_contact(database, id="contact_oneil", full_name="Pat O'Neil", company_name="100% Straße GmbH")
    await make_contact(database, id="contact_wang", full_name="王小明", email="wang@example.cn")
    await make_contact(database, id="contact_olga", first_name="Ольга", last_name="Йошкина")
    await make_company(
        database, id="company_adams", name="Adams & Sons", domain="adams.example", industry="Windmills",
        website="https://www.adams.example/about",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("ada", "contact_ada company_adams contact_emile", id="whole-before-begun-name-before-company"),
        pytest.param("love AD", "contact_ada", id="every-word-a-beginning"),
        pytest.param("emile angstrom", "contact_emile", id="accents"),
        pytest.param("ÉMILE", "contact_emile", id="accents-and-case"),
        pytest.param("ada@analytical.org", "contact_ada", id="e-mail"),
        pytest.param("analytical.org", "contact_ada", id="host-of-an-e-mail"),
        pytest.param("oneil", "contact_oneil", id="apostrophe-closed-up"),
        pytest.param("o'neil", "contact_oneil", id="apostrophe"),
        pytest.param("neil", "contact_oneil", id="behind-the-apostrophe"),
        pytest.param("strasse", "contact_oneil", id="sharp-s"),
        pytest.param("100%", "contact_oneil", id="percent-is-no-wildcard"),
        pytest.param("600123456", "contact_ada", id="telephone-without-country"),
        pytest.param("+34 600-123", "contact_ada", id="telephone-in-other-groups"),
        pytest.param("+33 6 12 34 56 78", "contact_emile", id="mobile-telephone"),
        pytest.param("countess", "contact_ada", id="linkedin"),
        pytest.param("chief", "contact_ada", id="title"),
        pytest.param("小明", "contact_wang", id="no-spaces"),
        pytest.param("ольг", "contact_olga", id="cyrillic"),
        pytest.param("иошкина", "contact_olga", id="cyrillic-without-accent"),
        pytest.param("windm", "company_adams", id="industry"),
        pytest.param("adams.example/about", "company_adams", id="website"),
        pytest.param("da", "", id="the-middle-of-a-word"),
        pytest.param("ada windmills", "company_adams", id="words-in-several-fields"),
        pytest.param("", "", id="nothing"),
        pytest.param(" \"*:&|!()'\\ ", "", id="punctuation"),
        pytest.param('"ada" * & | ! :*', "contact_ada company_adams contact_emile", id="syntax-means-nothing"),
        pytest.param("ada OR olga", "", id="words-of-a-syntax-are-words"),
        pytest.param("NEAR(ada)", "", id="near-is-a-word"),
        pytest.param("_d_", "", id="underscore-is-no-wildcard"),
    ],
)
async def test_records_are_found_in_order(shared_database, shared_people, text, ids):
    assert await found(shared_database, text) == ids.split()


async def test_an_answer_says_why(database, people):
    answer = await ask(database, SEARCH, text="ada eng", types=["CONTACT"])

    place = answer["search"]["edges"][0]["cursor"]
    assert answer["search"] == {
        "totalCount": 1,
        "edges": [
            {
                "score": 0.6087,
                "cursor": place,
                "node": {"id": "contact_ada", "__typename": "Contact"},
                "highlights": [
                    {"field": "NAME", "parts": parts("[Ada]", " Lovelace")},
                    {"field": "EMAIL", "parts": parts("[ada]", "@analytical.org")},
                    {"field": "COMPANY_NAME", "parts": parts("Analytical ", "[Eng]", "ines")},
                ],
            }
        ],
        "nodes": [{"id": "contact_ada"}],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": place, "endCursor": place},
    }


async def test_every_kind_of_record_is_found(database):
    contact = await make_contact(database, first_name="Windmill")
    company = await make_company(database, name="Windmill")
    made = await ask(
        database,
        """mutation ($id: ID!) {
            createDeals(deals: [{ name: "Windmill", currency: "EUR" }]) { results { deal { id } } }
            createTask(task: { subject: "Windmill" }) { ... on TaskChanged { task { id } } }
            createNote(recordId: $id, note: { body: "Windmill" }) { ... on NoteChanged { note { id } } } }""",
        id=contact.id,
    )
    deal = made["createDeals"]["results"][0]["deal"]["id"]
    task, note = made["createTask"]["task"]["id"], made["createNote"]["note"]["id"]

    assert set(await found(database, "windm")) == {contact.id, company.id, deal, task, note}
    assert await found(database, "windm", "TASK") == [task]
    assert set(await found(database, "windm", "DEAL", "NOTE")) == {deal, note}


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


async def test_lists_by_words_that_most_records_have_are_the_same_however_they_are_found(database, monkeypatch):
    monkeypatch.setattr(finding, "GATHERED", 3)
    ids = [(await make_contact(database, first_name="Ada", last_name=f"L{each}")).id for each in range(4)]
    await make_contact(database, first_name="Bob")
    document = """{
        contacts(filter: { text: "ad" }, first: 3, orderBy: { field: LAST_NAME }) { totalCount nodes { id } }
        few: contacts(filter: { text: "ada l2" }) { nodes { id } }
        both: contacts(filter: { and: [{ text: "ad" }, { text: "l" }] }) { totalCount nodes { id } } }"""

    with counted(database) as statements:
        data = await ask(database, document)

    assert data["contacts"] == {"totalCount": 4, "nodes": [{"id": each} for each in ids[:3]]}
    assert data["few"] == {"nodes": [{"id": ids[2]}]}
    assert data["both"]["totalCount"] == len(data["both"]["nodes"]) == 4
    # By last name, and all that is read in an order that is indexed: what stands in `and` is asked as if it stood alone.
    assert sum("EXISTS" in each for each in statements) == 3


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


async def test_of_equals_the_latest_active_comes_first(database):
    early, late = datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 1, 2, tzinfo=UTC)
    await make_contact(database, id="contact_1", first_name="Ada", last_activity_at=early)
    await make_contact(database, id="contact_2", first_name="Ada", last_activity_at=late)
    await make_contact(database, id="contact_3", first_name="Ada", made_at=early)

    assert await found(database, "ad") == ["contact_2", "contact_1", "contact_3"]


async def test_pages_go_by_place(database):
    for number in range(3):
        await make_contact(database, id=f"contact_{number}", first_name="Ada")

    first = (await ask(database, SEARCH, text="ada", first=2))["search"]
    rest = (await ask(database, SEARCH, text="ada", first=2, after=first["pageInfo"]["endCursor"]))["search"]

    assert [each["id"] for each in first["nodes"] + rest["nodes"]] == ["contact_0", "contact_1", "contact_2"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (3, True, False)


async def test_where_more_answer_than_are_ranked_names_come_first(database):
    await make_contact(database, id="contact_whole", first_name="Ada")
    await make_contact(database, id="contact_begun", first_name="Adam")
    for number in range(3):
        await make_contact(database, id=f"contact_{number}", title="Adapter")

    async with database.read() as session:
        hits = await find_hits(session, [SearchType.CONTACT], "ada", visible=lambda table: [], most=2)

    assert [hit.candidate.id for hit in hits] == ["contact_whole", "contact_begun"]


async def test_a_page_of_any_length_is_a_statement_for_each_kind(database):
    for number in range(5):
        await make_contact(database, id=f"contact_{number}", first_name="Ada")

    with counted(database) as statements:
        await ask(database, SEARCH, text="ada", types=["CONTACT"])

    assert len(statements) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("a\x00b", "text holds a NUL character, which cannot be stored", id="nul"),
        pytest.param("a" * 1_001, "text is longer than 1,000 characters", id="long"),
    ],
)
async def test_a_text_that_cannot_be_looked_for_is_refused(database, text, problem):
    told = [(problem, {"code": "INVALID_INPUT", "field": "text"})]

    assert await refusals(database, SEARCH, text=text) == told


async def test_whoever_may_not_read_finds_nothing(database):
    writer = Actor("key_writer", "Writer", Source.SYSTEM, frozenset((Scope.GRAPHQL_WRITE,)))

    [(_, told)] = await refusals(database, SEARCH, actor=writer, text="ada")

    assert told["code"] == "NOT_ALLOWED"


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


def parts(*texts: str) -> list[dict[str, Any]]:
    return [{"text": each.strip("[]"), "isMatch": each.startswith("[")} for each in texts]
