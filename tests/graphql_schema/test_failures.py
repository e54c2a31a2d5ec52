"""Items that failed, over all runs: which of them wait for somebody, and what settles them."""

from datetime import timedelta

from sqlalchemy import text

from api.retention import prune_runs
from graphql_schema.resolvers.erasure import erase_contacts
from graphql_schema.resolvers.reverting import revert_change_set
from models.fields.mapping import Entity
from models.ledger.failed_item import FailedItem
from tests.factories import (
    NOW,
    add,
    context,
    create,
    delete,
    lead,
    make_company,
    make_contact,
    make_link,
    rows_of,
    sync,
)
from tests.graphql_schema.asking import ask
from tests.graphql_schema.test_promoted_fields import analyze

LIST = """query($filter: FailedItemFilter, $first: Int, $after: String) {
  failedItems(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { index entity externalId code open decision { candidateIds normalizedValue } run { id } } } }"""
LINK = """mutation($externalId: ID!, $recordId: ID!) {
  linkExternal(externalId: $externalId, recordId: $recordId) { ... on ExternalLinked { changeSetId } } }"""
OPEN = {"code": {"eq": "AMBIGUOUS_MATCH"}, "open": True}


async def listed(database, **variables):
    return (await ask(database, LIST, **variables))["failedItems"]


async def waiting(database):
    """The external ids that wait to be told apart, the latest first."""
    return [each["externalId"] for each in (await listed(database, filter=OPEN))["nodes"]]


async def make_twins(database, **values):
    return [await make_contact(database, **{"email": "ada@example.com", **values}) for _ in range(2)]


async def test_item_that_several_match_waits_and_is_told_once_for_all_syncs(database):
    twins = [each.id for each in await make_twins(database)]
    await make_contact(database, email="bob@example.com")
    for _ in range(2):
        await sync(database, lead("7", email="ada@example.com"))

    last = await sync(
        database,
        lead("8", email="bob@example.com"),
        lead("7", email="ada@example.com"),
        lead("7", email="ada@example.com"),
        lead("9", email="ada@example.com"),
    )

    decision = {"candidateIds": sorted(twins), "normalizedValue": "ada@example.com"}
    same = {"entity": "CONTACT", "code": "AMBIGUOUS_MATCH", "open": True, "decision": decision}
    found = await listed(database, filter=OPEN)
    for each in found["nodes"]:
        each["decision"]["candidateIds"].sort()
    assert found["nodes"] == [
        {"index": 3, "externalId": "9", "run": {"id": last.run_id}, **same},
        {"index": 2, "externalId": "7", "run": {"id": last.run_id}, **same},
    ]
    assert (found["totalCount"], (await listed(database))["totalCount"]) == (2, 5)


async def test_link_of_a_person_settles_it_and_undoing_the_link_opens_the_last_of_them_again(database):
    one, _ = await make_twins(database)
    for _ in range(2):
        await sync(database, lead("7", email="ada@example.com"))

    linked = await ask(database, LINK, externalId="7", recordId=one.id)
    settled = await waiting(database)
    await revert_change_set(context(database), linked["linkExternal"]["changeSetId"])

    assert (settled, await waiting(database)) == ([], ["7"])


async def test_sync_that_finds_one_record_settles_it(database):
    _, other = await make_twins(database)
    await sync(database, lead("7", email="ada@example.com"))
    await delete(database, other.id)

    await sync(database, lead("7", email="ada@example.com"))

    assert await waiting(database) == []
    assert [each["open"] for each in (await listed(database))["nodes"]] == [False]


async def test_creating_settles_it(database):
    await make_twins(database)
    await sync(database, lead("7", email="ada@example.com"))

    await create(database, lead("7", email="grace@example.com"))

    assert await waiting(database) == []


async def test_ids_of_contacts_and_companies_are_apart(database):
    [ada, _] = await make_twins(database)
    await make_company(database, external_id="7")
    await sync(database, lead("7", email="ada@example.com"))
    for _ in range(2):
        await make_company(database, name="Engines")
    await sync(database, lead("8", name="Engines"), entity=Entity.COMPANY)

    contacts = await listed(database, filter={**OPEN, "entity": "CONTACT"})
    companies = await listed(database, filter={**OPEN, "entity": "COMPANY"})
    await ask(database, LINK, externalId="8", recordId=ada.id)  # a contact's, whatever the company's is

    assert [[each["externalId"] for each in found["nodes"]] for found in (contacts, companies)] == [["7"], ["8"]]
    assert await waiting(database) == ["8", "7"]


async def test_item_that_failed_of_a_linked_record_or_without_an_id_does_not_wait(database):
    ada = await make_contact(database, email="ada@example.com")
    await make_link(database, "7", ada.id)

    await create(database, lead("7", leadScore="much"), lead("8", leadScore="much"), lead(None, leadScore="much"))

    assert [(each["externalId"], each["code"], each["open"]) for each in (await listed(database))["nodes"]] == [
        (None, "INVALID_INPUT", False), ("8", "INVALID_INPUT", True), ("7", "INVALID_INPUT", False),
    ]  # fmt: skip


async def test_pages_follow_one_another_whichever_run_an_item_is_of(database):
    await make_twins(database)
    await sync(database, *(lead(str(number), email="ada@example.com") for number in range(3)))
    await sync(database, *(lead(str(number), email="ada@example.com") for number in range(3, 5)))

    first = await listed(database, filter=OPEN, first=3)
    rest = await listed(database, filter=OPEN, first=3, after=first["pageInfo"]["endCursor"])

    pages = [[each["externalId"] for each in page["nodes"]] for page in (first, rest)]
    assert (pages, first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (
        [["4", "3", "2"], ["1", "0"]], True, False,
    )  # fmt: skip


async def test_what_waits_is_found_by_an_index(database):
    settled = {"place": 0, "entity": "contact", "code": "INVALID_INPUT", "is_open": False}
    await add(database, *(FailedItem(run_id=f"run_{at:03}", external_id=str(at), **settled) for at in range(500)))
    await analyze(database)
    sqlite = database.driver.reading.dialect.name == "sqlite"
    page = (
        f"SELECT run_id, place FROM failed_item WHERE is_open IS {1 if sqlite else True} AND code = 'AMBIGUOUS_MATCH' "
        "AND (run_id, place) < ('run_x', 1) ORDER BY run_id DESC, place DESC LIMIT 51"
    )
    about = "SELECT place FROM failed_item WHERE external_id IN ('7') AND entity = 'contact'"

    plans = []
    async with database.read() as session:
        if not sqlite:
            await session.exec(text("SET LOCAL enable_seqscan = off"))
            await session.exec(text("SET LOCAL enable_bitmapscan = off"))
        for each in (page, about):
            rows = await session.exec(text(f"EXPLAIN {'QUERY PLAN ' if sqlite else ''}{each}"))
            plans.append("\n".join(str(row[-1]) for row in rows.all()))

    assert ("ix_failed_item_open" in plans[0], "ix_failed_item_external" in plans[1]) == (True, True)
    assert [each for each in plans if "Sort" in each or "TEMP B-TREE" in each] == []


async def test_items_go_with_what_their_run_keeps_of_them(database):
    await make_twins(database)
    await sync(database, lead("7", email="ada@example.com"))

    await prune_runs(database, before=NOW + timedelta(days=1))

    assert await rows_of(database, FailedItem) == []


async def test_items_about_somebody_who_is_erased_are_not_kept(database):
    one, _ = await make_twins(database)
    bobs = [await make_contact(database, email="bob@example.com") for _ in range(2)]
    await sync(database, lead("7", email="ada@example.com"), lead("8", email="bob@example.com"))

    await erase_contacts(context(database), [one.id])

    assert [each.external_id for each in await rows_of(database, FailedItem)] == ["8"]
    assert len(bobs) == 2


async def test_item_tried_only_is_not_kept(database):
    await make_twins(database)

    await sync(database, lead("7", email="ada@example.com"), dry_run=True)

    assert await rows_of(database, FailedItem) == []
