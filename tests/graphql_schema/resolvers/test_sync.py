"""Syncing: which record a lead means, what is remembered of it, and when the last decision may stand."""

import pytest

from models.fields.mapping import Entity
from models.ledger.external_link import ExternalLink
from models.ledger.possible_duplicate import PossibleDuplicate
from tests.factories import (
    LONG_AGO,
    NOW,
    Clock,
    add,
    configure,
    decisions_of,
    delete,
    duplicates_of,
    edit,
    fields_of,
    history_of,
    lead,
    links_of,
    make_company,
    make_contact,
    make_link,
    properties_of,
    put,
    rows_of,
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


async def test_link_decides_before_every_identifier(database):
    linked = await make_contact(database, email="old@example.com", external_id="lead-1")
    other = await make_contact(database, email="new@example.com")

    report = await sync(database, lead("lead-1", email="new@example.com"))

    assert (report.outcomes[0].record_id, report.outcomes[0].decision.strategy) == (linked.id, "link")
    assert await duplicates_of(database) == [({linked.id, other.id}, "email")]


async def test_two_leads_may_mean_one_record(database):
    ada = await make_contact(database, email="ada@example.com")

    report = await sync(database, lead("lead-1", email="ada@example.com"), lead("lead-2", email="ada@example.com"))

    assert [each.record_id for each in report.outcomes] == [ada.id, ada.id]
    assert sorted(await links_of(database)) == ["lead-1", "lead-2"]


async def test_sync_writes_no_field_of_a_record(database):
    ada = await make_contact(database, email="ada@example.com", title="Engineer")

    await sync(database, lead("lead-1", email="ada@example.com", title="CTO", city="London", shoeSize=38))

    assert await fields_of(database, ada.id) == {"email": "ada@example.com", "title": "Engineer"}
    assert await history_of(database, ada.id) == []


async def test_shadow_is_what_the_lead_named_and_the_next_sync_replaces_it_whole(database):
    await make_contact(database, email="ada@example.com")
    await sync(database, lead("lead-1", email="ada@example.com", city=None, bio="", companySize="1-10", x=1))
    first = (await links_of(database))["lead-1"].shadow

    await sync(database, lead("lead-1", email="ada@example.com", city="London"))

    assert first == {"email": "ada@example.com", "bio": "", "companySize": "1-10"}
    assert (await links_of(database))["lead-1"].shadow == {"email": "ada@example.com", "city": "London"}


async def test_repeated_lead_is_answered_from_its_last_decision(database):
    ada = await make_contact(database, email="ada@example.com", lead_score=85)
    clock = Clock()
    first = await sync(database, lead("lead-1", email="ada@example.com", title="CTO"), clock=clock)
    clock.move(days=1)
    await edit(database, ada.id, leadScore=90)

    second = await sync(database, lead("lead-1", email="ada@example.com", title="CTO"), clock=clock)

    assert await decisions_of(database, second.run_id) == [
        {
            "outcome": "matched", "externalId": "lead-1", "recordId": ada.id, "strategy": "link", "value": "lead-1",
            "reused": True,
        }
    ]  # fmt: skip
    assert properties_of(first.outcomes[0]) == {"email": "ada@example.com", "title": "CTO", "leadScore": 85}
    assert properties_of(second.outcomes[0]) == {"email": "ada@example.com", "title": "CTO", "leadScore": 90}
    assert (await links_of(database))["lead-1"].decided_at == NOW


async def test_decision_is_made_anew_when_another_record_gains_the_leads_email(database):
    ada = await make_contact(database, linkedin_url="linkedin.com/in/ada")
    other = await make_contact(database)
    theirs = {"email": "ada@example.com", "linkedinUrl": "linkedin.com/in/ada"}
    await sync(database, lead("lead-1", **theirs))
    await edit(database, other.id, email="ADA@example.com")

    report = await sync(database, lead("lead-1", **theirs))

    assert report.outcomes[0].record_id == ada.id
    assert await duplicates_of(database) == [({ada.id, other.id}, "email")]
    assert "reused" not in (await decisions_of(database, report.run_id))[0]


async def test_record_that_gains_the_email_of_a_linked_one_is_a_possible_duplicate(database):
    ada = await make_contact(database, email="ada@example.com")
    other = await make_contact(database)
    await sync(database, lead("lead-1", email="ada@example.com"))
    await edit(database, other.id, email="ada@example.com")

    report = await sync(database, lead("lead-1", email="ada@example.com"))

    assert report.outcomes[0].record_id == ada.id
    assert await duplicates_of(database) == [({ada.id, other.id}, "email")]


async def test_link_moves_when_its_record_is_deleted(database):
    gone = await make_contact(database, email="ada@example.com", linkedin_url="linkedin.com/in/ada")
    left = await make_contact(database, linkedin_url="linkedin.com/in/ada", phone="+15550123")
    theirs = {"email": "ada@example.com", "linkedinUrl": "linkedin.com/in/ada"}
    await sync(database, lead("lead-1", **theirs))
    await delete(database, gone.id)

    report = await sync(database, lead("lead-1", **theirs))

    assert (report.outcomes[0].record_id, report.outcomes[0].decision.strategy) == (left.id, "linkedin")
    link = (await links_of(database))["lead-1"]
    assert (link.record_id, link.strategy, link.shadow) == (left.id, "linkedin", theirs)


async def test_lead_whose_record_is_deleted_matches_nobody_if_nobody_is_left(database):
    gone = await make_contact(database, email="ada@example.com")
    await sync(database, lead("lead-1", email="ada@example.com"))
    await delete(database, gone.id)

    report = await sync(database, lead("lead-1", email="ada@example.com"))

    assert (report.outcomes[0].record_id, report.outcomes[0].problem) == (None, None)


async def test_changed_lead_is_decided_anew(database):
    ada = await make_contact(database, email="ada@example.com")
    bob = await make_contact(database, email="bob@example.com")
    await sync(database, lead("lead-1", email="ada@example.com"))

    report = await sync(database, lead("lead-1", email="bob@example.com"))

    assert report.outcomes[0].record_id == ada.id
    assert await duplicates_of(database) == [({ada.id, bob.id}, "email")]
    assert (await links_of(database))["lead-1"].shadow == {"email": "bob@example.com"}


async def test_lead_that_was_put_since_is_read_again(database):
    ada = await make_contact(database, email="ada@example.com")
    await sync(database, lead("lead-1", email="ada@example.com", title="CTO"))
    await put(database, ada.id, title="CEO")

    report = await sync(database, lead("lead-1", email="ada@example.com", title="CTO"))

    assert properties_of(report.outcomes[0]) == {"email": "ada@example.com", "title": "CTO"}
    assert (await links_of(database))["lead-1"].shadow == {"email": "ada@example.com", "title": "CTO"}


async def test_same_external_id_twice_in_one_sync_leaves_one_link_with_the_last(database):
    await make_contact(database, email="ada@example.com")

    report = await sync(
        database, lead("lead-1", email="ada@example.com", title="A"), lead("lead-1", email="ada@example.com", title="B")
    )

    assert [properties_of(each)["title"] for each in report.outcomes] == ["A", "B"]
    assert [link.shadow["title"] for link in await rows_of(database, ExternalLink)] == ["B"]


async def test_dry_run_answers_the_same_and_keeps_nothing(database):
    ada = await make_contact(database, email="ada@example.com", lead_score=85)

    report = await sync(database, lead("lead-1", email="ada@example.com"), dry_run=True)

    assert (report.run_id, report.outcomes[0].record_id) == (None, ada.id)
    assert properties_of(report.outcomes[0]) == {"email": "ada@example.com", "leadScore": 85}
    assert await links_of(database) == {}


async def test_pair_that_a_person_dismissed_is_not_asked_about_again(database):
    ada = await make_contact(database, email="ada@example.com")
    other = await make_contact(database, linkedin_url="linkedin.com/in/ada")
    first, second = sorted((ada.id, other.id))
    await add(
        database,
        PossibleDuplicate(entity="contact", first_id=first, second_id=second, state="dismissed", found_at=LONG_AGO),
    )

    await sync(database, lead("lead-1", email="ada@example.com", linkedinUrl="linkedin.com/in/ada"))

    assert [(each.state, each.found_at) for each in await rows_of(database, PossibleDuplicate)] == [
        ("dismissed", LONG_AGO)
    ]


async def test_clear_that_a_person_asked_for_is_answered_until_enginy_lets_go(database):
    ada = await make_contact(database, email="ada@example.com", phone="+15550123")
    shadow = {"email": "ada@example.com", "phone": "+15550123"}
    await make_link(database, "lead-1", ada.id, shadow=shadow, clears={"phone": "+15550123"})

    first = await sync(database, lead("lead-1", **shadow))
    again = await sync(database, lead("lead-1", **shadow))
    cleared = await sync(database, lead("lead-1", email="ada@example.com"))
    later = await sync(database, lead("lead-1", **shadow))

    assert [properties_of(report.outcomes[0]) for report in (first, again, cleared, later)] == [
        {"email": "ada@example.com", "phone": None},
        {"email": "ada@example.com", "phone": None},
        {"email": "ada@example.com"},
        {"email": "ada@example.com", "phone": "+15550123"},
    ]


async def test_clear_is_settled_by_a_new_value(database):
    ada = await make_contact(database, email="ada@example.com")
    await make_link(database, "lead-1", ada.id, shadow={"phone": "+15550123"}, clears={"phone": "+15550123"})

    report = await sync(database, lead("lead-1", phone="+15550199"))

    assert properties_of(report.outcomes[0]) == {"phone": "+15550199"}
    assert (await links_of(database))["lead-1"].clears == {}
