"""Engagement from the field a user named to state, history and events, through the act that Enginy's PUT calls."""

from models.engagement.campaign import Campaign, CampaignMembership, Sender
from models.engagement.event import EngagementEvent
from models.engagement.report import EngagementReport
from models.engagement.state import Engagement
from models.fields.mapping import Entity
from models.fields.rule import FieldMapping
from tests.factories import (
    make_company,
    make_contact,
    put,
    rows_of,
)


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
