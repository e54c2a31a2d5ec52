"""Linking by hand, clearing over there, and what the next sync is going to answer."""

import pytest

from models.ledger.external_link import ExternalLink
from tests.factories import ROBOT, configure, delete, edit, make_company, make_contact, rows_of, runs_of
from tests.graphql_schema.asking import ask, refusals

LINK = """mutation($externalId: ID!, $recordId: ID!) { linkExternal(externalId: $externalId, recordId: $recordId) {
  ... on ExternalLinked {
    link { externalId recordId strategy shadow pendingClears } movedFromId run { act entity } }
  ... on Problem { code message } ... on InvalidInputProblem { field } } }"""
SYNC = """mutation($leads: [LeadInput!]!) { syncContacts(leads: $leads) {
  results { id properties decision { strategy } problem { code } } } }"""
CLEAR = """mutation($id: ID!, $properties: [String!]!) { clearInEnginy(id: $id, properties: $properties) {
  ... on ClearingAsked { links { externalId pendingClears } run { act } }
  ... on Problem { code message } ... on InvalidInputProblem { field } } }"""
NEXT = """query($id: ID!) { nextSync(id: $id) {
  externalId nullSafety properties { property action value heldByEnginy sent } } }"""


async def sync(database, **lead):
    return (await ask(database, SYNC, actor=ROBOT, leads=[lead]))["syncContacts"]["results"][0]


async def forecast(database, record_id):
    """The next answer to each external id: property -> what happens to it, what is answered, what Enginy holds."""
    return [
        {each["property"]: (each["action"], each["value"], each["heldByEnginy"]) for each in entry["properties"]}
        for entry in (await ask(database, NEXT, id=record_id))["nextSync"]
    ]


async def test_link_settles_an_ambiguous_lead_for_ever(database):
    one, other = [await make_contact(database, email="ada@example.com") for _ in range(2)]
    lead = {"externalId": "7", "email": "ada@example.com"}
    assert (await sync(database, **lead))["problem"] == {"code": "AMBIGUOUS_MATCH"}

    linked = await ask(database, LINK, externalId="7", recordId=other.id)

    link = {"externalId": "7", "recordId": other.id, "strategy": "person", "shadow": {}, "pendingClears": []}
    run = {"act": "link_external", "entity": "CONTACT"}
    assert linked == {"linkExternal": {"link": link, "movedFromId": None, "run": run}}
    for _ in range(2):
        assert await sync(database, **lead) == {
            "id": other.id, "problem": None,
            "properties": {"email": "ada@example.com"}, "decision": {"strategy": "link"},
        }  # fmt: skip
    assert await sync(database, externalId="7", email="somebody@else.example") == {
        "id": other.id, "problem": None,
        "properties": {"email": "somebody@else.example"}, "decision": {"strategy": "link"},
    }  # fmt: skip
    assert [link.record_id for link in await rows_of(database, ExternalLink)] == [other.id]
    assert one.id != other.id


async def test_link_is_moved_and_learns_anew_what_enginy_holds(database):
    wrong = await make_contact(database, external_id="7", shadow={"email": "ada@example.com"})
    right = await make_contact(database, first_name="Ada")
    await ask(database, CLEAR, id=wrong.id, properties=["email"])

    linked = await ask(database, LINK, externalId="7", recordId=right.id)

    link = {"externalId": "7", "recordId": right.id, "strategy": "person", "shadow": {}, "pendingClears": []}
    assert linked["linkExternal"] | {"run": None} == {"link": link, "movedFromId": wrong.id, "run": None}
    assert (await sync(database, externalId="7", title="CTO"))["id"] == right.id
    [stored] = await rows_of(database, ExternalLink)
    assert (stored.shadow, stored.strategy, stored.record_id) == ({"title": "CTO"}, "person", right.id)


async def test_same_link_again_changes_nothing(database):
    ada = await make_contact(database, external_id="7", shadow={"title": "CTO"})

    linked = await ask(database, LINK, externalId="7", recordId=ada.id)

    link = {"externalId": "7", "recordId": ada.id, "strategy": "email", "shadow": {"title": "CTO"}, "pendingClears": []}
    assert linked["linkExternal"]["link"] == link
    assert [run.counts for run in await runs_of(database)] == [{"received": 1, "unchanged": 1}]


async def test_company_is_linked_by_its_id(database):
    engines = await make_company(database, name="Engines")

    linked = await ask(database, LINK, externalId="7", recordId=engines.id)

    assert linked["linkExternal"]["run"] == {"act": "link_external", "entity": "COMPANY"}
    document = '{ companyByExternalId(externalId: "7") { id } contactByExternalId(externalId: "7") { id } }'
    assert await ask(database, document) == {
        "companyByExternalId": {"id": engines.id}, "contactByExternalId": None
    }  # fmt: skip


async def test_record_that_is_gone_is_not_linked(database):
    ada = await make_contact(database)
    await delete(database, ada.id)

    refused = [
        (await ask(database, LINK, externalId=external_id, recordId=record_id))["linkExternal"]
        for external_id, record_id in (("7", ada.id), ("7", "8f3k2j"), ("", ada.id))
    ]

    assert refused == [
        {"code": "NOT_FOUND", "message": "Contact not found"},
        {"code": "NOT_FOUND", "message": "Record not found"},
        {"code": "INVALID_INPUT", "message": "externalId is required", "field": "externalId"},
    ]
    assert await rows_of(database, ExternalLink) == []
    assert await runs_of(database) == []


async def test_cleared_property_is_answered_null_until_enginy_sends_something_else(database):
    ada = await make_contact(database, email="ada@example.com")
    lead = {"externalId": "7", "email": "ada@example.com", "title": "CTO"}
    held = {"email": "ada@example.com", "title": "CTO"}
    assert (await sync(database, **lead))["properties"] == held
    assert (await sync(database, **lead))["properties"] == held

    asked = await ask(database, CLEAR, id=ada.id, properties=["title", "title"])

    links = [{"externalId": "7", "pendingClears": ["title"]}]
    assert asked == {"clearInEnginy": {"links": links, "run": {"act": "clear_in_enginy"}}}
    # Enginy still sends the value, so it has not taken the clear over yet.
    for _ in range(2):
        assert (await sync(database, **lead))["properties"] == {"email": "ada@example.com", "title": None}
    # Now it has.
    assert (await sync(database, externalId="7", email="ada@example.com"))["properties"] == {"email": "ada@example.com"}
    assert (await sync(database, **lead))["properties"] == held


async def test_clear_in_mode_omit_is_answered_alone(database):
    await configure(database, null_safety="omit")
    ada = await make_contact(database, email="ada@example.com")
    lead = {"externalId": "7", "email": "ada@example.com", "title": "CTO"}
    assert (await sync(database, **lead))["properties"] is None

    await ask(database, CLEAR, id=ada.id, properties=["title"])

    assert (await sync(database, **lead))["properties"] == {"title": None}


@pytest.mark.parametrize(
    ("properties", "message", "field"),
    [
        pytest.param([], "properties must name at least one property", "properties", id="none"),
        pytest.param(["externalId"], "'externalId' is not a property that can be cleared", "properties", id="reserved"),
        pytest.param(
            ["lastUpdated"], "'lastUpdated' is not a property that can be cleared", "properties", id="derived"
        ),
        pytest.param([""], "'' is not a property that can be cleared", "properties", id="empty"),
        pytest.param(
            ["\x00"], "properties holds a NUL character, which cannot be stored", "properties", id="unstorable"
        ),
        pytest.param(
            ["title"],
            "This contact is not linked to Enginy, so there is nothing to clear over there",
            "id",
            id="unlinked",
        ),
    ],
)
async def test_clear_that_cannot_be_is_refused(database, properties, message, field):
    ada = await make_contact(database)

    refused = (await ask(database, CLEAR, id=ada.id, properties=properties))["clearInEnginy"]

    assert refused == {"code": "INVALID_INPUT", "message": message, "field": field}
    assert await runs_of(database) == []


async def test_next_sync_tells_what_is_kept_set_and_cleared(database):
    shadow = {"email": "ada@example.com", "title": "CTO", "leadScore": 1}
    ada = await make_contact(database, external_id="7", shadow=shadow, lead_score=85, lifecycle_stage="customer")
    await ask(database, CLEAR, id=ada.id, properties=["title", "phone"])

    expected = {
        "email": ("KEEP", "ada@example.com", "ada@example.com"),
        "title": ("CLEAR", None, "CTO"),
        "leadScore": ("SET", 85, 1),
        "lifecycleStage": ("SET", "customer", None),
        "phone": ("CLEAR", None, None),
    }
    assert await forecast(database, ada.id) == [expected]
    # And that is what the next sync does.
    answered = (await sync(database, externalId="7", email="ada@example.com", title="CTO", leadScore=1))["properties"]
    assert answered == {name: value for name, (_, value, _) in expected.items() if name != "leadScore"} | {
        "leadScore": 85
    }


async def test_next_sync_in_mode_omit_leaves_out_what_enginy_holds(database):
    await configure(database, null_safety="omit")
    ada = await make_contact(database, external_id="7", shadow={"title": "CTO"}, lead_score=85)

    answer = await ask(database, NEXT, id=ada.id)

    assert answer["nextSync"] == [
        {
            "externalId": "7",
            "nullSafety": "OMIT",
            "properties": [
                {"property": "leadScore", "action": "SET", "value": 85, "heldByEnginy": None, "sent": True},
                {"property": "title", "action": "KEEP", "value": None, "heldByEnginy": "CTO", "sent": False},
            ],
        }
    ]


async def test_next_sync_tells_what_was_mended_here_and_stays(database):
    shadow = {"phone": "+1 555 0100", "title": "CTO", "tier": "gold", "city": "Paris"}
    held = {"phone": "+1 555 0100", "title": "CTO", "city": "Paris"}
    ada = await make_contact(database, external_id="7", shadow=shadow, custom={"tier": "gold"}, **held)
    await edit(database, ada.id, phone="+1 555 0199", city=None)
    await ask(
        database,
        """mutation($updates: [ContactUpdate!]!) { updateContacts(updates: $updates) { changed } }""",
        updates=[{"id": ada.id, "changes": {"customFields": [{"key": "tier", "value": "silver"}]}}],
    )
    document = "query($id: ID!) { nextSync(id: $id) { keptHere { property value heldByEnginy } } }"

    told = await ask(database, document, id=ada.id)
    await configure(database, stale_copies="enginy_wins")
    overruled = await ask(database, document, id=ada.id)

    assert told["nextSync"][0]["keptHere"] == [
        {"property": "phone", "value": "+1 555 0199", "heldByEnginy": "+1 555 0100"},
        {"property": "tier", "value": "silver", "heldByEnginy": "gold"},
        {"property": "city", "value": None, "heldByEnginy": "Paris"},
    ]
    assert overruled["nextSync"][0]["keptHere"] == []


async def test_next_sync_of_several_links_and_of_none(database):
    ada = await make_contact(database, external_id="7", shadow={"title": "CTO"}, lead_score=85)
    await ask(database, LINK, externalId="8", recordId=ada.id)
    bob = await make_contact(database, lead_score=1)
    engines = await make_company(database, external_id="7", shadow={"name": "Engines"})

    score = {"leadScore": ("SET", 85, None)}
    assert await forecast(database, ada.id) == [{"title": ("KEEP", "CTO", "CTO"), **score}, score]
    assert await forecast(database, bob.id) == [{"leadScore": ("SET", 1, None)}]
    assert await forecast(database, engines.id) == [{"name": ("KEEP", "Engines", "Engines")}]
    assert await refusals(database, NEXT, id="contact_x") == [
        ("Record not found", {"code": "NOT_FOUND", "recordId": "contact_x"})
    ]


async def test_person_sees_the_pending_clear_on_the_contact(database):
    ada = await make_contact(database, external_id="7", shadow={"title": "CTO"})
    await ask(database, CLEAR, id=ada.id, properties=["title"])
    await edit(database, ada.id, city="Paris")

    document = "query($id: ID!) { contact(id: $id) { externalLinks { externalId pendingClears } } }"
    assert await ask(database, document, id=ada.id) == {
        "contact": {"externalLinks": [{"externalId": "7", "pendingClears": ["title"]}]}
    }
