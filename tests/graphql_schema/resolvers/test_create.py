"""Creating: each record once, and careful recognition of those that are there already."""

import asyncio

import pytest

from models.fields.mapping import Entity
from models.ledger.external_link import ExternalLink
from tests.factories import (
    ANN,
    configure,
    create,
    decisions_of,
    delete,
    duplicates_of,
    edit,
    fields_of,
    history_of,
    ids_of,
    keys_of,
    lead,
    links_of,
    make_company,
    make_contact,
    rows_of,
    runs_of,
    sync,
)

COMPANY = Entity.COMPANY


async def test_unknown_lead_becomes_a_contact(database):
    report = await create(
        database, lead("lead-1", email="ada@example.com", firstName="Ada", tags=["warm"], city=None, shoeSize=38)
    )

    outcome = report.outcomes[0]
    assert (outcome.problem, outcome.created, outcome.record_id) == (None, True, (await ids_of(database))[0])
    assert outcome.record_id.startswith("contact_")
    assert await fields_of(database, outcome.record_id) == {
        "email": "ada@example.com", "first_name": "Ada", "tags": ["warm"], "custom": {"shoeSize": 38},
    }  # fmt: skip
    assert await keys_of(database, outcome.record_id) == {("email", "ada@example.com"), ("tag", "warm")}
    link = (await links_of(database))["lead-1"]
    assert (link.record_id, link.strategy, link.shadow) == (
        outcome.record_id, "created", {"email": "ada@example.com", "firstName": "Ada", "tags": ["warm"]},
    )  # fmt: skip


async def test_history_of_a_new_record_begins_with_its_first_values(database):
    report = await create(database, lead("lead-1", email="ada@example.com", shoeSize=38))

    (change,) = await history_of(database, report.outcomes[0].record_id)
    assert (change.version, change.run_id, change.source) == (1, report.run_id, "enginy")
    assert change.fields == {"email": {"old": None, "new": "ada@example.com"}}
    assert change.custom_fields == {"shoeSize": {"new": 38}}


async def test_created_again_is_the_same_contact_and_no_history(database):
    first = await create(database, lead("lead-1", email="ada@example.com", firstName="Ada"))

    second = await create(database, lead("lead-1", email="ada@example.com", firstName="Ada"))

    assert second.outcomes[0].record_id == first.outcomes[0].record_id
    assert (second.outcomes[0].created, second.outcomes[0].changed) == (False, False)
    assert len(await ids_of(database)) == 1
    assert len(await history_of(database, first.outcomes[0].record_id)) == 1
    assert (await decisions_of(database, second.run_id))[0]["outcome"] == "unchanged"


async def test_known_external_id_updates_its_contact_and_null_clears_nothing(database):
    ada = await make_contact(database, email="ada@example.com", title="Engineer", city="London", external_id="lead-1")
    await make_contact(database, email="new@example.com")

    report = await create(database, lead("lead-1", email="new@example.com", title="CTO", city=None, tier="gold"))

    assert (report.outcomes[0].record_id, report.outcomes[0].created) == (ada.id, False)
    assert await fields_of(database, ada.id) == {
        "email": "new@example.com", "title": "CTO", "city": "London", "custom": {"tier": "gold"},
    }  # fmt: skip
    assert (await decisions_of(database, report.run_id))[0]["outcome"] == "updated"


@pytest.mark.parametrize(
    ("theirs", "strategy"),
    [({"email": "ADA@example.com"}, "email"), ({"linkedinUrl": "https://www.linkedin.com/in/Ada/"}, "linkedin")],
)
async def test_lead_recognized_by(database, theirs, strategy):
    ada = await make_contact(
        database, email="ada@example.com", linkedin_url="linkedin.com/in/ada", title="CTO", custom={"tier": "gold"}
    )

    report = await create(
        database, lead("lead-1", **theirs, title="Engineer", city="London", tier="silver", size=3, bio="", phone=None)
    )

    assert (report.outcomes[0].record_id, report.outcomes[0].created) == (ada.id, False)
    found = await fields_of(database, ada.id)
    assert found == {
        "email": "ada@example.com", "linkedin_url": "linkedin.com/in/ada", "title": "CTO", "city": "London",
        "custom": {"tier": "gold", "size": 3},
    }  # fmt: skip
    (decision,) = await decisions_of(database, report.run_id)
    name, value = next(iter(theirs.items()))
    assert (decision["outcome"], decision["strategy"]) == ("linked", strategy)
    assert decision["differs"] == {name: value, "title": "Engineer", "tier": "silver"}
    assert (await links_of(database))["lead-1"].record_id == ada.id


@pytest.mark.parametrize("theirs", [{"domain": "www.acme.com"}, {"linkedinUrl": "linkedin.com/company/ACME"}])
async def test_company_is_recognized_by(database, theirs):
    acme = await make_company(database, domain="acme.com", linkedin_url="linkedin.com/company/acme")

    report = await create(database, lead("company-1", **theirs, name="Acme"), entity=COMPANY)

    assert report.outcomes[0].record_id == acme.id
    assert (await fields_of(database, acme.id, COMPANY))["name"] == "Acme"


async def test_company_of_the_same_name_alone_is_a_new_one_and_a_possible_duplicate(database):
    acme = await make_company(database, name="Acme Inc")

    report = await create(database, lead("company-1", name="Acme"), entity=COMPANY)

    new = report.outcomes[0].record_id
    assert (report.outcomes[0].created, new == acme.id) == (True, False)
    assert await duplicates_of(database) == [({acme.id, new}, "name")]


async def test_same_telephone_alone_is_a_new_contact_and_a_possible_duplicate(database):
    ada = await make_contact(database, email="ada@example.com", phone="+15550123")

    report = await create(database, lead("lead-1", firstName="Bob", mobilePhone="+1 555 0123"))

    new = report.outcomes[0].record_id
    assert (report.outcomes[0].created, new == ada.id) == (True, False)
    assert await fields_of(database, ada.id) == {"email": "ada@example.com", "phone": "+15550123"}
    assert await duplicates_of(database) == [({ada.id, new}, "phone")]


async def test_email_recognizes_even_where_telephones_are_asked_first(database):
    await configure(database, contact_match_order=["phone", "email"])
    ada = await make_contact(database, email="ada@example.com", phone="+15550123")
    other = await make_contact(database, phone="+15550199")

    report = await create(database, lead("lead-1", email="ada@example.com", phone="+15550199"))

    assert (report.outcomes[0].record_id, report.outcomes[0].created) == (ada.id, False)
    assert await duplicates_of(database) == [({ada.id, other.id}, "phone")]


async def test_two_owners_of_the_email_are_an_error_and_nothing_is_made(database):
    await make_contact(database, email="team@example.com")
    await make_contact(database, email="team@example.com")

    report = await create(database, lead("lead-1", email="team@example.com"), lead("lead-2", email="bob@example.com"))

    assert str(report.outcomes[0].problem) == "Duplicate email found - multiple contacts match"
    assert (report.outcomes[0].record_id, report.outcomes[1].created) == (None, True)
    assert len(await ids_of(database)) == 3
    assert sorted(await links_of(database)) == ["lead-2"]
    assert [run.status for run in await runs_of(database)] == ["partly"]


async def test_later_leads_of_a_batch_meet_what_earlier_ones_made(database):
    report = await create(
        database,
        lead("lead-1", email="ada@example.com", firstName="Ada"),
        lead("lead-2", email="ADA@example.com", city="London"),
        lead("lead-1", email="ada@example.com", firstName="Augusta"),
        lead("lead-3", firstName="Bob"),
    )

    ada, same, again, bob = (each.record_id for each in report.outcomes)
    assert (same, again, bob == ada) == (ada, ada, False)
    assert await ids_of(database) == [ada, bob]
    assert await fields_of(database, ada) == {"email": "ada@example.com", "first_name": "Augusta", "city": "London"}
    assert {name: link.record_id for name, link in (await links_of(database)).items()} == {
        "lead-1": ada, "lead-2": ada, "lead-3": bob,
    }  # fmt: skip
    assert [change.version for change in await history_of(database, ada)] == [1, 2, 3]


async def test_lead_without_identifiers_is_made_each_time_it_has_another_external_id(database):
    report = await create(database, lead("lead-1", firstName="Ada"), lead("lead-2", firstName="Ada"))

    assert len({each.record_id for each in report.outcomes}) == 2
    assert await duplicates_of(database) == []


async def test_lead_of_a_deleted_contact_is_made_anew_and_its_link_moves(database):
    first = (await create(database, lead("lead-1", email="ada@example.com"))).outcomes[0].record_id
    await delete(database, first)

    report = await create(database, lead("lead-1", email="ada@example.com"))

    second = report.outcomes[0].record_id
    assert (report.outcomes[0].created, second == first) == (True, False)
    assert [(link.external_id, link.record_id) for link in await rows_of(database, ExternalLink)] == [
        ("lead-1", second)
    ]


async def test_person_is_refused_what_is_there_and_may_insist(database):
    ada = await make_contact(database, email="ada@example.com")

    refused = await create(database, lead(email="ada@example.com"), actor=ANN)
    made = await create(database, lead(email="ada@example.com"), actor=ANN, allow_duplicates=True)

    assert (refused.outcomes[0].problem.code, refused.outcomes[0].problem.record_ids) == ("ALREADY_EXISTS", (ada.id,))
    assert refused.outcomes[0].record_id is None
    assert (made.outcomes[0].created, made.outcomes[0].problem) == (True, None)
    assert len(await ids_of(database)) == 2
    assert await duplicates_of(database) == [({ada.id, made.outcomes[0].record_id}, "email")]


async def test_first_values_of_a_person_are_no_corrections(database):
    ada = (await create(database, lead(email="ada@example.com", title="CTO"), actor=ANN)).outcomes[0].record_id
    await sync(database, lead("lead-1", email="ada@example.com", title="Engineer"))
    await edit(database, ada, city="London")

    report = await create(database, lead("lead-1", email="ada@example.com", title="Engineer"))

    assert report.outcomes[0].kept_here == ()
    assert (await fields_of(database, ada))["title"] == "Engineer"


async def test_dry_run_answers_and_makes_nothing(database):
    report = await create(database, lead("lead-1", email="ada@example.com"), dry_run=True)

    assert (report.run_id, report.outcomes[0].created) == (None, True)
    assert (await ids_of(database), await links_of(database), await runs_of(database)) == ([], {}, [])


async def test_four_parallel_creates_of_one_lead_make_one_contact(database):
    found = []

    for number in range(25):
        same = {"email": f"ada{number}@example.com", "phone": "+15550123"}
        reports = await asyncio.gather(*(create(database, lead(f"lead-{number}", **same)) for _ in range(4)))
        found.append({report.outcomes[0].record_id for report in reports})

    assert [len(ids) for ids in found] == [1] * 25
    assert len(await ids_of(database)) == 25


async def test_parallel_creates_of_one_person_under_different_external_ids_make_one_contact(database):
    reports = await asyncio.gather(
        *(create(database, lead(f"lead-{number}", email="ada@example.com")) for number in range(8))
    )

    assert len({report.outcomes[0].record_id for report in reports}) == 1
    assert len(await ids_of(database)) == 1
    assert len(await links_of(database)) == 8


async def test_parallel_batches_in_opposite_order_never_lock_each_other_out(database):
    leads = [lead(f"lead-{number}", email=f"p{number}@example.com", seen=number) for number in range(40)]

    reports = await asyncio.gather(*(create(database, *leads[:: 1 if turn % 2 else -1]) for turn in range(6)))

    assert [each.problem for report in reports for each in report.outcomes] == [None] * 240
    assert len(await ids_of(database)) == 40
