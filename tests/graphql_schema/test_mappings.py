"""Where names lead: suggestions, decisions that are read into the past, and alerts when a name changes."""

import pytest
from sqlmodel import select

from graphql_schema.resolvers.engagement import ensure_engagement_read
from graphql_schema.resolvers.update import update_records
from models.engagement.event import EngagementEvent
from models.engagement.fact import EngagementFact
from models.engagement.report import EngagementReport
from models.engagement.state import Engagement
from models.engagement.words import EngagementField
from models.fields.mapping import Entity
from models.fields.registry import CustomFieldDefinition, FieldSighting
from models.fields.rule import FieldAlert, FieldMapping
from models.incoming import Update
from models.ledger.change import Change
from models.ledger.run import Door
from tests.factories import (
    ROBOT,
    Clock,
    configure,
    context,
    fields_of,
    make_activity,
    make_contact,
    put,
    rows_of,
)
from tests.graphql_schema.asking import ask

SET = """mutation Set($name: String!, $target: MappingTargetInput!, $validFrom: DateTime) {
  setFieldMapping(entity: CONTACT, name: $name, target: $target, validFrom: $validFrom) {
    ... on FieldMappingDecided {
      reread mapping { name status version validFrom target { engagement field customField } } }
    ... on Problem { code message } ... on InvalidInputProblem { field } } }"""


async def put_at(database, clock, *items):
    """Enginy updates contacts at the clock's time; each item is an id and fields by name."""
    updates = [Update(fields=dict(fields), record_id=record_id) for record_id, fields in items]
    await update_records(context(database, ROBOT, clock=clock), Entity.CONTACT, updates)


async def definition_of(database, name):
    return {each.name: each for each in await rows_of(database, CustomFieldDefinition)}[name]


async def test_mapping_reads_the_past_and_keeps_the_raw_value(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, progress="3")
    await put(database, ada.id, progress="7")

    answer = await ask(database, SET, name="progress", target={"engagement": "OPENS"})

    assert answer["setFieldMapping"] == {
        "reread": 1,
        "mapping": {
            "name": "progress",
            "status": "CONFIRMED",
            "version": 1,
            "validFrom": None,
            "target": {"engagement": "OPENS", "field": None, "customField": None},
        },
    }
    (state,) = await rows_of(database, Engagement)
    assert state.opens == 7
    assert [(each.old_raw, each.new_raw, each.new_parsed) for each in await rows_of(database, EngagementReport)] == [
        (None, "3", 3),
        ("3", "7", 7),
    ]
    assert [event.count for event in await rows_of(database, EngagementEvent)] == [3, 4]
    assert (await fields_of(database, ada.id))["custom"] == {"progress": "7"}
    assert [change.engagement_only for change in await rows_of(database, Change)] == [True, True]


async def test_rejected_mapping_is_taken_back_and_never_suggested_again(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, my_status="Message Sent (1/3) - EMAIL")
    (mapping,) = await rows_of(database, FieldMapping)

    await ask(database, f'mutation {{ rejectFieldMapping(id: "{mapping.id}") {{ __typename }} }}')
    await put(database, ada.id, my_status="Message Replied (1/3) - EMAIL")

    assert (await rows_of(database, Engagement), await rows_of(database, EngagementEvent)) == ([], [])
    assert (await fields_of(database, ada.id))["custom"] == {"my_status": "Message Replied (1/3) - EMAIL"}
    listed = await ask(database, "{ fieldMappings { nodes { name status version } } }")
    assert listed["fieldMappings"]["nodes"] == [{"name": "my_status", "status": "REJECTED", "version": 2}]
    assert [change.engagement_only for change in await rows_of(database, Change)] == [False, False]


async def test_mapping_from_a_moment_on_leaves_what_came_before(database):
    clock = Clock()
    ada = await make_contact(database, email="ada@example.com")
    await put_at(database, clock, (ada.id, {"field_x": "4"}))
    await ask(database, SET, clock=clock, name="field_x", target={"engagement": "OPENS"})
    clock.move(days=10)
    border = clock.now
    clock.move(days=10)
    await put_at(database, clock, (ada.id, {"field_x": "9"}))

    await ask(database, SET, clock=clock, name="field_x", target={"engagement": "CLICKS"}, validFrom=border.isoformat())

    (state,) = await rows_of(database, Engagement)
    assert (state.opens, state.clicks) == (None, 9)
    assert [(each.field, each.new_parsed) for each in await rows_of(database, EngagementReport)] == [
        ("opens", 4),
        ("clicks", 9),
    ]


@pytest.mark.parametrize("first", [each for each in EngagementField if each is not EngagementField.STATUS])
async def test_name_that_means_something_else_from_a_moment_on_is_no_step_back(database, first):
    clock = Clock()
    ada = await make_contact(database)
    await ask(database, SET, clock=clock, name="field_x", target={"engagement": first.name})
    await put_at(database, clock, (ada.id, {"field_x": "9"}))
    clock.move(days=1)
    border = clock.now.isoformat()
    await ask(database, SET, clock=clock, name="field_x", target={"engagement": "STATUS"}, validFrom=border)

    await put_at(database, clock, (ada.id, {"field_x": "Message Sent (1/3) - EMAIL"}))

    (state,) = await rows_of(database, Engagement)
    assert (state.stage, state.is_backwards) == ("message_sent", False)


async def test_confirming_an_automatic_mapping_reads_nothing_anew(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, my_status="Message Sent (1/3) - EMAIL")
    (mapping,) = await rows_of(database, FieldMapping)

    answer = await ask(
        database,
        f"""mutation {{ confirmFieldMapping(id: "{mapping.id}") {{
            ... on FieldMappingDecided {{ reread mapping {{ status version }} }} }} }}""",
    )

    assert answer["confirmFieldMapping"] == {"reread": 0, "mapping": {"status": "CONFIRMED", "version": 2}}


async def test_suggestion_below_the_threshold_waits(database):
    await configure(database, mapping_threshold=0.99)
    ada = await make_contact(database, email="ada@example.com")

    await put(database, ada.id, my_status="Message Sent (1/3) - EMAIL")

    listed = await ask(database, "{ fieldMappings { nodes { status confidence target { engagement } } } }")
    assert listed["fieldMappings"]["nodes"] == [
        {"status": "SUGGESTED", "confidence": 0.95, "target": {"engagement": "STATUS"}}
    ]
    assert await rows_of(database, Engagement) == []


async def test_name_that_means_a_field_of_ours_fills_blanks_and_sets_news(database):
    ada = await make_contact(database, email="ada@example.com")
    bob = await make_contact(database, email="bob@example.com", title="Painter")
    for each in (ada, bob):
        await put(database, each.id, puesto="CTO")

    await ask(database, SET, name="puesto", target={"field": "title"})

    assert (await fields_of(database, ada.id))["title"] == "CTO"
    assert (await fields_of(database, bob.id))["title"] == "Painter"
    await put(database, bob.id, puesto="CTO")  # nothing new, so the painter stays
    assert (await fields_of(database, bob.id))["title"] == "Painter"
    await put(database, bob.id, puesto="CFO")
    assert await fields_of(database, bob.id) == {
        "email": "bob@example.com",
        "title": "CFO",
        "custom": {"puesto": "CFO"},
    }


async def test_name_that_means_another_custom_field_is_kept_under_both(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, budget_2024="10k")

    await ask(database, SET, name="budget_2024", target={"customField": "budget"})
    await put(database, ada.id, budget_2024="20k")

    assert (await fields_of(database, ada.id))["custom"] == {"budget_2024": "20k", "budget": "20k"}


async def test_mapping_that_cannot_be_is_refused(database):
    for name, target, message in (
        ("email", {"engagement": "STATUS"}, "'email' is a field of ours, so it cannot be mapped"),
        ("x", {}, "Name exactly one of engagement, field, customField and nothing"),
        (
            "x",
            {"engagement": "STATUS", "field": "title"},
            "Name exactly one of engagement, field, customField and nothing",
        ),
        ("x", {"customField": "x"}, "A custom field needs a name, and another than the incoming one"),
    ):
        refused = (await ask(database, SET, name=name, target=target))["setFieldMapping"]
        assert (refused["code"], refused["message"]) == ("INVALID_INPUT", message)
    assert await rows_of(database, FieldMapping) == []


async def test_registry_tells_types_fill_rate_and_runs(database):
    ada, bob = await make_contact(database, email="a@example.com"), await make_contact(database, email="b@example.com")
    await put(database, ada.id, lucky_number="7", when="2024-01-15")
    await put(database, bob.id, lucky_number="11")
    await put(database, bob.id, lucky_number=None)

    answer = await ask(
        database,
        "{ customFieldDefinitions { nodes { name count filled fillRate inferredType runs { totalCount } } } }",
    )

    assert answer["customFieldDefinitions"]["nodes"] == [
        {
            "name": "lucky_number", "count": 3, "filled": 1, "fillRate": 0.5, "inferredType": "COUNT",
            "runs": {"totalCount": 3},
        },
        {"name": "when", "count": 1, "filled": 1, "fillRate": 0.5, "inferredType": "DATE_TIME", "runs": {"totalCount": 1}},
    ]  # fmt: skip


async def test_filled_follows_records_that_are_deleted_and_restored(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, budget="10k")

    await ask(database, f'mutation {{ deleteContacts(ids: ["{ada.id}"]) {{ changeSetId }} }}')
    deleted = (await definition_of(database, "budget")).filled
    await ask(database, f'mutation {{ restoreContacts(ids: ["{ada.id}"]) {{ changeSetId }} }}')

    assert (deleted, (await definition_of(database, "budget")).filled) == (0, 1)


async def test_name_that_falls_silent_raises_an_alert_and_settles_when_it_comes_again(database):
    clock = Clock()
    people = [await make_contact(database, email=f"p{number}@example.com") for number in range(20)]
    everybody = [(each.id, {"my_status": "Message Sent (1/3) - EMAIL", "campaignOpens": "0"}) for each in people]
    await put_at(database, clock, *everybody)
    clock.move(days=8)

    await put_at(database, clock, *((each.id, {"campaignOpens": "1"}) for each in people))

    asked = "{ fieldAlerts { nodes { name kind state message suggestedName } } }"
    assert (await ask(database, asked))["fieldAlerts"]["nodes"] == [
        {
            "name": "my_status", "kind": "SILENT", "state": "OPEN",
            "message": "my_status no longer comes, although 20 updates reached contacts that have it",
            "suggestedName": None,
        }
    ]  # fmt: skip
    await put_at(database, clock, (people[0].id, {"my_status": "Message Replied (1/3) - EMAIL"}))
    assert [each["state"] for each in (await ask(database, asked))["fieldAlerts"]["nodes"]] == ["SETTLED"]


async def test_name_that_was_renamed_is_noticed(database):
    clock = Clock()
    people = [await make_contact(database, email=f"p{number}@example.com") for number in range(5)]
    await put_at(database, clock, *((each.id, {"my_status": "Message Sent (1/3) - EMAIL"}) for each in people))
    clock.move(days=1)
    await put_at(database, clock, *((each.id, {"status_neu": "Message Sent (2/3) - EMAIL"}) for each in people))
    clock.move(days=1)

    await put_at(database, clock, *((each.id, {"status_neu": "Message Replied (2/3) - EMAIL"}) for each in people))

    (alert,) = await rows_of(database, FieldAlert)
    assert (alert.name, alert.kind, alert.state, alert.suggested_name) == ("my_status", "renamed", "open", "status_neu")
    answer = await ask(
        database,
        f'mutation {{ dismissFieldAlert(id: "{alert.id}") {{ ... on FieldAlertDismissed {{ alert {{ state }} }} }} }}',
    )
    assert answer["dismissFieldAlert"]["alert"]["state"] == "DISMISSED"


async def test_values_that_change_shape_are_noticed(database):
    clock = Clock()
    people = [await make_contact(database, email=f"p{number}@example.com") for number in range(10)]
    await put_at(database, clock, *((each.id, {"campaignOpens": "3"}) for each in people))

    await put_at(database, clock, *((each.id, {"campaignOpens": "Message Sent (1/3) - EMAIL"}) for each in people))

    (alert,) = await rows_of(database, FieldAlert)
    assert (alert.name, alert.kind, alert.suggested_target) == ("campaignOpens", "shape_changed", "engagement:status")
    states = await rows_of(database, Engagement)
    assert {tuple(each.unread) for each in states} == {("campaignOpens",)}


async def test_campaign_names_with_commas_are_learned_from_lists(database):
    ada, bob = await make_contact(database, email="a@example.com"), await make_contact(database, email="b@example.com")
    await put(database, ada.id, campaigns="Q1 Outreach, EMEA")
    halves = [(await rows_of(database, Engagement))[0].campaigns]

    await put(database, bob.id, campaigns="Product Launch, Q1 Outreach, EMEA")

    states = {each.record_id: each.campaigns for each in await rows_of(database, Engagement)}
    assert halves == [["Q1 Outreach", "EMEA"]]
    assert states == {ada.id: ["Q1 Outreach, EMEA"], bob.id: ["Product Launch", "Q1 Outreach, EMEA"]}
    listed = await ask(database, "{ campaigns { nodes { name members { totalCount } } } }")
    assert listed["campaigns"]["nodes"] == [
        {"name": "Product Launch", "members": {"totalCount": 1}},
        {"name": "Q1 Outreach, EMEA", "members": {"totalCount": 2}},
    ]


async def test_somebody_can_teach_a_name_with_a_comma(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, senders="Doe, Jane, John Smith")

    answer = await ask(
        database, 'mutation { learnSenderNames(names: ["Doe, Jane"]) { ... on NamesLearned { names reread } } }'
    )

    assert answer["learnSenderNames"] == {"names": ["Doe, Jane"], "reread": 1}
    assert [each.senders for each in await rows_of(database, Engagement)] == [["Doe, Jane", "John Smith"]]


async def test_database_of_an_older_release_is_read_at_the_start(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, my_status="Message Replied (1/3) - LINKEDIN", budget="10k")
    await make_activity(
        database, "activity_1", "LINKEDIN", direction="OUTBOUND", contact_id=ada.id, subject="[1/3] [FROM Acme] Ann"
    )
    expected = [
        [row.model_dump(exclude={"id", "created_at", "run_id"}) for row in await rows_of(database, model)]
        for model in (FieldMapping, Engagement, EngagementReport)
    ]
    async with database.write() as session:  # as a database looks that an older release filled
        for model in (FieldMapping, Engagement, EngagementReport, EngagementEvent, EngagementFact, FieldSighting):
            for row in (await session.exec(select(model))).all():
                await session.delete(row)
        definition = (
            await session.exec(select(CustomFieldDefinition).where(CustomFieldDefinition.name == "budget"))
        ).one()
        definition.filled, definition.shapes = 0, {}
        session.add(definition)

    counts = await ensure_engagement_read(context(database, door=Door.CLI))
    again = await ensure_engagement_read(context(database, door=Door.CLI))

    assert (counts[Entity.CONTACT], again) == (1, None)
    found = [
        [row.model_dump(exclude={"id", "created_at", "run_id"}) for row in await rows_of(database, model)]
        for model in (FieldMapping, Engagement, EngagementReport)
    ]
    assert found[1][0] == {**expected[1][0], "senders": None}
    assert found[2] == expected[2]
    assert [(each["name"], each["target"], each["status"]) for each in found[0]] == [
        ("my_status", "engagement:status", "automatic")
    ]
    events = await rows_of(database, EngagementEvent)
    assert sorted((event.kind, event.step, event.certainty) for event in events) == [
        ("added", None, "inferred"),
        ("message_replied", 1, "inferred"),
        ("message_sent", 1, "observed"),
    ]
    budget = await definition_of(database, "budget")
    assert (budget.filled, budget.shapes) == (1, {"text": 1})
