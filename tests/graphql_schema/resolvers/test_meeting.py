"""Writers that meet: what one decided on a state that another has changed is decided again."""

import pytest

from graphql_schema.resolvers import sync as syncing
from graphql_schema.resolvers.clearing import clear_in_enginy
from graphql_schema.resolvers.linking import link_external
from graphql_schema.resolvers.recording import open_journal
from graphql_schema.resolvers.sync import Sync
from models.access.api_key import Scope
from models.errors import Unavailable
from models.fields.mapping import Entity
from models.ledger.journal import Actor
from models.ledger.run import Door, Source
from tests.factories import context, lead, links_of, make_contact, properties_of, sync


@pytest.fixture(autouse=True)
def _decided_ahead(monkeypatch):
    """As many leads are: few are decided while nobody else can be at their links."""
    monkeypatch.setattr(syncing, "BRIEF", 0)


async def test_sync_that_met_a_clear_never_forgets_it(database):
    await make_contact(database, email="ada@example.com")
    await sync(database, lead("lead-1", email="ada@example.com", title="CTO"))
    late = await decided(database, lead("lead-1", email="ada@example.com", title="CTO", city="Paris"))

    await clear_in_enginy(person(database), (await links_of(database))["lead-1"].record_id, ["title"])
    with pytest.raises(Unavailable):
        await database.retrying(late.store)

    assert (await links_of(database))["lead-1"].clears == {"title": "CTO"}
    report = await sync(database, lead("lead-1", email="ada@example.com", title="CTO", city="Paris"))
    assert properties_of(report.outcomes[0]) == {"email": "ada@example.com", "title": None, "city": "Paris"}


async def test_sync_that_met_a_person_who_moved_the_link_leaves_it_there(database):
    await make_contact(database, email="ada@example.com")
    other = await make_contact(database, email="ada.lovelace@example.com")
    await sync(database, lead("lead-1", email="ada@example.com"))
    late = await decided(database, lead("lead-1", email="ada@example.com", city="Paris"))

    await link_external(person(database), "lead-1", other.id)
    with pytest.raises(Unavailable):
        await database.retrying(late.store)

    assert (await links_of(database))["lead-1"].record_id == other.id


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
