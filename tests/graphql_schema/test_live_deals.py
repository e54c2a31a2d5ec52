"""Subscriptions to deals: what is told of them, by what filter, and when a person goes whose they are."""

from graphql_schema.resolvers.deals import DealChanges, create_deals, delete_deals, restore_deals, update_deals
from graphql_schema.resolvers.erasure import erase_contacts
from tests.factories import context, edit, make_contact, make_deal, make_user
from tests.graphql_schema.asking import watching

DEALS = "subscription ($filter: DealFilter, $ids: [ID!]) { dealChanged(filter: $filter, ids: $ids) { missed id fate } }"
CONTACTS = "subscription { contactChanged { fate } }"


def told(fate: str, record_id: str) -> dict[str, object]:
    return {"missed": False, "id": record_id, "fate": fate}


async def test_deals_are_told_as_they_are_made_moved_taken_away_and_brought_back(database):
    ctx = context(database)
    await make_user(database, "user_ann", "Ann")
    document = """subscription { dealChanged {
        missed fate deal { name stage } changes { fields { field old new } } actor { label } } }"""

    async with watching(database, document) as watcher:
        [made] = (await create_deals(ctx, [DealChanges({"name": "Pilot", "stage": "Lead"})])).outcomes
        deal = str(made.record_id)
        created = await watcher.next()
        await update_deals(ctx, DealChanges({"stage": "Offer"}), ids=[deal])
        moved = await watcher.next()
        await delete_deals(ctx, ids=[deal])
        await restore_deals(ctx, [deal])
        others = [(await watcher.next())["fate"] for _ in range(2)]

    assert (created["missed"], created["fate"], created["deal"]) == (
        False,
        "CREATED",
        {"name": "Pilot", "stage": "Lead"},
    )
    assert moved == {
        "missed": False,
        "fate": "UPDATED",
        "deal": {"name": "Pilot", "stage": "Offer"},
        "changes": [{"fields": [{"field": "stage", "old": "Lead", "new": "Offer"}]}],
        "actor": {"label": "Ann"},
    }
    assert others == ["DELETED", "RESTORED"]


async def test_a_filter_tells_deals_that_fulfil_it_after_the_change_and_ids_those_alone(database):
    ctx = context(database)
    for each in ("deal_1", "deal_2", "deal_3"):
        await make_deal(database, each, stage="Lead")
    offered = {"stage": {"eq": "Offer"}}

    async with watching(database, DEALS, filter=offered) as fitting, watching(database, DEALS, ids=["deal_2"]) as one:
        await update_deals(ctx, DealChanges({"stage": "Lost touch"}), ids=["deal_1"])
        await update_deals(ctx, DealChanges({"stage": "Offer"}), ids=["deal_2", "deal_3"])
        await delete_deals(ctx, ids=["deal_1"])

        events = [await fitting.next() for _ in range(3)]
        assert events == [told("UPDATED", "deal_2"), told("UPDATED", "deal_3"), told("DELETED", "deal_1")]
        assert await one.next() == told("UPDATED", "deal_2")


async def test_deals_that_lose_their_name_with_an_erased_person_are_told_as_missed(database):
    ada = await make_contact(database)
    await make_deal(database, "deal_1", contact_id=ada.id)

    async with watching(database, DEALS, ids=["deal_1"]) as watcher, watching(database, CONTACTS) as contacts:
        await edit(database, ada.id, title="CTO")
        await erase_contacts(context(database), [ada.id])

        assert await watcher.next() == {"missed": True, "id": None, "fate": None}
        assert [(await contacts.next())["fate"] for _ in range(2)] == ["UPDATED", "DELETED"]
