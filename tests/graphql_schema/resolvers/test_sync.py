"""Syncing: what is remembered of a lead, and when the last decision may stand."""

from models.ledger.external_link import ExternalLink
from models.ledger.possible_duplicate import PossibleDuplicate
from tests.factories import (
    LONG_AGO,
    NOW,
    Clock,
    add,
    decisions_of,
    delete,
    duplicates_of,
    edit,
    fields_of,
    history_of,
    lead,
    links_of,
    make_contact,
    make_link,
    properties_of,
    put,
    rows_of,
    sync,
)


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
