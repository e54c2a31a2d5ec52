"""Decisions about syncing, and the match keys that follow them."""

import pytest

from graphql_schema.resolvers.configuration import ensure_match_keys
from models.configuration import StoredSetting
from models.database.engine import Database
from models.fields.mapping import Entity
from models.identity.derivation import KeyRules
from models.identity.keys import KeyKind
from models.identity.rekeying import rebuild_keys
from models.records import KINDS
from tests.factories import NOW, context, delete, keys_of, make_company, make_contact, rows_of, runs_of
from tests.graphql_schema.asking import ask

FIELDS = """contactSyncBack { property field } companySyncBack { property field } contactMatchOrder companyMatchOrder
  nullSafety staleCopies weakMatches sharedLimit baseCurrency dealStages"""
READ = f"{{ configuration {{ {FIELDS} }} }}"
CHANGE = f"""mutation($changes: ConfigurationChanges!, $dryRun: Boolean! = false) {{
  updateConfiguration(changes: $changes, dryRun: $dryRun) {{ ... on ConfigurationChanged {{
    changeSetId run {{ facts counts {{ outcome count }} }} configuration {{ {FIELDS} }} }}
    ... on Problem {{ code message }} ... on InvalidInputProblem {{ field }} }} }}"""
DEFAULT = {
    "contactSyncBack": [
        {"property": "leadScore", "field": "leadScore"}, {"property": "lifecycleStage", "field": "lifecycleStage"},
        {"property": "lastActivityDate", "field": "lastActivityAt"}, {"property": "owner", "field": "ownerId"},
    ],
    "companySyncBack": [], "contactMatchOrder": ["EMAIL", "LINKEDIN", "PHONE"],
    "companyMatchOrder": ["DOMAIN", "LINKEDIN", "NAME"], "nullSafety": "ECHO", "staleCopies": "KEEP_OURS",
    "weakMatches": "ANSWER", "sharedLimit": 20, "baseCurrency": "EUR",
    "dealStages": ["Qualified", "Proposal", "Negotiation"],
}  # fmt: skip


async def change(database: Database, *, dry_run: bool = False, **changes):
    return (await ask(database, CHANGE, changes=changes, dryRun=dry_run))["updateConfiguration"]


async def test_defaults_hold_until_somebody_decides(database):
    assert await ask(database, READ) == {"configuration": DEFAULT}


async def test_absent_is_left_alone_null_is_the_default_and_a_value_sets(database):
    wanted = [{"property": "score", "field": "leadScore"}, {"property": "budget", "field": "custom:budget"}]
    await change(database, contactSyncBack=wanted, nullSafety="OMIT", sharedLimit=5)

    changed = await change(database, nullSafety=None, baseCurrency="usd", dealStages=["Offer"])

    assert changed["configuration"] == {
        **DEFAULT, "contactSyncBack": wanted, "sharedLimit": 5, "baseCurrency": "USD", "dealStages": ["Offer"]
    }  # fmt: skip
    assert changed["run"]["facts"] == {
        "null_safety": {"old": "omit", "new": "echo"}, "base_currency": {"old": "EUR", "new": "USD"},
        "deal_stages": {"old": ["Qualified", "Proposal", "Negotiation"], "new": ["Offer"]},
    }  # fmt: skip
    assert await ask(database, READ) == {"configuration": changed["configuration"]}


async def test_answers_follow_the_configuration(database):
    await make_contact(database, email="ada@example.com", lead_score=85, custom={"budget": 10**20})
    await change(
        database, nullSafety="OMIT",
        contactSyncBack=[{"property": "score", "field": "leadScore"}, {"property": "money", "field": "custom:budget"}],
    )  # fmt: skip

    answer = await ask(
        database,
        'mutation { syncContacts(leads: [{ externalId: "7", email: "ada@example.com" }]) { results { properties } } }',
    )

    assert answer["syncContacts"]["results"] == [{"properties": {"score": 85, "money": 10**20}}]


async def test_nothing_changed_is_told(database):
    changed = await change(database, sharedLimit=20)

    assert changed["run"]["facts"] == {}
    assert changed["run"]["counts"] == [{"outcome": "received", "count": 1}, {"outcome": "unchanged", "count": 1}]


async def test_dry_run_decides_nothing(database):
    changed = await change(database, sharedLimit=5, contactMatchOrder=["NAME_COMPANY"], dry_run=True)

    assert (changed["changeSetId"], changed["configuration"]["sharedLimit"]) == (None, 5)
    assert await ask(database, READ) == {"configuration": DEFAULT}
    assert await rows_of(database, StoredSetting) == []
    assert await runs_of(database) == []


@pytest.mark.parametrize(
    ("changes", "message", "field"),
    [
        pytest.param(
            {"sharedLimit": 0}, "sharedLimit must be a whole number from 1 to 1000", "sharedLimit", id="limit"
        ),
        pytest.param(
            {"baseCurrency": "euro"}, "baseCurrency must be a three-letter currency code such as EUR", "baseCurrency",
            id="currency",
        ),
        pytest.param(
            {"contactMatchOrder": []}, "contactMatchOrder must name at least one kind of identifier",
            "contactMatchOrder", id="empty-order",
        ),
        pytest.param(
            {"contactMatchOrder": ["EMAIL", "EMAIL"]}, "contactMatchOrder names 'email' twice",
            "contactMatchOrder", id="kind-twice",
        ),
        pytest.param(
            {"contactSyncBack": [{"property": "crmId", "field": "email"}]}, "'crmId' cannot be the name of a property",
            "contactSyncBack", id="reserved-property",
        ),
        pytest.param(
            {"companySyncBack": [{"property": "x", "field": "name"}, {"property": "x", "field": "domain"}]},
            "companySyncBack names a property twice", "companySyncBack", id="property-twice",
        ),
    ],
)  # fmt: skip
async def test_decision_that_cannot_be_is_refused_whole(database, changes, message, field):
    refused = await change(database, **changes, weakMatches="REFUSE")

    assert refused == {"code": "INVALID_INPUT", "message": message, "field": field}
    assert await ask(database, READ) == {"configuration": DEFAULT}
    assert await runs_of(database) == []


async def test_unknown_field_names_those_there_are(database):
    refused = await change(database, companySyncBack=[{"property": "x", "field": "nmae"}])

    assert refused["message"] == (
        "There is no field 'nmae'; known are companyType, description, domain, foundedYear, industry, lastActivityAt, "
        "linkedinUrl, location, name, numberOfEmployees, ownerId, revenue, tags, technologiesUsed, website and "
        "custom:NAME"
    )
    assert (refused["code"], refused["field"]) == ("INVALID_INPUT", "field")


async def test_match_order_with_a_composite_rebuilds_the_keys_before_it_answers(database):
    ada = await make_contact(database, first_name="Ada", last_name="Lovelace", company_name="Engines")
    gone = await make_contact(database, first_name="Eve", company_name="Engines")
    await delete(database, gone.id)
    assert await keys_of(database, ada.id) == set()

    await change(database, contactMatchOrder=["EMAIL", "NAME_COMPANY"])

    assert await keys_of(database, ada.id) == {("name_company", "ada lovelace | engines")}
    assert await keys_of(database, gone.id) == set()
    answer = await ask(
        database,
        """mutation { syncContacts(leads: [{ externalId: "7", fullName: "Ada Lovelace", companyName: "Engines" }]) {
            results { id decision { strategy } } } }""",
    )
    assert answer["syncContacts"]["results"] == [{"id": ada.id, "decision": {"strategy": "name_company"}}]
    assert [run.act for run in await runs_of(database)] == [
        "update_configuration",
        "rebuild_match_keys",
        "sync_contacts",
    ]

    await change(database, contactMatchOrder=["EMAIL"])
    assert await keys_of(database, ada.id) == set()


async def test_order_of_the_same_kinds_rebuilds_nothing(database):
    await ensure_match_keys(context(database))

    await change(database, contactMatchOrder=["PHONE", "EMAIL", "LINKEDIN"])

    assert [run.act for run in await runs_of(database)] == ["rebuild_match_keys", "update_configuration"]


async def test_another_region_of_telephone_numbers_is_noticed(database):
    ada = await make_contact(database, phone="020 8366 1177")
    before = await keys_of(database, ada.id)
    first = await ensure_match_keys(context(database))

    report = await ensure_match_keys(context(database, region="GB"))

    assert first is not None
    assert report is not None
    assert (first.rekeyed.added, first.rekeyed.removed) == (0, 0)
    assert await keys_of(database, ada.id) == {("phone", "+442083661177")} != before
    assert (report.rekeyed.records, report.rekeyed.added, report.rekeyed.removed) == (1, 1, len(before))
    assert await ensure_match_keys(context(database, region="GB")) is None


async def test_rebuilding_mends_what_is_missing_and_takes_away_what_is_too_much(database):
    ada, engines = await make_contact(database, email="ada@example.com"), await make_company(database, name="Engines")
    async with database.write() as session:
        await session.delete_rows(KINDS[Entity.CONTACT].keys, [("email", "ada@example.com", ada.id)])
        columns = ("kind", "value", "record_id", "added_at")
        await session.insert_rows(KINDS[Entity.COMPANY].keys, columns, [("domain", "other.example", engines.id, NOW)])

    answer = await ask(
        database, "mutation { rebuildMatchKeys { ... on MatchKeysRebuilt { records added removed run { act } } } }"
    )

    assert answer == {
        "rebuildMatchKeys": {"records": 2, "added": 1, "removed": 1, "run": {"act": "rebuild_match_keys"}}
    }
    assert await keys_of(database, ada.id) == {("email", "ada@example.com")}
    assert await keys_of(database, engines.id, Entity.COMPANY) == {("name", "engines")}


async def test_rebuilding_goes_through_records_slice_by_slice(database):
    people = [
        await make_contact(database, email=f"{number}@example.com", company_name="Engines") for number in range(5)
    ]
    rules = KeyRules(None, frozenset((KeyKind.EMAIL, KeyKind.EMAIL_COMPANY)))

    done = await rebuild_keys(database, Entity.CONTACT, rules, now=NOW, slice_size=2)
    again = await rebuild_keys(database, Entity.CONTACT, rules, now=NOW, slice_size=2)

    assert (done.records, done.added, done.removed) == (5, 5, 0)
    assert (again.records, again.added, again.removed) == (5, 0, 0)
    assert await keys_of(database, people[4].id) == {
        ("email", "4@example.com"), ("email_company", "4@example.com | engines")
    }  # fmt: skip
