"""Associations: many companies a contact, one of them the main one, and a pair is made once."""

import asyncio

from graphql_schema.resolvers.associations import Pair, associate_contacts
from models.company import Association
from models.fields.mapping import Entity
from tests.factories import (
    ROBOT,
    context,
    decisions_of,
    delete,
    fields_of,
    history_of,
    make_company,
    make_contact,
    rows_of,
)


async def associate(database, *pairs):
    items = [Pair(fields={}, contact_id=contact_id, company_id=company_id) for contact_id, company_id in pairs]
    return await associate_contacts(context(database, ROBOT), items)


async def pairs_of(database):
    return {(each.contact_id, each.company_id, each.is_main) for each in await rows_of(database, Association)}


async def test_new_pair_is_made_and_its_company_is_the_main_one(database):
    ada, acme, globex = await make_contact(database), await make_company(database), await make_company(database)

    first = await associate(database, (ada.id, acme.id))
    second = await associate(database, (ada.id, globex.id))

    assert (first.created, second.created, second.problems) == (1, 1, {})
    assert await pairs_of(database) == {(ada.id, acme.id, False), (ada.id, globex.id, True)}
    assert [(change.run_id, change.fields) for change in await history_of(database, ada.id)] == [
        (first.run_id, {"main_company_id": {"old": None, "new": acme.id}}),
        (second.run_id, {"main_company_id": {"old": acme.id, "new": globex.id}}),
    ]


async def test_pair_that_exists_is_skipped_silently_and_moves_nothing(database):
    ada, acme, globex = await make_contact(database), await make_company(database), await make_company(database)
    await associate(database, (ada.id, acme.id), (ada.id, globex.id))

    report = await associate(database, (ada.id, acme.id), (ada.id, acme.id))

    assert (report.created, report.problems) == (0, {})
    assert await pairs_of(database) == {(ada.id, acme.id, False), (ada.id, globex.id, True)}
    assert [each["outcome"] for each in await decisions_of(database, report.run_id)] == ["unchanged", "unchanged"]


async def test_several_contacts_may_belong_to_one_company(database):
    ada, bob, acme = await make_contact(database), await make_contact(database), await make_company(database)

    report = await associate(database, (ada.id, acme.id), (bob.id, acme.id), (ada.id, acme.id))

    assert report.created == 2
    assert await pairs_of(database) == {(ada.id, acme.id, True), (bob.id, acme.id, True)}


async def test_last_of_several_companies_in_one_call_is_the_main_one(database):
    ada, acme, globex = await make_contact(database), await make_company(database), await make_company(database)

    report = await associate(database, (ada.id, acme.id), (ada.id, globex.id))

    assert report.created == 2
    assert await pairs_of(database) == {(ada.id, acme.id, False), (ada.id, globex.id, True)}


async def test_pair_with_an_unknown_or_deleted_record_fails_alone(database):
    ada, gone, acme = await make_contact(database), await make_contact(database), await make_company(database)
    closed = await make_company(database)
    await delete(database, gone.id)
    await delete(database, closed.id, Entity.COMPANY)

    report = await associate(
        database, ("contact_none", acme.id), (gone.id, acme.id), (ada.id, "company_none"), (ada.id, closed.id),
        (acme.id, ada.id), (ada.id, acme.id),
    )  # fmt: skip

    assert {index: str(problem) for index, problem in report.problems.items()} == {
        0: "Contact not found", 1: "Contact not found", 2: "Company not found", 3: "Company not found",
        4: "Contact not found",
    }  # fmt: skip
    assert report.created == 1
    assert await pairs_of(database) == {(ada.id, acme.id, True)}


async def test_association_sets_no_field_of_either_side(database):
    ada, acme = await make_contact(database, company_name="Acme Inc"), await make_company(database, name="Acme")

    await associate(database, (ada.id, acme.id))

    assert await fields_of(database, ada.id) == {"company_name": "Acme Inc"}
    assert await fields_of(database, acme.id, Entity.COMPANY) == {"name": "Acme"}


async def test_parallel_calls_leave_one_main_company_and_every_pair(database):
    ada = await make_contact(database)
    companies = [await make_company(database) for _ in range(6)]

    reports = await asyncio.gather(*(associate(database, (ada.id, each.id)) for each in companies * 2))

    pairs = await pairs_of(database)
    assert sum(report.created for report in reports) == 6
    assert {company_id for _, company_id, _ in pairs} == {each.id for each in companies}
    assert sum(is_main for _, _, is_main in pairs) == 1
