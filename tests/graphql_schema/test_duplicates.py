"""Pairs that may be one record: said to be two, and brought back."""

from models.errors import NotFound
from models.ledger.possible_duplicate import PossibleDuplicate
from tests.factories import NOW_TEXT, decisions_of, items_of, lead, make_contact, make_user, rows_of, runs_of, sync
from tests.graphql_schema.asking import ask

DISMISS = """mutation($ids: [ID!]!, $errorPolicy: ErrorPolicy! = EACH, $dryRun: Boolean! = false) {
  dismissPossibleDuplicates(ids: $ids, errorPolicy: $errorPolicy, dryRun: $dryRun) { changeSetId matched changed failed
    results { index id changed pair { state settledAt settledBy { label } } problem { code message } } } }"""
REOPEN = """mutation($ids: [ID!]!) { reopenPossibleDuplicates(ids: $ids) {
    results { id changed pair { state settledAt settledBy { id } } problem { code } } } }"""
LIST = "query($state: DuplicateState!) { possibleDuplicates(state: $state) { nodes { id } } }"

LEAD = {"email": "ada@example.com", "linkedinUrl": "linkedin.com/in/ada"}


async def make_pair(database) -> str:
    """The id of a pair that a sync met."""
    ada = await make_contact(database, email="ada@example.com")
    other = await make_contact(database, linkedin_url="linkedin.com/in/ada")
    await sync(database, lead("lead-1", **LEAD))
    return ".".join(sorted((ada.id, other.id)))


async def listed(database, state):
    return [each["id"] for each in (await ask(database, LIST, state=state))["possibleDuplicates"]["nodes"]]


async def states(database):
    return [each.state for each in await rows_of(database, PossibleDuplicate)]


async def test_pair_is_said_to_be_two_and_no_sync_brings_it_back(database):
    await make_user(database, "user_ann", "Ann")
    pair = await make_pair(database)

    told = (await ask(database, DISMISS, ids=[pair]))["dismissPossibleDuplicates"]
    await sync(database, lead("lead-2", **LEAD))

    settled = {"state": "DISMISSED", "settledAt": NOW_TEXT, "settledBy": {"label": "Ann"}}
    [run] = [each for each in await runs_of(database) if each.act == "dismiss_possible_duplicates"]
    assert told == {
        "changeSetId": run.id, "matched": 1, "changed": 1, "failed": 0,
        "results": [{"index": 0, "id": pair, "changed": True, "pair": settled, "problem": None}],
    }  # fmt: skip
    assert (await listed(database, "OPEN"), await listed(database, "DISMISSED")) == ([], [pair])
    first, second = pair.split(".")
    assert (run.entity, run.counts) == (None, {"received": 1, "dismissed": 1})
    assert items_of(run) == [{"firstId": first, "secondId": second}]
    assert await decisions_of(database, run.id) == [{"outcome": "dismissed", "recordIds": [first, second]}]


async def test_dismissed_pair_is_brought_back(database):
    pair = await make_pair(database)
    await ask(database, DISMISS, ids=[pair])

    told = (await ask(database, REOPEN, ids=[pair, pair]))["reopenPossibleDuplicates"]

    waiting = {"state": "OPEN", "settledAt": None, "settledBy": None}
    assert told["results"] == [
        {"id": pair, "changed": True, "pair": waiting, "problem": None},
        {"id": pair, "changed": False, "pair": waiting, "problem": None},
    ]
    assert (await listed(database, "OPEN"), await listed(database, "DISMISSED")) == ([pair], [])
    assert [run.counts for run in await runs_of(database)][-1] == {"received": 2, "reopened": 1, "unchanged": 1}


async def test_each_pair_is_judged_by_itself(database):
    pair = await make_pair(database)
    unknown = ["contact_a.contact_b", "contact_a", "", "\x00.\x00", ".".join(reversed(pair.split(".")))]

    told = (await ask(database, DISMISS, ids=[*unknown, pair]))["dismissPossibleDuplicates"]

    assert (told["matched"], told["changed"], told["failed"]) == (6, 1, 5)
    assert [each["problem"] for each in told["results"]] == [
        *[{"code": NotFound.code, "message": "Possible duplicate not found"}] * 5, None,
    ]  # fmt: skip
    assert await states(database) == ["dismissed"]


async def test_all_or_nothing_dismisses_nothing_where_one_pair_is_unknown(database):
    pair = await make_pair(database)
    runs = len(await runs_of(database))

    told = await ask(database, DISMISS, ids=[pair, "contact_a.contact_b"], errorPolicy="ALL_OR_NOTHING")

    results = told["dismissPossibleDuplicates"]["results"]
    assert [(each["changed"], each["problem"]["code"]) for each in results] == [
        (False, "NOT_DONE"),
        (False, "NOT_FOUND"),
    ]
    assert await states(database) == ["open"]
    assert len(await runs_of(database)) == runs


async def test_trying_it_out_dismisses_nothing(database):
    pair = await make_pair(database)

    told = (await ask(database, DISMISS, ids=[pair], dryRun=True))["dismissPossibleDuplicates"]

    assert (told["changeSetId"], told["changed"]) == (None, 1)
    assert await states(database) == ["open"]
