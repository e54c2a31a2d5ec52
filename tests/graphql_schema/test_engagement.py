"""Engagement from the field a user named to state, history and events, through the act that Enginy's PUT calls."""

from graphql_schema.resolvers.activities import NewActivity, create_activity
from graphql_schema.resolvers.update import update_records
from models.engagement.campaign import Campaign, CampaignMembership, Sender
from models.engagement.event import EngagementEvent
from models.engagement.report import EngagementReport
from models.engagement.state import Engagement
from models.fields.mapping import Entity
from models.fields.rule import FieldMapping
from models.incoming import Update
from tests.factories import ROBOT, Clock, context, make_company, make_contact, put, rows_of
from tests.graphql_schema.asking import ask


async def put_at(database, clock, record_id, **fields):
    """Enginy updates a contact at the clock's time."""
    updates = [Update(fields=fields, record_id=record_id)]
    await update_records(context(database, ROBOT, clock=clock), Entity.CONTACT, updates)


async def test_status_under_any_name_is_understood_at_once(database):
    ada = await make_contact(database, email="ada@example.com")

    await put(database, ada.id, my_status_2="Message Sent (1/3) - LINKEDIN")

    (mapping,) = await rows_of(database, FieldMapping)
    assert (mapping.name, mapping.target, mapping.status, mapping.confidence) == (
        "my_status_2",
        "engagement:status",
        "automatic",
        0.95,
    )
    (state,) = await rows_of(database, Engagement)
    assert (state.record_id, state.stage, state.step, state.steps, state.channel, state.status) == (
        ada.id,
        "message_sent",
        1,
        3,
        "LINKEDIN",
        "Message Sent (1/3) - LINKEDIN",
    )
    events = await rows_of(database, EngagementEvent)
    assert sorted((event.kind, event.step, event.certainty) for event in events) == [
        ("added", None, "inferred"),
        ("message_sent", 1, "inferred"),
    ]


async def test_guides_fields_work_out_of_the_box(database):
    ada = await make_contact(database, email="ada@example.com")

    await put(
        database,
        ada.id,
        campaignEngagementStatus="Message Replied (2/3) - LINKEDIN",
        campaignSequenceStatus="Ongoing",
        campaignSequenceDetails="Linkedin Message, Email, Linkedin Message",
        campaignOpens="5",
        campaignClicks="2",
        campaignOpenAnalysis="Yes (5)",
        campaignClickAnalysis="Yes (2)",
        campaignReplyAnalysis="Yes (1)",
        activities="Connection Request Sent, Message Sent (LINKEDIN)",
        senders="John Smith, Jane Doe",
        campaigns="Q1 Outreach, Product Launch",
    )

    (state,) = await rows_of(database, Engagement)
    assert (state.stage, state.step, state.sequence_status) == ("message_replied", 2, "ongoing")
    assert (state.opens, state.clicks, state.opened, state.clicked, state.replied, state.replies) == (
        5, 2, True, True, True, 1,
    )  # fmt: skip
    assert (state.senders, state.campaigns) == (["John Smith", "Jane Doe"], ["Q1 Outreach", "Product Launch"])
    assert [step["channel"] for step in state.sequence_steps] == ["LINKEDIN", "EMAIL", "LINKEDIN"]
    assert state.unread is None
    assert {mapping.status for mapping in await rows_of(database, FieldMapping)} == {"built_in"}
    assert len(await rows_of(database, EngagementReport)) == 11
    assert sorted(each.name for each in await rows_of(database, Campaign)) == ["Product Launch", "Q1 Outreach"]
    assert sorted(each.name for each in await rows_of(database, Sender)) == ["Jane Doe", "John Smith"]
    assert {each.attribution for each in await rows_of(database, CampaignMembership)} == {"shared"}


async def test_repeat_adds_nothing(database):
    ada = await make_contact(database, email="ada@example.com")
    told = {"genesy_engagement_status": "Message Replied (2/3) - LINKEDIN", "genesy_sequence_status": "Replied"}
    await put(database, ada.id, **told)
    before = [await rows_of(database, model) for model in (EngagementReport, EngagementEvent, Engagement)]

    await put(database, ada.id, **told)

    after = [await rows_of(database, model) for model in (EngagementReport, EngagementEvent, Engagement)]
    assert [[row.model_dump() for row in rows] for rows in after] == [
        [row.model_dump() for row in rows] for rows in before
    ]


async def test_companies_receive_engagement_the_same_way(database):
    acme = await make_company(database, name="Acme")

    await put(database, acme.id, Entity.COMPANY, their_status="Connection Accepted")

    (state,) = await rows_of(database, Engagement)
    assert (state.entity, state.stage) == ("company", "connection_accepted")
    assert {event.entity for event in await rows_of(database, EngagementEvent)} == {"company"}


async def test_engagement_is_told_as_it_was_known_at_a_moment(database):
    clock = Clock()
    ada = await make_contact(database, email="ada@example.com")
    for status in ("Message Sent (1/3) - LINKEDIN", "Message Replied (1/3) - LINKEDIN"):
        await put_at(database, clock, ada.id, my_status=status)
        clock.move(days=2)

    answer = await ask(
        database,
        """query At($id: ID!, $before: DateTime!, $between: DateTime!) { contact(id: $id) {
          before: engagement(asOf: $before) { stage }
          between: engagement(asOf: $between) { stage furthestStage step }
          now: engagement { stage furthestStage step } } }""",
        id=ada.id,
        before="2024-01-01T00:00:00Z",
        between="2024-01-21T00:00:00Z",
    )

    assert answer["contact"] == {
        "before": None,
        "between": {"stage": "MESSAGE_SENT", "furthestStage": "MESSAGE_SENT", "step": 1},
        "now": {"stage": "MESSAGE_REPLIED", "furthestStage": "MESSAGE_REPLIED", "step": 1},
    }


async def test_value_that_goes_backwards_is_kept_and_flagged(database):
    ada = await make_contact(database, email="ada@example.com")
    await put(database, ada.id, my_status="Message Replied (1/3) - LINKEDIN")

    await put(database, ada.id, my_status="Connection Accepted")

    (state,) = await rows_of(database, Engagement)
    assert (state.stage, state.furthest_stage, state.is_backwards) == ("connection_accepted", "message_replied", True)
    assert [(each.new_raw, each.is_backwards) for each in await rows_of(database, EngagementReport)] == [
        ("Message Replied (1/3) - LINKEDIN", False),
        ("Connection Accepted", True),
    ]


async def test_activity_and_report_are_one_event_whichever_comes_first(database):
    told = {"type": "LINKEDIN", "direction": "INBOUND", "message_id": "m-1"}
    ada, bob = await make_contact(database, email="a@example.com"), await make_contact(database, email="b@example.com")
    await create_activity(context(database, ROBOT), NewActivity(**told, contact_id=ada.id))
    for each in (ada, bob):
        await put(database, each.id, my_status="Message Replied (1/3) - LINKEDIN")
    await create_activity(context(database, ROBOT), NewActivity(**told, contact_id=bob.id))

    events = await rows_of(database, EngagementEvent)

    assert [
        [
            (each.kind, each.certainty, each.step)
            for each in events
            if each.record_id == id and each.kind == "message_replied"
        ]
        for id in (ada.id, bob.id)
    ] == [[("message_replied", "observed", 1)]] * 2


async def test_contacts_are_found_and_ordered_by_engagement(database):
    told = {
        "ada": "Message Replied (2/3) - LINKEDIN", "bob": "Message Sent (1/3) - EMAIL", "cyd": "Connection Accepted",
    }  # fmt: skip
    for name, status in told.items():
        contact = await make_contact(database, email=f"{name}@example.com", first_name=name)
        await put(database, contact.id, my_status=status, campaigns="Spring" if name != "cyd" else "Launch")
    await make_contact(database, email="dot@example.com", first_name="dot")
    campaign = {each.name: each.id for each in await rows_of(database, Campaign)}["Spring"]

    async def named(filter, order="{ field: FIRST_NAME }"):
        answer = await ask(database, f"{{ contacts(filter: {filter}, orderBy: {order}) {{ nodes {{ firstName }} }} }}")
        return [each["firstName"] for each in answer["contacts"]["nodes"]]

    assert await named("{ engagement: { stages: [MESSAGE_REPLIED, MESSAGE_SENT] } }") == ["ada", "bob"]
    assert await named('{ engagement: { channels: ["LINKEDIN"], steps: [2] } }') == ["ada"]
    assert await named(f'{{ engagement: {{ campaignId: {{ eq: "{campaign}" }} }} }}') == ["ada", "bob"]
    assert await named("{ engagement: { furthestStages: [CONNECTION_ACCEPTED] } }") == ["cyd"]
    by_stage = await named("{}", "{ field: ENGAGEMENT_STAGE, direction: DESC }")
    assert by_stage == ["ada", "bob", "cyd", "dot"]


async def test_status_of_today_is_on_the_timeline_at_once(database):
    ada = await make_contact(database, email="ada@example.com")

    await put(database, ada.id, my_status_2="Message Sent (1/3) - LINKEDIN")

    answer = await ask(
        database,
        """query Timeline($id: ID!) { contact(id: $id) { timeline { nodes { __typename
          ... on EngagementEventItem { event { kind step channel certainty } } } } } }""",
        id=ada.id,
    )
    assert answer["contact"]["timeline"]["nodes"] == [
        {
            "__typename": "EngagementEventItem",
            "event": {"kind": "MESSAGE_SENT", "step": 1, "channel": "LINKEDIN", "certainty": "INFERRED"},
        },
        {
            "__typename": "EngagementEventItem",
            "event": {"kind": "ADDED", "step": None, "channel": None, "certainty": "INFERRED"},
        },
    ]


async def test_replayed_day_changes_no_number_and_late_activities_no_state(database):
    day = [
        {"my_status": "Message Sent (1/3) - EMAIL", "campaignOpens": "1"},
        {"my_status": "Message Replied (1/3) - EMAIL", "campaignOpens": "4"},
    ]
    ada = await make_contact(database, email="ada@example.com")
    for fields in day:
        await put(database, ada.id, **fields)
    before = [row.model_dump() for row in await rows_of(database, EngagementEvent)]

    for fields in day:
        await put(database, ada.id, **fields)

    assert [row.model_dump() for row in await rows_of(database, EngagementEvent)] == before
