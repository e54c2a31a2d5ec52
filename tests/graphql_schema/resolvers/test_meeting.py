"""Writers that meet: what one decided on a state that another has changed is decided again."""

import pytest

from graphql_schema.resolvers import sync as syncing
from graphql_schema.resolvers.clearing import clear_in_enginy
from graphql_schema.resolvers.linking import link_external
from graphql_schema.resolvers.recording import open_journal
from graphql_schema.resolvers.sync import Sync
from models.access.api_key import Scope
from models.fields.mapping import Entity
from models.ledger.journal import Actor
from models.ledger.links import LINK_TABLE, link_key
from models.ledger.run import Door, Source
from tests.factories import context, lead, links_of, make_contact, properties_of, sync


@pytest.fixture(autouse=True)
def _decided_ahead(monkeypatch):
    """As many leads are: few are decided while nobody else can be at their links."""
    monkeypatch.setattr(syncing, "BRIEF", 0)


async def test_sync_that_met_a_clear_answers_it(database):
    await make_contact(database, email="ada@example.com")
    await sync(database, lead("lead-1", email="ada@example.com", title="CTO"))
    late = await decided(database, lead("lead-1", email="ada@example.com", title="CTO", city="Paris"))

    await clear_in_enginy(person(database), (await links_of(database))["lead-1"].record_id, ["title"])
    await database.retrying(late.store)

    told = {"email": "ada@example.com", "title": None, "city": "Paris"}
    assert properties_of(late.outcomes[0]) == told
    report = await sync(database, lead("lead-1", email="ada@example.com", title="CTO", city="Paris"))
    assert properties_of(report.outcomes[0]) == told


async def test_sync_that_met_a_person_who_moved_the_link_leaves_it_there(database):
    await make_contact(database, email="ada@example.com")
    other = await make_contact(database, email="ada.lovelace@example.com")
    await sync(database, lead("lead-1", email="ada@example.com"))
    late = await decided(database, lead("lead-1", email="ada@example.com", city="Paris"))

    await link_external(person(database), "lead-1", other.id)
    await database.retrying(late.store)

    assert late.outcomes[0].record_id == other.id
    assert (await links_of(database))["lead-1"].record_id == other.id


async def test_only_what_hangs_on_a_moved_link_is_decided_again(database):
    ada = await make_contact(database, email="ada@example.com")
    bob = await make_contact(database, email="bob@example.com")
    other = await make_contact(database, email="ada.lovelace@example.com")
    await sync(database, lead("lead-1", email="ada@example.com"), lead("lead-2", email="bob@example.com"))
    late = await decided(
        database,
        lead("lead-1", email="ada@example.com", city="Paris"),
        lead("lead-2", email="bob@example.com", city="Rome"),
        lead("lead-1", email="ada@example.com", city="Lyon"),
        lead("lead-3", email="nobody@example.com"),
    )
    assert [each.record_id for each in late.outcomes] == [ada.id, bob.id, ada.id, None]
    untouched = late.outcomes[1]

    await link_external(person(database), "lead-1", other.id)
    await database.retrying(late.store)

    assert [each.record_id for each in late.outcomes] == [other.id, bob.id, other.id, None]
    assert late.outcomes[1] is untouched
    assert late.journal.counts == {"received": 4, "matched": 3, "unmatched": 1}
    links = await links_of(database)
    assert links["lead-1"].shadow == {"email": "ada@example.com", "city": "Lyon"}
    assert links["lead-2"].shadow == {"email": "bob@example.com", "city": "Rome"}


async def test_sync_that_met_the_end_of_a_link_makes_another(database):
    ada = await make_contact(database, email="ada@example.com")
    await sync(database, lead("lead-1", email="ada@example.com"))
    late = await decided(database, lead("lead-1", email="ada@example.com", city="Paris"))

    async with database.write() as session:
        await session.delete_rows(LINK_TABLE, [link_key(Entity.CONTACT, "lead-1")])
    await database.retrying(late.store)

    assert late.outcomes[0].record_id == ada.id
    assert (await links_of(database))["lead-1"].shadow == {"email": "ada@example.com", "city": "Paris"}


async def decided(database, *leads) -> Sync:
    """A sync that has made up its mind and stored nothing yet."""
    ctx = context(database)
    late = Sync(ctx, Entity.CONTACT, leads, open_journal(ctx, "sync_contacts", Entity.CONTACT, leads))
    late.journal.begin(len(leads))
    await late.decide()
    return late


def person(database):
    ctx = context(database)
    ctx.actor = Actor("user_1", "Ben", Source.PERSON, frozenset(Scope))
    ctx.door = Door.GRAPHQL
    return ctx
