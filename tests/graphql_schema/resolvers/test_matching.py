"""Which record a lead means: by what it is found, in which order, and where that is ambiguous or weak."""

import pytest

from models.fields.mapping import Entity
from tests.factories import (
    configure,
    decisions_of,
    delete,
    duplicates_of,
    lead,
    links_of,
    make_company,
    make_contact,
    sync,
)

COMPANY = Entity.COMPANY


@pytest.mark.parametrize(
    ("ours", "theirs", "strategy", "value"),
    [
        pytest.param(
            {"email": "Ada@Example.com"}, {"email": " ADA@example.COM "}, "email", "ada@example.com", id="email"
        ),
        pytest.param(
            {"linkedin_url": "https://linkedin.com/in/ada"},
            {"linkedinUrl": "http://www.linkedin.com/in/ADA/?trk=x"},
            "linkedin",
            "in/ada",
            id="linkedin",
        ),
        pytest.param({"phone": "+1-555-0123"}, {"phone": "+1 (555) 0123"}, "phone", "+15550123", id="phone"),
        pytest.param({"phone": "+1-555-0123"}, {"mobilePhone": "+15550123"}, "phone", "+15550123", id="their mobile"),
        pytest.param({"mobile_phone": "+15550123"}, {"phone": "+1.555.0123"}, "phone", "+15550123", id="our mobile"),
    ],
)
async def test_contact_is_found_by(database, ours, theirs, strategy, value):
    ada = await make_contact(database, **ours)

    report = await sync(database, lead("lead-1", **theirs))

    assert report.outcomes[0].record_id == ada.id
    assert (report.outcomes[0].decision.strategy, report.outcomes[0].decision.value) == (strategy, value)
    assert await decisions_of(database, report.run_id) == [
        {
            "outcome": "matched", "externalId": "lead-1", "recordId": ada.id, "strategy": strategy, "value": value,
            "candidates": [ada.id],
        }
    ]  # fmt: skip
    assert {name: link.record_id for name, link in (await links_of(database)).items()} == {"lead-1": ada.id}


@pytest.mark.parametrize(
    ("ours", "theirs", "strategy", "value"),
    [
        pytest.param(
            {"domain": "acme.com"}, {"domain": "https://WWW.Acme.com/about"}, "domain", "acme.com", id="domain"
        ),
        pytest.param({"website": "www.acme.com"}, {"domain": "acme.com"}, "domain", "acme.com", id="our website"),
        pytest.param(
            {"linkedin_url": "linkedin.com/company/acme"},
            {"linkedinUrl": "https://de.linkedin.com/company/ACME/"},
            "linkedin",
            "company/acme",
            id="linkedin",
        ),
        pytest.param({"name": "Acme, Inc."}, {"name": "The ACME Company"}, "name", "acme", id="name"),
    ],
)
async def test_company_is_found_by(database, ours, theirs, strategy, value):
    acme = await make_company(database, **ours)

    report = await sync(database, lead("company-1", **theirs), entity=COMPANY)

    assert report.outcomes[0].record_id == acme.id
    assert (report.outcomes[0].decision.strategy, report.outcomes[0].decision.value) == (strategy, value)


async def test_company_is_tried_by_domain_then_linkedin_then_name(database):
    by_domain = await make_company(database, domain="acme.com")
    by_page = await make_company(database, linkedin_url="linkedin.com/company/acme")
    by_name = await make_company(database, name="Acme")
    page, name = {"linkedinUrl": "linkedin.com/company/acme"}, {"name": "Acme Ltd"}

    report = await sync(
        database,
        lead("1", domain="acme.com", **page, **name),
        lead("2", domain="other.com", **page, **name),
        lead("3", domain="other.com", linkedinUrl="linkedin.com/company/other", **name),
        entity=COMPANY,
    )

    assert [each.record_id for each in report.outcomes] == [by_domain.id, by_page.id, by_name.id]


async def test_nobody_matches_is_no_error_and_no_link(database):
    await make_contact(database, email="ada@example.com")

    report = await sync(database, lead("lead-1", email="bob@example.com"))

    assert (report.outcomes[0].record_id, report.outcomes[0].problem) == (None, None)
    assert await decisions_of(database, report.run_id) == [{"outcome": "unmatched", "externalId": "lead-1"}]
    assert await links_of(database) == {}


async def test_earlier_strategy_wins_and_the_pair_is_a_possible_duplicate(database):
    by_email = await make_contact(database, email="ada@example.com")
    by_profile = await make_contact(database, linkedin_url="linkedin.com/in/ada")

    report = await sync(database, lead("lead-1", email="ada@example.com", linkedinUrl="linkedin.com/in/ada"))

    assert report.outcomes[0].record_id == by_email.id
    assert await duplicates_of(database) == [({by_email.id, by_profile.id}, "linkedin")]


async def test_order_of_strategies_is_a_setting(database):
    await configure(database, contact_match_order=["linkedin", "email"])
    await make_contact(database, email="ada@example.com", phone="+15550123")
    by_profile = await make_contact(database, linkedin_url="linkedin.com/in/ada")

    report = await sync(
        database,
        lead("lead-1", email="ada@example.com", linkedinUrl="linkedin.com/in/ada"),
        lead("lead-2", phone="+15550123"),
    )

    assert [each.record_id for each in report.outcomes] == [by_profile.id, None]


async def test_several_owners_are_narrowed_by_the_other_identifiers(database):
    await make_contact(database, email="team@example.com", phone="+15550100")
    wanted = await make_contact(database, email="team@example.com", phone="+15550123")

    report = await sync(database, lead("lead-1", email="team@example.com", phone="+15550123"))

    decision = report.outcomes[0].decision
    assert (report.outcomes[0].record_id, decision.strategy, decision.narrowed_by) == (wanted.id, "email", "phone")


@pytest.mark.parametrize(
    ("ours", "theirs", "problem"),
    [
        pytest.param(
            {"email": "a@example.com"}, {"email": "a@example.com"},
            "Duplicate email found - multiple contacts match", id="email",
        ),
        pytest.param(
            {"linkedin_url": "linkedin.com/in/ada"}, {"linkedinUrl": "linkedin.com/in/ada"},
            "Duplicate LinkedIn URL found - multiple contacts match", id="linkedin",
        ),
        pytest.param(
            {"phone": "+15550123"}, {"mobilePhone": "+15550123"},
            "Duplicate phone found - multiple contacts match", id="phone",
        ),
    ],
)  # fmt: skip
async def test_two_owners_that_nothing_tells_apart_are_an_error(database, ours, theirs, problem):
    one, other = await make_contact(database, **ours), await make_contact(database, **ours)

    report = await sync(database, lead("lead-1", **theirs))

    outcome = report.outcomes[0]
    assert (outcome.record_id, outcome.problem.code, str(outcome.problem)) == (None, "AMBIGUOUS_MATCH", problem)
    assert outcome.decision.candidates == tuple(sorted((one.id, other.id)))
    assert await links_of(database) == {}


async def test_ambiguous_email_is_not_settled_by_a_later_strategy_that_names_a_third(database):
    await make_contact(database, email="team@example.com")
    await make_contact(database, email="team@example.com")
    await make_contact(database, phone="+15550123")

    report = await sync(database, lead("lead-1", email="team@example.com", phone="+15550123"))

    assert str(report.outcomes[0].problem) == "Duplicate email found - multiple contacts match"
    assert report.outcomes[0].record_id is None


async def test_value_shared_too_widely_decides_nothing(database):
    await configure(database, shared_limit=2)
    for _ in range(3):
        await make_contact(database, email="info@example.com")
    ada = await make_contact(database, linkedin_url="linkedin.com/in/ada")

    report = await sync(
        database,
        lead("lead-1", email="info@example.com"),
        lead("lead-2", email="info@example.com", linkedinUrl="linkedin.com/in/ada"),
    )

    assert report.outcomes[0].record_id is None
    assert str(report.outcomes[0].problem) == "More than 2 contacts share this email; it decides nothing"
    assert (report.outcomes[1].record_id, report.outcomes[1].problem) == (ada.id, None)


async def test_placeholders_match_nobody(database):
    await make_contact(database, email="n/a", phone="0000000", linkedin_url="-")

    report = await sync(database, lead("lead-1", email="n/a", phone="0000000", linkedinUrl="-"))

    assert (report.outcomes[0].record_id, report.outcomes[0].problem) == (None, None)


async def test_phone_alone_is_weak_where_the_emails_differ_and_makes_no_link(database):
    ada = await make_contact(database, email="ada@example.com", phone="+15550123")

    report = await sync(database, lead("lead-1", email="bob@example.com", phone="+15550123"))

    assert (report.outcomes[0].record_id, report.outcomes[0].decision.weak) == (ada.id, True)
    assert await links_of(database) == {}


async def test_phone_alone_is_strong_enough_where_no_email_contradicts(database):
    ada = await make_contact(database, email="ada@example.com", phone="+15550123")
    bob = await make_contact(database, phone="+15550199")

    report = await sync(
        database, lead("lead-1", phone="+15550123"), lead("lead-2", email="bob@example.com", phone="+15550199")
    )

    assert [each.decision.weak for each in report.outcomes] == [False, False]
    assert {name: link.record_id for name, link in (await links_of(database)).items()} == {
        "lead-1": ada.id,
        "lead-2": bob.id,
    }


async def test_company_name_alone_is_weak_where_the_domains_differ(database):
    acme = await make_company(database, name="Acme", domain="acme.com")

    report = await sync(
        database, lead("1", name="Acme Inc", domain="acme.example"), lead("2", name="Acme Inc"), entity=COMPANY
    )

    assert [each.record_id for each in report.outcomes] == [acme.id, acme.id]
    assert [each.decision.weak for each in report.outcomes] == [True, False]
    assert list(await links_of(database)) == ["2"]


async def test_weak_matches_can_be_refused(database):
    await configure(database, weak_matches="refuse")
    await make_contact(database, email="ada@example.com", phone="+15550123")

    report = await sync(database, lead("lead-1", email="bob@example.com", phone="+15550123"))

    assert (report.outcomes[0].record_id, report.outcomes[0].problem.code) == (None, "WEAK_MATCH")
    assert await links_of(database) == {}


async def test_deleted_record_frees_its_identifiers(database):
    gone = await make_contact(database, email="ada@example.com", phone="+15550123")
    left = await make_contact(database, email="ada@example.com")
    await delete(database, gone.id)

    report = await sync(database, lead("lead-1", email="ada@example.com"), lead("lead-2", phone="+15550123"))

    assert [each.record_id for each in report.outcomes] == [left.id, None]


async def test_email_and_company_tell_apart_who_shares_an_email_where_that_is_wanted(database):
    await configure(database, contact_match_order=["email_company", "email"])
    await make_contact(database, email="sales@example.com", company_name="Acme Inc")
    globex = await make_contact(database, email="sales@example.com", company_name="Globex")

    report = await sync(
        database,
        lead("lead-1", email="sales@example.com", company="GLOBEX GmbH"),
        lead("lead-2", email="sales@example.com", company="Initech"),
    )

    decision = report.outcomes[0].decision
    assert (report.outcomes[0].record_id, decision.strategy, decision.value) == (
        globex.id, "email_company", "sales@example.com | globex",
    )  # fmt: skip
    assert str(report.outcomes[1].problem) == "Duplicate email found - multiple contacts match"


async def test_person_and_company_identify_only_where_that_is_wanted(database):
    ada = {"first_name": "Ada", "last_name": "Lovelace", "company_name": "Acme Inc"}
    theirs = {"fullName": "ADA LOVELACE", "company": "Acme"}
    await make_contact(database, **ada)
    before = await sync(database, lead("lead-1", **theirs))
    await configure(database, contact_match_order=["email", "name_company"])
    known = await make_contact(database, **ada)

    after = await sync(database, lead("lead-1", **theirs))

    assert (before.outcomes[0].record_id, after.outcomes[0].record_id) == (None, known.id)
    assert after.outcomes[0].decision.value == "ada lovelace | acme"
