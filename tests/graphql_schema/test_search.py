"""Search: what is found, in which order and why."""

from datetime import UTC, datetime
from typing import Any

import pytest

from models.access.api_key import Scope
from models.ledger.journal import Actor
from models.ledger.run import Source
from models.search import finding
from models.search.fields import SearchType
from models.search.finding import find_hits
from tests.factories import make_company, make_contact
from tests.graphql_schema.asking import ask, counted, refusals
from tests.graphql_schema.searching import SEARCH, found


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
    # In an order that is indexed they are read row by row, and what stands in `and` is asked as if it stood alone.
    assert sum("EXISTS" in each for each in statements) == 2


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


def parts(*texts: str) -> list[dict[str, Any]]:
    return [{"text": each.strip("[]"), "isMatch": each.startswith("[")} for each in texts]
