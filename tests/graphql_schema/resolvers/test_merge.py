"""The merge of what Enginy sends with what people corrected, and the shadows it goes by."""

from graphql_schema.resolvers.update import update_contacts
from models.fields.mapping import Entity
from models.incoming import Update
from models.ledger.run import Door
from tests.factories import (
    ROBOT,
    configure,
    context,
    create,
    decisions_of,
    delete,
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
    runs_of,
    sync,
)

COMPANY = Entity.COMPANY


async def corrected(database, **facts):
    """A contact that Enginy holds with the title Engineer, and Ann corrected to CTO."""
    ada = await make_contact(
        database, title="Engineer", email="ada@example.com", external_id="lead-1", shadow={"title": "Engineer"}, **facts
    )
    await edit(database, ada.id, title="CTO")
    return ada


async def test_stale_copy_never_undoes_a_correction(database):
    ada = await corrected(database)

    outcome = await put(database, ada.id, title="Engineer", city="London")

    assert (outcome.problem, outcome.kept_here) == (None, ("title",))
    assert await fields_of(database, ada.id) == {"title": "CTO", "email": "ada@example.com", "city": "London"}
    assert (await decisions_of(database, (await runs_of(database))[-1].id))[0]["keptHere"] == ["title"]
    assert properties_of(outcome)["title"] == "Engineer"


async def test_stale_copy_is_left_again_and_again(database):
    ada = await corrected(database)

    kept = [(await put(database, ada.id, title="Engineer")).kept_here for _ in range(3)]

    assert kept == [("title",)] * 3
    assert len(await history_of(database, ada.id)) == 1


async def test_new_value_from_enginy_sets_and_is_the_new_base(database):
    ada = await corrected(database)

    first = await put(database, ada.id, title="VP")
    second = await put(database, ada.id, title="Engineer")

    assert (first.kept_here, second.kept_here) == ((), ())
    assert (await fields_of(database, ada.id))["title"] == "Engineer"


async def test_null_from_enginy_is_news(database):
    ada = await corrected(database)

    outcome = await put(database, ada.id, title=None)

    assert (outcome.problem, outcome.kept_here) == (None, ())
    assert await fields_of(database, ada.id) == {"email": "ada@example.com"}


async def test_value_that_enginy_sends_and_we_have_is_no_conflict(database):
    ada = await corrected(database)

    outcome = await put(database, ada.id, title="CTO")

    assert (outcome.kept_here, outcome.changed) == ((), False)
    assert (await links_of(database))["lead-1"].shadow == {"title": "CTO"}


async def test_correction_of_a_correction_is_kept_after_enginy_took_over_the_first(database):
    ada = await corrected(database)
    await put(database, ada.id, title="CTO")
    await edit(database, ada.id, title="CEO")

    outcome = await put(database, ada.id, title="CTO")

    assert outcome.kept_here == ("title",)
    assert (await fields_of(database, ada.id))["title"] == "CEO"


async def test_edit_from_before_enginys_value_was_known_is_overwritten(database):
    ada = await make_contact(database, email="ada@example.com", title="Engineer")
    await edit(database, ada.id, title="CTO")
    await sync(database, lead("lead-1", email="ada@example.com", title="Engineer"))

    outcome = await put(database, ada.id, title="Engineer")

    assert outcome.kept_here == ()
    assert (await fields_of(database, ada.id))["title"] == "Engineer"


async def test_enginy_wins_where_the_team_says_so(database):
    await configure(database, stale_copies="enginy_wins")
    ada = await corrected(database)

    outcome = await put(database, ada.id, title="Engineer")

    assert outcome.kept_here == ()
    assert (await fields_of(database, ada.id))["title"] == "Engineer"


async def test_merge_hangs_on_who_acts_and_not_on_the_door(database):
    ada = await corrected(database)
    ctx = context(database, ROBOT, door=Door.REST)

    report = await update_contacts(ctx, [Update(fields={"title": "Engineer"}, record_id=ada.id)])
    person = await edit(database, ada.id, title="Engineer")

    assert report.outcomes[0].kept_here == ("title",)
    assert (person.kept_here, (await fields_of(database, ada.id))["title"]) == ((), "Engineer")


async def test_merge_knows_a_field_by_its_other_name(database):
    ada = await make_contact(
        database,
        country="Spain",
        external_id="lead-1",
        shadow={"leadCountry": "Spain"},
        custom={"leadCountry": "Spain"},
    )
    await edit(database, ada.id, country="Portugal")

    outcome = await put(database, ada.id, leadCountry="Spain")

    assert outcome.kept_here == ("country",)
    assert (await fields_of(database, ada.id))["country"] == "Portugal"


async def test_merge_keeps_a_named_custom_field(database):
    ada = await make_contact(
        database, external_id="lead-1", shadow={"companySize": "1-10"}, custom={"companySize": "1-10"}
    )
    await edit(database, ada.id, companySize="11-50")

    outcome = await put(database, ada.id, companySize="1-10")

    assert outcome.kept_here == ("companySize",)
    assert (await fields_of(database, ada.id))["custom"] == {"companySize": "11-50"}


async def test_merge_asks_the_shadow_of_every_link(database):
    ada = await corrected(database)
    await make_link(database, "lead-2", ada.id, shadow={"title": "Engineer II"})

    outcomes = [await put(database, ada.id, title=title) for title in ("Engineer", "Engineer II")]

    assert [each.kept_here for each in outcomes] == [("title",), ("title",)]


async def test_merge_holds_for_company_and_for_a_lead_that_is_created_again(database):
    acme = await make_company(
        database, name="Acme", external_id="company-1", shadow={"name": "Acme", "industry": "Steel"}, industry="Steel"
    )
    await edit(database, acme.id, COMPANY, industry="Robots")

    report = await create(database, lead("company-1", name="Acme", industry="Steel"), entity=COMPANY)

    assert report.outcomes[0].kept_here == ("industry",)
    assert await fields_of(database, acme.id, COMPANY) == {"name": "Acme", "industry": "Robots"}


async def test_correction_on_the_record_a_link_moved_to_is_kept(database):
    first = await make_contact(database, email="ada@example.com")
    for title in "BCDEF":
        await put(database, first.id, title=title)
    await sync(database, lead("lead-1", email="ada@example.com", title="A"))
    await delete(database, first.id)
    second = (await create(database, lead("lead-1", email="ada@example.com", title="A"))).outcomes[0].record_id
    await edit(database, second, title="CTO")

    outcome = await put(database, second, title="A")

    assert outcome.kept_here == ("title",)
    assert (await fields_of(database, second))["title"] == "CTO"


async def test_shadow_is_renewed_where_the_record_has_one_link(database):
    ada = await make_contact(database, external_id="lead-1", shadow={"email": "ada@example.com", "city": "London"})

    await put(database, ada.id, title="CTO", city=None, shoeSize=38)

    assert (await links_of(database))["lead-1"].shadow == {"email": "ada@example.com", "title": "CTO"}


async def test_shadows_stay_where_the_record_has_two_links(database):
    ada = await make_contact(database, external_id="lead-1", shadow={"city": "London"})
    await make_link(database, "lead-2", ada.id, shadow={"city": "Paris"})

    await put(database, ada.id, city="Rome")

    assert [link.shadow for link in (await links_of(database)).values()] == [{"city": "London"}, {"city": "Paris"}]


async def test_shadow_stays_where_a_person_writes(database):
    ada = await make_contact(database, external_id="lead-1", shadow={"city": "London"})

    outcome = await edit(database, ada.id, city="Rome")

    assert (await links_of(database))["lead-1"].shadow == {"city": "London"}
    assert outcome.properties is None


async def test_clear_a_person_asked_for_goes_out_with_an_update_in_either_mode(database):
    ada = await make_contact(database, phone="+15550123")
    await make_link(database, "lead-1", ada.id, shadow={"phone": "+15550123"}, clears={"phone": "+15550123"})

    echo = await put(database, ada.id, title="CTO")
    await configure(database, null_safety="omit")
    omit = await put(database, ada.id, title="CTO")
    settled = await put(database, ada.id, phone="+15550199")

    assert properties_of(echo) == {"phone": None, "title": "CTO", "lastUpdated": "2024-01-20T10:30:00Z"}
    assert properties_of(omit) == {"phone": None, "lastUpdated": "2024-01-20T10:30:00Z"}
    assert properties_of(settled) == {"lastUpdated": "2024-01-20T10:30:00Z"}
    assert (await links_of(database))["lead-1"].clears == {}
