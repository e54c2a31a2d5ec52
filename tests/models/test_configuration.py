"""Decisions of the team: the defaults are the safest, and what makes no sense is refused by name."""

import pytest

from models.configuration import DEFAULTS, Configuration, SyncBackProperty, from_stored, load_configuration
from models.errors import InvalidInput
from models.identity.keys import KeyKind
from tests.factories import configure


async def test_without_decisions_the_defaults_hold(database):
    async with database.read() as session:
        found = await load_configuration(session)

    assert found == Configuration()
    assert [each.property for each in found.contact_sync_back] == [
        "leadScore", "lifecycleStage", "lastActivityDate", "owner",
    ]  # fmt: skip
    assert (found.null_safety, found.stale_copies, found.shared_limit) == ("echo", "keep_ours", 20)
    assert found.contact_match_order == (KeyKind.EMAIL, KeyKind.LINKEDIN, KeyKind.PHONE)


async def test_decisions_come_back_as_they_were_stored(database):
    decided = {
        "contact_sync_back": [["tier", "custom:tier"], ["labels", "tags"]],
        "company_match_order": ["domain_name", "domain"],
        "null_safety": "omit",
        "stale_copies": "enginy_wins",
        "weak_matches": "refuse",
        "shared_limit": 5,
        "base_currency": "usd",
        "deal_stages": [" First call ", "Offer"],
    }
    await configure(database, **decided)
    await configure(database, shared_limit=7)

    async with database.read() as session:
        found = await load_configuration(session)

    assert found.contact_sync_back == (SyncBackProperty("tier", "custom:tier"), SyncBackProperty("labels", "tags"))
    assert found.company_match_order == (KeyKind.DOMAIN_NAME, KeyKind.DOMAIN)
    assert (found.null_safety, found.stale_copies, found.weak_matches) == ("omit", "enginy_wins", "refuse")
    assert found.deal_stages == ("First call", "Offer")
    assert (found.shared_limit, found.base_currency, found.company_sync_back) == (7, "USD", ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("null_safety", "clear"),
        ("null_safety", None),
        ("stale_copies", ""),
        ("shared_limit", 0),
        ("shared_limit", True),
        ("shared_limit", 1001),
        ("base_currency", "EURO"),
        ("base_currency", "E1R"),
        ("deal_stages", []),
        ("deal_stages", ["A", "a "]),
        ("deal_stages", ["A", " "]),
        ("deal_stages", ["A", 1]),
        ("deal_stages", [str(number) for number in range(31)]),
        ("deal_stages", ["x" * 256]),
        ("deal_stages", "Qualified"),
        ("contact_match_order", []),
        ("contact_match_order", ["email", "email"]),
        ("contact_match_order", ["domain"]),
        ("contact_match_order", ["tag"]),
        ("company_match_order", ["email"]),
        ("contact_sync_back", [["x", "nothing"]]),
        ("contact_sync_back", [["x", "custom:"]]),
        ("contact_sync_back", [["", "title"]]),
        ("contact_sync_back", [["crmId", "title"]]),
        ("contact_sync_back", [["externalId", "title"]]),
        ("contact_sync_back", [["x", "title"], ["x", "city"]]),
        ("contact_sync_back", [["x", "name"]]),
        ("company_sync_back", [["x", "email"]]),
    ],
)
def test_decision_that_makes_no_sense_is_refused_by_name(name, value):
    with pytest.raises(InvalidInput) as refused:
        from_stored({name: value})

    assert refused.value.field == name


def test_names_that_a_newer_release_stored_are_left_alone():
    assert from_stored({"something_new": 1}) == DEFAULTS
