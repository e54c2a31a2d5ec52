"""SQLite knows nothing of how often a value occurs. What is asked about some records has to find them by what tells them
apart, or it takes longer with every record that others have.
"""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from graphql_schema.resolvers.activities import NewActivity, create_activity
from graphql_schema.resolvers.clearing import clear_in_enginy
from graphql_schema.resolvers.deletion import delete_contacts, restore_contacts
from graphql_schema.resolvers.explaining import explain_match
from graphql_schema.resolvers.linking import link_external
from graphql_schema.resolvers.reverting import revert_change_set
from models.database.sqlite import READERS
from tests.factories import ROBOT, context, edit, lead, make_contact, make_link, put, sync
from tests.graphql_schema.asking import ask, watching
from tests.graphql_schema.live_documents import STAGES, TIMELINE

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # PostgreSQL keeps statistics

RECORD = """query ($id: ID!) { contact(id: $id) { id title tags customFields { key value }
    company { id } companies { nodes { id } } externalLinks { externalId strategy shadow }
    engagement { stage opens } engagementEvents(first: 5) { nodes { kind } }
    tasks { nodes { id } } activities { nodes { id } } deals { nodes { id } } notes { nodes { id } }
    changes { nodes { id } } timeline(first: 10) { nodes { id kind at } } } }"""
ANSWER = "query ($id: ID!) { nextSync(id: $id) { externalId properties { property } } }"

# Tables with a row or more for each contact, and what tells one contact's rows from another's.
GROWING = (
    "activity association campaign_membership change contact contact_key deal engagement engagement_event"
    " engagement_fact engagement_report event_campaign event_sender external_link failed_item note possible_duplicate"
    " promoted_value search_entry task"
).split()
TELLING = (
    r"\b(id|record_id|contact_id|external_id|value|run_id|event_id|activity_id|message_id|first_id|second_id|rowid)="
)


@asynccontextmanager
async def planned(database) -> AsyncIterator[set[str]]:
    """How the statements that are run meanwhile find their rows; known when the block ends."""
    asked: set[str] = set()
    steps: set[str] = set()
    async with AsyncExitStack() as stack:
        engines = [database.driver.writing, *[database.driver.reading] * READERS]
        opened = [await stack.enter_async_context(engine.connect()) for engine in engines]
        for connection in opened:
            raw = (await connection.get_raw_connection()).driver_connection
            await raw.set_trace_callback(asked.add)
    yield steps
    async with database.driver.reading.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        await raw.set_trace_callback(None)
        for statement in sorted(asked):
            if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
                plan = await raw.execute_fetchall(f"EXPLAIN QUERY PLAN {statement}")
                steps.update(f"{row[-1]}: {statement}" for row in plan)


def read_by_the_table(steps: set[str]) -> list[str]:
    """Steps that read rows of contacts that nobody asked about."""
    growing = re.compile(rf"(SCAN|SEARCH) ({'|'.join(GROWING)})(_\d+)?\b(?!\s+VIRTUAL)")
    return sorted(step for step in steps if growing.match(step) and not re.search(TELLING, step.partition(": ")[0]))


async def test_what_is_asked_and_written_about_a_contact_is_found_by_it(database):
    ada = await make_contact(database, id="contact_ada", email="ada@example.com", title="CTO")
    for external_id in ("lead-1", "lead-2"):
        await make_link(database, external_id, ada.id, shadow={"title": "CTO"})

    async with planned(database) as steps, watching(database, TIMELINE, id=ada.id) as timeline:
        async with watching(database, STAGES) as stages:
            await sync(database, lead("lead-3", email="ada@example.com"))
            await edit(database, ada.id, title="Founder")
            await put(database, ada.id, title="CTO", genesy_engagement_status="Message Sent (1/3) - EMAIL")
            await stages.next()
            await create_activity(context(database, ROBOT), NewActivity("EMAIL", "Hello", contact_id=ada.id))
            await timeline.next()
        await clear_in_enginy(context(database), ada.id, ["phone"])
        await link_external(context(database), "lead-4", ada.id)
        await explain_match(context(database), lead("lead-1", email="ada@example.com"))
        await ask(database, RECORD, id=ada.id)
        await ask(database, ANSWER, id=ada.id)
        deleted = await delete_contacts(context(database), [ada.id])
        await restore_contacts(context(database), [ada.id])
        await revert_change_set(context(database), deleted.run_id)

    assert len(steps) > 100
    assert read_by_the_table(steps) == []
