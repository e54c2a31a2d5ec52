"""What happened in a campaign, as its story stands on the timeline."""

from datetime import timedelta

from graphql_schema.resolvers.activities import NewActivity, create_activity
from models.columns import iso_z
from tests.factories import NOW, ROBOT, context, make_contact, put
from tests.graphql_schema.asking import ask


async def test_what_one_report_tells_of_is_a_story_in_order(database):
    ada = await make_contact(database)
    await put(database, ada.id, genesy_engagement_status="Message Replied (2/3) - EMAIL", campaignOpens="2")
    bob = await make_contact(database)
    at = NOW - timedelta(hours=1)
    asked = NewActivity("LINKEDIN_CONNECTION", direction="OUTBOUND", contact_id=bob.id, occurred_at=at)
    await create_activity(context(database, ROBOT), asked)
    await put(database, bob.id, genesy_engagement_status="Connection Request Sent")
    document = """query($id: ID!) { contact(id: $id) { timeline(filter: { kinds: [ENGAGEMENT, ACTIVITY] }) { nodes {
        at ... on EngagementEventItem { event { kind step } } ... on ActivityItem { activity { type } } } } } }"""

    told = {who.id: (await ask(database, document, id=who.id))["contact"]["timeline"]["nodes"] for who in (ada, bob)}

    assert [tuple(each["event"].values()) for each in reversed(told[ada.id])] == [
        ("ADDED", None), ("MESSAGE_SENT", 1), ("MESSAGE_SENT", 2), ("MESSAGE_REPLIED", 2), ("OPENED", None),
    ]  # fmt: skip
    assert len({each["at"] for each in told[ada.id]}) == 1
    assert [(each["at"], each.get("event", {}).get("kind")) for each in reversed(told[bob.id])] == [
        (iso_z(at), "ADDED"), (iso_z(at), None),
    ]  # fmt: skip
